/**
 * Command lines to learn from, below the help of each command, in both languages. Every one of them is a sound command line; a test
 * holds them to that.
 */
import type { Lang } from "@yardstick/language";
import type { UsageMessages } from "./usage-messages.js";

interface UsageExample {
  /** Without the word `yardstick` before it. */
  readonly line: string;
  readonly says: string;
}

type Examples = Readonly<Record<keyof UsageMessages["commands"], readonly UsageExample[]>>;

const zh: Examples = {
  score: [
    { line: "score 考核.rubric", says: "数据取旁边的 data.csv" },
    { line: "score 考核.rubric --data 上报.xlsx --data 补报.csv", says: "两份数据按主键合并" },
    { line: "score 考核.rubric --format html --sheets --out 公示.html", says: "公示，后附评分表，可打印" },
    { line: "score 考核.rubric --format xlsx --out 结果.xlsx", says: "结果工作簿" },
    { line: "score 考核.rubric --scenario 民生优先", says: "按一个方案算" },
    { line: "score 考核.rubric --append-history", says: "结果记入 history.csv" },
    { line: "score 项目.yardstick.json", says: "试验台导出的项目，表格在内" },
  ],
  explain: [
    { line: "explain 考核.rubric 南门社区", says: "每一分从何而来" },
    { line: "explain 考核.rubric 南门社区 --format html --out 评分表.html", says: "可打印的评分表" },
  ],
  compare: [
    { line: "compare 考核.rubric", says: "规则原文与全部方案" },
    { line: "compare 考核.rubric --scenario 民生优先 --scenario 经济优先", says: "只对照这两个方案" },
  ],
  sensitivity: [
    { line: "sensitivity 考核.rubric", says: "各项权重变多少会改变名次" },
    { line: "sensitivity 考核.rubric --weight 经济工作 --top 5", says: "只看一项，前五名变不变" },
  ],
  check: [
    { line: "check 考核.rubric", says: "错误、警告和建议，各有位置和改法" },
    { line: "check . --deny-warnings", says: "整个文件夹，有警告也不放过" },
  ],
  test: [{ line: "test 考核.rubric", says: "规则里的样例是否得出应得的分" }],
  fmt: [
    { line: "fmt 考核.rubric", says: "就地整理" },
    { line: "fmt 考核.rubric --keywords en", says: "关键字改成英文，名称不动" },
    { line: "fmt . --check", says: "只列出还没有整理的文件" },
  ],
  form: [
    { line: "form 考核.rubric --out 填报表.xlsx", says: "全部要填的列" },
    { line: "form 考核.rubric --out 经发办.xlsx --assessor 经发办 --data 名单.csv", says: "一个部门的，名单先填好" },
  ],
  new: [
    { line: "new 我的考核", says: "由社区考核的示例建立" },
    { line: "new 我的考核 --template mountain-town", says: "由另一个示例建立" },
  ],
};

const en: Examples = {
  score: [
    { line: "score a.rubric", says: "with data.csv beside it" },
    { line: "score a.rubric --data one.xlsx --data two.csv", says: "two files, merged by key" },
    { line: "score a.rubric --format html --sheets --out notice.html", says: "notice and score sheets to print" },
    { line: "score a.rubric --format xlsx --out results.xlsx", says: "a workbook of results" },
    { line: 'score a.rubric --scenario "residents first"', says: "under a scenario" },
    { line: "score a.rubric --append-history", says: "results go into history.csv" },
    { line: "score project.yardstick.json", says: "a project of the playground, tables included" },
  ],
  explain: [
    { line: "explain a.rubric Nanmen", says: "where every point comes from" },
    { line: "explain a.rubric Nanmen --format html --out sheet.html", says: "a score sheet to print" },
  ],
  compare: [
    { line: "compare a.rubric", says: "the rubric and all its scenarios" },
    { line: 'compare a.rubric --scenario "residents first" --scenario growth', says: "these two alone" },
  ],
  sensitivity: [
    { line: "sensitivity a.rubric", says: "how far weights can move before places change" },
    { line: "sensitivity a.rubric --weight economy --top 5", says: "one weight, and whether the first five stay" },
  ],
  check: [
    { line: "check a.rubric", says: "errors, warnings and advice, with place and fix" },
    { line: "check . --deny-warnings", says: "a whole folder, warnings count too" },
  ],
  test: [{ line: "test a.rubric", says: "whether the tests in it give what they expect" }],
  fmt: [
    { line: "fmt a.rubric", says: "format it in place" },
    { line: "fmt a.rubric --keywords zh", says: "Chinese keywords, names stay" },
    { line: "fmt . --check", says: "only name what is not formatted" },
  ],
  form: [
    { line: "form a.rubric --out form.xlsx", says: "every column to fill in" },
    {
      line: "form a.rubric --out office.xlsx --assessor office --data names.csv",
      says: "one assessor's, names filled in",
    },
  ],
  new: [
    { line: "new my-rubric", says: "from the example of communities" },
    { line: "new my-rubric --template mountain-town", says: "from another example" },
  ],
};

export const usageExamples: Readonly<Record<Lang, Examples>> = { zh, en };
