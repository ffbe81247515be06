/**
 * Opens the bytes of a workbook; each sheet is read on demand. Only stored values are read: macros, external links and formulas are
 * ignored.
 */
import type { TableLimits } from "../limits.js";
import type { Grid, Parsed } from "../raw-table.js";
import { LONGEST_RUN, MarkupError, MarkupReader, attribute } from "../archive/markup.js";
import type { MarkupHandler } from "../archive/markup.js";
import type { NumberFormat } from "./number-format.js";
import { numberFormat } from "./number-format.js";
import type { DateSystem } from "./serial-date.js";
import { SheetError, SheetHandler, unescapedText } from "./sheet.js";
import type { Budget } from "../archive/zip.js";
import { ZipError, unpack, zipEntries } from "../archive/zip.js";

/** The grid of a sheet, with what is hidden in it. */
export interface SheetGrid extends Grid {
  readonly hiddenRows: number;
  /** Hidden columns that are not empty, from 0. */
  readonly hiddenColumns: readonly number[];
}

/** A sheet of a workbook; `read` may be called repeatedly. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  read(): Parsed<SheetGrid>;
}

/** An opened workbook. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly system: DateSystem;
}

const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Whether the bytes begin like a workbook: a ZIP archive (.xlsx) or an OLE file (.xls). */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) || startsWith(bytes, OLD_WORKBOOK);
}

/** Converts an error thrown while reading to the outcome. Rethrows errors of other kinds. */
function outcomeOf(error: unknown, limits: TableLimits): Parsed<never> {
  if (error instanceof SheetError) {
    const limit = error.what === "merged" ? 0 : limits[error.what];
    return { tooLarge: { what: error.what, limit } };
  }
  if (error instanceof ZipError) {
    if (error.why === "too-large") return { tooLarge: { what: "unpacked", limit: limits.unpackedBytes } };
    return { unreadable: { row: null, found: "", why: error.why } };
  }
  if (error instanceof MarkupError && error.why === "too-large") {
    return { tooLarge: { what: "cell", limit: LONGEST_RUN } };
  }
  // A text that is not UTF-8 is a `TypeError` of the decoder.
  if (error instanceof MarkupError || error instanceof TypeError) {
    return { unreadable: { row: null, found: "", why: "damaged" } };
  }
  throw error;
}

class Archive {
  private readonly entries;
  private readonly budget: Budget;

  constructor(
    private readonly bytes: Uint8Array,
    limits: TableLimits,
  ) {
    this.entries = zipEntries(bytes);
    this.budget = { left: limits.unpackedBytes };
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** Parses the XML of a part with a handler; a missing part is treated as empty. */
  feed(path: string, handler: MarkupHandler): void {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) return;
    const reader = new MarkupReader(handler);
    let decoder: TextDecoder | null = null;
    unpack(this.bytes, entry, this.budget, (piece) => {
      decoder ??= new TextDecoder(piece[0] === 0xff || piece[1] === 0 ? "utf-16le" : "utf-8", { fatal: true });
      reader.push(decoder.decode(piece, { stream: true }));
    });
    reader.end();
  }
}

/** A handler for opening tags only. */
function onOpen(open: (name: string, attributes: string) => void): MarkupHandler {
  return { open, close: () => {}, text: () => {} };
}

/** The path of a target such as `../a.xml`, relative to the folder `from`. */
function resolved(from: string, target: string): string {
  const plain = target.replaceAll("\\", "/");
  if (plain.startsWith("/")) return plain.slice(1);
  const pieces = from.split("/").filter((piece) => piece !== "");
  for (const piece of plain.split("/")) {
    if (piece === "..") pieces.pop();
    else if (piece !== ".") pieces.push(piece);
  }
  return pieces.join("/");
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

function relationsOf(archive: Archive, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, Math.max(slash, 0));
  const relations = new Map<string, Relation>();
  archive.feed(
    `${folder === "" ? "" : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`,
    onOpen((name, attributes) => {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      relations.set(attribute(attributes, "Id") ?? "", {
        type: (attribute(attributes, "Type") ?? "").replace(/^.*\//u, ""),
        path: resolved(folder, attribute(attributes, "Target") ?? ""),
      });
    }),
  );
  return relations;
}

/** Reads the shared strings; phonetic guides are excluded. */
class StringsHandler implements MarkupHandler {
  readonly strings: string[] = [];
  private current = "";
  private isText = false;
  private inPhonetic = false;

  open(name: string): void {
    if (name === "si") this.current = "";
    else if (name === "rPh") this.inPhonetic = true;
    else if (name === "t") this.isText = !this.inPhonetic;
  }

  text(text: string): void {
    if (this.isText) this.current += text;
  }

  close(name: string): void {
    if (name === "si") this.strings.push(unescapedText(this.current));
    else if (name === "rPh") this.inPhonetic = false;
    else if (name === "t") this.isText = false;
  }
}

function stylesOf(archive: Archive, path: string): readonly NumberFormat[] {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  archive.feed(path, {
    open(name, attributes) {
      if (name === "numFmt") {
        own.set(
          Number.parseInt(attribute(attributes, "numFmtId") ?? "", 10),
          attribute(attributes, "formatCode") ?? "",
        );
      } else if (name === "cellXfs") {
        inCells = true;
      } else if (name === "xf" && inCells) {
        ids.push(Number.parseInt(attribute(attributes, "numFmtId") ?? "0", 10));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  });
  const known = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const format = known.get(id) ?? numberFormat(id, own);
    known.set(id, format);
    return format;
  });
}

function read(bytes: Uint8Array, limits: TableLimits): Workbook {
  const archive = new Archive(bytes, limits);
  const top = [...relationsOf(archive, "").values()].find(({ type }) => type === "officeDocument");
  const main = top?.path ?? "xl/workbook.xml";
  if (!archive.has(main)) throw new ZipError("not-a-workbook");
  const relations = relationsOf(archive, main);
  const pathOf = (relation: string) => [...relations.values()].find(({ type }) => type === relation)?.path ?? "";

  let system: DateSystem = "1900";
  const listed: { readonly name: string; readonly isHidden: boolean; readonly path: string }[] = [];
  archive.feed(
    main,
    onOpen((name, attributes) => {
      if (name === "workbookPr" && /^(?:1|true)$/u.test(attribute(attributes, "date1904") ?? "")) system = "1904";
      if (name !== "sheet") return;
      const relation = relations.get(attribute(attributes, "id") ?? "");
      if (relation?.type !== "worksheet") return;
      const isHidden = (attribute(attributes, "state") ?? "visible") !== "visible";
      listed.push({ name: attribute(attributes, "name") ?? "", isHidden, path: relation.path });
    }),
  );

  // Strings and styles belong to all sheets and are read once, with the first sheet.
  let shared: { readonly strings: readonly string[]; readonly styles: readonly NumberFormat[] } | null = null;
  const readSheet = (path: string): Parsed<SheetGrid> => {
    try {
      if (shared === null) {
        const strings = new StringsHandler();
        archive.feed(pathOf("sharedStrings"), strings);
        shared = { strings: strings.strings, styles: stylesOf(archive, pathOf("styles")) };
      }
      const handler = new SheetHandler({ ...shared, system, limits });
      archive.feed(path, handler);
      const { merges, hiddenRows, hiddenColumns } = handler;
      return { table: { rows: handler.finished(), merges, hiddenRows, hiddenColumns } };
    } catch (error) {
      return outcomeOf(error, limits);
    }
  };
  return {
    system,
    sheets: listed.map(({ name, isHidden, path }) => ({ name, isHidden, read: () => readSheet(path) })),
  };
}

/** Opens a workbook. Never throws for the content of the bytes. */
export function openWorkbook(bytes: Uint8Array, limits: TableLimits): Parsed<Workbook> {
  if (bytes.length > limits.bytes) return { tooLarge: { what: "bytes", limit: limits.bytes } };
  if (bytes.length === 0) return { unreadable: { row: null, found: "", why: "empty" } };
  if (startsWith(bytes, OLD_WORKBOOK)) return { unreadable: { row: null, found: "", why: "old-workbook" } };
  if (!startsWith(bytes, ZIP)) return { unreadable: { row: null, found: "", why: "not-a-workbook" } };
  try {
    return { table: read(bytes, limits) };
  } catch (error) {
    return outcomeOf(error, limits);
  }
}
