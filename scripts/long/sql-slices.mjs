// Bundles a slice of comparisons of queries into one file for plain Node, beside the package, where its drivers are found.

import { join } from "node:path";
import { root } from "../workspace.mjs";

export const sqlPackage = join(root, "packages", "sql");
/** Where the bundles are. */
export const sliceFolder = join(sqlPackage, "node_modules", ".cache", "agreement");

/** Bundles `packages/sql/test/NAME.ts`; drivers are native and stay outside. Returns the path of the file. */
export async function bundledSlice(name) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: join(sqlPackage, "test", `${name}.ts`),
    platform: "node",
    external: [/^@duckdb\//u],
    resolve: {
      conditionNames: ["@yardstick/source", "import", "node", "default"],
      extensionAlias: { ".js": [".ts", ".js"] },
    },
  });
  await bundle.write({ dir: sliceFolder, format: "esm" });
  await bundle.close();
  return join(sliceFolder, `${name}.js`);
}
