/** Applies theme, language and title of the store to the page. Also reads the system's preference. */
import { isDark } from "@yardstick/ui";
import { messages } from "../../messages/messages.js";
import type { Theme } from "../../storage/preferences.js";
import type { Workbench } from "../../store/workbench.js";

/** The next theme of the button's cycle: light, dark, high contrast. */
export function nextTheme(store: Workbench): Theme {
  if (store.preferences.theme === "contrast") return "light";
  return isDark(store.preferences) ? "contrast" : "dark";
}

/** Sets theme, language and title of the document. */
export function applyTheme(store: Pick<Workbench, "lang" | "preferences">): void {
  const root = document.documentElement;
  const { theme } = store.preferences;
  if (theme === null) delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.lang = store.lang === "zh" ? "zh-CN" : "en";
  document.title = messages[store.lang].pageTitle;
}
