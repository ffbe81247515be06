// Bands whose own words share out their borders: each value falls into the band that the words give it to, or nothing is given.

import { expect, test } from "vitest";
import { ownBorders, rowsByOwner, type OwnEnds } from "../src/patterns/borders.js";

const above = (from: string, sign: ">" | ">=" = ">=", includes: "said" | "word" = "said"): OwnEnds => ({
  from,
  to: null,
  sign,
  includes,
});
const below = (to: string, sign: "<" | "<=" = "<", includes: "said" | "word" = "said"): OwnEnds => ({
  from: null,
  to,
  sign,
  includes,
});
const range = (from: string, to: string, takes: OwnEnds["takes"] = null): OwnEnds => ({
  from,
  to,
  sign: null,
  includes: null,
  takes,
});

test.each([
  // What is on the border goes by what both bands say of it.
  ["≥90 · 80..90 · <80", [above("90"), range("80", "90", "lower"), below("80")], false, null],
  ["≥90 · 80..90 without 80 · ≤80", [above("90"), range("80", "90", "upper"), below("80", "<=")], false, null],
  ["≥90 · 80..90 · ≤80", [above("90"), range("80", "90"), below("80", "<=")], false, ["above", "below"]],
  [
    "≥90 · 80..90 with both · ≤80: both claim 90 and 80",
    [above("90"), range("80", "90", "both"), below("80", "<=")],
    false,
    null,
  ],
  [">90 · 80..90 · <80", [above("90", ">"), range("80", "90"), below("80")], false, ["below", "above"]],
  // Of whole numbers none lies between 3 and 2, unless 3 itself is left out above.
  ["≥3 · 2 of whole numbers · ≤1 at 1", [above("3"), range("1", "2"), below("1", "<=")], true, ["above", "below"]],
  ["≥3 · up to 2 of any numbers", [above("3"), range("1", "2"), below("1", "<=")], false, null],
  [">3 · up to 2 of whole numbers leaves 3 out", [above("3", ">"), range("1", "2"), below("1", "<=")], true, null],
  ["≥4 · up to 2 of whole numbers leaves 3 out", [above("4"), range("1", "2"), below("1", "<=")], true, null],
] as const)("%s", (_, bands, isWhole, owners) => {
  expect(ownBorders(bands, isWhole)).toEqual(owners);
});

test("the rows take what the owners say, on the border and beside it", () => {
  const points = (value: string) => ({ kind: "points", value }) as const;
  const bands = [
    { ...above("90"), amount: points("3") },
    { ...range("80", "90"), amount: points("2") },
    { ...range("70", "80"), amount: points("1") },
    { ...below("70", "<="), amount: points("0") },
  ];
  const taken = (owners: readonly ("above" | "below")[], value: number): string => {
    for (const { test: by, amount } of rowsByOwner(bands, owners, "", points("0"))) {
      if (by.kind !== "compare" || amount.kind !== "points") throw new Error("no comparison");
      const limit = "value" in by.value ? Number(by.value.value) : Number.NaN;
      const holds = { ">": value > limit, ">=": value >= limit, "<": value < limit, "<=": value <= limit, "=": false };
      if (holds[by.sign]) return amount.value;
    }
    return "none";
  };
  const sides = ["above", "below"] as const;
  for (const first of sides)
    for (const second of sides)
      for (const third of sides) {
        const owners = [first, second, third];
        const at = [90, 80, 70].map((value) => taken(owners, value));
        expect(at).toEqual(
          [first, second, third].map((side, index) => String(side === "above" ? 3 - index : 2 - index)),
        );
        expect([91, 89, 81, 79, 71, 69].map((value) => taken(owners, value))).toEqual(["3", "2", "2", "1", "1", "0"]);
      }
});
