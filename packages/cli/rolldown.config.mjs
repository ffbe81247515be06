// The command as it is published: a file for what all commands need and one for each of them, from the sources of this and the other
// packages. Node reads a few files instead of hundreds, and only those of the command that is called.

import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  input: { main: at("./src/main.ts") },
  platform: "node",
  resolve: { conditionNames: ["@yardstick/source", "import", "node", "default"] },
  output: { dir: at("./dist"), format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
};
