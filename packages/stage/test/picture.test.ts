// The pictures of the stage as laid out: everything that is compared is in them, nothing overlaps or leaves the paper, and
// what is left out is said.

import { array, assert, constantFrom, integer, option, property, record, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/properties.js";
import type { Frame, StageRow } from "../src/protocol/protocol.js";
import { wrapped, type Measure, type Picture, type Shape } from "../src/view/picture.js";
import { rankingPicture } from "../src/view/ranking-picture.js";
import { tablePicture } from "../src/view/table-picture.js";

/** A wide character is as wide as the font is high, any other half as wide. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((width, sign) => width + (sign > "\u2e7f" ? size : size * 0.55), 0);

type TextShape = Extract<Shape, { kind: "text" }>;
const texts = ({ shapes }: Picture) => shapes.filter((shape): shape is TextShape => shape.kind === "text");

/** Left and right edges, top and bottom of a text. */
function extent({ x, y, text, type, align }: TextShape) {
  const width = measure(text, type);
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - type.size / 2, bottom: y + type.size / 2 };
}

function expectTidy(picture: Picture): void {
  const all = texts(picture).filter(({ text }) => text !== "");
  const extents = all.map(extent);
  for (const [at, own] of extents.entries()) {
    expect(own.left).toBeGreaterThanOrEqual(0);
    expect(own.right).toBeLessThanOrEqual(picture.width);
    expect(own.bottom).toBeLessThanOrEqual(picture.height);
    for (const other of extents.slice(at + 1)) {
      const isApart =
        own.right <= other.left + 0.01 ||
        other.right <= own.left + 0.01 ||
        own.bottom <= other.top + 0.01 ||
        other.bottom <= own.top + 0.01;
      if (!isApart) expect([all[at]?.text, own, other]).toEqual("apart");
    }
  }
}

const names = ["甲社区", "书院街道办事处第二社区居民委员会", "Ox", "Anna-Maria van den Berg", "丙", "丁丁", "North"];
const scores = ["98.50", "-0.5", "100", "7.123456"];
const rows = uniqueArray(constantFrom(...names), { minLength: 1 }).chain((keys) =>
  record({
    keys: array(constantFrom(...keys), { minLength: keys.length, maxLength: keys.length }).map(() => keys),
    turned: integer({ min: 0, max: 6 }),
    places: array(option(integer({ min: 1, max: 300 })), { minLength: 7, maxLength: 7 }),
    grades: array(option(constantFrom("优秀", "不称职等次", "B")), { minLength: 7, maxLength: 7 }),
    scored: array(option(constantFrom(...scores)), { minLength: 7, maxLength: 7 }),
  }),
);

test("a picture of a ranking has every row on both sides, and nothing overlaps", () => {
  assert(
    property(rows, ({ keys, turned, places, grades, scored }) => {
      const made = keys.map((key, at): StageRow => {
        const grade = grades[at] ?? null;
        return {
          key,
          period: null,
          place: places[at] ?? null,
          before: places[(at + 1) % 7] ?? null,
          score: scored[at] ?? null,
          scoreBefore: scored[(at + 2) % 7] ?? null,
          grade: grade === null ? null : { name: grade, level: "middle" },
          vetoes: [],
          at,
          atBefore: (at + turned) % keys.length,
          contributions: null,
        };
      });
      const frame = { rows: made, length: made.length, ranked: 40, awaiting: 2, moved: 3 } as unknown as Frame;
      const picture = rankingPicture(
        {
          title: "社区工作目标管理考核 2008",
          baseline: "基线",
          now: "现在 民生优先",
          weights: names.map((name) => ({ name, before: "20", now: "22.5%" })),
          frame,
          followed: { key: keys[0]!, period: null },
          sentence: "甲社区由第 5 名升至第 3 名，超过丙。".repeat(8),
          notes: ["40 名中的 7 名；3 名名次有变", "待补数据 2"],
          seal: "否",
        },
        measure,
      );
      expectTidy(picture);
      const said = texts(picture).map(({ text }) => text);
      for (const key of keys) expect(said.filter((text) => text === key).length).toBeGreaterThanOrEqual(2);
      expect(said.join("")).toContain("待补数据 2");
      expect(said.join("").replaceAll(" ", "")).toContain("超过丙。甲社区");
      expect(picture.shapes.filter(({ kind }) => kind === "curve")).toHaveLength(keys.length);
    }),
    runs(0.3),
  );
});

test("a picture of a table has every cell, and nothing overlaps", () => {
  const heads = [
    { text: "名次", isFigure: true },
    { text: "得分", isFigure: true },
    { text: "奖励", isFigure: false },
  ];
  const cell = constantFrom("1", "98.5", "▲12", "", "红旗单位 3000 元 · 先进单位 1000 元");
  const row = record({ name: constantFrom(...names), cells: array(cell, { minLength: 6, maxLength: 6 }) });
  assert(
    property(
      array(row, { maxLength: 9 }),
      constantFrom("原文", "一个很长很长的方案名称，比它的几列都宽得多"),
      (all, name) => {
        const picture = tablePicture(
          {
            title: "方案对照",
            groups: [
              { name: "原文", heads },
              { name, heads },
            ],
            rows: all,
            notes: ["共 400 名，此处为第一个方案的前 300 名。".repeat(6)],
          },
          measure,
        );
        expectTidy(picture);
        const said = texts(picture).map(({ text }) => text);
        for (const { cells } of all) for (const text of cells) expect(said).toContain(text);
      },
    ),
    runs(0.3),
  );
});

test("a text is wrapped at spaces and between Chinese characters, without losing anything", () => {
  const type = { size: 10 };
  expect(wrapped("one two three four", type, 50, measure)).toEqual(["one two", "three", "four"]);
  expect(wrapped("甲社区升到第三名。", type, 50, measure)).toEqual(["甲社区升到", "第三名。"]);
  expect(wrapped("", type, 40, measure)).toEqual([]);
  expect(wrapped("extraordinarily", type, 20, measure)).toEqual(["extraordinarily"]);
});
