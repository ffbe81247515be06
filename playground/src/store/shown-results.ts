/** Which subjects of a ranking are shown, and in which order: what the user chose, and all of them where nothing was chosen. */
import type { SubjectResult } from "@yardstick/engine";
import type { RankedSubject, RankingView } from "./ranking-view.js";

/** A state that a filter shows alone. */
export type SubjectState = (typeof subjectStates)[number];
export const subjectStates = ["pending", "vetoed", "tied", "undecided", "provisional"] as const;

/** A column that results are sorted by; without one they are in the order of the ranking, which `place` turns round. */
export type SortColumn = "place" | "name" | "lost" | "bonus" | "score" | "change";

/** What the user chose. What the results do not have is without effect. */
export interface ResultsChoice {
  readonly find: string;
  readonly state: SubjectState | null;
  /** The value that a property has, by its name. */
  readonly values: ReadonlyMap<string, string>;
  readonly sort: { readonly by: SortColumn; readonly isDescending: boolean } | null;
  /** The property whose values group the subjects. */
  readonly group: string | null;
  /** Beside the scores of the period before. */
  readonly isCompared: boolean;
}

export const NO_CHOICE: ResultsChoice = {
  find: "",
  state: null,
  values: new Map(),
  sort: null,
  group: null,
  isCompared: false,
};

/** Subjects with one value of the property that groups them; `value` null: without a value, `property` null: not grouped. */
export interface ResultsGroup {
  readonly property: string | null;
  readonly value: string | null;
  readonly rows: readonly RankedSubject[];
}

/** The subjects that are shown. */
export interface ShownResults {
  readonly groups: readonly ResultsGroup[];
  /** The rows of all groups. */
  readonly rows: readonly RankedSubject[];
  readonly pending: readonly SubjectResult[];
  readonly shown: number;
  readonly total: number;
}

/** All subjects in the order of the ranking. */
export function allShown({ ranked, pending }: RankingView): ShownResults {
  const total = ranked.length + pending.length;
  return { groups: [{ property: null, value: null, rows: ranked }], rows: ranked, pending, shown: total, total };
}
