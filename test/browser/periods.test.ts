// A year later: results fixed with their receipt, compared with the year before, the next year begun from them, and all of it undone.

import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { desktop, phone, saved, workbenches } from "./workbench.js";

const open = workbenches("closed");

test.each([
  ["zh-CN", desktop],
  ["en-US", phone],
] as const)("a year is fixed, compared and followed by the next, in %s at %j", async (locale, viewport) => {
  const isChinese = locale === "zh-CN";
  const bench = await open({ locale, viewport });
  await saved(bench);
  const { page } = bench;
  const screen = page.locator("ys-period-screen");
  const show = () =>
    page.evaluate(() => {
      type App = HTMLElement & { readonly store: { readonly screens: { show(screen: object): void } } };
      document.querySelector<App>("yardstick-playground")!.store.screens.show({ kind: "period" });
    });
  const table = (role: string) =>
    page.evaluate((wanted) => {
      interface Table {
        readonly role: string;
        readonly header: string[];
        readonly rows: string[][];
      }
      type App = HTMLElement & { readonly store: { readonly tables: readonly Table[] } };
      const { tables } = document.querySelector<App>("yardstick-playground")!.store;
      return tables.find((each) => each.role === wanted) ?? null;
    }, role);
  const before = await table("history");
  await show();
  await screen.getByRole("button", { name: isChinese ? "定稿" : "Fix", exact: true }).click();
  await expect
    .poll(() => screen.getByRole("status").textContent())
    .toContain(isChinese ? "2008 已定稿" : "2008 is fixed");
  await expect.poll(() => screen.locator(".plain").textContent()).toContain("sha256:");
  await expect.poll(() => screen.locator("tbody tr").count()).toBe(28);
  expect((await table("history"))?.rows.length).toBeGreaterThan(before?.rows.length ?? 0);
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/period-${locale}-${viewport.width}.png` });

  await screen.getByRole("button", { name: isChinese ? "开始 2009" : "Begin 2009" }).click();
  await expect.poll(() => screen.count()).toBe(0);
  const next = await table("subjects");
  expect(next?.rows).toHaveLength(28);
  expect(new Set(next?.rows.map((row) => row[next.header.indexOf("年度")]))).toEqual(new Set(["2009"]));
  expect((await table("list"))?.rows).toEqual([]);
  const undo = () =>
    page.evaluate(() => {
      type App = HTMLElement & {
        readonly store: { undo(): void; readonly layout: { setActivePane(pane: string): void } };
      };
      const { store } = document.querySelector<App>("yardstick-playground")!;
      store.layout.setActivePane("data");
      store.undo();
    });
  await undo();
  await undo();
  expect((await table("history"))?.rows).toEqual(before?.rows);
  expect((await table("list"))?.rows).toHaveLength(120);
});
