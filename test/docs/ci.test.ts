// The hook and the action of examples/ci, run as git and the server run them, against the built command.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ci = join(root, "examples/ci");
const home = mkdtempSync(join(tmpdir(), "yardstick-ci-"));
afterAll(() => rmSync(home, { recursive: true }));

const bin = join(home, "bin");
mkdirSync(bin);
writeFileSync(join(bin, "yardstick"), `#!/bin/sh\nexec '${process.execPath}' '${root}packages/cli/bin/yardstick.mjs' "$@"\n`);
chmodSync(join(bin, "yardstick"), 0o755);
const env = {
  ...process.env,
  PATH: [bin, dirname(process.execPath), process.env["PATH"]].join(delimiter),
  LC_ALL: "en_US.UTF-8",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

const GOOD = `rubric "Late reports"
total 10 points

data community { name: text key, late: count times }

item reporting 10 points { per late deduct 0.1 points }

test "one late" {
  given { late: 1 }
  expect { reporting: 9.9 }
}
`;
const FAILING = GOOD.replace("9.9", "9.8");
const BROKEN = GOOD.replace("per late", "per lat");
const UNTIDY = GOOD.replace("total 10", "total  10");

describe("the hook before commits", () => {
  const cwd = join(home, "repository");
  mkdirSync(cwd);
  const git = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd, env, encoding: "utf8" });
    return { status, text: stdout + stderr };
  };
  const commit = () => git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "--message", "change");
  const stage = (text: string) => {
    writeFileSync(join(cwd, "a.rubric"), text);
    git("add", "a.rubric");
  };
  execFileSync("git", ["init", "--quiet"], { cwd, env });
  mkdirSync(join(cwd, ".git/hooks"), { recursive: true });
  copyFileSync(join(ci, "pre-commit"), join(cwd, ".git/hooks/pre-commit"));

  test("accepts a sound rubric, judges what is staged, and leaves commits without rubrics alone", () => {
    stage(GOOD);
    writeFileSync(join(cwd, "a.rubric"), BROKEN);
    expect(commit()).toMatchObject({ status: 0 });
    writeFileSync(join(cwd, "b.txt"), "");
    git("add", "b.txt");
    expect(commit()).toEqual({ status: 0, text: "" });
  });

  test.each([
    ["an error", BROKEN, "unknown-name"],
    ["a test that fails", FAILING, "expected"],
    ["another layout", UNTIDY, "a.rubric"],
  ])("refuses %s", (_, text, shown) => {
    stage(text);
    writeFileSync(join(cwd, "a.rubric"), GOOD);
    const refused = commit();
    expect(refused.text).toContain(shown);
    expect(refused.status).not.toBe(0);
  });
});

describe("the action", () => {
  /** The commands of its steps, but the first, which installs the package. */
  const steps = [...readFileSync(join(ci, "action.yml"), "utf8").matchAll(/^ {6}run: (.+)$/gmu)].map(([, line = ""]) => line);

  test("installs, checks, tests, and looks at the layout", () => {
    expect(steps.map((line) => line.split(" ", 2).join(" "))).toEqual(["npm install", "yardstick check", "yardstick test", "yardstick fmt"]);
  });

  test.each([
    ["a sound rubric", GOOD, [0, 0, 0], ""],
    ["an error", BROKEN, [1, 1, 0], "::error file=a b/a.rubric,line=6,"],
    ["a test that fails", FAILING, [0, 1, 0], "::error file=a b/a.rubric,line="],
    ["another layout", UNTIDY, [0, 0, 1], "a b/a.rubric"],
  ])("with %s ends as expected, with annotations", (_, text, codes, shown) => {
    const cwd = mkdtempSync(join(home, "action-"));
    mkdirSync(join(cwd, "a b"));
    writeFileSync(join(cwd, "a b/a.rubric"), text);
    const run = (line: string) => spawnSync("bash", ["-e", "-o", "pipefail", "-c", line], { cwd, env: { ...env, RUBRICS: "a b" }, encoding: "utf8" });
    const ended = steps.slice(1).map(run);
    expect(ended.map(({ status }) => status)).toEqual(codes);
    expect(ended.map(({ stdout, stderr }) => stdout + stderr).join("")).toContain(shown);
  });
});
