/**
 * Values of constants as programs give them: checked as cells of a file are.
 */
import { rational, type Rational, whole } from "@yardstick/exact";
import type { CoreProgram, Field } from "@yardstick/language/core";
import { describedNumber } from "./tables.js";

/** Throws a `RangeError` for a name that no constant has. */
export function checkConstantNames({ constants }: CoreProgram, given: Iterable<string>): void {
  for (const name of given)
    if (!constants.some((field) => field.name === name))
      throw new RangeError(
        `no constant ${JSON.stringify(name)}; there are ${constants.map((field) => field.name).join(", ")}`,
      );
}

/** The value as a query holds it: a truth, a text, or a number in the base unit. Throws a `RangeError` for one that the constant cannot have. */
export function constantValue(
  { choices }: CoreProgram,
  { name, type }: Field,
  given: string | boolean,
): boolean | string | Rational {
  const wrong = (what: string): never => {
    throw new RangeError(`the constant ${JSON.stringify(name)} cannot be ${JSON.stringify(given)}: ${what}`);
  };
  if (typeof given === "boolean") return type.kind === "flag" ? given : wrong("it is not a flag");
  switch (type.kind) {
    case "flag":
      return wrong("it is a flag");
    case "level": {
      const levels = (choices[type.choice]?.levels ?? []).map((level) => level.name);
      const index = levels.indexOf(given);
      return index < 0 ? wrong(`its levels are ${levels.join(", ")}`) : whole(index);
    }
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/u.test(given) ? given : wrong("dates are written YYYY-MM-DD");
    case "text":
    case "period":
      return given;
    case "number": {
      const value = describedNumber(given).mul(rational(type.unit?.scale ?? "1"));
      if (type.orZero === true && value.equals(0)) return value;
      const min = type.min ?? (type.form === "count" ? "0" : null);
      if (min !== null && value.compare(rational(min)) < 0) return wrong("it is below its range");
      if (type.max !== null && value.compare(rational(type.max)) > 0) return wrong("it is above its range");
      return type.form === "count" && !value.isWhole() ? wrong("it is not whole") : value;
    }
    case "list":
      return wrong("it is a list");
    default:
      return type satisfies never;
  }
}
