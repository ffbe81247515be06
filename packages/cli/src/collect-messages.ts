/**
 * The messages of `yardstick collect` in both languages.
 */
import type { Lang } from "@yardstick/language";
import type { CollectedFile } from "@yardstick/tables";

interface CollectMessages {
  readonly files: (count: number) => string;
  readonly state: Readonly<Record<CollectedFile["state"], string>>;
  readonly recognised: Readonly<Record<NonNullable<CollectedFile["recognised"]>, string>>;
  readonly noDepartment: string;
  readonly counts: (counts: CollectedFile["counts"]) => string;
  readonly departments: string;
  readonly withoutDepartment: string;
  /** `missing`: the columns with blank cells, and how many. */
  readonly department: (name: string, filled: number, expected: number, missing: string) => string;
  readonly subjects: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly conflicts: (open: number, settled: number) => string;
  readonly present: string;
  readonly counted: string;
  readonly notOwner: (departments: string) => string;
  readonly unmatched: (count: number) => string;
  readonly unmatchedRow: (where: string, key: string, near: string) => string;
  readonly unmatchedPeriod: (where: string, key: string, period: string) => string;
  readonly nearKeys: (count: number) => string;
  readonly nearKey: (key: string, near: string) => string;
  readonly periods: (count: number) => string;
  readonly said: Readonly<Record<"title" | "sheet" | "file", string>>;
  readonly period: (where: string, by: string, said: string, rows: number, period: string | null) => string;
  readonly aside: (count: number) => string;
  readonly unknownColumns: (count: number) => string;
  readonly unknownColumn: (where: string, column: string, filled: number) => string;
  readonly unread: (count: number) => string;
  readonly unusedAnswers: (count: number) => string;
  readonly unusedAnswer: (option: string, name: string) => string;
  readonly layouts: (count: number) => string;
  readonly severalPresent: (table: string, files: string) => string;
  readonly otherSheets: (file: string, sheets: string) => string;
  readonly notTables: (names: string) => string;
  readonly notKept: (file: string, row: number, text: string) => string;
  readonly others: (count: number) => string;
  readonly row: (row: number) => string;
  readonly more: (count: number) => string;
  readonly settleHint: string;
  readonly matchHint: string;
  readonly periodHint: string;
  readonly written: (files: string) => string;
  readonly notWritten: string;
  readonly noFiles: string;
  readonly bothFolders: string;
  readonly badAnswer: (option: string, value: string, form: string) => string;
}

const counted = (pieces: readonly (readonly [number, string])[], separator: string): string =>
  pieces.flatMap(([count, text]) => (count === 0 ? [] : [text])).join(separator);

const zh: CollectMessages = {
  files: (count) => `收到 ${count} 份`,
  state: {
    merged: "合并",
    same: "没有变化",
    left: "没有合并任何内容",
    empty: "没有填写内容",
    refused: "没有读取",
    unreadable: "无法读取",
  },
  recognised: { person: "已指定", mark: "按填报表标记", title: "按标题", name: "按文件名", columns: "按列推断" },
  noDepartment: "未认出部门",
  counts: (of) =>
    counted(
      [
        [of.new, `新值 ${of.new}`],
        [of.changed, `改动 ${of.changed}`],
        [of.same, `相同 ${of.same}`],
        [of.conflicts, `不一致 ${of.conflicts}`],
        [of.rows, `明细新增 ${of.rows} 条`],
        [of.sameRows, `明细已有 ${of.sameRows} 条`],
        [of.unmatched, `待确认 ${of.unmatched} 行`],
        [of.unread, `无法读取 ${of.unread} 格`],
      ],
      "，",
    ),
  departments: "各部门填报情况（汇总后）",
  withoutDepartment: "未写部门",
  department: (name, filled, expected, missing) =>
    `${name}  ${expected === 0 ? "没有必填的格" : `已填 ${filled}/${expected} 格`}${missing === "" ? "" : `，缺 ${missing}`}`,
  subjects: (count) => `新增对象 ${count} 个`,
  changed: (count) => `改动 ${count} 格`,
  conflicts: (open, settled) => `不一致：${open} 格未定，${settled} 格已定（未定的保持现值，没有现值的留空）`,
  present: "现值",
  counted: "（采用）",
  notOwner: (departments) => `（该列由${departments}填报）`,
  unmatched: (count) => `没有合并的行 ${count} 行`,
  unmatchedRow: (where, key, near) => `${where}：没有“${key}”${near === "" ? "" : `，是否应为“${near}”`}`,
  unmatchedPeriod: (where, key, period) => `${where}：“${key}”没有 ${period} 这一期`,
  nearKeys: (count) => `名称相近，请核对 ${count} 个`,
  nearKey: (key, near) => `“${key}”与“${near}”`,
  periods: (count) => `期别待确认 ${count} 处，没有合并`,
  said: { title: "标题", sheet: "工作表名", file: "文件名" },
  period: (where, by, said, rows, period) =>
    `${where}：${by}写的是“${said}”，${rows} 行没有期别，${period === null ? "无法确定归入哪一期" : `按主键应归入 ${period}`}`,
  aside: (count) => `不是考核对象的行 ${count} 行，没有采用`,
  unknownColumns: (count) => `规则中没有的列 ${count} 列，没有合并`,
  unknownColumn: (where, column, filled) => `${where}：“${column}”${filled === 0 ? "" : `，有 ${filled} 格填了内容`}`,
  unread: (count) => `无法读取的格 ${count} 格，已有的值不变`,
  unusedAnswers: (count) => `没有用到的指定 ${count} 项`,
  unusedAnswer: (option, name) => `“${name}”（${option}）：没有与之相符的不一致、名称、文件或期别；请核对写法`,
  layouts: (count) => `表格的读取 ${count} 条`,
  severalPresent: (table, files) =>
    `已有的表格中有几张“${table}”（${files}），只能有一张；请先用 --out 把它们汇总成一张。`,
  otherSheets: (file, sheets) =>
    `${file} 中的工作表“${sheets}”不是这份规则的表格，合并时整本重写会丢失，因此没有写入；请用 --data ${file} --out 另存。`,
  notKept: (file, row, text) => `${file} 第 ${row} 行“${text}”在表格以外，重写后没有保留。`,
  notTables: (names) => `文件夹中没有读取的文件和下级文件夹：${names}。`,
  others: (count) => `其他 ${count} 条`,
  row: (row) => `第 ${row} 行`,
  more: (count) => `……另有 ${count} 条，见 --format json`,
  settleHint:
    "逐格确定：--take 对象/期别/列=数值（没有期别的留空）；按规则确定：--settle newest（以最新文件为准）、--settle owner（以填报部门为准）。",
  matchHint:
    "属于某个对象的：--match 写法=名称；属于新对象的：--new-subject 名称；不采用的：--leave-row 名称；属于应汇总的一期的：--period 期别。",
  periodHint: "指明期别：--file-period 文件=期别；按主键归入的：--file-period 文件=；一个工作表的写成 文件[工作表]。",
  written: (files) => `已写入 ${files}。`,
  notWritten:
    "只作预览，没有写入；--into 文件夹 合并到已有的表格，--out 文件夹 写成新的表格，以 .xlsx 结尾的写成一个工作簿。",
  noFiles: "没有可汇总的文件。",
  bothFolders: "--into 和 --out 只能用一个。",
  badAnswer: (option, value, form) => `${option} 应写成 ${form}，“${value}”不符合此格式。`,
};

const en: CollectMessages = {
  files: (count) => `${count} ${count === 1 ? "file" : "files"} received`,
  state: {
    merged: "merged",
    same: "no change",
    left: "nothing merged",
    empty: "nothing is filled in",
    refused: "not read",
    unreadable: "cannot be read",
  },
  recognised: {
    person: "as stated",
    mark: "from the form",
    title: "from the title",
    name: "from the file name",
    columns: "inferred from the columns",
  },
  noDepartment: "department not recognised",
  counts: (of) =>
    counted(
      [
        [of.new, `${of.new} new`],
        [of.changed, `${of.changed} changed`],
        [of.same, `${of.same} the same`],
        [of.conflicts, `${of.conflicts} in conflict`],
        [of.rows, `${of.rows} list rows added`],
        [of.sameRows, `${of.sameRows} list rows already present`],
        [of.unmatched, `${of.unmatched} unmatched rows`],
        [of.unread, `${of.unread} unreadable cells`],
      ],
      ", ",
    ),
  departments: "Departments, after collecting",
  withoutDepartment: "no department",
  department: (name, filled, expected, missing) =>
    `${name}  ${expected === 0 ? "no required cells" : `${filled} of ${expected} cells filled in`}${missing === "" ? "" : `; missing: ${missing}`}`,
  subjects: (count) => `New subjects: ${count}`,
  changed: (count) => `Changed cells: ${count}`,
  conflicts: (open, settled) =>
    `Conflicts: ${open} undecided, ${settled} settled (undecided cells keep the present value, or stay blank)`,
  present: "present",
  counted: " (used)",
  notOwner: (departments) => ` (this column is filled in by ${departments})`,
  unmatched: (count) => `Rows not merged: ${count}`,
  unmatchedRow: (where, key, near) => `${where}: there is no “${key}”${near === "" ? "" : `; did you mean “${near}”?`}`,
  unmatchedPeriod: (where, key, period) => `${where}: “${key}” has no period ${period}`,
  nearKeys: (count) => `Very similar names: ${count}`,
  nearKey: (key, near) => `“${key}” and “${near}”`,
  periods: (count) => `Periods to confirm: ${count}, not merged`,
  said: { title: "the title", sheet: "the sheet name", file: "the file name" },
  period: (where, by, said, rows, period) =>
    `${where}: ${by} says “${said}”, but ${rows} rows have no period${period === null ? ", and it is not known which period they belong to" : ` and would belong to ${period}`}`,
  aside: (count) => `Rows that are not subjects, not used: ${count}`,
  unknownColumns: (count) => `Columns unknown to the rubric, not merged: ${count}`,
  unknownColumn: (where, column, filled) => `${where}: “${column}”${filled === 0 ? "" : `, ${filled} cells filled in`}`,
  unread: (count) => `Cells that cannot be read: ${count}; present values are kept`,
  unusedAnswers: (count) => `Decisions without effect: ${count}`,
  unusedAnswer: (option, name) =>
    `“${name}” (${option}): no conflict, name, file or period matches; check the spelling`,
  layouts: (count) => `How tables were read: ${count}`,
  severalPresent: (table, files) =>
    `the present tables contain several for “${table}” (${files}), but there may be only one; merge them with --out first.`,
  otherSheets: (file, sheets) =>
    `the sheets “${sheets}” of ${file} are no tables of this rubric and would be lost, since merging writes the workbook again; nothing was written. Use --data ${file} with --out.`,
  notKept: (file, row, text) => `${file}: line ${row} “${text}” is outside the table and was not kept.`,
  notTables: (names) => `files and subfolders that were not read: ${names}.`,
  others: (count) => `Other problems: ${count}`,
  row: (row) => `row ${row}`,
  more: (count) => `… and ${count} more; see --format json`,
  settleHint:
    "To settle one cell: --take KEY/PERIOD/COLUMN=VALUE (PERIOD blank where there is none); by a rule: --settle newest, --settle owner.",
  matchHint:
    "For a subject under another name: --match WRITTEN=KEY; for a new subject: --new-subject KEY; for a row that is not a subject: --leave-row KEY; for a further period: --period PERIOD.",
  periodHint:
    "To state a period: --file-period FILE=PERIOD; to accept the period of the key: --file-period FILE=; for one sheet, FILE[SHEET] in place of FILE.",
  written: (files) => `Wrote ${files}.`,
  notWritten:
    "This is a preview and nothing was written; --into FOLDER merges into the tables there, --out FOLDER writes new ones, and a path that ends in .xlsx is one workbook.",
  noFiles: "there are no files to collect.",
  bothFolders: "--into and --out cannot be used together.",
  badAnswer: (option, value, form) => `${option} expects ${form}, not “${value}”.`,
};

/** The messages by language. */
export const collectMessages: Readonly<Record<Lang, CollectMessages>> = { zh, en };
