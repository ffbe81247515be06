import { describe, expect, test } from "vitest";
import { readText } from "../../src/cell/text.js";
import { percentageMix } from "../../src/percent-mix.js";

const bare = (...figures: readonly number[]) =>
  percentageMix(figures.map((percent, row) => ({ row, shown: String(percent), percent, sign: "bare" as const })));

describe("columns of percentages under a header with (%)", () => {
  test("shares throughout are in doubt", () => {
    expect(bare(0.95, 0.96, 0.88)?.small).toHaveLength(3);
    expect(bare(0.95, 1, 0, 0.4)?.small).toHaveLength(3);
  });

  test("small percentages are ordinary", () => {
    expect(bare(0.3, 0.5, 0.8)).toBeNull();
    expect(bare(0.95)).toBeNull();
    expect(bare(0, 0)).toBeNull();
    expect(bare(95, 96, 88)).toBeNull();
  });

  test("a figure a hundred times as great as the others is in doubt", () => {
    expect(bare(9500, 96, 88)?.large.map(({ percent }) => percent)).toEqual([9500]);
  });
});

describe("signs that repeat the cell above", () => {
  test.each(["〃", "″", "同上", " 同上 ", "ditto", "々"])("%s is no text", (written) => {
    expect(readText(written)).toEqual({ reason: "unreadable", expected: [] });
  });

  test.each(["同上村", "上同", "奈々", "Ditton"])("%s is one", (written) => {
    expect(readText(written)).toEqual({ cell: written });
  });
});
