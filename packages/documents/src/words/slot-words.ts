/**
 * The words that slots of patterns stand for, as parts of regular expressions, in both languages. Data only.
 */

const bySize = (a: string, b: string): number => b.length - a.length;

/** Words as one alternation, the longest first. Words that begin alike share their first character, which keeps expressions small. */
function alternatives(words: string): string {
  const rests = new Map<string, string[]>();
  for (const word of new Set(words.trim().split(/\s+/u))) {
    const first = word.startsWith("\\") ? word.slice(0, 2) : (word[0] ?? "");
    rests.set(first, [...(rests.get(first) ?? []), word.slice(first.length)]);
  }
  const alone = [...rests]
    .filter(([first, list]) => list.length === 1 && list[0] === "" && first.length === 1)
    .map(([first]) => first);
  const longer = [...rests]
    .filter(([first]) => !alone.includes(first))
    .map(([first, list]) => {
      const [only = ""] = list;
      return list.length === 1 ? `${first}${only}` : `${first}(?:${list.toSorted(bySize).join("|")})`;
    });
  return [...longer.toSorted(bySize), ...(alone.length === 0 ? [] : [`[${alone.join("")}]`])].join("|");
}

/** A number in digits or in Chinese numerals. */
export const NUMBER_ZH = "(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?|半)";
/** A number in digits or in English words. */
export const NUMBER_EN = "(?:\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|half(?: an?)?)";

/** English number words as decimal text. */
export const ENGLISH_NUMBERS: Readonly<Record<string, string>> = {
  a: "1",
  an: "1",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  half: "0.5",
  "half a": "0.5",
  "half an": "0.5",
  single: "1",
};

/** What is counted. */
export const MEASURE_WORDS = alternatives(
  "人·次 人次 项次 件次 户次 篇次 场次 批次 车次 班次 次数 次 件 起 例 项 个 处 家 户 人 名 位 份 篇 天 日 个月 个工作日 工作日 月 周 年 季度 张 座 条 盏 台 套 辆 宗 批 期 节 课时 学时 场 小时 分钟 本 " +
    "幅 块 间 栋 只 头 枚 种 类 组 科 门 道 笔 单 票 点 宿舍 班 村 元 万元 亿元 亩 公里 米 平方米 公斤 吨 病种 人·天 人天 所 支 颗 字 页 行 步 箱 桶 封 袋 瓶 卷 把 部 首 副 个百分点 档 级 等级 名次 床 例次 份次 户数 届 扇 层 集 款 面 株 眼 口 幢 环节 问题 学期 学年 具 网格 小组 平方公里 家次 课次 单元 处次 起次 台次 床位 铺位 双 片 堆 根 碗 盘 路段 车间 批 样 车 辆次 证 类别 点次 床 支次",
);

/** Verbs of points: deduct, add, earn. */
const VERBS: readonly (readonly [effect: "deduct" | "add" | "earn", words: string])[] = [
  [
    "deduct",
    "扣 扣减 扣除 扣罚 扣去 减 减去 减扣 倒扣 罚 核减 加扣 再扣 另扣 各扣 均扣 一律扣 一次性扣 直接扣 酌扣 予以扣 给予扣",
  ],
  ["add", "加 加计 增加 另加 再加 奖励 奖 加记 各加 均加 可加 奖加 累加 一次性加 给予加 予以加"],
  ["earn", "得 计 记 赋 给 可得 各得 均得 获 计得 记得 赋予 可获得 得到 给予"],
];

/** Signs before which a verb of one character is a part of another word: 参加, 获得, 统计. */
const BEFORE: Readonly<Record<string, string>> = {
  加: "参增附追强施更",
  得: "获取值懂舍使",
  减: "削缩精",
  奖: "获评得等颁",
  计: "统合总累预会设审共估",
  记: "登笔书标",
  给: "供发",
  获: "荣",
  扣: "",
  罚: "处体惩刑",
};

const VERB_LIST = VERBS.flatMap(([, words]) => words.split(" "));
/** Verbs of points as an alternation: those of several characters by their first, then the others with what may not stand before them. */
export const VERB_WORDS = [
  alternatives(VERB_LIST.filter((word) => word.length > 1).join(" ")),
  ...VERB_LIST.filter((word) => word.length === 1).map((word) =>
    (BEFORE[word] ?? "") === "" ? word : `(?<![${BEFORE[word] ?? ""}])${word}`,
  ),
].join("|");

/** The words between a verb and its number: `扣除本项考核分2分`. */
export const VERB_OBJECT =
  "(?:(?:本|该|此)(?:项|条|小项)|相应|年度|当月|当年|当季|月度|考核|绩效|目标|综合|责任单位|责任人|个人|单位|总)*(?:考核|绩效)?(?:得分|总分|分值|分)?";

/** Nothing is earned. */
export const ZERO_ZH =
  "(?:(?:则|均|一律)?(?:该|本|此)(?:[小大]?项|条|指标|大类|章|部分|板块)(?:目)?(?:均)?(?:不得分|不计分|不记分|不给分|不予得分|得0分|计0分|记0分|为0分|0分|得零分|计零分|记零分|零分|分(?:值)?全扣|全扣)|(?:则|均|一律)?(?:不得分|不计分|不记分|不给分|不予计分|不予得分|得0分|计0分|记0分|为0分|(?<![\\d.])0分|零分|得零分|计零分|记零分)|(?:则|均|一律)?扣(?:完|除|光|掉)?(?:(?:该|本|此)(?:小?项|条|指标))?(?:目)?的?(?:全部分值|全部分数|全部得分|全部分|全分|所有分值|全部)|全扣|全部扣(?:完|除|光)|扣完(?:该|本)项(?:分值|分数|得分|分)?|扣满分)";

/** All points of the item. */
export const FULL_ZH = "(?:得满分|计满分|记满分|满分|得全分|不扣分|得全部分|给满分|为满分)";

const COMPARISONS: readonly (readonly [sign: "<" | "<=" | ">" | ">=", words: string])[] = [
  [
    ">=",
    "≥ 不低于 不少于 不小于 达到 达 大于等于 大于或等于 高于或等于 至少 满 应达到 要达到 应达 须达到 需达到 必须达到 不得低于 不得少于 保持在 应不低于 应不少于 达标率",
  ],
  [">", "> 超过 高于 大于 多于 超出 超"],
  ["<", "< 低于 少于 小于 不足 未达 未达到 达不到 没达到 没有达到 没有达 不到 未满 不满 未到 没到"],
  ["<=", "≤ 不高于 不超过 不大于 不多于 不得超过 不得高于 小于等于 小于或等于 低于或等于 控制在 应不超过 不得多于"],
];

/** Comparisons as an alternation. */
export const COMPARISON_WORDS = alternatives(COMPARISONS.map(([, words]) => words).join(" "));

/** Behind a number: from it up, or down. */
export const UP_WORDS = "(?:\\(含\\))?(?:及|和|或)?以上(?:\\(含\\)|\\(含本数\\))?";
/** Behind a number: from it down. */
export const DOWN_WORDS = "(?:\\(含\\)|\\(不含\\))?(?:及|和|或)?以下(?:\\(含\\)|\\(不含\\))?";
/** Behind a number: within it. */
export const INSIDE_WORDS = "(?:以内|之内)(?:\\(含\\))?";

/** The comparison that a word stands for; null for other words. */
export const comparisonOf = (word: string): "<" | "<=" | ">" | ">=" | null =>
  COMPARISONS.find(([, words]) => words.split(" ").includes(word))?.[0] ?? null;

/** What a verb does with points; null for other words. */
export const effectOf = (word: string): "deduct" | "add" | "earn" | null =>
  VERBS.find(([, words]) => words.split(" ").includes(word))?.[0] ?? null;

/** Levels, best first in each family; a list of a document may have them in any order. */
export const LEVEL_FAMILIES: readonly (readonly string[])[] = [
  "国际级 国家级 国家 全国 全省 全市 全县 全区 全镇 全乡 全校 部级 省部级 省级 省 厅级 地厅级 市厅级 地市级 市级 市 县级 县 区级 区 县区级 区县级 县(区)级 区(县)级 县（区）级 街道级 街道 镇级 镇 乡级 乡 乡镇级 乡镇 校级 校 院级 院 系级 班级 村级 京 中央".split(
    " ",
  ),
  "特等奖 一等奖 二等奖 三等奖 四等奖 优秀奖 鼓励奖 参与奖 入围奖 纪念奖 优胜奖 特等 一等 二等 三等".split(" "),
  "金奖 银奖 铜奖 白金级 金级 银级 铜级 白金 金牌 银牌 铜牌".split(" "),
  "优秀 良好 中等 一般 合格 基本合格 不合格 较差 差 优 良 中 及格 不及格 好 较好 很好 称职 基本称职 不称职 达标 基本达标 不达标 满意 基本满意 较满意 比较满意 不满意 非常满意".split(
    " ",
  ),
  "正高级 副高级 高级 中级 初级 高级职称 中级职称 初级职称 正高 副高".split(" "),
  "甲级 乙级 丙级 丁级 一级 二级 三级 四级 五级 特级 A级 B级 C级 D级 E级 AAA级 AA级 AAAA级 AAAAA级 5A级 4A级 3A级 2A级 1A级 A B C D E A类 B类 C类 D类 一类 二类 三类 5档 4档 3档 2档 1档 一档 二档 三档 四档 五档 A档 B档 C档 D档 第一档 第二档 第三档 第四档".split(
    " ",
  ),
  "博士 硕士 研究生 本科 专科 大专 高中 初中 中专".split(" "),
  "第一名 第二名 第三名 第四名 第五名 第六名 第1名 第2名 第3名 第4名 第5名 第6名 冠军 亚军 季军 前三名".split(" "),
  "五星级 四星级 三星级 二星级 一星级 五星 四星 三星 二星 一星".split(" "),
];

/** Chinese levels as an alternation. */
export const LEVEL_WORDS = alternatives(
  LEVEL_FAMILIES.flat()
    .map((word) => word.replaceAll("(", "\\(").replaceAll(")", "\\)"))
    .join(" "),
);

/** English levels, best first in each family. */
export const LEVEL_FAMILIES_EN: readonly (readonly string[])[] = [
  "exemplary,outstanding,exceptional,exceeds expectations,excellent,advanced,very good,proficient,good,meets expectations,satisfactory,competent,adequate,acceptable,average,fair,developing,basic,needs improvement,limited,marginal,emerging,beginning,weak,poor,unsatisfactory,inadequate,unacceptable,below expectations,fail,missing".split(
    ",",
  ),
  "critical,severe,serious,major,moderate,minor,slight".split(","),
  "international,national,provincial,state,regional,municipal,city,county,district,local,school,faculty,department".split(
    ",",
  ),
  "level 5,level 4,level 3,level 2,level 1,level 0,grade a,grade b,grade c,grade d,first place,second place,third place,first prize,second prize,third prize,gold,silver,bronze".split(
    ",",
  ),
];

/** English levels as an alternation. */
export const LEVELS_EN = LEVEL_FAMILIES_EN.flat()
  .toSorted((a, b) => b.length - a.length)
  .join("|");
