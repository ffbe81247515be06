/**
 * The fields of the rubric as pages of the help: what a cell of the field may contain, who fills it in, what a blank means, and
 * the rules that use it. Made from the text, so that a rubric with errors has them as well.
 */
import { html, nothing, type TemplateResult } from "lit";
import { analyse, type Analysis, type ast } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import { references } from "@yardstick/service";
import { fieldHelpMessages } from "../../messages/field-help.js";
import { assessorsOfFields } from "../../project/assessors.js";
import { lineOf } from "../../store/diagnostics-view.js";
import type { Workbench } from "../../store/workbench.js";
import type { HelpPort } from "./help-pages.js";
import { lineAt } from "./message-pages.js";

/** A field of the subjects, or a column of one of their lists. */
export interface FieldEntry {
  /** Null for a field of the subjects. */
  readonly list: string | null;
  readonly name: string;
  /** Null for the column of a rule at discretion, which no declaration has. */
  readonly declared: ast.FieldDeclaration | null;
  /** The declaration, or the rule at discretion. */
  readonly span: Span;
}

/** The id of its entry in the palette. */
export function fieldId(list: string | null, name: string): string {
  return `field ${list === null ? "" : `${list} / `}${name}`;
}

/** The declared fields with the columns of lists, then the columns of the rules at discretion in the last result. */
export function fieldEntries(data: readonly ast.Data[], { good, rubric }: Workbench): readonly FieldEntry[] {
  const of = (list: string | null, fields: readonly ast.FieldDeclaration[]): readonly FieldEntry[] =>
    fields.flatMap((declared) => {
      const { name, type, span } = declared;
      return [
        { list, name: name.text, declared, span },
        ...(type.kind === "list-type" ? of(name.text, type.fields) : []),
      ];
    });
  const judged =
    good === null || good.rubric !== rubric ? [] : good.program.fields.filter((each) => each.judgement !== null);
  return [
    ...data.flatMap(({ fields }) => of(null, fields)),
    ...judged.map(({ name, span }) => ({ list: null, name, declared: null, span })),
  ];
}

/** Beside the list of the palette. */
export function fieldPage(field: FieldEntry, store: Workbench, port: HelpPort): TemplateResult {
  const messages = fieldHelpMessages[store.lang];
  const { rubric } = store;
  const { list, name, declared, span } = field;
  const analysis = analyse(rubric);
  const uses = declared === null ? [span] : usesOf(analysis, declared);
  const textOf = (node: { readonly span: Span }) => rubric.slice(...node.span);
  const row = (title: string, value: string | TemplateResult) =>
    html`<tr>
      <th scope="row">${title}</th>
      <td>${value}</td>
    </tr>`;
  const comma = store.lang === "zh" ? "、" : ", ";
  const assessors = assessorsOf(field, store);
  return html`<p class="where">${list === null ? messages.field : messages.columnOf(list)}</p>
    <h2>${name}</h2>
    ${declared?.documentation == null ? nothing : html`<p>${declared.documentation}</p>`}
    <table class="facts">
      <tbody>
        ${declared === null ? row(messages.type, messages.types.judged) : typeRows(declared.type, analysis, { row, textOf, messages, comma })}
        ${row(messages.assessor, assessors.length === 0 ? messages.noAssessor : assessors.join(comma))}
        ${row(messages.missing, blankOf(declared, textOf, messages))}
      </tbody>
    </table>
    <div class="snippet">
      <pre>${declared === null ? lineAt(rubric, span[0]) : textOf(declared)}</pre>
      <div class="acts">
        <button class="btn line" @click=${() => port.leave(() => store.reveal(span))}>${messages.toDeclaration}</button>
      </div>
    </div>
    <h3>${uses.length === 0 ? messages.unused : messages.uses(uses.length)}</h3>
    <ul class="links">
      ${uses.map(
        (use) =>
          html`<li>
            <button @click=${() => port.leave(() => store.reveal(use))}>
              ${port.messages.atLine(lineOf(rubric, use[0]), lineAt(rubric, use[0]))}
              <small>${partAround(analysis, use[0])}</small>
            </button>
          </li>`,
      )}
    </ul>`;
}

interface Rows {
  readonly row: (title: string, value: string) => TemplateResult;
  readonly textOf: (node: { readonly span: Span }) => string;
  readonly messages: (typeof fieldHelpMessages)["zh"];
  readonly comma: string;
}

function typeRows(type: ast.TypeNode, analysis: Analysis, rows: Rows): readonly TemplateResult[] {
  const { row, textOf, messages, comma } = rows;
  const { types } = messages;
  switch (type.kind) {
    case "plain-type":
      return [row(messages.type, types[type.type])];
    case "number-type":
      return [
        row(messages.type, types[type.type]),
        ...(type.unit === null ? [] : [row(messages.unit, type.unit.text)]),
        ...(type.range === null ? [] : [row(messages.range, textOf(type.range))]),
      ];
    case "choice-type":
      return [
        row(messages.type, type.ordered ? `${types.level}（${messages.isOrdered}）` : types.level),
        row(
          messages.levels,
          type.levels
            .map(({ name, description }) => (description === null ? name.text : `${name.text}（${description.value}）`))
            .join(comma),
        ),
      ];
    case "named-type": {
      const choice = analysis.rubric.declarations.find(
        (each) => each.kind === "choice-declaration" && each.name.text === type.name.text,
      );
      return choice?.kind === "choice-declaration"
        ? typeRows(choice.type, analysis, rows)
        : [row(messages.type, type.name.text)];
    }
    case "list-type":
      return [
        row(messages.type, types.list),
        row(messages.columns, type.fields.map(({ name }) => name.text).join(comma)),
      ];
  }
}

function blankOf(declared: ast.FieldDeclaration | null, textOf: Rows["textOf"], messages: Rows["messages"]): string {
  if (declared === null) return messages.isNone;
  if (declared.key) return messages.isKey;
  if (declared.default !== null) return messages.isDefault(textOf(declared.default));
  return declared.optional ? messages.isOptional : messages.isAwaited;
}

/** Where the name is used after its declaration, one place a line. */
function usesOf(analysis: Analysis, { name, span }: ast.FieldDeclaration): readonly Span[] {
  const { source } = analysis.tree;
  const lines = new Map<number, Span>();
  for (const use of references(analysis, name.span[0])) {
    const line = lineOf(source, use[0]);
    if ((use[0] < span[0] || use[0] > span[1]) && !lines.has(line)) lines.set(line, use);
  }
  return [...lines.values()];
}

/** The name of the innermost item or section around an offset; empty for none. */
function partAround(analysis: Analysis, offset: number): string {
  let found = "";
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, span, name } = node as { readonly kind?: string; readonly span?: Span; readonly name?: ast.Name };
    if (span !== undefined && (offset < span[0] || offset > span[1])) return;
    if (kind === "item" || kind === "section") found = name?.text ?? found;
    for (const child of Object.values(node)) visit(child);
  };
  visit(analysis.rubric.declarations);
  return found;
}

/** Who fills it in: as declared, otherwise the assessors of the items that use it in the last result. */
function assessorsOf({ list, name, declared }: FieldEntry, { good }: Workbench): readonly string[] {
  if (declared?.assessor != null) return [declared.assessor.value];
  if (good === null) return [];
  const { program } = good;
  const fields = list === null ? program.fields : (program.lists.find((each) => each.name === list)?.columns ?? []);
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return [];
  return field.assessor === null ? (assessorsOfFields(program).get(field) ?? []) : [field.assessor];
}
