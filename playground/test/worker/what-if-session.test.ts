import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { WhatIfSession } from "@yardstick/stage/session";
import {
  type Robustness,
  type Frame,
  movedTo,
  type Opening,
  type Position,
  newScenarioEdits,
  type Spread,
  weighingOf,
  weightEdits,
  writtenPosition,
} from "@yardstick/stage";
import { tableOfCsv } from "../../src/project/csv.js";
import { applyEdits } from "@yardstick/language";
import type { ProjectContent } from "../../src/project/project.js";
import { Evaluator } from "../../src/worker/evaluate.js";

const file = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../examples/${path}`, import.meta.url)), "utf8");

/** Points, a veto, ties; no ranges. */
const community: ProjectContent = {
  rubric: file("community-2008/community-2008.rubric"),
  tables: [
    tableOfCsv("subjects", "", file("community-2008/data.csv")),
    tableOfCsv("list", "台账", file("community-2008/台账.csv")),
  ],
};
/** Weights with ranges, scenarios, tie-breaks, grades. */
const secretaries: ProjectContent = {
  rubric: file("community-secretaries/appraisal/appraisal.rubric"),
  tables: [
    tableOfCsv("subjects", "", file("community-secretaries/appraisal/data.csv")),
    ...["incidents", "tasks", "ballots", "ratings"].map((name) =>
      tableOfCsv("list", name, file(`community-secretaries/appraisal/${name}.csv`)),
    ),
  ],
};

async function stageOf(content: ProjectContent) {
  const evaluator = new Evaluator();
  const evaluate = (rubric: string, scenario: string | null = null) => {
    const { good, diagnostics } = evaluator.evaluate({ ...content, rubric, scenario, lang: "en" });
    if (good === null) throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === "error")));
    return good;
  };
  const good = evaluate(content.rubric);
  const { last } = evaluator;
  const stage = new WhatIfSession();
  const request = (sent: Parameters<WhatIfSession["respond"]>[1]) => stage.respond(last, sent, "zh");
  const opening = (await request({ kind: "open" })) as Opening;
  const baseline = writtenPosition(opening);
  const moved = (name: string, share: string, group = opening.usual): Position => {
    const found = opening.groups[group];
    const part = found?.criteria.find((criterion) => criterion.name === name)?.part ?? -1;
    if (found === undefined) throw new Error("no group");
    return movedTo(baseline, weighingOf(found, baseline, new Set(), "proportional"), part, share);
  };
  const frame = async (now: Position, isMoving = false, group = opening.usual) =>
    (await request({
      kind: "frame",
      baseline,
      now,
      group,
      followed: null,
      shows: { kind: "all", from: 0, count: 1_000 },
      isMoving,
      isPatient: false,
    })) as Frame;
  return { good, opening, baseline, moved, frame, request, evaluate };
}

describe.each([
  { name: "points", content: community, part: "经济工作" },
  { name: "weights", content: secretaries, part: "services" },
])("the stage over a rubric of $name", ({ content, part }) => {
  test("shows the same figures during a drag, after it, and once the weights are in the text", async () => {
    const { opening, moved, frame, evaluate, good } = await stageOf(content);
    const now = moved(part, "11/50");
    const [moving, resting] = [await frame(now, true), await frame(now)];
    const figures = ({ rows }: Frame) => new Map(rows.map(({ key, score, place }) => [key, [score, place]]));
    for (const { key, place } of moving.rows)
      if (place !== null) expect(figures(moving).get(key)).toEqual(figures(resting).get(key));
    const edits = weightEdits(content.rubric, good.program, opening, now);
    expect(edits?.length).toBeGreaterThan(1);
    const { result } = evaluate(applyEdits(content.rubric, edits ?? []));
    for (const { key, score, place } of resting.rows) {
      const subject = result.subjects.find((each) => each.key === key);
      expect([subject?.score, subject?.rankings[opening.ranking ?? ""]]).toEqual([score, place]);
    }
    expect(resting.moved).toBeGreaterThan(0);
  });

  test("saves weights as a scenario that scores the same", async () => {
    const { opening, moved, frame, evaluate, good } = await stageOf(content);
    const now = moved(part, "9/40");
    const edits = newScenarioEdits(content.rubric, good.program, opening, now, "演示方案 1");
    const { result } = evaluate(applyEdits(content.rubric, edits ?? []), "演示方案 1");
    const resting = await frame(now);
    expect(resting.rows.map(({ key, score }) => [key, score])).toEqual(
      resting.rows.map(({ key }) => [key, result.subjects.find((each) => each.key === key)?.score]),
    );
  });

  test("computes robustness in less than a moment", async () => {
    const { opening, moved, frame, request } = await stageOf(content);
    const now = moved(part, "11/50");
    const { rows } = await frame(now);
    const moving = { now, group: opening.usual, locked: [], sharing: "proportional" as const, top: 3 };
    const [first, second] = rows.filter(({ place }) => place !== null);
    const begin = process.cpuUsage();
    const robustness = (await request({
      kind: "robustness",
      ...moving,
      tries: null,
      pair: first === undefined || second === undefined ? null : [first, second],
    })) as Robustness;
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000);
    expect(robustness.breakpoints.every(({ method }) => method === "exact")).toBe(true);
    let spread: Spread | null = null;
    for (let portion = 0; portion < 20 && spread?.sampled == null; portion += 1)
      spread = (await request({ kind: "spread", ...moving, seed: 1, samples: 500 })) as Spread;
    expect(spread?.sampled?.samples).toBe(500);
  });
});

test("the parts of a difference add up to the change", async () => {
  const { moved, request, baseline, opening } = await stageOf(secretaries);
  const now = moved("services", "1/4");
  const frame = (await request({
    kind: "frame",
    baseline,
    now,
    group: opening.usual,
    followed: { key: "Xie Dan", period: "2024" },
    shows: { kind: "some", limit: 10 },
    isMoving: false,
    isPatient: false,
  })) as Frame;
  const { difference } = frame;
  if (difference === null) throw new Error("no subject is followed");
  const sum = [...difference.parts.map(({ own }) => own), difference.restOwn].reduce(
    (total, text) => total + Number(text),
    0,
  );
  expect(sum).toBeCloseTo(Number(difference.followed.score) - Number(difference.followed.scoreBefore), 5);
  expect(frame.rows).toHaveLength(10);
  expect(frame.rows.some(({ key }) => key === "Xie Dan")).toBe(true);
});
