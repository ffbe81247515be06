// Licences of the packages from elsewhere: of those that a bundle contains, and which are allowed at all.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that allow use and distribution under the licence of this project. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "Unlicense",
]);

/** Whether a licence as a manifest states it is allowed: one of the list, or a choice in which one is. */
export const isAllowed = (license) =>
  typeof license === "string" &&
  license
    .replaceAll(/[()]/gu, "")
    .split(" OR ")
    .some((each) => ALLOWED.has(each.trim()));

/** The folder of the installed package that a module belongs to; null for a module of this workspace. */
function packageOf(id) {
  if (!id.includes("node_modules")) return null;
  for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name !== undefined) return folder;
  }
  return null;
}

/** Name, version and licence of a package, with the text of the licence where the package has it. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/iu.test(each));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** The licences of the packages in these folders, as one text. */
export const licencesOf = (folders) =>
  folders
    .map(licenceOf)
    .sort()
    .join(`\n${"-".repeat(80)}\n\n`);

/** The licences of the packages in the output of a bundler, as one text. */
export function licencesIn(output) {
  const folders = new Set(output.flatMap(({ moduleIds = [] }) => moduleIds.map(packageOf)));
  return licencesOf([...folders].filter((folder) => folder !== null));
}
