/**
 * Strongly connected components of a graph, those that are read before those that read them (Tarjan, without recursion).
 * Indexes in, indexes out; linear in nodes and edges.
 */

/** All nodes, each after what it reads; nodes of one cycle are adjacent, in the order of their indexes. */
export function inDependencyOrder(reads: readonly (readonly number[])[]): readonly number[] {
  return components(reads).flatMap((component) => [...component].sort((a, b) => a - b));
}

export function components(reads: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order: number[] = reads.map(() => -1);
  const low: number[] = reads.map(() => -1);
  const open: boolean[] = reads.map(() => false);
  const path: number[] = [];
  const found: number[][] = [];
  let count = 0;

  const enter = (node: number): { readonly node: number; next: number } => {
    order[node] = low[node] = count++;
    path.push(node);
    open[node] = true;
    return { node, next: 0 };
  };

  for (let start = 0; start < reads.length; start += 1) {
    if (order[start] !== -1) continue;
    const work = [enter(start)];
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { node } = top;
      const to = reads[node]?.[top.next];
      top.next += 1;
      if (to === undefined) {
        work.pop();
        const above = work.at(-1);
        if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
        if (low[node] === order[node]) found.push(close(node));
      } else if (order[to] === -1) work.push(enter(to));
      else if (open[to] === true) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
    }
  }
  return found;

  function close(node: number): number[] {
    const component: number[] = [];
    for (let last = path.pop(); last !== undefined; last = path.pop()) {
      open[last] = false;
      component.push(last);
      if (last === node) break;
    }
    return component;
  }
}
