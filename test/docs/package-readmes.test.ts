// Each package has a README: an install line where it is published, and a few lines of code that run and print what is written behind them.

import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../packages/cli/src/main.js";

const packages = fileURLToPath(new URL("../../packages/", import.meta.url));
const manifests = readdirSync(packages)
  .filter((folder) => existsSync(join(packages, folder, "README.md")))
  .map((folder) => {
    const { name, private: isPrivate = false } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"));
    return { folder, name: name as string, isPrivate: isPrivate as boolean };
  });

/** What an import of the package's name leads to. */
const entryOf = (specifier: string): string => {
  const [folder = "", ...rest] = specifier.replace("@yardstick/", "").split("/");
  const { exports } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"));
  return join(packages, folder, exports[rest.length === 0 ? "." : `./${rest.join("/")}`]["@yardstick/source"]);
};

describe.each(manifests)("$name", ({ folder, name, isPrivate }) => {
  const readme = readFileSync(join(packages, folder, "README.md"), "utf8");
  const code = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1];

  test.skipIf(isPrivate)("has an install line", () => {
    expect(readme).toMatch(new RegExp(`^    npm install (?:--global )?${name}$`, "mu"));
  });

  test.skipIf(code === undefined)("runs its lines of code", async () => {
    const expected = [...(code ?? "").matchAll(/^console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, printed]) => printed);
    expect(expected.length).toBeGreaterThan(1);
    const modules = new Map<string, unknown>();
    const body = stripTypeScriptTypes(code ?? "")
      .replaceAll(/import (\{[^}]*\}) from "([^"]*)";/gu, (_, names: string, specifier: string) => {
        modules.set(specifier, null);
        return `const ${names} = modules.get("${specifier}");`;
      })
      .replaceAll("console.log", "print");
    for (const specifier of modules.keys()) modules.set(specifier, await import(entryOf(specifier)));
    const printed: string[] = [];
    const run = new Function("modules", "print", body) as (all: typeof modules, print: (value: unknown) => void) => void;
    run(modules, (value) => printed.push(String(value)));
    expect(printed).toEqual(expected);
  });

  test.skipIf(code !== undefined)("runs its commands", async () => {
    const commands = [...readme.matchAll(/^yardstick (.*)$/gmu)].map(([, args = ""]) => args.split(/ +/u));
    expect(commands.length).toBeGreaterThan(3);
    const cwd = mkdtempSync(join(tmpdir(), "yardstick-readme-"));
    const stream = { write: () => true };
    const stdin = { async *[Symbol.asyncIterator]() {} };
    for (const args of commands)
      expect([args, await main(args, { cwd, stdout: stream, stderr: stream, stdin, env: {} })]).toEqual([args, 0]);
  });
});
