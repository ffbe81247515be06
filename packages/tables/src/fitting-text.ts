/**
 * The text of a value for the column of another table: the original text where that column reads the same value from it, else a new one.
 */
import { type Cell, cellIdentity } from "@yardstick/engine";
import { decimalsOf, fixedText, rational, type RationalText } from "@yardstick/exact";
import type { Choice, Field } from "@yardstick/language/program";
import { rawReader } from "./cell/reader.js";

/** The column that values are written to. */
export class TargetColumn {
  private readonly read: ReturnType<typeof rawReader>;

  /** `scale`: factor of the unit in the header; null where it has none. */
  constructor(
    private readonly field: Field,
    private readonly choices: readonly Choice[],
    private readonly scale: RationalText | null,
  ) {
    this.read = rawReader(field.type, choices, scale, null);
  }

  /** Whether the column reads this value from a text. */
  private fits(text: string, value: Cell): boolean {
    const reading = this.read(text);
    return "cell" in reading && cellIdentity(reading.cell) === cellIdentity(value);
  }

  /**
   * The text to write for a cell that was not used: one that this column does not read either, such as `0.5亿元` from a column in 亿元 that
   * is out of range. Null where every text would be read.
   */
  textOfUnread(written: string, unit: string | null): string | null {
    const candidates = [written, ...(unit === null ? [] : [`${written}${unit}`]), `${written}？`];
    return candidates.find((text) => !("cell" in this.read(text))) ?? null;
  }

  /** The text to write. `written` is the text in the file, `unit` the unit in its header. */
  textOf(value: Cell, written: string, unit: string | null): string {
    const { type } = this.field;
    if (this.fits(written, value)) return written;
    if (unit !== null && this.fits(`${written}${unit}`, value)) return `${written}${unit}`;
    if (type.kind === "flag") return value === true ? "是" : "否";
    if (type.kind === "level") return this.choices[type.choice]?.levels[Number(value)]?.name ?? written;
    const text = cellIdentity(value);
    if (type.kind !== "number" || typeof text !== "string") return written;
    const isPercent = type.form === "percent";
    const exact = isPercent
      ? rational(text).mul(100)
      : rational(text).div(rational(this.scale ?? type.unit?.scale ?? "1"));
    const decimals = decimalsOf(exact);
    // A text that no column reads is better than one that reads as another value.
    return decimals === null ? `${written}？` : fixedText(exact, decimals) + (isPercent ? "%" : "");
  }
}
