/**
 * One field as a column of an entry form: its header with the unit, what may be entered, and what is said about it.
 */
import type { Choice, Exact, Field } from "@yardstick/language/program";
import { Fraction } from "fraction.js";
import { fullHeader, unitOfHeader } from "../known-headers.js";
import type { BookColumn, BookFormat, BookRule } from "../write/book.js";
import { columnWidth } from "../write/cells.js";
import type { FormMessages } from "./messages.js";

export interface FormColumn {
  readonly field: Field;
  readonly header: string;
  readonly column: BookColumn;
  /** What to enter, in words. */
  readonly what: string;
  readonly unit: string | null;
  readonly range: string;
  readonly need: string;
  readonly assessor: string | null;
  readonly rule: BookRule;
  /** Why another entry is refused. */
  readonly complaint: string | null;
  readonly prompt: string;
}

/** Decimal text of a bound in the field's own unit; null where it has no end, so that nothing right is refused. */
function bound(exact: Exact | null, scale: Exact): string | null {
  if (exact === null) return null;
  const value = new Fraction(exact).div(scale);
  const text = value.toString(15);
  return text.includes("(") || !new Fraction(text).equals(value) ? null : text;
}

function formatOf({ type }: Field): BookFormat {
  if (type.kind === "number") return type.form === "percent" ? "percent" : "general";
  return type.kind === "date" ? "date" : "text";
}

interface Entry {
  readonly what: string;
  readonly range: string;
  readonly rule: BookRule;
  readonly complaint: string | null;
}

function entryOf({ type }: Field, choices: readonly Choice[], words: FormMessages): Entry {
  switch (type.kind) {
    case "text":
    case "list":
      return { what: words.text, range: "", rule: { kind: "any" }, complaint: null };
    case "period":
      return { what: words.period, range: "", rule: { kind: "any" }, complaint: null };
    case "date":
      return { what: words.date, range: "", rule: { kind: "date" }, complaint: words.aDate };
    case "flag":
      return {
        what: words.flag,
        range: "",
        rule: { kind: "levels", levels: [words.yes, words.no] },
        complaint: words.oneOf,
      };
    case "level": {
      const levels = choices[type.choice]?.levels.map(({ name }) => name) ?? [];
      return { what: words.choice(levels), range: "", rule: { kind: "levels", levels }, complaint: words.oneOf };
    }
    case "number": {
      const isPercent = type.form === "percent";
      const isCount = type.form === "count";
      const scale = isPercent ? "1" : (type.unit?.scale ?? "1");
      const min = bound(type.min, scale) ?? (isCount ? "0" : null);
      const max = bound(type.max, scale);
      const shown = (text: string | null) =>
        text === null ? null : isPercent ? `${new Fraction(text).mul(100).toString(4)}%` : text;
      const range = words.range(shown(min), shown(max)) + (type.orZero === true ? words.orZero : "");
      return {
        what: isPercent ? words.percent : isCount ? words.count : words.number,
        range,
        rule: { kind: isCount ? "whole" : "number", ...(type.orZero === true ? withZero(min, max) : { min, max }) },
        complaint: isCount ? words.aWhole(range) : words.aNumber(range),
      };
    }
    default:
      return type satisfies never;
  }
}

/** A rule of a spreadsheet has one range: the one that holds 0 too. Reading refuses what lies between. */
function withZero(
  min: string | null,
  max: string | null,
): { readonly min: string | null; readonly max: string | null } {
  return {
    min: min !== null && new Fraction(min).compare(0) > 0 ? "0" : min,
    max: max !== null && new Fraction(max).compare(0) < 0 ? "0" : max,
  };
}

function needOf(field: Field, assessor: string | null, isKey: boolean, words: FormMessages): string {
  if (isKey) return words.required;
  if (field.judgement !== null) return words.judged(assessor);
  if (field.default !== null) return words.byDefault;
  return field.optional ? words.optional : words.required;
}

export function formColumn(
  field: Field,
  {
    choices,
    assessor,
    isKey,
    words,
  }: {
    readonly choices: readonly Choice[];
    readonly assessor: string | null;
    readonly isKey: boolean;
    readonly words: FormMessages;
  },
): FormColumn {
  const { what, range, rule, complaint } = entryOf(field, choices, words);
  const unit = unitOfHeader(field);
  const header = fullHeader(field);
  const need = needOf(field, assessor, isKey, words);
  const said = [what, unit === null ? "" : words.unit(unit), range, need, field.documentation ?? ""];
  return {
    field,
    header,
    column: { width: columnWidth([header], 10, 24), format: formatOf(field) },
    what,
    unit,
    range,
    need,
    assessor,
    rule,
    complaint,
    prompt: said.filter((piece) => piece !== "").join("\n"),
  };
}
