// Where the walks begin: the app opened for the first time, or an example of its list.

import type { Page } from "playwright-core";
import { inject } from "vitest";
import { openPage } from "../chromium.js";
import { desktop } from "../workbench.js";
import { Clerk, type Lang } from "./clerk.js";
import type { Job } from "./job.js";

/** Counts the calls of `print`, which opens no dialog here. */
const countPrinting = (): void => {
  const counted = window as { printed?: number };
  counted.printed = 0;
  window.print = () => {
    counted.printed = (counted.printed ?? 0) + 1;
  };
};

const locales = { zh: "zh-CN", en: "en-US" } as const;

/** The app as it opens in a browser that has never seen it. */
export async function elsewhere(lang: Lang): Promise<Page> {
  const options = { viewport: desktop, locale: locales[lang], acceptDownloads: true };
  const page = await openPage(inject("playground"), options, {}, countPrinting);
  await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
  await page.locator("ys-designer .it").first().waitFor();
  await page.locator("ys-data-grid [role=gridcell]").first().waitFor();
  return page;
}

/** A clerk before the first step of a job. */
export async function clerkBefore({ begins }: Job, lang: Lang): Promise<Clerk> {
  const page = await elsewhere(lang);
  // The first example in Chinese is what a first visit shows.
  if (begins === "example" && lang === "en") {
    await page.getByRole("button", { name: "Make my own" }).click();
    await page.locator("ys-start-screen .tp:visible").first().click();
    await page.locator("ys-start-screen").waitFor({ state: "detached" });
    await page.locator('ys-ranking-list [role=row][data-key="Luo Jing"]').waitFor();
    await page.locator("ys-designer").getByText("organisational_life").first().waitFor();
  }
  return new Clerk(page, lang);
}
