/** The messages of the data and its grid, apart from the others: they are loaded with the data. */
import type { Lang } from "@yardstick/language";
import { messages, type Messages } from "./messages.js";

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

const zh = {
  dot: "·",
  key: "主键",
  notInRubric: "规则中没有",
  andOthers: (name: string, count: number) => `${name}等 ${count} 个`,
  fieldType: {
    text: "文本",
    flag: "是否",
    date: "日期",
    period: "期别",
    number: "数值",
    count: "计数",
    percent: "%",
    level: "选项",
    list: "明细",
  },
  missingInColumn: (count: number) => `缺 ${count}`,

  constants: "常量",
  rowNumber: "行号",
  cellsOf: (name: string) => `${name}的数据表`,
  gridKeys: "方向键、Tab 和 Enter 移动，F2 或直接输入进行编辑；按 Esc 后再按 Tab 离开表格。",
  cellOf: (column: string, row: number) => `${column}，第 ${row} 行`,
  noRows: "本表尚无数据。",
  noMatchingRows: "没有符合筛选条件的行。",
  pasteBeyond: (columns: number) => `右侧有 ${columns} 列超出表格，未予粘贴。`,
  gridTools: {
    open: "查找和筛选",
    find: "查找",
    previous: "上一个",
    next: "下一个",
    found: (count: number) => (count === 0 ? "没有找到" : `共 ${count} 格`),
    replaceBy: "替换为",
    replace: "替换",
    replaceAll: "全部替换",
    replaced: (count: number) => `已替换 ${count} 格`,
    filter: "筛选行",
    filters: { all: "全部行", missing: "有待补的行", bad: "有误的行", changed: "改过的行" },
    ascending: "升序",
    descending: "降序",
    unsorted: "原次序",
    close: "关闭查找和筛选",
  },
  periods: "定稿和下一期",
  pasteBelow: (rows: number) => `下方有 ${rows} 行超出筛选后的表格，未予粘贴。`,
  noInvalidCells: "没有无法读取的单元格",
  invalidCells: (count: number) => `${count} 处有误`,
  missingCells: (count: number) => `待补 ${count} 格`,
  collect: "收表",
  importData: "导入",
  exportData: "导出",
  addRow: "添加一行",
  removeRow: "删除当前行",
  sampleData: "样本数据",
};

/** The messages of the data in one language: the keys and arguments are those of the Chinese ones. */
type DataMessages = typeof zh;

const en: DataMessages = {
  dot: ", ",
  key: "key",
  notInRubric: "not in the rubric",
  andOthers: (name, count) => `${name} +${count - 1}`,
  fieldType: {
    text: "text",
    flag: "yes/no",
    date: "date",
    period: "period",
    number: "number",
    count: "count",
    percent: "%",
    level: "choice",
    list: "list",
  },
  missingInColumn: (count) => `${count} missing`,

  constants: "Constants",
  rowNumber: "Row number",
  cellsOf: (name) => `Table of ${name}`,
  gridKeys: "Arrow keys, Tab and Enter move, F2 or typing edits; Esc and then Tab leaves the table.",
  cellOf: (column, row) => `${column}, row ${row}`,
  noRows: "This table has no rows yet.",
  noMatchingRows: "No row matches the filter.",
  pasteBeyond: (columns) =>
    columns === 1
      ? "1 column did not fit in the table and was not pasted."
      : `${columns} columns did not fit in the table and were not pasted.`,
  gridTools: {
    open: "Find and filter",
    find: "Find",
    previous: "Previous",
    next: "Next",
    found: (count) => (count === 0 ? "not found" : count === 1 ? "1 cell" : `${count} cells`),
    replaceBy: "Replace with",
    replace: "Replace",
    replaceAll: "Replace all",
    replaced: (count) => (count === 1 ? "1 cell replaced" : `${count} cells replaced`),
    filter: "Rows to show",
    filters: { all: "All rows", missing: "Rows with missing cells", bad: "Rows with errors", changed: "Changed rows" },
    ascending: "Ascending",
    descending: "Descending",
    unsorted: "Original order",
    close: "Close find and filter",
  },
  periods: "Fix results, next period",
  pasteBelow: (rows) => `${rows} ${rows === 1 ? "row" : "rows"} below the filtered table not pasted.`,
  noInvalidCells: "No unreadable cells",
  invalidCells: (count) => many(count, "problem"),
  missingCells: (count) => `${count} missing`,
  collect: "Collect",
  importData: "Import",
  exportData: "Export",
  addRow: "Add a row",
  removeRow: "Delete the current row",
  sampleData: "Sample data",
};

/** All messages that the data uses. */
export type DataTexts = Messages & DataMessages;

export const dataTexts: Readonly<Record<Lang, DataTexts>> = {
  zh: { ...messages.zh, ...zh },
  en: { ...messages.en, ...en },
};
