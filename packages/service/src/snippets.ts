/**
 * Templates of rules and declarations with tab stops, by initial keyword, in both vocabularies.
 */
import { suffixes, vocabulary, type Lang, type Role, type RoleName } from "@yardstick/language";

/** A template. */
export interface Snippet {
  readonly label: string;
  /** Its purpose, and its equivalent in the other vocabulary. */
  readonly detail: string;
  readonly text: string;
  readonly filter: string;
}

type Form = readonly [role: RoleName, zhLabel: string, zhText: string, enLabel: string, enText: string];

/** The snippet of a keyword that is followed by a number of points. */
function pointsForm(role: RoleName): Form {
  const { zh, en }: Role = vocabulary[role];
  const [chinese = "", english = ""] = [zh[0], en[0]];
  return [role, `${chinese} … 分`, `${chinese} \${1:0.5} 分`, `${english} … points`, `${english} \${1:0.5} points`];
}

const forms: readonly Form[] = [
  [
    "Section",
    "大类 … 分 { }",
    "大类 ${1:名称} ${2:10} 分 {\n  $0\n}",
    "section … points { }",
    "section ${1:name} ${2:10} points {\n  $0\n}",
  ],
  [
    "Item",
    "条目 … 分 { }",
    "条目 ${1:名称} ${2:5} 分 {\n  $0\n}",
    "item … points { }",
    "item ${1:name} ${2:5} points {\n  $0\n}",
  ],
  [
    "Bonus",
    "加分项 … 最多 … 分 { }",
    "加分项 ${1:名称} 最多 ${2:3} 分 {\n  $0\n}",
    "bonus … up to … { }",
    "bonus ${1:name} up to ${2:3} points {\n  $0\n}",
  ],
  ["Per", "每 … 扣 … 分", "每 ${1:字段} 扣 ${2:0.1} 分", "per … deduct …", "per ${1:field} deduct ${2:0.1} points"],
  [
    "Per",
    "每 … 少于 … 扣 … 分",
    "每 ${1:字段} 少于 ${2:4} 扣 ${3:0.1} 分",
    "per … under … deduct …",
    "per ${1:field} under ${2:4} deduct ${3:0.1} points",
  ],
  ["If", "若 … 扣 … 分", "若 ${1:条件} 扣 ${2:0.2} 分", "if … deduct …", "if ${1:condition} deduct ${2:0.2} points"],
  [
    "Each",
    "逐条 … 其中 … 扣 … 分",
    "逐条 ${1:明细} 其中 ${2:条件} 扣 ${3:0.1} 分",
    "each … where … deduct …",
    "each ${1:list} where ${2:condition} deduct ${3:0.1} points",
  ],
  [
    "AtDiscretion",
    "酌情 扣 … 0 .. … 分",
    "酌情 扣 ${1:事由} 0 .. ${2:1} 分",
    "at discretion deduct … 0 .. …",
    "at discretion deduct ${1:reason} 0 .. ${2:1} points",
  ],
  [
    "Earn",
    "得 按比例 … / …",
    "得 按比例 ${1:完成} / ${2:任务}",
    "earn in proportion … / …",
    "earn in proportion ${1:done} / ${2:target}",
  ],
  ...suffixes.flatMap(({ word, takes }): readonly Form[] => (takes === "points" ? [pointsForm(word)] : [])),
  [
    "Veto",
    "一票否决 … 若 … { }",
    "一票否决 ${1:名称} 若 ${2:条件} { ${3:不占名次} }",
    "veto … if … { }",
    "veto ${1:name} if ${2:condition} { ${3:no place} }",
  ],
  [
    "Ranking",
    "排名 … 按 总分",
    "排名 ${1:名称} 按 总分 并列 同名次",
    "ranking … by score",
    "ranking ${1:name} by score ties share",
  ],
  [
    "Award",
    "奖励 … 第 … 名",
    "奖励 ${1:名称} ${2:排名} 第 ${3:1} 名 ${4:3000} 元",
    "award … place …",
    "award ${1:name} ${2:ranking} place ${3:1} pays ${4:3000} yuan",
  ],
  [
    "Consequence",
    "处理 … 若 …",
    "处理 ${1:名称} 若 ${2:条件}",
    "consequence … if …",
    "consequence ${1:name} if ${2:condition}",
  ],
  [
    "Test",
    "样例 … { 给定 应得 }",
    '样例 "${1:说明}" {\n  给定 { ${2:字段}: ${3:1}, 其余: 满分 }\n  应得 { 总分: ${4:99.9} }\n}',
    "test … { given expect }",
    'test "${1:what}" {\n  given { ${2:field}: ${3:1}, else: full }\n  expect { score: ${4:99.9} }\n}',
  ],
];

/** The templates whose initial keyword is among `roles`. */
export function snippetsFor(roles: readonly RoleName[], written: Lang, lang: Lang): Snippet[] {
  return forms
    .filter(([role]) => roles.includes(role))
    .map(([role, zhLabel, zhText, enLabel, enText]) => {
      const [label, text, twin] = written === "zh" ? [zhLabel, zhText, enLabel] : [enLabel, enText, zhLabel];
      return { label, text, detail: `${vocabulary[role].says[lang]} · ${twin}`, filter: `${label} ${twin}` };
    });
}
