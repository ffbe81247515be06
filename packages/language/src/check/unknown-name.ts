/**
 * A name that means nothing where it stands: one finding for all its uses, with the names it may have meant.
 */
import type { Sought } from "../diagnostics/catalogue/names.js";
import { finding } from "../diagnostics/diagnostic.js";
import type { Name } from "../syntax/ast.js";
import { nearNames } from "./candidates.js";
import type { Checker } from "./checker.js";
import type { NameKind } from "./names.js";
import { replacements } from "./written-name.js";

/** Kinds of names that stand for a value by themselves. */
export const valueKinds: readonly NameKind[] = ["field", "constant", "let", "output"];
/** Results that stand for a value where no datum has the name. */
export const resultKinds: readonly NameKind[] = ["grades", "award", "veto"];

/** Comparing a wrong name with all others costs as much as there are others; a text full of wrong names gets no more help. */
const mostHelped = 100;

/** Takes the name down; all uses of one wrong name become one finding. */
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
    helped += 1;
    const there = helped > mostHelped ? [] : [...known()];
    const candidates = nearNames(name, there);
    if (checker.incomplete && candidates.length === 0) continue;
    const [first = [0, 0] as const, ...others] = spans;
    checker.report(
      finding(
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

const mostShown = 6;

/** Where there are many, none: a list that long helps nobody. */
function few(known: readonly string[]): readonly string[] {
  const names = [...new Set(known)];
  return names.length > mostShown ? [] : names;
}
