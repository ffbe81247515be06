// The tables of facts beside the examples: what a scheme says, the line of the rubric that says it, what shows it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

const root = fileURLToPath(new URL("../examples/", import.meta.url));
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

/** One row of a table: the rubric it speaks of, the lines it quotes, what shows it, and where the fact comes from. */
interface Fact {
  readonly rubric: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly shownBy: string;
  readonly from: string;
}

/** Rows of a page of facts; a heading names the rubric of the rows below it. */
function factsOf(page: string): Fact[] {
  const facts: Fact[] = [];
  let rubric = "";
  for (const line of page.split("\n")) {
    rubric = /^## `(.+)`$/.exec(line)?.[1] ?? rubric;
    const cells = /^\| (.+) \|$/.exec(line)?.[1]?.split(" | ");
    if (cells?.length !== 4 || /^---|^fact$|^事实$/.test(cells[0]!)) continue;
    const lines = [...cells[1]!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
    facts.push({ rubric, text: cells[0]!, lines, shownBy: cells[2]!, from: cells[3]! });
  }
  return facts;
}

const choice = /本例选定|example's choice/;
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, "facts.md")));

it("has a table of facts for each of the five published schemes", () => {
  expect(folders).toEqual([
    "community-2008",
    "community-cadres",
    "community-secretaries",
    "mountain-town",
    "township-teams",
  ]);
});

describe.each(folders)("examples/%s", (folder) => {
  const facts = factsOf(read(folder, "facts.md"));
  const rubrics = [...new Set(facts.map(({ rubric }) => rubric))];

  it("says the same in both languages", () => {
    const chinese = factsOf(read(folder, "facts.zh-CN.md"));
    expect(facts.length).toBeGreaterThan(15);
    expect(chinese.map(({ rubric, lines }) => ({ rubric, lines }))).toEqual(
      facts.map(({ rubric, lines }) => ({ rubric, lines })),
    );
  });

  it.each(facts)("$rubric: $text", ({ rubric, lines, shownBy, from }) => {
    const source = read(folder, rubric).split("\n");
    expect(lines).not.toEqual([]);
    for (const quoted of lines) expect(source).toContainEqual(expect.stringContaining(quoted));
    if (from === "choice")
      expect(source.some((line) => lines.some((quoted) => line.includes(quoted)) && choice.test(line))).toBe(true);
    const sample = /^sample “(.+)”$/.exec(shownBy)?.[1];
    const subject = /^subject `(.+)`$/.exec(shownBy)?.[1];
    if (sample !== undefined)
      expect(source).toContainEqual(expect.stringMatching(`^(样例|test) "${sample.replace(/[+]/g, "\\$&")}" `));
    else if (subject !== undefined) expect(keysOf(folder, rubric)).toContain(subject);
    else expect(shownBy).toBe("check");
  });

  it.each(rubrics)("%s: its samples pass, and the checker warns of nothing", async (rubric) => {
    for (const args of [["test"], ["check", "--deny-warnings"]]) {
      let out = "";
      const write = (text: string): string => (out += text);
      const stdin = { async *[Symbol.asyncIterator]() {} };
      const at = { cwd: root, stdout: { write }, stderr: { write }, stdin, env: {} };
      const code = await main([...args, join(folder, rubric), "--lang", "en"], at);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/ 0 failed| 0 errors, 0 warnings/) });
    }
  });
});

/** Subjects of the result that was worked out independently. */
function keysOf(folder: string, rubric: string): string[] {
  const { subjects } = JSON.parse(read(folder, dirname(rubric), "expected.json")) as { subjects: { key: string }[] };
  return subjects.map(({ key }) => key);
}
