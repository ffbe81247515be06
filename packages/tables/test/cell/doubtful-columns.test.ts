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

  test("shares among percentages are in doubt where a hundred times the share fits among them", () => {
    expect(bare(95, 0.95, 88, 1)?.small.map(({ percent }) => percent)).toEqual([0.95, 1]);
    expect(bare(60, 0.6, 110)?.small).toHaveLength(1);
  });

  test("a small percentage beside others that are not clearly greater is ordinary", () => {
    for (const least of [1.5, 3, 8.9]) expect(bare(0.9, least, 60, 95)).toBeNull();
    for (const least of [9, 30, 80])
      expect(bare(0.9, least, 60, 95)?.small.map(({ percent }) => percent)).toEqual([0.9]);
  });

  test("growth rates of any size are ordinary", () => {
    expect(bare(12, -3, 0.5, 8)).toBeNull();
    expect(bare(12, -3, 0.12, 8)).toBeNull();
    expect(bare(12, 0.5, 8)).toBeNull();
    expect(bare(3.2, 0.8, 5.1, 12.4)).toBeNull();
    expect(bare(95, 0.02, 88)).toBeNull();
  });

  test("of a thousand growth columns few are reported", () => {
    let state = 7;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    let found = 0;
    for (let column = 0; column < 1000; column++) {
      const figures = Array.from({ length: 5 + (column % 20) }, () => Math.round((random() * 30 - 8) * 10) / 10);
      if (bare(...figures) !== null) found++;
    }
    expect(found).toBeLessThanOrEqual(5);
  });

  test("a number a hundred times as great as the others is in doubt", () => {
    expect(bare(9500, 96, 88)?.large.map(({ percent }) => percent)).toEqual([9500]);
  });
});

describe("ditto marks", () => {
  test.each(["〃", "″", "同上", " 同上 ", "ditto", "々"])("%s is a ditto mark", (written) => {
    expect(readText(written)).toEqual({ reason: "unreadable", expected: [] });
  });

  test.each(["同上村", "上同", "奈々", "Ditton"])("%s is a text", (written) => {
    expect(readText(written)).toEqual({ cell: written });
  });
});
