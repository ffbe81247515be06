/**
 * What `score` and `explain` say of `--engine duckdb`, in both languages.
 */

import type { FileDoubt, FileNote } from "@yardstick/sql";

/** Says something of a file, with the names that it concerns. */
type OfFile = (file: string, names: readonly string[]) => string;

/** Numbers of subjects. */
interface Counts {
  readonly subjects: number;
  readonly pending: number;
  readonly provisional: number;
  readonly failing: number;
  readonly outside: number;
}

/** The texts in one language. */
export interface DuckdbMessages {
  readonly notInstalled: (driver: string) => string;
  readonly notTaken: (option: string) => string;
  readonly needsOut: (endings: string) => string;
  readonly oneFile: string;
  readonly oneTable: (list: string) => string;
  readonly noData: (file: string) => string;
  readonly constantsInError: (file: string) => string;
  /** A format that only this program reads: a workbook, or a table inside a project file. */
  readonly notRead: (file: string) => string;
  /** Rows of a list inside the rows of the subjects. */
  readonly nestedRows: (file: string, list: string) => string;
  /** Why nothing was scored. */
  readonly doubtful: Readonly<Record<FileDoubt, OfFile>>;
  readonly notes: Readonly<Record<FileNote["what"], OfFile>>;
  /** Constants in a query that no file supplies. */
  readonly constantsOfRubric: (names: string) => string;
  readonly namedTwice: (option: string, list: string) => string;
  readonly policiesNotChecked: (count: number) => string;
  readonly cutsNotChecked: string;
  readonly columnsMissing: (file: string, missing: string, found: string) => string;
  /** A used rubric without a file of its results. */
  readonly usedMissing: (alias: string) => string;
  /** An error of the engine: of a cell, a file, memory. */
  readonly failed: (message: string) => string;
  /** An explanation for which the rows of all were read. */
  readonly readAll: string;
  readonly written: (file: string, counts: Counts) => string;
}

/** The texts in Chinese. */
export const duckdbZh: DuckdbMessages = {
  readAll: "该规则的排名等跨对象结果不能以查询算出，已读取所有对象的数据。",
  notInstalled: (driver) => `未安装 DuckDB。请先运行 npm install ${driver}。`,
  notTaken: (option) => `--engine duckdb 不接受 ${option}。`,
  needsOut: (endings) => `--engine duckdb 须用 --out 指定结果文件（${endings}）。`,
  oneFile: "--engine duckdb 只接受一个 --data；多个文件请用通配符，如 --data '2024/*.parquet'。",
  oneTable: (list) => `--engine duckdb 每张明细只接受一个文件；${list} 的多个文件请用通配符。`,
  constantsInError: (file) => `${file} 有错误，没有计算。`,
  noData: (file) => `没有数据文件，如 ${file}。请用 --data 指定。`,
  notRead: (file) =>
    `--engine duckdb 不能读取 ${file}。请另存为 CSV、Parquet 或 JSON，或用不带 --engine 的 yardstick score 计算。`,
  nestedRows: (file, list) =>
    `${file} 的各行内含明细 ${list}，--engine duckdb 不读取。请将明细单独存为一个文件（--table ${list}=文件），并删去该列。`,
  doubtful: {
    header: (file, [header = "", field = ""]) =>
      `${file} 的列“${header}”与“${field}”相近。--engine duckdb 要求列名与规则中的名称完全相同；请改列名，或用不带 --engine 的 yardstick score 计算。`,
    "column-twice": (file, [field = ""]) => `${file} 有两列“${field}”，不能确定采用哪一列。`,
    "json-number": (file, [number = ""]) =>
      `${file} 中的数 ${number} 超过 15 位有效数字，DuckDB 不能逐位读取。请写成文本："${number}"。`,
    rows: (file, keys) =>
      `${file} 中有可能不是考核对象的行：${keys.join("、")}。请删去合计等行，或用不带 --engine 的 yardstick score 计算。`,
    alike: (file, [one = "", other = ""]) => `${file} 中“${one}”和“${other}”可能是同一名称。请统一写法。`,
    period: (file, periods) => `${file} 中的期别写法不确定：${periods.join("、")}。年度请写成四位数字，如 2008。`,
  },
  notes: {
    unused: (file, names) => `${file}：规则中没有这些列，没有采用：${names.join("、")}。`,
    fractions: (file, names) => `${file}：百分数列存为数值，按 1 为 100% 读取，最大值：${names.join("、")}。`,
    agreeing: (file, keys) => `${file}：${keys.join("、")} 的数据恰为其他行之和，已按考核对象计算，请核对是否为合计。`,
    "not-examined": (file) => `${file}：行数较多，没有逐行核对是否为合计、名称是否同名异写。`,
  },
  constantsOfRubric: (names) => `查询不读取常量文件；${names} 采用规则中的默认值，没有默认值的为缺失。`,
  namedTwice: (option, list) => `${option} 对 ${list} 只能给出一次。`,
  policiesNotChecked: (count) => `查询不核对政策检查（${count} 条）；请用 yardstick score 核对。`,
  cutsNotChecked: "查询不说明名额线上的并列；请用 yardstick score 核对。",
  columnsMissing: (file, missing, found) =>
    `${file} 中没有列：${missing}。现有列：${found}。列名须与规则中的名称相同。`,
  usedMissing: (alias) =>
    `规则引用 ${alias} 的结果。请先用 --engine duckdb --out 算出该规则的结果，再用 --table ${alias}=结果文件 指定。`,
  failed: (message) => `DuckDB 未能计算：${message}`,
  written: (file, { subjects, pending, provisional, failing, outside }) =>
    `${file}：${subjects} 个对象` +
    `${pending > 0 ? `，${pending} 个因缺数据待定` : ""}${provisional > 0 ? `，${provisional} 个暂定` : ""}` +
    `${failing > 0 ? `，${failing} 个不符合要求` : ""}${outside > 0 ? `，${outside} 个有超出规定范围的数据` : ""}。`,
};

/** The texts in English. */
export const duckdbEn: DuckdbMessages = {
  readAll: "No query gives what depends on the other subjects here, so the rows of all subjects were read.",
  notInstalled: (driver) => `DuckDB is not installed. Run npm install ${driver} first.`,
  notTaken: (option) => `--engine duckdb does not take ${option}.`,
  needsOut: (endings) => `--engine duckdb writes to a file: name it with --out (${endings}).`,
  oneFile: "--engine duckdb takes one --data; name several files by a pattern, as in --data '2024/*.parquet'.",
  oneTable: (list) => `--engine duckdb takes one file for each list; name several files of ${list} by a pattern.`,
  constantsInError: (file) => `${file} has errors, so nothing was scored.`,
  noData: (file) => `there is no data file such as ${file}; name one with --data.`,
  notRead: (file) =>
    `--engine duckdb cannot read ${file}. Save it as CSV, Parquet or JSON, or use yardstick score without --engine.`,
  nestedRows: (file, list) =>
    `the rows of ${file} contain the list ${list}, which --engine duckdb does not read. Save the list as a file of its own (--table ${list}=FILE) and remove the column.`,
  doubtful: {
    header: (file, [header = "", field = ""]) =>
      `the column “${header}” of ${file} resembles “${field}”. With --engine duckdb columns are named exactly as in the rubric: rename it, or use yardstick score without --engine.`,
    "column-twice": (file, [field = ""]) => `${file} has two columns “${field}”; which one counts is not known.`,
    "json-number": (file, [number = ""]) =>
      `the number ${number} in ${file} has more than 15 significant digits, which DuckDB does not keep. Write it as text: "${number}".`,
    rows: (file, keys) =>
      `${file} has rows that may not be subjects: ${keys.join(", ")}. Remove totals and the like, or use yardstick score without --engine.`,
    alike: (file, [one = "", other = ""]) =>
      `in ${file}, “${one}” and “${other}” may be one name. Write it in one way.`,
    period: (file, periods) =>
      `${file} has periods that are not plainly written: ${periods.join(", ")}. Write years in four digits, as in 2008.`,
  },
  notes: {
    unused: (file, names) =>
      `${file}: the rubric does not have these columns, which were not used: ${names.join(", ")}.`,
    fractions: (file, names) =>
      `${file}: percentages stored as numbers were read with 1 as 100%; the greatest: ${names.join(", ")}.`,
    agreeing: (file, keys) =>
      `${file}: the figures of ${keys.join(", ")} are the sum of other rows; scored as a subject: check that it is no total.`,
    "not-examined": (file) => `${file} has too many rows for totals and for spellings of one name to be looked for.`,
  },
  constantsOfRubric: (names) =>
    `the query reads no file of constants: ${names} have the defaults of the rubric, or are missing where there are none.`,
  namedTwice: (option, list) => `${option} names ${list} twice.`,
  policiesNotChecked: (count) =>
    `the query does not check the ${count === 1 ? "policy" : `${count} policies`}; yardstick score does.`,
  cutsNotChecked: "the query does not report ties at the cut of a quota; yardstick score does.",
  columnsMissing: (file, missing, found) =>
    `${file} has no column ${missing}; it has ${found}. Columns are named as in the rubric.`,
  usedMissing: (alias) =>
    `the rubric uses the results of ${alias}. Score that rubric with --engine duckdb --out first, and name the file with --table ${alias}=FILE.`,
  failed: (message) => `DuckDB could not compute: ${message}`,
  written: (file, { subjects, pending, provisional, failing, outside }) =>
    `${file}: ${subjects} ${subjects === 1 ? "subject" : "subjects"}` +
    `${pending > 0 ? `, ${pending} pending for missing data` : ""}${provisional > 0 ? `, ${provisional} provisional` : ""}` +
    `${failing > 0 ? `, ${failing} against a requirement` : ""}${outside > 0 ? `, ${outside} with data out of range` : ""}.`,
};
