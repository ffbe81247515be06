// The lines of code in each package's README run, and print what the comment behind each `console.log` says; where it shows commands
// instead, these run.

import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../packages/cli/src/main.js";

const packages = new URL("../../packages/", import.meta.url);
const manifest = (name: string) => JSON.parse(readFileSync(new URL(`${name}/package.json`, packages), "utf8"));

/** Source file of each entry of the workspace's packages, by specifier. */
const sources = new Map<string, string>(
  readdirSync(packages).flatMap((folder) => {
    const { name, exports = {} } = manifest(folder);
    return Object.entries<Record<string, string>>(exports).flatMap(([entry, target]) => {
      const source = target["@yardstick/source"];
      return source === undefined ? [] : [[name + entry.slice(1), new URL(`${folder}/${source}`, packages).href] as const];
    });
  }),
);

/** Code with its imports of `{ names }` as awaited loads. */
function withoutImports(code: string): string {
  return code.replaceAll(/^import (\{[^}]*\}) from "([^"]+)";$/gmu, 'const $1 = await load("$2");');
}

type Run = (load: (specifier: string) => Promise<unknown>, print: (value: unknown) => void) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => Run;

/** The extension of an editor has no exports to show. */
const readmes = readdirSync(packages).filter(
  (name) => existsSync(new URL(`${name}/README.md`, packages)) && "exports" in manifest(name),
);

describe.each(readmes)("the README of %s", (name) => {
  const readme = readFileSync(new URL(`${name}/README.md`, packages), "utf8");
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, block]) => block).join("\n");

  test.skipIf(code === "")("shows code that prints what it says", async () => {
    const expected = [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, printed]) => printed);
    expect(expected.length).toBeGreaterThan(1);
    const require = createRequire(new URL(`${name}/package.json`, packages));
    const printed: string[] = [];
    const body = withoutImports(stripTypeScriptTypes(code)).replaceAll("console.log", "print");
    await new AsyncFunction("load", "print", body)(
      async (specifier) => import(/* @vite-ignore */ sources.get(specifier) ?? require.resolve(specifier)),
      (value) => printed.push(String(value)),
    );
    expect(printed).toEqual(expected);
  });

  test.skipIf(code !== "")("shows commands that run", async () => {
    const commands = [...readme.matchAll(/^yardstick (.*)$/gmu)].map(([, args = ""]) => args.split(/ +/u));
    expect(commands.length).toBeGreaterThan(3);
    const cwd = mkdtempSync(join(tmpdir(), "yardstick-readme-"));
    const stream = { write: () => true };
    const stdin = { async *[Symbol.asyncIterator]() {} };
    for (const args of commands)
      expect([args, await main(args, { cwd, stdout: stream, stderr: stream, stdin, env: {} })]).toEqual([args, 0]);
  });
});
