/**
 * The texts of a score sheet for each suffix of a rule that changed its effect, in both languages.
 */
import type { Lang } from "@yardstick/language";
import type { RestrictionRole } from "@yardstick/language/program";

/** The effect of a suffix; numbers are passed as displayed, without a sign. */
interface Restricted {
  /** The limit; empty where the suffix has none. */
  readonly limit: string;
  /** The expression that rows are grouped by, as written. */
  readonly per: string | null;
  /** The change of the effect; empty where the effect is pending. */
  readonly difference: string;
  /** The values read by its condition, as text; may be empty. */
  readonly reads: string;
}

/** The texts for one suffix. */
export interface RestrictionMessages {
  readonly label: string;
  readonly text: (did: Restricted) => string;
}

const joined = (comma: string, ...pieces: readonly string[]): string =>
  pieces.filter((piece) => piece !== "").join(comma);

const zh: Readonly<Record<RestrictionRole, RestrictionMessages>> = {
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
};

const en: Readonly<Record<RestrictionRole, RestrictionMessages>> = {
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
};

/** The texts by language. */
export const restrictionMessages: Readonly<Record<Lang, typeof zh>> = { zh, en };
