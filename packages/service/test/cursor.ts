/**
 * Test texts with the cursor written as `|`, and two small valid rubrics with the same meaning in either vocabulary.
 */
import { analyse, type Analysis } from "@yardstick/language";

export interface AtCursor {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly source: string;
}

export function at(marked: string): AtCursor {
  const offset = marked.indexOf("|");
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  return { analysis: analyse(source), offset, source };
}

const chinese = (line: string, end: string) => `考核 "试"
满分 10 分
选项 档次 (差 "不合格" < 中 < 好)
数据 社区 {
  名称: 文本 主键
  /// 迟交材料的次数
  迟报次数: 计数 次 考核部门 "党政办"
  班子不团结: 是否
  评议: 档次
  街道: 文本
  台账: 明细 { 事项: 文本, 数量: 计数 }
}
大类 党群 10 分 {
  条目 信息 6 分 依据 "细则一" {
    ${line}
  }
  条目 团结 4 分 { 若 班子不团结 扣 1 分 }
}
排名 全街道 按 总分
${end}`;

const english = (line: string, end: string) => `rubric "t"
total 10 points
choice standing (poor "below the line" < fair < good)
data village {
  name: text key
  /// how often papers came late
  late: count times assessor "office"
  divided: flag
  opinion: standing
  district: text
  incidents: list { matter: text, number: count }
}
section party 10 points {
  item papers 6 points basis "rule 1" {
    ${line}
  }
  item unity 4 points { if divided deduct 1 point }
}
ranking all by score
${end}`;

/** A rubric with `line`, which has the cursor, in an item. */
export const inItem = (line: string): AtCursor => at(chinese(line, ""));
export const inEnglishItem = (line: string): AtCursor => at(english(line, ""));

/** A rubric with `end`, which has the cursor, as its last declaration. */
export const atEnd = (end: string): AtCursor => at(chinese("每 迟报次数 扣 0.1 分", end));
export const atEnglishEnd = (end: string): AtCursor => at(english("per late deduct 0.1 points", end));

/** The text of a span. */
export function textIn(source: string, [start, end]: readonly [number, number]): string {
  return source.slice(start, end);
}
