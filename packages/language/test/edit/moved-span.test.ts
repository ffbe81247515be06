// The place of a span in a text that has changed since.

import { describe, expect, test } from "vitest";
import { movedSpan } from "../../src/edit/moved-span.js";

describe("a span of an older text", () => {
  const older = "甲乙丙丁戊";
  test.each([
    ["stays before what was inserted", "甲乙新丙丁戊", [0, 2], "甲乙"],
    ["moves along behind it", "甲乙新丙丁戊", [3, 5], "丁戊"],
    ["moves back behind what was deleted", "甲丁戊", [3, 5], "丁戊"],
    ["grows around what was inserted in it", "甲乙新丙丁戊", [1, 3], "乙新丙"],
    ["becomes a point where it was deleted", "甲戊", [2, 3], ""],
    ["is the same in the same text", older, [1, 3], "乙丙"],
  ] as const)("%s", (_, newer, span, text) => {
    const [start, end] = movedSpan(older, newer, span);
    expect(newer.slice(start, end)).toBe(text);
  });
});
