// A weighted section is published on its own scale. Each output that shows the score says the scale, so that columns that do
// not add up are not taken to.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_TABLE_LIMITS } from "../../tables/src/limits.js";
import { openWorkbook } from "../../tables/src/xlsx/workbook.js";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `rubric "weights"
total 100 points
data subject { name: text key, late: count times }
section building weight 30% {
  item meetings 40 points { per late deduct 5 points }
  item papers 60 points { per late deduct 10 points }
}
section services weight 70% { item a weight 1/4 { per late deduct 1 point } item b weight 3/4 { per late deduct 1 point } }
ranking overall by score
`.replace("} item b", "}\n  item b");

async function outputs(lang: "zh" | "en") {
  const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": "name,late\nA,2\n" });
  const score = async (...options: readonly string[]) =>
    (await yardstick(["score", "a.rubric", ...options, "--lang", lang], { cwd })).out;
  await score("--format", "xlsx", "--out", "r.xlsx");
  const opened = openWorkbook(readFileSync(join(cwd, "r.xlsx")), DEFAULT_TABLE_LIMITS);
  if (!("table" in opened)) throw new Error("the workbook does not open");
  const book = JSON.stringify(
    opened.table.sheets.map((sheet) => {
      const grid = sheet.read();
      return "table" in grid ? grid.table.rows.map(({ cells }) => cells) : [];
    }),
  );
  const explained = (await yardstick(["explain", "a.rubric", "A", "--lang", lang], { cwd })).out;
  return {
    table: await score(),
    notice: await score("--format", "html"),
    json: await score("--format", "json"),
    book,
    explained,
  };
}

describe("a weighted section", () => {
  test.each([
    ["en", "100 points × 30%", "counts 21.00 of 30.00"],
    ["zh", "100 分 × 30%", "计入 21.00（满分 30.00）"],
  ] as const)("has its scale beside its score in every output (%s)", async (lang, scale, counted) => {
    const { table, notice, json, book, explained } = await outputs(lang);
    expect(table).toContain(scale);
    expect(notice).toContain(scale);
    expect(book).toContain(scale);
    expect(book).toContain(counted);
    expect(explained).toMatch(/building {2}70\.00 \/ 100\.00 → 21\.00/u);
    expect(JSON.parse(json).subjects[0].parts).toMatchObject({ building: "70.00", services: "66.00" });
    // The scale of the other one is its share of the total, so there is nothing to say.
    expect(table).not.toContain("× 70%");
  });
});
