/** What the picker of a slot offers: names that fit there, and what a field made for it would most likely be. */
import type { Analysis } from "@yardstick/language";
import { topSection, type NewFieldType } from "./new-field.js";
import { partAt } from "./places.js";
import { candidatesFor, dataOf, mayCreateField, type Candidate } from "../model/candidates.js";
import type { Slot } from "../model/piece.js";

export interface PickChoices {
  readonly candidates: readonly Candidate[];
  readonly value: string;
  readonly mayCreate: boolean;
  /** The top section around the slot, by name; null where there is none. */
  readonly section: string | null;
  /** Whether a new field goes into that section's own data. */
  readonly isOfSection: boolean;
  readonly assessor: string;
  /** What the slot most likely wants, when a field is made for it. */
  readonly type: NewFieldType;
}

/** `wasOfSection` says where the last new field went; null: there was none. */
export function choicesFor(analysis: Analysis, slot: Slot, wasOfSection: boolean | null): PickChoices {
  const { rubric } = analysis;
  const at = slot.span[0];
  const section = topSection(rubric, at);
  const hasOwn = dataOf(rubric).some((each) => each.section === section);
  return {
    candidates: candidatesFor(analysis, slot.place, slot.span),
    value: slot.isOpen ? "" : slot.value,
    mayCreate: mayCreateField(slot.place),
    section: section?.name.text ?? null,
    isOfSection: section !== null && (wasOfSection ?? hasOwn),
    assessor: partAt(rubric, at)?.part.assessor?.value ?? "",
    type: likelyType(analysis, slot),
  };
}

/** Where a list is read a list is made, where a condition stands alone a yes or no. */
function likelyType({ tree }: Analysis, slot: Slot): NewFieldType {
  if (slot.place === "each.list") return "list";
  const before = tree.source.slice(0, slot.span[0]).trimEnd();
  return /(若|除非|且|或|if|unless|and|or)$/.test(before) ? "flag" : "count";
}
