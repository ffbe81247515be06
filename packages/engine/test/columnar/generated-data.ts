// Data for a generated program: a few subjects, numbers that tie, blanks, cells that could not be read, side rows out of order,
// earlier periods with gaps.

import type { Program } from "@yardstick/language/program";
import type { CellProblem } from "../../src/data/cell-problem.js";
import type { Cell, Dataset, HistoryRow, UsedRecord, UsedResults } from "../../src/data/dataset.js";
import { DATES, FIELDS, LEVELS, RESULTS, TEXTS } from "./generated-expression.js";
import type { Tape } from "./tape.js";

const NUMBERS = ["0", "1", "2", "3", "5", "10", "4", "1/2", "5/2", "-1", "1/3", "100", "33/4", "9"];

/** How many of 40 cells are blank, and how many could not be read. */
interface Blanks {
  readonly blank: number;
  readonly unreadable: number;
}

export function generatedData(tape: Tape, program: Program): Dataset {
  const blanks = tape.pick<Blanks>([
    { blank: 0, unreadable: 0 },
    { blank: 0, unreadable: 0 },
    { blank: 3, unreadable: 0 },
    { blank: 4, unreadable: 1 },
  ]);
  if (blanks.blank > 0) tape.note("blank");
  const problems: CellProblem[] = [];
  const rows = 1 + tape.below(7);
  const numbers = tape.once(3) ? NUMBERS : NUMBERS.slice(0, 6);
  const cell = (table: string, row: number, name: string, make: () => Cell): Cell => {
    if (blanks.blank === 0) return make();
    const luck = tape.below(40);
    if (luck >= blanks.blank + blanks.unreadable) return make();
    if (luck < blanks.unreadable) {
      tape.note("unreadable");
      problems.push({
        severity: "error",
        table,
        index: row,
        row: row + 2,
        column: name,
        found: "?",
        reason: tape.pick(["not-a-number", "out-of-range"]),
        expected: [],
      });
    }
    return null;
  };
  const valueOf = (kind: string, index: number, row: number): Cell => {
    if (index === FIELDS.key) return `单位${row}`;
    if (index === FIELDS.group) return tape.pick(["东", "西"]);
    if (kind === "number") return tape.pick(numbers);
    if (kind === "flag") return tape.once(2);
    if (kind === "level") return tape.below(3);
    return kind === "date" ? tape.pick(DATES) : tape.pick(TEXTS);
  };
  const twoPeriods = tape.once(6);
  const columns = program.fields.map((field, index): readonly Cell[] => {
    if (field.type.kind === "list") return [];
    return Array.from({ length: rows }, (_, row) => {
      if (index === FIELDS.key) return `单位${row}`;
      if (index === FIELDS.period) return twoPeriods && row % 2 === 1 ? "2009" : "2008";
      if (index === FIELDS.judgement && tape.once(2)) return null;
      return cell(program.subject, row, field.name, () => valueOf(field.type.kind, index, row));
    });
  });
  const sideRows = tape.below(2 * rows + 1);
  const [list] = program.lists;
  // A column that names other subjects holds their keys.
  const keys = program.rankings.flatMap(({ thenBy }) => thenBy);
  const isOpponent = (column: number) => keys.some(({ against }) => against?.column === column);
  const side = (list?.columns ?? []).map((field, column) =>
    Array.from({ length: sideRows }, (_, row) =>
      cell(list?.name ?? "", row, field.name, () =>
        isOpponent(column) ? `单位${tape.below(rows)}` : valueOf(field.type.kind, -1, row),
      ),
    ),
  );
  return {
    subjects: { rows, columns },
    lists: [{ rows: sideRows, columns: side, owner: Array.from({ length: sideRows }, () => tape.below(rows)) }],
    constants: [tape.once(5) ? null : tape.pick(numbers), null],
    history: history(tape, program, rows),
    used: program.uses.map((use) => usedResults(tape, use, rows)),
    problems,
  };
}

function history(tape: Tape, program: Program, rows: number): readonly HistoryRow[] {
  if (!tape.once(2)) return [];
  tape.note("history");
  return ["2006", "2007"].flatMap((period) =>
    Array.from({ length: rows }, (_, row): HistoryRow => {
      const places = program.rankings.map(({ name }): [string, string | null] => [
        name,
        tape.once(4) ? null : String(1 + tape.below(rows)),
      ]);
      return {
        key: `单位${row}`,
        period,
        results: Object.fromEntries([["总分", tape.once(6) ? null : tape.pick(["3", "5.00", "8.25", "2"])], ...places]),
      };
    }).filter(() => !tape.once(8)),
  );
}

/** What another rubric published, by subject or by group: periods that are not there, results that are pending. */
function usedResults(tape: Tape, { by, allPeriods }: Program["uses"][number], rows: number): UsedResults {
  tape.note("used rubric");
  const keys = by === FIELDS.group ? ["东", "西"] : Array.from({ length: rows }, (_, row) => `单位${row}`);
  const periods = allPeriods ? ["2008-01", "2008-02", "2008-03"] : ["2008", "2009"];
  const isComplete = tape.once(2);
  const cell = (value: Cell): Cell => (!isComplete && tape.once(6) ? null : value);
  const recordsOf = (): readonly UsedRecord[] =>
    periods
      .map((period): UsedRecord => ({
        period,
        results: {
          [RESULTS.number]: cell(tape.pick(NUMBERS)),
          [RESULTS.flag]: cell(tape.once(2)),
          [RESULTS.level]: cell(tape.below(LEVELS)),
        },
      }))
      .filter(() => isComplete || !tape.once(8));
  return new Map(keys.filter(() => isComplete || !tape.once(8)).map((key) => [key, recordsOf()]));
}
