// Accessibility of the screens over the workbench: axe finds no violation on any screen, in both languages, in dark and
// high contrast too.

import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { begin, phone, saved, tableOf, workbenches } from "./workbench.js";

const open = workbenches("closed");
/** Few rows, because axe reads the whole page even where it examines one screen. */
const fewRows = {
  rubric: `考核 "小"
满分 10 分
数据 单位 { 名称: 文本 主键, 件数: 计数 件 = 0 }
条目 办件 10 分 { 每 件数 扣 1 分 }
排名 全部 按 总分
`,
  tables: [tableOf("subjects", "名称,件数\n甲,1\n乙,2")],
};

const screens = [
  { kind: "start" },
  { kind: "projects" },
  { kind: "revisions" },
  { kind: "share" },
  { kind: "export" },
  { kind: "sample" },
  { kind: "refused", why: "not-saved", instead: null },
] as const;

describe.each(
  someOf(
    [
      { locale: "zh-CN", colorScheme: "light" },
      { locale: "en-US", colorScheme: "dark" },
      { locale: "zh-CN", contrast: "more" },
      { locale: "en-US", colorScheme: "light", viewport: phone },
    ] as const,
    2,
  ),
)("axe finds nothing on any screen with %o", (options) => {
  test("and Escape returns to the workbench", async () => {
    const bench = await open(options);
    const { page } = bench;
    expect(await violations(page)).toEqual([]);
    await begin(bench, fewRows);
    await saved(bench);
    for (const screen of screens) {
      await page.evaluate((expected) => {
        const { store } = document.querySelector("yardstick-playground") as unknown as {
          readonly store: { readonly screens: { show(screen: unknown): void } };
        };
        store.screens.show(expected);
      }, screen);
      await page.locator("ys-screens").getByRole("heading").first().waitFor();
      expect(await violations(page.locator("ys-screens"))).toEqual([]);
      if (screen.kind === "start") continue;
      await page.keyboard.press("Escape");
      await page.locator("ys-screen-frame").waitFor({ state: "detached" });
    }
  });
});
