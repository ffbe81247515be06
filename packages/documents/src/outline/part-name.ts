/** Names of sections and items without their marks and points: `二、组织工作（10分）` is 组织工作, 10 points. */
import { normalText } from "../clause/normal-text.js";
import { numberText } from "../words/numerals.js";
import type { PartRole } from "./outline.js";

/** What the name of a part says of it. Numbers are decimal text; null where the name says none. */
export interface NamedPart {
  readonly name: string;
  readonly points: string | null;
  readonly weight: string | null;
  readonly role: PartRole;
}

const MARK =
  /^(?:第[一二三四五六七八九十百\d]+[章节条部分]+|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}(?:\.\d{1,2})*(?:[、.)](?=[^\d.%])|(?=[^\d.分%]))|[\u2460-\u2473]|[A-Z][.)]\s|[IVX]{1,4}[.)]\s)\s*/u;
const POINTS =
  /\(?(?:共|共计|满分|分值|总分|计|合计|最高|上限|最多加?|不超过|:)*(\d+(?:\.\d+)?)\s*(?:分|points?|pts?\.?|marks?)(?:\s*(?:each|max|in total|total|possible))?\)?/iu;
const WEIGHT = /\(?(?:权重|占比|占)?:?(\d+(?:\.\d+)?)%\)?/u;

/** The role that the name of a section or an item gives it. */
export function roleOfName(name: string): PartRole | null {
  if (/否决|veto|automatic|\bauto[- ]?fail|\bcritical (?:errors?|failures?)|disqualif/iu.test(name)) return "veto";
  if (/加分|奖励分|附加分|bonus|extra credit/iu.test(name) && !/[和与及、/]?(?:减|扣)分/u.test(name)) return "bonus";
  if (/(?:扣|减|倒扣)分|penalt|deduction/iu.test(name) && !/加/u.test(name)) return "penalty";
  return null;
}

/** Name, points, weight and role of a part from its heading or cell. */
export function namedPart(source: string): NamedPart {
  const { text } = normalText(source.replaceAll("\n", ""));
  let name = text.replace(MARK, "").trim();
  let points: string | null = null;
  let weight: string | null = null;
  const found = POINTS.exec(name);
  if (found !== null && (found.index > 0 || found[0].length < name.length)) {
    points = numberText(found[1] ?? "");
    name = `${name.slice(0, found.index)}${name.slice(found.index + found[0].length)}`;
  } else {
    const share = WEIGHT.exec(name);
    if (share !== null && /[(权占]/u.test(share[0])) {
      weight = numberText(share[1] ?? "");
      name = name.replace(share[0], "");
    }
  }
  name = name
    .replace(/\(\s*\)/gu, "")
    .replace(/^[\s:,、.-]+|[\s:,、。;.-]+$/gu, "")
    .trim();
  return { name, points, weight, role: roleOfName(text) ?? "item" };
}

/** Points of a cell: `25分`, `4`, `2.5 each`; null for none (`无`, `/`, nothing) and for what is not a number. */
export function cellPoints(source: string): {
  readonly points: string | null;
  readonly percent: boolean;
  readonly isNone: boolean;
  readonly isEach: boolean;
} {
  const { text } = normalText(source.replaceAll("\n", ""));
  if (/^(?:无|\/|-+|不限|n\/?a|none)?$/iu.test(text))
    return { points: null, percent: false, isNone: true, isEach: false };
  const found = /^[+]?(\d+(?:\.\d+)?)\s*(%)?(?:分|points?|pts?|marks?)?(?:\s*(?:each|apiece))?$/iu.exec(text);
  return {
    points: found === null ? null : numberText(found[1] ?? ""),
    percent: found?.[2] === "%",
    isNone: false,
    isEach: /each|各/iu.test(text),
  };
}
