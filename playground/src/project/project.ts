/**
 * A project: one or more rubrics and their tables, all of it text. The rubric decides what a cell means when it is
 * scored; nothing typed is discarded here. Pure functions on immutable values, so that undo only has to keep the
 * previous value.
 */
import { foldHeader, headerNames } from "@yardstick/engine";
import { FRONT_PATH, type Project, type ProjectFile, type TableRole, type TableText } from "yardstick/project";
import type { ScriptStep } from "@yardstick/stage";
import type { DepartmentRecord } from "./collection.js";
import type { FixedPeriod } from "./fixed-period.js";

export type { ProjectFile, TableRole, TableText };

/** A project: the front file, and the others next to it. */
export interface ProjectContent extends Project {
  /** Steps of a demonstration; absent when there are none. */
  readonly script?: readonly ScriptStep[];
  /** Forms that were sent to departments and handed in; absent when there are none. */
  readonly collection?: readonly DepartmentRecord[];
  /** Periods whose results were fixed; absent when there are none. */
  readonly fixed?: readonly FixedPeriod[];
}

/** Path of the front file. */
export function pathOf({ path = FRONT_PATH }: ProjectContent): string {
  return path;
}

/** All files of a project, sorted by path. */
export function filesOf({ path = FRONT_PATH, rubric, tables, others = [] }: ProjectContent): readonly ProjectFile[] {
  return [{ path, rubric, tables }, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The project with another of its files in front; unchanged when it has no such file. */
export function withFront(content: ProjectContent, path: string): ProjectContent {
  const files = filesOf(content);
  const front = files.find((file) => file.path === path);
  if (front === undefined || path === (content.path ?? FRONT_PATH)) return content;
  const { script, collection, fixed } = content;
  const kept = { ...(script === undefined ? {} : { script }), ...(collection === undefined ? {} : { collection }) };
  const periods = fixed === undefined ? {} : { fixed };
  return { ...front, others: files.filter((file) => file !== front), ...kept, ...periods };
}

/** A project of several files; the first is in front. Null for an empty list. */
export function projectOf([front, ...others]: readonly ProjectFile[]): ProjectContent | null {
  return front === undefined ? null : { ...front, others };
}

/** The position of a cell as the grid shows it: row from 0 under the header, column by its header. */
export interface CellPlace {
  readonly role: TableRole;
  readonly name: string;
  readonly row: number;
  readonly column: string;
}

/** Whether two headers or field names are equal, with the folding used everywhere for names. */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

/** A name in the folded form in which names are compared. */
export function plainName(name: string): string {
  return foldHeader(name);
}

/** The table of a role; lists are also identified by name. */
export function findTable(tables: readonly TableText[], role: TableRole, name: string): TableText | undefined {
  return tables.find((table) => table.role === role && (role !== "list" || sameName(table.name, name)));
}

/** The text of a cell; empty when there is no such cell. */
export function cellText(table: TableText, row: number, column: string): string {
  return table.rows[row]?.[columnAt(table, column)] ?? "";
}

/** Column index by header name, cached per header row: the grid looks up every cell that it draws. */
const headerPlaces = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Index of a column in a table; -1 when there is none of that name. */
export function columnAt({ header }: TableText, column: string): number {
  let places = headerPlaces.get(header);
  if (places === undefined) {
    // The first column of each name; an exact header takes precedence over one with a unit.
    const named = (rank: (names: readonly string[]) => readonly string[]) =>
      header.flatMap((name, at) => rank(headerNames(name)).map((each) => [each, at] as const)).reverse();
    places = new Map([...named((names) => names.slice(1)), ...named((names) => names.slice(0, 1))]);
    headerPlaces.set(header, places);
  }
  return places.get(column) ?? places.get(plainName(column)) ?? -1;
}

/**
 * The tables with one cell changed. A missing column is added at the end, and so is a missing table; a row one past the
 * last is appended. Returns the same array when the text is unchanged.
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
