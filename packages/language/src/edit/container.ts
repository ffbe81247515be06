/**
 * A sequence of elements in the text: the file, or a block between braces. Says where it opens and closes and
 * where each element is, so that others can be put between them or taken out.
 */
import type { Span } from "../source/span.js";
import { blockOf } from "../format/blocks.js";
import { inOrder, spanOf, token } from "../syntax/cst.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { pathTo, sameSpan, type LosslessNode } from "./find-node.js";
import { indentAt, lineStart, isBlank } from "./text-lines.js";

export interface Container {
  readonly isFile: boolean;
  /** After the opening brace, and before the closing one. */
  readonly open: number;
  readonly close: number;
  readonly elements: readonly Span[];
  /** What parts two elements on one line. */
  readonly separator: string;
  /** Of elements that have a line of their own. */
  readonly indent: string;
  /** Everything is on one line. */
  readonly isFlat: boolean;
}

/** The file as a container of declarations. */
export function fileContainer(tree: SyntaxTree): Container {
  return containerOf(tree, tree.root);
}

/** The container whose elements this one is among; null where no element of these rules has this span. */
export function containerAround(tree: SyntaxTree, span: Span, rules: readonly string[]): Container | null {
  const path = pathTo(tree.root, span, rules);
  if (path === null) return null;
  const block = path
    .slice(0, -1)
    .filter((n) => blockOf(n.name) !== null)
    .at(-1);
  return block === undefined ? null : containerOf(tree, block);
}

/** The block of one of these rules inside the node with this span; `last` picks the later of two (`otherwise`). */
export function containerIn(
  tree: SyntaxTree,
  span: Span,
  owners: readonly string[],
  body: string,
  last = false,
): Container | null {
  const owner = pathTo(tree.root, span, owners)?.at(-1);
  const bodies = owner === undefined ? [] : inOrder(owner, [body]);
  const block = last ? bodies[1] : bodies[0];
  return block === undefined ? null : containerOf(tree, block);
}

function containerOf(tree: SyntaxTree, block: LosslessNode): Container {
  const { elements: rules = [], between = ";" } = blockOf(block.name) ?? {};
  const isFile = block.name === "rubric";
  const [opening, closing] = [token(block, "LCurly"), token(block, "RCurly")];
  const open = opening === undefined ? 0 : spanOf(opening)[1];
  const close = closing === undefined ? tree.source.length : spanOf(closing)[0];
  const elements = inOrder(block, rules).map(spanOf);
  return {
    isFile,
    open,
    close,
    elements,
    separator: `${between} `,
    indent: isFile ? "" : indentOf(tree.source, open, elements),
    isFlat: !isFile && !tree.source.slice(open, close).includes("\n"),
  };
}

function indentOf(source: string, open: number, elements: readonly Span[]): string {
  const first = elements.find(([start]) => {
    const line = lineStart(source, start);
    return line >= open && isBlank(source.slice(line, start));
  });
  return first === undefined ? `${indentAt(source, open)}  ` : indentAt(source, first[0]);
}

/** Which element of the container has this span; -1 where none has. */
export function positionIn(container: Container, span: Span): number {
  return container.elements.findIndex((element) => sameSpan(element, span));
}
