import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../src/sheet/sentence.js";

const cut = (text: string) => sentenceOf(text, [0, text.length]);

describe("a clause cut from the source", () => {
  test("is written on one line", () => {
    expect(cut("每 欠薪投诉未结\n      介于 0 .. 3\t扣 0.1 分")).toBe("每 欠薪投诉未结 介于 0 .. 3 扣 0.1 分");
  });
  test("keeps the bands of a table apart", () => {
    expect(cut("得 按 建档率 {\n  < 70%: 0 // 不得分\n  70% .. 85%: 50%\n\n  其余: 满分\n}")).toBe(
      "得 按 建档率 { < 70%: 0；70% .. 85%: 50%；其余: 满分 }",
    );
    expect(cut("by rate {\n  < 70%: 0,\n  else: 1 }")).toBe("by rate { < 70%: 0, else: 1 }");
    expect(cut("by rate {\n  < 70%: 0\n  else: 1 }")).toBe("by rate { < 70%: 0; else: 1 }");
  });
  test("loses its comments", () => {
    expect(cut("每 迟报 // 本例选定\n 扣 /* 每次 */ 0.1 分")).toBe("每 迟报 扣 0.1 分");
  });
  test("keeps what looks like a comment inside quotes", () => {
    expect(cut('事项 = "http://a // b"')).toBe('事项 = "http://a // b"');
    expect(cut("事项 = “/* 甲 */”")).toBe("事项 = “/* 甲 */”");
  });
  test("keeps a division", () => {
    expect(cut("招商完成 / 招商任务")).toBe("招商完成 / 招商任务");
  });
});
