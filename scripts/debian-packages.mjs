// Packages of Debian that tests use, installed where that is allowed.

import { existsSync, readFileSync } from "node:fs";
import { run } from "./workspace.mjs";

const isDebian = () => existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

/** Whether packages can be installed here: on Debian, as root. */
export const canInstall = () => isDebian() && process.getuid?.() === 0;

/** Installs those packages whose file is missing, each `{ name, file }`. Returns the exit code. */
export async function ensurePackages(wanted) {
  const missing = wanted.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
  if (missing.length === 0) return 0;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  return (
    (await run("apt-get", ["update"], { env })) ||
    (await run("apt-get", ["install", "-y", "--no-install-recommends", ...missing], { env }))
  );
}
