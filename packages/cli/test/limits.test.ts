import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonPieces, jsonText } from "../src/json-pieces.js";
import { folderWith, PROJECT, yardstick } from "./command.js";

const english = { LANG: "en_US.UTF-8" };

describe("--limit", () => {
  const cwd = () => folderWith(PROJECT);

  test.each([
    ["rows=2", 1, "社区 has 3 rows, more than the limit of 2", "--limit rows=3"],
    ["side-rows=2", 1, "台账 has 3 rows, more than the limit of 2", "--limit side-rows=3"],
    ["seconds=0", 1, "scoring took longer than 0 seconds", "--limit seconds=N"],
    ["bytes=10", 3, "the file is larger than the limit", "--limit bytes=N"],
  ])("%s is an error message that names the option", async (limit, code, sentence, option) => {
    const outcome = await yardstick(["score", "a.rubric", "--limit", limit], { cwd: cwd(), env: english });
    expect([outcome.code, outcome.out]).toEqual([code, ""]);
    expect(outcome.err).toContain(sentence);
    expect(outcome.err).toContain(`To raise the limit: ${option}; to lift all limits: --limit none.`);
    const zh = await yardstick(["score", "a.rubric", "--limit", limit], { cwd: cwd() });
    expect(zh.err).toContain(`调高上限：${option}；不限：--limit none。`);
  });

  test.each([[["none"]], [["rows=3", "side-rows=3"]], [["rows=1", "none"]], [["none", "rows=3"]]])(
    "%j lets the same data pass",
    async (limits) => {
      const argv = ["score", "a.rubric", ...limits.flatMap((limit) => ["--limit", limit])];
      const { code, out } = await yardstick(argv, { cwd: cwd(), env: english });
      expect([code, out]).toEqual([0, (await yardstick(["score", "a.rubric"], { cwd: cwd(), env: english })).out]);
    },
  );

  test.each(["row=3", "rows", "rows=", "rows=-1", "rows=1.5", "rows=many", "NONE", ""])(
    "%j is wrong usage",
    async (limit) => {
      const { code, err } = await yardstick(["score", "a.rubric", "--limit", limit], { cwd: cwd(), env: english });
      expect([code, err]).toEqual([
        2,
        `--limit cannot be “${limit}”; choose from: rows=N, side-rows=N, bytes=N, seconds=N, none.\n`,
      ]);
    },
  );

  test("20,001 subjects are scored, and refused under a lower limit", async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => `c${index},1`).join("\n");
    const folder = folderWith({
      "a.rubric":
        'rubric "many"\ntotal 10 points\ndata c { name: text key, n: count }\nitem a 10 points { per n deduct 1 point }\n',
      "data.csv": `name,n\n${rows}\n`,
    });
    const world = { cwd: folder, env: english };
    const limited = await yardstick(["score", "a.rubric", "--limit", "rows=20000"], world);
    expect(limited.err).toContain("--limit rows=20001");
    const argv = ["score", "a.rubric", "--format", "csv", "--out", "r.csv"];
    expect((await yardstick(argv, world)).code).toBe(0);
    expect(readFileSync(join(folder, "r.csv"), "utf8").trim().split("\n")).toHaveLength(20_002);
  });
});

describe("JSON in pieces", () => {
  test("is the same text as in one piece, for every value", () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.array(fc.jsonValue(), { maxLength: 3 })),
      fc.record({ a: fc.constant(undefined), b: fc.array(fc.constant(undefined), { maxLength: 2 }) }),
      fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 250, maxLength: 600, size: "max" }),
      fc.record({ a: fc.array(fc.integer(), { minLength: 250, maxLength: 600, size: "max" }), b: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(value, (any) => void expect([...jsonPieces(any)].join("")).toBe(jsonText(any))),
      {
        numRuns: 300,
      },
    );
  });

  test("is never one long string for a long result", () => {
    const subjects = Array.from({ length: 10_000 }, (_, index) => ({ key: String(index), parts: { a: "1\n2" } }));
    const value = { toJSON: () => ({ receipt: { rubric: "x" }, subjects, problems: [] }) };
    const pieces = [...jsonPieces(value)];
    expect(pieces.join("")).toBe(jsonText(value));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(30_000);
  });

  test("is the output of score and compare", async () => {
    const cwd = folderWith(PROJECT);
    const { out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd, env: english });
    expect(out).toBe(jsonText(JSON.parse(out)));
  });
});
