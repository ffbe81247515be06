import { around, data, item, type Case } from "../marked.js";

export const names: readonly Case[] = [
  {
    says: "words that other languages have for yes are told for what the rubric writes, as a value, as a level, and as a type",
    text: `${data.replace("类型: 选项(城, 乡)", "到会: 选项(是, 否, 假)\n  人数: |整数|")}条目 乙 10 分 { 若 不团结 = |真| 扣 1 分; 若 到会 = |对| 扣 1 分 }`,
    codes: ["other-wording", "other-wording", "other-wording"],
  },
  { says: "a misspelt field is unknown", text: item("每 |迟抱| 扣 0.1 分"), codes: ["unknown-name"] },
  {
    says: "all uses of one unknown name are one diagnostic",
    text: item("每 |迟抱| 扣 0.1 分\n每 迟抱 少于 4 扣 0.1 分\n若 迟抱 > 3 扣 1 分"),
    codes: ["unknown-name"],
  },
  {
    says: "each use of the placeholder is an unfilled slot",
    text: item("每 |待填| 扣 0.1 分\n若 |to_fill| > 3 扣 1 分\n每 |待填| 扣 1 分"),
    codes: ["unfilled-slot", "unfilled-slot", "unfilled-slot"],
  },
  {
    says: "a field may have the name of the placeholder",
    text: `数据 社区 { 名称: 文本 主键\n待填: 计数 }\n条目 乙 10 分 { 每 待填 扣 0.1 分 }`,
    codes: [],
  },
  {
    says: "an unknown list is one diagnostic, whatever its row is asked",
    text: item('逐条 |台帐| 其中 事项 = "迟报" 扣 0.1 分 × 数量'),
    codes: ["unknown-name"],
  },
  { says: "an unknown column is found", text: item("扣 求和(台账.|数目|) × 0.1 分"), codes: ["unknown-name"] },
  { says: "an unknown function is found", text: item("扣 |求合|(台账.数量) × 0.1 分"), codes: ["unknown-name"] },
  { says: "an unknown level is found", text: item("若 等级 = |优| 扣 1 分"), codes: ["unknown-name"] },
  {
    says: "an unknown type is found",
    text: `数据 社区 { 名称: 文本 主键\n等级: |风格|\n}\n条目 乙 1 分 { 若 等级 = 好 扣 1 分 }`,
    codes: ["unknown-name"],
  },
  {
    says: "a keyword or an everyday word in place of a type is another wording",
    text: `数据 社区 { 名称: 文本 主键\n等级: |等次|\n数目: |整数|\n}\n条目 乙 1 分 { 若 名称 = "甲" 扣 1 分 }`,
    codes: ["other-wording", "other-wording"],
  },
  {
    says: "a keyword that is no type is an unknown type, and the fields behind it are read",
    text: `数据 社区 { 名称: 文本 主键, 等级: |系数|, 数目: 计数 }\n条目 乙 1 分 { 每 数目 扣 1 分 }`,
    codes: ["unknown-name"],
  },
  {
    says: "a choice may be called like a keyword",
    text: `选项 等次 (差 < 好)\n数据 社区 { 名称: 文本 主键, 等级: 等次 }\n条目 乙 1 分 { 若 等级 = 差 扣 1 分 }`,
    codes: [],
  },
  { says: "an unknown part is found", text: around("公布 子 = 得分(|丁|)"), codes: ["unknown-name"] },
  {
    says: "an unknown ranking is found",
    text: around("排名 全街道 按 总分\n奖励 红旗 |全街| 第 1 名"),
    codes: ["unknown-name"],
  },
  {
    says: "an unknown grade is found",
    text: around("等次 年度 { 优秀: 总分 >= 9; 其余: 称职 }\n一票否决 丙 若 迟报 > 9 { 等次不高于 |合格| }"),
    codes: ["unknown-name"],
  },
  { says: "an unknown group is found", text: around("排名 全街道 按 总分 同 |组|"), codes: ["unknown-name"] },
  {
    says: "an unknown name in a test is found",
    text: around('样例 "一" { 给定 { |迟抱|: 1 } 应得 { |丁|: 1 } }'),
    codes: ["unknown-name", "unknown-name"],
  },
  { says: "an unknown name in a scenario is found", text: around('方案 "一" { |丁|: 5 分 }'), codes: ["unknown-name"] },
  {
    says: "a field declared twice is found at the second",
    text: `${data}数据 社区 { |迟报|: 计数 }\n条目 乙 1 分 { 每 迟报 扣 0.1 分 }`,
    codes: ["duplicate-name"],
  },
  {
    says: "two sisters of one name are found",
    text: `${data}大类 甲 2 分 { 条目 乙 1 分 {} 条目 |乙| 1 分 {} }`,
    codes: ["duplicate-name"],
  },
  {
    says: "cousins may share a name",
    text: `${data}大类 甲 1 分 { 条目 乙 1 分 {} }\n大类 丙 1 分 { 条目 乙 1 分 {} }`,
    codes: [],
  },
  {
    says: "two rankings of one name are found",
    text: around("排名 全街道 按 总分\n排名 |全街道| 按 总分"),
    codes: ["duplicate-name"],
  },
  {
    says: "a level listed twice is found",
    text: `数据 社区 { 名称: 文本 主键\n等级: 选项(差, 好, |差|) }\n条目 乙 1 分 { 若 等级 = 好 扣 1 分 }`,
    codes: ["duplicate-name"],
  },
  {
    says: "a name that is a field and a let is ambiguous only where it is read",
    text: around("设 缺项 = 迟报 + 1\n公布 子 = |缺项| * 2"),
    codes: ["ambiguous-name"],
  },
  {
    says: "a field and a let of one name may stand where nothing reads them",
    text: around("设 缺项 = 迟报 + 1"),
    codes: [],
  },
  {
    says: "a path tells cousins of one name apart, the bare name does not",
    text: `${data}大类 甲 1 分 { 条目 乙 1 分 {} }\n大类 丙 1 分 { 条目 乙 1 分 {} }\n公布 子 = 得分(甲.乙)\n公布 丑 = 得分(|乙|)`,
    codes: ["ambiguous-part"],
  },
  {
    says: "a section and a veto may share a name, and a test tells them apart by the value",
    text: around(
      '一票否决 甲 若 迟报 > 9 { 总分归零 }\n样例 "一" { 给定 { 迟报: 10 } 应得 { 甲: 9, 总分: 0 } }\n样例 "二" { 给定 { 迟报: 10 } 应得 { 甲: 是 } }',
    ),
    codes: [],
  },
  { says: "a part is not a value by itself", text: around("公布 子 = |乙| * 2"), codes: ["part-as-value"] },
  {
    says: "a ranking is not a value by itself",
    text: around("排名 全街道 按 总分\n处理 谈话 若 |全街道| > 3"),
    codes: ["ranking-as-value"],
  },
  { says: "a list is not a value by itself", text: item("若 |台账| > 3 扣 1 分"), codes: ["list-as-value"] },
  {
    says: "a consequence has no value",
    text: around("处理 谈话 若 总分 < 6\n公布 子 = |谈话|"),
    codes: ["not-a-value"],
  },
  { says: "a column needs a row", text: item("若 |台账.数量| > 3 扣 1 分"), codes: ["column-without-row"] },
  {
    says: "a column of another list than the one at hand cannot be read",
    text: item("逐条 台账 其中 |票.分数| < 60 扣 1 分"),
    codes: ["column-without-row"],
  },
  { says: "score() takes a name", text: around("公布 子 = 得分(|迟报 + 1|)"), codes: ["name-expected"] },
  {
    says: "a Cyrillic letter in a Latin name is a look-alike",
    text: `data unit { name: text key\nrate: count\n|rаte|: count }\nitem one 1 points { per rate deduct 0.1 points\nper rаte deduct 0.1 points }`,
    codes: ["look-alike"],
  },
  {
    says: "a full-width name is a look-alike of its twin",
    text: `数据 社区 { 名称: 文本 主键\nAB: 计数\n|「ＡＢ」|: 计数 }\n条目 乙 1 分 { 每 AB 扣 0.1 分\n每 「ＡＢ」 扣 0.1 分 }`,
    codes: ["look-alike"],
  },
  {
    says: "a field that nothing reads is found",
    text: `数据 社区 { 名称: 文本 主键\n|迟报|: 计数\n备注: 文本 可空 }\n条目 乙 1 分 { 酌情 扣 松懈 0 .. 0.1 分 }`,
    codes: ["unused"],
  },
  {
    says: "a let and a constant that nothing reads are found",
    text: `数据 社区 { 名称: 文本 主键\n迟报: 计数 }\n常量 |单价|: 数值 元\n设 |丁| = 迟报 + 1\n条目 乙 1 分 { 酌情 扣 松懈 0 .. 0.1 分 }`,
    codes: ["unused", "unused"],
  },
  { says: "a rubric needs data", text: `||条目 乙 1 分 { 扣 1 分 }`, codes: ["data-missing"] },
  {
    says: "all data blocks bear one name",
    text: `${data}大类 甲 1 分 { 数据 |小区| { 其他: 计数 }\n条目 乙 1 分 { 每 其他 扣 0.1 分 } }`,
    codes: ["data-name-differs"],
  },
  {
    says: "the data needs a key",
    text: `数据 |社区| { 名称: 文本 }\n条目 乙 1 分 { 酌情 扣 }`,
    codes: ["key-missing"],
  },
  {
    says: "the data has one key",
    text: `数据 社区 { 名称: 文本 主键\n|编号|: 文本 主键 }\n条目 乙 1 分 { 酌情 扣 }`,
    codes: ["key-twice"],
  },
  {
    says: "a key tells subjects apart",
    text: `数据 社区 { 名称: |是否| 主键 }\n条目 乙 1 分 { 酌情 扣 }`,
    codes: ["key-kind"],
  },
  {
    says: "a key cannot be left blank",
    text: `数据 社区 { |名称|: 文本 主键 可空 }\n条目 乙 1 分 { 酌情 扣 }`,
    codes: ["key-optional"],
  },
  {
    says: "a column is no key",
    text: `数据 社区 { 名称: 文本 主键\n台账: 明细 { |编号|: 文本 主键 } }\n条目 乙 1 分 { 逐条 台账 扣 0.1 分 }`,
    codes: ["key-in-list"],
  },
  {
    says: "the data has one period",
    text: `数据 社区 { 名称: 文本 主键\n年度: 期别\n|季度|: 期别 }\n条目 乙 1 分 { 酌情 扣 }`,
    codes: ["period-twice"],
  },
  {
    says: "to look back there must be a period",
    text: `数据 社区 { 名称: 文本 主键 }\n条目 乙 1 分 { 酌情 扣 }\n公布 子 = |上期(总分)|`,
    codes: ["period-missing"],
  },
  { says: "a constant has no period", text: around("常量 子: |期别|"), codes: ["period-misplaced"] },
  {
    says: "a list stands only in the data block",
    text: `数据 社区 { 名称: 文本 主键\n台账: 明细 { 子: |明细 { 丑: 文本 }| } }\n条目 乙 1 分 { 逐条 台账 扣 0.1 分 }`,
    codes: ["list-misplaced"],
  },
  {
    says: "a used rubric must be there",
    text: around('引用 |"班子.rubric"| 作 班子 按 组别\n公布 子 = 班子.总分'),
    codes: ["use-not-found"],
  },
  {
    says: "the total is said once",
    text: `满分 1 分\n|满分 1 分|\n${data}条目 乙 1 分 { 每 迟报 扣 0.1 分 }`,
    codes: ["said-twice"],
  },
  { says: "a suffix stands once", text: item("每 迟报 扣 0.1 分 最多 1 分 |最多 2 分|"), codes: ["suffix-twice"] },
  {
    says: "a second judgement without a name needs one",
    text: item("酌情 扣 0 .. 1 分\n|酌情 扣 0 .. 2 分|"),
    codes: ["judgement-needs-name"],
  },
  {
    says: "a ranking by each section needs a section where a place is read",
    text: around("排名 分线 按 各大类\n处理 谈话 若 位次(|分线|) > 3\n处理 诫勉 若 位次(分线.甲) > 3 且 末位(分线)"),
    codes: ["section-needed"],
  },
  {
    says: "a plain ranking has no sections",
    text: around("排名 全街道 按 总分\n处理 谈话 若 末位(|全街道.甲|)"),
    codes: ["section-superfluous"],
  },
  {
    says: "only sections at the top are ranked",
    text: around("排名 分线 按 各大类\n处理 谈话 若 位次(|分线.乙|) > 3"),
    codes: ["not-a-top-section"],
  },
  {
    says: "without sections there is nothing to rank by section",
    text: `${data}条目 乙 1 分 { 每 迟报 扣 0.1 分 }\n排名 |分线| 按 各大类`,
    codes: ["no-sections"],
  },
  {
    says: "the words that ask for a blank name no level",
    text: '考核 "x"\n选项 状态 (|未填|, 已填, |blank|, 「未填」)',
    codes: ["level-named-blank", "level-named-blank"],
    besides: ["data-missing", "duplicate-name", "unused"],
  },
];
