/**
 * The assessors responsible for a field or a list: the one it names itself, else those of the items whose rules read it.
 */
import type { Field, Program } from "@yardstick/language/program";

/** The assessors of a rubric. */
export interface Assessors {
  /** All assessors that the rubric names, in the order of its text. */
  readonly all: readonly string[];
  readonly ofField: (field: Field) => readonly string[];
  /** By index of the list. */
  readonly ofList: (list: number) => readonly string[];
}

/** A read of a field, or of a column of a list. */
export interface ReadOfField {
  readonly kind: "field" | "row-field";
  readonly field?: number;
  readonly list?: number;
  readonly column?: number;
}

/** Visits all reads of fields in plain JSON of any shape, so that new kinds of expressions need no change here. */
export function visitReads(node: unknown, visit: (read: ReadOfField) => void): void {
  if (typeof node !== "object" || node === null) return;
  const { kind } = node as { readonly kind?: unknown };
  if (kind === "field" || kind === "row-field") visit(node as ReadOfField);
  for (const child of Object.values(node)) visitReads(child, visit);
}

const found = new WeakMap<Program, Assessors>();

/** The assessors of all fields and lists; the same object each time. */
export function assessorsOf(program: Program): Assessors {
  const known = found.get(program) ?? findAssessors(program);
  found.set(program, known);
  return known;
}

function findAssessors(program: Program): Assessors {
  const byField = new Map<Field, Set<string>>();
  const byList = new Map<number, Set<string>>();
  const all = new Set<string>();
  const note = <K>(map: Map<K, Set<string>>, key: K, assessor: string) => {
    map.set(key, (map.get(key) ?? new Set()).add(assessor));
  };
  for (const part of program.parts) {
    const { assessor } = part;
    if (assessor === null) continue;
    all.add(assessor);
    if (part.kind !== "item") continue;
    visitReads([part.lines, part.applies], ({ kind, field = -1, list = -1, column = -1 }) => {
      const read = kind === "field" ? program.fields[field] : program.lists[list]?.columns[column];
      if (read !== undefined) note(byField, read, assessor);
      if (kind === "row-field") note(byList, list, assessor);
    });
    for (const { amount, each } of part.lines) {
      const judged = amount.kind === "judgement" ? program.fields[amount.field] : undefined;
      if (judged !== undefined) note(byField, judged, assessor);
      if (each !== null) note(byList, each.list, assessor);
    }
  }
  for (const { assessor } of [...program.fields, ...program.lists.flatMap(({ columns }) => columns)]) {
    if (assessor !== null) all.add(assessor);
  }
  return {
    all: [...all],
    ofField: (field) => (field.assessor === null ? [...(byField.get(field) ?? [])] : [field.assessor]),
    ofList: (list) => {
      const own = program.fields[program.lists[list]?.field ?? -1]?.assessor ?? null;
      return own === null ? [...(byList.get(list) ?? [])] : [own];
    },
  };
}
