import { describe, expect, test } from "vitest";
import { PROJECT, RUBRIC, folderWith, yardstick } from "./command.js";

const WRONG = RUBRIC.replace("每 迟报次数 扣", "每 迟报次敉 扣");

describe("yardstick check", () => {
  test("succeeds and reports it where nothing is wrong", async () => {
    const { code, out, err } = await yardstick(["check", "a.rubric"], { cwd: folderWith(PROJECT) });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/1 个文件：0 个错误，\d+ 条警告，\d+ 条建议\n$/u);
  });

  test("shows each error in its line, with carets under the wide characters", async () => {
    const { code, out } = await yardstick(["check", "a.rubric"], { cwd: folderWith({ "a.rubric": WRONG }) });
    expect(code).toBe(1);
    const lines = out.split("\n");
    const at = lines.findIndex((line) => line.startsWith("a.rubric:17:7 错误："));
    expect(lines[at + 1]).toBe("17 │     每 迟报次敉 扣 0.5 分");
    expect(lines[at + 2]).toBe("   │        ^^^^^^^^");
    expect(out).toMatch(/1 个文件：1 个错误，/u);
  });

  test("reads folders recursively, each rubric once", async () => {
    const cwd = folderWith({ "x/a.rubric": RUBRIC, "x/deep/b.rubric": WRONG, "x/.hidden/c.rubric": "", "x/d.txt": "" });
    const { code, out } = await yardstick(["check", "x", "x/a.rubric"], { cwd });
    expect(code).toBe(1);
    expect(out).toContain("x/deep/b.rubric:17:7");
    expect(out).toContain("2 个文件：");
  });

  test("gives the diagnostics as JSON with the file of each", async () => {
    const { code, out } = await yardstick(["check", "a.rubric", "--format", "json"], {
      cwd: folderWith({ "a.rubric": WRONG }),
    });
    expect(code).toBe(1);
    const found = JSON.parse(out) as {
      code: string;
      severity: string;
      file: string;
      span: [number, number];
      message: string;
    }[];
    const error = found.find(({ severity }) => severity === "error");
    expect(error).toMatchObject({ file: "a.rubric", message: expect.stringContaining("迟报次敉") });
    expect(WRONG.slice(...(error?.span ?? [0, 0]))).toBe("迟报次敉");
  });

  test("is in English on request", async () => {
    const { out } = await yardstick(["check", "a.rubric", "--lang", "en"], { cwd: folderWith({ "a.rubric": WRONG }) });
    expect(out).toContain("a.rubric:17:7 error: ");
    expect(out).toContain("1 file: 1 error, ");
  });

  test("fails on warnings only on request", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC.replace("安全事故: 计数 起", "安全事故: 计数 起\n  闲置: 计数") });
    const plain = await yardstick(["check", "a.rubric"], { cwd });
    expect(plain.code).toBe(0);
    expect(plain.out).toMatch(/0 个错误，1 条警告/u);
    expect((await yardstick(["check", "a.rubric", "--deny-warnings"], { cwd })).code).toBe(1);
  });

  test("reports a file that does not exist", async () => {
    const cwd = folderWith({ "empty/x.txt": "" });
    expect(await yardstick(["check", "none"], { cwd })).toMatchObject({
      code: 3,
      err: "无法读取 none：文件不存在。\n",
    });
    expect(await yardstick(["check", "empty"], { cwd })).toMatchObject({
      code: 3,
      err: "empty 中没有 .rubric 文件。\n",
    });
  });
});

describe("yardstick test", () => {
  test("runs the samples of a rubric", async () => {
    const { code, out } = await yardstick(["test", "a.rubric"], { cwd: folderWith(PROJECT) });
    expect(out).toBe("a.rubric\n  ✓ 通过  迟报两次\n1 个样例通过，0 个不符\n");
    expect(code).toBe(0);
  });

  test("reports the expected and the actual result with the location", async () => {
    const wrong = RUBRIC.replace("总分: 19 }", "总分: 19.5 }");
    const { code, out } = await yardstick(["test", "a.rubric"], { cwd: folderWith({ "a.rubric": wrong }) });
    expect(code).toBe(1);
    expect(out).toContain("✗ 不符  迟报两次  a.rubric:29:1");
    expect(out).toMatch(/a\.rubric:31:15 总分：应得 19\.5，实得 19/u);
    expect(out).toContain("0 个样例通过，1 个不符");
  });

  test("fails for a rubric that cannot run", async () => {
    const { code, err } = await yardstick(["test", "a.rubric"], { cwd: folderWith({ "a.rubric": WRONG }) });
    expect(code).toBe(1);
    expect(err).toContain("a.rubric:17:7 错误：");
  });
});
