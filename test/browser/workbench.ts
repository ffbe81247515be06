// The built playground as a person has it before them: opened in a language and a theme, its panes by their names.

import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { builtPlayground, launch, openPage, serve } from "./chromium.js";

export const desk = { width: 1280, height: 720 };
export const phone = { width: 390, height: 844 };

export interface Workbench {
  readonly page: Page;
  readonly ranked: Locator;
  readonly sheet: Locator;
  readonly editor: Locator;
  readonly save: Locator;
}

/** A browser and a server for all tests of a file; gives what opens a fresh workbench, the rubric shown as text or as a form. */
export function workbenches(mode: "text" | "form" = "text"): (options?: BrowserContextOptions) => Promise<Workbench> {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serve(builtPlayground)]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return async (options = {}) => {
    const page = await openPage(browser, server.url, { viewport: desk, locale: "zh-CN", ...options });
    const workbench = onPage(page);
    await workbench.ranked.first().waitFor();
    if (mode === "text") await showText(page);
    return workbench;
  };
}

/** Chosen in the store, because on a phone the switch is on a pane that is not seen. */
function showText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const app = document.querySelector<HTMLElement & { store: { setRubricMode(mode: "text"): void } }>(
      "yardstick-playground",
    );
    app?.store.setRubricMode("text");
  });
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

/** Waits for what is on the screen to be on the disk. */
export async function saved({ save }: Workbench): Promise<void> {
  await save.getByText(/\d:\d\d/).waitFor();
}

/** The published score of a subject in the ranking. */
export function scoreOf({ page }: Workbench, key: string): Locator {
  return page.locator(`ys-ranking-list [role=row][data-key="${key}"] .sc`);
}
