// Keywords by colour group, for both highlighters.

import { beforeDigits, builtins, vocabulary } from "./language.mjs";

const isChinese = (spelling) => /\p{Script=Han}/u.test(spelling);

/** Single words by group, `{ head: ["rubric", "考核", …], … }`; a spelling of several groups belongs to the first. */
export const wordsByGroup = grouped((spelling) => !spelling.includes(" "));

/** Phrases by group, with spaces between their words, which are optional in Chinese. */
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

/** Functions in both vocabularies that are not keywords as well. */
export const functions = Object.entries(builtins).flatMap(([name, { zh }]) => [name, zh]);

/** A pattern for a phrase with any blanks between its words, optional in Chinese. */
export const phrasePattern = (phrase) => phrase.split(" ").join(isChinese(phrase) ? "[ \\t\\u3000]*" : "[ \\t]+");

/** Keywords that a digit may follow without a space. */
export const wordsBeforeDigits = [...beforeDigits];

export const longestFirst = (words) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
