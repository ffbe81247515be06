/** Points that rise from one time to the next: 第一次扣5分，第二次扣10分; 发现一次扣2分，第二次起每次扣4分. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { countOf, points, rule, type Row, type RulePart } from "../rule/rule.js";
import { percentOfNumber } from "../words/numerals.js";
import { OUTSIDE_SCORE } from "../words/outcome-words.js";
import { effectOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";
import { quantity } from "./measures.js";

const AND_MORE = "(?:(?:及|或)?(?:以上|以后|更多)|起|开始)";
const NOTHING = "(?:不扣分|不予扣分|免予扣分|免扣分?|(?:予以|给予)?(?:口头)?(?:警告|提醒|批评教育)(?:不扣分)?)";
const time = (words: string, slot: string): string =>
  `(?:${words})(?:发现|出现|违反|被查到|被退回|退回)?(?<H${slot}>${AND_MORE})?(?:的|者)?,?(?<A${slot}>每(?:发现|出现)?(?:一|1)?次)?(?:的)?,?`;

const FIRST = "第[一1]次|首次|初次|初犯|(?<!第)(?:发现|违反)?[一1]次";
const SECOND = "第[二2]次|再次|再犯";
const THIRD = "第[三3]次";

const together = (list: readonly string[], unit: string): Asked => ({
  code: "each-time",
  scope: "document",
  text: {
    zh: `第一次 ${list[0] ?? ""} 分、第二次 ${list[1] ?? ""} 分：有两${unit}的怎样算？`,
    en: `${list[0] ?? ""} points for the first time and ${list[1] ?? ""} for the second: what do two of them cost?`,
  },
  options: [
    {
      zh: "逐次相加，以后各次与写明的最后一次相同",
      en: "all of them, added up; further ones count as the last that is listed",
    },
    { zh: "只按达到的次数算一档，不相加", en: "only the last of them; earlier ones do not count besides" },
  ],
});

/** Points of each time, as decimal text; null where a verb does something else than the first. */
function amountsOf(b: Building): readonly string[] | null {
  const effect = effectOf(b.text("V"));
  const first = b.text("P1") === "" ? "0" : b.number("P1");
  const second = b.text("D2") === "" ? b.number("P2") : percentOfNumber("200", first);
  const third = b.text("P3") === "" ? null : b.number("P3");
  const verbs = [b.text("V2"), b.text("V3")].filter((verb) => verb !== "");
  if (effect === null || effect === "earn" || verbs.some((verb) => effectOf(verb) !== effect || /[再另]/u.test(verb)))
    return null;
  return third === null ? [first, second] : [first, second, third];
}

/** Points for the first time, the second and the third. */
export const escalating: Pattern = {
  name: "escalating",
  sign: /(?:第[二2]次|再次|再犯)/u,
  forms: {
    zh: [
      `(?:{E}(?:的|者|时)?,?)?${time(FIRST, "1")}{verb}{P1}分,${time(SECOND, "2")}(?:{V2}{P2}分|(?<D2>加倍(?:扣分|扣减|扣)?|双倍扣分))(?:,${time(THIRD, "3")}{V3}{P3}分)?(?:,第(?<T9>[二三四五2-5])次${AND_MORE}?(?:的|者)?,?(?<O9>(?:予以|给予|一律|直接|将其)*(?:${OUTSIDE_SCORE})[^\\n,;()0-9%扣加减]{0,14}))?`,
      `(?:{E}(?:的|者|时)?,?)?${time(FIRST, "1")}${NOTHING},${time(SECOND, "2")}{verb}{P2}分(?:,${time(THIRD, "3")}{V3}{P3}分)?(?:,第(?<T9>[二三四五2-5])次${AND_MORE}?(?:的|者)?,?(?<O9>(?:予以|给予|一律|直接|将其)*(?:${OUTSIDE_SCORE})[^\\n,;()0-9%扣加减]{0,14}))?`,
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    const effect = effectOf(b.text("V"));
    const amounts = amountsOf(b);
    const event = b.text("E") === "" ? (context.event === "" ? context.item : context.event) : b.text("E");
    if (effect === null || amounts === null || event === "") return null;
    // Only the last of the times may go on.
    const goesOn = [b.text("H1"), b.text("H2"), b.text("H3")].map((word) => word !== "");
    if (goesOn[0] === true || (goesOn[1] === true && amounts.length > 2) || b.text("A1") !== "") return null;
    const field = countOf(nameOf(event, context.item), "次");
    const last = amounts.length;
    const saysEach = b.text(`A${String(last)}`) !== "";
    b.about(event);
    const apart =
      b.ask(
        together(amounts, "次"),
        saysEach ? { option: 0, because: { zh: "原文写明每次", en: "the document says each time" } } : null,
      ) === 0;
    const from = (at: number) => quantity(String(at), "");
    const parts: RulePart[] = apart
      ? amounts.flatMap((value, at) =>
          at === last - 1
            ? [
                rule(effect, points(value), {
                  per: { field, step: null, side: at === 0 ? null : "over", limit: at === 0 ? null : from(at) },
                }),
              ]
            : value === "0"
              ? []
              : [rule(effect, points(value), { when: { kind: "compare", field, sign: ">=", value: from(at + 1) } })],
        )
      : [
          rule(effect, {
            kind: "by",
            of: field,
            rows: [
              ...amounts
                .map((value, at): Row => ({
                  test: { kind: "compare", sign: ">=", value: from(at + 1) },
                  amount: points(value),
                }))
                .toReversed(),
              { test: { kind: "else" }, amount: points("0") },
            ],
          }),
        ];
    if (b.text("O9") === "") return parts;
    const place = "二三四五".indexOf(b.text("T9"));
    const name = nameOf(b.text("O9").replace(/^(?:予以|给予|一律|直接|将其)+/u, ""), "处理");
    return [
      ...parts,
      {
        kind: "event-outcome",
        name,
        condition: {
          kind: "compare",
          field,
          sign: ">=",
          value: from(place < 0 ? Number(b.text("T9")) : place + 2),
        },
      },
    ];
  },
  examples: {
    zh: ["不系安全带的，第一次扣5分，第二次扣10分", "带食品进入车间，发现一次扣2分，第二次起每次扣4分"],
    en: [],
  },
  counterExamples: ["不系安全带的，第一次扣5分，第二次加10分"],
};
