/** The rules that a rubric has for clauses already: those that name them as their basis. */
import { format, parse, severityOf, type Lang, type ast } from "@yardstick/language";
import { normalText } from "../clause/normal-text.js";

/** What a rubric says already, in the keywords of one language. */
export interface KnownRules {
  /** Text of the rules or declarations by clause, as `clauseKey` writes it. */
  readonly rules: ReadonlyMap<string, { readonly texts: readonly string[]; readonly isRule: boolean }>;
  /** Fields by name, each as a data block declares it. */
  readonly fields: ReadonlyMap<string, string>;
  /** Choices, constants and definitions by name. */
  readonly declarations: ReadonlyMap<string, string>;
}

/** The letters and figures of a clause, so that punctuation and widths make no difference. */
export const clauseKey = (text: string): string => normalText(text).text.replaceAll(/[^\p{L}\p{N}%.<>=≥≤×/+-]/gu, "");

type Part = ast.Section | ast.Item | ast.Data;

/** The known rules of a rubric; null where its text has syntax errors. */
export function knownRules(source: string, lang: Lang): KnownRules | null {
  if (parse(source).findings.some((found) => severityOf(found) === "error")) return null;
  const text = format(source, { keywords: lang });
  const { rubric } = parse(text);
  const rules = new Map<string, { readonly texts: readonly string[]; readonly isRule: boolean }>();
  const fields = new Map<string, string>();
  const declarations = new Map<string, string>();
  const add = (basis: string, own: string, isRule: boolean): void => {
    const key = clauseKey(basis);
    const known = rules.get(key);
    if (known === undefined) rules.set(key, { texts: [own], isRule });
    else if (known.isRule === isRule) rules.set(key, { texts: [...known.texts, own], isRule });
  };
  const visit = (part: Part): void => {
    if (part.kind === "data") {
      for (const field of part.fields) fields.set(field.name.text, text.slice(...field.span));
      return;
    }
    if (part.kind === "section") {
      for (const each of [...part.parts, ...(part.variants?.cases.flatMap(({ parts }) => parts) ?? [])]) visit(each);
      return;
    }
    for (const line of part.lines) {
      const basis = line.kind === "line" ? line.suffixes.find(({ kind }) => kind === "basis") : undefined;
      if (basis !== undefined && "text" in basis)
        add(basis.text.value, text.slice(line.span[0], basis.span[0]).trimEnd(), true);
    }
  };
  for (const each of rubric.declarations) {
    if (each.kind === "data" || each.kind === "section" || each.kind === "item") visit(each);
    else if (each.kind === "choice-declaration" || each.kind === "constant" || each.kind === "let")
      declarations.set(each.name.text, text.slice(...each.span));
    else if ("basis" in each && each.basis !== null) add(each.basis.value, text.slice(...each.span), false);
  }
  return { rules, fields, declarations };
}

/** The names of `all` that a text mentions. */
function mentioned(text: string, all: Iterable<string>): readonly string[] {
  return [...all].filter((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}_])${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}\\p{N}_])`, "u").test(
      text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""'),
    ),
  );
}

/** Fields and declarations of a rubric that the rules of a draft mention and the draft does not declare itself. */
export function neededOf(
  known: KnownRules | null,
  rules: string,
  declared: ReadonlySet<string>,
): { readonly fields: readonly string[]; readonly declarations: readonly string[] } {
  if (known === null) return { fields: [], declarations: [] };
  let text = rules;
  const taken = new Set<string>();
  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    for (const all of [known.fields, known.declarations])
      for (const name of mentioned(text, all.keys()))
        if (!taken.has(name)) {
          taken.add(name);
          text += `\n${all.get(name) ?? ""}`;
        }
  }
  const of = (all: ReadonlyMap<string, string>) =>
    [...all].filter(([name]) => taken.has(name) && !declared.has(name)).map(([, own]) => own);
  return { fields: of(known.fields), declarations: of(known.declarations) };
}
