// The sources of the grammar files: the rules of the parser and the keyword table, read from the built package.

import { root } from "../workspace.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const built = (path) => import(pathToFileURL(join(root, "packages/language/dist", path)).href);

const { grammar } = await built("syntax/grammar.js");
export const { vocabulary, beforeDigits, unitWords } = await built("vocabulary/vocabulary.js");
export const { builtins } = await built("library/builtins.js");

/** Chevrotain's rules as plain objects, `rubric` first and each rule after one that uses it. */
export const rules = inReadingOrder(grammar.getSerializedGastProductions());

function inReadingOrder(productions) {
  const byName = new Map(productions.map((rule) => [rule.name, rule]));
  const ordered = [];
  const visit = (name) => {
    const rule = byName.get(name);
    if (!byName.delete(name)) return;
    ordered.push(rule);
    for (const used of usedBy(rule)) visit(used);
  };
  visit("rubric");
  return [...ordered, ...byName.values()];
}

function usedBy(part) {
  if (part.type === "NonTerminal") return [part.name];
  return (part.definition ?? []).flatMap(usedBy);
}

/** Tokens other than keywords, in EBNF. */
export const lexical = {
  Name: "a name: a Unicode identifier, a soft keyword, or anything between 「」 or backticks",
  AnyName: "a name where it is declared or after a dot; hard keywords, too",
  Identifier: "a Unicode identifier that is no keyword",
  QuotedName: "anything between 「」 or backticks",
  Number: "a number, with a unit or without: 0.1 分, 25%, 5 万元",
  Text: "text between \" \" or “ ”",
  Date: "a date: 2008-01-31 or 2008年1月31日",
  Sep: "the end of a line, ; or 。",
  EOF: "the end of the text",
};

/** Signs; outside texts their full-width forms are equivalent. */
export const signs = {
  Eq: ["="],
  Lt: ["<"],
  CompareOp: ["=", "≠", "<", "≤", ">", "≥"],
  AddOp: ["+", "-"],
  Minus: ["-"],
  MulOp: ["*", "/"],
  Caret: ["^"],
  Range: [".."],
  Comma: [","],
  Colon: [":"],
  Dot: ["."],
  LCurly: ["{"],
  RCurly: ["}"],
  LParen: ["("],
  RParen: [")"],
  LSquare: ["["],
  RSquare: ["]"],
};

/** All spellings of a keyword, the first of each vocabulary first. */
export const spellings = (role) => [...vocabulary[role].en, ...vocabulary[role].zh];

/** The alternatives, options and loops of a rule in a uniform form: `{ kind: "sequence" | "choice" | "option" | "loop", parts }` or a leaf. */
export function formOf(part) {
  const inside = (part.definition ?? []).map(formOf);
  switch (part.type) {
    case "Terminal":
      return { kind: "token", name: part.name };
    case "NonTerminal":
      return { kind: "rule", name: part.name };
    case "Option":
      return { kind: "option", parts: inside };
    case "Repetition":
      return { kind: "loop", parts: inside };
    case "Alternation":
      return { kind: "choice", parts: inside };
    case "Rule":
    case "Alternative":
      return inside.length === 1 ? inside[0] : { kind: "sequence", parts: inside };
    default:
      throw new Error(`the grammar has a form that is not known here: ${part.type}`);
  }
}
