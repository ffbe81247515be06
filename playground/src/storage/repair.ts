/**
 * Reads a value of any shape as a project, field by field: missing fields and fields of another type are replaced and
 * listed. No text written by the user is dropped: when a value holds text in a place where none belongs, the whole
 * record is unreadable and is left as it is.
 */
import type { ProjectFile, TableText } from "yardstick/project";
import type { ScriptStep } from "@yardstick/stage";
import { projectIn } from "yardstick/project";
import type { ProjectContent } from "../project/project.js";
import type { DepartmentRecord } from "../project/collection.js";
import type { FixedPeriod } from "../project/fixed-period.js";

/** Paths of the replaced fields: `revision`, `tables[0].rows[3][1]`. */
export type Repairs = readonly string[];

/** A value with the paths of the fields that were replaced. */
export interface Repaired<T> {
  readonly value: T;
  readonly repairs: Repairs;
}

/** Thrown while reading when text would be lost. */
class Unreadable extends Error {}

/** Reads the field at `path`; adds the path to `repairs` when the result differs from the stored value. */
type Read<T> = (value: unknown, path: string, repairs: string[]) => T;

/** Null when text written by the user would be lost. */
export function repaired<T>(read: Read<T>, value: unknown): Repaired<T> | null {
  const repairs: string[] = [];
  try {
    return { value: read(value, "", repairs), repairs };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** The replacement for an invalid value. */
function replaced<T>(value: unknown, by: T, path: string, repairs: string[]): T {
  if (holdsText(value)) throw new Unreadable(path);
  repairs.push(path);
  return by;
}

/** Whether a value contains text at any depth; cyclic values are handled. */
function holdsText(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (value instanceof Date) return false;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof Blob) return true;
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  const inside: readonly unknown[] =
    value instanceof Map
      ? [...value.keys(), ...value.values()]
      : value instanceof Set
        ? [...value]
        : Object.values(value);
  return inside.some((each) => holdsText(each, seen));
}

/** A string; a number is converted. */
export const text: Read<string> = (value, path, repairs) => {
  if (typeof value === "string") return value;
  const written =
    typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value)) ? String(value) : "";
  return replaced(value, written, path, repairs);
};

/** A required string: without it there is nothing to open. */
export const needed: Read<string> = (value, path) => {
  if (typeof value === "string") return value;
  throw new Unreadable(path);
};

const oneOf =
  <T extends string>(known: readonly T[], otherwise: T): Read<T> =>
  (value, path, repairs) => {
    const found = known.find((each) => each === value);
    // An unknown keyword carries no text of the user that could be lost.
    return (
      found ?? (typeof value === "string" ? (repairs.push(path), otherwise) : replaced(value, otherwise, path, repairs))
    );
  };

const nullable =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path, repairs) =>
    value === null ? null : value === undefined ? replaced(value, null, path, repairs) : read(value, path, repairs);

const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path, repairs) => {
    if (!Array.isArray(value)) return replaced(value, [], path, repairs);
    // `Array.from` also visits the holes of a sparse array.
    return Array.from(value as readonly unknown[], (each, at) => read(each, `${path}[${at}]`, repairs));
  };

/** The cells of a row; the same array when all of them are texts, so that unchanged rows can be recognised. */
const cells: Read<readonly string[]> = (value, path, repairs) => {
  if (!Array.isArray(value)) return list(text)(value, path, repairs);
  // A loop, because `every` skips the holes of a sparse array.
  for (let at = 0; at < value.length; at += 1)
    if (typeof value[at] !== "string") return list(text)(value, path, repairs);
  return value as readonly string[];
};

/** The fields of an object that is still to be validated. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object by name; empty for any other value. Fields other than `known` are dropped. */
export const fields =
  (...known: readonly string[]): Read<Fields> =>
  (value, path, repairs) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return replaced(value, {}, path, repairs);
    for (const [name, each] of Object.entries(value))
      if (!known.includes(name)) replaced(each, undefined, at(path, name), repairs);
    return value as Fields;
  };

const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const table: Read<TableText> = (value, path, repairs) => {
  const given = fields("role", "name", "header", "rows", "keep", "leave")(value, path, repairs);
  const keys = (name: "keep" | "leave") => optional(list(text))(given[name], at(path, name), repairs);
  const [keep, leave] = [keys("keep"), keys("leave")];
  // Every field of a table, so that one that is added later cannot be dropped when a project is opened.
  const whole: { readonly [Name in Exclude<keyof TableText, "keep" | "leave">]-?: TableText[Name] } = {
    role: oneOf(["subjects", "list", "constants", "history"], "subjects")(given["role"], at(path, "role"), repairs),
    name: text(given["name"], at(path, "name"), repairs),
    header: list(text)(given["header"], at(path, "header"), repairs),
    rows: list(cells)(given["rows"], at(path, "rows"), repairs),
  };
  return { ...whole, ...(keep === undefined ? {} : { keep }), ...(leave === undefined ? {} : { leave }) };
};

const file: Read<ProjectFile> = (value, path, repairs) => {
  const given = fields("path", "rubric", "tables")(value, path, repairs);
  return {
    path: needed(given["path"], at(path, "path"), repairs),
    rubric: needed(given["rubric"], at(path, "rubric"), repairs),
    tables: list(table)(given["tables"], at(path, "tables"), repairs),
  };
};

const SHARE = /^\d{1,20}(?:\/[1-9]\d{0,20})?$/;

const share: Read<string> = (value, path, repairs) => {
  if (typeof value === "string" && SHARE.test(value)) return value;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0)
    return replaced(value, String(value), path, repairs);
  throw new Unreadable(path);
};

/** Earlier files name the robustness view "firmness", which does not count as damage. */
const view: Read<ScriptStep["view"]> = (value, path, repairs) =>
  oneOf(["ranking", "robustness", "scenarios"], "ranking")(value === "firmness" ? "robustness" : value, path, repairs);

const step: Read<ScriptStep> = (value, path, repairs) => {
  const given = fields("note", "view", "scenario", "weights", "follow")(value, path, repairs);
  return {
    note: text(given["note"], at(path, "note"), repairs),
    view: view(given["view"], at(path, "view"), repairs),
    scenario: nullable(text)(given["scenario"], at(path, "scenario"), repairs),
    weights: list((each, place, noted) => {
      const weight = fields("part", "share")(each, place, noted);
      return {
        part: needed(weight["part"], at(place, "part"), noted),
        share: share(weight["share"], at(place, "share"), noted),
      };
    })(given["weights"], at(path, "weights"), repairs),
    follow: nullable(text)(given["follow"], at(path, "follow"), repairs),
  };
};

/** The latest time that a `Date` can represent. */
const MAX_TIME = 8_640_000_000_000_000;

/** Milliseconds since 1970, 0 when unknown. */
export const time: Read<number> = (value, path, repairs) =>
  typeof value === "number" && value >= 0 && value <= MAX_TIME ? value : replaced(value, 0, path, repairs);

const departmentRecord: Read<DepartmentRecord> = (value, path, repairs) => {
  const given = fields("department", "sent", "file", "received")(value, path, repairs);
  return {
    department: needed(given["department"], at(path, "department"), repairs),
    sent: nullable(time)(given["sent"], at(path, "sent"), repairs),
    file: nullable(text)(given["file"], at(path, "file"), repairs),
    received: nullable(time)(given["received"], at(path, "received"), repairs),
  };
};

const fixedPeriod: Read<FixedPeriod> = (value, path, repairs) => {
  const given = fields("period", "fixed", "rubric", "data", "engine", "scored", "open")(value, path, repairs);
  const texts = (["period", "rubric", "data", "engine"] as const).map(
    (name) => [name, text(given[name], at(path, name), repairs)] as const,
  );
  const counts = (["fixed", "scored", "open"] as const).map(
    (name) => [name, time(given[name], at(path, name), repairs)] as const,
  );
  return Object.fromEntries([...texts, ...counts]) as unknown as FixedPeriod;
};

/** Absent when the value is absent or null. */
const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, path, repairs) =>
    value === undefined
      ? undefined
      : value === null
        ? replaced(value, undefined, path, repairs)
        : read(value, path, repairs);

/** The names of the fields that `content` reads. */
export const CONTENT_FIELDS = ["rubric", "tables", "path", "others", "script", "collection", "fixed"];

/** The content of a project, from an object that contains it among other fields: its rubric must be a string. */
export const content: Read<ProjectContent> = (value, path, repairs) => {
  const given: Fields = typeof value === "object" && value !== null ? (value as Fields) : {};
  const parts = {
    rubric: needed(given["rubric"], at(path, "rubric"), repairs),
    tables: list(table)(given["tables"], at(path, "tables"), repairs),
    path: optional(text)(given["path"], at(path, "path"), repairs),
    others: optional(list(file))(given["others"], at(path, "others"), repairs),
    script: optional(list(step))(given["script"], at(path, "script"), repairs),
    fixed: optional(list(fixedPeriod))(given["fixed"], at(path, "fixed"), repairs),
    collection: optional(list(departmentRecord))(given["collection"], at(path, "collection"), repairs),
  };
  return projectIn(parts as ProjectContent);
};

/** A number of saves that can still be incremented exactly. */
export const count =
  (otherwise: number): Read<number> =>
  (value, path, repairs) =>
    typeof value === "number" && Number.isInteger(value) && value >= 1 && value < 2 ** 52
      ? value
      : replaced(value, otherwise, path, repairs);
