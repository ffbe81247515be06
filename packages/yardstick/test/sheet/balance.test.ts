import { describe, expect, test } from "vitest";
import { compile, scoreSheets, type Sheet } from "../../src/index.js";

const FIELDS = "数据 社区 { 名称: 文本 主键, 迟报: 计数 次, 完成: 数值 万元, 任务: 数值 万元, 优秀: 是否, 适用: 是否 }";
const ROW = { 名称: "一", 迟报: "7", 完成: "5", 任务: "8", 优秀: "是", 适用: "是" };

function sheetOf(rubric: string, row: Readonly<Record<string, string | null>> = {}, lang: "zh" | "en" = "zh"): Sheet {
  const source = `考核 "样例"\n${FIELDS}\n${rubric}\n`;
  const compiled = compile(source);
  if (compiled.rubric === null) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const [sheet] = scoreSheets(compiled.rubric.score([{ ...ROW, ...row }]), source, lang);
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

const changes = ({ balance }: Sheet) =>
  [...(balance?.losses ?? []), ...(balance?.gains ?? [])].map(({ name, amount }) => `${name} ${amount}`);

const hundredths = (text: string): number => Math.round(Number(text.replace("−", "-")) * 1e8);

describe("the balance of a sheet", () => {
  test("has items by what they lost, and bonuses by what they gained", () => {
    const sheet = sheetOf(`满分 20 分
大类 甲 20 分 { 条目 报送 10 分 { 每 迟报 扣 0.5 分 }; 条目 招商 10 分 { 得 按比例 完成 / 任务 } }
加分项 表扬 最多 3 分 { 若 优秀 加 1 分 }`);
    expect(changes(sheet)).toEqual(["招商 −3.75", "报送 −3.50", "表扬 +1.00"]);
    expect(sheet.balance).toMatchObject({ full: "20.00", lost: "7.25", gained: "1.00", sum: "13.75" });
    expect(sheet.balance?.text).toBe("满分 20.00，失 7.25，加 1.00，合计 13.75。");
  });

  test("counts items of weighted sections on the scale of the total", () => {
    const sheet = sheetOf(`满分 100 分
大类 甲 权重 60% { 条目 报送 100 分 { 每 迟报 扣 1 分 } }
大类 乙 权重 40% { 条目 招商 100 分 { 得 按比例 完成 / 任务 } }`);
    expect(changes(sheet)).toEqual(["招商 −15.00", "报送 −4.20"]);
  });

  test("names a section for what its rounding changes beyond its items", () => {
    const sheet = sheetOf(`满分 10 分
大类 甲 10 分 保留 0 位小数 { 条目 招商 10 分 { 得 按比例 完成 / 任务 } }`);
    expect(changes(sheet)).toEqual(["招商 −3.75", "甲 −0.25"]);
  });

  test.each([
    "满分 20 分\n大类 甲 20 分 { 条目 报送 10 分 { 每 迟报 扣 2 分 }; 条目 招商 10 分 { 得 按比例 完成 / 任务 } }\n扣分项 违规 最多 2 分 { 每 迟报 扣 0.3 分 }",
    "满分 100 分\n大类 甲 权重 75% { 大类 丙 权重 40% { 条目 报送 50 分 { 每 迟报 扣 1.5 分 } }; 大类 丁 权重 60% { 条目 招商 80 分 { 得 按比例 完成 / 任务 } } }\n大类 乙 权重 25% { 条目 其他 10 分 { 若 优秀 扣 2 分 } }",
    "满分 20 分\n大类 甲 20 分 { 条目 报送 10 分 { 每 迟报 扣 0.5 分 }; 条目 招商 10 分 适用 若 适用 否则 满分 { 得 按比例 完成 / 任务 } }\n加分项 表扬 最多 0.5 分 { 若 优秀 加 1 分 }",
  ])("adds up to the sum of the score: %s", (rubric) => {
    for (const row of [{}, { 迟报: "0" }, { 优秀: "否", 完成: "8" }, { 适用: "否", 迟报: "40" }]) {
      const sheet = sheetOf(rubric, row);
      const { balance } = sheet;
      if (balance === null) throw new Error("no balance");
      const all = [...balance.losses, ...balance.gains].reduce((sum, { amount }) => sum + hundredths(amount), 0);
      expect(hundredths(balance.full) + all).toBe(hundredths(balance.sum));
      expect(balance.sum).toBe(sheet.steps.find(({ kind }) => kind === "sum")?.value);
      expect(hundredths(balance.full) - hundredths(balance.lost) + hundredths(balance.gained)).toBe(
        hundredths(balance.sum),
      );
    }
  });

  test("says that nothing was lost", () => {
    const rubric = "满分 10 分\n条目 报送 10 分 { 每 迟报 扣 0.5 分 }";
    expect(sheetOf(rubric, { 迟报: "0" }).balance?.text).toBe("满分 10.00，没有失分，合计 10.00。");
    expect(sheetOf(rubric, { 迟报: "0" }, "en").balance?.text).toBe("Full marks 10.00, nothing lost: 10.00.");
  });

  test("is missing while the score is pending, and where the points of a part go to its siblings", () => {
    expect(sheetOf("满分 10 分\n条目 报送 10 分 { 每 迟报 扣 0.5 分 }", { 迟报: null }).balance).toBeNull();
    const shared = `满分 20 分
大类 甲 20 分 { 条目 报送 10 分 { 每 迟报 扣 0.5 分 }; 条目 招商 10 分 适用 若 适用 否则 折算 { 得 按比例 完成 / 任务 } }`;
    expect(sheetOf(shared, { 适用: "否" }).balance).toBeNull();
    expect(sheetOf(shared).balance).not.toBeNull();
  });
});
