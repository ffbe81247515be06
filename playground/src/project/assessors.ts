/**
 * The assessors responsible for each field: those of the items whose rules read it. A rubric names assessors at items;
 * a person who fills in a table needs them at columns.
 */
import type { Field, Program } from "@yardstick/language/program";

/** Assessors by field, columns of side tables included, without duplicates and in the order of the text. */
export function assessorsOfFields(program: Program): ReadonlyMap<Field, readonly string[]> {
  const found = new Map<Field, string[]>();
  const note = (field: Field | undefined, assessor: string) => {
    if (field === undefined) return;
    const names = found.get(field) ?? [];
    if (!names.includes(assessor)) found.set(field, [...names, assessor]);
  };
  for (const part of program.parts) {
    const { assessor } = part;
    if (part.kind !== "item" || assessor === null) continue;
    visitReads([part.lines, part.applies], (read) => {
      if (read.kind === "field") note(program.fields[read.field], assessor);
      else note(program.lists[read.list]?.columns[read.column], assessor);
    });
    for (const { amount } of part.lines) if (amount.kind === "judgement") note(program.fields[amount.field], assessor);
  }
  return found;
}

type ReadOfField =
  | { readonly kind: "field"; readonly field: number }
  | { readonly kind: "row-field"; readonly list: number; readonly column: number };

/** Walks plain JSON of any shape, so that new kinds of expression need no change here. */
function visitReads(node: unknown, visit: (read: ReadOfField) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const child of node) visitReads(child, visit);
    return;
  }
  const { kind } = node as { readonly kind?: unknown };
  if (kind === "field" || kind === "row-field") visit(node as ReadOfField);
  for (const child of Object.values(node)) visitReads(child, visit);
}
