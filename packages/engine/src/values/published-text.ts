/**
 * Published results back from text, as a history file or a used rubric holds them: numbers, percentages, places, levels by
 * name, flags. What cannot be read is none.
 */
import { Decimal, parseDecimal, rational } from "@yardstick/exact";
import type { DataModel, ValueType } from "@yardstick/language/core";
import type { Cell } from "../data/dataset.js";
import { assertNever, at } from "./internal-error.js";
import type { Datum } from "./value.js";

/** A truth as it is written. */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["是", true],
  ["yes", true],
  ["true", true],
  ["否", false],
  ["no", false],
  ["false", false],
]);

/** Null: blank, or not of the type. */
export function publishedFromText(
  program: Pick<DataModel, "choices">,
  type: ValueType,
  text: string | null | undefined,
): Datum | null {
  const written = text?.trim() ?? "";
  if (written === "") return null;
  switch (type.kind) {
    case "number": {
      const percent = written.endsWith("%");
      const value = parseDecimal(percent ? written.slice(0, -1).trimEnd() : written);
      return percent ? (value?.div(100) ?? null) : value;
    }
    case "level": {
      const level = at(program.choices, type.choice).levels.findIndex(({ name }) => name === written);
      return level < 0 ? null : level;
    }
    case "flag":
      return FLAGS.get(written.toLowerCase()) ?? null;
    case "text":
    case "date":
      return written;
    case "series":
      return null;
    default:
      return assertNever(type);
  }
}

/** A typed cell as a value; null is a blank. */
export function valueOfCell(isNumber: boolean, cell: Cell): Datum | null {
  if (cell instanceof Decimal) return cell.toRational();
  return isNumber && typeof cell === "string" ? rational(cell) : cell;
}
