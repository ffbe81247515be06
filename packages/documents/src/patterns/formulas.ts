/** Sums with weights, products, what is paid of them in parts, and how parts make up the total. */
import type { Pattern } from "../form/pattern.js";
import type { RulePart } from "../rule/rule.js";
import { figuresOf, isEvent } from "../words/event-words.js";
import { nameOf } from "./names.js";

const TERM = /^(?<name>[^\d+×*%=]{1,14}?)[×*]?(?<weight>\d+(?:\.\d+)?)%$/u;

/** Sums with weights and products that the document names. */
export const formulas: Pattern = {
  name: "formula",
  forms: { zh: ["(?<W>[^\\n,;。=]{1,12})=(?<G>[^\\n=]+)"], en: [] },
  build(b) {
    const name = nameOf(b.text("W"), "");
    if (!isEvent(b.text("W").replaceAll(/得分|系数|基数|比例|权重/gu, "x"), "zh") || figuresOf(b.text("W")).length > 0)
      return null;
    if (name === "" || b.context.isComposed || /总分|总成绩|总得分/u.test(name)) return null;
    const formula = b.text("G").replaceAll("*", "×");
    const terms = formula.split("+").map((term) => TERM.exec(term)?.groups);
    if (terms.length >= 2 && terms.every((term) => term !== undefined)) {
      const list = terms.map((term) => ({ name: nameOf(term["name"] ?? "", ""), weight: term["weight"] ?? "" }));
      if (list.some((term) => term.name === "")) return null;
      const sum = list.reduce((all, { weight }) => all + Number(weight), 0);
      if (Math.abs(sum - 100) > 1e-9) {
        b.ask({
          code: "weights-sum",
          scope: "clause",
          text: {
            zh: `各项权重合计 ${String(sum)}%，不是 100%，是否照此计算？`,
            en: `The weights add up to ${String(sum)}%, not 100%. Are they meant so?`,
          },
          options: [
            { zh: "照此计算", en: "as they stand" },
            { zh: "是笔误，先不计算", en: "a mistake" },
          ],
        });
      }
      return [{ kind: "sum", name, terms: list }];
    }
    const factors = formula.split("×").map((factor) => factor.trim());
    if (factors.length >= 2 && factors.every((factor) => /^[\u4e00-\u9fff]{2,12}$/u.test(factor)))
      return [{ kind: "product", name, factors }];
    return null;
  },
  examples: {
    zh: ["公司得分=营收完成率40%+利润完成率30%+回款完成率30%", "绩效总额=绩效基数×在岗人数×公司系数"],
    en: [],
  },
  counterExamples: ["得分=实际值÷标准值×分值"],
};

/** When something is paid or kept back. */
const PAYMENT =
  "按?(?:每)?(?:月|季度?|半年|年度?|年终|年末|年底|次年|次月|考核后|考核合格后)?(?:预发|预留|发放|留存|兑现|预付|支付|结算|预支)";

/** Parts of what the clause before publishes: 按季预发75%，年度预留25%. */
export const shares: Pattern = {
  name: "shares",
  forms: {
    zh: [
      `(?:其中,?)?(?<W1>${PAYMENT})(?:为|占)?{N1}%,(?<W2>${PAYMENT})(?:为|占)?{N2}%(?:,(?<W3>${PAYMENT})(?:为|占)?{N3}%)?`,
    ],
    en: [],
  },
  build(b) {
    const product = b.context.previous.findLast((part) => part.kind === "product" || part.kind === "sum");
    if (product === undefined || !("name" in product) || !/额|奖金|绩效|工资|资金|薪/u.test(product.name)) return null;
    const list = ["1", "2", "3"]
      .filter((at) => b.text(`W${at}`) !== "")
      .map((at) => ({
        name: nameOf(
          b
            .text(`W${at}`)
            .replace(/^按(?:照)?/u, "")
            .replace(/^(?=月|季(?!度))/u, ""),
          "",
        ).replace(/^季(?!度)/u, "季度"),
        weight: b.number(`N${at}`),
      }));
    const sum = list.reduce((all, { weight }) => all + Number(weight), 0);
    if (Math.abs(sum - 100) > 1e-9 || list.some(({ name }) => !/发|留|付|存/u.test(name) || !isEvent(name, "zh")))
      return null;
    return [{ kind: "shares", of: product.name, list }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["学业70%，素质30%"],
};

const TERMS = "[^\\n,;。=+%]{1,10}×\\d+(?:\\.\\d+)?%(?:\\+[^\\n,;。=+%]{1,10}×\\d+(?:\\.\\d+)?%)+";

/** How parts make up the total: 总分=学业×70%+素质×30%；学业=成绩×80%+课外×20%. */
export const composition: Pattern = {
  name: "composition",
  forms: {
    zh: [`(?<G>(?:总分|总成绩|综合成绩|综合得分|总评成绩|测评总分)=${TERMS}(?:,[^\\n,;。=+%]{1,10}=${TERMS})*)`],
    en: [],
  },
  build(b) {
    const sums = b
      .text("G")
      .split(",")
      .map((text) => {
        const [name = "", terms = ""] = text.replaceAll("*", "×").split("=");
        return {
          name: nameOf(name, ""),
          terms: terms.split("+").map((term) => {
            const found = TERM.exec(term)?.groups;
            return { name: nameOf(found?.["name"] ?? "", ""), weight: found?.["weight"] ?? "" };
          }),
        };
      });
    if (sums.some(({ terms }) => terms.some(({ name, weight }) => name === "" || weight === ""))) return null;
    // Weights that do not make up the whole are no composition; nor is a sum that no other names.
    if (sums.some(({ terms }) => Math.abs(terms.reduce((all, { weight }) => all + Number(weight), 0) - 100) > 1e-9))
      return null;
    const named = new Set(sums.flatMap(({ terms }) => terms.map(({ name }) => name)));
    const names = sums.flatMap(({ terms }) => terms.map(({ name }) => name));
    if (sums.slice(1).some(({ name }) => !named.has(name)) || names.length !== named.size) return null;
    return [{ kind: "composition", sums }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["总分=学业×70%+素质×20%"],
};

/** Items that begin at some points: 社会实践、德育各以70分为基础分，加减后不超过100分. */
export const basePoints: Pattern = {
  name: "base-points",
  forms: {
    zh: [
      "(?<W>[^\\n,;0-9]{2,30}?)(?:均|各)?(?:以|按){N1}分(?:为|作为)(?:基础分|基本分|基准分|底分)(?:,|的,)?(?:加减(?:分)?后|累计加减(?:分)?后|加减分)?(?:最高)?(?:不超过|不得超过|最多|最高为|满分为?){N2}分",
      "(?<W>[^\\n,;0-9]{2,30}?)(?:的)?(?:基础分|基本分|基准分)(?:均|各)?为?{N1}分,(?:加减(?:分)?后)?(?:最高)?(?:不超过|不得超过|最高为?|满分为?){N2}分",
    ],
    en: [],
  },
  build(b): readonly RulePart[] | null {
    const items = b
      .text("W")
      .split(/[、和与及]/u)
      .map((name) => nameOf(name, ""));
    if (
      items.some((name) => name === "" || figuresOf(name).length > 0) ||
      Number(b.number("N1")) > Number(b.number("N2"))
    )
      return null;
    return [{ kind: "base", items, base: b.number("N1"), most: b.number("N2") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["基础分70分"],
};
