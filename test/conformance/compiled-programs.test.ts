/**
 * Compiled rubrics: on every case and every scenario, `yardstick/run` gives the result of `yardstick`, from JSON alone; the same rows give
 * the same scores; and what a page loads for it stays within its budget.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as engine from "@yardstick/engine";
import { readTables, type TableSource } from "@yardstick/tables";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { compile, compiledProgram, usedResults, type CompiledProgram, type Rubric } from "yardstick";
import { load, type PlainRow } from "yardstick/run";
import { caseFiles, type ConformanceCase } from "./case-file.js";

function compiled(one: ConformanceCase): Rubric | null {
  const used = (path: string) => one.uses?.[path]?.rubric.join("\n") ?? null;
  return compile(one.rubric.join("\n"), { load: used, lang: "en" }).rubric;
}

/** As it arrives where it is run: through JSON. */
const arrived = (rubric: Rubric): CompiledProgram => JSON.parse(JSON.stringify(compiledProgram(rubric.program)));

function sources(one: Pick<ConformanceCase, "data" | "constants" | "history">): readonly TableSource[] {
  const tables = { subjects: one.data ?? [], constants: one.constants, history: one.history };
  return Object.entries(tables).flatMap(([role, value]) =>
    value === undefined
      ? []
      : [{ role: role as TableSource["role"], file: `${role}.json`, format: "json" as const, text: JSON.stringify(value) }],
  );
}

function datasetOf(rubric: Rubric, one: ConformanceCase): engine.Dataset {
  const used = rubric.program.uses.map(({ path }, index) => {
    const other = rubric.uses[index] ?? null;
    const data = one.uses?.[path]?.data;
    return other === null || data === undefined
      ? new Map()
      : usedResults(other.score(readTables(other.program, sources({ data }))));
  });
  return { ...readTables(rubric.program, sources(one)), used };
}

const cases = caseFiles().flatMap(({ construct, cases: all }) => all.map((one) => ({ construct, one })));
const sound = cases.flatMap(({ construct, one }) => {
  const rubric = compiled(one);
  return rubric === null ? [] : [{ name: `${construct}: ${one.name}`, one, rubric }];
});

describe("a compiled rubric", () => {
  test("gives the result of the rubric on every case, as it is and under each scenario", () => {
    let runs = 0;
    for (const { name, one, rubric } of sound) {
      const dataset = datasetOf(rubric, one);
      const runnable = load(arrived(rubric));
      for (const scenario of [null, ...rubric.program.scenarios.map((each) => each.name)]) {
        const options = { scenario, period: one.period ?? null };
        const expected = engine.evaluate(rubric.program, dataset, options);
        expect([name, runnable.score(dataset, options).result]).toEqual([name, expected]);
        runs += 1;
      }
    }
    expect(runs).toBeGreaterThan(300);
  });

  test("gives the same scores for the same rows, where no cell needs to be read as people write", () => {
    let compared = 0;
    // Every third: each is scored by the whole package as well.
    for (const { name, one, rubric } of sound.filter((_, index) => index % 3 === 0)) {
      if (!Array.isArray(one.data) || one.history !== undefined || one.uses !== undefined) continue;
      const rows = one.data as readonly PlainRow[];
      const tables = one.constants === undefined ? { subjects: rows } : { subjects: rows, constants: one.constants as PlainRow };
      const whole = rubric.score(tables as Parameters<Rubric["score"]>[0]);
      if (whole.problems.length > 0) continue;
      const run = load(arrived(rubric)).score(tables);
      if (run.problems.length > 0) continue;
      expect([name, run.subjects]).toEqual([name, whole.subjects]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(80);
  });

  test("scores what is written for it, and refuses what is not", () => {
    const source = [
      "rubric \"r\"",
      "total 100 points",
      "data team { name: text key, done: number 万元, target: number 万元 = 100, share: percent, late: count times, ok: flag, on: date }",
      "item a 50 points { earn in proportion done / target below 10% earns 0 }",
      "item b 50 points { per late deduct 1 points }",
      "ranking overall by score ties share",
    ];
    const { rubric, diagnostics } = compile(source.join("\n"), { lang: "en" });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const runnable = load(arrived(rubric!));
    const row = (name: PlainRow["x"], late: PlainRow["x"], others: PlainRow = {}) => ({ name, late, done: "12.5", ...others });
    const found = (rows: readonly PlainRow[]) =>
      runnable.score(rows).problems.map(({ reason, row: line, column }) => `${line} ${column} ${reason}`);
    expect(runnable.score([row("A", 2), row("B", 1n)]).ranking("overall").map(({ key }) => key)).toEqual(["B", "A"]);
    expect(found([row("A", 1), row("A", 2), row("", 3)])).toEqual(["2 null duplicate-key", "3 name missing-key"]);
    expect(runnable.score([row("A", 1), row("A", 2)]).subjects.map(({ status }) => status)).toEqual(["invalid"]);
    expect(found([row("A", 0.5)])).toEqual(["1 late inexact-number"]);
    expect(found([row("A", "1.5")])).toEqual(["1 late not-whole"]);
    expect(found([row("A", "-1")])).toEqual(["1 late out-of-range"]);
    expect(found([row("A", "3次")])).toEqual(["1 late not-a-number"]);
    expect(found([row("A", true)])).toEqual(["1 late not-a-number"]);
    expect(found([row("A", 1, { share: "95" })])).toEqual(["1 share not-a-percent"]);
    expect(found([row("A", 1, { share: "95%", ok: true, on: "2026-11-30" })])).toEqual([]);
    expect(found([row("A", 1, { on: "2026-02-30" })])).toEqual(["1 on not-a-date"]);
    expect(found([row("A", 1, { ok: "maybe" })])).toEqual(["1 ok not-a-flag"]);
    expect(found([row("A", 1, { nam: "x" })])).toEqual(["1 nam unknown-column"]);
    expect(() => runnable.score([null as unknown as PlainRow])).toThrow(TypeError);
    expect(() => runnable.score({} as never)).toThrow(TypeError);
    expect(() => runnable.score([row("A", 1)], { scenario: "x" })).toThrow(RangeError);
    expect(() => runnable.score([row("A", 1)], { period: "2026" })).toThrow(RangeError);
    expect(() => load({} as never)).toThrow(TypeError);
    expect(() => load({ ...arrived(rubric!), engine: "0.0.1" })).toThrow(RangeError);
  });

  test("refuses tables that it would not read, and identifies subjects as the whole package does", () => {
    const source = [
      "rubric \"r\"",
      "total 100 points",
      "constant base: number points = 5",
      "data team { name: text key, year: period, events: list { kind: text }, late: count times, note: text optional }",
      "item a 60 points { per count(events) deduct base }",
      "item b 40 points { per late deduct 1 points }",
      "ranking overall by score ties share",
    ];
    const { rubric } = compile(source.join("\n"), { lang: "en" });
    const runnable = load(arrived(rubric!));
    const row = { name: "A", year: 2026, late: 1, events: [{ kind: "x" }] };
    const other = { ...row, name: "B" };
    const refused: readonly unknown[] = [
      { subjects: [row], events: [{ name: "A", kind: "x" }] },
      { subjects: [row], lists: { events: [] } },
      { subjects: [row], constant: { base: 9 } },
      { subjects: [row], constants: [{ base: 9 }] },
      { subjects: [row], history: [{ name: "A", year: "2025", total: "90" }] },
      { subjects: [row], history: [{ key: "A", period: "2025", results: { total: 90 } }] },
      { subjects: [row], history: [1, 2].map(() => ({ key: "A", period: "2025", results: { total: "90" } })) },
      { subjects: [row], history: {} },
      { subjects: [row], history: null },
      { subjects: [row], used: [{}] },
      { team: [row] },
      { subjects: null },
      [["A", 1]],
      "rows",
      null,
    ];
    for (const tables of refused) expect(() => runnable.score(tables as never)).toThrow(TypeError);
    const scoreOf = (tables: unknown) => runnable.score(tables as never).subjects[0]?.score;
    expect(scoreOf({ subjects: [row], constants: { base: 9 }, history: undefined, used: undefined })).toBe("90.00");

    // Typed columns: as they are read, and no others.
    const typed = rubric!.score([row, other]).dataset;
    const columns = (field: number, cells: readonly engine.Cell[]) => ({
      ...typed,
      subjects: { rows: 2, columns: typed.subjects.columns.map((each, index) => (index === field ? cells : [...each])) },
    });
    expect(runnable.score(typed).subjects).toEqual(rubric!.score(typed).subjects);
    const wrong = [{ subjects: {} }, { ...typed, lists: [] }, columns(3, ["1"]), columns(0, ["A", "A"]), columns(0, ["A", null])];
    for (const tables of wrong) expect(() => runnable.score(tables as never)).toThrow(TypeError);

    // Who is scored, and what of a row is in doubt, is the same in both.
    const told = ({ subjects, problems }: Pick<ReturnType<typeof runnable.score>, "subjects" | "problems">) => ({
      subjects: subjects.map(({ key, period, score, status }) => [key, period, score, status]),
      problems: problems.map(({ severity, index, row: line, column, reason }) => [severity, index, line, column, reason]),
    });
    const names = [true, [], {}, new Date(0), 0.1, NaN, "Ａ", "A ", "A\u200b", " ", 12, 12n];
    const periods = [true, [], NaN, 2026.5, "26年", "２０２６", "2026年度", "2027", ""];
    const others = [{ late: "  " }, { late: NaN }, { late: 1n }, { note: 0.1 }, { note: false }, { events: "" }, { events: null }];
    const changes = [...names.map((name) => ({ name })), ...periods.map((year) => ({ year })), ...others];
    for (const change of changes) {
      const rows = [row, { ...row, ...change }];
      const [found, expected] = [told(runnable.score(rows as never)), told(rubric!.score(rows as never))];
      expect([change, found]).toEqual([change, expected]);
    }
  });

  test("is run by a script within its budget", async () => {
    const root = new URL("../../", import.meta.url);
    const budgets = JSON.parse(readFileSync(new URL("scripts/size-budgets.json", root), "utf8"));
    const bundle = await rolldown({
      input: fileURLToPath(new URL("packages/yardstick/src/run/index.ts", root)),
      platform: "browser",
      resolve: { conditionNames: ["@yardstick/source", "import", "default"] },
    });
    const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
    const size = gzipSync(output[0].code, { level: 9 }).length;
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThanOrEqual(budgets.run.bytes);
  });
});
