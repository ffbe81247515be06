/**
 * What `score --engine postgres` says, in both languages.
 */

/** What keeps a database from being used; each with the database's own reason. */
export type DatabaseFailure =
  "connect" | "login" | "lost" | "cancelled" | "forbidden" | "read-only" | "exists" | "disk";

/** The texts in one language. */
export interface PostgresMessages {
  readonly notInstalled: (driver: string) => string;
  readonly notTaken: (option: string) => string;
  /** An option of this engine with another one. */
  readonly onlyHere: (option: string) => string;
  readonly needsTarget: (endings: string) => string;
  readonly oneTarget: string;
  readonly badTable: (name: string) => string;
  readonly longName: (name: string, bytes: number) => string;
  readonly noConnection: string;
  readonly noServices: string;
  readonly failures: Readonly<Record<DatabaseFailure, (reason: string) => string>>;
  /** Any other error of the database, of a cell among them. */
  readonly failed: (reason: string) => string;
  readonly tableMissing: (table: string) => string;
  readonly columnsMissing: (table: string, missing: string, found: string) => string;
  readonly columnType: (table: string, column: string, type: string) => string;
  readonly noNumber: (table: string, column: string, found: string) => string;
}

/** The texts in Chinese. */
export const postgresZh: PostgresMessages = {
  notInstalled: (driver) => `未安装 PostgreSQL 驱动。请先运行 npm install ${driver}。`,
  notTaken: (option) => `--engine postgres 不接受 ${option}。`,
  onlyHere: (option) => `${option} 只用于 --engine postgres。`,
  needsTarget: (endings) => `--engine postgres 须用 --into 指定结果表，或用 --out 指定结果文件（${endings}）。`,
  oneTarget: "--into 和 --out 只能给出一个。",
  badTable: (name) => `“${name}”不是表名；请写成 表名 或 模式.表名。`,
  longName: (name, bytes) =>
    `“${name}”过长：PostgreSQL 的名称最多 ${bytes} 字节（约 ${Math.floor(bytes / 3)} 个汉字）。请另取表名。`,
  noServices: "不读取 PGSERVICE。请改用环境变量 DATABASE_URL，或 PGHOST、PGDATABASE、PGUSER 等，并清除 PGSERVICE。",
  noConnection: "没有数据库连接。请设置环境变量 DATABASE_URL，或 PGHOST、PGDATABASE、PGUSER 等。",
  failures: {
    connect: (reason) => `不能连接数据库：${reason}`,
    login: (reason) => `数据库拒绝登录：${reason}`,
    lost: (reason) => `与数据库的连接中断，没有写入任何结果：${reason}`,
    cancelled: (reason) => `查询被数据库取消，没有写入任何结果：${reason}`,
    forbidden: (reason) =>
      `没有权限，没有写入任何结果：${reason}。读取须有各表的 SELECT 权限，--into 须有在该模式中建表的权限；只读用户请用 --out。`,
    "read-only": (reason) => `数据库只读，不能建结果表：${reason}。请用 --out 写入文件。`,
    exists: (reason) => `结果表已存在，没有改动：${reason}。请另取表名，或先删除该表。`,
    disk: (reason) => `数据库的磁盘已满，没有写入任何结果：${reason}`,
  },
  failed: (reason) => `数据库未能计算，没有写入任何结果：${reason}`,
  tableMissing: (table) => `数据库中没有表 ${table}，或无权查看。请用 --table 名称=表名 指定。`,
  columnsMissing: (table, missing, found) =>
    `表 ${table} 中没有列：${missing}。现有列：${found}。列名须与规则中的名称相同。`,
  columnType: (table, column, type) =>
    `表 ${table} 的列 ${column} 为 ${type} 类型，不能精确读取。数值须为整数或 numeric，是否须为 boolean，日期须为 date；可建视图转换。`,
  noNumber: (table, column, found) => `表 ${table} 的列 ${column} 中有 ${found}，不是数。`,
};

/** The texts in English. */
export const postgresEn: PostgresMessages = {
  notInstalled: (driver) => `The driver of PostgreSQL is not installed. Run npm install ${driver} first.`,
  notTaken: (option) => `--engine postgres does not take ${option}.`,
  onlyHere: (option) => `${option} is for --engine postgres only.`,
  needsTarget: (endings) =>
    `--engine postgres writes to a table or to a file: name it with --into, or with --out (${endings}).`,
  oneTarget: "--into and --out cannot be given together.",
  badTable: (name) => `“${name}” is no name of a table; write TABLE or SCHEMA.TABLE.`,
  longName: (name, bytes) =>
    `“${name}” is too long: a name of PostgreSQL has up to ${bytes} bytes. Choose another name.`,
  noServices: "PGSERVICE is not read: unset it, and set DATABASE_URL, or PGHOST, PGDATABASE, PGUSER and so on.",
  noConnection: "there is no connection: set DATABASE_URL, or PGHOST, PGDATABASE, PGUSER and so on.",
  failures: {
    connect: (reason) => `the database cannot be reached: ${reason}`,
    login: (reason) => `the database refuses the login: ${reason}`,
    lost: (reason) => `the connection to the database was lost, and nothing was written: ${reason}`,
    cancelled: (reason) => `the database cancelled the query, and nothing was written: ${reason}`,
    forbidden: (reason) =>
      `a right is missing, and nothing was written: ${reason}. Reading needs SELECT on each table, --into the right to create tables in the schema; a user who only reads takes --out.`,
    "read-only": (reason) =>
      `the database is read-only, so no table can be made: ${reason}. Write to a file with --out.`,
    exists: (reason) =>
      `the table of results exists, and was not changed: ${reason}. Choose another name, or drop it first.`,
    disk: (reason) => `the disk of the database is full, and nothing was written: ${reason}`,
  },
  failed: (reason) => `the database could not compute, and nothing was written: ${reason}`,
  tableMissing: (table) =>
    `the database has no table ${table}, or it may not be seen. Name it with --table NAME=TABLE.`,
  columnsMissing: (table, missing, found) =>
    `the table ${table} has no column ${missing}; it has ${found}. Columns are named as in the rubric.`,
  columnType: (table, column, type) =>
    `the column ${column} of ${table} is ${type}, which cannot be read exactly. Numbers are whole or numeric, truths boolean, days date; a view may convert it.`,
  noNumber: (table, column, found) => `the column ${column} of ${table} holds ${found}, which is no number.`,
};
