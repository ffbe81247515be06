// Deleting a project: after a confirmation that offers a download, with undo, never while another window has it open,
// and also for the current project. A deleted project is listed for 30 days, restored or deleted for good.

import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { bytesOf } from "./chromium.js";
import { onPage, saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-screens");
const items = (bench: Workbench) => screen(bench).getByRole("list", { name: "项目" }).getByRole("listitem");
const deleted = (bench: Workbench) => screen(bench).locator("ys-deleted-projects").getByRole("listitem");
const DAY = 24 * 3_600_000;

const SECOND = `考核 "第二个"
满分 10 分
数据 单位 {
  名称: 文本 主键
  迟报: 计数 次
}
大类 全部 10 分 { 条目 一 10 分 { 每 迟报 扣 0.1 分 } }
排名 全体 按 总分
`;

/** Creates a second project, and shows the list of both: the first is 社区工作目标管理量化考核. */
async function withTwo(): Promise<Workbench> {
  const bench = await open();
  await saved(bench);
  await bench.page.evaluate((rubric) => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: { readonly projects: { begin(content: unknown): Promise<void> } };
    };
    return store.projects.begin({ rubric, tables: [] });
  }, SECOND);
  await bench.page.getByRole("button", { name: "项目：第二个" }).waitFor();
  await saved(bench);
  await showProjects(bench);
  await expect.poll(() => items(bench).count()).toBe(2);
  return bench;
}

async function showProjects({ page }: Workbench): Promise<void> {
  await page.getByRole("button", { name: /^项目：/ }).click();
}

const bin = (bench: Workbench) => items(bench).getByRole("button", { name: /^删除“社区工作/ });

test("it asks for confirmation, offers a file, deletes, and restores the project with its versions", async () => {
  const bench = await withTwo();
  const { page } = bench;
  await bin(bench).click();
  const asked = items(bench).filter({ hasText: "及其全部历史版本" });
  expect(await violations(page)).toEqual([]);
  await asked.getByRole("button", { name: "取消" }).click();
  await expect.poll(() => items(bench).count()).toBe(2);

  await bin(bench).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    asked.getByRole("button", { name: "先导出" }).click(),
  ]);
  expect(JSON.parse((await bytesOf(file)).toString())).toMatchObject({
    format: "yardstick-project",
    name: "社区工作目标管理量化考核 2008",
  });
  await asked.getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("已删除“社区工作").waitFor();
  await expect.poll(() => items(bench).count()).toBe(1);
  expect(await violations(page)).toEqual([]);

  await screen(bench).getByRole("button", { name: "撤销删除" }).click();
  await expect.poll(() => items(bench).count()).toBe(2);
  await items(bench).filter({ hasText: "社区工作" }).getByRole("button", { name: "打开" }).click();
  await expect.poll(() => bench.ranked.count()).toBeGreaterThan(20);
  await showProjects(bench);
  await screen(bench).getByRole("button", { name: "历史版本" }).click();
  await expect.poll(() => screen(bench).getByRole("button", { name: "比较" }).count()).toBeGreaterThan(0);
});

test("a deleted project is listed with the days left, is apart in exports, and comes back after a reload", async () => {
  const bench = await withTwo();
  const { page } = bench;
  await bin(bench).click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("已删除“社区工作").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "项目：第二个" }).waitFor();
  await showProjects(bench);
  await deleted(bench).getByText("还剩 30 天").waitFor();
  await expect.poll(() => items(bench).count()).toBe(1);
  expect(await violations(page)).toEqual([]);

  const exported = async (name: RegExp): Promise<readonly unknown[]> => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      screen(bench).getByRole("button", { name }).click(),
    ]);
    const { projects } = JSON.parse((await bytesOf(file)).toString()) as {
      readonly projects: readonly { readonly name: string; readonly tables: readonly { readonly rows: unknown }[] }[];
    };
    return projects.map(({ name: title, tables }) => [title, tables.length]);
  };
  expect(await exported(/^导出全部（不含已删除的 1 个）/)).toEqual([["第二个", 0]]);
  expect(await exported(/^导出已删除的项目/)).toEqual([["社区工作目标管理量化考核 2008", 3]]);

  // Another window whose list is older: what the first one did in between is said, and nothing is changed.
  const other = onPage(await page.context().newPage());
  await other.page.goto(page.url());
  await showProjects(other);
  await deleted(other).first().waitFor();
  await deleted(bench).getByRole("button", { name: "恢复" }).click();
  await screen(bench).getByText("已恢复").waitFor();
  await expect.poll(() => items(bench).count()).toBe(2);
  await deleted(other)
    .getByRole("button", { name: /^彻底删除/ })
    .click();
  await deleted(other).getByRole("button", { name: "彻底删除", exact: true }).click();
  await screen(other).getByText("未作改动").waitFor();
  await expect.poll(() => items(other).count()).toBe(2);
  await other.page.close();

  await items(bench).filter({ hasText: "社区工作" }).getByRole("button", { name: "打开" }).click();
  await expect.poll(() => bench.ranked.count()).toBeGreaterThan(20);
  await showProjects(bench);
  await screen(bench).getByRole("button", { name: "历史版本" }).click();
  await expect.poll(() => screen(bench).getByRole("button", { name: "比较" }).count()).toBeGreaterThan(0);
});

test("a project is deleted for good by hand, when storage takes no mark, and at a start after its time; never by a clock that is set back", async () => {
  const bench = await withTwo();
  const { page } = bench;
  const stored = () => page.evaluate(recordsOfProjects);
  const before = await stored();
  expect(before.names).toHaveLength(2);
  await bin(bench).click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("已删除“社区工作").waitFor();
  // Deleted at a time that is later than the clock says now.
  const ahead = { deleted: Date.now() + 900 * DAY, until: Date.now() + 930 * DAY, seen: Date.now() + 900 * DAY };
  await page.evaluate(changeMark, ahead);
  await page.reload();
  await page.getByRole("button", { name: "项目：第二个" }).waitFor();
  await showProjects(bench);
  await deleted(bench).getByText("还剩 30 天").waitFor();

  const over = { deleted: Date.now() - 31 * DAY, until: Date.now() - DAY, seen: Date.now() - 2 * DAY };
  await page.evaluate(changeMark, over);
  await page.reload();
  await page.getByRole("button", { name: "项目：第二个" }).waitFor();
  await expect.poll(async () => (await stored()).names).toEqual(["第二个"]);
  // Its revisions and rows are gone with it; the second project has no rows.
  expect(await stored()).toMatchObject({ marks: 0, rows: 0 });

  await page.evaluate(() => {
    const own = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function write(this: IDBObjectStore, ...args: [unknown]) {
      if (this.name === "deleted") throw new DOMException("full", "QuotaExceededError");
      return own.apply(this, args);
    };
  });
  await showProjects(bench);
  await items(bench)
    .getByRole("button", { name: /^删除“第二个/ })
    .click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("没有删除：").waitFor();
  await screen(bench).getByRole("button", { name: "彻底删除" }).click();
  await screen(bench).getByText("已彻底删除“第二个”").waitFor();
  expect((await stored()).names).not.toContain("第二个");
});

/** Gives the one mark of a deleted project other times. Runs in the page. */
async function changeMark(times: object): Promise<void> {
  const opened = indexedDB.open("yardstick");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const marks = opened.result.transaction("deleted", "readwrite").objectStore("deleted");
  const all = marks.getAll() as IDBRequest<object[]>;
  await new Promise((resolve) => (all.onsuccess = resolve));
  for (const each of all.result) marks.put({ ...each, ...times });
  await new Promise((resolve) => (marks.transaction.oncomplete = resolve));
  opened.result.close();
}

/** The names of the stored projects, and how many marks and chunks of rows there are. Runs in the page. */
async function recordsOfProjects(): Promise<{
  readonly names: readonly string[];
  readonly marks: number;
  readonly rows: number;
}> {
  const opened = indexedDB.open("yardstick");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const tx = opened.result.transaction(["projects", "deleted", "rows"]);
  const projects = tx.objectStore("projects").getAll() as IDBRequest<{ readonly name: string }[]>;
  const marks = tx.objectStore("deleted").count();
  const rows = tx.objectStore("rows").count();
  await new Promise((resolve) => (tx.oncomplete = resolve));
  opened.result.close();
  return { names: projects.result.map(({ name }) => name), marks: marks.result, rows: rows.result };
}

test("the current project is replaced by the other, then by a blank one, and can be restored", async () => {
  const bench = await withTwo();
  const { page } = bench;
  const remove = async (name: RegExp) => {
    await items(bench).getByRole("button", { name }).click();
    await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  };
  await items(bench)
    .getByRole("button", { name: /^删除“第二个/ })
    .click();
  await items(bench).filter({ hasText: "删除后打开“社区工作目标管理量化考核 2008”。" }).waitFor();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("已删除“第二个”").waitFor();
  await expect.poll(() => items(bench).count()).toBe(1);
  await page.getByRole("button", { name: "项目：社区工作目标管理量化考核 2008" }).waitFor();
  await expect.poll(() => bench.ranked.count()).toBeGreaterThan(20);

  await screen(bench).getByRole("button", { name: "撤销删除" }).click();
  await expect.poll(() => items(bench).count()).toBe(2);
  await remove(/^删除“第二个/);
  await screen(bench).getByText("已删除“第二个”").waitFor();

  await remove(/^删除“社区工作/);
  await screen(bench).getByText("已删除“社区工作").waitFor();
  await page.getByRole("button", { name: "项目：新的考核" }).waitFor();
  await saved(bench);
  await page.reload();
  await page.getByRole("button", { name: "项目：新的考核" }).waitFor();
  await showProjects(bench);
  await expect.poll(() => items(bench).count()).toBe(1);
});

test("a project that another window has open is not deleted", async () => {
  const bench = await withTwo();
  const other = onPage(await bench.page.context().newPage());
  await other.page.goto(bench.page.url());
  await showProjects(other);
  await items(other).filter({ hasText: "社区工作" }).getByRole("button", { name: "打开" }).click();
  await saved(other);
  await bin(bench).click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("正在另一窗口中打开").waitFor();
  await expect.poll(() => items(bench).count()).toBe(2);
});

test("a click is not lost when the projects are saved while the button is held down", async () => {
  const bench = await withTwo();
  const { page } = bench;
  // The older project is the current one, so that saving it makes it the most recent.
  await items(bench).filter({ hasText: "社区工作" }).getByRole("button", { name: "打开" }).click();
  await page.getByRole("button", { name: "项目：社区工作目标管理量化考核 2008" }).waitFor();
  await saved(bench);
  await page.evaluate(saveLongAgo);
  await showProjects(bench);
  await items(bench)
    .getByRole("button", { name: /^删除“第二个/ })
    .click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).hover();
  await page.mouse.down();
  const before = await recent(bench);
  await page.evaluate(() => {
    type App = HTMLElement & { store: { editRubric(edits: readonly object[]): void } };
    document.querySelector<App>("yardstick-playground")!.store.editRubric([{ span: [0, 0], text: "// 改动\n" }]);
  });
  await expect.poll(() => recent(bench)).toBeGreaterThan(before);
  await page.mouse.up();
  await screen(bench).getByText("已删除“第二个”").waitFor({ timeout: 20_000 });
});

/** Makes the project of the village scheme one that was saved long ago. Runs in the page. */
async function saveLongAgo(): Promise<void> {
  const opened = indexedDB.open("yardstick");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const projects = opened.result.transaction("projects", "readwrite").objectStore("projects");
  const all = projects.getAll() as IDBRequest<{ readonly name: string }[]>;
  await new Promise((resolve) => (all.onsuccess = resolve));
  for (const each of all.result) if (each.name.startsWith("社区")) projects.put({ ...each, updated: 1 });
  await new Promise((resolve) => (projects.transaction.oncomplete = resolve));
  opened.result.close();
}

/** When the list that is shown was last changed by a save. */
function recent(bench: Workbench): Promise<number> {
  return screen(bench)
    .locator("ys-projects-screen")
    .evaluate((element) => {
      type Screen = HTMLElement & { listProjects: { projects: readonly { updated: number }[] } | null };
      return Math.max(0, ...((element as Screen).listProjects?.projects ?? []).map(({ updated }) => updated));
    });
}
