/**
 * The texts of an entry form in both languages.
 */

/** The texts of an entry form in one language. */
export interface FormMessages {
  readonly title: (rubric: string, assessor: string | null) => string;
  readonly steps: readonly string[];
  /** Said where there are lists: the rows that can be filled in while a sheet is protected. */
  readonly rowsOfLists: (rows: number) => string;
  readonly heads: readonly string[];
  readonly text: string;
  readonly date: string;
  readonly period: string;
  readonly number: string;
  readonly count: string;
  readonly percent: string;
  readonly flag: string;
  readonly choice: (levels: readonly string[]) => string;
  readonly yes: string;
  readonly no: string;
  readonly unit: (unit: string) => string;
  readonly range: (min: string | null, max: string | null) => string;
  /** Appended to a range where 0 is valid too. */
  readonly orZero: string;
  readonly required: string;
  readonly optional: string;
  readonly byDefault: string;
  readonly judged: (assessor: string | null) => string;
  readonly keyOf: (table: string) => string;
  readonly key: string;
  readonly wrong: string;
  readonly oneOf: string;
  readonly aNumber: (range: string) => string;
  readonly aWhole: (range: string) => string;
  readonly aDate: string;
  readonly oneRow: string;
  readonly stop: string;
  /** Of each printed page, in the codes of a spreadsheet. */
  readonly footer: string;
}

const zh: FormMessages = {
  title: (rubric, assessor) => `${rubric}　填报表${assessor === null ? "" : `（${assessor}）`}`,
  steps: [
    "每个对象填一行；表头和工作表名称请不要改动。",
    "暂缺的数据请留空，不要填 0、“—”或“无”：留空表示待填，0 表示数值为零。",
    "有下拉框的列请从中选择；数值按表头所注单位填写。",
    "明细表每条记录填一行，并写明所属对象；没有记录的不填。",
    "交回后需要更正的，请在同一份表的原行上修改，再次交回；不要另填一行。",
  ],
  rowsOfLists: (rows) => `每张明细表可填 ${rows} 行；不够的，撤销工作表保护（无密码）后在下面接着填写。`,
  heads: ["工作表", "列", "填写内容", "单位", "范围", "是否必填", "考核部门", "说明"],
  text: "文字",
  date: "日期，如 2024-01-02",
  period: "期别，如 2024",
  number: "数值",
  count: "整数，不小于 0",
  percent: "百分数，如 95%",
  flag: "是 或 否",
  choice: (levels) => `选填：${levels.join("、")}`,
  yes: "是",
  no: "否",
  unit: (unit) => `单位：${unit}。`,
  orZero: "，不扣不加填 0",
  range: (min, max) =>
    min !== null && max !== null
      ? `${min} 至 ${max}`
      : min !== null
        ? `不小于 ${min}`
        : max !== null
          ? `不大于 ${max}`
          : "",
  required: "必填",
  optional: "可留空",
  byDefault: "留空按规则的缺省值计",
  judged: (assessor) => (assessor === null ? "酌情评定，没有则留空" : `由${assessor}酌情评定，没有则留空`),
  keyOf: (table) => `“${table}”表中的一个对象`,
  key: "对象名称，不能重复",
  wrong: "填写有误",
  oneOf: "请从下拉框中选择。",
  aNumber: (range) => `请填数值${range === "" ? "" : `，${range}`}。`,
  aWhole: (range) => `请填整数${range === "" ? "" : `，${range}`}。`,
  aDate: "请填日期，如 2024-01-02。",
  oneRow: "只填一行",
  stop: "。",
  footer: "&L填表人：　　　　　审核人：　　　　　日期：&R第 &P 页，共 &N 页",
};

const en: FormMessages = {
  title: (rubric, assessor) => `${rubric}: entry form${assessor === null ? "" : ` (${assessor})`}`,
  steps: [
    "Enter one row for each subject; do not change headers or sheet names.",
    "Leave data that is not known yet blank; do not enter 0, a dash or “none”: blank means missing, 0 is a number.",
    "Choose from the drop-down lists; enter numbers in the unit given in the header.",
    "In a list, enter one row for each record, with its subject; leave the list blank if there are no records.",
    "To correct a form that was handed in, change the same row of the same file and hand it in again; do not add another row.",
  ],
  rowsOfLists: (rows) =>
    `A list has ${rows} rows to fill in; where they do not suffice, remove the protection of the sheet (it has no password) and go on below.`,
  heads: ["Sheet", "Column", "What to enter", "Unit", "Range", "Required", "Assessor", "Remarks"],
  text: "text",
  date: "a date, such as 2024-01-02",
  period: "a period, such as 2024",
  number: "a number",
  count: "a whole number, 0 or more",
  percent: "a percentage, such as 95%",
  flag: "是 or 否 (yes or no)",
  choice: (levels) => `one of ${levels.join(", ")}`,
  yes: "是",
  no: "否",
  unit: (unit) => `Unit: ${unit}. `,
  orZero: ", or 0 for none",
  range: (min, max) =>
    min !== null && max !== null
      ? `${min} to ${max}`
      : min !== null
        ? `at least ${min}`
        : max !== null
          ? `at most ${max}`
          : "",
  required: "required",
  optional: "may be left blank",
  byDefault: "blank means the rubric's default",
  judged: (assessor) =>
    assessor === null ? "at discretion; blank means none" : `at the discretion of ${assessor}; blank means none`,
  keyOf: (table) => `a subject of “${table}”`,
  key: "the name of the subject, which must be unique",
  wrong: "Not a valid entry",
  oneOf: "Choose one from the drop-down list.",
  aNumber: (range) => `Enter a number${range === "" ? "" : `, ${range}`}.`,
  aWhole: (range) => `Enter a whole number${range === "" ? "" : `, ${range}`}.`,
  aDate: "Enter a date, such as 2024-01-02.",
  oneRow: "one row only",
  stop: ". ",
  footer: "&LFilled in by:               Checked by:               Date:&RPage &P of &N",
};

/** The texts of entry forms by language. */
export const formMessages: Readonly<Record<"zh" | "en", FormMessages>> = { zh, en };
