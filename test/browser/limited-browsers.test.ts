// Browsers that lack required features: no Worker, or one that fails at load, no channel between windows, no locks, no
// database, no compression, no clipboard. The page opens, reports in either language what it cannot do, and offers the
// download of rubric and data.

import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { someOf } from "../properties.js";
import { openPage } from "./chromium.js";
import { desktop, onPage } from "./workbench.js";

const locales = ["zh-CN", "en-US"] as const;
type Locale = (typeof locales)[number];

/** The app in a browser from which `lack` has removed a feature. */
const opened = (locale: Locale, lack: () => void): Promise<Page> =>
  openPage(inject("playground"), { locale, viewport: desktop }, {}, lack);

async function downloaded(
  page: Page,
  click: () => Promise<void>,
): Promise<{ readonly rubric: string; readonly tables: readonly unknown[] }> {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  return JSON.parse(await text(await file.createReadStream())) as { rubric: string; tables: unknown[] };
}

const texts = {
  "zh-CN": {
    noWorker: "未能启动后台计算",
    download: "立即下载",
    unsaved: "未保存",
    share: "分享",
    noLink: "不能生成分享链接",
    noCopy: "复制失败",
    windows: "不能协调多个窗口",
    exportAll: "导出全部",
    notLoaded: "加载失败",
    notOpened: "分享链接没有打开",
  },
  "en-US": {
    noWorker: "could not start the background worker",
    download: "Download now",
    unsaved: "Not saved",
    share: "Share",
    noLink: "cannot create shared links",
    noCopy: "Not copied",
    windows: "cannot coordinate several windows",
    exportAll: "Export everything",
    notLoaded: "could not be loaded",
    notOpened: "was not opened",
  },
} as const;

const show = (page: Page, kind: "share" | "projects" | "collect" | "period") =>
  page.evaluate((screen) => {
    type App = HTMLElement & { readonly store: { readonly screens: { show(screen: object): void } } };
    document.querySelector<App>("yardstick-playground")?.store.screens.show({ kind: screen, files: [] });
  }, kind);

describe.each(someOf(locales, 1))("in %s", (locale) => {
  const words = texts[locale];

  test.each([
    [
      "throws",
      () => {
        globalThis.Worker = function refuse() {
          throw new Error("no workers here");
        } as unknown as typeof Worker;
      },
    ],
    [
      "is not there",
      () => {
        Reflect.deleteProperty(globalThis, "Worker");
      },
    ],
    [
      "dies at load",
      () => {
        const Own = globalThis.Worker;
        globalThis.Worker = class extends Own {
          constructor(_: string | URL, options?: WorkerOptions) {
            super("/missing.js", options);
          }
        };
      },
    ],
  ])("a Worker that %s: the page says so and offers the download", async (_, lack) => {
    const page = await opened(locale, lack);
    const pane = page.locator("ys-results-pane");
    await pane.getByText(words.noWorker).waitFor();
    await page.locator("ys-rubric-pane").waitFor();
    const file = await downloaded(page, () => pane.getByRole("button", { name: words.download }).click());
    expect(file.rubric.length).toBeGreaterThan(100);
    expect(file.tables.length).toBeGreaterThan(0);
  });

  test("no channel between windows and no locks: everything else works, and the list of projects says so; so do screens that cannot be loaded", async () => {
    const page = await opened(locale, () => {
      Reflect.deleteProperty(globalThis, "BroadcastChannel");
      Object.defineProperty(navigator, "locks", { value: undefined });
    });
    await onPage(page).ranked.first().waitFor();
    await onPage(page)
      .save.getByText(/\d:\d\d/)
      .waitFor();
    await show(page, "projects");
    await expect.poll(() => page.locator("ys-projects-screen").getByText(words.windows).count()).toBe(1);

    await page.context().setOffline(true);
    await page.locator("ys-projects-screen").getByRole("button", { name: words.exportAll }).click();
    await page.locator("ys-projects-screen").getByText(words.notLoaded).waitFor();
    for (const kind of ["share", "collect", "period"] as const) {
      await show(page, kind);
      await page.locator("ys-screens").getByRole("alert").getByText(words.notLoaded).waitFor();
    }
    await page.evaluate((hash) => (location.hash = hash), "#yAAAA");
    await page.locator("ys-screens").getByText(words.notOpened).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("alert").getByText(words.notLoaded).waitFor();
  });

  test("no database: the page works, reports that nothing is saved and offers the download", async () => {
    const page = await opened(locale, () => {
      const refuse = () => {
        throw new DOMException("denied", "SecurityError");
      };
      Object.defineProperty(globalThis, "indexedDB", { get: refuse });
      Object.defineProperty(globalThis, "localStorage", { get: refuse });
    });
    const { ranked, save } = onPage(page);
    await ranked.first().waitFor();
    await save.getByText(words.unsaved).waitFor();
    const file = await downloaded(page, () => save.getByRole("button", { name: words.download }).click());
    expect(file.rubric.length).toBeGreaterThan(100);
  });

  test("no compression: the share screen says so and offers the file", async () => {
    const page = await opened(locale, () => {
      Reflect.deleteProperty(globalThis, "CompressionStream");
      Reflect.deleteProperty(globalThis, "DecompressionStream");
    });
    await onPage(page).ranked.first().waitFor();
    await show(page, "share");
    const screen = page.locator("ys-share-screen");
    await screen.getByText(words.noLink).waitFor();
    const file = await downloaded(page, () => screen.getByRole("alert").getByRole("button").click());
    expect(file.rubric.length).toBeGreaterThan(100);
  });

  test("no clipboard: the link is shown with instructions for copying", async () => {
    const page = await opened(locale, () => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await onPage(page).ranked.first().waitFor();
    await show(page, "share");
    const screen = page.locator("ys-share-screen");
    await screen.getByRole("button", { name: locale === "zh-CN" ? "复制链接" : "Copy link" }).click();
    await expect.poll(() => screen.getByText(words.noCopy).count()).toBe(1);
  });
});
