/**
 * Steps over side rows: a subject's value brought to its rows, and what the rows of a subject come to together.
 */
import { isExact } from "../plan/facts.js";
import type { Node } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import type { Environment } from "../plan/exact.js";
import type { Operand, Step, Window } from "./program.js";
import { baseOf } from "./program.js";
import type { OfRow, RowsOf } from "./row-kernels.js";
import * as kernels from "./row-kernels.js";

export function rowStep(node: Node, { environment }: { readonly environment: Environment }): Step {
  const { args } = node;
  const [a, b, c, e] = args;
  if (a === undefined) throw new Unsupported("rows of nothing");
  const at = (operand: Operand, w: Window, k = 1): OfRow => ({
    values: operand.values,
    base: baseOf(operand, node.over, w),
    k,
  });
  switch (node.op) {
    case "of-owner": {
      const owners = environment.owners(node.domain);
      return step(
        node,
        [a],
        ([x], d) =>
          (w) =>
            kernels.ofOwner(d, x!.values, x!.isWhole ? 0 : w.s, owners, w.first[node.domain]!, w.count[node.domain]!),
      );
    }
    case "row-any":
      return step(
        node,
        [a],
        ([x], d, rows) =>
          (w) =>
            kernels.rowAny(d as Uint8Array, at(x!, w), rows(w)),
      );
    case "row-sum":
    case "row-trimmed": {
      if (b === undefined) break;
      return step(node, [a, b], ([x, counts], d, rows) => {
        const k = factor(x!, a, node);
        const { trim } = node;
        if (trim === null) return (w) => kernels.rowSum(d, at(x!, w, k), at(counts!, w), rows(w));
        return (w) => kernels.rowTrimmed(d, at(x!, w, k), at(counts!, w), trim, rows(w));
      });
    }
    case "row-greatest": {
      if (b === undefined || c === undefined) break;
      if (!isExact(a) || !isExact(b)) throw new Unsupported("the greatest of numbers that are not exact in columns");
      return step(
        node,
        [a, b, c],
        ([x, group, counts], d, rows) =>
          (w) =>
            kernels.rowGreatest(d as Uint8Array, at(x!, w), at(group!, w), at(counts!, w), rows(w)),
      );
    }
    case "row-capped": {
      if (b === undefined || c === undefined || e === undefined) break;
      if (!isExact(b)) throw new Unsupported("groups by numbers that are not exact in columns");
      return step(node, [a, b, c, e], ([x, group, limit, counts], d, rows) => {
        const [k, l] = [factor(x!, a, node), factor(limit!, c, node)];
        return (w) =>
          kernels.rowCapped(
            d,
            at(x!, w, k),
            at(group!, w),
            { values: limit!.values, base: limit!.isWhole ? -w.s : 0, k: l },
            at(counts!, w),
            rows(w),
          );
      });
    }
    default:
      break;
  }
  throw new Unsupported(`${node.op} cannot be computed in columns`);

  function step(
    own: Node,
    reads: readonly Node[],
    make: (
      operands: readonly Operand[],
      d: Parameters<Step["make"]>[0],
      rows: (w: Window) => RowsOf,
    ) => (w: Window) => void,
  ): Step {
    const offsets = own.op === "of-owner" ? new Int32Array(0) : environment.offsets(own.over);
    const rows = ({ s, m }: Window): RowsOf => ({ offsets, s, m });
    return { node: own, reads, make: (d, operand) => make(reads.map(operand), d, rows) };
  }
}

function factor(operand: Operand, node: Node, to: Node): number {
  if (!isExact(node)) return 1;
  return isExact(to) ? Number(to.den / operand.den) : 1 / Number(operand.den);
}
