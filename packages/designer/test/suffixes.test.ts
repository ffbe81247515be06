import { type ast, type Lang, parse, suffixes } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { addSuffix, removeSuffix, suffixesFor } from "../src/edit/suffixes.js";
import type { SuffixOffer } from "../src/edit/templates.js";
import { designerMessages } from "../src/messages/messages.js";

const rubrics: Readonly<Record<Lang, string>> = {
  zh: `数据 单位 {
  名称: 文本 主键
  台账: 明细 { 时间: 日期, 属实: 是否 }
}
条目 纪律 10 分 {
  逐条 台账 扣 0.1 分
}
`,
  en: `data unit {
  name: text key
  ledger: list { time: date, true: flag }
}
item discipline 10 points {
  each ledger deduct 0.1 points
}
`,
};

const lineOf = (text: string): ast.Line => {
  const { rubric } = parse(text);
  const item = rubric.declarations.find((each) => each.kind === "item");
  const line = item?.kind === "item" ? item.lines[0] : undefined;
  if (line?.kind !== "line") throw new Error("no line");
  return line;
};

const applied = (text: string, edits: ReturnType<typeof addSuffix>): string =>
  (edits ?? []).reduceRight((all, { span, text: put }) => all.slice(0, span[0]) + put + all.slice(span[1]), text);

const offersFor = (text: string): readonly SuffixOffer[] =>
  suffixesFor(lineOf(text)).filter((each): each is SuffixOffer => typeof each !== "string");

describe.each(["zh", "en"] as const)("the suffixes in the menu of a rule (%s)", (lang) => {
  const text = rubrics[lang];

  test("are those of the vocabulary, each with its own label", () => {
    expect(new Set(offersFor(text).map(({ suffix }) => suffix.kind))).toEqual(
      new Set(suffixes.map(({ kind }) => kind)),
    );
    const labels = offersFor(text).map((offer) => designerMessages[lang].suffix(offer));
    expect(new Set(labels).size).toBe(labels.length);
  });

  test.each(offersFor(text).map((offer) => [designerMessages[lang].suffix(offer), offer] as const))(
    "%s: written, read as that suffix, no longer offered, and removed again",
    (_label, offer) => {
      const added = applied(text, addSuffix(parse(text), lineOf(text), offer));
      const line = lineOf(added);
      expect(line.suffixes.map(({ kind }) => kind)).toEqual([offer.suffix.kind]);
      expect(offersFor(added).map(({ suffix }) => suffix.kind)).not.toContain(offer.suffix.kind);
      expect(applied(added, removeSuffix(parse(added), line, offer.suffix.kind))).toBe(text);
      expect(designerMessages[lang].removeSuffix(offer.suffix.kind)).toContain(offer.suffix.name[lang]);
    },
  );
});
