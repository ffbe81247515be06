// Finding, filtering, grouping and comparing results, and the score sheet with the list of subjects beside it.

import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { desktop, phone, workbenches } from "./workbench.js";

const open = workbenches("closed");

const words = {
  "zh-CN": {
    find: "ns",
    grouping: "分组",
    clear: "清除筛选",
    compare: /对比/,
    items: "按条目",
    all: "全表",
    vetoed: /有否决/,
  },
  "en-US": {
    find: "ns",
    grouping: "Grouping",
    clear: "Clear filters",
    compare: /Compare with/,
    items: "Items",
    all: "All",
    vetoed: /Vetoed/,
  },
} as const;

test.each(
  someOf(
    [
      ["zh-CN", desktop],
      ["en-US", desktop],
      ["zh-CN", phone],
      ["en-US", phone],
    ] as const,
    2,
  ),
)("a ranking is searched, filtered, grouped and compared, in %s at %o", async (locale, viewport) => {
  const { page, ranked } = await open({ locale, viewport });
  const word = words[locale];
  const bar = page.locator("ys-results-bar");
  await bar.locator("input").waitFor();
  const all = await ranked.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")));
  const place = await ranked.and(page.locator('[data-key="南门社区"]')).locator(".pl b").textContent();

  // By the initials of its name; the place stays that of the ranking.
  await bar.locator("input").fill("nmsq");
  await expect
    .poll(() => ranked.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key"))))
    .toEqual(["南门社区"]);
  expect(await ranked.locator(".pl b").textContent()).toBe(place);
  await bar.getByRole("button", { name: word.clear }).click();
  await expect.poll(() => ranked.count()).toBe(all.length);

  await bar.getByRole("button", { name: word.vetoed }).click();
  await expect.poll(() => ranked.count()).toBe(2);
  await bar.getByRole("button", { name: word.vetoed }).click();

  await bar.getByRole("combobox", { name: word.grouping }).selectOption({ index: 1 });
  const heads = page.locator("ys-ranking-list .rk-g");
  await expect.poll(() => heads.count()).toBeGreaterThan(1);
  expect((await ranked.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")))).sort()).toEqual(
    [...all].sort(),
  );
  await heads.first().getByRole("button").click();
  await expect.poll(() => ranked.count()).toBeLessThan(all.length);
  await heads.first().getByRole("button").click();

  await bar.getByRole("button", { name: word.compare }).click();
  await expect.poll(() => ranked.and(page.locator('[data-key="南门社区"]')).textContent()).toContain("+0.25");
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
});

test("a column sorts falling, then rising, then gives way to the ranking", async () => {
  const { page, ranked } = await open();
  const score = page.locator("ys-ranking-list .rk-h").getByRole("button", { name: "总分" });
  const first = () => ranked.first().getAttribute("data-key");
  const ranking = await first();
  await score.click();
  await score.click();
  await expect.poll(() => page.locator('[role=columnheader][aria-sort="ascending"]').count()).toBe(1);
  await expect.poll(first).not.toBe(ranking);
  await score.click();
  await expect.poll(first).toBe(ranking);
});

test.each(someOf(["en-US", "zh-CN"] as const, 1))(
  "a score sheet opens on losses and gains that add up, beside the subjects of the filter, in %s",
  async (locale) => {
    const { page, ranked, sheet } = await open({ locale });
    const word = words[locale];
    await ranked.and(page.locator('[data-key="南门社区"]')).click();
    const amounts = sheet.locator(".changes .fin");
    await amounts.first().waitFor();
    const sum = await amounts.evaluateAll((cells) =>
      cells
        .map((cell) => Math.round(Number(cell.textContent!.trim().replace("−", "-").replace("+", "")) * 10_000))
        .reduce((total, each) => total + each, 0),
    );
    // Full marks are 100, and the exact sum is 97.2545.
    expect(sum).toBe(972_545 - 1_000_000);
    // Its place waits for data, and is shared.
    expect(await sheet.locator(".th .prov").textContent()).toMatch(/2$/u);
    expect(await sheet.locator(".th .with").textContent()).toMatch(/^(与松岗社区并列|shared with 松岗社区)$/u);
    const folds = sheet.locator("details.fold");
    expect(await folds.count()).toBe(2);
    expect(await violations(page)).toEqual([]);

    const list = page.locator("ys-subject-list");
    await expect.poll(() => list.locator("li button").count()).toBe(28);
    await list.locator("input").fill("sy");
    await expect.poll(() => list.locator("li button").count()).toBe(1);
    await list.locator("li button").click();
    await expect.poll(() => sheet.getByRole("heading", { level: 1 }).textContent()).toContain("书院社区");
    await list.locator("input").fill("");
    await sheet.getByRole("button", { name: word.all, exact: true }).click();
    await sheet.locator(".sl.off").first().waitFor();
    await sheet.getByRole("button", { name: word.items, exact: true }).click();
    await expect.poll(() => sheet.locator(".sl.off").count()).toBe(0);
  },
);
