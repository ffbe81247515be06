import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "yardstick";
import { main } from "../../packages/cli/src/main.js";

const root = new URL("../../", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "yardstick-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Fences of a page by the comment above them: `sample: NAME` is a file, `output: COMMAND` what a command prints. */
function fences(page: string, kind: "sample" | "output"): [what: string, body: string][] {
  const text = readFileSync(new URL(page, root), "utf8");
  return [...text.matchAll(/<!-- (sample|output): (.+) -->\n```\w*\n([\s\S]*?)```/g)]
    .filter(([, found]) => found === kind)
    .map(([, , what = "", body = ""]) => [what, body]);
}

async function run(command: string, cwd: string): Promise<{ code: number; out: string }> {
  let out = "";
  const stdout = { write: (text: string) => (out += text) };
  const stdin = { async *[Symbol.asyncIterator]() {} };
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  const code = await main(words.map((word) => word.replaceAll('"', "")), { cwd, stdout, stderr: { write: () => true }, stdin, env: {} });
  return { code, out };
}

describe.each(["README.md", "README.zh-CN.md"])("%s", (page) => {
  const samples = fences(page, "sample");
  for (const [name, body] of samples) writeFileSync(join(folder, name), body);

  it.each(fences(page, "output"))("shows what `yardstick %s` prints", async (command, body) => {
    const { code, out } = await run(command, folder);
    expect(code).toBe(0);
    expect(out).toContain(body.trimEnd());
  });

  it("has a first rubric whose own tests pass", async () => {
    const rubric = samples.find(([name]) => name.endsWith(".rubric"))?.[0] ?? "";
    expect(await run(`test ${rubric}`, folder)).toMatchObject({ code: 0 });
  });

  it("embeds as the eight lines say", () => {
    const source = samples.find(([name]) => name.endsWith(".rubric"))?.[1] ?? "";
    const code = samples.find(([name]) => name.endsWith(".mjs"))?.[1] ?? "";
    const printed: unknown[] = [];
    const body = code.replace(/^import .*$/m, "").replaceAll("console.log(", "print(");
    new Function("compile", "source", "print", body)(compile, source, (...values: unknown[]) => printed.push(...values));
    const [ranking, parts] = printed as [{ place: number }[], unknown[]];
    expect(ranking.map((row) => row.place)).toEqual([1, 2]);
    expect(parts).toHaveLength(2);
  });

  it.each([...new Set(readFileSync(new URL(page, root), "utf8").match(/(?<=^npx yardstick ).*$/gm))])(
    "runs `yardstick %s` without an error",
    async (command) => {
      const { code } = await run(command.replaceAll(/ +/g, " "), root.pathname);
      expect(code).toBe(0);
    },
  );

  it("links to files that are there", () => {
    const links = [...readFileSync(new URL(page, root), "utf8").matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) => link);
    const missing = links.filter((link) => {
      try {
        readFileSync(new URL(link, root));
        return false;
      } catch (error) {
        return (error as { code?: string }).code !== "EISDIR";
      }
    });
    expect(missing).toEqual([]);
  });
});
