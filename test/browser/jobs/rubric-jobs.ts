// Jobs on the rubric: from nothing to a ranking, from a document, and changes of rules.

import { expect } from "vitest";
import { writeDocx } from "../../../packages/documents/src/print/write-docx.js";
import type { Block, Cell } from "../../../packages/documents/src/blocks/block.js";
import type { Clerk, Lang, Text } from "./clerk.js";
import type { Job } from "./job.js";

const ranked = ({ page }: Clerk) => page.locator("ys-ranking-list [role=row][data-key]");
const form = ({ page }: Clerk) => page.locator("ys-designer");
const noErrors: Text = { zh: "无错误", en: "No errors" };
const rubricOf = ({ page }: Clerk) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );
const isFaultless = async (clerk: Clerk) => {
  await clerk.page.locator("ys-rubric-pane").getByText(clerk.text(noErrors)).waitFor();
  await clerk.page.getByText(/规则有 \d+ 处错误|errors? in the rubric/u).waitFor({ state: "detached" });
};

/** Two neighbouring items of the first example, their points, and points of the same sum. */
const neighbours = {
  zh: { first: "民主集中制", second: "党员教育", wrong: "3", moved: ["1.5", "1.5"] },
  en: { first: "organisational_life", second: "member_education", wrong: "50", moved: ["35", "35"] },
} as const;
const points = (clerk: Clerk, name: string) =>
  form(clerk).getByLabel(clerk.text({ zh: `${name}的分值`, en: `points of ${name}` }));

/** A short scheme as an office document: a heading and a table. */
const schemes: Readonly<
  Record<Lang, { readonly file: string; readonly title: string; readonly rows: readonly (readonly string[])[] }>
> = {
  zh: {
    file: "环境卫生考核细则.docx",
    title: "环境卫生考核细则",
    rows: [
      ["考核项目", "分值", "评分标准"],
      ["垃圾清运", "40", "1.清运不及时的，每次扣2分；\n2.收集点有污水的，每处扣1分，最多扣10分。"],
      ["公共区域", "30", "1.有卫生死角的，每处扣1分，最多扣10分；\n2.乱贴乱画的，每处扣0.5分。"],
      ["专项任务", "30", "完成40件以上的得30分，20—40件的得20分，20件以下的得10分。"],
    ],
  },
  en: {
    file: "street-cleaning.docx",
    title: "Street cleaning appraisal",
    rows: [
      ["Item", "Points", "Criteria"],
      ["Collection", "40", "Deduct 2 points per late collection;\nDeduct 1 point per dirty site, up to 10 points."],
      ["Public areas", "30", "Deduct 1 point per dirty corner, up to 10 points."],
      ["Special tasks", "30", "Tasks done of 40 or more: 30 points; 20–40: 20 points; under 20: 10 points."],
    ],
  },
};

function documentOf({ lang }: Clerk) {
  const { file, title, rows } = schemes[lang];
  const cell = (text: string): Cell => ({ lines: text.split("\n"), rows: 1, columns: 1, nested: [] });
  const blocks: readonly Block[] = [
    { kind: "heading", level: 1, text: title },
    { kind: "table", rows: rows.map((row) => row.map(cell)) },
  ];
  return { name: file, buffer: Buffer.from(writeDocx(blocks, lang, "plain")) };
}

export const rubricJobs: readonly Job[] = [
  {
    name: { zh: "从空白到自己的第一份排名", en: "From nothing to a first ranking of one's own" },
    begins: "first",
    steps: [
      {
        says: { zh: "点*建立自己的项目*。", en: "Choose *Make my own*." },
        act: (clerk) => clerk.click(clerk.button({ zh: "建立自己的项目", en: "Make my own" })),
      },
      {
        says: { zh: "在第 1 个问题中将“社区”改为“学校”。", en: "In question 1 write *school* for *community*." },
        act: async (clerk) =>
          clerk.fill(
            clerk.page.locator("ys-start-screen ys-questions input[name=subject]"),
            clerk.text({ zh: "学校", en: "school" }),
          ),
      },
      {
        says: {
          zh: "在第 3 个问题中写各大类和分值：教学 60、管理 40。",
          en: "In question 3 write the sections and their points: *teaching 60, management 40*.",
        },
        act: async (clerk) =>
          clerk.fill(
            clerk.page.locator("ys-start-screen ys-questions textarea"),
            clerk.text({ zh: "教学 60、管理 40", en: "teaching 60, management 40" }),
          ),
      },
      {
        says: { zh: "点*建立细则*。", en: "Choose *Create the rubric*." },
        act: (clerk) => clerk.click(clerk.button({ zh: "建立细则", en: "Create the rubric" })),
      },
    ],
    shows: {
      zh: "左侧为自己的规则，右侧为以样本数据算出的排名。",
      en: "The rules are on the left, the ranking of sample data on the right.",
    },
    check: async (clerk) => {
      await clerk.page.locator("ys-start-screen").waitFor({ state: "detached" });
      await clerk.page
        .getByRole("button", { name: clerk.lang === "zh" ? /^项目：学校/u : /^Project: .*school/u })
        .waitFor();
      await expect.poll(() => ranked(clerk).count()).toBeGreaterThan(8);
      await expect.poll(() => ranked(clerk).first().locator(".pl b").textContent()).toBe("1");
      await isFaultless(clerk);
      const pane = clerk.page.locator("ys-data-pane");
      await pane.getByText(clerk.text({ zh: "没有无法读取的单元格", en: "No unreadable cells" })).waitFor();
    },
  },
  {
    name: { zh: "读取 Word 细则文档，得到规则", en: "Read a Word document into a rubric" },
    begins: "first",
    steps: [
      {
        says: { zh: "点*读取细则文档*，选择文件。", en: "Choose *Read a document*, and the file." },
        act: (clerk) => clerk.choose(clerk.button({ zh: "读取细则文档", en: "Read a document" }), [documentOf(clerk)]),
      },
      {
        says: {
          zh: "逐条核对；有提问的，按数字键选择答案。",
          en: "Check clause by clause; answer each question with its number key.",
        },
        act: async (clerk) => {
          const screen = clerk.page.locator("ys-reading-screen");
          await screen.locator(".cl").first().waitFor();
          const asked = screen
            .locator(".flt .tabs button")
            .filter({ hasText: clerk.text({ zh: "待确认", en: "Open question" }) });
          for (let left = 9; left > 0 && (await asked.count()) > 0; left--) {
            const before = await asked.locator(".cnt").textContent();
            if (before === "0") break;
            await clerk.press("1");
            await expect.poll(() => asked.locator(".cnt").textContent()).not.toBe(before);
            if ((await asked.locator(".cnt").textContent()) !== "0") await clerk.press("n");
          }
        },
      },
      {
        says: { zh: "点*建立并生成样本数据*。", en: "Choose *Create with sample data*." },
        act: (clerk) =>
          clerk.click(
            clerk.page
              .locator("ys-reading-screen .ft")
              .getByRole("button", { name: clerk.text({ zh: "建立并生成样本数据", en: "Create with sample data" }) }),
          ),
      },
    ],
    shows: {
      zh: "规则逐条对应原文，右侧为以样本数据算出的排名。",
      en: "Each rule follows its clause; the ranking of sample data is on the right.",
    },
    check: async (clerk) => {
      await clerk.page.locator("ys-reading-screen").waitFor({ state: "detached" });
      await expect.poll(() => ranked(clerk).count()).toBeGreaterThan(8);
    },
  },
  {
    name: { zh: "在两个条目之间调整分值", en: "Move points from one item to another" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "点“民主集中制”的分值，写 1.5。",
          en: "Choose the points of *organisational_life*, and write 35.",
        },
        act: (clerk) => {
          const { first, moved } = neighbours[clerk.lang];
          return clerk.fill(points(clerk, first), moved[0]);
        },
      },
      {
        says: {
          zh: "点“党员教育”的分值，写 1.5，按 Enter。",
          en: "Choose the points of *member_education*, write 35, and press Enter.",
        },
        act: async (clerk) => {
          const { second, moved } = neighbours[clerk.lang];
          await clerk.fill(points(clerk, second), moved[1]);
          await clerk.press("Enter");
        },
      },
    ],
    shows: {
      zh: "合计不变，左下显示“无错误”，名次随之改变。",
      en: "The sum stays, *No errors* is shown below, and the places follow.",
    },
    check: isFaultless,
  },
  {
    name: { zh: "更正不相符的分值合计", en: "Correct points that do not add up" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "将“民主集中制”的分值写为 3，按 Enter：上方指出合计多 1 分。",
          en: "Write 50 as the points of *organisational_life* and press Enter: the sum is 10 over, as the row above states.",
        },
        act: async (clerk) => {
          const { first, wrong } = neighbours[clerk.lang];
          await clerk.fill(points(clerk, first), wrong);
          await clerk.press("Enter");
        },
      },
      {
        says: {
          zh: "在提示后点“改回 2 分”（也可以改为合计后的分值）。",
          en: "Choose *Put back 40* after the message (or the points that the items add up to).",
        },
        act: (clerk) =>
          clerk.click(
            form(clerk)
              .getByRole("button", { name: clerk.text({ zh: "改回", en: "Put back" }) })
              .first(),
          ),
      },
    ],
    shows: { zh: "左下显示“无错误”。", en: "*No errors* is shown below." },
    check: isFaultless,
  },
  {
    name: { zh: "为条目增加一条有上限的扣分", en: "Add a deduction with a cap to an item" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "点“民主集中制”，再点条目下方的*每…扣…*。",
          en: "Choose *organisational_life*, then *per … deduct …* below its rules.",
        },
        act: async (clerk) => {
          const { first } = neighbours[clerk.lang];
          await clerk.click(form(clerk).getByLabel(clerk.text({ zh: `名称：${first}`, en: `name: ${first}` })));
          await clerk.click(
            form(clerk)
              .getByRole("button", { name: clerk.text({ zh: "每…扣…", en: "per … deduct" }) })
              .first(),
          );
        },
      },
      {
        says: {
          zh: "写“信息迟报”，按 Enter，得到新字段；在*未填写时*写 0，点*建立字段*。",
          en: "Write *late_reports* and press Enter for a new field; write 0 at *If blank*, and choose *Create field*.",
        },
        act: async (clerk) => {
          await clerk.page.getByRole("dialog").locator("input").first().waitFor();
          await clerk.type(clerk.text({ zh: "信息迟报", en: "late_reports" }));
          await clerk.press("Enter");
          await clerk.click(clerk.page.getByLabel(clerk.text({ zh: "未填写时", en: "If blank" })));
          await clerk.type("0");
          await clerk.click(clerk.button({ zh: "建立字段", en: "Create field" }));
        },
      },
      {
        says: {
          zh: "指向新的一行，点行末的 ⋯，选*封顶：最多…分*，写 0.5，按 Enter。",
          en: "Point at the new line, choose ⋯ at its end, then *Cap: up to … points*; write 0.5 and press Enter.",
        },
        act: async (clerk) => {
          const line = form(clerk)
            .locator(".rule")
            .filter({ hasText: clerk.text({ zh: "信息迟报", en: "late_reports" }) });
          await line.hover();
          await clerk.click(line.locator(".line-menu"));
          await clerk.click(clerk.page.getByRole("menuitem", { name: clerk.text({ zh: "封顶", en: "Cap" }) }));
          await expect.poll(() => line.locator("input").count()).toBe(2);
          await clerk.press("Control+a");
          await clerk.type("0.5");
          await clerk.press("Enter");
        },
      },
    ],
    shows: {
      zh: "条目下多出一行：每 信息迟报 扣 0.1 分，最多 0.5 分。",
      en: "The item has one more line: per late_reports deduct 0.1, up to 0.5.",
    },
    check: async (clerk) => {
      await expect
        .poll(() => rubricOf(clerk))
        .toMatch(/每 信息迟报 扣 0.1 分 最多 0.5 分|per late_reports deduct .* up to 0\.5/u);
      await isFaultless(clerk);
    },
  },
  {
    name: { zh: "增加一条一票否决", en: "Add a veto" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "点标尺下方的*一票否决*，再点标题右侧的 ＋。",
          en: "Choose *Vetoes* below the ruler, then + beside the heading.",
        },
        act: async (clerk) => {
          await clerk.click(
            form(clerk)
              .locator("ys-rubric-ruler")
              .getByRole("button", { name: clerk.text({ zh: "一票否决", en: "Vetoes" }) }),
          );
          await clerk.click(clerk.button({ zh: "添加一票否决", en: "Add Vetoes" }));
        },
      },
      {
        says: {
          zh: "写名称“信访”，点条件中的空，写“群体性事件”，按 Enter。",
          en: "Write the name *disclosure*, choose the gap of the condition, write *ledger_errors*, and press Enter.",
        },
        act: async (clerk) => {
          await clerk.press("Control+a");
          await clerk.type(clerk.text({ zh: "信访", en: "disclosure" }));
          const gap = form(clerk).locator('[data-declaration="veto"]').last().locator("button.slot").first();
          await clerk.click(gap);
          await clerk.page.getByRole("dialog").locator("input").first().waitFor();
          await clerk.type(clerk.text({ zh: "群体性事件", en: "ledger_errors" }));
          await clerk.press("Enter");
        },
      },
    ],
    shows: {
      zh: "标尺下方的一票否决多了一项，符合条件的对象不占名次。",
      en: "The ruler counts one more veto; subjects that meet it take no place.",
    },
    check: async (clerk) => {
      await expect.poll(() => rubricOf(clerk)).toMatch(/一票否决 信访 若 群体性事件|veto disclosure if ledger_errors/u);
      await isFaultless(clerk);
    },
  },
  {
    name: { zh: "撤销误删的大类", en: "Undo the removal of a section" },
    begins: "example",
    steps: [
      {
        says: {
          zh: "点“党群工作”右侧的 ⋯，选*删除*。",
          en: "Choose ⋯ beside *targets*, then *Delete*.",
        },
        act: async (clerk) => {
          await clerk.click(clerk.button({ zh: "党群工作：更多操作", en: "targets: more actions" }));
          await clerk.click(
            clerk.page.getByRole("menuitem", { name: clerk.text({ zh: "删除", en: "Delete" }), exact: true }),
          );
          await points(clerk, neighbours[clerk.lang].second).waitFor({ state: "detached" });
        },
      },
      {
        says: { zh: "点上方的 ↶（撤销），或按 Ctrl+Z。", en: "Choose ↶ (*Undo*) above, or press Ctrl+Z." },
        act: (clerk) =>
          clerk.click(
            clerk.page.locator("ys-top-bar").getByRole("button", { name: clerk.text({ zh: "撤销", en: "Undo" }) }),
          ),
      },
    ],
    shows: { zh: "大类连同其中的规则全部恢复。", en: "The section is back with all its rules." },
    check: async (clerk) => {
      await points(clerk, neighbours[clerk.lang].second).waitFor();
      await isFaultless(clerk);
    },
  },
];
