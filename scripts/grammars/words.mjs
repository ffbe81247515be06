// Keywords by the group they are coloured in, for both kinds of highlighters.

import { beforeDigits, builtins, vocabulary } from "./language.mjs";

const isChinese = (spelling) => /\p{Script=Han}/u.test(spelling);

/** `{ head: ["rubric", "考核", …], … }`: single words; a spelling of several groups is of the first. */
export const wordsByGroup = grouped((spelling) => !spelling.includes(" "));

/** The same for phrases, with the spaces between their words; a Chinese one may be written without. */
export const phrasesByGroup = grouped((spelling) => spelling.includes(" "));

function grouped(isWanted) {
  const groups = {};
  const seen = new Set();
  for (const { en, zh, group } of Object.values(vocabulary)) {
    for (const spelling of [...en, ...zh].filter((s) => isWanted(s) && !seen.has(s))) {
      seen.add(spelling);
      (groups[group] ??= []).push(spelling);
    }
  }
  return groups;
}

/** Functions in both vocabularies that are no keywords besides. */
export const functions = Object.entries(builtins).flatMap(([name, { zh }]) => [name, zh]);

/** A pattern for a phrase: any blanks between its words, in Chinese also none. */
export const phrasePattern = (phrase) => phrase.split(" ").join(isChinese(phrase) ? "[ \\t\\u3000]*" : "[ \\t]+");

/** Keywords that a digit may follow without a space. */
export const wordsBeforeDigits = [...beforeDigits];

export const longestFirst = (words) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
