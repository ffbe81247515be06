// Damaged records: each opens repaired, reports the repair and can be saved again, or is left as it is and can be
// exported. No invalid time is shown as "NaN:NaN".

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bytesOf } from "./chromium.js";
import { saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();

/** Stores copies of the existing project with other fields; the newest of them is opened next. */
function put(page: Page, records: readonly string[]): Promise<void> {
  return page.evaluate(
    (changes) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("yardstick");
        opening.addEventListener("success", () => {
          const tx = opening.result.transaction(["projects", "rows"], "readwrite");
          const projects = tx.objectStore("projects");
          const rows = tx.objectStore("rows");
          const all = projects.getAll();
          const chunks = rows.getAll();
          chunks.addEventListener("success", () => {
            const [first] = all.result as readonly { readonly id: string }[];
            // Values that JSON cannot represent: not a number, and undefined.
            const revived = (json: string) =>
              JSON.parse(json, (_, value: unknown) =>
                value === "NaN" ? NaN : value === "Infinity" ? Infinity : value,
              ) as object;
            for (const change of changes) {
              const record = { ...first, ...revived(change) } as { readonly id: string };
              projects.put(record);
              for (const chunk of chunks.result)
                if (chunk.project === first?.id) rows.put({ ...chunk, project: record.id });
            }
          });
          tx.addEventListener("complete", () => resolve());
          tx.addEventListener("abort", () => reject(tx.error ?? new Error("aborted")));
        });
      }),
    records,
  );
}

const far = 4_000_000_000_000;

async function reloaded({ page }: Workbench): Promise<void> {
  await page.reload();
  await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
}

test("a record with damaged fields opens, lists the repairs, and can be saved again", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  await put(page, [JSON.stringify({ id: "d1", revision: "NaN", kept: "Infinity", name: null, updated: far })]);
  await reloaded(bench);
  const screen = page.locator("ys-screens ys-screen-frame");
  await screen.getByText("修复的字段：name、revision、kept").waitFor();
  await screen.getByRole("button", { name: "关闭" }).last().click();
  await saved(bench);
  await page.evaluate(() => {
    type App = HTMLElement & { readonly store: { editRubric(edits: readonly unknown[]): void } };
    document.querySelector<App>("yardstick-playground")?.store.editRubric([{ span: [0, 0], text: "// 修好以后\n" }]);
  });
  await saved(bench);
  await reloaded(bench);
  expect(
    await page.evaluate(
      () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")?.store.rubric,
    ),
  ).toContain("修好以后");
  expect(await page.locator("ys-screens ys-screen-frame").count()).toBe(0);
});

test("times and counts of any value: each opens or is left as it is, and none is shown as NaN", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  const records = [
    { id: "u1", updated: "NaN" },
    { id: "u2", updated: "Infinity" },
    { id: "u3", updated: 9e15 },
    { id: "u4", updated: null },
    { id: "r1", revision: -1 },
    { id: "r2", revision: 2 ** 53 },
    { id: "t1", tables: null },
    { id: "t2", tables: [{ role: "subjects", name: "", header: [1], rows: [] }] },
    { id: "s1", script: [{}] },
    { id: "p1", path: "__proto__" },
    { id: "x1", rubric: 5 },
    { id: "x2", tables: { text: "kept" } },
  ];
  await put(
    page,
    records.map((record) => JSON.stringify(record)),
  );
  await reloaded(bench);
  for (const { id } of records.filter((record) => !record.id.startsWith("x"))) {
    const state = await page.evaluate(async (project) => {
      interface Store {
        readonly projects: { open(id: string): Promise<void>; readonly id: string };
        readonly save: { readonly kind: string };
      }
      const store = document.querySelector<HTMLElement & { store: Store }>("yardstick-playground")!.store;
      await store.projects.open(project);
      return store.projects.id;
    }, id);
    expect(state).toBe(id);
    await saved(bench);
    expect(await bench.save.textContent()).not.toContain("NaN");
  }
  await page.evaluate(() => {
    type App = HTMLElement & { readonly store: { readonly screens: { show(screen: { kind: string }): void } } };
    document.querySelector<App>("yardstick-playground")?.store.screens.show({ kind: "projects" });
  });
  const list = page.locator("ys-projects-screen");
  await list.getByText("2 个项目的记录无法读取").waitFor();
  expect(await list.locator("ys-screen-frame").textContent()).not.toMatch(/NaN|Invalid/u);
});

test("a project with a chunk of rows that is gone or damaged is left as it is, named, and can be exported", async () => {
  const bench = await open();
  await saved(bench);
  const { page } = bench;
  await put(page, [
    JSON.stringify({ id: "gone", updated: far }),
    JSON.stringify({ id: "damaged", updated: far + 1, name: "缺行的项目" }),
  ]);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("yardstick");
        opening.addEventListener("success", () => {
          const tx = opening.result.transaction("rows", "readwrite");
          const rows = tx.objectStore("rows");
          rows.openCursor().addEventListener("success", ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor === null) return;
            if (cursor.value.project === "gone") cursor.delete();
            if (cursor.value.project === "damaged") cursor.update({ ...cursor.value, rows: "残存的行" });
            cursor.continue();
          });
          tx.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
  await reloaded(bench);
  await saved(bench);
  await page.evaluate(() => {
    type App = HTMLElement & { readonly store: { readonly screens: { show(screen: { kind: string }): void } } };
    document.querySelector<App>("yardstick-playground")?.store.screens.show({ kind: "projects" });
  });
  const list = page.locator("ys-projects-screen");
  await list.getByText("2 个项目的记录无法读取").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    list.getByRole("listitem").filter({ hasText: "damaged" }).getByRole("button", { name: "导出残存内容" }).click(),
  ]);
  const text = (await bytesOf(file)).toString();
  expect(JSON.parse(text)).toMatchObject({ id: "damaged", name: "缺行的项目" });
  expect(text).toContain("残存的行");
});
