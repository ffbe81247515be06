/**
 * Which sheets of a workbook are read: the one that was asked for, else the one that bears the table's name, else the one whose
 * headers name the most fields. Cover sheets and instructions are passed over.
 */
import type { Program } from "@yardstick/language/program";
import { headerWorth } from "./layout.js";
import type { Parsed } from "./raw-table.js";
import { isHelpSheet, sameSheetName, targetOfSheet } from "./table-sheets.js";
import type { Target } from "./target.js";
import { headersOfTarget, isSameTarget } from "./target.js";
import type { SheetGrid, WorkbookSheet } from "./xlsx/workbook.js";

export interface ChosenSheet {
  readonly sheet: WorkbookSheet;
  readonly target: Target;
  readonly grid: Parsed<SheetGrid>;
}

export interface SheetChoice {
  /** The sheet of the table that the file was given for; null where there is none. */
  readonly main: ChosenSheet | null;
  /** Sheets of the other tables, by their names. */
  readonly others: readonly ChosenSheet[];
  /** Sheets whose headers name as many fields as those of the main one. */
  readonly rivals: readonly string[];
  /** Visible sheets that nothing is read from. */
  readonly unused: readonly string[];
  /** Hidden sheets that nothing is read from though their headers name no fewer fields than those of the main one. */
  readonly fitting: readonly string[];
}

/** @param asked name of the sheet that was asked for; null where none was */
export function chooseSheets(
  program: Program,
  target: Target,
  sheets: readonly WorkbookSheet[],
  asked: string | null,
): SheetChoice {
  const grids = new Map<WorkbookSheet, Parsed<SheetGrid>>();
  const gridOf = (sheet: WorkbookSheet): Parsed<SheetGrid> => {
    const grid = grids.get(sheet) ?? sheet.read();
    grids.set(sheet, grid);
    return grid;
  };
  const wanted = asked === null ? null : (sheets.find(({ name }) => sameSheetName(name, asked)) ?? null);
  const named = sheets.map((sheet) => ({ sheet, held: targetOfSheet(program, sheet.name) }));
  const isOther = (held: Target | null) => held !== null && held.role !== "subjects";
  const others =
    target.role !== "subjects"
      ? []
      : named.flatMap(({ sheet, held }) =>
          held !== null && isOther(held) && sheet !== wanted ? [{ sheet, target: held, grid: gridOf(sheet) }] : [],
        );
  const taken = new Set(others.map(({ sheet }) => sheet));
  const free = sheets.filter((sheet) => !taken.has(sheet) && !sheet.isHidden && !isHelpSheet(program, sheet.name));
  const own = named.find(({ held }) => held !== null && isSameTarget(held, target))?.sheet;
  const known = headersOfTarget(program, target);
  const worthOf = (sheet: WorkbookSheet): number => {
    const grid = gridOf(sheet);
    return "table" in grid ? headerWorth(grid.table, known) : 0;
  };
  const best =
    asked !== null
      ? { sheet: wanted, rivals: [] }
      : own === undefined
        ? bestOf(free, worthOf)
        : { sheet: own, rivals: [] };
  const least = Math.max(1, best.sheet === null ? 0 : Math.floor(worthOf(best.sheet)));
  const passedOver = sheets.filter((sheet) => sheet.isHidden && sheet !== best.sheet && !taken.has(sheet));
  const mayFit = (sheet: WorkbookSheet) => !isHelpSheet(program, sheet.name) && worthOf(sheet) >= least;
  return {
    fitting: asked === null ? passedOver.filter(mayFit).map(({ name }) => name) : [],
    main: best.sheet === null ? null : { sheet: best.sheet, target, grid: gridOf(best.sheet) },
    others,
    rivals: best.rivals,
    unused: free.filter((sheet) => sheet !== best.sheet).map(({ name }) => name),
  };
}

/** The sheet whose headers name the most fields, the first of several; the first of all where none names any. */
function bestOf(
  sheets: readonly WorkbookSheet[],
  worthOf: (sheet: WorkbookSheet) => number,
): { readonly sheet: WorkbookSheet | null; readonly rivals: readonly string[] } {
  const [first, ...more] = sheets;
  if (first === undefined || more.length === 0) return { sheet: first ?? null, rivals: [] };
  const worths = sheets.map((sheet) => ({ sheet, worth: worthOf(sheet) }));
  const most = Math.max(...worths.map(({ worth }) => worth));
  const [best, ...rivals] = worths.filter(({ worth }) => worth === most).map(({ sheet }) => sheet);
  return { sheet: best ?? first, rivals: most === 0 ? [] : rivals.map(({ name }) => name) };
}
