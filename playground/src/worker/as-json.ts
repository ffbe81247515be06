/** What a developer reads: the syntax tree of a text, the checked program, the result, each as JSON with its lines. Loaded when first asked for. */
import { analyse } from "@yardstick/language";
import type { LastScored } from "./evaluate.js";
import type { JsonAsked } from "../protocol/protocol.js";
import { scoredOf } from "./scored.js";

/** Null where the text has not been scored yet; the tree is there in any case, with gaps where the text is in error. */
export function asJson(last: LastScored | null, { of, rubric }: JsonAsked): string | null {
  switch (of) {
    case "tree":
      return lines(analyse(rubric).rubric);
    case "program":
      return last === null ? null : lines(last.program);
    case "result":
      return last === null ? null : lines(scoredOf(last).toJSON());
  }
}

/** Two numbers, as places are, stay on one line. */
const lines = (value: unknown) => JSON.stringify(value, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, "[$1, $2]");
