/**
 * Test texts with the cursor written as `|`.
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

/** A small sound rubric; `line` stands in its item, with the cursor. */
export function inItem(line: string): AtCursor {
  return at(`考核 "试"
满分 10 分
数据 社区 {
  名称: 文本 主键
  /// 迟交材料的次数
  迟报次数: 计数 次 考核部门 "党政办"
  班子不团结: 是否
  台账: 明细 { 事项: 文本, 数量: 计数 }
}
大类 党群 10 分 {
  条目 信息 6 分 依据 "细则一" {
    ${line}
  }
  条目 团结 4 分 { 若 班子不团结 扣 1 分 }
}
排名 全街道 按 总分
`);
}
