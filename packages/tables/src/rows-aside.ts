/**
 * Removes rows that are not subjects, such as totals and remarks, before cells are read. The engine classifies them by text and
 * figures, the same for files, grids and row objects. Each is reported, and the user can keep it.
 */
import type { RowChoices, RowVerdict } from "@yardstick/engine";
import { figureOf, roughFigure, sortRows } from "@yardstick/engine";
import { isBlank, shownText } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { Steps } from "./steps.js";
import { textOfRaw } from "./raw-table.js";
import type { RawCell, RawRow, RawTable } from "./raw-table.js";

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

function textOf(cell: RawCell | undefined): string {
  const text = textOfRaw(cell);
  return isBlank(text) ? "" : text;
}

/** A figure with all stored digits, since sums of rounded figures need not agree. */
function figureText(cell: RawCell | undefined): string {
  const isFormatted = typeof cell === "object" && cell?.kind === "formatted";
  return isFormatted && cell.exact !== null ? cell.exact : textOf(cell);
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
  const { headers, rows } = raw;
  const key = known.keyColumn(headers);
  if (key < 0 || rows.length === 0) return { raw, aside: [], problems: [] };
  const kindOf = headers.map((header) => known.fields[known.find(header)]?.type.kind);
  const columnsOf = (kinds: readonly (string | undefined)[]) =>
    kindOf.flatMap((kind, at) => (at !== key && kinds.includes(kind) ? [at] : []));
  const figureAt = columnsOf(["number"]);
  const textAt = columnsOf(["text", "period"]);
  const cell = (row: number, at: number | undefined) => rows[row]?.cells[at ?? -1];
  const verdicts = yield* sortRows(
    {
      count: rows.length,
      isOfSubjects,
      key: (row) => textOf(cell(row, key)),
      texts: (row) => (rows[row]?.cells ?? []).map(textOf).filter((text) => text !== "" && figureOf(text) === null),
      figureColumns: figureAt.length,
      figure: (row, column) => {
        const text = figureText(cell(row, figureAt[column]));
        return text === "" ? null : (figureOf(text) ?? "text");
      },
      roughly: (row, column) => {
        const written = cell(row, figureAt[column]);
        return roughFigure(typeof written === "string" ? written : figureText(written));
      },
      groupColumns: textAt.length,
      group: (row, column) => textOf(cell(row, textAt[column])),
    },
    choices,
  );
  if (verdicts.size === 0) return { raw, aside: [], problems: [] };

  const problems = new ProblemList(location);
  const aside: AsideRow[] = [];
  const kept: RawRow[] = [];
  for (const [index, row] of rows.entries()) {
    const verdict = verdicts.get(index);
    if (verdict === undefined) {
      kept.push(row);
      continue;
    }
    const { state, kind, by } = verdict;
    const name = textOf(cell(index, key));
    const texts = row.cells.map((each) => (typeof each === "object" && each?.kind === "merged" ? "" : textOf(each)));
    const found = shownText(texts.filter((text) => text !== "").join(" "));
    if (state === "aside") {
      aside.push({ row, key: name, verdict });
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
      kept.push({ ...row, verdict });
    }
  }
  return { raw: { ...raw, rows: kept }, aside, problems: problems.found };
}
