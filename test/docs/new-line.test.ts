// The worked example of CONTRIBUTING.md is a patch: it applies to this tree, touches the files that the page names, and with it
// the new line scores as its own conformance case says, in both evaluators.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWhole } from "../properties.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const patch = join(root, "docs/contributing/new-line.patch");
const touched = [...readFileSync(patch, "utf8").matchAll(/^\+\+\+ b\/(.+)$/gmu)].map(([, path = ""]) => path);
const copied = [
  "docs/language",
  "docs/decisions",
  "test/conformance",
  "test/exact-cells.ts",
  "test/node_modules",
  "test/package.json",
  "test/exact-cells.ts",
  "test/properties.ts",
  "test/vitest.config.ts",
  "tsconfig.base.json",
];

describe("the worked example of a new kind of line", () => {
  const copy = mkdtempSync(join(tmpdir(), "yardstick-new-line-"));
  // Outside any repository, where git would silently skip what does not lie below it.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(copy) };

  beforeAll(() => {
    // Links between the packages are relative: in the copy they lead to the copy.
    const options = { recursive: true, verbatimSymlinks: true };
    const filter = (path: string) => !["dist", "test"].includes(basename(path));
    cpSync(join(root, "packages"), join(copy, "packages"), { ...options, filter });
    for (const path of copied) cpSync(join(root, path), join(copy, path), options);
    cpSync(join(root, "package.json"), join(copy, "package.json"));
    mkdirSync(join(copy, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (name !== ".vite") symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name), "junction");
    }
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test("applies to the tree", () => {
    execFileSync("git", ["apply", "--whitespace=error", patch], { cwd: copy, env });
    for (const path of touched) expect(readFileSync(join(copy, path), "utf8")).toMatch(/away.from|AwayFrom|偏离/u);
  });

  // It copies all packages and runs the tests there: left to the long run.
  test.skipIf(!isWhole)("scores as its conformance case says", () => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const config = ["--root", copy, "--config", join(copy, "test/vitest.config.ts"), "--project", "cross"];
    const output = execFileSync(
      process.execPath,
      [vitest, "run", ...config, "--reporter", "verbose", "--no-color", "test/conformance", "-t", "away from 90%"],
      {
        cwd: copy,
        encoding: "utf8",
        // The names of all cases, with the sentences that they hold.
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, VITEST: undefined, NO_COLOR: "1" },
      },
    );
    expect(output).toMatch(/✓.*reference.*away from 90%/u);
    expect(output).toMatch(/✓.*columnar.*away from 90%/u);
  });

  test("touches the files that CONTRIBUTING.md names, and no other", () => {
    const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
    const named = [...page.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, path]) => path);
    expect([...named].sort()).toEqual([...touched].sort());
  });
});
