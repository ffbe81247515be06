/**
 * The messages of the app in Chinese, in the style of official documents. Their keys define the type: the English
 * messages must have all of them.
 */

const effects = {
  "score-zero": "总分归零",
  unranked: "不排名",
  "no-place": "不占名次",
  "no-awards": "不奖励",
} as const;

export const zh = {
  lang: "zh" as "zh" | "en",
  brand: "标尺",
  pageTitle: "标尺 · Yardstick",
  otherLang: { code: "en", name: "English" },
  untitled: "未命名的考核",
  colon: "：",
  comma: "、",

  panes: "窗格",
  pane: { rubric: "规则", data: "数据", results: "结果" },
  split: { columns: "规则与结果的分界", rows: "结果与数据的分界" },
  example: "范例",
  demonstrate: "演示",
  findHelp: "查找命令和帮助",
  undo: "撤销",
  redo: "重做",
  toDark: "改用深色",
  toLight: "改用浅色",

  saving: "保存中…",
  saved: "已保存",
  unsaved: "未保存",
  downloadNow: "立即下载",
  unsavedWhy: {
    quota: "浏览器存储空间已满，最近的改动未能保存。请立即下载。",
    conflict: "另一窗口已修改本项目，此处的改动未能保存，也不会覆盖该窗口的内容。请另存为副本，或者立即下载。",
    closed: "与本机数据库的连接已中断，改动未能保存。请立即下载。",
    failed: "写入本机数据库失败，改动未能保存。请立即下载。",
    unavailable: "本浏览器不允许本页保存数据。请在离开前下载。",
    newer: "本机数据库已由更新版本的标尺使用，此处不能写入。请立即下载。",
  },
  readOnly: "只读",
  readOnlyNotice: "本项目正在另一窗口中编辑，此处只能查看。",
  keepCopy: "另存为副本",
  makeCopy: "另存为副本并编辑",

  rubricText: "规则文本，按 F6 转到下一窗格",
  rubricModes: { label: "规则的显示方式", form: "表单", text: "文本", both: "对照" },
  more: "更多",
  lens: { passed: "✓ 样例通过", failed: "✗ 与应得不符", notRun: "样例未计算" },
  outline: "大纲",
  tidy: "整理格式",
  find: "查找",
  errors: (count: number) => `${count} 处错误`,
  viewFailed: "加载失败。请检查网络后刷新页面。",
  formFailed: "表单加载失败，可以改用文本。请刷新页面后重试。",
  editorFailed: "编辑器加载失败，文本可以查看，不能修改。请刷新页面后重试。",
  noErrors: "无错误",
  errorsWithFirst: (count: number, first: string) => `${count} 处错误：${first}`,
  unfilled: (count: number) => `${count} 处空未填`,
  errorsAt: (count: number, line: number) => `${count} 处错误：第 ${line} 行`,
  hints: (warnings: number, advice: number) =>
    [
      ...(warnings === 0 ? [] : [`警告 ${warnings}`]), //
      ...(advice === 0 ? [] : [`建议 ${advice}`]),
    ].join("，"),
  lineColumn: (line: number, column: number) => `第 ${line} 行，第 ${column} 列`,

  ranking: "排名",
  rankingBy: "排名方式",
  scenario: "方案",
  asWritten: "按规则原文",
  checks: "检查",
  tests: "样例",
  place: "名次",
  sections: "大类",
  selectSection: (name: string) => `突出显示${name}`,
  score: "总分",
  points: "得分",
  lost: "扣分",
  gained: "得分",
  bonus: "加分",
  marks: "奖惩",
  provisional: "暂定，数据补齐后可能变化",
  provisionalLegend: "虚线下划的名次暂定，数据补齐后可能变化",
  change: "增减",
  noValue: "无",
  noneFits: "没有符合筛选条件的。",
  undecidedMark: (name: string) => `${name} 待定`,
  tiedMark: (grade: string) => `在名额线上同分，未取 ${grade}`,
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
  missing: "待补",
  missingFrom: (assessor: string | null, reason: string) =>
    [
      assessor ?? "",
      {
        unreadable: "无法读取",
        "division-by-zero": "除数为零",
        "history-gap": "缺少往期结果",
        "no-band": "不在任何档内",
        "no-calendar": "规则没有列出该年度的节假日，工作日数不能确定",
        "out-of-range": "超出范围",
        "best-is-zero": "最高值为 0，无法据以折算",
        "no-history": "没有上期结果：请导入历次结果（history.csv），或者用 上期(…) ≠ 无 排除",
        "no-result": "尚无结果",
      }[reason] ?? "",
    ]
      .filter((text) => text !== "")
      .join("，"),
  noSubjects: "数据表中尚无考核对象。请在下方“数据”窗格填写第一行，排名随即显示在此处。",
  noResultYet: "规则有错误，尚不能计算结果。",
  noResultNext: "“检查”中列出每处错误及其改法；改正后，结果随即显示。",
  working: "计算中…",
  staleResult: (errors: number, unfilled: number, time: string) =>
    `规则有 ${[
      ...(errors === 0 ? [] : [`${errors} 处错误`]), //
      ...(unfilled === 0 ? [] : [`${unfilled} 处空未填`]),
    ].join("、")}，此处为 ${time} 完整时的结果`,
  resultBefore: "此处为此前的结果。",
  failure: {
    hung: "计算超时，已停止；修改规则或数据后将重新计算。",
    failure: "计算发生故障；修改规则或数据后将重新计算。",
    unavailable: "本浏览器未能启动后台计算，无法得出结果。规则和数据均已保留，可以下载后在其他浏览器中打开。",
  },

  undecided: "尚不能判定",
  found: "实得",

  history: "历年结果",
  subjects: "考核对象",

  next: "下一名",
  sum: "合计",

  projectMenu: (name: string) => `项目：${name}`,
  files: "本项目的方案",
  share: "分享",
  dropNow: "松开即可打开",
  rowsAside: "不作考核对象",
  keepRow: "列为考核对象",
  leaveRow: "不列为考核对象",
  notice: "公示",
  distribution: "分布",
  toContrast: "改用高对比",
  newerNotice: "本机数据库已由更新版本的标尺使用，此处只能查看和下载。",
  download: "下载",
};
