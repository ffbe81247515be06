// Storage failures: a transaction that aborts after successful writes, a database that does not open or is closed, an
// unreadable record. In each case the text is kept, nothing is reported as saved, and a download works.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bytesOf } from "./chromium.js";
import { saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();

async function type({ page, editor }: Workbench, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(text);
}

/** The text of the file from the download button next to “not saved”. */
async function rescued({ page, save }: Workbench): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    save.getByRole("button", { name: "立即下载" }).click(),
  ]);
  return (await bytesOf(file)).toString();
}

test("every save is strict, and none is reported as saved before its transaction is complete", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  await page.context().addInitScript(() => {
    const seen = { durabilities: [] as (string | undefined)[], completed: 0, early: 0 };
    Object.assign(globalThis, { seen });
    const own = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, stores, mode, options) {
      const tx = own.call(this, stores, mode, options);
      if (mode === "readwrite") {
        seen.durabilities.push(options?.durability);
        // Registered before any listener of the app, so that this count is never behind the state that the app reports.
        tx.addEventListener("complete", () => (seen.completed += 1));
      }
      return tx;
    };
    addEventListener("DOMContentLoaded", () => {
      let saves = 0;
      let before = "";
      const watch = () => {
        const { store } = document.querySelector("yardstick-playground") as unknown as {
          readonly store: { readonly save: { readonly kind: string } };
        };
        const { kind } = store.save;
        if (kind === "saved" && before === "saving") saves += 1;
        if (saves > seen.completed) seen.early += 1;
        before = kind;
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
  });
  await page.reload();
  await bench.editor.waitFor();
  for (const word of ["一", "二", "三"]) {
    await type(bench, `// ${word}\n`);
    await saved(bench);
  }
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { durabilities: string[]; completed: number; early: number } }).seen,
  );
  expect(new Set(seen.durabilities)).toEqual(new Set(["strict"]));
  expect(seen.completed).toBeGreaterThanOrEqual(3);
  expect(seen.early).toBe(0);
});

test("a transaction that fails after successful writes is not reported as saved", async () => {
  const bench = await open();
  await saved(bench);
  await bench.page.context().addInitScript(() => {
    const own = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function write(this: IDBObjectStore, ...args: [unknown]) {
      const request = own.apply(this, args);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  });
  await bench.page.reload();
  await bench.editor.waitFor();
  await type(bench, "// 差一点\n");
  await bench.save.getByText("未保存").waitFor();
  expect(JSON.parse(await rescued(bench))).toMatchObject({ rubric: expect.stringContaining("差一点") });
});

test("with a database that never responds, the page works and reports that nothing is saved", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  await page.context().addInitScript(() => {
    // As when another window holds an old version open: the request stays blocked, and no event reports an end.
    IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value() {} } });
  });
  await page.reload();
  await bench.editor.waitFor();
  await type(bench, "// 没有数据库\n");
  await bench.save.getByText("未保存").waitFor();
  await expect.poll(() => bench.ranked.count()).toBeGreaterThan(20);
  expect(await rescued(bench)).toContain("没有数据库");
});

test("a database that is deleted while the page is open: the text is kept and can be downloaded", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  await type(bench, "// 库没了\n");
  await saved(bench);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await bench.save.getByText("未保存").waitFor();
  await type(bench, "// 还在写\n");
  await expect.poll(() => page.locator(".view-lines").textContent()).toMatch(/还在写.*库没了/u);
  expect(await rescued(bench)).toContain("还在写");
});

/** Stores a record of another program, and one that cannot be read at all, next to the project. */
function litter(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("yardstick");
        request.addEventListener("success", () => {
          const tx = request.result.transaction("projects", "readwrite");
          tx.objectStore("projects").put({ id: "damaged-one", name: "残", rubric: 7 });
          tx.objectStore("projects").put({ id: "unreadable-one", name: "不可读", rubric: "考核", tables: [] });
          tx.addEventListener("complete", () => {
            request.result.close();
            resolve();
          });
        });
      }),
  );
}

test("unreadable records are left as they are, can be exported and deleted, and the others open", async () => {
  const bench = await open();
  await type(bench, "// 好的那个\n");
  await saved(bench);
  const { page } = bench;
  await litter(page);
  await page.context().addInitScript(() => {
    const own = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function read(this: IDBObjectStore, key) {
      if (key === "unreadable-one") throw new DOMException("the blob is gone", "DataError");
      return own.call(this, key);
    };
  });
  await page.reload();
  await bench.editor.waitFor();
  await expect.poll(() => page.locator(".view-lines").textContent()).toContain("好的那个");
  await page.getByRole("button", { name: /^项目：/ }).click();
  const screen = page.locator("ys-screens");
  await screen.getByText("2 个项目的记录无法读取").waitFor();
  const row = screen.getByRole("listitem").filter({ hasText: "damaged-one" });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("button", { name: "导出残存内容" }).click(),
  ]);
  expect(JSON.parse((await bytesOf(file)).toString())).toMatchObject({ name: "残", rubric: 7 });
  const [whole] = await Promise.all([
    page.waitForEvent("download"),
    screen.getByRole("button", { name: "导出全部" }).click(),
  ]);
  const everything = JSON.parse((await bytesOf(whole)).toString()) as { readonly projects: unknown[] };
  expect(everything.projects).toContainEqual({ unreadable: "unreadable-one" });
  expect(everything.projects).toHaveLength(3);
  await row.getByRole("button", { name: "删除" }).click();
  await screen.getByRole("button", { name: "删除", exact: true }).click();
  await screen.getByText("1 个项目的记录无法读取").waitFor();
});
