// Reading a printed document gives the rubric again: drawn rubrics of the printable kind, the examples, the rubrics of the corpus,
// in both languages, both forms, as DOCX and HTML.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, severityOf, type Lang } from "@yardstick/language";
import { printDocument, readDocument } from "@yardstick/documents";
import { printableRubric } from "./printable-rubric.js";
import { declarations, forms, hasErrors, printedProblem, readBack as readPrinted } from "./printed-back.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is read back; a document that is not taken for a printed one fails. */
function readBack(source: string, lang: Lang, form: (typeof forms)[number]): string {
  const back = readPrinted(source, lang, form);
  if (back === null) throw new Error("not taken for a printed document");
  return back;
}

describe("drawn rubrics of the printable kind", () => {
  test("are read back as they were", () => {
    // `npm run long -- printing` tries more, by seeds from 1000 on.
    const problems = Array.from({ length: 30 }, (_, seed) => printedProblem(seed));
    expect(problems.filter((problem) => problem !== null && problem !== "has errors")).toEqual([]);
    expect(problems.filter((problem) => problem === null).length).toBeGreaterThan(15);
  });

  test("most of what is drawn has no errors", () => {
    const drawn = fc.sample(printableRubric, { numRuns: 20, seed: 2008 });
    expect(drawn.filter((source) => !hasErrors(source)).length).toBeGreaterThan(10);
    expect(drawn.filter((source) => parse(source).findings.some((found) => severityOf(found) === "error"))).toEqual([]);
  });

  test("in the other language's keywords, too", () => {
    const drawn = fc.sample(printableRubric, { numRuns: 6, seed: 7 }).filter((source) => !hasErrors(source));
    for (const source of drawn) {
      const reading = readDocument(printDocument({ source }, { format: "docx", lang: "zh" }));
      expect(declarations(reading.draft({ keywords: "en" }).text, "en")).toEqual(declarations(source, "en"));
    }
  });
});

describe("rubrics that stand", () => {
  const files = ["examples", "test/documents/corpus"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".rubric"))
      .map((file) => `${folder}/${file}`)
      .toSorted(),
  );
  /** Sections whose parts depend on a level are not of the printable kind. */
  const isPrintable = (source: string): boolean =>
    !parse(source).rubric.declarations.some((each) => each.kind === "section" && each.variants !== null) &&
    !/^\s*大类 .* 按 /mu.test(source);
  /** One data block, and assessors on each item that takes them over from its section, as documents print them. */
  const normal = (source: string, lang: Lang): readonly string[] => {
    const all = declarations(source, lang).filter((text) => !/^(?:数据|data)/u.test(text));
    return all.map((text) =>
      text
        .replaceAll(/(?:数据|data)[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}/gu, "")
        .replaceAll(/(?:考核部门|assessor)"[^"]*"/gu, "")
        .replaceAll(/\n?\/\/\/[^\n]*/gu, ""),
    );
  };

  test.each(files)("%s is read back", (file) => {
    const source = readFileSync(join(root, file), "utf8");
    if (hasErrors(source) || !isPrintable(source)) return;
    for (const [lang, form] of [
      ["zh", forms[0]],
      ["en", forms[3]],
    ] as const) {
      const back = readBack(source, lang, form);
      expect(hasErrors(back)).toBe(false);
      expect(normal(back, lang)).toEqual(normal(source, lang));
    }
  });
});

describe("a printed document that has been changed", () => {
  const source = `考核 "甲"\n满分 10 分\n数据 村 {\n  名称: 文本 主键\n  迟报次数: 计数 次\n  合格率: 百分数\n}\n条目 乙 10 分 {\n  每 迟报次数 扣 1 分\n  若 合格率 < 90% 且 迟报次数 > 3 扣 满分\n}\n`;
  const html = printDocument({ source }, { format: "html" });
  const draftOf = (changed: string): string => readDocument({ html: changed }).draft().text;

  test("a sentence that is changed changes its rule", () => {
    expect(draftOf(html.replace("每次扣1分", "每次扣2分"))).toContain("每 迟报次数 扣 2 分");
  });

  test("own text that no longer fits is an open clause, and the draft is accepted", () => {
    for (const changed of ["合格率x &lt; 90%", "合格率 &lt; 90% }", "合格率 &lt; 90次"]) {
      const reading = readDocument({ html: html.replace("合格率 &lt; 90%", changed) });
      const { text, diagnostics } = reading.draft();
      expect(text).toContain("待定");
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  test("a field that is taken from the data is declared again by the sentence that needs it", () => {
    const text = draftOf(
      html
        .replace(/<tr><td>[^<]*<p[^>]*>迟报次数[\s\S]*?<\/tr>/u, "")
        .replace(/<tr>(?:(?!<\/tr>)[\s\S])*?迟报次数(?:(?!<\/tr>)[\s\S])*?计数(?:(?!<\/tr>)[\s\S])*?<\/tr>/u, ""),
    );
    expect(text).toContain("迟报次数: 计数 次");
  });
});
