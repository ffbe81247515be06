// The location of the built playground, the policy with which it is served, and how Chromium is started.

import { fileURLToPath } from "node:url";
import type { LaunchOptions } from "playwright-core";
import { installedBrowser } from "../../scripts/browser.mjs";

/** The output folder of `vite build`. */
export const builtPlayground = fileURLToPath(new URL("../../playground/dist", import.meta.url));

/** Folders of built files besides the playground, by the path under which they are served. */
export const builtFolders: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["/elements/", "packages/elements/dist"],
    ...["html", "react", "vue"].map((name) => [`/embedding/${name}/`, `test/node_modules/.embedding/${name}/dist`]),
  ].map(([path, folder]) => [path, fileURLToPath(new URL(`../../${folder}`, import.meta.url))]),
);

/** Sent with the files of `builtFolders`. */
export const strictPolicy = "default-src 'self'";

/** Sent with every file, because a worker follows the policy of its own file and not that of the page's `meta`. */
export const policy = "script-src 'self'; connect-src 'self'";

/**
 * Features that Chromium disables: those that Playwright turns off (a second list replaces its own) and the pages that
 * a window loads for its address bar, which take half a second of processor time per context.
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

/**
 * Debian's Chromium when it is installed, otherwise the one that Playwright has downloaded. It can reach only this
 * machine.
 */
export function browserLaunch(): LaunchOptions {
  const executablePath = installedBrowser();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Most pages live for seconds: only what runs often is worth compiling twice.
      "--js-flags=--invocation-count-for-maglev=5000,--invocation-count-for-turbofan=10000",
      `--disable-features=${without.join(",")}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  };
}
