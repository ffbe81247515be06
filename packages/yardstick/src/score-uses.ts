/**
 * Resolves `use` for scoring: which rubrics must be scored before one that uses them, in which order, and with which results of their
 * own. Reading their tables is left to the caller, who alone knows where they are.
 */
import type { UsedResults } from "@yardstick/engine";
import type { Scored } from "./scored.js";
import { usedResults } from "./used-results.js";

/** A rubric with those it uses: a compiled `Rubric` or a `CheckedFile`. */
interface WithUses<Of> {
  readonly file: string | null;
  /** Parallel to `Program.uses`; null where one could not be loaded. */
  readonly uses: readonly (Of | null)[];
}

/** A used rubric to be scored with the tables of its own file. */
export interface UseToScore<Of> {
  readonly rubric: Of;
  readonly file: string;
  /** The results of the rubrics that it uses itself, for `Dataset.used`. */
  readonly used: readonly UsedResults[];
}

/**
 * Yields each rubric that `of` uses, directly or not, once and after those it uses itself; takes what scoring it gave, or null where it
 * cannot be scored; returns the results for `Dataset.used` of `of`. A rubric that could not be loaded has no results. The checker
 * refuses circular uses, so the recursion ends.
 */
export function* scoreUses<Of extends WithUses<Of>>(
  of: Of,
  known: Map<string, UsedResults> = new Map(),
): Generator<UseToScore<Of>, readonly UsedResults[], Pick<Scored, "program" | "subjects"> | null> {
  const found: UsedResults[] = [];
  for (const rubric of of.uses) {
    if (rubric === null || rubric.file === null) {
      found.push(new Map());
      continue;
    }
    const { file } = rubric;
    const before = known.get(file);
    if (before !== undefined) {
      found.push(before);
      continue;
    }
    const scored = yield { rubric, file, used: yield* scoreUses(rubric, known) };
    const results: UsedResults = scored === null ? new Map() : usedResults(scored);
    known.set(file, results);
    found.push(results);
  }
  return found;
}
