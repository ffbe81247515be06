// Whole projects: examples, earlier revisions, import and export of files and links; none of it loses work.

import type { Download, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "./axe.js";
import { bytesOf } from "./chromium.js";
import { saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();

const screen = ({ page }: Workbench) => page.locator("ys-screens");

async function openProjects(bench: Workbench): Promise<void> {
  await bench.page.getByRole("button", { name: /^(项目：|Project: )/ }).click();
  await screen(bench).getByRole("dialog").waitFor();
}

async function openScheme(bench: Workbench, at: number): Promise<void> {
  await openProjects(bench);
  await screen(bench).getByRole("button", { name: "新建或从范例开始" }).click();
  await bench.page.locator("ys-start-screen .tp").nth(at).click();
  await bench.page.locator("ys-start-screen").waitFor({ state: "detached" });
  await bench.ranked.first().waitFor();
}

async function type({ page, editor }: Workbench, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(text);
}

const textOf = async (file: Download) => (await bytesOf(file)).toString();

async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return file;
}

describe("examples", () => {
  test("one whose rubrics use each other opens with all files, which can be switched", async () => {
    const bench = await open();
    await saved(bench);
    await openScheme(bench, 1);
    await saved(bench);
    await expect.poll(() => bench.ranked.count()).toBeGreaterThan(50);
    // Its bar has more than one line holds: all of it is in sight.
    const bar = bench.page.locator("ys-results-bar");
    await bar.locator("button.compare").waitFor();
    expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await bench.page.getByRole("combobox", { name: "本项目的方案" }).selectOption("team/team.rubric");
    await expect.poll(() => bench.ranked.count()).toBe(18);
    await saved(bench);
    await bench.page.reload();
    await expect.poll(() => bench.ranked.count()).toBe(18);
  });

  test("the previous project is kept, and opens again", async () => {
    const bench = await open();
    await type(bench, "// 我的改动\n");
    await saved(bench);
    await openScheme(bench, 2);
    await saved(bench);
    await openProjects(bench);
    await screen(bench)
      .getByRole("listitem")
      .filter({ hasText: "社区工作目标" })
      .getByRole("button", { name: "打开" })
      .click();
    await expect.poll(() => bench.page.locator(".view-lines").textContent()).toContain("我的改动");
  });
});

describe("earlier versions", () => {
  test("are listed, compared with the current content, and restored without losing it", async () => {
    const bench = await open();
    await saved(bench);
    await type(bench, "// 后来加的一行\n");
    await saved(bench);
    await openProjects(bench);
    await screen(bench).getByRole("button", { name: "历史版本" }).click();
    await screen(bench).getByRole("button", { name: "比较" }).first().click();
    await screen(bench).locator(".diff .in").getByText("后来加的一行").waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await screen(bench).getByRole("button", { name: "恢复此版本" }).first().click();
    await screen(bench).getByText("恢复历史版本之前").waitFor();
    await bench.page.keyboard.press("Escape");
    await expect.poll(() => bench.page.locator(".view-lines").textContent()).not.toContain("后来加的一行");
    await bench.page.reload();
    await bench.editor.waitFor();
    expect(await bench.page.locator(".view-lines").textContent()).not.toContain("后来加的一行");
  });
});

describe("files", () => {
  test("an exported project opens again as a new project", async () => {
    const bench = await open();
    await type(bench, "// 带走的\n");
    await saved(bench);
    await openProjects(bench);
    const button = screen(bench).getByRole("button", { name: "导出本项目" });
    const text = await textOf(await downloaded(bench.page, () => button.click()));
    expect(JSON.parse(text)).toMatchObject({ format: "yardstick-project", version: 1 });

    const other = await open();
    await saved(other);
    await drop(other.page, "带走.yardstick.json", text);
    await screen(other).getByRole("button", { name: "作为新项目打开" }).click();
    await expect.poll(() => other.page.locator(".view-lines").textContent()).toContain("带走的");
    await saved(other);
    await openProjects(other);
    await expect.poll(() => screen(other).getByRole("listitem").count()).toBe(2);
  });

  test("everything goes into one file, and a foreign file is refused with a reason", async () => {
    const bench = await open();
    await saved(bench);
    await openProjects(bench);
    const button = screen(bench).getByRole("button", { name: "导出全部" });
    const { format, projects } = JSON.parse(await textOf(await downloaded(bench.page, () => button.click())));
    expect([format, projects.length]).toEqual(["yardstick-collection", 1]);
    await bench.page.keyboard.press("Escape");
    await drop(bench.page, "别的.json", '{"a": 1}');
    await screen(bench).getByRole("alert").getByText("不是标尺的项目文件").waitFor();
  });

  test("a dropped rubric becomes a project", async () => {
    const bench = await open();
    await saved(bench);
    await drop(bench.page, "新.rubric", '考核 "拖进来的"\r\n满分 10 分\r\n');
    await expect.poll(() => bench.page.locator(".view-lines").textContent()).toContain("拖进来的");
  });
});

/** Drops a file on the page, as from a folder. */
function drop(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    ([fileName, content]) => {
      const files = new DataTransfer();
      files.items.add(new File([content ?? ""], fileName ?? ""));
      const event = new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true, composed: true });
      document.querySelector("yardstick-playground")?.dispatchEvent(event);
    },
    [name, text],
  );
}

describe("a shared link", () => {
  test("contains no data by default, and opens as an additional project", async () => {
    const bench = await open();
    await saved(bench);
    await bench.page.getByRole("button", { name: "分享", exact: true }).click();
    const field = screen(bench).getByRole("textbox", { name: "分享链接" });
    await expect.poll(() => field.inputValue()).toContain("#y1.");
    const bare = await field.inputValue();
    await screen(bench).getByRole("checkbox").check();
    await expect.poll(async () => (await field.inputValue()).length).toBeGreaterThan(bare.length + 1000);
    const whole = await field.inputValue();

    const other = await open();
    await type(other, "// 不许盖掉\n");
    await saved(other);
    await other.page.goto(whole);
    await screen(other).getByText("不含数据").waitFor({ state: "detached" });
    await screen(other).getByRole("button", { name: "作为新项目打开" }).click();
    await expect.poll(() => other.ranked.count()).toBeGreaterThan(20);
    await saved(other);
    expect(other.page.url()).not.toContain("#y1.");
    await openProjects(other);
    await expect.poll(() => screen(other).getByRole("listitem").count()).toBe(2);
  });

  test("that is damaged is reported and opens nothing", async () => {
    const bench = await open();
    await saved(bench);
    await bench.page.evaluate(() => (location.hash = "#y1.AAAA"));
    await screen(bench).getByRole("alert").waitFor();
    await expect.poll(() => bench.ranked.count()).toBeGreaterThan(20);
  });
});

test("a newer database is read and never written", async () => {
  const bench = await open();
  await type(bench, "// 新版存的\n");
  await saved(bench);
  const { page } = bench;
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await page.close();
  await fresh.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("yardstick", 99);
        request.addEventListener("success", () => {
          request.result.close();
          resolve();
        });
      }),
  );
  await fresh.reload();
  await fresh.getByText("更新版本的标尺").waitFor();
  await fresh.locator("ys-save-status").getByText("只读").waitFor();
  await expect.poll(() => fresh.locator(".view-lines").textContent()).toContain("新版存的");
});
