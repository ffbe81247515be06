// `npm run new-construct` writes a skeleton that lacks only what its author alone can say: in a copy of the sources it compiles but
// for the places it left as UNWRITTEN, and with those written it compiles and is in the language.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = join(root, "scripts/new-construct.mjs");
const SHEET = "packages/yardstick/src/sheet/step-messages.ts";

describe("the skeleton of a suffix", () => {
  const copy = mkdtempSync(join(tmpdir(), "yardstick-new-construct-"));
  const path = (name: string): string => join(copy, name);
  const read = (name: string): string => readFileSync(path(name), "utf8");
  const make = (...args: readonly string[]) =>
    spawnSync(process.execPath, [script, ...args, "--root", copy], { encoding: "utf8" });
  const errors = (): readonly string[] => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", path("packages/language")], {
      encoding: "utf8",
    });
    return stdout.split("\n").filter((line) => line.includes("error"));
  };

  beforeAll(() => {
    cpSync(join(root, "packages/language/src"), path("packages/language/src"), { recursive: true });
    for (const name of ["tsconfig.json", "package.json"])
      cpSync(join(root, "packages/language", name), path(`packages/language/${name}`));
    cpSync(join(root, "packages/exact"), path("packages/exact"), { recursive: true, verbatimSymlinks: true });
    cpSync(join(root, "packages/language/node_modules"), path("packages/language/node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    cpSync(join(root, "tsconfig.base.json"), path("tsconfig.base.json"));
    cpSync(join(root, SHEET), path(SHEET));
    mkdirSync(path("test/conformance"), { recursive: true });
    symlinkSync(join(root, "node_modules"), path("node_modules"), "junction");
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test("compiles but for what is left as UNWRITTEN, and with that written is a suffix of the language", () => {
    const words = ["--takes", "condition", "--en", "treble if", "--zh", "三倍 若"];
    const made = make("suffix", "treble-if", ...words);
    expect([made.status, made.stderr]).toEqual([0, ""]);
    const written = made.stdout.split("\n\n")[0]?.split("\n") ?? [];
    expect(written).toHaveLength(5);
    for (const name of written)
      if (!name.endsWith("restrictions-of.ts")) expect([name, read(name)]).toEqual([name, expect.stringContaining("UNWRITTEN")]);
    const before = errors();
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter((line) => !line.includes("Cannot find name 'UNWRITTEN'"))).toEqual([]);

    const vocabulary = "packages/language/src/vocabulary/vocabulary.ts";
    writeFileSync(path(vocabulary), read(vocabulary).replaceAll("UNWRITTEN", '"三倍"'));
    const desugaring = "packages/language/src/core/desugar/treble-if.ts";
    const steps = '({ rows: [{ op: "scale", role: "treble-if", span, when: operand, factor: "3" }] });';
    writeFileSync(path(desugaring), read(desugaring).replace("=> UNWRITTEN;", `=> ${steps}`));
    expect(errors()).toEqual([]);
    expect(read(SHEET).match(/"treble-if": \{ label: UNWRITTEN, text: UNWRITTEN \}/gu)).toHaveLength(2);
    expect(JSON.parse(read("test/conformance/treble-if.json"))).toMatchObject({ construct: "treble-if" });
    expect(make("suffix", "treble-if", ...words).status).toBe(2);
  }, 120_000);

  test("of a kind of item compiles but for what is left as UNWRITTEN", () => {
    const made = make("item", "commendation", "--reaches", "above", "--en", "commendation", "--zh", "表彰项");
    expect([made.status, made.stderr]).toEqual([0, ""]);
    const found = errors();
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => !line.includes("Cannot find name 'UNWRITTEN'"))).toEqual([]);
    const vocabulary = "packages/language/src/vocabulary/vocabulary.ts";
    writeFileSync(path(vocabulary), read(vocabulary).replaceAll("UNWRITTEN", '"表彰"'));
    expect(errors()).toEqual([]);
  }, 120_000);

  test("of a function compiles but for what is left, and for the places that must learn of it", () => {
    expect(make("function", "product", "--over", "rows", "--zh", "乘积").status).toBe(0);
    const places = errors().filter((line) => !line.includes("'UNWRITTEN'"));
    expect(places.map((line) => line.slice(0, line.indexOf("("))).map((name) => name.replace(/^.*\/src\//u, ""))).toEqual([
      "check/call-rows.ts",
    ]);
  }, 120_000);

  test.each([
    ["no kind", []],
    ["an unknown kind", ["verb", "take"]],
    ["a name that is no file name", ["suffix", "Treble If", "--takes", "condition", "--en", "a", "--zh", "b"]],
    ["an unknown operand", ["suffix", "a", "--takes", "text", "--en", "a", "--zh", "b"]],
    ["no words", ["suffix", "a", "--takes", "points"]],
  ])("is refused for %s", (_, args) => {
    const { status, stderr } = make(...args);
    expect(status).toBe(2);
    expect(stderr).toContain("npm run new-construct");
  });
});
