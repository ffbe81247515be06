/**
 * Signature help while the arguments of a function are written.
 */
import { builtins, type Analysis, type Builtin, type Lang, type Span } from "@yardstick/language";

/** The signature of a function. */
export interface Signature {
  readonly form: string;
  readonly documentation: string;
  /** Spans of the parameters in `form`. */
  readonly parameters: readonly Span[];
  /** Index of the argument at the cursor, from 0. */
  readonly argument: number;
}

/** The function whose arguments contain an offset; null where there is none. */
export function signature({ tree }: Analysis, offset: number, lang: Lang): Signature | null {
  let depth = 0;
  let argument = 0;
  const before = tree.tokens.filter((t) => t.startOffset < offset);
  for (let i = before.length - 1; i > 0; i -= 1) {
    const type = before[i]?.tokenType.name;
    if (type === "RParen") depth += 1;
    else if (type === "Comma" && depth === 0) argument += 1;
    else if (type === "LCurly" || type === "Sep") return null;
    else if (type === "LParen") {
      if (depth > 0) depth -= 1;
      else {
        const called = before[i - 1]?.image ?? "";
        const builtin = Object.entries<Builtin>(builtins).find(([en, { zh }]) => en === called || zh === called)?.[1];
        return builtin === undefined
          ? null
          : {
              form: builtin.form[lang],
              documentation: builtin.documentation[lang],
              parameters: parametersOf(builtin.form[lang]),
              argument,
            };
      }
    }
  }
  return null;
}

/** The spans of the parameters between the parentheses. */
function parametersOf(form: string): readonly Span[] {
  const open = form.indexOf("(");
  const close = form.lastIndexOf(")");
  if (open < 0 || close <= open + 1) return [];
  const found: Span[] = [];
  let start = open + 1;
  for (const piece of form.slice(open + 1, close).split(",")) {
    const own = piece.length - piece.trimStart().length;
    found.push([start + own, start + piece.trimEnd().length]);
    start += piece.length + 1;
  }
  return found;
}
