// Rubrics of the printable kind, drawn: one data block, assessors on items, no parts that depend on a level. Everything else of the
// language that a document can say is in: nested sections, weights, bonuses, penalties, sentences and own text, notes and bases.

import fc from "fast-check";

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const points = pick("0.5", "1", "2", "5", "10");

const counts = ["迟报次数", "缺席", "走访", "投诉件数", "漏报"] as const;
const rates = ["完成率", "满意度", "合格率"] as const;
const flags = ["弄虚作假", "班子不团结", "重大事故"] as const;

/** The data of every drawn rubric. */
const data = `数据 村 {
  名称: 文本 主键
  年度: 期别
  /// 按月统计
  迟报次数: 计数 次
  缺席: 计数 人 = 0
  走访: 计数 次 考核部门 "督查室"
  投诉件数: 计数 件 可空
  漏报: 计数 0 ..
  完成率: 百分数 0% .. 100%
  满意度: 百分数
  合格率: 百分数
  收入: 数值 万元 1 ..
  弄虚作假: 是否
  班子不团结: 是否 = 否
  重大事故: 是否
  级别: 选项(没有 < 县级 < 市级)
  类型: 选项(山区, 平原)
  提交日: 日期
  台账: 明细 { 事项: 文本, 数量: 计数 = 1, 等次: 选项(优, 良) }
}`;

const suffix = fc
  .tuple(pick("", " 最多 3 分", " 至少 0.5 分", " 除非 班子不团结", ' 依据 "细则三(1)"'), pick("", ""))
  .map(([a]) => a);

const rule = fc.oneof(
  fc.tuple(pick(...counts), pick("扣", "加"), points, suffix).map(([f, v, p, s]) => `每 ${f} ${v} ${p} 分${s}`),
  fc
    .tuple(pick(...counts), pick("2", "3"), points)
    .map(([f, n, p]) =>
      `每 ${n} ${f === "缺席" ? "人" : f === "漏报" ? "" : f === "投诉件数" ? "件" : "次"} ${f} 扣 ${p} 分`.replace(
        "  ",
        " ",
      ),
    ),
  fc.tuple(pick(...flags), points, suffix).map(([f, p, s]) => `若 ${f} 扣 ${p} 分${s}`),
  pick(...flags).map((f) => `若 ${f} 扣 满分`),
  fc
    .tuple(pick(...rates), pick("<", "<=", ">", ">="), pick("60%", "95%"), points)
    .map(([f, c, n, p]) => `若 ${f} ${c} ${n} 扣 ${p} 分`),
  fc.tuple(pick(...rates), pick("少于", "超过"), points).map(([f, c, p]) => `每 1% ${f} ${c} 90% 扣 ${p} 分`),
  fc
    .tuple(pick("走访", "迟报次数"), pick("少于", "超过"), points, suffix)
    .map(([f, c, p, s]) => `每 ${f} ${c} 12 扣 ${p} 分${s}`),
  pick(
    "扣 按 级别 { 没有: 0 分; 县级: 1 分; 市级: 2 分 }",
    '逐条 台账 其中 事项 = "迟报" 扣 0.1 分 × 数量 最多 1 分',
    "逐条 台账 扣 按 等次 { 优: 1 分; 良: 0.5 分 } 就高 每 事项",
    "若 班子不团结 { 扣 0.2 分; 每 迟报次数 扣 0.1 分 } 否则 { 扣 0.1 分 }",
    "扣 按 完成率 插值 { 60%: 5 分; 100%: 0 分 }",
    "若 弄虚作假 或 完成率 < 50% 扣 满分",
    "每 走访 少于 收入 / 1 万元 扣 0.1 分",
    '待定 "情节严重的，加倍扣分"',
  ),
);

const note = pick("", "", "/// 年终核对\n", '/// "引号"、括号（一）\n');
const rules = fc.array(fc.tuple(note, rule), { minLength: 1, maxLength: 4 }).map((list) => {
  // An assessor's mark has a name of its own.
  // A block of rules has no note.
  return list.map(([before, text]) => `${text.includes("否则") ? "" : before}${text}`).join("\n");
});
const assessor = pick("", "", ' 考核部门 "党政办"', ' 考核部门 "纪委、组织办"');
const more = pick("", "", "", " 限 0 分 .. 20 分", " 适用 若 类型 = 山区 否则 折算", ' 依据 "第三章"');

const names = [
  "民主集中",
  "会议纪律",
  "信访",
  "环境整治",
  "A项",
  "第一书记",
  "得分情况",
  "「基础、条件」",
  "平安创建",
] as const;

interface Drawn {
  readonly text: (name: string) => string;
  readonly points: number;
}

const item = fc
  .tuple(pick(2, 5, 10), assessor, more, note, rules, fc.boolean())
  .map(([size, by, extra, before, lines, isJudged]): Drawn => ({
    points: size,
    text: (name) =>
      `${before}条目 ${name} ${String(size)} 分${/依据/u.test(extra) ? `${by}${extra}` : `${by}${extra}`} {\n${lines}\n${isJudged ? `酌情 扣 「${name.replaceAll(/[「」]/gu, "")}酌定」 0 .. 2 分\n` : ""}}`,
  }));

const side = fc.tuple(pick("加分项", "扣分项"), pick("", " 最多 3 分"), assessor, points, pick(...counts)).map(
  ([form, most, by, p, f]) =>
    (name: string) =>
      `${form} ${name}${most}${by} {\n每 ${f} ${form === "加分项" ? "加" : "扣"} ${p} 分\n}`,
);

const results = fc.subarray([
  "总分 保留 1 位小数",
  "系数 规模 按 类型 { 山区: 105%; 平原: 100% } 用于 总分",
  "一票否决 安全 若 重大事故 { 总分归零; 不奖励 }",
  "排名 全部 按 总分 再按 完成率",
  "等次 年度等次 按 全部 { 优秀: 名额 20% 且 总分 >= 9; 其余: 合格 }",
  "公布 人均 = 收入 / 10 万元 保留 2 位小数",
  "设 缺口 = 100% - 完成率",
  "常量 基数: 数值 元 = 10 元",
]);

const deps = (chosen: readonly string[]): readonly string[] =>
  chosen.filter((text) => !text.startsWith("等次") || chosen.some((each) => each.startsWith("排名")));

/** The text of a drawn rubric; some have errors of the checker, none of the parser. */
export const printableRubric: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 3 }),
    fc.array(item, { maxLength: 1 }),
    fc.array(side, { maxLength: 2 }),
    results,
    fc.shuffledSubarray([...names], { minLength: names.length }),
    pick("", '版本 "2008" 施行 2008-01-01 .. 2008-12-31', '版本 "试行"'),
  )
  .map(([sections, loose, sides, chosen, order, edition]) => {
    let at = 0;
    const next = (): string =>
      `${order[at % order.length] ?? ""}${at >= order.length ? String(at) : ""}${((at += 1), "")}`;
    const parts = sections.map(([items, isNested], index) => {
      const total = items.reduce((sum, { points: size }) => sum + size, 0);
      const inside = items.map((each) => each.text(next())).join("\n");
      const name = `大类${String(index + 1)}`;
      return isNested
        ? `大类 ${name} ${String(total)} 分 {\n大类 ${name}之一 ${String(total)} 分 {\n${inside}\n}\n}`
        : `大类 ${name} ${String(total)} 分 {\n${inside}\n}`;
    });
    const all = [...sections.flatMap(([items]) => items), ...loose].reduce((sum, { points: size }) => sum + size, 0);
    return [
      '考核 "村级工作考核（试行）"',
      edition,
      `满分 ${String(all)} 分`,
      data,
      ...parts,
      ...loose.map((each) => each.text(next())),
      ...sides.map((each) => each(next())),
      ...deps(chosen),
      "",
    ].join("\n");
  });
