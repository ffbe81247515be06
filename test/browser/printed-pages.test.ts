// Pages as Chromium prints them on A4: the notice, the score sheets and the rubric of the 2008 example, in both
// languages, as the commands write them.

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { someOf } from "../properties.js";
import { main } from "../../packages/cli/src/main.js";
import { openPage } from "./chromium.js";

const cwd = fileURLToPath(new URL("../../examples/community-2008/", import.meta.url));
/** The width of A4 at 96 pixels per inch, less the margins of a score sheet. */
const SHEET_WIDTH = 710;

async function command(...args: string[]): Promise<string> {
  let out = "";
  let told = "";
  const stdin = { async *[Symbol.asyncIterator]() {} };
  await main(args, {
    cwd,
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (told += text) },
    stdin,
    env: {},
  });
  if (out === "") throw new Error(told);
  return out;
}

/** A page with its articles apart. */
interface Articles {
  readonly head: string;
  readonly notice: string;
  readonly sheets: readonly string[];
}

async function published(lang: string): Promise<Articles> {
  const html = await command("score", "community-2008.rubric", "--format", "html", "--sheets", "--lang", lang);
  const [head = "", notice = "", ...sheets] = html.replace("</body>\n</html>\n", "").split(/(?=<article )/u);
  return { head, notice, sheets };
}

/** Opens a page of the command; it must be whole by itself. */
async function opened(html: string, viewport = { width: SHEET_WIDTH, height: 1000 }): Promise<Page> {
  const address = new URL("printed.html", inject("playground")).href;
  const page = await openPage(address, { viewport }, { [address]: html });
  await page.emulateMedia({ media: "print" });
  return page;
}

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

/** What reaches over the edge of the page, by class and text. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("article *")]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((each) => `${each.tagName}.${each.getAttribute("class") ?? ""} ${each.textContent.slice(0, 30)}`),
  );

/** The positions of the decimal points of the cells that a selector matches, each once, to half a pixel. */
const pointsAt = (page: Page, selector: string) =>
  page.evaluate((cells) => {
    const positions = [...document.querySelectorAll(cells)].flatMap((cell) => {
      const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
      const at = text?.data.indexOf(".") ?? -1;
      if (text === null || at < 0) return [];
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { left, width } = range.getBoundingClientRect();
      return width === 0 ? [] : [Math.round(left * 2) / 2];
    });
    return { count: positions.length, positions: [...new Set(positions)] };
  }, selector);

const rulesThatActed = (sheet: string): number => sheet.match(/<tr class="sl">/gu)?.length ?? 0;

describe.each(someOf(["zh", "en"], 1))("printed pages in %s", (lang) => {
  let articles: Articles;
  beforeAll(async () => {
    articles = await published(lang);
  });

  it("are a sheet for each subject, with its own pages, and no style attribute", () => {
    expect(articles.sheets).toHaveLength(28);
    expect([articles.notice, ...articles.sheets].join("")).not.toContain(" style=");
    expect(articles.head.match(/@page sheet-\d+\{/gu)).toHaveLength(28);
    expect(articles.head).toMatch(/@bottom-right\{content:[^;]*counter\(sheet-28\)/u);
  });

  it("have at most two pages a subject, each of which begins a page, where most rules acted", async () => {
    const longest = articles.sheets.toSorted((a, b) => rulesThatActed(b) - rulesThatActed(a)).slice(0, 4);
    expect(rulesThatActed(longest[0] ?? "")).toBeGreaterThan(60);
    for (const sheet of longest) expect(await pagesOf(await opened(articles.head + sheet))).toBeLessThanOrEqual(2);
    // Two sheets never share a page.
    const shortest = articles.sheets.toSorted((a, b) => rulesThatActed(a) - rulesThatActed(b)).slice(0, 2);
    const alone = await Promise.all(shortest.map(async (sheet) => pagesOf(await opened(articles.head + sheet))));
    const together = await pagesOf(await opened(articles.head + shortest.join("")));
    expect(together).toBe(alone.reduce((sum, pages) => sum + pages, 0));
  });

  it("have sheets within the page, with repeated heads and figures aligned on the point", async () => {
    const [sheet = ""] = articles.sheets.toSorted((a, b) => rulesThatActed(b) - rulesThatActed(a));
    const page = await opened(articles.head + sheet);
    expect(await overflowing(page)).toEqual([]);
    const head = page.locator(".st thead");
    expect(await head.evaluate((each) => getComputedStyle(each).display)).toBe("table-header-group");
    expect(await page.evaluate(() => getComputedStyle(document.body).fontVariantNumeric)).toBe("tabular-nums");
    for (const column of [".st .fin", ".st .sl:not(.off) td:nth-child(3)", ".st .sh td:nth-child(2)", ".chain td.n"]) {
      const { count, positions } = await pointsAt(page, column);
      expect({ column, isFilled: count > 1 }).toEqual({ column, isFilled: true });
      expect({ column, isAligned: Math.max(...positions) - Math.min(...positions) <= 0.5 }).toEqual({
        column,
        isAligned: true,
      });
    }
  });

  it("list the rules without effect when the box is checked, and count them when not", async () => {
    const [sheet = ""] = articles.sheets.toSorted((a, b) => rulesThatActed(a) - rulesThatActed(b));
    const page = await opened(articles.head + sheet);
    const hidden = page.locator(".st .sl.off");
    const count = page.locator("p.cut");
    expect(await count.textContent()).toContain(String(await hidden.count()));
    expect(await hidden.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.locator("#not-fired").check();
    expect(await hidden.first().isVisible()).toBe(true);
    expect(await count.isVisible()).toBe(false);
  });

  it("have a notice within its page, with a head that repeats", async () => {
    const page = await opened(articles.head + articles.notice, { width: 794, height: 1000 });
    expect(await overflowing(page)).toEqual([]);
    expect(await page.locator(".gt thead").evaluate((each) => getComputedStyle(each).display)).toBe(
      "table-header-group",
    );
    expect(await pagesOf(page)).toBe(2);
  });

  it("have a rubric whose column heads are whole words, with a section's heading beside its table", async () => {
    const html = await command("print", "community-2008.rubric", "--format", "html", "--lang", lang);
    expect(html).not.toContain(" style=");
    const page = await opened(html, { width: 590, height: 1000 });
    const heads = await page.locator("th p").evaluateAll((all) =>
      all.map((head) => {
        const range = document.createRange();
        range.selectNodeContents(head);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return { text: head.textContent, lines: lines.size };
      }),
    );
    expect(heads.length).toBeGreaterThan(8);
    expect(heads.filter(({ text, lines }) => lines > text.split(" ").length)).toEqual([]);
    expect(
      await page
        .locator("p:has(+ table)")
        .first()
        .evaluate((each) => getComputedStyle(each).breakAfter),
    ).toBe("avoid");
  });
});
