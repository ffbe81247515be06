/**
 * The results of used rubrics that a slot for a value can be filled with: `alias.score` and whatever else the used rubric publishes
 * under a name of its own. Without the text of that rubric, the score alone.
 */
import { parse, vocabularyOf, type Analysis, type ast, type Lang } from "@yardstick/language";

/** Returns the text of a used rubric by its path as written; null where it is not at hand. */
export type UsedText = (path: string) => string | null;

/** A `use` with the names of the results that it can read, its score first. */
export interface UsedResults {
  readonly alias: string;
  readonly allPeriods: boolean;
  readonly results: readonly string[];
}

/** The uses of a rubric, in the order of the text. */
export function usedResults({ rubric, tree }: Analysis, usedText: UsedText): readonly UsedResults[] {
  const lang = vocabularyOf(tree);
  return rubric.declarations.flatMap((each) => {
    if (each.kind !== "use") return [];
    const text = usedText(each.path.value);
    const published = text === null ? [] : publishedBy(parse(text).rubric);
    const results = [scoreWord[lang], ...published];
    return [{ alias: each.alias.text, allPeriods: each.allPeriods, results: [...new Set(results)] }];
  });
}

const scoreWord: Readonly<Record<Lang, string>> = { zh: "总分", en: "score" };

/** The names of outputs, parts, rankings, grades and awards. A name that two parts share denotes neither. */
function publishedBy({ declarations }: ast.Rubric): readonly string[] {
  const parts = declarations.flatMap(partNames);
  const others = declarations.flatMap((each) =>
    each.kind === "output" || each.kind === "grades" || each.kind === "award"
      ? [each.name.text]
      : each.kind === "ranking" && each.by !== "each-section"
        ? [each.name.text]
        : [],
  );
  return [...others, ...parts.filter((name) => parts.indexOf(name) === parts.lastIndexOf(name))];
}

function partNames(node: ast.Declaration | ast.Section["parts"][number]): readonly string[] {
  if (node.kind === "item") return [node.name.text];
  if (node.kind !== "section") return [];
  const inner = [...node.parts, ...(node.variants?.cases.flatMap(({ parts }) => parts) ?? [])];
  return [node.name.text, ...inner.flatMap(partNames)];
}
