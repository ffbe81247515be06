// The list of a slot for a value offers the results of used rubrics, and calls over their periods: picked, each is a sentence with
// slots, whose names the checker knows.

import { analyse, type Lang, isPlaceholderName } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { slotsOf, type Slot } from "../src/model/piece.js";
import { allParts, formOf } from "./form-text.js";

const used: Readonly<Record<Lang, string>> = {
  zh: `满分 100 分
数据 单位 {
  名称: 文本 主键
  月份: 期别
  迟报: 计数 次
}
大类 工作 100 分 {
  条目 报送 60 分 { 每 迟报 扣 1 分 }
  条目 重名 40 分 { 每 迟报 扣 1 分 }
}
排名 全体 按 总分
排名 分类 按 各大类
等次 年度 { 好: 总分 >= 60; 其余: 差 }
奖励 红旗 全体 第 1 名 100 元
公布 迟报次数 = 迟报
`,
  en: `total 100 points
data unit {
  name: text key
  month: period
  late: count times
}
section work 100 points {
  item reports 60 points { per late deduct 1 point }
  item others 40 points { per late deduct 1 point }
}
ranking overall by score
ranking in_sections by each section
grades of_month { good: score >= 60; else: poor }
award flag overall place 1 pays 100 yuan
output late_times = late
`,
};

const rubricOf = (lang: Lang, allPeriods: boolean): string =>
  lang === "zh"
    ? `满分 10 分
引用 "month.rubric" 作 月度 按 名称${allPeriods ? " 各期" : ""}
数据 单位 {
  名称: 文本 主键
}
条目 一 10 分 {
  每 待填 扣 0.1 分
}
`
    : `total 10 points
use "month.rubric" as monthly by name${allPeriods ? " all periods" : ""}
data unit {
  name: text key
}
item one 10 points {
  per to_fill deduct 0.1 points
}
`;

type Form = ReturnType<typeof formOf>["form"];

const openIn = (form: Form): readonly Slot[] =>
  allParts(form.view.parts)
    .flatMap((part) => (part.kind === "item" ? part.lines : []))
    .flatMap((line) => (line.kind === "line" ? slotsOf(line.pieces) : []))
    .filter(({ value }) => isPlaceholderName(value));

const RESULTS: Readonly<Record<Lang, readonly string[]>> = {
  zh: ["总分", "全体", "年度", "红旗", "迟报次数", "工作", "报送", "重名"],
  en: ["score", "overall", "of_month", "flag", "late_times", "work", "reports", "others"],
};

describe.each(["zh", "en"] as const)("used rubrics in the list of a slot (%s)", (lang) => {
  const alias = lang === "zh" ? "月度" : "monthly";
  const offersOf = (allPeriods: boolean, texts: Readonly<Record<string, string>> = { "month.rubric": used[lang] }) => {
    const { form, text } = formOf(rubricOf(lang, allPeriods), lang, texts);
    const [slot] = openIn(form);
    const { candidates } = form.choicesFor(slot!, null);
    return { form, text, slot: slot!, candidates };
  };
  const overPeriods = offersOf(true).candidates.filter(
    ({ kind, text = "" }) => kind === "function" && text.includes(alias),
  );

  test("offer what they publish, and the score alone while their text is not at hand", () => {
    const results = ({ candidates }: ReturnType<typeof offersOf>) =>
      candidates.filter(({ kind }) => kind === "result").map(({ name }) => name);
    expect(results(offersOf(false))).toEqual(RESULTS[lang].map((name) => `${alias}.${name}`));
    expect(results(offersOf(false, {}))).toEqual([`${alias}.${lang === "zh" ? "总分" : "score"}`]);
  });

  test("offer names that the checker knows", () => {
    const program = analyse(used[lang]).program;
    if (program === null) throw new Error("the used rubric has errors");
    for (const { name } of offersOf(false).candidates.filter(({ kind }) => kind === "result")) {
      const text = rubricOf(lang, false).replace(
        / {2}(每|per) .*/u,
        `  ${lang === "zh" ? "若" : "if"} ${name} = 1 ${lang === "zh" ? "扣" : "deduct"} 1`,
      );
      const { findings } = analyse(text, { uses: new Map([["month.rubric", program]]) });
      expect(findings.filter(({ code }) => code === "unknown-name")).toEqual([]);
    }
  });

  test("offer calls over periods only where all periods are read", () => {
    expect(overPeriods).toHaveLength(8);
    expect(offersOf(false).candidates.filter(({ text = "" }) => text.includes(alias))).toEqual([]);
  });

  test.each(overPeriods.map(({ text = "" }) => text))("%s", (picked) => {
    const { form, text, slot } = offersOf(true);
    expect(form.fill(slot, picked)).toBeNull();
    expect(text.rubric).toContain(picked);
    expect(form.analysis.syntaxFindings).toEqual([]);
    for (const open of openIn(form)) expect(form.fill(open, lang === "zh" ? "90 分" : "90 points")).toBeNull();
    expect(openIn(form)).toEqual([]);
  });

  test("check what is written with the used rubric, at each change of it", () => {
    const texts: Record<string, string> = { "month.rubric": used[lang] };
    const { form } = formOf(rubricOf(lang, true), lang, texts);
    const codes = () => form.diagnostics.map(({ code }) => code);
    expect(codes()).not.toContain("use-not-found");
    expect(form.fill(openIn(form)[0]!, `${alias}.${RESULTS[lang].at(-1)}`)).toBeNull();
    expect(codes()).not.toContain("unknown-name");
    texts["month.rubric"] = used[lang].replaceAll(RESULTS[lang].at(-1)!, "changed");
    expect(codes()).toContain("unknown-name");
    delete texts["month.rubric"];
    expect(codes()).toContain("use-not-found");
  });

  test("a number fills what is open", () => {
    const { form, text, slot } = offersOf(true);
    const call = overPeriods.find(({ text: offered = "" }) => /^(count|个数)\(/u.test(offered));
    expect(form.fill(slot, call?.text ?? "")).toBeNull();
    const [open] = openIn(form);
    expect(form.fill(open!, "90")).toBeNull();
    expect(text.rubric).toContain(
      lang === "zh" ? "每 个数(月度 其中 月度.总分 >= 90) 扣" : "per count(monthly where monthly.score >= 90) deduct",
    );
  });
});

// Each file uses the next one under two names: 2 to the power of 30 paths lead to the last one.
test("rubrics that are used along many paths, and in a circle, are each checked once", () => {
  const last = 30;
  const textOf = (at: number) =>
    `满分 10 分\n引用 "${at + 1}.rubric" 作 一 按 名称\n引用 "./${at + 1}.rubric" 作 二 按 名称\n数据 单位 { 名称: 文本 主键, 数: 计数 次 }\n条目 甲 10 分 { 每 数 扣 1 分 }\n`;
  const texts = Object.fromEntries(Array.from({ length: last }, (_, at) => [`${at}.rubric`, textOf(at)]));
  texts[`${last}.rubric`] = "满分 10 分\n数据 单位 { 名称: 文本 主键, 数: 计数 次 }\n条目 甲 10 分 { 每 数 扣 1 分 }\n";
  const codesOf = () => formOf(textOf(-1), "zh", texts).form.diagnostics.map(({ code }) => code);
  expect(codesOf()).not.toContain("use-not-found");
  texts[`${last}.rubric`] = textOf(-1);
  expect(codesOf()).toContain("use-not-found");
});
