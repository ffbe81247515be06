// From file to file, as a person runs it: `yardstick score` from CSV to CSV, beside DuckDB (exact decimals, one thread) and beside Papa
// Parse with code in doubles, each in a process of its own; and a ledger of many rows over 100,000 subjects. What counts is processor
// time and the most memory the process ever had. Totals and places in the written files are compared with exact ones.
//
//     npm run bench -- --case e2e [--rows N]

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeLedger, writePeers } from "./end-to-end-data.mjs";
import { exactHundredths, exactPlaces, float64Columns, placesBySorting } from "./hand-written.mjs";
import { bands, caps, criteria, fieldNames, makeColumns, vetoes } from "./peers-workload.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = fileURLToPath(import.meta.url);
const command = join(root, "packages/cli/bin/yardstick.mjs");
const fromTables = createRequire(join(root, "packages/tables/package.json"));
const SIZES = [10_000, 100_000, 1_000_000];
const LEDGER_ROWS = 10_000_000;
const REPEATS = 3;

/** DuckDB as the command finds it, else as the bench installs it; null where it is not installed. */
function duckdbPath() {
  for (const from of [join(root, "packages/cli/package.json"), script]) {
    try {
      return createRequire(from).resolve("@duckdb/node-api");
    } catch {
      // The next place is tried.
    }
  }
  return null;
}

/** Runs Node; null where it fails, as for want of memory. Gives processor seconds of all its threads and its greatest resident size, as the process itself counts them at its end. */
function measured(args, folder) {
  const usage = join(folder, "usage.json");
  const atExit = `process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS * 1024 / 1e6) })); });`;
  const preload = `data:text/javascript,${encodeURIComponent(atExit)}`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(readFileSync(usage, "utf8"));
  process.stderr.write(`failed: ${stderr.split("\n").find((line) => /error/iu.test(line)) ?? stderr}\n`);
  return null;
}

/** The median of the processor time of several runs, and the greatest memory of all. */
function median(args, folder) {
  const runs = [];
  for (let run = 0; run < REPEATS; run += 1) {
    const usage = measured(args, folder);
    if (usage === null) return null;
    runs.push(usage);
  }
  const cpu = runs.map((run) => run.cpu).sort((a, b) => a - b)[Math.floor(REPEATS / 2)];
  return { cpu: Number(cpu.toFixed(2)), megabytes: Math.max(...runs.map((run) => run.megabytes)) };
}

/** The exact totals, in hundredths, and places. */
function exactResults(rows) {
  const columns = makeColumns(rows);
  const ones = caps.map(() => 100n);
  const hundredths = Int32Array.from({ length: rows }, (_, row) => exactHundredths(columns, row, ones));
  return { hundredths, places: exactPlaces(columns, hundredths, rows) };
}

/** Rows of a written file that have another total or place than the exact ones; of doubles there are some. */
function wrongRows(file, rows, [scoreName, placeName], { hundredths, places }) {
  const lines = readFileSync(file, "utf8").trim().split(/\r?\n/u);
  const header = lines[0].replace("\ufeff", "").split(",");
  const [score, place] = [header.indexOf(scoreName), header.indexOf(placeName)];
  if (lines.length !== rows + 1) throw new Error(`${lines.length - 1} rows instead of ${rows}`);
  let wrong = 0;
  for (const line of lines.slice(1)) {
    const cells = line.split(",");
    const row = Number(cells[0].slice(1));
    if (Math.round(Number(cells[score]) * 100) !== hundredths[row] || Number(cells[place] || 0) !== places[row]) {
      wrong += 1;
    }
  }
  return wrong;
}

function peers(rows, folder) {
  writePeers(folder, rows);
  const duckdb = duckdbPath();
  const exact = exactResults(rows);
  const subjects = [
    [
      "yardstick score",
      [command, "score", "peers.rubric", "--data", "peers.csv", "--format", "csv", "--out", "out.csv"],
    ],
    ...(duckdb === null ? [] : [["DuckDB, DECIMAL, one thread", [script, "--duckdb", duckdb]]]),
    ["Papa Parse and float64", [script, "--papa", String(rows)]],
  ];
  return subjects.map(([subject, args]) => {
    const usage = median(args, folder);
    if (usage === null) return { case: "e2e", subject, rows, cpu: null, megabytes: null, wrong: null };
    const names = subject.startsWith("yardstick") ? ["score", "places"] : ["score", "place"];
    return { case: "e2e", subject, rows, ...usage, wrong: wrongRows(join(folder, "out.csv"), rows, names, exact) };
  });
}

function ledger(rows, folder) {
  writeLedger(folder, rows);
  const args = [command, "score", "ledger.rubric", "--data", "subjects.csv", "--table", "event=events.csv"];
  const usage = median([...args, "--format", "csv", "--out", "out.csv"], folder);
  if (usage === null) throw new Error("the ledger could not be scored");
  return [{ case: "e2e ledger", subject: "yardstick score", rows, ...usage, wrong: wrongOfLedger(folder) }];
}

/** Subjects of the ledger whose total is not 100 less a hundredth for each `n` of A and two for each B, down to 0. */
function wrongOfLedger(folder) {
  const deducted = new Map();
  const bytes = readFileSync(join(folder, "events.csv"), "latin1");
  for (let from = bytes.indexOf("\n") + 1; from < bytes.length;) {
    const end = bytes.indexOf("\n", from);
    const [name, kind, n] = bytes.slice(from, end).split(",");
    if (kind !== "C") deducted.set(name, (deducted.get(name) ?? 0) + (kind === "A" ? Number(n) : 2));
    from = end + 1;
  }
  const [header, ...lines] = readFileSync(join(folder, "out.csv"), "utf8").trim().split(/\r?\n/u);
  const score = header.split(",").indexOf("score");
  return lines.filter((line) => {
    const cells = line.split(",");
    return Math.round(Number(cells[score]) * 100) !== Math.max(0, 10_000 - (deducted.get(cells[0]) ?? 0));
  }).length;
}

/** All figures; `only` is a number of rows of the peers' workload. */
export function endToEndFigures(only) {
  const folder = mkdtempSync(join(tmpdir(), "yardstick-bench-"));
  try {
    const sizes = only === null ? SIZES : [only];
    const found = sizes.flatMap((rows) => {
      process.stderr.write(`e2e, ${rows} rows\n`);
      return peers(rows, folder);
    });
    if (only !== null) return found;
    process.stderr.write(`e2e ledger, ${LEDGER_ROWS} rows\n`);
    return [...found, ...ledger(LEDGER_ROWS, folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workload as one query from file to file. */
async function scoreOnDuckdb(path) {
  const api = await import(pathToFileURL(path).href);
  const instance = await api.DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const D = (text) => `${text}::DECIMAL(9,4)`;
  const amount = (c) => {
    if (c.kind === "deduct") return `greatest(0::DECIMAL(9,4), ${D(c.max)} - ${c.per}::DECIMAL(4,2) * ${c.count})`;
    if (c.kind === "share")
      return `CASE WHEN ${c.actual} >= ${c.target} THEN ${D(c.max)} ELSE ((${Math.round(c.max * 20000)} * ${c.actual} + ${c.target}) // (2 * ${c.target})) * 0.0001::DECIMAL(5,4) END`;
    if (c.kind === "flag") return `CASE WHEN ${c.flag} = 'yes' THEN ${D(`-${c.off}`)} ELSE 0 END`;
    if (c.kind === "level")
      return `CASE ${c.level} WHEN 'A' THEN ${D(c.points[0])} WHEN 'B' THEN ${D(c.points[1])} WHEN 'C' THEN ${D(c.points[2])} ELSE ${D(c.points[3])} END`;
    return `least(${D(c.cap)}, ${c.per}::DECIMAL(4,2) * ${c.count})`;
  };
  const sums = caps.map((cap, k) => {
    const own = criteria.filter((c) => c.category === k).map(amount);
    return `least(${D(cap)}, greatest(0::DECIMAL(9,4), (${own.join(" + ")})::DECIMAL(9,4)))::DECIMAL(9,4) AS k${k}`;
  });
  const factors = bands.map(({ below, factor }) =>
    below === Infinity ? `ELSE ${factor}` : `WHEN pop < ${below} THEN ${factor}`,
  );
  const types = ["name", ...fieldNames].map(
    (name) => `'${name}': '${name === "name" || /^[fvl]\d/.test(name) ? "VARCHAR" : "INTEGER"}'`,
  );
  const all = caps.map((_, k) => `k${k}`);
  await connection.run(`COPY (WITH s AS (SELECT name, grp, pop, (${vetoes.map((veto) => `${veto} = 'yes'`).join(" OR ")}) AS v, ${sums.join(", ")}
    FROM read_csv('peers.csv', columns = {${types.join(", ")}}, header = true)),
  t AS (SELECT *, CASE WHEN v THEN 0::DECIMAL(9,2) ELSE round((CASE ${factors.join(" ")} END)::DECIMAL(2,1) * (${all.join(" + ")})::DECIMAL(12,6), 2)::DECIMAL(9,2) END AS score FROM s)
  SELECT name, score, CASE WHEN v THEN NULL ELSE rank() OVER (PARTITION BY grp, v ORDER BY score DESC) END AS place, ${all.join(", ")} FROM t)
  TO 'out.csv' (HEADER)`);
}

/** What a person writes: rows by Papa Parse, columns of doubles, straight-line code, lines joined. */
function scoreByHand(rows) {
  const Papa = fromTables("papaparse");
  const { data } = Papa.parse(readFileSync("peers.csv", "utf8"), { header: false, skipEmptyLines: true });
  const valueOf = (name) => {
    if (/^[fv]\d/.test(name)) return (text) => Number(text === "yes");
    return name.startsWith("l") ? (text) => "ABCD".indexOf(text) : Number;
  };
  const columns = Object.fromEntries(
    fieldNames.map((name, at) => {
      const value = valueOf(name);
      return [name, Float64Array.from({ length: rows }, (_, row) => value(data[row + 1][at + 1]))];
    }),
  );
  const totals = new Float64Array(rows);
  float64Columns()(
    columns,
    rows,
    caps.map(() => 1),
    totals,
  );
  const places = placesBySorting(
    rows,
    (row) => columns.grp[row],
    (row) => totals[row],
    (row) => vetoes.some((veto) => columns[veto][row] !== 0),
  );
  const lines = Array.from(
    { length: rows },
    (_, row) => `${data[row + 1][0]},${totals[row].toFixed(2)},${places[row] || ""}`,
  );
  writeFileSync("out.csv", `name,score,place\n${lines.join("\n")}\n`);
}

if (process.argv[2] === "--duckdb") await scoreOnDuckdb(process.argv[3]);
else if (process.argv[2] === "--papa") scoreByHand(Number(process.argv[3]));
