import { describe, expect, it } from "vitest";
import { analyse, render } from "@yardstick/language";
import { checks } from "../../src/diagnostics/catalogue/checks.js";
import { advice } from "./cases/advice.js";
import { kinds } from "./cases/kinds.js";
import { lines } from "./cases/lines.js";
import { names } from "./cases/names.js";
import { numbers } from "./cases/numbers.js";
import { points } from "./cases/points.js";
import { results } from "./cases/results.js";
import { afterFix, type Case, expected, found, messages, unmarked } from "./marked.js";

const families: Readonly<Record<string, readonly Case[]>> = { names, kinds, numbers, lines, points, results, advice };
const all = Object.values(families).flat();

describe.each(Object.entries(families))("what is found in %s", (_family, cases) => {
  it.each(cases)("$says", (one) => {
    expect(found(one)).toEqual(expected(one));
  });
});

describe("every diagnostic", () => {
  it("has a case that shows it", () => {
    const shown = new Set(all.flatMap((one) => one.codes));
    // It takes a second rubric, and is shown with it.
    const shownElsewhere = ["series-function", "periods-of-two"];
    expect(Object.keys(checks).filter((code) => !shown.has(code) && !shownElsewhere.includes(code))).toEqual([]);
  });

  it.each(all.filter((one) => one.codes.length > 0))("speaks both languages: $says", (one) => {
    for (const diagnostic of analyse(unmarked(one.text)).findings) {
      const [zh, en] = [render(diagnostic, "zh"), render(diagnostic, "en")];
      expect(zh.message).toMatch(/[。？]$/);
      expect(en.message).toMatch(/[.?]$/);
      expect(zh.help).toMatch(/\S/);
      expect(en.help).toMatch(/\S/);
      expect(`${zh.message}${zh.help}${en.message}${en.help}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it.each(all.filter((one) => one.codes.length > 0))("is gone once its fix is applied: $says", (one) => {
    const text = unmarked(one.text);
    const before = analyse(text);
    for (const diagnostic of before.findings) {
      const message = `${diagnostic.code}: ${render(diagnostic, "zh").message}`;
      for (const fix of diagnostic.fixes)
        expect(messages(afterFix(text, fix)).filter((other) => other === message)).toEqual([]);
    }
  });

  it("has fixes that end lines as the text does", () => {
    const breaks = (text: string) => text.replace(/\r?\n/gu, "\r\n");
    const texts = [
      ...all.map((one) => unmarked(one.text)),
      "条目 甲 1 分 { 扣 1 分 } 条目 乙 1 分 { 扣 1 分 扣 1 分 }\n",
    ];
    let fixes = 0;
    for (const text of texts.map((each) => breaks(`${each}\n`))) {
      const before = analyse(text);
      for (const fix of before.findings.flatMap((diagnostic) => diagnostic.fixes)) {
        for (const { text: put } of fix.edits) expect(put).toBe(breaks(put));
        fixes += 1;
      }
    }
    expect(fixes).toBeGreaterThan(80);
  });

  it.each(all)("of a rubric with errors leaves no program, one without leaves one: $says", (one) => {
    const { findings, program } = analyse(unmarked(one.text));
    const hasErrors = findings.some((diagnostic) => render(diagnostic, "en").severity === "error");
    expect(program === null).toBe(hasErrors);
  });
});
