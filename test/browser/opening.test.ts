// The built playground, in a real browser, as somebody sees it who opens it for the first time.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtPlayground, launch, openPage, serve } from "./chromium.js";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await launch();
  site = await serve(builtPlayground);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test("the playground opens without a fault and without asking anybody for anything", async () => {
  const page = await openPage(browser, site.url);
  await page.waitForLoadState("networkidle");
  expect(await page.title()).toMatch(/Yardstick|标尺/);
});
