// The command as it is published: one file for what all commands need and one for each of them, from the sources of this and the other
// packages. Node reads a few files instead of hundreds, and only those of the command that is called. `dist/licences.txt` has the
// licences of the packages from elsewhere that the files contain.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./workspace.mjs";

const dist = join(root, "packages/cli/dist");

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

const bundle = await rolldown({
  input: { main: join(root, "packages/cli/src/main.ts") },
  platform: "node",
  resolve: { conditionNames: ["@yardstick/source", "import", "node", "default"] },
});
const { output } = await bundle.write({
  dir: dist,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
});
const folders = new Set(output.flatMap(({ moduleIds = [] }) => moduleIds.map(packageOf)));
const licences = [...folders].filter((folder) => folder !== null).map(licenceOf);
writeFileSync(join(dist, "licences.txt"), licences.sort().join(`\n${"-".repeat(80)}\n\n`));
