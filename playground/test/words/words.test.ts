// The catalogue: that no key is missing is the compiler's to see; that none is empty or left in the other language is seen here.

import { expect, test } from "vitest";
import { words } from "../../src/words/words.js";

function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === "" ? key : `${path}.${key}`));
}

test("no word is empty", () => {
  for (const lang of ["zh", "en"] as const)
    expect(textsOf(words[lang]).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("English words hold no Chinese characters, but for the names of brand and language", () => {
  const named = ["pageTitle", "otherLang.name"];
  const strangers = textsOf(words.en).filter(([path, text]) => /\p{Script=Han}/u.test(text) && !named.includes(path));
  expect(strangers).toEqual([]);
});
