/**
 * Which of the two vocabularies a text is written in: what edits write into it follows that.
 */
import type { Lang } from "../diagnostics/words.js";
import { leavesOf } from "../format/leaves.js";
import type { SyntaxTree } from "../syntax/parse.js";
import { vocabulary, type Role, type RoleName } from "../syntax/vocabulary.js";

/** The one most of its keywords are of; Chinese where there are none. */
export function vocabularyOf(tree: SyntaxTree): Lang {
  let english = 0;
  for (const { role, token } of leavesOf(tree)) {
    if (role === null || token === null) continue;
    english += (vocabulary[role] as Role).en.includes(token.image) ? 1 : -1;
  }
  return english > 0 ? "en" : "zh";
}

export function keywordIn(lang: Lang, role: RoleName): string {
  const { zh, en }: Role = vocabulary[role];
  return (lang === "zh" ? zh[0] : en[0]) ?? zh[0] ?? "";
}
