/**
 * A name without a meaning at its position: one diagnostic for all its uses, with the names it may have meant.
 */
import { ownEntry } from "../source/own-entry.js";
import { isPlaceholderName } from "../source/placeholder-name.js";
import type { Sought } from "../diagnostics/catalogue/names.js";
import { diagnostic, type TypedDiagnostic, writing } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { writtenAs } from "../syntax/everyday-words.js";
import { numberInWords, pieces } from "../syntax/pieces.js";
import type { Name } from "../syntax/ast.js";
import { nearNames } from "./candidates.js";
import type { Checker } from "./checker.js";
import type { NameKind } from "./names.js";
import { replacements, writtenName } from "./written-name.js";

/** Kinds of names that denote a value by themselves. */
export const valueKinds: readonly NameKind[] = ["field", "constant", "let", "output"];
/** Results that denote a value where no datum has the name. */
export const resultKinds: readonly NameKind[] = ["grades", "award", "veto"];

/** Comparing a wrong name with all others costs as much as there are others; a text full of wrong names gets no more help. */
const mostHelped = 100;

/** Takes the name down; all uses of one wrong name become one diagnostic. */
export function reportUnknown(checker: Checker, name: Name, sought: Sought, known: () => Iterable<string>): null {
  const key = `${sought}/${name.text}`;
  const before = checker.unknown.get(key);
  if (before === undefined) checker.unknown.set(key, { name: name.text, sought, spans: [name.span], known });
  else before.spans.push(name.span);
  return null;
}

/** Turns what was taken down into findings. In an incomplete tree a name without a near one may be declared in what is missing. */
export function reportUnknownNames(checker: Checker): void {
  let helped = 0;
  for (const { name, sought, spans, known } of checker.unknown.values()) {
    if (isPlaceholderName(name)) {
      for (const span of spans) checker.report(diagnostic("unfilled-slot", span, { sought }));
      continue;
    }
    helped += 1;
    const there = helped > mostHelped ? [] : [...known()];
    const other = inOtherWords(name, sought, spans, there);
    if (other !== null) {
      checker.report(other);
      continue;
    }
    const candidates = nearNames(name, there);
    if (checker.incomplete && candidates.length === 0) continue;
    const [first = [0, 0] as const, ...others] = spans;
    checker.report(
      diagnostic(
        "unknown-name",
        first,
        { name, sought, candidates, known: few(there) },
        {
          related: others.map((span) => ({ span, note: { zh: "这里也用到它", en: "it is used here too" } })),
          fixes: replacements(spans, candidates),
        },
      ),
    );
  }
}

/** What is not a name but a word, a numeral or a whole comparison that a rubric writes otherwise. */
function inOtherWords(
  name: string,
  sought: Sought,
  spans: readonly Span[],
  known: readonly string[],
): TypedDiagnostic | null {
  const text = otherWord(name, sought) ?? (sought === "value" ? comparison(name, known) : null);
  if (text === null) return null;
  const first = spans[0] ?? ([0, 0] as const);
  return diagnostic(
    "other-wording",
    first,
    { said: [name], written: text, note: null },
    {
      fixes: [writing("resolves", text, ...spans)],
    },
  );
}

function otherWord(name: string, sought: Sought): string | null {
  if (sought === "choice") return writtenAs(name, "field") || null;
  const word = ownEntry(valueWords, name);
  if (word !== undefined && (sought === "value" || sought === "level" || sought === "given")) return word;
  return sought === "value" ? numberInWords(name) : null;
}

/** `迟报次数大于3`, typed as one word. */
function comparison(name: string, known: readonly string[]): string | null {
  const [left, sign, right, ...more] = pieces(name, new Map(known.map((one) => [one, "other"]))) ?? [];
  if (left?.kind !== "name" || sign === undefined || right?.kind !== "number" || more.length > 0) return null;
  const written = writtenAs(sign.found, "condition");
  return written !== null && /^[<>=≠]/.test(written) ? `${writtenName(left.text)} ${written} ${right.text}` : null;
}

const valueWords: Readonly<Record<string, string>> = {
  真: "是",
  假: "否",
  对: "是",
  错: "否",
  有: "是",
  没有: "否",
  其他: "其余",
  其它: "其余",
  true: "yes",
  false: "no",
};

const mostShown = 6;

/** None where there are many: a list that long is of no use. */
function few(known: readonly string[]): readonly string[] {
  const names = [...new Set(known)];
  return names.length > mostShown ? [] : names;
}
