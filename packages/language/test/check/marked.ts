/**
 * Test cases of the checker: a rubric in which `|…|` marks what is found, and the codes of what is found there.
 */
import { analyse, render, type Analysis, type TypedDiagnostic, type Span } from "@yardstick/language";

export interface Case {
  /** A sentence: what the case shows. */
  readonly says: string;
  /** Findings stand between bars, in the order of the text. */
  readonly text: string;
  /** Codes of the findings, one for each pair of bars; none where the text is right. */
  readonly codes: readonly string[];
  /** Codes that other cases are about; warnings of names that a short case has no use for. */
  readonly besides?: readonly string[];
}

/** Data that most cases need only part of. */
export const data = `数据 社区 {
  名称: 文本 主键
  年度: 期别
  迟报: 计数 次
  缺项: 计数 项
  完成: 数值 万元
  任务: 数值 万元 1 ..
  补贴: 数值 元
  合格率: 百分数 0% .. 100%
  人口: 数值 人 1 ..
  面积: 数值 公里
  不团结: 是否
  等级: 选项(差 < 中 < 好)
  类型: 选项(城, 乡)
  组别: 文本
  整改: 日期 可空
  台账: 明细 { 事项: 文本, 登记: 日期, 数量: 计数 }
  票: 明细 { 档: 选项(优, 良, 劣), 分数: 数值 分 0 .. 100 }
}
`;

/** One item of 10 points with these lines. */
export function item(lines: string): string {
  return `${data}条目 乙 10 分 {\n${lines}\n}\n`;
}

/** One plain item, and these declarations. */
export function around(declarations: string): string {
  return `${data}大类 甲 10 分 { 条目 乙 10 分 { 每 迟报 扣 0.1 分 } }\n${declarations}\n`;
}

/** Noise of cases that read only some of their data. */
const usually = ["unused", "item-without-lines", "ranking-unused", "item-without-assessor"];

export function found(one: Case): { readonly code: string; readonly span: Span }[] {
  const ignored = one.besides ?? usually;
  return analyse(unmarked(one.text))
    .findings.filter((diagnostic) => !ignored.includes(diagnostic.code) || one.codes.includes(diagnostic.code))
    .map(({ code, span }) => ({ code, span }));
}

export function expected(one: Case): { readonly code: string; readonly span: Span }[] {
  const marks = spansOf(one.text);
  return one.codes.map((code, i) => ({ code, span: marks[i] ?? [-1, -1] }));
}

export function unmarked(text: string): string {
  return text.replaceAll("|", "");
}

function spansOf(text: string): Span[] {
  const bars = [...text.matchAll(/\|/g)].map((bar, i) => bar.index - i);
  return bars.flatMap((start, i) => (i % 2 === 0 ? [[start, bars[i + 1] ?? -1] as const] : []));
}

/** What is left to find once a fix is applied; its edits are applied from the back. */
export function afterFix(text: string, fix: TypedDiagnostic["fixes"][number]): Analysis {
  const edits = [...fix.edits].sort((a, b) => b.span[0] - a.span[0]);
  return analyse(
    edits.reduce((sofar, { span, text: put }) => sofar.slice(0, span[0]) + put + sofar.slice(span[1]), text),
  );
}

export function messages(analysis: Analysis): string[] {
  return analysis.findings.map((diagnostic) => `${diagnostic.code}: ${render(diagnostic, "zh").message}`);
}
