// No work is lost: not with a second tab, not with a full disk, not with a damaged record.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bytesOf } from "./chromium.js";
import { onPage, saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();

async function type({ page, editor }: Workbench, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(text);
}

async function anotherTab({ page }: Workbench): Promise<Workbench> {
  const other = onPage(await page.context().newPage());
  await other.page.goto(page.url());
  await other.ranked.first().waitFor();
  return other;
}

test("a second tab with the same project is read-only until the first is closed", async () => {
  const first = await open();
  await saved(first);
  const second = await anotherTab(first);
  await second.save.getByText("只读").waitFor();
  await type(second, "// 第二个窗口\n");
  expect(await second.page.locator(".view-lines").textContent()).not.toContain("第二个窗口");

  await type(first, "// 第一个窗口\n");
  await saved(first);
  await expect.poll(() => second.page.locator(".view-lines").textContent()).toContain("第一个窗口");
  await first.page.close();
  await saved(second);
  await type(second, "// 接着写\n");
  await saved(second);
});

test("a second tab can continue with a copy", async () => {
  const first = await open();
  await saved(first);
  const second = await anotherTab(first);
  await second.page.getByRole("button", { name: "另存为副本并编辑" }).click();
  await saved(second);
  await type(second, "// 副本\n");
  await saved(second);
  expect(await first.page.locator(".view-lines").textContent()).not.toContain("副本");
});

/** Makes every further write to the database fail, as on a full disk. */
function fillDisk(page: Page): Promise<void> {
  return page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
}

test("on a full disk the text is kept, is not reported as saved, and can be downloaded", async () => {
  const bench = await open();
  const { page, save } = bench;
  await saved(bench);
  await fillDisk(page);
  await type(bench, "// 没有地方存\n");
  await save.getByText("未保存").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    save.getByRole("button", { name: "立即下载" }).click(),
  ]);
  const text = (await bytesOf(file)).toString();
  expect(JSON.parse(text)).toMatchObject({
    format: "yardstick-project",
    rubric: expect.stringContaining("没有地方存"),
  });
});

/** Changes the newest project's record without the app. */
function tamper(page: Page, change: "damage" | "advance"): Promise<void> {
  return page.evaluate(async (kind) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("yardstick");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const store = db.transaction("projects", "readwrite").objectStore("projects");
    await new Promise<void>((resolve) => {
      store.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return resolve();
        if (kind === "damage") cursor.update({ ...cursor.value, rubric: 7 });
        else cursor.update({ ...cursor.value, revision: cursor.value.revision + 1 });
        cursor.continue();
      };
    });
    db.close();
  }, change);
}

test("work saved meanwhile by another tab is not overwritten", async () => {
  const bench = await open();
  await saved(bench);
  await tamper(bench.page, "advance");
  await type(bench, "// 晚了一步\n");
  await expect.poll(() => bench.save.getByText("未保存").count()).toBe(1);
  await bench.page.getByRole("alert").getByRole("button", { name: "另存为副本" }).click();
  await saved(bench);
  await bench.page.reload();
  await bench.editor.waitFor();
  await expect.poll(() => bench.page.locator(".view-lines").textContent()).toContain("晚了一步");
  await bench.page.getByRole("button", { name: /^项目：/ }).click();
  await expect.poll(() => bench.page.locator("ys-screens").getByRole("listitem").count()).toBe(2);
});

test("a damaged record is left as it is, and the app opens", async () => {
  const bench = await open();
  await saved(bench);
  await tamper(bench.page, "damage");
  await bench.page.reload();
  await bench.ranked.first().waitFor();
  await saved(bench);
  const count = await bench.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("yardstick");
        request.onsuccess = () => {
          const counted = request.result.transaction("projects").objectStore("projects").count();
          counted.onsuccess = () => resolve(counted.result);
        };
      }),
  );
  expect(count).toBe(2);
});
