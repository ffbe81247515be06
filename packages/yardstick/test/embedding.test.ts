import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rubric } from "../src/index.js";
import {
  ENGINE_VERSION,
  compile,
  describeFailure,
  fingerprint,
  renderExplanation,
  resolvePath,
  usedResults,
} from "../src/index.js";
import { ROWS, TEAM } from "./team.js";
import { runs } from "../../../test/properties.js";

function sound(source: string, options: Parameters<typeof compile>[1] = {}): Rubric {
  const { rubric, diagnostics } = compile(source, options);
  if (rubric === null) throw new Error(JSON.stringify(diagnostics, null, 2));
  return rubric;
}

describe("compile", () => {
  test("returns a rubric and no diagnostics for a valid text", () => {
    const { rubric, diagnostics } = compile(TEAM);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(rubric?.program.title).toBe("班子考核");
  });

  test("returns diagnostics in the requested language, and no rubric, for a text with errors", () => {
    const wrong = TEAM.replace("得 财政 }", "得 财攻 }");
    const zh = compile(wrong);
    const en = compile(wrong, { lang: "en" });
    expect(zh.rubric).toBeNull();
    expect(zh.diagnostics[0]).toMatchObject({ severity: "error", message: expect.stringContaining("财攻") });
    expect(wrong.slice(...(zh.diagnostics[0]?.span ?? [0, 0]))).toBe("财攻");
    expect(en.diagnostics[0]?.code).toBe(zh.diagnostics[0]?.code);
    expect(en.diagnostics[0]?.message).not.toBe(zh.diagnostics[0]?.message);
    expect(zh.findings).toHaveLength(zh.diagnostics.length);
  });

  test("never throws for any text", () => {
    const piece = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom(...TEAM.split(/(?<=\s)/u)));
    const anyText = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
      fc.nat(TEAM.length).map((end) => TEAM.slice(0, end)),
    );
    fc.assert(
      fc.property(anyText, (source) => {
        const { rubric, diagnostics } = compile(source);
        expect(rubric === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
      }),
      runs(0.15),
    );
  }, 60_000);

  test("refuses a text beyond the limit with a diagnostic", () => {
    const { rubric, diagnostics } = compile(TEAM, { limits: { sourceSize: 100 } });
    expect(rubric).toBeNull();
    expect(diagnostics).toMatchObject([{ code: "source-too-large" }]);
  });
});

describe("score", () => {
  const rubric = sound(TEAM);

  test("accepts row objects with text, bigint and safe integers, and nested side rows", () => {
    const scored = rubric.score(ROWS);
    expect(scored.failures).toEqual([]);
    expect(scored.subjects.map(({ key, score, status }) => [key, score, status])).toEqual([
      ["东乡", "76.0", "scored"],
      ["西乡", "76.2", "scored"],
      ["北乡", null, "pending"],
    ]);
    expect(scored.subjects[2]?.awaiting).toMatchObject([{ field: "民生", reason: "blank" }]);
  });

  test("accepts several tables by name, the subjects also under their own name", () => {
    const rows = ROWS.map(({ 台账: _, ...row }) => row);
    const ledger = [{ 名称: "东乡", 年度: "2024", 事项: "投诉" }];
    const expected = rubric.score(ROWS).subjects;
    expect(rubric.score({ subjects: rows, 台账: ledger }).subjects).toEqual(expected);
    expect(rubric.score({ 乡镇: rows, 台账: ledger, constants: { 单价: "100" } }).subjects).toEqual(expected);
    expect(rubric.score({ subjects: rows, lists: { 台账: ledger } }).subjects).toEqual(expected);
  });

  test("accepts typed columns", () => {
    const { dataset, subjects } = rubric.score(ROWS);
    expect(rubric.score(dataset).subjects).toEqual(subjects);
  });

  test("gives a ranking in the order of its places", () => {
    expect(rubric.score(ROWS).ranking("全县")).toEqual([
      { place: 1, key: "西乡", period: "2024", score: "76.2" },
      { place: 2, key: "东乡", period: "2024", score: "76.0" },
    ]);
    expect(rubric.score(ROWS).ranking("没有")).toEqual([]);
  });

  test("scores under a scenario and reports its changes", () => {
    const before = rubric.score(ROWS);
    const after = rubric.score(ROWS, { scenario: "民生优先" });
    expect(after.subjects.map(({ score }) => score)).toEqual(["69.0", "79.3", null]);
    expect(before.compare(after)).toMatchObject([
      { key: "东乡", score: { before: "76.0", after: "69.0", change: "-7.0" }, rankings: { 全县: { rise: 0 } } },
      { key: "西乡", score: { before: "76.2", after: "79.3", change: "3.1" } },
      { key: "北乡", score: { before: null, after: null, change: null } },
    ]);
  });

  test("explains a subject, and returns undefined for an unknown one", () => {
    const scored = rubric.score(ROWS);
    expect(scored.explain("东乡")).toMatchObject({ key: "东乡", score: "76.0", sum: "76" });
    expect(scored.explain("南乡")).toBeNull();
    expect(scored.explain("东乡", "2023")).toBeNull();
  });

  test("scores one period on request", () => {
    const both = [...ROWS, { 名称: "东乡", 年度: "2023", 财政: "50", 民生: "50", 台账: [] }];
    expect(rubric.score(both, { period: "2023" }).subjects.map(({ score }) => score)).toEqual(["50.0"]);
    expect(rubric.score(both).explain("东乡")?.period).toBe("2024");
    expect(rubric.score(both).explain("东乡", "2023")?.score).toBe("50.0");
  });

  test.each([
    [{ scenario: "没有" }, "没有名为“没有”的方案；可选：民生优先。"],
    [{ period: "1999" }, "数据中没有“1999”这一期；可选：2024。"],
  ])("with an unknown name, %j, returns a failure and no subjects", (options, message) => {
    const scored = rubric.score(ROWS, options);
    expect(scored.subjects).toEqual([]);
    expect(scored.failures.map((failure) => describeFailure(failure, "zh"))).toEqual([message]);
  });

  test("of more rows than the limit returns a failure", () => {
    const small = sound(TEAM, { limits: { rows: 2 } });
    expect(small.score(ROWS).failures).toEqual([{ kind: "too-many-rows", table: "乡镇", found: 3, limit: 2 }]);
    expect(sound(TEAM, { limits: { sideRows: 0 } }).score(ROWS).failures).toMatchObject([{ table: "台账", found: 1 }]);
  });

  test("that needs more memory or time than the limits allow returns a failure and no subjects", async () => {
    const large = sound(TEAM, { limits: { bytes: 1 } }).score(ROWS);
    expect([large.subjects, large.failures[0]?.kind]).toEqual([[], "too-large"]);
    const late = sound(TEAM, { limits: { milliseconds: 0 } });
    for (const scored of [late.score(ROWS), await late.scoreAsync(ROWS)])
      expect([scored.subjects, scored.failures]).toEqual([[], [{ kind: "too-long", limit: 0 }]]);
    expect(sound(TEAM, { limits: { milliseconds: null } }).score(ROWS).subjects).toHaveLength(3);
    expect(describeFailure({ kind: "too-long", limit: 300_000 }, "zh")).toBe(
      "计算超过 300 秒，已停止，没有结果；请分批计算，或调高上限。",
    );
    expect(describeFailure({ kind: "too-large", found: 3_000_000_000, limit: 2_000_000_000 }, "en")).toBe(
      "scoring needs 3000 MB of memory, more than the limit of 2000 MB; score the data in parts, or raise the limit.",
    );
  });

  test("can be aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => rubric.score(ROWS, { signal })).toThrow("enough");
    await expect(rubric.scoreAsync(ROWS, { signal })).rejects.toThrow("enough");
    const controller = new AbortController();
    const running = rubric.scoreAsync(ROWS, { signal: controller.signal });
    controller.abort(new Error("later"));
    await expect(running).rejects.toThrow("later");
  });

  test("returns the same asynchronously as synchronously", async () => {
    expect((await rubric.scoreAsync(ROWS)).toJSON()).toEqual(rubric.score(ROWS).toJSON());
  });
});

describe("the receipt", () => {
  const rubric = sound(TEAM);

  test("fingerprints rubric and data with SHA-256", () => {
    expect(fingerprint("abc")).toBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const { receipt } = rubric.score(ROWS);
    expect(receipt).toMatchObject({
      rubric: fingerprint(TEAM),
      edition: "2024",
      language: "1",
      engine: ENGINE_VERSION,
    });
    expect(receipt.data).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });

  test("changes with the data, not with the order of its columns or the way a number is written", () => {
    const hash = (rows: typeof ROWS) => rubric.score(rows).receipt.data;
    const turned = ROWS.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    expect(hash(turned)).toBe(hash(ROWS));
    expect(hash(ROWS.map((row) => ({ ...row, 财政: row.财政 === 70 ? "70.0" : row.财政 })))).toBe(hash(ROWS));
    expect(hash(ROWS.map((row) => ({ ...row, 财政: "1" })))).not.toBe(hash(ROWS));
  });

  test("names the version of the package", () => {
    const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(ENGINE_VERSION).toBe(manifest.version);
  });
});

describe("toJSON", () => {
  test("returns the documented form, numbers as decimal text", () => {
    const json = JSON.parse(JSON.stringify(sound(TEAM, { file: "team.rubric" }).score(ROWS))) as Record<
      string,
      unknown
    >;
    expect(Object.keys(json)).toEqual([
      "receipt",
      "rubric",
      "scenario",
      "subjects",
      "requirements",
      "policies",
      "undecided",
      "provisional",
      "diagnostics",
      "problems",
      "failures",
      "units",
    ]);
    expect(json["subjects"]).toMatchObject([
      {
        key: "东乡",
        period: "2024",
        status: "scored",
        awaiting: [],
        score: "76.0",
        parts: { 发展: "90.00", "发展/财政收入": "90", 服务: "55.00", "服务/民生实事": "55" },
        coefficients: {},
        vetoes: [],
        rankings: { 全县: 2 },
        grades: {},
        awards: [],
        consequences: [],
        outputs: { 奖金: "7600.00" },
      },
      { key: "西乡" },
      {
        key: "北乡",
        status: "pending",
        score: null,
        awaiting: [{ field: "民生", assessor: null }],
        rankings: { 全县: null },
      },
    ]);
  });
});

describe("a rubric that uses another", () => {
  const LEADER = `考核 "干部考核"
满分 100 分
引用 "../team/team.rubric" 作 班子 按 乡镇
数据 干部 { 姓名: 文本 主键, 年度: 期别, 乡镇: 文本 }
条目 班子实绩 100 分 { 得 班子.总分 }
`;
  const load = (path: string) => (path === "office/team/team.rubric" ? TEAM : null);
  const people = [
    { 姓名: "张三", 年度: "2024", 乡镇: "西乡" },
    { 姓名: "李四", 年度: "2024", 乡镇: "南乡" },
  ];

  test("loads it by its path and reads its published results by key", () => {
    const leader = sound(LEADER, { file: "office/leader/leader.rubric", load });
    const [team] = leader.uses;
    if (team === null || team === undefined) throw new Error("the used rubric is missing");
    expect(team.file).toBe("office/team/team.rubric");
    const used = [usedResults(team.score(ROWS))];
    expect(used[0]?.get("东乡")).toMatchObject([
      {
        period: "2024",
        results: { 总分: "76", 满分: "100", 全县: "2", 奖金: "7600", 奖励: "0", "服务/民生实事": "55" },
      },
    ]);
    const scored = leader.score({ subjects: people, used });
    expect(scored.subjects.map(({ score, status }) => [score, status])).toEqual([
      ["76.20", "scored"],
      [null, "pending"],
    ]);
  });

  test("reports a rubric that cannot be found", () => {
    const { rubric, diagnostics } = compile(LEADER, { file: "x/leader.rubric", load });
    expect(rubric).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: "use-not-found",
        message: "没有找到引用的规则「../team/team.rubric」。",
        help: "路径相对于本规则所在的文件夹，应有文件 team/team.rubric；请检查文件名和扩展名。",
      },
    ]);
    const { diagnostics: inEnglish } = compile(LEADER, { file: "x/leader.rubric", load, lang: "en" });
    expect(inEnglish).toMatchObject([{ message: 'The rubric "../team/team.rubric" was not found.' }]);
  });

  test("reports the errors of the used rubric with their location", () => {
    const broken = () => '考核 "班子"\n满分 100 分\n数据 班子 { 名称: 文本 主键 }\n条目 甲 90 分 { 每 迟报 扣 1 分 }\n';
    for (const [lang, message, help] of [
      ["zh", "引用的规则「../team/team.rubric」有 2 处错误：第 2 行，", "先改正 team/team.rubric 中的错误。"],
      ["en", 'The rubric "../team/team.rubric" has 2 errors: line 2, ', "Correct team/team.rubric first."],
    ] as const) {
      const { diagnostics } = compile(LEADER, { file: "x/leader.rubric", load: broken, lang });
      expect(diagnostics).toMatchObject([{ code: "use-not-found", message: expect.stringContaining(message), help }]);
    }
  });

  test("reports the cycle where two use each other", () => {
    const texts: Readonly<Record<string, string>> = {
      "x/a.rubric": LEADER.replace("../team/team.rubric", "b.rubric"),
      "x/b.rubric": LEADER.replace("../team/team.rubric", "./a.rubric"),
    };
    const loadText = (path: string) => texts[path] ?? null;
    for (const [file, message] of [
      ["x/a.rubric", "引用「b.rubric」形成循环：x/a.rubric → x/b.rubric → x/a.rubric。"],
      ["x/b.rubric", "引用「./a.rubric」形成循环：x/b.rubric → x/a.rubric → x/b.rubric。"],
    ] as const) {
      const { rubric, diagnostics } = compile(texts[file] ?? "", { file, load: loadText });
      expect(rubric).toBeNull();
      expect(diagnostics).toMatchObject([{ code: "use-not-found", message, related: [] }]);
    }
  });

  test.each([
    ["a/b.rubric", "c.rubric", "a/c.rubric"],
    ["a/b/c.rubric", "../../d.rubric", "d.rubric"],
    ["c.rubric", "../d.rubric", "../d.rubric"],
    ["../a/c.rubric", "./d.rubric", "../a/d.rubric"],
    ["/x/c.rubric", "../d.rubric", "/d.rubric"],
    ["a/b.rubric", "/d.rubric", "/d.rubric"],
    [null, "d.rubric", "d.rubric"],
  ])("from %s the path %s is %s", (file, path, resolved) => {
    expect(resolvePath(file, path)).toBe(resolved);
  });
});

describe("a score sheet", () => {
  test("has the same content in both languages, and the sentences of the rubric with the keywords of each", () => {
    const scored = sound(TEAM).score(ROWS);
    const explanation = scored.explain("东乡");
    if (explanation === null) throw new Error("no explanation");
    const zh = renderExplanation(explanation, scored.program, TEAM, "zh");
    const en = renderExplanation(explanation, scored.program, TEAM, "en");
    const lines = (sheet: typeof zh) =>
      sheet.parts
        .flatMap((part) => (part.kind === "section" ? part.parts : [part]))
        .flatMap((part) => (part.kind === "item" ? part.lines : []));
    expect(lines(zh)).toMatchObject([
      { sign: "earn", sentence: "得 财政", effect: "+90.00", reads: [{ name: "财政", text: "90 分" }] },
      { sign: "earn", sentence: "得 民生", effect: "+60.00" },
      {
        sign: "deduct",
        sentence: '逐条 台账 其中 事项 = "投诉" 扣 5 分',
        count: "1",
        effect: "−5.00",
        evidence: [{ list: "台账", row: 0, cells: [{ name: "事项", text: "投诉" }], effect: "−5.00" }],
      },
    ]);
    expect(lines(en).map(({ sentence }) => sentence)).toEqual([
      "earn 财政",
      "earn 民生",
      'each 台账 where 事项 = "投诉" deduct 5 points',
    ]);
    expect(zh.parts).toMatchObject([
      { name: "发展", points: "100.00", score: "90.00", contribution: "54.00" },
      { name: "服务", score: "55.00", contribution: "22.00" },
    ]);
    expect(zh.steps.map(({ kind, value }) => [kind, value])).toEqual([
      ["sum", "76.00"],
      ["rounding", "76.0"],
      ["score", "76.0"],
    ]);
    expect(zh.rankings).toMatchObject([{ name: "全县", place: 2, of: 2, text: "第 2 名（参排 2 个）（暂定）" }]);
    expect(en.rankings).toMatchObject([{ text: "place 2 of 2 (provisional)" }]);
    expect(zh.results).toMatchObject([{ kind: "output", name: "奖金", text: "7600.00 元" }]);
  });
});
