// The messages of the playground and its packages. A missing key is found by the compiler; an empty message, or one in
// the other language, is found here.

import { expect, test } from "vitest";
import { designerMessages } from "@yardstick/designer";
import { stageMessages } from "@yardstick/stage";
import { messages } from "../../src/messages/messages.js";

function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === "" ? key : `${path}.${key}`));
}

const all = {
  zh: { playground: messages.zh, designer: designerMessages.zh, stage: stageMessages.zh },
  en: { playground: messages.en, designer: designerMessages.en, stage: stageMessages.en },
};

test("no message is empty", () => {
  for (const lang of ["zh", "en"] as const)
    expect(textsOf(all[lang]).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("English messages contain no Chinese characters, except the names of the brand and the language", () => {
  const named = ["playground.pageTitle", "playground.otherLang.name"];
  const chinese = textsOf(all.en).filter(([path, text]) => /\p{Script=Han}/u.test(text) && !named.includes(path));
  expect(chinese).toEqual([]);
});
