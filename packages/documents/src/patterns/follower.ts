/** Phrases that say nothing alone: they are about the event before, or about the item. */
import type { Building, Context } from "../form/pattern.js";
import type { Field, ScoringRule } from "../rule/rule.js";

/** About the event before, in so many words. */
const GRAVER =
  /^(?:属实|(?:经)?(?:查实|核实)|(?:情节|态度|性质|手段|行为|数额|金额)(?:[^,]{0,2}(?:严重|恶劣|重大|[较特巨]大))|造成|情节|影响|后果|其中|仍|再|并|致使|导致|引起|引发|(?:整改|提醒|催[办报]|教育|警告|复查|督办)[^,]{0,4}(?:仍|还是|依然)|屡[教犯]|拒不(?:改|整改|纠正)|经[^,]{1,8}?(?:仍|还是|不[改听服]|未[改整]|拒不))/u;

const BARE =
  /^(?:没有|未|已|不|有|无|按时|按期|及时|全部|基本)?(?:建成|完成|获奖|达标|达到|整改|合格|开展|落实|符合|通过|到位|健全|参加|上报|有|无|没有)(?:的|者|要求|标准|目标|任务|到位)*$/u;

/** The event with what it is about, empty where an answer leaves the clause to its author; asks where that could be the event before or the item. */
export function follow(b: Building, own: string, event: string, verb = ""): string {
  const { context } = b;
  if (own === "") return event;
  const plain = own.replace(/(?:的|者)$/u, "");
  const before = context.event.replace(/(?:的|者)$/u, "");
  if (GRAVER.test(plain) && plain.length <= 12 && before !== "") {
    if (verb !== "" && !/[再另加]/u.test(verb)) {
      const instead = b.ask({
        code: "graver",
        scope: "clause",
        text: {
          zh: `“${plain}”的，在前一条以外另计，还是代替前一条？`,
          en: `Does “${plain}” count besides the rule before, or instead of it?`,
        },
        options: [
          { zh: "另计", en: "besides" },
          { zh: "代替前一条，这一条另写", en: "instead; the clause is written by hand" },
        ],
      });
      if (instead === 1) return "";
    }
    // What came of the event stands beside what came of it before.
    const base = before.split(",")[0] ?? before;
    return `${base.replace(/(?<=..)(?:造成|导致|致使|引起|引发|情节|后果).*$/u, "")}${plain}`;
  }
  if (!BARE.test(plain)) return event;
  if (before === "" || before === context.item) return `${context.item}${plain}`;
  // `没有获奖的…；获奖的…`: the opposite of what was said is about the same.
  const opposite = /^(?:没有|未|不|没)(.+)$/u.exec(plain)?.[1];
  const negated = /^(.*?)(?:没有|未|不|没)([^没未不]+)$/u.exec(before);
  if (negated?.[2] === plain && (negated[1] ?? "") !== "") return `${negated[1] ?? ""}${plain}`;
  if (opposite !== undefined && before.endsWith(opposite) && before.length > opposite.length)
    return `${before.slice(0, -opposite.length)}${plain}`;
  const chosen = b.ask({
    code: "ellipsis",
    scope: "clause",
    text: { zh: `“${plain}”说的是什么？`, en: `What is “${plain}” about?` },
    options: [
      { zh: `接上文：${before}`, en: `the event before: ${before}` },
      { zh: `本条目：${context.item}`, en: `the item: ${context.item}` },
    ],
  });
  return `${chosen === 0 ? before : context.item}${plain}`;
}

/** The rule directly before, in the same sentence or entry, where it counts in the unit: what a figure without an event is about; null for others. */
export function countedBefore(
  { follows, unitHasRules, previous }: Context,
  unit: string,
): { readonly field: Field; readonly effect: ScoringRule["effect"] } | null {
  const before = follows || unitHasRules ? previous.at(-1) : undefined;
  return before?.kind === "rule" && before.per !== null && before.per.side === null && before.per.field.unit === unit
    ? { field: before.per.field, effect: before.effect }
    : null;
}

/** What the rule directly before counts in the unit, or compares with a figure; null for others. */
export function countedHere(context: Context, unit: string): Field | null {
  const before = countedBefore(context, unit);
  if (before !== null) return before.field;
  const last = context.follows || context.unitHasRules ? context.previous.at(-1) : undefined;
  const field = last?.kind === "rule" && last.when?.kind === "compare" ? last.when.field : null;
  return field?.unit === unit ? field : null;
}
