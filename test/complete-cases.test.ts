// Each construct that real documents brought has twelve conformance cases or more. `complete-cases.json` lists the constructs by family:
// keywords by their role, functions as `name()`, and by their names here those that have no word of their own. A keyword or a function that
// is in none of the families stands under `before`, so that a new one has to be entered.

import { type ast, builtins, leavesOf, parse, vocabulary } from "@yardstick/language";
import { expect, test } from "vitest";
import families from "./complete-cases.json" with { type: "json" };
import { caseFiles } from "./conformance/case-file.js";

const CASES = 12;

type Node = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** What the text declares, for shapes that depend on it. */
interface Declared {
  readonly dates: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  readonly grades: ReadonlySet<string>;
  readonly best: ReadonlySet<string>;
}

const OVER_ROWS = new Set(["sum", "average", "median", "count", "any", "all", "share"]);
const englishNames = new Map(Object.entries(builtins).flatMap(([name, { zh }]) => [[name, name] as const, [zh, name]]));

const isCall = (node: unknown, ...names: readonly string[]): boolean =>
  isObject(node) && node["kind"] === "call" && names.includes(englishNames.get((node["name"] as ast.Name).text) ?? "");
const isBinary = (node: Node, ...ops: readonly string[]): boolean =>
  node["kind"] === "binary" && ops.includes(node["op"] as string);
const nameIn = (node: unknown, names: ReadonlySet<string>): boolean =>
  isObject(node) && node["kind"] === "reference" && names.has((node["path"] as readonly ast.Name[]).at(-1)?.text ?? "");
/** Whether some expression in the node begins with one of the names. */
function reads(node: unknown, names: ReadonlySet<string>): boolean {
  if (!isObject(node)) return false;
  if (node["kind"] === "reference") return names.has((node["path"] as readonly ast.Name[])[0]?.text ?? "");
  return Object.values(node).some((below) => reads(below, names));
}
const digitsOf = (node: unknown): number => (isObject(node) ? Number(node["digits"]) : Number.NaN);
const DURATIONS = /^(?:hours?|minutes?|seconds?|小时|分钟|秒)$/u;

const shapes: Readonly<Record<string, (node: Node, declared: Declared) => boolean>> = {
  "X / highest(X)": (node, { best }) =>
    isBinary(node, "/") && (isCall(node["right"], "highest") || nameIn(node["right"], best)),
  "lowest(X) / X": (node) => isBinary(node, "/") && isCall(node["left"], "lowest"),
  "each … at discretion": ({ each, amount }) => isObject(each) && isObject(amount) && amount["kind"] === "judged",
  "coefficient … if": ({ kind, condition }) => kind === "coefficient" && isObject(condition),
  "coefficient of parts": ({ kind, appliesTo }) => kind === "coefficient" && Array.isArray(appliesTo),
  "coefficient of the total": ({ kind, appliesTo }) => kind === "coefficient" && appliesTo === "total",
  "item within a .. b": ({ kind, within, weight }) => kind === "item" && isObject(within) && weight === null,
  "bonus up to P": ({ kind, form, upTo }) => kind === "item" && form === "bonus" && isObject(upTo),
  "penalty up to P": ({ kind, form, upTo }) => kind === "item" && form === "penalty" && isObject(upTo),
  "add in an item": ({ kind, form, lines }) =>
    kind === "item" && form === "item" && Array.isArray(lines) && lines.some((line: Node) => line["effect"] === "add"),
  "drop so many": ({ drop }) => isObject(drop) && [drop["highest"], drop["lowest"]].some((end) => unitOf(end) !== "%"),
  "drop a share": ({ drop }) => isObject(drop) && [drop["highest"], drop["lowest"]].some((end) => unitOf(end) === "%"),
  "keep highest": ({ keep }) => isObject(keep) && isObject(keep["highest"]),
  "median of rows": (node) =>
    isCall(node, "median") &&
    (node["args"] as readonly { value: Node }[]).some(
      ({ value }) => (value["path"] as unknown[] | undefined)?.length === 2,
    ),
  "median of subjects": (node) =>
    isCall(node, "median") &&
    (node["args"] as readonly { value: Node }[]).some(
      ({ value }) => (value["path"] as unknown[] | undefined)?.length !== 2,
    ),
  "ranking … ties dense": ({ kind, ties }) => kind === "ranking" && ties === "dense",
  "rank(X ties dense)": (node) => isCall(node, "rank") && (node["ties"] as Node | null)?.["kind"] === "dense",
  "rank(X ties average)": (node) => isCall(node, "rank") && (node["ties"] as Node | null)?.["kind"] === "average",
  "date - date": (node, { dates }) =>
    isBinary(node, "-") && [node["left"], node["right"]].every((one) => nameIn(one, dates)),
  "date ± days": (node, { dates }) =>
    isBinary(node, "+", "-") && nameIn(node["left"], dates) && !nameIn(node["right"], dates),
  "per date over date": ({ kind, of }, { dates }) => kind === "per" && nameIn(of, dates),
  "a number in hours, minutes or seconds": ({ kind, unit }) =>
    kind === "number-type" && isObject(unit) && DURATIONS.test(String(unit["text"])),
  "rounded to a step by a mode": (node) =>
    isCall(node, "round") && (node["args"] as readonly Node[]).some(({ to, mode }) => to === true && mode !== null),
  "bands closed above": ({ kind, rows, interpolated }) => {
    if (kind !== "by" || interpolated === true) return false;
    const ops = (rows as ast.ByTable["rows"]).flatMap(({ keys }) =>
      keys.map((key) => ("op" in key ? key.op : key.kind)),
    );
    return ops.some((op) => op === "≤" || op === ">") && !ops.some((op) => op === "≥" || op === "<");
  },
  "bands with integer gaps": ({ kind, rows, interpolated }) => {
    if (kind !== "by" || interpolated === true) return false;
    const ends = (rows as ast.ByTable["rows"]).flatMap(({ keys }) =>
      keys.flatMap((key) => (key.kind === "between" ? [[digitsOf(key.from), digitsOf(key.to)] as const] : [])),
    );
    return ends.some(([, to]) => ends.some(([from]) => from === to + 1));
  },
  "a function over periods": (node, { periods }) =>
    isCall(node, ...OVER_ROWS) && reads([node["args"], node["where"]], periods),
  "three periods or more": (node) =>
    isCall(node, "previous") &&
    (node["args"] as readonly { value: Node }[]).some(({ value }) => containsCall(value, "previous")),
  "running(…)": (node) => isCall(node, "running"),
  "a first period": (node) =>
    isBinary(node, "=", "≠") && isCall(node["left"], "previous") && (node["right"] as Node)["kind"] === "none",
  "a grade adjusted to at most": ({ change, condition }) =>
    isObject(change) && change["kind"] === "at-most" && isObject(condition),
  "a grade that another grade decides": ({ change, condition }, { grades }) =>
    isObject(change) && reads(condition, grades),
};

const unitOf = (literal: unknown): unknown => (isObject(literal) ? literal["unit"] : undefined);

function containsCall(node: unknown, name: string): boolean {
  return isObject(node) && (isCall(node, name) || Object.values(node).some((below) => containsCall(below, name)));
}

function* nodesIn(value: unknown): Generator<Node> {
  const pending = [value];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (!isObject(one)) continue;
    if (!Array.isArray(one)) yield one;
    pending.push(...Object.values(one).filter(isObject));
  }
}

function declaredIn(nodes: readonly Node[]): Declared {
  const named = (is: (node: Node) => boolean, key = "name") =>
    new Set(nodes.filter(is).map((node) => (node[key] as ast.Name).text));
  return {
    dates: named(({ kind, type }) => kind === "field-declaration" && isObject(type) && type["type"] === "date"),
    periods: named(({ kind, allPeriods }) => kind === "use" && allPeriods === true, "alias"),
    grades: named(({ kind }) => kind === "grades"),
    best: named(({ kind, value }) => kind === "let" && isCall(value, "highest")),
  };
}

/** How many cases have each construct; shapes are no longer looked for once there are enough. */
function countsByConstruct(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const wanted = Object.keys(shapes);
  for (const { cases } of caseFiles()) {
    for (const { rubric } of cases) {
      const text = rubric.join("\n");
      const { tree, rubric: parsed } = parse(text);
      const found = new Set<string>();
      for (const { role, span, called } of leavesOf(tree)) {
        const name = called ? englishNames.get(text.slice(...span)) : undefined;
        if (role !== null) found.add(role);
        else if (name !== undefined) found.add(`${name}()`);
      }
      const nodes = [...nodesIn(parsed)];
      const declared = declaredIn(nodes);
      const open = new Set(wanted.filter((name) => (counts.get(name) ?? 0) < CASES));
      for (const node of nodes) {
        for (const name of open) {
          if (shapes[name]?.(node, declared) !== true) continue;
          found.add(name);
          open.delete(name);
        }
      }
      for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

const { before, ...added } = families;
const listed = Object.values(added).flat();

test("each keyword, function and shape stands in the table once or more", () => {
  const all = [...Object.keys(vocabulary), ...Object.keys(builtins).map((name) => `${name}()`), ...Object.keys(shapes)];
  const entered = new Set([...listed, ...before]);
  expect(all.filter((name) => !entered.has(name))).toEqual([]);
  expect([...entered].filter((name) => !all.includes(name))).toEqual([]);
  expect(before.filter((name) => listed.includes(name))).toEqual([]);
});

test(`each construct of the families has ${CASES} cases`, () => {
  const counts = countsByConstruct();
  const few = Object.entries(added).flatMap(([family, constructs]) =>
    constructs
      .filter((name) => (counts.get(name) ?? 0) < CASES)
      .map((name) => `${family}: ${name} ${counts.get(name) ?? 0}`),
  );
  expect(few).toEqual([]);
});
