/**
 * The problem of a cell for which several tables have different values, reported at the last of them with the locations of the others.
 */
import { shownText } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import type { Figure } from "./merge-figures.js";
import type { SubjectsMerged } from "./merge-subjects.js";

interface Conflict {
  readonly tables: readonly InputTable[];
  readonly readers: SubjectsMerged["readers"];
  readonly field: number;
  readonly name: string;
  /** Row of the merged table. */
  readonly row: number;
  /** The values in groups; each is reported with the first table that has it. */
  readonly groups: readonly (readonly Figure[])[];
}

/** The problem; `expected` contains four texts for each value: value, file, row and sheet. */
export function conflictProblem({ tables, readers, field, name, row, groups }: Conflict): readonly LocatedProblem[] {
  const named = groups.flatMap(([figure]) => {
    const input = figure === undefined ? undefined : tables[figure.table];
    const of = figure === undefined ? undefined : readers[figure.table];
    if (figure === undefined || input === undefined || of === undefined) return [];
    const found = shownText(of.reader.raw(figure.row, of.fields.indexOf(field)));
    return [{ place: input.location, row: figure.row.row, found }];
  });
  const last = named.at(-1);
  if (last === undefined) return [];
  const expected = named
    .slice(0, -1)
    .flatMap(({ place, row: line, found }) => [found, place.file, String(line), place.sheet ?? ""]);
  const { place, row: line, found } = last;
  return [{ ...place, severity: "error", index: row, row: line, column: name, found, reason: "conflict", expected }];
}
