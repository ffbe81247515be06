import { describe, expect, it } from "vitest";
import { analyse, applyEdits } from "@yardstick/language";
import { diagnostics, quickFixes } from "@yardstick/service";
import { inEnglishItem, inItem } from "./cursor.js";

describe("diagnostics", () => {
  it("are in the requested language, in the order of the text", () => {
    const { analysis } = inItem("每 迟报 扣 0.1 分\n若 班子不团 扣 0.2 分|");
    const [zh, en] = [diagnostics(analysis, "zh"), diagnostics(analysis, "en")];
    expect(zh.map(({ code }) => code)).toEqual(en.map(({ code }) => code));
    expect(zh.map(({ code }) => code)).toEqual(expect.arrayContaining(["unknown-name", "unknown-name"]));
    expect(zh.map(({ span }) => span[0])).toEqual(zh.map(({ span }) => span[0]).sort((a, b) => a - b));
    for (const [at, { message }] of zh.entries()) expect(message).not.toBe(en[at]?.message);
  });
});

describe("quick fixes", () => {
  it("correct the error at the cursor, and no other", () => {
    const { analysis, source } = inItem("若班子不团结扣 0.2 分|");
    const place = source.indexOf("若班子");
    expect(quickFixes(analysis, [place, place], "zh")).toMatchObject([
      { title: "改为 若 班子不团结 扣", code: "joined-words" },
    ]);
    expect(quickFixes(analysis, [0, 0], "zh")).toEqual([]);
  });

  it.each([
    ["若班子不团结扣 0.2 分", "若班子", inItem],
    ["每 迟报次 扣 0.1 分", "迟报次 ", inItem],
    ["per lat deduct 0.1 points", "lat ", inEnglishItem],
  ])("of %j resolve its diagnostic", (line, sought, place) => {
    const { analysis, source } = place(`${line}|`);
    const at = source.indexOf(sought);
    const [fix] = quickFixes(analysis, [at, at + 1], "zh");
    const after = analyse(applyEdits(source, fix!.edits));
    expect(after.findings.map(({ code }) => code)).not.toContain(fix!.code);
  });

  it("are in the requested language", () => {
    const { analysis, source } = inItem("若班子不团结扣 0.2 分|");
    const at = source.indexOf("若班子");
    expect(quickFixes(analysis, [at, at], "en")[0]?.title).toMatch(/^[A-Z][a-z]+ /);
  });
});
