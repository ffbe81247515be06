// Licences of the packages from elsewhere that a bundle contains.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

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

/** The licences of the packages in the output of a bundler, as one text. */
export function licencesIn(output) {
  const folders = new Set(output.flatMap(({ moduleIds = [] }) => moduleIds.map(packageOf)));
  const licences = [...folders].filter((folder) => folder !== null).map(licenceOf);
  return licences.sort().join(`\n${"-".repeat(80)}\n\n`);
}
