/**
 * A text that the grammar does not read because one keyword in it is misspelt, or is a near synonym: the keywords that it may have meant,
 * each with the text as it would be written. A keyword is proposed only where the grammar then reads the whole element.
 */
import { distanceWithin } from "../source/edit-distance.js";
import type { Lang } from "../vocabulary/bilingual.js";
import { type Role, vocabulary } from "../vocabulary/vocabulary.js";

/** A keyword in place of what was found. */
export interface NearKeyword {
  readonly text: string;
  readonly found: string;
  readonly keyword: string;
  /** Where it was found in the text. */
  readonly at: number;
}

/** Words that people write for a keyword, though no letters of it need be in them. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ["至少", ["最少", "起码", "最低", "不少于", "保底"]],
  ["最多", ["最大", "至多", "不超过"]],
  ["除非", ["除外", "除了", "例外"]],
  ["加倍 若", ["双倍 若", "翻倍 若"]],
  ["减半 若", ["折半 若", "对半 若"]],
  ["否则", ["不然", "反之"]],
  ["排名", ["排序", "名次表"]],
  ["大类", ["大项"]],
  ["奖励", ["奖项", "奖金"]],
  ["at least", ["minimum", "min", "no less than"]],
  ["up to", ["at most", "no more than", "maximum"]],
  ["unless", ["except"]],
  ["double if", ["twice if", "doubled if"]],
  ["halve if", ["half if", "halved if"]],
  ["otherwise", ["or else"]],
  ["ranking", ["rank", "order"]],
  ["award", ["prize"]],
  ["section", ["chapter"]],
]);

/** The longest keyword in words. */
const MAX_WORDS = 3;
const MAX_PROPOSALS = 3;

interface Word {
  readonly text: string;
  readonly at: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/\p{Script=Han}+|[A-Za-z_]+/gu)].map((match) => ({ text: match[0], at: match.index }));

const spellings: Readonly<Record<Lang, readonly string[]>> = { zh: spelt("zh"), en: spelt("en") };

function spelt(lang: Lang): readonly string[] {
  const roles: readonly Role[] = Object.values(vocabulary);
  return [...new Set(roles.flatMap((role) => role[lang]))].filter((word) => /\p{L}/u.test(word));
}

/** 0 for a synonym, else edits; null: too far. Words of one character differ altogether. */
function distance(found: string, keyword: string): number | null {
  if (synonyms.get(keyword)?.includes(found) === true) return 0;
  const { length } = [...keyword];
  const isHan = /\p{Script=Han}/u.test(keyword);
  if (length < (isHan ? 2 : 3)) return null;
  return distanceWithin(found, keyword, !isHan && length > 6 ? 2 : 1);
}

/** Nearest first. `near`: where the grammar ended in the text; `isName`: names that the rubric declares are no misspelt keywords. */
export function nearKeywords(
  text: string,
  near: number,
  lang: Lang,
  { isName, reads }: { readonly isName: (word: string) => boolean; readonly reads: (text: string) => boolean },
): readonly NearKeyword[] {
  const words = wordsOf(text);
  const last = words.filter(({ at }) => at <= near).length - 1;
  const tried = new Map<string, NearKeyword & { readonly distance: number }>();
  for (let first = Math.max(0, last - MAX_WORDS); first <= last + 1; first += 1) {
    for (let count = 1; count <= MAX_WORDS; count += 1) {
      const [from, to] = [words[first], words[first + count - 1]];
      if (from === undefined || to === undefined) continue;
      const found = text.slice(from.at, to.at + to.text.length);
      if (isName(found)) continue;
      for (const keyword of spellings[lang]) {
        const far = keyword === found ? null : distance(found.replaceAll(/\s+/gu, " "), keyword);
        if (far === null) continue;
        const written = text.slice(0, from.at) + keyword + text.slice(from.at + found.length);
        const known = tried.get(written);
        if (known === undefined || known.distance > far)
          tried.set(written, { text: written, found, keyword, at: from.at, distance: far });
      }
    }
  }
  const readable = [...tried.values()].sort((a, b) => a.distance - b.distance).filter((one) => reads(one.text));
  const [best] = readable;
  return readable.filter((one) => one.distance === best?.distance).slice(0, MAX_PROPOSALS);
}
