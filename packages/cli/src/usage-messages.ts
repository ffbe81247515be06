/**
 * Help texts and complaints about a command line, in both languages.
 */

export interface UsageMessages {
  readonly about: string;
  readonly commands: Readonly<
    Record<"score" | "explain" | "compare" | "sensitivity" | "check" | "test" | "fmt" | "form" | "new", string>
  >;
  readonly rubric: string;
  readonly key: string;
  readonly paths: string;
  readonly data: string;
  readonly table: string;
  readonly history: string;
  readonly encoding: string;
  readonly sheet: string;
  readonly limit: string;
  readonly keepRow: string;
  readonly leaveRow: string;
  readonly appendHistory: string;
  readonly sheets: string;
  readonly assessor: string;
  readonly formOut: string;
  readonly formData: string;
  readonly period: string;
  readonly scenario: string;
  readonly format: string;
  readonly out: string;
  readonly scenarios: string;
  readonly weight: string;
  readonly top: string;
  readonly samples: string;
  readonly seed: string;
  readonly denyWarnings: string;
  readonly onlyCheck: string;
  readonly keywords: string;
  readonly folder: string;
  readonly template: string;
  readonly lang: string;
  readonly color: string;
  readonly help: string;
  readonly version: string;
  readonly titles: Readonly<Record<"Usage:" | "Arguments:" | "Options:" | "Commands:" | "Global Options:", string>>;
  /** What stands in `<…>` and `[…]`, where it is not shown as it is. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly examples: string;
  /** Below the list of commands. */
  readonly more: readonly string[];
  readonly didYouMean: (name: string) => string;
  readonly choices: (values: string, byDefault: string | null) => string;
  readonly seeHelp: (command: string) => string;
  readonly unknownOption: (name: string) => string;
  readonly unknownCommand: (name: string, known: string) => string;
  readonly missingArgument: (name: string) => string;
  readonly missingValue: (name: string) => string;
  readonly badValue: (name: string, value: string, known: string) => string;
  readonly tooMany: string;
}

export const usageZh: UsageMessages = {
  about: "标尺：按考核规则算分、排名，并说明每一分的来历",
  commands: {
    score: "算分、排名，也写出公示、工作簿和 JSON",
    explain: "说明一个考核对象的得分从何而来",
    compare: "几个方案并排对照",
    sensitivity: "看排名稳不稳：各项权重变多少会改变名次",
    check: "检查规则：名称、单位、分值之和、分档的缺口……",
    test: "运行规则里的样例",
    fmt: "整理规则的排版",
    form: "生成填报用的 Excel 表",
    new: "由模板建立一个文件夹",
  },
  rubric: "规则文件或项目文件（- 为标准输入）",
  key: "考核对象的主键，如名称",
  paths: "规则文件、项目文件，或含有规则文件的文件夹",
  data: "数据文件（.csv、.xlsx 或 .json，- 为标准输入），可重复，按主键合并；缺省为规则旁的 data.csv、data.xlsx 或 data.json",
  table: "一个明细的数据文件，写成 明细名=文件，可重复；缺省为数据旁的 明细名.csv",
  history: "往期结果；缺省为数据旁的 history.csv",
  encoding: "CSV 的编码；缺省自动判断",
  sheet: "工作簿中主表所在的工作表；缺省按表名或表头找",
  limit:
    "调整上限，可重复：rows=N 考核对象，side-rows=N 一张明细的行数，bytes=N 内存和文件的字节数，seconds=N 时间；none 为不限",
  keepRow: "这一行是考核对象，不是合计、附注之类，可重复",
  leaveRow: "这一行不是考核对象，不算分，可重复",
  appendHistory: "把已公布的结果追加到往期结果；缺省为 --history 所指或数据旁的 history.csv",
  sheets: "html：在公示之后附上每个对象的评分表",
  assessor: "只要这个考核部门填报的列",
  formOut: "写入的 .xlsx 文件",
  formData: "先填好其中的考核对象（.csv、.xlsx 或 .json），可重复",
  period: "只算这一期",
  scenario: "按这个方案算",
  format: "输出格式",
  out: "写入文件，而不是标准输出",
  scenarios: "要对照的方案，可重复；缺省为全部方案",
  weight: "只看这一部分的权重；缺省为可调范围所在的各项",
  top: "看前几名是否不变（缺省：3）",
  samples: "权重同时变动的取样次数（缺省：2000，0 为不取样）",
  seed: "取样的种子，同一种子结果相同（缺省：1）",
  denyWarnings: "有警告也算不合格",
  onlyCheck: "只列出排版不合的文件，不改动",
  keywords: "把关键字都写成这种语言",
  folder: "要建立的文件夹",
  template: "模板，即示例的名称",
  lang: "语言，缺省按系统区域设置",
  color: "是否用颜色",
  help: "显示帮助",
  version: "显示版本",
  titles: {
    "Usage:": "用法：",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Global Options:": "通用选项：",
  },
  placeholders: {
    options: "选项",
    command: "命令",
    RUBRIC: "规则",
    KEY: "名称",
    PATH: "路径",
    "PATH...": "路径...",
    FOLDER: "文件夹",
    file: "文件",
    "list=file": "明细=文件",
    limit: "上限",
    encoding: "编码",
    period: "期别",
    name: "名称",
    format: "格式",
    lang: "语言",
    when: "何时",
    n: "数",
    s: "数",
  },
  examples: "举例：",
  more: [
    "初次使用：先 yardstick new 我的考核，再 yardstick score 我的考核/community-2008.rubric。",
    "yardstick 命令 --help 有每个命令的选项和例子。",
    "规则可以是 .rubric 文件，也可以是试验台导出的项目（*.yardstick.json）。",
    "退出码：0 完成；1 规则、数据或样例有误；2 用法不对；3 文件读不了或写不了；130 被中断。",
  ],
  didYouMean: (name) => `是否应为 ${name}？`,
  choices: (values, byDefault) => `（可选：${values}${byDefault === null ? "" : `；缺省：${byDefault}`}）`,
  seeHelp: (command) => `${command} --help 可查看用法。`,
  unknownOption: (name) => `没有 ${name} 这个选项。`,
  unknownCommand: (name, known) => `没有 ${name} 这个命令；可用：${known}。`,
  missingArgument: (name) => `缺少参数 ${name}。`,
  missingValue: (name) => `选项 ${name} 后面要有值。`,
  badValue: (name, value, known) => `${name} 不能是“${value}”；可选：${known}。`,
  tooMany: "参数太多。",
};

export const usageEn: UsageMessages = {
  about: "Yardstick: scores and ranks by a rubric, and tells where every point comes from",
  commands: {
    score: "score and rank; also writes notices, workbooks and JSON",
    explain: "tell where the score of one subject comes from",
    compare: "put scenarios side by side",
    sensitivity: "tell how far weights can move before places change",
    check: "check rubrics: names, units, sums of points, gaps between bands",
    test: "run the tests inside rubrics",
    fmt: "format rubrics",
    form: "make a workbook to fill in",
    new: "make a folder from a template",
  },
  rubric: "a rubric or a project file (- reads standard input)",
  key: "the subject's key, such as its name",
  paths: "rubrics, project files, or folders that hold rubrics",
  data: "a data file (.csv, .xlsx or .json, - reads standard input), may be repeated and is merged by key; otherwise data.csv, data.xlsx or data.json beside the rubric",
  table: "the data file of one list, as LIST=FILE, may be repeated; otherwise LIST.csv beside the data",
  history: "earlier results; otherwise history.csv beside the data",
  encoding: "encoding of CSV files; judged otherwise",
  sheet: "sheet of the workbook that holds the main table; otherwise found by its name or headers",
  limit:
    "another limit, repeatable: rows=N subjects, side-rows=N rows of a list, bytes=N of memory and of a file, seconds=N of time; none lifts all",
  keepRow: "this row is a subject, not a total or a remark; repeatable",
  leaveRow: "this row is no subject and is not scored; repeatable",
  appendHistory:
    "append the published results to the history; otherwise what --history names, or history.csv beside the data",
  sheets: "html: add every subject's score sheet behind the notice",
  assessor: "only the columns that this assessor answers for",
  formOut: "the .xlsx file to write",
  formData: "fill in the subjects of these data first (.csv, .xlsx or .json), may be repeated",
  period: "score this period alone",
  scenario: "score under this scenario",
  format: "output format",
  out: "write to a file instead of standard output",
  scenarios: "a scenario to compare, may be repeated; otherwise all of them",
  weight: "look at this part's weight alone; otherwise at those that the rubric leaves room",
  top: "whether the first so many stay (default: 3)",
  samples: "how often to draw weights when all vary (default: 2000; 0 draws none)",
  seed: "of the draws; the same seed gives the same result (default: 1)",
  denyWarnings: "fail on warnings too",
  onlyCheck: "name files that are not formatted, change nothing",
  keywords: "write all keywords in this language",
  folder: "the folder to make",
  template: "the template: the name of an example",
  lang: "language, by the locale otherwise",
  color: "whether to use colours",
  help: "show help",
  version: "show the version",
  titles: {
    "Usage:": "Usage:",
    "Arguments:": "Arguments:",
    "Options:": "Options:",
    "Commands:": "Commands:",
    "Global Options:": "Global options:",
  },
  placeholders: {},
  examples: "Examples:",
  more: [
    "To begin: yardstick new my-rubric, then yardstick score my-rubric/community-2008.rubric.",
    "yardstick COMMAND --help shows the options of a command, with examples.",
    "A rubric is a .rubric file, or a project that the playground exported (*.yardstick.json).",
    "Exit codes: 0 done; 1 the rubric, the data or a test has errors; 2 wrong usage; 3 a file cannot be read or written; 130 interrupted.",
  ],
  didYouMean: (name) => `Did you mean ${name}?`,
  choices: (values, byDefault) => ` (choices: ${values}${byDefault === null ? "" : `; default: ${byDefault}`})`,
  seeHelp: (command) => `See ${command} --help.`,
  unknownOption: (name) => `there is no option ${name}.`,
  unknownCommand: (name, known) => `there is no command ${name}; choose from: ${known}.`,
  missingArgument: (name) => `the argument ${name} is missing.`,
  missingValue: (name) => `the option ${name} needs a value.`,
  badValue: (name, value, known) => `${name} cannot be “${value}”; choose from: ${known}.`,
  tooMany: "too many arguments.",
};
