/**
 * The lossless tree flattened: every token with the place the grammar gave it, in the order of the text. Separators that the
 * lexer made of line ends are left out; the formatter writes its own.
 */
import type { Span } from "../source/span.js";
import { isNode, isToken, spanOf, token } from "../syntax/cst.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Token } from "../syntax/tokens.js";
import { limitMeasures, vocabulary, type RoleName } from "../vocabulary/vocabulary.js";
import { blockOf, type Block } from "./blocks.js";

type Node = SyntaxTree["root"];

/** A token of the syntax tree with its position in the grammar. */
export interface Leaf {
  /** Null for a keyword that only one vocabulary writes and that the text does not have. */
  readonly token: Token | null;
  readonly span: Span;
  /** The grammar rule that consumed it, the label it has there, and the rule above. */
  readonly rule: string;
  readonly label: string;
  readonly above: string;
  /** The part it plays as a keyword; null for names, literals and signs. */
  readonly role: RoleName | null;
  /** A name that is called: `sum(…)`. */
  readonly called: boolean;
  /** A name with nothing after a dot. */
  readonly bare: boolean;
  readonly place: "opens" | "closes" | "separates" | "inside";
  /** Of brackets and separators: the block they belong to. */
  readonly block: Block | null;
  startsElement: boolean;
}

/** The tokens of a syntax tree in the order of the text, including keywords that only the other vocabulary writes. */
export function leavesOf(tree: SyntaxTree): Leaf[] {
  const leaves: Leaf[] = [];
  const starts = new Set<number>();
  const visit = (node: Node, above: string): void => {
    const block = blockOf(node.name);
    for (const [label, children] of Object.entries(node.children)) {
      for (const child of children) {
        if (isNode(child)) {
          if (block?.elements.includes(child.name) === true) starts.add(spanOf(child)[0]);
          visit(child, node.name);
        } else if (isToken(child) && child.image !== "\n" && !Number.isNaN(child.startOffset))
          leaves.push(leafOf(node, label, child, above, block));
      }
    }
    const close = missingClose(node);
    if (close !== null) leaves.push(unwritten(close, node, above));
  };
  visit(tree.root, "");
  leaves.sort((a, b) => a.span[0] - b.span[0]);
  for (const leaf of leaves) leaf.startsElement = leaf.token !== null && starts.has(leaf.span[0]);
  return leaves;
}

function leafOf(node: Node, label: string, written: Token, above: string, block: Block | null): Leaf {
  return {
    token: written,
    span: spanOf(written),
    rule: node.name,
    label,
    above,
    role: roleOf(node.name, label),
    called: label === "name" && node.name === "reference" && token(node, "LParen") !== undefined,
    bare: token(node, "Dot") === undefined,
    ...placeOf(label, block),
    startsElement: false,
  };
}

function placeOf(label: string, block: Block | null): Pick<Leaf, "place" | "block"> {
  if (block !== null) {
    if (label === "LCurly" || label === "LSquare") return { place: "opens", block };
    if (label === "RCurly" || label === "RSquare") return { place: "closes", block };
    if (label === "Sep" || label === "Comma") return { place: "separates", block };
  }
  return { place: "inside", block: null };
}

const operatorRoles: Readonly<Record<string, RoleName>> = { expression: "Or", conjunction: "And", negation: "Not" };

/** A keyword is consumed under the name of its role, unless it is an operator. */
function roleOf(rule: string, label: string): RoleName | null {
  if (label === "op") return operatorRoles[rule] ?? null;
  return Object.hasOwn(vocabulary, label) ? (label as RoleName) : null;
}

/** `from L` has no `为基` after it. */
function missingClose(node: Node): RoleName | null {
  if (node.name !== "measure") return null;
  const close = limitMeasures.find(({ begin }) => token(node, begin) !== undefined)?.close ?? null;
  return close === null || token(node, close) !== undefined ? null : close;
}

function unwritten(role: RoleName, node: Node, above: string): Leaf {
  const end = spanOf(node)[1];
  return {
    token: null,
    span: [end, end],
    rule: node.name,
    label: role,
    above,
    role,
    called: false,
    bare: true,
    place: "inside",
    block: null,
    startsElement: false,
  };
}
