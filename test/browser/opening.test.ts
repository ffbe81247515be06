// The built playground in a browser, opened for the first time.

import { expect, inject, test } from "vitest";
import { openPage } from "./chromium.js";

test("the playground opens without errors and without requests to other origins", async () => {
  const page = await openPage(inject("playground"));
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.title()).toMatch(/Yardstick|标尺/);
});
