import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../src/display-width.js";
import { parseCommandLine } from "../src/usage.js";
import { usageExamples } from "../src/usage-examples.js";
import { messagesOf } from "../src/messages.js";
import { folderWith, yardstick } from "./command.js";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const EN = { env: { LANG: "en_US.UTF-8" } };

describe("a wrong command line", () => {
  test.each([
    [["score"], "缺少参数 规则。yardstick score --help 可查看用法。"],
    [["explain", "a.rubric"], "缺少参数 名称。yardstick explain --help 可查看用法。"],
    [["score", "a", "--nope"], "没有 --nope 这个选项。yardstick score --help 可查看用法。"],
    [["score", "a", "--data"], "选项 --data 须有值。yardstick score --help 可查看用法。"],
    [["score", "a", "--dat", "b"], "没有 --dat 这个选项。是否应为 --data？yardstick score --help 可查看用法。"],
    [["score", "a", "b"], "参数过多。yardstick score --help 可查看用法。"],
    [["check"], "缺少参数 路径。yardstick check --help 可查看用法。"],
  ])("%j is reported in one sentence", async (argv, message) => {
    expect(await yardstick(argv)).toEqual({ code: 2, out: "", err: `${message}\n` });
  });

  test("of an unknown command lists the existing ones", async () => {
    const { code, err } = await yardstick(["scroe"]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^没有 scroe 这个命令；可用：score, explain, .*form.*。是否应为 score？yardstick --help 可查看用法。\n$/u,
    );
  });

  test("is reported in English in other locales", async () => {
    expect(await yardstick(["score", "a", "--nope"], EN)).toMatchObject({
      code: 2,
      err: "there is no option --nope. See yardstick score --help.\n",
    });
  });

  test("that is empty shows the help on standard error", async () => {
    const { code, out, err } = await yardstick([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("用法：");
  });
});

describe("yardstick.config.json", () => {
  const DATA = "名称,得\n甲,1\n";
  const rubric =
    '考核 "甲"\n满分 10 分\n数据 对象 { 名称: 文本 主键, 得: 计数 次 }\n条目 得分 10 分 { 每 得 扣 1 分 }\n';
  const settings = (values: unknown): Record<string, string> => ({
    "yardstick.config.json": typeof values === "string" ? values : JSON.stringify(values),
    "a.rubric": rubric,
    "data.csv": DATA,
    "inner/a.rubric": rubric,
  });
  const inner = (values: unknown): string => join(folderWith(settings(values)), "inner");

  test("sets options of all commands and of one, with paths from its folder, where the command line does not", async () => {
    const cwd = inner({
      lang: "en",
      score: { format: "csv", data: "data.csv", limit: ["rows=10"] },
      check: { "deny-warnings": true },
    });
    const scored = await yardstick(["score", "a.rubric"], { cwd });
    expect(scored.code).toBe(0);
    expect(scored.out).toMatch(/^\uFEFF名称,[^]*\n甲,/u);
    expect((await yardstick(["score", "a.rubric", "--format", "table"], { cwd })).out).toMatch(
      /^甲\n\n名称 +score[^]*\nrubric /u,
    );
    expect((await yardstick(["--lang", "zh", "check", "a.rubric"], { cwd })).out).toContain("个文件");
    expect((await yardstick(["check", "a.rubric"], { cwd })).out).toContain("1 file");
    const limited = await yardstick(["score", "a.rubric", "--limit", "rows=0"], { cwd });
    expect(limited.code).not.toBe(0);
  });

  test.each([
    ["[]", "../yardstick.config.json cannot be read, or is no JSON object."],
    ["{", "../yardstick.config.json cannot be read, or is no JSON object."],
    [{ nope: 1 }, "../yardstick.config.json: nope is neither a command nor an option."],
    [{ score: { nope: 1 } }, "../yardstick.config.json: score.nope is neither a command nor an option."],
    [{ version: true }, "../yardstick.config.json: version is neither a command nor an option."],
    [{ check: 1 }, "../yardstick.config.json: the value of check does not suit this option."],
    [{ check: { fix: "yes" } }, "../yardstick.config.json: the value of fix does not suit this option."],
    [{ check: { format: ["json"] } }, "../yardstick.config.json: the value of format does not suit this option."],
    [{ lang: "fr" }, "--lang cannot be “fr”; choose from: zh, en."],
    [{ constructor: {} }, "../yardstick.config.json: constructor is neither a command nor an option."],
  ])("with %j is refused by name", async (values, message) => {
    const { code, err } = await yardstick(["check", "a.rubric"], { cwd: inner(values), ...EN });
    expect({ code, err: err.trim() }).toEqual({ code: 2, err: message });
  });
});

describe("the examples of the help", () => {
  const lines = (["zh", "en"] as const).flatMap((lang) =>
    Object.entries(usageExamples[lang]).flatMap(([command, examples]) =>
      examples.map(({ line }) => [lang, command, line] as const),
    ),
  );

  test.each(lines)("in %s of %s: %s is a valid command line", (lang, command, line) => {
    const argv = (line.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ""));
    const io = { stdout: { write: () => true }, stderr: { write: () => true }, stdin: nothing(), cwd: ".", env: {} };
    expect(parseCommandLine(argv, lang, messagesOf[lang].usage, io)?.request.command).toBe(command);
  });

  test("are shown below the help of their command", async () => {
    expect((await yardstick(["form", "--help"])).out).toContain(
      "示例：\n  yardstick form 考核.rubric --out 填报表.xlsx",
    );
  });
});

async function* nothing(): AsyncGenerator<string> {}

describe("help", () => {
  test("aligns its columns where the terms are Chinese", async () => {
    const { out } = await yardstick(["score", "--help"]);
    const rows = out.split("\n").filter((line) => /^ {2}(?:-h, )?--(?:data|out|period|help|sheets)/u.test(line));
    const starts = rows.map((row) => widthOf(/^ {2}\S.*?(?: <[^>]+>)? {2,}/u.exec(row)?.[0] ?? ""));
    expect(rows).toHaveLength(5);
    expect(new Set(starts).size).toBe(1);
  });

  test("is in the language of the locale, or the requested one", async () => {
    const zh = await yardstick(["score", "--help"]);
    expect(zh).toMatchObject({ code: 0, err: "" });
    expect(zh.out).toContain("用法：");
    expect(zh.out.replace(/\s/gu, "")).toContain("可选：table|json|ndjson|csv|xlsx|html；缺省：table");
    const en = await yardstick(["score", "--help", "--lang", "en"]);
    expect(en.out).toContain("Usage:");
    expect(en.out).not.toMatch(/[\u4e00-\u9fff]/u);
    expect((await yardstick(["--lang", "en", "score", "--help"])).out).toBe(en.out);
  });

  test("lists the commands", async () => {
    const { code, out } = await yardstick(["--help"]);
    expect(code).toBe(0);
    for (const command of ["score", "explain", "check", "test", "fmt", "form", "new"]) expect(out).toContain(command);
  });

  test("prints the version", async () => {
    expect(await yardstick(["--version"])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
  });
});
