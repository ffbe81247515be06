/**
 * What is known of the tables that hold the data: their names, and what the columns hold. Everything may be left out; a query then
 * checks that the cells lie within the ranges that were assumed, and ends with an error where one does not.
 */
import { parseNumber, type Rational, readableText } from "@yardstick/exact";
import { type Field, ownEntry } from "@yardstick/language/core";

/** A column that holds a field. */
export interface ColumnDescription {
  /** Its name, where that is not the field's. Null: the table does not have it, and what reads it is pending. */
  readonly name?: string | null | undefined;
  /** Of a number: decimals of the greatest scale. */
  readonly decimals?: number | undefined;
  /** Of a number: the least and greatest as stored, in the field's own unit, as decimal text; percentages as fractions. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A table: one row for each subject (and period), or for each row of a list. */
export interface TableDescription {
  /** Its name, where that is not the name of the subjects or of the list. Several parts: a schema and a name. */
  readonly name?: string | readonly string[] | undefined;
  /** By name of the field. */
  readonly columns?: Readonly<Record<string, ColumnDescription>> | undefined;
  /** Whether `columns` has every column of the table: a field that is not among them has none, and what reads it is pending. */
  readonly isComplete?: boolean | undefined;
  /** Most rows: of all subjects, or of a list for one subject. */
  readonly mostRows?: number | undefined;
  /** The column by which the rows follow each other: of a list those of one subject; of the subjects as explanations name them. */
  readonly order?: string | undefined;
  /** The number of the first row, where `order` numbers all rows of the table one after the other: explanations then say which rows they show. */
  readonly firstRow?: number | undefined;
}

/** The tables of a rubric. */
export interface Tables {
  readonly subjects?: TableDescription | undefined;
  /** By name of the list. */
  readonly lists?: Readonly<Record<string, TableDescription>> | undefined;
  /**
   * Results of earlier periods, a row for each subject and period. Key and period have the names of the fields (`period` where the rubric
   * has none), results their published names: `score`, a part's path, a ranking, a grade, an output.
   */
  readonly history?: TableDescription | undefined;
  /**
   * Results of used rubrics, by alias: columns `key` and `period` (where this rubric has periods) and the results, as a query publishes
   * them. A column `period` without a name: the used rubric has no periods.
   */
  readonly uses?: Readonly<Record<string, TableDescription>> | undefined;
  /** The periods that occur in the history and the subjects, in any order; another one ends the query. Only what looks back needs them. */
  readonly periods?: readonly string[] | undefined;
  /**
   * Values of constants that the rubric leaves to the data, by name: numbers as text in the constant's own unit (percentages as
   * fractions), levels by name, dates as `YYYY-MM-DD`. A name or a value that the rubric does not have is a `RangeError`.
   */
  readonly constants?: Readonly<Record<string, string | boolean>> | undefined;
}

/** What is known of the column of a field. */
export function columnIn({ columns = {}, isComplete = false }: TableDescription, field: string): ColumnDescription {
  return ownEntry(columns, field) ?? (isComplete ? { name: null } : {});
}

/** Most subjects, and most rows of a list for one subject, where nothing is said. */
export const MOST_SUBJECTS = 1_000_000_000;
export const MOST_ROWS_OF_A_SUBJECT = 100_000;

/** A number of a description. Throws a `RangeError` for text that is none. */
export function describedNumber(text: string): Rational {
  const value = parseNumber(text);
  if (value === null) throw new RangeError(`${JSON.stringify(text)} is no number`);
  return value;
}

/** Percentages among the fields that are stored as numbers, each with its greatest cell, read as a fraction: `done 98.2%`. */
export function greatestPercents(fields: readonly Field[], { columns = {} }: TableDescription): readonly string[] {
  return fields.flatMap(({ name, type }) => {
    const { max } = ownEntry(columns, name) ?? {};
    if (type.kind !== "number" || type.form !== "percent" || max === undefined) return [];
    return [`${name} ${readableText(describedNumber(max).mul(100))}%`];
  });
}
