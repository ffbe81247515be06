// Results that are written as subjects come: the same as the whole, in every format and language, and no half file where writing fails.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noticePage, resultMessages, compile } from "yardstick";
import { readTables, resultCsv } from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { jsonText } from "../src/json-pieces.js";
import { someOf } from "../../../test/properties.js";
import { folderWith, yardstick } from "./command.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "packages/cli/bin/yardstick.mjs");
const LANGS = ["zh", "en"] as const;

const examples = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".rubric"))
  .sort();

const outputOf = async (rubric: string, format: string, lang: string) =>
  (await yardstick(["score", rubric, "--format", format, "--lang", lang], { cwd: join(root, "examples") })).out;

const scored = examples.flatMap((rubric) => LANGS.map((lang) => ({ rubric, lang })));

describe("an example", () => {
  test.each(someOf(scored, 8))(
    "$rubric has the same result as JSON and line by line, in $lang",
    async ({ rubric, lang }) => {
      const json = await outputOf(rubric, "json", lang);
      const whole = JSON.parse(json) as { readonly subjects: readonly unknown[] };
      expect(json).toBe(jsonText(whole));
      const { subjects, ...head } = whole;
      const lines = [head, ...subjects].map((value) => `${JSON.stringify(value)}\n`);
      expect(await outputOf(rubric, "ndjson", lang)).toBe(lines.join(""));
    },
  );
});

const ROWS = 3000;
const RUBRIC = `rubric "many"
total 10 points
data c { name: text key, group: text, n: count, m: count }
section s 10 points { item a 10 points { per n deduct 1 point } }
bonus b up to 1 point { per m add 0.3 points }
ranking all by score within group ties share
award flag all place 1
`;
const CSV = `name,group,n,m\n${Array.from({ length: ROWS }, (_, row) => `u${row},g${row % 7},${row % 11 === 0 ? "" : row % 5},${row % 3}`).join("\n")}\n`;

describe("subjects that are made when they are read", () => {
  const { rubric } = compile(RUBRIC);
  if (rubric === null) throw new Error("the rubric does not compile");
  const tables = readTables(rubric.program, [
    { role: "subjects", file: "data.csv", format: "csv", bytes: Buffer.from(CSV) },
  ]);
  const [kept, read] = [rubric.score(tables), rubric.score(tables, { keepSubjects: false })];

  test("are those that are kept", () => {
    expect(kept.subjects.filter(({ status }) => status === "pending").length).toBeGreaterThan(100);
    expect([...read.subjects]).toEqual(kept.subjects);
    expect(jsonText(read)).toBe(jsonText(kept));
    expect(read.ok).toBe(kept.ok);
    expect(read.explain("ｕ2999")).toEqual(kept.explain("u2999"));
    expect(read.explain("none")).toBeNull();
  });

  test.each(LANGS)("give the same files in %s", (lang) => {
    const csv = (scored: typeof kept) => resultCsv(scored.result, scored.program, resultMessages(scored, lang));
    expect(csv(read)).toBe(csv(kept));
    expect(noticePage(read, lang)).toBe(noticePage(kept, lang));
  });
});

function run(
  line: string,
  cwd: string,
  stopOn?: string,
): Promise<{ readonly code: number | null; readonly err: string }> {
  return new Promise((resolve) => {
    const command = line.replaceAll("YARDSTICK", `'${process.execPath}' '${bin}'`);
    const child = spawn("bash", ["-c", stopOn === undefined ? command : `exec ${command}`], {
      cwd,
      env: { ...process.env, LC_ALL: "", LANG: "en_US.UTF-8" },
    });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const timer =
      stopOn === undefined
        ? null
        : setInterval(() => {
            // A part of the file is on the disk.
            if (readdirSync(cwd).some((name) => name.endsWith(".part"))) child.kill(stopOn as NodeJS.Signals);
          }, 5);
    child.on("close", (code) => {
      if (timer !== null) clearInterval(timer);
      resolve({ code, err });
    });
  });
}

const FORMATS = ["json", "ndjson", "csv", "xlsx", "html"] as const;

describe.each(someOf(FORMATS, 3))("writing %s", (format) => {
  const files = { "a.rubric": RUBRIC, "data.csv": CSV };

  test("on a full disk is an error and exit code 3", async () => {
    const cwd = folderWith(files);
    const full = "the disk is full.\n";
    expect(await run(`YARDSTICK score a.rubric --format ${format} > /dev/full`, cwd)).toMatchObject({ code: 3 });
    const { code, err } = await run(`YARDSTICK score a.rubric --format ${format} --out /dev/full`, cwd);
    expect([code, err.slice(-full.length)]).toEqual([3, full]);
  });

  test("beyond the size that the system allows leaves the previous file and nothing else", async () => {
    const cwd = folderWith({ ...files, "r.out": "kept" });
    const line = `trap '' XFSZ; ulimit -f 16; YARDSTICK score a.rubric --format ${format} --out r.out`;
    expect((await run(line, cwd)).code).toBe(3);
    expect(readFileSync(join(cwd, "r.out"), "utf8")).toBe("kept");
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "r.out"]);
  });

  test("into a pipe that is closed ends without a message", async () => {
    const cwd = folderWith(files);
    const { code, err } = await run(
      `set -o pipefail; YARDSTICK score a.rubric --format ${format} 2> err | head -c 1 > /dev/null`,
      cwd,
    );
    expect([code, err]).toEqual([0, ""]);
  });
});

test("score sheets beyond the size that the system allows leave no half page and no archive, and exit code 3", async () => {
  const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": CSV, "r.zip": "kept" });
  const limited = "trap '' XFSZ; ulimit -f 16; YARDSTICK score a.rubric --format html --sheets --out";
  expect((await run(`${limited} r.zip`, cwd)).code).toBe(3);
  expect(readFileSync(join(cwd, "r.zip"), "utf8")).toBe("kept");
  expect((await run(`${limited} pages/`, cwd)).code).toBe(3);
  expect(readdirSync(join(cwd, "pages"))).toEqual([]);
  expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "pages", "r.zip"]);
});

/** A workbook of the results. */
async function workbookOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const cwd = folderWith(files);
  await yardstick(["score", "a.rubric", "--format", "xlsx", "--out", "w.xlsx"], { cwd });
  return readFileSync(join(cwd, "w.xlsx"));
}

describe("input that ends in the middle", async () => {
  const bytes = Buffer.from(CSV.replaceAll(/^u/gmu, "组"));
  const workbook = await workbookOf({ "a.rubric": RUBRIC, "data.csv": CSV });
  const objects = JSON.stringify([{ name: "u1", group: "g", n: 1, m: 2 }]);

  test.each([
    ["in a quoted cell", "csv", Buffer.concat([bytes, Buffer.from('"u')]), 1, "a quote is not closed"],
    ["in a character", "csv", Buffer.concat([bytes, Buffer.from("组").subarray(0, 2)]), 1, "not valid UTF-8"],
    ["in an object", "json", Buffer.from(objects.slice(0, -3)), 1, "this cannot be read"],
    ["in a workbook", "xlsx", workbook.subarray(0, -100), 3, "this is not an Excel workbook"],
    ["after nothing", "xlsx", workbook.subarray(0, 0), 3, "the file is empty"],
  ])("%s is an error with an exit code, and no half file stays", async (_, extension, data, code, message) => {
    const cwd = folderWith({ "a.rubric": RUBRIC, [`d.${extension}`]: data, "r.csv": "kept" });
    const args = ["score", "a.rubric", "--data", `d.${extension}`, "--format", "csv", "--out", "r.csv", "--lang", "en"];
    const ended = await yardstick(args, { cwd });
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(message)]);
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", `d.${extension}`, "r.csv"].toSorted());
    // What could be read is published with the error beside it; a file of which nothing can be read leaves the previous result.
    expect(readFileSync(join(cwd, "r.csv"), "utf8") === "kept").toBe(code === 3);
  });

  test("in a line is a subject whose last values are missing", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": "name,group,n,m\nu1,g,1,2\nu2,g,1" });
    const { code, out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    const { subjects } = JSON.parse(out) as { readonly subjects: readonly { readonly status: string }[] };
    expect([code, subjects.map(({ status }) => status)]).toEqual([0, ["scored", "pending"]]);
  });
});

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

test.each(someOf(SIGNALS, 1))(
  "%s while DuckDB scores leaves the previous file and nothing else",
  { timeout: 60_000 },
  async (signal, code) => {
    const rows = Array.from({ length: 300_000 }, (_, row) => `u${row},g${row % 7},${row % 5},${row % 3}`);
    const cwd = folderWith({
      "a.rubric": RUBRIC,
      "data.csv": `name,group,n,m\n${rows.join("\n")}\n`,
      "r.csv": "kept",
    });
    const ended = await run("YARDSTICK score a.rubric --engine duckdb --out r.csv", cwd, signal);
    expect(ended.code).toBe(code);
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toBe("kept");
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "r.csv"]);
  },
);

test.each(someOf(SIGNALS, 1))(
  "%s while a file is written leaves the previous file and nothing else",
  { timeout: 60_000 },
  async (signal, code) => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `u${row},g${row % 7},${row % 5},${row % 3}`);
    const cwd = folderWith({
      "a.rubric": RUBRIC,
      "data.csv": `name,group,n,m\n${rows.join("\n")}\n`,
      "r.json": "kept",
    });
    const ended = await run("YARDSTICK score a.rubric --format json --out r.json", cwd, signal);
    expect(ended.code).toBe(code);
    expect(readFileSync(join(cwd, "r.json"), "utf8")).toBe("kept");
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "r.json"]);
  },
);
