/** The sum next to a heading: the points of its parts, whether they add up, and the difference. Exact arithmetic. */
import type { ast } from "@yardstick/language";
import { fixedText, numberOrZero, ONE, type Rational, sum } from "@yardstick/exact";

/** The sum of parts, compared with the points that they should give. */
export interface Sum {
  /** `5 + 5 + 8 × 3`; empty when there is nothing to add. */
  readonly terms: string;
  readonly total: string;
  readonly state: "right" | "missing" | "over" | "open";
  /** The difference as text; empty when the sum is correct. */
  readonly by: string;
  readonly isWeight: boolean;
}

type Counted = ast.Section | ast.Item;

/** Whether a part counts in the sum of its siblings: sections and items do, bonuses and penalties do not. */
export function isCounted(part: { readonly kind: string }): part is Counted {
  return part.kind === "section" || (part.kind === "item" && (part as ast.Item).form === "item");
}

/** The sum of parts that should equal `points`; weights should add up to one. */
export function sumOf(parts: readonly { readonly kind: string }[], points: ast.NumberLiteral | null): Sum {
  const counted = parts.filter(isCounted);
  const isWeight = counted.some((part) => part.weight !== null);
  const values = counted.map((part) =>
    isWeight ? weightOf(part) : part.points === null ? null : numberOrZero(part.points.digits),
  );
  const known = values.filter((value) => value !== null);
  const total = sum(known);
  const wanted = isWeight ? ONE : points === null ? null : numberOrZero(points.digits);
  const text = (value: Rational): string => (isWeight ? percentText(value) : plainText(value));
  const base = { terms: termsOf(known.map(text)), total: text(total), isWeight };
  if (wanted === null || known.length < values.length || counted.length === 0)
    return { ...base, state: "open", by: "" };
  const difference = total.compare(wanted);
  if (difference === 0) return { ...base, state: "right", by: "" };
  const by = text(difference < 0 ? wanted.sub(total) : total.sub(wanted));
  return { ...base, state: difference < 0 ? "missing" : "over", by };
}

/** Equal neighbours are combined: `8 × 5`. */
function termsOf(values: readonly string[]): string {
  const runs: { value: string; times: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.times += 1;
    else runs.push({ value, times: 1 });
  }
  return runs
    .flatMap(({ value, times }) => (times > 2 ? [`${value} × ${times}`] : Array.from({ length: times }, () => value)))
    .join(" + ");
}

function weightOf(part: Counted): Rational | null {
  return part.weight === null ? null : shareOf(part.weight);
}

/** A weight as a share of one; null when it is not a number or a fraction. */
export function shareOf(weight: ast.Expression): Rational | null {
  if (weight.kind === "number") {
    const value = numberOrZero(weight.digits);
    return weight.unit === null ? value : value.div(weight.unit === "‰" ? 1000 : 100);
  }
  if (weight.kind !== "binary" || weight.op !== "/") return null;
  const [left, right] = [shareOf(weight.left), shareOf(weight.right)];
  return left === null || right === null || right.equals(0) ? null : left.div(right);
}

function percentText(value: Rational): string {
  return `${plainText(value.mul(100))}%`;
}

/** Without trailing zeros; six decimals when the expansion is infinite. */
export function plainText(value: Rational): string {
  const text = fixedText(value, 6);
  return text.replace(/\.?0+$/, "");
}
