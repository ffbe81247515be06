/**
 * The receipt of a run: fingerprints of the rubric and of the data, and the versions of language and engine. Runs with the same receipt
 * have the same result, to the last digit.
 */
import type { Cell, Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { codedCellsOf, type CodedCells } from "@yardstick/engine";
import { sha256Of } from "./sha256.js";
import { ENGINE_VERSION } from "./version/engine-version.js";

/** The receipt of a run. */
export interface Receipt {
  /** Fingerprint of the text that was compiled. */
  readonly rubric: string;
  /** Fingerprint of the typed columns by name; layout and encoding of the files and the order of columns do not affect it. */
  readonly data: string;
  readonly edition: string | null;
  /** Version of the language. */
  readonly language: string;
  /** Version of the engine. */
  readonly engine: string;
}

/** The SHA-256 hash of the UTF-8 bytes of a text, as `sha256:` and 64 hexadecimal digits. */
export function fingerprint(text: string): string {
  return fingerprintOf([text]);
}

/** A number without trailing zeros, since a spreadsheet stores a published 97.80 as 97.8. */
function plainNumber(text: string | null): string | null {
  return text !== null && /^-?\d+\.\d+$/u.test(text) ? text.replace(/\.?0+$/u, "") : text;
}

/** The number of cells in one piece of JSON, and of bytes in one piece of a column of coded cells. */
const BATCH = 4096;

/** The data as canonical JSON in pieces, since it may exceed the maximum length of a string. */
function* canonical(program: Program, dataset: Dataset): Generator<string | Uint8Array, void, void> {
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
  const named = (names: readonly string[], columns: Dataset["subjects"]["columns"]) =>
    names.map((name, index) => [name, columns[index] ?? []] as const).sort(byName);
  const names = program.fields.map(({ name }) => name);
  yield '{"subjects":';
  yield* columnPieces(named(names, dataset.subjects.columns));
  yield ',"lists":[';
  for (const [index, { name, columns }] of program.lists.entries()) {
    const list = dataset.lists[index];
    yield `${index === 0 ? "" : ","}[${JSON.stringify(name)},`;
    yield* arrayPieces(list?.owner ?? []);
    yield ",";
    const columnNames = columns.map((column) => column.name);
    yield* columnPieces(named(columnNames, list?.columns ?? []));
    yield "]";
  }
  const constants = named(
    program.constants.map(({ name }) => name),
    dataset.constants.map((cell) => [cell]),
  );
  yield `],"constants":${JSON.stringify(constants)},"history":`;
  yield* arrayPieces(
    dataset.history.map(({ key, period, results }) => [
      key,
      period,
      Object.entries(results)
        .map(([name, text]) => [name, plainNumber(text)] as const)
        .sort(byName),
    ]),
  );
  yield ',"used":[';
  for (const [index, results] of dataset.used.entries()) {
    if (index > 0) yield ",";
    yield* arrayPieces([...results].map(([key, records]) => [key, records]));
  }
  yield "]}";
}

function* columnPieces(
  columns: readonly (readonly [string, readonly Cell[]])[],
): Generator<string | Uint8Array, void, void> {
  yield "[";
  for (const [index, [name, cells]] of columns.entries()) {
    yield `${index === 0 ? "" : ","}[${JSON.stringify(name)},`;
    const coded = codedCellsOf(cells);
    // Each different cell is written once where rows share them.
    if (coded === null || coded.cells.length > cells.length / 4) yield* arrayPieces(cells);
    else yield* codedPieces(coded);
    yield "]";
  }
  yield "]";
}

function* arrayPieces(values: readonly unknown[]): Generator<string, void, void> {
  yield "[";
  for (let from = 0; from < values.length; from += BATCH) {
    const text = JSON.stringify(values.slice(from, from + BATCH));
    yield `${from === 0 ? "" : ","}${text.slice(1, -1)}`;
  }
  yield "]";
}

/** The text of `arrayPieces` for a column of coded cells, in bytes: each different cell is encoded once. A piece is overwritten by the next. */
function* codedPieces({ codes, cells }: CodedCells): Generator<string | Uint8Array, void, void> {
  const encoder = new TextEncoder();
  // Behind the cells is what a code without a cell has.
  const texts = [...cells, null].map((cell) => encoder.encode(`,${JSON.stringify(cell)}`));
  const ends = new Int32Array(texts.length + 1);
  for (const [code, { length }] of texts.entries()) ends[code + 1] = (ends[code] ?? 0) + length;
  const bytes = new Uint8Array(ends[texts.length] ?? 0);
  for (const [code, text] of texts.entries()) bytes.set(text, ends[code]);
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const piece = new Uint8Array(BATCH + longest);
  let filled = 0;
  // The first cell has no comma before it.
  let begin = 1;
  yield "[";
  for (let row = 0; row < codes.length; row += 1) {
    const code = Math.min(codes[row]!, cells.length);
    for (let at = ends[code]!; at < ends[code + 1]!; at += 1) piece[filled++] = bytes[at]!;
    if (filled < BATCH) continue;
    yield piece.subarray(begin, filled);
    begin = filled = 0;
  }
  if (filled > begin) yield piece.subarray(begin, filled);
  yield "]";
}

function fingerprintOf(pieces: Iterable<string | Uint8Array>): string {
  return `sha256:${sha256Of(pieces)}`;
}

/** The receipt of scoring a dataset. */
export function receiptOf(program: Program, source: string, dataset: Dataset): Receipt {
  return {
    rubric: fingerprint(source),
    data: fingerprintOf(canonical(program, dataset)),
    edition: program.edition?.name ?? null,
    language: program.language,
    engine: ENGINE_VERSION,
  };
}
