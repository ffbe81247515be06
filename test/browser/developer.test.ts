// The developer screen: tree, program and result as JSON, and embedding code, copied completely.

import { describe, expect, it } from "vitest";
import { violations } from "./axe.js";
import { workbenches } from "./workbench.js";

describe("the developer screen", () => {
  const open = workbenches("closed");

  async function opened() {
    const { page } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "分享" }).click();
    await page.getByRole("button", { name: "JSON 与嵌入代码" }).click();
    await page.locator("ys-developer-screen pre").waitFor();
    return page;
  }

  it("shows the tree, the program and the result as JSON, copied completely", async () => {
    const page = await opened();
    const screen = page.locator("ys-developer-screen");
    for (const [tab, has] of [
      ["语法树", "declarations"],
      ["程序", "rankings"],
      ["结果", "receipt"],
    ] as const) {
      await screen.getByRole("tab", { name: tab, exact: true }).click();
      await expect.poll(() => screen.locator("pre").textContent()).toContain(`"${has}"`);
      await screen.getByRole("button", { name: "复制", exact: true }).click();
      await screen.getByText("已复制").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(Object.keys(JSON.parse(copied) as object)).toContain(has);
    }
  });

  it("has code for a program, a page and the command line", async () => {
    const page = await opened();
    const screen = page.locator("ys-developer-screen");
    for (const [tab, has] of [
      ["嵌入程序", 'import { compile } from "yardstick"'],
      ["嵌入网页", "<yardstick-editor"],
      ["命令行", "npx yardstick score"],
    ] as const) {
      await screen.getByRole("tab", { name: tab, exact: true }).click();
      await expect.poll(() => screen.locator("pre").textContent()).toContain(has);
    }
    expect(await violations(page)).toEqual([]);
  });
});
