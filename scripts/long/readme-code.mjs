// The code in the READMEs of installed packages, and what the comments in it say that it prints.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages, root } from "../workspace.mjs";

/** The code in the README of this package needs a driver that is installed apart. */
const NEEDS_DRIVER = "sql";

/** Lines that code prints, as the comments behind `console.log` say. */
const promised = (code) => [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, printed]) => printed);

/**
 * Runs the code of each README in a project where the packages are installed; `call` runs a command there and returns its output. Throws
 * where the code prints something else than it says. Returns how many READMEs have code.
 */
export function runReadmes(cwd, call, node = "node") {
  let readmes = 0;
  for (const name of publishedPackages) {
    const specifier = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).name;
    const readme = readFileSync(join(cwd, "node_modules", specifier, "README.md"), "utf8");
    const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, block]) => block).join("\n");
    if (code === "" || name === NEEDS_DRIVER) continue;
    writeFileSync(join(cwd, `${name}.ts`), code);
    const found = call(node, "--disable-warning=ExperimentalWarning", `${name}.ts`).trim();
    const expected = promised(code).join("\n");
    if (found !== expected)
      throw new Error(`README of ${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    readmes += 1;
  }
  return readmes;
}
