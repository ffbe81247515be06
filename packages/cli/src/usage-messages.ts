/**
 * Help texts, and error messages about the command line, in both languages.
 */

/** The texts in one language. */
export interface UsageMessages {
  readonly about: string;
  readonly commands: Readonly<
    Record<
      | "score"
      | "explain"
      | "compare"
      | "impact"
      | "sensitivity"
      | "check"
      | "test"
      | "fmt"
      | "form"
      | "collect"
      | "read"
      | "print"
      | "compile"
      | "schema"
      | "verify"
      | "sql"
      | "lsp"
      | "completion"
      | "new",
      string
    >
  >;
  readonly rubric: string;
  readonly result: string;
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
  readonly allRules: string;
  readonly assessor: string;
  readonly everyAssessor: string;
  readonly formOut: string;
  readonly formData: string;
  readonly collectFiles: string;
  readonly into: string;
  readonly collectOut: string;
  readonly missing: string;
  readonly collectData: string;
  readonly settle: string;
  readonly take: string;
  readonly match: string;
  readonly newSubject: string;
  readonly collectPeriod: string;
  readonly filePeriod: string;
  readonly department: string;
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
  readonly fix: string;
  readonly watch: string;
  readonly onlyCheck: string;
  readonly keywords: string;
  readonly document: string;
  readonly readOut: string;
  readonly answers: string;
  readonly clauseTable: string;
  readonly allowUnread: string;
  readonly printOut: string;
  readonly layout: string;
  readonly style: string;
  readonly engine: string;
  readonly intoTable: string;
  readonly dialect: string;
  readonly sqlTable: string;
  readonly sqlOrder: string;
  readonly sqlPeriods: string;
  readonly stdio: string;
  readonly clientProcess: string;
  readonly shell: string;
  readonly folder: string;
  readonly template: string;
  readonly lang: string;
  readonly color: string;
  readonly help: string;
  readonly version: string;
  readonly titles: Readonly<Record<"Usage:" | "Arguments:" | "Options:" | "Commands:" | "Global Options:", string>>;
  /** Translations of the placeholders in `<…>` and `[…]`. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly examples: string;
  /** Lines below the list of commands. */
  readonly more: readonly string[];
  readonly didYouMean: (name: string) => string;
  readonly choices: (values: string, byDefault: string | null) => string;
  readonly seeHelp: (command: string) => string;
  readonly unknownOption: (name: string) => string;
  readonly unknownCommand: (name: string, known: string) => string;
  readonly missingArgument: (name: string) => string;
  readonly missingOption: (name: string) => string;
  readonly missingValue: (name: string) => string;
  readonly badValue: (name: string, value: string, known: string) => string;
  readonly tooMany: string;
  readonly badSettings: (file: string) => string;
  readonly unknownSetting: (file: string, name: string) => string;
  readonly badSetting: (file: string, name: string) => string;
}

/** The texts in Chinese. */
export const usageZh: UsageMessages = {
  about: "标尺：按考核规则计分、排名，并说明每一分的来源",
  commands: {
    score: "计分、排名，并可输出公示、工作簿和 JSON",
    explain: "说明一个考核对象得分的来源",
    compare: "几个方案并排对照",
    impact: "列出其他读法的影响：按警告改规则、空白按 0 计、存疑的行算或不算，得分和名次怎样变化",
    sensitivity: "分析排名的稳定性：各项权重变动多少会改变名次",
    check: "检查规则：名称、单位、分值之和、分档缺口等",
    test: "运行规则中的样例",
    fmt: "整理规则的排版",
    form: "生成填报用的 Excel 工作簿",
    collect: "汇总：按主键和期别合并各部门报送的表格",
    print: "把规则打印成考核细则文档（.docx、.html）",
    read: "把考核细则文档（.docx、.xlsx、.html、.txt）逐条转换为规则草稿",
    compile: "把规则编译为 JSON，供 `yardstick/run` 不带编译器直接计分",
    schema: "输出考核数据的格式定义（JSON Schema 或 TypeScript），供程序核对",
    verify: "核对公布的结果：由规则和数据重新计算，逐项比较",
    sql: "把规则输出为一条查询（DuckDB、PostgreSQL、Spark），在数据所在处计分",
    lsp: "语言服务器，供 VS Code、Neovim、Helix 等编辑器使用",
    completion: "输出命令行补全脚本",
    new: "由模板建立一个文件夹",
  },
  rubric: "规则文件或项目文件（- 为标准输入）",
  result: "公布的结果（score 输出的 .json、.ndjson、.csv、.xlsx 或 .html，评分表的文件夹或 .zip）",
  key: "考核对象的主键，如名称",
  paths: "规则文件、项目文件、含有规则文件的文件夹，或通配符（如 '考核/**/*.rubric'）",
  data: "数据文件（.csv、.xlsx 或 .json，- 为标准输入），可重复，按主键合并；缺省为规则旁的 data.csv、data.xlsx 或 data.json",
  table: "一个明细的数据文件，写成 明细名=文件，可重复；缺省为数据旁的 明细名.csv",
  history: "往期结果；缺省为数据旁的 history.csv",
  encoding: "CSV 的编码；缺省自动判断",
  sheet: "工作簿中主表所在的工作表；缺省按表名或表头查找",
  limit:
    "调整上限，可重复：rows=N 考核对象，side-rows=N 一张明细的行数，bytes=N 内存和文件的字节数，seconds=N 时间；none 为不限",
  keepRow: "指定一行为考核对象，而非合计、附注等，可重复",
  leaveRow: "指定一行不是考核对象，不计分，可重复",
  appendHistory: "把已公布的结果追加到往期结果；缺省为 --history 所指或数据旁的 history.csv",
  sheets: "html：在公示之后附上每个对象的评分表；--out 为文件夹（以 / 结尾）或 .zip 时每张一个文件",
  allRules: "评分表也列出没有起作用的规则",
  assessor: "只含该考核部门填报的列",
  everyAssessor: "各考核部门一份，写到这个文件夹，以部门为文件名",
  formOut: "写入的 .xlsx 文件",
  formData: "预先填入其中的考核对象（.csv、.xlsx 或 .json），可重复",
  collectFiles: "报送的文件（.csv、.xlsx、.json），或含有这些文件的文件夹",
  into: "合并到该文件夹中的表格（data.csv、明细名.csv）",
  collectOut: "将合并后的表格写入该文件夹；以 .xlsx 结尾的写成一个工作簿",
  missing: "将各部门待补的数据写入该文件：清单（.csv、.xlsx）或通知文字（.txt）",
  collectData: "已有的表格；缺省为 --into 文件夹中的表格",
  settle: "不一致的单元格按规则确定：以最新的文件为准，或以填报该列的部门为准",
  take: "指定一个单元格采用的数值，写成 对象/期别/列=数值，可重复",
  match: "指定表中的写法所指的对象，写成 写法=名称，可重复",
  newSubject: "指定一个名称为新的考核对象，可重复",
  collectPeriod: "要汇总的期别，可重复；缺省为已有表格的各期",
  filePeriod: "指定文件中未写期别的行所属的期别，写成 文件=期别，可重复",
  department: "指定报送文件的部门，写成 文件=部门，可重复",
  period: "只计算该期",
  scenario: "按该方案计算",
  format: "输出格式",
  out: "写入文件，而不是标准输出",
  scenarios: "要对照的方案，可重复；缺省为全部方案",
  weight: "只分析该部分的权重；缺省为设有可调范围的各部分",
  top: "检验前几名是否不变（缺省：3）",
  samples: "权重同时变动的取样次数（缺省：2000，0 为不取样）",
  seed: "取样的种子，同一种子结果相同（缺省：1）",
  denyWarnings: "有警告时也按不合格处理",
  fix: "就地修改：采用唯一的改法并逐条列出；规则无错误时只采用不改变得分的",
  watch: "改动后再次运行，直到按 Ctrl-C",
  onlyCheck: "只列出未整理的文件，不改动",
  keywords: "关键字统一写成该语言",
  document: "文档（.docx、.xlsx、.html、.txt、.md，- 为标准输入）",
  readOut: "规则草稿写入该文件",
  printOut: "文档写入该文件",
  layout: "版式：表格或分条",
  style: "字体：仿宋（公文）或宋体",
  answers: "对提问的回答：JSON，提问的编号对应选项的序号",
  clauseTable: "条款与规则的对照表写入该文件（.docx 或 .xlsx），供签字",
  allowUnread: "有条款未读出时不视为失败；有提问未回答时仍视为失败",
  engine:
    "计算方式：在内存中；用 DuckDB 计算内存容纳不下的文件（.csv、.parquet、.json），score 的结果写入 --out；或在 PostgreSQL 中计算（连接取自 DATABASE_URL 或 PGHOST 等环境变量），score 的结果写入 --into 或 --out",
  intoTable: "PostgreSQL 中的结果表，写成 表名 或 模式.表名；已有的表不改动",
  dialect: "运行查询的数据库",
  sqlTable:
    "一张表在数据库中的名称，写成 明细名=表名，可重复；往期结果为 history，引用的规则用其别名；缺省与规则中的名称相同",
  sqlOrder: "记录明细各行先后的列，写成 明细名=列名，可重复",
  sqlPeriods: "往期结果和数据中的所有期别，用逗号分隔，如 2007,2008；规则读取往期结果时须给出",
  stdio: "使用标准输入和标准输出（目前只有这一种方式）",
  clientProcess: "编辑器的进程号，该进程结束时服务器也结束",
  shell: "命令行：bash、zsh、fish 或 powershell",
  folder: "要建立的文件夹",
  template: "模板，即示例的名称",
  lang: "语言，缺省按系统区域设置",
  color: "是否使用颜色",
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
    RESULT: "结果",
    PATH: "路径",
    "PATH...": "路径...",
    FILE: "文件",
    "FILE...": "文件...",
    folder: "文件夹",
    rule: "规则",
    "cell=figure": "单元格=数值",
    "written=key": "写法=名称",
    "file=period": "文件=期别",
    "file=name": "文件=部门",
    key: "名称",
    DOCUMENT: "文档",
    FOLDER: "文件夹",
    file: "文件",
    "list=file": "明细=文件",
    "list=name": "明细=表名",
    "list=column": "明细=列名",
    table: "表名",
    periods: "期别",
    engine: "数据库",
    limit: "上限",
    encoding: "编码",
    period: "期别",
    name: "名称",
    format: "格式",
    form: "版式",
    fonts: "字体",
    lang: "语言",
    when: "何时",
    n: "数",
    s: "数",
  },
  examples: "示例：",
  more: [
    "初次使用：先 yardstick new 我的考核，再 yardstick score 我的考核/community-2008.rubric。",
    "yardstick 命令 --help 列出每个命令的选项和示例。",
    "规则可以是 .rubric 文件，也可以是试验台导出的项目（*.yardstick.json）。",
    '本文件夹或其上级文件夹中的 yardstick.config.json 可设定选项，如 {"lang": "zh", "check": {"deny-warnings": true}}；命令行优先。',
    "退出码：0 完成；1 规则、数据或样例有误；2 用法有误；3 文件无法读取或写入；130 被中断。",
  ],
  didYouMean: (name) => `是否应为 ${name}？`,
  choices: (values, byDefault) => `（可选：${values}${byDefault === null ? "" : `；缺省：${byDefault}`}）`,
  seeHelp: (command) => `${command} --help 可查看用法。`,
  unknownOption: (name) => `没有 ${name} 这个选项。`,
  unknownCommand: (name, known) => `没有 ${name} 这个命令；可用：${known}。`,
  missingArgument: (name) => `缺少参数 ${name}。`,
  missingOption: (name) => `缺少选项 ${name}。`,
  missingValue: (name) => `选项 ${name} 须有值。`,
  badValue: (name, value, known) => `${name} 不能是“${value}”；可选：${known}。`,
  tooMany: "参数过多。",
  badSettings: (file) => `${file} 无法读取，或不是 JSON 对象。`,
  unknownSetting: (file, name) => `${file} 中的 ${name} 不是命令，也不是选项。`,
  badSetting: (file, name) => `${file} 中 ${name} 的值不符合该选项。`,
};

/** The texts in English. */
export const usageEn: UsageMessages = {
  about: "Yardstick: scores and ranks by a rubric, and explains where every point comes from",
  commands: {
    score: "score and rank; also writes notices, workbooks and JSON",
    explain: "explain where the score of one subject comes from",
    compare: "compare scenarios side by side",
    impact: "show what fixes of warnings, blanks that mean 0 and rows in doubt would change",
    sensitivity: "show how far weights can move before places change",
    check: "check rubrics: names, units, sums of points, gaps between bands",
    test: "run the tests inside rubrics",
    fmt: "format rubrics",
    form: "create a workbook to fill in",
    collect: "merge tables submitted by departments, by key and period",
    print: "print a rubric as an appraisal document (.docx, .html)",
    read: "convert an appraisal document (.docx, .xlsx, .html, .txt) clause by clause to a draft rubric",
    compile: "compile a rubric to JSON, which `yardstick/run` scores without the compiler",
    schema: "print what the data may contain, as JSON Schema or TypeScript types",
    verify: "verify a published result: compute it again from rubric and data, and compare",
    sql: "print the rubric as one query that scores where the data lie (DuckDB, PostgreSQL, Spark)",
    lsp: "language server for editors such as VS Code, Neovim and Helix",
    completion: "print the script by which a shell completes commands and options",
    new: "create a folder from a template",
  },
  rubric: "a rubric or a project file (- reads standard input)",
  result:
    "a published result (.json, .ndjson, .csv, .xlsx or .html, or a folder or .zip of score sheets, as score writes it)",
  key: "the subject's key, such as its name",
  paths: "rubrics, project files, folders that contain rubrics, or patterns such as 'rubrics/**/*.rubric'",
  data: "a data file (.csv, .xlsx or .json, - reads standard input), repeatable, merged by key; default: data.csv, data.xlsx or data.json beside the rubric",
  table: "the data file of one list, as LIST=FILE, repeatable; default: LIST.csv beside the data",
  history: "earlier results; default: history.csv beside the data",
  encoding: "encoding of CSV files; detected by default",
  sheet: "sheet of the workbook with the main table; by default found by name or headers",
  limit:
    "change a limit, repeatable: rows=N subjects, side-rows=N rows of a list, bytes=N of memory and file size, seconds=N of time; none removes all limits",
  keepRow: "treat this row as a subject, not as a total or a remark; repeatable",
  leaveRow: "do not treat this row as a subject; it is not scored; repeatable",
  appendHistory:
    "append the published results to a history file; default: the file of --history, else history.csv beside the data",
  sheets: "html: add the score sheet of every subject after the notice; a file each where --out is a folder/ or .zip",
  allRules: "score sheets also list the rules without effect",
  assessor: "only the columns of this assessor",
  everyAssessor: "one form for each assessor, written to this folder under the assessor's name",
  formOut: "the .xlsx file to write",
  formData: "fill in the subjects of this data file (.csv, .xlsx or .json), repeatable",
  collectFiles: "submitted files (.csv, .xlsx, .json), or folders that contain such files",
  into: "merge into the tables of this folder (data.csv, LIST.csv)",
  collectOut: "write the merged tables to this folder; a name ending in .xlsx is one workbook",
  missing: "write what the departments still have to fill in: a list (.csv, .xlsx) or the text of a message (.txt)",
  collectData: "the present table; default: that of the --into folder",
  settle: "settle conflicts by a rule: the newest file, or the department responsible for the column",
  take: "the value to use for a cell, as KEY/PERIOD/COLUMN=VALUE, repeatable",
  match: "the subject meant by a written name, as WRITTEN=KEY, repeatable",
  newSubject: "treat this name as a new subject; repeatable",
  collectPeriod: "a period to collect, repeatable; default: the periods of the present table",
  filePeriod: "the period of rows without one, as FILE=PERIOD, repeatable",
  department: "the department that submitted a file, as FILE=NAME, repeatable",
  period: "score only this period",
  scenario: "score under this scenario",
  format: "output format",
  out: "write to a file instead of standard output",
  scenarios: "a scenario to compare, repeatable; default: all scenarios",
  weight: "analyse only the weight of this part; default: the weights that the rubric allows to vary",
  top: "check whether the first N places stay the same (default: 3)",
  samples: "number of random draws in which all weights vary (default: 2000; 0 for none)",
  seed: "seed of the draws; the same seed gives the same result (default: 1)",
  denyWarnings: "fail on warnings too",
  fix: "change the files: apply each sole fix of an error, and of a warning where it keeps all scores; all are named",
  watch: "run again after each change, until Ctrl-C",
  onlyCheck: "list files that are not formatted, without changing them",
  keywords: "write all keywords in this language",
  document: "document (.docx, .xlsx, .html, .txt, .md; - is standard input)",
  readOut: "write the draft rubric to this file",
  printOut: "write the document to this file",
  layout: "form of the document: tables or numbered paragraphs",
  style: "fonts: those of official documents (仿宋) or plain ones",
  answers: "answers to questions: JSON, the number of an option for each question",
  clauseTable: "write the table of clauses and rules, for signature, to this file (.docx or .xlsx)",
  allowUnread: "do not fail for clauses that are not read; open questions still fail",
  engine:
    "where to compute: in memory; in DuckDB for files that memory cannot hold (.csv, .parquet, .json), score writes the result to --out; or in PostgreSQL (connection from DATABASE_URL or PGHOST and so on), score writes the result to --into or --out",
  intoTable: "the table of results in PostgreSQL, as TABLE or SCHEMA.TABLE; one that exists is not changed",
  dialect: "the engine that runs the query",
  sqlTable:
    "the name of a table, as LIST=NAME, repeatable; `history` for earlier periods, its alias for a used rubric; default: these names",
  sqlOrder: "the column that holds the order of a list's rows, as LIST=COLUMN, repeatable",
  sqlPeriods: "all periods of the history and the data, separated by commas; needed where the rubric looks back",
  stdio: "use standard input and output, which is the only way there is",
  clientProcess: "the process of the editor; the server ends when it has ended",
  shell: "bash, zsh, fish or powershell",
  folder: "the folder to create",
  template: "the template, the name of an example",
  lang: "language; default: from the locale",
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
    "To get started: yardstick new my-rubric, then yardstick score my-rubric/street-office.rubric.",
    "yardstick COMMAND --help shows the options of a command, with examples.",
    "A rubric is a .rubric file, or a project that the playground exported (*.yardstick.json).",
    'yardstick.config.json in the folder or above it sets options, such as {"lang": "en", "check": {"deny-warnings": true}}; the command line takes precedence.',
    "Exit codes: 0 done; 1 the rubric, the data or a test has errors; 2 wrong usage; 3 a file cannot be read or written; 130 interrupted.",
  ],
  didYouMean: (name) => `Did you mean ${name}?`,
  choices: (values, byDefault) => ` (choices: ${values}${byDefault === null ? "" : `; default: ${byDefault}`})`,
  seeHelp: (command) => `See ${command} --help.`,
  unknownOption: (name) => `there is no option ${name}.`,
  unknownCommand: (name, known) => `there is no command ${name}; choose from: ${known}.`,
  missingArgument: (name) => `the argument ${name} is missing.`,
  missingOption: (name) => `the option ${name} is missing.`,
  missingValue: (name) => `the option ${name} needs a value.`,
  badValue: (name, value, known) => `${name} cannot be “${value}”; choose from: ${known}.`,
  tooMany: "too many arguments.",
  badSettings: (file) => `${file} cannot be read, or is no JSON object.`,
  unknownSetting: (file, name) => `${file}: ${name} is neither a command nor an option.`,
  badSetting: (file, name) => `${file}: the value of ${name} does not suit this option.`,
};
