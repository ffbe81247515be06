import { describe, expect, test } from "vitest";
import { GOOD_DATA, PROJECT, folderWith, yardstick } from "./command.js";

const explain = (key: string, options: readonly string[] = [], files: Readonly<Record<string, string>> = PROJECT) =>
  yardstick(["explain", "a.rubric", key, ...options], { cwd: folderWith(files) });

describe("yardstick explain", () => {
  test("shows every line with its sentence, count, effect and what limited it", async () => {
    const { code, out, err } = await explain("甲社区");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("评分表  甲社区");
    expect(out).toContain("总分 16.50");
    expect(out).toMatch(/− 每 迟报次数 扣 0\.5 分\s+1 次\s+−0\.50/u);
    expect(out).toMatch(
      /− 逐条 台账 其中 事项 = "通报批评" 扣 1 分 最多 2 分\s+3\s+−2\.00\s+封顶 最多 2\.00 分，挡回 1\.00 分/u,
    );
    expect(out).toMatch(/│ 通报批评 {2}2024-03-01/u);
    expect(out).toMatch(/= 得 按比例 招商完成 \/ 招商任务\s.*\+9\.00.*招商完成 450 万元，招商任务 500 万元/u);
    expect(out).toMatch(/合计\s+16\.50\s+7\.50 \+ 9\.00/u);
    expect(out).toMatch(/一票否决\s+安全：未触发/u);
  });

  test("counts the rules without effect, and lists them on request", async () => {
    const { out } = await explain("乙社区");
    expect(out).not.toContain("每 迟报次数 扣 0.5 分");
    expect(out).toContain("没有起作用的规则 2 条，未列出；加 --all-rules 列出。");
    expect((await explain("乙社区", ["--lang", "en"])).out).toContain(
      "2 rules without effect not shown; --all-rules lists them.",
    );
    const all = await explain("乙社区", ["--all-rules"]);
    expect(all.out).toMatch(/○ 每 迟报次数 扣 0\.5 分\s+未触发，迟报次数 0 次/u);
    expect(all.out).not.toContain("未列出");
  });

  test("opens on what was lost and gained, the greatest first, with the points of the figures below each other", async () => {
    const { out } = await explain("甲社区");
    expect(out).toContain("满分 20.00，失 3.50，合计 16.50。\n  −2.50  报送");
    expect(out.indexOf("失 3.50")).toBeLessThan(out.indexOf("每 迟报次数"));
    const english = await explain("甲社区", ["--lang", "en"]);
    expect(english.out).toContain("Full marks 20.00, lost 3.50: 16.50.");
    expect(english.out).toMatch(/− per 迟报次数 deduct 0\.5 points\s+1 次\s+−0\.50/u);
  });

  test("explains a place that is better than the points suggest", async () => {
    const { out } = await explain("丙社区");
    expect(out).toContain("全街道按得分列第 2；乙社区因“安全”一票否决不占名次，递补为第 1 名。");
    expect(out).toMatch(/红旗\s+获得，3000 元/u);
  });

  test("shows the points that a veto removed", async () => {
    const { out } = await explain("乙社区");
    expect(out).toContain("“安全”一票否决触发。");
    expect(out).toMatch(/一票否决\s+安全：触发（安全事故 1 起），不占名次/u);
  });

  test("lists the missing data", async () => {
    const { code, out } = await explain("甲社区", [], {
      ...PROJECT,
      "data.csv": GOOD_DATA.replace("甲社区,1,450", "甲社区,1,"),
    });
    expect(code).toBe(0);
    expect(out).toContain("总分 待定");
    expect(out).toContain("总分待定，尚待：招商完成（待填，经发办）。");
  });

  describe.each([
    ["text", ["--format", "text"]],
    ["a page", ["--format", "html"]],
  ] as const)("as %s", (_, format) => {
    const files = {
      "a.rubric": [
        '考核 "公示"',
        "数据 人 { 姓名: 文本 主键, 成绩: 数值 分 0 .. 10, 推荐: 是否 }",
        "大类 能 10 分 { 条目 一 10 分 { 得 成绩 } }",
        "排名 全 按 总分",
        "等次 年度 按 全 { 优秀: 名额 1; 其余: 合格 }",
        "奖励 头奖 全 第 1 名 若 推荐",
      ].join("\n"),
      "data.csv": "姓名,成绩,推荐\n甲,9.4444,\n乙,8,是\n丙,8,是\n丁,,是\n",
    };

    test.each([
      ["zh", "奖励 头奖：待定，尚待 推荐（待填）。", "暂定 全：所依据的数据尚未齐备。"],
      ["en", "award 头奖: undecided, waiting for 推荐 (missing).", "provisional 全: depends on incomplete data."],
    ])("lists undecided and provisional results in %s", async (lang, undecided, provisional) => {
      const { out } = await explain("甲", [...format, "--lang", lang], files);
      expect(out).toContain(undecided);
      expect(out).toContain(provisional);
    });

    test("is omitted where everything is decided", async () => {
      const { out } = await explain("甲", format, { ...files, "data.csv": "姓名,成绩,推荐\n甲,9.4444,是\n" });
      expect(out).not.toMatch(/待定|暂定/u);
    });
  });

  test.each([
    ["zh", "公布 升幅：待定，往期结果缺期。"],
    ["en", "output 升幅: undecided, a period is missing in the history."],
  ])("names only the reason in %s where an output is pending by itself", async (lang, sentence) => {
    const { out } = await explain("甲", ["--lang", lang], {
      "a.rubric":
        '考核 "比上年"\n数据 人 { 姓名: 文本 主键, 年度: 期别, 成绩: 数值 分 0 .. 10 }\n条目 一 10 分 { 得 成绩 }\n公布 升幅 = 总分 - 上期(总分)',
      "data.csv": "姓名,年度,成绩\n甲,2024,9\n",
      "history.csv": "姓名,年度,总分\n甲,2022,8\n",
    });
    expect(out).toContain(sentence);
  });

  test("shows the published score of a section, not its further digits, beside its points", async () => {
    const { out } = await explain("甲", ["--format", "html"], {
      "a.rubric":
        '考核 "公示"\n数据 人 { 姓名: 文本 主键, 成绩: 数值 分 0 .. 10 }\n大类 能 10 分 { 条目 一 10 分 { 得 成绩 } }',
      "data.csv": "姓名,成绩\n甲,9.4444\n",
    });
    expect(out).toMatch(/<table class="sums">.*<b>9\.44<\/b>/u);
  });

  test("is available in English", async () => {
    const { out } = await explain("甲社区", ["--lang", "en"]);
    expect(out).toContain("Score sheet  甲社区");
    expect(out).toContain("cap at most 2.00, held back 1.00");
    expect(out).toMatch(/Vetoes\s+安全: did not fire/u);
  });

  test("gives the explanation as JSON", async () => {
    const { code, out } = await explain("甲社区", ["--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ key: "甲社区", status: "scored", score: "16.50", sum: "33/2" });
  });

  test("of an unknown subject suggests similar names", async () => {
    expect(await explain("甲社")).toEqual({ code: 2, out: "", err: "数据中没有“甲社”；是否应为“甲社区”？\n" });
  });
});
