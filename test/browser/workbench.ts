// The built playground as a user has it: opened in a language and a theme, its panes by name.

import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, inject, onTestFinished } from "vitest";
import { expectNone, openPage, watchedPage } from "./chromium.js";
import type { WatchedPage } from "./chromium.js";

export const desktop = { width: 1280, height: 720 };
export const phone = { width: 390, height: 844 };

export interface Workbench {
  readonly page: Page;
  readonly ranked: Locator;
  readonly sheet: Locator;
  readonly editor: Locator;
  readonly save: Locator;
}

type Mode = "text" | "form" | "closed";

/** The address and the options of a workbench, and the wait until it is there. */
function opening(mode: Mode, { locale = "zh-CN", ...options }: BrowserContextOptions = {}) {
  // The first example is that of the browser's language; English is chosen on the page, so that the tests have one example.
  const shown = { form: {}, text: { rubricMode: mode }, closed: { closed: ["rubric"] } }[mode];
  const language = locale.startsWith("en") ? { lang: "en" } : {};
  const context: BrowserContextOptions = {
    viewport: desktop,
    locale: "zh-CN",
    storageState: preferring({ ...shown, ...language }),
    ...options,
  };
  // The form is loaded apart from the ranking, and comes before or after it; a phone shows one pane at a time.
  const isBeside = (options.viewport ?? desktop).width > phone.width;
  const shownOn = async (page: Page): Promise<Workbench> => {
    const workbench = onPage(page);
    await workbench.ranked.first().waitFor();
    if (mode === "form" && isBeside) await page.locator("ys-designer .it").first().waitFor({ state: "attached" });
    return workbench;
  };
  return { url: inject("playground"), context, shownOn };
}

/**
 * Returns a function that opens a fresh workbench, with the rubric as text or as a form, or with its pane closed for
 * tests that do not need it: what is not shown is not loaded.
 */
export function workbenches(mode: Mode = "text"): (options?: BrowserContextOptions) => Promise<Workbench> {
  return async (options) => {
    const { url, context, shownOn } = opening(mode, options);
    return shownOn(await openPage(url, context));
  };
}

/** The state of the app that a test may leave changed. */
interface Changed {
  readonly store: {
    readonly content: unknown;
    readonly example: string | null;
    readonly isSettled: boolean;
    readonly preferences: object;
    readonly projects: { begin(of: unknown, isForced: boolean): Promise<void> };
    readonly layout: {
      chooseResultsTab(tab: string): void;
      choosePhonePane(pane: string): void;
      setActivePane(pane: string): void;
    };
    markExample(scheme: string): void;
  };
}

/**
 * Begins a project of its own with the example of the first visit, on a page that an earlier test has left. False if
 * that test left more than a project: other preferences, or a dialog, menu or stage that is open.
 */
function begunAgain(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const held = window as unknown as {
      first?: { readonly content: unknown; readonly example: string; preferences: string };
    };
    const app = document.querySelector<HTMLElement & Changed>("yardstick-playground");
    if (app === null || held.first === undefined) return false;
    const { store } = app;
    const isOpen = (root: ParentNode): boolean =>
      [...root.querySelectorAll("*")].some(
        (element) =>
          element.matches("dialog[open], [popover]:popover-open, ys-palette, ys-demonstrate, ys-reading-screen") ||
          (element.shadowRoot !== null && isOpen(element.shadowRoot)),
      );
    const { examples: _, ...preferences } = store.preferences as Record<string, unknown>;
    if (isOpen(document) || JSON.stringify(preferences) !== held.first.preferences) return false;
    (document.activeElement as HTMLElement | null)?.blur();
    await store.projects.begin(held.first.content, true);
    store.markExample(held.first.example);
    store.layout.chooseResultsTab("ranking");
    store.layout.choosePhonePane("results");
    store.layout.setActivePane("rubric");
    return true;
  });
}

/** Remembers what a first visit shows, for `begunAgain`. */
function rememberFirst(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { store } = document.querySelector<HTMLElement & Changed>("yardstick-playground")!;
    const { examples: _, ...preferences } = store.preferences as Record<string, unknown>;
    Object.assign(window, {
      first: { content: store.content, example: store.example, preferences: JSON.stringify(preferences) },
    });
  });
}

/**
 * As `workbenches`, with one page for the tests of a file, since to open one costs more than most tests do: each test
 * begins with the example of a first visit in a project of its own. A page whose test failed, or left more than a
 * project behind, is replaced. For tests that do not depend on what is stored.
 *
 * @param close closes what tests leave open
 */
export function sharedWorkbenches(
  mode: Mode = "text",
  options: BrowserContextOptions = {},
  close: (page: Page) => Promise<void> = (page) => page.keyboard.press("Escape"),
): () => Promise<Workbench> {
  let held: WatchedPage | null = null;
  const leave = async () => {
    await held?.close();
    held = null;
  };
  afterAll(leave);
  return async () => {
    const { url, context, shownOn } = opening(mode, options);
    if (held !== null) {
      await close(held.page).catch(() => {});
      if (!(await begunAgain(held.page).catch(() => false))) await leave();
    }
    const isFresh = held === null;
    held ??= await watchedPage(url, context);
    const { page, violated } = held;
    onTestFinished(async ({ task }) => {
      const found = violated();
      if (task.result?.state !== "pass" || found.length > 0) await leave();
      expectNone(found);
    });
    const workbench = await shownOn(page);
    await saved(workbench);
    if (isFresh) await rememberFirst(page);
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
