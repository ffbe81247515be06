/**
 * One field as a column of an entry form: its header with the unit, its validation rule, and its texts.
 */
import { decimal, decimalsOf, fixedText, percentText, rational, type RationalText } from "@yardstick/exact";
import type { Choice, Field } from "@yardstick/language/program";
import { fullHeader, unitOfHeader } from "../known-headers.js";
import type { BookColumn, BookFormat, BookRule } from "../write/book.js";
import { columnWidth } from "../write/cells.js";
import type { FormMessages } from "./messages.js";

/** A column of an entry form. */
export interface FormColumn {
  readonly field: Field;
  readonly header: string;
  readonly column: BookColumn;
  /** The kind of value to enter, as text. */
  readonly what: string;
  readonly unit: string | null;
  readonly range: string;
  readonly need: string;
  readonly assessor: string | null;
  readonly rule: BookRule;
  /** The error message for an invalid entry; null where any entry is valid. */
  readonly error: string | null;
  readonly prompt: string;
  /** Rules of the rubric that read the field, in its words. */
  readonly clauses: readonly string[];
}

/** A spreadsheet keeps no more. */
const MOST_DECIMALS = 15;

/** Decimal text of a bound in the unit of the field; null where its decimals do not end, so that no valid entry is refused. */
function bound(exact: RationalText | null, scale: RationalText): string | null {
  if (exact === null) return null;
  const value = rational(exact).div(rational(scale));
  const decimals = decimalsOf(value);
  return decimals === null || decimals > MOST_DECIMALS ? null : fixedText(value, decimals);
}

function formatOf({ type }: Field): BookFormat {
  if (type.kind === "number") return type.form === "percent" ? "percent" : "general";
  return type.kind === "date" ? "date" : "text";
}

interface Entry {
  readonly what: string;
  readonly range: string;
  readonly rule: BookRule;
  readonly error: string | null;
}

function entryOf({ type }: Field, choices: readonly Choice[], messages: FormMessages): Entry {
  switch (type.kind) {
    case "text":
    case "list":
      return { what: messages.text, range: "", rule: { kind: "any" }, error: null };
    case "period":
      return { what: messages.period, range: "", rule: { kind: "any" }, error: null };
    case "date":
      return { what: messages.date, range: "", rule: { kind: "date" }, error: messages.aDate };
    case "flag":
      return {
        what: messages.flag,
        range: "",
        rule: { kind: "levels", levels: [messages.yes, messages.no] },
        error: messages.oneOf,
      };
    case "level": {
      const levels = choices[type.choice]?.levels.map(({ name }) => name) ?? [];
      return { what: messages.choice(levels), range: "", rule: { kind: "levels", levels }, error: messages.oneOf };
    }
    case "number": {
      const isPercent = type.form === "percent";
      const isCount = type.form === "count";
      const scale = isPercent ? "1" : (type.unit?.scale ?? "1");
      const min = bound(type.min, scale) ?? (isCount ? "0" : null);
      const max = bound(type.max, scale);
      const shown = (text: string | null) => (text === null ? null : isPercent ? percentText(decimal(text)) : text);
      const range = messages.range(shown(min), shown(max)) + (type.orZero === true ? messages.orZero : "");
      return {
        what: isPercent ? messages.percent : isCount ? messages.count : messages.number,
        range,
        rule: { kind: isCount ? "whole" : "number", ...(type.orZero === true ? withZero(min, max) : { min, max }) },
        error: isCount ? messages.aWhole(range) : messages.aNumber(range),
      };
    }
    default:
      return type satisfies never;
  }
}

/** Extends a range to 0, since a rule of a spreadsheet has only one range. Values in between are refused when the form is read. */
function withZero(
  min: string | null,
  max: string | null,
): { readonly min: string | null; readonly max: string | null } {
  return {
    min: min !== null && decimal(min).compare(0) > 0 ? "0" : min,
    max: max !== null && decimal(max).compare(0) < 0 ? "0" : max,
  };
}

function needOf(field: Field, assessor: string | null, isKey: boolean, messages: FormMessages): string {
  if (isKey) return messages.required;
  if (field.judgement !== null) return messages.judged(assessor);
  if (field.default !== null) return messages.byDefault;
  return field.optional ? messages.optional : messages.required;
}

/** Creates the column of a field. */
export function formColumn(
  field: Field,
  {
    choices,
    assessor,
    isKey,
    messages,
    clauses = [],
  }: {
    readonly choices: readonly Choice[];
    readonly assessor: string | null;
    readonly isKey: boolean;
    readonly messages: FormMessages;
    /** Rules of the rubric that read the field. */
    readonly clauses?: readonly string[];
  },
): FormColumn {
  const { what, range, rule, error } = entryOf(field, choices, messages);
  const unit = unitOfHeader(field);
  const header = fullHeader(field);
  const need = needOf(field, assessor, isKey, messages);
  const texts = [what, unit === null ? "" : messages.unit(unit), range, need, field.documentation ?? ""];
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
    error,
    prompt: [...texts, ...clauses].filter((piece) => piece !== "").join("\n"),
    clauses,
  };
}
