/**
 * Which table of a program a file, a sheet or a property holds, and under which names its columns stand.
 */
import type { Field, Program } from "@yardstick/language/program";
import { KnownHeaders, keyKindsOf } from "./known-headers.js";
import { CONSTANTS_TABLE, HISTORY_TABLE } from "./problem.js";

export type Target =
  | { readonly role: "subjects" }
  | { readonly role: "constants" }
  | { readonly role: "history" }
  | { readonly role: "list"; readonly list: number };

/** A rubric whose data has no period still needs one in its history: any of these headers. */
export const PERIOD_NAMES: readonly string[] = ["期别", "年度", "period"];

/** Names that tables without a name of their own have beside `CONSTANTS_TABLE` and `HISTORY_TABLE`. */
export const SUBJECTS_TABLE = "subjects";
const CONSTANTS_ZH = "常量";
const HISTORY_ZH = "往期结果";

export function targetOfRole(program: Program, role: Target["role"], name: string | undefined): Target | null {
  if (role !== "list") return { role };
  const list = program.lists.findIndex((candidate) => candidate.name === name);
  return list < 0 ? null : { role: "list", list };
}

/** As problems name it. */
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

/** A table by its name in a file that holds several; a list before all, should it be called like another table. */
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

export function isSameTarget(one: Target, other: Target): boolean {
  return one.role === "list" ? other.role === "list" && other.list === one.list : one.role === other.role;
}

/** The key and, where there is one, the period: what every side row and every earlier result points to its subject by. */
export function keyFields(program: Program): readonly Field[] {
  const at = [program.key, ...(program.period === null ? [] : [program.period])];
  return at.flatMap((index) => program.fields[index] ?? []);
}

/** Headers under which the key may stand where none has its name. */
export function keyKinds(program: Program): ReadonlySet<string> {
  return keyKindsOf(program.subject, program.fields[program.key]?.name ?? "");
}

export function headersOfTarget(program: Program, target: Target): KnownHeaders {
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
