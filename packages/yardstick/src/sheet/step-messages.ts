/**
 * The texts of a score sheet for each step of the calculation, in both languages: suffixes of rules, ranges and roundings, coefficients,
 * vetoes.
 */
import type { StepExplanation } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";

/** What a step did; numbers are passed as displayed. */
export interface Done {
  /** Of a coefficient or a veto. */
  readonly name: string;
  /** The limit of a suffix, without a sign; the bound of a range; the value of a coefficient. Empty where the step has none. */
  readonly limit: string;
  /** The expression that rows are grouped by, as written. */
  readonly per: string | null;
  /** The change of the number, without a sign; empty where the number is pending. */
  readonly difference: string;
  /** The values read by its condition, as text; may be empty. */
  readonly reads: string;
  /** What a coefficient multiplies; of a rounding the total, empty where it rounds a part. */
  readonly target: string;
  /** The numbers before and after it; empty while they are pending. */
  readonly before: string;
  readonly after: string;
  /** Of a rounding how it rounds, of a veto what it overrode. */
  readonly how: string;
}

/** The texts for one kind of step. */
export interface StepMessages {
  readonly label: string;
  readonly text: (did: Done) => string;
}

/** The kinds of steps by what their texts differ in: a range that held from below has texts of its own. */
export type StepText = StepExplanation["role"] | "bottom";

const joined = (comma: string, ...pieces: readonly string[]): string =>
  pieces.filter((piece) => piece !== "").join(comma);

const zh: Readonly<Record<StepText, StepMessages>> = {
  cap: {
    label: "封顶",
    text: ({ limit, per, difference }) => `${per === null ? "" : `每 ${per} `}最多 ${limit} 分，挡回 ${difference} 分`,
  },
  floor: { label: "保底", text: ({ limit, difference }) => `至少 ${limit} 分，补计 ${difference} 分` },
  double: { label: "加倍", text: ({ reads, difference }) => joined("，", reads, `多计 ${difference} 分`) },
  halve: { label: "减半", text: ({ reads, difference }) => joined("，", reads, `少计 ${difference} 分`) },
  highest: { label: "就高", text: ({ difference }) => `同组只计最高的一次，不计 ${difference} 分` },
  waiver: {
    label: "豁免",
    text: ({ reads, difference }) => joined("，", reads, difference === "" ? "" : `免计 ${difference} 分`),
  },
  range: { label: "上限", text: ({ limit, difference }) => `${limit} 分，挡回 ${difference} 分` },
  bottom: { label: "下限", text: ({ limit, difference }) => `${limit} 分，少扣 ${difference} 分` },
  rounding: { label: "舍入", text: ({ target, how, before, after }) => `${target}${how}：${before} → ${after}` },
  coefficient: {
    label: "系数",
    text: ({ name, limit, target, before, after }) =>
      after === "" ? `${name}：待定` : `${name} ${limit}，用于${target}：${before} → ${after}`,
  },
  veto: {
    label: "一票否决",
    text: ({ name, reads, how }) => `${name}：触发${reads === "" ? "" : `（${reads}）`}${how === "" ? "" : `，${how}`}`,
  },
};

const en: Readonly<Record<StepText, StepMessages>> = {
  cap: {
    label: "cap",
    text: ({ limit, per, difference }) =>
      `at most ${limit}${per === null ? "" : ` per ${per}`}, held back ${difference}`,
  },
  floor: { label: "floor", text: ({ limit, difference }) => `at least ${limit}, raised by ${difference}` },
  double: { label: "doubled", text: ({ reads, difference }) => joined(", ", reads, `added ${difference}`) },
  halve: { label: "halved", text: ({ reads, difference }) => joined(", ", reads, `left out ${difference}`) },
  highest: {
    label: "highest only",
    text: ({ difference }) => `only the greatest of a group counts, left out ${difference}`,
  },
  waiver: {
    label: "waived",
    text: ({ reads, difference }) => joined(", ", reads, difference === "" ? "" : `left out ${difference}`),
  },
  range: { label: "top", text: ({ limit, difference }) => `${limit}, held back ${difference}` },
  bottom: { label: "floor", text: ({ limit, difference }) => `${limit}, spared ${difference}` },
  rounding: {
    label: "rounding",
    text: ({ target, how, before, after }) =>
      `${target === "" ? "" : "the score is rounded "}${how}: ${before} → ${after}`,
  },
  coefficient: {
    label: "coefficient",
    text: ({ name, limit, target, before, after }) =>
      after === "" ? `${name}: pending` : `${name} ${limit} on ${target}: ${before} → ${after}`,
  },
  veto: {
    label: "vetoes",
    text: ({ name, reads, how }) => `${name} fired${reads === "" ? "" : ` (${reads})`}${how === "" ? "" : `: ${how}`}`,
  },
};

/** The texts by language. */
export const stepMessages: Readonly<Record<Lang, typeof zh>> = { zh, en };
