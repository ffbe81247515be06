// The jobs of the guide, walked by its steps. `npm test` walks three short ones in one page; `npm run long -- jobs` all of them in
// both languages, each in a browser that has never seen the app, and writes what each takes.

import { appendFileSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jobs } from "./all-jobs.js";
import { clerkBefore } from "./begin.js";
import { Clerk, type Lang } from "./clerk.js";
import { recordsIn } from "./guide.js";
import type { Job } from "./job.js";

/** Numbers and languages of the walks, as `1zh,2en`. */
const asked = process.env["YARDSTICK_JOBS"] ?? "";
/** A file to which each finished walk adds a line of JSON. */
const report = process.env["YARDSTICK_JOBS_REPORT"];

function jobOf(number: number): Job {
  const job = jobs[number - 1];
  if (job === undefined) throw new RangeError(`there is no job ${number}`);
  return job;
}

async function walk({ steps, check }: Job, clerk: Clerk): Promise<void> {
  for (const { act } of steps) await act(clerk);
  await check(clerk);
}

const walks = asked.split(",").flatMap((each) => {
  const [, number, lang] = /^(\d+)(zh|en)$/u.exec(each) ?? [];
  return number === undefined ? [] : [{ number: Number(number), lang: lang as Lang }];
});

test.runIf(walks.length > 0).each(walks)(
  "job $number is done by the steps of the guide, in $lang",
  async ({ number, lang }) => {
    const job = jobOf(number);
    const clerk = await clerkBefore(job, lang);
    const begin = performance.now();
    try {
      await walk(job, clerk);
    } finally {
      const folder = process.env["SCREENSHOTS"];
      if (folder !== undefined) await clerk.page.screenshot({ path: `${folder}/job-${number}-${lang}.png` });
    }
    const seconds = Math.round((performance.now() - begin) / 100) / 10;
    expect(clerk.counts.actions).toBeGreaterThan(0);
    if (report !== undefined) appendFileSync(report, `${JSON.stringify({ number, lang, seconds, ...clerk.counts })}\n`);
  },
);

test.runIf(walks.length === 0)("three short jobs take the clicks and keys that are recorded", async () => {
  const records = recordsIn(readFileSync(new URL("../../../docs/measured/jobs.md", import.meta.url), "utf8"));
  const numbers = [13, 11, 12];
  const { page } = await clerkBefore(jobOf(13), "zh");
  for (const number of numbers) {
    const clerk = new Clerk(page, "zh");
    await walk(jobOf(number), clerk);
    expect(records).toContainEqual(expect.objectContaining({ number, lang: "zh", ...clerk.counts }));
  }
});
