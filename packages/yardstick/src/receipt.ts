/**
 * The receipt of a run: fingerprints of the rubric and of the data, and the versions that scored it. The same receipt means
 * the same result, to the last digit.
 */
import type { Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export interface Receipt {
  /** Of the text as it was compiled. */
  readonly rubric: string;
  /** Of the typed columns by name: neither layout nor encoding of the files counts, nor the order of columns. */
  readonly data: string;
  readonly edition: string | null;
  /** Version of the language. */
  readonly language: string;
  /** Version of what scored. */
  readonly engine: string;
}

/** The version in this package's manifest; a test holds them together. */
export const ENGINE_VERSION = "0.1.0";

/** `sha256:` and 64 hexadecimal digits, of the UTF-8 bytes. */
export function fingerprint(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** A published 97.80 is the 97.8 that a spreadsheet keeps of it. */
function plainNumber(text: string | null): string | null {
  return text !== null && /^-?\d+\.\d+$/u.test(text) ? text.replace(/\.?0+$/u, "") : text;
}

function canonical(program: Program, dataset: Dataset): string {
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
  const named = (names: readonly string[], columns: Dataset["subjects"]["columns"]) =>
    names.map((name, index) => [name, columns[index] ?? []] as const).sort(byName);
  return JSON.stringify({
    subjects: named(
      program.fields.map(({ name }) => name),
      dataset.subjects.columns,
    ),
    lists: program.lists.map(({ name, columns }, index) => [
      name,
      dataset.lists[index]?.owner ?? [],
      named(
        columns.map((column) => column.name),
        dataset.lists[index]?.columns ?? [],
      ),
    ]),
    constants: named(
      program.constants.map(({ name }) => name),
      dataset.constants.map((cell) => [cell]),
    ),
    history: dataset.history.map(({ key, period, results }) => [
      key,
      period,
      Object.entries(results)
        .map(([name, text]) => [name, plainNumber(text)] as const)
        .sort(byName),
    ]),
    used: dataset.used.map((results) => [...results].map(([key, records]) => [key, records])),
  });
}

export function receiptOf(program: Program, source: string, dataset: Dataset): Receipt {
  return {
    rubric: fingerprint(source),
    data: fingerprint(canonical(program, dataset)),
    edition: program.edition?.name ?? null,
    language: program.language,
    engine: ENGINE_VERSION,
  };
}
