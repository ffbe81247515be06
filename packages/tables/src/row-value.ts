/**
 * Row objects, as a program passes them.
 */

/**
 * A value of a row. Numbers are text, `bigint` or safe integers; any other number is a binary float and gives a problem. An array
 * contains the side rows of a list.
 */
export type RowValue = string | number | bigint | boolean | null | undefined | readonly Row[];

/** A row: cells by name of field or column. */
export interface Row {
  readonly [column: string]: RowValue;
}
