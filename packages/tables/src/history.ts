/**
 * Published results of earlier periods: the key, the period, then results by name. Results keep the words they were published
 * with, only numbers lose their thousands separators and full-width digits.
 */
import type { HistoryRow } from "@yardstick/engine";
import { foldHeader, foldName, foldPeriod, hasShortYear, plainPeriod } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import { composed, foldWidth, isBlank, shownText } from "./cell/written.js";
import type { Column } from "./header.js";
import { matchHeaders } from "./header.js";
import type { LocatedProblem } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawCell } from "./raw-table.js";
import type { GivenTable } from "./given-tables.js";
import { PERIOD_NAMES, keyKinds } from "./target.js";

export interface History {
  readonly rows: readonly HistoryRow[];
  readonly problems: readonly LocatedProblem[];
}

const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

function published(raw: RawCell | undefined): string | null {
  if (raw === undefined || raw === null || isBlank(raw)) return null;
  if (typeof raw === "boolean") return raw ? "是" : "否";
  // A result is what was shown of it.
  if (typeof raw === "object" && raw.kind === "formatted") return published(raw.text);
  if (typeof raw === "object") return shownText(raw);
  const folded = foldWidth(raw);
  if (GROUPED.test(folded)) return folded.replaceAll(",", "");
  return NUMBER.test(folded) ? folded : composed(raw);
}

export function readHistory(program: Program, tables: readonly GivenTable[]): History {
  const rows: HistoryRow[] = [];
  const problems: LocatedProblem[] = [];
  const seen = new Set<string>();

  for (const given of tables) {
    const complain = new ProblemList(given.place);
    const { headers } = given.raw;
    const keyField = program.fields[program.key];
    const periodField = program.period === null ? undefined : program.fields[program.period];
    const periodName =
      periodField?.name ?? PERIOD_NAMES.find((name) => headers.some((header) => foldHeader(header) === name)) ?? "期别";
    if (keyField === undefined || (given.headerRow === null && given.raw.rows.length === 0)) continue;

    const wanted = [keyField, { ...keyField, name: periodName }].map((field, index) => ({
      field: { ...field, type: { kind: "text" } } satisfies Field,
      required: true,
      ...(index === 0 ? { kinds: keyKinds(program) } : {}),
    }));
    const silent = new ProblemList(given.place);
    const [key, period] = matchHeaders(headers, wanted, { row: given.headerRow, units: [] }, silent);
    // Any other header names a result, of this edition or of an older one: only key and period can be wrong here.
    const names = new Set(wanted.map(({ field }) => field.name));
    for (const problem of silent.found) {
      const isOfKey = problem.reason === "key-by-kind" || names.has(problem.column ?? "");
      if (problem.reason !== "unknown-column" && isOfKey) complain.add(problem);
    }
    const results = headers
      .map((header, at) => ({ name: composed(header), at }))
      .filter(({ name, at }) => name !== "" && at !== key?.at && at !== period?.at && !names.has(name));

    const rowsOf = (keyColumn: Column, periodColumn: Column) =>
      given.raw.rows.map((row) => ({
        row,
        keyText: published(row.cells[keyColumn.at]),
        periodText: published(row.cells[periodColumn.at]),
      }));
    for (const { row, keyText, periodText } of key && period ? rowsOf(key, period) : []) {
      const missing = keyText === null ? keyField.name : periodName;
      const place = { index: null, row: row.row, expected: [] };
      if (row.beyond.length > 0) {
        complain.add({ ...place, column: null, found: row.beyond.join(","), reason: "too-many-cells" });
      } else if (keyText === null || periodText === null) {
        complain.add({ ...place, column: missing, found: "", reason: "missing-key" });
      } else if (hasShortYear(periodText)) {
        complain.add({ ...place, column: null, found: periodText, reason: "unclear-period" });
      } else if (seen.has(`${foldName(keyText)}\u0000${foldPeriod(periodText)}`)) {
        complain.add({ ...place, column: keyField.name, found: `${keyText}，${periodText}`, reason: "duplicate-key" });
      } else {
        seen.add(`${foldName(keyText)}\u0000${foldPeriod(periodText)}`);
        rows.push({
          key: composed(keyText),
          period: plainPeriod(foldWidth(periodText)),
          results: Object.fromEntries(results.map(({ name, at }) => [name, published(row.cells[at])])),
        });
      }
    }
    problems.push(...complain.found);
  }
  return { rows, problems };
}
