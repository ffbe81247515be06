/**
 * All expressions that a scoring line reads, for callers that go through everything that a part depends on.
 */
import type { Expression } from "./expression.js";
import type { Amount, Line, Per } from "./program.js";

type Maybe = Expression | null;

/** A line, or the draft of one whose amount is in error. */
type Readable = Omit<Line, "amount"> & { readonly amount: Amount | null };

const none = (): readonly Maybe[] => [];

type Fields = { readonly [K in keyof Line]: (value: Readable[K]) => readonly Maybe[] };

/** The expressions in each property of a line, so that a property added to `Line` does not compile before it is entered here. */
const fields: Fields = {
  span: none,
  effect: none,
  conditions: (conditions) => conditions,
  each: (each) => [each?.where ?? null],
  per: (per) => (per === null ? [] : [per.of, ...expressionsOfMeasure(per.measure)]),
  amount: (amount) => (amount === null ? [] : ofAmount(amount)),
  suffixes: (suffixes) => suffixes.flatMap(({ operand, per }) => [operand, per]),
  basis: none,
  documentation: none,
};

const names = Object.keys(fields) as (keyof Line)[];

const known = new WeakMap<Readable, readonly Expression[]>();

/** In the order in which a line is written: conditions, rows, count, amount, suffixes. Gathered once for each line. */
export function expressionsOfLine(line: Readable): readonly Expression[] {
  const before = known.get(line);
  if (before !== undefined) return before;
  const found: Expression[] = [];
  for (const name of names) for (const one of inField(line, name)) if (one !== null) found.push(one);
  known.set(line, found);
  return found;
}

function inField<K extends keyof Line>(line: Readable, name: K): readonly Maybe[] {
  return fields[name](line[name]);
}

/** The expressions of a measure: its limits. */
export function expressionsOfMeasure(measure: Per["measure"]): readonly Maybe[] {
  switch (measure.kind) {
    case "all":
      return [];
    case "between":
      return [measure.from, measure.to];
    default:
      return [measure.limit];
  }
}

const amounts: { readonly [K in Amount["kind"]]: (amount: Extract<Amount, { readonly kind: K }>) => readonly Maybe[] } =
  {
    expression: ({ value }) => [value],
    proportion: ({ actual, target, floor }) => [actual, target, floor?.below ?? null, floor?.earns ?? null],
    judgement: none,
    open: none,
  };

function ofAmount(amount: Amount): readonly Maybe[] {
  return (amounts[amount.kind] as (amount: Amount) => readonly Maybe[])(amount);
}
