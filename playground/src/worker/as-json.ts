/** JSON for developers: the syntax tree of a text, the checked program, the result. Loaded when first requested. */
import { analyse } from "@yardstick/language";
import type { LastScored } from "./evaluate.js";
import type { JsonRequest } from "../protocol/protocol.js";
import { scoredOf } from "./scored.js";

/** Null when the text has not been scored yet; the tree is always available, with gaps where the text has errors. */
export function asJson(last: LastScored | null, { of, rubric }: JsonRequest): string | null {
  switch (of) {
    case "tree":
      return lines(analyse(rubric).rubric);
    case "program":
      return last === null ? null : lines(last.program);
    case "result":
      return last === null ? null : lines(scoredOf(last).toJSON());
  }
}

/** Pairs of numbers, such as spans, stay on one line. */
const lines = (value: unknown) => JSON.stringify(value, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, "[$1, $2]");
