/**
 * Rubrics for the tests of the embedding API: one with periods, a scenario and a constant, and one that uses it.
 */
import type { Row } from "@yardstick/engine";

export const TEAM = `考核 "班子考核"
版本 "2024"
满分 100 分
总分 保留 1 位小数

数据 乡镇 {
  名称: 文本 主键
  年度: 期别
  财政: 数值 分 0 .. 100
  民生: 数值 分 0 .. 100
  台账: 明细 { 事项: 文本 }
}
常量 单价: 数值 元 = 100 元

大类 发展 权重 60% { 条目 财政收入 100 分 { 得 财政 } }
大类 服务 权重 40% {
  条目 民生实事 100 分 {
    得 民生
    逐条 台账 其中 事项 = "投诉" 扣 5 分
  }
}
排名 全县 按 总分 并列 同名次
公布 奖金 = 总分 × 单价 / 1 分 保留 2 位小数
方案 "民生优先" { 发展: 权重 40%; 服务: 权重 60% }
`;

export const ROWS: readonly Row[] = [
  { 名称: "东乡", 年度: "2024", 财政: "90", 民生: 60n, 台账: [{ 事项: "投诉" }] },
  { 名称: "西乡", 年度: "2024", 财政: 70, 民生: "85.5", 台账: [] },
  { 名称: "北乡", 年度: "2024", 财政: "80", 民生: null, 台账: [] },
];
