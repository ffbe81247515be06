// Deleting a project: after a confirmation that offers a download, with undo, never while another window has it open,
// and also for the current project.

import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { bytesOf } from "./chromium.js";
import { onPage, saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-screens");
const items = (bench: Workbench) => screen(bench).getByRole("listitem");

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

test("the deleted project is gone after a reload, and the other one is still there", async () => {
  const bench = await withTwo();
  await bin(bench).click();
  await screen(bench).getByRole("button", { name: "删除", exact: true }).click();
  await screen(bench).getByText("已删除“社区工作").waitFor();
  await bench.page.reload();
  await bench.page.getByRole("button", { name: "项目：第二个" }).waitFor();
  await showProjects(bench);
  await items(bench).first().waitFor();
  await expect.poll(() => items(bench).count()).toBe(1);
});

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
