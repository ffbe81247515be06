// The words that sources and documents do not use, each with what is written instead. `npm run check` fails where a word occurs more
// often than `left` allows: an occurrence from before the rule may stay until its file is next changed, and a new one may not come.
// Lower `left` when occurrences go; 0 is the aim.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { packages, root } from "./workspace.mjs";

const words = [
  { word: "mended", instead: "corrected, fixed", left: 0 },
  { word: "is told", instead: "is reported, is passed", left: 0 },
  { word: "are told", instead: "are reported, are passed", left: 0 },
  { word: "whoever", instead: "the caller, the user", left: 1 },
  { word: "nobody", instead: "no one, no caller, or the passive", left: 0 },
  { word: "somebody", instead: "a user, another program", left: 0 },
  { word: "spoilt", instead: "hasError", left: 0 },
  { word: "looks after", instead: "manages, owns", left: 0 },
  { word: "stands in", instead: "is in", left: 0 },
  { word: "tells of", instead: "reports", left: 0 },
  { word: "way of a datum", instead: "data flow", left: 0 },
  { word: "told of", instead: "informed of, receives", left: 0 },
  { word: "worked out", instead: "computed, calculated", left: 0 },
  { word: "works out", instead: "computes, calculates", left: 0 },
  { word: "leans on", instead: "depends on", left: 0 },
  { word: "anybody", instead: "anyone, any caller", left: 0 },
  { word: "hand over", instead: "pass", left: 0 },
  { word: "handed over", instead: "passed", left: 0 },
  { word: "anew", instead: "again", left: 0 },
  { word: "a person's word", instead: "a decision of the user", left: 0 },
  { word: "stand in", instead: "are in", left: 0 },
  { word: "stands there", instead: "is there, exists", left: 0 },
  { word: "stand there", instead: "are there, exist", left: 0 },
  { word: "lies there", instead: "is there, exists", left: 0 },
  { word: "what stands", instead: "the text, the content", left: 0 },
  { word: "says so", instead: "reports it", left: 5 },
  { word: "held to", instead: "checked against, limited to", left: 0 },
  { word: "goes on", instead: "continues", left: 0 },
  { word: "mend", instead: "correct, fix", left: 0 },
  { word: "looks on", instead: "reads the output", left: 0 },
];

/** Decisions are dated records, `measured` is written by programs, and these two pages quote what was said at their time. */
const skipped = /^(?:docs\/(?:decisions|measured|contributing)\/|CHANGELOG\.md$)/u;

function* files() {
  const folders = ["docs", "playground/src", "scripts", ...packages.map((name) => `packages/${name}/src`)];
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
      if (entry.isFile() && /\.(?:ts|mjs|css|md)$/u.test(entry.name)) yield join(entry.parentPath, entry.name);
  for (const name of readdirSync(root)) if (name.endsWith(".md")) yield join(root, name);
}

/** The places of each word, as `path:line`. */
function occurrences() {
  const found = words.map(() => []);
  const patterns = words.map(({ word }) => new RegExp(String.raw`\b${word}\b`, "iu"));
  for (const file of files()) {
    const path = relative(root, file);
    if (skipped.test(path) || path === "scripts/prose.mjs") continue;
    for (const [index, line] of readFileSync(file, "utf8").split("\n").entries())
      for (const [at, pattern] of patterns.entries()) if (pattern.test(line)) found[at].push(`${path}:${index + 1}`);
  }
  return found;
}

/** Prints each word that occurs too often, with its places. Returns the exit code. */
export function checkProse() {
  let code = 0;
  for (const [at, places] of occurrences().entries()) {
    const { word, instead, left } = words[at];
    if (places.length > left) {
      code = 1;
      console.error(
        `"${word}" occurs ${places.length} times, ${left} allowed; write: ${instead}\n  ${places.join("\n  ")}`,
      );
    } else if (places.length < left) console.log(`"${word}": ${places.length} left, scripts/prose.mjs allows ${left}`);
  }
  return code;
}
