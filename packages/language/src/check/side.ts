/**
 * The positions in which numbers are combined.
 */
import type * as ast from "../syntax/ast.js";
import type { Value } from "./value.js";

/** A number and where its author wrote it. */
export interface Side {
  readonly node: ast.Expression;
  readonly value: Value;
}

/** How two numbers are related: by an operator, as rows of one table, as arguments, or a position checked against a value. */
export interface Place {
  readonly span: ast.Expression["span"];
  readonly op: ast.BinaryOperator | "rows" | "arguments" | "held-to";
  /** In an item: a percentage may be taken of its points. */
  readonly inItem: boolean;
  /** A row of a table that is an amount: a bare number may mean points. */
  readonly amount?: boolean;
  /** What counts as one: `1` most likely means one percentage point. */
  readonly isStep?: boolean;
}
