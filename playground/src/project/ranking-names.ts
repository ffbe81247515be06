/** The names of a rubric's rankings; a ranking by each section counts once per section. */
import type { Program } from "@yardstick/language/program";

/** The names in the order of the rubric. */
export function rankingNames({ rankings, roots, parts }: Program): readonly string[] {
  return rankings.flatMap(({ name, by }) =>
    by === "each-section"
      ? roots.map((root) => parts[root]).flatMap((part) => (part?.kind === "section" ? [`${name}/${part.name}`] : []))
      : [name],
  );
}
