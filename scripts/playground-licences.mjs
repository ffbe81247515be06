// Writes the licences of what the playground and its elements contain beside their files, after they have been built.

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOf, products } from "./contents.mjs";
import { licencesOf } from "./licences.mjs";
import { root } from "./workspace.mjs";

const text = licencesOf(contentsOf(products.find(({ name }) => name.startsWith("playground"))));
for (const folder of ["playground/dist", "packages/elements/dist"])
  if (existsSync(join(root, folder))) writeFileSync(join(root, folder, "licences.txt"), text);
