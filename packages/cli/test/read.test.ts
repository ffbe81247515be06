import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

const scheme =
  "轮转考核细则\n\n一、工作责任（10分）\n1.出差错一次扣1分。\n2.受表扬的，每次加1分。\n3.其他由考核办另行研究扣分。\n";
const whole = "轮转考核细则\n\n一、工作责任（10分）\n1.出差错一次扣1分。\n";

describe("yardstick read", () => {
  it("lists each clause with its state, its rule or its question, and counts them", async () => {
    const cwd = folderWith({ "a.txt": scheme });
    const { code, out } = await yardstick(["read", "a.txt"], { cwd });
    expect(code).toBe(1);
    expect(out).toContain("[已读出] 出差错一次扣1分\n       每 出差错 扣 1 分\n");
    expect(out).toContain("2:over-full");
    expect(out).toContain("[未读出]");
    expect(out).toContain("共 3 条：已读出 1，酌情评定 0，待确认 1，未读出 1，非规则 0。");
  });

  it("speaks English", async () => {
    const cwd = folderWith({ "a.txt": scheme });
    const { out } = await yardstick(["read", "a.txt", "--lang", "en"], { cwd });
    expect(out).toContain("3 clauses: read 1, for judgement 0, open question 1, not read 1, not a rule 0.");
    expect(out).toContain("Where do these points go?");
  });

  it("writes a draft that checks without errors, answered or not", async () => {
    const cwd = folderWith({ "a.txt": scheme, "answers.json": '{"2:over-full": 2}' });
    for (const more of [[], ["--answers", "answers.json"]]) {
      expect(await yardstick(["read", "a.txt", "--out", "a.rubric", ...more], { cwd })).toMatchObject({ code: 1 });
      expect(await yardstick(["check", "a.rubric"], { cwd })).toMatchObject({ code: 0 });
    }
    const draft = readFileSync(join(cwd, "a.rubric"), "utf8");
    expect(draft).toContain("每 受表扬 加 1 分");
    expect(draft).toContain("待定");
  });

  it("exits with 0 once nothing is open, and where unread clauses are allowed", async () => {
    const cwd = folderWith({ "a.txt": scheme, "b.txt": whole, "answers.json": '{"2:over-full": 1}' });
    expect((await yardstick(["read", "b.txt"], { cwd })).code).toBe(0);
    expect((await yardstick(["read", "a.txt", "--answers", "answers.json"], { cwd })).code).toBe(1);
    expect((await yardstick(["read", "a.txt", "--answers", "answers.json", "--allow-unread"], { cwd })).code).toBe(0);
    expect((await yardstick(["read", "a.txt", "--allow-unread"], { cwd })).code).toBe(1);
  });

  it("writes the table of clauses and rules, by the name of its file", async () => {
    const cwd = folderWith({ "a.txt": scheme });
    for (const file of ["t.docx", "t.xlsx"]) {
      expect((await yardstick(["read", "a.txt", "--table", file], { cwd })).code).toBe(1);
      expect(readFileSync(join(cwd, file)).subarray(0, 2).toString()).toBe("PK");
      const { out } = await yardstick(["read", file], { cwd });
      for (const text of ["出差错一次扣1分", "每 出差错 扣 1 分", "待确认", "另行研究"])
        expect(out.replaceAll(" ", "")).toContain(text.replaceAll(" ", ""));
    }
    const { code, err } = await yardstick(["read", "a.txt", "--table", "t.pdf", "--lang", "en"], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("must end in .docx or .xlsx")]);
  });

  it("gives places, questions with options from 1, and the draft as JSON", async () => {
    const cwd = folderWith({ "a.txt": scheme });
    const { out } = await yardstick(["read", "a.txt", "--format", "json"], { cwd });
    const { clauses, draft, totals } = JSON.parse(out);
    expect(totals.clauses).toEqual({ read: 1, asks: 1, judged: 0, "not-a-rule": 0, "not-read": 1 });
    const [first, second, third] = clauses;
    const line: string = scheme.split("\n").filter((each) => each !== "")[Number(first.at.block)] ?? "";
    expect(line.slice(first.at.from, first.at.to)).toBe("出差错一次扣1分");
    expect(first.rules).toEqual(["每 出差错 扣 1 分"]);
    expect([second.rules, second.questions[0].id, second.questions[0].chosen]).toEqual([[], "2:over-full", null]);
    expect(third.unread.map(({ text }: { text: string }) => text).join("")).toContain("另行研究");
    expect(draft).toContain("条目");
  });

  it("reads standard input", async () => {
    expect((await yardstick(["read", "-"], { stdin: whole })).out).toContain("每 出差错 扣 1 分");
  });

  it("names what cannot be read, and wrong answers", async () => {
    const cwd = folderWith({
      "a.pdf": "%PDF-1.4",
      "a.txt": scheme,
      "no.json": "[]",
      "who.json": '{"9:x": 1}',
      "far.json": '{"2:over-full": 7}',
    });
    expect(await yardstick(["read", "a.pdf"], { cwd })).toMatchObject({
      code: 3,
      out: "",
      err: expect.stringContaining("PDF"),
    });
    expect(await yardstick(["read", "missing.docx"], { cwd })).toMatchObject({ code: 3, out: "" });
    expect(await yardstick(["read", "a.txt", "--answers", "no.json"], { cwd })).toMatchObject({ code: 2, out: "" });
    expect(await yardstick(["read", "a.txt", "--answers", "who.json"], { cwd })).toMatchObject({ code: 2, out: "" });
    expect(await yardstick(["read", "a.txt", "--answers", "far.json"], { cwd })).toMatchObject({ code: 2, out: "" });
  });
});
