/**
 * The text of a cell in a table of text.
 */
import type { Field } from "@yardstick/language/program";
import { composed } from "./cell/written.js";
import type { RawCell, RawTable } from "./raw-table.js";
import { dayOfBareSerial } from "./xlsx/serial-date.js";

/**
 * The text of a cell from which the column of `field` reads the same value: numbers with all stored digits, durations in full, otherwise
 * the text that the sheet shows. Where the stored value differs from the one shown, the text contains both, which no number column
 * accepts. A cell covered sideways by a merged range has no text. A number without any format in a column of days is the day that it
 * counts to by `serials`, the date system of the file.
 */
export function writtenText(
  raw: RawCell | undefined,
  field: Field | undefined,
  serials: RawTable["serials"] = null,
): string {
  if (raw === undefined || raw === null) return "";
  if (typeof raw === "string") {
    const day = field?.type.kind === "date" ? dayOfBareSerial(raw, serials) : null;
    return day ?? composed(raw);
  }
  if (typeof raw === "boolean") return String(raw);
  const kind = field?.type.kind;
  switch (raw.kind) {
    case "number":
      return raw.token;
    case "merged":
      return raw.down ? writtenText(raw.content, field, serials) : "";
    case "date":
      return kind === "date" ? (raw.iso ?? raw.text) : raw.text;
    case "time":
      return kind !== "number" ? raw.text : raw.seconds === null ? bothTexts(raw) : raw.kept;
    case "formatted":
      if (kind === "number") return raw.exact ?? bothTexts(raw);
      return raw.text === "" && kind !== undefined && kind !== "text" && kind !== "period" ? bothTexts(raw) : raw.text;
    case "structure":
    case "refused":
      return raw.text;
    case "rows":
      return "";
    default:
      return raw satisfies never;
  }
}

function bothTexts({ text, kept }: { readonly text: string; readonly kept: string }): string {
  return /\d|^$/u.test(text) ? `${text}（${kept}）` : text;
}
