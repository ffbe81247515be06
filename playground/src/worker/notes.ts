/** What the last good evaluation says besides its numbers. Loaded when results are first shown. */
import type { Lang } from "@yardstick/language";
import { noteTexts, type NoteText } from "yardstick";
import { inGrid, type Noted } from "./evaluate.js";

/** Who is pending is left out: a list of their own says what each awaits. */
export function notes({ program, result, problems, tables }: Noted, lang: Lang): readonly NoteText[] {
  const located = { ...resultOf(result), problems: problems.map((problem) => inGrid(problem, tables)) };
  return noteTexts({ program, result: located }, lang).all.filter(
    ({ kind }) => kind !== "pending" && kind !== "invalid",
  );
}

/** Fields of a columnar result are getters that a spread reads once each. */
function resultOf({ rubric, scenario, subjects, requirements, policies, cuts }: Noted["result"]) {
  return { rubric, scenario, subjects, requirements, policies, cuts };
}
