// Records of an older version of the app, the browser's response to the storage request, and reduced motion.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { storedProjects } from "./stored.js";
import { saved, workbenches } from "./workbench.js";

const open = workbenches("form");

/**
 * Replaces the database by one of version 1 or 2 with the stored project and one revision of it. Their records contain
 * their rows, as those of version 2 do until they are saved. `format` is absent in the first records.
 */
async function older(page: Page, format: { readonly format?: number }): Promise<void> {
  const projects = await storedProjects(page);
  // A page of the same origin without the app.
  await page.goto(new URL("nothing", page.url()).href);
  await page.evaluate(
    async ([records, fields]) => {
      const done = (request: IDBRequest) =>
        new Promise<void>((resolve, reject) => {
          request.addEventListener("success", () => resolve());
          request.addEventListener("error", () => reject(new Error("not opened")));
        });
      await done(indexedDB.deleteDatabase("yardstick"));
      const version = "format" in (fields ?? {}) ? 2 : 1;
      const opening = indexedDB.open("yardstick", version);
      opening.addEventListener("upgradeneeded", () => {
        const db = opening.result;
        db.createObjectStore("projects", { keyPath: "id" }).createIndex("updated", "updated");
        db.createObjectStore("revisions", { keyPath: ["project", "revision"] });
        if (version === 2) db.createObjectStore("rows", { keyPath: ["project", "chunk"] });
      });
      await done(opening);
      const db = opening.result;
      const tx = db.transaction(["projects", "revisions"], "readwrite");
      for (const record of records ?? []) {
        const { format: _, id, ...rest } = record as unknown as Record<string, unknown>;
        // The first save is always kept as a revision; what is written over it is not, so that the upgrade has something
        // to keep.
        tx.objectStore("projects").put({ ...rest, id, ...fields, revision: 9 });
        const { name: _name, updated: _updated, kept: _kept, ...content } = rest;
        tx.objectStore("revisions").add({
          ...content,
          project: id,
          revision: 3,
          at: 1_700_000_000_000,
          reason: "import",
        });
      }
      await new Promise((resolve) => tx.addEventListener("complete", resolve));
      db.close();
    },
    [projects, format] as const,
  );
}

/** The rows of the first table of the one project, as stored and as shown. */
const rowsOf = async (page: Page) => ({
  stored: (await storedProjects(page))?.[0]?.tables[0]?.rows,
  shown: await page.evaluate(() => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: { readonly tables: readonly { readonly rows: readonly (readonly string[])[] }[] };
    };
    return store.tables[0]?.rows;
  }),
});

/** Inserts text at the start. */
const edit = (page: Page, text: string): Promise<void> =>
  page.evaluate((put) => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: { editRubric(edits: readonly { span: [number, number]; text: string }[]): void };
    };
    store.editRubric([{ span: [0, 0], text: put }]);
  }, text);

test.each(someOf([{ format: 2 }, {}], 1))(
  "a project in the database of an earlier version (%o) opens, is kept as a version before it is rewritten, and keeps its versions",
  async (format) => {
    const bench = await open();
    const { page } = bench;
    const app = page.url();
    await saved(bench);
    const { stored } = await rowsOf(page);
    expect(stored?.length).toBeGreaterThan(20);
    await older(page, format);
    await page.goto(app);
    await bench.ranked.first().waitFor();
    await saved(bench);
    expect((await rowsOf(page)).shown).toEqual(stored);
    await page.locator("ys-designer").getByText("民主集中制").first().waitFor();
    await edit(page, "// 改一处\n");
    await saved(bench);
    expect(await rowsOf(page)).toEqual({ stored, shown: stored });
    await page.locator("ys-top-bar .proj").click();
    await page.getByRole("button", { name: "历史版本" }).click();
    await page.getByText("升级格式之前").waitFor();
    await expect.poll(() => page.getByText("升级格式之前").count()).toBe(1);
    const revisions = await page.evaluate(async () => {
      interface Projects {
        revisions(): Promise<readonly { readonly revision: number; readonly reason: string }[]>;
        revision(number: number): Promise<{ readonly tables: readonly { readonly rows: unknown }[] } | null>;
      }
      const { projects } = (
        document.querySelector("yardstick-playground") as unknown as { readonly store: { readonly projects: Projects } }
      ).store;
      const list = await projects.revisions();
      return Promise.all(
        list.map(async ({ revision, reason }) => [reason, (await projects.revision(revision))?.tables[0]?.rows]),
      );
    });
    expect(revisions).toContainEqual(["migration", stored]);
    expect(revisions).toContainEqual(["import", stored]);
  },
);

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
