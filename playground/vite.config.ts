// How the playground is built: static files with relative addresses, for browsers from Chromium 108 on.
// Packages of the workspace are taken from their sources; `#examples` is the folder of example schemes.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  resolve: {
    conditions: ["@yardstick/source", "module", "browser", "development|production"],
    alias: { "#examples": fileURLToPath(new URL("../examples", import.meta.url)) },
  },
  build: { target: "chrome108", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000 },
  worker: { format: "es" },
});
