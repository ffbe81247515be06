// The guide of the jobs: the steps of the walks in words, and what each took when it was walked last.

import { jobs } from "./all-jobs.js";
import type { Counts, Lang } from "./clerk.js";

/** A walk as docs/measured/jobs.md records it. */
export interface WalkRecord extends Counts {
  readonly number: number;
  readonly lang: Lang;
  readonly seconds: number;
}

/** The walks in the table of docs/measured/jobs.md. */
export function recordsIn(measured: string): readonly WalkRecord[] {
  const rows = measured.matchAll(/^\| (\d+) \| (zh|en) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) \|/gmu);
  return [...rows].map(([, number, lang, clicks, keys, actions, seconds]) => ({
    number: Number(number),
    lang: lang as Lang,
    clicks: Number(clicks),
    keys: Number(keys),
    actions: Number(actions),
    seconds: Number(seconds),
  }));
}

const messages = {
  zh: {
    title: "二十五项常用操作",
    other: "[English](jobs.en.md)",
    about:
      "考核工作人员和讲解人员的 25 项常用操作，逐步写明，并注明点击和按键的次数。次数由程序在真实浏览器中按此逐步操作得出（`npm run long -- jobs`，见[测量结果](../measured/jobs.md)）。",
    counting:
      "一次点击、在系统对话框中选定文件、拖入文件，各计一次点击；输入文字按字计按键，同时按下的键计一次。起点除写明“初次打开”的以外，均为已打开范例《社区工作目标管理考核》。",
    job: "事项",
    clicks: "点击",
    keys: "按键",
    first: "起点：初次打开。",
    result: "结果：",
    cost: (clicks: number, keys: number) => `点击 ${clicks} 次，按键 ${keys} 次。`,
  },
  en: {
    title: "Twenty-five jobs, step by step",
    other: "[中文](jobs.zh.md)",
    about:
      "What clerks and trainers do most often, step by step, with the clicks and keys that it takes. A program counts them in a real browser, by the steps written here (`npm run long -- jobs`; see the [measurements](../measured/jobs.md)).",
    counting:
      "A click, a choice of files in the dialog of the system, and a file dropped on the page each count as one click; text counts a key for each character, and keys pressed together count as one. Except where *first visit* is written, a job begins with the example *Community secretaries* open.",
    job: "job",
    clicks: "clicks",
    keys: "keys",
    first: "Begins at the first visit.",
    result: "Result: ",
    cost: (clicks: number, keys: number) =>
      `${clicks} ${clicks === 1 ? "click" : "clicks"}, ${keys} ${keys === 1 ? "key" : "keys"}.`,
  },
} as const;

/** Labels stand between asterisks; Chinese has quotation marks for them. */
const marked = (text: string, lang: Lang): string => (lang === "zh" ? text.replace(/\*([^*]+)\*/gu, "**$1**") : text);

/** The page of the guide in one language. Every job has a record. */
export function guidePage(lang: Lang, records: readonly WalkRecord[]): string {
  const of = messages[lang];
  const recordOf = (number: number): WalkRecord => {
    const found = records.find((record) => record.number === number && record.lang === lang);
    if (found === undefined) throw new Error(`job ${number} has not been walked in ${lang}`);
    return found;
  };
  const table = jobs.map(({ name }, at) => {
    const { clicks, keys } = recordOf(at + 1);
    return `| ${at + 1} | ${name[lang]} | ${clicks} | ${keys} |`;
  });
  const sections = jobs.map(({ name, begins, steps, shows }, at) => {
    const { clicks, keys } = recordOf(at + 1);
    return [
      `## ${at + 1}. ${name[lang]}`,
      "",
      ...(begins === "first" ? [of.first, ""] : []),
      ...steps.map(({ says }, step) => `${step + 1}. ${marked(says[lang], lang)}`),
      "",
      `${of.result}${marked(shows[lang], lang)}`,
      "",
      of.cost(clicks, keys),
      "",
    ].join("\n");
  });
  return [
    `# ${of.title}`,
    "",
    of.other,
    "",
    of.about,
    "",
    of.counting,
    "",
    `| | ${of.job} | ${of.clicks} | ${of.keys} |`,
    "| --- | --- | --- | --- |",
    ...table,
    "",
    sections.join("\n"),
  ].join("\n");
}
