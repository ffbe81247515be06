/**
 * Whole numbers as SQL: each expression carries the greatest size that it may have, from which its type follows. An operation whose
 * result would not fit the type of its operands widens them first; what fits no type of the dialect is refused.
 */
import type { Dialect } from "../dialects/index.js";
import { refuse } from "../refusals/refusals.js";

/** A whole number. */
export interface Whole {
  readonly text: string;
  /** Its distance from 0 is at most this. */
  readonly most: bigint;
  /** Index of the SQL type that the text has, among those of the dialect. */
  readonly width: number;
  /** Of a literal. */
  readonly literal?: bigint;
}

/** Operations on whole numbers of one dialect. */
export class Arithmetic {
  constructor(readonly dialect: Dialect) {}

  /** Index of the narrowest type; refused where there is none. */
  widthOf(most: bigint): number {
    const index = this.dialect.widths.findIndex((width) => most <= width.most);
    return index >= 0 ? index : refuse("sql-too-wide", { field: null, engine: this.dialect.title });
  }

  typeOf(width: number): string {
    return (this.dialect.widths[width] ?? this.dialect.widths[0]).type;
  }

  literal(value: bigint): Whole {
    const most = sizeOf(value);
    return { text: value < 0n ? `(${value})` : `${value}`, most, width: this.widthOf(most), literal: value };
  }

  /** A column of whole numbers, held in the narrowest type. */
  column(name: string, most: bigint): Whole {
    return { text: name, most, width: this.widthOf(most) };
  }

  /** The same number in a type that holds `most`. */
  widened(value: Whole, most: bigint): Whole {
    const width = Math.max(value.width, this.widthOf(most));
    return width === value.width ? value : { text: this.cast(value.text, width), most: value.most, width };
  }

  /** The same number in exactly the narrowest type that holds it. */
  narrowed(value: Whole): Whole {
    const width = this.widthOf(value.most);
    return width === value.width ? value : { text: this.cast(value.text, width), most: value.most, width };
  }

  /** A number of the same size and type under another text. */
  as(text: string, { most, width }: Whole): Whole {
    return { text, most, width };
  }

  cast(text: string, width: number): string {
    return `CAST(${text} AS ${this.typeOf(width)})`;
  }

  times(a: Whole, b: Whole): Whole {
    if (a.literal !== undefined && b.literal !== undefined) return this.literal(a.literal * b.literal);
    if (a.literal === 0n || b.literal === 0n) return this.literal(0n);
    if (a.literal === 1n) return b;
    if (b.literal === 1n) return a;
    const most = a.most * b.most;
    const left = this.widened(a, most);
    return { text: `(${left.text} * ${b.text})`, most, width: Math.max(left.width, b.width) };
  }

  by(value: Whole, factor: bigint): Whole {
    return factor === 1n ? value : this.times(value, this.literal(factor));
  }

  sum(values: readonly Whole[]): Whole {
    const [first, ...others] = values.filter(({ literal }) => literal !== 0n);
    if (first === undefined) return this.literal(0n);
    if (others.length === 0) return first;
    const most = values.reduce((sum, each) => sum + each.most, 0n);
    const left = this.widened(first, most);
    const width = Math.max(left.width, ...others.map((each) => each.width));
    return { text: `(${[left, ...others].map(({ text }) => text).join(" + ")})`, most, width };
  }

  /** The text of the number stands twice in it. */
  absolute(value: Whole): Whole {
    return this.as(`abs(${value.text})`, value);
  }

  least(a: Whole, b: Whole): Whole {
    return this.extreme("least", a, b);
  }

  greatest(a: Whole, b: Whole): Whole {
    return this.extreme("greatest", a, b);
  }

  choose(flag: string, yes: Whole, no: Whole): Whole {
    const most = yes.most > no.most ? yes.most : no.most;
    return {
      text: `CASE WHEN ${flag} THEN ${yes.text} ELSE ${no.text} END`,
      most,
      width: Math.max(yes.width, no.width),
    };
  }

  /** Cut toward zero; `by` is greater than 0. */
  divided(value: Whole, by: Whole): Whole {
    if (by.literal === 1n) return value;
    const width = Math.max(value.width, by.width);
    if (this.dialect.name === "spark" && value.most >= 2n ** 63n)
      refuse("sql-too-wide", { field: null, engine: this.dialect.title });
    return { text: this.dialect.divided(value.text, by.text, width), most: value.most, width };
  }

  /** Half up, away from zero; `by` is greater than 0. The texts of both stand several times in it. */
  rounded(value: Whole, by: Whole): Whole {
    if (by.literal === 1n) return value;
    const twice = this.sum([this.by(this.absolute(value), 2n), by]);
    const divisor = this.by(by, 2n);
    const size = this.divided(this.widened(twice, divisor.most), divisor);
    const text = `(CASE WHEN ${value.text} < 0 THEN -1 ELSE 1 END * ${size.text})`;
    return { text, most: value.most + 1n, width: size.width };
  }

  private extreme(name: "least" | "greatest", a: Whole, b: Whole): Whole {
    const most = a.most > b.most ? a.most : b.most;
    return { text: `${name}(${a.text}, ${b.text})`, most, width: Math.max(a.width, b.width) };
  }
}

/** The distance from 0. */
export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}
