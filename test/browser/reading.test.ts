// A document becomes a rubric: dropped, its questions answered, built and ranked by keyboard alone; by mouse with undo; and what cannot be
// read.

import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { villageDocx } from "./village-scheme.js";
import { desktop, phone, workbenches, type Workbench } from "./workbench.js";

const open = workbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-reading-screen");

async function drop({ page }: Workbench, name: string, buffer: Buffer): Promise<void> {
  await page.evaluate(
    ([fileName = "", base64 = ""]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], fileName));
      const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true });
      document.querySelector("yardstick-playground")?.dispatchEvent(event);
    },
    [name, buffer.toString("base64")],
  );
}

/** How many clauses are in a state, as the filter says. */
const countOf = (bench: Workbench, name: string) =>
  screen(bench).locator(".flt .tabs button").filter({ hasText: name }).locator(".cnt").textContent();

test("a scheme of 64 clauses goes from a dropped DOCX to a ranking with sample data by keyboard alone", async () => {
  const bench = await open({ viewport: desktop });
  const { page } = bench;
  await drop(bench, "村级考核细则.docx", villageDocx());
  const rows = screen(bench).locator(".cl");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(64);
  const { keyboard } = page;
  // Every question is answered with its first option; what is not read is refused and stays a note.
  for (let left = 12; left > 0 && (await countOf(bench, "待确认")) !== "0"; left--) {
    const before = await screen(bench).locator(".flt [role=status]").textContent();
    await keyboard.press("1");
    await expect.poll(() => screen(bench).locator(".flt [role=status]").textContent()).not.toBe(before);
    await keyboard.press("n");
  }
  expect(await countOf(bench, "待确认")).toBe("0");
  const unread = screen(bench).locator(".cl.not-read").filter({ hasText: "待定" });
  for (let left = await unread.count(); left > 0; left--) {
    await keyboard.press("n");
    await keyboard.press("Delete");
    await expect.poll(() => unread.count()).toBe(left - 1);
  }
  const build = screen(bench).locator(".ft").getByRole("button", { name: "建立并生成样本数据" });
  for (let presses = 0; presses < 40; presses++) {
    if (await build.evaluate((button) => button.matches(":focus"))) break;
    await keyboard.press("Tab");
  }
  await keyboard.press("Enter");
  await screen(bench).waitFor({ state: "detached" });
  // Sample data leave few subjects waiting for a cell.
  await expect.poll(() => bench.ranked.count()).toBeGreaterThan(8);
  expect(await page.locator("ys-ranking-list [role=row][data-key] .pl b").first().textContent()).toBe("1");
  // The project that was open is kept.
  await page.locator("ys-top-bar .proj").click();
  await page.locator("ys-projects-screen").getByText("社区工作目标管理量化考核").waitFor();
});

test("by mouse: an answer, its undo, a filter, figures tied on both sides, and leaving only when told twice", async () => {
  const bench = await open({ viewport: desktop });
  await drop(bench, "村级考核细则.docx", villageDocx());
  const on = screen(bench);
  const current = on.locator(".cl.cur");
  await current.waitFor();
  const asked = await countOf(bench, "待确认");
  await current.locator(".opt").nth(1).click();
  await expect.poll(() => countOf(bench, "待确认")).not.toBe(asked);
  await on.getByRole("button", { name: "撤销", exact: true }).click();
  await expect.poll(() => countOf(bench, "待确认")).toBe(asked);
  await on.locator(".flt button").filter({ hasText: "未读出" }).click();
  await expect.poll(() => on.locator(".cl").count()).toBe(Number(await countOf(bench, "未读出")));
  await on.getByRole("button", { name: "显示全部" }).click();
  const clause = on.locator(".cl.read").first();
  await clause.locator(".fg").last().hover();
  expect(await clause.locator(".hot").allTextContents()).toEqual(["0.5分", "0.5"]);
  await on.locator(".cl.asks").first().locator(".opt").first().click();
  await expect.poll(() => countOf(bench, "待确认")).not.toBe(asked);
  await on.getByRole("button", { name: "取消", exact: true }).click();
  await on.getByRole("button", { name: "继续核对" }).click();
  await bench.page.keyboard.press("Escape");
  await on.getByRole("button", { name: "离开" }).click();
  await on.waitFor({ state: "detached" });
});

test("a reload keeps the document and its answers, leaving forgets them", async () => {
  const bench = await open({ viewport: desktop });
  await drop(bench, "村级考核细则.docx", villageDocx());
  const on = screen(bench);
  await on.locator(".cl.cur .opt").first().waitFor();
  const asked = await countOf(bench, "待确认");
  await on.locator(".cl.cur .opt").nth(1).click();
  await expect.poll(() => countOf(bench, "待确认")).not.toBe(asked);
  const left = await countOf(bench, "待确认");
  const kept = () =>
    bench.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open("yardstick-reading");
          opening.onsuccess = () => {
            const all = opening.result.transaction("answers").objectStore("answers").getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(Object.keys((all.result[0] ?? {}) as object).length);
            };
          };
        }),
    );
  await expect.poll(kept).toBe(1);
  await bench.page.reload();
  await on.locator(".cl").first().waitFor();
  await expect.poll(() => countOf(bench, "待确认")).toBe(left);
  await on.getByRole("button", { name: "取消", exact: true }).click();
  await on.getByRole("button", { name: "离开" }).click();
  await on.waitFor({ state: "detached" });
  await expect.poll(kept).toBe(0);
  await bench.page.reload();
  await bench.page.locator("ys-top-bar").waitFor();
  expect(await on.count()).toBe(0);
});

test("what cannot be read says so, and what to do", async () => {
  const bench = await open({ viewport: desktop });
  await drop(bench, "细则.pdf", Buffer.from("%PDF-1.7 nothing"));
  await expect.poll(() => screen(bench).getByRole("alert").textContent()).toContain("PDF 不能读取");
});

// Colours depend on the theme alone, everything else on the language.
test.each(
  someOf(
    [
      { locale: "en-US", colorScheme: "dark" },
      { locale: "zh-CN", colorScheme: "light" },
    ] as const,
    1,
  ),
)("axe finds no violation in $locale, $colorScheme", async (options) => {
  const bench = await open({ ...options, viewport: desktop });
  await drop(bench, "scheme.docx", villageDocx());
  await screen(bench).locator(".cl.cur").waitFor();
  expect(await violations(bench.page)).toEqual([]);
  await bench.page.setViewportSize(phone);
  await screen(bench).locator(".thumb").waitFor();
  expect(await violations(bench.page)).toEqual([]);
});
