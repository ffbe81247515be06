/** The words of the app in Chinese, as an office would write them. The keys here are the catalogue: English must have them all. */
import { designerZh } from "../designer/words-zh.js";
import { screensZh } from "./screens-zh.js";

const effects = {
  "score-zero": "总分归零",
  unranked: "不排名",
  "no-place": "不占名次",
  "no-awards": "不奖励",
} as const;

export const zh = {
  designer: designerZh,
  screens: screensZh,
  lang: "zh" as "zh" | "en",
  brand: "标尺",
  pageTitle: "标尺 · Yardstick",
  otherLang: { code: "en", name: "English" },
  untitled: "未命名的考核",
  colon: "：",
  comma: "、",
  dot: "·",

  panes: "窗格",
  pane: { rubric: "规则", data: "数据", results: "结果" },
  split: { columns: "规则与结果的分界", rows: "结果与数据的分界" },
  demonstrate: "演示",
  undo: "撤销",
  redo: "重做",
  toDark: "改用深色",
  toLight: "改用浅色",

  saving: "保存中…",
  saved: "已保存",
  unsaved: "未保存",
  downloadNow: "立即下载",
  unsavedWhy: {
    quota: "浏览器的存储空间已满，刚才的改动没有存下。请立即下载。",
    conflict: "另一个窗口改过这个项目，这里的改动没有存下，也不会覆盖那边。请立即下载。",
    closed: "与本机数据库的连接断了，改动没有存下。请立即下载。",
    failed: "写入本机数据库失败，改动没有存下。请立即下载。",
    unavailable: "这个浏览器不允许本页保存数据。请在离开前下载。",
    newer: "本机数据库已由更新版本的标尺使用，这里不能写入。请立即下载。",
  },
  readOnly: "只读",
  readOnlyNotice: "这个项目正在另一个窗口中编辑，这里只能查看。",
  makeCopy: "另存为副本，在此编辑",

  rubricText: "规则文本，按 F6 到下一个窗格",
  editorFailed: "编辑器没有加载成功，文本可以查看，不能修改。请刷新页面再试。",
  noErrors: "无错误",
  errorsAt: (count: number, line: number) => `${count} 处错误：第 ${line} 行`,
  hints: (count: number) => `建议 ${count}`,
  line: (line: number) => `第 ${line} 行`,
  lineColumn: (line: number, column: number) => `第 ${line} 行，第 ${column} 列`,

  ranking: "排名",
  rankingBy: "排名方式",
  scenario: "方案",
  asWritten: "按规则原文",
  checks: "检查",
  samples: "样例",
  place: "名次",
  sections: "大类",
  selectSection: (name: string) => `突出显示${name}`,
  score: "总分",
  points: "得分",
  full: "满分",
  lost: "扣分",
  held: "得分",
  bonus: "加分",
  marks: "奖惩",
  selectedSection: (name: string) => `${name}（所选）`,
  otherSections: "其他大类",
  barLabel: (score: string) => `总分 ${score}，各大类得分见评分表`,
  seal: "否",
  vetoed: "一票否决",
  vetoOf: (name: string) => `一票否决：${name}`,
  vetoMark: (name: string, effectTexts: readonly string[]) => [name, ...effectTexts].join("·"),
  vetoEffect: (
    effect: { readonly kind: keyof typeof effects } | { readonly kind: "grade-at-most"; readonly grade: string },
  ) => (effect.kind === "grade-at-most" ? `等次不高于${effect.grade}` : effects[effect.kind]),
  sameAsBefore: "与上期名次相同",
  movedBy: (places: number) => (places > 0 ? `比上期上升 ${places} 名` : `比上期下降 ${-places} 名`),
  notRanked: (count: number) => `未排名：待补数据 ${count}`,
  awaited: "待补",
  awaitedFrom: (assessor: string | null, reason: string) =>
    [
      assessor ?? "",
      {
        unreadable: "读不出",
        "division-by-zero": "除数为零",
        "history-gap": "缺往期结果",
        "no-band": "不在任何档内",
        "out-of-range": "超出范围",
        "no-result": "尚无结果",
      }[reason] ?? "",
    ]
      .filter((text) => text !== "")
      .join("，"),
  fillIn: "去填写",
  noSubjects: "数据表里还没有考核对象。在下方“数据”里填上第一行，排名就会出现在这里。",
  noResultYet: "规则里有错误，还算不出结果。",
  noResultNext: "在“检查”里可以看到每处错误和改法；改好后结果会立即出现。",
  working: "计算中…",
  staleResult: (errors: number, time: string) => `规则有 ${errors} 处错误，这里是 ${time} 无误时的结果`,
  trouble: {
    hung: "计算超时，已停止；这里是此前的结果。修改规则或数据后会重新计算。",
    fault: "计算中出了故障；这里是此前的结果。修改规则或数据后会重新计算。",
  },

  severity: { error: "错误：", warning: "警告：", advice: "建议：" },
  nothingWrong: "规则没有错误，数据没有读不出的单元格，各项要求都已满足。",
  requirements: "数据要求",
  policies: "政策要求",
  undecided: "尚不能判定",
  noSamples: "规则里还没有样例。写一段「样例 … 给定 … 应得 …」，这里就会核对它。",
  passed: "通过",
  failed: "不符",
  result: "结果项",
  expected: "应得",
  found: "实得",

  history: "历年结果",
  subjects: "考核对象",
  constants: "常量",
  rowNumber: "行号",
  cellsOf: (name: string) => `${name}的数据表`,
  cellOf: (column: string, row: number) => `${column}，第 ${row} 行`,
  key: "主键",
  notInRubric: "规则中没有",
  andOthers: (name: string, count: number) => `${name}等 ${count} 家`,
  fieldType: {
    text: "文本",
    flag: "是否",
    date: "日期",
    period: "期别",
    number: "数值",
    count: "计数",
    percent: "%",
    level: "选项",
    list: "明细",
  },
  noRows: "这张表还没有数据。",
  noBadCells: "没有读不出的单元格",
  badCells: (count: number) => `${count} 处有误`,
  awaitedCells: (count: number) => `待补 ${count} 格`,

  sheetOf: (subject: string) => `${subject} 评分表`,
  back: "返回",
  previous: "上一名",
  next: "下一名",
  linesNotFired: "未触发的规则",
  sum: "合计",
  ofWhichBonus: "其中加分",
  atMost: (points: string) => `最多 ${points}`,
  clause: "条款",
  rulesAndBasis: "规则与依据",
  count: "计数",
  effect: "扣 / 加",
  heldBackHead: "封顶·豁免·舍入",
  sectionNumber: (number: number) => `${chineseNumber(number)}、`,
  form: { bonus: "加分项", penalty: "扣分项" },
  notFired: "未触发：",
  discretion: "酌情：",
  pendingMark: "待定",
  fromSumToScore: "从合计到总分",
  resultKind: { grade: "等次", award: "奖励", consequence: "处理", output: "公布" },
};

const DIGITS = "零一二三四五六七八九";

/** 1 to 99 in Chinese; beyond that in figures. */
function chineseNumber(number: number): string {
  const ones = number % 10 === 0 ? "" : (DIGITS[number % 10] ?? "");
  if (number < 10) return DIGITS[number] ?? "";
  if (number < 20) return `十${ones}`;
  return number < 100 ? `${DIGITS[Math.floor(number / 10)] ?? ""}十${ones}` : String(number);
}
