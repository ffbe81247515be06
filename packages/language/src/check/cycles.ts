/**
 * Cycles: a value, a part or a result that needs itself. Everything that is computed is a node, everything it reads an edge;
 * one diagnostic for each circle, at the read that closes it, with all names on the way.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression, ReferenceRead } from "../program/expression.js";
import type { Span } from "../source/span.js";
import { assertNever } from "./assert-never.js";
import type { Checker, PartDraft } from "./checker.js";
import { components } from "./dependency-order.js";
import { expressionsOfLine } from "../program/expressions-of-line.js";
import { expressionsOfRanking } from "../program/expressions-of-ranking.js";
import { visit } from "../program/expression-tree.js";

type NodeKind =
  "let" | "output" | "part" | "rounded" | "score" | "coefficient" | "veto" | "ranking" | "grades" | "award";

interface Edge {
  readonly to: string;
  /** Of the expression that reads it; null where the structure of the rubric does. */
  readonly span: Span | null;
}

interface Node {
  readonly name: string;
  readonly span: Span;
  readonly edges: Edge[];
}

export function checkCycles(checker: Checker): void {
  const graph = graphOf(checker);
  // What the structure of a rubric reads is in it already: a circle goes through an expression.
  if (![...graph.values()].some(({ edges }) => edges.some(({ span }) => span !== null))) return;
  const keys = [...graph.keys()];
  const indexes = new Map(keys.map((key, index) => [key, index]));
  const indexed = keys.map((key) => (graph.get(key)?.edges ?? []).flatMap((edge) => indexes.get(edge.to) ?? []));
  for (const component of components(indexed)) {
    const members = new Set(component.map((index) => keys[index] ?? ""));
    const [first] = members;
    const selfReading = first !== undefined && graph.get(first)?.edges.some((edge) => edge.to === first) === true;
    if (members.size > 1 || selfReading) reportCycle(checker, graph, members);
  }
}

/** Cycles of lets and outputs alone, found while their types were still being computed. */
export function checkValueCycles(checker: Checker, readsOf: readonly (readonly number[])[]): void {
  const { lets, outputs, waitingReads } = checker.draft;
  if (waitingReads.length === 0) return;
  const all = [...lets, ...outputs];
  for (const group of components(readsOf)) {
    const members = new Set(group);
    const closing = waitingReads.find((read) => members.has(read.from) && members.has(read.to));
    if (closing === undefined) continue;
    const graph = new Map<string, Node>(
      group.map((index) => {
        const node = all[index]?.node;
        const edges = (readsOf[index] ?? []).map((to) => ({ to: `${to}`, span: null }));
        return [`${index}`, { name: node?.name.text ?? "", span: node?.name.span ?? closing.span, edges }];
      }),
    );
    const way = wayBack(graph, `${closing.to}`, `${closing.from}`, new Set(graph.keys()));
    report(checker, graph, [`${closing.from}`, ...way], closing.span);
  }
}

function reportCycle(checker: Checker, graph: ReadonlyMap<string, Node>, members: ReadonlySet<string>): void {
  const closing = [...members]
    .flatMap((from) => (graph.get(from)?.edges ?? []).map((edge) => ({ from, ...edge })))
    .filter((edge) => members.has(edge.to) && edge.span !== null)
    .sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))[0];
  if (closing === undefined || closing.span === null) return;
  report(checker, graph, [closing.from, ...wayBack(graph, closing.to, closing.from, members)], closing.span);
}

/** The shortest way through the members, both ends included. */
function wayBack(
  graph: ReadonlyMap<string, Node>,
  from: string,
  to: string,
  members: ReadonlySet<string>,
): readonly string[] {
  const before = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length && !before.has(to); at += 1) {
    const key = queue[at] ?? "";
    for (const edge of graph.get(key)?.edges ?? []) {
      if (!members.has(edge.to) || before.has(edge.to)) continue;
      before.set(edge.to, key);
      queue.push(edge.to);
    }
  }
  const way: string[] = [];
  for (let at: string | null = to; at !== null; at = before.get(at) ?? null) way.push(at);
  return way.reverse();
}

function report(checker: Checker, graph: ReadonlyMap<string, Node>, way: readonly string[], span: Span): void {
  // The score before its vetoes and behind them has one name.
  const isAgain = (key: string, before: string | undefined): boolean => key === "rounded 0" && before === "score 0";
  const nodes = way.filter((key, at) => !isAgain(key, way[at - 1])).flatMap((key) => graph.get(key) ?? []);
  const others = nodes.slice(1, -1);
  checker.report(
    diagnostic(
      "circle",
      span,
      { names: nodes.map((node) => node.name) },
      {
        related: others.map((node) => ({
          span: node.span,
          note: { zh: `「${node.name}」在此`, en: `"${node.name}" is here` },
        })),
      },
    ),
  );
}

function graphOf(checker: Checker): ReadonlyMap<string, Node> {
  const { draft } = checker;
  const graph = new Map<string, Node>();
  const add = (kind: NodeKind, index: number, name: string, span: Span, edges: readonly Edge[]): void => {
    graph.set(`${kind} ${index}`, { name, span, edges: [...edges] });
  };
  draft.lets.forEach((one, i) => add("let", i, one.node.name.text, one.node.name.span, reads(one.value?.node)));
  draft.outputs.forEach((one, i) => add("output", i, one.node.name.text, one.node.name.span, reads(one.value?.node)));
  draft.parts.forEach((part, i) => add("part", i, part.name, part.node.name.span, readsOfPart(checker, part)));
  draft.coefficients.forEach((one, i) => one !== null && add("coefficient", i, one.name, one.span, reads(one.value)));
  draft.vetoes.forEach((one, i) => one !== null && add("veto", i, one.name, one.span, reads(one.condition)));
  const score = checker.vocabulary === "zh" ? "总分" : "score";
  add("rounded", 0, score, draft.totalSpan ?? [0, 0], readsOfRounded(checker));
  // A veto whose condition is pending makes the score pending, whatever its effect.
  const vetoes = draft.vetoes.flatMap((one, i) => (one === null ? [] : [edgeTo("veto", i, null)]));
  add("score", 0, score, draft.totalSpan ?? [0, 0], [edgeTo("rounded", 0, null), ...vetoes]);
  draft.rankings.forEach((one, i) => {
    if (one === null) return;
    // A pending subject is not ranked, so each ranking reads the score.
    add("ranking", i, one.name, one.span, [edgeTo("score", 0, null), ...expressionsOfRanking(one).flatMap(reads)]);
  });
  draft.grades.forEach((one, i) => {
    if (one === null) return;
    const by = one.by === null ? edgeTo("score", 0, null) : edgeTo("ranking", one.by, null);
    const rows = one.rows.flatMap((row) => [...reads(row.condition), ...reads(row.quota?.value)]);
    const adjustments = one.adjustments.flatMap(({ condition }) => reads(condition));
    add("grades", i, one.name, one.span, [by, ...rows, ...adjustments]);
  });
  draft.awards.forEach((one, i) => {
    if (one === null) return;
    const edges = [edgeTo("ranking", one.ranking, null), ...reads(one.condition), ...reads(one.pays)];
    add("award", i, one.name, one.span, edges);
  });
  return graph;
}

function edgeTo(kind: NodeKind, index: number, span: Span | null): Edge {
  return { to: `${kind} ${index}`, span };
}

function readsOfPart(checker: Checker, part: PartDraft): readonly Edge[] {
  const below = part.parts.map((index) => edgeTo("part", index, null));
  const lines: Edge[] = [];
  for (const line of part.lines) for (const expression of expressionsOfLine(line)) addReads(expression, lines);
  const coefficients = checker.draft.coefficients.flatMap((one, index) =>
    one !== null && one.appliesTo !== "total" && one.appliesTo.includes(part.index)
      ? [edgeTo("coefficient", index, null)]
      : [],
  );
  return [...below, ...reads(part.applies?.condition), ...reads(part.variants?.by), ...lines, ...coefficients];
}

/** The score before vetoes. */
function readsOfRounded(checker: Checker): readonly Edge[] {
  const { roots, coefficients } = checker.draft;
  const multiplied = coefficients.flatMap((one, index) =>
    one?.appliesTo === "total" ? [edgeTo("coefficient", index, null)] : [],
  );
  return [...roots.map((root) => edgeTo("part", root, null)), ...multiplied];
}

/** What an expression needs of this period; what it had in the period before is known already. */
function reads(root: Expression | null | undefined): readonly Edge[] {
  const edges: Edge[] = [];
  if (root !== null && root !== undefined) addReads(root, edges);
  return edges;
}

function addReads(root: Expression, edges: Edge[]): void {
  visit(root, (one) => {
    if (one.kind === "previous") return false;
    if (one.kind === "reference") {
      const to = readOf(one.to);
      if (to !== null) edges.push({ to, span: one.span });
    }
    return true;
  });
}

function readOf(to: ReferenceRead["to"]): string | null {
  switch (to.kind) {
    case "let":
    case "output":
    case "award":
      return `${to.kind} ${to.index}`;
    case "part-score":
      return `part ${to.part}`;
    case "score":
      return to.beforeVetoes === true ? "rounded 0" : "score 0";
    case "place":
    case "last":
      return `ranking ${to.ranking}`;
    case "grade":
      return `grades ${to.grades}`;
    case "vetoed":
      return `veto ${to.veto ?? 0}`;
    case "part-points":
    case "used":
      return null;
    default:
      return assertNever(to);
  }
}
