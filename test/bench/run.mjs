// The bench: our engine beside what a person writes by hand and beside other engines, on one workload. Each case at each size
// runs in a process of its own.
//
//     npm run bench                                   everything, about ten minutes; a table
//     npm run bench -- --json [--case score|rank|drag|parse|manners|e2e] [--rows N]     the same as one JSON array

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endToEndFigures } from "./end-to-end.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const given = process.argv.slice(2);
const valueOf = (name) => {
  const index = given.indexOf(name);
  return index < 0 ? null : (given[index + 1] ?? null);
};
const isJson = given.includes("--json");
const isAlone = given.includes("--alone");
const only = valueOf("--case");
const size = valueOf("--rows") === null ? null : Number(valueOf("--rows"));
const cases = ["score", "rank", "drag", "parse", "manners", "e2e"];
if ((only !== null && !cases.includes(only)) || (size !== null && !(size >= 1))) {
  process.stderr.write(
    "usage: npm run bench -- [--json] [--case score|rank|drag|parse|manners|e2e] [--rows N] [--alone]\n",
  );
  process.exit(2);
}

if (!isAlone) installPeers();
const results = [];
for (const kind of only === null ? cases : [only]) {
  if (kind === "e2e") {
    results.push(...endToEndFigures(size));
    continue;
  }
  const sizes =
    size !== null
      ? [size]
      : kind === "parse"
        ? [5000]
        : kind === "manners"
          ? [1_000_000]
          : [10_000, 100_000, 1_000_000];
  for (const rows of sizes) results.push(...withCold(kind, rows, withMemory(kind, rows, measured(kind, rows))));
}
process.stdout.write(isJson ? `${JSON.stringify(results)}\n` : `${table(results)}\n`);

/**
 * Peers come from the registry when the bench is first run; without a network the bench goes on without them. Not `npm ci`: a
 * registry that lacks what a peer offers for other systems would make it refuse the lock file.
 */
function installPeers() {
  if (existsSync(new URL("node_modules/decimal.js", import.meta.url))) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.stderr.write("The other engines could not be installed; measuring without them.\n");
}

function measured(kind, rows, which = isAlone ? "alone" : null) {
  process.stderr.write(`${kind}, ${rows} rows\n`);
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      "--expose-gc",
      "--max-old-space-size=8000",
      `${here}measure.mjs`,
      kind,
      String(rows),
      ...(which === null ? [] : [which]),
    ],
    {
      stdio: ["ignore", "pipe", 2],
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout);
}

/** What our engine needs above its input is measured apart, because others would stand in the same memory. */
function withMemory(kind, rows, found) {
  if (kind !== "score") return found;
  const [{ bytesPerRow }] = measured("memory", rows);
  return found.map((result) => (result.subject.startsWith("yardstick") ? { ...result, bytesPerRow } : result));
}

/** The first pass of a process, each time in a new one and in turns: the median of seven, beside that of the last subject. */
function withCold(kind, rows, found) {
  if (kind !== "parse") return found;
  const passes = Array.from({ length: 7 }, () => found.flatMap(({ subject }) => measured("cold", rows, subject)));
  const medians = found.map((_, index) => passes.map((pass) => pass[index].medianMs).sort((a, b) => a - b)[3]);
  const cold = passes[0].map((result, index) => ({
    ...result,
    medianMs: Number(medians[index].toFixed(3)),
    ratio: Number((medians[index] / medians.at(-1)).toFixed(3)),
  }));
  return [...found, ...cold];
}

function table(rows) {
  const known = [
    "case",
    "subject",
    "rows",
    "medianMs",
    "ratio",
    "wrongTotals",
    "wrongRanks",
    "bytesPerRow",
    "cpu",
    "megabytes",
    "wrong",
  ];
  const columns = known.filter((name) => rows.some((row) => name in row));
  const cells = [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? "")))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "),
    )
    .join("\n");
}
