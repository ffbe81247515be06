// The command as users start it: in another process with real streams. Runs the built package.

import { spawn } from "node:child_process";
import { once, on } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { someOf } from "../../../test/properties.js";
import { PROJECT, folderWith } from "./command.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "packages/cli/bin/yardstick.mjs");

interface Ended {
  /** The exit code as in a shell: 130 where SIGINT ended the process. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Start {
  readonly cwd?: string;
  /** Sent once the process has had time to read its standard input. */
  readonly interrupt?: boolean;
}

function run(command: string, args: readonly string[], { cwd = root, interrupt = false }: Start = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const written = { out: "", err: "" };
    const child = spawn(command, args, { cwd, env: { ...process.env, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1" } });
    child.stdout.on("data", (chunk: Buffer) => (written.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (written.err += chunk.toString()));
    child.on("close", (code, signal) => resolve({ code: signal === "SIGINT" ? 130 : code, ...written }));
    if (interrupt) setTimeout(() => child.kill("SIGINT"), 1500);
    else child.stdin.end();
  });
}

describe("npx yardstick", () => {
  test("scores a rubric with the data beside it", async () => {
    const cwd = folderWith(PROJECT);
    const { code, out } = await run("npx", ["--no-install", "yardstick", "score", join(cwd, "a.rubric")]);
    expect(code).toBe(0);
    expect(out).toContain("丙社区");
  });

  test("returns its exit code to the shell", async () => {
    expect(await run("npx", ["--no-install", "yardstick", "score"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("the process", () => {
  test("ends silently when the reader closes the output", async () => {
    const cwd = folderWith({ ...PROJECT, "data.csv": manyRows(2_000), "台账.csv": "名称,事项,日期\n" });
    const { out, err } = await run("sh", ["-c", `'${process.execPath}' '${bin}' score a.rubric | head -1`], { cwd });
    expect(out).toBe("社区考核（2024）\n");
    expect(err).toBe("");
  });

  test("runs again after a change of a rubric, of one that it uses, and of the list of rubrics, with --watch", async () => {
    const uses = (text: string): string => text.replace("满分", '引用 "b/b.rubric" 名 乙\n满分');
    const cwd = folderWith({ "a/a.rubric": uses(PROJECT["a.rubric"]!), "a/b/b.rubric": PROJECT["a.rubric"]! });
    const child = spawn(process.execPath, [bin, "check", "a/a.rubric", "c", "--watch"], {
      cwd,
      env: { ...process.env, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1" },
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    const rounds = on(child.stderr, "data");
    let err = "";
    /** What the next run prints, once it has ended. */
    const round = async (): Promise<string> => {
      while (!err.includes("等待改动")) err += String(((await rounds.next()).value as [Buffer])[0]);
      const printed = out;
      [out, err] = ["", ""];
      return printed;
    };
    try {
      expect(await round()).toContain("1 个文件");
      writeFileSync(join(cwd, "a/b/b.rubric"), "考核");
      expect(await round()).toContain("1 个错误");
      mkdirSync(join(cwd, "c"));
      writeFileSync(join(cwd, "c/c.rubric"), PROJECT["a.rubric"]!);
      expect(await round()).toContain("2 个文件");
    } finally {
      child.kill("SIGINT");
    }
    expect(await once(child, "exit")).toEqual([130, null]);
  });

  test("ends with 130 when it is interrupted", async () => {
    const { code } = await run(process.execPath, [bin, "score", "-"], { interrupt: true });
    expect(code).toBe(130);
  });

  test("ends with 130 when it is interrupted while scoring, and writes nothing", async () => {
    // Several seconds of work once the limit of rows is lifted, so that the interrupt comes during scoring.
    const cwd = folderWith({ ...PROJECT, "data.csv": manyRows(600_000), "台账.csv": "名称,事项,日期\n" });
    const args = [bin, "score", "a.rubric", "--limit", "none", "--format", "csv", "--out", "r.csv"];
    const { code } = await run(process.execPath, args, { cwd, interrupt: true });
    expect([code, readdirSync(cwd).toSorted()]).toEqual([130, ["a.rubric", "data.csv", "台账.csv"]]);
  });

  const messages = [
    ["en", "the memory does not suffice, so there is no result and no file was written: "],
    ["zh", "内存不足，没有结果，也没有写出文件："],
  ] as const;
  test.each(someOf(messages, 1))(
    "ends with a message where the memory does not suffice, and writes nothing (%s)",
    async (lang, message) => {
      const rows = Array.from({ length: 300_000 }, (_, index) => `${"x".repeat(150)}${index},1`);
      const cwd = folderWith({
        "a.rubric":
          'rubric "many"\ntotal 10 points\ndata c { name: text key, n: count }\nitem a 10 points { per n deduct 1 point }\n',
        "data.csv": `name,n\n${rows.join("\n")}\n`,
      });
      const args = [
        "--max-old-space-size=48",
        bin,
        "score",
        "a.rubric",
        "--format",
        "csv",
        "--out",
        "r.csv",
        "--lang",
        lang,
      ];
      const { code, err } = await run(process.execPath, args, { cwd });
      expect([code, err.slice(0, message.length), err.split("\n").length]).toEqual([1, message, 2]);
      expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv"]);
    },
  );
});

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `社区${index},1,450,500,0`);
  return `名称,迟报次数,招商完成,招商任务,安全事故\n${rows.join("\n")}\n`;
}
