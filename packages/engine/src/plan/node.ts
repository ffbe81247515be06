/**
 * What a checked rubric is reduced to before it runs over columns: a graph of numbers and flags, each one value a row.
 * Every node carries what is known of it before any row is read: its range, its denominator, what it depends on.
 */
import type { Rational } from "@yardstick/exact";
import type { Slice } from "../values/trim.js";

/** What one value belongs to: nothing, being the same for all (-1); a subject (0); a side row of list `domain - 1`. */
export type Domain = number;
/** The domain of what is the same for all. */
export const CONSTANT: Domain = -1;
/** The domain of subjects. */
export const SUBJECT: Domain = 0;

/** The physical columns that kernels read; with a fifth, the compiled loops would turn megamorphic. */
export type Values = Uint8Array | Uint16Array | Int32Array | Float64Array;

/**
 * How a number is held. `i32`, `f64`, `wide`: whole multiples of `1/den`, exact, within 31 bits, 53 bits, or the widest that the graph
 * allows; columns have nothing wider than 53 bits. `approximate`: a double within `error` of the exact value; whatever is closer to its
 * decision than that is decided by exact rationals.
 */
export type Representation = "i32" | "f64" | "wide" | "approximate" | "flag";

/** A column of whole numbers: each is `raw / den`. Flags are 0 and 1; texts, dates and levels are codes that keep their order. */
export interface Source {
  readonly name: string;
  readonly values: Values;
  readonly den: bigint;
  /** Least and greatest of the raw numbers, fillers of blanks included. */
  readonly low: number;
  readonly high: number;
}

/** The operations of a plan. */
export type NodeOp =
  | "constant"
  | "column"
  /** Sum of `factors[i]` times `args[i]`, plus `value`. */
  | "affine"
  | "product"
  /** 0 where the divisor is 0. */
  | "quotient"
  | "least"
  | "greatest"
  | "absolute"
  /** Half up, away from zero, to multiples of `value`. */
  | "rounded"
  /** The root of the size, half up to multiples of `value`, with the sign of the number. */
  | "root"
  /** Toward zero, to a whole number. */
  | "truncated"
  /** `args` are a and b > 0 as raw numbers: `(k1 a + k2 b) / (k3 b)`, rounded half up or truncated, by whole numbers alone. */
  | "ratio"
  /** `args[0]` is a flag. */
  | "choose"
  /** The number is below 0, or is 0. */
  | "negative"
  | "zero"
  | "both"
  | "either"
  | "not"
  /** A subject's value, for each of its side rows. */
  | "of-owner"
  /** Over a subject's side rows; the last argument says which rows count. */
  | "row-sum"
  | "row-any"
  /** Sum without the highest and lowest: `[value, counts]`. */
  | "row-trimmed"
  /** Rows that have the greatest effect of their group, the first of equals: `[effect, group, counts]`; a flag a side row. */
  | "row-greatest"
  /** Sum of groups, each limited in either direction: `[effect, group, limit, counts]`. */
  | "row-capped"
  /** Computed over all subjects at once, between two stages. */
  | "across";

/** What a ratio does with its two raw numbers. */
export interface Ratio {
  readonly k1: bigint;
  readonly k2: bigint;
  readonly k3: bigint;
  readonly isRounded: boolean;
}

/** A node's values for all rows of its domain: whole multiples of `1/den`. */
export interface Whole {
  readonly values: Values;
  readonly den: bigint;
  /** Of approximate numbers that are not computed row by row: the exact one at a row. */
  readonly exact?: (row: number) => Rational;
}

/**
 * Work over all subjects, done once between two stages; several nodes may take their values from one. It gives its outputs
 * by name, each as long as there are subjects, made when first asked for.
 */
export interface Population {
  readonly key: string;
  readonly args: readonly Node[];
  run(
    columns: readonly Whole[],
    rows: number,
    exactAt: (node: Node, row: number) => Rational,
  ): ReadonlyMap<string, () => Whole>;
}

/** A value of the plan: one for each row of its domain. */
export interface Node {
  readonly id: number;
  readonly op: NodeOp;
  readonly args: readonly Node[];
  readonly domain: Domain;
  /** How many passes over all subjects have to come before this one. */
  readonly stage: number;
  /** A constant's number (a flag's 0 or 1), what an affine adds, the step of a rounding. */
  readonly value: Rational;
  readonly factors: readonly Rational[];
  readonly source: Source | null;
  readonly ratio: Ratio | null;
  /** Of a sum over rows: those that count, in the order of their values; null: all. */
  readonly trim: Slice | null;
  readonly population: { readonly work: Population; readonly output: string } | null;
  /** The side rows that an operation over rows goes through. */
  readonly over: Domain;
  /** The one column it depends on; null: several, or none. */
  readonly support: Node | null;
  /** Null: not bounded. */
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** 0n: no denominator holds for all rows. */
  readonly den: bigint;
  readonly rep: Representation;
  /** Of an approximate number: how far the double may be from the exact value. */
  readonly error: number;
}

/** Thrown while a plan is made, never while it runs: the columnar engine leaves this program to the reference evaluator. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}
