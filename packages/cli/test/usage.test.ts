import { describe, expect, test } from "vitest";
import { yardstick } from "./command.js";

const EN = { env: { LANG: "en_US.UTF-8" } };

describe("a wrong command line", () => {
  test.each([
    [["score"], "缺少参数 RUBRIC。yardstick score --help 可查看用法。"],
    [["explain", "a.rubric"], "缺少参数 KEY。yardstick explain --help 可查看用法。"],
    [["score", "a", "--nope"], "没有 --nope 这个选项。yardstick score --help 可查看用法。"],
    [["score", "a", "--data"], "选项 --data <file> 后面要有值。yardstick score --help 可查看用法。"],
    [["score", "a", "b"], "参数太多。yardstick score --help 可查看用法。"],
    [["check"], "缺少参数 PATH。yardstick check --help 可查看用法。"],
  ])("%j is told in one sentence", async (argv, message) => {
    expect(await yardstick(argv)).toEqual({ code: 2, out: "", err: `${message}\n` });
  });

  test("of an unknown command names those that there are", async () => {
    const { code, err } = await yardstick(["scroe"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^没有 scroe 这个命令；可用：score, explain, .*form.*。yardstick --help 可查看用法。\n$/u);
  });

  test("is told in English elsewhere", async () => {
    expect(await yardstick(["score", "a", "--nope"], EN)).toMatchObject({
      code: 2,
      err: "there is no option --nope. See yardstick score --help.\n",
    });
  });

  test("of nothing at all shows the help on standard error", async () => {
    const { code, out, err } = await yardstick([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("用法：");
  });
});

describe("help", () => {
  test("speaks the language of the locale, or the one that is asked for", async () => {
    const zh = await yardstick(["score", "--help"]);
    expect(zh).toMatchObject({ code: 0, err: "" });
    expect(zh.out).toContain("用法：");
    expect(zh.out).toContain("可选：table|json|csv|xlsx|html；缺省：table");
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

  test("tells the version", async () => {
    expect(await yardstick(["--version"])).toMatchObject({ code: 0, out: "0.1.0\n" });
  });
});
