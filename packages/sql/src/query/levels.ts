/**
 * Which nodes are columns, which are written where they are read, and how many relations have to stand below each: everything that a
 * relation reads is a column of the relations before it.
 */
import { CONSTANT, type Node } from "@yardstick/engine/plan";
import { nodeKinds } from "../nodes/index.js";

/** Expressions nest so deep at most, so that no text grows beyond reason. */
const MAX_NESTING = 12;

export interface Levels {
  /** By level, operands before what reads them. Level 0 is the data. */
  readonly nodes: readonly (readonly Node[])[];
  isColumn(node: Node): boolean;
}

export function levelsOf(roots: readonly Node[]): Levels {
  const order: Node[] = [];
  const reads = new Map<Node, number>();
  const asColumn = new Set<Node>();
  const visit = (node: Node): void => {
    const known = reads.get(node);
    reads.set(node, (known ?? 0) + 1);
    if (known !== undefined) return;
    node.args.forEach(visit);
    if (!nodeKinds[node.op].readsOnce) node.args.forEach((argument) => asColumn.add(argument));
    order.push(node);
  };
  for (const root of roots) {
    visit(root);
    asColumn.add(root);
  }
  const nesting = new Map<Node, number>();
  const columns = new Set<Node>();
  const level = new Map<Node, number>();
  const nodes: Node[][] = [];
  for (const node of order) {
    const isLeaf = node.op === "column" || node.op === "constant";
    let [own, depth] = [0, 1];
    for (const argument of node.args) {
      const below = level.get(argument) ?? 0;
      if (argument.op === "constant" || argument.domain === CONSTANT) continue;
      own = Math.max(own, columns.has(argument) || argument.op === "column" ? below + 1 : below);
      if (!columns.has(argument)) depth = Math.max(depth, 1 + (nesting.get(argument) ?? 0));
    }
    const isShared = (reads.get(node) ?? 0) > 1 || asColumn.has(node);
    const isColumn =
      !isLeaf && node.domain !== CONSTANT && (isShared || !nodeKinds[node.op].isInPlace || depth > MAX_NESTING);
    if (isColumn) columns.add(node);
    nesting.set(node, isColumn || isLeaf ? 0 : depth);
    level.set(node, own);
    (nodes[own] ??= []).push(node);
  }
  return { nodes: Array.from(nodes, (each) => each ?? []), isColumn: (node) => columns.has(node) };
}
