import { decimalOrQuotient, percentText, rational } from "@yardstick/exact";
import { describe, expect, it } from "vitest";
import { unitWords } from "@yardstick/language";
import { builtinNamed, builtins } from "../../src/library/builtins.js";
import { declaredUnit, knownUnit } from "../../src/library/units.js";

describe("units", () => {
  it.each(unitWords)("%s is known to the library, as the lexer reads it", (word) => {
    expect(knownUnit(word)).toBeDefined();
  });

  it("are the same in both languages", () => {
    const meaning = (word: string) => ({ ...knownUnit(word), name: "" });
    for (const [zh, en] of [
      ["分", "points"],
      ["元", "yuan"],
      ["天", "days"],
      ["年", "years"],
      ["次", "times"],
    ] as const) {
      expect(meaning(zh)).toEqual(meaning(en));
    }
  });

  it("that only a field declares are bases of their own", () => {
    expect(declaredUnit("亩")).toEqual({ name: "亩", scale: "1", dimension: { 亩: 1 }, percent: false });
    expect(declaredUnit("万元").scale).toBe("10000");
  });
});

describe("builtins", () => {
  it("answer to both names", () => {
    for (const [name, { zh }] of Object.entries(builtins))
      expect([builtinNamed(name), builtinNamed(zh)]).toEqual([name, name]);
  });

  it("have no two of one name", () => {
    const spellings = Object.entries(builtins).flatMap(([name, { zh }]) => [name, zh]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });
});

describe("exact numbers", () => {
  it.each([
    ["1/4", "0.25"],
    ["-1/8", "-0.125"],
    ["1/3", "1/3"],
    ["120", "120"],
    ["0", "0"],
    ["-7/20", "-0.35"],
    ["1/1024", "0.0009765625"],
  ])("%s is shown as %s", (value, shown) => {
    expect(decimalOrQuotient(rational(value))).toBe(shown);
  });

  it("are shown in percent", () => {
    expect([percentText(rational("1/4")), percentText(rational("1/3"))]).toEqual(["25%", "100/3%"]);
  });
});
