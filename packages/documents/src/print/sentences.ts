/**
 * Rules as sentences of official documents. A sentence is used only where reading it gives the same rule and the same kind of field,
 * whatever stands before it, and asks nothing; all other rules are printed in their own words.
 */
import type { ItemForm, Lang, ast } from "@yardstick/language";
import { isChinese, normalText } from "../clause/normal-text.js";
import { RuleWriter } from "../draft/rule-text.js";
import { Names } from "../draft/names.js";
import type { Context } from "../form/pattern.js";
import { matchClause } from "../match/match.js";
import type { Field, RulePart } from "../rule/rule.js";

/** Types of fields by name. */
export type FieldTypes = ReadonlyMap<string, ast.TypeNode>;

/** What a sentence needs to know of its item. */
export interface ItemOfRule {
  readonly name: string;
  readonly section: string;
  readonly points: string | null;
  readonly role: ItemForm;
}

const COMPARED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  zh: { "<": "低于", "≤": "不高于", ">": "超过", "≥": "达到" },
  en: { "<": "below", "≤": "at most", ">": "above", "≥": "at least" },
};

const nameIn = (of: ast.Expression): string | null =>
  of.kind === "reference" && of.path.length === 1 ? (of.path[0]?.text ?? null) : null;

/** Digits of a number with `%` where it has it; null for other expressions and units. */
function figure(of: ast.Expression | null): string | null {
  if (of?.kind !== "number") return null;
  if (of.unit === null || of.unit === "分" || of.unit === "points" || of.unit === "point") return of.digits;
  return of.unit === "%" ? `${of.digits}%` : null;
}

/** Figures and words of a rule that its sentence repeats. */
interface RuleFigures {
  /** Points; null for all of the item. */
  readonly points: string | null;
  readonly verb: string;
  readonly cap: string;
}

function zhForms(line: ast.Line, unit: string, { points, verb, cap }: RuleFigures): readonly string[] {
  const result = points === null ? (verb === "扣" ? "不得分" : "得满分") : `${verb}${points}分`;
  const { condition, per, amount } = line;
  if (amount.kind === "judged") {
    const [from, to] = [figure(amount.range?.from ?? null), figure(amount.range?.to ?? null)];
    if (amount.name === null || from === null || to === null || condition !== null || per !== null) return [];
    return [
      `${amount.name.text}的，酌情${verb}${from}－${to}分${cap}`,
      `${amount.name.text}，酌情${verb}${from}－${to}分${cap}`,
    ];
  }
  if (per !== null) {
    const field = nameIn(per.of);
    if (field === null || condition !== null || points === null) return [];
    const step = per.step === null ? null : figure(per.step);
    if (per.measure.kind === "all") {
      if (per.step === null)
        return [
          `${field}的，每${unit}${result}${cap}`,
          `${field}每${unit}${result}${cap}`,
          `每${unit}${field}${result}${cap}`,
        ];
      return [`${field}每满${per.step.digits}${unit}${result}${cap}`];
    }
    if (per.measure.kind === "between") return [];
    const limit = figure(per.measure.limit);
    if (limit === null) return [];
    const isUnder = per.measure.kind === "under";
    if (step?.endsWith("%") === true || (limit.endsWith("%") && per.step === null)) {
      const each = step === null ? "1" : step.slice(0, -1);
      return isUnder
        ? [`${field}不低于${limit}，每降低${each}个百分点${result}${cap}`]
        : [
            `${field}达到${limit}，每提高${each}个百分点${result}${cap}`,
            `${field}不超过${limit}，每超过${each}个百分点${result}${cap}`,
          ];
    }
    const each = step ?? "1";
    return isUnder
      ? [`${field}不少于${limit}${unit}，每少${each}${unit}${result}${cap}`]
      : [
          `${field}达到${limit}${unit}的，每多${each}${unit}${result}${cap}`,
          `${field}超过${limit}${unit}的，每多${each}${unit}${result}${cap}`,
        ];
  }
  if (condition === null) return [];
  const flag = nameIn(condition);
  if (flag !== null) return [`${flag}的，${result}${cap}`, `有${flag}的，${result}${cap}`, `${flag}，${result}${cap}`];
  if (condition.kind !== "binary") return [];
  const [measure, limit] = [nameIn(condition.left), figure(condition.right)];
  const compared = COMPARED.zh[condition.op];
  if (measure === null || limit === null || compared === undefined) return [];
  return [`${measure}${compared}${limit}${limit.endsWith("%") ? "" : unit}的，${result}${cap}`];
}

function enForms(line: ast.Line, { points, verb, cap }: RuleFigures): readonly string[] {
  const { condition, per, amount } = line;
  const many = points === "1" ? "1 point" : `${points ?? ""} points`;
  if (amount.kind === "judged") {
    const [from, to] = [figure(amount.range?.from ?? null), figure(amount.range?.to ?? null)];
    if (amount.name === null || from !== "0" || to === null || condition !== null || per !== null) return [];
    return [`Up to ${to} points off for ${amount.name.text}${cap}`];
  }
  if (per !== null) {
    const field = nameIn(per.of);
    if (field === null || condition !== null || points === null) return [];
    if (per.measure.kind === "all") {
      if (per.step !== null) return [`Every ${per.step.digits} ${field} ${verb} ${many}${cap}`];
      return verb === "deduct"
        ? [`${many} off per ${field}${cap}`, `Deduct ${many} for each ${field}${cap}`]
        : [`Add ${many} for each ${field}${cap}`, `${many} for each ${field}${cap}`];
    }
    if (per.measure.kind === "between" || verb !== "deduct" || per.measure.kind !== "under") return [];
    const limit = figure(per.measure.limit);
    if (limit === null) return [];
    return limit.endsWith("%")
      ? [`${many} off per percentage point ${field} is below ${limit}${cap}`]
      : [`At least ${limit} ${field}, ${many} off for each missing${cap}`];
  }
  if (condition === null) return [];
  const subject = nameIn(condition);
  if (subject !== null) {
    const first = `${subject.charAt(0).toUpperCase()}${subject.slice(1)}`;
    if (points === null) return [`${subject}: 0 points${cap}`, `${first}: 0 points${cap}`];
    return [`${subject}: ${verb} ${many}${cap}`, `${first}: ${verb} ${many}${cap}`];
  }
  if (condition.kind !== "binary") return [];
  const [measure, limit] = [nameIn(condition.left), figure(condition.right)];
  const compared = COMPARED.en[condition.op];
  if (measure === null || limit === null || compared === undefined || points === null) return [];
  return [`${measure} ${compared} ${limit}: ${verb} ${many}${cap}`];
}

const VERBS = {
  zh: { deduct: "扣", add: "加", earn: "得" },
  en: { deduct: "deduct", add: "add", earn: "earn" },
} as const;

function candidates(line: ast.Line, lang: Lang, types: FieldTypes): readonly string[] {
  const { effect } = line;
  if (line.each !== null || effect === "add-or-deduct") return [];
  const scoring = line.suffixes.filter(({ kind }) => kind !== "basis");
  let cap = "";
  for (const suffix of scoring) {
    // A bound of what is earned is mostly the item's own points, which the reader takes for granted.
    if (suffix.kind !== "up-to" || scoring.length > 1 || suffix.per !== null || effect === "earn") return [];
    const most = figure(suffix.operand);
    if (most === null || most.endsWith("%")) return [];
    cap = lang === "zh" ? `，最多${VERBS.zh[effect]}${most}分` : `, up to ${most} points`;
  }
  const { amount } = line;
  if (amount.kind !== "amount" && amount.kind !== "judged") return [];
  const points = amount.kind === "amount" ? figure(amount.value) : null;
  if (amount.kind === "amount" && points === null && amount.value.kind !== "full") return [];
  if (points?.endsWith("%") === true) return [];
  const of = line.per?.of ?? (line.condition?.kind === "binary" ? line.condition.left : null);
  const type = types.get((of === null ? null : nameIn(of)) ?? "");
  const unit = type?.kind === "number-type" ? (type.unit?.text ?? "") : "";
  const figures = { points, verb: VERBS[lang][effect], cap };
  return lang === "zh" ? zhForms(line, unit, figures) : enForms(line, figures);
}

function isOfType({ type, unit, range }: Field, declared: ast.TypeNode | undefined): boolean {
  if (declared === undefined) return false;
  if (declared.kind === "plain-type") return declared.type === type;
  if (declared.kind !== "number-type" || declared.type !== type) return false;
  return range === null && (unit ?? "") === (declared.unit?.text ?? (type === "percent" ? "%" : ""));
}

/** Whether the fields of a rule that was read are declared as it takes them. */
function hasTypes(part: RulePart, types: FieldTypes): boolean {
  if (part.kind !== "rule" || part.each !== null || part.highestPer !== null || part.unless !== null) return false;
  if (part.when?.kind === "any") return false;
  const fields = [part.per?.field, part.when?.field].filter((field) => field !== undefined);
  return fields.every((field) => isOfType(field, types.get(field.name)));
}

/** `ruleText` without spaces that carry no meaning, and with one spelling of each sign. */
const plain = (text: string): string => text.replaceAll("≤", "<=").replaceAll("≥", ">=").replaceAll(/\s+/gu, "");

/**
 * The sentence of a rule; null where none says exactly the same. `ruleText` is the rule as the language writes it with keywords of
 * `lang`, without its basis.
 */
export function sentenceOf(
  line: ast.Line,
  ruleText: string,
  item: ItemOfRule,
  lang: Lang,
  types: FieldTypes,
): string | null {
  for (const sentence of candidates(line, lang, types)) {
    // The reader tells the language of a document by its letters, and sentences end at these signs.
    if (/[\n；;。]/u.test(sentence) || (lang === "en" && isChinese(sentence))) continue;
    const { text } = normalText(sentence);
    const saysTheSame = ["", lang === "zh" ? "检查" : "check"].every((before) => {
      const context: Context = {
        lang,
        title: "",
        section: item.section,
        item: item.name,
        points: item.points,
        role: item.role,
        requirement: "",
        passage: sentence,
        side: null,
        event: before,
        measure: before,
        previous: [],
        follows: false,
        unitHasRules: false,
        isComposed: false,
        startsFull: false,
        definesRatioMethod: false,
        subjectKinds: new Set(),
      };
      const { matches, unread, remarks } = matchClause(text, context, () => null);
      const [match] = matches;
      const [part] = match?.parts ?? [];
      if (match === undefined || part === undefined || matches.length > 1 || match.parts.length > 1) return false;
      if (unread.length > 0 || remarks.length > 0 || match.asked.length > 0 || !hasTypes(part, types)) return false;
      if (part.kind !== "rule") return false;
      return plain(new RuleWriter(lang, new Names(), item.name).rule(part)) === plain(ruleText);
    });
    if (saysTheSame) return sentence;
  }
  return null;
}
