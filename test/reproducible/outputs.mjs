// Every output of the command over some examples, as the SHA-256 of its bytes. A process of its own: `node outputs.mjs MAIN EXAMPLES
// RUBRIC…` imports the bundled command (`packages/cli/dist/main.js`), runs it in a copy of the examples and prints a JSON object from the
// name of each output to its exit code and hash. Plain JavaScript, so that any Node can run it. Left out are forms, each of which has a random
// identity, `collect`, which reads them, and `new`, which copies a template.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [bundle, examples, ...rubrics] = process.argv.slice(2);
const { main } = await import(pathToFileURL(bundle).href);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "yardstick-outputs-")));

/** Of text without the folder of this run, which some messages name. */
const hash = (bytes) =>
  createHash("sha256")
    .update(typeof bytes === "string" ? bytes.replaceAll(folder, "") : bytes)
    .digest("hex");

async function run(cwd, argv) {
  const written = { out: "", err: "" };
  const code = await main(argv, {
    stdout: { write: (text) => (written.out += text), columns: 120 },
    stderr: { write: (text) => (written.err += text) },
    stdin: (async function* () {})(),
    cwd,
    // The language is said; what else the process finds in its surroundings is what is tested.
    env: process.env,
  });
  return { code, ...written };
}

/** The bytes of a file, or of all files of a folder with their names. */
function bytesOf(path) {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => statSync(join(path, name)).isFile())
    .map((name) => `${name} ${hash(readFileSync(join(path, name)))}`)
    .join("\n");
}

/** Commands whose output is text. */
const texts = (rubric, key) => ({
  "check text": ["check", rubric],
  "check json": ["check", rubric, "--format", "json"],
  "check sarif": ["check", rubric, "--format", "sarif"],
  "check github": ["check", rubric, "--format", "github"],
  "test text": ["test", rubric],
  "test json": ["test", rubric, "--format", "json"],
  "test github": ["test", rubric, "--format", "github"],
  "test junit": ["test", rubric, "--format", "junit"],
  "score table": ["score", rubric],
  "score json": ["score", rubric, "--format", "json"],
  "score ndjson": ["score", rubric, "--format", "ndjson"],
  "score csv": ["score", rubric, "--format", "csv"],
  "score html": ["score", rubric, "--format", "html"],
  "explain text": ["explain", rubric, key],
  "explain json": ["explain", rubric, key, "--format", "json"],
  "explain html": ["explain", rubric, key, "--format", "html"],
  "compare table": ["compare", rubric],
  "compare json": ["compare", rubric, "--format", "json"],
  "impact table": ["impact", rubric],
  "impact json": ["impact", rubric, "--format", "json"],
  "sensitivity table": ["sensitivity", rubric, "--samples", "20"],
  "sensitivity json": ["sensitivity", rubric, "--samples", "20", "--format", "json"],
  "print html": ["print", rubric, "--format", "html"],
  compile: ["compile", rubric],
  "schema json-schema": ["schema", rubric],
  "schema typescript": ["schema", rubric, "--format", "typescript"],
  "sql duckdb": ["sql", rubric],
  "sql postgres": ["sql", rubric, "--dialect", "postgres"],
  "sql spark": ["sql", rubric, "--dialect", "spark"],
  "fmt check": ["fmt", rubric, "--check"],
});

/** Commands whose output is a file or a folder, by its name. */
const files = (rubric) => ({
  "score.xlsx": ["score", rubric, "--format", "xlsx"],
  "sheets.zip": ["score", rubric, "--format", "html", "--sheets"],
  "sheets/": ["score", rubric, "--format", "html", "--sheets"],
  "scheme.docx": ["print", rubric],
});

async function outputsOf(cwd, rubric) {
  const found = {};
  const { out } = await run(cwd, ["score", rubric, "--format", "json", "--lang", "en"]);
  const [{ key }] = JSON.parse(out).subjects;
  for (const lang of ["zh", "en"]) {
    for (const [name, argv] of Object.entries(texts(rubric, key))) {
      const { code, out: text, err } = await run(cwd, [...argv, "--lang", lang]);
      found[`${rubric} ${name} ${lang}`] = `${code} ${hash(`${text}\0${err}`)}`;
    }
    for (const [name, argv] of Object.entries(files(rubric))) {
      const path = join(cwd, `${lang}-${name}`);
      const { code } = await run(cwd, [...argv, "--lang", lang, "--out", path]);
      found[`${rubric} ${name} ${lang}`] = `${code} ${hash(bytesOf(path))}`;
      if (name !== "scheme.docx") continue;
      for (const format of ["text", "json"]) {
        const read = await run(cwd, ["read", path, "--lang", lang, "--format", format]);
        found[`${rubric} read ${name} ${format} ${lang}`] = `${read.code} ${hash(read.out + read.err)}`;
      }
      for (const table of ["table.docx", "table.xlsx"]) {
        const written = join(cwd, `${lang}-${table}`);
        const draft = join(cwd, `${lang}-${table}.rubric`);
        const { code: tableCode } = await run(cwd, ["read", path, "--lang", lang, "--out", draft, "--table", written]);
        found[`${rubric} read ${name} ${table} ${lang}`] =
          `${tableCode} ${hash(bytesOf(written))} ${hash(bytesOf(draft))}`;
      }
    }
    const page = join(cwd, dirname(rubric), `${lang}.html`);
    const notice = await run(cwd, ["score", rubric, "--format", "html", "--lang", lang, "--out", page]);
    for (const format of ["text", "json"]) {
      const verified = await run(cwd, ["verify", page, "--rubric", rubric, "--lang", lang, "--format", format]);
      found[`${rubric} verify ${format} ${lang}`] =
        `${verified.code} ${notice.code} ${hash(verified.out + verified.err)}`;
    }
  }
  return found;
}

try {
  const found = {};
  for (const rubric of rubrics) {
    const cwd = join(folder, "examples");
    rmSync(cwd, { recursive: true, force: true });
    cpSync(examples, cwd, { recursive: true });
    Object.assign(found, await outputsOf(cwd, rubric));
  }
  process.stdout.write(JSON.stringify(found));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
