/**
 * Additions to a rule: a cap, a waiver, only the greatest, a clause; a condition on its rows, a step, a second
 * condition.
 */
import {
  keywordIn,
  suffixes,
  vocabularyOf,
  type ast,
  type Parsed,
  type TextEdit,
  placeholderName,
} from "@yardstick/language";
import { fieldsOf } from "../model/candidates.js";
import { without } from "./clauses.js";
import { ifValid } from "./valid-edits.js";
import { type SuffixOffer, suffixText, type SuffixTemplate } from "./templates.js";

/** The additions that a rule can still have: suffixes in the order of the vocabulary, purely documentary ones last. */
export function suffixesFor(line: ast.Line): readonly SuffixTemplate[] {
  const found: SuffixTemplate[] = [];
  if (line.per !== null && line.per.step === null) found.push("step");
  if (line.each !== null && line.each.where === null) found.push("where");
  if (line.condition !== null || (line.each?.where ?? null) !== null) found.push("and");
  if (line.amount.kind === "proportion" && line.amount.floor === null) found.push("below");
  const isGiven = !line.discretion && line.effect !== "earn";
  const fits: Readonly<Record<SuffixOffer["suffix"]["takes"], boolean>> = {
    points: isGiven,
    group: isGiven && line.each !== null,
    condition: true,
    text: true,
  };
  const free = suffixes.filter(({ kind, takes }) => fits[takes] && !line.suffixes.some((each) => each.kind === kind));
  const offers = [...free.filter(({ takes }) => takes !== "text"), ...free.filter(({ takes }) => takes === "text")];
  for (const suffix of offers) {
    found.push({ suffix, isByGroup: false });
    if (suffix.isGrouped && line.each !== null) found.push({ suffix, isByGroup: true });
  }
  return found;
}

/** The edits that add a suffix or another addition to a rule. Null when the text would be invalid. */
export function addSuffix(parsed: Parsed, line: ast.Line, template: SuffixTemplate): readonly TextEdit[] | null {
  const lang = vocabularyOf(parsed.tree);
  const at = placeFor(line, template);
  if (at === null) return null;
  if (template === "step") return ifValid(parsed, [{ span: [at, at], text: `${stepText(parsed, line)} ` }]);
  if (template === "and")
    return ifValid(parsed, [{ span: [at, at], text: ` ${keywordIn(lang, "And")} ${placeholderName(lang)}` }]);
  return ifValid(parsed, [{ span: [at, at], text: ` ${suffixText(template, lang)}` }]);
}

function placeFor(line: ast.Line, template: SuffixTemplate): number | null {
  switch (template) {
    case "where":
      return line.each === null || line.each.where !== null ? null : line.each.span[1];
    case "step":
      return line.per === null || line.per.step !== null ? null : line.per.of.span[0];
    case "below":
      return line.amount.kind === "proportion" && line.amount.floor === null ? line.amount.span[1] : null;
    case "and":
      return line.condition?.span[1] ?? line.each?.where?.span[1] ?? null;
    default:
      return line.span[1];
  }
}

/** One unit of what is counted. */
function stepText({ rubric }: Parsed, { per }: ast.Line): string {
  const name = per?.of.kind === "reference" ? per.of.path[0]?.text : undefined;
  const type = fieldsOf(rubric).find(({ field }) => field.name.text === name)?.field.type;
  if (type?.kind !== "number-type") return per?.of.kind === "binary" && per.of.op === "/" ? "1%" : "2";
  if (type.type === "percent") return "1%";
  return type.unit === null ? "2" : `2 ${type.unit.text}`;
}

/** The edits that remove a suffix from a rule. Null when there is none of this kind. */
export function removeSuffix(parsed: Parsed, line: ast.Line, kind: ast.Suffix["kind"]): readonly TextEdit[] | null {
  const suffix = line.suffixes.find((each) => each.kind === kind);
  return suffix === undefined ? null : without(parsed, suffix.span);
}
