// What LibreOffice makes of the files: it opens what is written, and fills in the forms of the departments, which are then collected by a
// program and in the playground. On Debian, as root, LibreOffice is installed where it is missing.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "../browser.mjs";
import { ensureBuilt, root, run as runTool } from "../workspace.mjs";
import { measured } from "./measured.mjs";

/** LibreOffice with its module for Python, by which cells are typed into. */
const PACKAGES = ["libreoffice-calc-nogui", "python3-uno"];

const answers = (command, ...args) => spawnSync(command, args).status === 0;
const office = () => ["soffice", "libreoffice"].find((command) => answers(command, "--version"));
const isThere = () => office() !== undefined && answers("/usr/bin/python3", "-c", "import uno");

function install() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], { stdio: "inherit", env });
}

export async function run() {
  if (!isThere()) install();
  const command = office();
  if (command === undefined || !isThere()) {
    console.error(`LibreOffice cannot be installed (${PACKAGES.join(", ")}): nothing was tried`);
    return 1;
  }
  const prepared = [await ensureBuilt("playground"), await ensureBrowser()].find((code) => code !== 0);
  if (prepared !== undefined) return prepared;

  const env = { YARDSTICK_LIBREOFFICE: command };
  const vitest = (...args) =>
    runTool("vitest", ["run", "--config=test/vitest.config.ts", "--testTimeout=0", ...args], { env });
  const opened = await runTool("node", [join(root, "test/tables/open-in-libreoffice.mjs")], { env });
  const collected = await vitest("test/tables/filled-in-libreoffice");
  const dropped = await vitest("test/browser/collect", "-t", "settled, merged|keyboard alone settles");

  const [version = "?"] = /\d+(?:\.\d+)+/u.exec(spawnSync(command, ["--version"], { encoding: "utf8" }).stdout) ?? [];
  measured("libreoffice").write(
    version,
    ...[opened, collected, dropped].map((code) => (code === 0 ? "equal" : "failed")),
  );
  return [opened, collected, dropped].find((code) => code !== 0) ?? 0;
}
