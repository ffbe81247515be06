/**
 * What a rubric declares, read off its tree: fields with what they hold, the columns of lists, the levels of choices. The
 * program would know more, but there is none while somebody types.
 */
import type { Analysis, ast, Span } from "@yardstick/language";

/** `level`: one of a choice. */
export type HeldKind = "number" | "flag" | "text" | "date" | "period" | "level" | "list";

export interface DeclaredField {
  readonly name: string;
  readonly span: Span;
  readonly holds: HeldKind;
  /** The type with unit and range, as written. */
  readonly type: string;
  readonly assessor: string | null;
  readonly optional: boolean;
  readonly documentation: string | null;
  /** Of a list. */
  readonly columns: readonly DeclaredField[];
  /** Of a choice. */
  readonly levels: readonly DeclaredLevel[];
}

export interface DeclaredLevel {
  readonly name: string;
  readonly description: string | null;
}

export interface Declarations {
  readonly fields: readonly DeclaredField[];
  readonly constants: readonly DeclaredField[];
  /** Levels by the name of their choice. */
  readonly choices: ReadonlyMap<string, readonly DeclaredLevel[]>;
  /** Grades of all `grades`, best first. */
  readonly grades: readonly string[];
  /** By the name they have here: the path as written. */
  readonly uses: ReadonlyMap<string, string>;
}

const known = new WeakMap<Analysis, Declarations>();

export function declarationsOf(analysis: Analysis): Declarations {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const made = read(analysis);
  known.set(analysis, made);
  return made;
}

function read({ rubric, tree }: Analysis): Declarations {
  const choices = new Map<string, readonly DeclaredLevel[]>();
  for (const node of rubric.declarations)
    if (node.kind === "choice-declaration") choices.set(node.name.text, levelsOf(node.type));
  const fieldOf = (node: ast.FieldDeclaration | ast.Constant): DeclaredField => ({
    name: node.name.text,
    span: node.name.span,
    ...held(node.type, choices),
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

/** At the top and inside of sections. */
function dataOf(nodes: readonly (ast.Declaration | ast.Section["parts"][number])[]): readonly ast.Data[] {
  return nodes.flatMap((node): readonly ast.Data[] => {
    if (node.kind === "data") return [node];
    if (node.kind !== "section") return [];
    return dataOf([...node.parts, ...(node.variants?.cases.flatMap(({ parts }) => parts) ?? [])]);
  });
}

function held(
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

/** On one line, without the columns of a list. */
function typeText({ span }: ast.TypeNode, source: string): string {
  return source.slice(span[0], span[1]).split("{")[0]?.replace(/\s+/g, " ").trim() ?? "";
}
