/** The messages of the designer's menus in Chinese: adding, removing, and actions on several rows. */
import type { Attribute } from "../edit/attributes.js";
import type { OptionName } from "../edit/options.js";
import type { RowOptionName } from "../edit/row-options.js";
import type { RowTemplate } from "../edit/row-templates.js";

const attributeNames: Readonly<Record<Attribute, string>> = {
  assessor: "考核部门",
  basis: "依据条款",
  weight: "权重",
  points: "分值",
  within: "可调范围",
  applies: "适用条件",
  rounds: "保留小数",
};

const options: Readonly<Record<OptionName, string>> = {
  "lowest-first": "低者在前",
  "within-group": "分组排名：同…",
  where: "只对部分对象排名",
  "ties-share": "并列同名次",
  "ties-dense": "并列同名次，后面不空名次",
  "then-by": "分数相同再按…",
  "head-to-head": "分数相同比直接胜负…",
  "tie-break-lowest-first": "该项低者在前",
  "by-ranking": "名额所依据的排名",
  "to-place": "截至第几名",
  if: "附加条件：若…",
  pays: "奖金",
  basis: "依据条款",
  effective: "施行期限",
  "all-periods": "取各期结果",
  rounds: "保留小数",
  "rounds-step": "取整到某个数",
  "mode-half-even": "四舍六入五成双",
  "mode-down": "舍去零头",
  "mode-up": "有零头进一",
  "mode-floor": "向下取整",
  "mode-ceiling": "向上取整",
  message: "说明文字",
  "another-name": "再添加一个",
  "to-sections": "改为只用于某一部分",
  "to-total": "改为用于总分",
  default: "默认值",
};

const rowOptions: Readonly<Record<RowOptionName, string>> = {
  unit: "单位",
  range: "取值范围",
  default: "未填写时的值",
  optional: "可以不填写",
  assessor: "考核部门",
  description: "档次说明",
  quota: "名额",
  condition: "分数条件",
  "rounds-up": "名额有小数时进一",
  "rounds-half-up": "名额有小数时四舍五入",
  below: "改为“小于…”",
  between: "改为“…至…”",
  "at-least": "改为“不小于…”",
};

const newRows: Readonly<Record<RowTemplate, string>> = {
  band: "下一档",
  "band-else": "其余",
  field: "字段",
  "score-zero": "总分归零",
  unranked: "不排名",
  "no-place": "不占名次",
  "no-awards": "不奖励",
  "grade-at-most": "等次不高于…",
  grade: "按分数定的等次",
  "grade-quota": "按名额定的等次",
  "grade-else": "其余的等次",
  "grade-raise-to": "破格：升至某档，若…",
  "grade-lower": "降一档，若…",
  "grade-cap": "等次不高于某档，若…",
  change: "改分值或常量",
  "change-weight": "改权重",
  given: "给定一个字段",
  "given-else": "其余条目按满分算",
  expected: "应得",
  level: "档次",
};

/** The Chinese messages of the menus. */
export const menusZh = {
  attributeNames,
  options,
  rowOptions,
  newRows,
  adding: "添加",
  setting: "设置",
  without: (what: string) => `移除：${what}`,
  rowMenu: "这一行的更多操作",
  addOtherwise: "添加“否则”",
  addToOtherwise: "在“否则”下添加一条规则",
  addVariants: "按对象类别分设条目",
  addCase: "再添加一类对象",
  removeCase: (name: string) => `删除这一类：${name}`,
  mark: "选中，可以连续选择多条",
  marks: {
    label: "选中的条目",
    count: (count: number) => `已选 ${count} 项`,
    clear: "取消选择",
    removed: (what: string) => `已删除${what}`,
    items: (count: number) => `${count} 项`,
    named: (name: string) => `「${name}」`,
    undo: "撤销",
  },
};
