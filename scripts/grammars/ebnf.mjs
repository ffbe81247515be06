// rubric.ebnf: the rules of the parser in ISO 14977 by role, with a table of the spellings of each role.

import { formOf, lexical, rules, signs, spellings, vocabulary } from "./language.mjs";

const width = 110;

export function ebnf() {
  const used = new Set(rules.flatMap(tokensOf));
  return `${[
    "(* The rubric language, as its parser reads it. Generated from packages/language; do not edit. *)",
    "",
    ...rules.map((rule) => production(rule.name, formOf(rule))),
    "(* Keywords: each role in English and in Chinese. A spelling may serve several roles; the words of a phrase are on one line. *)",
    "",
    ...Object.keys(vocabulary).map((role) => `${role} = ${spellings(role).map(quoted).join(" | ")} ;`),
    "",
    "(* Signs: their full-width forms are equivalent everywhere outside text. *)",
    "",
    ...Object.entries(signs).filter(([name]) => used.has(name)).map(([name, ways]) => `${name} = ${ways.map(quoted).join(" | ")} ;`),
    "",
    "(* Words of other kinds. *)",
    "",
    ...Object.entries(lexical).filter(([name]) => used.has(name)).map(([name, words]) => `${name} = ? ${words} ? ;`),
  ].join("\n")}\n`;
}

function tokensOf(part) {
  if (part.type === "Terminal") return [part.name];
  return (part.definition ?? []).flatMap(tokensOf);
}

function production(name, form) {
  const text = `${name} = ${written(form, true)} ;\n`;
  if (text.length <= width || form.kind !== "choice") return text;
  return `${name} =\n    ${form.parts.map((part) => written(part, false)).join("\n  | ")} ;\n`;
}

function written(form, isWhole) {
  switch (form.kind) {
    case "token":
    case "rule":
      return form.name;
    case "option":
      return `[ ${sequence(form.parts)} ]`;
    case "loop":
      return `{ ${sequence(form.parts)} }`;
    case "choice": {
      const text = form.parts.map((part) => written(part, false)).join(" | ");
      return isWhole ? text : `( ${text} )`;
    }
    default:
      return sequence(form.parts);
  }
}

function sequence(parts) {
  return parts.map((part) => written(part, parts.length === 1)).join(", ");
}

function quoted(text) {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
