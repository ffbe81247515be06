// A document read against a rubric: clauses that are unchanged keep their rules, and only the others are read and asked about.

import { describe, expect, test } from "vitest";
import { readDocument } from "../src/index.js";

const rubric = `考核 "去年"
满分 10 分
选项 轻重 (轻 < 重)
常量 每次: 数值 分 = 1 分
数据 村 {
  村名: 文本 主键
  差错: 计数 次
  表扬数: 计数 次
  情节: 轻重
}
条目 责任 10 分 限 0 .. 10 分 {
  每 差错 扣 每次 依据 "出差错一次扣1分"
  扣 按 情节 { 轻: 0 分; 重: 3 分 } 依据 "情节严重的扣3分。"
  每 表扬数 加 1 分 依据 "受表扬的，每次加1分"
}
一票否决 失职 若 差错 > 5 依据 "失职的，一票否决" { 总分归零 }
`;
const scheme = (clauses: readonly string[]) =>
  `轮转考核细则\n\n一、工作责任（10分）\n${clauses.map((text, at) => `${String(at + 1)}.${text}。\n`).join("")}`;

describe("a rubric that is known", () => {
  const text = scheme(["出差错一次扣1分", "情节严重的扣3分", "受表扬的，每次加2分", "失职的，一票否决"]);
  const reading = readDocument({ text }, { known: { source: rubric } });

  test("keeps the rules of clauses that are unchanged; the changed one asks", () => {
    expect(reading.clauses.map(({ state }) => state)).toEqual(["read", "read", "asks", "read"]);
    expect(readDocument({ text }).clauses.map(({ state }) => state)).toEqual(["read", "asks", "asks", "asks"]);
  });

  test.each(["zh", "en"] as const)("its draft has what the rules need, and is accepted (%s)", (keywords) => {
    const draft = reading.answer("3:over-full", 1).draft({ keywords });
    expect(draft.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const own = keywords === "zh" ? "每 差错 扣 每次" : "per 差错 deduct 每次";
    expect(draft.text).toContain(own);
    expect(draft.text).toContain("轻重");
    expect(draft.text).not.toContain("表扬数");
  });

  test("a rule that no longer fits becomes an open clause", () => {
    const broken = rubric.replace("  差错: 计数 次\n", "");
    const { text: draft, diagnostics } = readDocument({ text }, { known: { source: broken } }).draft();
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(draft).toContain('待定 "出差错一次扣1分"');
  });

  test("a text that is no rubric changes nothing", () => {
    const plain = readDocument({ text });
    expect(readDocument({ text }, { known: { source: "条目 {" } }).draft()).toEqual(plain.draft());
  });

  test("punctuation and widths make no difference, figures do", () => {
    const states = (clause: string) =>
      readDocument({ text: scheme([clause]) }, { known: { source: rubric } }).clauses.map(
        ({ matches }) => matches[0]?.pattern,
      );
    expect(states("出差错一次，扣１分")).toEqual(["known"]);
    expect(states("出差错一次扣2分")).not.toEqual(["known"]);
  });
});
