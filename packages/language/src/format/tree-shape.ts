/**
 * The syntax tree without places, as text: two rubrics that share it mean the same. The formatter holds its work against it, and
 * so do edits that must change one thing alone.
 */
import { builtinNamed, placeWords, scoreWords } from "../library/builtins.js";
import type { Rubric } from "../syntax/ast.js";

export function shapeOf(tree: object): string {
  return JSON.stringify(tree, (key, value: unknown) => (isPlace(key) ? undefined : value));
}

/** Words of the library in one spelling, whatever vocabulary they were written in. */
export function shapeInAnyVocabulary(rubric: Rubric): string {
  return JSON.stringify(rubric, (key, value: unknown) => {
    if (isPlace(key)) return undefined;
    return key === "text" && typeof value === "string" ? inEnglish(value) : value;
  });
}

function isPlace(key: string): boolean {
  return key === "span" || key === "opSpan";
}

function inEnglish(word: string): string {
  const pair = [scoreWords, placeWords].find((words) => words.includes(word));
  return pair?.[0] ?? builtinNamed(word) ?? word;
}
