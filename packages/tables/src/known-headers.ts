/**
 * The names that the columns of one table may have, and how a header is recognised as one of them: after trimming and folding
 * widths, with the unit in brackets if the author likes, `招商完成（万元）`.
 */
import type { Exact, Field } from "@yardstick/language/program";
import { scaleOfPercentSign } from "./cell/percent.js";
import { scaleOfWritten } from "./cell/unit.js";
import { composed, foldWidth } from "./cell/written.js";

const IN_BRACKETS = /^(.+?)\s*[([【〔]([^()[\]【】〔〕]*)[)\]】〕]$/u;

/** A header as it is compared; a line break inside it is layout. */
export function foldedHeader(name: string): string {
  return foldWidth(composed(name)).replace(/\s*\n\s*/gu, "");
}

/** A header's name and what its brackets hold; null where it has none. */
export function splitHeader(folded: string): { readonly name: string; readonly inside: string } | null {
  const bracket = IN_BRACKETS.exec(folded);
  return bracket === null ? null : { name: (bracket[1] ?? "").trimEnd(), inside: (bracket[2] ?? "").trim() };
}

/** The factor of a header's bracket; null where it does not fit the field. A remark behind any other field is harmless. */
export function scaleOfBracket(inside: string, field: Field): { readonly scale: Exact | null } | null {
  if (field.type.kind !== "number") return { scale: null };
  const scale = field.type.form === "percent" ? scaleOfPercentSign(inside) : scaleOfWritten(inside, field.type.unit);
  return scale === null ? null : { scale };
}

/** The word that a field's unit has in a header: `万元`, `%`; null where there is none. */
export function unitOfHeader({ type }: Field): string | null {
  if (type.kind !== "number") return null;
  return type.form === "percent" ? "%" : (type.unit?.name ?? null);
}

/** How a header of the field is written in full: its name and, where it has one, its unit. */
export function fullHeader(field: Field): string {
  const unit = unitOfHeader(field);
  return unit === null ? field.name : `${field.name}（${unit}）`;
}

export class KnownHeaders {
  private readonly byName = new Map<string, number>();

  /** `key` is the index of the field without which a table has no rows; -1 where any row counts. */
  constructor(
    readonly fields: readonly Field[],
    readonly key: number,
  ) {
    fields.forEach(({ name }, index) => {
      const folded = foldedHeader(name);
      if (!this.byName.has(folded)) this.byName.set(folded, index);
    });
  }

  get names(): readonly string[] {
    return this.fields.map(({ name }) => name);
  }

  /** Index of the field that a header names, with or without a bracket behind it; -1 where it names none. */
  find(header: string): number {
    const name = foldedHeader(header);
    const whole = this.byName.get(name);
    if (whole !== undefined) return whole;
    const split = splitHeader(name);
    return (split === null ? undefined : this.byName.get(split.name)) ?? -1;
  }

  /** Whether a word under a header is the unit of its field. */
  isUnitOf(index: number, word: string): boolean {
    const field = this.fields[index];
    if (field === undefined || field.type.kind !== "number") return false;
    const inside = splitHeader(`x${foldWidth(word)}`)?.inside ?? foldWidth(word);
    return (scaleOfBracket(inside, field)?.scale ?? null) !== null;
  }
}
