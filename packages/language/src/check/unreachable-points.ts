/**
 * What an item's lines can and cannot come to: points out of reach, caps never met, single effects larger than the item,
 * lines without room to act, and the pair that falls off a cliff just below a limit.
 */
import { decimalOrQuotient, type Rational, sum } from "@yardstick/exact";
import { type Fix, diagnostic } from "../diagnostics/diagnostic.js";
import { lineBreak } from "../source/line-break.js";
import type { Comparison, Expression } from "../program/expression.js";
import type { Checker, LineDraft, PartDraft } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { type Knowledge, shapeOf } from "./expression-range.js";
import { expressionsOfLine } from "../program/expressions-of-line.js";
import { effects } from "./line-effect.js";
import { passedSteps, type Sizes, sizesBehind, sizesOf } from "./restriction-range.js";
import { knowledgeInside, knowledgeOfLine } from "./standing.js";
import { findExpression } from "../program/expression-tree.js";
import { keyword, writtenName } from "./written-name.js";

export function checkUnreachablePoints(checker: Checker): void {
  for (const part of checker.draft.parts) {
    if (part.node.kind !== "item" || part.lines.length === 0) continue;
    const inside = knowledgeInside(checker, part);
    const known = part.lines.map((line) => knowledgeOfLine(checker, line, inside));
    checkRoom(checker, part);
    checkZeroPoints(checker, part);
    checkAdding(checker, part, known);
    checkCliff(checker, part);
    checkPointsReached(checker, part, known);
    part.lines.forEach((line, i) => {
      const knowledge = known[i] ?? inside;
      const sizes = sizesOf(checker, line, knowledge);
      if (line.suffixes.length > 0) checkLimits(checker, line, knowledge, sizes);
      checkSize(checker, part, line, { points: knowledge.points, sizes });
    });
  }
}

/** An item that starts full cannot rise, a bonus that starts at 0 cannot fall. */
function checkRoom(checker: Checker, part: PartDraft): void {
  const { start, min, max, lines } = part;
  const rises = lines.some((line) => effects[line.effect].rises);
  const falls = lines.some((line) => effects[line.effect].falls);
  const stuck = (limit: Rational | null): boolean => start !== null && limit !== null && start.equals(limit);
  const [first] = lines;
  if (first === undefined) return;
  if (!falls && stuck(max)) {
    checker.report(
      diagnostic("line-without-room", first.span, {
        name: part.name,
        direction: "up",
        limit: decimalOrQuotient(max ?? start ?? sum([])),
      }),
    );
  } else if (!rises && stuck(min)) {
    checker.report(
      diagnostic("line-without-room", first.span, {
        name: part.name,
        direction: "down",
        limit: decimalOrQuotient(min ?? start ?? sum([])),
      }),
    );
  }
}

/** A percentage of an item of 0 points is 0 points, whatever it is. */
function checkZeroPoints(checker: Checker, part: PartDraft): void {
  if (part.points?.equals(0) !== true) return;
  for (const expression of part.lines.flatMap(expressionsOfLine)) {
    const share = findExpression(
      expression,
      (one) => one.kind === "share" && constantOf(one.operand, null)?.equals(0) !== true,
    );
    if (share === null) continue;
    checker.report(diagnostic("share-of-zero", share.span, { name: part.name }));
    return;
  }
}

/** `add` where deductions are made from full points: the range holds it back, and that is seldom known. */
function checkAdding(checker: Checker, part: PartDraft, known: readonly Knowledge[]): void {
  const { node, start, max, lines } = part;
  if (node.kind !== "item" || node.form !== "item" || node.within !== null || start === null || max === null) return;
  if (!start.equals(max) || !lines.some((line) => effects[line.effect].falls)) return;
  lines.forEach((line, i) => {
    if (line.amount?.kind === "open") return;
    if (line.effect !== "add" && line.effect !== "add-or-deduct") return;
    const most = capped(checker, part, line, known[i]);
    checker.report(
      diagnostic(
        "add-in-full-item",
        line.span,
        { name: part.name, limit: decimalOrQuotient(max) },
        { fixes: roomFixes(checker, part, line, most) },
      ),
    );
  });
}

/** `most`: what the line can come to; null where it has no end, so that no range can be proposed. */
function roomFixes(
  checker: Checker,
  part: PartDraft,
  line: LineDraft,
  most: Rational | null,
): readonly Fix<"changes">[] {
  const { node, max } = part;
  if (node.kind !== "item" || max === null) return [];
  const written = part.flat[part.lines.indexOf(line)];
  const fixes: Fix<"changes">[] = [];
  if (line.effect === "add" && written !== undefined && written.blocks.length === 0 && !isShare(line)) {
    const word = keyword(checker, "Bonus");
    const name = writtenName(`${node.name.text}${checker.vocabulary === "zh" ? "加分" : "_bonus"}`);
    const limit = most === null ? "" : ` ${keyword(checker, "UpTo")} ${decimalOrQuotient(most)} ${pointsWord(checker)}`;
    const body = checker.source.slice(...line.span);
    const [start, end] = line.span;
    fixes.push({
      effect: "changes",
      title: { zh: "改为加分项", en: "Make it a bonus" },
      edits: [
        { span: [start, end], text: "" },
        { span: [node.span[1], node.span[1]], text: `${lineBreak(checker.source)}${word} ${name}${limit} { ${body} }` },
      ],
    });
  }
  if (most !== null && node.points !== null) {
    const at = node.points.span[1];
    const range = `${keyword(checker, "Within")} 0 .. ${decimalOrQuotient(max.add(most))} ${pointsWord(checker)}`;
    fixes.push({
      effect: "changes",
      title: { zh: `写明 ${range}`, en: `Write ${range}` },
      edits: [{ span: [at, at], text: ` ${range}` }],
    });
  }
  return fixes;
}

/** A bonus has no points that anything could be a share of. */
function isShare(line: LineDraft): boolean {
  return expressionsOfLine(line).some(
    (one) => findExpression(one, (inner) => inner.kind === "full" || inner.kind === "share") !== null,
  );
}

function pointsWord({ vocabulary }: Checker): string {
  return vocabulary === "zh" ? "分" : "points";
}

/** Lines that only earn, each a known number of points, and together not all of them. */
function checkPointsReached(checker: Checker, part: PartDraft, known: readonly Knowledge[]): void {
  const { max, start, lines } = part;
  if (max === null || start === null || !start.equals(0) || part.node.kind !== "item" || part.node.form !== "item")
    return;
  const rising = lines.map((line, i) => (effects[line.effect].rises ? capped(checker, part, line, known[i]) : null));
  if (lines.some((line, i) => effects[line.effect].rises && rising[i] === null)) return;
  const most = sum(rising.filter((value) => value !== null));
  if (most.compare(max) >= 0) return;
  checker.report(
    diagnostic("points-out-of-reach", part.node.name.span, {
      name: part.name,
      most: decimalOrQuotient(most),
      points: decimalOrQuotient(max),
    }),
  );
}

/** The greatest effect of a line after all its suffixes; null where that is unbounded. */
function capped(checker: Checker, part: PartDraft, line: LineDraft, knowledge: Knowledge | undefined): Rational | null {
  const start = knowledge === undefined ? { least: null, most: null } : sizesOf(checker, line, knowledge);
  return sizesBehind(line, start, part.points).most;
}

/** Caps and floors that nothing reaches, and floors above their cap. */
function checkLimits(checker: Checker, line: LineDraft, knowledge: Knowledge, sizes: Sizes): void {
  const limits = passedSteps(line, sizes, knowledge.points).flatMap(({ step, before }) => {
    const limit = step.op === "hold" ? constantOf(step.limit, knowledge.points) : null;
    return step.op !== "hold" || limit === null ? [] : [{ ...step, limit, before }];
  });
  const cap = limits.find(({ side }) => side === "most");
  const floor = limits.find(({ side }) => side === "least");
  if (cap !== undefined && floor !== undefined && floor.limit.compare(cap.limit) > 0) {
    checker.report(
      diagnostic(
        "floor-above-cap",
        floor.span,
        { floor: decimalOrQuotient(floor.limit), cap: decimalOrQuotient(cap.limit) },
        { related: [{ span: cap.span, note: { zh: "上限在这里", en: "the cap is here" } }] },
      ),
    );
    return;
  }
  const most = cap?.before.most ?? null;
  if (cap !== undefined && most !== null && most.compare(cap.limit) < 0)
    checker.report(
      diagnostic("cap-out-of-reach", cap.span, { cap: decimalOrQuotient(cap.limit), most: decimalOrQuotient(most) }),
    );
  const least = floor?.before.least ?? null;
  if (floor !== undefined && least !== null && least.compare(floor.limit) >= 0)
    checker.report(
      diagnostic("floor-out-of-reach", floor.span, {
        floor: decimalOrQuotient(floor.limit),
        least: decimalOrQuotient(least),
      }),
    );
}

/** One count alone is more than the item can move. */
function checkSize(
  checker: Checker,
  part: PartDraft,
  line: LineDraft,
  { points, sizes }: { readonly points: Rational | null; readonly sizes: Sizes },
): void {
  const { min, max } = part;
  if (min === null || max === null || line.amount === null || line.amount.kind === "judgement") return;
  const { least } = sizesBehind(line, sizes, points);
  const room = max.sub(min);
  if (least === null || least.compare(room) <= 0) return;
  checker.report(
    diagnostic(
      "effect-over-item",
      line.span,
      {
        name: part.name,
        does: effects[line.effect].does,
        least: decimalOrQuotient(least),
        room: decimalOrQuotient(room),
      },
      {
        related: [
          {
            span: part.node.name.span,
            note: {
              zh: `「${part.name}」只有 ${decimalOrQuotient(room)} 分`,
              en: `"${part.name}" has ${decimalOrQuotient(room)} points`,
            },
          },
        ],
      },
    ),
  );
}

/** `if X >= L earn` beside `per X under L deduct`: below L nothing was earned that could be deducted from. */
function checkCliff(checker: Checker, part: PartDraft): void {
  const earning = part.lines.filter((line) => line.effect === "earn" || line.effect === "add");
  const limits = earning.map(lowerLimit);
  const [first] = limits;
  if (first === null || first === undefined || !limits.every((limit) => limit?.key === first.key)) return;
  const deducting = part.lines.find(
    ({ effect, per }) =>
      effect === "deduct" &&
      per?.measure.kind === "under" &&
      `${shapeOf(per.of)}/${shapeOf(per.measure.limit)}` === first.key,
  );
  if (deducting === undefined || earning[0] === undefined) return;
  const params = {
    name: part.name,
    limit: checker.source.slice(...first.limit.span),
    of: checker.source.slice(...first.of.span),
  };
  checker.report(
    diagnostic("cliff", deducting.span, params, {
      related: [{ span: earning[0].span, note: { zh: "只有达到才得分", en: "points are earned only at or above it" } }],
    }),
  );
}

/** `X >= L` or `X > L` among a line's conditions. */
function lowerLimit(
  line: LineDraft,
): { readonly key: string; readonly of: Expression; readonly limit: Expression } | null {
  if (line.per !== null || line.each !== null) return null;
  const comparison = line.conditions.find(
    (one): one is Comparison => one.kind === "comparison" && one.left.type.kind === "number",
  );
  if (comparison === undefined) return null;
  const { op, left, right } = comparison;
  if (op === "≥" || op === ">") return { key: `${shapeOf(left)}/${shapeOf(right)}`, of: left, limit: right };
  if (op === "≤" || op === "<") return { key: `${shapeOf(right)}/${shapeOf(left)}`, of: right, limit: left };
  return null;
}
