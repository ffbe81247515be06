// Reading tables: 100,000 rows × 40 columns of CSV to typed columns, beside Papa Parse alone on the same text; and a workbook of
// 10,000 × 40, with the most memory it takes above the start. Outputs are checked before anything is timed.
//
//   node --expose-gc test/bench/tables.mjs [rows]
//
// Prints one line of JSON a figure; exits with 1 where a figure is beyond its bound.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fromTables = createRequire(join(root, "packages/tables/package.json"));
const Papa = fromTables("papaparse");
const { readTables, writeWorkbook } = await import(pathToFileURL(join(root, "packages/tables/dist/index.js")).href);

const COLUMNS = 40;
const MAX_TIMES_PAPA = 3;
const MAX_MEGABYTES = 256;

const field = (name, type) => ({
  name,
  span: [0, 0],
  type,
  optional: false,
  default: null,
  assessor: null,
  documentation: null,
  judgement: null,
});
const yuan = { name: "万元", scale: "10000", dimension: { 元: 1 } };
const number = (form, unit = null, min = null) => ({ kind: "number", form, unit, min, max: null });

/** Ten groups of four columns: an amount in 万元, a count, a percentage, a flag; the first is the key. */
const kinds = [number("number", yuan), number("count"), number("percent"), { kind: "flag" }];
const fields = Array.from({ length: COLUMNS }, (_, at) =>
  at === 0 ? field("名称", { kind: "text" }) : field(`列${at}`, kinds[at % kinds.length]),
);
const program = { subject: "单位", key: 0, period: null, fields, lists: [], constants: [], choices: [] };

function cell(row, column) {
  if (column === 0) return `单位${row}`;
  const seed = (row * 31 + column * 17) % 1000;
  return [`${seed}.${((row + column) % 90) + 10}`, String(seed % 50), `${seed % 100}.5%`, seed % 2 === 0 ? "是" : "否"][
    column % 4
  ];
}

function csv(rows) {
  const lines = [fields.map(({ name }) => name).join(",")];
  for (let row = 0; row < rows; row++)
    lines.push(Array.from({ length: COLUMNS }, (_, column) => cell(row, column)).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function check({ subjects, problems }, rows) {
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  if (subjects.rows !== rows) throw new Error(`${subjects.rows} rows instead of ${rows}`);
  const seed = (7 * 31 + 4 * 17) % 1000;
  const found = [subjects.columns[0][7], subjects.columns[4][7], subjects.columns[3][7]];
  const expected = ["单位7", String(seed * 10_000 + 2100), ((7 * 31 + 3 * 17) % 1000) % 2 === 0];
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

/** The least of several times, in milliseconds: what the machine does besides only ever adds. */
function best(times, work) {
  let least = Infinity;
  for (let run = 0; run < times; run++) {
    globalThis.gc?.();
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function csvFigure(rows) {
  const bytes = new TextEncoder().encode(csv(rows));
  const source = { role: "subjects", file: "bench.csv", format: "csv", bytes };
  check(readTables(program, [source]), rows);
  const papa = best(3, () => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ",", header: false }));
  const ours = best(3, () => readTables(program, [source]));
  return {
    figure: "csv-to-columns",
    rows,
    columns: COLUMNS,
    papaMs: Math.round(papa),
    ms: Math.round(ours),
    times: +(ours / papa).toFixed(2),
    bound: MAX_TIMES_PAPA,
    holds: ours / papa <= MAX_TIMES_PAPA,
  };
}

/** In a process of its own, so that nothing else is in its memory; it tells its own peak. */
function workbookFigure(file, rows) {
  const script = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--expose-gc", script, "--workbook", file, String(rows)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function readWorkbookAlone(file, rows) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const read = readTables(program, [
    { role: "subjects", file: "bench.xlsx", format: "xlsx", bytes: readFileSync(file) },
  ]);
  const ms = Math.round(performance.now() - start);
  // The greatest resident size the process ever had: nothing can have been above it.
  const above = (process.resourceUsage().maxRSS * 1024 - before) / (1024 * 1024);
  check(read, rows);
  return {
    figure: "workbook-to-columns",
    rows,
    columns: COLUMNS,
    ms,
    megabytesAboveStart: Math.round(above),
    bound: MAX_MEGABYTES,
    holds: above <= MAX_MEGABYTES,
  };
}

async function writeBook(file, rows) {
  const value = (row, column) => {
    const text = cell(row, column);
    if (column % 4 === 0 || column % 4 === 1)
      return column === 0 ? { kind: "text", text } : { kind: "number", decimal: text };
    return { kind: "text", text };
  };
  const head = fields.map(({ name }) => ({ value: { kind: "text", text: name } }));
  const body = Array.from({ length: rows }, (_, row) => fields.map((_, column) => ({ value: value(row, column) })));
  writeFileSync(
    file,
    await writeWorkbook({
      title: "bench",
      sheets: [{ name: "单位", columns: fields.map(() => ({ width: 10 })), rows: [head, ...body] }],
    }),
  );
}

/** All figures of this file; `rows` of the CSV. */
export async function tableFigures(rows = 100_000) {
  const file = join(tmpdir(), `yardstick-bench-${process.pid}.xlsx`);
  try {
    await writeBook(file, 10_000);
    return [csvFigure(rows), workbookFigure(file, 10_000)];
  } finally {
    rmSync(file, { force: true });
  }
}

if (process.argv[2] === "--workbook") {
  console.log(JSON.stringify(readWorkbookAlone(process.argv[3], Number(process.argv[4]))));
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await tableFigures(process.argv[2] === undefined ? undefined : Number(process.argv[2]));
  for (const figure of figures) console.log(JSON.stringify(figure));
  process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
}
