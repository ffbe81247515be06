// The single HTML file, opened from the disk as on an office computer without a network.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { openPage } from "./chromium.js";
import { builtPlayground } from "./launch.js";
import { onPage, saved } from "./workbench.js";

const address = pathToFileURL(join(builtPlayground, "yardstick.html")).href;

test("it scores, edits, saves and prints, and requests nothing but itself", async () => {
  const page = await openPage(address, { viewport: { width: 1280, height: 720 }, locale: "zh-CN" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const bench = onPage(page);
  await bench.ranked.first().waitFor();
  await page.getByRole("button", { name: "文本", exact: true }).click();
  await bench.editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("// 没有网络\n");
  await saved(bench);
  await page.getByRole("button", { name: "公示" }).click();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("ys-data-pane").getByRole("button", { name: "导出" }).click();
  await Promise.all([
    page.waitForEvent("download"),
    page.locator("ys-screens").getByRole("button", { name: "整份" }).click(),
  ]);
  expect(asked.filter((url) => !/^(?:blob|data|about):/.test(url))).toEqual([]);
  await page.reload();
  await bench.editor.waitFor();
  await expect.poll(() => page.locator(".view-lines").textContent()).toContain("没有网络");
});

test("it opens every example without a server", async () => {
  const page = await openPage(address, { locale: "en-US" });
  const { ranked } = onPage(page);
  await ranked.first().waitFor();
  await page.getByRole("button", { name: /^Project: / }).click();
  await page.getByRole("button", { name: "New, or from an example" }).click();
  await page.getByText("4 examples in Chinese").click();
  await page.locator("ys-start-screen .tp").filter({ hasText: "A mountain town" }).click();
  await expect.poll(() => ranked.count()).toBe(56);
});
