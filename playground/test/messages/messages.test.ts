// The messages of the playground and its packages. A missing key is found by the compiler; an empty message, or one in
// the other language, is found here.

import { expect, test } from "vitest";
import { designerMessages } from "@yardstick/designer";
import { stageMessages } from "@yardstick/stage";
import { dataTexts } from "../../src/messages/data.js";
import { messages } from "../../src/messages/messages.js";
import { paletteMessages } from "../../src/messages/palette.js";
import { periodMessages } from "../../src/messages/period.js";
import { tabTexts } from "../../src/messages/result-tabs.js";
import { resultsMessages } from "../../src/messages/results.js";
import { sheetTexts } from "../../src/messages/sheet.js";

function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === "" ? key : `${path}.${key}`));
}

const allIn = (lang: "zh" | "en") => ({
  playground: {
    ...dataTexts[lang],
    ...tabTexts[lang],
    ...sheetTexts[lang],
    ...messages[lang],
    results: resultsMessages[lang],
  },
  designer: designerMessages[lang],
  stage: stageMessages[lang],
});
const all = { zh: allIn("zh"), en: allIn("en") };

test("no message is empty", () => {
  for (const lang of ["zh", "en"] as const)
    expect(textsOf(all[lang]).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("English messages contain no Chinese characters, except the names of the brand and the language", () => {
  const named = ["playground.pageTitle", "playground.otherLang.name"];
  const chinese = textsOf(all.en).filter(([path, text]) => /\p{Script=Han}/u.test(text) && !named.includes(path));
  expect(chinese).toEqual([]);
});

test("a command is found in the palette by the name that its button has", () => {
  for (const lang of ["zh", "en"] as const) {
    const data = dataTexts[lang];
    const { commands } = paletteMessages[lang];
    const buttons = [
      [commands.period, periodMessages[lang].fixAct],
      [commands.collect, data.collect],
      [commands.import, data.importData],
      [commands.export, data.exportData],
      [commands.sample, data.sampleData],
    ] as const;
    for (const [command, button] of buttons) expect(command.toLowerCase()).toContain(button.toLowerCase());
  }
});
