/**
 * Edits of everything other than sections, items and rules: declarations, their options, and the rows between their
 * braces.
 */
import { addDeclaration, type Lang, type Span, type TextEdit } from "@yardstick/language";
import { without } from "../edit/clauses.js";
import { copyOfDeclaration } from "../edit/copied.js";
import { additionsTo, removalsFrom, type Option, type OptionHolder } from "../edit/options.js";
import { rowOptions, type RowOption } from "../edit/row-options.js";
import { newRows, type NewRow } from "../edit/row-templates.js";
import { addRow, moveRow, removeRow } from "../edit/rows.js";
import { ifValid } from "../edit/valid-edits.js";
import { declarationText, type DeclarationTemplate } from "../edit/templates.js";
import type { Row, Rows } from "../model/piece.js";
import type { FormCore, Landing } from "./form-core.js";

/** Edits of declarations, their options and their rows. Each method returns where to look after the edit. */
export class DeclarationEdits {
  constructor(private readonly core: FormCore) {}

  add(template: DeclarationTemplate): Landing {
    const { rubric } = this.core.parsed;
    const lang = this.core.written;
    const first = rubric.declarations.find((each) => each.kind === "ranking");
    const data = rubric.declarations.find((each) => each.kind === "data");
    const text = declarationText(template, lang, {
      name: this.core.freeName(defaultNames[lang][template] ?? (lang === "zh" ? "新增" : "new_one")),
      ranking: first?.name.text ?? (lang === "zh" ? "待填" : "to_fill"),
      subject: data?.name.text ?? (lang === "zh" ? "考核对象" : "subjects"),
    });
    return this.core.apply(addDeclaration(this.core.parsed, text));
  }

  /** Removes a declaration or a card, with its line. */
  remove(span: Span): Landing {
    return this.core.apply(without(this.core.parsed, span));
  }

  /** Inserts a copy after it, under a new name. */
  copy(span: Span): Landing {
    const node = this.#at(span);
    if (node === null) return null;
    const text = copyOfDeclaration(this.core.parsed, node, (name) => this.core.freeName(name));
    return this.core.apply(ifValid(this.core.parsed, [{ span: [node.span[1], node.span[1]], text: `\n${text}` }]));
  }

  /** Swaps it with the neighbour of the same kind: the order matters for grades, awards and printing. */
  move(span: Span, by: -1 | 1): Landing {
    const node = this.#at(span);
    if (node === null) return null;
    const siblings = this.core.parsed.rubric.declarations.filter(({ kind }) => kind === node.kind);
    const other = siblings[siblings.findIndex((each) => each.span[0] === node.span[0]) + by];
    if (other === undefined) return null;
    const text = (each: { readonly span: Span }): string => this.core.rubric.slice(...each.span);
    const edits = [
      { span: node.span, text: text(other) },
      { span: other.span, text: text(node) },
    ];
    if (this.core.apply(ifValid(this.core.parsed, edits)) === null) return null;
    return by < 0 ? other.span[0] : other.span[1] - text(node).length;
  }

  optionsOf(span: Span): { readonly additions: readonly Option[]; readonly removals: readonly Option[] } {
    const node = this.#at(span);
    if (node === null) return { additions: [], removals: [] };
    const { parsed } = this.core;
    return { additions: additionsTo(parsed, node, this.core.written), removals: removalsFrom(parsed, node) };
  }

  apply(edits: readonly TextEdit[]): Landing {
    return this.core.apply(edits);
  }

  // — rows —

  newRows(rows: Rows): readonly NewRow[] {
    return newRows(this.core.parsed, rows, this.core.written, (name) => this.core.freeName(name));
  }

  addRow(rows: Rows, text: string): Landing {
    return this.core.apply(addRow(this.core.parsed, rows, text));
  }

  removeRow(rows: Rows, row: Row): Landing {
    return this.core.apply(removeRow(this.core.parsed, rows, row));
  }

  moveRow(rows: Rows, row: Row, by: -1 | 1): Landing {
    const edits = moveRow(this.core.parsed, rows, row, by);
    const other = rows.rows[rows.rows.indexOf(row) + by];
    if (this.core.apply(edits) === null || other === undefined) return null;
    return by < 0 ? other.span[0] : other.span[1] - (row.span[1] - row.span[0]);
  }

  rowOptions(rows: Rows, row: Row): readonly RowOption[] {
    return rowOptions(this.core.parsed, rows, row, this.core.written);
  }

  #at(span: Span): OptionHolder | null {
    const found = this.core.parsed.rubric.declarations.find((each) => each.span[0] === span[0]);
    return found === undefined || found.kind === "section" || found.kind === "item" ? null : found;
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
