/**
 * The form of one rubric, without looks: reads the text, gives the document to show, and turns what a person does to it into text
 * edits. The text stays the only truth; nothing is kept here that does not follow from it.
 */
import {
  addDeclaration,
  addLine,
  addPart,
  analyse,
  keywordIn,
  leavesOf,
  moveLine,
  movePart,
  parse,
  removeLine,
  removePart,
  render,
  severityOf,
  setSlot,
  vocabularyOf,
  type Analysis,
  type ast,
  type Diagnostic,
  type Lang,
  type Span,
  type TextEdit,
} from "@yardstick/language";
import { withEdits } from "../store/project.js";
import { addAttribute, type Attribute } from "./edit/attributes.js";
import { fillSlot, namesIn, type Refusal } from "./edit/fill-slot.js";
import { createField, type NewField } from "./edit/new-field.js";
import { placeOfLine, placeOfPart, type Part, type PartPlace } from "./edit/places.js";
import { tableText, type PastedTable } from "./edit/pasted-table.js";
import { addRow, removeRow } from "./edit/rows.js";
import { ifSound } from "./edit/sound.js";
import { optionsOf } from "./edit/options.js";
import { addSuffix, removeSuffix } from "./edit/suffixes.js";
import {
  declarationText,
  lineText,
  rowText,
  type DeclarationTemplate,
  type LineTemplate,
  type SuffixTemplate,
} from "./edit/templates.js";
import { copyOf, textFromMargin } from "./edit/copied.js";
import { newPartText, type NewPart } from "./edit/new-part.js";
import { fieldsOf } from "./model/candidates.js";
import { documentOf, type DocumentView } from "./model/document.js";
import type { Row, Rows, Slot } from "./model/piece.js";
import { readingOf } from "./model/reading.js";

/** The text and the only way to change it. */
export interface FormText {
  readonly rubric: string;
  readonly lang: Lang;
  editRubric(edits: readonly TextEdit[]): void;
}

/** Where the eye should go after an edit: an offset of the new text. Null: nothing was changed. */
export type Landing = number | null;

interface Made {
  readonly analysis: Analysis;
  readonly lang: Lang;
  readonly view: DocumentView;
  readonly diagnostics: readonly Diagnostic[];
}

export class RubricForm {
  #made: Made | null = null;

  constructor(private readonly text: FormText) {}

  get analysis(): Analysis {
    return this.#make().analysis;
  }
  get view(): DocumentView {
    return this.#make().view;
  }
  /** Of the text as it is now, in the reader's language. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#make().diagnostics;
  }

  // — slots —

  fill(slot: Slot, value: string): Refusal | null {
    const filled = fillSlot(this.#parsed, slot, value);
    if (filled.kind === "refused") return filled.why;
    this.#apply(this.#asCondition(slot, value) ?? filled.edits);
    return null;
  }

  /** Fills a slot with a field that is declared in the same step. */
  fillWithNew(slot: Slot, field: NewField): Refusal | null {
    const filled = fillSlot(this.#parsed, slot, field.name);
    const created = createField(this.#parsed, field, slot.span[0]);
    if (filled.kind === "refused" || created === null) return "name";
    const isCondition = field.type !== "flag" && this.#isWholeCondition(slot);
    const edits = filled.edits.map((edit) =>
      isCondition && field.type !== "list" ? { ...edit, text: `${edit.text} ${beginning(field.type)}` } : edit,
    );
    this.#apply([...edits, ...created]);
    return null;
  }

  /** A number that is picked as a condition is compared with zero. */
  #asCondition(slot: Slot, name: string): readonly TextEdit[] | null {
    if (slot.type !== "reference" || !this.#isWholeCondition(slot)) return null;
    const type = fieldsOf(this.analysis.rubric).find(({ field }) => field.name.text === name)?.field.type;
    if (type?.kind !== "number-type" && type?.kind !== "plain-type") return null;
    if (type.type === "flag") return null;
    const filled = setSlot(this.#parsed, slot, `${name} ${beginning(type.type)}`);
    return filled.kind === "edits" ? filled.edits : null;
  }

  #isWholeCondition({ span }: Slot): boolean {
    let isWhole = false;
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { condition, where } = node as {
        readonly condition?: ast.Expression | null;
        readonly where?: ast.Expression | null;
      };
      for (const found of [condition, where])
        for (const each of found === null || found === undefined ? [] : operandsOf(found))
          isWhole ||= each.kind === "reference" && each.span[0] === span[0];
      Object.values(node).forEach(visit);
    };
    visit(this.analysis.rubric);
    return isWhole;
  }

  // — lines —

  addLine(
    holder: { readonly span: Span; readonly branch?: "otherwise" },
    index: number,
    template: LineTemplate,
  ): Landing {
    const lang = this.#written;
    const judged = this.#freeName(lang === "zh" ? "酌情事项" : "matter");
    return this.#apply(addLine(this.#parsed, holder, index, lineText(template, lang, judged)));
  }

  moveLine(span: Span, by: -1 | 1): Landing {
    const place = placeOfLine(this.analysis.rubric, span);
    if (place === null || place.index + by < 0 || place.index + by >= place.sisters.length) return null;
    const before = this.text.rubric.slice(...place.line.span);
    this.#apply(moveLine(this.#parsed, place.line, place.into, place.index + by));
    const other = place.sisters[place.index + by]?.span ?? span;
    return this.#find(before, Math.min(span[0], other[0]));
  }

  removeLine(span: Span): Landing {
    const place = placeOfLine(this.analysis.rubric, span);
    if (place === null) return null;
    const landed = this.#apply(removeLine(this.#parsed, place.line));
    return landed === null ? null : Math.max(0, (place.sisters[place.index - 1] ?? place.item).span[0]);
  }

  copyLine(span: Span): Landing {
    const place = placeOfLine(this.analysis.rubric, span);
    if (place === null) return null;
    const text = copyOf(this.#parsed, span, namesIn(this.#parsed));
    return this.#apply(addLine(this.#parsed, place.into, place.index + 1, text));
  }

  addSuffix(span: Span, template: SuffixTemplate): Landing {
    const line = placeOfLine(this.analysis.rubric, span)?.line;
    return line?.kind === "line" ? this.#apply(addSuffix(this.#parsed, line, template)) : null;
  }

  removeSuffix(span: Span, kind: ast.Suffix["kind"]): Landing {
    const line = placeOfLine(this.analysis.rubric, span)?.line;
    return line?.kind === "line" ? this.#apply(removeSuffix(this.#parsed, line, kind)) : null;
  }

  lineAt(span: Span): ast.LineNode | null {
    return placeOfLine(this.analysis.rubric, span)?.line ?? null;
  }

  // — parts —

  partAt(span: Span): PartPlace | null {
    return placeOfPart(this.analysis.rubric, span);
  }

  /** `after` is the part it follows; null: at the end of what holds it. */
  addPart(kind: NewPart, into: { readonly span: Span } | null, after: Span | null): Landing {
    const { declarations } = this.analysis.rubric;
    const before = after === null ? null : this.partAt(after);
    const holder = into === null ? null : (this.partAt(into.span)?.part ?? null);
    const sisters: readonly { readonly kind: string }[] =
      before?.sisters ?? (into === null ? declarations : holder?.kind === "section" ? holder.parts : []);
    const text = newPartText(this.#parsed, kind, { holder, sisters, before: before?.part ?? null }, (name) =>
      this.#freeName(name),
    );
    if (into === null && before === null) {
      const last = declarations.map((each) => each.kind === "section" || each.kind === "item").lastIndexOf(true);
      return this.#apply(last < 0 ? addDeclaration(this.#parsed, text) : addPart(this.#parsed, null, last + 1, text));
    }
    return this.#apply(addPart(this.#parsed, into, before === null ? sisters.length : before.index + 1, text));
  }

  movePart(span: Span, by: -1 | 1): Landing {
    const place = this.partAt(span);
    if (place === null) return null;
    const isPart = (each: { readonly kind: string }): boolean => each.kind === "section" || each.kind === "item";
    let to = place.index + by;
    while (place.sisters[to] !== undefined && !isPart(place.sisters[to] as { kind: string })) to += by;
    if (place.sisters[to] === undefined) return null;
    return this.movePartTo(place.part.span, place.into, to);
  }

  /** `index` is the one it has there in the end. */
  movePartTo(span: Span, into: { readonly span: Span } | null, index: number): Landing {
    const name = this.partAt(span)?.part.name.text ?? "";
    const edits = movePart(this.#parsed, { span }, into, index);
    if (edits === null || this.#apply(edits) === null) return null;
    return this.#partNamed(name)?.name.span[0] ?? null;
  }

  removeParts(spans: readonly Span[]): Landing {
    const edits = spans.flatMap((span) => removePart(this.#parsed, { span }) ?? []);
    return this.#apply(ifSound(this.#parsed, edits));
  }

  copyPart(span: Span): Landing {
    const place = this.partAt(span);
    if (place === null) return null;
    const text = copyOf(this.#parsed, span, namesIn(this.#parsed));
    return this.#apply(addPart(this.#parsed, place.into, place.index + 1, text));
  }

  /** Parts as text from the margin, to be put elsewhere. */
  textOf(spans: readonly Span[]): string {
    return spans.map((span) => textFromMargin(this.text.rubric, span)).join("\n");
  }

  /** Puts copied parts after another. Null where the text holds none. */
  pasteParts(text: string, after: Span): Landing {
    const place = this.partAt(after);
    const pasted = parse(text);
    const parts = pasted.rubric.declarations;
    if (place === null || parts.length === 0 || !parts.every(({ kind }) => kind === "section" || kind === "item"))
      return null;
    const taken = namesIn(this.#parsed);
    const texts = parts.map((part) => copyOf(pasted, part.span, taken));
    const edits = texts.flatMap((each) => addPart(this.#parsed, place.into, place.index + 1, each) ?? []);
    return this.#apply(ifSound(this.#parsed, edits));
  }

  addAttribute(span: Span, attribute: Attribute, value = ""): Landing {
    const part = this.partAt(span)?.part;
    return part === undefined ? null : this.#apply(addAttribute(this.#parsed, part, attribute, value));
  }

  // — everything else —

  addDeclaration(template: DeclarationTemplate): Landing {
    const { rubric } = this.analysis;
    const lang = this.#written;
    const first = rubric.declarations.find((each) => each.kind === "ranking");
    const data = rubric.declarations.find((each) => each.kind === "data");
    const text = declarationText(template, lang, {
      name: this.#freeName(defaultNames[lang][template] ?? (lang === "zh" ? "新增" : "new_one")),
      ranking: first?.name.text ?? (lang === "zh" ? "待填" : "to_fill"),
      subject: data?.name.text ?? (lang === "zh" ? "考核对象" : "subjects"),
    });
    return this.#apply(addDeclaration(this.#parsed, text));
  }

  /** A declaration or a card, with the line it stands on. */
  removeText([start, end]: Span): Landing {
    const { rubric } = this.text;
    const lineStart = rubric.lastIndexOf("\n", start - 1) + 1;
    const next = rubric.indexOf("\n", end);
    const isAlone =
      rubric.slice(lineStart, start).trim() === "" && (next < 0 || /^\s*(\/\/.*)?$/.test(rubric.slice(end, next)));
    const span: Span = isAlone ? [lineStart, next < 0 ? rubric.length : next + 1] : [start, end];
    return this.#apply(ifSound(this.#parsed, [{ span, text: "" }]));
  }

  addRow(rows: Rows): Landing {
    const text = rowText(rows.block, this.#written);
    return text === null ? null : this.#apply(addRow(this.#parsed, rows, text));
  }

  removeRow(rows: Rows, row: Row): Landing {
    return this.#apply(removeRow(this.#parsed, rows, row));
  }

  /** What a declaration can be given besides, as it would be written, and where. */
  additionsTo(
    span: Span,
    construct: ast.Declaration["kind"],
  ): readonly { readonly text: string; readonly at: number }[] {
    const lang = this.#written;
    const node = this.analysis.rubric.declarations.find((each) => each.kind === construct && each.span[0] === span[0]);
    return (node === undefined ? [] : optionsOf(node, lang)).filter(
      ({ text, at }) => ifSound(this.#parsed, [{ span: [at, at], text: ` ${text}` }]) !== null,
    );
  }

  insert(at: number, text: string): Landing {
    return this.#apply(ifSound(this.#parsed, [{ span: [at, at], text: ` ${text}` }]));
  }

  /** `扣` for `加`, or the other way round. */
  swap(span: Span, from: "Deduct" | "Add"): Landing {
    const line = this.lineAt(span);
    if (line?.kind !== "line") return null;
    const leaf = leavesOf(this.analysis.tree).find(
      (each) => each.role === from && each.span[0] >= line.span[0] && each.span[1] <= line.span[1],
    );
    if (leaf === undefined) return null;
    const text = keywordIn(this.#written, from === "Deduct" ? "Add" : "Deduct");
    this.#apply(ifSound(this.#parsed, [{ span: leaf.span, text }]));
    return line.span[0];
  }

  mend(edits: readonly TextEdit[]): void {
    this.#apply(edits);
  }

  /** The whole text anew, in one step that can be undone. */
  replaceAll(text: string): void {
    this.#apply([{ span: [0, this.text.rubric.length], text }]);
  }

  /** A pasted table as sections: behind the present ones, or in the place of all that is there. The total follows where it is replaced. */
  putTable(table: PastedTable, isReplacing: boolean): Landing {
    const isEmpty = this.text.rubric.trim() === "";
    const lang = this.#written;
    if (isReplacing || isEmpty) {
      const head = lang === "zh" ? `满分 ${table.total} 分\n\n` : `total ${table.total}\n\n`;
      const subject =
        lang === "zh" ? "数据 考核对象 {\n  名称: 文本 主键\n}\n\n" : "data subjects {\n  name: text key\n}\n\n";
      this.replaceAll(head + subject + tableText(table, lang, new Set()));
      return 0;
    }
    const { declarations } = this.analysis.rubric;
    const last = declarations.filter(({ kind }) => kind === "section" || kind === "item").at(-1);
    const at = last === undefined ? this.text.rubric.length : last.span[1];
    return this.#apply(
      ifSound(this.#parsed, [{ span: [at, at], text: `\n\n${tableText(table, lang, namesIn(this.#parsed))}` }]),
    );
  }

  // — inside —

  get #parsed(): Analysis {
    return this.analysis;
  }

  get #written(): Lang {
    const { tree } = this.analysis;
    return tree.tokens.length === 0 ? this.text.lang : vocabularyOf(tree);
  }

  #apply(edits: readonly TextEdit[] | null): Landing {
    if (edits === null || edits.length === 0) return null;
    const { rubric } = this.text;
    this.text.editRubric(edits);
    if (this.text.rubric !== withEdits(rubric, edits)) return null;
    return landingOf(edits);
  }

  #partNamed(name: string): Part | null {
    let found: Part | null = null;
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const part = node as Part;
      if ((part.kind === "section" || part.kind === "item") && part.name.text === name) found ??= part;
      Object.values(node).forEach(visit);
    };
    visit(this.analysis.rubric);
    return found;
  }

  #find(text: string, from: number): Landing {
    const at = this.text.rubric.indexOf(text, from);
    return at < 0 ? null : at;
  }

  #freeName(wanted: string): string {
    const taken = namesIn(this.#parsed);
    for (const text of textsIn(this.analysis.rubric)) if (text === wanted) return this.#numbered(wanted, taken);
    return taken.has(wanted) ? this.#numbered(wanted, taken) : wanted;
  }

  #numbered(wanted: string, taken: ReadonlySet<string>): string {
    let number = 2;
    while (taken.has(`${wanted}${number}`)) number += 1;
    return `${wanted}${number}`;
  }

  #make(): Made {
    const { rubric, lang } = this.text;
    const known = this.#made;
    if (known !== null && known.analysis.tree.source === rubric && known.lang === lang) return known;
    const analysis = known?.analysis.tree.source === rubric ? known.analysis : analyse(rubric);
    const broken = parse(rubric)
      .findings.filter((found) => severityOf(found) === "error")
      .map(({ span }) => span);
    const view = documentOf(readingOf(analysis, lang, broken));
    this.#made = { analysis, lang, view, diagnostics: analysis.findings.map((found) => render(found, lang)) };
    return this.#made;
  }
}

const defaultNames: Readonly<Record<Lang, Readonly<Partial<Record<DeclarationTemplate, string>>>>> = {
  zh: {
    veto: "新否决事项",
    coefficient: "调节系数",
    ranking: "总排名",
    grades: "等次",
    award: "先进单位",
    consequence: "警示谈话",
    let: "中间值",
    output: "公布值",
    scenario: "新方案",
    test: "新样例",
    constant: "新常量",
    "choice-declaration": "档次",
    use: "引用表",
  },
  en: {
    veto: "new_veto",
    coefficient: "factor",
    ranking: "overall",
    grades: "grade",
    award: "award1",
    consequence: "warning1",
    let: "value1",
    output: "output1",
    scenario: "new scenario",
    test: "new test",
    constant: "constant1",
    "choice-declaration": "level",
    use: "other",
  },
};

function textsIn(rubric: ast.Rubric): readonly string[] {
  return rubric.declarations.flatMap((each) =>
    each.kind === "scenario" || each.kind === "test" ? [each.name.value] : [],
  );
}

/** What `and` and `or` join. */
function operandsOf(condition: ast.Expression): readonly ast.Expression[] {
  if (condition.kind === "binary" && (condition.op === "and" || condition.op === "or"))
    return [...operandsOf(condition.left), ...operandsOf(condition.right)];
  return [condition];
}

/** The comparison that a condition on such a field begins with. */
function beginning(type: string): string {
  return type === "text" || type === "period"
    ? '= ""'
    : type === "date"
      ? "≥ 2026-01-01"
      : type === "percent"
        ? "< 100%"
        : "> 0";
}

/** Where the first thing that was put in begins. */
function landingOf(edits: readonly TextEdit[]): number {
  const [first] = [...edits].sort((a, b) => a.span[0] - b.span[0]).filter(({ text }) => text.trim() !== "");
  if (first === undefined) return edits[0]?.span[0] ?? 0;
  const shift = edits
    .filter(({ span }) => span[1] <= first.span[0] && span[0] < first.span[0])
    .reduce((sum, { span, text }) => sum + text.length - (span[1] - span[0]), 0);
  return first.span[0] + shift + (/^\s*/.exec(first.text)?.[0].length ?? 0);
}
