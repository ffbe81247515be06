/** A rubric as the blocks of a document: title, total and edition, one table a section, numbered rules, data last. */
import { type ast, itemWordOf, type Lang } from "@yardstick/language";
import type { Block, Cell, Table } from "../blocks/block.js";
import { sentenceOf, type FieldTypes } from "./sentences.js";
import { printWords, type PrintWords } from "../words/print-words.js";

/** `table`: one table a section, as most offices draw them; `paragraphs`: items as headings with numbered rules. */
export type PrintLayout = "table" | "paragraphs";

/** A parsed text without errors, written with keywords of the language that is printed. */
export interface Printable {
  readonly rubric: ast.Rubric;
  readonly source: string;
  /** Places of opening braces that are tokens, ascending. */
  readonly braces: readonly number[];
}

type Part = ast.Section | ast.Item | ast.Data;
type Kind = keyof PrintWords["kinds"];

const SCORING: readonly Kind[] = ["rounding", "bonus-only", "coefficient", "veto", "use"];
const RESULTS: readonly Kind[] = ["ranking", "grades", "award", "consequence", "policy", "output", "scenario"];
const DEFINITIONS: readonly Kind[] = ["constant", "choice-declaration", "let", "requirement"];

/** An item with where it belongs. */
interface Row {
  readonly path: string;
  readonly item: ast.Item;
  readonly assessor: string;
}

const cell = (lines: readonly string[], rows = 1): Cell => ({ lines, rows, columns: 1, nested: [] });
const paragraph = (text: string, label = ""): Block => ({ kind: "paragraph", text, label });
const heading = (level: number, text: string): Block => ({ kind: "heading", level, text });

class Layout {
  private readonly words: PrintWords;
  private readonly types: FieldTypes;
  private readonly blocks: Block[] = [];
  private headings = 0;

  constructor(
    private readonly printable: Printable,
    private readonly lang: Lang,
    private readonly layout: PrintLayout,
  ) {
    this.words = printWords[lang];
    this.types = new Map(
      this.data().flatMap(({ fields }) => fields.map(({ name, type }): [string, ast.TypeNode] => [name.text, type])),
    );
  }

  /** The rubric's own text of a span, without the indentation that it has there. */
  private own([from, to]: readonly [number, number]): string {
    const { source } = this.printable;
    const start = source.lastIndexOf("\n", from - 1) + 1;
    const indent = /^[ \t]*/u.exec(source.slice(start, from))?.[0].length ?? 0;
    return source
      .slice(from, to)
      .split("\n")
      .map((line, at) =>
        (at === 0 ? line : line.replace(new RegExp(`^[ \\t]{0,${String(indent)}}`, "u"), "")).trimEnd(),
      )
      .join("\n");
  }

  /** All declarations of data, in sections too. */
  private data(): readonly ast.Data[] {
    const inside = (part: Part): readonly ast.Data[] => {
      if (part.kind === "data") return [part];
      if (part.kind !== "section") return [];
      return [...part.parts, ...(part.variants?.cases.flatMap(({ parts }) => parts) ?? [])].flatMap(inside);
    };
    return this.printable.rubric.declarations.flatMap((each) =>
      each.kind === "data" || each.kind === "section" ? inside(each) : [],
    );
  }

  private numbered(text: string): void {
    this.headings += 1;
    this.blocks.push(heading(2, this.words.heading(this.headings, text)));
  }

  print(): readonly Block[] {
    const { rubric } = this.printable;
    const { words } = this;
    // The reader takes the total of the document from before its first section.
    for (const each of rubric.declarations) if (each.kind === "title") this.blocks.push(heading(1, each.text.value));
    for (const each of rubric.declarations)
      if (each.kind === "total") this.blocks.push(paragraph(words.total(each.points.digits)));
    for (const each of rubric.declarations)
      if (each.kind === "edition")
        this.blocks.push(paragraph(words.edition(each.text.value, each.from?.value ?? null, each.to?.value ?? null)));
    let loose: Row[] = [];
    const flush = (): void => {
      if (loose.length === 0) return;
      this.numbered(words.items);
      this.items(loose);
      loose = [];
    };
    for (const each of rubric.declarations) {
      if (each.kind === "item") loose.push({ path: "", item: each, assessor: each.assessor?.value ?? "" });
      else if (each.kind === "section") {
        flush();
        this.section(each);
      }
    }
    flush();
    this.declared(words.scoring, SCORING);
    this.declared(words.results, RESULTS);
    this.declared(words.definitions, DEFINITIONS);
    this.dataTable();
    return this.blocks;
  }

  private pointsOf({ points }: ast.PartHead): string {
    return points === null ? "" : this.words.points(points.digits);
  }

  /** What the head of a part says besides name, points, assessor and basis: in the rubric's own words. */
  private headNotes(part: ast.Section | ast.Item, first: number | undefined, isNested = false): readonly string[] {
    const documentation = part.documentation === null ? [] : this.notes(part.documentation);
    const basis = part.basis === null ? [] : [this.words.basis(part.basis.value)];
    const isMore =
      (part.weight ?? part.within ?? part.rounds ?? part.applies) !== null ||
      (part.kind === "section" && part.variants !== null);
    const brace = this.printable.braces.findLast((at) => at >= part.span[0] && at < (first ?? part.span[1]));
    const head = this.words.rule(this.own([part.span[0], brace ?? part.span[1]]).trimEnd());
    // Notes below the heading of another section stand behind the head that they belong to.
    if (isNested) return isMore || documentation.length > 0 || basis.length > 0 ? [head, ...documentation] : [];
    return [...documentation, ...basis, ...(isMore ? [head] : [])];
  }

  /** A note, line by line: each says that it is one. */
  private notes(documentation: string): readonly string[] {
    return documentation.split("\n").map((line) => this.words.note(line));
  }

  private section(section: ast.Section): void {
    this.numbered(`${section.name.text}${this.pointsOf(section)}`);
    const rows: Row[] = [];
    const notes: string[] = [];
    const collect = (part: ast.Section, path: string, inherited: string): void => {
      const assessor = part.assessor?.value ?? inherited;
      const first = part.parts[0]?.span[0] ?? part.variants?.cases[0]?.span[0];
      notes.push(...this.headNotes(part, first, path !== ""));
      const take = (parts: readonly Part[], here: string): void => {
        for (const each of parts) {
          if (each.kind === "item") rows.push({ path: here, item: each, assessor: each.assessor?.value ?? assessor });
          else if (each.kind === "section") {
            const name = `${each.name.text}${this.pointsOf(each)}`;
            collect(each, here === "" ? name : `${here} · ${name}`, assessor);
          }
        }
      };
      take(part.parts, path);
      for (const { levels, parts } of part.variants?.cases ?? []) {
        const named =
          levels.length === 0
            ? this.words.otherwise
            : levels.map(({ text }) => text).join(this.lang === "zh" ? "、" : ", ");
        take(parts, `${path === "" ? part.name.text : path}${this.words.when(named)}`);
      }
    };
    collect(section, "", "");
    for (const note of notes) this.blocks.push(paragraph(note));
    if (rows.length === 0) return;
    const isFlat = rows.every(({ path }) => path === "");
    this.items(isFlat ? rows : rows.map((row) => (row.path === "" ? { ...row, path: section.name.text } : row)));
  }

  private items(rows: readonly Row[]): void {
    if (this.layout === "table") this.blocks.push(this.table(rows));
    else this.paragraphs(rows);
  }

  private nameOf({ name, form }: ast.Item): string {
    if (form === "item") return name.text;
    return `${name.text}${this.words.form(itemWordOf(form).name[this.lang])}`;
  }

  private pointsCell(item: ast.Item): string {
    if (item.form !== "item") return item.upTo?.digits ?? this.words.none;
    if (item.points !== null) return item.points.digits;
    return item.weight === null ? this.words.none : this.own(item.weight.span);
  }

  private table(rows: readonly Row[]): Table {
    const { columns } = this.words;
    const hasPath = rows.some(({ path }) => path !== "");
    const head = [
      ...(hasPath ? [columns.section] : []),
      columns.item,
      columns.points,
      columns.clause,
      columns.assessor,
    ].map((text) => cell([text]));
    const body = rows.map((row, at): readonly Cell[] => {
      const cells = [
        cell([this.nameOf(row.item)]),
        cell([this.pointsCell(row.item)]),
        cell(this.clauses(row.item).flatMap((text) => text.split("\n"))),
        cell([row.assessor]),
      ];
      if (!hasPath || (at > 0 && rows[at - 1]?.path === row.path)) return cells;
      const end = rows.findIndex((each, index) => index > at && each.path !== row.path);
      return [cell([row.path], (end === -1 ? rows.length : end) - at), ...cells];
    });
    return { kind: "table", rows: [head, ...body] };
  }

  private paragraphs(rows: readonly Row[]): void {
    const { words } = this;
    let [path, paths, items] = ["", 0, 0];
    for (const row of rows) {
      if (row.path !== path) {
        path = row.path;
        paths += 1;
        items = 0;
        this.blocks.push(heading(2, words.subheading(paths, path)));
      }
      items += 1;
      const points = this.pointsCell(row.item);
      const shown = /^[\d.]+$/u.test(points) ? words.points(points) : "";
      this.blocks.push(
        heading(3, `${words.number(items)}${this.nameOf(row.item)}${shown}`),
        ...(row.assessor === "" ? [] : [paragraph(words.assessor(row.assessor))]),
        ...this.clauses(row.item).map((text) => paragraph(text)),
      );
    }
  }

  /** The notes of an item, then its rules, numbered where there are several. */
  private clauses(item: ast.Item): readonly string[] {
    const rules = item.lines.map((line) => this.clause(line, item));
    const notes = this.headNotes(item, item.lines[0]?.span[0]);
    const { words } = this;
    return [...notes, ...(rules.length > 1 ? rules.map((text, at) => `${words.mark(at + 1)}${text}`) : rules)];
  }

  private clause(line: ast.LineNode, item: ast.Item): string {
    const { words } = this;
    if (line.kind === "line-block") return words.rule(this.own(line.span));
    const note = line.documentation === null ? "" : `\n${this.notes(line.documentation).join("\n")}`;
    const basis = line.suffixes.find(({ kind }) => kind === "basis");
    const own = this.own(line.span);
    if (basis?.span[1] !== undefined && basis.span[1] !== line.span[1]) return `${words.rule(own)}${note}`;
    const text = basis === undefined ? own : this.own([line.span[0], basis.span[0]]).trimEnd();
    const role = item.form;
    const points = item.points?.digits ?? item.upTo?.digits ?? null;
    const sentence = sentenceOf(line, text, { name: item.name.text, section: "", points, role }, this.lang, this.types);
    if (sentence === null) return `${words.rule(own)}${note}`;
    const basisNote = basis !== undefined && "text" in basis ? `\n${words.basis(basis.text.value)}` : "";
    return `${sentence}${this.lang === "zh" ? "。" : "."}${basisNote}${note}`;
  }

  /** Declarations of some kinds as numbered sentences: what it is, then the rubric's own text. */
  private declared(title: string, kinds: readonly Kind[]): void {
    const { words } = this;
    const found = kinds.flatMap((kind) => this.printable.rubric.declarations.filter((each) => each.kind === kind));
    if (found.length === 0) return;
    this.numbered(title);
    for (const [at, each] of found.entries()) {
      const name = "name" in each ? ("text" in each.name ? each.name.text : each.name.value) : "";
      const kind = words.kinds[each.kind as Kind];
      this.blocks.push(paragraph(`${words.kind(kind, name)}${words.rule(this.own(each.span))}`, words.number(at + 1)));
    }
  }

  private dataTable(): void {
    const { words } = this;
    const rows: (readonly Cell[])[] = [];
    const add = (fields: readonly ast.FieldDeclaration[], before: string): void => {
      for (const field of fields) {
        const { type } = field;
        const marks = [...(field.key ? [words.key] : []), ...(field.optional ? [words.optional] : [])];
        const own = this.own(type.span);
        // Levels in parentheses are those of a choice.
        const shown =
          type.kind === "list-type" ? (/^\S+/u.exec(own)?.[0] ?? "") : own.replace(/^(?=[(（])/u, words.choice);
        rows.push(
          [
            `${before}${field.name.text}`,
            [shown, ...marks].join(" "),
            field.default === null ? "" : this.own(field.default.span),
            field.assessor?.value ?? "",
            field.documentation ?? "",
          ].map((text) => cell(text.split("\n"))),
        );
        if (type.kind === "list-type") add(type.fields, `${before}${field.name.text}.`);
      }
    };
    const data = this.data();
    for (const { fields } of data) add(fields, "");
    if (rows.length === 0) return;
    this.numbered(`${words.data}${words.when(data[0]?.name.text ?? "")}`);
    this.blocks.push({ kind: "table", rows: [words.dataColumns.map((text) => cell([text])), ...rows] });
  }
}

/** The blocks of a rubric's document. */
export const layoutOf = (printable: Printable, lang: Lang, layout: PrintLayout): readonly Block[] =>
  new Layout(printable, lang, layout).print();
