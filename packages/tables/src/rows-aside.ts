/**
 * Removes rows that are not subjects, such as totals and remarks, before cells are read. The engine classifies them by text and
 * figures, the same for files, grids and row objects. Each is reported, and the user can keep it.
 */
import type { RowChoices, RowVerdict } from "@yardstick/engine";
import { figureOf, sortRows } from "@yardstick/engine";
import { shownText } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { Steps } from "./steps.js";
import type { RawRow, RawTable } from "./raw-table.js";
import { figureText, filledText, rowsOf } from "./table-rows.js";

/** A row that was removed from its table. */
export interface AsideRow {
  readonly row: RawRow;
  /** Text of its key; empty where that is blank. */
  readonly key: string;
  readonly verdict: RowVerdict;
}

/** A table without the rows that are not subjects. */
export interface RowsSorted {
  readonly raw: RawTable;
  readonly aside: readonly AsideRow[];
  readonly problems: readonly LocatedProblem[];
}

/**
 * Separates the rows that are not subjects. `isOfSubjects`: whether the table has one row for each subject; from other tables only
 * rows whose kind is certain are removed.
 */
export function* sortTableRows(
  raw: RawTable,
  known: KnownHeaders,
  location: TableLocation,
  isOfSubjects: boolean,
  choices: RowChoices,
): Steps<RowsSorted> {
  const { headers } = raw;
  const rows = rowsOf(raw);
  const key = known.keyColumn(headers);
  if (key < 0 || rows.count === 0) return { raw, aside: [], problems: [] };
  const kindOf = headers.map((header) => known.fields[known.find(header)]?.type.kind);
  const columnsOf = (kinds: readonly (string | undefined)[]) =>
    kindOf.flatMap((kind, at) => (at !== key && kinds.includes(kind) ? [at] : []));
  const figureAt = columnsOf(["number"]);
  const textAt = columnsOf(["text", "period"]);
  const { keep = [], leave = [] } = choices;
  // Of another table only words count.
  if (!isOfSubjects && keep.length + leave.length === 0 && rows.hasPlainNames(key, textAt))
    return { raw, aside: [], problems: [] };
  const cell = (row: number, at: number | undefined) => rows.cell(row, at ?? -1);
  const verdicts = yield* sortRows(
    {
      count: rows.count,
      isOfSubjects,
      key: (row) => filledText(cell(row, key)),
      texts: (row) =>
        rows
          .cells(row)
          .map(filledText)
          .filter((text) => text !== "" && figureOf(text) === null),
      figureColumns: figureAt.length,
      figure: (row, column) => {
        const text = figureText(cell(row, figureAt[column]));
        return text === "" ? null : (figureOf(text) ?? "text");
      },
      roughly: (row, column) => rows.roughly(row, figureAt[column] ?? -1),
      groupColumns: textAt.length,
      group: (row, column) => filledText(cell(row, textAt[column])),
      arePlain: () => rows.hasPlainNames(key, textAt),
    },
    choices,
  );
  if (verdicts.size === 0) return { raw, aside: [], problems: [] };

  const problems = new ProblemList(location);
  const aside: AsideRow[] = [];
  const scored = new Map<number, RowVerdict>();
  const isAside = new Set<number>();
  for (const index of [...verdicts.keys()].sort((a, b) => a - b)) {
    const verdict = verdicts.get(index);
    if (verdict === undefined) continue;
    const row = rows.row(index);
    const { state, kind, by } = verdict;
    const name = filledText(cell(index, key));
    const texts = row.cells.map((each) =>
      typeof each === "object" && each?.kind === "merged" ? "" : filledText(each),
    );
    const found = shownText(texts.filter((text) => text !== "").join(" "));
    if (state === "aside") {
      aside.push({ row, key: name, verdict });
      isAside.add(index);
      problems.add({
        severity: "note",
        index: null,
        row: row.row,
        column: null,
        found,
        reason: "row-set-aside",
        expected: [kind, by, name],
      });
    } else {
      // A doubtful row stays in the table and is reported with its subject.
      scored.set(index, verdict);
    }
  }
  return { raw: rows.without(isAside, scored), aside, problems: problems.found };
}
