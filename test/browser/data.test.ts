// Import and export of data: previews before anything is replaced, pasted cells, added rows, sample data, forms and
// notices.

import { describe, expect, test } from "vitest";
import { violations } from "./axe.js";
import { bytesOf } from "./chromium.js";
import { saved, sharedWorkbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = sharedWorkbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-screens");
const rows = ({ page }: Workbench) => page.getByRole("tab", { name: /^社区/ }).locator(".cnt");

async function pick(bench: Workbench, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    bench.page.waitForEvent("filechooser"),
    bench.page.locator("ys-data-pane").getByRole("button", { name: "导入" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer });
  await bench.page.getByRole("button", { name: "替换这张表…" }).click();
}

describe("an import", () => {
  test("shows encoding and columns, replaces on confirmation, and can be undone", async () => {
    const bench = await open();
    await saved(bench);
    // 社区,年度,没有这一列 / 东门,2008,x in GB18030
    const gbk = Buffer.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc4, 0xea, 0xb6, 0xc8, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a, 0xb6, 0xab, 0xc3, 0xc5,
      0xc9, 0xe7, 0xc7, 0xf8, 0x2c, 0x32, 0x30, 0x30, 0x38, 0x2c, 0xcf, 0xb5, 0xcd, 0xb3, 0xb2, 0xe2, 0xca, 0xd4, 0xd3,
      0xc3, 0x0a,
    ]);
    await pick(bench, "社区表.csv", gbk);
    await screen(bench).getByText("“社区”：28 行替换为 1 行").waitFor();
    await screen(bench).getByText("东门社区").waitFor();
    await expect.poll(() => screen(bench).getByText("规则中没有该列，仍予保留").count()).toBe(1);
    await expect
      .poll(() => screen(bench).locator("option", { hasText: "自动判断" }).textContent())
      .toContain("gb18030");
    await expect.poll(() => rows(bench).textContent()).toBe("28");
    expect(await violations(bench.page)).toEqual([]);
    await screen(bench).getByRole("button", { name: "替换" }).click();
    await expect.poll(() => rows(bench).textContent()).toBe("1");
    await bench.page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => rows(bench).textContent()).toBe("28");
  });

  test("an exported workbook imports unchanged", async () => {
    const bench = await open();
    await saved(bench);
    const score = await bench.ranked.nth(5).textContent();
    await bench.page.locator("ys-data-pane").getByRole("button", { name: "导出" }).click();
    const [file] = await Promise.all([
      bench.page.waitForEvent("download"),
      screen(bench).getByRole("button", { name: "全部数据表为 Excel" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    const book = await bytesOf(file);
    await bench.page.keyboard.press("Escape");
    await pick(bench, "全部.xlsx", book);
    await screen(bench).getByText("“台账”：120 行替换为 120 行").waitFor();
    await screen(bench).getByRole("button", { name: "替换" }).click();
    await saved(bench);
    await expect.poll(() => bench.ranked.nth(5).textContent()).toBe(score);
    expect(await bench.page.locator("ys-data-grid [aria-invalid]").count()).toBe(0);
  });
});

test("an entry form is written for each assessor", async () => {
  const bench = await open();
  await bench.page.locator("ys-data-pane").getByRole("button", { name: "导出" }).click();
  const [file] = await Promise.all([
    bench.page.waitForEvent("download"),
    screen(bench).getByRole("button", { name: "组织办的部分" }).click(),
  ]);
  expect((await bytesOf(file)).subarray(0, 2).toString()).toBe("PK");
});

describe("the grid", () => {
  test("pastes a block from a spreadsheet as one step, appending rows", async () => {
    const bench = await open();
    const { page } = bench;
    await page.locator("ys-data-grid [role=gridcell]").first().focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Home");
    await page.evaluate(() => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const data = new DataTransfer();
      data.setData("text/plain", "甲社区\t2008\n乙社区\t2008\n丙社区\t2008\n");
      at?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
    });
    await expect.poll(() => rows(bench).textContent()).toBe("30");
    await page.keyboard.press("Control+z");
    await expect.poll(() => rows(bench).textContent()).toBe("28");
  });

  test("selects, copies and fills ranges, finds, replaces, filters and sorts", async () => {
    const bench = await open();
    const { page } = bench;
    const at = (row: number, column: number) =>
      page.locator(`ys-data-grid [role=gridcell][data-row="${row}"][data-at="${column}"]`);
    const selected = page.locator("ys-data-grid [aria-selected=true]");
    const texts = (column: number) => Promise.all([0, 1, 2].map((row) => at(row, column).textContent()));
    await at(0, 0).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => selected.count()).toBe(4);
    const copied = await page.evaluate(() => {
      let active: Element | null = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const data = new DataTransfer();
      active?.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
      return data.getData("text/plain");
    });
    expect(copied.split("\n").map((line) => line.split("\t").length)).toEqual([2, 2]);

    const column = 5;
    const before = await texts(column);
    await at(0, column).click();
    await at(2, column).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+d");
    await expect.poll(() => texts(column)).toEqual([before[0], before[0], before[0]]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => texts(column)).toEqual(before);
    await page.keyboard.type("77");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => texts(column)).toEqual(["77", "77", "77"]);
    await page.keyboard.press("Control+z");

    await page.keyboard.press("Control+f");
    const tools = page.locator("ys-grid-tools");
    await tools.getByRole("searchbox", { name: "查找" }).fill("社区");
    await page.keyboard.press("Enter");
    await expect.poll(() => tools.getByRole("status").first().textContent()).toBe("共 28 格");
    await tools.getByRole("textbox", { name: "替换为" }).fill("居委会");
    await tools.getByRole("button", { name: "全部替换" }).click();
    await expect.poll(() => at(0, 0).textContent()).toContain("居委会");
    await at(0, 0).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => at(0, 0).textContent()).toContain("社区");
    await tools.getByRole("combobox", { name: "筛选行" }).selectOption("missing");
    await expect.poll(() => page.locator("ys-data-grid .rows [role=row]").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await tools.getByRole("combobox", { name: "筛选行" }).selectOption("bad");
    await page.locator("ys-data-grid").getByText("没有符合筛选条件的行。").waitFor();
    await tools.getByRole("button", { name: "关闭查找和筛选" }).click();
    await expect.poll(() => page.locator("ys-data-grid .rows [role=row]").count()).toBeGreaterThan(10);
  });

  test("rows are added and removed", async () => {
    const bench = await open();
    const pane = bench.page.locator("ys-data-pane");
    await pane.getByRole("button", { name: "添加一行" }).click();
    await expect.poll(() => rows(bench).textContent()).toBe("29");
    await pane.getByRole("button", { name: "删除当前行" }).click();
    await expect.poll(() => rows(bench).textContent()).toBe("28");
  });

  test("is filled with sample data that scores", async () => {
    const bench = await open();
    await bench.page.locator("ys-data-pane").getByRole("button", { name: "样本数据" }).click();
    await screen(bench).getByRole("spinbutton", { name: "考核对象个数" }).fill("40");
    await screen(bench).getByRole("button", { name: "生成并替换" }).click();
    await expect.poll(() => rows(bench).textContent()).toBe("40");
    await expect.poll(() => bench.ranked.count()).toBeGreaterThan(30);
  });
});

describe("results", () => {
  test("the notice can be printed and saved as a page", async () => {
    const bench = await open();
    await bench.page.getByRole("button", { name: "公示" }).click();
    const paper = screen(bench).frameLocator("iframe");
    await paper.getByRole("heading", { level: 1 }).waitFor();
    const [file] = await Promise.all([
      bench.page.waitForEvent("download"),
      screen(bench).getByRole("button", { name: "存为网页" }).click(),
    ]);
    expect((await bytesOf(file)).toString()).toContain("default-src 'none'");
  });

  test("the distribution counts every subject", async () => {
    const bench = await open();
    await bench.page.getByRole("tab", { name: "分布" }).click();
    const counts = bench.page.locator("ys-distribution-chart .steps li > span:nth-of-type(2)");
    const sum = async () => (await counts.allTextContents()).reduce((total, text) => total + Number(text), 0);
    await expect.poll(sum).toBe(27);
    expect(await violations(bench.page)).toEqual([]);
  });
});
