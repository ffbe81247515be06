/**
 * The data block: fields of the subject table and the side rows of its lists. Several blocks of one name add up.
 * Names and lists are set up first, types and defaults once all choices are known.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, FieldDraft } from "./checker.js";
import { declareName } from "./declare.js";
import { checkFieldType, constantFor } from "./field-type.js";

/** `assessor`: of the section that contains the block. */
export function declareData(checker: Checker, node: ast.Data, assessor: string | null = null): void {
  const { subject } = checker.draft;
  if (subject === null) {
    checker.draft.subject = { name: node.name.text, span: node.name.span };
    declareName(checker, "subject", node.name, 0);
  } else if (subject.name !== node.name.text) {
    checker.report(
      diagnostic(
        "data-name-differs",
        node.name.span,
        { name: node.name.text, expected: subject.name },
        {
          related: [
            {
              span: subject.span,
              note: { zh: `前面的数据表叫「${subject.name}」`, en: `the data was named "${subject.name}" here` },
            },
          ],
          fixes: [
            {
              effect: "resolves",
              title: { zh: `改为「${subject.name}」`, en: `Change to "${subject.name}"` },
              edits: [{ span: node.name.span, text: checker.source.slice(...subject.span) }],
            },
          ],
        },
      ),
    );
  } else {
    const declared = checker.names.find(subject.name, "subject");
    if (declared !== null) checker.references.set(node.name, declared);
  }
  for (const field of node.fields) declareField(checker, field, assessor);
}

function declareField(checker: Checker, node: ast.FieldDeclaration, assessor: string | null): void {
  const { draft } = checker;
  const index = draft.fields.push(draftOf(checker, node, assessor)) - 1;
  declareName(checker, "field", node.name, index);
  if (node.type.kind === "list-type") declareList(checker, node, node.type, index);
  if (node.key) declareKey(checker, node, index);
  if (node.type.kind === "plain-type" && node.type.type === "period") declarePeriod(checker, node, index);
}

export function draftOf(checker: Checker, node: ast.FieldDeclaration, assessor: string | null): FieldDraft {
  if (node.type.kind === "number-type" && node.type.unit !== null) checker.units.add(node.type.unit.text);
  return {
    name: node.name.text,
    nameSpan: node.name.span,
    span: node.span,
    node,
    type: null,
    optional: node.optional,
    default: null,
    assessor: node.assessor?.value ?? assessor,
    documentation: node.documentation,
    judgement: null,
  };
}

function declareList(
  checker: Checker,
  node: ast.FieldDeclaration,
  type: Extract<ast.TypeNode, { kind: "list-type" }>,
  field: number,
): void {
  const { draft } = checker;
  const columns: FieldDraft[] = [];
  const seen = new Map<string, FieldDraft>();
  for (const columnNode of type.fields) {
    const column = draftOf(checker, columnNode, null);
    const before = seen.get(column.name);
    if (before !== undefined) {
      checker.report(
        diagnostic(
          "duplicate-name",
          columnNode.name.span,
          { name: column.name, kind: "column" },
          {
            related: [{ span: before.nameSpan, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
    } else {
      seen.set(column.name, column);
      const place = { list: draft.lists.length, index: columns.length };
      checker.references.set(columnNode.name, {
        kind: "column",
        ...place,
        name: column.name,
        span: columnNode.name.span,
      });
    }
    if (columnNode.key)
      checker.report(diagnostic("key-in-list", columnNode.name.span, { name: column.name, list: node.name.text }));
    columns.push(column);
  }
  const list = draft.lists.push({ name: node.name.text, field, columns }) - 1;
  const holder = draft.fields[field];
  if (holder !== undefined) holder.type = { kind: "list", list };
}

function declareKey(checker: Checker, node: ast.FieldDeclaration, index: number): void {
  const { draft } = checker;
  const first = draft.key === null ? undefined : draft.fields[draft.key];
  if (first !== undefined) {
    checker.report(
      diagnostic(
        "key-twice",
        node.name.span,
        { name: node.name.text, first: first.name },
        {
          related: [{ span: first.nameSpan, note: { zh: "已是主键", en: "is the key already" } }],
        },
      ),
    );
    return;
  }
  draft.key = index;
  const canBeKey = (node.type.kind === "plain-type" && node.type.type === "text") || node.type.kind === "number-type";
  const isKnown = node.type.kind !== "named-type" || checker.names.find(node.type.name.text, "choice") !== null;
  if (!canBeKey && isKnown) checker.report(diagnostic("key-kind", node.type.span, { name: node.name.text }));
  else if (node.optional) checker.report(diagnostic("key-optional", node.name.span, { name: node.name.text }));
}

function declarePeriod(checker: Checker, node: ast.FieldDeclaration, index: number): void {
  const { draft } = checker;
  const first = draft.period === null ? undefined : draft.fields[draft.period];
  if (first === undefined) draft.period = index;
  else {
    checker.report(
      diagnostic(
        "period-twice",
        node.name.span,
        { name: node.name.text, first: first.name },
        {
          related: [{ span: first.nameSpan, note: { zh: "已是期别", en: "is the period already" } }],
        },
      ),
    );
  }
}

/** Types, ranges and defaults of all fields and columns, once every choice has its levels. */
export function checkFields(checker: Checker): void {
  const { draft } = checker;
  for (const field of draft.fields) settle(checker, field);
  for (const list of draft.lists) for (const column of list.columns) settle(checker, column);
}

/** Of one field, column or constant. */
export function settle(checker: Checker, field: FieldDraft): void {
  if (field.node === null) return;
  if (field.node.type.kind !== "list-type" || field.type === null)
    field.type = checkFieldType(checker, field.node.type);
  if (field.node.default !== null) field.default = constantFor(checker, field, field.node.default);
}

/** There must be a data block, with one key. */
export function checkSubject(checker: Checker, node: ast.Rubric): void {
  const { draft } = checker;
  if (draft.subject === null) {
    checker.report(diagnostic("data-missing", [node.span[0], node.span[0]], {}));
    return;
  }
  if (draft.key !== null) return;
  const text = draft.fields.find((field) => field.node?.type.kind === "plain-type" && field.node.type.type === "text");
  const at = text?.node?.type.span[1];
  const word = checker.vocabulary === "zh" ? "主键" : "key";
  checker.report(
    diagnostic(
      "key-missing",
      draft.subject.span,
      { subject: draft.subject.name },
      {
        fixes:
          at === undefined || text === undefined
            ? []
            : [
                {
                  effect: "resolves",
                  title: { zh: `把「${text.name}」作为主键`, en: `Make "${text.name}" the key` },
                  edits: [{ span: [at, at], text: ` ${word}` }],
                },
              ],
      },
    ),
  );
}
