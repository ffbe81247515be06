/**
 * The surroundings of an expression inside `previous` and `running`: the published record of one subject in one earlier
 * period, with the records of the others beside it.
 */
import { isRational, rational, whole, ZERO } from "@yardstick/exact";
import { ownEntry } from "@yardstick/language/core";
import type { Cohort, Expression, Field, CoreProgram, ReferenceRead, ValueType } from "@yardstick/language/core";
import type { HistoryRow } from "../data/dataset.js";
import type { Group } from "./cohort.js";
import { answer, gather } from "./cohort.js";
import { evaluate } from "./expression.js";
import type { History } from "./history.js";
import { assertNever, at, InternalError } from "../values/internal-error.js";
import { Memo } from "../values/memo.js";
import { publishedFromText } from "../values/published-text.js";
import { resultName } from "./read.js";
import type { Owner, Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import { Trace } from "./trace.js";
import type { Value } from "../values/value.js";
import { datumText, isPending, or, Pending, withoutBounds } from "../values/value.js";

const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };

/** What is shared by all expressions that look back. */
export class Past {
  private readonly cohorts = new Map<Cohort, Memo<string, (group: string) => Group>>();
  private readonly lastPlaces = new Memo<string, ReadonlyMap<string, number>>("the last places of");
  /** What is pending names its owner. */
  private readonly lets = new WeakMap<Owner, Map<HistoryRow, Memo<number, Value>>>();

  /** `presentField` is a subject's field in the data at hand, for groups that a record does not name. */
  constructor(
    readonly program: CoreProgram,
    readonly history: History,
    readonly constant: (index: number) => Value,
    readonly presentField: (key: string, field: number) => Value | null,
  ) {}

  /** The value `operand` had in the period before. Without any earlier record there is none. */
  previous(operand: Expression, key: string, period: string | null, owner: Owner): Value {
    const before = this.history.before(key, period);
    if (before.kind === "gap") return withoutValue(owner, "history-gap");
    if (before.kind === "none") return withoutValue(owner, "no-history");
    return withoutBounds(evaluate(operand, new PastScope(this, before.record, owner)));
  }

  /**
   * Consecutive periods, ending now, in which the condition held; 0 if it does not hold now. Where a period is missing, or it
   * is not known whether the condition held in one, the number lies between those before it and what it were if the condition
   * held in all such periods.
   */
  running(condition: Expression, now: Value, key: string, period: string | null, owner: Owner): Value {
    let unsure: Pending | null = null;
    let [sure, most] = [0, 0];
    const count = (held: Value, periods: number) => {
      if (isPending(held)) unsure ??= held;
      if (unsure === null) sure += periods;
      most += periods;
    };
    let held = now;
    let current = period;
    while (held !== false) {
      count(held, 1);
      let before = this.history.before(key, current);
      while (before.kind === "gap") {
        count(withoutValue(owner, "history-gap"), before.missing);
        before = this.history.before(key, before.from);
      }
      if (before.kind === "none") break;
      held = evaluate(condition, new PastScope(this, before.record, owner));
      current = before.record.period;
    }
    const open = unsure as Pending | null;
    return open === null ? whole(sure) : new Pending(open.wants, false, { low: whole(sure), high: whole(most) });
  }

  /** An intermediate value of a record, computed once for an owner: a value may read another twice, and that one a third. */
  letOf(index: number, record: HistoryRow, owner: Owner): Value {
    const ofOwner = this.lets.get(owner) ?? new Map<HistoryRow, Memo<number, Value>>();
    this.lets.set(owner, ofOwner);
    const ofRecord = ofOwner.get(record) ?? new Memo<number, Value>("an earlier value of");
    ofOwner.set(record, ofRecord);
    return ofRecord.get(index, () => evaluate(at(this.program.lets, index).value, new PastScope(this, record, owner)));
  }

  groupsOf(node: Cohort, period: string, owner: Owner): (group: string) => Group {
    const memo = this.cohorts.get(node) ?? new Memo("a function across the records of");
    this.cohorts.set(node, memo);
    return memo.get(period, () => {
      const scopes = [...this.history.recordsOf(period).values()].map((record) => new PastScope(this, record, owner));
      return gather(
        scopes.map((scope) => {
          const meets = node.where === null ? true : evaluate(node.where, scope);
          const value = node.value === null || meets === false ? null : evaluate(node.value, scope);
          return { group: scope.groupBy(node.within), meets, value, provisional: false };
        }),
      );
    });
  }

  /** The greatest place that was given in each group of that period under a published name. */
  lastPlacesOf(period: string, name: string, within: number | null, owner: Owner): ReadonlyMap<string, number> {
    return this.lastPlaces.get(JSON.stringify([period, name, within]), () => {
      const places = new Map<string, number>();
      for (const record of this.history.recordsOf(period).values()) {
        const place = publishedPlace(this.program, record.results, name);
        const group = new PastScope(this, record, owner).groupBy(within) ?? "";
        places.set(group, Math.max(places.get(group) ?? 0, place));
      }
      return places;
    });
  }
}

class PastScope implements Scope {
  readonly points = null;
  readonly published = true;
  readonly program: CoreProgram;

  constructor(
    private readonly past: Past,
    private readonly record: HistoryRow,
    readonly owner: Owner,
    readonly trace: Trace = new Trace(null),
  ) {
    this.program = past.program;
  }

  field(index: number): Value {
    if (index === this.program.key) return this.record.key;
    if (index === this.program.period) return this.record.period;
    const field = at(this.program.fields, index);
    return this.recorded([field.name], typeOfField(field));
  }

  constant(index: number): Value {
    return this.past.constant(index);
  }

  previous(operand: Expression): Value {
    return this.past.previous(operand, this.record.key, this.record.period, this.owner);
  }

  running(condition: Expression): Value {
    return this.past.running(condition, evaluate(condition, this), this.record.key, this.record.period, this.owner);
  }

  across(node: Cohort): Value {
    const group = this.groupBy(node.within);
    if (group === null) return withoutValue(this.owner, "no-result");
    const own = node.name === "rank" && node.value !== null ? evaluate(node.value, this) : null;
    return answer(node, this.past.groupsOf(node, this.record.period, this.owner)(group), own, () =>
      withoutValue(this.owner, "no-result"),
    );
  }

  noting(trace: Trace): Scope {
    return new PastScope(this.past, this.record, this.owner, trace);
  }

  /** The group the subject was in, as its record says, else as the data at hand does; null where neither knows. */
  groupBy(within: number | null): string | null {
    if (within === null) return "";
    const then = this.field(within);
    const group = isPending(then) ? this.past.presentField(this.record.key, within) : then;
    return group === null || isPending(group) ? null : datumText(group);
  }

  result({ to: of }: ReferenceRead): Value {
    const name = resultName(this.program, of);
    switch (of.kind) {
      case "let":
        return this.past.letOf(of.index, this.record, this.owner);
      case "output":
        return this.recorded([name], at(this.program.outputs, of.index).value.type);
      case "score":
        return this.recorded(["总分", "score"], NUMBER);
      case "part-score":
        return this.recorded([name, at(this.program.parts, of.part).name], NUMBER);
      case "part-points":
        return rational(at(this.program.parts, of.part).points);
      case "place":
        return this.recorded([name], NUMBER);
      case "last":
        return this.wasLast(name, at(this.program.rankings, of.ranking).orders[0]?.within ?? null);
      case "grade":
        return this.recorded([name], { kind: "level", choice: at(this.program.grades, of.grades).choice });
      case "award":
        return this.recorded([name], NUMBER, ZERO);
      case "vetoed":
        return this.recorded([name], { kind: "flag" });
      case "used":
        return withoutValue(this.owner, "no-result", name);
      default:
        return assertNever(of);
    }
  }

  readonly cell = noRows;
  readonly rows = noRows;
  readonly atRow = noRows;
  readonly atPeriod = noRows;
  readonly period = null;

  /** The first of the names under which something was published; `blank` is what a blank under it means. */
  private recorded(
    names: readonly string[],
    type: ValueType,
    blank: Value = withoutValue(this.owner, "no-result", names[0]),
  ): Value {
    const { results } = this.record;
    const name = names.find((each) => ownEntry(results, each) !== undefined);
    if (name === undefined) return withoutValue(this.owner, "no-result", names[0]);
    return publishedFromText(this.program, type, ownEntry(results, name)) ?? blank;
  }

  /**
   * Whether it held the last place: the greatest given in its group, and not the only one. Of a ranking by each section:
   * in any of the sections that were published then. Without a place it was not last.
   */
  private wasLast(ranking: string, within: number | null): Value {
    const { results, period } = this.record;
    const names = Object.keys(results).filter((name) => name === ranking || name.startsWith(`${ranking}/`));
    if (names.length === 0) return withoutValue(this.owner, "no-result", ranking);
    return names.reduce<Value>(
      (found, name) =>
        or(found, () => {
          const place = publishedPlace(this.program, results, name);
          return (
            place > 1 &&
            place === this.past.lastPlacesOf(period, name, within, this.owner).get(this.groupBy(within) ?? "")
          );
        }),
      false,
    );
  }
}

function typeOfField(field: Field): ValueType {
  const { type } = field;
  if (type.kind === "number")
    return { kind: "number", dimension: type.unit?.dimension ?? {}, percent: type.form === "percent" };
  if (type.kind === "level") return type;
  return { kind: type.kind === "flag" ? "flag" : type.kind === "date" ? "date" : "text" };
}

function noRows(): never {
  throw new InternalError("side rows of an earlier period");
}

/** The place that a record publishes under a name; 0 where it has none. */
function publishedPlace(program: CoreProgram, results: HistoryRow["results"], name: string): number {
  const place = publishedFromText(program, NUMBER, ownEntry(results, name));
  return isRational(place) ? place.toNumber() : 0;
}
