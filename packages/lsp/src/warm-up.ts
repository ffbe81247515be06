/**
 * Uses what answers need once, so that the first answer does not wait for it to be loaded and compiled.
 */
import { analyse } from "@yardstick/language";
import { complete, formatting, hover } from "@yardstick/service";

const SAMPLE = `考核 "样例"
满分 10 分
数据 单位 { 名称: 文本 主键; 次数: 计数 次 }
条目 报送 10 分 { 每 次数 扣 0.1 分 最多 1 分 }
排名 全体 按 总分
`;

/** Analyses a short rubric and asks for what is slowest at first. */
export function warmUp(): void {
  const analysis = analyse(SAMPLE);
  const offset = SAMPLE.lastIndexOf("次数");
  complete(analysis, offset, "zh");
  hover(analysis, offset, "zh");
  formatting(analysis);
}
