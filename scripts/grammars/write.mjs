// Writes grammars/ from the tokens and the parser. Builds `packages/language` first,
// from which they are read.

import { root, run } from "../workspace.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const code = await run("tsc", ["-b", "packages/language"]);
if (code !== 0) process.exit(code);

const { ebnf } = await import("./ebnf.mjs");
const { textmate } = await import("./textmate.mjs");
const { monarch } = await import("./monarch.mjs");
const { railroad } = await import("./railroad.mjs");

const folder = join(root, "grammars");
mkdirSync(folder, { recursive: true });
for (const [name, text] of [
  ["rubric.ebnf", ebnf()],
  ["rubric.tmLanguage.json", textmate()],
  ["monarch.json", monarch()],
  ["railroad.html", railroad()],
]) {
  writeFileSync(join(folder, name), text);
}
