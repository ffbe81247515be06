// The formats for continuous integration: annotations of GitHub, SARIF and JUnit, in both languages, over rubrics with every
// severity and with signs that each format escapes. `sarif-2.1.0.json` is the schema of the OASIS standard without its descriptions.

import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, run } from "../matrix/command.js";

const validSarif = new Ajv({ validateFormats: false, strict: false }).compile(
  JSON.parse(readFileSync(new URL("sarif-2.1.0.json", import.meta.url), "utf8")) as object,
);

const RUBRIC = `考核 "格式"
满分 10 分
数据 单位 { 名称: 文本 主键, 迟报: 计数 次, 闲置: 计数 }
条目 报送 10 分 { 每 迟报 扣 1 分 }
排名 全部 按 总分
样例 "通过 <&1%" { 给定 { 迟报: 1, 闲置: 0 } 应得 { 报送: 9 } }
样例 "不符" { 给定 { 迟报: 2, 闲置: 0 } 应得 { 报送: 9; 总分: 7 } }
`;
const WRONG = RUBRIC.replace("每 迟报 扣", "每 迟抱 扣");
const FILES = { "a.rubric": RUBRIC, "错, 100%:1.rubric": WRONG };
const languages = ["zh", "en"] as const;

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

describe.each(languages)("in %s", (lang) => {
  it("check --format github gives one command a diagnostic, with its place, escaped", async () => {
    const cwd = folderWith(FILES);
    const { code, out } = await run(cwd, ["check", ".", "--format", "github", "--lang", lang]);
    expect(code).toBe(1);
    const commands = out.split("\n").filter((line) => line.startsWith("::"));
    const json = JSON.parse((await run(cwd, ["check", ".", "--format", "json", "--lang", lang])).out) as unknown[];
    expect(commands).toHaveLength(json.length);
    const line = lineOf(WRONG, "迟抱");
    expect(commands.find((each) => each.startsWith("::error"))).toMatch(
      new RegExp(`^::error file=错%2C 100%25%3A1\\.rubric,line=${line},endLine=${line},col=\\d+,endColumn=\\d+,title=`),
    );
    expect(commands.filter((each) => each.startsWith("::warning"))).not.toEqual([]);
    for (const each of commands) expect(each).toMatch(/^::(?:error|warning|notice) file=[^:]*?,line=\d+,[^:]*::\S/u);
  });

  it("check --format sarif follows the schema; its regions are the spans, its fixes the edits", async () => {
    const cwd = folderWith(FILES);
    const { code, out } = await run(cwd, ["check", ".", "--format", "sarif", "--lang", lang]);
    expect(code).toBe(1);
    const log = JSON.parse(out) as {
      readonly runs: readonly {
        readonly language: string;
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly locations: readonly {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly charOffset: number; readonly charLength: number; readonly startLine: number };
            };
          }[];
          readonly fixes?: readonly unknown[];
        }[];
      }[];
    };
    validSarif(log);
    expect(validSarif.errors ?? []).toEqual([]);
    const [first] = log.runs;
    const results = first?.results ?? [];
    for (const { ruleId, ruleIndex } of results) expect(first?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(["error", "warning"]));
    const error = results.find(({ level }) => level === "error")?.locations[0]?.physicalLocation;
    expect(decodeURIComponent(error?.artifactLocation.uri ?? "")).toBe("错, 100%:1.rubric");
    const { charOffset = 0, charLength = 0, startLine } = error?.region ?? {};
    expect(WRONG.slice(charOffset, charOffset + charLength)).toBe("迟抱");
    expect(startLine).toBe(lineOf(WRONG, "迟抱"));
    expect(results.some(({ fixes }) => fixes !== undefined)).toBe(true);
    expect(first?.language).toBe(lang === "zh" ? "zh-CN" : "en-US");
  });

  it("test --format junit counts cases, failures and rubrics that cannot run, and is XML", async () => {
    const { code, out } = await run(folderWith(FILES), ["test", ".", "--format", "junit", "--lang", lang]);
    expect(code).toBe(1);
    expect(out).toContain('<testsuites name="yardstick" tests="3" failures="1" errors="1">');
    expect(out).toContain('<testcase name="通过 &lt;&amp;1%" classname="a.rubric"/>');
    expect(out).toMatch(/<testsuite name="错, 100%:1\.rubric" tests="1" failures="0" errors="1">/u);
    expect(out.match(/<failure message="[^"]*">a\.rubric:7:\d+ [^<]*&#10;a\.rubric:7:\d+ /u)).not.toBeNull();
    // Every element that opens closes, and no sign is left unescaped.
    const open: string[] = [];
    for (const [tag, slash, name, own] of out.matchAll(
      /<(\/?)([a-z]+)(?: [a-z]+="[^"<&]*(?:&[a-z#0-9]+;[^"<&]*)*")*(\/?)>/gu,
    ))
      if (slash === "/") expect([tag, open.pop()]).toEqual([tag, name]);
      else if (own === "") open.push(name ?? "");
    expect(open).toEqual([]);
  });

  it("test --format github annotates what does not hold", async () => {
    const { code, out } = await run(folderWith({ "a.rubric": RUBRIC }), [
      "test",
      ".",
      "--format",
      "github",
      "--lang",
      lang,
    ]);
    expect(code).toBe(1);
    const commands = out.split("\n").filter((line) => line.startsWith("::"));
    expect(commands).toHaveLength(2);
    for (const each of commands)
      expect(each).toMatch(/^::error file=a\.rubric,line=7,endLine=7,col=\d+,endColumn=\d+,title=不符::/u);
  });
});

describe("check --fix", () => {
  /** A name and a unit typed wrongly, each with one fix; points that do not add up, with fixes that change scores. */
  const UNTIDY = `考核 "改"
满分 12 分
数据 单位 { 名称: 文本 主键, 迟报次数: 计数 次, 率: 百分数 }
条目 甲 5 分 { 每 迟报次敉 扣 1 分 }
条目 乙 5 分 { 每 率 扣 1 分 }
排名 全部 按 总分
`;

  it("applies what leaves no choice, names each place, and keeps to fixes that change no score", async () => {
    const cwd = folderWith({ "a.rubric": UNTIDY, "b.rubric": RUBRIC });
    const { err } = await run(cwd, ["check", ".", "--fix", "--lang", "en"]);
    expect(err).toMatch(/^a\.rubric:4:14 fixed: /mu);
    expect(err).toMatch(/^a\.rubric:5:\d+ fixed: /mu);
    expect(err).not.toContain("changes scores");
    const text = readFileSync(join(cwd, "a.rubric"), "utf8");
    expect(text).toContain("每 迟报次数 扣 1 分");
    expect(text).toMatch(/每 1% 率 扣 1 分/u);
    expect(text).toContain("满分 12 分");
    expect(readFileSync(join(cwd, "b.rubric"), "utf8")).toBe(RUBRIC);
    const left = JSON.parse((await run(cwd, ["check", ".", "--format", "json"])).out) as readonly {
      readonly severity: string;
      readonly fixes: readonly { readonly effect: string }[];
    }[];
    expect(left.filter(({ fixes }) => fixes.length === 1 && fixes[0]?.effect !== "changes")).toEqual([]);
    expect((await run(cwd, ["check", ".", "--fix"])).err).toBe("");
  });

  it("refuses standard input, which cannot be changed", async () => {
    expect(await run(folderWith({}), ["check", "-", "--fix", "--lang", "en"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("a pattern", () => {
  it("names rubrics as a folder does; one that matches nothing is reported", async () => {
    const cwd = folderWith(FILES);
    const byPattern = await run(cwd, ["check", "*.rubric", "--format", "json"]);
    expect(byPattern.out).toBe((await run(cwd, ["check", ".", "--format", "json"])).out);
    expect(await run(cwd, ["check", "x/**/*.rubric", "--lang", "en"])).toMatchObject({ code: 3 });
  });
});
