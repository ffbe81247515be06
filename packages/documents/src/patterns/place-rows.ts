/** Points for each of the places that a clause names one by one: 第一名得10分，第二名得8分，其余得4分. */
import type { Pattern } from "../form/pattern.js";
import type { Effect } from "../rule/rule.js";
import { isMeasure } from "../words/event-words.js";
import { numberText } from "../words/numerals.js";
import { effectOf } from "../words/slot-words.js";
import { listedRule } from "./levels.js";
import { nameOf } from "./names.js";
import { byPlace } from "./places.js";
import { effectWithoutVerb } from "./points-effect.js";

const NUMERALS = [..."一二三四五六七八九十"];
const RANKED =
  "(?:(?<M>[^\\n,;:0-9第]{0,16}?)(?:位居|位列|名列|排名|获得?|列|居|排)?(?<S>在?全?(?:同?[年级校区县市镇乡院科段类组]{1,3}))?)";
const THEN = "(?:的|者)?(?:单位|班级|村|社区|学校|部门|科室)?(?:的)?,?(?<U>每次)?";

/** One place and its points a row, from the first on; the others may have points as well. */
export const placeRows: Pattern = {
  name: "place-rows",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `${RANKED}??第{N}名?${THEN}(?:{verb}|:)?{P}{pts}`,
      `${RANKED}??第{N}名?${THEN}{F}`,
      "第(?<O>){N}名?(?:\\(含\\))?(?:及|和|或)?(?:其|之|以)(?:后|下)(?:各)?(?:名次|名|单位|班级|的|者)*(?:均|一律)?,?(?:{Z}|(?:{verb}|:)?{P}{pts})",
      "(?<O>其余|其他|其它|以后|其后)(?:各)?(?:名次|名|单位|班级|的|者)*(?:均|一律)?(?:{Z}|(?:{verb}|:)?{P}{pts})",
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    const [first] = b.rows;
    const own = (first?.["M"]?.text ?? "").replace(/(?:的|在|每次)+$/u, "");
    if (item === "" || (own !== "" && !isMeasure(own, "zh")) || /每|连续|累计|较|比上/u.test(own)) return null;
    const listed = b.rows.filter((row) => row["O"] === undefined);
    const others = b.rows.filter((row) => row["O"] !== undefined);
    // `第四名以后` is all others only where the places before it are listed.
    const from = numberText(others[0]?.["N"]?.text ?? "");
    // The places follow each other from the first on, and what is left stands last.
    if (
      (from !== null && from !== String(listed.length + 1)) ||
      listed.length < 2 ||
      listed.length > 10 ||
      others.length > 1 ||
      (others.length === 1 && b.rows.at(-1)?.["O"] === undefined) ||
      listed.some(
        (row, at) =>
          numberText(row["N"]?.text ?? "") !== String(at + 1) ||
          (at > 0 && row["M"] !== undefined && row["M"].text !== ""),
      )
    )
      return null;
    const effects = new Set<Effect>();
    for (const row of b.rows) {
      const effect = row["F"] !== undefined ? "earn" : effectOf(row["V"]?.text ?? "");
      if (effect !== null) effects.add(effect);
    }
    if (effects.size > 1 || effects.has("deduct")) return null;
    const name = `${own === "" ? item : nameOf(own, item)}${(first?.["S"]?.text ?? "").replace(/^在/u, "")}名次`;
    const [effect = effectWithoutVerb(b, name)] = effects;
    const values = b.rows.map((row) =>
      row["F"] !== undefined ? all : row["Z"] !== undefined ? "0" : numberText(row["P"]?.text ?? ""),
    );
    if (values.some((value) => value === null || value === undefined)) return null;
    const levels = listed.map((_, at) => `第${NUMERALS[at] ?? ""}名`);
    const rest = others.length === 0 ? "0" : (values.at(-1) ?? "0");
    // Places may be reached more than once.
    const unit = b.rows.some((row) => row["U"] !== undefined) ? "次" : "";
    if (effect === "add" || unit !== "")
      return rest === "0"
        ? listedRule(b, { effect, levels, values: values.map((value) => value ?? "0"), event: name, unit })
        : null;
    b.about(name);
    return [
      byPlace(
        effect,
        name,
        levels,
        values.map((value) => value ?? "0"),
        rest,
      ),
    ];
  },
  examples: { zh: ["第一名得10分，第二名得8分，第三名得6分，其余得4分"], en: [] },
  counterExamples: ["第一名得10分，第三名得8分", "连续两次第一名加2分，第二名加1分"],
};
