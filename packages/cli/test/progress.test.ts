import { openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Progress } from "../src/progress.js";
import { folderWith } from "./command.js";

/** Blocks the thread until something has been written, as scoring does. */
function workUntil(isWritten: () => boolean): void {
  const end = Date.now() + 20_000;
  while (!isWritten() && Date.now() < end);
}

/** A file instead of a terminal of 30 columns. */
function terminal(): {
  readonly progress: Progress;
  readonly text: () => string;
  readonly write: (text: string) => void;
} {
  const path = join(folderWith({ terminal: "" }), "terminal");
  const fd = openSync(path, "a");
  const progress = new Progress({ stderr: { write: () => true, columns: 30 }, progressFd: fd });
  return { progress, text: () => readFileSync(path, "utf8"), write: (text) => void writeSync(fd, text) };
}

const CLEAR = "\r\u001b[2K";

test("long work that blocks the thread is announced, and the line is removed before anything else is written", () => {
  const { progress, text, write } = terminal();
  progress.busy("正在计分", () => workUntil(() => text() !== ""));
  expect(text().startsWith(`${CLEAR}正在计分 1 s`)).toBe(true);
  progress.aside(() => write("甲社区 95 分\n"));
  expect(text().endsWith(`${CLEAR}甲社区 95 分\n`)).toBe(true);
  progress.end();
  const before = text();
  progress.notify("还有什么");
  expect(text()).toBe(before);
});

test("a line longer than the terminal is cut", () => {
  const { progress, text } = terminal();
  progress.busy("正在读取 一个名字很长很长很长很长的文件.csv 7%", () => workUntil(() => text() !== ""));
  progress.end();
  expect(text()).toContain("正在读取 一个名字很长… ");
});

test("nothing is announced where the output is not a terminal", () => {
  const progress = new Progress({ stderr: { write: () => true } });
  expect(progress.busy("正在计分", () => 7)).toBe(7);
  progress.end();
});

test("short work is not announced", () => {
  const { progress, text } = terminal();
  progress.busy("正在计分", () => 7);
  progress.end();
  expect(text()).toBe("");
});

test("Ctrl-C may end the process at once while work blocks the thread, and not afterwards", () => {
  const held: string[] = [];
  const holdInterrupt = () => {
    held.push("held");
    return () => void held.push("given back");
  };
  const progress = new Progress({ stderr: { write: () => true }, holdInterrupt });
  expect(() =>
    progress.busy("正在计分", () => {
      held.push("work");
      throw new Error("broken");
    }),
  ).toThrow("broken");
  expect(held).toEqual(["held", "work", "given back"]);
});
