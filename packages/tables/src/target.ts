/**
 * The table of a program that a file, a sheet or a property contains, and the headers of its columns.
 */
import { CONSTANTS_TABLE, HISTORY_TABLE, SUBJECTS_TABLE } from "@yardstick/exact";
import type { Field, Program } from "@yardstick/language/program";
import { KnownHeaders, keyKindsOf } from "./known-headers.js";

/** A table of a program; `list` is the index of the list. */
export type Target =
  | { readonly role: "subjects" }
  | { readonly role: "constants" }
  | { readonly role: "history" }
  | { readonly role: "list"; readonly list: number };

/** Headers of the period in a history, for rubrics whose data has no period. */
export const PERIOD_NAMES: readonly string[] = ["期别", "年度", "period"];

/** The Chinese names of the tables that a rubric does not name itself. */
const CONSTANTS_ZH = "常量";
const HISTORY_ZH = "往期结果";

/** The table with this role and, for a list, this name; null where the program has no such list. */
export function targetOfRole(program: Program, role: Target["role"], name: string | undefined): Target | null {
  if (role !== "list") return { role };
  const list = program.lists.findIndex((candidate) => candidate.name === name);
  return list < 0 ? null : { role: "list", list };
}

/** The name of a table in problems. */
export function targetTitle(program: Program, target: Target): string {
  switch (target.role) {
    case "subjects":
      return program.subject;
    case "constants":
      return CONSTANTS_TABLE;
    case "history":
      return HISTORY_TABLE;
    case "list":
      return program.lists[target.list]?.name ?? "";
    default:
      return target satisfies never;
  }
}

/** The table with this name in a file of several tables; a list takes precedence over another table of the same name. */
export function targetNamed(
  program: Program,
  name: string,
  isSame: (name: string, table: string) => boolean = (a, b) => a === b,
): Target | null {
  const list = program.lists.findIndex((candidate) => isSame(name, candidate.name));
  if (list >= 0) return { role: "list", list };
  if (isSame(name, SUBJECTS_TABLE) || isSame(name, program.subject)) return { role: "subjects" };
  if (isSame(name, CONSTANTS_TABLE) || isSame(name, CONSTANTS_ZH)) return { role: "constants" };
  if (isSame(name, HISTORY_TABLE) || isSame(name, HISTORY_ZH)) return { role: "history" };
  return null;
}

/** Whether both are the same table. */
export function isSameTarget(one: Target, other: Target): boolean {
  return one.role === "list" ? other.role === "list" && other.list === one.list : one.role === other.role;
}

/** The key and, where there is one, the period: the fields by which side rows and earlier results refer to a subject. */
export function keyFields(program: Program): readonly Field[] {
  const at = [program.key, ...(program.period === null ? [] : [program.period])];
  return at.flatMap((index) => program.fields[index] ?? []);
}

const kinds = new WeakMap<Program, ReadonlySet<string>>();

/** Headers accepted for the key where no column has its name. */
export function keyKinds(program: Program): ReadonlySet<string> {
  const known = kinds.get(program) ?? keyKindsOf(program.subject, program.fields[program.key]?.name ?? "");
  kinds.set(program, known);
  return known;
}

const headers = new WeakMap<Program, Map<string, KnownHeaders>>();

/** The headers expected in a table; the same object each time. */
export function headersOfTarget(program: Program, target: Target): KnownHeaders {
  const ofProgram = headers.get(program) ?? new Map<string, KnownHeaders>();
  headers.set(program, ofProgram);
  const id = target.role === "list" ? `list ${target.list}` : target.role;
  const made = ofProgram.get(id) ?? knownHeaders(program, target);
  ofProgram.set(id, made);
  return made;
}

function knownHeaders(program: Program, target: Target): KnownHeaders {
  switch (target.role) {
    case "subjects":
      return new KnownHeaders(program.fields, program.key, keyKinds(program));
    case "constants":
      return new KnownHeaders(program.constants, -1);
    case "list":
      return new KnownHeaders(
        [...keyFields(program), ...(program.lists[target.list]?.columns ?? [])],
        0,
        keyKinds(program),
      );
    case "history": {
      const [key] = keyFields(program);
      const named = (name: string): readonly Field[] => (key === undefined ? [] : [{ ...key, name }]);
      const periods = program.period === null ? PERIOD_NAMES.flatMap(named) : [];
      return new KnownHeaders(
        [...keyFields(program), ...periods, ...named("总分"), ...named("score")],
        0,
        keyKinds(program),
      );
    }
    default:
      return target satisfies never;
  }
}
