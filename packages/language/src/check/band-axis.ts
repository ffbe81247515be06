/**
 * The line on which the keys of a `by` table lie: numbers, whole numbers, days, or levels by their index.
 */
import { decimalOrQuotient, ONE, percentText, rational, type Rational, whole, ZERO } from "@yardstick/exact";
import type { Stretch } from "../diagnostics/catalogue/lines.js";
import type { Expression } from "../program/expression.js";
import type { Checker } from "./checker.js";
import { isWhole, type Knowledge, rangeOf } from "./expression-range.js";
import { closed, everything, type Interval } from "./interval.js";
import { isNumber } from "./value.js";

export interface Axis {
  /** What the subject can be at all. */
  readonly domain: Interval;
  /** Only whole numbers lie on it: between 3 and 4 there is nothing. */
  readonly whole: boolean;
  /** Names of the levels, where it is made of them. */
  readonly levels: readonly string[] | null;
  describe(interval: Interval): Stretch;
}

/** `unit`: how the subject's numbers are written; `knowledge`: what is known of its value at the position of the table. */
export function axisOf(
  checker: Checker,
  subject: Expression,
  unit: { readonly name: string; readonly scale: string } | null,
  knowledge: Knowledge,
): Axis {
  const { type } = subject;
  if (type.kind === "level") {
    const levels = (checker.draft.choices[type.choice]?.levels ?? []).map((level) => level.name);
    return {
      domain: closed(ZERO, whole(levels.length - 1)),
      whole: true,
      levels,
      describe: describeWith((v) => levels[Number(v.numerator)] ?? ""),
    };
  }
  if (type.kind === "flag") {
    const levels = checker.vocabulary === "zh" ? ["否", "是"] : ["no", "yes"];
    return {
      domain: closed(ZERO, ONE),
      whole: true,
      levels,
      describe: describeWith((v) => levels[Number(v.numerator)] ?? ""),
    };
  }
  if (type.kind === "date") {
    const day = (v: Rational): string => new Date(Number(v.numerator) * 86_400_000).toISOString().slice(0, 10);
    return { domain: everything, whole: true, levels: null, describe: describeWith(day) };
  }
  const percent = isNumber(type) && type.percent;
  const scale = rational(unit?.scale ?? "1");
  const show = (v: Rational): string =>
    percent ? percentText(v) : `${decimalOrQuotient(v.div(scale))}${unit === null ? "" : ` ${unit.name}`}`;
  return {
    domain: rangeOf(checker, subject, knowledge),
    whole: isWhole(checker, subject),
    levels: null,
    describe: describeWith(show),
  };
}

function describeWith(show: (value: Rational) => string): Axis["describe"] {
  return ({ min, minOpen, max, maxOpen }) => ({
    from: min === null ? null : show(min),
    fromOpen: minOpen,
    to: max === null ? null : show(max),
    toOpen: maxOpen,
  });
}
