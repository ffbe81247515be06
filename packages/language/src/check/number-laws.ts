/**
 * The kind of a product, a quotient, a power and of numbers side by side, by the kinds of the operands: one table for each.
 * Kinds in, kinds out; combinations that are not allowed are reported by `beside.ts`.
 */
import { ONE, type Rational } from "@yardstick/exact";
import {
  type Doubt,
  eitherDoubt,
  isShare,
  joined,
  type KindName,
  literalKind,
  numberKind,
  type NumberKind,
  plainKind,
} from "./number-kind.js";
import type { Span } from "../source/span.js";

/** An operand: its kind, its position, and what is known of its value. */
export interface Operand {
  readonly kind: NumberKind;
  readonly span: Span;
  /** Its value where it is always the same. */
  readonly constant: Rational | null;
  /** For a literal: the greatest it can be, without its sign; null where that is unknown. */
  readonly most: Rational | null;
}

/** `scaled`: a share times a bare literal. `quotient`: see `ratioOf`. */
type ProductLaw = KindName | "scaled";
type QuotientLaw = ProductLaw | "quotient";
type Table<L> = Readonly<Record<KindName, Readonly<Record<KindName, L>>>>;

/** In the order of the columns below. */
const names = ["literal", "figure", "count", "plain", "ratio", "percent", "quantity"] as const;

const productLaws: Table<ProductLaw> = {
  literal: row("literal", "figure", "figure", "plain", "scaled", "scaled", "quantity"),
  figure: row("figure", "figure", "figure", "plain", "figure", "figure", "quantity"),
  count: row("figure", "figure", "count", "plain", "count", "count", "quantity"),
  plain: row("plain", "plain", "plain", "plain", "plain", "plain", "quantity"),
  ratio: row("scaled", "figure", "count", "plain", "ratio", "percent", "quantity"),
  percent: row("scaled", "figure", "count", "plain", "percent", "percent", "quantity"),
  quantity: row("quantity", "quantity", "quantity", "quantity", "quantity", "quantity", "quantity"),
};

/** The dividend comes before the colon. Quantities of one dimension are a `quotient`, too. */
const quotientLaws: Table<QuotientLaw> = {
  literal: row("literal", "figure", "figure", "plain", "scaled", "scaled", "quantity"),
  figure: row("figure", "quotient", "figure", "quotient", "figure", "figure", "quantity"),
  count: row("figure", "quotient", "quotient", "quotient", "count", "count", "quantity"),
  plain: row("plain", "quotient", "quotient", "quotient", "plain", "plain", "quantity"),
  ratio: row("ratio", "ratio", "ratio", "ratio", "ratio", "ratio", "quantity"),
  percent: row("percent", "percent", "percent", "percent", "percent", "ratio", "quantity"),
  quantity: row("quantity", "quantity", "quantity", "quantity", "quantity", "quantity", "quantity"),
};

/** Side by side in a sum, a comparison, a table: the kind of the whole; null where that is not a sound reading. */
const togetherLaws: Table<KindName | null> = {
  literal: row("literal", "figure", "count", "plain", "ratio", "percent", "quantity"),
  figure: row("figure", "figure", "plain", "plain", "ratio", null, "quantity"),
  count: row("count", "plain", "count", "plain", "ratio", null, null),
  plain: row("plain", "plain", "plain", "plain", "ratio", null, null),
  ratio: row("ratio", "ratio", "ratio", "ratio", "ratio", "percent", null),
  percent: row("percent", null, null, null, "percent", "percent", null),
  quantity: row("quantity", "quantity", null, null, null, null, "quantity"),
};

function row<L>(...laws: readonly [L, L, L, L, L, L, L]): Readonly<Record<KindName, L>> {
  return Object.fromEntries(names.map((name, i) => [name, laws[i]])) as Record<KindName, L>;
}

/** `isPure`: the product has no dimension left. */
export function productOf(a: Operand, b: Operand, isPure: boolean): NumberKind {
  const law = productLaws[a.kind.is][b.kind.is];
  const factors = joined(a.kind.factors, b.kind.factors);
  switch (law) {
    case "literal":
      return literalKind;
    case "scaled":
      return a.kind.is === "literal" ? scaled(b.kind, a) : scaled(a.kind, b);
    case "figure":
      return product("figure", a, b, 1);
    case "percent":
    case "ratio":
      return numberKind(law, { doubt: doubtOfProduct(a, b) });
    case "quantity":
      return isPure
        ? ratioOf({ ...numberKind("quantity", { factors }), part: isPart(a, b) }, null)
        : product(law, a, b, 1);
    default:
      return product(law, a, b, 1);
  }
}

/** `alike`: both of one dimension; else what comes out is a quantity of another. */
export function quotientOf(a: Operand, b: Operand, alike: boolean): NumberKind {
  const isQuantity = a.kind.is === "quantity" || b.kind.is === "quantity";
  const law = isQuantity && alike ? "quotient" : quotientLaws[a.kind.is][b.kind.is];
  switch (law) {
    case "literal":
      return literalKind;
    case "scaled":
      return a.constant?.equals(1) === true
        ? numberKind("ratio", { doubt: b.kind.doubt })
        : scaled(numberKind("ratio", { doubt: b.kind.doubt }), a);
    case "quotient":
      return ratioOf(a.kind, b);
    case "percent":
    case "ratio":
      return numberKind(law, { doubt: doubtOfQuotient(a, b) });
    case "figure":
      return product("figure", a, b, -1);
    default:
      return product(law, a, b, -1);
  }
}

/** A quotient of two alike: a ratio; a percentage where what is divided is a part; a number where it has a bare factor. */
function ratioOf(a: NumberKind, b: Operand | null): NumberKind {
  if (a.factors.length > 0) return numberKind("plain", { doubt: { why: "factor", factors: a.factors } });
  if (a.part) return numberKind("percent");
  return numberKind("ratio", { doubt: b === null ? null : doubtBetween(a, b) });
}

function doubtBetween(a: NumberKind, b: Operand): Doubt | null {
  if (a.is === "plain" || b.kind.is === "plain") return { why: "no-unit" };
  if (b.constant !== null) return { why: "literal-divisor" };
  const differ = a.word !== null && b.kind.word !== null && a.word !== b.kind.word;
  return differ ? { why: "two-words" } : null;
}

/** A share times a bare literal: up to 1 still a share, above 1 a number; either in doubt as an amount. */
function scaled(share: NumberKind, by: Operand): NumberKind {
  if (by.constant?.abs().equals(1) === true) return share;
  const doubt = eitherDoubt(share.doubt, { why: "factor", factors: [{ span: by.span, value: by.constant }] });
  const isSmall = by.most !== null && by.most.compare(ONE) <= 0;
  return numberKind(isSmall ? share.is : "plain", { doubt });
}

/** A percentage ends the doubt of a ratio; that of a bare factor ends where the percentage is written out. */
function doubtOfProduct(a: Operand, b: Operand): Doubt | null {
  const doubt = eitherDoubt(a.kind.doubt, b.kind.doubt);
  if (doubt === null || (a.kind.is !== "percent" && b.kind.is !== "percent")) return doubt;
  const isWritten = [a, b].some((each) => each.kind.is === "percent" && each.constant !== null);
  return doubt.why === "factor" && !isWritten ? doubt : null;
}

function doubtOfQuotient(a: Operand, b: Operand): Doubt | null {
  const doubt = eitherDoubt(a.kind.doubt, b.kind.doubt);
  if (doubt !== null || a.kind.is === "percent") return doubt;
  return b.kind.is === "plain" ? { why: "no-unit" } : null;
}

function isPart(a: Operand, b: Operand): boolean {
  return [a, b].some(({ kind }) => kind.part || kind.is === "percent");
}

/** What keeps its kind when multiplied (`sign` 1) or divided (-1): its bare factors, the part it is, and its degree. */
function product(is: "figure" | "count" | "plain" | "quantity", a: Operand, b: Operand, sign: 1 | -1): NumberKind {
  const bare = [a, ...(sign === 1 ? [b] : [])].filter(
    ({ kind, constant }) => kind.is === "literal" && constant?.equals(1) !== true,
  );
  const own = bare.map(({ span, constant }) => ({ span, value: constant }));
  const inherited = sign === 1 ? joined(a.kind.factors, b.kind.factors) : a.kind.factors;
  const factors = joined(own, inherited);
  const more = { factors, part: sign === 1 ? isPart(a, b) : a.kind.part };
  if (is === "plain") return numberKind("plain", { ...more, doubt: eitherDoubt(a.kind.doubt, b.kind.doubt) });
  if (is === "count")
    return numberKind("count", {
      ...more,
      word: a.kind.word === null ? b.kind.word : b.kind.word === null ? a.kind.word : null,
    });
  if (is === "quantity") return numberKind("quantity", more);
  const degree = degreeOf(a.kind, b.kind, sign);
  // Counts that cancel each other leave a ratio: `10 × came / due` is one with a bare factor.
  if (degree === 0) return ratioOf({ ...numberKind("figure", more), word: a.kind.word }, b);
  return numberKind("figure", { ...more, degree });
}

/** Null where one of them is a sum: such a figure stays one. */
function degreeOf(a: NumberKind, b: NumberKind, sign: 1 | -1): number | null {
  const degree = (kind: NumberKind): number | null =>
    kind.is === "count" ? 1 : kind.is === "figure" ? kind.degree : 0;
  const [one, other] = [degree(a), degree(b)];
  return one === null || other === null ? null : one + sign * other;
}

export function powerOf({ kind }: Operand): NumberKind {
  switch (kind.is) {
    case "literal":
    case "percent":
    case "ratio":
    case "quantity":
      return kind;
    default:
      return plainKind;
  }
}

/** Of the operands of one operator; null where their kinds alone do not allow it. */
export function togetherOf(a: NumberKind, b: NumberKind): NumberKind | null {
  const is = togetherLaws[a.is][b.is];
  if (is === null) return null;
  if (is === "literal") return literalKind;
  const factors = joined(a.factors, b.factors);
  switch (is) {
    case "percent":
    case "ratio":
      return numberKind(is, { doubt: doubtTogether(a, b) });
    case "figure":
      return numberKind(is, { factors, degree: a.degree === b.degree ? a.degree : null });
    case "count":
      return numberKind(is, { factors, part: a.part && b.part, word: sameWord(a, b) });
    case "plain":
      return numberKind(is, { factors, part: a.part && b.part, doubt: eitherDoubt(a.doubt, b.doubt) });
    case "quantity":
      return numberKind(is, { factors, part: a.part && b.part });
  }
}

/** A number added to a ratio makes it doubtful what the sum shares out; a literal does not. */
function doubtTogether(a: NumberKind, b: NumberKind): Doubt | null {
  const doubt = eitherDoubt(a.doubt, b.doubt);
  const other = isShare(a) ? b : a;
  if (doubt !== null || isShare(other) || other.is === "literal") return doubt;
  return other.is === "plain" ? { why: "no-unit" } : { why: "mixed" };
}

function sameWord(a: NumberKind, b: NumberKind): string | null {
  if (a.is === "literal" || a.word === null) return b.word;
  return b.is === "literal" || b.word === null || a.word === b.word ? a.word : null;
}

/** Summed over rows or subjects: a literal is then multiplied by their number. */
export function summedOf(kind: NumberKind): NumberKind {
  return kind.is === "literal" ? numberKind("figure", { degree: 1 }) : kind;
}
