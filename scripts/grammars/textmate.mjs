// rubric.tmLanguage.json: highlighting for editors and web pages. Keywords are soft, so a name that is spelled like one is
// coloured like one, except after a dot and between quotes.

import { unitWords } from "./language.mjs";
import { date, number, operator, separator, word, wordPart } from "./patterns.mjs";
import { functions, longestFirst, phrasePattern, phrasesByGroup, wordsBeforeDigits, wordsByGroup } from "./words.mjs";

const scopes = {
  head: "keyword.other.head",
  data: "storage.type",
  tree: "keyword.other.part",
  line: "keyword.control.line",
  result: "keyword.other.result",
  expression: "keyword.operator.word",
};

const alone = (inside) => `(?<!${wordPart})(?:${inside})(?!${wordPart})`;
const oneOf = (words) => longestFirst(words).join("|");
const units = longestFirst(unitWords).join("|");

export function textmate() {
  const grammar = {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    information_for_contributors: ["Generated from packages/language; do not edit."],
    name: "Rubric",
    scopeName: "source.rubric",
    fileTypes: ["rubric"],
    patterns: ["comments", "texts", "names", "members", "numbers", "phrases", "functions", "keywords", "words", "signs"].map((name) => ({
      include: `#${name}`,
    })),
    repository: {
      comments: {
        patterns: [
          { name: "comment.line.documentation.rubric", match: "///(?!/).*$" },
          { name: "comment.line.double-slash.rubric", match: "(?://|／／).*$" },
          { name: "comment.block.rubric", begin: "/\\*", end: "\\*/" },
        ],
      },
      texts: {
        patterns: [["\"", "\""], ["“", "”"], ["＂", "＂"]].map(([open, close]) => ({
          name: "string.quoted.double.rubric",
          begin: open,
          end: `${close}|$`,
          patterns: [{ name: "constant.character.escape.rubric", match: "\\\\." }],
        })),
      },
      names: {
        patterns: [["「", "」"], ["`", "`"]].map(([open, close]) => ({
          name: "variable.other.quoted.rubric",
          match: `${open}[^${close}]*(?:${close}|$)`,
        })),
      },
      members: {
        match: `(?<!\\.)([.．])[ \\t\\u3000]*(${word})`,
        captures: { 1: { name: "punctuation.accessor.rubric" }, 2: { name: "variable.other.member.rubric" } },
      },
      numbers: {
        patterns: [
          { name: "constant.numeric.date.rubric", match: date },
          {
            match: `(${number})(?:[ \\t\\u3000]*([%％‰]|(?:${units}|percent(?:age[ \\t]+points?)?)(?!${wordPart})))?`,
            captures: { 1: { name: "constant.numeric.rubric" }, 2: { name: "keyword.other.unit.rubric" } },
          },
        ],
      },
      phrases: {
        patterns: Object.entries(phrasesByGroup).map(([group, phrases]) => ({
          name: `${scopes[group]}.rubric`,
          match: alone(longestFirst(phrases).map(phrasePattern).join("|")),
        })),
      },
      functions: {
        name: "support.function.rubric",
        match: `${alone(oneOf(functions))}(?=[ \\t\\u3000]*[(（])`,
      },
      keywords: {
        patterns: Object.entries(wordsByGroup).flatMap(([group, words]) => {
          const numeric = words.filter((w) => wordsBeforeDigits.includes(w));
          const name = `${scopes[group]}.rubric`;
          const before = { name, match: `(?<!${wordPart})(?:${oneOf(numeric)})(?=[0-9０-９])` };
          return [...(numeric.length > 0 ? [before] : []), { name, match: alone(oneOf(words)) }];
        }),
      },
      words: { name: "variable.other.rubric", match: word },
      signs: {
        patterns: [
          { name: "keyword.operator.rubric", match: operator },
          { name: "punctuation.separator.rubric", match: separator },
          { name: "punctuation.section.rubric", match: "[{}()\\[\\]｛｝（）［］【】]" },
        ],
      },
    },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
