/** The messages of `compare` and `sensitivity` in both languages. */
import type { Lang } from "@yardstick/language";

/** The messages in one language. */
export interface WeightMessages {
  readonly asWritten: string;
  readonly unknownWeight: (name: string, near: string | null) => string;
  readonly unknownScenario: (name: string, known: readonly string[]) => string;
  readonly nothingToWeigh: string;
  readonly wholeNumber: (option: string, value: string, least: number) => string;
  readonly compared: string;
  readonly change: string;
  readonly robustness: (ranking: string) => string;
  readonly weight: string;
  readonly now: string;
  readonly reach: string;
  readonly decides: string;
  readonly first: string;
  readonly top: (count: number) => string;
  readonly order: string;
  readonly fixed: string;
  readonly rest: string;
  readonly spread: (samples: number) => string;
  readonly best: string;
  readonly worst: string;
  readonly median: string;
  readonly usual: string;
  readonly shareFirst: string;
  readonly shareTop: (count: number) => string;
  readonly assumptions: string;
  readonly notLinear: string;
}

const zh: WeightMessages = {
  asWritten: "规则原文",
  unknownWeight: (name, near) => `没有名为“${name}”的可调权重部分${near === null ? "。" : `；是否应为“${near}”？`}`,
  unknownScenario: (name, known) =>
    `没有名为“${name}”的方案；${known.length === 0 ? "规则中没有设方案。" : `可选：${known.join("、")}。`}`,
  nothingToWeigh: "规则没有排名，或没有可以相互权衡的部分。",
  wholeNumber: (option, value, least) => `${option} 应为不小于 ${least} 的整数，不能是“${value}”。`,
  compared: "方案对照",
  change: "升降",
  robustness: (ranking) => `排名的稳定性：${ranking}`,
  weight: "权重",
  now: "现为",
  reach: "可调",
  decides: "左右差异",
  first: "第一名不变",
  top: (count) => `前 ${count} 名不变`,
  order: "全部不变",
  fixed: "不可调",
  rest: "其他",
  spread: (samples) => `名次分布（权重同时变动，取样 ${samples} 次）`,
  best: "最好",
  worst: "最差",
  median: "居中",
  usual: "九成落在",
  shareFirst: "第一",
  shareTop: (count) => `前 ${count}`,
  assumptions: "前提",
  notLinear: "得分不随权重按比例变化，因为",
};

const en: WeightMessages = {
  asWritten: "as written",
  unknownWeight: (name, near) =>
    `there is no weighted part “${name}”${near === null ? "." : `; did you mean “${near}”?`}`,
  unknownScenario: (name, known) =>
    `there is no scenario “${name}”; ${known.length === 0 ? "the rubric has none." : `choose from: ${known.join(", ")}.`}`,
  nothingToWeigh: "the rubric has no ranking, or no parts that are weighed against each other.",
  wholeNumber: (option, value, least) => `${option} expects a whole number of at least ${least}, not “${value}”.`,
  compared: "scenarios compared",
  change: "moved",
  robustness: (ranking) => `robustness of the ranking: ${ranking}`,
  weight: "weight",
  now: "now",
  reach: "can be",
  decides: "decides",
  first: "first stays",
  top: (count) => `first ${count} stay`,
  order: "all stay",
  fixed: "cannot move",
  rest: "the rest",
  spread: (samples) => `places when all weights vary (${samples} draws)`,
  best: "best",
  worst: "worst",
  median: "median",
  usual: "nine of ten",
  shareFirst: "first",
  shareTop: (count) => `top ${count}`,
  assumptions: "assumptions",
  notLinear: "scores are not a linear function of the weights, because",
};

/** The messages by language. */
export const weightMessagesOf: Readonly<Record<Lang, WeightMessages>> = { zh, en };
