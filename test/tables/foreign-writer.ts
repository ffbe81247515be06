/**
 * Writes workbooks as other programs do: each choice in which writers differ, from LibreOffice and WPS to libraries that know
 * neither styles nor shared strings. The content is the same in all of them.
 */
import type { Book, BookCell, BookSheet } from "@yardstick/tables";
import { archiveOf } from "../../packages/tables/test/corpus/raw-archive.js";

/** In which ways a writer may write; the first of each is that of a common spreadsheet. */
export const HABITS = {
  /** Texts in a common part, in the cell, as the result of a formula, or in runs of formatted text. */
  strings: ["shared", "inline", "formula", "runs"],
  /** Numbers plainly, with exponents, as the result of a formula, in full binary digits, or with the type stated. */
  numbers: ["plain", "exponent", "formula", "binary", "typed"],
  /** Days as serial numbers with a format, as ISO dates, as serial numbers without any format, or as text. */
  dates: ["serial", "iso", "bare", "text"],
  flags: ["text", "boolean"],
  /** Whether rows and cells state where they are. */
  references: ["stated", "counted"],
  /** A prefix of all names of elements, as .NET libraries write it. */
  prefix: ["", "x:"],
  styles: ["kept", "none"],
  /** What becomes of the hidden sheets. */
  hidden: ["hidden", "veryHidden", "visible", "removed"],
  order: ["same", "reversed", "cover first"],
  columns: ["same", "reversed"],
  system: ["1900", "1904"],
  targets: ["relative", "absolute"],
  /** Blank cells with a style beside and below the data. */
  blanks: ["none", "styled"],
} as const;

/** One way of writing. */
export type Habits = { readonly [Name in keyof typeof HABITS]: (typeof HABITS)[Name][number] };

/** The way of a common spreadsheet. */
export const COMMON = Object.fromEntries(
  Object.entries(HABITS).map(([name, [first]]) => [name, first]),
) as unknown as Habits;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const DAY = 86_400_000;

/** The styles of the workbook: none, a percentage, a day. */
const STYLES = { general: 0, percent: 1, date: 2 } as const;

class Writer {
  readonly strings: string[] = [];

  constructor(private readonly habits: Habits) {}

  private get p(): string {
    return this.habits.prefix;
  }

  element(name: string, attributes: string, content: string): string {
    return `<${this.p}${name}${attributes}>${content}</${this.p}${name}>`;
  }

  private style(style: keyof typeof STYLES): string {
    return this.habits.styles === "none" || STYLES[style] === 0 ? "" : ` s="${STYLES[style]}"`;
  }

  private text(at: string, text: string): string {
    const t = this.element("t", ' xml:space="preserve"', escaped(text));
    switch (this.habits.strings) {
      case "shared":
        return this.element("c", `${at} t="s"`, this.element("v", "", String(this.shared(t))));
      case "inline":
        return this.element("c", `${at} t="inlineStr"`, this.element("is", "", t));
      case "formula": {
        const formula = this.element("f", "", `"${escaped(text)}"`);
        return this.element("c", `${at} t="str"`, formula + this.element("v", "", escaped(text)));
      }
      case "runs": {
        const half = Math.ceil(text.length / 2);
        const run = (part: string) =>
          this.element(
            "r",
            "",
            this.element("rPr", "", "") + this.element("t", ' xml:space="preserve"', escaped(part)),
          );
        return this.element(
          "c",
          `${at} t="s"`,
          this.element("v", "", String(this.shared(run(text.slice(0, half)) + run(text.slice(half))))),
        );
      }
    }
  }

  private shared(content: string): number {
    const known = this.strings.indexOf(content);
    return known >= 0 ? known : this.strings.push(content) - 1;
  }

  private number(at: string, decimal: string, style: keyof typeof STYLES): string {
    const { numbers } = this.habits;
    const own = at + this.style(style);
    const value = Number(decimal);
    switch (numbers) {
      case "plain":
        return this.element("c", own, this.element("v", "", decimal));
      case "exponent":
        return this.element("c", own, this.element("v", "", value.toExponential().toUpperCase().replace("E+", "E+0")));
      case "formula":
        return this.element("c", own, this.element("f", "", `${decimal}+0`) + this.element("v", "", decimal));
      case "binary":
        return this.element("c", own, this.element("v", "", value.toPrecision(17)));
      case "typed":
        return this.element("c", `${own} t="n"`, this.element("v", "", decimal));
    }
  }

  private day(at: string, iso: string): string {
    switch (this.habits.dates) {
      case "iso":
        return this.element("c", `${at} t="d"`, this.element("v", "", iso));
      case "text":
        return this.text(at, iso);
      case "bare":
      case "serial": {
        const first = this.habits.system === "1904" ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
        const serial = String(Math.round((Date.parse(iso) - first) / DAY));
        return this.number(at, serial, this.habits.dates === "bare" ? "general" : "date");
      }
    }
  }

  private cell({ value, format }: BookCell, at: string): string {
    switch (value?.kind) {
      case undefined:
        return "";
      case "text":
        return value.text === "" ? "" : this.text(at, value.text);
      case "number":
        return this.number(at, value.decimal, format === "percent" ? "percent" : "general");
      case "date":
        return this.day(at, value.iso);
      case "flag":
        return this.habits.flags === "boolean"
          ? this.element("c", `${at} t="b"`, this.element("v", "", value.holds ? "1" : "0"))
          : this.text(at, value.holds ? "是" : "否");
    }
  }

  sheet({ rows, isHidden }: BookSheet): string {
    const { habits } = this;
    const isCounted = habits.references === "counted";
    const written = rows.map((cells, row) => {
      const inOrder = habits.columns === "reversed" && isHidden !== true ? [...cells].reverse() : cells;
      const all = inOrder.map((cell, column) => {
        const at = isCounted ? "" : ` r="${letters(column)}${row + 1}"`;
        const content = cell === null ? "" : this.cell(cell, at);
        // A writer that does not state where a cell is has to write blank ones, too.
        return content === "" && (isCounted || habits.blanks === "styled") ? `<${this.p}c${at}/>` : content;
      });
      const beside = habits.blanks === "styled" && !isCounted ? `<${this.p}c r="AZ${row + 1}" s="1"/>` : "";
      return this.element("row", isCounted ? "" : ` r="${row + 1}"`, all.join("") + beside);
    });
    const below = habits.blanks === "styled" ? `<${this.p}row${isCounted ? "" : ` r="${rows.length + 900}"`}/>` : "";
    return this.root("worksheet", this.element("sheetData", "", written.join("") + below));
  }

  root(name: string, content: string): string {
    const declared = this.p === "" ? "xmlns" : `xmlns:${this.p.slice(0, -1)}`;
    const head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n';
    return head + this.element(name, ` ${declared}="${MAIN}" xmlns:r="${RELATIONS}"`, content);
  }
}

const relations = (list: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A sheet as a department puts it in front of a form. */
const COVER: BookSheet = {
  name: "封面" as BookSheet["name"],
  columns: [],
  rows: [
    [{ value: { kind: "text", text: "二〇〇八年度考核填报表" } }],
    [],
    [{ value: { kind: "text", text: "经发办" } }],
  ],
};

/** The bytes of a book as a program with these habits writes it. */
export function foreignWorkbook(book: Book, habits: Habits): Uint8Array {
  const writer = new Writer(habits);
  const whole = book.sheets.filter(({ isHidden }) => isHidden !== true || habits.hidden !== "removed");
  const ordered =
    habits.order === "same" ? whole : habits.order === "reversed" ? [...whole].reverse() : [COVER, ...whole];
  const base = habits.targets === "absolute" ? "/xl/" : "";
  const states = { hidden: ' state="hidden"', veryHidden: ' state="veryHidden"', visible: "", removed: "" } as const;
  const listed = ordered
    .map(({ name, isHidden }, at) => {
      const state = isHidden === true ? states[habits.hidden] : "";
      return `<${habits.prefix}sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
    })
    .join("");
  const date1904 = habits.system === "1904" ? ' date1904="1"' : "";
  const sheets = ordered.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, writer.sheet(sheet)] as const);
  const formats = ["0", "10", "14"].map((id) => writer.element("xf", ` numFmtId="${id}"`, "")).join("");
  const strings = writer.strings.map((content) => writer.element("si", "", content)).join("");
  const parts: Readonly<Record<string, string>> = {
    "_rels/.rels": relations([["officeDocument", `${habits.targets === "absolute" ? "/" : ""}xl/workbook.xml`]]),
    "xl/workbook.xml": writer.root(
      "workbook",
      `<${habits.prefix}workbookPr${date1904}/>${writer.element("sheets", "", listed)}`,
    ),
    "xl/_rels/workbook.xml.rels": relations([
      ...ordered.map((_, at) => ["worksheet", `${base}worksheets/sheet${at + 1}.xml`] as const),
      ...(strings === "" ? [] : [["sharedStrings", `${base}sharedStrings.xml`] as const]),
      ...(habits.styles === "none" ? [] : [["styles", `${base}styles.xml`] as const]),
    ]),
    ...(strings === "" ? {} : { "xl/sharedStrings.xml": writer.root("sst", strings) }),
    ...(habits.styles === "none"
      ? {}
      : { "xl/styles.xml": writer.root("styleSheet", writer.element("cellXfs", "", formats)) }),
    ...Object.fromEntries(sheets),
  };
  const encoder = new TextEncoder();
  return archiveOf(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, encoder.encode(text)])));
}
