/**
 * The example schemes of the app: a one-line description of each, its sections on a ruler, and its files, loaded when
 * the scheme is opened.
 */
import type { Lang } from "@yardstick/language";
import { projectOf, type ProjectContent, type ProjectFile, type TableText } from "../project.js";
import { tableOfCsv } from "../csv.js";

/** A section of a scheme's picture. */
interface SchemeSection {
  readonly name: Readonly<Record<Lang, string>>;
  readonly points: number;
}

/** An example scheme as the start screen lists it. */
export interface Scheme {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly points: Readonly<Record<Lang, string>>;
  readonly line: Readonly<Record<Lang, string>>;
  readonly tags: Readonly<Record<Lang, readonly string[]>>;
  /** The sections of its front file on a ruler. */
  readonly sections: readonly SchemeSection[];
  /** Languages of its rules, names and notes. */
  readonly langs: readonly Lang[];
  load(): Promise<ProjectContent>;
  /** The same appraisal as a lesson in the language of the user; absent where there is none. */
  lesson?(lang: Lang): Promise<ProjectContent>;
}

const s = (zh: string, en: string, points: number): SchemeSection => ({ name: { zh, en }, points });

/** All example schemes, in the order of the start screen. */
export const schemes: readonly Scheme[] = [
  {
    id: "community-2008",
    title: { zh: "社区工作目标管理考核", en: "Community work targets" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "街道考核 28 个社区，九条线，日常台账扣分，招商财税按完成比例。",
      en: "A street office appraises 28 communities on nine lines: a ledger takes points away, targets pay in proportion.",
    },
    tags: {
      zh: ["扣分台账", "按比例", "一票否决", "名次递补", "红旗单位"],
      en: ["ledger", "proportion", "vetoes", "places move up", "awards"],
    },
    sections: [s("党群", "Party", 18), s("经济", "Economy", 20), s("治安", "Order", 12), s("计生", "Family", 10), s("劳保", "Work", 8), s("建设", "Build", 8), s("民政", "Civil", 8), s("爱卫", "Health", 8), s("中心", "Centre", 8)],
    langs: ["zh"],
    load: async () => openScheme((await import("./community-2008.js")).texts, []),
  },
  {
    id: "township-teams",
    title: { zh: "乡镇领导班子和领导干部实绩考核", en: "Township teams and their leaders" },
    points: { zh: "150 + 100 分", en: "150 + 100 points" },
    line: {
      zh: "县对乡镇：目标按排位折分，评议按档次百分比折分，三种排名，奖金分配。",
      en: "A county ranks its townships: targets by place, ballots by share, three rankings, a prize shared out.",
    },
    tags: { zh: ["排位折分", "票数折分", "同职位次", "奖金"], en: ["points by place", "ballots", "peers", "prizes"] },
    sections: [s("目标任务", "Targets", 90), s("综合评价", "Evaluation", 60)],
    langs: ["zh"],
    load: async () => openScheme((await import("./township-teams.js")).texts, ["leaders"]),
  },
  {
    id: "community-cadres",
    title: { zh: "社区干部绩效考评：三评一定、双百分", en: "Community cadres: three evaluations, one decision" },
    points: { zh: "100 + 100 分", en: "100 + 100 points" },
    line: {
      zh: "班子、干部各一个百分，四组十七项任务，半年一评，到会不足五分之四不算数。",
      en: "A hundred points for the team and a hundred for each cadre, seventeen tasks, twice a year, quorum checked.",
    },
    tags: { zh: ["两张卷", "到会率校验", "半年一评"], en: ["two papers", "quorum", "half-yearly"] },
    sections: [s("目标任务", "Tasks", 60), s("民主测评", "Ballots", 25), s("领导评价", "Leaders", 15)],
    langs: ["zh"],
    load: async () => openScheme((await import("./community-cadres.js")).texts, ["cadres"]),
  },
  {
    id: "community-secretaries",
    title: { zh: "社区书记绩效考核", en: "Community secretaries" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "权重给出范围，合计 100%；演示调权重、看名次怎样变；二六二分档。附七步演示讲稿。",
      en: "Weights that move within ranges and sum to 100%: try them out live; a forced 2:6:2 distribution with pay behind it; seven steps to present.",
    },
    tags: { zh: ["权重范围", "行为锚定", "容错", "二六二"], en: ["weight ranges", "anchors", "tolerance", "2:6:2"] },
    sections: [s("党建", "Party", 25), s("服务", "Service", 20), s("满意度", "Survey", 15), s("重点工作", "Key work", 25), s("廉洁", "Integrity", 15)],
    langs: ["zh", "en"],
    lesson: async (lang) => (await import("./lesson.js")).lesson(lang),
    load: async () => openScheme((await import("./community-secretaries.js")).texts, ["appraisal"]),
  },
  {
    id: "mountain-town",
    title: { zh: "一镇四考：干部、村干部、党员、农户", en: "A mountain town: four appraisals" },
    points: { zh: "五份方案", en: "five rubrics" },
    line: {
      zh: "一村一状，规模系数，绩效工资四部分；同一个项目里五份方案，考四类对象。",
      en: "One letter a village, coefficients of size, pay in four parts: five rubrics in one project for four kinds of people.",
    },
    tags: { zh: ["四类对象", "规模系数", "绩效工资"], en: ["four kinds", "coefficients", "pay"] },
    sections: [s("经济发展", "Economy", 40), s("社会事业", "Services", 30), s("平安建设", "Order", 15), s("基层组织", "Party", 15)],
    langs: ["zh"],
    load: async () => openScheme((await import("./mountain-town.js")).texts, ["village-cadres"]),
  },
  {
    id: "street-office",
    title: { zh: "社区工作目标考核（英文）", en: "Community work targets in English" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "第一份范例的英文版：细则、数据和结果逐项相同。规则用英文写成。",
      en: "The first scheme in English names: nine areas, a ledger, bonuses, vetoes, awards and consequences, result for result the same.",
    },
    tags: { zh: ["扣分台账", "按比例", "一票否决"], en: ["ledger", "proportion", "vetoes"] },
    sections: [s("党群", "Party", 18), s("经济", "Economy", 20), s("治安", "Order", 12), s("计生", "Family", 10), s("劳保", "Work", 8), s("建设", "Build", 8), s("民政", "Civil", 8), s("爱卫", "Health", 8), s("中心", "Centre", 8)],
    langs: ["en"],
    load: async () => openScheme((await import("./street-office.js")).texts, []),
  },
  {
    id: "course-gradebook",
    title: { zh: "课程成绩册", en: "A course gradebook" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "作业、小测、期中、期末加权，各去掉一个最低分，迟交扣分，附加题加分。规则用英文写成。",
      en: "Homework, quizzes and examinations weighted, the lowest mark dropped, late days counted, extra credit added.",
    },
    tags: { zh: ["权重", "去掉最低分", "迟交"], en: ["weights", "lowest dropped", "late days"] },
    sections: [s("作业", "Homework", 40), s("小测", "Quizzes", 15), s("期中", "Midterm", 20), s("期末", "Final", 25)],
    langs: ["en"],
    load: async () => openScheme((await import("./course-gradebook.js")).texts, []),
  },
  {
    id: "tender",
    title: { zh: "招标评审", en: "A request for proposals" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "价格与入围最低价相比，质量有及格线，缺少必备条件的不排名。规则用英文写成。",
      en: "Prices against the lowest admitted one, a threshold for quality, mandatory criteria that exclude.",
    },
    tags: { zh: ["最低价之比", "必备条件", "及格线"], en: ["price ratio", "mandatory", "threshold"] },
    sections: [s("价格", "Price", 40), s("质量", "Quality", 45), s("交付", "Delivery", 15)],
    langs: ["en"],
    load: async () => openScheme((await import("./tender.js")).texts, []),
  },
  {
    id: "ice-gala",
    title: { zh: "有裁判的比赛", en: "A competition with judges" },
    points: { zh: "100 分", en: "100 points" },
    line: {
      zh: "七名裁判，去掉一个最高分和一个最低分，摔倒、超时扣分，同分比技术。规则用英文写成。",
      en: "Seven judges, highest and lowest mark dropped, falls and overtime deducted, ties decided by technique.",
    },
    tags: { zh: ["去掉最高最低", "同分", "分组名次"], en: ["trimmed mean", "ties", "classes"] },
    sections: [s("技术", "Technique", 60), s("艺术", "Artistry", 40)],
    langs: ["en"],
    load: async () => openScheme((await import("./ice-gala.js")).texts, []),
  },
];

/**
 * @param texts texts of the example's folder by path
 * @param front folders in order of preference: the rubric of the first that exists becomes the front file
 */
function openScheme(texts: Readonly<Record<string, string>>, front: readonly string[]): ProjectContent {
  const files = exampleFiles(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const at = files.findIndex(({ path }) => front.some((folder) => path.startsWith(`${folder}/`)));
  const first = files[Math.max(0, at)];
  const content = projectOf(first === undefined ? [] : [first, ...files.filter((file) => file !== first)]);
  if (content === null) throw new Error("the example has no rubric");
  return content;
}

/** The files in a folder of texts: each rubric with the tables next to it. */
function exampleFiles(texts: readonly { readonly path: string; readonly text: string }[]): readonly ProjectFile[] {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const rubrics = texts.filter(({ path }) => path.endsWith(".rubric"));
  const top = folderOf(rubrics[0]?.path ?? "");
  // Base folder: that of the only rubric, or the common parent of several.
  const base = rubrics.length < 2 ? top : folderOf(top.slice(0, -1));
  return rubrics.map(({ path, text }) => ({
    path: path.slice(base.length),
    rubric: text,
    tables: texts
      .filter((other) => folderOf(other.path) === folderOf(path) && other.path.endsWith(".csv"))
      .map((other) => tableNamed(other.path.slice(folderOf(path).length, -".csv".length), other.text))
      .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role)),
  }));
}

const ORDER = ["subjects", "list", "constants", "history"];

function tableNamed(name: string, text: string): TableText {
  if (name === "data") return tableOfCsv("subjects", "", text);
  if (name === "history" || name === "constants") return tableOfCsv(name, "", text);
  return tableOfCsv("list", name, text);
}
