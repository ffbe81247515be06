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
  readonly noData: (file: string) => string;
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
  noData: (file) => `没有数据文件，如 ${file}。请用 --data 指定。`,
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
  noData: (file) => `there is no data file such as ${file}; name one with --data.`,
  columnsMissing: (file, missing, found) =>
    `${file} has no column ${missing}; it has ${found}. Columns are named as in the rubric.`,
  failed: (message) => `DuckDB could not compute: ${message}`,
  written: (file, { subjects, pending, provisional, failing }) =>
    `${file}: ${subjects} ${subjects === 1 ? "subject" : "subjects"}` +
    `${pending > 0 ? `, ${pending} pending for missing data` : ""}${provisional > 0 ? `, ${provisional} provisional` : ""}` +
    `${failing > 0 ? `, ${failing} against a requirement` : ""}.`,
};
