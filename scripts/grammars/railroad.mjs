// railroad.html: each rule as a railroad diagram, on a self-contained page.

import { formOf, lexical, rules, signs, vocabulary } from "./language.mjs";
import { Choice, Diagram, NonTerminal, Optional, Options, Sequence, Terminal, ZeroOrMore } from "@prantlf/railroad-diagrams";

const style = `
  :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #24221e; --line: #6a655c; --word: #fff; --rule: #eef1f4; --accent: #0f5f73; }
  @media (prefers-color-scheme: dark) { :root { --paper: #1b1c1d; --ink: #e8e6e1; --line: #8f8a80; --word: #26282a; --rule: #2d3438; --accent: #7cc4d6; } }
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  a { color: var(--accent); } h2 { font-size: 1rem; margin: 2rem 0 .25rem; } nav { columns: 12rem; }
  .diagram { overflow-x: auto; } svg { display: block; }
  svg path { stroke: var(--line); stroke-width: 1.5; fill: none; }
  svg rect { stroke: var(--line); stroke-width: 1.5; fill: var(--rule); } svg .terminal rect { fill: var(--word); }
  svg text { font: 14px ui-monospace, "Noto Sans Mono CJK SC", monospace; text-anchor: middle; fill: var(--ink); white-space: pre; }
  svg a text { fill: var(--accent); }
`;

export function railroad() {
  const index = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join("<br>\n");
  const diagrams = rules.map((rule) => `<h2 id="${rule.name}">${rule.name}</h2>\n<div class="diagram">${diagram(rule)}</div>`);
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>考核规则语言的语法 · Grammar of the rubric language</title>
<style>${style}</style>
</head>
<body>
<!-- Generated from packages/language; do not edit. -->
<h1>考核规则语言的语法 · Grammar of the rubric language</h1>
<p>圆角框是关键词、符号和词，方框是另一条规则。<br>Rounded boxes are keywords, signs and words; square ones are other rules.</p>
<nav>
${index}
</nav>
${diagrams.join("\n")}
</body>
</html>
`;
}

function diagram(rule) {
  return new Diagram(drawn(formOf(rule))).toString().replaceAll("xlink:href", "href");
}

function drawn(form) {
  switch (form.kind) {
    case "token":
      return wide(new Terminal(wordFor(form.name), { title: lexical[form.name] ?? "" }));
    case "rule":
      return new NonTerminal(form.name, { href: `#${form.name}` });
    case "option":
      return new Optional(inSequence(form.parts));
    case "loop":
      return new ZeroOrMore(inSequence(form.parts));
    case "choice":
      return new Choice(0, ...form.parts.map(drawn));
    default:
      return inSequence(form.parts);
  }
}

function inSequence(parts) {
  return parts.length === 1 ? drawn(parts[0]) : new Sequence(...parts.map(drawn));
}

const words = {
  Name: "name 名称",
  AnyName: "name 名称",
  Identifier: "name 名称",
  QuotedName: "「name 名称」",
  Number: "number 数",
  Text: '"text 文字"',
  Date: "date 日期",
  Sep: "↵ ;",
  EOF: "end 文末",
};

function wordFor(name) {
  if (words[name]) return words[name];
  if (signs[name]) return signs[name].join(" ");
  const { en, zh } = vocabulary[name];
  return [en[0], zh[0]].filter(Boolean).join(" · ");
}

/** The library assumes that every character is one column wide. */
function wide(terminal) {
  const columns = [...terminal.text].reduce((sum, c) => sum + (/[\u1100-\uffdc]/.test(c) ? 1.9 : 1), 0);
  terminal.width = Math.round(columns * Options.CHAR_WIDTH) + 20;
  return terminal;
}
