/**
 * Resolves `use` for scoring: the rubrics that must be scored before one that uses them, their order, and the results that they need
 * themselves. The caller reads their tables.
 */
import type { UsedResults } from "@yardstick/engine";
import type { Scored } from "./scored.js";
import { usedResults } from "./used-results.js";

/** A rubric and the rubrics that it uses: a compiled `Rubric` or a `CheckedFile`. */
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
 * Yields each rubric that `of` uses, directly or indirectly, once and after the rubrics that it uses itself. Receives the result of
 * scoring it, or null where it cannot be scored. Returns the results for `Dataset.used` of `of`; a rubric that could not be loaded has
 * none. The checker refuses circular uses, so the recursion ends.
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
