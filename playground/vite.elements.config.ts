// Builds the package `@yardstick/elements` from the sources of the playground, into its folder `dist`, in three runs (`--mode`):
// `worker` the file that all its Workers run, `module` the module with the files that it loads on demand, for bundlers and for pages, and
// `script` the one file for a script tag, which is its own Worker.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { trimmedChevrotain } from "./vite.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const embed = (name: string) => here(`src/app/embed/${name}`);
const dist = here("../packages/elements/dist");

/** Styles that a page imports are applied by a script: a bundler need not know of them, and a strict policy allows it. */
const adoptedStyles: Plugin = {
  name: "yardstick-adopted-styles",
  enforce: "pre",
  async resolveId(id, importer) {
    if (!id.endsWith(".css") || importer?.startsWith("\0") === true) return null;
    // The elements have the styles of the editor's host in a layer, so that the rules of the page take precedence.
    if (id.endsWith("/styles/editor.css")) return "\0no-styles";
    const found = await this.resolve(id, importer, { skipSelf: true });
    return found === null ? null : `\0adopted:${found.id}.js`;
  },
  load(id) {
    if (id === "\0no-styles") return "";
    if (!id.startsWith("\0adopted:")) return null;
    const file = id.slice("\0adopted:".length, -".js".length);
    return `import css from ${JSON.stringify(`${file}?inline`)};
import { adoptStyles } from ${JSON.stringify(embed("strict-markup.ts"))};
adoptStyles(css);`;
  },
};

/** Monaco's own Worker is started from the one file of Workers. */
const oneWorkerFile: Plugin = {
  name: "yardstick-one-worker-file",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("editor.worker?worker") ? "\0editor-worker" : null),
  load(id) {
    if (id === "\0vite/preload-helper.js") return "export const __vitePreload = (load) => load();";
    if (id !== "\0editor-worker") return null;
    return `import { startWorker } from ${JSON.stringify(embed("bundled-worker.ts"))};
export default class { constructor() { return startWorker("yardstick-editor"); } }`;
  },
};

/** Replaces every occurrence and fails where there is none, as after an update of Monaco. */
function replaced(id: string, code: string, from: string | RegExp, to: string): string {
  const result = code.replaceAll(from, to);
  if (result === code) throw new Error(`${id} has no ${from}`);
  return result;
}

const HELPERS = `import { setMarkup as yardstickSetMarkup, insertMarkup as yardstickInsertMarkup, StyleSheet as YardstickStyleSheet } from ${JSON.stringify(embed("strict-markup.ts"))};\n`;

/** Makes Monaco work where no inline style is allowed; see `strict-markup.ts`. */
const strictMonaco: Plugin = {
  name: "yardstick-strict-monaco",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("/monaco-editor/esm/") || !id.endsWith(".js")) return null;
    let strict = code
      .replaceAll(/^(\s*)([\w.]+)\.innerHTML = ([\w.]+);/gm, "$1yardstickSetMarkup($2, $3);")
      .replaceAll(/([\w.]+)\.insertAdjacentHTML\(('\w+'), ([\w.]+)\);/g, "yardstickInsertMarkup($1, $2, $3);");
    if (id.endsWith("/base/browser/domStylesheets.js")) {
      strict = replaced(id, strict, "document.createElement('style')", "new YardstickStyleSheet()");
      strict = replaced(id, strict, "container.appendChild(style);", "style.adopt(container);");
    } else if (id.endsWith("/ui/contextview/contextview.js")) {
      strict = replaced(id, strict, "document.createElement('style')", "new YardstickStyleSheet()");
      strict = replaced(id, strict, "this.shadowRoot.appendChild(style);", "style.adopt(this.shadowRoot);");
    }
    // A file of an editor's own that no bundler finds: webpack would take in the whole folder in search of it.
    if (id.endsWith("/common/diff/externalLinesDiffComputer.js"))
      strict = replaced(
        id,
        strict,
        /import\([^)]*`\$\{url\}`\)/g,
        'Promise.reject(new Error("not part of this build"))',
      );
    // Webpack replaces a pure initial value by null where it takes the variable for unused, and `null` has a type of its own.
    if (id.endsWith("/base/common/platform.js"))
      strict = replaced(id, strict, "let nodeProcess = undefined;", "let nodeProcess;");
    if (/createElement\(["']style["']\)/.test(strict)) throw new Error(`${id} creates a style element`);
    return strict === code ? null : HELPERS + strict;
  },
};

/** Files that are loaded on demand have no styles of their own to be fetched before them: what Vite adds for these is left out. */
const plainImports: Plugin = {
  name: "yardstick-plain-imports",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk") file.code = file.code.replaceAll(",[],import.meta.url)", ")");
    },
  },
};

/** Puts the address of the file of Workers where the code names it. */
const workerAddress = (address: string): Plugin => ({
  name: "yardstick-worker-address",
  renderChunk: (code) => (code.includes("YARDSTICK_WORKER") ? code.replaceAll(/\bYARDSTICK_WORKER\b/g, address) : null),
});

/** The one file: in a Worker it does the Worker's work, in a page the page's. */
const ownWorker: Plugin = {
  name: "yardstick-own-worker",
  enforce: "post",
  generateBundle(_options, bundle) {
    const [file, ...others] = Object.values(bundle);
    if (file?.type !== "chunk" || others.length > 0)
      throw new Error(`expected one script, found ${Object.keys(bundle).join(", ")}`);
    const worker = readFileSync(`${dist}/yardstick-worker.js`, "utf8");
    file.code = `if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
${worker}
} else {
const yardstickScript = document.currentScript === null ? "yardstick-elements.js" : document.currentScript.src;
${file.code}
}
`;
  },
};

const runs = {
  worker: { entry: "worker-file.ts", name: "yardstick-worker", format: "iife", plugins: [] },
  module: {
    entry: "bundle.ts",
    name: "index",
    format: "es",
    plugins: [workerAddress('new URL("./yardstick-worker.js", import.meta.url).href')],
  },
  script: {
    entry: "bundle.ts",
    name: "yardstick-elements",
    format: "iife",
    plugins: [workerAddress("yardstickScript"), ownWorker],
  },
} as const;

export default defineConfig(({ mode }) => {
  const run = runs[(Object.hasOwn(runs, mode) ? mode : "module") as keyof typeof runs];
  return {
    base: "./",
    logLevel: "warn",
    publicDir: false,
    plugins: [trimmedChevrotain, adoptedStyles, oneWorkerFile, strictMonaco, plainImports, ...run.plugins],
    define: { "process.env.NODE_ENV": '"production"', "import.meta.env.PROD": "true", "import.meta.env.DEV": "false" },
    resolve: { conditions: ["@yardstick/source", "module", "browser", "production"] },
    build: {
      target: "chrome108",
      modulePreload: false,
      chunkSizeWarningLimit: 8000,
      outDir: dist,
      emptyOutDir: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      rolldownOptions: {
        input: { [run.name]: embed(run.entry) },
        preserveEntrySignatures: "strict",
        // Monaco asks for its own address where it would load files of its own, which it does not here.
        checks: { emptyImportMeta: false },
        output: {
          format: run.format,
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          ...(run.format === "iife" ? { codeSplitting: false, name: "yardstick" } : {}),
        },
      },
    },
  };
});
