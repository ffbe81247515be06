/**
 * A document that a rubric was printed as, read in its own form: title, total and edition, sections with their tables or headings,
 * declarations in the rubric's own text, the table of data. Null for every other document.
 */
import { itemWords, type Lang, parse, severityOf } from "@yardstick/language";
import { cellText, type Block, type Location, type Table } from "../blocks/block.js";
import { dataBlock, withFiller } from "./printed-text.js";
import { printWords } from "../words/print-words.js";
import type { PrintedDocument, PrintedField, PrintedPart, PrintedRule } from "./printed-document.js";
import { newItem, type Outline, type OutlineItem, type OutlineSection, type Passage } from "./outline.js";

const rowTexts = (table: Table, row: number): readonly string[] =>
  (table.rows[row] ?? []).map((cell) => cellText(cell).trim());

const isDataTable = (block: Block, lang: Lang): block is Table =>
  block.kind === "table" && rowTexts(block, 0).join("\n") === printWords[lang].dataColumns.join("\n");

/** Whether a head can be read beside the data; that of a section whose parts depend on a level cannot. */
const isHeadOf = ({ head, form }: PrintedPart, data: string): boolean =>
  head === null ||
  !parse(`${data}\n${withFiller(head, form === "section")}`).findings.some((found) => severityOf(found) === "error");

/** One entry of a cell, or of the paragraphs of an item. */
interface Entry {
  readonly kind: "rule" | "own" | "note" | "basis";
  readonly text: string;
  readonly at: Location;
}

/** The words that open an entry, by language. */
const OPENERS: Readonly<Record<Lang, Readonly<Record<"own" | "note" | "basis" | "assessor", string>>>> = {
  zh: { own: "规则：", note: "注：", basis: "依据：", assessor: "考核部门：" },
  en: { own: "Rule: ", note: "Note: ", basis: "Basis: ", assessor: "Assessor: " },
};
/** The head of a part, which is one line. */
const HEAD = /^(?:大类|条目|加分项|扣分项|section|item|bonus|penalty)\s/u;
const MARK = /^（\d{1,3}）|^\(\d{1,3}\) /u;

/** Reads the entries of lines. */
function entriesOf(lines: readonly { readonly text: string; readonly at: Location }[], lang: Lang): readonly Entry[] {
  const openers = OPENERS[lang];
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.text.trim() === "") continue;
    const mark = MARK.exec(line.text)?.[0].length ?? 0;
    const plain = line.text.slice(mark);
    const kind = (["own", "note", "basis"] as const).find((each) => plain.startsWith(openers[each])) ?? "rule";
    const skip = mark + (kind === "rule" ? 0 : openers[kind].length);
    let text = line.text.slice(skip);
    let { to } = line.at;
    // The rubric's own text continues where no other entry begins.
    const opens = (next: string | undefined) =>
      next === undefined ||
      MARK.test(next) ||
      (["own", "note", "basis"] as const).some((each) => next.startsWith(openers[each]));
    if (kind === "own" && !HEAD.test(text))
      while (!opens(lines[index + 1]?.text)) {
        index++;
        text += `\n${lines[index]?.text ?? ""}`;
        to = lines[index]?.at.to ?? to;
      }
    // A note keeps its lines.
    entries.push({ kind, text, at: { ...line.at, from: line.at.from + skip, to } });
  }
  return entries;
}

function take(part: PrintedPart, entries: readonly Entry[]): void {
  for (const { kind, text, at } of entries) {
    const last = part.rules.at(-1);
    const isHead = kind === "own" && last === undefined && HEAD.test(text);
    if (isHead) part.head = text.replace(/\s*\{?\s*$/u, "");
    else if (kind === "own" || kind === "rule")
      part.rules.push({ text, isOwn: kind === "own", at, basis: null, note: null });
    else if (last === undefined) {
      if (kind === "note") part.note = part.note === null ? text : `${part.note}\n${text}`;
      else part.basis = text;
    } else
      part.rules[part.rules.length - 1] =
        kind === "basis"
          ? { ...last, basis: text }
          : { ...last, note: last.note === null ? text : `${last.note}\n${text}` };
  }
}

const newPart = (form: PrintedPart["form"], name: string, points: string | null, assessor = ""): PrintedPart => ({
  form,
  name,
  points,
  assessor,
  note: null,
  basis: null,
  head: null,
  parts: [],
  rules: [],
  place: null,
});

/** Reads one document; the words of the language say how its parts are named. */
class PrintedReader {
  private readonly parts: PrintedPart[] = [];
  private readonly declarations: PrintedRule[] = [];
  private readonly words;
  private readonly openers;
  private section: PrintedPart | null = null;
  private place: PrintedPart | null = null;
  private item: PrintedPart | null = null;
  private isDeclaring = false;
  private isBroken = false;
  /** Heads and notes of sections below one of another heading, by name. */
  private readonly nested: {
    readonly owner: PrintedPart;
    readonly name: string;
    readonly head: string;
    note: string | null;
  }[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    private readonly lang: Lang,
  ) {
    this.words = printWords[lang];
    this.openers = OPENERS[lang];
  }

  /** `党建（18分）` is 党建 with 18 points. */
  private named(text: string): { readonly name: string; readonly points: string | null } {
    const found = (this.lang === "zh" ? /^(.*)（([\d.]+)分）$/su : /^(.*) \(([\d.]+) points?\)$/su).exec(text);
    return found === null ? { name: text, points: null } : { name: found[1] ?? "", points: found[2] ?? null };
  }

  private itemOf(text: string, points: string | null, assessor: string): PrintedPart {
    for (const { form, name } of itemWords) {
      const end = this.words.form(name[this.lang]);
      if (text.endsWith(end)) return newPart(form, text.slice(0, -end.length), points, assessor);
    }
    return newPart("item", text, points, assessor);
  }

  /** The section that a path such as `组织（6分） · 会议` names, below the section of the heading. */
  private placeOf(path: string): PrintedPart[] {
    if (this.section === null) return this.parts;
    if (path === "" || path === this.section.name) return this.section.parts;
    let here = this.section;
    for (const piece of path.split(" · ")) {
      const { name, points } = this.named(piece);
      let next = here.parts.find((part) => part.form === "section" && part.name === name);
      if (next === undefined) {
        next = newPart("section", name, points);
        here.parts.push(next);
      }
      here = next;
    }
    return here.parts;
  }

  private table(table: Table, block: number): void {
    const { columns } = this.words;
    const head = rowTexts(table, 0);
    const plain = [columns.item, columns.points, columns.clause, columns.assessor];
    const hasPath = head.join() === [columns.section, ...plain].join();
    if (!hasPath && head.join() !== plain.join()) {
      this.isBroken = true;
      return;
    }
    let path = "";
    let left = 0;
    for (const [at, row] of table.rows.entries()) {
      if (at === 0) continue;
      let cells = [...row];
      if (hasPath && left === 0) {
        const [first] = cells;
        path = first === undefined ? "" : cellText(first);
        left = first?.rows ?? 1;
        cells = cells.slice(1);
      }
      if (hasPath) left--;
      const [name, points, clauses, assessor] = cells;
      if (cells.length !== 4 || name === undefined || points === undefined || clauses === undefined) {
        this.isBroken = true;
        return;
      }
      const shown = cellText(points);
      const item = this.itemOf(
        cellText(name),
        shown === this.words.none || shown === "" ? null : shown,
        assessor === undefined ? "" : cellText(assessor),
      );
      let from = 0;
      const lines = clauses.lines.map((text) => {
        const begin = from;
        from += text.length + 1;
        return { text, at: { block, row: at, column: row.indexOf(clauses), from: begin, to: begin + text.length } };
      });
      take(item, entriesOf(lines, this.lang));
      this.placeOf(path).push(item);
    }
  }

  private heading(level: number, text: string): void {
    const numbered = (this.lang === "zh" ? /^[一二三四五六七八九十\d]+、(.*)$/su : /^\d+\. (.*)$/su).exec(text)?.[1];
    const sub = (this.lang === "zh" ? /^（[一二三四五六七八九十\d]+）(.*)$/su : /^\(\d+\) (.*)$/su).exec(text)?.[1];
    const item = (this.lang === "zh" ? /^\d+．(.*)$/su : /^\d+\. (.*)$/su).exec(text)?.[1];
    if (level === 3 && item !== undefined) {
      const { name, points } = this.named(item);
      this.item = this.itemOf(name, points, "");
      (this.place === null ? this.placeOf("") : this.place.parts).push(this.item);
      return;
    }
    this.item = null;
    this.place = null;
    if (sub !== undefined && this.section !== null) {
      const found = this.placeOf(sub);
      this.place = { ...newPart("section", sub, null), parts: found };
      return;
    }
    if (numbered === undefined) {
      this.isBroken = true;
      return;
    }
    this.isDeclaring = [this.words.scoring, this.words.results, this.words.definitions].includes(numbered);
    this.section = null;
    if (this.isDeclaring || numbered === this.words.items) return;
    if (numbered.startsWith(`${this.words.data}${this.lang === "zh" ? "（" : " ("}`) || numbered === this.words.data)
      return;
    const { name, points } = this.named(numbered);
    this.section = newPart("section", name, points);
    this.parts.push(this.section);
  }

  read(): PrintedDocument | null {
    const { words, lang } = this;
    const data = this.blocks.findIndex((block) => isDataTable(block, lang));
    if (data < 0) return null;
    let title: string | null = null;
    let total: string | null = null;
    let edition: PrintedDocument["edition"] = null;
    let subject = "";
    for (let block = 0; block < this.blocks.length; block++) {
      const each = this.blocks[block];
      if (each === undefined || block === data) continue;
      if (each.kind === "table") this.table(each, block);
      else if (each.kind === "heading" && each.level === 1 && title === null) title = each.text;
      else if (each.kind === "heading") {
        this.heading(each.level, each.text);
        if (block === data - 1) subject = (lang === "zh" ? /（(.*)）$/su : /\((.*)\)$/su).exec(each.text)?.[1] ?? "";
      } else {
        const found = (lang === "zh" ? /^满分([\d.]+)分。$/u : /^Total of ([\d.]+) points\.$/u).exec(each.text);
        const named = (
          lang === "zh"
            ? /^版本：(.*?)(?:（施行：(\d{4}-\d{2}-\d{2})?(?:起| 至 (\d{4}-\d{2}-\d{2}))）)?。$/su
            : /^Edition (.*?)(?: \(in force (?:from (\d{4}-\d{2}-\d{2}))? ?(?:to (\d{4}-\d{2}-\d{2}))?\))?\.$/su
        ).exec(each.text);
        const isOutside = this.section === null && this.item === null && !this.isDeclaring;
        if (found !== null && isOutside) total = found[1] ?? null;
        else if (named !== null && isOutside)
          edition = { name: named[1] ?? "", from: named[2] ?? null, to: named[3] ?? null };
        else block = this.paragraph(block);
      }
    }
    const table = this.blocks[data];
    const rows = table?.kind === "table" ? table.rows.slice(1) : [];
    const fields = rows.map((row): PrintedField => {
      const [name = "", type = "", value = "", assessor = "", note = ""] = row.map((cell) => cellText(cell));
      const marks = new RegExp(`^(.*?)( ${words.key})?( ${words.optional})?$`, "su").exec(type);
      return {
        name,
        type: marks?.[1] ?? type,
        key: marks?.[2] !== undefined,
        optional: marks?.[3] !== undefined,
        default: value,
        assessor,
        note,
      };
    });
    const named = subject === "" ? (lang === "zh" ? "考核对象" : "subjects") : subject;
    const block = dataBlock({ lang, fields, subject: named });
    this.placeNested();
    const isClear = (part: PrintedPart): boolean =>
      isHeadOf(part, block) && (part.form !== "section" || part.rules.length === 0) && part.parts.every(isClear);
    if (this.isBroken || !this.parts.every(isClear)) return null;
    return {
      lang,
      title,
      total,
      edition,
      parts: this.parts,
      declarations: this.declarations,
      subject: named,
      fields,
    };
  }

  /** Takes the head of a section below `owner`, or a note behind it; false for what belongs to `owner`. */
  private below(owner: PrintedPart, text: string): boolean {
    const { own, note } = this.openers;
    const last = this.nested.at(-1);
    if (text.startsWith(note) && last?.owner === owner) {
      const line = text.slice(note.length);
      last.note = last.note === null ? line : `${last.note}\n${line}`;
      return true;
    }
    if (!text.startsWith(own) || !HEAD.test(text.slice(own.length))) return false;
    const head = text.slice(own.length);
    const [found] = parse(withFiller(head, true)).rubric.declarations;
    const name = found?.kind === "section" ? found.name.text : null;
    if (name === owner.name && owner.head === null) return false;
    if (name === null) this.isBroken = true;
    else this.nested.push({ owner, name, head, note: null });
    return true;
  }

  /** Gives heads and notes to the sections that they name; one that is not there, or twice, is not a printed document. */
  private placeNested(): void {
    for (const { owner, name, head, note } of this.nested) {
      const all = (part: PrintedPart): readonly PrintedPart[] =>
        part.parts.flatMap((each) => (each.form === "section" ? [each, ...all(each)] : []));
      const [found, ...more] = all(owner).filter((part) => part.name === name);
      if (found === undefined || more.length > 0 || found.head !== null) this.isBroken = true;
      else {
        found.head = head;
        found.note = note;
      }
    }
  }

  /** Reads the paragraph at `block` with those that continue it; returns the last of them. */
  private paragraph(block: number): number {
    let end = block;
    const lineAt = (at: number) => {
      const each = this.blocks[at];
      const text = each?.kind === "paragraph" ? each.text : "";
      return { text, at: { block: at, row: -1, column: -1, from: 0, to: text.length } };
    };
    const lines = [lineAt(block)];
    // Declarations are numbered, entries of an item begin with a mark or a word.
    const begins = (text: string): boolean =>
      this.isDeclaring
        ? /^\d+(?:．|\. )/u.test(text)
        : MARK.test(text) || Object.values(this.openers).some((word) => text.startsWith(word));
    const first = lines[0]?.text ?? "";
    if (first.includes(this.openers.own) && !HEAD.test(first.slice(this.openers.own.length)))
      while (this.blocks[end + 1]?.kind === "paragraph" && !begins(lineAt(end + 1).text)) {
        end++;
        lines.push(lineAt(end));
      }
    const text = lines.map((line) => line.text).join("\n");
    const opener = text.indexOf(this.openers.own);
    const { at } = lineAt(block);
    if (this.isDeclaring) {
      if (opener < 0) this.isBroken = true;
      else {
        const from = opener + this.openers.own.length;
        this.declarations.push({ text: text.slice(from), isOwn: true, at: { ...at, from }, basis: null, note: null });
      }
      return end;
    }
    const owner = this.item ?? this.section;
    if (owner === null) this.isBroken = true;
    else if (owner === this.item && text.startsWith(this.openers.assessor))
      owner.assessor = text.slice(this.openers.assessor.length);
    else if (owner === this.section && this.below(owner, text)) return end;
    else take(owner, entriesOf([{ text, at }], this.lang));
    return end;
  }
}

/** A document in the form that `printDocument` gives, in either language; null for other documents. */
export function printedDocument(blocks: readonly Block[]): PrintedDocument | null {
  for (const lang of ["zh", "en"] as const) {
    const read = new PrintedReader(blocks, lang).read();
    if (read !== null) return read;
  }
  return null;
}

/** The outline of a printed document: a section for each that has items, declarations as clauses of a section of their own. */
export function printedOutline(printed: PrintedDocument): Outline {
  const sections: OutlineSection[] = [];
  const passage = ({ text, at, isOwn }: PrintedRule): Passage => ({
    text,
    at,
    source: "clause",
    side: null,
    levels: null,
    isOwn,
  });
  const item = (part: PrintedPart): OutlineItem =>
    newItem(part.name, {
      points: part.points !== null && /^\d+(?:\.\d+)?$/u.test(part.points) ? part.points : null,
      role: part.form === "section" ? "item" : part.form,
      assessor: part.assessor,
      passages: part.rules.map(passage),
    });
  const add = (name: string, points: string | null, parts: readonly PrintedPart[]): void => {
    const items = parts.filter(({ form }) => form !== "section");
    for (const [at, part] of items.entries()) part.place = { section: sections.length, item: at };
    if (items.length > 0) sections.push({ name, points, items: items.map(item) });
    for (const part of parts) if (part.form === "section") add(part.name, part.points, part.parts);
  };
  add("", null, printed.parts);
  if (printed.declarations.length > 0) {
    const { results } = printWords[printed.lang];
    const part = newPart("item", "", null);
    part.rules.push(...printed.declarations);
    sections.push({ name: results, points: null, items: [{ ...item(part), isImplied: true }] });
  }
  return { title: printed.title ?? "", total: printed.total, sections, sums: [], unknownColumns: [], printed };
}
