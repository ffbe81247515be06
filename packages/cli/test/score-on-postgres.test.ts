// `score --engine postgres` on a server of its own, where the machine has one: the digits of the engine in memory, and what becomes of
// a user who only reads, a connection that is lost, a query that is cancelled: a clear error, and nothing written.

import pg from "pg";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresFolder, type PostgresServer, startPostgres } from "../../sql/test/postgres-server.js";
import { folderWith, yardstick } from "./command.js";

const folder = postgresFolder();
if (folder === null)
  console.info("no PostgreSQL server on this machine: the tests of score --engine postgres are left out");

const RUBRIC = `考核 "甲"
满分 20 分
数据 村 {
  名称: 文本 主键
  年度: 期别
  迟报: 计数 次
  完成: 数值 万元
  比例: 百分数
  备案: 是否
  等级: 选项(差 < 中 < 好)
  台账: 明细 { 事项: 文本, 扣分: 数值, 日期: 日期 }
}
条目 报送 10 分 {
  每 迟报 扣 0.3 分 除非 备案
  逐条 台账 扣 1 分 * 扣分 最多 2 分 每 月份(日期)
}
条目 投入 10 分 { 得 满分 * 比例; 若 等级 = 差 扣 1.25 分; 若 完成 < 10.5 扣 1 分 }
排名 全部 按 总分
处理 约谈 若 连续(总分 < 15) >= 2
公布 增长 = 总分 - 上期(总分) 保留 2 位小数
要求 完成 > 0 "完成须大于零"
`;
const DATA = `名称,年度,迟报,完成,比例,备案,等级
=东,2008,1,10.25,98.2%,是,好
西,2008,3,,50%,否,差
"南, 村",2008,2,30,7%,否,中
北,2008,0,12,100%,否,好
`;
const LEDGER = `名称,年度,事项,扣分,日期
=东,2008,a,1.5,2008-01-03
=东,2008,b,1.25,2008-01-20
北,2008,c,0.5,2008-02-01
`;
const HISTORY = `名称,年度,总分
=东,2007,14.5
北,2007,16
"南, 村",2007,9.25
`;
const TABLES = `
CREATE SCHEMA 考核;
CREATE TABLE 考核.村 (名称 text, 年度 text, 迟报 integer, 完成 numeric, 比例 numeric(6, 4), 备案 boolean, 等级 text);
CREATE TABLE 台账 (名称 text, 年度 text, 事项 text, 扣分 numeric(5, 2), 日期 date);
CREATE TABLE history (名称 text, 年度 text, score numeric);
INSERT INTO 考核.村 VALUES ('=东', '2008', 1, 10.25, 0.982, true, '好'), ('西', '2008', 3, NULL, 0.5, false, '差'),
  ('南, 村', '2008', 2, 30, 0.07, false, '中'), ('北', '2008', 0, 12, 1, false, '好');
INSERT INTO 台账 VALUES ('=东', '2008', 'a', 1.5, '2008-01-03'), ('=东', '2008', 'b', 1.25, '2008-01-20'), ('北', '2008', 'c', 0.5, '2008-02-01');
INSERT INTO history VALUES ('=东', '2007', 14.5), ('北', '2007', 16), ('南, 村', '2007', 9.25);
CREATE VIEW 慢 AS SELECT 村.* FROM 考核.村, pg_sleep(20);
CREATE VIEW 浮点 AS SELECT 名称, 年度, 迟报, 完成::float8, 比例, 备案, 等级 FROM 考核.村;
CREATE VIEW 非数 AS SELECT 名称, 年度, 迟报, CASE WHEN 名称 = '北' THEN 'NaN' ELSE 完成 END AS 完成, 比例, 备案, 等级 FROM 考核.村;
CREATE VIEW 重复 AS SELECT * FROM 考核.村 UNION ALL SELECT * FROM 考核.村 WHERE 名称 = '北';
CREATE VIEW 缺列 AS SELECT 名称, 年度, 迟报 FROM 考核.村;
CREATE TABLE ${"长".repeat(21)} AS SELECT * FROM 考核.村;
CREATE VIEW 浮点记录 AS SELECT 名称, 年度, score::float8 FROM history;
CREATE TABLE 已有 (x integer);
CREATE ROLE 读者 LOGIN; GRANT USAGE ON SCHEMA 考核 TO 读者; GRANT SELECT ON ALL TABLES IN SCHEMA 考核, public TO 读者; REVOKE CREATE ON SCHEMA public FROM public;
CREATE ROLE 只读 LOGIN SUPERUSER; ALTER ROLE 只读 SET default_transaction_read_only = on;
CREATE ROLE 短时 LOGIN SUPERUSER; ALTER ROLE 短时 SET statement_timeout = '300ms';
CREATE ROLE 外人 LOGIN;
`;

interface ScoredSubject {
  readonly key: string;
  readonly score: string | null;
  readonly rankings: Readonly<Record<string, number | null>>;
  readonly parts: Readonly<Record<string, string | null>>;
  readonly consequences: readonly string[];
  readonly outputs: Readonly<Record<string, string | null>>;
}

describe.skipIf(folder === null)("yardstick score --engine postgres", { timeout: 60_000 }, () => {
  let server: PostgresServer;
  let client: pg.Client;
  let cwd: string;

  beforeAll(async () => {
    server = await startPostgres(folder ?? "");
    client = new pg.Client({ host: server.host, user: server.user, database: "postgres" });
    await client.connect();
    await client.query(TABLES);
  });
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  const score = (more: readonly string[], { user = server.user, lang = "zh" } = {}) => {
    cwd = folderWith({ "a.rubric": RUBRIC });
    const env = { LANG: "zh_CN.UTF-8", PGHOST: server.host, PGUSER: user, PGDATABASE: "postgres" };
    const named = more.some((each) => each.startsWith("村=")) ? [] : ["--table", "村=考核.村"];
    return yardstick(["score", "a.rubric", "--engine", "postgres", ...named, ...more, "--lang", lang], { cwd, env });
  };
  const isThere = async (table: string) =>
    (await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [table])).rows[0]?.there;

  it("gives the digits of the engine in memory, in a table, CSV, JSON and NDJSON", async () => {
    const memory = folderWith({ "a.rubric": RUBRIC, "data.csv": DATA, "台账.csv": LEDGER, "history.csv": HISTORY });
    const { out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd: memory });
    const { subjects } = JSON.parse(out) as { readonly subjects: readonly ScoredSubject[] };
    const number = (text: unknown) => (text === null || text === undefined ? null : Number(text));
    const expected = subjects.map(({ key, score: own, rankings, parts, consequences, outputs }) => [
      key,
      number(own),
      rankings["全部"] ?? null,
      number(parts["报送"]),
      number(parts["投入"]),
      consequences,
      number(outputs["增长"]),
    ]);
    type Row = Readonly<Record<string, unknown>>;
    const shown = (row: Row) => [
      row["key"],
      number(row["score"]),
      number(row["全部"]),
      number(row["报送"]),
      number(row["投入"]),
      row["consequences"],
      number(row["增长"]),
    ];
    const fractions = "村：百分数列存为数值，按 1 为 100% 读取，最大值：比例 100%。\n";
    const said = "4 个对象，1 个因缺数据待定，3 个暂定。\n";
    for (const name of ["r.json", "r.ndjson"]) {
      expect(await score(["--out", name])).toMatchObject({ code: 0, out: "", err: `${fractions}${name}：${said}` });
      const text = readFileSync(join(cwd, name), "utf8").trim();
      const rows = JSON.parse(name === "r.json" ? text : `[${text.replaceAll("\n", ",")}]`) as readonly Row[];
      expect(rows.map(shown).toSorted()).toEqual(expected.toSorted());
    }
    expect(await score(["--into", "考核.结果"])).toMatchObject({ code: 0, err: `${fractions}考核.结果：${said}` });
    const { rows } = await client.query<Row>("SELECT * FROM 考核.结果");
    expect(rows.map(shown).toSorted()).toEqual(expected.toSorted());
    const english = await score(["--out", "r.csv"], { lang: "en" });
    expect([english.code, english.err]).toEqual([0, expect.stringContaining("100%")]);
    const csv = readFileSync(join(cwd, "r.csv"), "utf8").split("\n");
    expect(csv[0]).toMatch(/^key,period,status,missing,outside,score,报送,投入,/u);
    expect(csv.toSorted().filter((line) => /^(?:'=东|西|"南, 村"),/u.test(line))).toHaveLength(3);
    expect(csv.find((line) => line.startsWith("西,"))).toMatch(/^西,2008,pending,完成,,,/u);
  });

  it("says what keeps the database from being used, and writes nothing", async () => {
    const nothing = async (found: Awaited<ReturnType<typeof score>>, message: RegExp, code = 1, table = "结果2") => {
      expect(found.err).toMatch(message);
      expect([found.code, found.out, await isThere(table)]).toEqual([code, "", false]);
      expect(existsSync(join(cwd, "r.csv"))).toBe(false);
    };
    const into = ["--into", "结果2"];
    await nothing(
      await score(into, { user: "读者" }),
      /没有权限，没有写入任何结果：permission denied for schema public.*只读用户请用 --out/u,
    );
    expect(await score(["--out", "r.csv"], { user: "读者" })).toMatchObject({ code: 0 });
    await nothing(await score(into, { user: "只读" }), /数据库只读，不能建结果表/u);
    await nothing(await score(["--table", "村=慢", ...into], { user: "短时" }), /查询被数据库取消，没有写入任何结果/u);
    await nothing(await score(["--table", "村=慢", "--out", "r.csv"], { user: "短时" }), /查询被数据库取消/u);
    await nothing(await score(into, { user: "外人" }), /没有表 "考核"."村"|没有权限/u);
    await nothing(await score(into, { user: "没有的人" }), /数据库拒绝登录/u, 3);
    await nothing(await score(["--table", "村=没有", ...into]), /数据库中没有表 "没有"/u);
    await nothing(
      await score(["--table", "村=缺列", ...into]),
      /表 村 中没有列：完成, 比例, 备案, 等级。现有列：名称, 年度, 迟报/u,
    );
    await nothing(await score(["--table", "村=浮点", ...into]), /表 村 的列 完成 为 double precision 类型/u);
    await nothing(
      await score(["--table", "history=浮点记录", ...into]),
      /表 history 的列 score 为 double precision 类型/u,
    );
    await nothing(
      await score(["--table", `村=${"长".repeat(22)}`, ...into]),
      new RegExp(`数据库中没有表 "${"长".repeat(22)}"`, "u"),
    );
    await nothing(await score(["--table", "村=非数", ...into]), /列 完成 中有 NaN，不是数/u);
    await nothing(
      await score(["--table", "村=重复", ...into]),
      /数据库未能计算，没有写入任何结果：table 村: a key stands twice: 北/u,
    );
    const exists = await score(["--into", "已有"], { lang: "en" });
    expect([exists.code, exists.err]).toEqual([
      1,
      expect.stringMatching(/the table of results exists, and was not changed/u),
    ]);
    expect((await client.query("SELECT * FROM 已有")).fields.map(({ name }) => name)).toEqual(["x"]);
  });

  it("reports a connection that is lost, keeps the file that was there, and leaves no table", async () => {
    for (const more of [
      ["--into", "结果3"],
      ["--out", "r.csv"],
    ]) {
      const running = score(["--table", "村=慢", ...more]);
      writeFileSync(join(cwd, "r.csv"), "before");
      for (let ended = 0; ended === 0;) {
        const { rows } = await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yardstick' AND wait_event = 'PgSleep'",
        );
        ended = rows.length;
      }
      const found = await running;
      expect([found.code, found.err]).toEqual([3, expect.stringMatching(/与数据库的连接中断，没有写入任何结果/u)]);
      expect(readFileSync(join(cwd, "r.csv"), "utf8")).toBe("before");
      expect(await isThere("结果3")).toBe(false);
    }
  });

  it("names options that it does not take, and a connection that is not there", async () => {
    const failed = async (more: readonly string[], message: RegExp, code = 2) => {
      const found = await score(more);
      expect([more, found.code, found.err]).toEqual([more, code, expect.stringMatching(message)]);
    };
    await failed(["--out", "r.csv", "--into", "t"], /--into 和 --out 只能给出一个/u);
    await failed(["--out", "r.xlsx"], /须用 --into 指定结果表，或用 --out 指定结果文件（\.csv, \.json, \.ndjson）/u);
    await failed([], /须用 --into/u);
    await failed(["--into", "a.b.c"], /“a\.b\.c”不是表名/u);
    await failed(["--into", `考核.${"长".repeat(22)}`], /“长{22}”过长：PostgreSQL 的名称最多 63 字节/u);
    await failed(["--into", "t", "--data", "d.csv"], /不接受 --data/u);
    await failed(["--into", "t", "--format", "xlsx"], /不接受 --format xlsx/u);
    await failed(["--into", "t", "--table", "别的=x"], /规则中的表有：村, 台账, history/u);
    const other = await yardstick(["score", "a.rubric", "--into", "t"], { cwd });
    expect([other.code, other.err]).toEqual([2, expect.stringMatching(/--into 只用于 --engine postgres/u)]);
    const none = await yardstick(["score", "a.rubric", "--engine", "postgres", "--into", "t"], {
      cwd,
      env: { LANG: "en_GB" },
    });
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/there is no connection: set DATABASE_URL/u)]);
    const service = await yardstick(["score", "a.rubric", "--engine", "postgres", "--into", "t"], {
      cwd,
      env: { LANG: "en_GB", PGSERVICE: "s", PGHOST: server.host },
    });
    expect([service.code, service.err]).toEqual([2, expect.stringMatching(/PGSERVICE is not read: unset it/u)]);
    const env = { LANG: "en_GB", DATABASE_URL: "postgres://a@127.0.0.1:1/b" };
    const unreachable = await yardstick(["score", "a.rubric", "--engine", "postgres", "--into", "t"], { cwd, env });
    expect([unreachable.code, unreachable.err]).toEqual([3, expect.stringMatching(/the database cannot be reached/u)]);
  });
});
