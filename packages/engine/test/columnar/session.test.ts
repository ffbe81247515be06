import type { Program } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import { evaluateColumns, scoreAsync } from "../../src/session/evaluate-columns.js";
import { Session } from "../../src/session/session.js";
import type { Change } from "../../src/session/session.js";
import { evaluate } from "../../src/run/evaluate.js";
import { withScenario } from "../../src/run/scenario.js";
import { earn, n, numberType, plus, Rubric, score, span, times } from "../builder.js";
import { datasetFromRows } from "../dataset-from-rows.js";
import { random, seeded } from "./seeded.js";

/** The rubric with the changes as a scenario of its own. */
function changed(program: Program, changes: readonly Change[]): Program {
  const scenario = {
    name: "改",
    span: [0, 0] as const,
    changes: changes.map((change) => {
      if ("weight" in change)
        return { kind: "weight" as const, part: change.part, value: change.weight, span: [0, 0] as const };
      if ("points" in change)
        return { kind: "points" as const, part: change.part, value: change.points, span: [0, 0] as const };
      const value = {
        kind: "number" as const,
        value: String(change.value),
        span: [0, 0] as const,
        type: { kind: "number" as const, dimension: {}, percent: false },
      };
      return { kind: "constant" as const, constant: change.constant, value, span: [0, 0] as const };
    }),
  };
  return { ...program, scenarios: [scenario] };
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("a session", () => {
  test("gives after every change what the rubric would have given with it from the start", () => {
    let stood = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const { program: made, data } = seeded(seed);
      // With the worths that its points come to, as the checker would have left it.
      const program = withScenario(changed(made, []), "改");
      const next = random(seed);
      const session = new Session(program, data);
      session.result();
      const changes = new Map<string, Change>();
      for (let step = 0; step < 4; step += 1) {
        const part = next() % program.parts.length;
        const value = ["1/4", "3/10", "5", "2", "7/3"][next() % 5] ?? "1";
        const change: Change =
          next() % 3 === 0
            ? { constant: next() % 2, value }
            : next() % 2 === 0
              ? { part, weight: value }
              : { part, points: value };
        changes.set(
          `${"constant" in change ? `constant ${change.constant}` : "weight" in change ? `weight ${part}` : `points ${part}`}`,
          change,
        );
        session.set(change);
        const expected = evaluate(changed(program, [...changes.values()]), data, { scenario: "改" });
        // Every other time scores and places are asked for alone first, as while a thumb moves.
        const standing = step % 2 === 0 ? null : session.standing();
        if (standing !== null) stood += 1;
        expected.subjects.forEach(({ score, rankings }, row) => {
          if (standing === null) return;
          const { values, den, pending } = standing.scores;
          const isAwaited = pending?.[row] === 1;
          expect({ seed, step, row, score: isAwaited ? null : (values[row] ?? NaN) / den }).toEqual({
            seed,
            step,
            row,
            score: score === null ? null : Number(score),
          });
          for (const [name, { places, stands }] of standing.rankings) {
            expect({ seed, name, row, place: places[row] }).toEqual({ seed, name, row, place: rankings[name] ?? 0 });
            if ((rankings[name] ?? null) !== null) expect(stands[row]).toBe(1);
          }
        });
        const { subjects, policies, requirements } = session.result();
        expect({ seed, step, subjects: plain([...subjects]), policies, requirements: plain(requirements) }).toEqual({
          seed,
          step,
          subjects: plain(expected.subjects),
          policies: expected.policies,
          requirements: plain(expected.requirements),
        });
      }
    }
    expect(stood).toBeGreaterThan(15);
  }, 120_000);

  test("ranks and grades head to head by results that read a constant", () => {
    const rubric = new Rubric();
    const win = rubric.constant("胜", { default: n("3") });
    rubric.item("分", "100", [earn(rubric.number("得"))]);
    const count = numberType("count");
    const { list, column } = rubric.list("比赛", { 对手: { kind: "text" }, 胜场: count, 平场: count });
    const points = plus(times(column.胜场, win), column.平场);
    rubric.ranking("总", score, { thenBy: [{ by: points, against: { list, column: 0 }, lowestFirst: false }] });
    const choice = rubric.choice("中", "优");
    const quota = { kind: "number", value: n("1"), rounding: "down" } as const;
    const best = { grade: "优", span: span(), quota, condition: null };
    rubric.with({
      grades: [{ name: "档", span: span(), by: 0, choice, rows: [best], otherwise: "中", adjustments: [] }],
    });
    const program = rubric.build();
    const data = datasetFromRows(program, {
      subjects: [
        { 名称: "甲", 得: "9", 比赛: [{ 对手: "乙", 胜场: "1", 平场: "0" }] },
        { 名称: "乙", 得: "9", 比赛: [{ 对手: "甲", 胜场: "0", 平场: "2" }] },
      ],
    });
    const session = new Session(program, data);
    const found = () => {
      const { engine, subjects } = session.result();
      expect(engine).toBe("columnar");
      return [...subjects].map(({ rankings, grades }) => `${rankings["总"]} ${grades["档"]}`);
    };
    expect(found()).toEqual(["1 优", "2 中"]);
    session.set({ constant: 0, value: "1" });
    expect(found()).toEqual(["2 中", "1 优"]);
    session.set({ part: 0, points: "50" });
    expect(found()).toEqual(["2 中", "1 优"]);
    session.set({ constant: 0, value: "3" });
    expect(found()).toEqual(["1 优", "2 中"]);
  });

  test("reads a blank again where a constant is taken back", () => {
    const { program, data } = seeded(3);
    const session = new Session(program, data);
    const before = plain(session.result().subjects);
    session.set({ constant: 0, value: "9" });
    session.result();
    session.set({ constant: 0, value: data.constants[0] ?? null });
    expect(plain(session.result().subjects)).toEqual(before);
  });
});

describe("a run that is cancelled", () => {
  test("ends at any of 300 points, and the next run is byte for byte the same", () => {
    const { program, data } = seeded(21);
    const whole = JSON.stringify(evaluateColumns(program, data));
    const next = random(5);
    for (let round = 0; round < 300; round += 1) {
      let looks = next() % 12;
      const signal = {
        get aborted() {
          looks -= 1;
          return looks < 0;
        },
        reason: new Error("genug"),
      };
      const thrown = thrownBy(() => evaluateColumns(program, data, { signal }));
      expect([null, signal.reason]).toContain(thrown);
      // Ended at the first look that said so: nothing looks again, so nothing more was worked out.
      expect(looks).toBeGreaterThanOrEqual(-1);
    }
    expect(JSON.stringify(evaluateColumns(program, data))).toBe(whole);
  }, 120_000);

  test("tells how far it is, and gives the same when it lets others have their turn", async () => {
    const { program, data } = seeded(21);
    const shares: number[] = [];
    const result = await scoreAsync(program, data, { onProgress: (share) => shares.push(share) });
    expect(JSON.stringify(result.subjects)).toBe(JSON.stringify(evaluateColumns(program, data).subjects));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.length).toBeGreaterThan(0);
  });
});
