/**
 * One scoring line: when it acts, how often, what it does and what holds it back.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression, Line } from "../program/index.js";
import type * as ast from "../syntax/ast.js";
import { checkAmount } from "./amount.js";
import type { Span } from "../source/span.js";
import type { Checker, LineDraft, PartDraft, Scope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { checkPer } from "./per.js";
import { refer } from "./read.js";
import { checkSuffixes } from "./suffix.js";
import { reportUnknown } from "./unknown-name.js";
import { flagExpected } from "./value.js";
import { keyword } from "./written-name.js";

interface LinePlace {
  readonly scope: Scope;
  /** Of the flattened lines of its item. */
  readonly index: number;
  /** Conditions of the blocks around it. */
  readonly around: readonly Expression[];
}

export function checkLine(
  checker: Checker,
  part: PartDraft,
  node: ast.Line,
  { scope, index, around }: LinePlace,
): LineDraft {
  const own = node.condition === null ? null : checkAs(checker, node.condition, scope, flagExpected);
  const { each, inner } = checkEach(checker, node, scope);
  if (node.amount.kind === "judged" && node.per !== null) reportCounted(checker, node, node.per, node.amount);
  const per = node.per === null ? null : checkPer(checker, node.per, inner);
  const amount = checkAmount(checker, part, node, { scope: inner, index });
  return {
    span: node.span,
    effect: node.effect,
    conditions: own === null ? around : [...around, own],
    each,
    per,
    amount,
    ...checkSuffixes(checker, node, { scope, inner, hasRows: each !== null || node.each !== null }),
    documentation: node.documentation,
  };
}

/** `per cases at discretion deduct 0.5 .. 3 points`: a number of cases cannot hold what each of them is to cost; a ledger can. */
function reportCounted(
  checker: Checker,
  node: ast.Line,
  per: ast.PerClause,
  amount: Extract<ast.AmountNode, { kind: "judged" }>,
): void {
  const isChinese = checker.vocabulary === "zh";
  const textOf = ({ span }: { readonly span: Span }): string => checker.source.slice(...span);
  const list = per.of.kind === "reference" && per.of.path.length === 1 ? textOf(per.of) : isChinese ? "台账" : "cases";
  const [zh, en] = node.effect === "deduct" ? ["扣分", "deduction"] : ["加分", "addition"];
  const column = amount.name === null ? (isChinese ? zh : en) : textOf(amount.name);
  const judged = textOf({
    span: [per.span[1], amount.name?.span[0] ?? amount.range?.span[0] ?? amount.span[1]],
  }).trim();
  const range = amount.range === null ? "" : ` ${textOf(amount.range)}`;
  const rule = `${keyword(checker, "Each")} ${list} ${judged} ${column}${range}`;
  const type = isChinese ? "明细 { 事由: 文本 }" : "list { matter: text }";
  checker.report(
    diagnostic("judgement-repeated", per.span, { counted: textOf(per), declaration: `${list}: ${type}`, rule }),
  );
}

/** The list of an `each` line, and the scope in which its row's columns come first. */
function checkEach(
  checker: Checker,
  { each }: ast.Line,
  scope: Scope,
): { readonly each: Line["each"]; readonly inner: Scope } {
  if (each === null) return { each: null, inner: scope };
  const field = checker.names.find(each.list.text, "field");
  const type = field === null ? null : checker.draft.fields[field.index]?.type;
  if (field === null || type?.kind !== "list") {
    if (field !== null) {
      refer(checker, each.list, field);
      checker.report(
        diagnostic("list-expected", each.list.span, {
          name: each.list.text,
          lists: checker.draft.lists.map((list) => list.name),
        }),
      );
    } else reportUnknown(checker, each.list, "list", () => checker.draft.lists.map((list) => list.name));
    return { each: null, inner: { ...scope, row: "unknown" } };
  }
  refer(checker, each.list, field);
  const inner: Scope = { ...scope, row: type.list };
  const where = each.where === null ? null : checkAs(checker, each.where, inner, flagExpected);
  return { each: { list: type.list, where }, inner };
}
