// The example schemes of the app: each opens completely, and each of its files gives the scores of the example.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { schemes } from "../../src/project/examples/schemes.js";
import { filesOf, withFront } from "../../src/project/project.js";
import { Evaluator } from "../../src/worker/evaluate.js";

const folder = new URL("../../../examples/", import.meta.url);

interface Expected {
  readonly subjects: readonly { readonly key: string; readonly period: string | null; readonly score: string | null }[];
}

test("the lesson on weights opens in both languages, with its steps", async () => {
  const scheme = schemes.find(({ lesson }) => lesson !== undefined);
  const [zh, en] = await Promise.all([scheme?.lesson?.("zh"), scheme?.lesson?.("en")]);
  expect(zh?.rubric).toMatch(/^考核 /mu);
  expect(en?.rubric).toMatch(/^rubric /mu);
  expect([zh?.script?.length, en?.script?.length]).toEqual([7, 7]);
});

describe.each(schemes.map((scheme) => [scheme.id, scheme] as const))("%s", (id, scheme) => {
  test("every file gives the scores of the example, including the results it uses of other files", async () => {
    const project = await scheme.load();
    for (const { path } of filesOf(project)) {
      const { good, diagnostics } = new Evaluator().evaluate({
        ...withFront(project, path),
        scenario: null,
        lang: "zh",
      });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const beside = path.includes("/") ? `${id}/${path.slice(0, path.lastIndexOf("/"))}` : id;
      const { subjects } = JSON.parse(readFileSync(new URL(`${beside}/expected.json`, folder), "utf8")) as Expected;
      const found = good?.result.subjects.map(({ key, period, score }) => ({ key, period, score }));
      expect(found).toEqual(subjects.map(({ key, period, score }) => ({ key, period, score })));
    }
  });

  test("has a description in both languages and a picture", () => {
    for (const text of [scheme.title, scheme.line, scheme.points])
      expect([text.zh, text.en].every((text) => text.length > 3)).toBe(true);
    expect(scheme.sections.every(({ name, points }) => name.zh !== "" && name.en !== "" && points > 0)).toBe(true);
    expect(scheme.langs.length).toBeGreaterThan(0);
  });
});
