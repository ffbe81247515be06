// The packages from elsewhere that each thing users get contains, found from the manifests of what is installed.

import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { packages, publishedPackages, root } from "./workspace.mjs";

const read = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const home = (name) => join(root, "packages", name);
const playground = join(root, "playground");

/**
 * What users get. `folders` are the packages of the workspace that it is made of; of those in `bundles` the `devDependencies` are built
 * in too.
 */
export const products = [
  { name: "npm packages", folders: publishedPackages.filter((name) => name !== "cli").map(home), bundles: [] },
  { name: "command", folders: [home("cli")], bundles: [home("cli")] },
  { name: "VS Code extension", folders: [home("vscode"), home("cli")], bundles: [home("vscode"), home("cli")] },
  { name: "playground, elements", folders: [playground], bundles: [] },
];

/** The folder of a package as one in `from` finds it. */
function installed(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return realpathSync(found);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** Names of the packages that a manifest needs at run time, or that are built into it. Types and optional peers are neither. */
function needs({ dependencies = {}, devDependencies = {}, peerDependencies = {} }, isBundle) {
  const names = Object.keys({ ...dependencies, ...(isBundle ? devDependencies : {}) });
  return names.filter((name) => !name.startsWith("@types/") && !Object.hasOwn(peerDependencies, name));
}

/** The folders of the packages from elsewhere that a product contains. */
export function contentsOf({ folders, bundles }) {
  const own = new Set([...packages.map(home), playground].map((folder) => realpathSync(folder)));
  const inside = new Set(bundles.map((folder) => realpathSync(folder)));
  const visited = new Set();
  const visit = (folder) => {
    if (visited.has(folder)) return;
    visited.add(folder);
    for (const name of needs(read(folder), inside.has(folder))) visit(installed(name, folder));
  };
  for (const folder of folders) visit(realpathSync(folder));
  return [...visited].filter((folder) => !own.has(folder));
}
