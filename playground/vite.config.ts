// How the playground is built: static files with relative addresses, for browsers from Chromium 108 on.
// Packages of the workspace are taken from their sources; `#examples` is the folder of example schemes.

import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/**
 * The Worker is one more entry of the same build, not a build of its own: what page and Worker both need, the language above
 * all, is one file that is fetched once.
 */
const sharedWorker: Plugin = {
  name: "yardstick-shared-worker",
  enforce: "pre",
  apply: (_config, { command }) => command === "build",
  async resolveId(id, importer) {
    if (!id.endsWith("scoring-worker.ts?worker")) return null;
    const found = await this.resolve(id.replace("?worker", ""), importer, { skipSelf: true });
    return found === null ? null : `\0shared-worker:${found.id}`;
  },
  load(id) {
    if (!id.startsWith("\0shared-worker:")) return null;
    const file = this.emitFile({ type: "chunk", id: id.slice("\0shared-worker:".length), name: "scoring-worker" });
    return `export default class { constructor() { return new Worker(import.meta.ROLLUP_FILE_URL_${file}, { type: "module" }); } }`;
  },
};

export default defineConfig({
  base: "./",
  plugins: [sharedWorker],
  resolve: {
    conditions: ["@yardstick/source", "module", "browser", "development|production"],
    alias: { "#examples": fileURLToPath(new URL("../examples", import.meta.url)) },
  },
  build: { target: "chrome108", modulePreload: false, chunkSizeWarningLimit: 4000 },
  worker: { format: "es" },
});
