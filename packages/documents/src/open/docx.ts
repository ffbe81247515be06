/**
 * DOCX to blocks, as Word and WPS write them: paragraphs with their printed numbers, outline levels, tables with merged cells,
 * tables in cells, line breaks, content controls. Deleted text of tracked changes is left out, inserted text is in.
 */
import {
  MarkupError,
  MarkupReader,
  ZipError,
  attribute,
  unpack,
  zipEntries,
  type MarkupHandler,
} from "@yardstick/tables/office";
import type { Block } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";
import { BlockBuilder } from "./block-builder.js";
import { Numbering, type NumberingLevel } from "./docx-numbering.js";

interface Style {
  readonly name: string;
  readonly basedOn: string;
  outline: number | null;
  numbering: { id: string; level: number } | null;
}

/** Text inside these is not a text of the body. */
const HIDDEN = new Set([
  "del",
  "moveFrom",
  "instrText",
  "Fallback",
  "drawing",
  "pict",
  "object",
  "footnote",
  "endnote",
  "rt",
]);

class StylesHandler implements MarkupHandler {
  readonly styles = new Map<string, Style>();
  private current: {
    id: string;
    name: string;
    basedOn: string;
    outline: number | null;
    numId: string;
    level: number;
  } | null = null;

  open(name: string, attributes: string): void {
    if (name === "style")
      this.current = {
        id: attribute(attributes, "styleId") ?? "",
        name: "",
        basedOn: "",
        outline: null,
        numId: "",
        level: 0,
      };
    const { current } = this;
    if (current === null) return;
    const value = attribute(attributes, "val") ?? "";
    if (name === "name") current.name = value;
    else if (name === "basedOn") current.basedOn = value;
    else if (name === "outlineLvl") current.outline = Number(value);
    else if (name === "numId") current.numId = value;
    else if (name === "ilvl") current.level = Number(value);
  }

  close(name: string): void {
    if (name !== "style" || this.current === null) return;
    const { id, name: title, basedOn, outline, numId, level } = this.current;
    this.styles.set(id, { name: title, basedOn, outline, numbering: numId === "" ? null : { id: numId, level } });
    this.current = null;
  }

  text(): void {}
}

class NumberingHandler implements MarkupHandler {
  readonly abstracts = new Map<string, Map<number, NumberingLevel>>();
  readonly numbers = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private abstract = "";
  private number = "";
  private level = -1;

  open(name: string, attributes: string): void {
    const value = attribute(attributes, "val") ?? "";
    if (name === "abstractNum") {
      this.abstract = attribute(attributes, "abstractNumId") ?? "";
      this.abstracts.set(this.abstract, new Map());
    } else if (name === "num") {
      this.number = attribute(attributes, "numId") ?? "";
      this.numbers.set(this.number, { abstract: "", starts: new Map() });
    } else if (name === "abstractNumId") {
      const number = this.numbers.get(this.number);
      if (number !== undefined) number.abstract = value;
    } else if (name === "lvl" || name === "lvlOverride") {
      this.level = Number(attribute(attributes, "ilvl") ?? "0");
      if (name === "lvl" && this.number === "") {
        this.abstracts.get(this.abstract)?.set(this.level, { start: 1, format: "decimal", text: "" });
      }
    } else if (name === "startOverride") {
      this.numbers.get(this.number)?.starts.set(this.level, Number(value));
    } else if (this.number === "" && this.level >= 0) {
      const level = this.abstracts.get(this.abstract)?.get(this.level);
      if (level === undefined) return;
      if (name === "start") level.start = Number(value);
      else if (name === "numFmt") level.format = value;
      else if (name === "lvlText") level.text = value;
    }
  }

  close(name: string): void {
    if (name === "num") this.number = "";
    if (name === "lvl") this.level = -1;
  }

  text(): void {}
}

class BodyHandler implements MarkupHandler {
  hasTextBox = false;
  private hidden = 0;
  private isText = false;
  private depth = 0;
  private style = "";
  private outline: number | null = null;
  private numbering: { id: string; level: number } | null = null;
  private isOwnNumbering = false;
  private inProperties = 0;
  private span = 1;
  private merge: "none" | "start" | "continue" = "none";
  private isCellOpen = true;

  constructor(
    private readonly builder: BlockBuilder,
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbers: Numbering,
    private readonly limits: DocumentLimits,
  ) {}

  open(name: string, attributes: string): void {
    this.builder.count();
    if (++this.depth > this.limits.depth) throw new OpenFailure("too-deep", this.limits.depth);
    if (name === "txbxContent") this.hasTextBox = true;
    if (HIDDEN.has(name)) this.hidden++;
    if (this.hidden > 0) return;
    if (name === "t") this.isText = true;
    else if (name === "tbl") {
      this.ensureCell();
      this.builder.openTable();
    } else if (name === "tr") this.builder.openRow();
    else if (name === "tc") {
      this.span = 1;
      this.merge = "none";
      this.isCellOpen = false;
    } else if (name === "gridBefore") {
      // Columns of the grid that a row leaves out before its first cell.
      const before = Number(attribute(attributes, "val") ?? "0") || 0;
      if (before > 0) {
        this.builder.openCell(before, 1);
        this.builder.closeCell();
      }
    } else if (name === "gridSpan") this.span = Number(attribute(attributes, "val") ?? "1") || 1;
    else if (name === "vMerge") this.merge = attribute(attributes, "val") === "restart" ? "start" : "continue";
    else if (name === "p") this.openParagraph();
    else if (name === "pPr") this.inProperties++;
    else if (name === "br" || name === "cr") {
      if (attribute(attributes, "type") !== "page") this.endLine();
    } else if (name === "tab") {
      if (this.inProperties === 0) this.builder.add(" ");
    } else if (name === "noBreakHyphen") this.builder.add("-");
    else if (this.inProperties > 0) this.property(name, attribute(attributes, "val") ?? "");
  }

  private property(name: string, value: string): void {
    if (name === "pStyle") this.style = value;
    else if (name === "outlineLvl") this.outline = Number(value);
    else if (name === "numId") {
      this.numbering = { id: value, level: this.numbering?.level ?? 0 };
      this.isOwnNumbering = true;
    } else if (name === "ilvl") this.numbering = { id: this.numbering?.id ?? "", level: Number(value) };
  }

  private ensureCell(): void {
    if (this.isCellOpen) return;
    this.builder.openCell(this.span, 1, this.merge === "continue");
    this.isCellOpen = true;
  }

  private openParagraph(): void {
    this.ensureCell();
    this.style = "";
    this.outline = null;
    this.numbering = null;
    this.isOwnNumbering = false;
    this.inProperties = 0;
  }

  text(text: string): void {
    if (this.isText && this.hidden === 0) this.builder.add(text);
  }

  close(name: string): void {
    this.depth--;
    if (HIDDEN.has(name)) this.hidden--;
    if (this.hidden > 0) return;
    if (name === "t") this.isText = false;
    else if (name === "pPr") this.inProperties--;
    else if (name === "p") this.endLine();
    else if (name === "tc") {
      this.ensureCell();
      this.builder.closeCell();
    } else if (name === "tbl") {
      this.builder.closeTable();
      this.isCellOpen = true;
    }
  }

  private endLine(): void {
    const seen = new Set<string>();
    let level = this.outline;
    let { numbering } = this;
    let id = this.style;
    for (let style = this.styles.get(id); style !== undefined && !seen.has(id); style = this.styles.get(id)) {
      seen.add(id);
      level ??= style.outline;
      const heading = /^(?:heading|标题)\s*([1-9])$/iu.exec(style.name);
      if (level === null && heading !== null) level = Number(heading[1]) - 1;
      if (level === null && /^title$|^标题$/iu.test(style.name)) level = 0;
      if (!this.isOwnNumbering) numbering ??= style.numbering;
      id = style.basedOn;
    }
    const isHeading = level !== null && level >= 0 && level < 9 && !this.builder.inTable;
    const label =
      numbering === null || numbering.id === "" || numbering.id === "0"
        ? ""
        : this.numbers.next(numbering.id, numbering.level);
    this.builder.endLine(isHeading ? (level ?? 0) + 1 : null, label);
    // The number stands before the first line of a paragraph only.
    this.numbering = null;
    this.isOwnNumbering = true;
  }
}

/** The blocks of a DOCX. Throws an `OpenFailure` for whatever keeps it from being read. */
export function docxBlocks(bytes: Uint8Array, limits: DocumentLimits): readonly Block[] {
  try {
    const entries = zipEntries(bytes);
    const budget = { left: limits.unpackedBytes };
    const feed = (path: string, handler: MarkupHandler): boolean => {
      const entry = entries.get(path);
      if (entry === undefined) return false;
      const reader = new MarkupReader(handler);
      const decoder = new TextDecoder("utf-8", { fatal: true });
      unpack(bytes, entry, budget, (piece) => reader.push(decoder.decode(piece, { stream: true })));
      reader.end();
      return true;
    };
    const styles = new StylesHandler();
    feed("word/styles.xml", styles);
    const numbering = new NumberingHandler();
    feed("word/numbering.xml", numbering);
    const builder = new BlockBuilder(limits);
    const body = new BodyHandler(builder, styles.styles, new Numbering(numbering.abstracts, numbering.numbers), limits);
    if (!feed("word/document.xml", body)) throw new OpenFailure("unknown-format");
    const blocks = builder.end();
    if (blocks.length === 0 && body.hasTextBox) throw new OpenFailure("text-boxes");
    return blocks;
  } catch (error) {
    if (error instanceof OpenFailure) throw error;
    if (error instanceof ZipError && error.why === "too-large")
      throw new OpenFailure("too-much-unpacked", limits.unpackedBytes);
    if (
      error instanceof MarkupError ||
      error instanceof ZipError ||
      error instanceof TypeError ||
      error instanceof RangeError
    ) {
      throw new OpenFailure("damaged");
    }
    throw error;
  }
}
