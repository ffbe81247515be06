/**
 * Nodes that depend on one column, as tables of their answers: of every value of a small column, or of the steps between
 * which a number of a large one changes nothing. Computed by exact rationals, once.
 */
import { type Rational, whole, ZERO } from "@yardstick/exact";
import { atColumnValue } from "../plan/exact.js";
import type { Environment } from "../plan/exact.js";
import type { Node } from "../plan/node.js";

/** Tables of this size stay in the first-level cache beside the columns. */
const MAX_ENTRIES = 4096;
const MAX_STEPS = 64;

/** The column whose every value is tried; null where there are too many, or more than there are rows to look up. */
export function tableColumn(node: Node, rows: number): Node | null {
  const column = node.op === "column" ? node : node.support;
  const source = column?.source;
  if (column === null || source === undefined || source === null || source.low < 0) return null;
  return source.high < Math.min(MAX_ENTRIES, Math.max(32, 2 * rows)) ? column : null;
}

/** `work` of each value that the column may hold; kept under `key`. */
export function tabulated(
  key: string,
  column: Node,
  work: (value: (node: Node) => Rational) => number,
  into: (length: number) => Int32Array | Float64Array | Uint8Array,
  environment: Environment,
) {
  const { source } = column;
  if (source === null) throw new RangeError("a table without a column");
  const known = environment.tables.get(key);
  if (known !== undefined) return known;
  const table = into(source.high + 1);
  for (let raw = source.low; raw <= source.high; raw += 1)
    table[raw] = work((node) => atColumnValue(environment, node, raw, source.den));
  // No row reads these; with the least answer in them, a table that is a line is one from its first entry.
  table.fill(table[source.low] ?? 0, 0, source.low);
  environment.tables.set(key, table);
  return table;
}

/** Ends of the steps and the answers between them, of a node that asks of one large column only how it compares. */
export function stepsOf(
  node: Node,
  environment: Environment,
): { readonly column: Node; readonly ends: Float64Array; readonly values: readonly Rational[] } | null {
  const column = node.support;
  const source = column?.source;
  if (column === null || column === node || source === null || source === undefined) return null;
  const ends = new Set<number>();
  if (!collectEnds(node, column, ends) || ends.size > MAX_STEPS) return null;
  const sorted = [...ends].sort((a, b) => a - b);
  // Between two ends nothing changes, so any whole number there answers for all.
  const tried = [...sorted, (sorted.at(-1) ?? 0) + 1];
  return {
    column,
    ends: Float64Array.from(sorted),
    values: tried.map((raw) => atColumnValue(environment, node, raw, source.den)),
  };
}

/** Adds the greatest whole numbers below each change; false where the column's own number gets through. */
function collectEnds(node: Node, column: Node, ends: Set<number>): boolean {
  if (node.op === "constant") return true;
  if (node === column) return false;
  if (node.op === "negative" || node.op === "zero") {
    const crossing = crossingOf(node.args[0], column);
    if (crossing === null)
      return node.args.every((argument) => argument !== column && collectEnds(argument, column, ends));
    const floor = crossing.at.floor().toNumber();
    const below = crossing.at.isWhole() ? floor - 1 : floor;
    // Where the number rises, it is below 0 up to just before the crossing; where it falls, from just after it.
    if (node.op === "zero" || crossing.isRising) ends.add(below);
    if (node.op === "zero" || !crossing.isRising) ends.add(floor);
    return true;
  }
  return node.args.every((argument) => collectEnds(argument, column, ends));
}

/** The raw number at which `factor × column + value` is 0; null for any other node. */
function crossingOf(
  node: Node | undefined,
  column: Node,
): { readonly at: Rational; readonly isRising: boolean } | null {
  const den = whole(column.den);
  if (node === column) return { at: ZERO, isRising: true };
  const [only, ...others] = node?.args ?? [];
  const [factor] = node?.factors ?? [];
  if (node?.op !== "affine" || only !== column || others.length > 0 || factor === undefined) return null;
  return { at: node.value.neg().div(factor).mul(den), isRising: factor.compare(ZERO) > 0 };
}
