// Jobs on projects: files, links, what was deleted, the example, and help.

import { expect } from "vitest";
import { bytesOf } from "../chromium.js";
import type { Clerk } from "./clerk.js";
import type { Job } from "./job.js";
import { elsewhere } from "./begin.js";

const title = { zh: "社区工作目标管理量化考核", en: "Performance appraisal of community secretaries" };
const openProjects = (clerk: Clerk) =>
  clerk.click(clerk.page.getByRole("button", { name: clerk.lang === "zh" ? /^项目：/u : /^Project: /u }));
const screen = ({ page }: Clerk) => page.locator("ys-screens");
const asNew = (clerk: Clerk) =>
  clerk.click(clerk.button({ zh: "作为新项目打开", en: "Open as a new project" }, screen(clerk)));
const ranked = ({ page }: Clerk) => page.locator("ys-ranking-list [role=row][data-key]");
const isOpen = async (clerk: Clerk) => {
  await clerk.page
    .getByRole("button", { name: clerk.text(title) })
    .first()
    .waitFor();
  await expect.poll(() => ranked(clerk).count()).toBeGreaterThan(20);
};
const rubricOf = ({ page }: Clerk) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );
/** What a job has to remember from one step to the next, by the page that it is walked on. */
const kept = new WeakMap<Clerk, { readonly text: string }>();

export const projectJobs: readonly Job[] = [
  {
    name: { zh: "将项目存为文件，在另一台电脑打开", en: "Save a project as a file and open it elsewhere" },
    begins: "example",
    steps: [
      {
        says: { zh: "点左上角的项目名称。", en: "Choose the name of the project at the top left." },
        act: openProjects,
      },
      {
        says: { zh: "点*导出本项目*，得到一个文件。", en: "Choose *Export this project*: a file is downloaded." },
        act: async (clerk) => {
          const file = await clerk.download(
            clerk.button({ zh: "导出本项目", en: "Export this project" }, screen(clerk)),
          );
          kept.set(clerk, { text: (await bytesOf(file)).toString() });
        },
      },
      {
        says: {
          zh: "在另一台电脑打开标尺，把文件拖入页面。",
          en: "On the other computer open Yardstick, and drop the file on the page.",
        },
        act: async (clerk) => {
          clerk.page = await elsewhere(clerk.lang);
          await clerk.drop({ name: "project.yardstick.json", buffer: Buffer.from(kept.get(clerk)?.text ?? "") });
        },
      },
      { says: { zh: "点*作为新项目打开*。", en: "Choose *Open as a new project*." }, act: asNew },
    ],
    shows: { zh: "规则、数据、排名与原来相同。", en: "Rules, data and ranking are those of the first computer." },
    check: isOpen,
  },
  {
    name: { zh: "恢复刚删除的项目", en: "Restore a project that was just deleted" },
    begins: "example",
    steps: [
      {
        says: { zh: "点左上角的项目名称。", en: "Choose the name of the project at the top left." },
        act: openProjects,
      },
      {
        says: { zh: "点项目右侧的删除图标，再点*删除*。", en: "Choose the bin beside the project, then *Delete*." },
        act: async (clerk) => {
          const row = screen(clerk)
            .getByRole("listitem")
            .filter({ hasText: clerk.text(title) })
            .first();
          await clerk.click(row.getByRole("button", { name: clerk.lang === "zh" ? /^删除/u : /^Delete/u }));
          await clerk.click(clerk.button({ zh: "删除", en: "Delete" }, screen(clerk)));
        },
      },
      {
        says: {
          zh: "点*撤销删除*。此后 30 天内，也可在这里的*最近删除*中点*恢复*。",
          en: "Choose *Undo*. For 30 days, *Restore* under *Recently deleted* does the same.",
        },
        act: (clerk) => clerk.click(clerk.button({ zh: "撤销删除", en: "Undo" }, screen(clerk))),
      },
    ],
    shows: { zh: "项目连同历史版本回到列表。", en: "The project is in the list again, with its earlier versions." },
    check: async (clerk) => {
      await screen(clerk)
        .getByRole("list", { name: clerk.text({ zh: "项目", en: "Projects" }) })
        .getByRole("listitem")
        .filter({ hasText: clerk.text(title) })
        .waitFor();
    },
  },
  {
    name: { zh: "还原改动过的范例", en: "Put a changed example back" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "（先作改动：点一个分值，写 9。）",
          en: "(Change something: choose the points of an item, and write 9.)",
        },
        act: async (clerk) => {
          kept.set(clerk, { text: await rubricOf(clerk) });
          await clerk.fill(clerk.page.locator("ys-designer .it .pt input").first(), "9");
          await clerk.press("Enter");
          await expect.poll(() => rubricOf(clerk)).not.toBe(kept.get(clerk)?.text);
        },
      },
      {
        says: { zh: "点上方的*还原范例*。", en: "Choose *Put it back* above." },
        act: (clerk) => clerk.click(clerk.button({ zh: "还原范例", en: "Put it back" })),
      },
    ],
    shows: { zh: "规则和数据与最初相同。", en: "Rules and data are as at first." },
    check: (clerk) => expect.poll(() => rubricOf(clerk)).toBe(kept.get(clerk)?.text),
  },
  {
    name: { zh: "将规则生成链接发给他人", en: "Share a rubric as a link" },
    begins: "example",
    steps: [
      {
        says: { zh: "点右上方的*分享*。", en: "Choose *Share* at the top right." },
        act: (clerk) => clerk.click(clerk.button({ zh: "分享", en: "Share" })),
      },
      {
        says: {
          zh: "勾选*链接包含数据*（默认不含），点*复制链接*。",
          en: "Tick *Include the data in the link* (left out otherwise), and choose *Copy link*.",
        },
        act: async (clerk) => {
          const field = screen(clerk).getByRole("textbox");
          await expect.poll(() => field.inputValue()).toContain("#y1.");
          const bare = (await field.inputValue()).length;
          await clerk.click(screen(clerk).getByRole("checkbox"));
          await expect.poll(async () => (await field.inputValue()).length).toBeGreaterThan(bare + 1000);
          kept.set(clerk, { text: await field.inputValue() });
          await clerk.click(clerk.button({ zh: "复制链接", en: "Copy link" }, screen(clerk)));
        },
      },
      {
        says: {
          zh: "对方打开链接，点*作为新项目打开*。",
          en: "The other person opens the link, and chooses *Open as a new project*.",
        },
        act: async (clerk) => {
          clerk.page = await elsewhere(clerk.lang);
          await clerk.open(kept.get(clerk)?.text ?? "");
          await asNew(clerk);
        },
      },
    ],
    shows: { zh: "对方得到一份独立的副本。", en: "The other person has a copy of their own." },
    check: isOpen,
  },
  {
    name: { zh: "在帮助中查一种写法", en: "Look up how to write a rule" },
    begins: "first",
    steps: [
      {
        says: {
          zh: "按 Ctrl+K（或 F1），写“一票否决”。",
          en: "Press Ctrl+K (or F1), and write *veto*.",
        },
        act: async (clerk) => {
          await clerk.press("Control+k");
          await clerk.page.locator("ys-palette input").waitFor();
          await clerk.type(clerk.text({ zh: "一票否决", en: "veto" }));
        },
      },
    ],
    shows: {
      zh: "右侧为写法、说明和可以插入的规则；按 Esc 关闭。",
      en: "The rule, remarks, and a snippet to insert are on the right; Esc closes.",
    },
    check: async (clerk) => {
      await clerk.page
        .locator("ys-palette")
        .getByText(clerk.lang === "zh" ? /不占名次/u : /no place|unranked/u)
        .first()
        .waitFor();
    },
  },
];
