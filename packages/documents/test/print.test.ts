// Rubrics to documents: every example and every rubric of the corpus, in both languages and all forms.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { format, itemWordOf, parse, severityOf, type Lang, type ast } from "@yardstick/language";
import { zipEntries } from "@yardstick/tables/office";
import { describe, expect, test } from "vitest";
import { someOf } from "../../../test/properties.js";
import { NotPrintable, printDocument, readDocument, type Block } from "../src/index.js";

const root = join(import.meta.dirname, "../../..");
const langs = ["zh", "en"] as const;

function rubricsUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rubric"))
    .map((file) => join(folder, file))
    .toSorted();
}

const hasErrors = (source: string): boolean => parse(source).findings.some((found) => severityOf(found) === "error");
const sourceOf = (file: string): string => readFileSync(join(root, file), "utf8");
const examples = rubricsUnder("examples");
const printable = [...examples, ...rubricsUnder("test/corpus")].filter((file) => !hasErrors(sourceOf(file)));

type Part = ast.Section | ast.Item | ast.Data;
const inside = (part: Part): readonly ast.Item[] => {
  if (part.kind === "data") return [];
  if (part.kind === "item") return [part];
  return [...part.parts, ...(part.variants?.cases.flatMap(({ parts }) => parts) ?? [])].flatMap(inside);
};
const itemsOf = (rubric: ast.Rubric): readonly ast.Item[] =>
  rubric.declarations.flatMap((each) => (each.kind === "section" || each.kind === "item" ? inside(each) : []));

const bare = (text: string): string => text.replaceAll(/\s+/gu, "");
const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap((row) => row.flatMap(({ lines }) => lines)) : [block.text],
  );
/** Name without the mark that printing adds to bonuses and penalties. */
const plainName = (name: string): string => name.replace(/\s*[（(](?:加分项|扣分项|bonus|penalty)[）)]$/u, "");

/** Texts of a rubric that its document lacks: declarations, and rules that are neither verbatim nor a sentence read as the rule. */
function missing(source: string, lang: Lang): { readonly absent: readonly string[]; readonly sentences: number } {
  const own = format(source, { keywords: lang });
  const blocks = printDocument({ source }, { format: "blocks", lang });
  const printed = bare(linesOf(blocks).join("\n"));
  const { rubric } = parse(own);
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
  const absent: string[] = [];
  let sentences = 0;
  for (const item of itemsOf(rubric)) {
    const cells = rows
      .filter((row) => row.some(({ lines }) => lines.length === 1 && plainName(lines[0] ?? "") === item.name.text))
      .flatMap((row) => row.flatMap(({ lines }) => lines));
    for (const line of item.lines) {
      const text = own.slice(...line.span);
      if (printed.includes(bare(text))) continue;
      const basis = line.kind === "line" ? line.suffixes.find(({ kind }) => kind === "basis") : undefined;
      const rule = bare(own.slice(line.span[0], basis?.span[0] ?? line.span[1]));
      const isRead = cells.some((cell) => {
        const sentence = cell.replace(/^（\d+）|^\(\d+\) /u, "");
        if (/^(?:规则|Rule|依据|Basis|注|Note)[：:]/u.test(sentence)) return false;
        const points = item.points?.digits ?? item.upTo?.digits ?? "99";
        const kind = item.form === "item" ? null : itemWordOf(item.form).name[lang];
        const mark = kind === null ? "" : lang === "zh" ? kind : ` (${kind})`;
        const head =
          lang === "zh"
            ? `细则\n\n一、甲项${mark}（${points}分）\n1.`
            : `Rubric\n\nA. First part${mark} (${points} points)\n1. `;
        const reading = readDocument({ text: `${head}${sentence}\n` }, { lang });
        // Whether an added point may exceed a full item depends on the item, not on the sentence.
        const settled = reading.open.reduce(
          (each, { id, code }) => (code === "over-full" ? each.answer(id, 1) : each),
          reading,
        );
        return bare(settled.draft({ keywords: lang }).text).includes(rule);
      });
      if (isRead) sentences += 1;
      else absent.push(text);
    }
  }
  for (const each of rubric.declarations) {
    if (["title", "total", "edition", "data", "section", "item", "test"].includes(each.kind)) continue;
    const text = own.slice(...each.span);
    if (!printed.includes(bare(text))) absent.push(text);
  }
  return { absent, sentences };
}

describe("every rubric", () => {
  test.each(langs)("has all its rules in its document (%s)", (lang) => {
    let sentences = 0;
    for (const file of printable) {
      const found = missing(sourceOf(file), lang);
      expect({ file, absent: found.absent }).toEqual({ file, absent: [] });
      sentences += found.sentences;
    }
    expect(sentences).toBeGreaterThan(lang === "zh" ? 60 : 8);
  });

  test.each(someOf(langs, 1))("prints in all formats and forms, the same bytes each time (%s)", (lang) => {
    for (const file of printable) {
      const source = sourceOf(file);
      const docx = printDocument({ source }, { format: "docx", lang });
      const html = printDocument({ source }, { format: "html", lang, layout: "paragraphs" });
      expect([...zipEntries(docx).keys()]).toContain("word/document.xml");
      expect(html).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/u);
      // Examples have all constructs; reading every rubric of the corpus back takes a minute.
      if (!examples.includes(file)) continue;
      expect(printDocument({ source }, { format: "docx", lang })).toEqual(docx);
      const [first, second] = [docx, { html: printDocument({ source }, { format: "html", lang }) }].map((each) =>
        readDocument(each),
      );
      expect(first?.failures).toEqual([]);
      expect(
        linesOf(second?.blocks ?? [])
          .map(bare)
          .filter(Boolean),
      ).toEqual(
        linesOf(first?.blocks ?? [])
          .map(bare)
          .filter(Boolean),
      );
    }
  });
});

const forms = examples.flatMap((file) => (["table", "paragraphs"] as const).map((layout) => [file, layout] as const));

test.each(forms)("the DOCX of %s in the form %s has its title, total, items and points", (file, layout) => {
  const source = sourceOf(file);
  const { rubric } = parse(source);
  const reading = readDocument(printDocument({ source }, { format: "docx", layout }));
  expect(reading.failures).toEqual([]);
  const declared = (kind: string) => rubric.declarations.find((each) => each.kind === kind);
  const [title, total] = [declared("title"), declared("total")];
  if (title?.kind === "title") expect(reading.outline.title).toBe(title.text.value);
  if (total?.kind === "total") expect(reading.outline.total).toBe(total.points.digits);
  const read = reading.outline.sections.flatMap(({ items }) =>
    items.filter(({ isImplied }) => !isImplied).map(({ name, points, role }) => [plainName(name), points, role]),
  );
  const written = itemsOf(rubric).map((item) => [
    item.name.text,
    (item.form === "item" ? item.points : item.upTo)?.digits ?? null,
    item.form,
  ]);
  // The reader takes every item of a section with 否决 in its name for a veto.
  for (const [name, points, form] of written)
    expect(read.map((each) => each.join())).toSatisfy((all: readonly string[]) =>
      [form, "veto"].some((role) => all.includes([name, points, role].join())),
    );
});

const hostile = `考核 "<script>alert(1)</script> & \\"甲\\""
数据 村 {
  名称: 文本 主键
  「a<b>&'c」: 计数 次 考核部门 "<img src=x onerror=alert(1)>"
}
/// </style><script>alert(2)</script>
条目 「<b>甲</b>」 10 分 考核部门 "\\"><svg>" {
  每 「a<b>&'c」 扣 1 分 依据 "]]> <!-- &amp;"
}
`;

test("names and texts never become markup", () => {
  expect(hasErrors(hostile)).toBe(false);
  for (const lang of langs) {
    const html = printDocument({ source: hostile }, { format: "html", lang });
    expect(html).not.toMatch(/<(?:script|img|svg|b)\b/u);
    expect(html).toContain("&lt;script&gt;");
    const reading = readDocument(printDocument({ source: hostile }, { format: "docx", lang }));
    expect(reading.failures).toEqual([]);
    expect(linesOf(reading.blocks).join("\n")).toContain("]]> <!-- &amp;");
  }
});

test("what XML cannot hold becomes a replacement character", () => {
  const source = `考核 "甲\u0001\ud800乙😀"\n条目 丙 1 分 {\n  待定 "丁"\n}\n`;
  const html = printDocument({ source }, { format: "html" });
  expect(html).toContain("<h1>甲\ufffd\ufffd乙😀</h1>");
  expect(readDocument(printDocument({ source }, { format: "docx" })).failures).toEqual([]);
});

test("merged cells: a category over its items, points and assessor beside each", () => {
  const source =
    '考核 "甲"\n大类 党建 10 分 考核部门 "组织办" {\n  大类 组织 6 分 {\n    条目 会议 4 分 {\n      若 数据失实 扣 1 分\n    }\n    条目 学习 2 分 考核部门 "宣传办" {\n      若 班子不团结 扣 1 分\n    }\n  }\n  条目 纪律 4 分 {\n    若 弄虚作假 扣 满分\n  }\n}\n数据 村 {\n  名称: 文本 主键\n  数据失实: 是否\n  班子不团结: 是否\n  弄虚作假: 是否\n}\n';
  const table = printDocument({ source }, { format: "blocks" }).find((block) => block.kind === "table");
  expect(
    table?.rows.map((row) => row.map(({ lines, rows }) => `${lines.join("/")}${rows > 1 ? `×${String(rows)}` : ""}`)),
  ).toEqual([
    ["类别", "指标", "分值", "评分标准", "考核部门"],
    ["组织（6分）×2", "会议", "4", "数据失实的，扣1分。", "组织办"],
    ["学习", "2", "班子不团结的，扣1分。", "宣传办"],
    ["党建", "纪律", "4", "弄虚作假的，不得分。", "组织办"],
  ]);
});

test("the archive has the parts that word processors ask for, on A4 with page numbers", () => {
  const source = sourceOf("examples/community-2008/community-2008.rubric");
  const docx = printDocument({ source }, { format: "docx" });
  expect([...zipEntries(docx).keys()].toSorted()).toEqual(
    [
      "[content_types].xml",
      "_rels/.rels",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/footer1.xml",
      "word/styles.xml",
    ].toSorted(),
  );
  const html = printDocument({ source }, { format: "html" });
  expect(html).toContain("size: A4");
  expect(html).toContain("仿宋");
  expect(printDocument({ source }, { format: "html", style: "plain" })).not.toContain('"仿宋"');
});

test("a text with syntax errors is refused", () => {
  expect(() => printDocument({ source: "条目 {" }, { format: "html" })).toThrow(NotPrintable);
});
