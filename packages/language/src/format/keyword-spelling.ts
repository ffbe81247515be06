/**
 * How a keyword is written: in the vocabulary asked for, by its role at its position; without one, in the author's own.
 * Functions and the words for the score and the place are names to the grammar; where the rubric declares no such name they are
 * words of the language, and follow the vocabulary, too.
 */
import type { Lang } from "../vocabulary/bilingual.js";
import { builtinNamed, builtins, placeWords, scoreWords } from "../library/builtins.js";
import { tokenText } from "../syntax/tokens.js";
import { vocabulary, type Role, type RoleName } from "../vocabulary/vocabulary.js";
import type { Leaf } from "./leaves.js";

/** Empty where the vocabulary has no such word. */
export function spellKeyword(role: RoleName, leaf: Leaf, before: Leaf | undefined, keywords: Lang | undefined): string {
  const entry: Role = vocabulary[role];
  const written = leaf.token?.image ?? "";
  const own = [...entry.zh, ...entry.en].find((s) => s === written || s.replaceAll(" ", "") === written) ?? written;
  if (keywords === undefined || entry[keywords].includes(own)) return own;
  return (keywords === "en" ? inflected(role, leaf, before) : undefined) ?? entry[keywords][0] ?? "";
}

/** English words agree with the number beside them. */
function inflected(role: RoleName, leaf: Leaf, before: Leaf | undefined): string | undefined {
  if (role === "Earn" && leaf.rule === "amount") return "earns";
  if (role === "RoundsTo" && before?.role === "Items") return "round to";
  if (role === "Decimals" && /^[1１](?:$|\s)/.test(before?.token?.image ?? "")) return "decimal";
  return undefined;
}

/** A word of the library in the other vocabulary, or the name as it is. */
export function spellLibraryWord(written: string, leaf: Leaf, keywords: Lang, declared: ReadonlySet<string>): string {
  if (leaf.called) {
    const builtin = builtinNamed(written);
    return builtin === undefined ? written : keywords === "zh" ? builtins[builtin].zh : builtin;
  }
  const isRead = leaf.rule === "reference" && leaf.label === "name";
  const isExpected = leaf.rule === "path" && leaf.above === "entry";
  if (!leaf.bare || !(isRead || isExpected)) return written;
  const words = [scoreWords, placeWords].find((pair) => pair.includes(written));
  if (words === undefined || words.some((word) => declared.has(word))) return written;
  return (keywords === "zh" ? words[1] : words[0]) ?? written;
}

const declaring: ReadonlySet<string> = new Set([
  "use",
  "data",
  "field",
  "choiceDeclaration",
  "level",
  "constant",
  "section",
  "item",
  "allowance",
  "judgement",
  "veto",
  "coefficient",
  "ranking",
  "grades",
  "gradeRow",
  "award",
  "consequence",
  "let",
  "output",
]);

/** All names that the text declares, of whatever kind. */
export function declaredNames(leaves: readonly Leaf[]): Set<string> {
  const names = leaves.filter(
    (l) => declaring.has(l.rule) && ["name", "alias", "grade", "otherwise"].includes(l.label),
  );
  return new Set(names.map((l) => tokenText(l.token)));
}
