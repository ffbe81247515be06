/**
 * The messages of the command besides diagnostics, problems and score sheets, in both languages. Typed, so that a missing entry does
 * not compile.
 */
import { duckdbEn, type DuckdbMessages, duckdbZh } from "./duckdb-messages.js";
import { postgresEn, type PostgresMessages, postgresZh } from "./postgres-messages.js";
import type { ProblemSeverity } from "@yardstick/engine";
import type { Lang, Severity } from "@yardstick/language";
import { readingMessages, type ReadingMessages } from "./reading-messages.js";
import { usageEn, usageZh, type UsageMessages } from "./usage-messages.js";

/** The messages in one language. */
export interface Messages {
  readonly usage: UsageMessages;
  readonly colon: string;
  readonly comma: string;
  readonly list: string;
  readonly severity: Readonly<Record<Severity | ProblemSeverity, string>>;
  readonly help: string;
  readonly fix: string;
  /** Failures. */
  readonly cannotRead: (file: string, why: string) => string;
  readonly cannotWrite: (file: string, why: string) => string;
  readonly noFolder: string;
  readonly notUtf8: (file: string) => string;
  readonly nameNotUtf8: string;
  readonly stdin: string;
  readonly stdout: string;
  readonly stillLocked: (file: string, lock: string) => string;
  readonly unknownFile: string;
  /** A value that is not of the form `LIST=NAME`, or of a list that the rubric does not have. */
  readonly badList: (option: string, value: string, known: string) => string;
  /** A result that a query does not hold, and why. */
  readonly leftOut: (name: string, code: string, reason: string) => string;
  /** Above the reasons for which a rubric is not printed as a query. */
  readonly notAsQuery: (rubric: string) => string;
  readonly duckdb: DuckdbMessages;
  readonly postgres: PostgresMessages;
  readonly systemError: (file: string, why: string) => string;
  readonly unexpected: (error: string, location: string, versions: string) => string;
  readonly whyNot: (code: string | undefined) => string;
  /** Megabytes in use, and the most that there are. */
  readonly outOfMemory: (used: number, limit: number) => string;
  /** `option` as written on the command line. */
  readonly liftLimit: (option: string) => string;
  readonly noRubrics: (path: string) => string;
  readonly noData: (tried: readonly string[]) => string;
  readonly needsOut: string;
  readonly formNeedsOut: string;
  readonly noPeriod: string;
  readonly noScenarioHistory: string;
  readonly historyNotCsv: (file: string) => string;
  readonly historyUnreadable: (file: string) => string;
  readonly unknownAssessor: (name: string, known: readonly string[]) => string;
  readonly notEmpty: (folder: string) => string;
  readonly created: (folder: string, template: string) => string;
  readonly formatted: (file: string) => string;
  readonly fixApplied: (place: string, title: string) => string;
  readonly fixNeedsFile: string;
  readonly watchNeedsFile: string;
  readonly watching: string;
  readonly previewNeedsFile: string;
  readonly unknownTable: (name: string, known: readonly string[]) => string;
  readonly badTable: (value: string) => string;
  readonly noWorkbook: (files: readonly string[]) => string;
  readonly stdinTwice: string;
  readonly reading: ReadingMessages;
  /** Project files of the playground. */
  readonly project: {
    readonly foreign: (file: string) => string;
    readonly newer: (file: string) => string;
    readonly empty: (file: string) => string;
    readonly damaged: (file: string, count: number) => string;
    readonly which: (file: string, paths: readonly string[]) => string;
    readonly readOnly: (path: string) => string;
  };
  readonly unknownKey: (key: string, near: string | null) => string;
  /** Notes on standard error. */
  readonly emptyList: (list: string) => string;
  readonly warnings: (count: number, rubric: string) => string;
  readonly noAlternatives: string;
  readonly moreProblems: (count: number) => string;
  readonly doubtedRows: (key: string, count: number) => string;
  readonly rowsSetAside: (key: string) => string;
  readonly notUsed: (file: string, used: string) => string;
  readonly historyAppended: (file: string, added: number, replaced: number, unchanged: number) => string;
  readonly historyLeft: (file: string) => string;
  readonly historyPending: (count: number) => string;
  readonly unassigned: (fields: readonly string[]) => string;
  readonly formWritten: (file: string) => string;
  readonly tooManySheets: (count: number, most: number) => string;
  /** A page with many score sheets. */
  readonly manySheets: (count: number) => string;
  readonly sheetsNeedFolder: (count: number, most: number) => string;
  readonly sheetsNeedHtml: string;
  readonly archiveNeedsSheets: (file: string) => string;
  /** The name of the page with the notice, beside those of score sheets. */
  readonly noticeFile: string;
  readonly diagnosticCounts: (errors: number, warnings: number, advice: number, files: number) => string;
  readonly unreadableCount: (files: number) => string;
  /** The progress of long work. */
  readonly progress: {
    readonly reading: (file: string, percent: number) => string;
    readonly arranging: string;
    readonly scoring: string;
    readonly weighing: string;
    readonly sheets: (done: number, all: number) => string;
    readonly composing: string;
    readonly writing: (file: string) => string;
    readonly checking: (file: string, done: number, all: number) => string;
  };
  /** The table of results. */
  readonly place: string;
  readonly score: string;
  readonly veto: string;
  readonly awards: string;
  readonly consequences: string;
  readonly notes: string;
  readonly scenario: (name: string) => string;
  readonly pending: (count: number) => string;
  readonly invalid: (count: number) => string;
  readonly awaits: (fields: string) => string;
  readonly andMore: (count: number) => string;
  readonly requirements: string;
  readonly policies: string;
  readonly undecided: string;
  readonly noSubjects: string;
  readonly receipt: (rubric: string, data: string) => string;
  /** The score sheet. */
  readonly full: string;
  readonly basis: string;
  /** Score sheets. */
  readonly foldedItems: (items: string) => string;
  readonly rulesLeftOut: (count: number) => string;
  readonly moreChanges: (count: number) => string;
  readonly period: string;
  /** Tests. */
  readonly passed: string;
  readonly failed: string;
  readonly expectedFound: (name: string, expected: string, found: string) => string;
  readonly nothing: string;
  readonly testCounts: (passed: number, failed: number) => string;
  readonly noTests: string;
}

const zh: Messages = {
  usage: usageZh,
  colon: "：",
  comma: "，",
  list: "、",
  severity: { error: "错误", warning: "警告", advice: "建议", note: "提示" },
  help: "帮助",
  fix: "可改",
  cannotRead: (file, why) => `无法读取 ${file}：${why}`,
  cannotWrite: (file, why) => `无法写入 ${file}：${why}`,
  noFolder: "没有这个文件夹。",
  notUtf8: (file) => `无法读取 ${file}：规则文件须为 UTF-8 编码；请用编辑器另存为 UTF-8。`,
  nameNotUtf8: "文件名不是 UTF-8 编码；请改名后再试。",
  stdin: "标准输入",
  stdout: "标准输出",
  stillLocked: (file, lock) =>
    `无法写入 ${file}：另一次运行正在改写，等候超时；如没有其他运行，请删除 ${lock} 后再试。`,
  unknownFile: "文件",
  badList: (option, value, known) => `${option} 须写成 名称=名称，“${value}”不是；规则中的表有：${known}。`,
  duckdb: duckdbZh,
  postgres: postgresZh,
  leftOut: (name, code, reason) => `查询结果中没有“${name}”（${code}）：${reason}`,
  notAsQuery: (rubric) => `${rubric} 不能写成一条结果精确的查询：`,
  systemError: (file, why) => `无法读写 ${file}：${why}`,
  unexpected: (error, location, versions) =>
    `程序出错，没有结果：${error}。这是标尺本身的错误，请连同所用的命令一并反馈（${location === "" ? "" : `${location}，`}${versions}）。`,
  whyNot: (code) =>
    ({
      ENOENT: "文件不存在。",
      EACCES: "没有权限。",
      EPERM: "没有权限。",
      EISDIR: "这是文件夹，不是文件。",
      ENOTDIR: "路径中有一段不是文件夹。",
      ENOSPC: "磁盘已满。",
      EDQUOT: "磁盘配额已满。",
      EFBIG: "超过了允许的文件大小。",
      EROFS: "磁盘只读。",
      EIO: "读写出错，磁盘或网络可能有故障。",
      EBUSY: "文件正被占用。",
      ETXTBSY: "文件正被占用。",
      EMFILE: "打开的文件过多。",
      ENFILE: "打开的文件过多。",
      ELOOP: "符号链接形成循环。",
      ENAMETOOLONG: "文件名过长。",
    })[code ?? ""] ?? `系统报错 ${code ?? "?"}。`,
  outOfMemory: (used, limit) =>
    `内存不足，没有结果，也没有写出文件：已用 ${used} MB，最多 ${limit} MB。请分批计算，或者在内存更大的机器上运行；堆内存的上限用 NODE_OPTIONS=--max-old-space-size=MB 调高。`,
  liftLimit: (option) => `调高上限：${option}；不限：--limit none。`,
  noRubrics: (path) => `${path} 中没有 .rubric 文件。`,
  noData: (tried) => `没有数据：找不到 ${tried.join("、")}；请用 --data 指定数据文件。`,
  needsOut: "工作簿不能显示在终端上；请用 --out 指定文件。",
  formNeedsOut:
    "填报表是工作簿；请用 --out 指定要写入的 .xlsx 文件，或用 --every-assessor 指定各部门填报表的文件夹（只用一个）。",
  noPeriod: "数据没有分期，追加往期结果须用 --period 指明期别。",
  noScenarioHistory: "按方案计算的结果不能追加到往期结果；请去掉 --scenario。",
  historyNotCsv: (file) => `往期结果只能追加到 CSV 文件，${file} 不是 CSV 文件。`,
  historyUnreadable: (file) =>
    `${file} 不是可以追加的往期结果（须有主键和期别两列，表头在首行，没有标题和合计）；没有改动。`,
  unknownAssessor: (name, known) =>
    `规则中没有考核部门“${name}”；${known.length === 0 ? "规则没有写明考核部门。" : `可选：${known.join("、")}。`}`,
  notEmpty: (folder) => `文件夹 ${folder} 中已有内容；请指定空文件夹。`,
  created: (folder, template) => `已由模板 ${template} 建立 ${folder}。`,
  formatted: (file) => `已整理 ${file}`,
  fixApplied: (place, title) => `${place} 已修改：${title}`,
  fixNeedsFile: "--fix 只能修改文件，不能修改标准输入。",
  watchNeedsFile: "--watch 只能用于文件，不能用于标准输入。",
  watching: "等待改动，按 Ctrl-C 结束。",
  previewNeedsFile: "预览使用规则旁的数据，请先保存规则。",
  unknownTable: (name, known) =>
    `规则中没有名为“${name}”的明细；${known.length === 0 ? "规则没有声明明细。" : `可选：${known.join("、")}。`}`,
  noWorkbook: (files) => `--sheet 指定工作簿中的工作表，而 ${files.join("、")} 不是工作簿。`,
  badTable: (value) => `--table 应写成 明细名=文件，“${value}”不符合此格式。`,
  reading: readingMessages.zh,
  stdinTwice: "标准输入（-）只能用一次。",
  project: {
    foreign: (file) => `${file} 不是标尺的项目文件；规则文件是 .rubric，项目文件由试验台的“导出”生成。`,
    newer: (file) => `${file} 由更新版本的标尺写成，当前版本无法读取；请升级后再试。`,
    empty: (file) => `${file} 中没有可读取的项目。`,
    damaged: (file, count) => `${file}：有 ${count} 个项目已损坏，没有读取。`,
    which: (file, paths) => `${file} 中有 ${paths.length} 个项目，请指明其中一个：${paths.join("、")}。`,
    readOnly: (path) => `${path} 位于项目文件中，命令行不改写项目文件；请另行指定文件，或在试验台中修改。`,
  },
  unknownKey: (key, near) => `数据中没有“${key}”${near === null ? "。" : `；是否应为“${near}”？`}`,
  emptyList: (list) => `${list}：没有数据文件，按没有记录计算。`,
  noAlternatives: "没有改变得分的改法，没有在等的空白，也没有存疑的行。",
  warnings: (count, rubric) => `规则有 ${count} 条警告；yardstick check ${rubric} 可查看。`,
  moreProblems: (count) => `另有 ${count} 处数据问题未列出。`,
  doubtedRows: (key, count) =>
    `有 ${count} 行待确认：是考核对象的，加 --keep-row "${key}"；不是的，加 --leave-row "${key}"，或删去该行。`,
  rowsSetAside: (key) => `没有采用的行如果是考核对象，加 --keep-row "${key}"。`,
  notUsed: (file, used) => `${file}：没有采用，已用 ${used}；需要时请用 --data 或 --table 指定。`,
  historyAppended: (file, added, replaced, unchanged) =>
    `${file}：追加 ${added} 行，更新 ${replaced} 行，${unchanged} 行未变。`,
  historyLeft: (file) => `${file}：数据或要求有误，没有追加往期结果。`,
  historyPending: (count) => `${count} 个对象待定，没有追加。`,
  unassigned: (fields) => `没有考核部门填报的列：${fields.join("、")}；不带 --assessor 的总表中有。`,
  formWritten: (file) => `已写入 ${file}。`,
  tooManySheets: (count, most) =>
    `共 ${count} 个对象，超过 ${most} 个，没有附评分表；请用 yardstick explain 逐个查看。`,
  manySheets: (count) =>
    `一个页面中有 ${count} 张评分表，打开较慢；--out 写成文件夹（以 / 结尾）或 .zip 文件，则每张评分表一个文件。`,
  sheetsNeedFolder: (count, most) =>
    `共 ${count} 张评分表，压缩文件最多 ${most} 张；请把 --out 写成文件夹（以 / 结尾）。`,
  sheetsNeedHtml: "--sheets 须与 --format html 同时使用。",
  archiveNeedsSheets: (file) => `--out ${file}：只有评分表写成压缩文件，须同时使用 --format html --sheets。`,
  noticeFile: "公示",
  diagnosticCounts: (errors, warnings, advice, files) =>
    `${files} 个文件：${errors} 个错误，${warnings} 条警告，${advice} 条建议`,
  unreadableCount: (files) => `另有 ${files} 处无法读取`,
  progress: {
    reading: (file, percent) => `正在读取 ${file} ${percent}%`,
    arranging: "正在整理表格",
    scoring: "正在计分",
    weighing: "正在分析权重",
    sheets: (done, all) => `正在生成评分表 ${done} / ${all}`,
    composing: "正在排版",
    writing: (file) => `正在写入 ${file}`,
    checking: (file, done, all) => `正在检查 ${file}（${done} / ${all}）`,
  },
  place: "名次",
  score: "总分",
  veto: "一票否决",
  awards: "奖励",
  consequences: "处理",
  notes: "说明",
  scenario: (name) => `方案：${name}`,
  pending: (count) => `待定（${count} 个，不参加排名）`,
  invalid: (count) => `数据有误（${count} 个，不参加排名）`,
  awaits: (fields) => `尚待 ${fields}`,
  andMore: (count) => `等另外 ${count} 项`,
  requirements: "不符合数据要求",
  policies: "不符合政策要求",
  undecided: "尚不能判定的政策要求",
  noSubjects: "数据中没有考核对象。",
  receipt: (rubric, data) => `规则 ${rubric}　数据 ${data}`,
  full: "满分",
  foldedItems: (items) => `其余条目没有规则起作用：${items}`,
  rulesLeftOut: (count) => `没有起作用的规则 ${count} 条，未列出；加 --all-rules 列出。`,
  moreChanges: (count) => `另有 ${count} 项，见下`,
  basis: "依据",
  period: "期别",
  passed: "通过",
  failed: "不符",
  expectedFound: (name, expected, found) => `${name}：应得 ${expected}，实得 ${found}`,
  nothing: "（无）",
  testCounts: (passed, failed) => `${passed} 个样例通过，${failed} 个不符`,
  noTests: "没有样例。",
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const en: Messages = {
  usage: usageEn,
  colon: ": ",
  comma: ", ",
  list: ", ",
  severity: { error: "error", warning: "warning", advice: "advice", note: "note" },
  help: "help",
  fix: "fix",
  cannotRead: (file, why) => `cannot read ${file}: ${why}`,
  cannotWrite: (file, why) => `cannot write ${file}: ${why}`,
  noFolder: "there is no such folder.",
  notUtf8: (file) => `cannot read ${file}: a rubric must be UTF-8 text; save it as UTF-8 in your editor.`,
  nameNotUtf8: "its name is not UTF-8; rename it.",
  stdin: "standard input",
  stdout: "standard output",
  stillLocked: (file, lock) =>
    `cannot write ${file}: another run has been changing it for too long; if no other run is active, delete ${lock} and try again.`,
  unknownFile: "a file",
  badList: (option, value, known) =>
    `${option} takes LIST=NAME, which “${value}” is not; the rubric has the tables ${known}.`,
  duckdb: duckdbEn,
  postgres: postgresEn,
  leftOut: (name, code, reason) => `the query does not give “${name}” (${code}): ${reason}`,
  notAsQuery: (rubric) => `${rubric} cannot be written as an exact query:`,
  systemError: (file, why) => `cannot read or write ${file}: ${why}`,
  unexpected: (error, location, versions) =>
    `the program failed and there is no result: ${error}. This is a bug in Yardstick; please report it with the command line (${location === "" ? "" : `${location}, `}${versions}).`,
  whyNot: (code) =>
    ({
      ENOENT: "there is no such file.",
      EACCES: "permission denied.",
      EPERM: "permission denied.",
      EISDIR: "it is a folder, not a file.",
      ENOTDIR: "a part of the path is not a folder.",
      ENOSPC: "the disk is full.",
      EDQUOT: "the disk quota is used up.",
      EFBIG: "it exceeds the maximum file size.",
      EROFS: "the disk is read-only.",
      EIO: "reading or writing failed; the disk or the network may be faulty.",
      EBUSY: "the file is in use.",
      ETXTBSY: "the file is in use.",
      EMFILE: "too many files are open.",
      ENFILE: "too many files are open.",
      ELOOP: "its symbolic links form a loop.",
      ENAMETOOLONG: "its name is too long.",
    })[code ?? ""] ?? `system error ${code ?? "?"}.`,
  outOfMemory: (used, limit) =>
    `the memory does not suffice, so there is no result and no file was written: ${used} MB are in use, of at most ${limit} MB. Score the data in parts, or on a machine with more memory; NODE_OPTIONS=--max-old-space-size=MB raises the limit of the heap.`,
  liftLimit: (option) => `To raise the limit: ${option}; to lift all limits: --limit none.`,
  noRubrics: (path) => `there is no .rubric file in ${path}.`,
  noData: (tried) => `no data: there is neither ${tried.join(" nor ")}; name a data file with --data.`,
  needsOut: "a workbook cannot be shown on a terminal; name a file with --out.",
  formNeedsOut:
    "a form is a workbook; name either the .xlsx file to write with --out, or a folder for the forms of all assessors with --every-assessor.",
  noPeriod: "the data has no periods; use --period to state the period of the results.",
  noScenarioHistory: "results under a scenario cannot be appended to the history; remove --scenario.",
  historyNotCsv: (file) => `results can only be appended to a CSV file, and ${file} is not one.`,
  historyUnreadable: (file) =>
    `${file} is not a history that results can be appended to (it needs columns for key and period, headers in the first row, no titles or totals); it was not changed.`,
  unknownAssessor: (name, known) =>
    `the rubric has no assessor “${name}”; ${known.length === 0 ? "it names none." : `choose from: ${known.join(", ")}.`}`,
  notEmpty: (folder) => `the folder ${folder} is not empty; choose one that is.`,
  created: (folder, template) => `created ${folder} from the template ${template}`,
  formatted: (file) => `formatted ${file}`,
  fixApplied: (place, title) => `${place} fixed: ${title}`,
  fixNeedsFile: "--fix changes files, not standard input.",
  watchNeedsFile: "--watch is for files, not for standard input.",
  watching: "Waiting for changes; Ctrl-C ends.",
  previewNeedsFile: "A preview uses the data beside the rubric; save the rubric first.",
  unknownTable: (name, known) =>
    `the rubric has no list “${name}”; ${known.length === 0 ? "it declares none." : `choose from: ${known.join(", ")}.`}`,
  noWorkbook: (files) =>
    `--sheet selects a sheet of a workbook, and ${files.join(", ")} ${files.length === 1 ? "is not a workbook" : "are not workbooks"}.`,
  badTable: (value) => `--table expects LIST=FILE, not “${value}”.`,
  reading: readingMessages.en,
  stdinTwice: "standard input (-) can be read only once.",
  project: {
    foreign: (file) =>
      `${file} is not a project file; a rubric is a .rubric file, and the playground exports project files.`,
    newer: (file) =>
      `${file} was written by a newer version of Yardstick and cannot be read; update Yardstick and try again.`,
    empty: (file) => `${file} contains no readable project.`,
    damaged: (file, count) => `${file}: ${counted(count, "damaged project")} skipped.`,
    which: (file, paths) => `${file} contains ${paths.length} projects; specify one: ${paths.join(", ")}.`,
    readOnly: (path) =>
      `${path} is inside a project file, which the command line does not change; specify another file, or change it in the playground.`,
  },
  unknownKey: (key, near) => `the data has no “${key}”${near === null ? "." : `; did you mean “${near}”?`}`,
  emptyList: (list) => `${list}: there is no data file, so it is treated as having no rows.`,
  noAlternatives: "No fix changes scores, no blank is waited for, and no row is in doubt.",
  warnings: (count, rubric) => `the rubric has ${counted(count, "warning")}; see them with yardstick check ${rubric}`,
  moreProblems: (count) => `${counted(count, "more problem")} in the data ${count === 1 ? "is" : "are"} not shown.`,
  doubtedRows: (key, count) =>
    `${count} ${count === 1 ? "row needs" : "rows need"} confirmation: add --keep-row "${key}" if it is a subject, --leave-row "${key}" if it is not, or delete the row.`,
  rowsSetAside: (key) => `If a row that was not used is a subject, add --keep-row "${key}".`,
  notUsed: (file, used) =>
    `${file}: not used, because ${used} is used; specify it with --data or --table if it is meant.`,
  historyAppended: (file, added, replaced, unchanged) =>
    `${file}: ${added} ${added === 1 ? "row" : "rows"} appended, ${replaced} updated, ${unchanged} unchanged.`,
  historyLeft: (file) => `${file}: nothing was appended, because the data has errors or a requirement is not met.`,
  historyPending: (count) => `${counted(count, "pending subject")} not appended.`,
  unassigned: (fields) =>
    `columns without an assessor: ${fields.join(", ")}; they are in the form made without --assessor.`,
  formWritten: (file) => `wrote ${file}.`,
  tooManySheets: (count, most) =>
    `there are ${count} subjects, more than ${most}, so no score sheets were added; use yardstick explain to see each.`,
  manySheets: (count) =>
    `one page has ${count} score sheets and opens slowly; with a folder (ending in /) or a .zip file as --out each sheet is a file.`,
  sheetsNeedFolder: (count, most) =>
    `there are ${count} score sheets, and an archive has at most ${most}; name a folder (ending in /) as --out.`,
  sheetsNeedHtml: "--sheets goes with --format html.",
  archiveNeedsSheets: (file) =>
    `--out ${file}: only score sheets are written as an archive, with --format html --sheets.`,
  noticeFile: "notice",
  diagnosticCounts: (errors, warnings, advice, files) =>
    `${counted(files, "file")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${advice} advice`,
  unreadableCount: (files) => `${counted(files, "path")} could not be read`,
  progress: {
    reading: (file, percent) => `reading ${file} ${percent}%`,
    arranging: "reading the tables",
    scoring: "scoring",
    weighing: "analysing weights",
    sheets: (done, all) => `creating score sheets ${done} / ${all}`,
    composing: "formatting the result",
    writing: (file) => `writing ${file}`,
    checking: (file, done, all) => `checking ${file} (${done} / ${all})`,
  },
  place: "place",
  score: "score",
  veto: "veto",
  awards: "awards",
  consequences: "consequences",
  notes: "notes",
  scenario: (name) => `scenario: ${name}`,
  pending: (count) => `pending (${count}, not ranked)`,
  invalid: (count) => `data in error (${count}, not ranked)`,
  awaits: (fields) => `waiting for ${fields}`,
  andMore: (count) => `and ${count} more`,
  requirements: "requirements that are not met",
  policies: "policies that are not met",
  undecided: "policies that cannot be decided yet",
  noSubjects: "the data has no subjects.",
  receipt: (rubric, data) => `rubric ${rubric}  data ${data}`,
  full: "full",
  foldedItems: (items) => `No rule acted in: ${items}`,
  rulesLeftOut: (count) =>
    `${count} ${count === 1 ? "rule" : "rules"} without effect not shown; --all-rules lists them.`,
  moreChanges: (count) => `${count} more, see below`,
  basis: "basis",
  period: "period",
  passed: "passed",
  failed: "failed",
  expectedFound: (name, expected, found) => `${name}: expected ${expected}, found ${found}`,
  nothing: "nothing",
  testCounts: (passed, failed) => `${counted(passed, "test")} passed, ${failed} failed`,
  noTests: "there are no tests.",
};

/** The messages by language. */
export const messagesOf: Readonly<Record<Lang, Messages>> = { zh, en };
