/**
 * Reads levels of a choice by name. Gives the index of the level, worst first where the choice is ordered.
 */
import type { Choice } from "@yardstick/language/program";
import type { CellReader, CellReading } from "./written.js";
import { composed, foldWidth } from "./written.js";

/** The reader of the levels of a choice. */
export function levelReader(choice: Choice | undefined): CellReader {
  const names = choice?.levels.map((level) => level.name) ?? [];
  const indexes = new Map<string, number>();
  names.forEach((name, index) => indexes.set(foldWidth(composed(name)), index));
  // An exact name takes precedence over one that is equal only after folding.
  names.forEach((name, index) => indexes.set(composed(name), index));
  const notALevel: CellReading = { reason: "not-a-level", expected: names };

  return (written) => {
    if (typeof written === "boolean") return notALevel;
    const text = composed(typeof written === "string" ? written : written.token);
    const index = indexes.get(text) ?? indexes.get(foldWidth(text));
    return index === undefined ? notALevel : { cell: index };
  };
}
