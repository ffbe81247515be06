/**
 * Information about the symbol under the cursor, as Markdown: a field with type, unit and assessor, a part with its points, a function
 * with its form, a keyword with its meaning and its equivalent in the other vocabulary.
 */
import { decimalOrQuotient, rational } from "@yardstick/exact";
import {
  builtins,
  vocabulary,
  type Analysis,
  type Lang,
  type Referent,
  type Role,
  type Span,
} from "@yardstick/language";
import type { Part } from "@yardstick/language/program";
import { declarationsOf, type DeclaredField } from "./declarations.js";
import { symbolAt } from "./symbols.js";
import { assessorWord, basisWord, kindWords, optionalWord, pointsText } from "./messages.js";

/** The text of a hover. */
export interface Hover {
  readonly span: Span;
  /** Paragraphs of Markdown. */
  readonly lines: readonly string[];
}

/** The hover at an offset; null where there is nothing to show. */
export function hover(analysis: Analysis, offset: number, lang: Lang): Hover | null {
  const symbol = symbolAt(analysis, offset);
  if (symbol !== null) return { span: symbol.name.span, lines: linesOf(symbol.means, analysis, lang) };
  return keywordAt(analysis, offset, lang);
}

function linesOf(means: Referent, analysis: Analysis, lang: Lang): string[] {
  const { fields, constants } = declarationsOf(analysis);
  const head = `**${escaped(means.name)}**　${kindWords[means.kind][lang]}`;
  switch (means.kind) {
    case "builtin": {
      const { form, documentation } = builtins[means.name];
      return [`\`${form[lang]}\``, documentation[lang]];
    }
    case "field":
    case "column": {
      const all = [...fields, ...fields.flatMap(({ columns }) => columns)];
      return [
        head,
        ...fieldLines(
          all.find(({ span }) => span[0] === means.span[0]),
          lang,
        ),
      ];
    }
    case "constant":
      return [
        head,
        ...fieldLines(
          constants.find(({ span }) => span[0] === means.span[0]),
          lang,
        ),
      ];
    case "part":
      return [
        head,
        ...partLines(
          analysis.program?.parts.find(({ nameSpan }) => nameSpan[0] === means.span[0]),
          lang,
        ),
      ];
    case "choice": {
      const levels = declarationsOf(analysis).choices.get(means.name) ?? [];
      return [head, levels.map(({ name }) => escaped(name)).join(lang === "zh" ? "、" : ", ")];
    }
    default:
      return [head];
  }
}

function fieldLines(field: DeclaredField | undefined, lang: Lang): string[] {
  if (field === undefined) return [];
  const facts = [escaped(field.type)];
  if (field.levels.length > 0 && !field.type.includes("("))
    facts.push(field.levels.map(({ name }) => escaped(name)).join(lang === "zh" ? "、" : ", "));
  if (field.assessor !== null) facts.push(`${assessorWord[lang]}${escaped(field.assessor)}`);
  if (field.optional) facts.push(optionalWord[lang]);
  return [facts.join(separator(lang)), ...(field.documentation === null ? [] : [escaped(field.documentation)])];
}

function partLines(part: Part | undefined, lang: Lang): string[] {
  if (part === undefined) return [];
  const facts = [pointsText[lang](decimalOrQuotient(rational(part.points)))];
  if (part.kind === "item" && (part.min !== null || part.max !== null)) {
    const bound = (exact: string | null) => (exact === null ? "" : decimalOrQuotient(rational(exact)));
    facts.push(`${bound(part.min)} .. ${bound(part.max)}`.trim());
  }
  if (part.path !== part.name) facts.push(escaped(part.path));
  if (part.assessor !== null) facts.push(`${assessorWord[lang]}${escaped(part.assessor)}`);
  if (part.basis !== null) facts.push(`${basisWord[lang]}${escaped(part.basis)}`);
  return [facts.join(separator(lang)), ...(part.documentation === null ? [] : [escaped(part.documentation)])];
}

function keywordAt({ tree }: Analysis, offset: number, lang: Lang): Hover | null {
  const token = tree.tokens.find(
    (t) => t.startOffset <= offset && offset <= (t.endOffset as number) + 1 && t.tokenType.name.startsWith('"'),
  );
  if (token === undefined) return null;
  const image = token.image.replace(/\s+/g, " ");
  const roles = Object.values<Role>(vocabulary).filter(({ en, zh }) => en.includes(image) || zh.includes(image));
  const lines = roles.map(({ en, zh, says }) => {
    const twin = en.includes(image) ? zh[0] : en[0];
    return `${says[lang]}${twin === undefined ? "" : ` · ${twin}`}`;
  });
  return {
    span: [token.startOffset, (token.endOffset as number) + 1],
    lines: [`**${image}**`, ...new Set(lines)],
  };
}

function separator(lang: Lang): string {
  return lang === "zh" ? "；" : "; ";
}

/** Escapes the special characters of Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, String.raw`\$&`);
}
