import { expect, test } from "vitest";
import { alignedFigures } from "../../src/document/aligned-figures.js";

test("figures of a column get room for the decimals that they lack, and whole numbers for the point", () => {
  const figure = alignedFigures(["−0.50", "12.272", "≈+1.7467", "3", null, "待定"]);
  expect(figure("≈+1.7467").markup).toBe("≈+1.7467");
  expect(figure("12.272").markup).toBe('<span class="less-1">12.272</span>');
  expect(figure("−0.50").markup).toBe('<span class="less-2">−0.50</span>');
  expect(figure("3").markup).toBe('<span class="whole less-4">3</span>');
  expect(figure(null).markup).toBe("—");
  expect(figure("待定").markup).toBe("待定");
});

test("a column of equal decimals needs no room", () => {
  const figure = alignedFigures(["1.00", "22.50", null]);
  expect(figure("1.00").markup).toBe("1.00");
});
