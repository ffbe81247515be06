// Each function of the language is in the list of a slot for a value: picked, it is written as that call, the form shows it as a
// sentence with its slots, and it can be replaced again.

import { builtins, type BuiltinName, type Lang, isPlaceholderName } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { functionOffers } from "../src/edit/function-texts.js";
import { slotsOf, type Slot } from "../src/model/piece.js";
import { allParts, formOf } from "./form-text.js";

const rubrics: Readonly<Record<Lang, string>> = {
  zh: `满分 10 分
数据 单位 {
  名称: 文本 主键
  迟报: 计数 次
}
条目 一 10 分 {
  每 待填 扣 0.1 分
}
`,
  en: `total 10 points
data unit {
  name: text key
  late: count times
}
item one 10 points {
  per to_fill deduct 0.1 points
}
`,
};

/** The slots of the one rule. */
function slotsIn(form: ReturnType<typeof formOf>["form"]): readonly Slot[] {
  return allParts(form.view.parts).flatMap((part) =>
    part.kind === "item" ? part.lines.flatMap((line) => (line.kind === "line" ? slotsOf(line.pieces) : [])) : [],
  );
}

const openIn = (form: ReturnType<typeof formOf>["form"]): readonly Slot[] =>
  slotsIn(form).filter(({ value }) => isPlaceholderName(value));

describe.each(["zh", "en"] as const)("the functions in the list of a slot (%s)", (lang) => {
  const offers = functionOffers(lang);

  test("are all functions of the language, each with its own text", () => {
    const names = (Object.keys(builtins) as BuiltinName[]).map((name) => (lang === "zh" ? builtins[name].zh : name));
    expect(new Set(offers.map(({ name }) => name))).toEqual(new Set(names));
    expect(new Set(offers.map(({ text }) => text)).size).toBe(offers.length);
    const { form } = formOf(rubrics[lang], lang);
    const [slot] = openIn(form);
    const offered = form.choicesFor(slot!, null).candidates.filter(({ kind }) => kind === "function");
    expect(offered.map(({ text }) => text)).toEqual(offers.map(({ text }) => text));
  });

  test.each(offers.map(({ text }) => text))("%s", (picked) => {
    const { form, text } = formOf(rubrics[lang], lang);
    const [slot] = openIn(form);
    expect(form.fill(slot!, picked)).toBeNull();
    expect(text.rubric).toContain(picked);
    expect(form.analysis.syntaxFindings).toEqual([]);
    // No rule became a card that can be changed as text alone.
    const lines = allParts(form.view.parts).flatMap((part) => (part.kind === "item" ? part.lines : []));
    expect(lines.map(({ kind }) => kind)).toEqual(["line"]);
    expect(openIn(form)).toHaveLength(picked.split(/待填|to_fill/u).length - 1);
  });
});

test("a slot for a list, a ranking or a group offers none", () => {
  const { form } = formOf(
    "满分 10 分\n数据 单位 {\n  名称: 文本 主键\n}\n条目 一 10 分 {\n  逐条 待填 扣 0.1 分\n}\n排名 全体 按 总分 同 待填\n",
  );
  const slots = [
    ...slotsIn(form),
    ...form.view.groups.flatMap(({ declarations }) =>
      declarations.flatMap((each) => (each.kind === "card" ? [] : slotsOf(each.pieces))),
    ),
  ].filter(({ value }) => isPlaceholderName(value));
  expect(slots.map(({ place }) => place)).toEqual(["each.list", "ranking.group"]);
  for (const slot of slots)
    expect(form.choicesFor(slot, null).candidates.filter(({ kind }) => kind === "function")).toEqual([]);
});
