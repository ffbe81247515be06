// One table with a doubtful cell of each kind, in CSV, JSON and Parquet: `score --engine duckdb` gives what `score` gives, or ends with an
// error. The tables below say which of the two, so that neither a wrong digit nor a needless refusal passes.

import { DuckDBInstance } from "@duckdb/node-api";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isWhole, someOf } from "../../../test/properties.js";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "甲"
满分 100 分
数据 村 {
  名称: 文本 主键
  年度: 期别
  次数: 计数 次
  完成: 数值 万元
  比例: 百分数
  备案: 是否
  等级: 选项(差 < 中 < 好)
  日期: 日期
  片区: 文本
}
条目 报送 60 分 {
  每 次数 扣 0.5 分
  若 备案 扣 1.25 分
  若 等级 = 差 扣 2 分
  若 日期 < 2008-02-01 扣 3 分
  若 片区 = "东片" 扣 4 分
}
条目 投入 40 分 { 得 满分 * 比例; 若 完成 < 10.5 扣 0.1 分 }
排名 本片 按 总分 同 片区
`;
const HEADERS = ["名称", "年度", "次数", "完成", "比例", "备案", "等级", "日期", "片区"] as const;
type Header = (typeof HEADERS)[number];
type Row = Readonly<Record<Header, unknown>>;
const PLAIN: Row = {
  名称: "东村",
  年度: "2008",
  次数: "7",
  完成: "13.7",
  比例: "81.3%",
  备案: "否",
  等级: "中",
  日期: "2008-03-01",
  片区: "东片",
};
const OTHERS: readonly Row[] = [
  { ...PLAIN, 名称: "西村", 次数: "3", 完成: "9.25", 备案: "是", 片区: "西片" },
  { ...PLAIN, 名称: "南村", 次数: "11", 比例: "67.1%", 等级: "好", 日期: "2008-01-15" },
];

/** Cells by field: those that both read alike, and those that the query refuses. */
const CELLS: Readonly<Record<Header, { readonly equal: readonly string[]; readonly refused: readonly string[] }>> = {
  名称: {
    equal: ["北村", " 中村 ", "\u3000上村\t", "北-1", "0012", "North Village"],
    refused: [
      "",
      " ",
      "西 村",
      "西村\u200b",
      "西\u00a0村",
      "合计",
      "全县合计",
      "平均得分",
      "最高分",
      "全县",
      "制表人：张三",
      "#N/A",
      "同上",
      "1.10E+17",
      "'=1",
      '="0012"',
      "西村",
    ],
  },
  年度: {
    equal: ["2008", " 2008 ", "2009", "2008Q1"],
    refused: ["", "2008年", "２００８", "08年", "2008.0", "2,008", "二〇〇八年", "FY08", "2008年度"],
  },
  次数: {
    equal: ["3", "3.0", " 3 ", "\u30003", "\t3\u00a0", "+3", "007", "0", "", "-1"],
    refused: [
      "3.5",
      "1e3",
      "１２",
      "1,234",
      "12次",
      "无",
      "/",
      "-",
      "—",
      "三",
      "0x10",
      "∞",
      "NaN",
      "true",
      "3;4",
      "3 4",
      "'3",
      '="3"',
      "1.2.3",
      "2008-01-31",
    ],
  },
  完成: {
    equal: ["10.25", "10.4999999999", "10.50", "+10.25", "-10.25", "00010", "10.250000", ""],
    refused: [
      ".5",
      "10.",
      "1,234.5",
      "￥5",
      "10万元",
      "1:30",
      "10-20",
      "−5",
      "5%",
      "#N/A",
      "1.5E+05",
      "（10）",
      "约十",
      "1".repeat(60),
      "1 0",
      // More digits than the types of the query hold.
      "123456789012345.123456789012345",
    ],
  },
  比例: {
    equal: ["98.2%", "98.2 %", " 50% ", "120%", "-3%", "0%", "33.333333333%", ""],
    refused: ["９８％", "0.982", "98.2", "982‰", "0", "%", "98.2%%", "九成", "1/2"],
  },
  备案: {
    equal: [
      "是",
      "否",
      "√",
      "×",
      "✓",
      "✗",
      "✔",
      "✘",
      "☑",
      "yes",
      "YES",
      "No",
      "y",
      "N",
      "TRUE",
      "false",
      "1",
      "0",
      " 是 ",
      "",
    ],
    refused: ["2", "1.0", "有", "无", "是的", "ＹＥＳ", "t", "on", "-", "已备案"],
  },
  等级: {
    equal: ["好", " 好 ", "差", "\u3000中", ""],
    refused: ["很好", "优", "1", "3", "好中", "好 中"],
  },
  日期: {
    equal: ["2008-01-31", " 2008-01-31 ", "2008-02-29", "0001-01-01", "9999-12-31", "2008-01-31 00:00:00", ""],
    refused: [
      "2008-1-31",
      "2008/01/31",
      "2008.1.31",
      "20080131",
      "2008年1月31日",
      "2008-01-31T08:00:00Z",
      "2008-01-31 08:30:00",
      "08-01-31",
      "31/01/2008",
      "2008-02-30",
      "0000-01-01",
      "infinity",
      "epoch",
      "2008-01-31 (BC)",
      "39478",
      "今天",
    ],
  },
  片区: {
    equal: ["东片", " 东片\u3000", "北片", "NULL", "0012", "A-1", ""],
    refused: [
      "东 片",
      "西 片",
      "东片\u200b片\ufffd",
      "#N/A",
      "#DIV/0!",
      "同上",
      "〃",
      "1.10E+17",
      "'=东",
      '="东片"',
      "ditto",
    ],
  },
};

/** Values of JSON that are no texts, as written. */
const VALUES: Readonly<Record<Header, { readonly equal: readonly string[]; readonly refused: readonly string[] }>> = {
  名称: { equal: ["12", "-7"], refused: ["null", "true", "1.5", "1.50", "1e3", '["北村"]', '{"a":1}'] },
  年度: { equal: ["2009"], refused: ["null", "2008.0", "true", "[2008]"] },
  次数: {
    equal: ["3", "3.0", "0", "null", "-1"],
    refused: ["3.5", "true", "[3]", "{}", "1e400", "3.0000000000000000001"],
  },
  完成: {
    equal: ["10.25", "10.4999999999", "1e1", "null"],
    refused: [
      "10.4999999999999999999",
      "10.50000000000000000001",
      "1.5e-9",
      "true",
      "[10]",
      '{"a":10}',
      "123456789012345678e-1",
    ],
  },
  比例: { equal: ["null"], refused: ["0.982", "98.2", "0", "true", "[1]"] },
  备案: { equal: ["true", "false", "1", "0", "null"], refused: ["2", "1.0", "[true]", "{}"] },
  等级: { equal: ["null"], refused: ["1", "true", '["好"]', "{}"] },
  日期: { equal: ["null"], refused: ["20080131", "39478", "true", "[]"] },
  片区: { equal: ["12", "null"], refused: ["1.5", "1.50", "true", '["东片"]', '{"a":1}', "1e3"] },
};

/** Typed cells of Parquet as SQL, with the text that they are read as; null: refused. */
const TYPED: readonly (readonly [Header, string, string | null])[] = [
  ["次数", "3::TINYINT", "3"],
  ["次数", "3.0::DECIMAL(5, 1)", "3"],
  ["次数", "3.5::DECIMAL(5, 1)", null],
  ["次数", "3::DOUBLE", null],
  ["次数", "true", null],
  ["完成", "10.25::DECIMAL(9, 4)", "10.25"],
  ["完成", "12::DECIMAL(38, 0)", "12"],
  ["完成", "10.25::FLOAT", null],
  ["完成", "'NaN'::DOUBLE", null],
  ["比例", "0.982::DECIMAL(9, 4)", "98.2%"],
  ["比例", "0.982::DOUBLE", null],
  ["备案", "true", "是"],
  ["备案", "0::INTEGER", "否"],
  ["备案", "2::INTEGER", null],
  ["备案", "0.5::DOUBLE", null],
  ["等级", "'好'::ENUM('好', '中', '差')", "好"],
  ["等级", "2::INTEGER", null],
  ["日期", "DATE '2008-01-31'", "2008-01-31"],
  ["日期", "TIMESTAMP '2008-01-31 00:00:00'", "2008-01-31"],
  ["日期", "TIMESTAMP '2008-01-31 08:30:00'", null],
  ["日期", "TIMESTAMPTZ '2008-01-31 00:00:00+00'", null],
  ["日期", "'infinity'::DATE", null],
  ["日期", "20080131::INTEGER", null],
  ["片区", "12::INTEGER", "12"],
  ["片区", "1.50::DECIMAL(5, 2)", null],
  ["片区", "1.5::DOUBLE", null],
  ["片区", "true", null],
  ["片区", "'abc'::BLOB", null],
  ["名称", "12::BIGINT", "12"],
  ["名称", "12::DOUBLE", null],
  ["年度", "2009::SMALLINT", "2009"],
  ["年度", "2008::DOUBLE", null],
  ["年度", "DATE '2008-01-01'", null],
];

let database: Awaited<ReturnType<DuckDBInstance["connect"]>>;
beforeAll(async () => {
  database = await (await DuckDBInstance.create(":memory:")).connect();
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly Row[]) =>
  [HEADERS, ...rows.map((row) => HEADERS.map((name) => String(row[name])))]
    .map((cells) => cells.map(quoted).join(","))
    .join("\n");
const sql = (text: unknown) => `'${String(text).replaceAll("'", "''")}'`;

/** Writes rows of SQL values to a file of Parquet. */
async function writeParquet(file: string, rows: readonly Row[]): Promise<void> {
  const selects = rows.map((row) => `SELECT ${HEADERS.map((name) => `${String(row[name])} AS "${name}"`).join(", ")}`);
  await database.run(`COPY (${selects.join(" UNION ALL ")}) TO ${sql(file)} (FORMAT parquet)`);
}

/** Key, period, status, score and place of each subject; null where nothing was scored. */
type Scored = readonly (readonly unknown[])[] | null;

const number = (value: unknown) => (value === null || value === undefined ? null : Number(value));

async function inMemory(
  cwd: string,
  data: string,
  ...more: readonly string[]
): Promise<{ readonly scored: Scored; readonly code: number }> {
  const { code, out } = await yardstick(["score", "a.rubric", "--data", data, "--format", "json", ...more], { cwd });
  if (out === "") return { scored: null, code };
  const { subjects } = JSON.parse(out) as { readonly subjects: readonly Readonly<Record<string, unknown>>[] };
  const scored = subjects.map(({ key, period, status, score, rankings }) => {
    const { 本片: place } = rankings as Readonly<Record<string, unknown>>;
    return [key, period, status === "scored" ? "scored" : "pending", number(score), number(place)];
  });
  return { scored: scored.toSorted(byKey), code };
}

async function onDuckdb(
  cwd: string,
  data: string,
  ...more: readonly string[]
): Promise<{ readonly scored: Scored; readonly code: number; readonly err: string }> {
  const out = join(cwd, "r.json");
  const { code, err } = await yardstick(
    ["score", "a.rubric", "--data", data, "--engine", "duckdb", "--out", out, ...more],
    {
      cwd,
    },
  );
  if (!existsSync(out)) return { scored: null, code, err };
  const rows = JSON.parse(readFileSync(out, "utf8")) as readonly Readonly<Record<string, unknown>>[];
  const scored = rows.map((row) => [
    row["key"],
    row["period"],
    row["status"],
    number(row["score"]),
    number(row["本片"]),
  ]);
  return { scored: scored.toSorted(byKey), code, err };
}

const byKey = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);

/** `equal`, `refused` with an error, or what differs. */
async function outcome(cwd: string, data: string, memoryData = data): Promise<string> {
  const found = await onDuckdb(cwd, data);
  if (found.scored === null)
    return found.code > 0 && found.err.trim() !== "" ? "refused" : `no result, code ${found.code}`;
  const expected = await inMemory(cwd, memoryData);
  if (JSON.stringify(found.scored) !== JSON.stringify(expected.scored))
    return `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found.scored)}`;
  return found.code === expected.code ? "equal" : `expected code ${expected.code}, found ${found.code}`;
}

/** The three forms of files whose cells are texts: every other refused cell is tried in one of them in turn, and in a long run each in all. */
const TEXT_FORMS = ["csv", "json", "parquet"] as const;

/**
 * What each field gives, where that is not what is expected. Cells that are read are in one table, each that is refused in its own.
 *
 * @param form the form of the texts; null for cells that exist in one form alone, of which a sixth is tried, in a long run all
 */
async function unexpected(
  cells: typeof CELLS,
  form: (typeof TEXT_FORMS)[number] | null,
  run: (rows: readonly Row[]) => Promise<string>,
  written = (cell: string): string => cell,
): Promise<readonly string[]> {
  const isTurn = (at: number) => isWhole || TEXT_FORMS[at % (2 * TEXT_FORMS.length)] === (form ?? "csv");
  const found: string[] = [];
  for (const field of HEADERS) {
    const { equal, refused } = cells[field];
    const rows = equal.map((cell, index): Row => ({ ...PLAIN, 名称: `${index} 号`, [field]: written(cell) }));
    const given = await run([...rows, ...OTHERS]);
    if (given !== "equal") found.push(`${field}: ${given}`);
    for (const cell of refused.filter((_, at) => isTurn(at))) {
      const alone = await run([{ ...PLAIN, [field]: written(cell) }, ...OTHERS]);
      if (alone !== "refused") found.push(`${field} ${JSON.stringify(cell)}: ${alone}`);
    }
  }
  return found;
}

describe("doubtful cells", () => {
  it("are in tables that are scored without them", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "d.csv": csvOf([PLAIN, ...OTHERS]) });
    expect(await outcome(cwd, "d.csv")).toBe("equal");
    expect((await inMemory(cwd, "d.csv")).scored?.map(([, , status]) => status)).toEqual([
      "scored",
      "scored",
      "scored",
    ]);
  });

  it("of CSV are read as in memory, or refused", async () => {
    const found = await unexpected(CELLS, "csv", (rows) =>
      outcome(folderWith({ "a.rubric": RUBRIC, "d.csv": csvOf(rows) }), "d.csv"),
    );
    expect(found).toEqual([]);
  });

  it("of JSON that are texts are read as in memory, or refused", async () => {
    const found = await unexpected(CELLS, "json", (rows) =>
      outcome(folderWith({ "a.rubric": RUBRIC, "d.json": JSON.stringify(rows) }), "d.json"),
    );
    expect(found).toEqual([]);
  });

  it("of JSON that are other values are read as in memory, or refused", async () => {
    const found = await unexpected(
      VALUES,
      null,
      (rows) => {
        const text = JSON.stringify(rows).replaceAll(/"@(.*?)@"/gu, (_, cell: string) => cell.replaceAll('\\"', '"'));
        return outcome(folderWith({ "a.rubric": RUBRIC, "d.json": text }), "d.json");
      },
      (cell) => `@${cell}@`,
    );
    expect(found).toEqual([]);
  });

  it("of Parquet that are texts are read as those of JSON in memory, or refused", async () => {
    const found = await unexpected(CELLS, "parquet", async (rows) => {
      const cwd = folderWith({ "a.rubric": RUBRIC, "d.json": JSON.stringify(rows) });
      await writeParquet(
        join(cwd, "d.parquet"),
        rows.map((row) => mapped(row, sql)),
      );
      return outcome(cwd, "d.parquet", "d.json");
    });
    expect(found).toEqual([]);
  });

  it("of Parquet that have types are read as the texts that they stand for, or refused", async () => {
    const found: string[] = [];
    for (const [field, cell, text] of someOf(TYPED, TYPED.length / 6)) {
      const cwd = folderWith({ "a.rubric": RUBRIC, "d.csv": csvOf([{ ...PLAIN, [field]: text ?? "" }]) });
      await writeParquet(join(cwd, "d.parquet"), [{ ...mapped(PLAIN, sql), [field]: cell }]);
      const given = await outcome(cwd, "d.parquet", "d.csv");
      if (given !== (text === null ? "refused" : "equal")) found.push(`${field} ${cell}: ${given}`);
    }
    expect(found).toEqual([]);
  });
});

describe("rows of a list", () => {
  const LEDGER = `考核 "乙"
满分 20 分
数据 村 { 名称: 文本 主键, 年度: 期别, 台账: 明细 { 事项: 文本, 次数: 计数 = 1, 比例: 百分数, 日期: 日期 } }
条目 报送 20 分 { 逐条 台账 其中 事项 = "迟报" 扣 1 分 * 次数 最多 5 分 每 月份(日期); 逐条 台账 扣 1 分 * 比例 }
排名 本片 按 总分
`;
  const SUBJECTS = "名称,年度\n东村,2008\n东村,2009\n西村,2008\n";
  const HEAD = "名称,年度,事项,次数,比例,日期";
  const ROWS = [
    "东村,2008,迟报,4,12.5%,2008-01-03",
    "东村,2008,迟报,3,25%,2008-01-20",
    "东村,2009,漏报,,30%,2009-02-01",
  ];
  const run = async (rows: readonly string[], ending: string) => {
    const cwd = folderWith({ "a.rubric": LEDGER, "data.csv": SUBJECTS, "l.csv": [HEAD, ...rows].join("\n") });
    const read = `SELECT * FROM read_csv(${sql(join(cwd, "l.csv"))}, all_varchar = true, header = true)`;
    const form = ending === "json" ? "FORMAT json, ARRAY true" : `FORMAT ${ending}`;
    await database.run(`COPY (${read}) TO ${sql(join(cwd, `台账.${ending}`))} (${form})`);
    const found = await onDuckdb(cwd, "data.csv", "--table", `台账=台账.${ending}`);
    if (found.scored === null) return found.code > 0 && found.err !== "" ? "refused" : `no result, code ${found.code}`;
    const expected = await inMemory(cwd, "data.csv", "--table", "台账=l.csv");
    return JSON.stringify(found.scored) === JSON.stringify(expected.scored) && found.code === expected.code
      ? "equal"
      : `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
  };

  it.each(["csv", "json", "parquet"])("in %s are read as in memory, or refused", async (ending) => {
    expect(await run(ROWS, ending)).toBe("equal");
    expect(await run([...ROWS, "西村,2008, 迟报 ,2,5%,"], ending)).toBe("equal");
    for (const row of [
      "西村,2008,迟报,2.5,5%,2008-01-03",
      "西村,2008,迟报,2,0.05,2008-01-03",
      "西村,2008,迟报,2,5%,2008/1/3",
      "西村,2008,迟 报,2,5%,2008-01-03",
      "西村,2008年,迟报,2,5%,2008-01-03",
      "西村,,迟报,2,5%,2008-01-03",
      "西 村,2008,迟报,2,5%,2008-01-03",
      "东村,2008,小计,7,37.5%,2008-01-31",
    ])
      expect([row, await run([...ROWS, row], ending)]).toEqual([row, "refused"]);
  });
});

function mapped(row: Row, to: (cell: unknown) => unknown): Row {
  return Object.fromEntries(HEADERS.map((name) => [name, to(row[name])])) as unknown as Row;
}
