// The built playground as a person has it before them: opened in a language and a theme, its panes by their names.

import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { openPage } from "./chromium.js";

export const desk = { width: 1280, height: 720 };
export const phone = { width: 390, height: 844 };

export interface Workbench {
  readonly page: Page;
  readonly ranked: Locator;
  readonly sheet: Locator;
  readonly editor: Locator;
  readonly save: Locator;
}

/**
 * Gives what opens a fresh workbench, the rubric shown as text or as a form, or with its pane closed for tests that look elsewhere: what
 * is not shown is not even fetched.
 */
export function workbenches(
  mode: "text" | "form" | "closed" = "text",
): (options?: BrowserContextOptions) => Promise<Workbench> {
  return async (options = {}) => {
    const page = await openPage(inject("playground"), {
      viewport: desk,
      locale: "zh-CN",
      ...(mode === "form"
        ? {}
        : { storageState: preferring(mode === "text" ? { rubricMode: mode } : { closed: ["rubric"] }) }),
      ...options,
    });
    const workbench = onPage(page);
    await workbench.ranked.first().waitFor();
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
 * Waits for all that is on the screen to be on the disk, and for nothing to be under way that would have it written again: a score
 * that is still being worked out may give the project another name. The app says so itself, and the bar says it, too.
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
