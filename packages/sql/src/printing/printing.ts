/**
 * The interface between the printers of nodes and the query around them.
 */
import type { Domain, Node } from "@yardstick/engine/plan";
import type { Dialect } from "../dialects/index.js";
import type { NumberValue, Value } from "../expression/value.js";
import type { Arithmetic } from "../expression/whole.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import type { Populations } from "./populations.js";

/** What a printer may ask for. Columns that a node adds belong to the relation of its own domain, one level above those that it reads. */
export interface Printing {
  readonly dialect: Dialect;
  readonly arithmetic: Arithmetic;
  readonly inputs: SqlInputs;
  readonly populations: Populations;
  /** Columns of the subjects that name one: key, and period where there is one. */
  readonly key: readonly string[];
  /** The same of side rows. */
  readonly owner: readonly string[];
  value(node: Node): Value;
  /** A flag counts as 1 or 0. */
  number(node: Node): NumberValue;
  flag(node: Node): string;
  /** What subjects are kept apart by: a number or a text. */
  groupKey(node: Node): string;
  /** Adds a column to a domain, to be read by the levels above. */
  column(domain: Domain, name: string, text: string): void;
  /** Brings a column of the subjects to their side rows. */
  ofOwner(domain: Domain, column: string, name: string): void;
  /** Adds an aggregate over the side rows of each subject; null for a subject without rows. */
  aggregate(over: Domain, name: string, text: string): void;
  /** Joins a column of a relation that names subjects by `keys`: what is `isComplete` has one row each, else rows are grouped. */
  join(joined: Joined): void;
  /** The relation of a domain that this level reads. */
  from(domain: Domain): string;
}

/** A column of a relation that is joined to the subjects. Columns of the same relation are joined together. */
export interface Joined {
  /** `EXPRESSION AS NAME`. */
  readonly column: string;
  readonly from: string;
  readonly keys: readonly string[];
  readonly isComplete: boolean;
}

/** Prints one node; its operands are printed. */
export type PrintNode = (node: Node, by: Printing) => Value;

/** How a kind of node is printed. */
export interface NodeKind {
  readonly print: PrintNode;
  /** Whether it may be written where it is read, if that is one place. Otherwise it is a column. */
  readonly isInPlace: boolean;
  /** Whether it writes its operands once, so that these need not be columns. */
  readonly readsOnce: boolean;
}

/** An expression over columns of its own level. */
export const inPlace = (print: PrintNode, readsOnce = true): NodeKind => ({ print, isInPlace: true, readsOnce });

/** What needs a column, and columns to read. */
export const asColumn = (print: PrintNode, readsOnce = false): NodeKind => ({ print, isInPlace: false, readsOnce });

/** An operand that every node of the kind has. */
export function operand(node: Node, index: number): Node {
  const found = node.args[index];
  if (found === undefined) throw new RangeError(`a node ${node.op} without operand ${index}`);
  return found;
}
