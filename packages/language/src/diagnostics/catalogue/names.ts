/**
 * What the checker finds in names: unknown, declared twice, ambiguous, out of place, looking alike, never read.
 */
import { entry } from "./entry.js";
import { didYouMean, enName, enNames, type Thing, thingWords, zhName, zhNames } from "./wording.js";
import type { Bilingual } from "../../vocabulary/bilingual.js";

/** What a place looks for when it meets a name. */
const sought = {
  value: { zh: "字段、常量或「设」的值", en: "field, constant or let" },
  field: { zh: "字段", en: "field" },
  list: { zh: "明细", en: "list" },
  column: { zh: "明细的列", en: "column of the list" },
  choice: { zh: "类型或选项", en: "type or choice" },
  level: { zh: "档次", en: "level" },
  part: { zh: "大类或条目", en: "section or item" },
  ranking: { zh: "排名", en: "ranking" },
  grade: { zh: "等次", en: "grade" },
  group: { zh: "可以分组的字段", en: "field to group by" },
  used: { zh: "所引用规则公布的结果", en: "published result of the used rubric" },
  given: { zh: "可以给定的字段、常量或条目", en: "field, constant or item to give" },
  expected: { zh: "可以核对的结果", en: "result to expect" },
  changed: { zh: "可以改动的常量、大类或条目", en: "constant, section or item to change" },
  function: { zh: "函数", en: "function" },
} as const satisfies Record<string, Bilingual>;

export type Sought = keyof typeof sought;

const howToDeclare: Readonly<Partial<Record<Sought, Bilingual>>> = {
  function: {
    zh: "函数有求和、个数、最高、舍入等。",
    en: "Functions are sum, count, highest, round …",
  },
};

function whatThereIs(known: readonly string[]): Bilingual {
  if (known.length === 0) return { zh: "改正名称，或先声明它。", en: "Correct the name, or declare it first." };
  return { zh: `这里可用：${zhNames(known)}。`, en: `Here it may be ${enNames(known)}.` };
}

export const names = {
  "unknown-name": entry<{
    name: string;
    sought: Sought;
    /** Names it may have meant. */
    candidates: readonly string[];
    /** All names there are, where they are few. */
    known: readonly string[];
  }>(
    "error",
    (h) => ({
      zh: `没有叫${zhName(h.name)}的${sought[h.sought].zh}。`,
      en: `There is no ${sought[h.sought].en} named ${enName(h.name)}.`,
    }),
    (h) => didYouMean(h.candidates) ?? howToDeclare[h.sought] ?? whatThereIs(h.known),
  ),
  "unfilled-slot": entry<{ sought: Sought }>(
    "error",
    (h) => ({
      zh: `这里有一处空未填，应填${sought[h.sought].zh}。`,
      en: `This slot is not filled in; it takes a ${sought[h.sought].en}.`,
    }),
    () => ({ zh: "填上这一处，或删去这一条。", en: "Fill it in, or delete the rule." }),
  ),
  "duplicate-name": entry<{ name: string; kind: Thing }>(
    "error",
    (h) => ({
      zh: `${thingWords(h.kind).zh}${zhName(h.name)}重复了，前面已有一个。`,
      en: `The ${thingWords(h.kind).en} ${enName(h.name)} is declared twice.`,
    }),
    () => ({ zh: "给其中一个换个名称，或删去一个。", en: "Rename one of them, or remove it." }),
  ),
  "level-named-blank": entry<{ word: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.word)}用于判断是否已填，不能作档名。`,
      en: `\`${h.word}\` tests whether a value is missing and cannot be the name of a level.`,
    }),
    () => ({
      zh: "给这一档换个名称；就是没有填的，删去这一档，字段写「可空」。",
      en: "Give the level another name; where it only means a blank, remove it and make the field `optional`.",
    }),
  ),
  "ambiguous-name": entry<{ name: string; kinds: readonly Thing[] }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}既是${h.kinds.map((kind) => thingWords(kind).zh).join("，又是")}，这里无法确定所指。`,
      en: `${enName(h.name)} is ${h.kinds.map((kind) => `a ${thingWords(kind).en}`).join(" and ")}; it is unclear which is meant here.`,
    }),
    () => ({ zh: "给其中一个换个名称。", en: "Rename one of them." }),
  ),
  "ambiguous-part": entry<{ name: string; paths: readonly string[] }>(
    "error",
    (h) => ({
      zh: `叫${zhName(h.name)}的大类或条目有 ${h.paths.length} 个，这里无法确定所指。`,
      en: `${h.paths.length} sections or items are named ${enName(h.name)}; it is unclear which is meant here.`,
    }),
    (h) => ({
      zh: `前面加上大类，如 ${h.paths[0] ?? ""}。`,
      en: `Put the section before it, as in ${h.paths[0] ?? ""}.`,
    }),
  ),
  "part-as-value": entry<{ name: string; call: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}是大类或条目，不是数据。`,
      en: `${enName(h.name)} is a section or an item, not data.`,
    }),
    (h) => ({
      zh: `要用它的得分，写 ${h.call}(${h.name})。`,
      en: `To read its score, write ${h.call}(${h.name}).`,
    }),
  ),
  "ranking-as-value": entry<{ name: string; call: string }>(
    "error",
    (h) => ({ zh: `${zhName(h.name)}是排名，不是数据。`, en: `${enName(h.name)} is a ranking, not data.` }),
    (h) => ({
      zh: `要用在其中的位次，写 ${h.call}(${h.name})。`,
      en: `To read the place in it, write ${h.call}(${h.name}).`,
    }),
  ),
  "list-as-value": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}是明细，有许多行，不是一个值。`,
      en: `${enName(h.name)} is a list of rows, not one value.`,
    }),
    (h) => ({
      zh: `用函数取值，如 个数(${h.name})、求和(${h.name}.列)。`,
      en: `Read it with a function: count(${h.name}), sum(${h.name}.column).`,
    }),
  ),
  "not-a-value": entry<{ name: string; kind: Thing }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}是${thingWords(h.kind).zh}，不能当作值来用。`,
      en: `${enName(h.name)} is a ${thingWords(h.kind).en} and has no value to read.`,
    }),
    () => ({ zh: "改用字段、「设」的值或函数。", en: "Use a field, a let or a function instead." }),
  ),
  "column-without-row": entry<{ list: string; column: string; other: string | null }>(
    "error",
    (h) => ({
      zh:
        h.other === null
          ? `${zhName(h.list)}有许多行，这里没有指明哪一行的${zhName(h.column)}。`
          : `这里逐行看的是${zhName(h.other)}，读不到${zhName(h.list)}的${zhName(h.column)}。`,
      en:
        h.other === null
          ? `${enName(h.list)} has many rows; it is unclear which row's ${enName(h.column)} is meant.`
          : `The current row is one of ${enName(h.other)}, so ${enName(h.column)} of ${enName(h.list)} cannot be read.`,
    }),
    (h) => ({
      zh: `用函数汇总，如 求和(${h.list}.${h.column})，或用「逐条 ${h.list}」。`,
      en: `Sum it up, as in sum(${h.list}.${h.column}), or use \`each ${h.list}\`.`,
    }),
  ),
  "name-expected": entry<{ name: string; what: "part" | "ranking" }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}的括号里应为${h.what === "part" ? "大类或条目" : "排名"}的名称。`,
      en: `${enName(h.name)} takes the name of a ${h.what === "part" ? "section or item" : "ranking"}.`,
    }),
    () => ({ zh: "写上名称，不要写算式。", en: "Write a name, not a calculation." }),
  ),
  "look-alike": entry<{ name: string; other: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}与${zhName(h.other)}字形相同，但是两个不同的名称。`,
      en: `${enName(h.name)} looks like ${enName(h.other)} but is a different name.`,
    }),
    () => ({
      zh: "检查是否混用了全角、西里尔或希腊字母；改成同一个写法，或换个名称。",
      en: "Look for full-width, Cyrillic or Greek letters; write both the same way, or rename one.",
    }),
  ),
  unused: entry<{ name: string; kind: Thing }>(
    "warning",
    (h) => ({
      zh: `${thingWords(h.kind).zh}${zhName(h.name)}没有任何规则用到。`,
      en: `Nothing reads the ${thingWords(h.kind).en} ${enName(h.name)}.`,
    }),
    () => ({ zh: "检查是否漏写了规则；不需要就删去。", en: "Check whether a rule is missing; otherwise remove it." }),
  ),
  "suffix-twice": entry<{ suffix: string }>(
    "error",
    (h) => ({
      zh: `这条规则里${zhName(h.suffix)}重复了。`,
      en: `${enName(h.suffix)} is repeated in this rule.`,
    }),
    () => ({ zh: "只留一处。", en: "Keep one of them." }),
  ),
  "judgement-needs-name": entry<{ item: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.item)}里的酌情计分没有自己的名称，而${zhName(h.item)}已被占用。`,
      en: `This judgement in ${enName(h.item)} has no name of its own, and ${enName(h.item)} is taken.`,
    }),
    () => ({
      zh: "写上名称，如：酌情 扣 纪律松懈 0 .. 1 分。",
      en: "Give it a name: at discretion deduct lateness 0 .. 1 points.",
    }),
  ),
  "section-needed": entry<{ ranking: string; example: string | null }>(
    "error",
    (h) => ({
      zh: `${zhName(h.ranking)}按各大类分别排名，这里没有写明大类。`,
      en: `${enName(h.ranking)} ranks each section separately; the section is missing here.`,
    }),
    (h) =>
      h.example === null
        ? { zh: "这里用一个只有一榜的排名。", en: "Use a ranking that has one list." }
        : { zh: `写成 ${h.ranking}.${h.example}。`, en: `Write ${h.ranking}.${h.example}.` },
  ),
  "section-superfluous": entry<{ ranking: string }>(
    "error",
    (h) => ({
      zh: `这里只要排名的名称${zhName(h.ranking)}，后面不写大类。`,
      en: `Only the ranking's name ${enName(h.ranking)} belongs here, without a section.`,
    }),
    () => ({ zh: "删去点号和后面的名称。", en: "Remove the dot and what follows it." }),
  ),
  "not-a-top-section": entry<{ name: string; ranking: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.ranking)}只排最上一层的大类，${zhName(h.name)}不是。`,
      en: `${enName(h.ranking)} ranks only top-level sections; ${enName(h.name)} is not one.`,
    }),
    () => ({ zh: "写最上一层的大类。", en: "Name a top-level section." }),
  ),
  "no-sections": entry<{ ranking: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.ranking)}按各大类排，规则里却没有大类。`,
      en: `${enName(h.ranking)} ranks by each section, but there is no section.`,
    }),
    () => ({ zh: "改为「按 总分」。", en: "Rank by score instead." }),
  ),
};
