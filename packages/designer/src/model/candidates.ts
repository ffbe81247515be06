/**
 * The candidates for a slot that takes a name: everything the rubric declares, each with the information needed to
 * choose.
 */
import type { Analysis, ast, Span } from "@yardstick/language";

/** What a name can denote. */
export type CandidateKind =
  | "column"
  | "field"
  | "list"
  | "constant"
  | "level"
  | "value"
  | "part"
  | "ranking"
  | "grades"
  | "award"
  | "veto"
  | "coefficient"
  | "choice"
  | "score"
  | "result"
  | "function";

/** A name that a slot can be filled with. `type`, `unit` and `assessor` are set for fields. */
export interface Candidate {
  readonly name: string;
  readonly kind: CandidateKind;
  /** Type of a field. */
  readonly type: string | null;
  readonly unit: string | null;
  readonly assessor: string | null;
  /** What the slot is filled with where it is not the name, and how it is written: for functions. */
  readonly text?: string;
  readonly form?: string;
}

/** A field with the list that it is a column of, if any. */
export interface FieldPlace {
  readonly field: ast.FieldDeclaration;
  readonly data: ast.Data;
  readonly list: string | null;
  /** The section whose data block declares it; null at the top level. */
  readonly section: ast.Section | null;
}

/** All fields of a rubric, including the columns of lists. */
export function fieldsOf(rubric: ast.Rubric): readonly FieldPlace[] {
  return dataOf(rubric).flatMap(({ data, section }) =>
    data.fields.flatMap((field): FieldPlace[] => {
      const own = { field, data, list: null, section };
      if (field.type.kind !== "list-type") return [own];
      return [own, ...field.type.fields.map((column) => ({ field: column, data, list: field.name.text, section }))];
    }),
  );
}

/** All data blocks of a rubric, with the section that contains each; null at the top level. */
export function dataOf(
  rubric: ast.Rubric,
): readonly { readonly data: ast.Data; readonly section: ast.Section | null }[] {
  const found: { data: ast.Data; section: ast.Section | null }[] = [];
  const visit = (list: readonly { readonly kind: string }[], section: ast.Section | null): void => {
    for (const element of list) {
      if (element.kind === "data") found.push({ data: element as ast.Data, section });
      if (element.kind !== "section") continue;
      const inner = element as ast.Section;
      visit(inner.variants === null ? inner.parts : inner.variants.cases.flatMap(({ parts }) => parts), inner);
    }
  };
  visit(rubric.declarations, null);
  return found;
}

/** `near` is the span of the slot: columns of the list that its rule iterates over come first. */
export function candidatesFor({ rubric, facts }: Analysis, place: string, near: Span): readonly Candidate[] {
  const columns = columnsOfMeetings(rubric, near);
  if (columns !== null) return columns;
  const list = listAround(rubric, near);
  const fields = fieldsOf(rubric);
  const plain = (name: string, kind: CandidateKind): Candidate => ({
    name,
    kind,
    type: null,
    unit: null,
    assessor: null,
  });
  const all: Candidate[] = [
    ...fields.filter((each) => each.list !== null && each.list === list).map((each) => ofField(each.field, "column")),
    ...nearest(
      fields.filter((each) => each.list === null),
      near,
    ).map(({ field }) => ofField(field, field.type.kind === "list-type" ? "list" : "field")),
    ...levelsOf(rubric).map((name) => plain(name, "level")),
    ...declaredAs(facts.declared, "constant").map((name) => plain(name, "constant")),
    ...[...declaredAs(facts.declared, "let"), ...declaredAs(facts.declared, "output")].map((name) =>
      plain(name, "value"),
    ),
    ...declaredAs(facts.declared, "part").map((name) => plain(name, "part")),
    ...declaredAs(facts.declared, "ranking").map((name) => plain(name, "ranking")),
    ...declaredAs(facts.declared, "grades").map((name) => plain(name, "grades")),
    ...declaredAs(facts.declared, "award").map((name) => plain(name, "award")),
    ...declaredAs(facts.declared, "veto").map((name) => plain(name, "veto")),
    ...declaredAs(facts.declared, "choice").map((name) => plain(name, "choice")),
  ];
  const expected = expectedAt(place);
  const seen = new Set<string>();
  const fitting = all.filter(({ kind }) => expected === null || expected.includes(kind));
  return fitting.filter(({ name }) => !seen.has(name) && seen.add(name) !== undefined);
}

/** Fields of the surrounding section come before those of others, and what identifies a subject after what is known about it. */
function nearest(fields: readonly FieldPlace[], [start]: Span): readonly FieldPlace[] {
  const isNear = ({ section }: FieldPlace): boolean =>
    section !== null && section.span[0] <= start && start <= section.span[1];
  const ranks = fields.map((field) => ({ field, rank: isNear(field) ? 0 : isLabel(field.field) ? 2 : 1 }));
  return ranks.sort((a, b) => a.rank - b.rank).map(({ field }) => field);
}

/** Whether a field holds a name or a period, which a rule seldom counts. */
function isLabel({ type }: ast.FieldDeclaration): boolean {
  return type.kind === "plain-type" && (type.type === "text" || type.type === "period");
}

function ofField(field: ast.FieldDeclaration, kind: CandidateKind): Candidate {
  const { type } = field;
  const written =
    type.kind === "plain-type" || type.kind === "number-type"
      ? type.type
      : type.kind === "choice-type" || type.kind === "named-type"
        ? "level"
        : "list";
  const unit = type.kind === "number-type" ? (type.unit?.text ?? null) : null;
  return { name: field.name.text, kind, type: written, unit, assessor: field.assessor?.value ?? null };
}

function declaredAs(declared: Analysis["facts"]["declared"], kind: string): readonly string[] {
  return declared.filter((each) => each.kind === kind && each.name !== "").map(({ name }) => name);
}

function levelsOf(rubric: ast.Rubric): readonly string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ((node as { kind?: string }).kind === "choice-type")
      names.push(...(node as ast.ChoiceTypeNode).levels.map(({ name }) => name.text));
    if ((node as { kind?: string }).kind === "grades") {
      const { rows, otherwise } = node as ast.Grades;
      names.push(...rows.map(({ grade }) => grade.text), ...(otherwise === null ? [] : [otherwise.text]));
    }
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return names;
}

/** The list that the rule at this position iterates over. */
function listAround(rubric: ast.Rubric, near: Span): string | null {
  let found: string | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const line = node as Partial<ast.Line>;
    if (line.kind === "line" && line.span !== undefined && line.span[0] <= near[0] && near[1] <= line.span[1])
      found = line.each?.list.text ?? null;
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return found;
}

/**
 * Of a slot of a key `head to head`: for the opponent the text columns of all lists, as `list.column`; for what is compared the number
 * columns of the list that the opponent is a column of, or of all lists while it is none. Null: it is not such a slot.
 */
export function columnsOfMeetings(rubric: ast.Rubric, near: Span): readonly Candidate[] | null {
  const contains = ({ span: [start, end] }: ast.Expression): boolean => start <= near[0] && near[1] <= end;
  for (const each of rubric.declarations) {
    for (const { by, against } of each.kind === "ranking" ? each.thenBy : []) {
      if (against === null || !(contains(by) || contains(against))) continue;
      const columns = fieldsOf(rubric).flatMap(({ field, list }) => (list === null ? [] : [{ field, list }]));
      const named = against.kind === "reference" ? against.path[0]?.text : undefined;
      const ofList = columns.filter(({ list }) => list === named);
      const isOpponent = contains(against);
      const fitting = (isOpponent || ofList.length === 0 ? columns : ofList).filter(({ field: { type } }) =>
        isOpponent ? type.kind === "plain-type" && type.type === "text" : type.kind === "number-type",
      );
      return fitting.map(({ field, list }) => ({ ...ofField(field, "column"), name: `${list}.${field.name.text}` }));
    }
  }
  return null;
}

/** The kinds allowed at a position of the grammar; null: anything with a value. */
function expectedAt(place: string): readonly CandidateKind[] | null {
  switch (place) {
    case "each.list":
      return ["list"];
    case "ranking.group":
    case "reference.group":
    case "use.by":
      return ["field"];
    case "award.ranking":
    case "grades.ranking":
      return ["ranking"];
    case "names.name":
      return ["part"];
    case "vetoEffect.grade":
    case "variant.level":
      return ["level"];
    case "fieldType.named":
      return ["choice"];
    case "path.name":
      return ["part", "field", "constant", "list", "ranking", "grades", "award", "veto", "value"];
    default:
      return null;
  }
}

/** Whether a slot at this position may be filled with a new field. */
export function mayCreateField(place: string): boolean {
  return ["reference.name", "each.list", "ranking.group", "reference.group", "use.by", "path.name"].includes(place);
}
