/**
 * Chooses the sheets of a workbook to read: the requested one, else the one with the table's name, else the one whose headers name the
 * most fields. Cover sheets and instructions are skipped.
 */
import type { Program } from "@yardstick/language/program";
import { detectLayout, headerMatchScore } from "./layout.js";
import type { Parsed } from "./raw-table.js";
import { isHelpSheet, sameSheetName, targetOfSheet } from "./table-sheets.js";
import type { Target } from "./target.js";
import { headersOfTarget, isSameTarget, keyFields } from "./target.js";
import type { SheetGrid, WorkbookSheet } from "./xlsx/workbook.js";

/** A sheet and the table that it contains. */
export interface ChosenSheet {
  readonly sheet: WorkbookSheet;
  readonly target: Target;
  readonly grid: Parsed<SheetGrid>;
}

/** The sheets of a workbook by use. */
export interface SheetChoice {
  /** The sheet of the table that the workbook is a source of; null where there is none. */
  readonly main: ChosenSheet | null;
  /** Sheets of the other tables by name; where every sheet is read, also those whose headers fit. */
  readonly others: readonly ChosenSheet[];
  /** Sheets whose headers name as many fields as those of the main one. */
  readonly rivals: readonly string[];
  /** Visible sheets that are not read. */
  readonly unused: readonly string[];
  /** Hidden sheets that are not read although their headers name at least as many fields as those of the main one. */
  readonly fitting: readonly string[];
}

/** The table that the headers of a grid fit best, with the key and the most other fields; null where there is none. */
function fittingTarget(program: Program, grid: SheetGrid): Target | null {
  const targets: readonly Target[] = [
    { role: "subjects" },
    ...program.lists.map((_, list): Target => ({ role: "list", list })),
  ];
  const keys = keyFields(program).map(({ name }) => name);
  let best: Target | null = null;
  let most = 0;
  for (const target of targets) {
    const known = headersOfTarget(program, target);
    const { headers, rows } = detectLayout(grid, known, false);
    const named = new Set(headers.map((header) => known.fields[known.find(header)]?.name ?? ""));
    const count = known.fields.filter(({ name }) => named.has(name) && !keys.includes(name)).length;
    if (rows.length === 0 || known.keyColumn(headers) < 0 || count <= most) continue;
    best = target;
    most = count;
  }
  return best;
}

/**
 * Chooses the sheets to read. `requested` is the name of a sheet, null where none was requested. With `isEvery`, all visible sheets whose
 * headers name the key and a field are read.
 */
export function chooseSheets(
  program: Program,
  target: Target,
  sheets: readonly WorkbookSheet[],
  { requested, isEvery }: { readonly requested: string | null; readonly isEvery: boolean },
): SheetChoice {
  const grids = new Map<WorkbookSheet, Parsed<SheetGrid>>();
  const gridOf = (sheet: WorkbookSheet): Parsed<SheetGrid> => {
    const grid = grids.get(sheet) ?? sheet.read();
    grids.set(sheet, grid);
    return grid;
  };
  const requestedSheet =
    requested === null ? null : (sheets.find(({ name }) => sameSheetName(name, requested)) ?? null);
  const named = sheets.map((sheet) => ({ sheet, held: targetOfSheet(program, sheet.name) }));
  const isOther = (held: Target | null) => held !== null && held.role !== "subjects";
  const others =
    target.role !== "subjects"
      ? []
      : named.flatMap(({ sheet, held }) =>
          held !== null && isOther(held) && sheet !== requestedSheet
            ? [{ sheet, target: held, grid: gridOf(sheet) }]
            : [],
        );
  const taken = new Set(others.map(({ sheet }) => sheet));
  const free = sheets.filter((sheet) => !taken.has(sheet) && !sheet.isHidden && !isHelpSheet(program, sheet.name));
  const own = named.find(({ held }) => held !== null && isSameTarget(held, target))?.sheet;
  const known = headersOfTarget(program, target);
  const scoreOf = (sheet: WorkbookSheet): number => {
    const grid = gridOf(sheet);
    return "table" in grid ? headerMatchScore(grid.table, known) : 0;
  };
  const best =
    requested !== null
      ? { sheet: requestedSheet, rivals: [] }
      : own === undefined
        ? bestOf(free, scoreOf)
        : { sheet: own, rivals: [] };
  const least = Math.max(1, best.sheet === null ? 0 : Math.floor(scoreOf(best.sheet)));
  const hidden = sheets.filter((sheet) => sheet.isHidden && sheet !== best.sheet && !taken.has(sheet));
  const mayFit = (sheet: WorkbookSheet) => !isHelpSheet(program, sheet.name) && scoreOf(sheet) >= least;
  const further = !isEvery
    ? []
    : free.flatMap((sheet): readonly ChosenSheet[] => {
        const grid = gridOf(sheet);
        const fits = "table" in grid ? fittingTarget(program, grid.table) : null;
        const isMain = sheet === best.sheet && (sheet === own || fits?.role !== "list");
        return fits === null || isMain ? [] : [{ sheet, target: fits, grid }];
      });
  const isFurther = (sheet: WorkbookSheet) => further.some((chosen) => chosen.sheet === sheet);
  return {
    fitting: hidden.filter(mayFit).map(({ name }) => name),
    main: best.sheet === null || isFurther(best.sheet) ? null : { sheet: best.sheet, target, grid: gridOf(best.sheet) },
    others: [...others, ...further],
    rivals: best.rivals.filter((name) => !further.some(({ sheet }) => sheet.name === name)),
    unused: free.filter((sheet) => sheet !== best.sheet && !isFurther(sheet)).map(({ name }) => name),
  };
}

/** The first of the sheets whose headers name the most fields; the first of all where none names any. */
function bestOf(
  sheets: readonly WorkbookSheet[],
  scoreOf: (sheet: WorkbookSheet) => number,
): { readonly sheet: WorkbookSheet | null; readonly rivals: readonly string[] } {
  const [first, ...more] = sheets;
  if (first === undefined || more.length === 0) return { sheet: first ?? null, rivals: [] };
  const scored = sheets.map((sheet) => ({ sheet, matchScore: scoreOf(sheet) }));
  const most = Math.max(...scored.map(({ matchScore }) => matchScore));
  const [best, ...rivals] = scored.filter(({ matchScore }) => matchScore === most).map(({ sheet }) => sheet);
  return { sheet: best ?? first, rivals: most === 0 ? [] : rivals.map(({ name }) => name) };
}
