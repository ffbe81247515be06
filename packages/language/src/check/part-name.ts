/**
 * Finds the part of the score that a name or a path means: a section, an item, a bonus. Sections in between may be left out
 * (`经济工作.招商引资`); a path that leads to several parts is ambiguous, unless it is the whole path of one of them.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, PartDraft } from "./checker.js";
import { reportUnknown } from "./unknown-name.js";
import type { Sought } from "../diagnostics/catalogue/names.js";

export type PartLookup =
  | { readonly kind: "none" }
  | { readonly kind: "part"; readonly part: PartDraft }
  | { readonly kind: "several"; readonly parts: readonly PartDraft[] };

/** Nothing is reported, nothing noted as used. */
export function findPart(checker: Checker, path: readonly ast.Name[]): PartLookup {
  const names = path.map((name) => name.text);
  const whole = checker.partsByPath.get(pathOf(names));
  if (whole !== undefined) return { kind: "part", part: whole };
  const last = names.at(-1) ?? "";
  const fitting = checker.names
    .findAll(last, ["part"])
    .flatMap((declared) => checker.draft.parts[declared.index] ?? [])
    .filter((part) => leadsTo(names, part.names));
  const [only, ...others] = fitting;
  if (only === undefined) return { kind: "none" };
  return others.length === 0 ? { kind: "part", part: only } : { kind: "several", parts: fitting };
}

/** A key that no name can forge. */
export function pathOf(names: readonly string[]): string {
  return names.join("\n");
}

/** Whether the names occur in this order on the path from the top, the last at its end. */
function leadsTo(names: readonly string[], way: readonly string[]): boolean {
  let at = 0;
  for (const step of way) if (step === names[at]) at += 1;
  return at === names.length && way.at(-1) === names.at(-1);
}

/** The part meant, noted as used; null after a diagnostic. */
export function resolvePart(checker: Checker, path: readonly ast.Name[], sought: Sought = "part"): PartDraft | null {
  const lookup = findPart(checker, path);
  const last = path.at(-1);
  if (last === undefined) return null;
  if (lookup.kind === "part") {
    notePart(checker, path, lookup.part);
    return lookup.part;
  }
  if (lookup.kind === "none") return reportUnknown(checker, last, sought, () => checker.names.of(["part"]));
  reportSeveral(checker, last, lookup.parts);
  return null;
}

export function reportSeveral(checker: Checker, name: ast.Name, parts: readonly PartDraft[]): void {
  checker.report(
    diagnostic(
      "ambiguous-part",
      name.span,
      { name: name.text, paths: parts.map((part) => part.names.join(".")) },
      {
        related: parts.map((part) => ({
          span: part.node.name.span,
          note: { zh: `「${part.names.join(".")}」`, en: part.names.join(".") },
        })),
        fixes: [],
      },
    ),
  );
}

/** Notes what each name of the path means: the part, and before it sections on the way to it; levels of variants are not parts. */
export function notePart(checker: Checker, path: readonly ast.Name[], part: PartDraft): void {
  let below: PartDraft | undefined = part;
  for (const name of [...path].reverse()) {
    const meant = upwards(checker, below, name.text);
    if (meant === undefined) continue;
    checker.references.set(name, meant.declared);
    below = meant.parent === null ? undefined : checker.draft.parts[meant.parent];
  }
}

/** The part itself, or the nearest above it, that bears the name. */
function upwards(checker: Checker, part: PartDraft | undefined, name: string): PartDraft | undefined {
  let at = part;
  while (at !== undefined && at.name !== name) at = at.parent === null ? undefined : checker.draft.parts[at.parent];
  return at;
}
