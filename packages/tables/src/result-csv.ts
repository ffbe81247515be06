/**
 * Published results as a CSV file that spreadsheets open directly and that can be read back as history.
 */
import type { Result } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { BYTE_ORDER_MARK, csvLines, plainInCsv, textInCsv } from "./csv-text.js";
import type { ResultValue, ResultMessages } from "./result-columns.js";
import { columnsBeside, resultColumns } from "./result-columns.js";

function resultInCsv(value: ResultValue): string {
  if ("number" in value) return value.number === null ? "" : plainInCsv(String(value.number));
  return textInCsv(value.text ?? "");
}

/** The number of lines in one piece. */
const BATCH = 256;

/** The CSV file of a result, one line for each subject: UTF-8 with a byte order mark, CRLF. */
export function resultCsv(result: Result, program: Program, messages: ResultMessages): string {
  return [...resultCsvPieces(result, program, messages)].join("");
}

/** The text of `resultCsv` in pieces, since a long result may exceed the maximum length of a string. */
export function* resultCsvPieces(
  { subjects }: Result,
  program: Program,
  messages: ResultMessages,
): Generator<string, void, void> {
  const columns = [...resultColumns(program, messages.lang), ...columnsBeside(program, messages)];
  yield BYTE_ORDER_MARK + csvLines([columns.map(({ header }) => textInCsv(header))]);
  let lines: string[][] = [];
  for (const subject of subjects) {
    lines.push(columns.map(({ of }) => resultInCsv(of(subject))));
    if (lines.length < BATCH) continue;
    yield csvLines(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvLines(lines);
}
