/**
 * The last successful evaluation in the form of the public API, for explanations, documents and files. Computed when
 * first requested.
 */
import { compile, type Scored } from "yardstick";
import type { LastScored } from "./evaluate.js";

const known = new WeakMap<LastScored, Scored>();

/** The result with explanations and documents, computed once per evaluation. */
export function scoredOf(last: LastScored): Scored {
  const before = known.get(last);
  if (before !== undefined) return before;
  const { rubric: text, path, load, dataset, scenario } = last;
  // No limits: the same inputs have been scored before, whatever their size, and a Worker that hangs is replaced.
  const limits = { rows: Infinity, sideRows: Infinity, bytes: Infinity, milliseconds: null };
  const { rubric } = compile(text, { file: path, load, limits });
  if (rubric === null) throw new Error("a rubric that was scored has errors when it is compiled again");
  const scored = rubric.score(dataset, { scenario });
  known.set(last, scored);
  return scored;
}
