/**
 * A `by` table: rows are tried in order, the first with a key that matches gives the value, then `else`.
 * A value that no row takes is pending with the reason `no-band`, or `no-calendar` where the rows are those of a calendar.
 */
import type { Band, Bands, Expression } from "@yardstick/language/core";
import { compared } from "../values/comparison.js";
import { assertNever } from "../values/internal-error.js";
import type { Value } from "../values/value.js";
import { isPending, or, withoutBounds } from "../values/value.js";

type Evaluate = (expression: Expression) => Value;

/** `noBand` is what a value outside every row comes to. */
export function bands(node: Bands, evaluate: Evaluate, noBand: () => Value): Value {
  const subject = evaluate(node.subject);
  if (isPending(subject) && subject.bounds === null) return subject;
  for (const row of node.rows) {
    const matched = row.keys.reduce<Value>((found, key) => or(found, () => matches(key, subject, evaluate)), false);
    // A key that cannot be decided yet decides nothing about the rows after it either.
    if (isPending(matched)) return matched;
    if (matched === true) return withoutBounds(evaluate(row.value));
  }
  return node.otherwise === null ? noBand() : withoutBounds(evaluate(node.otherwise));
}

function matches(key: Band, subject: Value, evaluate: Evaluate): Value {
  switch (key.kind) {
    case "is": {
      const value = evaluate(key.value);
      return compared(key.not ? "≠" : "=", subject, value);
    }
    case "range": {
      const isAbove = key.from === null || compared(key.fromOpen ? ">" : "≥", subject, evaluate(key.from));
      if (isAbove === false) return false;
      const isBelow = key.to === null || compared(key.toOpen ? "<" : "≤", subject, evaluate(key.to));
      // A lower end that is pending decides nothing, whatever the upper end says.
      return isPending(isAbove) ? isAbove : isBelow;
    }
    default:
      return assertNever(key);
  }
}
