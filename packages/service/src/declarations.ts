/**
 * The declarations of a rubric, read from its syntax tree: fields with their types, columns of lists, levels of choices. The program,
 * which contains more, does not exist while the text has errors.
 */
import type { Analysis, ast, Span } from "@yardstick/language";

/** The kind of value of a field; `level` is a level of a choice. */
export type ValueKind = "number" | "flag" | "text" | "date" | "period" | "level" | "list";

/** A declared field, constant or column. */
export interface DeclaredField {
  readonly name: string;
  readonly span: Span;
  readonly holds: ValueKind;
  /** The type with unit and range, as written. */
  readonly type: string;
  readonly assessor: string | null;
  readonly optional: boolean;
  readonly documentation: string | null;
  /** Columns of a list; empty for other types. */
  readonly columns: readonly DeclaredField[];
  /** Levels of a choice; empty for other types. */
  readonly levels: readonly DeclaredLevel[];
}

/** A level of a choice. */
export interface DeclaredLevel {
  readonly name: string;
  readonly description: string | null;
}

/** The declarations of a rubric. */
export interface Declarations {
  readonly fields: readonly DeclaredField[];
  readonly constants: readonly DeclaredField[];
  /** Levels by the name of their choice. */
  readonly choices: ReadonlyMap<string, readonly DeclaredLevel[]>;
  /** Grades of all `grades`, best first. */
  readonly grades: readonly string[];
  /** Paths of used rubrics as written, by alias. */
  readonly uses: ReadonlyMap<string, string>;
}

const known = new WeakMap<Analysis, Declarations>();

/** The declarations of an analysed text, cached. */
export function declarationsOf(analysis: Analysis): Declarations {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const declarations = read(analysis);
  known.set(analysis, declarations);
  return declarations;
}

function read({ rubric, tree }: Analysis): Declarations {
  const choices = new Map<string, readonly DeclaredLevel[]>();
  for (const node of rubric.declarations)
    if (node.kind === "choice-declaration") choices.set(node.name.text, levelsOf(node.type));
  const fieldOf = (node: ast.FieldDeclaration | ast.Constant): DeclaredField => ({
    name: node.name.text,
    span: node.name.span,
    ...valueKindOf(node.type, choices),
    type: typeText(node.type, tree.source),
    assessor: node.kind === "constant" ? null : (node.assessor?.value ?? null),
    optional: node.kind !== "constant" && node.optional,
    documentation: node.kind === "constant" ? null : node.documentation,
    columns: node.type.kind === "list-type" ? node.type.fields.map(fieldOf) : [],
  });
  return {
    fields: dataOf(rubric.declarations).flatMap(({ fields }) => fields.map(fieldOf)),
    constants: rubric.declarations.flatMap((node) => (node.kind === "constant" ? [fieldOf(node)] : [])),
    choices,
    grades: rubric.declarations.flatMap((node) =>
      node.kind === "grades"
        ? [...node.rows.map(({ grade }) => grade.text), ...(node.otherwise === null ? [] : [node.otherwise.text])]
        : [],
    ),
    uses: new Map(
      rubric.declarations.flatMap((node) => (node.kind === "use" ? [[node.alias.text, node.path.value]] : [])),
    ),
  };
}

/** The data blocks at the top level and inside sections. */
function dataOf(nodes: readonly (ast.Declaration | ast.Section["parts"][number])[]): readonly ast.Data[] {
  return nodes.flatMap((node): readonly ast.Data[] => {
    if (node.kind === "data") return [node];
    if (node.kind !== "section") return [];
    return dataOf([...node.parts, ...(node.variants?.cases.flatMap(({ parts }) => parts) ?? [])]);
  });
}

function valueKindOf(
  type: ast.TypeNode,
  choices: ReadonlyMap<string, readonly DeclaredLevel[]>,
): Pick<DeclaredField, "holds" | "levels"> {
  switch (type.kind) {
    case "plain-type":
      return { holds: type.type, levels: [] };
    case "number-type":
      return { holds: "number", levels: [] };
    case "list-type":
      return { holds: "list", levels: [] };
    case "choice-type":
      return { holds: "level", levels: levelsOf(type) };
    case "named-type":
      return { holds: "level", levels: choices.get(type.name.text) ?? [] };
  }
}

function levelsOf({ levels }: ast.ChoiceTypeNode): readonly DeclaredLevel[] {
  return levels.map(({ name, description }) => ({ name: name.text, description: description?.value ?? null }));
}

/** The type as written, on one line, without the columns of a list. */
function typeText({ span }: ast.TypeNode, source: string): string {
  return source.slice(span[0], span[1]).split("{")[0]?.replace(/\s+/g, " ").trim() ?? "";
}
