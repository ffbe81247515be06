/** Locates parts and rules in the tree: their parent and their index in it. */
import type { ast, Span } from "@yardstick/language";

/** A section or an item; bonuses and penalties are items. */
export type Part = ast.Section | ast.Item;

/** A part with its position in the tree. */
export interface PartPlace {
  readonly part: Part;
  /** Null: the file itself. */
  readonly into: { readonly span: Span } | null;
  /** Among all children of the parent, including declarations and data. */
  readonly index: number;
  readonly siblings: readonly { readonly kind: string; readonly span: Span }[];
  /** The ancestors, outermost first. */
  readonly above: readonly ast.Section[];
}

/** The part that starts at the start of the span; null when there is none. */
export function placeOfPart(rubric: ast.Rubric, [start]: Span): PartPlace | null {
  const search = (
    list: PartPlace["siblings"],
    into: PartPlace["into"],
    above: readonly ast.Section[],
  ): PartPlace | null => {
    for (const [index, element] of list.entries()) {
      if (element.kind !== "section" && element.kind !== "item") continue;
      const part = element as Part;
      if (part.span[0] === start) return { part, into, index, siblings: list, above };
      if (part.kind === "item") continue;
      const parents = part.variants === null ? [part] : part.variants.cases;
      for (const parent of parents) {
        const found = search(parent.parts, { span: parent.span }, [...above, part]);
        if (found !== null) return found;
      }
    }
    return null;
  };
  return search(rubric.declarations, null, []);
}

/** The innermost section or item that contains an offset, with its ancestors. */
export function partAt(rubric: ast.Rubric, offset: number): PartPlace | null {
  let best: PartPlace | null = null;
  const visit = (list: readonly { readonly kind: string; readonly span: Span }[]): void => {
    for (const element of list) {
      if (
        (element.kind !== "section" && element.kind !== "item") ||
        offset < element.span[0] ||
        offset > element.span[1]
      )
        continue;
      best = placeOfPart(rubric, element.span);
      const part = element as Part;
      if (part.kind === "section")
        (part.variants === null ? [part] : part.variants.cases).forEach((parent) => visit(parent.parts));
    }
  };
  visit(rubric.declarations);
  return best;
}

/** A rule or block with its position in the tree. */
export interface LinePlace {
  readonly line: ast.LineNode;
  readonly item: ast.Item;
  readonly into: { readonly span: Span; readonly branch?: "otherwise" };
  readonly index: number;
  readonly siblings: readonly ast.LineNode[];
}

/** The rule or block that starts at the start of the span; null when there is none. */
export function placeOfLine(rubric: ast.Rubric, [start]: Span): LinePlace | null {
  const item = partAt(rubric, start)?.part;
  if (item?.kind !== "item") return null;
  const search = (lines: readonly ast.LineNode[], into: LinePlace["into"]): LinePlace | null => {
    for (const [index, line] of lines.entries()) {
      if (line.span[0] === start) return { line, item, into, index, siblings: lines };
      if (line.kind === "line") continue;
      const found =
        search(line.lines, { span: line.span }) ?? search(line.otherwise, { span: line.span, branch: "otherwise" });
      if (found !== null) return found;
    }
    return null;
  };
  return search(item.lines, { span: item.span });
}
