/**
 * A rubric over data, kept ready for change: a slider moves a weight, points or a constant, and only what depends on it is
 * computed again. One run without changes is the same thing, used once. A result keeps its scores and places; its subjects
 * are to be looked at before the next result is asked for.
 */
import { Decimal, type RationalText } from "@yardstick/exact";
import { coreOf } from "@yardstick/language/core";
import type { Expression, Program } from "@yardstick/language/program";
import type { Cell, Dataset } from "../data/dataset.js";
import { doubtsSubject, hasErrors, listOfDoubtedRow, mayLackRows } from "../data/cell-problem.js";
import type { Cancellation } from "../data/run-options.js";
import { evaluate } from "../run/evaluate.js";
import type { Explanation } from "../data/explanation.js";
import { Graph } from "../plan/graph.js";
import { LoweringCache } from "../plan/lowering-cache.js";
import { PopulationDependencies } from "../plan/population-dependencies.js";
import type { Node } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import type { Evaluation } from "../reference/evaluation.js";
import { valueOfCell } from "../values/published-text.js";
import type { Value } from "../values/value.js";
import { scenarioConstants, withScenario } from "../run/scenario.js";
import type { BoundRubric } from "../plan/bound-rubric.js";
import { bindRubric } from "../columnar/bound-rubric.js";
import type { Finished } from "./columnar-evaluation.js";
import { ColumnarEvaluation } from "./columnar-evaluation.js";
import type { ColumnarResult, StandingColumns } from "./columnar-result.js";
import { columnarResult, described, WITHOUT_ROWS, standingColumns, standingNodes } from "./columnar-result.js";
import type { Columns } from "../columnar/columns.js";
import { columnsOf, datasetOf } from "../columnar/dataset-view.js";
import { Deadline } from "../columnar/deadline.js";
import { ExplainedEvaluation } from "./explained-evaluation.js";
import { Inputs } from "../columnar/inputs.js";
import type { Limits } from "../columnar/limits.js";
import { checkSize, DEFAULT_LIMITS } from "../columnar/limits.js";
import { onlyPeriod } from "../columnar/one-period.js";
import { ColumnInputs } from "../columnar/plan-inputs.js";
import { Run } from "../columnar/run.js";
import { prepareSimd } from "../simd/set-simd.js";

/** Options of a columnar run. */
export interface ColumnarOptions {
  /** Name of a scenario of the rubric. An unknown one is a `RangeError`. */
  readonly scenario?: string | null | undefined;
  /** Score only this period's subjects. */
  readonly period?: string | null | undefined;
  /** Looked at between batches; an aborted one throws its reason. */
  readonly signal?: Cancellation | undefined;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** A change of a weight, of points, or of a constant or its value, by index in the program. */
export type Change =
  | { readonly part: number; readonly weight: RationalText }
  | { readonly part: number; readonly points: RationalText }
  /** A cell as a dataset would hold it, or an expression of constants. */
  | { readonly constant: number; readonly value: Cell | Expression };

/** A plan that has grown by this many nodes since it was made is made again. */
const MAX_GROWTH = 50_000;
/** Number of subjects from which the loops in WebAssembly save more than it takes to start them. */
const MANY = 1000;
/** Milliseconds for which a run that yields works without a pause; well below what a user notices. */
const SLICE_MS = 12;

/** A program and its data, scored repeatedly with changes; only what depends on a change is computed again. */
export class Session {
  /** As given, all periods. */
  private readonly whole: Columns;
  private readonly columns: Columns;
  private readonly inputs: Inputs;
  private readonly constants = new Map<number, Expression>();
  private readonly cells = new Map<number, Cell>();
  private readonly parts = new Map<
    string,
    { readonly kind: "points" | "weight"; readonly part: number; readonly value: RationalText }
  >();
  private readonly base: Program;
  private readonly limits: Limits;
  /** The part that was changed last. */
  private moving: ReadonlySet<number> = new Set();
  private graph = new Graph();
  private keptLowering = new LoweringCache();
  /** Of the rubric as given: no weight, points or constant changes what depends on what. */
  private readonly leaning: PopulationDependencies;
  private run: Run;
  /** Whether others have their turn between two steps. */
  private yields = false;
  private looked: ColumnInputs | null = null;
  private kept: { readonly evaluation: ColumnarEvaluation; readonly bound: BoundRubric } | null = null;

  constructor(
    program: Program,
    private readonly data: Dataset | Columns,
    private readonly options: ColumnarOptions = {},
    /** Whether parts are kept as columns, so that a changed weight need not work them out again. */
    private readonly keepsParts = true,
  ) {
    const { scenario = null, period = null } = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    const all = "kind" in data ? data : columnsOf(data);
    this.whole = all;
    if (all.rows >= MANY) prepareSimd();
    checkSize(all, this.limits);
    this.base = scenario === null ? program : withScenario(program, scenario);
    this.leaning = new PopulationDependencies(coreOf(this.base));
    if (scenario !== null)
      for (const [index, value] of scenarioConstants(program, scenario)) this.constants.set(index, value);
    this.columns = period === null ? all : onlyPeriod(this.base, all, period);
    this.inputs = new Inputs(this.base, this.columns, (field) => {
      return field.default === null ? null : this.evaluation(this.base, this.columns).valueOfDefault(field.default);
    });
    this.run = new Run(this.inputs, this.base.lists.length, this.limits.bytes);
  }

  set(change: Change): void {
    this.kept = null;
    if ("constant" in change) {
      const { constant, value } = change;
      this.constants.delete(constant);
      this.cells.delete(constant);
      if (isExpression(value)) this.constants.set(constant, value);
      else this.cells.set(constant, value);
      // Defaults and what was looked up may have read it.
      this.looked = null;
      this.keptLowering = new LoweringCache();
      return;
    }
    const made =
      "weight" in change
        ? ({ kind: "weight", part: change.part, value: change.weight } as const)
        : ({ kind: "points", part: change.part, value: change.points } as const);
    this.parts.set(`${made.kind} ${made.part}`, made);
    this.moving = new Set([made.part]);
    if (this.looked?.hasLookedUp === true) this.looked = null;
  }

  /** Discards all computed values and keeps the plan: the next result computes everything again. */
  forget(): void {
    this.run.keep([]);
  }

  result(): ColumnarResult {
    return this.driven(this.steps());
  }

  /**
   * Scores and places alone, for a view that shows nothing else while a weight moves: grades, requirements and all else that no place
   * reads are left until a result is asked for. Null where columns cannot do the rubric.
   */
  standing(): StandingColumns | null {
    return this.driven(this.standingSteps());
  }

  /**
   * The run in which single subjects can be read in the current state, computed by the reference on request. Null where
   * columns cannot do the rubric.
   */
  singles(): Evaluation | null {
    return this.driven(this.singlesSteps());
  }

  /** The same as `result`, letting others have their turn: nothing else waits for longer than a few batches. */
  async resultAsync(): Promise<ColumnarResult> {
    this.yields = true;
    const work = this.steps();
    const deadline = this.deadline();
    let until = now() + SLICE_MS;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      this.pause(step.value, deadline);
      if (now() < until) continue;
      await yieldToEventLoop();
      until = now() + SLICE_MS;
    }
  }

  private driven<T>(work: Generator<number, T, void>): T {
    const deadline = this.deadline();
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      this.pause(step.value, deadline);
    }
  }

  private deadline(): Deadline {
    return new Deadline(this.options.signal, this.limits.milliseconds);
  }

  private pause(share: number, deadline: Deadline): void {
    deadline.throwIfAborted();
    this.options.onProgress?.(share);
  }

  private *steps(): Generator<number, ColumnarResult, void> {
    const program = this.program();
    yield 0;
    try {
      const { evaluation, bound } = yield* this.worked(program, (each) => each.wanted);
      const scenario = this.options.scenario ?? null;
      const byReference = dependsOnPopulation(bound, this.run) ? this.deferToReference(program, null) : null;
      const finished = { bound, run: this.run };
      const explain = this.explaining(program, finished);
      return columnarResult(coreOf(program), this.columns, scenario, finished, evaluation, byReference, explain);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return this.deferToReference(program, error.message)();
    }
  }

  private *standingSteps(): Generator<number, StandingColumns | null, void> {
    try {
      const { bound } = yield* this.worked(this.program(), standingNodes);
      return standingColumns({ bound, run: this.run }, this.columns.rows);
    } catch (error) {
      if (error instanceof Unsupported) return null;
      throw error;
    }
  }

  private *singlesSteps(): Generator<number, Evaluation | null, void> {
    try {
      return (yield* this.worked(this.program(), (each) => each.wanted)).evaluation;
    } catch (error) {
      if (error instanceof Unsupported) return null;
      throw error;
    }
  }

  /** The rubric bound to the columns, with the wanted results computed. Throws `Unsupported` where columns cannot do it. */
  private *worked(
    program: Program,
    wantedOf: (bound: BoundRubric) => readonly Node[],
  ): Generator<number, { readonly evaluation: ColumnarEvaluation; readonly bound: BoundRubric }, void> {
    if (this.columns.rows === 0) throw new Unsupported("no subjects");
    if (this.whole.problems.some(mayLackRows)) throw new Unsupported("side rows that may be missing");
    const lists = program.lists.map(({ name }) => name);
    if (this.whole.problems.some((problem) => listOfDoubtedRow(problem, lists) >= 0))
      throw new Unsupported("side rows in error");
    if (this.whole.problems.some((problem) => doubtsSubject(problem, program.subject)))
      throw new Unsupported("subjects whose row is in doubt");
    if (this.columns !== this.whole && hasErrors(this.columns.problems))
      throw new Unsupported("unreadable cells beside other periods");
    yield* this.readColumns();
    const found = this.bind(program);
    yield 0;
    const wanted = [...wantedOf(found.bound), ...(this.keepsParts ? keptParts(found.bound) : [])];
    yield* this.run.work(wanted);
    this.run.keep(wanted);
    return found;
  }

  /** Looks through one column at a time, so that planning afterwards takes but a moment. */
  private *readColumns(): Generator<number, void, void> {
    for (const [index, column] of this.columns.fields.entries()) {
      if (column === null || this.base.fields[index]?.type.kind === "list") continue;
      if (column.kind !== "cells") this.inputs.field(index);
      // Cells take longer to look through, and the rubric need not read them: worth it where others wait for a moment in between.
      else if (this.yields && index !== this.base.key) this.lookAhead(index);
      yield 0;
    }
  }

  private lookAhead(field: number): void {
    try {
      this.inputs.field(field);
    } catch (error) {
      // Where the rubric reads the column, planning will find out.
      if (!(error instanceof Unsupported)) throw error;
    }
  }

  /** The program with the weights and points that were set. */
  program(): Program {
    if (this.parts.size === 0) return this.base;
    const name = "session";
    const span = [0, 0] as unknown as Program["scenarios"][number]["span"];
    const changes = [...this.parts.values()].map((change) => ({ ...change, span }));
    return {
      ...withScenario({ ...this.base, scenarios: [{ name, span, changes }] }, name),
      scenarios: this.base.scenarios,
    };
  }

  /** Made again after each change; what has not changed is found in the graph. */
  private bind(program: Program): { readonly evaluation: ColumnarEvaluation; readonly bound: BoundRubric } {
    if (this.kept !== null) return this.kept;
    if (this.graph.size > MAX_GROWTH) this.restart();
    const columns = this.withConstants(this.columns);
    let finished: Finished | null = null;
    const evaluation = this.evaluation(program, columns, () => finished ?? notYet());
    this.looked ??= new ColumnInputs(this.graph, this.inputs, {
      constant: (index) => this.constant(index, evaluation),
      at: (node, row) => evaluation.lookup(node, row),
      meetings: (key, row) => evaluation.meetings(key, row),
    });
    const bound = bindRubric(coreOf(program), this.graph, this.looked, this.moving, this.keptLowering, this.leaning);
    if (this.graph.size > this.limits.nodes) throw new Unsupported("more different values than the limit allows");
    finished = { bound, run: this.run };
    this.kept = { evaluation, bound };
    return this.kept;
  }

  private restart(): void {
    this.graph = new Graph();
    this.keptLowering = new LoweringCache();
    this.looked = null;
    this.run = new Run(this.inputs, this.base.lists.length, this.limits.bytes);
  }

  private constant(index: number, evaluation: ColumnarEvaluation): Value {
    const cell = this.cells.get(index);
    const field = this.base.constants[index];
    if (cell === undefined || cell === null || field === undefined) return evaluation.constantValue(index);
    return valueOfCell(field.type.kind === "number", cell) ?? evaluation.constantValue(index);
  }

  private withConstants(columns: Columns): Columns {
    if (this.cells.size === 0) return columns;
    return { ...columns, constants: columns.constants.map((cell, index) => this.cells.get(index) ?? cell) };
  }

  private evaluation(program: Program, columns: Columns, finished: () => Finished = notYet): ColumnarEvaluation {
    return new ColumnarEvaluation(coreOf(program), columns, () => this.inputs, new Map(this.constants), finished);
  }

  private explaining(program: Program, finished: Finished): (row: number) => Explanation {
    const [columns, constants] = [this.withConstants(this.columns), new Map(this.constants)];
    let run: ExplainedEvaluation | null = null;
    return (row) => {
      run ??= new ExplainedEvaluation(
        coreOf(program),
        columns,
        () => this.inputs,
        constants,
        () => finished,
      );
      return run.explanation(row, program);
    };
  }

  /** In the current state, whatever is changed until it is asked for. */
  private deferToReference(program: Program, because: string | null): () => ColumnarResult {
    const isPlain = !("kind" in this.data) && this.cells.size === 0;
    const dataset = isPlain ? (this.data as Dataset) : datasetOf(program, this.withConstants(this.whole));
    const name = "session";
    const span = [0, 0] as unknown as Program["scenarios"][number]["span"];
    const changes = [...this.constants].map(([constant, value]) => ({
      kind: "constant" as const,
      constant,
      value,
      span,
    }));
    const changed = { ...program, scenarios: [{ name, span, changes }] };
    const scenario = changes.length > 0 ? name : null;
    const { period } = this.options;
    const named = this.options.scenario ?? null;
    return () => {
      const run = { scenario, period, signal: this.deadline() };
      const result = { ...evaluate(changed, dataset, run), scenario: named };
      return described(result, {
        engine: "reference",
        because,
        scores: null,
        places: new Map(),
        ...WITHOUT_ROWS,
      });
    };
  }
}

/** What a changed weight or coefficient leaves as it was. */
function keptParts({ program, lowering, tables }: BoundRubric): readonly Node[] {
  const parts = program.parts.flatMap((part, index) =>
    part.kind === "section" || part.parent === null ? [lowering.part(index).score] : [],
  );
  const coefficients = program.coefficients.map((_, index) => lowering.coefficient(index).value);
  const vetoes = lowering.score().vetoes.flatMap(({ yes, no }) => [yes, no]);
  const rankings = tables.flat().flatMap(({ order }) => [order.stands, order.barred, order.open, order.groupPending]);
  return [...parts, ...lowering.rests, ...coefficients, ...vetoes, lowering.score().exact.pending, ...rankings].filter(
    ({ op, rep }) => op !== "column" && op !== "constant" && rep !== "approximate",
  );
}

/** A function across subjects that reads places or other such functions, while members of those are still pending. */
function dependsOnPopulation({ open, depends }: BoundRubric, run: Run): boolean {
  const isOpen = (node: Node) =>
    node.op === "constant" ? !node.value.equals(0) : run.finished(node).values.includes(1);
  return depends && open.some(isOpen);
}

function isExpression(value: Cell | Expression): value is Expression {
  return typeof value === "object" && value !== null && !(value instanceof Decimal);
}

function now(): number {
  return Date.now();
}

function yieldToEventLoop(): Promise<void> {
  const { setTimeout } = globalThis as unknown as {
    readonly setTimeout: (work: () => void, milliseconds: number) => void;
  };
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function notYet(): never {
  throw new RangeError("a result over all subjects was read before it was computed");
}
