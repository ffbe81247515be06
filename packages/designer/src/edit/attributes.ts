/** Optional attributes in the head of a section or an item: department, clause, weight, range, condition. */
import {
  keywordIn,
  setPoints,
  setWeight,
  vocabularyOf,
  type Parsed,
  type RoleName,
  type Span,
  type TextEdit,
  placeholderName,
} from "@yardstick/language";
import type { Part } from "./places.js";
import { quoted } from "./quoted.js";
import { clauseOf, without } from "./clauses.js";
import { ifValid } from "./valid-edits.js";

/** The optional attributes of a section or an item. */
export type Attribute = "assessor" | "basis" | "weight" | "points" | "within" | "applies" | "rounds";

/** Adds an attribute with a value to be filled in. Null when it is not allowed there. */
export function addAttribute(parsed: Parsed, part: Part, attribute: Attribute, value = ""): readonly TextEdit[] | null {
  const lang = vocabularyOf(parsed.tree);
  const at = headEnd(parsed, part);
  const put = (text: string): readonly TextEdit[] | null => ifValid(parsed, [{ span: [at, at], text: ` ${text}` }]);
  switch (attribute) {
    case "assessor":
      return part.assessor === null ? put(`${keywordIn(lang, "Assessor")} ${quoted(value)}`) : null;
    case "basis":
      return part.basis === null ? put(`${keywordIn(lang, "Basis")} ${quoted(value)}`) : null;
    case "weight":
      return setWeight(parsed, part, value === "" ? "10%" : value);
    case "points":
      return setPoints(parsed, part, value === "" ? "1" : value);
    case "within":
      return put(`${keywordIn(lang, "Within")} ${part.weight === null ? "0 .. 1" : "10% .. 20%"}`);
    case "applies":
      return put(
        `${keywordIn(lang, "AppliesIf")} ${placeholderName(lang)} ${keywordIn(lang, "Otherwise")} ${keywordIn(lang, "Full")}`,
      );
    case "rounds":
      return put(`${keywordIn(lang, "RoundsTo")} 1 ${keywordIn(lang, "Decimals")}`);
  }
}

/** Null when the part does not have the attribute or requires it. */
export function removeAttribute(parsed: Parsed, part: Part, attribute: Attribute): readonly TextEdit[] | null {
  const span = spanOf(parsed, part, attribute);
  return span === null ? null : without(parsed, span);
}

/** The optional attributes that a part has. */
export function removableFrom(part: Part): readonly Attribute[] {
  const found: Attribute[] = [];
  if (part.assessor !== null) found.push("assessor");
  if (part.basis !== null) found.push("basis");
  if (part.weight !== null && part.points !== null) found.push("weight", "points");
  if (part.within !== null) found.push("within");
  if (part.applies !== null) found.push("applies");
  if (part.rounds !== null) found.push("rounds");
  return found;
}

function spanOf(parsed: Parsed, part: Part, attribute: Attribute): Span | null {
  const clause = (role: RoleName, value: Span | undefined, closing: RoleName | null = null): Span | null =>
    value === undefined ? null : clauseOf(parsed, role, value, part.span, closing);
  switch (attribute) {
    case "assessor":
      return clause("Assessor", part.assessor?.span);
    case "basis":
      return clause("Basis", part.basis?.span);
    case "weight":
      return clause("Weight", part.weight?.span);
    case "points":
      return part.points?.span ?? null;
    case "within":
      return clause("Within", part.within?.span);
    case "applies":
      return part.applies?.span ?? null;
    case "rounds":
      return part.rounds?.span ?? null;
  }
}

/** Offset before the brace that opens its body, or before the `by` of its variants. */
function headEnd({ tree }: Parsed, part: Part): number {
  const ends = [part.name, part.points, part.weight, part.within, part.assessor, part.basis, part.applies]
    .filter((node) => node !== null)
    .map(({ span }) => span[1]);
  const limit = part.kind === "item" ? part.upTo?.span[1] : undefined;
  const inHead = [...ends, limit ?? 0, part.name.span[1]].filter((end) => end <= bodyStart(tree.source, part.span));
  const last = Math.max(...inHead);
  return part.rounds === null ? last : Math.max(last, part.rounds.span[1]);
}

/** The first brace; a table in a weight would also have braces in the head, but is not used in practice. */
function bodyStart(source: string, [start, end]: Span): number {
  const at = source.slice(start, end).search(/[{｛]/);
  return at < 0 ? end : start + at;
}
