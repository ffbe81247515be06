/**
 * Published results as a CSV file that spreadsheets open as it is, and that can be given back as history next time. UTF-8 with a
 * byte order mark, CRLF.
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

export function resultCsv(result: Result, program: Program, words: ResultMessages): string {
  const columns = [...resultColumns(program, words.lang), ...columnsBeside(program, words)];
  const head = columns.map(({ header }) => textInCsv(header));
  const lines = result.subjects.map((subject) => columns.map(({ of }) => resultInCsv(of(subject))));
  return BYTE_ORDER_MARK + csvLines([head, ...lines]);
}
