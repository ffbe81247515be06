/**
 * What the steps of a line make of its effects, on one subject. Effects are signed. Each kind of step has one entry in a table
 * here; `line.ts` knows none of them.
 */
import { clamp, larger, rational, type Rational, smaller, ZERO } from "@yardstick/exact";
import type { Expression, HoldGroups, Restrictions, RowSteps, RuleStep, SumSteps } from "@yardstick/language/core";
import { evaluate, number } from "./expression.js";
import type { Scope } from "./scope.js";
import type { StepOutcome } from "./step.js";
import { type ReadOf, Trace } from "./trace.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending, known } from "../values/value.js";

/** One count of a line: of a side row, or of the line as a whole (`row` null). */
export interface Effect {
  readonly row: number | null;
  readonly scope: Scope;
  readonly effect: Rational;
}

/** What one step of a rule did to the subject that is being explained. */
export interface RuleStepOutcome extends StepOutcome {
  readonly step: RuleStep;
  /** Whether it is a waiver that left nothing. */
  readonly isWaived: boolean;
}

type Amount<T> = T | Pending;

/** The effect of a line behind all its steps. `outcomes` takes what each step did, for a subject that is being explained. */
export function restricted(
  steps: Restrictions,
  effects: Amount<readonly Effect[]>,
  scope: Scope,
  outcomes: RuleStepOutcome[] | null,
): Amount<Rational> {
  const add = (turn: Turn, before: Amount<Rational>, after: Amount<Rational>): void => {
    outcomes?.push(turn.outcome(before, after));
  };
  let rows = effects;
  for (const step of steps.rows) {
    const turn = new Turn(step, outcomes === null ? null : scope.trace.reader);
    const before = rows;
    rows = then(before, (all) => onRows(step.op, step, all, turn));
    if (outcomes !== null) add(turn, then(before, sumOf), then(rows, sumOf));
  }
  let sum = then(rows, sumOf);
  if (steps.groups !== null) {
    const turn = new Turn(steps.groups, outcomes === null ? null : scope.trace.reader);
    const before = sum;
    sum = heldByGroup(steps.groups, rows, scope, turn);
    add(turn, before, sum);
  }
  for (const step of steps.sum) {
    const turn = new Turn(step, outcomes === null ? null : scope.trace.reader);
    const before = sum;
    sum = onSum(step.op, step, before, scope, turn);
    add(turn, before, sum);
  }
  // What a condition read belongs to its step where it acted, else to the line.
  for (const { acted, trace } of outcomes ?? []) {
    if (acted) scope.trace.provisional ||= trace.provisional;
    else scope.trace.take(trace);
  }
  return awaitedBy([sum]) ?? sum;
}

export function sumOf(effects: readonly Effect[]): Rational {
  return effects.reduce((sum, { effect }) => sum.add(effect), ZERO);
}

/** One step on its way: what it found that only explanations show. */
class Turn {
  private readonly trace: Trace | null;
  private limit: Amount<Rational> | null = null;
  private holds = false;

  constructor(
    private readonly step: RuleStep,
    reader: ReadOf | null,
  ) {
    this.trace = reader === null ? null : new Trace(reader);
  }

  /** Always read, also where the effect that it limits is pending. */
  limitOf(expression: Expression, scope: Scope): Amount<Rational> {
    this.limit = number(expression, scope);
    return this.limit;
  }

  condition(expression: Expression, scope: Scope): Value {
    return evaluate(expression, this.trace === null ? scope : scope.noting(this.trace));
  }

  /** Notes that the condition holds, for a step that acts also on what is pending. */
  holding(): void {
    this.holds = true;
  }

  outcome(before: Amount<Rational>, after: Amount<Rational>): RuleStepOutcome {
    const { step, limit, holds } = this;
    const isKnown = !isPending(before) && !isPending(after);
    // A scale is shown where it made a difference, any other step where it could be applied.
    const acted = isKnown && (step.op !== "scale" || !before.equals(after));
    const isWaiver = step.op === "scale" && step.factor === "0";
    return {
      step,
      before,
      after,
      limit: limit === null ? null : known(limit),
      acted: acted || holds,
      isWaived: isWaiver && (acted || holds) && !isPending(after) && after.equals(0),
      trace: this.trace ?? new Trace(null),
    };
  }
}

const rowSteps: {
  readonly [Op in keyof RowSteps]: (
    step: RowSteps[Op],
    rows: readonly Effect[],
    turn: Turn,
  ) => Amount<readonly Effect[]>;
} = {
  scale: ({ when, factor }, rows, turn) => {
    const answers = rows.map(({ scope }) => turn.condition(when, scope));
    const pending = awaitedBy(answers);
    if (pending !== null) return pending;
    if (factor === "0") return rows.filter((_, index) => answers[index] === false);
    const by = rational(factor);
    return rows.map((each, index) => (answers[index] === false ? each : { ...each, effect: each.effect.mul(by) }));
  },
  greatest: ({ by }, rows) =>
    then(grouped(rows, by), (groups) =>
      groups.flatMap((group) => group.slice(1).reduce<readonly Effect[]>(greater, group.slice(0, 1))),
    ),
};

const sumSteps: {
  readonly [Op in keyof SumSteps]: (
    step: SumSteps[Op],
    sum: Amount<Rational>,
    scope: Scope,
    turn: Turn,
  ) => Amount<Rational>;
} = {
  hold: ({ side, limit }, sum, scope, turn) => {
    const bound = turn.limitOf(limit, scope);
    return then(sum, (value) => then(bound, (size) => holds[side](value, size)));
  },
  scale: ({ when, factor }, sum, scope, turn) => {
    if (!isPending(sum) && sum.equals(0)) return sum;
    const answer = turn.condition(when, scope);
    if (answer !== true) return awaitedBy([sum, answer]) ?? sum;
    turn.holding();
    return factor === "0" ? ZERO : then(sum, (value) => value.mul(rational(factor)));
  },
};

function onRows<Op extends keyof RowSteps>(
  op: Op,
  step: RowSteps[Op],
  rows: readonly Effect[],
  turn: Turn,
): Amount<readonly Effect[]> {
  return rowSteps[op](step, rows, turn);
}

function onSum<Op extends keyof SumSteps>(
  op: Op,
  step: SumSteps[Op],
  sum: Amount<Rational>,
  scope: Scope,
  turn: Turn,
): Amount<Rational> {
  return sumSteps[op](step, sum, scope, turn);
}

/** A value of either sign whose size is limited; 0 stays 0. */
const holds = {
  most: (value: Rational, limit: Rational): Rational => clamp(value, limit.neg(), limit),
  least: (value: Rational, limit: Rational): Rational => {
    if (value.equals(0)) return value;
    return value.compare(0) > 0 ? larger(value, limit) : smaller(value, limit.neg());
  },
} as const;

function heldByGroup(
  { limit, by }: HoldGroups,
  rows: Amount<readonly Effect[]>,
  scope: Scope,
  turn: Turn,
): Amount<Rational> {
  const most = turn.limitOf(limit, scope);
  return then(rows, (all) => {
    const groups = grouped(all, by);
    // What is missing of the limit and of the groups is listed together.
    if (isPending(groups)) return awaitedBy([most, groups]) ?? groups;
    return then(most, (size) => groups.reduce((sum, group) => sum.add(holds.most(sumOf(group), size)), ZERO));
  });
}

/** Effects by the value of `by` in their rows. */
function grouped(effects: readonly Effect[], by: Expression): Amount<readonly (readonly Effect[])[]> {
  const keys = effects.map((each) => ({ each, group: evaluate(by, each.scope) }));
  // Every row whose group is not known is listed, in whatever order they stand.
  const pending = awaitedBy(keys.map(({ group }) => group));
  if (pending !== null) return pending;
  const groups = new Map<string, Effect[]>();
  for (const { each, group } of keys) {
    if (isPending(group)) continue;
    const members = groups.get(datumText(group));
    if (members === undefined) groups.set(datumText(group), [each]);
    else members.push(each);
  }
  return [...groups.values()];
}

function greater(kept: readonly Effect[], each: Effect): readonly Effect[] {
  return kept.every(({ effect }) => each.effect.abs().compare(effect.abs()) > 0) ? [each] : kept;
}

function then<T, U>(value: Amount<T>, work: (known: T) => Amount<U>): Amount<U> {
  return isPending(value) ? value : work(value);
}
