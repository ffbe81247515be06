/**
 * From wanted nodes to a list of loops: which nodes are computed at all, in what order, and which registers they share.
 */
import type { Environment } from "../plan/exact.js";
import { isExact } from "../plan/facts.js";
import type { Domain, Node } from "../plan/node.js";
import { CONSTANT, SUBJECT } from "../plan/node.js";
import type { Register } from "./kernels.js";
import { passingRegisters } from "./kernels-in-use.js";
import type { Operand, Run, Step, Window } from "./program.js";
import type { Choosing } from "./steps.js";
import { rawOf, stepOf } from "./steps.js";
import { tableColumn } from "./tables.js";

export interface Compiled {
  /** Computes the wanted nodes for one batch. */
  run(window: Window): void;
  /** Where a wanted node's values are, of the batch computed last or of all rows. */
  operand(node: Node): Operand;
}

/** How many rows each domain has, and the most that one batch of subjects brings. */
export interface Extent {
  readonly rows: number;
  readonly most: (domain: Domain) => number;
  /** Columns computed for all rows earlier; null: not yet. */
  readonly finished: (node: Node) => Operand | null;
}

/** @param isPassing whether the values of a batch are read before another program runs */
export function compile(
  wanted: readonly Node[],
  environment: Environment,
  extent: Extent,
  isPassing: boolean,
): Compiled {
  const uses = usesOf(wanted, extent);
  const choosing: Choosing = { environment, rows: extent.rows, uses: (node) => uses.get(node) ?? 0 };
  const steps: Step[] = [];
  const done = new Set<Node>();
  const visit = (node: Node): void => {
    if (done.has(node) || isLeaf(node, extent)) return;
    done.add(node);
    const step = stepOf(node, choosing);
    step.reads.forEach(visit);
    steps.push(step);
  };
  wanted.forEach(visit);
  return allocated(steps, wanted, extent, isPassing);
}

/** Read directly, from a column or as a constant. */
function isLeaf(node: Node, extent: Extent): boolean {
  return node.op === "constant" || node.op === "column" || extent.finished(node) !== null;
}

/** How often each node is read; a node that a table replaces reads nothing. */
function usesOf(wanted: readonly Node[], extent: Extent): ReadonlyMap<Node, number> {
  const uses = new Map<Node, number>();
  const visit = (node: Node): void => {
    const known = uses.get(node);
    uses.set(node, (known ?? 0) + 1);
    if (known !== undefined || isLeaf(node, extent) || tableColumn(node, extent.rows) !== null) return;
    node.args.forEach(visit);
  };
  wanted.forEach(visit);
  return uses;
}

function allocated(steps: readonly Step[], wanted: readonly Node[], extent: Extent, isPassing: boolean): Compiled {
  const lastRead = new Map<Node, number>();
  steps.forEach(({ reads }, index) => reads.forEach((node) => lastRead.set(node, index)));
  wanted.forEach((node) => lastRead.set(node, Infinity));

  const passing = isPassing ? passingRegisters() : () => null;
  const free = new Map<string, Register[]>();
  const operands = new Map<Node, Operand>();
  const constants = new Map<string, Operand>();
  const operandOf = (node: Node): Operand => {
    const known = operands.get(node) ?? leaf(node, extent, constants);
    operands.set(node, known);
    return known;
  };
  const runs: Run[] = [];
  steps.forEach(({ node, reads, make }, index) => {
    const kind = `${node.domain} ${kindOf(node)}`;
    const length = extent.most(node.domain);
    const register = free.get(kind)?.pop() ?? passing(kindOf(node), length) ?? newRegister(node, length);
    runs.push(make(register, operandOf));
    operands.set(node, { values: register, isWhole: false, domain: node.domain, den: isExact(node) ? node.den : 1n });
    for (const read of new Set(reads)) {
      const operand = operands.get(read);
      if (lastRead.get(read) !== index || operand === undefined || operand.isWhole || read.op === "constant") continue;
      const freed = `${read.domain} ${kindOf(read)}`;
      const pool = free.get(freed);
      if (pool === undefined) free.set(freed, [operand.values as Register]);
      else pool.push(operand.values as Register);
    }
  });
  return {
    run: (window) => {
      for (let index = 0; index < runs.length; index += 1) runs[index]!(window);
    },
    operand: operandOf,
  };
}

function kindOf({ rep }: Node): "flag" | "i32" | "f64" {
  return rep === "flag" || rep === "i32" ? rep : "f64";
}

function newRegister(node: Node, length: number): Register {
  const kind = kindOf(node);
  if (kind === "flag") return new Uint8Array(length);
  return kind === "i32" ? new Int32Array(length) : new Float64Array(length);
}

function leaf(node: Node, extent: Extent, constants: Map<string, Operand>): Operand {
  const finished = extent.finished(node);
  if (finished !== null) return finished;
  if (node.op === "column" && node.source !== null)
    return { values: node.source.values, isWhole: true, domain: node.domain, den: node.source.den };
  // A constant is a register that is filled once; it is long enough for every domain.
  const key = `${node.rep} ${node.value.toString()}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const register = newRegister(node, Math.max(extent.most(CONSTANT), extent.most(SUBJECT)));
  register.fill(node.rep === "flag" ? node.value.toNumber() : rawOf(node.value, node));
  const made: Operand = { values: register, isWhole: false, domain: CONSTANT, den: isExact(node) ? node.den : 1n };
  constants.set(key, made);
  return made;
}
