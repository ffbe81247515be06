// Jobs on data: the forms of departments, one, twenty, and two that differ.

import { expect } from "vitest";
import { departmentForms, type DepartmentForms } from "../department-forms.js";
import type { Clerk, Lang } from "./clerk.js";
import type { Job } from "./job.js";

/** The first example of the language: its forms, a department, a subject and a field of it. */
interface Case {
  readonly forms: () => DepartmentForms;
  readonly department: string;
  readonly subject: string;
  readonly field: string;
  readonly file: (name: string) => string;
}

const cases: Readonly<Record<Lang, Case>> = {
  zh: {
    forms: () => departmentForms("community-2008/community-2008.rubric", "2008"),
    department: "综治办",
    subject: "南门社区",
    field: "刑事案件",
    file: (name) => `${name}填报表.xlsx`,
  },
  en: {
    forms: () => departmentForms("community-secretaries/appraisal/appraisal.rubric", "2024"),
    department: "discipline inspection office",
    subject: "Wang Guilan",
    field: "ledger_errors",
    file: (name) => `${name}.xlsx`,
  },
};

/** The form of the department with another figure for the subject. */
async function changedForm({ lang }: Clerk, name: string, figure: string) {
  const { forms, department, subject, field, file } = cases[lang];
  return { name: file(name), buffer: await forms().fill(department, { changes: { [subject]: { [field]: figure } } }) };
}

const screen = ({ page }: Clerk) => page.locator("ys-collect-screen");
const merge = (clerk: Clerk) =>
  clerk.click(
    screen(clerk)
      .locator(".ft, .foot")
      .getByRole("button", { name: clerk.lang === "zh" ? /^合并/u : /^Merge/u }),
  );
const openCollect = (clerk: Clerk) =>
  clerk.click(clerk.button({ zh: "收表", en: "Collect" }, clerk.page.locator("ys-data-pane")));
const addFiles = (clerk: Clerk) => clerk.button({ zh: "选择文件", en: "Add files" }, screen(clerk));

const figureOf = (clerk: Clerk) => {
  const { subject, field } = cases[clerk.lang];
  return clerk.page.evaluate(
    ([key, column = ""]) => {
      type App = HTMLElement & {
        readonly store: { readonly tables: readonly { role: string; header: string[]; rows: string[][] }[] };
      };
      const { tables } = document.querySelector<App>("yardstick-playground")!.store;
      const table = tables.find(({ role }) => role === "subjects");
      return table?.rows.find(([name]) => name === key)?.[table.header.indexOf(column)];
    },
    [subject, field],
  );
};

export const dataJobs: readonly Job[] = [
  {
    name: { zh: "导入一个部门交来的表", en: "Import the form of one department" },
    begins: "example",
    steps: [
      {
        says: { zh: "在数据窗格点*导入*，选择文件。", en: "Choose *Import* over the data, and the file." },
        act: async (clerk) =>
          clerk.choose(clerk.button({ zh: "导入", en: "Import" }, clerk.page.locator("ys-data-pane")), [
            await changedForm(clerk, cases[clerk.lang].department, "7"),
          ]),
      },
      {
        says: {
          zh: "核对改动的单元格，点*合并 1 份*。",
          en: "Check the cells that change, and choose *Merge 1 file*.",
        },
        act: merge,
      },
    ],
    shows: {
      zh: "列出已合并的份数；名次随新数据改变，可一步撤销。",
      en: "The receipt states what was merged; places follow, and one step undoes it.",
    },
    check: (clerk) => expect.poll(() => figureOf(clerk)).toBe("7"),
  },
  {
    name: { zh: "一次收齐二十份表", en: "Import twenty forms at once" },
    begins: "example",
    steps: [
      { says: { zh: "在数据窗格点*收表*。", en: "Choose *Collect* over the data." }, act: openCollect },
      {
        says: {
          zh: "点*选择文件*，选中全部二十份（也可以把文件夹拖入）。",
          en: "Choose *Add files*, and all twenty (or drop the folder).",
        },
        act: async (clerk) => {
          const { forms: load, department, file } = cases[clerk.lang];
          const forms = load();
          const names = Array.from({ length: 18 }, (_, at) => forms.assessors[at % forms.assessors.length] ?? "");
          const files = await Promise.all(
            names.map(async (name, at) => ({
              name: file(at < forms.assessors.length ? name : `${name} ${at}`),
              buffer: await forms.fill(name),
            })),
          );
          await clerk.choose(addFiles(clerk), [
            ...files,
            await changedForm(clerk, `${department} 2`, "7"),
            await changedForm(clerk, `${department} 3`, "9"),
          ]);
          await expect.poll(() => screen(clerk).locator(".files tr[data-file]").count()).toBeGreaterThan(0);
        },
      },
      {
        says: {
          zh: "有两份不一致的，点要采用的数。",
          en: "Where two forms differ, choose the figure to use.",
        },
        act: async (clerk) => {
          const choice = screen(clerk).locator(".ask").getByRole("button", { name: "7" });
          await clerk.click(choice);
          await expect.poll(() => choice.getAttribute("aria-pressed")).toBe("true");
        },
      },
      { says: { zh: "点*合并*。", en: "Choose *Merge*." }, act: merge },
    ],
    shows: {
      zh: "各部门的“最近一份”写明文件；缺少的格数和部门一并列明。",
      en: "Each department shows its latest file, and what is still missing.",
    },
    check: (clerk) => expect.poll(() => figureOf(clerk)).toBe("7"),
  },
  {
    name: { zh: "两份表的数不一致，取其中一份", en: "Settle a conflict between two forms" },
    begins: "example",
    steps: [
      {
        says: { zh: "在数据窗格点*导入*，选中两份文件。", en: "Choose *Import* over the data, and both files." },
        act: async (clerk) =>
          clerk.choose(clerk.button({ zh: "导入", en: "Import" }, clerk.page.locator("ys-data-pane")), [
            await changedForm(clerk, cases[clerk.lang].department, "7"),
            await changedForm(clerk, `${cases[clerk.lang].department} 2`, "9"),
          ]),
      },
      {
        says: {
          zh: "在列出的不一致处点要采用的数。",
          en: "Choose the figure to use where the difference is listed.",
        },
        act: async (clerk) => {
          const choice = screen(clerk).locator(".ask").getByRole("button", { name: "9" });
          await clerk.click(choice);
          await expect.poll(() => choice.getAttribute("aria-pressed")).toBe("true");
        },
      },
      { says: { zh: "点*合并 2 份*。", en: "Choose *Merge 2 files*." }, act: merge },
    ],
    shows: { zh: "采用的数写入数据表。", en: "The chosen figure is in the table." },
    check: (clerk) => expect.poll(() => figureOf(clerk)).toBe("9"),
  },
];
