/**
 * What the rules of a rubric say about its data, as far as sample data needs it: the texts that rules look for, the cells that meet a veto,
 * and which inputs take points away.
 */
import type { Expression, Field, Program } from "@yardstick/language/program";

/** Cells of a subject, or of one row of a list, by field. */
type SampleCells = ReadonlyMap<Field, string | number | boolean>;

/** A value, or a bound of the values, with which no veto fires. */
type Safe =
  { readonly kind: "is"; readonly value: boolean } | { readonly kind: "below" | "above"; readonly bound: number };

/** The facts of a rubric. */
export interface SampleFacts {
  /** Texts that rules compare a field with. */
  readonly texts: ReadonlyMap<Field, readonly string[]>;
  /** Flags and numbers that vetoes read, with what keeps a subject from them; one subject only meets a veto. */
  readonly safe: ReadonlyMap<Field, Safe>;
  /** Texts that vetoes look for. */
  readonly ofVetoes: ReadonlySet<Field>;
  /** Lists of which rules need rows: average, median, extremes and shares have no value without any. */
  readonly filled: ReadonlySet<string>;
  /** Columns that name another subject, for `head to head`. */
  readonly opponents: ReadonlySet<Field>;
  /** Cells with which a subject meets a veto; null where no veto depends on its own cells alone. */
  readonly veto: SampleCells | null;
  /** Judged inputs of lines that deduct points. */
  readonly deducting: ReadonlySet<Field>;
  /** The lowest and the highest border of the bands that a number is looked up in, in its unit. */
  readonly borders: ReadonlyMap<Field, { readonly least: number; readonly most: number }>;
}

type Read = (node: unknown) => void;

/** Visits all nodes of plain JSON, so that new kinds of expressions need no change here. */
function walk(node: unknown, enter: Read): void {
  if (typeof node !== "object" || node === null) return;
  enter(node);
  for (const child of Object.values(node)) walk(child, enter);
}

/** The field that an expression reads; undefined for any other expression. */
function fieldOf(program: Program, node: Expression): Field | undefined {
  if (node.kind === "field") return program.fields[node.field];
  if (node.kind === "row-field") return program.lists[node.list]?.columns[node.column];
  return undefined;
}

const isComparison = (node: object): node is Extract<Expression, { readonly kind: "comparison" }> =>
  (node as { readonly kind?: unknown }).kind === "comparison";

const isBands = (node: object): node is Extract<Expression, { readonly kind: "bands" }> =>
  (node as { readonly kind?: unknown }).kind === "bands";

const isAggregate = (node: object): node is Extract<Expression, { readonly kind: "aggregate" }> =>
  (node as { readonly kind?: unknown }).kind === "aggregate";

const MIRRORED = { "=": "=", "≠": "≠", "<": ">", "≤": "≥", ">": "<", "≥": "≤" } as const;

/** Cells of a subject that meet a condition; null where it is not of a simple form. */
function cellsMeeting(program: Program, condition: Expression): SampleCells | null {
  switch (condition.kind) {
    case "field": {
      const field = fieldOf(program, condition);
      return field?.type.kind === "flag" ? new Map([[field, true]]) : null;
    }
    case "not": {
      // The first flag below that does not hold is enough where all of them must.
      const met = cellsMeeting(program, condition.operand);
      const [flag] = [...(met ?? [])].filter(([, value]) => value === true);
      return flag === undefined ? null : new Map([[flag[0], false]]);
    }
    case "logic": {
      const [left, right] = [cellsMeeting(program, condition.left), cellsMeeting(program, condition.right)];
      if (condition.op === "or") return left ?? right;
      return left === null || right === null ? null : new Map([...left, ...right]);
    }
    case "comparison":
      return cellsComparing(program, condition);
    case "reference": {
      const named = condition.to.kind === "let" ? program.lets[condition.to.index] : undefined;
      return named === undefined ? null : cellsMeeting(program, named.value);
    }
    default:
      return null;
  }
}

function cellsComparing(
  program: Program,
  { left, op, right }: Extract<Expression, { readonly kind: "comparison" }>,
): SampleCells | null {
  const isMirrored = left.kind !== "field";
  const [read, value] = isMirrored ? [right, left] : [left, right];
  const field = read.kind === "field" ? fieldOf(program, read) : undefined;
  if (field === undefined) return null;
  if (value.kind === "flag") return op === "=" ? new Map([[field, value.value]]) : null;
  if (value.kind === "level") return op === "=" || op === "≤" || op === "≥" ? new Map([[field, value.value]]) : null;
  if (value.kind === "text") return op === "=" ? new Map([[field, value.value]]) : null;
  const bound = boundOf(field, value);
  if (bound === null) return null;
  switch (isMirrored ? MIRRORED[op] : op) {
    case ">":
      return new Map([[field, Math.floor(bound) + 1]]);
    case "≥":
    case "=":
    case "≤":
      return new Map([[field, bound]]);
    default:
      return bound > 0 ? new Map([[field, Math.ceil(bound) - 1]]) : null;
  }
}

/** The bound of a comparison in the unit of its field; null where it has another form. */
function boundOf(field: Field, value: Expression): number | null {
  if (value.kind !== "number" || field.type.kind !== "number" || field.type.form === "percent") return null;
  const bound = Number(value.value) / Number(field.type.unit?.scale ?? "1");
  return Number.isFinite(bound) ? bound : null;
}

/** Notes what keeps the cells of a condition from holding; `isNegated`: what keeps it from failing. */
function noteSafe(program: Program, condition: Expression, isNegated: boolean, safe: Map<Field, Safe>): void {
  if (condition.kind === "logic") {
    noteSafe(program, condition.left, isNegated, safe);
    noteSafe(program, condition.right, isNegated, safe);
  } else if (condition.kind === "not") {
    noteSafe(program, condition.operand, !isNegated, safe);
  } else if (condition.kind === "reference") {
    const named = condition.to.kind === "let" ? program.lets[condition.to.index] : undefined;
    if (named !== undefined) noteSafe(program, named.value, isNegated, safe);
  } else if (condition.kind === "field") {
    const field = fieldOf(program, condition);
    if (field?.type.kind === "flag") safe.set(field, { kind: "is", value: isNegated });
  } else if (condition.kind === "comparison") {
    const isMirrored = condition.left.kind !== "field";
    const [read, value] = isMirrored ? [condition.right, condition.left] : [condition.left, condition.right];
    const field = read.kind === "field" ? fieldOf(program, read) : undefined;
    if (field === undefined) return;
    if (value.kind === "flag")
      safe.set(field, { kind: "is", value: (condition.op === "≠") !== isNegated ? value.value : !value.value });
    const bound = boundOf(field, value);
    const op = isMirrored ? MIRRORED[condition.op] : condition.op;
    if (bound === null || op === "≠") return;
    const isHigh = op === ">" || op === "≥" || op === "=";
    safe.set(field, { kind: isHigh === isNegated ? "above" : "below", bound });
  }
}

/** Names of aggregates that have no value without rows. */
const NEEDS_ROWS: ReadonlySet<string> = new Set(["average", "median", "share"]);

/** The borders of the bands of numbers that are looked up as they are. */
function bordersOf(program: Program): SampleFacts["borders"] {
  const borders = new Map<Field, { readonly least: number; readonly most: number }>();
  walk(program.parts, (node) => {
    if (typeof node !== "object" || node === null || !isBands(node)) return;
    const field = fieldOf(program, node.subject);
    if (field === undefined) return;
    const known = borders.get(field);
    const found = node.rows
      .flatMap(({ keys }) => keys)
      .flatMap((band) => (band.kind === "range" ? [band.from, band.to] : band.kind === "is" ? [band.value] : []))
      .flatMap((border) => (border === null ? [] : (boundOf(field, border) ?? [])));
    const all = [...found, ...(known === undefined ? [] : [known.least, known.most])];
    if (all.length > 0) borders.set(field, { least: Math.min(...all), most: Math.max(...all) });
  });
  return borders;
}

/** Collects the facts. */
export function sampleFacts(program: Program): SampleFacts {
  const texts = new Map<Field, string[]>();
  walk([program.parts, program.vetoes, program.coefficients, program.lets, program.consequences], (node) => {
    if (typeof node !== "object" || node === null || !isComparison(node)) return;
    for (const [read, value] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const field = value.kind === "text" ? fieldOf(program, read) : undefined;
      if (field === undefined || value.kind !== "text") continue;
      const known = texts.get(field) ?? [];
      if (!known.includes(value.value)) texts.set(field, [...known, value.value]);
    }
  });
  const ofVetoes = new Set<Field>();
  for (const { condition } of program.vetoes) {
    walk(condition, (node) => {
      const field = fieldOf(program, node as Expression);
      if (field !== undefined) ofVetoes.add(field);
    });
  }
  const vetoes = program.vetoes.flatMap(({ condition }) => cellsMeeting(program, condition) ?? []);
  const deducting = new Set<Field>();
  for (const part of program.parts) {
    for (const { effect, amount } of part.kind === "item" ? part.lines : []) {
      const field = amount.kind === "judgement" ? program.fields[amount.field] : undefined;
      if (field !== undefined && effect === "deduct") deducting.add(field);
    }
  }
  const filled = new Set<string>();
  walk([program.parts, program.lets, program.outputs, program.rankings], (node) => {
    if (typeof node !== "object" || node === null || !isAggregate(node) || node.over.kind !== "list") return;
    if (NEEDS_ROWS.has(node.name) || node.trim !== null) filled.add(program.lists[node.over.list]?.name ?? "");
  });
  const opponents = new Set(
    program.rankings.flatMap(({ thenBy }) =>
      thenBy.flatMap(({ against }) =>
        against === null ? [] : (program.lists[against.list]?.columns[against.column] ?? []),
      ),
    ),
  );
  const safe = new Map<Field, Safe>();
  for (const { condition } of program.vetoes) noteSafe(program, condition, false, safe);
  return { texts, safe, ofVetoes, filled, opponents, veto: vetoes[0] ?? null, deducting, borders: bordersOf(program) };
}
