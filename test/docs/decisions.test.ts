// Each decision has a title, a status with a date, and the number of its file; one that supersedes or extends another names it by number.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../docs/decisions/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "README.md");
const numbers = new Set(files.map((name) => name.slice(0, 4)));

describe.each(files)("%s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");

  test("has a number of its own, a title, a status and a date", () => {
    expect(files.filter((other) => other.startsWith(name.slice(0, 4)))).toEqual([name]);
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/u);
    expect(text).toMatch(/^# \S/u);
    expect(text).toMatch(/^Status: (?:accepted|proposed|superseded by \d{4}), \d{4}-\d{2}-\d{2}\b/mu);
  });

  test("names only decisions that there are", () => {
    for (const [, number] of text.matchAll(/\b(?:[Dd]ecision|[Ss]upersedes|[Ee]xtends|superseded by) \[?(0\d{3})\b/gu))
      expect(numbers).toContain(number);
  });
});
