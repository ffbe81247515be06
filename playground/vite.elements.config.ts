// Builds the elements for embedding pages: one module, `dist/elements/yardstick-elements.js`, next to the files that it
// loads on demand.

import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import folder from "./vite.config.js";

export default mergeConfig(
  folder,
  defineConfig({
    publicDir: false,
    build: {
      outDir: "dist/elements",
      rolldownOptions: {
        input: { "yardstick-elements": fileURLToPath(new URL("src/app/embed/elements.ts", import.meta.url)) },
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js" },
      },
    },
  }),
);
