// Records of an older version of the app, the browser's response to the storage request, and reduced motion.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { saved, workbenches } from "./workbench.js";

const open = workbenches("form");

/** Converts the project's record to that of a version before records had a format. */
const older = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("yardstick");
        opening.addEventListener("error", () => reject(new Error("not opened")));
        opening.addEventListener("success", () => {
          const db = opening.result;
          const tx = db.transaction("projects", "readwrite");
          const records = tx.objectStore("projects");
          const all = records.getAll();
          all.addEventListener("success", () => {
            for (const { format: _, ...record } of all.result) records.put(record);
          });
          tx.addEventListener("complete", () => {
            db.close();
            resolve();
          });
        });
      }),
  );

/** Inserts text at the start. */
const edit = (page: Page, text: string): Promise<void> =>
  page.evaluate((put) => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: { editRubric(edits: readonly { span: [number, number]; text: string }[]): void };
    };
    store.editRubric([{ span: [0, 0], text: put }]);
  }, text);

test("a project in an older format is kept as a version before it is rewritten", async () => {
  const bench = await open();
  const { page } = bench;
  await saved(bench);
  // The first save is always kept as a revision; what is written over it is not, so that the upgrade has something to
  // keep.
  await edit(page, "// 第一处\n");
  await saved(bench);
  await older(page);
  await page.reload();
  await bench.ranked.first().waitFor();
  await saved(bench);
  await page.locator("ys-designer").getByText("民主集中制").first().waitFor();
  await edit(page, "// 改一处\n");
  await saved(bench);
  await page.locator("ys-top-bar .proj").click();
  await page.getByRole("button", { name: "历史版本" }).click();
  await page.getByText("升级格式之前").waitFor();
  await expect.poll(() => page.getByText("升级格式之前").count()).toBe(1);
});

test.each([
  [true, "浏览器已同意长期保存本页的数据。"],
  [false, "浏览器没有同意长期保存"],
])("whether the browser keeps the work for good (%s) is said with the projects", async (isKept, sentence) => {
  const { page } = await open();
  await page.addInitScript((answer) => {
    StorageManager.prototype.persist = () => Promise.resolve(answer);
  }, isKept);
  await page.reload();
  await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
  await page.locator("ys-top-bar .proj").click();
  await page.locator("ys-projects-screen").getByText(sentence).waitFor();
  await expect.poll(() => page.locator("ys-projects-screen").getByText(sentence).count()).toBe(1);
});

test("nothing is animated with reduced motion", async () => {
  const durations = (page: Page) =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--quick", "--move"].map((name) => Number.parseFloat(style.getPropertyValue(name)));
    });
  expect(await durations((await open({ reducedMotion: "reduce" })).page)).toEqual([0, 0]);
  expect(await durations((await open({ reducedMotion: "no-preference" })).page)).not.toContain(0);
});
