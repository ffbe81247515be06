// Each cell of the documented table of how people write values is read here and compared. `UPDATE_GOLDEN=1` writes the table.

import { readFileSync, writeFileSync } from "node:fs";
import { percentText, rational, readableText } from "@yardstick/exact";
import { describe, expect, test } from "vitest";
import type { FieldType, Unit } from "@yardstick/language/program";
import { rawReader } from "../src/cell/reader.js";
import {
  DATE,
  FLAG,
  PIECE,
  TEXT,
  WAN_YUAN,
  YUAN,
  countType,
  numberType,
  percentType,
  sample,
} from "./sample-program.js";

type Lang = "zh" | "en";

const MINUTES: Unit = { name: "分钟", scale: "1", dimension: { 分钟: 1 } };

const COLUMNS: readonly { readonly name: Readonly<Record<Lang, string>>; readonly type: FieldType }[] = [
  { name: { zh: "数值 元", en: "number 元" }, type: numberType(YUAN) },
  { name: { zh: "数值 万元", en: "number 万元" }, type: numberType(WAN_YUAN) },
  { name: { zh: "数值 分钟", en: "number minutes" }, type: numberType(MINUTES) },
  { name: { zh: "计数 件", en: "count 件" }, type: countType(PIECE) },
  { name: { zh: "百分数", en: "percent" }, type: percentType() },
  { name: { zh: "是否", en: "flag" }, type: FLAG },
  { name: { zh: "日期", en: "date" }, type: DATE },
  { name: { zh: "选项(差 < 中 < 好)", en: "choice(差 < 中 < 好)" }, type: { kind: "level", choice: 0 } },
  { name: { zh: "文本", en: "text" }, type: TEXT },
];

/** Every notation that the documentation lists. */
const WRITTEN: readonly string[] = [
  "12",
  "1,234",
  "12,34",
  "１２．５",
  "-0.5",
  "－0.5",
  "+3",
  "007",
  "1.2E+05",
  "(5)",
  "约3",
  "三",
  "12件",
  "12次",
  "3万",
  "3万元",
  "0.5亿元",
  "￥9,876.00",
  "¥-5",
  "30000元",
  "12%",
  "１２．５％",
  "12‰",
  "0",
  "0.95",
  "5个百分点",
  "2024年1月2日",
  "2024/1/2",
  "2024.1.2",
  "20240102",
  "2024-01-02 0:00",
  "2024-01-02 08:30",
  "2024/1/2 8:30:00",
  "2024-01-02T08:30:00+08:00",
  "20240102083000",
  "2024年1月2日 星期二",
  "0:40",
  "1:05:30",
  "25:30",
  "1小时5分",
  "3分25秒6",
  "40分钟",
  "24-1-2",
  "1/2/2024",
  "2024年1月",
  "45293",
  "是",
  "否",
  "√",
  "×",
  "Yes",
  "n",
  "TRUE",
  "1",
  "好",
  " 好 ",
  "优",
  "",
  "　",
  "—",
  "/",
  "无",
  "未报",
  "#N/A",
  "#DIV/0!",
];

const WORDS = {
  zh: { written: "写法", blank: "空", error: "错", space: "（空白）" },
  en: { written: "written", blank: "blank", error: "error", space: "(blank)" },
} as const;

function shown(type: FieldType, cell: unknown): string {
  if (type.kind === "level") return sample.choices[0]?.levels[Number(cell)]?.name ?? "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (type.kind !== "number") return String(cell);
  const value = rational(String(cell));
  if (type.form === "percent") return `${percentText(value)}`;
  const name = type.unit?.name ?? "";
  return `${readableText(value)} ${name === "万元" ? "元" : name}`;
}

function tableIn(lang: Lang): string {
  const words = WORDS[lang];
  const rows = WRITTEN.map((text) => {
    const cells = COLUMNS.map(({ type }) => {
      const reading = rawReader(type, sample.choices, null)(text);
      return "reason" in reading
        ? words.error
        : reading.cell === null
          ? words.blank
          : `**${shown(type, reading.cell)}**`;
    });
    const written = text.trim() === "" ? `${words.space}${text === "" ? "" : " U+3000"}` : `\`${text}\``;
    return `| ${[written, ...cells].join(" | ")} |`;
  });
  const head = [words.written, ...COLUMNS.map(({ name }) => name[lang])];
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows].join("\n");
}

describe("the documented table of how people write values", () => {
  test.each(["zh", "en"] as const)("in %s matches the readers", (lang) => {
    const page = new URL(`../../../docs/tables/how-people-write.${lang}.md`, import.meta.url);
    const text = readFileSync(page, "utf8");
    const [before, after] = ["<!-- table -->\n\n", "\n\n<!-- /table -->"];
    const from = text.indexOf(before) + before.length;
    const to = text.indexOf(after);
    const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
    if (isUpdate) writeFileSync(page, text.slice(0, from) + tableIn(lang) + text.slice(to));
    expect(isUpdate ? tableIn(lang) : text.slice(from, to)).toBe(tableIn(lang));
  });

  test("never reads anything but a number as zero", () => {
    for (const text of WRITTEN.filter((each) => !/^[0０]/u.test(each))) {
      for (const { type } of COLUMNS.filter((column) => column.type.kind === "number")) {
        const reading = rawReader(type, sample.choices, null)(text);
        expect("cell" in reading ? reading.cell : null).not.toBe("0");
      }
    }
  });
});
