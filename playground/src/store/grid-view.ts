/**
 * A table as the grid shows it: the columns of the file with their declarations, declared columns that the file does
 * not have yet, and the cells that are invalid or missing.
 */
import { foldName, foldPeriod, headerNames, isRecordHeader, type CellProblem } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import type { Good } from "../protocol/protocol.js";
import { assessorsOfFields } from "../project/assessors.js";
import { columnAt, findTable, plainName, sameName, type TableRole, type TableText } from "../project/project.js";

/** A column of the grid. */
export interface GridColumn {
  /** As in the file; the field's name when the file has no such column. */
  readonly header: string;
  /** The header in the folded form in which names are compared. */
  readonly name: string;
  /** Index in the file; -1 when the file has no such column. */
  readonly at: number;
  readonly field: Field | null;
  readonly assessors: readonly string[];
  readonly isKey: boolean;
  readonly isNumeric: boolean;
}

interface InvalidCell {
  readonly row: number;
  readonly column: string;
  readonly problem: CellProblem;
  /** The complete message, with its location. */
  readonly text: string;
}

/** A table as the grid shows it. */
export interface GridView {
  readonly role: TableRole;
  readonly name: string;
  readonly table: TableText;
  readonly columns: readonly GridColumn[];
  /** By `cellId`. */
  readonly invalid: ReadonlyMap<string, InvalidCell>;
  /** Blank cells that results depend on, with the assessor who is to fill them, by `cellId`. */
  readonly missing: ReadonlyMap<string, string | null>;
  /** Problems of the table that no cell can show: a missing or unknown column, an unused row. */
  readonly others: readonly string[];
  /** Rows that are not subjects, or may not be. */
  readonly questions: readonly RowInQuestion[];
}

interface RowInQuestion {
  /** Empty when the row has none. */
  readonly key: string;
  readonly text: string;
  readonly isDoubted: boolean;
}

/** The key of a cell in `GridView`; `column` is a header. */
export function cellId(row: number, column: string): string {
  return plainId(row, plainName(column));
}

/** The cell id for a name that is already folded; the grid requests thousands of ids while scrolling. */
export function plainId(row: number, name: string): string {
  return `${row}\u0000${name}`;
}

/**
 * The tables of a project in the order of their tabs: the subjects, each list, then constants and earlier results when
 * there are any.
 */
export function gridTables(
  good: Good | null,
  tables: readonly TableText[],
): readonly { readonly role: TableRole; readonly name: string }[] {
  const lists = good?.program.lists.map(({ name }) => name) ?? [];
  const strays = tables.filter(({ role, name }) => role === "list" && !lists.some((list) => sameName(list, name)));
  const hasConstants = (good?.program.constants.length ?? 0) > 0 || findTable(tables, "constants", "") !== undefined;
  const hasHistory = findTable(tables, "history", "") !== undefined;
  return [
    { role: "subjects", name: "" },
    ...[...lists, ...strays.map(({ name }) => name)].map((name) => ({ role: "list" as const, name })),
    ...(hasConstants ? [{ role: "constants" as const, name: "" }] : []),
    ...(hasHistory ? [{ role: "history" as const, name: "" }] : []),
  ];
}

/**
 * Computes the view of one table; without a result, the columns are those of the file. What is as in the view before stays
 * the same object.
 */
export function gridView(
  good: Good | null,
  tables: readonly TableText[],
  role: TableRole,
  name: string,
  before: GridView | null = null,
): GridView {
  const table = findTable(tables, role, name) ?? { role, name, header: [], rows: [] };
  const found = columnsOf(good?.program ?? null, table);
  const columns = before !== null && areSameColumns(before.columns, found) ? before.columns : found;
  const invalid = new Map<string, InvalidCell>();
  const others: string[] = [];
  const questions: RowInQuestion[] = [];
  /** The header of a field's column, which may include a unit. */
  const headerOf = (field: string) => columns.find((column) => column.field?.name === field)?.header ?? field;
  for (const { problem, text, place } of good?.problems ?? []) {
    if (place === null || place.role !== role || (role === "list" && !sameName(place.name, name))) continue;
    if (problem.reason === "row-set-aside" || problem.reason === "row-doubted") {
      questions.push({ key: problem.expected[2] ?? "", text, isDoubted: problem.reason === "row-doubted" });
    } else if (place.row < 0 || problem.column === null) {
      if (problem.severity !== "note") others.push(text);
    } else if (problem.severity === "error") {
      const column = headerOf(place.column);
      invalid.set(cellId(place.row, column), { row: place.row, column, problem, text });
    }
  }
  const missing =
    role === "subjects" && good !== null
      ? missingCells(good, table, invalid, headerOf)
      : new Map<string, string | null>();
  return {
    role,
    name,
    table,
    columns,
    invalid: before !== null && before.invalid.size + invalid.size === 0 ? before.invalid : invalid,
    missing: before !== null && before.missing.size + missing.size === 0 ? before.missing : missing,
    others,
    questions,
  };
}

function areSameColumns(some: readonly GridColumn[], others: readonly GridColumn[]): boolean {
  return some.length === others.length && some.every((column, at) => isSameColumn(column, others[at]!));
}

function isSameColumn(column: GridColumn, other: GridColumn): boolean {
  const { assessors } = other;
  const areSame =
    column.assessors.length === assessors.length && column.assessors.every((one, at) => one === assessors[at]);
  return (
    areSame &&
    column.header === other.header &&
    column.at === other.at &&
    column.field === other.field &&
    column.isKey === other.isKey &&
    column.isNumeric === other.isNumeric
  );
}

function columnsOf(program: Program | null, table: TableText): readonly GridColumn[] {
  const declared = program === null ? [] : declaredFields(program, table);
  const assessors = program === null ? new Map<Field, readonly string[]>() : assessorsOfFields(program);
  const key = program?.fields[program.key]?.name ?? "";
  const period = typeof program?.period !== "number" ? "" : (program.fields[program.period]?.name ?? "");
  const columnOf = (header: string, field: Field | null, at: number): GridColumn => ({
    header,
    name: plainName(header),
    at,
    field,
    assessors: field === null ? [] : field.assessor === null ? (assessors.get(field) ?? []) : [field.assessor],
    isKey: field !== null ? field.name === key : sameName(header, key),
    isNumeric: field === null ? !sameName(header, period) && looksNumeric(table, at) : field.type.kind === "number",
  });
  const present = table.header
    .map((header, at) => columnOf(header, fieldOf(header, declared), at))
    .filter(({ header, field }) => field !== null || table.role !== "list" || !isRecordHeader(header));
  const absent = declared.filter(
    (field) =>
      !present.some((column) => column.field === field) && !table.header.some((name) => sameName(name, field.name)),
  );
  return [...present, ...absent.map((field) => columnOf(field.name, field, -1))];
}

/** The fields that a table may have: in side tables, the subject's key and period come first. */
function declaredFields(program: Program, { role, name }: TableText): readonly Field[] {
  if (role === "history") return [];
  if (role === "constants") return program.constants;
  if (role === "subjects") return program.fields.filter(({ type }) => type.kind !== "list");
  const owner = [program.fields[program.key], program.period === null ? undefined : program.fields[program.period]];
  const list = program.lists.find((known) => sameName(known.name, name));
  return [...owner.filter((field) => field !== undefined), ...(list?.columns ?? [])];
}

/** The field of a header, which may include its unit: `招商完成（万元）`. */
function fieldOf(header: string, fields: readonly Field[]): Field | null {
  for (const bare of headerNames(header)) {
    const field = fields.find(({ name }) => plainName(name) === bare);
    if (field !== undefined) return field;
  }
  return null;
}

function looksNumeric(table: TableText, at: number): boolean {
  const texts = table.rows.map((row) => row[at] ?? "").filter((text) => text.trim() !== "");
  return texts.length > 0 && texts.every((text) => /^[-−+]?[\d.,]+%?$/u.test(text.trim()));
}

function missingCells(
  good: Good,
  table: TableText,
  invalid: ReadonlyMap<string, InvalidCell>,
  headerOf: (field: string) => string,
): Map<string, string | null> {
  const cells = new Map<string, string | null>();
  const open = good.result.subjects.filter(({ awaiting }) => awaiting.length > 0);
  if (open.length === 0) return cells;
  const rows = rowsBySubject(good.program, table);
  for (const { key, period, awaiting } of open) {
    const row = rows.get(subjectName(key, period)) ?? rows.get(subjectName(key, null));
    if (row === undefined) continue;
    for (const { field, assessor, reason } of awaiting) {
      const id = cellId(row, headerOf(field));
      if (reason === "blank" && !invalid.has(id)) cells.set(id, assessor);
    }
  }
  return cells;
}

/** Row index by subject, the first of each. Also by key alone, for a period that was written differently. */
export function rowsBySubject(program: Program, table: TableText): ReadonlyMap<string, number> {
  const key = program.fields[program.key]?.name ?? "";
  const period = program.period === null ? null : (program.fields[program.period]?.name ?? null);
  const rows = new Map<string, number>();
  const [keyAt, periodAt] = [columnAt(table, key), period === null ? -1 : columnAt(table, period)];
  for (const [row, cells] of table.rows.entries()) {
    const name = cells[keyAt] ?? "";
    const both = subjectName(name, period === null ? null : (cells[periodAt] ?? ""));
    if (!rows.has(both)) rows.set(both, row);
    if (!rows.has(subjectName(name, null))) rows.set(subjectName(name, null), row);
  }
  return rows;
}

/** The identity of a subject, independent of how its key and period are spelt. */
export function subjectName(key: string, period: string | null): string {
  return `${foldName(key)}\u0000${period === null ? "" : foldPeriod(period)}`;
}
