/** Twice or half of the rule before: 再次催办仍没有办的，加倍扣分; 其他干部有上述情形的，减半扣分. */
import type { Asked, Given, Pattern } from "../form/pattern.js";
import { countOf, fieldOf, flagOf, type Amount, type RulePart, type ScoringRule } from "../rule/rule.js";
import { isEvent } from "../words/event-words.js";
import { nameOf } from "./names.js";

/** A decimal times or divided by two, exactly. */
function twice(value: string, halve: boolean): string {
  const [whole = "0", decimals = ""] = value.split(".");
  const digits = BigInt(whole + decimals) * (halve ? 5n : 2n);
  const places = decimals.length + (halve ? 1 : 0);
  const text = String(digits).padStart(places + 1, "0");
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/u, "");
}

function scaled(amount: Amount, of: (value: string) => string): Amount | null {
  if (amount.kind === "points") return { kind: "points", value: of(amount.value) };
  if (amount.kind !== "by") return null;
  const rows = amount.rows.map((row) => ({ ...row, amount: scaled(row.amount, of) }));
  return rows.some((row) => row.amount === null)
    ? null
    : { ...amount, rows: rows.map((row) => ({ test: row.test, amount: row.amount ?? amount })) };
}

/** The rule before, for another event, with its points changed. */
function again(part: ScoringRule, event: string, item: string, of: (value: string) => string): RulePart | null {
  const amount = scaled(part.amount, of);
  if (amount === null) return null;
  if (part.discretion !== null) {
    // Within bounds, the bounds are halved or doubled.
    const { name, from, to } = part.discretion;
    if (part.each !== null || part.effect === "earn") return null;
    return { ...part, discretion: { name: `${nameOf(event, item)}${name}`.slice(0, 30), from: of(from), to: of(to) } };
  }
  const own = nameOf(event, item);
  const name = own === part.per?.field.name || own === part.each?.name ? `${own}另计` : own;
  if (part.each !== null)
    return { ...part, amount, each: { ...part.each, name: `${name}${part.each.name}`.slice(0, 30) } };
  if (part.per !== null && part.per.side === null)
    return {
      ...part,
      amount,
      per: { ...part.per, field: countOf(`${name}${part.per.field.name}`.slice(0, 30), part.per.field.unit ?? "次") },
    };
  if (part.when === null && part.per === null && amount.kind === "by" && amount.of.type === "choice")
    return {
      ...part,
      amount: { ...amount, of: { ...amount.of, name: `${name}${amount.of.name}`.slice(0, 30) } },
    };
  if (part.when?.kind === "is" && part.per === null)
    return { ...part, amount, when: { kind: "is", field: flagOf(`${name}${part.when.field.name}`.slice(0, 30)) } };
  return null;
}

const MITIGATION = /主动|及时整改|自行整改|整改到位|情节(?:较)?轻微|合作|参照/gu;

/** Where one rule alone stands before, and the clause names what it is about, that is what is halved. */
function onlyNamed(event: string, rules: readonly ScoringRule[]): Given | null {
  const [only] = rules;
  if (only === undefined || rules.length > 1) return null;
  const about = (event.split(",").at(-1) ?? "").replace(/(?:的|者)$/u, "");
  const name = only.each?.name ?? only.per?.field.name ?? (only.when === null ? "" : fieldOf(only.when).name);
  return about.length >= 2 && name.includes(about)
    ? { option: 0, because: { zh: `前面只有一条，说的是${about}`, en: `one rule stands before, about ${about}` } }
    : null;
}

/** The rule before, once more, twice or half, for another event. */
export const doubling: Pattern = {
  name: "doubling",
  forms: {
    zh: [
      "(?<Q>[^\\n,;0-9每]{2,16}?)(?:的|者)?(?:(?:按|参照|按照)(?:上述|以上|前述|前款|本条)?(?:标准)?的?)?(?<D>一半|减半)(?:扣分|加分|计分|计算|给分|得分|奖励|扣|计)",
      "(?:再次|仍然|仍)?{E}(?:有上述(?:情形|情况|行为)(?:之一)?)?{de}(?<D>加倍|双倍|翻倍|减半)(?:扣分|扣减|扣|加分|计分|计|处罚)?",
    ],
    en: [],
  },
  build(b) {
    const { previous, item } = b.context;
    const rules = previous.filter((part): part is ScoringRule => part.kind === "rule");
    if (rules.length === 0 || rules.length !== previous.length) return null;
    const halve = b.text("D") !== "加倍" && /半/u.test(b.text("D"));
    const event = b.text("Q") === "" ? b.text("E") : b.text("Q");
    // What mitigates is a word of rules elsewhere; here it is asked about.
    if (b.text("Q") !== "" && !isEvent(event.replaceAll(MITIGATION, "x"), "zh")) return null;
    const asked: Asked = {
      code: "factor-of",
      scope: "clause",
      text: halve ? { zh: "减半的是哪些？", en: "What is halved?" } : { zh: "加倍怎样计？", en: "How is it doubled?" },
      options: halve
        ? [
            {
              zh: "前面各条，这类情形另行登记，按一半计",
              en: "the rules before; these cases are counted apart, at half",
            },
            { zh: "只有紧接着的一条，另行登记，按一半计", en: "only the rule directly before, counted apart, at half" },
          ]
        : [
            { zh: "已按前一条计过，再加一倍", en: "counted by the rule before already, and once more" },
            { zh: "只在这里计，按两倍", en: "counted here only, twice" },
          ],
    };
    const chosen = b.ask(asked, halve ? onlyNamed(event, rules) : null);
    const of = (value: string) => (halve ? twice(value, true) : chosen === 0 ? value : twice(value, false));
    const about = halve && chosen === 1 ? rules.slice(-1) : rules;
    const parts = about.map((part) => again(part, event, item, of));
    return parts.some((part) => part === null) ? null : parts.filter((part) => part !== null);
  },
  examples: { zh: [], en: [] },
  counterExamples: ["加倍扣分"],
};
