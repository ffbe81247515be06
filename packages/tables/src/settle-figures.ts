/**
 * Decides on a cell with values of the present table and of submitted files: unchanged, new, changed or in conflict, and which value is
 * used.
 */
import type { CollectAnswers } from "./collected.js";
import type { Figure } from "./merge-figures.js";
import { groupedByValue } from "./merge-figures.js";

/** Facts about a merged table. */
export interface TableFacts {
  readonly isPresent: boolean;
  readonly file: string;
  readonly department: string | null;
  readonly modified: number | null;
}

/** The decision on a cell. */
export type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "new" | "changed"; readonly figures: readonly Figure[] }
  | {
      readonly kind: "conflict";
      readonly why: "differ" | "not-owner";
      readonly groups: readonly (readonly Figure[])[];
      /** Index of the group that is used; null where undecided. */
      readonly settled: number | null;
    };

interface CellFacts {
  readonly tables: readonly TableFacts[];
  /** The departments responsible for the field; empty where the rubric names none. */
  readonly owners: readonly string[];
  readonly rule: CollectAnswers["rule"];
  /** Whether a group is the one chosen by the user; null where there is no choice. */
  readonly chosen: ((group: readonly Figure[]) => boolean) | null;
}

/** Decides between the values of a cell. */
export function settleFigures(figures: readonly Figure[], facts: CellFacts): Outcome {
  const { tables, owners } = facts;
  const isPresent = ({ table }: Figure) => tables[table]?.isPresent === true;
  const groups = groupedByValue(figures);
  const ofFiles = groups.filter((group) => !group.every(isPresent));
  if (ofFiles.length === 0) return { kind: "same" };
  const [group, ...more] = ofFiles;
  const present = groups.find((each) => each.some(isPresent));
  if (group !== undefined && more.length === 0) {
    if (present === group) return { kind: "same" };
    if (present === undefined) return { kind: "new", figures: group };
    const departments = departmentsOf(group, tables);
    const isOwn = owners.length === 0 || departments.length === 0 || departments.some((name) => owners.includes(name));
    if (isOwn) return { kind: "changed", figures: group };
    return { kind: "conflict", why: "not-owner", groups, settled: settledOf(groups, facts) };
  }
  return { kind: "conflict", why: "differ", groups, settled: settledOf(groups, facts) };
}

/** The departments whose files contain the value, each once. */
export function departmentsOf(group: readonly Figure[], tables: readonly TableFacts[]): readonly string[] {
  return [...new Set(group.flatMap(({ table }) => tables[table]?.department ?? []))];
}

function settledOf(groups: readonly (readonly Figure[])[], { tables, owners, rule, chosen }: CellFacts): number | null {
  if (chosen !== null) {
    const at = groups.findIndex(chosen);
    if (at >= 0) return at;
  }
  if (rule === "owner") {
    const own = groups.filter((group) => departmentsOf(group, tables).some((name) => owners.includes(name)));
    const [only, ...others] = own;
    return only === undefined || others.length > 0 ? null : groups.indexOf(only);
  }
  if (rule === "newest") {
    const newest = (group: readonly Figure[]) => Math.max(...group.map(({ table }) => tables[table]?.modified ?? 0));
    const latest = Math.max(...groups.map(newest));
    const [only, ...others] = groups.filter((group) => newest(group) === latest);
    return latest === 0 || only === undefined || others.length > 0 ? null : groups.indexOf(only);
  }
  return null;
}
