/**
 * Compares syntax trees without places: two rubrics of the same shape mean the same. The formatter holds its work against it, and
 * so do edits that must change one thing alone.
 */
import { builtinNamed, placeWords, scoreWords } from "../library/builtins.js";
import type { Rubric } from "../syntax/ast.js";

/** Whether two trees differ in places alone. */
export function isSameShape(a: object, b: object): boolean {
  return isSame(a, b, (text) => text);
}

/** Whether two rubrics differ in places and in the vocabulary of words of the library alone. */
export function isSameInAnyVocabulary(a: Rubric, b: Rubric): boolean {
  return isSame(a, b, inEnglish);
}

function isSame(a: unknown, b: unknown, textOf: (text: string) => string): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((child, index) => isSame(child, b[index], textOf));
  }
  const [oneNode, otherNode] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key in oneNode) {
    if (isPlace(key)) continue;
    const [left, right] = [oneNode[key], otherNode[key]];
    if (key === "text" && typeof left === "string" && typeof right === "string") {
      if (left !== right && textOf(left) !== textOf(right)) return false;
    } else if (!isSame(left, right, textOf)) return false;
  }
  for (const key in otherNode)
    if (oneNode[key] === undefined && otherNode[key] !== undefined && !isPlace(key)) return false;
  return true;
}

function isPlace(key: string): boolean {
  return key === "span" || key === "opSpan";
}

function inEnglish(word: string): string {
  const pair = [scoreWords, placeWords].find((words) => words.includes(word));
  return pair?.[0] ?? builtinNamed(word) ?? word;
}
