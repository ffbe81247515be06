// The guide of the jobs states the steps and the numbers of the recorded walks. `npm run long -- jobs` rewrites both.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jobs } from "../browser/jobs/all-jobs.js";
import { guidePage, recordsIn } from "../browser/jobs/guide.js";

const records = recordsIn(readFileSync(new URL("../../docs/measured/jobs.md", import.meta.url), "utf8"));
const languages = ["zh", "en"] as const;

test("each of the 25 jobs has been walked in both languages", () => {
  expect(jobs.length).toBe(25);
  const expected = jobs.flatMap((_, at) => languages.map((lang) => `${at + 1} ${lang}`));
  expect(records.map(({ number, lang }) => `${number} ${lang}`)).toEqual(expected);
});

test("from nothing to a first ranking takes under two minutes and 20 actions", () => {
  for (const { seconds, actions } of records.filter(({ number }) => number === 1)) {
    expect(actions).toBeLessThan(20);
    expect(seconds).toBeLessThan(120);
  }
});

test.each(languages)("the guide has the steps of the walks and their numbers, in %s", async (lang) => {
  await expect(guidePage(lang, records)).toMatchFileSnapshot(`../../docs/guide/jobs.${lang}.md`);
});
