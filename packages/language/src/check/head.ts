/**
 * The head of the rubric: title, edition, total and rounding, each said once.
 */
import { decimal } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Bilingual } from "../vocabulary/bilingual.js";
import { isPointsUnit } from "../library/units.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { roundingOf } from "./rounding.js";
import { pointsExpected } from "./value.js";

export function declareTitle(checker: Checker, node: ast.Title): void {
  if (isFirst(checker, "title", { zh: "名称", en: "title" }, node.span)) checker.draft.title = node.text.value;
}

export function declareEdition(checker: Checker, node: ast.Edition): void {
  if (!isFirst(checker, "edition", { zh: "版本", en: "edition" }, node.span)) return;
  const [from, to] = [node.from?.value ?? null, node.to?.value ?? null];
  checker.draft.edition = { name: node.text.value, from, to };
  if (from !== null && to !== null && from > to) {
    checker.report(
      diagnostic("range-reversed", [node.from?.span[0] ?? node.span[0], node.to?.span[1] ?? node.span[1]], {
        from,
        to,
      }),
    );
  }
}

export function declareTotal(checker: Checker, node: ast.Total): void {
  if (!isFirst(checker, "total", { zh: "满分", en: "total" }, node.span)) return;
  if (node.points.unit !== null && !isPointsUnit(node.points.unit)) {
    checker.report(diagnostic("points-unit", node.points.span, { name: null, unit: node.points.unit }));
    return;
  }
  checker.draft.total = decimal(node.points.digits);
  checker.draft.totalSpan = node.points.span;
}

export function declareRounding(checker: Checker, node: ast.Rounding): void {
  const what =
    node.of === "score"
      ? { zh: "总分的小数位数", en: "rounding of the score" }
      : { zh: "条目的小数位数", en: "rounding of items" };
  if (!isFirst(checker, `rounding ${node.of}`, what, node.span)) return;
  const found = roundingOf(checker, node.rounds, pointsExpected);
  if (found === null) return;
  const { draft } = checker;
  if (node.of === "score") [draft.scoreDecimals, draft.scoreRounding] = [found.decimals, found.rounding];
  else [draft.itemDecimals, draft.itemRounding] = [found.decimals, found.rounding];
}

/** Whether it is said for the first time; a second time is a diagnostic. */
export function isFirst(checker: Checker, key: string, what: Bilingual, span: Span): boolean {
  const before = checker.heads.get(key);
  if (before === undefined) {
    checker.heads.set(key, span);
    return true;
  }
  checker.report(
    diagnostic(
      "said-twice",
      span,
      { what },
      { related: [{ span: before, note: { zh: "前面已有", en: "it was first here" } }] },
    ),
  );
  return false;
}
