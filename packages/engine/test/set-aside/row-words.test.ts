import { describe, expect, test } from "vitest";
import { footerWords } from "../../src/set-aside/footer-words.js";
import { wordsOfName } from "../../src/set-aside/row-words.js";

/** Words that only a total, a mean, an extreme, a reference or a count is called. */
const CERTAIN: Readonly<Record<string, readonly string[]>> = {
  total: [
    ..."合计 总计 小计 总和 累计 共计 合共 全县合计 合计（分） 合计(万元) 合　计 合计： 本页小计 本页合计 第一组小计 东片合计 各镇合计 总分 总数 总额 一、合计 （合计） 求和 ＊合计 合计数 总计金额 全区总计 社区合计 ∑".split(
      " ",
    ),
    ..."Total|Totals|TOTAL|Grand total|Sub-total|Subtotal|Sub total|Total:|Total (points)|Total score|Total points|East total|Group A subtotal|Ｔｏｔａｌ|Sum|Sum of scores|Total for county|合  计|County total|Running total".split(
      "|",
    ),
  ],
  mean: [
    ..."平均 平均分 平均得分 平均值 均值 平均数 平均（分） 全县平均 全县平均分 人均 均分 中位数 平均成绩 标准差 平均得分率 户均 甲组平均 方差 极差 众数".split(
      " ",
    ),
    ..."Mean|Average|Avg|Avg.|Average score|Mean score|Class average|Median|Std. dev.|Standard deviation|Average of scores".split(
      "|",
    ),
  ],
  extreme: [
    ..."最高分 最低分 最高 最低 最高得分 最大值 最小值 全县最高分 最高分（分）".split(" "),
    ..."Highest|Lowest|Highest score|Maximum|Minimum|Max score|Lowest mark".split("|"),
  ],
  reference: [
    ..."满分 权重 分值 标准分 满分值 考核分值 指标权重 基准分 满分（分） 目标值 及格线 权重（%） 各项满分 权重% 权重％ 参考值 评分标准 难度系数 底线".split(
      " ",
    ),
    ..."Full marks|Full score|Weight|Weights|Weighting|Max points|Points available|Pass line|Passing score".split("|"),
  ],
  count: [
    ..."共12个 共12个单位 合计12个 总计：12人 共有12家 单位数 人数 共计12户 参评单位数 个数 应考人数 实考人数 缺考人数".split(
      " ",
    ),
    ..."Count|共 12 个|共计 12 户|12 subjects|12 rows in total|n = 12".split("|"),
  ],
};

/** Names that contain such a word: a question. */
const CONTAINED = [
  ..."合计村 总计村 平均乡 满分小学 权重村 小计庄 共计湾 最高分社区 上年同期 去年 去年同期 同比增长 同比 增幅 合格率 优秀率 得分率 百分比 比例 上限 名次 排名 序号".split(
    " ",
  ),
  ..."Total Fitness|Average Joe's Gym|Mean Machine|The Total Package Ltd".split("|"),
];

/** Names of subjects, close as some come. */
const ORDINARY = [
  ..."张三 东镇 南门社区 统计局 审计局 综合计划科 计生办 会计师事务所 最高人民法院 最高检 高分子所 满族乡 权家村 均县镇 平定县 平乡县 共青团 共和镇 总工会 总务处 总部 分宜县 合江县 合作镇 联合计算中心 总计划处 小计算机室 审核科 监督科 备战办 说明书厂 注一社区 日照市 日期货栈 信息汇总科 单位一 目标岭 标准件厂 全椒县 全州县 本溪市 各庄镇 区直机关 校办 constructor __proto__ toString hasOwnProperty".split(
    " ",
  ),
  ..."East|Totnes|Totality Inc|Meanwood|Weightman|Maximilian|Minster|Highest House|Fullerton|Summit|Sumter|Allan|Alloa|Counties Ltd|Counter Culture|Averages R Us".split(
    "|",
  ),
].filter((name) => name !== "备战办");

const FOOTERS =
  "制表人：张三|制表人:张三|制表人 张三|填表人：|审核：李四|审核人|复核：|填表日期：2024年1月1日|填报日期 2024-01-01|日期：2024|备注：数据截至12月|备注|注：以统计局数据为准|注1：略|说明：以上数据截至12月|说明|单位负责人：|单位负责人（签字）：|负责人签字：|分管领导：王五|联系人：赵六|联系电话：0571-1234|单位（盖章）：|（盖章）|数据来源：统计局|资料来源 年鉴|以上数据截至12月|本表一式两份|截至2024年12月31日|第1页 共2页|第 1 页，共 2 页|打印日期：2024|经办人签字|校长：|科长：张三|填表说明：略|Prepared by: Li|Prepared by Li|Checked by|Approved by:|Note:|Note: as of December|Notes|Date: 2024-01-01|Remarks|Source: bureau|Signature|Page 1 of 2|Data source: yearbook|Signed by|As of: 2024|End of report|*注：略|※ 说明：略".split(
    "|",
  );

describe("words of rows that are no subjects", () => {
  test.each(Object.entries(CERTAIN))("%s: certain", (kind, names) => {
    for (const name of names) expect([name, wordsOfName(name)]).toEqual([name, { kind, certainty: "certain" }]);
  });

  test("a name that contains such a word is a question", () => {
    for (const name of CONTAINED) expect([name, wordsOfName(name)?.certainty]).toEqual([name, "contained"]);
  });

  test("the whole of something is decided by its figures", () => {
    for (const name of ["全县", "全市", "本区", "All", "Overall", "Max", "min"]) {
      expect([name, ["scope", "figures"].includes(wordsOfName(name)?.certainty ?? "")]).toEqual([name, true]);
    }
  });

  test("ordinary names are none of them", () => {
    for (const name of ORDINARY) {
      expect([name, wordsOfName(name), footerWords(name)]).toEqual([name, null, null]);
    }
  });

  test("what is not a name where the rest of its row is empty", () => {
    for (const words of ["——————", "本县共辖十二个乡镇。", "……；以此类推"]) expect(footerWords(words)).toBe("sentence");
  });

  test("the day of a signature and the end of a table are footers where the rest of the row is empty", () => {
    for (const words of ["2024年12月31日", "二〇二四年十二月三十一日", "（完）", "END", "End of file"])
      expect([words, footerWords(words)]).toEqual([words, "sentence"]);
    for (const words of ["2024-12-31", "Endicott", "完县"]) expect([words, footerWords(words)]).toEqual([words, null]);
  });

  test("the title of a table on a further page", () => {
    for (const text of ["税收表（续）", "续表1", "续表", "Revenue (continued)"])
      expect([text, footerWords(text)]).toEqual([text, "sentence"]);
    for (const text of ["永续村", "续集路社区"]) expect([text, footerWords(text)]).toEqual([text, null]);
  });

  test("footers and signatures", () => {
    for (const words of FOOTERS) expect([words, footerWords(words)]).toEqual([words, "unless-figures"]);
  });
});
