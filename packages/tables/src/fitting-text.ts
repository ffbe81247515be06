/**
 * The text of a figure in the column of another table: as it was written where that reads as the same value there, else written anew.
 */
import type { Cell } from "@yardstick/engine";
import { decimalsOf, fixedText, rational } from "@yardstick/exact";
import type { RationalText } from "@yardstick/exact";
import type { Choice, Field } from "@yardstick/language/program";
import { rawReader } from "./cell/reader.js";

/** A column that texts are written into. */
export class TargetColumn {
  private readonly read: ReturnType<typeof rawReader>;

  /** `scale`: factor of the unit in its header; null where it has none. */
  constructor(
    private readonly field: Field,
    private readonly choices: readonly Choice[],
    private readonly scale: RationalText | null,
  ) {
    this.read = rawReader(field.type, choices, scale, null);
  }

  /** Whether a text reads as this value here. */
  private fits(text: string, value: Cell): boolean {
    const reading = this.read(text);
    return "cell" in reading && reading.cell === value;
  }

  /** `written` is the text of the file, `unit` what its header says behind numbers. */
  textOf(value: Cell, written: string, unit: string | null): string {
    const { type } = this.field;
    const candidates = [written, ...(unit === null ? [] : [`${written}${unit}`])];
    const fitting = candidates.find((text) => this.fits(text, value));
    if (fitting !== undefined) return fitting;
    if (type.kind === "flag") return value === true ? "是" : "否";
    if (type.kind === "level") return this.choices[type.choice]?.levels[Number(value)]?.name ?? written;
    if (type.kind !== "number" || typeof value !== "string") return written;
    const isPercent = type.form === "percent";
    const exact = isPercent
      ? rational(value).mul(100)
      : rational(value).div(rational(this.scale ?? type.unit?.scale ?? "1"));
    const decimals = decimalsOf(exact);
    return decimals === null ? written : fixedText(exact, decimals) + (isPercent ? "%" : "");
  }
}
