/**
 * Gaps between the rows of a `by` table that its `else` takes: 99.5% between `90% .. 99%` and `>= 100%`. They are hardly meant
 * where printed figures were written down as bands.
 */
import type { Rational } from "@yardstick/exact";
import { type Fix, diagnostic, showing } from "../diagnostics/diagnostic.js";
import type { Bands, Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import type { Axis } from "./band-axis.js";
import { borderSide } from "./band-borders.js";
import type { Checker } from "./checker.js";
import { constantOf } from "./constant-value.js";
import type { Interval } from "./interval.js";

/** A key that ends or begins where the gap does. */
interface Neighbour {
  readonly row: number;
  readonly key: ast.BandKey;
}

interface Table {
  readonly node: ast.ByTable;
  readonly bands: Bands;
  /** The intervals of each key of each row. */
  readonly known: readonly (readonly (readonly Interval[])[])[];
  readonly axis: Axis;
  /** Of the item that contains it. */
  readonly points: Rational | null;
}

/** `gaps`: what no row takes of what the subject can be, in order. */
export function reportElseGaps(checker: Checker, table: Table, gaps: readonly Interval[]): void {
  const { node, known, axis } = table;
  if (axis.levels !== null) return;
  for (const gap of gaps) {
    if (gap.min === null || gap.max === null) continue;
    const below = neighbour(node, known, (interval) => isAt(interval.max, gap.min));
    const above = neighbour(node, known, (interval) => isAt(interval.min, gap.max));
    if (below === null || above === null || isMeant(table, below, above)) continue;
    const text = (key: ast.BandKey): string => checker.source.slice(...key.span);
    const [first, second] = below.row <= above.row ? [below, above] : [above, below];
    checker.report(
      diagnostic(
        "else-takes-gap",
        first.key.span,
        { gap: axis.describe(gap), first: text(first.key), second: text(second.key) },
        {
          related: [{ span: second.key.span, note: { zh: "到这一档为止是空档", en: "the gap ends at this row" } }],
          fixes: closingFix(checker, node, below.key, above.key),
        },
      ),
    );
  }
}

function isAt(end: Rational | null, at: Rational | null): boolean {
  return end !== null && at !== null && end.equals(at);
}

function neighbour(
  node: ast.ByTable,
  known: readonly (readonly (readonly Interval[])[])[],
  touches: (interval: Interval) => boolean,
): Neighbour | null {
  for (const [row, keys] of known.entries())
    for (const [k, intervals] of keys.entries()) {
      const key = node.rows[row]?.keys[k];
      if (key !== undefined && intervals.some(touches)) return { row, key };
    }
  return null;
}

/**
 * `else` is for the middle where only comparisons stand around it, and for all that is not named one by one; and where its value
 * lies between those of the two rows it is a step of the same scale.
 */
function isMeant({ bands, points }: Table, below: Neighbour, above: Neighbour): boolean {
  if (below.key.kind === "is" || above.key.kind === "is") return true;
  if (below.key.kind === "compare" && above.key.kind === "compare") return true;
  const valueOf = (value: Expression | null | undefined): Rational | null =>
    value === null || value === undefined ? null : constantOf(value, points);
  const [low, middle, high] = [bands.rows[below.row]?.value, bands.otherwise, bands.rows[above.row]?.value].map(
    valueOf,
  );
  if (low == null || middle == null || high == null) return false;
  return middle.compare(low) * middle.compare(high) < 0;
}

/** Extends the range on one side of the gap to the other side's end. */
function closingFix(
  checker: Checker,
  node: ast.ByTable,
  below: ast.BandKey,
  above: ast.BandKey,
): readonly Fix<"changes">[] {
  const downwards = below.kind !== "between" || (above.kind === "between" && borderSide(node) === "lower");
  const [range, other] = downwards ? [above, below] : [below, above];
  if (range.kind !== "between") return [];
  const end = downwards ? range.from : range.to;
  const target = other.kind === "between" ? (downwards ? other.to : other.from) : other.value;
  if (end === null || target === null) return [];
  const text = checker.source.slice(...target.span);
  const edit = { span: end.span, text };
  const [start, stop] = range.span;
  const written = checker.source.slice(start, end.span[0]) + text + checker.source.slice(end.span[1], stop);
  return [showing("changes", written, [edit])];
}
