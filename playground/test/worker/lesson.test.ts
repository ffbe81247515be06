// The lesson for trainers, as the project files of the guide: one appraisal in two languages with a script; the stage
// shows what the command line prints.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { main } from "../../../packages/cli/src/main.js";
import { WhatIfSession } from "@yardstick/stage/session";
import {
  type Robustness,
  type Frame,
  movedTo,
  type Opening,
  positionOf,
  shareIn,
  type Spread,
  type StageResponse,
  type StageRequest,
  weighingOf,
  writtenPosition,
} from "@yardstick/stage";
import { readProjectFile } from "../../src/storage/project-file.js";
import type { ProjectContent } from "../../src/project/project.js";
import { numberOrZero } from "@yardstick/exact";
import { Evaluator } from "../../src/worker/evaluate.js";

const guide = (name: string) => fileURLToPath(new URL(`../../../docs/guide/${name}`, import.meta.url));

function lesson(name: string): ProjectContent {
  const read = readProjectFile(readFileSync(guide(name), "utf8"));
  const [project] = read.kind === "projects" ? read.projects : [];
  if (project === undefined) throw new Error(`${name} contains no project`);
  return project.content;
}

const lessons = {
  en: lesson("lesson-secretaries.yardstick.json"),
  zh: lesson("lesson-secretaries.zh-CN.yardstick.json"),
} as const;

function onStage(content: ProjectContent) {
  const evaluator = new Evaluator();
  const { good } = evaluator.evaluate({ ...content, scenario: null, lang: "en" });
  if (good === null) throw new Error("the lesson has errors");
  const stage = new WhatIfSession();
  const request = <T extends StageResponse>(sent: StageRequest) =>
    stage.respond(evaluator.last, sent, "en") as Promise<T>;
  return { good, request };
}

describe("the lesson", () => {
  test("is one appraisal in two languages", () => {
    const [en, zh] = [onStage(lessons.en).good.result, onStage(lessons.zh).good.result];
    const figures = (result: typeof en) =>
      result.subjects.map(({ score, rankings, vetoes, awards }) => ({
        score,
        places: Object.values(rankings),
        vetoes: vetoes.length,
        pays: awards.map(({ pays }) => pays),
      }));
    expect(figures(zh)).toEqual(figures(en));
    expect(lessons.zh.script?.map(({ view }) => view)).toEqual(lessons.en.script?.map(({ view }) => view));
  });

  test.each(["en", "zh"] as const)("has a matching script: %s", async (lang) => {
    const { good, request } = onStage(lessons[lang]);
    const opening = await request<Opening>({ kind: "open" });
    const script = lessons[lang].script ?? [];
    expect(script).toHaveLength(7);
    for (const step of script) {
      const names = [null, ...opening.scenarios.map(({ name }) => name)];
      expect(names).toContain(step.scenario);
      if (step.follow !== null) expect(good.result.subjects.map(({ key }) => key)).toContain(step.follow);
      expect(positionOf(step, opening, good.program).shares).toHaveLength(writtenPosition(opening).shares.length);
    }
  });
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes the rubric and its tables as files, runs a command on them, and parses the JSON that it prints. */
async function printed<T>(command: string, content: ProjectContent, ...more: readonly string[]): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "yardstick-"));
  folders.push(folder);
  writeFileSync(join(folder, "lesson.rubric"), content.rubric);
  for (const { role, name, header, rows } of content.tables) {
    const file = role === "subjects" ? "data" : role === "history" ? "history" : name;
    const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    writeFileSync(join(folder, `${file}.csv`), [header, ...rows].map(line).join("\n"));
  }
  let out = "";
  await main([command, "lesson.rubric", ...more, "--format", "json"], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => true },
    stdin: (async function* () {
      yield "";
    })(),
    cwd: folder,
    env: { LANG: "en_GB.UTF-8" },
  });
  return JSON.parse(out) as T;
}

describe("the command line", () => {
  test("`compare` prints the places, scores, grades and awards of the comparison on the stage", async () => {
    const { request, good } = onStage(lessons.en);
    const opening = await request<Opening>({ kind: "open" });
    const { subjects, scenarios } = await printed<{
      scenarios: readonly (string | null)[];
      subjects: readonly {
        key: string;
        results: readonly {
          score: string | null;
          rankings: Record<string, number | null>;
          grades: Record<string, string | null>;
          awards: readonly unknown[];
        }[];
      }[];
    }>("compare", lessons.en);
    expect(scenarios).toEqual([null, ...opening.scenarios.map(({ name }) => name)]);
    const positions = [writtenPosition(opening), ...opening.scenarios.map(({ position }) => position)];
    const response = await request<Extract<StageResponse, { kind: "scenarios" }>>({
      kind: "scenarios",
      positions,
      most: 100,
    });
    expect(response.all).toBe(43);
    const grading = good.program.grades[0]?.name ?? "";
    response.columns.forEach((column, index) => {
      expect(column.subjects).toHaveLength(43);
      for (const { key, score, place, grade, awards } of column.subjects) {
        const result = subjects.find((subject) => subject.key === key)?.results[index];
        expect([key, score, place, grade, awards.length]).toEqual([
          key,
          result?.score,
          result?.rankings[opening.ranking ?? ""],
          result?.grades[grading],
          result?.awards.length,
        ]);
      }
    });
  });

  test("`sensitivity` prints the intervals, the shares and the spread of the stage", async () => {
    const { request } = onStage(lessons.en);
    const opening = await request<Opening>({ kind: "open" });
    const moving = {
      now: writtenPosition(opening),
      group: opening.usual,
      locked: [],
      sharing: "proportional" as const,
      top: 3,
    };
    const robustness = await request<Robustness>({ kind: "robustness", ...moving, pair: null, tries: null });
    let spread: Spread | null = null;
    while (spread?.sampled == null)
      spread = await request<Spread>({ kind: "spread", ...moving, seed: 1, samples: 2_000 });
    const report = await printed<{
      weights: readonly (Robustness["breakpoints"][number] & { decides: string })[];
      rest: { decides: string };
      spread: Spread["sampled"];
    }>("sensitivity", lessons.en, "--seed", "1");
    expect(report.weights.map(({ part, first, top, order, method }) => ({ part, first, top, order, method }))).toEqual(
      robustness.breakpoints.map(({ part, first, top, order, method }) => ({ part, first, top, order, method })),
    );
    expect([...report.weights.map(({ decides }) => decides), report.rest.decides]).toEqual(
      robustness.decisive.map(({ decides }) => decides),
    );
    expect(report.spread).toEqual(spread.sampled);
  });

  test("`sensitivity` prints interval ends at which the stage's first three change", async () => {
    const { request } = onStage(lessons.en);
    const opening = await request<Opening>({ kind: "open" });
    const { weights } = await printed<{ weights: Robustness["breakpoints"] }>(
      "sensitivity",
      lessons.en,
      "--samples",
      "0",
    );
    const written = writtenPosition(opening);
    const first = async (now: typeof written) => {
      const shows = { kind: "some" as const, limit: 10 };
      const position = {
        baseline: written,
        now,
        group: opening.usual,
        followed: null,
        shows,
        isMoving: true,
        isPatient: false,
      };
      const { rows } = await request<Frame>({ kind: "frame", ...position });
      return rows.filter(({ place }) => place !== null && place <= 3).map(({ key }) => key);
    };
    const before = await first(written);
    for (const { part, top } of weights) {
      if (top === null || top.reachesTo) continue;
      const group = opening.groups[opening.usual];
      if (group === undefined) throw new Error("no group");
      const weighing = weighingOf(group, written, new Set(), "proportional");
      const inside = movedTo(written, weighing, part, top.closedTo ? top.to : shareIn(written, part));
      const { numerator: n, denominator: d } = numberOrZero(top.to);
      const beyond = movedTo(written, weighing, part, `${n * 10_000n + d}/${d * 10_000n}`);
      expect(numberOrZero(shareIn(beyond, part)).compare(numberOrZero(top.to))).toBe(1);
      expect(await first(inside)).toEqual(before);
      expect(await first(beyond)).not.toEqual(before);
    }
  });
});
