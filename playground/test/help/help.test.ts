// The clause guide as help: every topic is read, and its rule can be put into a rubric of either language.

import { describe, expect, test } from "vitest";
import { analyse, severityOf } from "@yardstick/language";
import { clauseGuide } from "../../src/help/clause-guide.js";
import { initialsOf } from "../../src/help/initials.js";
import { nearest, search } from "../../src/help/search.js";
import { statements, statementsAbout } from "../../src/help/statements.js";
import { placeAt, words, wordsIn } from "../../src/help/words.js";
import { insertSnippet } from "../../src/help/snippet-insertion.js";

const guides = { zh: await clauseGuide("zh"), en: await clauseGuide("en") };
const rubrics = {
  zh: `考核 "旧"
数据 单位 {
  名称: 文本 主键
  出差错: 计数 次
}
条目 卫生 20 分 {
  每 出差错 扣 2 分
}
条目 环境 20 分 {
  每 出差错 扣 1 分
}
排名 全部 按 总分 并列 同名次
`,
  en: `rubric "old"
data town {
  name: text key
  mistakes: count times
}
item hygiene 20 points {
  per mistakes deduct 2 points
}
item surroundings 20 points {
  per mistakes deduct 1 point
}
ranking everyone by score ties share
`,
};

test("the guide has the same topics in both languages, each with a rule", () => {
  expect(guides.zh.topics.map(({ number }) => number)).toEqual(guides.zh.topics.map((_, at) => at + 1));
  expect(guides.zh.topics.length).toBeGreaterThan(44);
  const shape = ({ topics }: (typeof guides)["zh"]) => topics.map(({ number, kind }) => `${number} ${kind}`);
  expect(shape(guides.en)).toEqual(shape(guides.zh));
  for (const { topics } of Object.values(guides))
    for (const topic of topics) expect([topic.sentence, topic.snippet, topic.heading]).not.toContain("");
  expect(guides.zh.topics[26]?.remarks.length).toBe(2);
});

describe.each(["zh", "en"] as const)("in a rubric in %s", (lang) => {
  const guide = guides[lang];
  test.each(guide.topics.map((topic) => [topic.number, topic] as const))(
    "topic %s is put in without an error",
    (_, topic) => {
      const rubric = rubrics[lang];
      const inserted = insertSnippet(rubric, rubric.indexOf(lang === "zh" ? "条目" : "item"), topic, guide);
      expect(inserted).not.toBeNull();
      const errors = analyse(inserted!.text).findings.filter((found) => severityOf(found) === "error");
      expect(errors.map(({ code, params }) => `${code} ${JSON.stringify(params)}`)).toEqual([]);
      expect(inserted!.text.length).toBeGreaterThan(rubric.length);
      // A second time: names are not given twice.
      const again = insertSnippet(inserted!.text, null, topic, guide);
      const repeated = analyse(again!.text).findings.filter(({ code }) => code.includes("duplicate"));
      expect(repeated).toEqual([]);
    },
  );
});

test("lines go into the item at the cursor, else into the last; without an item there is no place", () => {
  const [topic] = guides.zh.topics;
  const { zh } = rubrics;
  expect(insertSnippet(zh, zh.indexOf("扣 2"), topic!, guides.zh)?.item).toBe("卫生");
  const last = insertSnippet(zh, null, topic!, guides.zh);
  expect(last).toMatchObject({ item: "环境", fields: ["迟报次数"] });
  expect(last?.text).toMatch(/条目 环境 20 分 \{\n {2}每 出差错 扣 1 分\n {2}每 迟报次数 扣 0.1 分\n\}/u);
  expect(last?.text).toContain("迟报次数: 计数 次");
  expect(insertSnippet('考核 "空"\n', null, topic!, guides.zh)).toBeNull();
});

test("a veto uses the ranking of the rubric and brings no filler", () => {
  const veto = guides.zh.topics[25]!;
  const text = insertSnippet(rubrics.zh, null, veto, guides.zh)!.text;
  expect(text.match(/排名/gu)?.length).toBe(1);
  expect(text.match(/条目/gu)?.length).toBe(2);
  expect(text).toContain("一票否决 安全生产 若 安全事故 > 0 { 不占名次 }");
  expect(text).not.toContain("按比例");
  const award = insertSnippet(rubrics.zh, null, guides.zh.topics[26]!, guides.zh)!.text;
  expect(award).toContain("奖励 红旗单位 全部 第 1 名 3000 元");
});

test("entries are found in both languages and by Pinyin initials, and something near otherwise", () => {
  const entries = guides.zh.topics.map(({ sentence }, at) => ({
    title: sentence,
    also: [guides.en.topics[at]!.sentence],
  }));
  const first = (query: string) => search(entries, query)[0]?.title;
  expect(first("一票否决")).toContain("一票否决");
  expect(first("ypfj")).toContain("一票否决");
  expect(first("YPFJ")).toContain("一票否决");
  expect(first("vetoes")).toContain("一票否决");
  expect(first("末位 诫勉")).toContain("诫勉");
  expect(search(entries, "")).toEqual([]);
  expect(search(entries, "火箭发射")).toEqual([]);
  expect(nearest(entries, "怎么写一票否决呢", 1)[0]?.title).toContain("一票否决");
  expect(nearest(entries, "zzz", 3)).toEqual([]);
});

test("initials of common words", () => {
  const initials = (text: string) =>
    initialsOf(text)
      .map(([letter]) => letter)
      .join("");
  expect(initials("一票否决")).toBe("ypfj");
  expect(initials("标尺")).toBe("bc");
  expect(initials("考核对象")).toBe("khdx");
  expect(initials("安全生产")).toBe("aqsc");
  expect(initialsOf("重点").map((each) => each)).toEqual(["zc", "d"]);
});

describe("the word at the cursor", () => {
  const rubric = `考核 "一" # 扣分说明
数据 单位 { 名称: 文本 主键, 迟报: 计数 次, 已备案: 是否 }
条目 内务 10 分 {
  每 迟报 扣 0.1 分 最多 0.5 分 除非 已备案
  扣 较大(迟报 / 2, 1) * 0.1 分
}
`;
  const at = (before: string, after = "") => {
    const offset = rubric.indexOf(before + after) + before.length;
    const place = placeAt(rubric, offset);
    return place === null ? null : "name" in place ? place.name : place.words.map(({ id }) => id);
  };

  test("is the keyword, suffix, function or name that it is in or touches, and for a number the keyword before it", () => {
    expect(at("每 迟报 ", "扣")).toEqual(["Deduct"]);
    expect(at("每 迟报 扣")).toEqual(["Deduct"]);
    expect(at("扣 0.", "1 分 最多")).toEqual(["Deduct"]);
    expect(at("0.1 分 最", "多")).toEqual(["UpTo"]);
    expect(at("最多 0.5", " 分")).toEqual(["UpTo"]);
    expect(at("除非 已备", "案")).toBe("已备案");
    expect(at("扣 较", "大(")).toEqual(["max()"]);
    expect(at("条目 内", "务")).toBe("内务");
  });

  test("is none in a blank text, beside a comment alone, or before everything", () => {
    expect(placeAt("", 0)).toBeNull();
    expect(placeAt("# 扣分说明\n", 3)).toBeNull();
    expect(placeAt('\n\n考核 "一"', 0)).toBeNull();
  });

  test("every position of a rubric gives a word, a name or nothing, without an exception", () => {
    for (const text of [rubric, rubrics.zh, rubrics.en, rubric.slice(0, -20), "条目 「无"])
      for (let offset = 0; offset <= text.length; offset += 1) {
        const place = placeAt(text, offset);
        expect(place === null || "name" in place || place.words.length > 0).toBe(true);
      }
  });
});

describe.each(["zh", "en"] as const)("the pages of words in %s", (lang) => {
  test("every word has a meaning, every suffix is explained or written in the reference or the guide, every function has its form", async () => {
    const all = await statements(lang);
    expect(all.length).toBeGreaterThan(100);
    const topics = new Set(guides[lang].topics.flatMap(({ snippet }) => [...wordsIn(snippet)]));
    const silent = words.filter(
      ({ id, kind }) => kind === "suffix" && statementsAbout(all, id, 1).length === 0 && !topics.has(id),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(words.filter(({ says, form }) => says[lang] === "" || form?.[lang] === "")).toEqual([]);
  });
});
