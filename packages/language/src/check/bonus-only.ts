/**
 * `bonus only in A, B`: the bonuses, or the sections whose bonuses, are allowed; any other bonus is an error.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, PartDraft } from "./checker.js";
import { isFirst } from "./head.js";
import { resolvePart } from "./part-name.js";

export function checkBonusOnly(checker: Checker, node: ast.BonusOnly): void {
  if (!isFirst(checker, "bonus only", { zh: "「加分 仅限」", en: "`bonus only in`" }, node.span)) return;
  const named = node.names.map((name) => resolvePart(checker, [name]));
  if (named.some((part) => part === null)) return;
  const allowed = named as readonly PartDraft[];
  const { parts } = checker.draft;
  const bonuses = parts.filter((part) => part.node.kind === "item" && part.node.form === "bonus");
  const used = new Set<PartDraft>();
  for (const bonus of bonuses) {
    const holder = holders(parts, bonus).find((part) => allowed.includes(part));
    if (holder !== undefined) used.add(holder);
    else {
      checker.report(
        diagnostic(
          "bonus-not-allowed",
          bonus.node.name.span,
          { name: bonus.name, allowed: allowed.map((part) => part.name) },
          {
            related: [{ span: node.span, note: { zh: "加分只限于此", en: "bonuses are only allowed here" } }],
          },
        ),
      );
    }
  }
  allowed.forEach((part, i) => {
    if (!used.has(part))
      checker.report(diagnostic("no-bonus-there", node.names[i]?.span ?? node.span, { name: part.name }));
  });
}

/** The part and all above it. */
function holders(parts: readonly PartDraft[], part: PartDraft): readonly PartDraft[] {
  const way: PartDraft[] = [];
  for (let at: PartDraft | undefined = part; at !== undefined; at = at.parent === null ? undefined : parts[at.parent])
    way.push(at);
  return way;
}
