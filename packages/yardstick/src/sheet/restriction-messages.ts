/**
 * What a score sheet says of each suffix of a line that changed its effect, in both languages.
 */
import type { Lang } from "@yardstick/language";
import type { RestrictionRole } from "@yardstick/language/program";

/** What a suffix did; numbers come in as shown, without a sign. */
export interface Restricted {
  /** Empty where it has none. */
  readonly limit: string;
  /** What the rows are grouped by, as written. */
  readonly per: string | null;
  /** By how much the effect changed; empty where the effect is awaited. */
  readonly difference: string;
  /** The values that its condition read, as text; may be empty. */
  readonly reads: string;
}

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

export const restrictionMessages: Readonly<Record<Lang, typeof zh>> = { zh, en };
