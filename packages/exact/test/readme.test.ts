// The lines of code in the README run and print what stands behind them.

import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";

test("the example of the README prints what it says", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const code = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";
  const expected = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, said]) => said);
  expect(expected.length).toBeGreaterThan(3);
  const exact = new URL("../src/index.ts", import.meta.url).href;
  const printed: string[] = [];
  const body = stripTypeScriptTypes(code)
    .replace(/import (\{[^}]*\}) from "@yardstick\/exact";/u, "const $1 = exact;")
    .replaceAll("console.log", "print");
  const run = new Function("exact", "print", body) as (exact: unknown, print: (said: unknown) => void) => void;
  run(await import(exact), (said) => printed.push(String(said)));
  expect(printed).toEqual(expected);
});
