// A new rubric from the start screen: four answers, or a document pasted anywhere on the page; each becomes a project
// of its own.

import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { violations } from "./axe.js";
import { openPage } from "./chromium.js";
import { begin, desktop, onPage, saved, workbenches } from "./workbench.js";

const open = workbenches("form");

const rubricOf = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );

async function started() {
  const workbench = await open({ viewport: desktop });
  await saved(workbench);
  const { page } = workbench;
  await page.locator("ys-top-bar .proj").click();
  await page.getByRole("button", { name: "新建或从范例开始" }).click();
  await page.locator("ys-start-screen ys-questions form").waitFor();
  return workbench;
}

test("four answers make a new project, and the earlier one stays in the list", async () => {
  const workbench = await started();
  const { page } = workbench;
  const subject = page.locator("ys-start-screen ys-questions input[name=subject]");
  // The default answers are replaced by what is typed after a click, and keep what a second click corrects.
  await subject.click();
  await page.keyboard.type("乡");
  await subject.click();
  await page.keyboard.press("End");
  await page.keyboard.type("镇");
  await page.locator("ys-start-screen ys-questions textarea").click();
  await page.keyboard.type("教学60，管理40");
  await page.getByRole("button", { name: "建立细则" }).click();
  await expect.poll(() => rubricOf(page)).toContain("乡镇工作目标管理考核");
  await page.locator("ys-start-screen").waitFor({ state: "detached" });
  await page.getByText("无错误").waitFor();
  // With rules, sample data and places.
  await expect.poll(() => workbench.ranked.count()).toBeGreaterThan(8);
  expect(await page.locator("ys-ranking-list [role=row][data-key] .pl b").first().textContent()).toBe("1");
  // A rule with a slot to fill in is no error; its section stays the selected one, in the rubric and in the bars.
  await page.getByRole("textbox", { name: "名称：教学日常" }).click();
  await page.getByRole("button", { name: "每…扣…" }).click();
  await page.locator("ys-rubric-pane .pane-foot").getByText("1 处空未填").waitFor();
  await page.locator("ys-results-pane .pane-foot").getByText("规则有 1 处空未填").waitFor();
  await page.keyboard.type("教学完成率");
  await page.keyboard.press("Enter");
  await page.getByText("无错误").waitFor();
  await page.locator("ys-results-pane .pane-foot").getByText("教学（所选）").waitFor();
  await saved(workbench);
  await page.locator("ys-top-bar .proj").click();
  await expect.poll(() => page.locator("ys-projects-screen").getByText("社区工作目标管理量化考核").count()).toBe(1);
});

test("a table pasted on the start is read as a document, and becomes a project with its sections", async () => {
  const { page } = await started();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      "text/plain",
      "大类\t考核项目\t分值\t评分标准\n党建\t组织生活\t40\t少一次扣1分\n经济\t招商\t60\t按完成比例计分\n",
    );
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const reading = page.locator("ys-reading-screen");
  await reading.getByText("100", { exact: true }).first().waitFor();
  await reading.locator(".ft").getByRole("button", { name: "建立细则" }).click();
  await expect.poll(() => rubricOf(page)).toMatch(/条目 组织生活 40 分[\s\S]*条目 招商 60 分/);
});

test("in English the examples in English come first, and recent projects stand below with their rulers", async () => {
  const { page } = await open({ viewport: desktop, locale: "en-US" });
  await page.locator("ys-top-bar .proj").click();
  await page.getByRole("button", { name: "New, or from an example" }).click();
  const start = page.locator("ys-start-screen");
  const titles = start.locator(".tp:visible b");
  await titles.first().waitFor();
  expect(await titles.allTextContents()).toContain("A course gradebook");
  expect(await titles.allTextContents()).not.toContain("Community work targets");
  await expect.poll(() => start.locator(".rc .mr span").count()).toBeGreaterThan(3);
  expect(await violations(start)).toEqual([]);
});

test("a first visit in English shows an English example that says it is one, and puts it back", async () => {
  const page = await openPage(inject("playground"), { viewport: desktop, locale: "en-US" });
  const workbench = onPage(page);
  const banner = page.locator("ys-example-banner");
  await banner.getByText("This is an example").waitFor();
  const before = await rubricOf(page);
  expect(before).toMatch(/^rubric "Spring ice gala"/mu);
  await page.evaluate(() => {
    type App = HTMLElement & { store: { editRubric(edits: readonly object[]): void } };
    document.querySelector<App>("yardstick-playground")!.store.editRubric([{ span: [0, 0], text: "// mine\n" }]);
  });
  await expect.poll(() => rubricOf(page)).toContain("// mine");
  await saved(workbench);
  await banner.getByRole("button", { name: "Put it back" }).click();
  await expect.poll(() => rubricOf(page)).toBe(before);
  await banner.getByRole("button", { name: "Close" }).click();
  await banner.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Example", exact: true }).click();
  await banner.waitFor();
  await begin(workbench, { rubric: 'rubric "Mine"\n', tables: [] });
  await banner.waitFor({ state: "detached" });
});
