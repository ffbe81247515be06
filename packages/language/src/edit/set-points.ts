/** Sets the points of a section or an item, or the limit of a bonus or penalty. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { keywordIn, vocabularyOf } from "../syntax/file-vocabulary.js";
import type { Spanned } from "./find-node.js";
import { verified, withReplaced } from "./intended-tree.js";
import { attributeSpan, scoredPart, withoutAttribute, type ScoredPart } from "./part-head.js";
import { setNumber } from "./set-number.js";

/**
 * `digits` null takes the points away; where there were none, they come after the name, in the unit that others are in. Null
 * where no such part has this span, or `digits` is not a number.
 */
export function setPoints(parsed: Parsed, part: Spanned, digits: string | null): readonly TextEdit[] | null {
  const found = scoredPart(parsed, part);
  if (found === null) return null;
  const isLimit = found.kind === "item" && found.form !== "item";
  const now = isLimit ? found.upTo : found.points;
  if (digits === null) return now === null ? [] : removed(parsed, found, isLimit);
  return now === null ? added(parsed, found, digits, isLimit) : setNumber(parsed, now, digits);
}

function removed(parsed: Parsed, part: ScoredPart, isLimit: boolean): readonly TextEdit[] | null {
  const span = attributeSpan(parsed, part, isLimit ? "UpTo" : "points");
  if (span === null) return null;
  return verified(parsed, [withoutAttribute(parsed, span)], withPoints(parsed, part, isLimit, null));
}

function added(parsed: Parsed, part: ScoredPart, digits: string, isLimit: boolean): readonly TextEdit[] | null {
  if (!/^\d+(\.\d+)?$/.test(digits)) return null;
  const lang = vocabularyOf(parsed.tree);
  const unit = unitElsewhere(parsed.rubric) ?? (lang === "zh" ? "分" : "points");
  const at = part.name.span[1];
  const span: Span = [at, at];
  const text = ` ${isLimit ? `${keywordIn(lang, "UpTo")} ` : ""}${digits} ${unit}`;
  const points: ast.NumberLiteral = { kind: "number", span, digits, unit };
  return verified(parsed, [{ span, text }], withPoints(parsed, part, isLimit, points));
}

function withPoints({ rubric }: Parsed, part: ScoredPart, isLimit: boolean, points: ast.NumberLiteral | null): object {
  return withReplaced(rubric, new Map([[part, { ...part, [isLimit ? "upTo" : "points"]: points }]]));
}

/** The unit that the first part with points, or the total, has them in. */
function unitElsewhere(rubric: ast.Rubric): string | null {
  let unit: string | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || unit !== null) return;
    const { points } = node as { points?: ast.NumberLiteral | null };
    if (points) unit = points.unit;
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return unit;
}
