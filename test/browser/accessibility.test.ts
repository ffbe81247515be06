// Accessibility: axe finds no violation, in both languages and themes, and everything is reachable by keyboard.

import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { phone, sharedWorkbenches, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();
const share = sharedWorkbenches();

/** The focused element, looked up through shadow roots: its role, or its name when it has none. */
const focused = ({ page }: Workbench) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("role") ?? at?.localName ?? "";
  });

// Colours depend on the theme alone, everything else on the language.
describe.each(
  someOf(
    [
      { locale: "zh-CN", colorScheme: "light" },
      { locale: "en-US", colorScheme: "dark" },
    ] as const,
    1,
  ),
)("axe finds no violation in $locale, $colorScheme", (options) => {
  test("on the workbench, its tabs and the score sheet", async () => {
    const { page, ranked, sheet, editor } = await open(options);
    await editor.waitFor();
    expect(await violations(page)).toEqual([]);
    for (const at of [1, 2]) {
      await page.locator("ys-results-pane").getByRole("tab").nth(at).click();
      expect(await violations(page.locator("ys-results-pane"))).toEqual([]);
    }
    await page.locator("ys-results-pane").getByRole("tab").first().click();
    await ranked.nth(1).click();
    await sheet.getByRole("heading", { level: 1 }).waitFor();
    expect(await violations(sheet)).toEqual([]);
  });

  test("on a phone", async () => {
    const { page, ranked, sheet } = await open({ ...options, viewport: phone, hasTouch: true, isMobile: true });
    expect(await violations(page)).toEqual([]);
    await ranked.first().click();
    await sheet.getByRole("heading", { level: 1 }).waitFor();
    expect(await violations(sheet)).toEqual([]);
    await page.getByRole("navigation").getByRole("button").nth(1).click();
    await page.locator("ys-data-grid [role=gridcell]").first().waitFor();
    expect(await violations(page.locator("ys-data-pane"))).toEqual([]);
  });
});

describe("the keyboard", () => {
  test("F6 goes round the panes and Shift+F6 back", async () => {
    const bench = await share();
    const { page, editor } = bench;
    await editor.waitFor();
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press("F6");
      seen.push(await focused(bench));
    }
    expect(seen).toEqual(["textbox", "tab", "gridcell", "textbox"]);
    await page.keyboard.press("Shift+F6");
    expect(await focused(bench)).toBe("gridcell");
  });

  test("tabs respond to arrow keys", async () => {
    const bench = await share();
    const { page } = bench;
    await page.getByRole("tab", { name: /排名/ }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.getByRole("tab", { name: /分布/ }).getAttribute("aria-selected")).toBe("true");
    await expect.poll(() => focused(bench)).toBe("tab");
  });

  test("arrow keys move in the ranking; Enter opens the sheet, Escape returns to the row", async () => {
    const bench = await share();
    const { page, ranked, sheet } = bench;
    await ranked.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const key = await ranked.nth(2).getAttribute("data-key");
    await page.keyboard.press("Enter");
    await expect.poll(() => sheet.getByRole("heading", { level: 1 }).textContent()).toContain(key);
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(bench)).toBe("row");
    await expect.poll(() => ranked.nth(2).getAttribute("aria-selected")).toBe("true");
  });

  test("a cell is reached, edited and left by keyboard alone", async () => {
    const bench = await share();
    const { page } = bench;
    await page.locator("ys-data-grid [role=gridcell]").first().focus();
    for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "F2"]) await page.keyboard.press(key);
    await expect.poll(() => focused(bench)).toBe("input");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(bench)).toBe("gridcell");
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(bench)).toBe("gridcell");
    for (const key of ["Escape", "Tab"]) await page.keyboard.press(key);
    await expect.poll(() => focused(bench)).not.toBe("gridcell");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(bench)).toBe("gridcell");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(bench)).not.toBe("gridcell");
  });

  test("cells are filled in row by row as in a spreadsheet: Tab to the right, Enter to the start of the next row", async () => {
    const bench = await share();
    const { page } = bench;
    const cell = (row: number, at: number) =>
      page.locator(`ys-data-grid [role=gridcell][data-row="${row}"][data-at="${at}"]`);
    await cell(0, 4).click();
    for (const text of ["1", "2"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    for (const text of ["4", "5"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("F2");
    await page.keyboard.press("End");
    await page.keyboard.type("0");
    // In the text of the cell itself, an arrow key moves the cursor.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("5");
    await page.keyboard.press("Shift+Enter");
    for (const [row, at, text] of [
      [0, 4, "1"],
      [0, 5, "250"],
      [0, 6, "3"],
      [1, 4, "4"],
      [1, 5, "5"],
    ] as const)
      await expect.poll(() => cell(row, at).textContent()).toBe(text);
  });

  test("the focus is always visible", async () => {
    const bench = await share();
    const { page, editor } = bench;
    await editor.waitFor();
    const unseen: string[] = [];
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press("Tab");
      const mark = await page.evaluate(() => {
        let at: Element | null = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (at === null || at === document.body || at.closest(".monaco-editor") !== null) return null;
        const shown = [getComputedStyle(at), getComputedStyle(at, "::after")];
        const isSeen = shown.some(
          ({ boxShadow, backgroundColor }) => boxShadow !== "none" || /27, 79, 147/.test(backgroundColor),
        );
        return isSeen ? null : at.outerHTML.slice(0, 120);
      });
      if (mark !== null) unseen.push(mark);
    }
    expect(unseen).toEqual([]);
  });
});
