/**
 * Preferences of the app, as opposed to a project: language, theme and pane sizes. Saved in the browser's local
 * storage, because they are needed before the first paint. When that is forbidden, they last as long as the page.
 */
import type { Lang } from "@yardstick/language";

/** The themes; `contrast` is high contrast. */
export type Theme = "light" | "dark" | "contrast";

/** How the rubric is shown: as a form, as text, or both, one above the other. */
export type RubricMode = "form" | "text" | "both";

/** All preferences. */
export interface Preferences {
  /** Null: the browser's language. */
  readonly lang: Lang | null;
  /** Null: the system's theme. */
  readonly theme: Theme | null;
  /** The rubric's share of the width, 0–1. */
  readonly columns: number;
  /** The results' share of the height, 0–1. */
  readonly rows: number;
  readonly closed: readonly string[];
  readonly rubricMode: RubricMode;
  /** Examples by the id of the project that was begun with them. */
  readonly examples: Readonly<Record<string, string>>;
  /** The banner that explains an example was closed. */
  readonly isBannerClosed: boolean;
}

/** The preferences at the first visit. */
export const defaultPreferences: Preferences = {
  lang: null,
  theme: null,
  columns: 0.47,
  rows: 0.64,
  closed: [],
  rubricMode: "form",
  examples: {},
  isBannerClosed: false,
};

/** Where preferences are read from and written to. */
export interface PreferenceStore {
  read(): Preferences;
  write(preferences: Preferences): void;
}

const KEY = "yardstick.preferences";

/** Preferences in local storage; reads the defaults and writes nothing when it is forbidden. */
export const localPreferences: PreferenceStore = {
  read() {
    try {
      return readPreferences(JSON.parse(localStorage.getItem(KEY) ?? "null"));
    } catch {
      return defaultPreferences;
    }
  },
  write(preferences) {
    try {
      localStorage.setItem(KEY, JSON.stringify(preferences));
    } catch {
      return;
    }
  },
};

/** Projects whose example is remembered. */
const MAX_EXAMPLES = 50;
const PANES: readonly string[] = ["rubric", "data", "results"];

/** The closed panes; at least one pane stays open. */
function closedPanes(stored: unknown): readonly string[] {
  const closed = Array.isArray(stored) ? PANES.filter((pane) => stored.includes(pane)) : [];
  return closed.length < PANES.length ? closed : [];
}

/** The newest entries whose value is a text. */
function textsIn(stored: unknown): Readonly<Record<string, string>> {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored)
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .slice(-MAX_EXAMPLES),
  );
}

/** Preferences from stored data of any shape: invalid values are replaced by their defaults. */
export function readPreferences(stored: unknown): Preferences {
  if (typeof stored !== "object" || stored === null) return defaultPreferences;
  const given = stored as Partial<Record<keyof Preferences, unknown>>;
  const { lang, theme, columns, rows, closed, rubricMode, examples, isBannerClosed } = given;
  const share = (value: unknown, otherwise: number) =>
    typeof value === "number" && value >= 0.1 && value <= 0.9 ? value : otherwise;
  return {
    lang: lang === "zh" || lang === "en" ? lang : null,
    theme: theme === "light" || theme === "dark" || theme === "contrast" ? theme : null,
    columns: share(columns, defaultPreferences.columns),
    rows: share(rows, defaultPreferences.rows),
    closed: closedPanes(closed),
    rubricMode: rubricMode === "text" || rubricMode === "both" ? rubricMode : "form",
    examples: textsIn(examples),
    isBannerClosed: isBannerClosed === true,
  };
}
