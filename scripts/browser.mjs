// The browser for the tests, and a font with Chinese characters.
// The package of Debian where packages may be installed; elsewhere the download of Playwright.

import { canInstall, ensurePackages } from "./debian-packages.mjs";
import { root, run } from "./workspace.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";

const font = { name: "fonts-noto-cjk", file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" };
const shell = { name: "chromium-headless-shell", file: "/usr/bin/chromium-headless-shell" };
const chromium = { name: "chromium", file: "/usr/bin/chromium" };

/**
 * The browser of Debian that is installed, or undefined. The headless shell comes first: it is the same browser without
 * windows, tabs and an address bar, and opens a page in two thirds of the time.
 */
export const installedBrowser = () => [shell, chromium].map(({ file }) => file).find((file) => existsSync(file));

/**
 * Installs the browser where it is missing: the headless shell, or Chromium where a distribution has no shell or the
 * packages cannot be reached. Gives the exit code.
 */
export async function ensureBrowser() {
  if (canInstall()) {
    if ((await ensurePackages([shell, font])) === 0) return 0;
    return ensurePackages([chromium, font]);
  }
  if (installedBrowser() !== undefined) return 0;
  return run("node", ["node_modules/playwright-core/cli.js", "install", "chromium"], { cwd: join(root, "test") });
}
