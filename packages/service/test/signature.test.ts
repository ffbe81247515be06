import { expect, it } from "vitest";
import type { Lang } from "@yardstick/language";
import { signature } from "@yardstick/service";
import { inEnglishItem, inItem, type AtCursor } from "./cursor.js";

const of = ({ analysis, offset }: AtCursor, lang: Lang = "zh") => signature(analysis, offset, lang);

it("shows the signature and the active argument of a call while it is written", () => {
  expect(of(inItem("每 较大(|"))).toMatchObject({ argument: 0, form: expect.stringContaining("较大") as string });
  expect(of(inItem("每 较大(迟报次数, |1) 扣 0.1 分"))).toMatchObject({ argument: 1 });
  expect(of(inEnglishItem("per max(late, |"), "en")).toMatchObject({
    argument: 1,
    form: expect.stringContaining("max") as string,
  });
});

it("gives the range of each argument in the signature", () => {
  const found = of(inItem("每 舍入(|"))!;
  expect(found.parameters.map(([start, end]) => found.form.slice(start, end))).toEqual(
    found.form.slice(found.form.indexOf("(") + 1, -1).split(/,\s*/),
  );
});

it("is that of the innermost function", () => {
  expect(of(inItem("每 较大(求和(|台账.数量), 1) 扣 0.1 分"))?.form).toContain("求和");
  expect(of(inItem("每 较大(求和(台账.数量), |1) 扣 0.1 分"))?.form).toContain("较大");
});

it.each(["每 较大(迟报次数, 1)| 扣 0.1 分", "每 (迟报次数 + |1) 扣 0.1 分", "每 |", "每 迟报次数(|"])(
  "is none at %j",
  (line) => {
    expect(of(inItem(line))).toBeNull();
  },
);
