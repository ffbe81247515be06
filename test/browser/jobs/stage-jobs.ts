// Jobs of a trainer on the stage.

import { expect } from "vitest";
import type { Clerk } from "./clerk.js";
import type { Job } from "./job.js";

const stage = ({ page }: Clerk) => page.locator("ys-demonstrate");
const demonstrate = {
  says: { zh: "点右上角的*演示*。", en: "Choose *Demonstrate* at the top right." },
  act: async (clerk: Clerk) => {
    await clerk.click(clerk.button({ zh: "演示", en: "Demonstrate" }, clerk.page.locator("ys-top-bar")));
    await stage(clerk).locator("ys-weight-slider").first().waitFor();
    // The subject in focus is one that has a place, though a vetoed one may have the best score.
    const sentence = stage(clerk).locator("ys-difference .message");
    await expect.poll(() => sentence.textContent()).toMatch(/书院社区|Luo Jing/u);
  },
};
/** The first weight of the example, and another value within its range. */
const weight = { zh: "25", en: "20" };

const spoken = { zh: "看前三名。", en: "Watch the top three." };

export const stageJobs: readonly Job[] = [
  {
    name: { zh: "当场调整权重，说明名次变化", en: "Change a weight on the stage and name what changed" },
    begins: "example",
    steps: [
      demonstrate,
      {
        says: {
          zh: "点第一个权重的数字，写 25，按 Enter（也可以拖动滑块）。",
          en: "Choose the figure of the first weight, write 20, and press Enter (or drag the slider).",
        },
        act: async (clerk) => {
          await clerk.fill(stage(clerk).locator("ys-weight-slider input.fig").first(), clerk.text(weight));
          await clerk.press("Enter");
        },
      },
    ],
    shows: {
      zh: "下方写明多少名次有变；所选对象的一句话说明变动和原因。",
      en: "The line below states how many places changed; a sentence explains the subject in focus.",
    },
    check: (clerk) =>
      stage(clerk)
        .getByText(clerk.lang === "zh" ? /[1-9]\d* 名名次有变/u : /[1-9]\d* (?:changed|places? changed)/u)
        .waitFor(),
  },
  {
    name: { zh: "为一步写讲解内容", en: "Write a note for a step" },
    begins: "example",
    steps: [
      demonstrate,
      {
        says: {
          zh: "点*讲稿*，在下方的文本框中写讲解内容（已有步骤的，讲稿已打开，先按 N 显示）。",
          en: "Choose *Script*, and write the note in the field below (where there are steps the script is open, and N shows the note).",
        },
        act: async (clerk) => {
          const save = stage(clerk).getByRole("button", {
            name: clerk.text({ zh: "记为新的一步", en: "Save as a new step" }),
          });
          const note = stage(clerk).locator("textarea");
          // A script with steps is open, with its notes hidden.
          if ((await save.count()) === 0) await clerk.click(clerk.button({ zh: "讲稿", en: "Script" }, stage(clerk)));
          await save.waitFor();
          if ((await note.count()) === 0) await clerk.press("n");
          await clerk.fill(note, clerk.text(spoken));
        },
      },
      {
        says: { zh: "点*新的一步*。", en: "Choose *Save as a new step*." },
        act: (clerk) => clerk.click(clerk.button({ zh: "记为新的一步", en: "Save as a new step" }, stage(clerk))),
      },
    ],
    shows: {
      zh: "讲稿多了一步，记下当时的权重和讲解内容；用翻页键逐步演示。",
      en: "The script has one more step with the weights and the note; the page keys move through it.",
    },
    check: async (clerk) => {
      await stage(clerk)
        .getByText(clerk.text({ zh: "已记入讲稿", en: "Saved to the script" }))
        .waitFor();
    },
  },
  {
    name: { zh: "打开演示者窗口", en: "Open the presenter's window" },
    begins: "example",
    steps: [
      demonstrate,
      {
        says: {
          zh: "点*演示者窗口*，将原窗口置于投影。",
          en: "Choose *Presenter*, and put the first window on the projector.",
        },
        act: async (clerk) => {
          const [presenter] = await Promise.all([
            clerk.page.context().waitForEvent("page"),
            clerk.click(
              stage(clerk).getByRole("button", {
                name: clerk.lang === "zh" ? /^演示者窗口|打开演示者窗口/u : /presenter/iu,
              }),
            ),
          ]);
          await presenter.locator("ys-presenter ys-weight-slider").first().waitFor();
        },
      },
    ],
    shows: {
      zh: "新窗口有讲稿、用时、下一步和全部滑块；投影只见排名。",
      en: "The new window has the notes, the clock, the next step and all sliders; the room sees the ranking alone.",
    },
    check: async (clerk) => {
      await stage(clerk).locator("ys-weight-slider").first().waitFor({ state: "detached" });
    },
  },
];
