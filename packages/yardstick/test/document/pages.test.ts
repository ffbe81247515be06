import { describe, expect, test } from "vitest";
import { compile, noticePage, scoreSheets, sheetPage, sheetRows, rankedGroups } from "../../src/index.js";

const SOURCE = `考核 "社区<考核>"
版本 "2024"
满分 20 分
数据 社区 { 名称: 文本 主键, 迟报次数: 计数 次, 招商完成: 数值 万元, 招商任务: 数值 万元 1 .., 安全事故: 计数 起 }
大类 党建 10 分 { 条目 报送 10 分 考核部门 "党政办" 依据 "细则 一(1)" { 每 迟报次数 扣 0.5 分 最多 2 分 } }
大类 经济 10 分 { 条目 招商 10 分 { 得 按比例 招商完成 / 招商任务 } }
一票否决 安全 若 安全事故 > 0 { 不占名次 }
排名 全街道 按 总分 并列 同名次
奖励 红旗 全街道 第 1 名 3000 元
`;
const { rubric } = compile(SOURCE);
if (rubric === null) throw new Error("the rubric has errors");
const scored = rubric.score([
  { 名称: "甲<b>&社区", 迟报次数: "7", 招商完成: "4500000", 招商任务: "5000000", 安全事故: "0" },
  { 名称: "乙社区", 迟报次数: "0", 招商完成: "5000000", 招商任务: "5000000", 安全事故: "1" },
  { 名称: "丙社区", 迟报次数: "2", 招商完成: "5000000", 招商任务: "5000000", 安全事故: "0" },
  { 名称: "丁社区", 迟报次数: "2", 招商完成: null, 招商任务: "5000000", 安全事故: "0" },
]);

describe("the order of a result", () => {
  test("is by score where the ranking is, with vetoed subjects in their place and pending ones at the end", () => {
    expect(rankedGroups(scored).map(({ title, subjects }) => [title, subjects.map(({ key }) => key)])).toEqual([
      [null, ["乙社区", "丙社区", "甲<b>&社区", "丁社区"]],
    ]);
  });
});

describe("the order of a ranking that puts the lowest first", () => {
  const low = compile(
    '考核 "差错"\n数据 科室 { 名称: 文本 主键, 差错: 计数 起, 出局: 是否 }\n条目 质量 10 分 { 每 差错 扣 1 分 }\n' +
      "一票否决 事故 若 出局 { 不占名次 }\n排名 倒序 按 总分 低者在前\n",
  ).rubric;
  if (low === null) throw new Error("the rubric has errors");
  const errors: readonly (readonly [string, number | null, boolean])[] = [
    ["甲", 1, false],
    ["乙", 5, false],
    ["丙", 3, true],
    ["丁", null, false],
    ["戊", 0, false],
  ];

  test("is from the lowest score up, with vetoed subjects in their place and pending ones at the end", () => {
    const [group] = rankedGroups(low.score(errors.map(([名称, 差错, 出局]) => ({ 名称, 差错, 出局 }))));
    expect(group?.subjects.map(({ key }) => key)).toEqual(["乙", "丙", "甲", "戊", "丁"]);
  });
});

describe("a notice", () => {
  const page = noticePage(scored, "zh");

  test("has every scored subject with its place, sections, total and awards", () => {
    const rows = [...page.matchAll(/<tr(?: class="out")?>(?:<td class="c">)(.*?)<\/tr>/gu)].map(([, row = ""]) =>
      row.replace(/<[^>]+>/gu, "|").replace(/\|+/gu, "|"),
    );
    expect(rows).toEqual([
      "|否|乙社区|10.00|10.00|20.00|安全一票否决|",
      "1|丙社区|9.00|10.00|19.00|红旗 3000 元|",
      "2|甲&lt;b&gt;&amp;社区|8.00|9.00|17.00|",
    ]);
  });

  test("reports vetoes, pending subjects and rounding, and includes its receipt", () => {
    expect(page).toContain(
      "乙社区触发“安全”一票否决，不占名次，其后依次递补。丁社区尚待 招商完成（待填）；补齐后另行公示。",
    );
    expect(page).toContain("总分保留2位小数，四舍五入。同分并列同名次。");
    expect(page).toContain(`规则 ${scored.receipt.rubric.slice(7, 11)} `);
  });

  test("is one file without scripts or external resources, and escapes all data", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/u);
    expect(page).not.toMatch(/<script|src=|href=|https?:|<b>&|社区<考核>/u);
    expect(page).toContain("default-src 'none'");
    expect(page.replaceAll("<wbr>", "")).toContain("关于社区&lt;考核&gt;结果的公示");
  });

  test("is in portrait, or in landscape where the columns need the width", () => {
    expect(page).toContain('<article class="a4 notice">');
    const items = Array.from({ length: 14 }, (_, index) => `条目 环境卫生整治${index} 10 分 { 酌情 扣 0 .. 1 分 }`);
    const broad = compile(`考核 "宽"\n满分 140 分\n数据 社区 { 名称: 文本 主键 }\n${items.join("\n")}\n`).rubric;
    if (broad === null) throw new Error("the rubric has errors");
    expect(noticePage(broad.score([{ 名称: "甲" }]), "zh")).toContain('<article class="a4 notice wide">');
  });

  test("offers its print options as inputs that the style sheet uses", () => {
    expect(page).toContain('id="face-doc" checked');
    expect(page).toContain("#only-total:checked");
    expect(page).not.toContain('id="not-fired"');
    expect(noticePage(scored, "zh", scoreSheets(scored, SOURCE, "zh"))).toContain(
      '<input type="checkbox" id="not-fired">',
    );
  });

  test("of a result without places prints none and gives the reason", () => {
    const waiting = rubric.score([{ 名称: "甲", 迟报次数: null, 招商完成: null, 招商任务: null, 安全事故: null }]);
    expect(noticePage(waiting, "zh")).toContain("没有可公示的名次");
    expect(noticePage(waiting, "zh")).not.toContain("<table");
  });

  test("is in English on request", () => {
    const english = noticePage(scored, "en");
    expect(english).toContain("Equal scores share a place.");
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("社区<考核> (2024)".replace("<", "&lt;").replace(">", "&gt;"));
    expect(english).not.toMatch(/[（）]/u);
  });
});

describe("a printed score sheet", () => {
  const sheets = scoreSheets(scored, SOURCE, "zh");
  const [first] = sheets;
  if (first === undefined) throw new Error("no sheet");

  test("is one per subject, in the order of the data", () => {
    expect(sheets.map(({ key }) => key)).toEqual(["甲<b>&社区", "乙社区", "丙社区", "丁社区"]);
    const both = noticePage(scored, "zh", sheets);
    expect([...both.matchAll(/<article class="a4 sheet" id="(.*?)">/gu)].map(([, id]) => id)).toEqual([
      "sheet-1",
      "sheet-2",
      "sheet-3",
      "sheet-4",
    ]);
  });

  test("has each line with its count, effect and the amount over a cap, and the calculation of the score", () => {
    const page = sheetPage(scored, first);
    expect(page).toContain("每 迟报次数 扣 0.5 分 最多 2 分");
    expect(page).toContain('<td class="n">7 次</td><td class="n red">−2.00</td>');
    expect(page).toContain("<b>封顶</b>最多 2.00 分，挡回 1.50 分");
    expect(page).toContain("<small>党政办，细则 一(1)</small>");
    expect(page).toMatch(/class="end"><th scope="row">总分<\/th><td><\/td><td class="n">17\.00/u);
    expect(page).not.toMatch(/<script|<b>&/u);
  });

  test("keeps the heading of a section with its first item, and a total below what its bar shows", () => {
    const page = sheetPage(scored, first);
    expect(page).toMatch(/tbody\.sec,[^{]*\{break-after:avoid/u);
    expect(page).toContain('<tbody class="sec"><tr class="sh"><th scope="rowgroup" colspan="4">党建');
    // The held part of a bar of 340 units: 8 of 10, then 9 of 10.
    expect([...page.matchAll(/width="([\d.]+)" height="14" class="h"/gu)].map(([, width]) => width)).toEqual([
      "272.0",
      "306.0",
    ]);
  });

  test("leaves rules without effect out until asked, names the items that it folds, and counts the rules", () => {
    const [, second] = sheets;
    if (second === undefined) throw new Error("no second sheet");
    const page = sheetPage(scored, second);
    expect(page).toContain('<tbody class="item off">');
    expect(page).toContain('<tr class="sl off">');
    expect(page).toContain(
      '<tbody class="cut"><tr><td colspan="6">其余条目没有规则起作用：报送 10.00</td></tr></tbody>',
    );
    expect(page).toContain('<p class="cut">没有起作用的规则 1 条，未列出。</p>');
    expect(page).toContain("body:has(#not-fired:not(:checked)) .off,body:has(#not-fired:checked) .cut{display:none}");
    expect(page).toContain('<input type="checkbox" id="not-fired">');
    expect(sheetPage(scored, second, { showsAllRules: true })).toContain(
      '<input type="checkbox" id="not-fired" checked>',
    );
    expect(sheetPage(scored, first)).not.toContain('class="cut"');
  });

  test("states the subject, the receipt and its number at the foot of each page, with nothing that could end the style", () => {
    const page = sheetPage(scored, first);
    expect(page).toContain("#sheet-1{page:sheet-1}");
    expect(page).toContain('@bottom-left{content:"甲\\3c b\\3e \\26 社区\\20 评分表"');
    expect(page).toContain('@bottom-right{content:"第\\20 " counter(sheet-1) "\\20 页"');
    expect(page).not.toContain(' style="');
  });

  test("has the rules of a Chinese rubric with English keywords for English readers", () => {
    const [english] = scoreSheets(scored, SOURCE, "en");
    if (english === undefined) throw new Error("no sheet");
    const page = sheetPage(scored, english);
    expect(page).toContain("per 迟报次数 deduct 0.5 points up to 2 points");
    expect(page).toContain("earn in proportion 招商完成 / 招商任务");
  });

  test("has the brackets of its language", () => {
    const english = scoreSheets(scored, SOURCE, "en").map(
      (sheet) => sheetPage(scored, sheet) + JSON.stringify(sheetRows(sheet)),
    );
    expect(english.join("")).toContain(" (2024)");
    expect(english.join("")).not.toMatch(/[（）]/u);
    expect(sheetPage(scored, first)).toContain("（2024）");
  });

  test("as rows of a worksheet has numbers as numbers, with an ASCII minus", () => {
    const rows = sheetRows(first);
    const line = rows.find(
      ({ cells: [cell] }) => cell !== null && cell !== undefined && "text" in cell && cell.text.includes("迟报次数"),
    );
    expect(line).toEqual({
      style: "line",
      cells: [
        { text: "　　每 迟报次数 扣 0.5 分 最多 2 分" },
        { text: "7 次" },
        { number: "-2.00" },
        null,
        { text: "封顶 最多 2.00 分，挡回 1.50 分" },
      ],
    });
    expect(rows.at(0)).toEqual({ style: "title", cells: [{ text: "甲<b>&社区　评分表" }] });
  });
});
