/**
 * The mark of an entry form in a hidden sheet, which all spreadsheet programs preserve: the rubric, the department and the period. A
 * returned form is compared with it.
 */
import { foldName } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { quickHash } from "./quick-hash.js";
import type { RawCell } from "./raw-table.js";
import { textOfRaw } from "./raw-table.js";
import { unitOfHeader } from "./known-headers.js";
import type { WorkbookSheet } from "./xlsx/workbook.js";

/** The mark of an entry form. */
export interface FormMark {
  readonly title: string;
  readonly edition: string;
  /** Fingerprint of the columns of the rubric's forms. */
  readonly columns: string;
  /** Null for a form with the columns of all departments. */
  readonly department: string | null;
  readonly period: string | null;
}

/** The text of the first cell of the sheet. */
const SIGN = "yardstick-form";
/** The requested name of the sheet. */
export const MARK_SHEET = "yardstick";

/** A hash of the columns of a form: names, kinds and units. */
function columnsOf({ subject, fields, lists, constants, key, period }: Program): string {
  const named = (of: Program["fields"]) =>
    of.map((field) => [foldName(field.name), field.type.kind, unitOfHeader(field)] as const);
  const listed = lists.map(({ name, columns }) => [name, named(columns)]);
  return quickHash(JSON.stringify([subject, key, period, named(fields), listed, named(constants)]));
}

/** The mark of a new form. */
export function formMark(program: Program, department: string | null, period: string | null): FormMark {
  return {
    title: program.title ?? "",
    edition: program.edition?.name ?? "",
    columns: columnsOf(program),
    department,
    period,
  };
}

/** The rows of the sheet: name and text. */
export function markRows({ title, edition, columns, department, period }: FormMark): readonly (readonly string[])[] {
  return [
    [SIGN, "1"],
    ["title", title],
    ["edition", edition],
    ["columns", columns],
    ["department", department ?? ""],
    ["period", period ?? ""],
  ];
}

/**
 * The mark of a workbook, read from its hidden sheets and from one of the mark's name, which a writer may have made visible;
 * null where it is not an entry form.
 */
export function markIn(
  sheets: readonly WorkbookSheet[],
): { readonly sheet: WorkbookSheet; readonly mark: FormMark } | null {
  for (const sheet of sheets) {
    if (!sheet.isHidden && sheet.name.trim().toLowerCase() !== MARK_SHEET) continue;
    const grid = sheet.read();
    const rows = "table" in grid ? grid.table.rows : [];
    const text = (cell: RawCell | undefined) => textOfRaw(cell).trim();
    if (text(rows[0]?.cells[0]) !== SIGN) continue;
    const said = new Map(rows.map(({ cells }) => [text(cells[0]), text(cells[1])]));
    const of = (name: string) => said.get(name) ?? "";
    const orNull = (name: string) => (of(name) === "" ? null : of(name));
    const mark = {
      title: of("title"),
      edition: of("edition"),
      columns: of("columns"),
      department: orNull("department"),
      period: orNull("period"),
    };
    return { sheet, mark };
  }
  return null;
}

/** `rubric` for a form of another rubric, `columns` for one made before the columns changed, null for a matching one. */
export function markDiffers(program: Program, mark: FormMark): "rubric" | "columns" | null {
  const own = formMark(program, null, null);
  if (foldName(own.title) !== foldName(mark.title) || foldName(own.edition) !== foldName(mark.edition)) return "rubric";
  return own.columns === mark.columns ? null : "columns";
}
