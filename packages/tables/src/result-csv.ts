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

/** The CSV file of a result, one line for each subject: UTF-8 with a byte order mark, CRLF. */
export function resultCsv(result: Result, program: Program, messages: ResultMessages): string {
  const columns = [...resultColumns(program, messages.lang), ...columnsBeside(program, messages)];
  const head = columns.map(({ header }) => textInCsv(header));
  const lines = result.subjects.map((subject) => columns.map(({ of }) => resultInCsv(of(subject))));
  return BYTE_ORDER_MARK + csvLines([head, ...lines]);
}
