/** What the columns of a table hold, by the words of their headers. Data, in both languages. */

type ColumnRole =
  "number" | "section" | "item" | "requirement" | "points" | "weight" | "clause" | "method" | "assessor" | "blank";

/** What a column holds. */
export interface Role {
  readonly role: ColumnRole;
  /** A column of bonuses or of deductions alone. */
  readonly side: "add" | "deduct" | null;
}

const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["number", /^(?:序号|编号|序|号|no\.?|#|id)$/iu],
  [
    "blank",
    /^(?:实?得分|自评(?:得?分)?|自查(?:得?分)?|考核(?:得?分)|考评(?:得?分)|评分|打分|评价得分|初评|终评|复评|核定分|实际得分|.{0,3}[自互初复镇村县区市局院校]评(?:得?分)?|扣分|加分|扣分情况|扣分原因|扣分事由|备注|说明|考核结果|完成情况|实际完成(?:情况|值)?|自评情况|存在问题|签字|签名|score awarded|points awarded|comments?|notes?|remarks|score|your score|earned)$/iu,
  ],
  [
    "clause",
    /评分(?:标准|办法|方法|细则|规则|说明|依据及标准|要点|原则|标准及办法|标准与办法)|评价(?:标准|办法|方法)|计分(?:办法|方法|标准|规则|方式)|记分(?:办法|方法|标准)|扣分(?:标准|办法|细则|项目|规则)|加分(?:标准|办法|细则)|奖惩(?:标准|办法)|得分标准|赋分(?:标准|办法|规则)|考核(?:标准|办法|方法|细则|评分|计分)|考评(?:标准|办法|方法|细则)|评定标准|评审(?:标准|细则)|标准及分值|打分标准|scoring|rules?|how scored|deductions?|point deduction|marking scheme|evaluation method/iu,
  ],
  [
    "method",
    /评估方式|考核方式|考评方式|评价方式|数据来源|资料来源|检查方法|检查方式|查看资料|佐证材料|印证资料|支撑材料|考核依据|评分依据|信息来源|获取方式|统计口径|evidence|data source/iu,
  ],
  [
    "assessor",
    /考核部门|责任(?:单位|部门|科室|人|领导)|牵头(?:单位|部门|科室)|考核单位|评分部门|考评部门|评价主体|考核主体|考评人|负责(?:部门|人)|主管部门|(?:数据|资料|材料)(?:提供|填报|报送)(?:部门|单位|科室|人)?|提供(?:部门|单位|科室)|填报(?:部门|单位|科室)|assessor|responsible/iu,
  ],
  ["weight", /权重|占比|比重|weight/iu],
  [
    "points",
    /^(?:标准)?(?:分值|分数|满分|标准分值?|基本分|总分|基准分|配分|权重分|应得分|分|赋分|分值\(分\)|标准分\(分\)|points?|pts|marks?|max(?:imum)?(?: points| score)?|value|possible points|points possible)$|分值|满分|标准分|配分/iu,
  ],
  [
    "requirement",
    /基本要求|目标值?|(?:指标|标准|考核|计划|参考|达标|控制)值|工作要求|(?:工作|质量|质控|管理|服务)标准|质量要求|考核要求|要求|工作目标|任务目标|目标任务|具体内容|指标说明|指标解释|指标定义|评价要点|考核要点|工作任务|requirement|target|description|^examples?(?: of [a-z ]+)?$|^explanation$/iu,
  ],
  ["section", /大类|类别|栏目|一级指标|工作线|考核类别|板块|维度|分类|类型|一级|category|section|area/iu],
  [
    "item",
    /指标|项目|内容|二级|三级|事项|任务|名称|要素|因素|评审项|考核点|criteri(?:on|a)|measure|metric|indicator|kpi|item|element|component|factor|task|part|question|^(?:problem|violation|infraction|offen[cs]e|fault|error|issue|behaviou?r|event|conduct)s?$/iu,
  ],
];

/** The role that a header names; null where its words are not known. */
export function roleOf(header: string): Role | null {
  const text = header.replaceAll(/\s/gu, "").replaceAll("（", "(").replaceAll("）", ")");
  const english = header.trim();
  if (text === "" || text.length > 24) return null;
  const found = WORDS.find(([, words]) => words.test(text) || words.test(english));
  if (found === undefined) return null;
  const side =
    found[0] === "clause"
      ? /加分|奖/u.test(text) && !/扣|惩/u.test(text)
        ? "add"
        : /扣分|deduct/iu.test(text) && !/加/u.test(text)
          ? "deduct"
          : null
      : null;
  return { role: found[0], side };
}

const RECORD =
  /^(?:(?:实际?|最后|最终|核定|自评|自查|考核|考评|评价|初评|复评|终评)?得分|(?:扣分|加分|得分|自评|自查|完成|落实|检查|考核|存在)(?:的)?(?:情况|原因|事由|理由|结果|问题|记录)(?:说明)?|实际完成(?:情况|值)?|(?:score|points)awarded|(?:your)?score|earned|findings?)$/iu;

/** Whether a column holds what an assessment found, so that a sentence in it is no rule: 扣分原因, 考核结果. */
export const isRecord = (header: string): boolean => RECORD.test(header.replaceAll(/\s/gu, ""));

/** The name of a row that prints a sum. */
export const SUM_ROW =
  /^(?:合计|总计|小计|总分|共计|合计得分|总得分|总计得分|满分|total|sum|subtotal|total points|total score)$/iu;
