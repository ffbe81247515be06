/**
 * What a clause says, as data: rules that a draft writes as text in either language. Fields are needs: their names are made unique
 * by the draft. Numbers are decimal text.
 */

/** Something that is filled in for a subject, or for a row of a ledger. */
export interface Field {
  readonly name: string;
  readonly type: "count" | "flag" | "percent" | "number" | "choice" | "text";
  /** `次`, `%`, `分`; null for none. */
  readonly unit: string | null;
  /** Levels of a choice, as the document lists them; empty for other types. */
  readonly levels: readonly string[];
  /** Bounds of a number, as decimal text; null for none. */
  readonly range: readonly [string, string] | null;
  /** What holds where nothing is filled in; only of flags. */
  readonly default?: "no";
  /** Of the subject itself, and so the same field in all items. */
  readonly isOfSubject?: true;
}

/** Side rows of a subject: one row an event. */
export interface Ledger {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** A number with its unit. */
export interface Quantity {
  readonly value: string;
  /** `%`, a measure word, or an empty text. */
  readonly unit: string;
}

/** What a measure is held against: a number, another field, or a percentage (`times`, null for all) of another field. */
export type Limit = Quantity | { readonly field: Field; readonly times: string | null };

/** A comparison. */
export type Sign = "<" | "<=" | ">" | ">=" | "=";

/** When a row of a table applies. */
export type Test =
  | { readonly kind: "level"; readonly level: string }
  | { readonly kind: "compare"; readonly sign: Sign; readonly value: Limit }
  | { readonly kind: "range"; readonly from: Quantity; readonly to: Quantity }
  | { readonly kind: "else" };

/** A row of a table of points. */
export interface Row {
  readonly test: Test;
  readonly amount: Amount;
}

/** A field with its weight in a sum: a percentage, by the level of a choice where `by` is given; null for a weight of 1. */
interface WeightedField {
  readonly field: Field;
  readonly times: string | null;
  readonly by?: { readonly of: Field; readonly rows: readonly { readonly level: string; readonly times: string }[] };
}

/** A weighted sum of fields, divided by another field where `over` is given. */
export interface Figure {
  readonly terms: readonly WeightedField[];
  readonly over: Field | null;
}

/** The figure that is one field. */
export const figureOf = (field: Field): Figure => ({ terms: [{ field, times: null }], over: null });

/** How many points. */
export type Amount =
  | { readonly kind: "points"; readonly value: string }
  | { readonly kind: "full" }
  /** Points by the level or the band of a field, less another where `less` is given; `of` may be a column of the rule's ledger. */
  | { readonly kind: "by"; readonly of: Field; readonly less?: Field; readonly rows: readonly Row[] }
  /** `points` (null: all of the item) times a field, divided by what it is held against. */
  | { readonly kind: "scaled"; readonly points: string | null; readonly by: Field; readonly over: Limit | null }
  /** Points in straight lines between anchors; beyond the first and the last their own points. */
  | {
      readonly kind: "interpolated";
      readonly by: Field;
      readonly anchors: readonly { readonly at: Quantity; readonly value: string }[];
    }
  /** `points` in a straight line, from none at `low` to all at `high`. */
  | {
      readonly kind: "linear";
      readonly points: string;
      readonly by: Field;
      readonly low: Quantity;
      readonly high: Quantity;
    }
  | {
      readonly kind: "proportion";
      readonly done: Field;
      readonly due: Field | Quantity | null;
      readonly floor: Quantity | null;
    }
  /** `points` (null: all) times a figure over the greatest, or the least over the figure. */
  | { readonly kind: "best"; readonly points: string | null; readonly of: Figure; readonly side: "highest" | "lowest" }
  | { readonly kind: "value"; readonly of: Field; readonly times: string | null };

/** What has to hold. */
export type Condition =
  | { readonly kind: "is"; readonly field: Field }
  | { readonly kind: "compare"; readonly field: Field; readonly sign: Sign; readonly value: Limit }
  /** One of several. */
  | { readonly kind: "any"; readonly of: readonly Condition[] };

/** The field that a condition is about, the first of several. */
export function fieldOf(condition: Condition): Field {
  const [first] = condition.kind === "any" ? condition.of : [];
  return condition.kind === "any" ? (first === undefined ? flagOf("") : fieldOf(first)) : condition.field;
}

interface Per {
  readonly field: Field;
  readonly step: Quantity | null;
  readonly side: "under" | "over" | null;
  readonly limit: Quantity | null;
}

/** What a rule does. */
export type Effect = "deduct" | "add" | "earn";

/** A rule that deducts, adds or earns points. */
export interface ScoringRule {
  readonly kind: "rule";
  readonly effect: Effect;
  readonly amount: Amount;
  readonly when: Condition | null;
  readonly each: Ledger | null;
  readonly per: Per | null;
  /** The assessor gives the points, between two bounds; `earn` without bounds asks for the item's own points. */
  readonly discretion: { readonly name: string; readonly from: string; readonly to: string } | null;
  readonly cap: string | null;
  /** The least that the rule takes or gives where it applies, as decimal text. */
  readonly floor?: string;
  /** Column of the ledger: only the greatest of each counts. */
  readonly highestPer: Field | null;
  readonly unless: Condition | null;
}

interface Term {
  readonly name: string;
  /** Percentage of the whole. */
  readonly weight: string;
}

/** A rule of a clause: a scoring rule, or what follows from scores, makes them up or is published. */
export type RulePart =
  | ScoringRule
  | {
      readonly kind: "veto";
      readonly condition: Condition;
      readonly unless: Condition | null;
      readonly outcome:
        | "score-zero"
        | "unranked"
        | "no-awards"
        | { readonly gradeAtMost: string }
        /** No grade as good as this; resolved to the next one when the grades are known. */
        | { readonly gradeBelow: string };
    }
  | { readonly kind: "grades"; readonly rows: readonly Row[] }
  | {
      readonly kind: "consequence";
      readonly name: string;
      readonly grade: string;
      readonly from: string | null;
      /** Grade of the period before `from`; null where the rule does not go back so far. */
      readonly before: string | null;
      readonly periods: string | null;
    }
  /** What follows from a score below a figure, `periods` times in a row; null for once. */
  | {
      readonly kind: "score-consequence";
      readonly name: string;
      readonly sign: "<" | "<=";
      readonly value: string;
      readonly periods: string | null;
    }
  /** What follows from an event, outside the score. */
  | { readonly kind: "event-outcome"; readonly name: string; readonly condition: Condition }
  | { readonly kind: "sum"; readonly name: string; readonly terms: readonly Term[] }
  | { readonly kind: "product"; readonly name: string; readonly factors: readonly string[] }
  /** Parts of a sum or a product that is published: `按季预发75%，年度预留25%`. */
  | { readonly kind: "shares"; readonly of: string; readonly list: readonly Term[] }
  /** The score is multiplied: by `factor` percent where the condition holds, or by 100% less `each` percent a unit of the field. */
  | {
      readonly kind: "coefficient";
      readonly name: string;
      readonly when: { readonly condition: Condition; readonly factor: string } | null;
      readonly per: { readonly field: Field; readonly each: string; readonly zeroFrom: string | null } | null;
    }
  /** How parts make up the total: each sum names its parts and their weights; parts that are no sums are items. */
  | {
      readonly kind: "composition";
      readonly sums: readonly { readonly name: string; readonly terms: readonly Term[] }[];
    }
  /** Items that begin at some points, and the most that they reach. */
  | { readonly kind: "base"; readonly items: readonly string[]; readonly base: string; readonly most: string }
  /** A ranking by the score; behind a tie the next place follows on (`dense`) or stays empty (`share`); null where the document does not say. */
  | { readonly kind: "ranking"; readonly ties: "share" | "dense" | null }
  /** What tells subjects of the same score apart. */
  | { readonly kind: "tie-break"; readonly by: Field; readonly isLowestFirst: boolean }
  /** Decimals of the published total. */
  | { readonly kind: "rounding"; readonly decimals: string }
  /** What each `step` points below `limit` cost, in money or percent, at most `most`; only whole steps where `isWhole`. */
  | {
      readonly kind: "score-loss";
      readonly name: string;
      readonly limit: string;
      readonly step: string;
      readonly each: string;
      readonly most: string | null;
      readonly unit: string;
      readonly isWhole: boolean;
    }
  /** Who is in the first places of the ranking is named. */
  | { readonly kind: "top"; readonly name: string; readonly count: string }
  /** What follows from the last place, `periods` times in a row; null for once. */
  | { readonly kind: "last"; readonly name: string; readonly periods: string | null }
  /** Money for the first places, one amount a place. */
  | { readonly kind: "place-awards"; readonly amounts: readonly string[]; readonly unit: string }
  /** At most so many percent have a grade. */
  | { readonly kind: "quota"; readonly grade: string; readonly percent: string; readonly roundsUp?: true }
  /** What each grade is paid or weighs; the unit is `%`, money, or an empty text for a plain number. */
  | {
      readonly kind: "by-grade";
      readonly name: string;
      readonly rows: readonly { readonly grade: string; readonly value: string }[];
      readonly unit: string;
    }
  /** What a band of the score is paid, highest first; `rest` is below the last. The unit is `%` or money. */
  | {
      readonly kind: "by-score";
      readonly name: string;
      readonly rows: readonly { readonly from: string; readonly value: string }[];
      readonly rest: string;
      readonly unit: string;
    }
  /** The most that all bonuses of the item give together. */
  | { readonly kind: "limit"; readonly value: string }
  /** Points of items that do not apply are spread over the others. */
  | { readonly kind: "absent" }
  /** Money by how many periods in a row an event holds: the first amount for one, the last beyond those listed. */
  | {
      readonly kind: "running-award";
      readonly event: Field;
      readonly amounts: readonly string[];
      readonly unit: string;
      readonly beyond: string;
    }
  /** The rubric's own text of a rule, which is taken as it stands. */
  | { readonly kind: "own"; readonly text: string };

const plain = {
  when: null,
  each: null,
  per: null,
  discretion: null,
  cap: null,
  highestPer: null,
  unless: null,
} as const;

/** A rule with what is given, all else absent. */
export function rule(
  effect: Effect,
  amount: Amount,
  more: Partial<Omit<ScoringRule, "kind" | "effect" | "amount">> = {},
): ScoringRule {
  return { kind: "rule", effect, amount, ...plain, ...more };
}

/** A number of points, as decimal text. */
export const points = (value: string): Amount => ({ kind: "points", value });
/** All points of the item. */
export const full: Amount = { kind: "full" };

const field = (type: Field["type"], name: string, unit: string | null = null): Field => ({
  name,
  type,
  unit,
  levels: [],
  range: null,
});

/** A count in a measure word. */
export const countOf = (name: string, unit: string): Field => field("count", name, unit);
/** A yes or no. */
export const flagOf = (name: string): Field => field("flag", name);
/** A percentage. */
export const percentOf = (name: string): Field => field("percent", name, "%");
/** A number in a unit, limited to a range. */
export const numberOf = (name: string, unit: string | null, range: readonly [string, string] | null = null): Field => ({
  ...field("number", name, unit),
  range,
});
/** A text. */
export const textOf = (name: string): Field => field("text", name);
/** The kind of the subject, one of several. */
export const kindOf = (kinds: readonly string[]): Field => ({
  ...field("choice", "类型"),
  levels: kinds,
  isOfSubject: true,
});
/** One of several levels. */
export const choiceOf = (name: string, levels: readonly string[]): Field => ({ ...field("choice", name), levels });
