/**
 * Example command lines shown below the help of each command, in both languages. A test parses each of them.
 */
import type { Lang } from "@yardstick/language";
import type { UsageMessages } from "./usage-messages.js";

interface UsageExample {
  /** Without the leading `yardstick`. */
  readonly line: string;
  readonly description: string;
}

type Examples = Readonly<Record<keyof UsageMessages["commands"], readonly UsageExample[]>>;

const zh: Examples = {
  score: [
    { line: "score 考核.rubric", description: "数据为规则旁的 data.csv" },
    { line: "score 考核.rubric --data 上报.xlsx --data 补报.csv", description: "两份数据按主键合并" },
    { line: "score 考核.rubric --format html --sheets --out 公示.html", description: "公示，后附评分表，可打印" },
    { line: "score 考核.rubric --format xlsx --out 结果.xlsx", description: "结果工作簿" },
    { line: "score 考核.rubric --scenario 民生优先", description: "按某一方案计算" },
    { line: "score 考核.rubric --append-history", description: "结果记入 history.csv" },
    { line: "score 项目.yardstick.json", description: "试验台导出的项目，表格在内" },
  ],
  explain: [
    { line: "explain 考核.rubric 南门社区", description: "每一分的来源" },
    { line: "explain 考核.rubric 南门社区 --format html --out 评分表.html", description: "可打印的评分表" },
  ],
  compare: [
    { line: "compare 考核.rubric", description: "规则原文与全部方案" },
    { line: "compare 考核.rubric --scenario 民生优先 --scenario 经济优先", description: "只对照这两个方案" },
  ],
  impact: [
    { line: "impact 考核.rubric", description: "各条警告的改法、空白按 0 计时得分和名次怎样变化" },
    { line: "impact 考核.rubric --format json", description: "同上，逐个列出变化的对象" },
  ],
  sensitivity: [
    { line: "sensitivity 考核.rubric", description: "各项权重变动多少会改变名次" },
    { line: "sensitivity 考核.rubric --weight 经济工作 --top 5", description: "只分析一项，前五名是否不变" },
  ],
  check: [
    { line: "check 考核.rubric", description: "错误、警告和建议，各有位置和改法" },
    { line: "check . --deny-warnings", description: "整个文件夹，有警告时也按不合格处理" },
    { line: "check . --fix", description: "采用唯一的改法，逐条列出" },
    { line: "check . --format sarif", description: "供代码扫描读取；github 为 GitHub Actions 的标注" },
  ],
  test: [
    { line: "test 考核.rubric", description: "规则中的样例是否得出应得的分" },
    { line: "test . --format junit", description: "供持续集成读取" },
    { line: "test . --watch", description: "改动后再次运行，check 亦可" },
  ],
  fmt: [
    { line: "fmt 考核.rubric", description: "就地整理" },
    { line: "fmt 考核.rubric --keywords en", description: "关键字改为英文，名称不变" },
    { line: "fmt . --check", description: "只列出未整理的文件" },
  ],
  form: [
    { line: "form 考核.rubric --out 填报表.xlsx", description: "全部填报列" },
    {
      line: "form 考核.rubric --out 经发办.xlsx --assessor 经发办 --data 名单.csv",
      description: "一个部门的填报列，预先填入名单",
    },
    { line: "form 考核.rubric --every-assessor 填报表 --data 名单.csv", description: "各部门一份" },
  ],
  collect: [
    { line: "collect 考核.rubric 收到的表/", description: "预览：新值、改动、不一致、待确认的名称" },
    { line: "collect 考核.rubric 收到的表/ --into 数据", description: "合并到 数据 文件夹中的表格" },
    {
      line: "collect 考核.rubric 收到的表/ --out 汇总.xlsx --missing 待补.txt",
      description: "写成一个工作簿，并写出催报文字",
    },
    { line: "collect 考核.rubric 综治办.xlsx --into 数据 --settle owner", description: "不一致的以填报部门为准" },
  ],
  read: [
    { line: "read 细则.docx", description: "列出每一条读出的规则、需要确认的问题和未读出的内容" },
    { line: "read 细则.docx --answers 回答.json --out 考核.rubric", description: "回答提问，写出规则草稿" },
    { line: "read 细则.docx --table 对照表.docx", description: "写出条款与规则的对照表，供签字" },
  ],
  print: [
    { line: "print a.rubric --out 细则.docx", description: "考核细则文档：一个大类一张表" },
    { line: "print a.rubric --format html --lang en --out scheme.html", description: "英文网页，浏览器里可直接打印" },
  ],
  compile: [{ line: "compile 考核.rubric --out 考核.program.json", description: "供网页或服务器直接计分" }],
  schema: [
    { line: "schema 考核.rubric --out 考核.schema.json", description: "供编辑器和程序核对 JSON 数据" },
    { line: "schema 考核.rubric --format typescript --out 考核.ts", description: "供 TypeScript 程序使用的类型" },
  ],
  verify: [
    {
      line: "verify 结果.xlsx --rubric 考核.rubric --data 上报.xlsx",
      description: "公布的结果是否由这份规则和数据算出",
    },
    { line: "verify 公示.html --rubric 考核.rubric --format json", description: "供程序读取" },
  ],
  sql: [
    { line: "sql 考核.rubric --out 考核.sql", description: "在 DuckDB 中运行的查询" },
    {
      line: "sql 考核.rubric --dialect postgres --table 台账=ledger_2008",
      description: "在 PostgreSQL 中运行，明细在表 ledger_2008",
    },
  ],
  lsp: [{ line: "lsp --stdio", description: "由编辑器启动；提示语言随编辑器，或用 --lang 指定" }],
  completion: [{ line: "completion bash", description: '用 eval "$(yardstick completion bash)" 启用' }],
  new: [
    { line: "new 我的考核", description: "由社区考核的示例建立" },
    { line: "new 我的考核 --template mountain-town", description: "由另一个示例建立" },
  ],
};

const en: Examples = {
  score: [
    { line: "score a.rubric", description: "with the data.csv beside it" },
    { line: "score a.rubric --data one.xlsx --data two.csv", description: "two files, merged by key" },
    {
      line: "score a.rubric --format html --sheets --out notice.html",
      description: "notice and score sheets to print",
    },
    { line: "score a.rubric --format xlsx --out results.xlsx", description: "results as a workbook" },
    { line: 'score a.rubric --scenario "residents first"', description: "under a scenario" },
    { line: "score a.rubric --append-history", description: "append the results to history.csv" },
    { line: "score project.yardstick.json", description: "a project exported by the playground, with its tables" },
  ],
  explain: [
    { line: "explain a.rubric Nanmen", description: "where every point comes from" },
    { line: "explain a.rubric Nanmen --format html --out sheet.html", description: "a score sheet to print" },
  ],
  compare: [
    { line: "compare a.rubric", description: "the rubric and all its scenarios" },
    { line: 'compare a.rubric --scenario "residents first" --scenario growth', description: "only these two" },
  ],
  impact: [
    { line: "impact a.rubric", description: "scores and places if warnings were fixed or blanks were 0" },
    { line: "impact a.rubric --format json", description: "the same, each subject that changes" },
  ],
  sensitivity: [
    { line: "sensitivity a.rubric", description: "how far weights can move before places change" },
    {
      line: "sensitivity a.rubric --weight economy --top 5",
      description: "one weight, and whether the first five places stay the same",
    },
  ],
  check: [
    { line: "check a.rubric", description: "errors, warnings and advice, with location and fix" },
    { line: "check . --deny-warnings", description: "a whole folder, failing on warnings too" },
    { line: "check . --fix", description: "apply the sole fixes, and name each" },
    { line: "check . --format sarif", description: "for code scanning; github for annotations of GitHub Actions" },
  ],
  test: [
    { line: "test a.rubric", description: "whether the tests in it give what they expect" },
    { line: "test . --format junit", description: "for servers of continuous integration" },
    { line: "test . --watch", description: "run again after each change; check does, too" },
  ],
  fmt: [
    { line: "fmt a.rubric", description: "format it in place" },
    { line: "fmt a.rubric --keywords zh", description: "Chinese keywords, names unchanged" },
    { line: "fmt . --check", description: "only list files that are not formatted" },
  ],
  form: [
    { line: "form a.rubric --out form.xlsx", description: "every column to fill in" },
    {
      line: "form a.rubric --out office.xlsx --assessor office --data names.csv",
      description: "the columns of one assessor, names filled in",
    },
    { line: "form a.rubric --every-assessor forms --data names.csv", description: "one for each assessor" },
  ],
  collect: [
    { line: "collect a.rubric received/", description: "a preview: new, changed, in conflict, unmatched" },
    { line: "collect a.rubric received/ --into data", description: "merge into the tables of that folder" },
    {
      line: "collect a.rubric received/ --out all.xlsx --missing missing.txt",
      description: "write one workbook, and a message about missing data",
    },
    {
      line: "collect a.rubric office.xlsx --into data --settle owner",
      description: "conflicts settled in favour of the responsible department",
    },
  ],
  read: [
    {
      line: "read scheme.docx",
      description: "list the rules of each clause, the questions, and the parts that are not read",
    },
    {
      line: "read scheme.docx --answers answers.json --out scheme.rubric",
      description: "answer the questions, write the draft",
    },
    {
      line: "read scheme.docx --table table.docx",
      description: "write clauses and rules side by side, for signature",
    },
  ],
  print: [
    { line: "print a.rubric --out scheme.docx", description: "the scheme as a document, a table for each section" },
    {
      line: "print a.rubric --format html --lang en --out scheme.html",
      description: "a page in English for the printer",
    },
  ],
  compile: [{ line: "compile a.rubric --out a.program.json", description: "for a page or a server that scores it" }],
  schema: [
    { line: "schema a.rubric --out a.schema.json", description: "for editors and programs that check JSON data" },
    { line: "schema a.rubric --format typescript --out a.ts", description: "types for programs in TypeScript" },
  ],
  verify: [
    {
      line: "verify result.xlsx --rubric a.rubric --data data.xlsx",
      description: "whether the result comes from this rubric and data",
    },
    { line: "verify notice.html --rubric a.rubric --format json", description: "for programs" },
  ],
  sql: [
    { line: "sql a.rubric --out a.sql", description: "a query for DuckDB" },
    {
      line: "sql a.rubric --dialect postgres --table ledger=ledger_2008",
      description: "for PostgreSQL, with the list in another table",
    },
  ],
  lsp: [{ line: "lsp --stdio", description: "started by an editor, in its language or that of --lang" }],
  completion: [{ line: "completion bash", description: 'turned on by eval "$(yardstick completion bash)"' }],
  new: [
    { line: "new my-rubric", description: "from the example of the communities" },
    { line: "new my-rubric --template mountain-town", description: "from another example" },
  ],
};

/** The examples by language. */
export const usageExamples: Readonly<Record<Lang, Examples>> = { zh, en };
