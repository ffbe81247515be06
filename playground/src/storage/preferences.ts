/**
 * What a person chose about the app rather than about a project: language, theme and where the panes stand. Kept in the
 * browser's local storage, because it is needed before the first paint. Where that is forbidden the choices last as long as the page.
 */
import type { Lang } from "@yardstick/language";

export type Theme = "light" | "dark" | "contrast";

/** How the rubric is shown: as the document it is, as its text, or both one above the other. */
export type RubricMode = "form" | "text" | "both";

export interface Preferences {
  /** Null: as the browser says. */
  readonly lang: Lang | null;
  /** Null: as the system says. */
  readonly theme: Theme | null;
  /** Share of the width that the rubric takes. */
  readonly columns: number;
  /** Share of the height that the results take. */
  readonly rows: number;
  readonly closed: readonly string[];
  readonly rubricMode: RubricMode;
}

export const defaultPreferences: Preferences = {
  lang: null,
  theme: null,
  columns: 0.47,
  rows: 0.64,
  closed: [],
  rubricMode: "form",
};

export interface PreferenceStore {
  read(): Preferences;
  write(preferences: Preferences): void;
}

const KEY = "yardstick.preferences";

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

const PANES: readonly string[] = ["rubric", "data", "results"];

/** Of the panes that there are at least one stays open. */
function closedPanes(stored: unknown): readonly string[] {
  const closed = Array.isArray(stored) ? PANES.filter((pane) => stored.includes(pane)) : [];
  return closed.length < PANES.length ? closed : [];
}

/** Preferences from whatever was stored: what does not fit is replaced by its default. */
export function readPreferences(stored: unknown): Preferences {
  if (typeof stored !== "object" || stored === null) return defaultPreferences;
  const { lang, theme, columns, rows, closed, rubricMode } = stored as Partial<Record<keyof Preferences, unknown>>;
  const share = (value: unknown, otherwise: number) =>
    typeof value === "number" && value >= 0.1 && value <= 0.9 ? value : otherwise;
  return {
    lang: lang === "zh" || lang === "en" ? lang : null,
    theme: theme === "light" || theme === "dark" || theme === "contrast" ? theme : null,
    columns: share(columns, defaultPreferences.columns),
    rows: share(rows, defaultPreferences.rows),
    closed: closedPanes(closed),
    rubricMode: rubricMode === "text" || rubricMode === "both" ? rubricMode : "form",
  };
}
