/**
 * A subject's value at each of its side rows: a join on the key.
 */
import { flagValue, numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { asColumn, operand } from "../printing/printing.js";

export const ofOwner = asColumn((node, by) => {
  const value = by.value(operand(node, 0));
  const brought = (column: string): string => {
    const name = `${column}_${node.id}`;
    by.ofOwner(node.domain, column, name);
    return name;
  };
  switch (value.kind) {
    case "flag":
      return flagValue(brought(value.text));
    case "text":
      return { kind: "text", text: brought(value.text) };
    case "difference":
      return refuse("sql-text-computed");
    case "number": {
      const names = new Map(value.divisors.map(({ name }) => [name, ""]));
      for (const name of names.keys()) {
        const own = brought(name);
        by.column(node.domain, own, own);
        names.set(name, own);
      }
      const divisors = value.divisors.map(({ name, most }) => ({ name: names.get(name) ?? name, most }));
      return numberValue(by.arithmetic.as(brought(value.top.text), value.top), value.den, divisors);
    }
    default:
      return value satisfies never;
  }
});
