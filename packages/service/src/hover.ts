/**
 * What the thing under the cursor is, in a few lines of Markdown in one language: a field with type, unit and assessor,
 * a part with its points, a function with its form, a keyword with its twin in the other vocabulary.
 */
import {
  builtins,
  vocabulary,
  type Analysis,
  type Lang,
  type Referent,
  type Role,
  type Span,
  type Words,
} from "@yardstick/language";
import type { Field, Part, Program } from "@yardstick/language/program";
import { kindWords, typeWords } from "./words.js";
import { symbolAt } from "./symbols.js";

export interface Hover {
  readonly span: Span;
  /** Paragraphs of Markdown. */
  readonly lines: readonly string[];
}

export function hover(analysis: Analysis, offset: number, lang: Lang): Hover | null {
  const symbol = symbolAt(analysis, offset);
  if (symbol !== null) return { span: symbol.name.span, lines: linesOf(symbol.means, analysis.program, lang) };
  return keywordAt(analysis, offset);
}

function linesOf(means: Referent, program: Program | null, lang: Lang): string[] {
  const head = `**${means.name}**　${kindWords[means.kind][lang]}`;
  switch (means.kind) {
    case "builtin": {
      const { form, documentation } = builtins[means.name];
      return [`\`${form[lang]}\``, documentation[lang]];
    }
    case "field":
      return [head, ...fieldLines(program?.fields[means.index], program, lang)];
    case "constant":
      return [head, ...fieldLines(program?.constants[means.index], program, lang)];
    case "column":
      return [head, ...fieldLines(program?.lists[means.list]?.columns[means.index], program, lang)];
    case "part":
      return [head, ...partLines(program?.parts[means.index], lang)];
    default:
      return [head];
  }
}

function fieldLines(field: Field | undefined, program: Program | null, lang: Lang): string[] {
  if (field === undefined) return [];
  const facts = [typeWords(field.type, program, lang)];
  if (field.assessor !== null)
    facts.push(say({ zh: `考核部门：${field.assessor}`, en: `assessor: ${field.assessor}` }, lang));
  if (field.optional) facts.push(say({ zh: "可空", en: "optional" }, lang));
  return [facts.join("；"), ...(field.documentation === null ? [] : [field.documentation])];
}

function partLines(part: Part | undefined, lang: Lang): string[] {
  if (part === undefined) return [];
  const facts = [say({ zh: `${part.points} 分`, en: `${part.points} points` }, lang)];
  if (part.path !== part.name) facts.push(part.path);
  if (part.assessor !== null)
    facts.push(say({ zh: `考核部门：${part.assessor}`, en: `assessor: ${part.assessor}` }, lang));
  if (part.basis !== null) facts.push(say({ zh: `依据：${part.basis}`, en: `basis: ${part.basis}` }, lang));
  return [facts.join("；"), ...(part.documentation === null ? [] : [part.documentation])];
}

function keywordAt({ tree }: Analysis, offset: number): Hover | null {
  const token = tree.tokens.find(
    (t) => t.startOffset <= offset && offset <= (t.endOffset as number) + 1 && t.tokenType.name.startsWith('"'),
  );
  if (token === undefined) return null;
  const twins = (Object.values(vocabulary) as Role[]).filter(
    (r) => r.en.includes(token.image) || r.zh.includes(token.image),
  );
  const other = [...new Set(twins.map((r) => (r.en.includes(token.image) ? r.zh[0] : r.en[0])))].filter(
    (w) => w !== undefined,
  );
  return {
    span: [token.startOffset, (token.endOffset as number) + 1],
    lines: [`**${token.image}** = ${other.join(" / ")}`],
  };
}

function say(words: Words, lang: Lang): string {
  return words[lang];
}
