/**
 * Fills one slot of a sentence: from the typed or picked value to text edits, or to the reason why the value is
 * rejected.
 */
import {
  setName,
  setNumber,
  setSlot,
  setText,
  writtenForms,
  type Parsed,
  type TextEdit,
  type ast,
} from "@yardstick/language";
import type { Slot } from "../model/piece.js";
import { nodeAt } from "./node-at.js";
import { ifValid } from "./valid-edits.js";
import { withPercentSigns } from "./template-percents.js";

/** Why a value is rejected: not a number, not a usable name, not a date, or not valid at this position. */
export type Refusal = "number" | "name" | "date" | "misfit";

/** The edits that fill a slot, or the reason why the value is rejected. */
export type Filled =
  { readonly kind: "edits"; readonly edits: readonly TextEdit[] } | { readonly kind: "refused"; readonly why: Refusal };

/** The edits that put `value`, as typed or picked, into a slot. */
export function fillSlot(parsed: Parsed, slot: Slot, value: string): Filled {
  const text = value.normalize("NFC").trim();
  if (text === slot.value) return { kind: "edits", edits: [] };
  switch (slot.type) {
    case "number":
      return numberIn(parsed, slot, text);
    case "text":
      return outcome(setText(parsed, slot, text), "misfit");
    case "declared":
      return outcome(setName(parsed, slot, text) ?? written(parsed, slot, text), "name");
    case "reference":
      return referenceIn(parsed, slot, text);
    case "choice":
      return outcome(ifValid(parsed, [{ span: slot.span, text }]) ?? retyped(parsed, slot, text), "misfit");
    case "unit":
      return outcome(ifValid(parsed, [{ span: slot.span, text }]), "misfit");
    case "date":
      return dateIn(parsed, slot, text);
  }
}

/** Accepts digits in the usual notations; other text may be a name or a formula in place of the number. */
function numberIn(parsed: Parsed, slot: Slot, text: string): Filled {
  const digits = text
    .normalize("NFKC")
    .replace(/^(\d*)\.(\d+)$/, (_, whole: string, rest: string) => `${whole || "0"}.${rest}`);
  if (/^\d+(\.\d+)?$/.test(digits)) return outcome(setNumber(parsed, slot, digits), "misfit");
  const isName = /^[\p{ID_Start}「`(（]/u.test(text) && namesIn(parsed).has(text);
  if (!isName) return { kind: "refused", why: "number" };
  const filled = setSlot(parsed, slot, text);
  return filled.kind === "edits" ? filled : { kind: "refused", why: "misfit" };
}

/** Accepts a picked name, a column as `list.column` or a typed formula. */
function referenceIn(parsed: Parsed, slot: Slot, text: string): Filled {
  const names = namesIn(parsed);
  const path = names.has(text) ? [text] : text.split(".");
  const isPath = path.every((name) => names.has(name));
  const forms = isPath ? pathForms(path) : [text, ...writtenForms(text)];
  for (const form of forms) {
    const filled = setSlot(parsed, slot, form);
    if (filled.kind === "edits") return { kind: "edits", edits: withPercentSigns(parsed, slot, filled.edits) };
  }
  return outcome(written(parsed, slot, text), "name");
}

/** How the names of a path can be written, each quoted where it has to be. */
function pathForms([name = "", ...rest]: readonly string[]): readonly string[] {
  const first = writtenForms(name);
  if (rest.length === 0) return first;
  const others = pathForms(rest);
  return first.flatMap((form) => others.map((other) => `${form}.${other}`));
}

function written(parsed: Parsed, { span }: Slot, name: string): readonly TextEdit[] | null {
  for (const form of writtenForms(name)) {
    const edits = ifValid(parsed, [{ span, text: form }]);
    if (edits !== null) return edits;
  }
  return null;
}

function dateIn(parsed: Parsed, { span }: Slot, text: string): Filled {
  const [, year, month, day] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text.normalize("NFKC")) ?? [];
  if (year === undefined || month === undefined || day === undefined) return { kind: "refused", why: "date" };
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return outcome(ifValid(parsed, [{ span, text: iso }]), "date");
}

/** Replaces a type together with its unit, range, levels or columns, which do not apply to the new type. */
function retyped(parsed: Parsed, { span }: Slot, text: string): readonly TextEdit[] | null {
  const behind = /^\s*/.exec(parsed.tree.source.slice(span[1]))?.[0].length ?? 0;
  // A choice starts at the bracket of its levels, every other type at its keyword.
  const type =
    nodeAt<ast.TypeNode>(parsed.rubric, "number-type", span[0]) ??
    nodeAt<ast.TypeNode>(parsed.rubric, "list-type", span[0]) ??
    nodeAt<ast.TypeNode>(parsed.rubric, "choice-type", span[1] + behind);
  return type === null ? null : ifValid(parsed, [{ span: [span[0], type.span[1]], text }]);
}

function outcome(edits: readonly TextEdit[] | null, why: Refusal): Filled {
  return edits === null ? { kind: "refused", why } : { kind: "edits", edits };
}

/** All names declared in the text. */
export function namesIn({ rubric }: Parsed): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, text } = node as { readonly kind?: string; readonly text?: unknown };
    if (kind === "name" && typeof text === "string") names.add(text);
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return names;
}
