// The table of clauses and rules: every clause with what became of it, as blocks, DOCX and XLSX, in both languages.

import { sheetTexts } from "@yardstick/tables/office";
import { describe, expect, test } from "vitest";
import { clauseRows, printClauseTable, readDocument } from "../src/index.js";

const text =
  "轮转考核细则\n\n一、工作责任（10分）\n1.出差错一次扣1分。\n2.受表扬的，每次加1分。\n3.其他由考核办另行研究扣分。\n4.查阅资料。\n二、协作（5分）\n1.配合不力的，酌情扣0.5－2分。\n";
const reading = readDocument({ text });

describe.each(["zh", "en"] as const)("in %s", (lang) => {
  const rows = clauseRows(reading, lang);

  test("each clause has its state, its rules and its place", () => {
    expect(rows.map(({ state }) => state)).toEqual(["read", "asks", "not-read", "not-a-rule", "judged"]);
    expect(rows.map(({ clause }) => clause)).toEqual(reading.clauses.map((clause) => clause.text));
    expect(rows[0]?.rules).toEqual(
      ["每 出差错 扣 1 分"].map((rule) => (lang === "zh" ? rule : "per 出差错 deduct 1 point")),
    );
    expect(rows.slice(1, 4).flatMap(({ rules }) => rules)).toEqual([]);
    expect(rows.map(({ basis }) => basis.at(-1))).toEqual(
      [3, 4, 5, 6, 8].map((at) =>
        lang === "zh" ? `原文第 ${String(at)} 段` : `paragraph ${String(at)} of the document`,
      ),
    );
  });

  test("what is open, confirmed or not read is said", () => {
    expect(rows[1]?.basis[0]).toMatch(lang === "zh" ? /^待确认：/u : /^Open: /u);
    expect(rows[2]?.basis.join()).toContain("另行研究");
    const answered = clauseRows(reading.answer("2:over-full", 0), lang)[1];
    expect(answered?.basis[0]).toMatch(lang === "zh" ? /^确认：.*另计/u : /^Confirmed: .*beside it/u);
    expect(answered?.rules.length).toBe(1);
  });

  test("blocks, DOCX and XLSX say the same", async () => {
    const blocks = printClauseTable(reading, { format: "blocks", lang });
    const lines = blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.flatMap((row) => row.flatMap((cell) => cell.lines)) : [block.text],
    );
    const docx = readDocument(printClauseTable(reading, { format: "docx", lang }));
    const inDocx = docx.blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.flatMap((row) => row.flatMap((cell) => cell.lines)) : [block.text],
    );
    const bare = (all: readonly string[]) =>
      all.map((line) => line.replaceAll(/\s/gu, "")).filter((line) => line !== "");
    expect(bare(inDocx)).toEqual(bare(lines));
    const sheets = sheetTexts(await printClauseTable(reading, { format: "xlsx", lang }));
    const inXlsx = "sheets" in sheets ? sheets.sheets.flatMap((sheet) => sheet.rows.flat()) : [];
    for (const line of bare(lines)) expect(inXlsx.join("\n").replaceAll(/\s/gu, "")).toContain(line);
    expect(lines.join("\n")).toContain(lang === "zh" ? "核对人（签字）" : "Checked by");
    expect(printClauseTable(reading, { format: "docx", lang })).toEqual(
      printClauseTable(reading, { format: "docx", lang }),
    );
  });
});

test("a table names the table and the row of the document, and merges the item over its clauses", () => {
  const html =
    "<table><tr><th>指标</th><th>分值</th><th>评分标准</th></tr><tr><td>纪律</td><td>10</td><td>迟到一次扣1分。早退一次扣1分。</td></tr></table>";
  const own = readDocument({ html });
  expect(clauseRows(own, "zh").map(({ basis }) => basis)).toEqual([["原文第 1 张表第 2 行"], ["原文第 1 张表第 2 行"]]);
  const table = printClauseTable(own, { format: "blocks" }).find((block) => block.kind === "table");
  expect(table?.rows.map((row) => row.length)).toEqual([6, 6, 5]);
  expect(table?.rows[1]?.[1]).toMatchObject({ lines: ["纪律（10分）"], rows: 2 });
});
