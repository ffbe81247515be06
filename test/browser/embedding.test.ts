// The sample pages in `examples/embedding`, as their bundlers built them, under `default-src 'self'` (a violation fails the test that opened
// the page): rendering again with equal data fires nothing, a change of the page reaches the ranking, and memory stays flat.

import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { openPage } from "./chromium.js";

interface Sample {
  readonly name: string;
  readonly leaders: readonly [string, string];
  /** So many updates are made; the elements are the same in all, and one sample shows that many leave nothing behind. */
  readonly updates: number;
  /** A row of the data with so many late reports, as the page writes it. */
  readonly row: (late: number) => Readonly<Record<string, string | number>>;
}

const en = (late: number) => ({ name: "Shuyuan", late, done: "90", target: 100 });
const samples: readonly Sample[] = [
  { name: "react", leaders: ["Shuyuan", "Nanmen"], updates: 1000, row: en },
  {
    name: "vue",
    leaders: ["书院社区", "南门社区"],
    updates: 50,
    row: (late) => ({ 名称: "书院社区", 迟报: late, 到位: "90", 目标: 100 }),
  },
  { name: "html", leaders: ["Shuyuan", "Nanmen"], updates: 50, row: en },
];

const results = (page: Page) => page.locator("#results").textContent().then(Number);

/** Assigns data of one row `count` times, each after the result of the one before; returns the number of results. */
const updated = (page: Page, rows: readonly object[], count: number): Promise<number> =>
  page.evaluate(
    async ([rows, count]) => {
      const element = document.querySelector("#reports") as HTMLElement & { data: unknown };
      let fired = 0;
      element.addEventListener("yardstick-result", () => (fired += 1));
      for (let index = 0; index < count; index += 1) {
        const scored = new Promise((resolve) => element.addEventListener("yardstick-result", resolve, { once: true }));
        element.data = [rows[index % rows.length]];
        await scored;
      }
      return fired;
    },
    [rows, count] as const,
  );

/** Bytes in use on the page's heap after garbage has been collected. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

describe.each(samples)("the sample in $name", ({ name, leaders, updates, row }) => {
  test("scores, fires as documented, and stays flat", async () => {
    const page = await openPage(`${inject("playground")}embedding/${name}/`, { viewport: { width: 320, height: 900 } });
    const leader = page.locator("#leader");
    await page.locator("yardstick-results ys-ranking-list [role=row][data-key]").first().waitFor();
    await page.locator("yardstick-weights ys-weight-slider").nth(1).waitFor();
    await expect.poll(() => leader.textContent()).toBe(leaders[0]);

    // Nothing on the page is wider than a phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    // The samples render again at each result, with new rows of the same values.
    const before = await results(page);
    expect(before).toBeLessThanOrEqual(2);
    await page.locator("input[type=number]").fill("12");
    await expect.poll(() => leader.textContent()).toBe(leaders[1]);
    await page.waitForTimeout(300);
    expect(await results(page)).toBe(before + 1);

    // Results are those of the rows, once for each change of them; equal rows fire nothing.
    const rows = Array.from({ length: 10 }, (_, late) => row(late));
    // The steps of undo are kept up to 200.
    await updated(page, rows, Math.min(updates, 220));
    const start = await heap(page);
    expect(await updated(page, rows, updates)).toBe(updates);
    const grown = (await heap(page)) - start;
    expect(grown).toBeLessThan(1_000_000);
    expect(
      await page.evaluate(() => {
        const element = document.querySelector("#reports") as HTMLElement & { data: readonly object[]; rubric: string };
        let fired = 0;
        for (const type of ["yardstick-change", "yardstick-result"]) element.addEventListener(type, () => (fired += 1));
        for (let index = 0; index < 1000; index += 1) {
          element.data = element.data.map((row) => ({ ...row }));
          element.rubric = `${element.rubric}`;
        }
        return new Promise<number>((resolve) => setTimeout(() => resolve(fired), 100));
      }),
    ).toBe(0);
  });
});
