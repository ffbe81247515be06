// The built playground as a user has it: opened in a language and a theme, its panes by name.

import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { openPage } from "./chromium.js";

export const desktop = { width: 1280, height: 720 };
export const phone = { width: 390, height: 844 };

export interface Workbench {
  readonly page: Page;
  readonly ranked: Locator;
  readonly sheet: Locator;
  readonly editor: Locator;
  readonly save: Locator;
}

/**
 * Returns a function that opens a fresh workbench, with the rubric as text or as a form, or with its pane closed for
 * tests that do not need it: what is not shown is not loaded.
 */
export function workbenches(
  mode: "text" | "form" | "closed" = "text",
): (options?: BrowserContextOptions) => Promise<Workbench> {
  return async ({ locale = "zh-CN", ...options } = {}) => {
    // The first example is that of the browser's language; English is chosen on the page, so that the tests have one example.
    const shown = { form: {}, text: { rubricMode: mode }, closed: { closed: ["rubric"] } }[mode];
    const language = locale.startsWith("en") ? { lang: "en" } : {};
    const page = await openPage(inject("playground"), {
      viewport: desktop,
      locale: "zh-CN",
      storageState: preferring({ ...shown, ...language }),
      ...options,
    });
    const workbench = onPage(page);
    await workbench.ranked.first().waitFor();
    // The form is loaded apart from the ranking, and comes before or after it; a phone shows one pane at a time.
    const isBeside = (options.viewport ?? desktop).width > phone.width;
    if (mode === "form" && isBeside) await page.locator("ys-designer .it").first().waitFor({ state: "attached" });
    return workbench;
  };
}

/** Preferences as an earlier visit left them. */
function preferring(preferences: object): Exclude<BrowserContextOptions["storageState"], string | undefined> {
  const localStorage = [{ name: "yardstick.preferences", value: JSON.stringify(preferences) }];
  return { cookies: [], origins: [{ origin: new URL(inject("playground")).origin, localStorage }] };
}

/** The parts of the workbench on a page. */
export function onPage(page: Page): Workbench {
  return {
    page,
    ranked: page.locator("ys-ranking-list [role=row][data-key]"),
    sheet: page.locator("ys-score-sheet"),
    editor: page.locator(".monaco-editor[role=code]"),
    save: page.locator("ys-save-status"),
  };
}

/**
 * Waits until everything on the screen is saved and nothing is pending that would save it again: a score that is still
 * being computed may change the project's name. The app exposes this state, and the bar shows it.
 */
export async function saved({ page, save }: Workbench): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLElement & { store: { isSettled: boolean } }>("yardstick-playground")?.store.isSettled,
  );
  await save.getByText(/\d:\d\d/).waitFor();
}

/** The published score of a subject in the ranking. */
export function scoreOf({ page }: Workbench, key: string): Locator {
  return page.locator(`ys-ranking-list [role=row][data-key="${key}"] .sc`);
}

/** A table of a project from CSV text. */
export function tableOf(role: "subjects" | "history", text: string): TableInput {
  const [header = [], ...rows] = text.split("\n").map((line) => line.split(","));
  return { role, name: "", header, rows };
}

interface TableInput {
  readonly role: "subjects" | "history";
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ContentInput {
  readonly rubric: string;
  readonly tables: readonly TableInput[];
}

/** Creates a project in the open app. */
export async function begin({ page }: Workbench, content: ContentInput): Promise<void> {
  await page.evaluate(async (given) => {
    type App = HTMLElement & {
      readonly store: { readonly projects: { begin(of: object, isForced: boolean): Promise<void> } };
    };
    await document.querySelector<App>("yardstick-playground")!.store.projects.begin(given, true);
  }, content);
}
