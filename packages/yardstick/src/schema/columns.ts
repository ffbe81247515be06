/** The columns of each table that a rubric reads, as a program or a JSON file gives them. */
import { decimalOrQuotient, rational, type RationalText } from "@yardstick/exact";
import type { Field, FieldType, List, Program } from "@yardstick/language/program";

/** The type of a number column. */
export type NumberType = Extract<FieldType, { readonly kind: "number" }>;

/** A column of a table. */
export interface Column {
  readonly field: Field;
  /** Names a subject: never blank. */
  readonly isKey: boolean;
  /** The column must be there; a blank cell in it is one that is still awaited. */
  readonly isRequired: boolean;
}

/** The key and, where there is one, the period, as columns. */
export function keyColumns(program: Program): readonly Column[] {
  const at = [program.key, ...(program.period === null ? [] : [program.period])];
  return at.flatMap((index) => {
    const field = program.fields[index];
    return field === undefined ? [] : [{ field, isKey: true, isRequired: true }];
  });
}

/** The columns of the subjects, with the lists whose rows may be nested. */
export function subjectColumns(program: Program): readonly Column[] {
  return program.fields.map((field, index) => {
    const isKey = index === program.key || index === program.period;
    return { field, isKey, isRequired: isKey || isColumnRequired(field) };
  });
}

/** The columns of a list, without those of its subject. */
export function listColumns(list: List): readonly Column[] {
  return list.columns.map((field) => ({ field, isKey: false, isRequired: isColumnRequired(field) }));
}

/** The columns of a list in a table of its own: a column with the name of the key is the key there. */
export function ownTableColumns(program: Program, list: List): readonly Column[] {
  const keys = keyColumns(program);
  const names = new Set(keys.map(({ field }) => field.name));
  return [...keys, ...listColumns(list).filter(({ field }) => !names.has(field.name))];
}

/** The constants, as columns of one row. */
export function constantColumns(program: Program): readonly Column[] {
  return program.constants.map((field) => ({ field, isKey: false, isRequired: isColumnRequired(field) }));
}

function isColumnRequired(field: Field): boolean {
  return field.type.kind !== "list" && !field.optional && field.default === null && field.judgement === null;
}

/** The bounds of a number as its cells are written: in the unit of the field, of a percentage before the sign. Null where unbounded. */
export function writtenBounds(type: NumberType): { readonly min: string | null; readonly max: string | null } {
  const scale = rational(type.form === "percent" ? "1/100" : (type.unit?.scale ?? "1"));
  const written = (bound: RationalText | null) =>
    bound === null ? null : decimalOrQuotient(rational(bound).div(scale));
  const min = written(type.min);
  const isCount = type.form === "count";
  return { min: isCount && (min === null || min.startsWith("-")) ? "0" : min, max: written(type.max) };
}

/** What a reader of the schema should know of a column: documentation, unit, range of a percentage, assessor. Empty where there is nothing. */
export function describedColumn({ documentation, type, assessor }: Field): string {
  const parts = [documentation, type.kind === "number" ? numberNote(type) : null, assessor];
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

function numberNote(type: NumberType): string | null {
  const { min, max } = writtenBounds(type);
  const sign = type.form === "percent" ? "%" : "";
  const range = min === null && max === null ? "" : `${withSign(min, sign)} .. ${withSign(max, sign)}`.trim();
  const note = [type.form === "percent" ? "%" : (type.unit?.name ?? ""), range].filter((part) => part !== "").join(" ");
  return note === "" ? null : note;
}

const withSign = (bound: string | null, sign: string): string => (bound === null ? "" : `${bound}${sign}`);
