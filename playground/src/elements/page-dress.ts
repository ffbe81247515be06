/** What the page itself wears: its theme, its language and its title, from the store. Also what the system prefers. */
import type { Theme } from "../storage/preferences.js";
import type { Workbench } from "../store/workbench.js";

export const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark, by choice or else by the system. */
export function isDark(store: Workbench): boolean {
  return (store.preferences.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";
}

/** The theme that a press of the button leads to: light, dark, high contrast, and round. */
export function nextTheme(store: Workbench): Theme {
  if (store.preferences.theme === "contrast") return "light";
  return isDark(store) ? "contrast" : "dark";
}

export function dressPage(store: Workbench): void {
  const root = document.documentElement;
  const { theme } = store.preferences;
  if (theme === null) delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.lang = store.lang === "zh" ? "zh-CN" : "en";
  document.title = store.words.pageTitle;
}
