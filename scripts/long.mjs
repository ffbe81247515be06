// `npm run long -- NAME`: test runs that take too long for `npm test`. Each works in slices, writes date, commit, seed, count and result of
// the finished slices to docs/measured/NAME.md, may be stopped at any time, and continues after the last seed when started again.

import { ensureBuilt, ensureInstalled } from "./workspace.mjs";

const names = {
  agreement:
    "the columnar engine against the reference evaluator on generated rubrics: --count 2000000 --seed N --slice 10000 --jobs 2",
  sql: "queries on DuckDB against the reference evaluator on generated rubrics: --count 500000 --seed N --slice 1000 --jobs 2",
  explained:
    "explanations of single subjects on DuckDB: all conformance cases and examples, and generated rubrics: --count 1000",
  spark: "queries on Spark, a local cluster with two executors, against the reference evaluator: --count 2000 --seed N",
  independent:
    "the product against the independent evaluator on generated texts and files: --count 1000000 --seed N --slice 5000",
  whole: "every test with nothing left out, or those whose path contains a text: TEXT …",
  properties: "every property on generated cases: --count 10000 --seed N --slice 10000",
  collecting: "merging random sets of forms: --count 10000 --seed N --slice 10000",
  mutations:
    "documents with figures changed, clauses swapped, cells merged, restrictions put in: --count 10000 --seed N --slice 1000 --jobs 2",
  survey:
    "small changes of meaning in the product, chosen by hand, and whether the tests near each notice it: --only TEXT --jobs 2",
  printing: "drawn rubrics printed and read back: --count 10000 --seed N --slice 1000 --jobs 2",
  lsp: "the language server: times of its answers, and sessions of 20 random edits: --count 500 --seed N --slice 50 --jobs 2",
  libreoffice:
    "files opened by LibreOffice, and the forms of all departments filled in by it, collected by a program and in Chromium",
  kills: "the browser killed while it saves: --count 200 --seed N --slice 20",
  "import-kills": "the browser killed in the middle of an import: --count 50 --seed N --slice 20",
  building: "the whole party section built in the form, by keyboard and by mouse",
  jobs: "the 25 jobs of docs/guide/jobs walked in both languages, clicks and keys counted: --slice 5",
  publish: "the packages published to a registry on this machine, installed from it in empty projects and used",
  reproducible:
    "the bytes of every output in several time zones and locales, on the Node of the workspace and on others: --node 24 --all",
  embedding:
    "the tarballs in an empty project: Node 22 and 24, TypeScript, Deno, Bun, Vite, Next.js, webpack, esbuild, a script tag, in Chromium",
  screens: "a picture of each screen in docs/screens, or of those that are named: share start …",
};

const [name = ""] = process.argv.slice(2);
if (Object.hasOwn(names, name)) {
  process.exitCode = (await ensureInstalled()) || (await ensureBuilt("packages"));
  if (process.exitCode === 0) {
    const { run } = await import(`./long/${name}.mjs`);
    process.exitCode = await run(process.argv.slice(3));
  }
} else {
  const lines = Object.entries(names).map(([each, what]) => `  npm run long -- ${each.padEnd(11)}  ${what}`);
  console.error(`${name === "" ? "which?" : `there is no long run "${name}":`}\n${lines.join("\n")}`);
  process.exitCode = 2;
}
