// monarch.json: highlighting for Monaco. Its patterns are strings; `unicode` in the definition gives them the `u` flag.

import { unitWords } from "./language.mjs";
import { date, number, operator, separator, word, wordPart } from "./patterns.mjs";
import { functions, longestFirst, phrasePattern, phrasesByGroup, wordsBeforeDigits, wordsByGroup } from "./words.mjs";

export function monarch() {
  const groups = Object.keys(wordsByGroup);
  const byGroup = Object.fromEntries(groups.map((group) => [`@${group}`, `keyword.${group}`]));
  const definition = {
    unicode: true,
    defaultToken: "invalid",
    tokenPostfix: ".rubric",
    ...wordsByGroup,
    functions,
    brackets: [
      { open: "{", close: "}", token: "delimiter.curly" },
      { open: "｛", close: "｝", token: "delimiter.curly" },
      { open: "(", close: ")", token: "delimiter.parenthesis" },
      { open: "（", close: "）", token: "delimiter.parenthesis" },
      { open: "[", close: "]", token: "delimiter.square" },
      { open: "［", close: "］", token: "delimiter.square" },
      { open: "【", close: "】", token: "delimiter.square" },
    ],
    tokenizer: {
      root: [
        { include: "@comments" },
        ["\"", "string", "@asciiText"],
        ["“", "string", "@chineseText"],
        ["＂", "string", "@wideText"],
        ["「[^」]*(?:」|$)|`[^`]*(?:`|$)", "identifier.quoted"],
        [date, "number.date"],
        [
          `(${number})([ \\t\\u3000]*)([%％‰]|(?:${longestFirst(unitWords).join("|")}|percent(?:age[ \\t]+points?)?)(?!${wordPart}))`,
          ["number", "white", "number.unit"],
        ],
        [number, "number"],
        [`([.．])([ \\t\\u3000]*)(${word})`, ["delimiter", "white", "identifier.member"]],
        ...Object.entries(phrasesByGroup).map(([group, phrases]) => [
          `(?:${longestFirst(phrases).map(phrasePattern).join("|")})(?!${wordPart})`,
          `keyword.${group}`,
        ]),
        [`(?:${longestFirst(wordsBeforeDigits).join("|")})(?=[0-9０-９])`, { cases: byGroup }],
        [`${word}(?=[ \\t\\u3000]*[(（])`, { cases: { "@functions": "predefined", ...byGroup, "@default": "identifier" } }],
        [word, { cases: { ...byGroup, "@default": "identifier" } }],
        ["[{}()\\[\\]｛｝（）［］【】]", "@brackets"],
        [operator, "operator"],
        [separator, "delimiter"],
        ["[ \\t\\u00a0\\u3000\\ufeff]+", "white"],
      ],
      comments: [
        ["///(?!/).*$", "comment.doc"],
        ["(?://|／／).*$", "comment"],
        ["/\\*", "comment", "@blockComment"],
      ],
      blockComment: [
        ["[^*]+", "comment"],
        ["\\*/", "comment", "@pop"],
        ["\\*", "comment"],
      ],
      asciiText: text("\""),
      chineseText: text("”"),
      wideText: text("＂"),
    },
  };
  return `${JSON.stringify(definition, null, 2)}\n`;
}

/** A text up to the closing quote or the end of the line. */
function text(close) {
  return [
    [`[^\\\\${close}]+$`, "string", "@pop"],
    [`[^\\\\${close}]+`, "string"],
    ["\\\\.", "string.escape"],
    ["\\\\$", "string", "@pop"],
    [close, "string", "@pop"],
  ];
}
