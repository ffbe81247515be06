/**
 * What `score --engine duckdb` says, in both languages.
 */

/** Numbers of subjects. */
interface Counts {
  readonly subjects: number;
  readonly pending: number;
  readonly provisional: number;
  readonly failing: number;
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
  /** Constants in a query that no file supplies. */
  readonly constantsOfRubric: (names: string) => string;
  readonly namedTwice: (option: string, list: string) => string;
  readonly policiesNotChecked: (count: number) => string;
  readonly cutsNotChecked: string;
  readonly columnsMissing: (file: string, missing: string, found: string) => string;
  /** An error of the engine: of a cell, a file, memory. */
  readonly failed: (message: string) => string;
  readonly written: (file: string, counts: Counts) => string;
}

/** The texts in Chinese. */
export const duckdbZh: DuckdbMessages = {
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
  constantsOfRubric: (names) => `查询不读取常量文件；${names} 采用规则中的默认值，没有默认值的为缺失。`,
  namedTwice: (option, list) => `${option} 对 ${list} 只能给出一次。`,
  policiesNotChecked: (count) => `查询不核对政策检查（${count} 条）；请用 yardstick score 核对。`,
  cutsNotChecked: "查询不说明名额线上的并列；请用 yardstick score 核对。",
  columnsMissing: (file, missing, found) =>
    `${file} 中没有列：${missing}。现有列：${found}。列名须与规则中的名称相同。`,
  failed: (message) => `DuckDB 未能计算：${message}`,
  written: (file, { subjects, pending, provisional, failing }) =>
    `${file}：${subjects} 个对象` +
    `${pending > 0 ? `，${pending} 个因缺数据待定` : ""}${provisional > 0 ? `，${provisional} 个暂定` : ""}` +
    `${failing > 0 ? `，${failing} 个不符合要求` : ""}。`,
};

/** The texts in English. */
export const duckdbEn: DuckdbMessages = {
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
  constantsOfRubric: (names) =>
    `the query reads no file of constants: ${names} have the defaults of the rubric, or are missing where there are none.`,
  namedTwice: (option, list) => `${option} names ${list} twice.`,
  policiesNotChecked: (count) =>
    `the query does not check the ${count === 1 ? "policy" : `${count} policies`}; yardstick score does.`,
  cutsNotChecked: "the query does not report ties at the cut of a quota; yardstick score does.",
  columnsMissing: (file, missing, found) =>
    `${file} has no column ${missing}; it has ${found}. Columns are named as in the rubric.`,
  failed: (message) => `DuckDB could not compute: ${message}`,
  written: (file, { subjects, pending, provisional, failing }) =>
    `${file}: ${subjects} ${subjects === 1 ? "subject" : "subjects"}` +
    `${pending > 0 ? `, ${pending} pending for missing data` : ""}${provisional > 0 ? `, ${provisional} provisional` : ""}` +
    `${failing > 0 ? `, ${failing} against a requirement` : ""}.`,
};
