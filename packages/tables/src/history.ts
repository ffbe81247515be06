/**
 * Reads published results of earlier periods: the key, the period, then results by name. Results keep the text they were published
 * with, except that numbers lose thousands separators and full-width digits.
 */
import type { HistoryRow } from "@yardstick/engine";
import { foldHeader, foldName, foldPeriod, hasShortYear, plainPeriod } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import { keyOfPeriod } from "./key-of-period.js";
import { composed, foldWidth, isBlank, shownText } from "./cell/written.js";
import type { Column } from "./header.js";
import { matchHeaders } from "./header.js";
import type { LocatedProblem } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawCell } from "./raw-table.js";
import type { InputTable } from "./input-tables.js";
import { PERIOD_NAMES, keyKinds } from "./target.js";

/** Results of earlier periods, and what is wrong with their tables. */
export interface History {
  readonly rows: readonly HistoryRow[];
  readonly problems: readonly LocatedProblem[];
}

const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

function published(raw: RawCell | undefined): string | null {
  if (raw === undefined || raw === null || isBlank(raw)) return null;
  if (typeof raw === "boolean") return raw ? "是" : "否";
  // The result is the text that the sheet shows.
  if (typeof raw === "object" && raw.kind === "formatted") return published(raw.text);
  if (typeof raw === "object") return shownText(raw);
  const folded = foldWidth(raw);
  if (GROUPED.test(folded)) return folded.replaceAll(",", "");
  return NUMBER.test(folded) ? folded : composed(raw);
}

/** Reads all history tables; of two rows of the same key and period the first is used. */
export function readHistory(program: Program, tables: readonly InputTable[]): History {
  const rows: HistoryRow[] = [];
  const problems: LocatedProblem[] = [];
  const seen = new Set<string>();

  for (const input of tables) {
    const problemList = new ProblemList(input.location);
    const { headers } = input.raw;
    const keyField = program.fields[program.key];
    const periodField = program.period === null ? undefined : program.fields[program.period];
    const periodName =
      periodField?.name ?? PERIOD_NAMES.find((name) => headers.some((header) => foldHeader(header) === name)) ?? "期别";
    if (keyField === undefined || (input.headerRow === null && input.raw.rows.length === 0)) continue;

    const expectedFields = [keyField, { ...keyField, name: periodName }].map((field, index) => ({
      field: { ...field, type: { kind: "text" } } satisfies Field,
      required: true,
      ...(index === 0 ? { kinds: keyKinds(program) } : {}),
    }));
    const headerProblems = new ProblemList(input.location);
    const [key, period] = matchHeaders(headers, expectedFields, { row: input.headerRow, units: [] }, headerProblems);
    // Every other header names a result, possibly of an older edition of the rubric, so only key and period are checked.
    const names = new Set(expectedFields.map(({ field }) => field.name));
    for (const problem of headerProblems.found) {
      const isOfKey = problem.reason === "key-by-kind" || names.has(problem.column ?? "");
      if (problem.reason !== "unknown-column" && isOfKey) problemList.add(problem);
    }
    const results = headers
      .map((header, at) => ({ name: composed(header), at }))
      .filter(({ name, at }) => name !== "" && at !== key?.at && at !== period?.at && !names.has(name));

    const rowsOf = (keyColumn: Column, periodColumn: Column) =>
      input.raw.rows.map((row) => ({
        row,
        keyText: published(row.cells[keyColumn.at]),
        periodText: published(row.cells[periodColumn.at]),
      }));
    for (const { row, keyText, periodText } of key && period ? rowsOf(key, period) : []) {
      const missing = keyText === null ? keyField.name : periodName;
      const location = { index: null, row: row.row, expected: [] };
      if (row.beyond.length > 0) {
        problemList.add({ ...location, column: null, found: row.beyond.join(","), reason: "too-many-cells" });
      } else if (keyText === null || periodText === null) {
        problemList.add({ ...location, column: missing, found: "", reason: "missing-key" });
      } else if (hasShortYear(periodText)) {
        problemList.add({ ...location, column: null, found: periodText, reason: "unclear-period" });
      } else if (seen.has(`${foldName(keyText)}\u0000${foldPeriod(periodText)}`)) {
        problemList.add({
          ...location,
          column: keyField.name,
          found: keyOfPeriod(keyText, periodText),
          reason: "duplicate-key",
        });
      } else {
        seen.add(`${foldName(keyText)}\u0000${foldPeriod(periodText)}`);
        rows.push({
          key: composed(keyText),
          period: plainPeriod(foldWidth(periodText)),
          results: Object.fromEntries(results.map(({ name, at }) => [name, published(row.cells[at])])),
        });
      }
    }
    problems.push(...problemList.found);
  }
  return { rows, problems };
}
