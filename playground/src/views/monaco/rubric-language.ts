/**
 * The rubric language for Monaco: highlighting by a grammar generated from the vocabulary, brackets, comments and
 * folding by indentation. Highlighting only; the parser in the Worker determines the meaning.
 */
import { itemWords, unitWords, vocabulary, type Role, type RoleName } from "@yardstick/language";
import * as monaco from "monaco-editor/editor";

/** Id of the language in Monaco. */
export const RUBRIC = "rubric";

const roleNames = Object.keys(vocabulary) as RoleName[];

/** Roles whose keyword is followed by the name it declares. */
const declaring: readonly RoleName[] = [
  "Data",
  "Section",
  "Item",
  ...itemWords.map(({ word }) => word),
  "Veto",
  "Coefficient",
  "Ranking",
  "Grades",
  "Award",
  "Consequence",
  "Let",
  "Output",
  "Constant",
  "Scenario",
];

const beforeDigits = roleNames.filter((name) => "digits" in vocabulary[name]);

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const DIGITS = "[0-9０-９]";
/** Input methods produce the full-width forms. */
const BRACKETS: readonly (readonly [open: string, close: string, token: string])[] = [
  ["{", "}", "delimiter.curly"],
  ["[", "]", "delimiter.square"],
  ["(", ")", "delimiter.parenthesis"],
  ["｛", "｝", "delimiter.curly"],
  ["［", "］", "delimiter.square"],
  ["【", "】", "delimiter.square"],
  ["（", "）", "delimiter.parenthesis"],
];

/** Registers the language once. */
export function registerRubricLanguage(): void {
  monaco.languages.register({ id: RUBRIC, extensions: [".rubric"] });
  monaco.languages.setLanguageConfiguration(RUBRIC, {
    comments: { lineComment: "//", blockComment: ["/*", "*/"] },
    brackets: BRACKETS.map(([open, close]) => [open, close]),
    autoClosingPairs: [
      { open: "{", close: "}" },
      { open: "[", close: "]" },
      { open: "(", close: ")" },
      { open: "（", close: "）" },
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "“", close: "”", notIn: ["string", "comment"] },
      { open: "「", close: "」" },
    ],
    wordPattern: new RegExp(`${DIGITS}+(?:[.．]${DIGITS}+)?|${NAME}`, "gu"),
    onEnterRules: [
      {
        beforeText: /^\s*\/\/\/.*$/u,
        action: { indentAction: monaco.languages.IndentAction.None, appendText: "/// " },
      },
    ],
  });
  monaco.languages.setMonarchTokensProvider(RUBRIC, grammar());
}

function grammar(): monaco.languages.IMonarchLanguage {
  const deduct = wordsOf(["Deduct"]);
  const add = wordsOf(["Add", "Earn", "AddOrDeduct"]);
  const keywords = wordsOf(roleNames);
  const units = either([...unitWords, "%", "％", "‰"]);
  const declarations = either(wordsOf(declaring));
  const rounding = either(wordsOf(["RoundsTo"]));
  const number = `${DIGITS}+(?:[.．]${DIGITS}+)?`;
  const colourOf = {
    "@deduct": "keyword.deduct",
    "@add": "keyword.add",
    "@keywords": "keyword",
    "@default": "identifier",
  };
  return {
    unicode: true,
    defaultToken: "",
    tokenPostfix: "",
    deduct,
    add,
    keywords,
    brackets: BRACKETS.map(([open, close, token]) => ({ open, close, token })),
    tokenizer: {
      root: [
        [/\s+/, "white"],
        [/\/\/.*$/, "comment"],
        [/\/\*/, "comment", "@comment"],
        [/"[^"\n]*"?|“[^”\n]*”?/, "string"],
        [/「[^」\n]*」?|`[^`\n]*`?/, "identifier"],
        [/\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日/, "number"],
        [String.raw`(${number})(\s*)(${units})(?![\p{L}\p{N}_])`, ["number", "white", "unit"]],
        [number, "number"],
        [
          String.raw`(${declarations})(\s+)(?!(?:${rounding})\s)(${NAME}|「[^」]*」)`,
          ["keyword", "white", "name.declaration"],
        ],
        [`(?:${either(wordsOf(beforeDigits))})(?=${DIGITS})`, { cases: colourOf }],
        [NAME, { cases: colourOf }],
        [/[#＃].*$/, "comment"],
        [/[{}()[\]｛｝（）［］【】]/, "@brackets"],
        ['[^\\s\\p{L}\\p{N}"“「`/#＃{}()[\\]｛｝（）［］【】]+', "delimiter"],
      ],
      comment: [
        [/[^*]+/, "comment"],
        [/\*\//, "comment", "@pop"],
        [/\*/, "comment"],
      ],
    },
  };
}

/** Every word in the spellings of some roles: phrases are highlighted word by word. */
function wordsOf(roles: readonly RoleName[]): string[] {
  const found = new Set<string>();
  for (const name of roles) {
    const { en, zh }: Role = vocabulary[name];
    for (const spelling of [...en, ...zh]) {
      for (const word of spelling.split(" ")) found.add(word);
      found.add(spelling.replaceAll(" ", ""));
    }
  }
  return [...found];
}

/** A pattern that matches any of the words, longest first. */
function either(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s+`))
    .join("|");
}
