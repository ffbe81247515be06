/** The notes of the last successful evaluation. Loaded when results are first shown. */
import type { Lang } from "@yardstick/language";
import { noteTexts, type NoteText } from "yardstick";
import { inGrid, type Noted } from "./evaluate.js";

/** Pending subjects are left out: a list of their own shows what each is missing. */
export function notes({ program, result, problems, tables, many }: Noted, lang: Lang): readonly NoteText[] {
  const located = {
    ...resultOf(result),
    subjects: many === null ? result.subjects : many.notedSubjects(),
    problems: problems.map((problem) => inGrid(problem, tables)),
  };
  return noteTexts({ program, result: located }, lang, many?.hasSeveralPeriods()).all.filter(
    ({ kind }) => kind !== "pending" && kind !== "invalid",
  );
}

/** Fields of a columnar result are getters; a spread would evaluate each of them. */
function resultOf({ rubric, scenario, requirements, policies, cuts }: Noted["result"]) {
  return { rubric, scenario, requirements, policies, cuts };
}
