/**
 * A `by` table: rows are tried in order, the first with a key that matches gives the value, then `else`.
 * A value that no row takes is pending with the reason `no-band`.
 */
import type { Band, Bands, Expression } from "@yardstick/language/program";
import { compare } from "./comparison.js";
import { assertNever } from "./internal-error.js";
import type { Datum, Value } from "./value.js";
import { isPending, or } from "./value.js";

type Evaluate = (expression: Expression) => Value;

/** `noBand` is what a value outside every row comes to. */
export function bands(node: Bands, evaluate: Evaluate, noBand: () => Value): Value {
  const subject = evaluate(node.subject);
  if (isPending(subject)) return subject;
  for (const row of node.rows) {
    const matched = row.keys.reduce<Value>((found, key) => or(found, () => matches(key, subject, evaluate)), false);
    // A key that cannot be decided yet decides nothing about the rows after it either.
    if (isPending(matched)) return matched;
    if (matched === true) return evaluate(row.value);
  }
  return node.otherwise === null ? noBand() : evaluate(node.otherwise);
}

function matches(key: Band, subject: Datum, evaluate: Evaluate): Value {
  switch (key.kind) {
    case "is": {
      const value = evaluate(key.value);
      return isPending(value) ? value : (compare(subject, value) === 0) !== key.not;
    }
    case "range": {
      const from = key.from === null ? null : evaluate(key.from);
      if (isPending(from)) return from;
      if (from !== null && compare(subject, from) < (key.fromOpen ? 1 : 0)) return false;
      const to = key.to === null ? null : evaluate(key.to);
      if (isPending(to)) return to;
      return to === null || compare(subject, to) <= (key.toOpen ? -1 : 0);
    }
    default:
      return assertNever(key);
  }
}
