// The browser for the tests, and a font with Chinese characters.
// The package of Debian where packages may be installed; elsewhere the download of Playwright.

import { root, run } from "./workspace.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const debianPackages = [
  { name: "chromium", file: "/usr/bin/chromium" },
  { name: "fonts-noto-cjk", file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" },
];

const isDebian = () => existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

/** Installs the browser where it is missing. Gives the exit code. */
export async function ensureBrowser() {
  if (isDebian() && process.getuid() === 0) {
    const missing = debianPackages.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
    if (missing.length === 0) return 0;
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    return (
      (await run("apt-get", ["update"], { env })) ||
      (await run("apt-get", ["install", "-y", "--no-install-recommends", ...missing], { env }))
    );
  }
  if (existsSync("/usr/bin/chromium")) return 0;
  return run("node", ["node_modules/playwright-core/cli.js", "install", "chromium"], { cwd: join(root, "test") });
}
