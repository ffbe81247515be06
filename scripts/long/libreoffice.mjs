// What LibreOffice makes of the files: it opens what is written, and fills in the forms of the departments, which are then collected by a
// program and in the playground. On Debian, as root, LibreOffice is installed where it is missing.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBrowser } from "../browser.mjs";
import { canInstall, ensurePackages } from "../debian-packages.mjs";
import { ensureBuilt, root, run as runTool } from "../workspace.mjs";
import { measured } from "./measured.mjs";

/** LibreOffice with its module for Python, by which cells are typed into. */
const PACKAGES = [
  { name: "libreoffice-calc-nogui", file: "/usr/bin/soffice" },
  { name: "python3-uno", file: "/usr/lib/python3/dist-packages/uno.py" },
];

const answers = (command, ...args) => spawnSync(command, args).status === 0;

/** The command of LibreOffice where it is installed with its module; undefined where it is not. */
const office = () =>
  answers("/usr/bin/python3", "-c", "import uno")
    ? ["soffice", "libreoffice"].find((command) => answers(command, "--version"))
    : undefined;

export async function run() {
  if (office() === undefined && canInstall()) await ensurePackages(PACKAGES);
  const command = office();
  if (command === undefined) {
    console.error(`LibreOffice is not installed (${PACKAGES.map(({ name }) => name).join(", ")}): nothing was tried`);
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
