/**
 * Completions at a position. Keywords come from the grammar, names from the declarations of the kind expected there, snippets from the
 * rules and declarations that may begin there.
 */
import {
  builtins,
  expectedAt,
  unitWords,
  vocabulary,
  vocabularyOf,
  writtenForms,
  type Analysis,
  type Builtin,
  type Expected,
  type Lang,
  type Role,
  type RoleName,
  type Span,
} from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { declarationsOf, type DeclaredField, type DeclaredLevel, type ValueKind } from "./declarations.js";
import { snippetsFor } from "./snippets.js";
import { expectedNames } from "./expected-names.js";
import { kindWords } from "./messages.js";

/** The kind of a completion, for its icon. */
export type CompletionKind =
  "keyword" | "field" | "column" | "part" | "ranking" | "level" | "function" | "snippet" | "unit" | "name";

/** A completion. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** A short explanation; for a keyword with its equivalent in the other vocabulary. */
  readonly detail: string;
  /** The text that replaces `span`; in a snippet `${1:…}` marks tab stops. */
  readonly text: string;
  readonly span: Span;
  readonly snippet: boolean;
  /** The text that typed input is matched with: the label, and for keywords the equivalent in the other vocabulary. */
  readonly filter: string;
  /** Sort key, ascending. */
  readonly order: number;
}

/** Options of completion. */
export interface CompletionOptions {
  /** Programs of used rubrics by path, as written in the text. */
  readonly uses?: ReadonlyMap<string, Program>;
}

/** The completions at an offset, in display order. Keywords are in the vocabulary that the text uses. */
export function complete(
  analysis: Analysis,
  offset: number,
  lang: Lang,
  { uses = new Map() }: CompletionOptions = {},
): Completion[] {
  const { source, comments } = analysis.tree;
  if (comments.some(({ start, end }) => start < offset && offset <= end) || isInText(analysis, offset)) return [];
  const expected = expectedAt(source, offset);
  const written = vocabularyOf(analysis.tree);
  const found = [
    ...snippetsFor(expected.roles, written, lang).map((snippet) => ({
      ...snippet,
      kind: "snippet" as const,
      span: expected.word,
      snippet: true,
      order: 1,
    })),
    ...expected.roles.flatMap((role) => keyword(role, expected, written, lang)),
    ...(expected.name ? names(analysis, expected, { lang, written, uses }) : []),
  ];
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.order - b.order)
    .filter(({ kind, label }) => !seen.has(`${kind}:${label}`) && seen.add(`${kind}:${label}`));
}

function isInText({ tree }: Analysis, offset: number): boolean {
  return tree.tokens.some(
    ({ tokenType, startOffset, endOffset }) =>
      tokenType.name === "Text" && startOffset < offset && offset <= (endOffset as number),
  );
}

function keyword(role: RoleName, expected: Expected, written: Lang, lang: Lang): Completion[] {
  const entry: Role = vocabulary[role];
  const label = entry[written][0];
  const twin = entry[written === "zh" ? "en" : "zh"][0];
  if (label === undefined) return [];
  return [
    {
      kind: "keyword",
      label,
      detail: [entry.says[lang], ...(twin === undefined ? [] : [twin])].join(" · "),
      text: label,
      span: expected.word,
      snippet: false,
      filter: `${label} ${twin ?? ""}`.trim(),
      order: 30,
    },
  ];
}

interface CompletionContext {
  readonly lang: Lang;
  readonly written: Lang;
  readonly uses: ReadonlyMap<string, Program>;
}

function names(analysis: Analysis, expected: Expected, { lang, written, uses }: CompletionContext): Completion[] {
  const declarations = declarationsOf(analysis);
  const expectedName = expectedNames(expected, declarations);
  const item = (kind: CompletionKind, label: string, detail: string, order: number): Completion => ({
    kind,
    label,
    detail,
    text: writtenForms(label)[0] ?? label,
    span: expected.word,
    snippet: false,
    filter: label,
    order,
  });
  const field = (found: DeclaredField, kind: "field" | "column", order: number) =>
    item(
      kind,
      found.name,
      [kindWords[kind][lang], found.type, ...(found.assessor === null ? [] : [found.assessor])].join(" · "),
      order,
    );
  const level = ({ name, description }: DeclaredLevel) => item("level", name, description ?? kindWords.level[lang], 20);
  const declared = (kinds: readonly string[], orderOf: (holds: ValueKind | null) => number | null) =>
    analysis.facts.declared.flatMap(({ kind, name, index }) => {
      if (!kinds.includes(kind)) return [];
      const known =
        kind === "field"
          ? declarations.fields.find((each) => each.name === name)
          : kind === "constant"
            ? declarations.constants[index]
            : undefined;
      const order = orderOf(known?.holds ?? null);
      if (order === null) return [];
      if (known !== undefined && kind === "field") return [field(known, "field", order)];
      const shown = kind === "part" || kind === "ranking" ? kind : "name";
      return [
        item(shown, name, [kindWords[kind][lang], ...(known === undefined ? [] : [known.type])].join(" · "), order),
      ];
    });

  switch (expectedName.kind) {
    case "new":
      return [];
    case "columns":
      return expectedName.of.columns.map((column) => field(column, "column", 20));
    case "levels":
      return expectedName.levels.map(level);
    case "units":
      return unitWords.map((unit) => item("unit", unit, unitWord[lang], 40));
    case "choices":
      return [...declarations.choices].map(([name, levels]) =>
        item("name", name, levels.map((each) => each.name).join(lang === "zh" ? "、" : ", "), 40),
      );
    case "lists":
      return declarations.fields.filter(({ holds }) => holds === "list").map((list) => field(list, "field", 20));
    case "used": {
      const program = uses.get(declarations.uses.get(expectedName.alias) ?? "");
      return program === undefined
        ? []
        : resultsOf(program, written).map((name) => item("name", name, usedWord[lang], 20));
    }
    case "parts-of": {
      const owners = analysis.program?.parts ?? [];
      return owners
        .filter(({ parent }) => parent !== null && owners[parent]?.name === expectedName.part)
        .map(({ name }) => item("part", name, kindWords.part[lang], 20));
    }
    case "declared":
      return declared(expectedName.kinds, (holds) =>
        expectedName.holds.length > 0 && (holds === null || !expectedName.holds.includes(holds)) ? null : 20,
      );
    case "value": {
      const { best, row } = expectedName;
      const orderOf = (holds: ValueKind | null) => (best !== null && holds === best ? 20 : 25);
      const functions = Object.entries<Builtin>(builtins).map(([en, { zh, documentation }]) => {
        const [name, twin] = written === "zh" ? [zh, en] : [en, zh];
        return { ...item("function", name, `${documentation[lang]} · ${twin}`, 40), filter: `${name} ${twin}` };
      });
      return [
        ...(row?.columns ?? []).map((column) => field(column, "column", column.holds === best ? 15 : 18)),
        ...declared(valueKinds, (holds) => orderOf(holds)),
        ...functions,
      ];
    }
  }
}

const valueKinds = ["field", "constant", "let", "output", "grades", "veto", "award", "part", "ranking", "use"];
const unitWord = { zh: "单位", en: "unit" };
const usedWord = { zh: "引用的结果", en: "result of the used rubric" };

/** The names of the results of a used rubric. */
function resultsOf(program: Program, written: Lang): readonly string[] {
  return [
    ...new Set([
      written === "zh" ? "总分" : "score",
      ...program.outputs.map(({ name }) => name),
      ...program.parts.map(({ name }) => name),
      ...program.rankings.filter(({ by }) => by !== "each-section").map(({ name }) => name),
      ...program.grades.map(({ name }) => name),
      ...program.awards.map(({ name }) => name),
    ]),
  ];
}
