// The table of names in the documentation, held against the folding: the spellings of a row are one, and no two rows are.

import { readFileSync } from "node:fs";
import { foldHeader, foldName, foldPeriod } from "@yardstick/engine";
import { expect, test } from "vitest";

/** The last rows are periods, the one before them headers. */
const PERIODS = 5;

function rowsOf(lang: "zh" | "en"): readonly (readonly string[])[] {
  const page = readFileSync(new URL(`../../docs/tables/how-people-write.${lang}.md`, import.meta.url), "utf8");
  const table = /<!-- names -->([^]*?)<!-- \/names -->/u.exec(page)?.[1] ?? "";
  return table
    .split("\n")
    .map((line) => [...line.matchAll(/`([^`]+)`/gu)].map(([, spelling = ""]) => spelling))
    .filter((spellings) => spellings.length > 0);
}

test("each row is one name, in both languages the same", () => {
  const rows = rowsOf("en");
  expect(rows.length).toBeGreaterThan(10);
  expect(rowsOf("zh")).toEqual(rows);
  const folded = rows.map((spellings, at) => {
    const fold = at >= rows.length - PERIODS ? foldPeriod : at === rows.length - PERIODS - 1 ? foldHeader : foldName;
    return [...new Set(spellings.map(fold))];
  });
  expect(folded.map((forms) => forms.length)).toEqual(rows.map(() => 1));
  expect(new Set(folded.flat()).size).toBe(rows.length);
});
