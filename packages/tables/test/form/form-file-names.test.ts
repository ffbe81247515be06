import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formFileNames } from "../../src/form/form-file-names.js";

describe("the file names of forms", () => {
  it("are the departments' names", () => {
    expect([...formFileNames(["组织办", "经发/招商", "..", "a."]).values()]).toEqual([
      "组织办.xlsx",
      "经发_招商.xlsx",
      "_.xlsx",
      "a.xlsx",
    ]);
  });

  it("are numbered where a file system takes them for one", () => {
    expect([...formFileNames(["甲/乙", "甲_乙", "Office", "office", "office 2"]).values()]).toEqual([
      "甲_乙.xlsx",
      "甲_乙 2.xlsx",
      "Office.xlsx",
      "office 2.xlsx",
      "office 2 2.xlsx",
    ]);
  });

  it("are none that Windows keeps for devices, in any spelling", () => {
    expect([...formFileNames(["CON", "nul", "com1.a", "LPT² ", "console", "com10"]).values()]).toEqual([
      "_CON.xlsx",
      "_nul.xlsx",
      "_com1.a.xlsx",
      "_LPT².xlsx",
      "console.xlsx",
      "com10.xlsx",
    ]);
  });

  it("are cut where file systems take no longer ones, and numbered where one beginning is left", () => {
    const long = "长".repeat(100);
    expect([...formFileNames([`${long}一`, `${long}二`, "🀄".repeat(60)]).values()]).toEqual([
      `${"长".repeat(65)}….xlsx`,
      `${"长".repeat(65)}… 2.xlsx`,
      `${"🀄".repeat(49)}….xlsx`,
    ]);
  });

  it("are as many as the departments, whatever these are called", () => {
    const name = fc.string({
      unit: fc.constantFrom("甲", "a", "A", "/", "_", ".", " ", "2", "\u0001", "é", "e\u0301", "nul", "长".repeat(66)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(name), (assessors) => {
        const files = [...formFileNames(assessors).values()].map((file) => file.normalize("NFC").toLowerCase());
        expect(new Set(files).size).toBe(assessors.length);
        for (const file of files) {
          expect(file).not.toMatch(/[\p{Cc}/]|^nul\./u);
          expect(Buffer.byteLength(file)).toBeLessThan(256);
        }
      }),
    );
  });
});
