// Walks the 25 jobs of docs/guide/jobs in both languages, a few in each slice, and writes what each takes to docs/measured/jobs.md
// and to the guide. A walk that takes more clicks or keys than the record before is reported, and the run fails.

import { ensureBrowser } from "../browser.mjs";
import { cache, ensureBuilt, fingerprint, root, run as runTool } from "../workspace.mjs";
import { numberOption } from "./measured.mjs";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const JOBS = 25;
const page = join(root, "docs/measured/jobs.md");
const state = join(cache, "jobs.json");
const report = join(cache, "jobs-report.jsonl");

const head = `# Walks of the jobs

\`npm run long -- jobs\`: each job of [docs/guide/jobs](../guide/jobs.en.md) is walked in Chromium by the steps written there, in both languages, on two cores with
other work beside. *Actions* are clicks, keys, and texts typed, each text counting once; seconds are those of the program, from the first step to the result seen.

| job | language | clicks | keys | actions | seconds | date | commit |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;

/** The lines of the table by job and language. */
function linesBefore() {
  if (!existsSync(page)) return new Map();
  const lines = readFileSync(page, "utf8").matchAll(/^\| (\d+) \| (zh|en) \| .*\|$/gmu);
  return new Map([...lines].map(([line, job, lang]) => [`${job}${lang}`, line]));
}

/** Clicks and keys of a line. */
const costOf = (line) => line.split(" | ").slice(2, 4).map(Number);

export async function run(args) {
  const slice = numberOption(args, "slice", 5);
  for (const prepare of [() => ensureBuilt("playground"), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  mkdirSync(cache, { recursive: true });
  const build = fingerprint(["playground/dist", "test/browser/jobs"]);
  const before = existsSync(state) ? JSON.parse(readFileSync(state, "utf8")) : {};
  const all = Array.from({ length: JOBS }, (_, at) => [`${at + 1}zh`, `${at + 1}en`]).flat();
  const done = new Set(before.build === build ? before.done : []);
  if (done.size >= all.length) done.clear();
  const lines = linesBefore();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const dearer = [];
  let failed = 0;
  const left = all.filter((walk) => !done.has(walk));
  for (let from = 0; from < left.length; from += slice) {
    rmSync(report, { force: true });
    const command = ["run", "--config=test/vitest.config.ts", "--project=browser", "test/browser/jobs"];
    const env = { YARDSTICK_JOBS: left.slice(from, from + slice).join(), YARDSTICK_JOBS_REPORT: report };
    failed ||= await runTool("vitest", command, { env });
    const walked = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
    for (const { number, lang, clicks, keys, actions, seconds } of walked.map((line) => JSON.parse(line))) {
      const walk = `${number}${lang}`;
      const [clicksBefore, keysBefore] = lines.has(walk) ? costOf(lines.get(walk)) : [Infinity, Infinity];
      if (clicks > clicksBefore || keys > keysBefore)
        dearer.push(`job ${walk}: ${clicks} clicks and ${keys} keys, before ${clicksBefore} and ${keysBefore}`);
      const date = new Date().toISOString().slice(0, 10);
      lines.set(walk, `| ${[number, lang, clicks, keys, actions, seconds, date, commit].join(" | ")} |`);
      done.add(walk);
    }
    writeFileSync(page, head + all.flatMap((walk) => lines.get(walk) ?? []).join("\n") + "\n");
    writeFileSync(state, JSON.stringify({ build, done: [...done] }));
  }
  for (const line of dearer) console.error(line);
  if (all.some((walk) => !lines.has(walk))) return failed || 1;
  const guide = await runTool("vitest", [
    "run",
    "--config=test/vitest.config.ts",
    "--project=cross",
    "test/docs/jobs",
    "--update",
  ]);
  return failed || guide || (dearer.length > 0 ? 1 : 0);
}
