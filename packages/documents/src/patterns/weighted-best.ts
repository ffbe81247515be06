/** Points over the best of all, of a figure that adds up kinds with weights: 省部级权重200%，地厅级权重100%，按折算数与各校最高比. */
import type { Building, Pattern } from "../form/pattern.js";
import { countOf, kindOf, numberOf, rule, type Figure } from "../rule/rule.js";
import { isEvent } from "../words/event-words.js";
import { LEVEL_FAMILIES } from "../words/slot-words.js";
import { nameOf } from "./names.js";

const BEST =
  "与(?:各校|各单位|各村|各乡镇|各部门|各学院|同类|全[^\\n,]{1,3})?最(?:高|大)(?:值|分|者)?(?:之)?比(?:值|较)?(?:得分|计分)?";

interface Kind {
  readonly name: string;
  readonly times: string;
}

/** Kinds with their weights; null where one is not such a pair or a name says more. */
function kindsIn(list: string): readonly Kind[] | null {
  const kinds = list.split(/[,、]/u).map((piece): Kind | null => {
    const found = /^(?<name>[^0-9%,、]{2,12}?|\d\+\d)(?:权重|按)(?<times>\d+(?:\.\d+)?)%(?:计|折算|计算)?$/u.exec(
      piece,
    );
    const name = found?.groups?.["name"] ?? "";
    return name !== "" && (/^\d\+\d$/u.test(name) || isEvent(name, "zh"))
      ? { name, times: found?.groups?.["times"] ?? "" }
      : null;
  });
  const all = kinds.filter((kind) => kind !== null);
  return all.length === kinds.length && all.length > 1 && new Set(all.map(({ name }) => name)).size === all.length
    ? all
    : null;
}

const isLevel = (name: string): boolean => LEVEL_FAMILIES.some((family) => family.includes(name));

/** Whether the kinds are of the subjects themselves (师范类), not of what they have (省部级); asks where it may be either. */
function areOfSubjects(b: Building, kinds: readonly Kind[]): boolean {
  if (kinds.every(({ name }) => isLevel(name))) return false;
  return (
    b.ask(
      {
        code: "weights-of",
        scope: "clause",
        text: {
          zh: `“${kinds.map(({ name }) => name).join("、")}”是考核对象的类型，还是分别统计的种类？`,
          en: "Are these kinds of the subjects, or kinds that are counted apart?",
        },
        options: [
          {
            zh: "考核对象的类型：数值乘以本类型的权重",
            en: "kinds of subjects: the figure times the weight of its kind",
          },
          { zh: "分别统计：各种类的数值乘以权重后相加", en: "counted apart: each times its weight, added up" },
        ],
      },
      kinds.every(({ name }) => b.context.subjectKinds.has(name))
        ? {
            option: 0,
            because: { zh: "另一条按同样的类型分别写明目标", en: "another clause gives targets by the same kinds" },
          }
        : null,
    ) === 0
  );
}

/** Points over the best of all, of a sum with weights. */
export const weightedBest: Pattern = {
  name: "weighted-best",
  forms: {
    zh: [
      `(?<G>[^\\n]{2,16}权重\\d+(?:\\.\\d+)?%(?:[,、][^\\n,、]{2,16}权重\\d+(?:\\.\\d+)?%)+),(?<Y>按折算(?:数|值|后)?)?${BEST}`,
      `(?<G>[^\\n]{2,16}按\\d+(?:\\.\\d+)?%(?:[,、][^\\n,、]{2,16}按\\d+(?:\\.\\d+)?%)+)(?:折算|计算|计)(?:,占(?<W>[^\\n,0-9]{2,10}?)(?:的)?(?:比例|比重|比))?,${BEST}`,
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    const kinds = kindsIn(b.text("G"));
    if (item === "" || all === null || kinds === null) return null;
    const whole = b.text("W");
    if (whole !== "" && !isEvent(whole, "zh")) return null;
    const over = whole === "" ? null : countOf(nameOf(whole, item), "人");
    const ofSubjects = b.text("Y") === "" && whole === "" && areOfSubjects(b, kinds);
    const figure: Figure = ofSubjects
      ? {
          terms: [
            {
              field: numberOf(`${item}数值`, null),
              times: null,
              by: {
                of: kindOf(kinds.map(({ name }) => name)),
                rows: kinds.map(({ name, times }) => ({ level: name, times })),
              },
            },
          ],
          over: null,
        }
      : {
          terms: kinds.map(({ name, times }) => ({
            field: countOf(nameOf(/^\d/u.test(name) ? `${item}${name}` : name, item).replaceAll("+", "加"), "项"),
            times,
          })),
          over: over === null ? null : { ...over, range: ["1", ""] },
        };
    return [rule("earn", { kind: "best", points: null, of: figure, side: "highest" })];
  },
  examples: {
    zh: [
      "省部级权重200%，地厅级权重100%，按折算数与各校最高比",
      "五年一贯制按150%、中高职贯通按100%折算，占招生数比例，与各校最高比",
    ],
    en: [],
  },
  counterExamples: ["省部级权重200%，与各校最高比"],
};
