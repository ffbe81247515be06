/** Points by how far a budget or a plan is exceeded: 不超预算得100分，超5%以内得90分，超10%以内得80分. */
import type { Pattern, Slots } from "../form/pattern.js";
import { points, rule, type Row } from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { measureField, quantity } from "./measures.js";

const num = (slots: Slots, name: string): string | null => {
  const slot = slots[name];
  return slot === undefined ? null : numberText(slot.text);
};

/** A row that is not exceeded, and rows by how far it is. */
export const overruns: Pattern = {
  name: "overruns",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      "(?:{E})?不超(?:出|过|支)?(?:预算|标准|计划|支|标|额|指标|定额)?{de}得{P}{pts}",
      "(?:{E})?超(?:出|过|支)?(?:预算|标准|计划)?{N}%(?<A>{inside}){de}(?:得{P}{pts}|{Z})",
      "(?:{E})?超(?:出|过|支)?(?:预算|标准|计划)?{N}%(?<A>{up}){de}(?:得{P}{pts}|(?<O>{Z}))",
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    const [first, ...rest] = b.rows;
    if (
      item === "" ||
      all === null ||
      first === undefined ||
      first["N"] !== undefined ||
      numberText(first["P"]?.text ?? "") !== all
    )
      return null;
    const field = measureField(`${item}超出比例`, "%", item);
    const rows: Row[] = [{ test: { kind: "compare", sign: "<=", value: quantity("0", "%") }, amount: points(all) }];
    let last: Row | null = null;
    let before = "0";
    for (const row of rest) {
      const limit = num(row, "N");
      if (limit === null) return null;
      const amount = row["P"] === undefined ? points("0") : points(numberText(row["P"].text) ?? "0");
      if (/以上/u.test(row["A"]?.text ?? "")) last = { test: { kind: "else" }, amount };
      else if (last !== null || Number(limit) <= Number(before)) return null;
      else {
        rows.push({ test: { kind: "range", from: quantity(before, "%"), to: quantity(limit, "%") }, amount });
        before = limit;
      }
    }
    if (rows.length < 2) return null;
    if (last === null) {
      const chosen = b.ask({
        code: "rest",
        scope: "clause",
        text: { zh: `超出 ${before}% 以上的得多少分？`, en: `What is earned beyond ${before}%?` },
        options: [
          { zh: "不得分", en: "nothing" },
          { zh: "与最低一档相同", en: "as in the lowest band" },
        ],
      });
      last = { test: { kind: "else" }, amount: chosen === 0 ? points("0") : (rows.at(-1)?.amount ?? points("0")) };
    }
    return [rule("earn", { kind: "by", of: field, rows: [...rows, last] })];
  },
  examples: { zh: ["不超预算得10分，超5%以内得9分，超10%以内得8分"], en: [] },
  counterExamples: [],
};
