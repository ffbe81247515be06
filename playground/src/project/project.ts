/**
 * A project as a person works on it: one rubric and its tables, all of it text. What a cell means is decided by the rubric
 * when it is scored; here nothing typed is ever lost. Pure functions on immutable values, so that undo is keeping the old one.
 */
import { foldHeader, headerNames } from "@yardstick/engine";
import { FRONT_PATH, type Project, type ProjectFile, type TableRole, type TableText } from "yardstick/project";
import type { ScriptStep } from "@yardstick/stage";

export type { ProjectFile, TableRole, TableText };

/** A project: the file in front, and the others that lie beside it. */
export interface ProjectContent extends Project {
  /** Steps of a demonstration; left out where there are none. */
  readonly script?: readonly ScriptStep[];
}

/** Path of the file in front. */
export function pathOf({ path = FRONT_PATH }: ProjectContent): string {
  return path;
}

/** All files of a project in the order of their paths. */
export function filesOf({ path = FRONT_PATH, rubric, tables, others = [] }: ProjectContent): readonly ProjectFile[] {
  return [{ path, rubric, tables }, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The project with another of its files in front; the same where it has no such file. */
export function withFront(content: ProjectContent, path: string): ProjectContent {
  const files = filesOf(content);
  const front = files.find((file) => file.path === path);
  if (front === undefined || path === (content.path ?? FRONT_PATH)) return content;
  const script = content.script === undefined ? {} : { script: content.script };
  return { ...front, others: files.filter((file) => file !== front), ...script };
}

/** A project of several files; the first is in front. Null where there is none. */
export function projectOf([front, ...others]: readonly ProjectFile[]): ProjectContent | null {
  return front === undefined ? null : { ...front, others };
}

/** A cell by what a person sees: row from 0 under the header, column by its header. */
export interface CellPlace {
  readonly role: TableRole;
  readonly name: string;
  readonly row: number;
  readonly column: string;
}

/** How headers and field names are compared. */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

export function plainName(name: string): string {
  return foldHeader(name);
}

export function findTable(tables: readonly TableText[], role: TableRole, name: string): TableText | undefined {
  return tables.find((table) => table.role === role && (role !== "list" || sameName(table.name, name)));
}

/** The text of a cell; empty where there is none. */
export function cellText(table: TableText, row: number, column: string): string {
  return table.rows[row]?.[columnAt(table, column)] ?? "";
}

/** Where each header stands, by its plain name: a grid asks for every cell that it draws. */
const headerPlaces = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where a column stands in a table; -1 where it has none of that name. */
export function columnAt({ header }: TableText, column: string): number {
  let places = headerPlaces.get(header);
  if (places === undefined) {
    // The first of those that are called the same; a whole header before one with a unit.
    const named = (rank: (names: readonly string[]) => readonly string[]) =>
      header.flatMap((name, at) => rank(headerNames(name)).map((each) => [each, at] as const)).reverse();
    places = new Map([...named((names) => names.slice(1)), ...named((names) => names.slice(0, 1))]);
    headerPlaces.set(header, places);
  }
  return places.get(column) ?? places.get(plainName(column)) ?? -1;
}

/**
 * The tables with one cell changed. A column that is not there yet is added at the end, and so is a table; a row one past the
 * last begins a new one. The same tables where the text is already so.
 */
export function withCell(tables: readonly TableText[], place: CellPlace, text: string): readonly TableText[] {
  const found = findTable(tables, place.role, place.name);
  const table = found ?? { role: place.role, name: place.name, header: [], rows: [] };
  if (place.row < 0 || place.row > table.rows.length) return tables;
  if (cellText(table, place.row, place.column) === text) return tables;

  const existing = columnAt(table, place.column);
  const at = existing < 0 ? table.header.length : existing;
  const header = existing < 0 ? [...table.header, place.column] : table.header;
  const row = [...(table.rows[place.row] ?? [])];
  while (row.length < at) row.push("");
  row[at] = text;
  const rows = [...table.rows];
  rows[place.row] = row;
  const changed = { ...table, header, rows };
  return found === undefined ? [...tables, changed] : tables.map((other) => (other === found ? changed : other));
}
