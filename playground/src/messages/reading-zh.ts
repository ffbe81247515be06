/** Messages of the reading screen, in Chinese. */
import type { ReadingMessages } from "./reading-catalogue.js";

export const readingZh: ReadingMessages = {
  title: "读取细则文档",
  pasted: "粘贴的内容",
  untouched: "只读取，不改动原件",
  reading: "正在读取…",
  notRead: "没有读取",
  cancel: "取消",
  keepOn: "继续核对",
  leaveAsk: (answers) => `已作 ${answers} 处确认，离开后不保留。`,
  leave: "离开",
  undo: "撤销",
  redo: "重做",
  chooseOther: "选择其他文件",

  states: { read: "已读出", asks: "待确认", judged: "酌情评定", "not-a-rule": "非规则", "not-read": "未读出" },
  letter: { asks: "问", "not-read": "未" },
  byYou: "已确认",

  points: (points) => `${points} 分`,
  found: (stated) => `/ ${stated} 分已找到`,
  foundAlone: "分已找到",
  agrees: (stated) => `与原文“满分 ${stated} 分”相符`,
  noTotal: "原文没有写满分",
  missing: (points) => `比原文少 ${points} 分`,
  over: (points) => `比原文多 ${points} 分`,
  gap: (points) => `缺 ${points}`,
  legend: (state, points) =>
    ({
      read: `已读出 ${points} 分`,
      asks: `有待确认的条目 ${points} 分`,
      judged: `含酌情评定 ${points} 分`,
      "not-read": `含未读出 ${points} 分`,
      "not-a-rule": `未写计分办法 ${points} 分`,
    })[state],
  sections: "大类",
  otherSection: "其他",
  goTo: (section) => `转到“${section}”`,

  clausesAre: (count) => `原文 ${count} 条`,
  figuresAre: (count) => `数字 ${count} 处`,
  figuresUsed: (used, unused) => (unused === 0 ? `全部用到` : `用到 ${used}，标出 ${unused}`),
  otherLines: (count) => `另有 ${count} 句`,
  noRules: "不是规则",

  filter: "按状态筛选",
  all: "全部",
  answeredAndOpen: (answered, open) => `已答 ${answered}，余 ${open}`,
  nextQuestion: "下一问",
  nextUnread: "下一处未读出",
  previousQuestion: "上一问",
  nextShort: (open) => `下一问　余 ${open}`,
  nextUnreadShort: (unread) => `未读出　余 ${unread}`,
  filtered: (state, shown, hidden) => `只显示“${state}” ${shown} 条；其余 ${hidden} 条照旧，没有改动。`,
  showAll: "显示全部",
  noneShown: (state) => `没有“${state}”的条款。`,

  original: "原文",
  pointsColumn: "分值",
  clauseColumn: "评分标准",
  rulesColumn: "读成的规则",
  keys: [
    ["↑↓", "选条"],
    ["Enter", "采用"],
    ["N", "下一问"],
    ["Del", "不采用"],
  ],

  uses: { title: "细则名称", heading: "标题或说明，不计分", columns: "表头" },
  noRule: "说明，存入细则，不计分",
  clauseLabel: (number, state) => `第 ${number} 条，${state}`,
  clausesOf: (first, last) => (first === last ? `第 ${first} 条` : `第 ${first}—${last} 条`),
  fold: "收起",
  unfold: "展开",
  noItemRule: "原文没有写怎样计分；建立后该条目待定",
  roles: { bonus: "加分项", penalty: "扣分项", veto: "否决项" },
  assessor: (name) => `考核部门：${name}`,
  weight: (percent) => `权重 ${percent}%`,

  reasons: {
    refused: "您不采用这一条，原文存为说明，不计分",
    language: "不是中文或英文，没有读取",
    "too-long": "一句过长，没有读取",
    "level-table": "各档分值与本项分值不符，没有读取",
    form: "没有相应的写法，没有读取",
  },
  staysOpen: "建立后原文照录为“待定”，所在条目暂不得出分数",
  unreadPart: (parts) => `没有读出：${parts.map((part) => `“${part}”`).join("、")}`,
  unusedFigures: (figures) => `没有用到的数字：${figures.join("、")}`,
  withRequirement: "与本项的要求一并读出",
  ifChosen: "选定后",
  answered: (question, option) => `已答：${question}　${option}`,
  everywhere: "全文同样处理",
  take: "采用",
  refuse: "不采用",
  takeBack: "撤回",

  sum: ({ name, stated, found, missing }) =>
    `${name === "" ? "原文满分" : `“${name}”写明`} ${stated} 分，所列条目合计 ${found} 分，${missing.startsWith("-") ? `多 ${missing.slice(1)}` : `少 ${missing}`} 分。`,
  goToSection: (name) => `查看“${name}”`,
  unknownColumn: (name) => `“${name}”列的含义不明，其内容已逐条列出。`,
  errors: (count) => `草稿有 ${count} 处错误，建立后在规则中标出。`,

  built: "建立后：",
  summary: ({ sections, items, rules, fields, bonuses, vetoes, grades }) =>
    [
      `${sections} 个大类、${items} 个条目、${rules} 条规则、${fields} 个数据项`,
      ...(bonuses > 0 ? [`加分项 ${bonuses}`] : []),
      ...(vetoes > 0 ? [`一票否决 ${vetoes}`] : []),
      ...(grades > 0 ? [`等次 ${grades}`] : []),
    ].join("；"),
  left: (open, judged, unread) => {
    const kept = [...(open > 0 ? [`未答的 ${open} 条`] : []), ...(unread > 0 ? [`未读出的 ${unread} 条`] : [])];
    return `${[
      ...(kept.length > 0 ? [`${kept.join("和")}照录为“待定”，所在条目暂不得出分数`] : []),
      ...(judged > 0 ? [`酌情评定的 ${judged} 条由考核部门评定`] : []),
    ].join("；")}。`;
  },
  nothingLeft: "每一条都已读出。",
  rankedByTotal: "原文没有写排名，按总分排名。",
  exportComparison: "导出对照表",
  build: "建立细则",
  buildWithSample: "建立并生成样本数据",
  sampleWhy: "样本数据为虚构，用于试算；可以随时替换",
  asData: "作为数据导入",

  comparison: "对照表",
  comparisonColumns: ["序号", "大类", "条目", "分值", "原文", "状态", "读成的规则", "确认或说明"],
  signature: "核对人（签字）：　　　　　　　　日期：",
};
