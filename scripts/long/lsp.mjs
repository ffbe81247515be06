// The language server: the processor time of each answer for a rubric of 1,000 lines, then sessions of 20 random edits each, in which a
// text that is changed piece by piece and the same text sent whole must have the same answers, without an error.

import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, root, run as runTool } from "../workspace.mjs";
import { seededSlices } from "./seeded-slices.mjs";

const page = join(root, "docs/measured/language-server.md");
const marks = ["<!-- times -->\n", "<!-- /times -->"];

/** Writes the table of times. Returns the exit code. */
async function measureAnswers() {
  const folder = join(cache, "answer-times");
  const entry = join(root, "packages/lsp/test/answer-times.ts");
  const code = await runTool("vite", [
    "build",
    "--logLevel=warn",
    "--configLoader=native",
    `--ssr=${entry}`,
    `--outDir=${folder}`,
    "--emptyOutDir",
  ]);
  if (code !== 0) return code;
  const node = join(root, "node_modules", ".bin", "node");
  const { stdout } = await promisify(execFile)(node, [join(folder, "answer-times.js")]);
  const cells = ({ median, longest }) => `${median.toFixed(1)} | ${longest.toFixed(1)}`;
  const rows = Object.entries(JSON.parse(stdout)).map(
    ([method, [known, changed]]) =>
      `| \`${method.replace("textDocument/", "")}\` | ${cells(known)} | ${cells(changed)} |`,
  );
  const table = [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, milliseconds of processor time at a load of ${Math.round(loadavg()[0])}:`,
    "",
    "| request | known text: median | longest | changed text: median | longest |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
  const before = readFileSync(page, "utf8");
  const [start, end] = [before.indexOf(marks[0]) + marks[0].length, before.indexOf(marks[1])];
  writeFileSync(page, before.slice(0, start) + table + before.slice(end));
  return 0;
}

export async function run(args) {
  const code = args.includes("--seed") ? 0 : await measureAnswers();
  if (code !== 0) return code;
  return seededSlices(args, {
    name: "language-server",
    entry: "packages/lsp/test/random-edits-slice.ts",
    what: "answered otherwise than the whole text",
    usual: { count: 500, slice: 50 },
    env: { EXAMPLES: join(root, "examples") },
  });
}
