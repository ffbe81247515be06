/** Measures, their limits and what is compared with them. */
import type { Building } from "../form/pattern.js";
import { countOf, numberOf, percentOf, type Field, type Quantity, type Sign } from "../rule/rule.js";
import { comparisonOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";

/** The field of a measure: a percentage, or an amount in a unit. */
export function measureField(name: string, unit: string, item: string): Field {
  const own =
    /^(?:每|平均|人均|校均|生均|户均)/u.test(name) && !name.startsWith(item) && name !== item ? `${item}${name}` : name;
  const plain = nameOf(
    own
      .replace(/(?:应|须|需|要|必须|应当|得|务必|力争|确保|保持|每年|全年|年度|的|为|在|数|数量)+$/u, "")
      .replace(/^(?:全年|年度|年内|当年|确保|力争|对)/u, ""),
    item,
  );
  if (unit === "%") return percentOf(plain);
  if (/平均|均$|率$/u.test(plain) && unit !== "") return numberOf(plain, unit);
  if (/^(?:元|万元|亿元|亩|公里|米|平方米|公斤|吨|小时|分钟|分|学时|课时)$/u.test(unit)) return numberOf(plain, unit);
  return countOf(plain, unit);
}

/** A number with its unit. */
export const quantity = (value: string, unit: string): Quantity => ({ value, unit });

const RATE = /(?:率|度|比例|占比)$/u;

/** The measure that a clause names, or the one before it, or the item; empty where it is of each month or quarter. */
export function measureOf(b: Building, own: string, periodic = false): string {
  const plain = own.replace(/[,:]$/u, "");
  // Month by month or over the year: only a base can be asked about.
  if (!periodic && /每(?:年|月|季度|季|周|学期|学年|半年|次|人)|(?:月|季)均/u.test(plain)) return "";
  // `信息采集准确率达98%…，准确率低于90%…` is about the same rate.
  const before = b.context.measure;
  if (plain.length >= 2 && plain !== before && before.endsWith(plain) && RATE.test(plain)) return before;
  if (plain !== "") return plain;
  return b.context.measure !== "" ? b.context.measure : b.context.item;
}

/** The sign of a comparison word together with the text after the number. */
export function signOf(word: string, behind: string): Sign | null {
  const sign = word === "" ? null : comparisonOf(word);
  const includes = /含/u.test(behind) && !/不含/u.test(behind);
  if (/以上/u.test(behind)) {
    if (sign === "<" || sign === "<=") return sign === "<" ? "<" : null;
    return sign === ">" ? (includes ? ">=" : ">") : ">=";
  }
  if (/以下|以内|之内|^内$/u.test(behind)) {
    if (sign === ">" || sign === ">=") return null;
    return sign === "<" ? (includes ? "<=" : "<") : /不含/u.test(behind) ? "<" : "<=";
  }
  if (sign === ">" && includes) return ">=";
  if (sign === "<" && includes) return "<=";
  return sign;
}

/** The comparison that holds where another fails. */
export const opposite: Readonly<Record<Sign, Sign>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "=" };

/** The sign of an English comparison before a number (`below`), or behind it (`or higher`); null for none. */
export function englishSign(word: string, behind: string): Sign | null {
  const [before, after] = [word.trim().toLowerCase(), behind.trim().toLowerCase()];
  if (after !== "") {
    if (before !== "") return null;
    return /above|over|higher|more|up|better|greater/u.test(after) ? ">=" : "<=";
  }
  if (/^(?:below|under|less than|lower than|fewer than|<)$/u.test(before)) return "<";
  if (/^(?:over|above|more than|greater than|higher than|exceeding|>)$/u.test(before)) return ">";
  if (/^(?:at least|no less than|not less than|no fewer than|≥)$/u.test(before)) return ">=";
  return /^(?:up to|at most|no more than|not more than|≤)$/u.test(before) ? "<=" : null;
}
