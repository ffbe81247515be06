// The files of the end-to-end bench, seeded: the workload of `peers-workload.mjs` as a rubric and a CSV file of 54 columns, and a ledger
// rubric with a CSV file of subjects and one of side rows. Written in pieces, so that ten million rows need no memory.
//
//     node test/bench/end-to-end-data.mjs peers|ledger ROWS FOLDER
//
// Prints the seed.

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fieldNames, groups, makeColumns, rubricText } from "./peers-workload.mjs";

const SEED = 20240601;
/** Rows written at once. */
const PIECE = 10_000;
const LEDGER_SUBJECTS = 100_000;

function writeLines(file, header, rows, lineOf) {
  const to = openSync(file, "w");
  writeSync(to, `${header}\n`);
  for (let from = 0; from < rows; from += PIECE) {
    const lines = [];
    for (let row = from; row < Math.min(rows, from + PIECE); row += 1) lines.push(lineOf(row));
    writeSync(to, `${lines.join("\n")}\n`);
  }
  closeSync(to);
}

function shownAs(name) {
  if (/^[fv]\d/.test(name)) return (value) => (value === 1 ? "yes" : "no");
  return name.startsWith("l") ? (value) => "ABCD"[value] : String;
}

/** Writes `peers.rubric` and `peers.csv`. */
export function writePeers(folder, rows) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "peers.rubric"), rubricText());
  const columns = makeColumns(rows, SEED);
  const cells = fieldNames.map((name) => {
    const shown = shownAs(name);
    const values = columns[name];
    return (row) => shown(values[row]);
  });
  writeLines(join(folder, "peers.csv"), ["name", ...fieldNames].join(","), rows, (row) => {
    let line = `u${row}`;
    for (const cell of cells) line += `,${cell(row)}`;
    return line;
  });
}

const LEDGER_RUBRIC = `rubric "Ledger"
total 100 points
score rounds to 2 decimals
data unit {
  name: text key
  grp: count
  event: list {
    kind: choice(A, B, C)
    n: count
  }
}
item conduct 100 points {
  each event where kind = A deduct 0.01 points * n
  each event where kind = B deduct 0.02 points
}
ranking places by score within grp ties share
`;

/** Writes `ledger.rubric`, `subjects.csv` with 100,000 subjects and `events.csv` with side rows in no order. */
export function writeLedger(folder, rows) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ledger.rubric"), LEDGER_RUBRIC);
  let state = SEED;
  // Marsaglia's xorshift of 32 bits.
  const next = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  writeLines(join(folder, "subjects.csv"), "name,grp", LEDGER_SUBJECTS, (row) => `u${row},${next(groups)}`);
  writeLines(
    join(folder, "events.csv"),
    "name,kind,n",
    rows,
    () => `u${next(LEDGER_SUBJECTS)},${"ABC"[next(3)]},${next(10)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, rows, folder] = process.argv.slice(2);
  (kind === "ledger" ? writeLedger : writePeers)(folder, Number(rows));
  process.stdout.write(`seed ${SEED}\n`);
}
