// Twice and half of the rule before: by every answer, with exact points.

import { expect, test } from "vitest";
import { inItem } from "./clause.js";

/** Points of all rules after the answer to what is doubled or halved, as the draft writes them. */
function points(text: string, option: number): readonly string[] {
  const draft = inItem(text).answer("2:factor-of", option).draft().text;
  return [...draft.matchAll(/扣 ([\d.]+)(?: \.\. ([\d.]+))? 分/gu)].map(([, from, to]) =>
    to === undefined ? from! : `${from!}–${to}`,
  );
}

test.each([
  ["1", "1", "2"],
  ["0.5", "0.5", "1"],
  ["1.25", "1.25", "2.5"],
])("doubled, a rule of %s is counted once more or twice instead", (once, more, twice) => {
  const text = `催办仍未落实的，每次扣${once}分。再次催办仍没有办的，加倍扣分`;
  expect(points(text, 0)).toEqual([once, more]);
  expect(points(text, 1)).toEqual([once, twice]);
});

test.each([
  ["1", "0.5"],
  ["0.5", "0.25"],
  ["3", "1.5"],
  ["2", "1"],
])("halved, a rule of %s is one of %s", (once, half) => {
  const text = `催办仍未落实的，每次扣${once}分。其他干部未落实的，减半扣分`;
  for (const option of [0, 1]) expect(points(text, option)).toEqual([once, half]);
});
