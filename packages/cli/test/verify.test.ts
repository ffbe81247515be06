// A published result is computed anew from its rubric and its data: what agrees, what was changed, and what cannot be verified.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, GOOD_DATA, RUBRIC, yardstick } from "./command.js";

const files = () => folderWith({ "a.rubric": RUBRIC, "data.csv": GOOD_DATA });

async function published(cwd: string, name: string, ...options: readonly string[]): Promise<void> {
  const format = name.split(".").at(-1) ?? "";
  const { code } = await yardstick(["score", "a.rubric", "--format", format, "--out", name, ...options], { cwd });
  expect(code).toBe(0);
}

const verify = (cwd: string, name: string, ...options: readonly string[]) =>
  yardstick(["verify", name, "--rubric", "a.rubric", ...options], { cwd });

describe("yardstick verify", () => {
  it.each(
    (["json", "ndjson", "csv", "xlsx", "html"] as const).flatMap((format) =>
      (["zh", "en"] as const).flatMap((lang) =>
        (["zh", "en"] as const).map((reader) => [format, lang, reader] as const),
      ),
    ),
  )("agrees with an unchanged %s written in %s and verified in %s", async (format, lang, reader) => {
    const cwd = files();
    await published(cwd, `r.${format}`, "--lang", lang);
    const outcome = await verify(cwd, `r.${format}`, "--lang", reader);
    expect(outcome).toMatchObject({ code: 0, out: expect.stringMatching(/核对一致|verified/u) });
  });

  it("agrees with pages that have score sheets, with all rules or without", async () => {
    const cwd = files();
    await published(cwd, "r.html", "--sheets", "--all-rules");
    expect((await verify(cwd, "r.html")).code).toBe(0);
  });

  describe.each(["zh", "en"] as const)("of score sheets, written in %s", (lang) => {
    it.each([[], ["--all-rules"]])(
      "agrees with each, with the folder and with the archive (%j)",
      async (...options) => {
        const cwd = files();
        for (const out of ["pages/", "r.zip"])
          expect(
            await yardstick(
              ["score", "a.rubric", "--format", "html", "--sheets", "--out", out, "--lang", lang, ...options],
              { cwd },
            ),
          ).toMatchObject({ code: 0 });
        const names = readdirSync(join(cwd, "pages")).map((name) => `pages/${name}`);
        expect(names.length).toBeGreaterThan(2);
        for (const reader of ["zh", "en"])
          for (const path of ["pages", "pages/", "r.zip", ...names])
            expect([path, (await verify(cwd, path, "--lang", reader)).code]).toEqual([path, 0]);
      },
    );

    it("names pages that were changed, that are missing and that are none of the result", async () => {
      const cwd = files();
      await yardstick(["score", "a.rubric", "--format", "html", "--sheets", "--out", "pages/", "--lang", lang], {
        cwd,
      });
      const [first = "", second = ""] = readdirSync(join(cwd, "pages")).filter((name) => name.includes("社区"));
      const path = join(cwd, "pages", first);
      writeFileSync(path, readFileSync(path, "utf8").replace("</article>", " </article>"));
      rmSync(join(cwd, "pages", second));
      writeFileSync(join(cwd, "pages", "old.html"), "");
      writeFileSync(join(cwd, "pages", "notes.txt"), "");
      const { code, out } = await verify(cwd, "pages", "--format", "json");
      const { matches, differences } = JSON.parse(out) as { matches: boolean; differences: readonly object[] };
      expect([code, matches]).toEqual([1, false]);
      expect(differences).toHaveLength(3);
      expect(differences).toEqual(
        expect.arrayContaining([
          { place: first, published: null, computed: null },
          { place: second, published: null, computed: second },
          { place: "old.html", published: "old.html", computed: null },
        ]),
      );
      expect((await verify(cwd, "pages")).out).toContain(`  ${first} 的内容与重新计算的不同\n`);
      expect((await verify(cwd, "pages", "--lang", "en")).out).toContain(`  ${first} differs from`);
      expect((await verify(cwd, `pages/${first}`)).code).toBe(1);
    });
  });

  it("refuses folders and archives without pages", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": GOOD_DATA, "folder/a.txt": "", "r.zip": "" });
    for (const path of ["folder", "r.zip"]) expect((await verify(cwd, path)).code).toBe(3);
  });

  it("names the subject and the figure that were changed in JSON", async () => {
    const cwd = files();
    await published(cwd, "r.json");
    const text = readFileSync(join(cwd, "r.json"), "utf8");
    const result = JSON.parse(text) as { subjects: { key: string; score: string | null }[] };
    const [subject] = result.subjects;
    const score = subject?.score ?? "";
    if (subject !== undefined) subject.score = "99.99";
    // The order of subjects is no difference.
    result.subjects.reverse();
    writeFileSync(join(cwd, "r.json"), JSON.stringify(result));
    const { code, out } = await verify(cwd, "r.json");
    expect(code).toBe(1);
    expect(out).toContain("规则和数据与公布时相同");
    expect(out).toContain(`subjects[${subject?.key}].score：公布为 99.99，计算为 ${score}`);
    expect(out.split("\n").filter((line) => line.startsWith("  "))).toHaveLength(1);
  });

  it("names the cell that was changed in CSV, and says that a page differs", async () => {
    const cwd = files();
    for (const name of ["r.csv", "r.html"]) await published(cwd, name);
    const csv = readFileSync(join(cwd, "r.csv"), "utf8");
    const [score = ""] = /\d+\.\d\d/u.exec(csv) ?? [];
    writeFileSync(join(cwd, "r.csv"), csv.replace(score, "99.99"));
    expect(await verify(cwd, "r.csv")).toMatchObject({
      code: 1,
      out: expect.stringMatching(new RegExp(`^ {2}[A-Z]+\\d+：公布为 99.99，计算为 ${score}$`, "mu")),
    });
    const html = readFileSync(join(cwd, "r.html"), "utf8");
    writeFileSync(join(cwd, "r.html"), html.replace(score, "99.99"));
    expect(await verify(cwd, "r.html")).toMatchObject({ code: 1, out: expect.stringContaining("页面的内容") });
  });

  it.each(["json", "xlsx", "html"] as const)("tells a changed rubric from changed data in %s", async (format) => {
    const cwd = files();
    await published(cwd, `r.${format}`);
    writeFileSync(join(cwd, "a.rubric"), `${RUBRIC}\n// 改动\n`);
    const rubric = await verify(cwd, `r.${format}`);
    expect(rubric.code).toBe(1);
    expect(rubric.out).toContain("规则不是公布时的规则");
    expect(rubric.out).not.toContain("数据不是公布时的数据");
    writeFileSync(join(cwd, "a.rubric"), RUBRIC);
    writeFileSync(join(cwd, "data.csv"), GOOD_DATA.split("\n").slice(0, -2).join("\n"));
    const data = await verify(cwd, `r.${format}`);
    expect(data.code).toBe(1);
    expect(data.out).toContain("数据不是公布时的数据");
    expect(data.out).not.toContain("规则不是公布时的规则");
    if (format === "xlsx") expect(data.out).toMatch(/^ {2}\S.* [A-Z]+\d+：公布为 \S+，计算为 \S+$/mu);
  });

  it.each(["zh", "en"] as const)("agrees with JSON whose messages are in the other language than %s", async (lang) => {
    // A field without use, a requirement and a policy that are not met, and a cell that cannot be read.
    const rubric = RUBRIC.replace("  招商完成:", "  备用: 计数 人\n  招商完成:");
    const rules = '要求 迟报次数 < 1 次 "有迟报"\n政策 合计(报送) >= 100 分 "偏低"\n';
    const data = GOOD_DATA.replace("甲社区,1", "甲社区,若干");
    const cwd = folderWith({ "a.rubric": `${rubric}\n${rules}`, "data.csv": data });
    const other = lang === "zh" ? "en" : "zh";
    await yardstick(["score", "a.rubric", "--format", "json", "--lang", lang, "--out", "r.json"], { cwd });
    expect(readFileSync(join(cwd, "r.json"), "utf8")).toContain(lang === "zh" ? "没有任何规则用到" : "Nothing reads");
    expect((await verify(cwd, "r.json", "--lang", other)).out).toMatch(/核对一致|verified/u);
  });

  it("verifies the results of one period of several", async () => {
    const rubric =
      '考核 "期"\n满分 10 分\n数据 村 { 名称: 文本 主键, 年度: 期别, 迟报: 计数 次 }\n条目 报送 10 分 { 每 迟报 扣 1 分 }\n';
    const cwd = folderWith({ "a.rubric": rubric, "data.csv": "名称,年度,迟报\n甲,2023,1\n甲,2024,2\n" });
    await yardstick(["score", "a.rubric", "--period", "2024", "--format", "csv", "--out", "r.csv"], { cwd });
    expect((await verify(cwd, "r.csv", "--period", "2024")).code).toBe(0);
    expect((await verify(cwd, "r.csv")).code).toBe(1);
  });

  it("gives the same as JSON", async () => {
    const cwd = files();
    await published(cwd, "r.json");
    const { out } = await verify(cwd, "r.json", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      matches: true,
      changed: { rubric: false, data: false },
      differences: [],
    });
  });

  it("refuses what is no result, and a call without a rubric", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": GOOD_DATA, "x.json": "[]", "y.txt": "", "z.xlsx": "no" });
    for (const name of ["x.json", "y.txt"])
      expect(await verify(cwd, name)).toMatchObject({ code: 3, out: "", err: expect.stringContaining(name) });
    expect((await verify(cwd, "z.xlsx")).code).not.toBe(0);
    expect(await yardstick(["verify", "x.json"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("缺少选项 --rubric"),
    });
  });
});
