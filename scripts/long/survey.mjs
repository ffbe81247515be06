// Small changes of meaning, chosen by hand in test/survey, each applied in a scratch copy of the last commit: whether the tests near it fail.
// `--only 'TEXT|TEXT'` tries those whose group, file or effect contains one of the texts, and writes nothing.

import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pnpm, root } from "../workspace.mjs";
import { numberOption } from "./measured.mjs";

const folder = join(root, "test/survey");
const page = join(root, "docs/measured/survey.md");
/** What takes longer hangs, and is noticed by that. */
const LIMIT = 15 * 60_000;

/** All mutations in the order of the files, each with the name of its file as `group`. */
const mutations = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) =>
      JSON.parse(readFileSync(join(folder, name), "utf8")).map((one) => ({ ...one, group: name.slice(0, -5) })),
    );

/** A copy of the last commit with everything installed; the caller removes it. */
async function scratchCopy() {
  const copy = mkdtempSync(join(tmpdir(), "yardstick-survey-"));
  const archive = join(copy, "commit.tar");
  execFileSync("git", ["archive", "--output", archive, "HEAD"], { cwd: root });
  execFileSync("tar", ["-xf", archive, "-C", copy]);
  rmSync(archive);
  const code = await pnpm(["install", "--frozen-lockfile", "--prefer-offline", "--silent"], { cwd: copy });
  if (code !== 0) throw new Error("the scratch copy could not be installed");
  return copy;
}

const projectOf = (path) =>
  path.startsWith("packages/") ? "packages" : path.startsWith("playground/") ? "playground" : "cross";

/**
 * Runs the test files of one path, which may be a folder, until one fails: `passed`, `failed` or `none` where there are none. Behind `#`
 * may stand how the names of the tests begin: `test/conformance/conformance.test.ts#grades`.
 */
function tested(copy, place) {
  const [path, begin] = place.split("#");
  const report = join(copy, "survey-report.json");
  rmSync(report, { force: true });
  const args = ["run", "--config", "test/vitest.config.ts", "--project", projectOf(path), "--maxWorkers=1", "--bail=1"];
  const binaries = join(copy, "node_modules", ".bin");
  const env = { ...process.env, PATH: binaries + delimiter + process.env.PATH };
  return new Promise((resolve) => {
    const options = { cwd: copy, env, timeout: LIMIT, killSignal: "SIGKILL", maxBuffer: 2 ** 28 };
    execFile(
      join(binaries, "vitest"),
      [
        ...args,
        "--reporter=json",
        `--outputFile=${report}`,
        ...(begin === undefined ? [] : ["-t", `^${begin} `]),
        path,
      ],
      options,
      (error) => {
        if (error?.killed === true) return void resolve("failed");
        try {
          const { numFailedTests, numFailedTestSuites, numPassedTests } = JSON.parse(readFileSync(report, "utf8"));
          if (numFailedTests + numFailedTestSuites > 0) resolve("failed");
          else resolve(error === null && numPassedTests > 0 ? "passed" : "none");
        } catch {
          resolve("none");
        }
      },
    );
  });
}

/** Tries mutations in one copy after the other. */
class Survey {
  /** Whether tests pass without a mutation, by their path: asked once, when they first fail with one. */
  #sound = new Map();

  /** The path whose tests notice a mutation; null where none of them does. */
  async noticedBy(copy, { file, before, after, near }) {
    const place = join(copy, file);
    const source = readFileSync(place, "utf8");
    if (source.split(before).length !== 2) throw new Error(`${file} does not have this text once: ${before}`);
    for (const path of near) {
      writeFileSync(
        place,
        source.replace(before, () => after),
      );
      const outcome = await tested(copy, path);
      writeFileSync(place, source);
      if (outcome === "none") throw new Error(`no tests ran in ${path}`);
      if (outcome === "failed") {
        if (!this.#sound.has(path)) this.#sound.set(path, await tested(copy, path));
        if (this.#sound.get(path) !== "passed") throw new Error(`${path} fails without a mutation`);
        return path;
      }
    }
    return null;
  }
}

/** Writes the line of this run, with what was tried so far. */
function reporter() {
  const before = readFileSync(page, "utf8");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  return (count, survivors) => {
    const date = new Date().toISOString().slice(0, 10);
    const listed = survivors.map(({ file, means }) => `${file}: ${means}`.replaceAll("|", "\\|")).join("<br>");
    const cells = [date, commit, count, count - survivors.length, listed || "none"];
    writeFileSync(page, `${before}| ${cells.join(" | ")} |\n`);
  };
}

export async function run(args) {
  const at = args.indexOf("--only");
  const only = at < 0 ? null : (args[at + 1] ?? "").split("|");
  const jobs = numberOption(args, "jobs", 2);
  const some = mutations().filter(
    ({ group, file, means }) => only === null || only.some((text) => `${group} ${file} ${means}`.includes(text)),
  );
  const copies = [];
  const report = only === null ? reporter() : () => {};
  const survey = new Survey();
  const left = [...some];
  const survivors = [];
  let count = 0;
  const work = async (copy) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const by = await survey.noticedBy(copy, next);
      if (by === null) survivors.push(next);
      count += 1;
      report(count, survivors);
      console.log(
        by === null ? `NOT NOTICED  ${next.group}  ${next.means}` : `noticed  ${next.group}  ${next.means}  ${by}`,
      );
    }
  };
  try {
    for (let job = 0; job < Math.max(1, jobs); job += 1) copies.push(await scratchCopy());
    await Promise.all(copies.map(work));
    console.log(`${count - survivors.length} of ${count} noticed`);
    return survivors.length > 0 ? 1 : 0;
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
}
