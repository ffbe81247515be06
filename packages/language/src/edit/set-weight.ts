/** Sets the weight of a section or an item. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { keywordIn, vocabularyOf } from "../syntax/file-vocabulary.js";
import type { Spanned } from "./find-node.js";
import { partIn } from "./fragment.js";
import { verified, withReplaced } from "./intended-tree.js";
import { attributeSpan, scoredPart, weightSpan, withoutAttribute, type ScoredPart } from "./part-head.js";
import { setNumber } from "./set-number.js";

/**
 * `weight` as it is written: `25%`, `1/3`; null takes it away; where there was none, it comes after the name or the points. Null
 * where no section or item has this span, or `weight` is none.
 */
export function setWeight(parsed: Parsed, part: Spanned, weight: string | null): readonly TextEdit[] | null {
  const found = scoredPart(parsed, part);
  if (found === null) return null;
  const now = attributeSpan(parsed, found, "Weight");
  if (weight === null) {
    return now === null ? [] : changed(parsed, found, null, withoutAttribute(parsed, now));
  }
  const read = partIn(parsed, `大类 x 权重 ${weight} {}`);
  if (read === null || read.kind !== "section" || read.weight === null) return null;
  const { weight: wanted } = read;
  if (found.weight?.kind === "number" && wanted.kind === "number" && found.weight.unit === wanted.unit) {
    return setNumber(parsed, found.weight, wanted.digits);
  }
  const written = weightSpan(parsed, found);
  if (written !== null) return changed(parsed, found, wanted, { span: written, text: weight });
  const at = found.points?.span[1] ?? found.name.span[1];
  const span: Span = [at, at];
  return changed(parsed, found, wanted, { span, text: ` ${keywordIn(vocabularyOf(parsed.tree), "Weight")} ${weight}` });
}

function changed(
  parsed: Parsed,
  part: ScoredPart,
  weight: ScoredPart["weight"],
  edit: TextEdit,
): readonly TextEdit[] | null {
  return verified(parsed, [edit], withReplaced(parsed.rubric, new Map([[part, { ...part, weight }]])));
}
