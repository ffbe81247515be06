// A rubric small enough to be computed by hand, with its tables: sections, a bonus, a veto, a pending subject, places
// of the previous year.

import type { Good, Inputs } from "../../src/protocol/protocol.js";
import { withProblemTexts } from "../../src/worker/problem-texts.js";
import { Evaluator } from "../../src/worker/evaluate.js";

export const smallRubric = `考核 "小考核"
版本 "2024"
满分 10 分
数据 单位 {
  名称: 文本 主键
  年度: 期别
  迟报: 计数 次
  完成: 数值 万元
  任务: 数值 万元 1 ..
  事故: 计数 起
  台账: 明细 { 事项: 文本, 日期: 日期 }
}
大类 内务 4 分 {
  条目 报送 4 分 考核部门 "办公室" {
    每 迟报 扣 0.5 分
    逐条 台账 其中 事项 = "脱岗" 扣 1 分
  }
}
大类 业务 6 分 {
  条目 招商 6 分 考核部门 "经发办" { 得 按比例 完成 / 任务 }
  加分项 超额 最多 2 分 考核部门 "经发办" { 每 10% 完成 / 任务 超过 100% 加 0.5 分 }
}
加分 仅限 超额
一票否决 安全 若 事故 > 0 { 不占名次 }
排名 全区 按 总分 并列 同名次
奖励 标兵 全区 第 1 名 500 元
样例 "满分" { 给定 { 其余: 满分 } 应得 { 总分: 10 } }
样例 "写错的" { 给定 { 迟报: 1, 其余: 满分 } 应得 { 总分: 9 } }
`;

export const smallTables: Inputs["tables"] = [
  {
    role: "subjects",
    name: "",
    header: ["名称", "年度", "迟报", "完成", "任务", "事故", "备注"],
    rows: [
      ["甲", "2024", "1", "120", "100", "0", ""],
      ["乙", "2024", "0", "100", "100", "1", ""],
      ["丙", "2024", "2", "50", "100", "0", ""],
      ["丁", "2024", "三次", "", "100", "0", ""],
    ],
  },
  {
    role: "list",
    name: "台账",
    header: ["名称", "年度", "事项", "日期"],
    rows: [["甲", "2024", "脱岗", "2024-05-01"]],
  },
  {
    role: "history",
    name: "",
    header: ["名称", "年度", "总分", "全区"],
    rows: [
      ["甲", "2022", "8.0", "3"],
      ["甲", "2023", "9.0", "2"],
      ["丙", "2023", "9.5", "1"],
    ],
  },
];

export function smallGood(): Good {
  const inputs: Inputs = { rubric: smallRubric, tables: smallTables, scenario: null, lang: "zh" };
  const { good, diagnostics } = withProblemTexts(new Evaluator().evaluate(inputs), inputs);
  if (good === null) throw new Error(JSON.stringify(diagnostics));
  return good;
}
