/**
 * Reads the side table of one list: incidents, ballots, ratings. A row refers to its subject by key and period, or is nested in it in
 * JSON; a row whose subject is unknown is omitted and reported.
 */
import type { List, Program } from "@yardstick/language/program";
import type { InputTable } from "./input-tables.js";
import type { MergedSideRow, SideRowsMerged } from "./merge-side-rows.js";
import { mergeSideRows } from "./merge-side-rows.js";
import { periodProblems } from "./period-problems.js";
import type { LocatedProblem } from "./problem.js";
import { ReadableColumns } from "./readable-columns.js";
import type { Owners, SideRows } from "./side-owners.js";
import type { Steps } from "./steps.js";
import type { NestedEntries } from "./subject-fields.js";

export function* readSideRows(
  program: Program,
  list: List,
  tables: readonly InputTable[],
  nested: readonly NestedEntries[],
  owners: Owners,
): Steps<SideRows> {
  const [only] = tables;
  const isAlone = tables.length === 1 && nested.length === 0 && opponentsIn(program, list).length === 0;
  if (isAlone && only?.raw instanceof ReadableColumns) {
    const { columns, readers } = only.raw;
    const read = yield* readers.side(program, list, { input: only, columns }, owners);
    if (read !== null) return read;
  }
  const toMerge = tables.map((input) => ({ input }));
  const { rows, same, doubts, problems } = yield* mergeSideRows(program, list, { tables: toMerge, nested }, owners);
  const notes = same.flatMap(({ table, file, rows: lines }): readonly LocatedProblem[] => {
    const place = tables[table]?.location;
    if (place === undefined) return [];
    const of = { severity: "note", index: null, row: lines[0] ?? null, column: null, found: list.name } as const;
    return [{ ...place, ...of, reason: "same-rows", expected: [String(lines.length), file] }];
  });
  return {
    table: {
      rows: rows.length,
      columns: list.columns.map((_, column) => rows.map(({ cells }) => cells[column] ?? null)),
      owner: rows.map(({ owner }) => owner),
    },
    problems: [
      ...problems,
      ...notes,
      ...periodProblems(doubts, tables),
      ...unknownOpponents(program, list, rows, owners),
    ],
  };
}

/** Where a cell of a row is written: of a record merged from several files, in one of them. */
function sourceOf({ location, row, record }: MergedSideRow, column: number): Pick<MergedSideRow, "location" | "row"> {
  const figure = record?.from[column];
  return record?.entries.find((entry) => entry.row === figure?.row) ?? { location, row };
}

/** Cells that are to name another subject of the same period for `head to head`, and name none or that of their own row. */
function unknownOpponents(
  program: Program,
  list: List,
  rows: SideRowsMerged["rows"],
  owners: Owners,
): readonly LocatedProblem[] {
  const { index, periods } = owners;
  return opponentsIn(program, list).flatMap((column) =>
    rows.flatMap((each, at): readonly LocatedProblem[] => {
      const found = each.cells[column];
      const period = periods[each.owner] ?? null;
      if (typeof found !== "string") return [];
      const opponent = index.find(found, period);
      if (opponent !== null && opponent !== each.owner) return [];
      const { location, row } = sourceOf(each, column);
      const name = list.columns[column]?.name ?? null;
      const about = { severity: "warning", index: at, row: row.row, column: name, found } as const;
      if (opponent !== null) return [{ ...location, ...about, reason: "own-opponent", expected: [] }];
      const nearest = owners.names
        .near(found)
        .filter((name) => index.find(name, period) !== null)
        .slice(0, 1);
      const expected = period === null ? nearest : [nearest[0] ?? "", String(period)];
      return [{ ...location, ...about, reason: "unknown-opponent", expected }];
    }),
  );
}

/** The columns of one list that name an opponent. */
function opponentsIn(program: Program, list: List): readonly number[] {
  const columns = opponentColumns(program).filter((column) => program.lists[column.list] === list);
  return [...new Set(columns.map(({ column }) => column))];
}

/** The columns of lists that name an opponent, for `head to head`. */
export function opponentColumns({ rankings }: Program): readonly { readonly list: number; readonly column: number }[] {
  return rankings.flatMap(({ thenBy }) => thenBy.flatMap(({ against }) => (against === null ? [] : [against])));
}
