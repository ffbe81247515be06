// The mistakes of a program that embeds the interpreter: options, languages, forms of tables, values. A mistake of the program throws
// an exception with a message; a mistake in the data is a problem, and the subject that has it is never ranked.

import { describe, expect, test } from "vitest";
import { analyse } from "@yardstick/language";
import {
  breakpoints,
  checkFiles,
  compareScenarios,
  compile,
  describeFailure,
  describeProblem,
  noticePage,
  renderExplanation,
  sampleRanks,
  scoreSheets,
  sensitivity,
} from "../src/index.js";
import type { Rubric, ScoreOptions } from "../src/index.js";
import { TEAM } from "./team.js";

const SMALL = `rubric "r"
total 10 points
data c { name: text key, late: count times, done: number yuan optional, day: date optional }
item a 10 points { per late deduct 1 point }
ranking overall by score ties share
`;

function sound(source: string): Rubric {
  const { rubric, diagnostics } = compile(source);
  if (rubric === null) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}
const small = sound(SMALL);
/** Any value, as a JavaScript program without types may pass it. */
const any = <T>(value: unknown): T => value as T;
const rows = [{ name: "A", late: 1 }];

describe("decisions about rows that do not exist", () => {
  const kept = (choice: ScoreOptions["rows"]) => small.score(rows, { rows: choice });

  test.each([
    [{ keep: ["Bee"] }, ["keep"], "“Bee” is to be kept", "指定保留“Bee”"],
    [{ leave: ["AA"] }, ["leave", "A"], "did you mean “A”?", "是否应为“A”？"],
  ] as const)("%j is a problem, and the result is not called complete", (choice, expected, en, zh) => {
    const { result, ok } = kept(choice);
    expect(ok).toBe(false);
    expect(result.problems).toMatchObject([{ severity: "error", reason: "unknown-row", expected }]);
    const [problem] = result.problems;
    if (problem === undefined) throw new Error("no problem");
    expect(describeProblem(problem, "en")).toContain(en);
    expect(describeProblem(problem, "zh")).toContain(zh);
  });

  test("an existing row matches in every spelling", () => {
    expect(kept({ keep: ["Ａ "] }).ok).toBe(true);
  });

  test("typed columns have no rows to decide about", () => {
    const { dataset } = kept({});
    expect(() => small.score(dataset, { rows: { leave: ["A"] } })).toThrow("typed columns");
  });
});

describe("options", () => {
  test.each<[string, () => unknown, string]>([
    [
      "compile",
      () => compile(SMALL, any({ langs: "en" })),
      "compile() has no option “langs”; it has file, lang, load, limits",
    ],
    ["compile", () => compile(SMALL, any(null)), "the options of compile() must be an object, not null"],
    ["compile", () => compile(SMALL, any("en")), "the options of compile() must be an object, not en"],
    ["checkFiles", () => checkFiles(SMALL, any({ Lang: "en" })), "has no option “Lang”"],
    [
      "limits",
      () => compile(SMALL, { limits: any({ row: 5 }) }),
      "the limits of compile() has no option “row”; it has sourceSize, rows, sideRows, bytes, milliseconds",
    ],
    ["limits", () => compile(SMALL, { limits: any({ rows: "5" }) }), "the limit “rows” of compile() must be a number"],
    ["limits", () => compile(SMALL, { limits: { rows: NaN } }), "the limit “rows” of compile() must be a number"],
    ["limits", () => compile(SMALL, { limits: any({ rows: null }) }), "must be a number of at least 0, not null"],
    [
      "score",
      () => small.score(rows, any({ periods: "x" })),
      "score() has no option “periods”; it has scenario, period",
    ],
    ["score", () => small.score(rows, any({ period: 2024 })), "the period of score() must be text, not 2024"],
    ["score", () => small.score(rows, { limits: any({ timeout: 1 }) }), "has no option “timeout”"],
    ["limits", () => small.score(rows, { limits: { rows: -1 } }), "must be a number of at least 0, not -1"],
    [
      "keep",
      () => small.score(rows, { rows: any({ keep: "B" }) }),
      "the rows to keep of score() must be an array of keys",
    ],
    [
      "leave",
      () => small.score(rows, { rows: any({ leave: [1] }) }),
      "the rows to leave of score() must be an array of keys",
    ],
    ["signal", () => small.score(rows, { signal: any({}) }), "the signal of score() must be an AbortSignal"],
    ["score", () => small.score(rows, { rows: any({ kept: [] }) }), "has no option “kept”; it has keep, leave"],
    ["sensitivity", () => sensitivity(small, rows, any({ sample: 1 })), "sensitivity() has no option “sample”"],
    ["breakpoints", () => breakpoints(small, rows, "a", any({ n: 1 })), "breakpoints() has no option “n”"],
    ["sampleRanks", () => sampleRanks(small, rows, any({ runs: 1 })), "sampleRanks() has no option “runs”"],
    ["compareScenarios", () => compareScenarios(small, rows, [], any({ lang: "en" })), "has no option “lang”"],
  ])("%s refuses an unknown one, case %#", (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test("scoreAsync refuses the same", async () => {
    await expect(small.scoreAsync(rows, any<ScoreOptions>({ sginal: 1 }))).rejects.toThrow("has no option “sginal”");
  });

  test.each<[string, () => unknown]>([
    ["compile", () => compile(SMALL, { lang: any("fr") })],
    ["describeFailure", () => describeFailure({ kind: "too-long", limit: 1 }, any("fr"))],
    ["describeProblem", () => describeProblem(any({ reason: "unreadable", expected: [] }), any(undefined))],
    ["noticePage", () => noticePage(small.score(rows), any("de"), [])],
    ["scoreSheets", () => scoreSheets(small.score(rows), SMALL, any("EN"))],
    ["renderExplanation", () => renderExplanation(any({}), small.program, SMALL, any("english"))],
  ])("%s refuses an unknown language", (name, call) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(`the lang of ${name}() must be "zh" or "en", not `);
  });

  test("without a language, diagnostics are in that of the keywords", () => {
    const message = (source: string) => compile(source).diagnostics[0]?.message ?? "";
    expect(message(SMALL.replace("per late", "per lat"))).toMatch(/^[ -~“”]+$/u);
    expect(message(TEAM.replace("得 财政 }", "得 财攻 }"))).toMatch(/\p{Script=Han}/u);
    expect(message("")).not.toBe("");
    expect(analyse("").findings.length).toBeGreaterThan(0);
  });

  test("limits can be set for one run", () => {
    expect(small.score([...rows, { name: "B", late: 0 }], { limits: { rows: 1 } }).failures).toEqual([
      { kind: "too-many-rows", table: "c", found: 2, limit: 1 },
    ]);
    expect(small.score(rows, { limits: { rows: 1 } }).ok).toBe(true);
  });
});

describe("tables", () => {
  test.each([undefined, null, "name,late\nA,1", 7, true, () => []])("%s is not a form of tables", async (tables) => {
    expect(() => small.score(any(tables))).toThrow(TypeError);
    expect(() => small.score(any(tables))).toThrow(
      "score() expects an array of rows, an Arrow table, an object of tables by name",
    );
    await expect(small.scoreAsync(any(tables))).rejects.toThrow("score() expects an array of rows");
  });

  test("without any, score reports what it accepts", () => {
    const score = small.score.bind(small) as () => unknown;
    expect(score).toThrow("score() expects an array of rows");
  });

  test.each([
    [{ subject: rows }, ["unknown-table subject"]],
    [{ cc: rows }, ["unknown-table cc"]],
    [{ towns: rows }, ["unknown-table towns", "missing-table c"]],
    [{}, ["missing-table c"]],
    [{ subjects: "A" }, ["unreadable c"]],
    [{ subjects: rows, ledger: [] }, ["unknown-table ledger"]],
    [
      [1, null, "A", rows[0]],
      ["unreadable c", "unreadable c", "unreadable c"],
    ],
    [{ subjects: rows, history: "x" }, ["unreadable history"]],
  ])("%j has problems with names", (tables, problems) => {
    const scored = small.score(any(tables));
    expect(scored.problems.map(({ reason, table }) => `${reason} ${table}`)).toEqual(problems);
    expect(scored.ok).toBe(scored.problems.every(({ severity }) => severity === "note"));
    for (const problem of scored.problems)
      for (const lang of ["zh", "en"] as const)
        expect(describeProblem(problem, lang)).not.toMatch(/undefined|\[object/u);
  });

  test.each([
    [{ subjects: { rows: "1", columns: [] } }, "has no valid number of rows"],
    [{ subjects: { rows: 1, columns: [["A"]] } }, "columns of c must have 4 entries, and has 1"],
    [{ subjects: { rows: 2, columns: [["A"], ["1"], [null], [null]] } }, "column “name” of c must have 2 entries"],
    [{ subjects: { rows: 1, columns: [["A"], ["1"], [null], [null]] } }, "the dataset has no lists"],
  ])("invalid typed columns are refused, case %#", (dataset, message) => {
    expect(() => small.score(any(dataset))).toThrow(TypeError);
    expect(() => small.score(any(dataset))).toThrow(message);
  });

  test("results of used rubrics must be those of usedResults", () => {
    expect(() => small.score(any({ subjects: rows, used: [{}] }))).toThrow(
      "`used` must be an array of results of usedResults()",
    );
  });

  test("an empty array is no subjects and no problem", () => {
    expect([small.score([]).ok, small.score([]).subjects]).toEqual([true, []]);
  });
});

describe("values", () => {
  test.each([
    ["late", 0.1 + 0.2, "inexact-number"],
    ["late", 1e300, "inexact-number"],
    ["late", Number.MAX_SAFE_INTEGER + 1, "inexact-number"],
    ["late", NaN, "not-a-number"],
    ["late", Infinity, "not-a-number"],
    ["late", {}, "unreadable"],
    ["late", [], "unreadable"],
    ["late", new Date(0), "unreadable"],
    ["late", Symbol("x"), "unreadable"],
    ["late", () => 1, "unreadable"],
    ["late", true, "not-a-number"],
    ["late", new Map(), "unreadable"],
    ["done", 0.5, "inexact-number"],
    ["day", new Date(0), "unreadable"],
    ["day", 20240501, "not-a-date"],
    ["name", new Date(0), "missing-key"],
    ["name", {}, "missing-key"],
    ["name", NaN, "missing-key"],
    ["name", true, "missing-key"],
    ["name", null, "missing-key"],
    ["name", "  ", "missing-key"],
  ])("%s: %s is a problem, and the row is not ranked", (column, value, reason) => {
    const scored = small.score(
      any([
        { name: "A", late: 1, [column]: value },
        { name: "B", late: 3 },
      ]),
    );
    expect(scored.problems.map((problem) => [problem.reason, problem.column, problem.row])).toEqual([
      [reason, column, 1],
    ]);
    expect(scored.ok).toBe(false);
    if (column === "late" || column === "name")
      expect(scored.ranking("overall").map(({ key, place }) => [key, place])).toEqual([["B", 1]]);
    for (const lang of ["zh", "en"] as const) {
      const sentence = describeProblem(scored.problems[0]!, lang);
      expect(sentence).not.toMatch(/undefined|\[object/u);
    }
    expect(() => JSON.stringify(scored)).not.toThrow();
  });

  test.each([1, 1n, "1", " 1 ", "１", -0])("late: %s is read", (late) => {
    expect(small.score([{ name: "A", late }])).toMatchObject({ ok: true, problems: [] });
  });

  test("duplicate rows and rows without a name are never ranked", () => {
    const ranked = (given: readonly object[]) =>
      small
        .score(any(given))
        .ranking("overall")
        .map(({ key }) => key);
    expect(
      ranked([
        { name: "A", late: 1 },
        { name: "A", late: 5 },
        { name: "B", late: 3 },
      ]),
    ).toEqual(["B"]);
    expect(
      ranked([
        { name: "B", late: 3 },
        { nam: "C", late: 0 },
      ]),
    ).toEqual(["B"]);
    expect(
      ranked([
        { name: new Date(0), late: 1 },
        { name: "B", late: 3 },
      ]),
    ).toEqual(["B"]);
  });

  test("a list of one subject cannot be changed into that of others", () => {
    const [first, second] = sound(SMALL).score([
      { name: "A", late: 1 },
      { name: "B", late: 2 },
    ]).subjects;
    const vetoes = (first?.vetoes ?? []) as string[];
    expect(() => vetoes.push("late")).toThrow(TypeError);
    expect(second?.vetoes).toEqual([]);
  });

  test("columns that were read by another key are examined again", () => {
    const by = (fields: string) => sound(SMALL.replace("name: text key", fields));
    const { dataset } = by("name: text key, code: text").score([
      { name: "A", code: "x", late: 1 },
      { name: "B", code: "x", late: 2 },
    ]);
    const scored = by("name: text, code: text key").score(dataset);
    expect(scored.problems.map(({ reason, index }) => [reason, index])).toEqual([["duplicate-key", 0]]);
    expect(scored.subjects).toMatchObject([{ key: "x", status: "invalid", score: null }]);
    expect(scored.ok).toBe(false);
  });

  test("duplicate rows are not scored from their lists alone", async () => {
    const ledger = sound(`rubric "r"
total 100 points
data c { name: text key, team: text optional, acts: list { cost: number points } }
item a 100 points { earn full; deduct sum(acts.cost) }
ranking overall by score ties share
award flag overall place 1 3000 yuan
output best = highest(score)
`);
    const given = [
      { name: "A", acts: [] },
      { name: "B", acts: [{ cost: 3 }] },
      { name: " A ", team: "z", acts: [{ cost: 1 }] },
    ];
    for (const scored of [ledger.score(given), await ledger.scoreAsync(given)]) {
      expect(scored.problems.map(({ reason, index }) => [reason, index])).toEqual([["duplicate-key", 0]]);
      expect(scored.subjects).toMatchObject([
        { key: "A", status: "invalid", score: null, parts: { a: null }, awards: [], outputs: { best: null } },
        { key: "B", status: "scored", score: "97.00", rankings: { overall: 1 }, outputs: { best: "97.00" } },
      ]);
      expect(scored.subjects[1]?.provisional).toEqual(["overall", "flag", "best"]);
      expect(scored.ranking("overall").map(({ key }) => key)).toEqual(["B"]);
    }
  });
});

describe("a long run", () => {
  const columns = Array.from({ length: 30 }, (_, index) => `n${index}`);
  const long = sound(
    `rubric "Big"\ntotal 60 points\ndata c { name: text key, ${columns.map((name) => `${name}: count times`).join(", ")} }\n` +
      columns.map((name) => `item ${name}i 2 points { per ${name} deduct 0.1 points up to 1 points }\n`).join("") +
      "ranking overall by score ties share\n",
  );
  const many = Array.from({ length: 4000 }, (_, row) => ({
    name: `s${row}`,
    ...Object.fromEntries(columns.map((name, index) => [name, (row * 7 + index) % 9])),
  }));

  test("rejects an already aborted signal before it reads anything", async () => {
    let touched = 0;
    const watched = new Proxy(many, { get: (target, name) => ((touched += 1), Reflect.get(target, name)) });
    await expect(long.scoreAsync(watched, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(touched).toBe(0);
  });

  test("yields to other tasks while it reads, scores and writes results", async () => {
    let turns = 0;
    let isRunning = true;
    const count = () => {
      turns += 1;
      if (isRunning) setTimeout(count, 0);
    };
    setTimeout(count, 0);
    const scored = await long.scoreAsync(many);
    isRunning = false;
    expect(scored.subjects).toHaveLength(4000);
    // Slices are 12 ms long, and the run takes many of them on any machine.
    expect(turns).toBeGreaterThan(4);
  });

  test("ends soon after it is aborted while it reads", async () => {
    const controller = new AbortController();
    let read = 0;
    const rowsRead = many.map(
      (row, index) =>
        new Proxy(row, {
          ownKeys: (target) => {
            read += 1;
            if (index === 1000) controller.abort(new Error("enough"));
            return Reflect.ownKeys(target);
          },
        }),
    );
    await expect(long.scoreAsync(rowsRead, { signal: controller.signal })).rejects.toThrow("enough");
    expect(read).toBeLessThan(2000);
  });

  test("counts reading in its time limit", async () => {
    let read = 0;
    const slow = many.slice(0, 2000).map((row) => ({
      ...row,
      get n0() {
        read += 1;
        const until = Date.now() + 1;
        while (Date.now() < until);
        return 1;
      },
    }));
    const limits = { milliseconds: 100 };
    expect((await long.scoreAsync(slow, { limits })).failures).toEqual([{ kind: "too-long", limit: 100 }]);
    expect(long.score(slow, { limits }).failures).toEqual([{ kind: "too-long", limit: 100 }]);
    // Complete reading would take two seconds each time.
    expect(read).toBeLessThan(2000);
  });
});
