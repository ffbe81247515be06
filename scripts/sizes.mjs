// Sizes of what users download, against the budgets in size-budgets.json. The first view of the playground is measured where it is
// opened, in test/browser/first-view.test.ts, against the same file.

import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { tarballs } from "./pack.mjs";
import { root } from "./workspace.mjs";

const budgets = JSON.parse(readFileSync(new URL("size-budgets.json", import.meta.url), "utf8"));

/** Compressed bytes of an entry of a package of the workspace as one minified script for a page. */
async function inPage(folder, entry = "index.js") {
  const bundle = await rolldown({ input: join(root, "packages", folder, "dist", entry), platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
  return gzipSync(output[0].code, { level: 9 }).length;
}

const total = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);

const measures = {
  embedded: () => inPage("yardstick"),
  run: () => inPage("yardstick", "run/index.js"),
  exact: () => inPage("exact"),
  command: () => total(tarballs().filter((file) => basename(file).startsWith("yardstick-cli-"))),
  elements: () => total(tarballs().filter((file) => basename(file).startsWith("yardstick-elements-"))),
  tarballs: () => total(tarballs()),
};

/** Prints each size with its budget. Returns 1 where one is exceeded or there is nothing to measure. */
export async function checkSizes() {
  let code = 0;
  for (const [name, measure] of Object.entries(measures)) {
    const { bytes, what } = budgets[name];
    const found = await measure();
    const isWithin = found > 0 && found <= bytes;
    console.log(`${isWithin ? "within" : "NOT within"} ${bytes} bytes: ${found}, ${what}`);
    if (!isWithin) code = 1;
  }
  return code;
}
