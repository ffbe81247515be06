// Accessibility of the screens over the workbench: axe finds no violation on any screen, in both languages, in dark and
// high contrast too.

import { describe, expect, test } from "vitest";
import { violations } from "./axe.js";
import { phone, workbenches } from "./workbench.js";

const open = workbenches("closed");
const screens = [
  { kind: "start" },
  { kind: "projects" },
  { kind: "revisions" },
  { kind: "share" },
  { kind: "export" },
  { kind: "sample" },
  { kind: "refused", why: "not-saved", instead: null },
] as const;

describe.each([
  { locale: "zh-CN", colorScheme: "light" },
  { locale: "en-US", colorScheme: "dark" },
  { locale: "zh-CN", contrast: "more" },
  { locale: "en-US", colorScheme: "light", viewport: phone },
] as const)("axe finds nothing on any screen with %o", (options) => {
  test("and Escape returns to the workbench", async () => {
    const { page } = await open(options);
    expect(await violations(page)).toEqual([]);
    for (const screen of screens) {
      await page.evaluate((expected) => {
        const { store } = document.querySelector("yardstick-playground") as unknown as {
          readonly store: { readonly screens: { show(screen: unknown): void } };
        };
        store.screens.show(expected);
      }, screen);
      await page.locator("ys-screens").getByRole("heading").first().waitFor();
      expect(await violations(page.locator("ys-screens"))).toEqual([]);
      if (screen.kind === "start") continue;
      await page.keyboard.press("Escape");
      await page.locator("ys-screen-frame").waitFor({ state: "detached" });
    }
  });
});
