// Builds the playground as one HTML file that can be opened from a disk: everything inlined, workers as blobs, scripts
// allowed by their hash. Written next to the folder build; see docs/decisions/0013-one-file.md.

import { createHash } from "node:crypto";
import { defineConfig, mergeConfig, type Plugin } from "vite";
import folder, { flatTemplates, trimmedChevrotain } from "./vite.config.js";

const FILE = "yardstick.html";

/**
 * A page opened from a file cannot start a worker from another file: the worker's code is inlined and becomes a blob.
 */
const inlineWorkers: Plugin = {
  name: "yardstick-inline-workers",
  enforce: "pre",
  resolveId(id, importer) {
    return id.endsWith("?worker") ? this.resolve(`${id}&inline`, importer, { skipSelf: true }) : null;
  },
};

/** Neither sequence may end the script element. */
const insideScript = (code: string) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

const oneFile: Plugin = {
  name: "yardstick-one-file",
  enforce: "post",
  generateBundle(_options, bundle) {
    const files = Object.values(bundle);
    const page = files.find(({ fileName }) => fileName === "index.html");
    const chunks = files.filter((file) => file.type === "chunk");
    const [entry] = chunks;
    if (page?.type !== "asset" || entry === undefined || chunks.length !== 1)
      throw new Error(`expected one page and one script, found ${files.map(({ fileName }) => fileName).join(", ")}`);
    // Vite would replace these later; in a single file there is nothing to preload.
    const code = insideScript(entry.code.replaceAll(/__VITE_PRELOAD__\w*/g, "void 0"));
    const hash = createHash("sha256").update(code).digest("base64");
    const styles = files.flatMap((file) =>
      file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : [],
    );
    const html = String(page.source)
      .replace(/\s*<script type="module"[^>]*><\/script>/, "")
      .replace(/\s*<link rel="(?:stylesheet|icon)"[^>]*>/g, "")
      .replace(/content="default-src[^"]*"/, () => `content="${policy(hash)}"`)
      .replace("</head>", () => `<style>${styles.join("\n")}</style>\n</head>`)
      .replace("</body>", () => `<script type="module">${code}</script>\n</body>`);
    for (const { fileName } of files) delete bundle[fileName];
    this.emitFile({ type: "asset", fileName: FILE, source: html });
  },
};

const policy = (hash: string) =>
  `default-src 'none'; script-src 'sha256-${hash}'; worker-src blob:; connect-src 'none'; style-src 'unsafe-inline'; ` +
  `img-src data: blob:; font-src data:; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'`;

const whole = { output: { codeSplitting: false } };

export default mergeConfig(
  // An inlined Worker shares no files with the page.
  { ...folder, plugins: [trimmedChevrotain, flatTemplates] },
  defineConfig({
    plugins: [inlineWorkers, oneFile],
    publicDir: false,
    build: {
      emptyOutDir: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      rolldownOptions: whole,
    },
    // Chromium cannot start a module worker from a blob on a page that was opened from a disk.
    worker: { format: "iife", rolldownOptions: whole },
  }),
);
