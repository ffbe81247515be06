/**
 * Words of appraisal documents that are not words of a rubric, each with what is written instead, by its position.
 * Data only: a document's wording in another language is more rows here.
 */
import type { Bilingual } from "../vocabulary/bilingual.js";

/**
 * Where a word stands: at the beginning of a rule, in its condition, in what is counted, behind its verb,
 * in the head of a part, in a row of a table, in a field, or in the declaration of a result.
 */
export type Place = "start" | "condition" | "measure" | "effect" | "head" | "row" | "field" | "result";

/** What is written in each place; an empty text means that nothing is. */
type Written = Readonly<Partial<Record<Place, string>>>;

const table: readonly (readonly [Written, string])[] = [
  [{ start: "若", result: "若" }, "如果 假如 假若 倘若 如若 若是 如 当 凡 凡是 一旦"],
  [{ condition: "" }, "在 处于 之间"],
  [{ condition: "", effect: "", start: "", measure: "", result: "" }, "那么 则 就 的 均 一律 每次均 时"],
  [{ condition: "且", result: "且" }, "并且 而且 以及 和 与 及 同时 且同时"],
  [{ condition: "或", result: "或" }, "或者 或是"],
  [{ condition: ">", measure: "超过", row: ">", result: ">" }, "大于 高于 多于 超过 超出 超过了"],
  [{ condition: "<", measure: "少于", row: "<", result: "<" }, "小于 低于 少于 不足 不到 不满 未满 未达到 未达 未到"],
  [{ condition: ">=", row: ">=", result: ">=" }, "大于等于 大于或等于 不小于 不少于 不低于 达到 达 至少 满"],
  [
    { condition: "<=", row: "<=", result: "<=", effect: "最多", head: "最多" },
    "小于等于 小于或等于 不大于 不多于 不超过 不高于 至多",
  ],
  [{ condition: "=", result: "=" }, "等于 为 是"],
  [{ condition: "≠", result: "≠" }, "不等于 不为 不是"],
  [
    { effect: "最多", head: "最多" },
    "最高 封顶 上限 上限为 最高不超过 最多不超过 累计不超过 合计不超过 总计不超过 累计最多 最多扣 最多加 最多得 最高扣 最高加 最高得 " +
      "累计最多扣 累计最多加 累计最高加 最多扣分 最多加分 最高扣分 最高加分 累计扣分不超过 累计加分不超过 扣分不超过 加分不超过 扣至",
  ],
  [
    { effect: "" },
    "扣完为止 扣完本项为止 扣完该项为止 扣完本项分为止 扣完该项分为止 扣完本项分值为止 扣完该项分值为止 直至扣完 直至扣完为止 直到扣完为止 扣完本条为止 扣光为止 扣至零分为止 扣到0分为止",
  ],
  [{ start: "扣", condition: "扣", measure: "扣" }, "扣分 扣减 扣除 扣去 减 减去 减分 减扣 倒扣 各扣 予以扣分"],
  [{ start: "加", condition: "加", measure: "加" }, "加分 增加 奖 奖励 各加 加计"],
  [{ start: "得", condition: "得", measure: "得" }, "得分 计 记 计分 记分 赋 赋分 给 可得 得到 打分"],
  [
    { start: "扣 满分", condition: "扣 满分" },
    "不得分 不计分 不给分 扣完 扣光 全扣 扣全分 扣全部分 该项不得分 本项不得分",
  ],
  [{ effect: "最多" }, "扣完 扣满 加满"],
  [{ effect: "" }, "为止"],
  [{ effect: "满分" }, "全部分值 全部分 全部 全分"],
  [{ start: "每", measure: "" }, "每有 每出现 每发生 每次 每起 每件 每例 每个 每项 每人 每家 每处 每篇 每户"],
  [{ measure: "" }, "次 起 件 例 个 项 人 家 处 篇 户 有 出现 发生"],
  [
    {},
    "少 低 降低 下降 减少 下滑 每少 每低 每降低 每下降 每减少 多 高 提高 上升 增长 每多 每高 每提高 每上升 每增加 每增长",
  ],
  [{ start: "逐条" }, "每条 对每条 每一条"],
  [{ start: "酌情" }, "视情 视情况 视情节 根据情况"],
  [{ row: "其余" }, "其他 其它 剩余"],
  [{ head: "条目" }, "项目 指标 考核项 考核项目 考核指标 子项 小项 评分项"],
  [{ head: "大类" }, "类别 板块 一级指标 考核类别"],
  [{ head: "加分项" }, "加分"],
  [{ head: "扣分项" }, "扣分"],
  [{ head: "" }, "共 计 总分 分值 满分 分数 标准分 共计"],
  [{ head: "权重" }, "占比 占 比重 权重为 占总分 所占权重"],
  [{ head: "考核部门", field: "考核部门" }, "责任部门 责任单位 牵头单位 牵头部门 考核单位 评分部门 主管部门"],
  [{ field: "=" }, "默认 默认值 缺省 默认为"],
  [{ field: "" }, "必填 单位"],
  [{ field: "可空" }, "选填 可为空 可不填"],
  [{ field: "数值" }, "数字 小数 数"],
  [{ field: "计数" }, "整数 次数 数量 个数"],
  [{ field: "百分数" }, "百分比 比例 百分率"],
  [{ field: "文本" }, "文字 字符串 字符 文本型"],
  [{ field: "数值 元" }, "金额"],
  [{ field: "选项" }, "选择 单选 枚举 等次"],
  [{ field: "日期" }, "时间"],
  [{ result: "", effect: "" }, "从高到低 从高到低排 降序 由高到低 奖金 奖 共 人民币"],
  [{ result: "低者在前" }, "从低到高 升序 由低到高"],
  [{ result: "设" }, "令 定义"],
  [{ result: "考核" }, "标题 考核名称 办法名称"],
  [{ result: "总分归零" }, "总分为零 总分为0 总分清零 记零分 得零分 计零分 总分零分 总分归0"],
  [{ result: "不奖励" }, "取消评优 取消评优资格 取消奖励 不得评优 取消评先 取消评先评优资格"],
  [{ result: "不排名" }, "取消排名 不参与排名 不参加排名"],
  [{ start: "if", result: "if" }, "when When whenever If"],
  [{ condition: "", start: "" }, "then for For"],
  [{ start: "deduct", condition: "deduct", measure: "deduct" }, "subtract minus lose loses"],
  [{ start: "add", condition: "add", measure: "add" }, "plus"],
  [{ start: "earn", condition: "earn", measure: "earn" }, "get gets score scores"],
  [{ condition: ">", measure: "over" }, "exceeds above"],
  [{ condition: "<", measure: "under" }, "below"],
  [{ condition: "=", result: "=" }, "is equals"],
  [{ effect: "up to", head: "up to" }, "maximum max capped"],
  [{ row: "else" }, "other others otherwise"],
];

const written: ReadonlyMap<string, Written> = (() => {
  const all = new Map<string, Written>();
  for (const [places, words] of table)
    for (const word of words.split(" ")) all.set(word, { ...all.get(word), ...places });
  return all;
})();

/** What the word is written as in this place; null where it is none of these words. */
export function writtenAs(word: string, place: Place): string | null {
  return written.get(word)?.[place] ?? null;
}

export function isEverydayWord(word: string): boolean {
  return written.has(word);
}

/** How a boundary that a document names is read: by law it belongs to both `以上` and `以下`. */
export const boundaries: ReadonlyMap<string, string> = new Map([
  ["以上", ">="],
  ["及以上", ">="],
  ["或以上", ">="],
  ["以下", "<="],
  ["及以下", "<="],
  ["或以下", "<="],
  ["以内", "<="],
]);

/** Why a word need not or cannot be written, for those where the new text alone does not say it. */
export function noteOn(word: string): Bilingual | null {
  if (/^(?:扣|直).*为止$|^直至扣完$/.test(word))
    return {
      zh: `条目本来就只扣到 0 分，「${word}」不必写。`,
      en: `An item never falls below 0, so "${word}" need not be written.`,
    };
  if (boundaries.has(word))
    return {
      zh: `「${word}」按本数在内理解；不含本数就去掉等号。`,
      en: `"${word}" is taken to include the number itself; remove the equals sign where it does not.`,
    };
  return null;
}
