import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { usageZh } from "../src/usage-messages.js";
import { folderWith, yardstick } from "./command.js";

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

const scriptFor = async (shell: string, lang: string): Promise<string> => {
  const { code, out, err } = await yardstick(["completion", shell, "--lang", lang]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
};

/** What bash offers for the words of a line, of which the last is being typed. */
function offeredByBash(script: string, words: readonly string[], cwd: string): readonly string[] {
  const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}`;
  const line = `${script}\n${set}; _yardstick; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], { cwd, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((each) => each !== "");
}

describe("yardstick completion", () => {
  test.each(["bash", "zsh", "fish", "powershell"])(
    "%s names every command and format, in both languages",
    async (shell) => {
      for (const lang of ["zh", "en"]) {
        const script = await scriptFor(shell, lang);
        for (const name of Object.keys(usageZh.commands)) expect(script).toContain(name);
        for (const word of ["sarif", "junit", "xlsx", "every-assessor", "append-history"])
          expect(script).toContain(word);
      }
    },
  );

  test("an unknown shell is refused with the known ones", async () => {
    const { code, err } = await yardstick(["completion", "tcsh", "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain("bash, zsh, fish, powershell");
  });

  test.skipIf(!has("bash"))("bash completes commands, options, values and files", async () => {
    const script = await scriptFor("bash", "zh");
    const cwd = folderWith({ "甲.rubric": "", "b.rubric": "" });
    const offered = (...words: string[]) => offeredByBash(script, ["yardstick", ...words], cwd);
    expect(offered("sco")).toEqual(["score"]);
    expect(offered("check", "--f")).toEqual(["--format", "--fix"]);
    expect(offered("check", "x", "--format", "s")).toEqual(["sarif"]);
    expect(offered("test", "--format", "")).toEqual(["text", "json", "github", "junit"]);
    expect([...offered("score", "")].sort()).toEqual(["b.rubric", "甲.rubric"]);
    expect(offered("score", "--data", "b")).toEqual(["b.rubric"]);
    expect(offered("--lang", "en", "fm")).toEqual(["fmt"]);
  });

  test.skipIf(!has("zsh"))("zsh takes the script and defines the completion", async () => {
    for (const lang of ["zh", "en"]) {
      const line = `autoload -U compinit; compinit -u -d "$PWD/dump"; ${await scriptFor("zsh", lang)}\nprint $_comps[yardstick]`;
      const { status, stdout, stderr } = spawnSync("zsh", ["-f", "-c", line], {
        cwd: folderWith({}),
        encoding: "utf8",
      });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "_yardstick\n", stderr: "" });
    }
  });

  test.skipIf(!has("zsh"))("zsh completes a line when the tabulator is pressed", async () => {
    const cwd = folderWith({ "s.zsh": await scriptFor("zsh", "en"), "b.rubric": "" });
    const lines = {
      sco: "score",
      "check --fi": "check --fix",
      "check x --format sa": "check x --format sarif",
      "--lang en fm": "--lang en fmt",
      "--lang en --color nev": "--lang en --color never",
      "--vers": "--version",
      "score b": "score b.rubric",
    };
    // A shell of its own on a terminal; the command prints the words that the line was completed to.
    const code = [
      "zmodload zsh/zpty; zpty z zsh -f -i",
      `zpty -w z "autoload -U compinit; compinit -u -d $PWD/dump; source $PWD/s.zsh; yardstick() { print -r -- \\"<<\\$*>>\\" }; print READ\\\\Y"`,
      "zpty -r -m z got '*READY*'",
      ...Object.keys(lines).flatMap((typed) => [
        `zpty -w -n z ${`"yardstick ${typed}"`}$'\\t\\n'`,
        "zpty -r -m z got '*<<*>>*'",
        'print -r -- "${${got##*<<}%%>>*}"',
      ]),
      "zpty -d z",
    ].join("\n");
    const { stdout } = spawnSync("zsh", ["-f", "-c", code], { cwd, encoding: "utf8", timeout: 60_000 });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual(Object.values(lines));
  });

  test.skipIf(!has("fish"))("fish completes commands, options and values with their descriptions", async () => {
    const script = await scriptFor("fish", "en");
    const offered = (line: string) => {
      const code = `${script}\ncomplete -C '${line}'`;
      const { status, stdout } = spawnSync("fish", ["--no-config", "-c", code], {
        cwd: folderWith({}),
        encoding: "utf8",
      });
      expect(status).toBe(0);
      return stdout.split("\n").flatMap((each) => (each === "" ? [] : [each.split("\t")[0]]));
    };
    expect(offered("yardstick sco")).toEqual(["score"]);
    expect(offered("yardstick check --form")).toEqual(["--format"]);
    expect(offered("yardstick check --format sa")).toEqual(["sarif"]);
  });
});
