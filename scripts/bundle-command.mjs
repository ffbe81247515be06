// The command as it is published: one file for what all commands need and one for each of them, from the sources of this and the other
// packages. Node reads a few files instead of hundreds, and only those of the command that is called. `dist/licences.txt` has the
// licences of the packages from elsewhere that the files contain.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { licencesIn } from "./licences.mjs";
import { root } from "./workspace.mjs";

const dist = join(root, "packages/cli/dist");

/** Commander starts subcommands that are programs of their own. There are none here, and loading the module of Node for it takes time. */
const noProgramsOfSubcommands = {
  name: "no-programs-of-subcommands",
  resolveId: (id, importer = "") =>
    id === "node:child_process" && /[\\/]commander[\\/]/u.test(importer) ? "\0none" : null,
  load: (id) => (id === "\0none" ? "export default {};" : null),
};

const bundle = await rolldown({
  input: { main: join(root, "packages/cli/src/main.ts") },
  platform: "node",
  plugins: [noProgramsOfSubcommands],
  resolve: { conditionNames: ["@yardstick/source", "import", "node", "default"] },
});
const { output } = await bundle.write({
  dir: dist,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  // Without comments and in ASCII, Node reads a file in half the time; names and lines, which reports of mistakes name, stay.
  comments: false,
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
});
writeFileSync(join(dist, "licences.txt"), licencesIn(output));
