// Jobs on results: finding, explaining, comparing, printing, exporting, and fixing a period.

import { expect } from "vitest";
import { bytesOf } from "../chromium.js";
import type { Clerk } from "./clerk.js";
import type { Job } from "./job.js";

const ranked = ({ page }: Clerk) => page.locator("ys-ranking-list [role=row][data-key]");
/** The subject at place 4 in the first example of the language. */
const fourth = { zh: "柳荫社区", en: "Yu Qing" };
const rowOf = (clerk: Clerk, name: string) => clerk.page.locator(`ys-ranking-list [role=row][data-key="${name}"]`);
const sheet = ({ page }: Clerk) => page.locator("ys-score-sheet");

/** The calls of `print` in the frames of the page. */
async function printed({ page }: Clerk): Promise<number> {
  const counts = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => (window as { printed?: number }).printed ?? 0).catch(() => 0)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

export const resultJobs: readonly Job[] = [
  {
    name: { zh: "在排名中找到一个单位", en: "Find a subject in the ranking" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "点排名上方的查找框，写“柳荫”。",
          en: "Choose the search field over the ranking, and write *Yu Q*.",
        },
        act: async (clerk) => {
          await clerk.click(
            clerk.page
              .locator("ys-results-bar")
              .getByRole("searchbox")
              .or(clerk.page.locator("ys-results-bar .find input"))
              .first(),
          );
          await clerk.type(clerk.text({ zh: "柳荫", en: "Yu Q" }));
        },
      },
    ],
    shows: { zh: "只列出这个单位，带原来的名次。", en: "That subject alone is listed, with its place." },
    check: async (clerk) => {
      await expect.poll(() => ranked(clerk).count()).toBe(1);
      expect(await ranked(clerk).first().locator(".pl b").textContent()).toBe("4");
    },
  },
  {
    name: { zh: "说明一个单位为什么是第四名", en: "Explain why a subject is fourth" },
    begins: "example",
    steps: [
      {
        says: { zh: "在排名中点第 4 名。", en: "Choose place 4 in the ranking." },
        act: (clerk) => clerk.click(rowOf(clerk, clerk.text(fourth))),
      },
    ],
    shows: {
      zh: "评分表写明名次的由来（如他人被否决而递补），逐条列出失分、得分和依据。",
      en: "The score sheet states how the place came about, and lists what was lost and gained, with the evidence.",
    },
    check: async (clerk) => {
      await sheet(clerk).getByText(clerk.text(fourth)).first().waitFor();
      await sheet(clerk)
        .getByText(clerk.lang === "zh" ? /递补为第\s*4\s*名/u : /moves up to\s+place 4/u)
        .waitFor();
    },
  },
  {
    name: { zh: "与上一期对比", en: "Compare with the last period" },
    begins: "example",
    steps: [
      {
        says: { zh: "点排名右上方的*对比 2007*。", en: "Choose *Compare with 2023* over the ranking." },
        act: (clerk) =>
          clerk.click(clerk.page.getByRole("button", { name: clerk.lang === "zh" ? /^对比/u : /^Compare with/u })),
      },
    ],
    shows: {
      zh: "排名中多出“增减”一列；名次旁的箭头为升降的位数。",
      en: "The ranking has a column of changes; the arrows beside the places count the places moved.",
    },
    check: (clerk) =>
      clerk.page
        .locator("ys-ranking-list")
        .getByText(clerk.text({ zh: "增减", en: "Change" }), { exact: true })
        .waitFor(),
  },
  {
    name: { zh: "打印公示", en: "Print the notice" },
    begins: "example",
    steps: [
      {
        says: { zh: "点排名上方的*公示*。", en: "Choose *Notice* over the ranking." },
        act: (clerk) => clerk.click(clerk.button({ zh: "公示", en: "Notice" })),
      },
      {
        says: { zh: "核对版面，点*打印*。", en: "Check the page, and choose *Print*." },
        act: async (clerk) => {
          await clerk.page.frameLocator("ys-screens iframe").locator("table").first().waitFor();
          await clerk.click(clerk.button({ zh: "打印", en: "Print" }, clerk.page.locator("ys-screens")));
        },
      },
    ],
    shows: { zh: "系统的打印窗口打开。", en: "The print dialog of the system opens." },
    check: (clerk) => expect.poll(() => printed(clerk)).toBe(1),
  },
  {
    name: { zh: "打印一个单位的评分表", en: "Print the score sheet of one subject" },
    begins: "example",
    steps: [
      {
        says: { zh: "在排名中点这个单位。", en: "Choose the subject in the ranking." },
        act: (clerk) => clerk.click(rowOf(clerk, clerk.text(fourth))),
      },
      {
        says: { zh: "点右上角的打印图标。", en: "Choose the printer at the top right." },
        act: (clerk) => clerk.click(clerk.button({ zh: "打印", en: "Print" }, sheet(clerk))),
      },
      {
        says: { zh: "核对版面，点*打印*。", en: "Check the page, and choose *Print*." },
        act: async (clerk) => {
          await clerk.page.frameLocator("ys-screens iframe").locator("table, section").first().waitFor();
          await clerk.click(clerk.button({ zh: "打印", en: "Print" }, clerk.page.locator("ys-screens")));
        },
      },
    ],
    shows: { zh: "系统的打印窗口打开。", en: "The print dialog of the system opens." },
    check: (clerk) => expect.poll(() => printed(clerk)).toBe(1),
  },
  {
    name: { zh: "导出排名和评分表为 Excel", en: "Export ranking and score sheets as Excel" },
    begins: "example",
    steps: [
      {
        says: { zh: "在数据窗格点*导出*。", en: "Choose *Export* over the data." },
        act: (clerk) => clerk.click(clerk.button({ zh: "导出", en: "Export" }, clerk.page.locator("ys-data-pane"))),
      },
      {
        says: { zh: "点*排名与评分表为 Excel*。", en: "Choose *Ranking and score sheets as Excel*." },
        act: async (clerk) => {
          const button = clerk.button({ zh: "排名与评分表为 Excel", en: "Ranking and score sheets as Excel" });
          const bytes = await bytesOf(await clerk.download(button));
          expect(bytes.subarray(0, 2).toString()).toBe("PK");
          expect(bytes.length).toBeGreaterThan(10_000);
        },
      },
    ],
    shows: { zh: "文件已下载。", en: "The file is downloaded." },
    check: async () => {},
  },
  {
    name: { zh: "本期定稿，开始下一期", en: "Fix the results of a period and begin the next" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "在数据窗格点旗形图标（定稿和下一期）。",
          en: "Choose the flag over the data (*Fix results, next period*).",
        },
        act: (clerk) =>
          clerk.click(
            clerk.button({ zh: "定稿和下一期", en: "Fix results, next period" }, clerk.page.locator("ys-data-pane")),
          ),
      },
      {
        says: { zh: "点*定稿*。", en: "Choose *Fix*." },
        act: async (clerk) => {
          const screen = clerk.page.locator("ys-period-screen");
          await clerk.click(clerk.button({ zh: "定稿", en: "Fix" }, screen));
          await expect
            .poll(() => screen.getByRole("status").textContent())
            .toContain(clerk.text({ zh: "已定稿", en: "is fixed" }));
        },
      },
      {
        says: { zh: "点*开始 2009*。", en: "Choose *Begin 2025*." },
        act: (clerk) =>
          clerk.click(
            clerk.page
              .locator("ys-period-screen")
              .getByRole("button", { name: clerk.text({ zh: "开始 2009", en: "Begin 2025" }) }),
          ),
      },
    ],
    shows: {
      zh: "本期结果已在历年结果中；数据表为下一期的单位，各格待补。",
      en: "The results are in the history; the table has the subjects of the next period, with blank cells.",
    },
    check: async (clerk) => {
      await clerk.page.locator("ys-period-screen").waitFor({ state: "detached" });
      await clerk.page
        .locator("ys-data-grid")
        .getByText(clerk.text({ zh: "2009", en: "2025" }))
        .first()
        .waitFor();
    },
  },
];
