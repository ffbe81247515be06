// Where the built playground lies, the policy that it is served under, and how Chromium is started.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LaunchOptions } from "playwright-core";

/** Where `vite build` puts the playground. */
export const builtPlayground = fileURLToPath(new URL("../../playground/dist", import.meta.url));

/** Sent with every file, because a worker obeys the policy of its own file and not the one in the page's `meta`. */
export const policy = "script-src 'self'; connect-src 'self'";

const debianChromium = "/usr/bin/chromium";

/**
 * What Chromium does besides: those that Playwright turns off (a second list replaces its own) and the pages that a window loads for
 * its address bar, half a second of processor a context.
 */
const without = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
];

/** Debian's Chromium where it is installed, else the one that Playwright has downloaded. It reaches this machine alone. */
export function browserLaunch(): LaunchOptions {
  return {
    ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-features=${without.join(",")}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  };
}
