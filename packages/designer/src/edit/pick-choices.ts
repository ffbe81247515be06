/** The choices of a slot's picker: the names that fit, and the most likely type of a new field. */
import { vocabularyOf, type Analysis } from "@yardstick/language";
import { functionOffers, periodOffers } from "./function-texts.js";
import { safeName } from "./safe-name.js";
import { topSection, type NewFieldType } from "./new-field.js";
import { partAt } from "./places.js";
import {
  candidatesFor,
  columnsOfMeetings,
  dataOf,
  fieldsOf,
  mayCreateField,
  type Candidate,
} from "../model/candidates.js";
import type { Slot } from "../model/piece.js";
import { usedResults, type UsedText } from "../model/used-results.js";

/** The choices that the name picker offers for a slot. */
export interface PickChoices {
  readonly candidates: readonly Candidate[];
  readonly value: string;
  readonly mayCreate: boolean;
  /** Name of the surrounding top-level section; null when there is none. */
  readonly section: string | null;
  /** Whether a new field is declared in that section's own data block. */
  readonly isOfSection: boolean;
  readonly assessor: string;
  /** The most likely type of a new field. */
  readonly type: NewFieldType;
}

/** `wasOfSection` is the choice for the last new field; null: there was none. `usedText` gives the texts of used rubrics. */
export function choicesFor(
  analysis: Analysis,
  slot: Slot,
  wasOfSection: boolean | null,
  usedText: UsedText,
): PickChoices {
  const { rubric } = analysis;
  const at = slot.span[0];
  const section = topSection(rubric, at);
  const hasOwn = dataOf(rubric).some((each) => each.section === section);
  return {
    candidates: [...candidatesFor(analysis, slot.place, slot.span), ...callsFor(analysis, slot, usedText)],
    value: slot.isOpen ? "" : slot.value,
    // A new field would be none of a list.
    mayCreate: mayCreateField(slot.place) && columnsOfMeetings(rubric, slot.span) === null,
    section: section?.name.text ?? null,
    isOfSection: section !== null && (wasOfSection ?? hasOwn),
    assessor: partAt(rubric, at)?.part.assessor?.value ?? "",
    type: likelyType(analysis, slot),
  };
}

/**
 * The columns of all lists, the results of used rubrics and the calls that a slot for a value can be filled with; none in any other
 * slot.
 */
function callsFor(analysis: Analysis, { place, span }: Slot, usedText: UsedText): readonly Candidate[] {
  const { tree, rubric } = analysis;
  if (place !== "reference.name" || columnsOfMeetings(rubric, span) !== null) return [];
  const lang = vocabularyOf(tree);
  const plain = { type: null, unit: null, assessor: null };
  const columns = fieldsOf(rubric).flatMap(({ field, list }): readonly Candidate[] =>
    list === null ? [] : [{ ...plain, name: `${list}.${field.name.text}`, kind: "column" }],
  );
  const uses = usedResults(analysis, usedText);
  const results = uses.flatMap(({ alias, results: names }) =>
    names.map((name): Candidate => ({ ...plain, name: `${alias}.${name}`, kind: "result" })),
  );
  const overPeriods = uses.flatMap(({ alias, allPeriods, results: [score = ""] }) =>
    allPeriods ? periodOffers(lang, safeName(alias), score) : [],
  );
  const calls = [...overPeriods, ...functionOffers(lang)];
  return [...columns, ...results, ...calls.map((offer): Candidate => ({ ...offer, ...plain, kind: "function" }))];
}

/** A list where a list is read, a flag where a condition consists of the name alone. */
function likelyType({ tree }: Analysis, slot: Slot): NewFieldType {
  if (slot.place === "each.list") return "list";
  const before = tree.source.slice(0, slot.span[0]).trimEnd();
  return /(若|除非|且|或|if|unless|and|or)$/.test(before) ? "flag" : "count";
}
