/**
 * What a stage of a plan is compiled to: a list of loops over one batch of subjects, and the registers they fill. Nothing
 * is allocated and nothing is decided while a batch runs.
 */
import type { Domain, Node, Values } from "../plan/node.js";
import type { Register } from "./kernels.js";

/** One batch: subjects `s .. s + m`, and for every list the side rows they have. */
export interface Window {
  s: number;
  m: number;
  /** By domain: the first row of the batch, and how many. */
  readonly first: Int32Array;
  readonly count: Int32Array;
}

export type Run = (window: Window) => void;

/** Where a node's values are read: in a whole column from where the batch begins, in a register from 0. */
export interface Operand {
  readonly values: Values;
  readonly isWhole: boolean;
  readonly domain: Domain;
  readonly den: bigint;
}

export interface Step {
  readonly node: Node;
  readonly reads: readonly Node[];
  readonly make: (register: Register, operand: (node: Node) => Operand) => Run;
}

export function offset({ isWhole, domain }: Operand, window: Window): number {
  return isWhole ? window.first[domain]! : 0;
}

/** For loops over side rows: what is taken off the number of a row of `rows` to find it. */
export function baseOf({ isWhole }: Operand, rows: Domain, window: Window): number {
  return isWhole ? 0 : window.first[rows]!;
}
