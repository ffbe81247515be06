/**
 * What can be typed here. Keywords come from the grammar itself, names from the checker's facts by what the place wants,
 * snippets for whole clauses where a new one may begin. Plain data for any editor.
 */
import {
  builtins,
  expectedAt,
  vocabulary,
  type Analysis,
  type Builtin,
  type Expected,
  type Lang,
  type Role,
  type RoleName,
  type Span,
} from "@yardstick/language";
import { kindWords } from "./words.js";
import { snippetsFor } from "./snippets.js";

export interface Completion {
  readonly kind: "keyword" | "field" | "column" | "part" | "ranking" | "level" | "function" | "snippet" | "name";
  readonly label: string;
  /** Half a line that explains it. */
  readonly detail: string;
  /** The text to put in place of `span`; `${1:…}` marks stops where `snippet`. */
  readonly text: string;
  readonly span: Span;
  readonly snippet: boolean;
  /** What typed text finds it by besides its label: its twin in the other vocabulary. */
  readonly filter: string;
  /** Smaller comes first. */
  readonly order: number;
}

/** In the order to be shown. `vocabulary` of the keywords follows the words already in the text. */
export function complete(analysis: Analysis, offset: number, lang: Lang): Completion[] {
  const source = analysis.tree.source;
  const expected = expectedAt(source, offset);
  const written = vocabularyOf(source);
  const found = [
    ...snippetsFor(expected.roles, written).map((s) => ({
      ...s,
      kind: "snippet" as const,
      span: expected.word,
      snippet: true,
      order: 1,
    })),
    ...expected.roles.flatMap((role) => keyword(role, expected, written)),
    ...(expected.name ? names(analysis, expected, lang) : []),
  ];
  const seen = new Set<string>();
  return found
    .filter((c) => !seen.has(`${c.kind}:${c.label}`) && seen.add(`${c.kind}:${c.label}`))
    .sort((a, b) => a.order - b.order);
}

/** The vocabulary most keywords of the text are in. */
function vocabularyOf(source: string): Lang {
  const chinese = source.match(/大类|条目|每|若|扣|数据|排名/g)?.length ?? 0;
  const english = source.match(/\b(?:section|item|per|if|deduct|data|ranking)\b/g)?.length ?? 0;
  return english > chinese ? "en" : "zh";
}

function keyword(role: RoleName, expected: Expected, written: Lang): Completion[] {
  const entry: Role = vocabulary[role];
  const label = entry[written][0];
  const twin = entry[written === "zh" ? "en" : "zh"][0] ?? "";
  if (label === undefined) return [];
  return [
    {
      kind: "keyword",
      label,
      detail: twin,
      text: label,
      span: expected.word,
      snippet: false,
      filter: `${label} ${twin}`,
      order: 3,
    },
  ];
}

/** Kinds of declared things by the innermost grammar rule that wants a name. */
const wantedKinds: Readonly<Record<string, readonly string[]>> = {
  each: ["field"],
  award: ["ranking"],
  grades: ["ranking"],
  ranking: ["field"],
  names: ["part"],
  change: ["part", "constant"],
  path: ["part", "field", "constant"],
  use: ["field"],
};
const valueKinds = ["field", "constant", "let", "output", "grades", "veto", "award", "part", "ranking"];

function names(analysis: Analysis, expected: Expected, lang: Lang): Completion[] {
  const { facts, program } = analysis;
  const inner = expected.rules.at(-1) ?? "";
  const kinds = wantedKinds[inner] ?? valueKinds;
  const make = (kind: Completion["kind"], label: string, detail: string, order: number): Completion => ({
    kind,
    label,
    detail,
    text: quoted(label),
    span: expected.word,
    snippet: false,
    filter: label,
    order,
  });
  const declared = facts.declared
    .filter((d) => kinds.includes(d.kind))
    .map((d) =>
      make(
        d.kind === "field" || d.kind === "part" || d.kind === "ranking" ? d.kind : "name",
        d.name,
        kindWords[d.kind][lang],
        2,
      ),
    );
  const columns = (program?.lists ?? []).flatMap((list) =>
    list.columns.map((c) => make("column", c.name, `${list.name}.${c.name}`, 4)),
  );
  const levels = (program?.choices ?? []).flatMap((choice) =>
    choice.levels.map((l) => make("level", l.name, l.description ?? kindWords.level[lang], 5)),
  );
  if (kinds !== valueKinds) return declared;
  const functions = Object.entries<Builtin>(builtins).map(([en, { zh, documentation }]) =>
    make("function", vocabularyOf(analysis.tree.source) === "zh" ? zh : en, documentation[lang], 6),
  );
  return [...declared, ...columns, ...levels, ...functions];
}

/** A name that is not an identifier, or is a hard keyword, stands between quotes. */
function quoted(name: string): string {
  const hard = (Object.values(vocabulary) as Role[]).some(
    (r) => r.hard === true && (r.en.includes(name) || r.zh.includes(name)),
  );
  return !hard && /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : `「${name}」`;
}
