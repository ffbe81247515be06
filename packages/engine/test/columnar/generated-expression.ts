// Expressions of checked programs, made from a tape: numbers and flags over fields, side rows, constants, earlier values and,
// where allowed, results. Numbers are small and meet often, so that ties, limits and roundings are hit.

import {
  type Aggregate,
  type Band,
  type Expression,
  findExpression,
  type ReferenceRead,
  roundingFunctions,
  type Trim,
  type ValueType,
} from "@yardstick/language/program";
import type { Tape } from "./tape.js";

export const SPAN = [0, 0] as const;
export const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };
export const PERCENT: ValueType = { kind: "number", dimension: {}, percent: true };
export const FLAG: ValueType = { kind: "flag" };
const TEXT: ValueType = { kind: "text" };
const DATE: ValueType = { kind: "date" };
export const LEVELS = 3;

/** Indexes of fields by kind; the same in every generated program. */
export const FIELDS = {
  key: 0,
  period: 1,
  group: 2,
  numbers: [3, 4, 5, 6],
  flags: [7, 8],
  level: 9,
  date: 10,
  text: 11,
  list: 12,
  judgement: 13,
} as const;
/** The rubrics that are used: of one the results of all periods, of the other those of the subject's period. */
const USES = { periods: 0, latest: 1 } as const;
/** Results that both of them publish. */
export const RESULTS = { number: "总分", flag: "达标", level: "等级" } as const;
export const SIDE = { text: 0, number: 1, date: 2, flag: 3 } as const;
export const TEXTS = ["甲", "乙", "丙"];
export const DATES = ["2008-01-31", "2008-02-29", "2008-06-30", "2008-11-01"];

export interface Place {
  /** How deep expressions may still go. */
  readonly depth: number;
  /** A side row is at hand. */
  readonly row: boolean;
  /** Points of an item may be read. */
  readonly item: boolean;
  /** Lets that may be read. */
  readonly lets: readonly number[];
  /** Results that may be read as numbers and as flags. */
  readonly numbers: readonly ReferenceRead["to"][];
  readonly flags: readonly ReferenceRead["to"][];
  /** Functions across subjects and over time may be used. */
  readonly across: boolean;
  readonly past: boolean;
  /** Results of other rubrics may be read. */
  readonly used: boolean;
}

export const of = (kind: Expression["kind"], rest: object, type: ValueType = NUMBER): Expression =>
  ({ kind, span: SPAN, type, ...rest }) as unknown as Expression;
export const numberValue = (value: string): Expression => of("number", { value });
export const reference = (to: ReferenceRead["to"], type: ValueType = NUMBER): Expression =>
  of("reference", { to }, type);

const VALUES = ["0", "1", "2", "3", "5", "1/2", "1/10", "-1", "3/4", "10", "1/3", "7/20", "-5/2", "100"];
export const literal = (tape: Tape): Expression => numberValue(tape.pick(VALUES));
const deeper = (place: Place): Place => ({ ...place, depth: place.depth - 1 });
const field = (index: number, type: ValueType = NUMBER): Expression => of("field", { field: index }, type);
const side = (column: number, type: ValueType = NUMBER): Expression => of("row-field", { list: 0, column }, type);

export function number(tape: Tape, place: Place): Expression {
  const leaves: Record<string, () => Expression> = {
    literal: () => literal(tape),
    field: () => field(tape.pick(FIELDS.numbers)),
    constant: () => of("constant", { constant: tape.below(2) }),
  };
  if (place.row) leaves["row-field"] = () => side(SIDE.number);
  if (place.item) leaves["full"] = () => of("full", {});
  if (place.lets.length > 0) leaves["let"] = () => reference({ kind: "let", index: tape.pick(place.lets) });
  if (place.numbers.length > 0) leaves["result"] = () => reference(tape.pick(place.numbers));
  if (place.depth <= 0) return tape.construct(leaves);
  const inner = deeper(place);
  const some = () => number(tape, inner);
  const makers: Record<string, () => Expression> = {
    ...leaves,
    negate: () => of("negate", { operand: some() }),
    plus: () => of("arithmetic", { op: "+", left: some(), right: some() }),
    minus: () => of("arithmetic", { op: "-", left: some(), right: some() }),
    times: () => of("arithmetic", { op: "*", left: some(), right: some() }),
    divided: () => of("arithmetic", { op: "/", left: some(), right: some() }),
    power: () => of("arithmetic", { op: "^", left: some(), right: numberValue(tape.pick(["2", "3", "0", "-1"])) }),
    bands: () => bands(tape, inner, () => some(), NUMBER),
    max: () => of("apply", { name: "max", args: [some(), some()] }),
    min: () => of("apply", { name: "min", args: [some(), some()] }),
    abs: () => of("apply", { name: "abs", args: [some()] }),
    round: () => of("apply", { name: "round", args: [some(), numberValue(tape.pick(["0", "1", "2", "-1"]))] }),
    "round-to": () =>
      of("apply", {
        name: "round-to",
        args: [some(), tape.once(4) ? some() : numberValue(tape.pick(["1/2", "1/20", "5"]))],
      }),
    "round-by-mode": () =>
      of("apply", {
        name: tape.pick(Object.values(roundingFunctions)),
        args: [some(), numberValue(tape.pick(["1", "1/2", "1/20", "5"]))],
      }),
    root: () =>
      of("apply", {
        name: "root",
        args: [some(), tape.once(2) ? some() : numberValue("1"), numberValue(tape.pick(["1", "1/10", "1/100"]))],
      }),
    days: () => of("apply", { name: "days", args: [date(tape, inner), date(tape, inner)] }),
    "one-read": () => of("apply", { name: "one-read", args: [some()] }),
    months: () => of("apply", { name: "months", args: [date(tape, inner), date(tape, inner)] }),
    month: () => of("apply", { name: tape.pick(["month", "quarter", "year", "weekday"]), args: [date(tape, inner)] }),
  };
  if (place.item) makers["share"] = () => of("share", { operand: some() });
  if (!place.row) makers["aggregate"] = () => aggregate(tape, inner, tape.pick(aggregatesThatGive("number")), NUMBER);
  if (place.across && !place.row) {
    makers["cohort"] = () => cohort(tape, inner, tape.pick(["highest", "lowest", "mean", "median", "total", "rank"]));
    makers["cohort-count"] = () =>
      of("cohort", {
        name: "count",
        value: null,
        within: tape.once(2) ? FIELDS.group : null,
        where: tape.once(2) ? flag(tape, inner) : null,
        ties: "gap",
      });
  }
  if (place.used) {
    makers["used"] = () => reference({ kind: "used", use: USES.latest, result: RESULTS.number });
    if (!place.row) makers["over-periods"] = () => overPeriods(tape, inner, tape.pick(aggregatesThatGive("number")));
  }
  if (place.past && !place.row) {
    makers["previous"] = () => {
      const before = of("previous", { operand: reference({ kind: "score" }) });
      return tape.once(3) ? of("previous", { operand: before }) : before;
    };
    makers["running"] = () => of("running", { condition: pastCondition(tape) });
  }
  return tape.construct(makers);
}

export function flag(tape: Tape, place: Place): Expression {
  const leaves: Record<string, () => Expression> = {
    "flag-field": () => field(tape.pick(FIELDS.flags), FLAG),
    "flag-literal": () => of("flag", { value: tape.once(2) }, FLAG),
  };
  if (place.row) leaves["flag-row-field"] = () => side(SIDE.flag, FLAG);
  if (place.flags.length > 0) leaves["flag-result"] = () => reference(tape.pick(place.flags), FLAG);
  if (place.depth <= 0) return tape.construct(leaves);
  const inner = deeper(place);
  const some = () => flag(tape, inner);
  const compared = (op: readonly string[], left: Expression, right: Expression) =>
    of("comparison", { op: tape.pick(op), left, right }, FLAG);
  const makers: Record<string, () => Expression> = {
    ...leaves,
    not: () => of("not", { operand: some() }, FLAG),
    and: () => of("logic", { op: "and", left: some(), right: some() }, FLAG),
    or: () => of("logic", { op: "or", left: some(), right: some() }, FLAG),
    "compare-numbers": () => compared(["<", "≤", ">", "≥", "=", "≠"], number(tape, inner), number(tape, inner)),
    "compare-levels": () =>
      compared(
        ["<", "≥", "="],
        field(FIELDS.level, { kind: "level", choice: 0 }),
        of("level", { value: tape.below(LEVELS) }, { kind: "level", choice: 0 }),
      ),
    "compare-texts": () =>
      compared(
        ["=", "≠"],
        place.row && tape.once(2) ? side(SIDE.text, TEXT) : field(FIELDS.text, TEXT),
        of("text", { value: tape.pick([...TEXTS, "丁"]) }, TEXT),
      ),
    "compare-dates": () => compared(["<", "≥", "="], date(tape, inner), of("date", { value: tape.pick(DATES) }, DATE)),
    "is-none": () =>
      of(
        "is-none",
        { operand: tape.once(2) ? field(FIELDS.text, TEXT) : field(tape.pick(FIELDS.numbers)), negated: tape.once(2) },
        FLAG,
      ),
    "flag-bands": () => bands(tape, inner, some, FLAG),
  };
  if (place.used) {
    makers["used-flag"] = () => reference({ kind: "used", use: USES.latest, result: RESULTS.flag }, FLAG);
    if (!place.row) {
      makers["flag-over-periods"] = () => overPeriods(tape, inner, tape.pick(aggregatesThatGive("flag")));
      // Decided early, or not, where some period is open.
      makers["compare-over-periods"] = () =>
        compared(["<", "≥", "="], overPeriods(tape, inner, "count"), numberValue(tape.pick(["1", "2", "3"])));
    }
  }
  if (place.past && !place.row)
    makers["first-period"] = () =>
      of(
        "is-none",
        { operand: of("previous", { operand: reference({ kind: "score" }) }), negated: tape.once(2) },
        FLAG,
      );
  if (!place.row) makers["flag-aggregate"] = () => aggregate(tape, inner, tape.pick(aggregatesThatGive("flag")), FLAG);
  return tape.construct(makers);
}

function date(tape: Tape, place: Place): Expression {
  if (place.depth > 0 && tape.once(16)) {
    tape.note("plus-days");
    const more = numberValue(tape.pick(["3", "-1", "3/2"]));
    return of("apply", { name: "plus-days", args: [date(tape, deeper(place)), more] }, DATE);
  }
  return place.row && tape.once(2) ? side(SIDE.date, DATE) : field(FIELDS.date, DATE);
}

function bands(tape: Tape, place: Place, value: () => Expression, type: ValueType): Expression {
  const byLevel = tape.once(3);
  const subject = byLevel ? field(FIELDS.level, { kind: "level", choice: 0 }) : number(tape, place);
  const key = (): Band => {
    if (byLevel)
      return {
        kind: "is",
        value: of("level", { value: tape.below(LEVELS) }, { kind: "level", choice: 0 }),
        not: tape.once(4),
      };
    const [from, to] = [tape.once(3) ? null : literal(tape), tape.once(3) ? null : literal(tape)];
    return {
      kind: "range",
      from: from === null && to === null ? literal(tape) : from,
      fromOpen: tape.once(2),
      to,
      toOpen: tape.once(2),
    };
  };
  const rows = tape.list(1, 3, () => ({ span: SPAN, keys: tape.list(1, 2, key), value: value() }));
  return of("bands", { subject, rows, otherwise: tape.once(3) ? null : value() }, type);
}

/** What each function over rows gives, and what it is computed of. */
const AGGREGATES: Readonly<
  Record<
    Aggregate["name"],
    { readonly gives: "number" | "flag"; readonly of: "number" | "flag" | "flag-or-none"; readonly trims: boolean }
  >
> = {
  sum: { gives: "number", of: "number", trims: true },
  average: { gives: "number", of: "number", trims: true },
  median: { gives: "number", of: "number", trims: false },
  count: { gives: "number", of: "flag-or-none", trims: false },
  share: { gives: "number", of: "flag-or-none", trims: false },
  any: { gives: "flag", of: "flag-or-none", trims: false },
  all: { gives: "flag", of: "flag", trims: false },
};
const aggregatesThatGive = (kind: "number" | "flag") =>
  (Object.keys(AGGREGATES) as Aggregate["name"][]).filter((name) => AGGREGATES[name].gives === kind);

function aggregate(tape: Tape, place: Place, name: Aggregate["name"], type: ValueType): Expression {
  const row = { ...place, row: true };
  const { of: operand, trims } = AGGREGATES[name];
  const value = operand === "number" ? number(tape, row) : operand === "flag" || tape.once(2) ? flag(tape, row) : null;
  const trim = trims && tape.once(3) ? trimmed(tape) : null;
  if (trim !== null) tape.note(trim.kind);
  return of(
    "aggregate",
    { name, over: { kind: "list", list: 0 }, value, where: tape.once(2) ? flag(tape, row) : null, trim },
    type,
  );
}

/** Over the periods of a used rubric, each period with its results at hand. */
function overPeriods(tape: Tape, place: Place, name: Aggregate["name"]): Expression {
  const { gives, of: operand, trims } = AGGREGATES[name];
  const isNumber = operand === "number" || (name === "count" && tape.once(3));
  const isBare = operand === "flag-or-none" && !isNumber && tape.once(2);
  const value = isBare ? null : isNumber ? ofPeriod(tape, place) : flagOfPeriod(tape, place);
  const where = isBare || tape.once(3) ? flagOfPeriod(tape, place) : null;
  const trim = trims && tape.once(3) ? trimmed(tape) : null;
  const read = [value, where].flatMap((root) => (root === null ? [] : (findExpression(root, isOfPeriod) ?? [])))[0];
  const series = { ...read, type: { kind: "series", of: read?.type } } as Expression;
  const over = { kind: "series", series };
  return of("aggregate", { name, over, value, where, trim }, gives === "flag" ? FLAG : NUMBER);
}

const isOfPeriod = (node: Expression): boolean =>
  node.kind === "reference" && node.to.kind === "used" && node.to.use === USES.periods;

const resultOfPeriod = (result: string, type: ValueType = NUMBER): Expression =>
  reference({ kind: "used", use: USES.periods, result }, type);

function ofPeriod(tape: Tape, place: Place): Expression {
  const result = resultOfPeriod(RESULTS.number);
  if (!tape.once(3)) return result;
  const other = number(tape, { ...place, depth: 0, item: false, numbers: [] });
  return of("arithmetic", { op: tape.pick(["+", "*"]), left: result, right: other });
}

function flagOfPeriod(tape: Tape, place: Place): Expression {
  const compared = (left: Expression, right: Expression) =>
    of("comparison", { op: tape.pick(["≥", "<", "="]), left, right }, FLAG);
  const level: ValueType = { kind: "level", choice: 0 };
  const leaves = [
    () => compared(ofPeriod(tape, place), number(tape, { ...place, depth: 0, item: false, numbers: [] })),
    () => resultOfPeriod(RESULTS.flag, FLAG),
    () => compared(resultOfPeriod(RESULTS.level, level), of("level", { value: tape.below(LEVELS) }, level)),
    () => of("is-none", { operand: resultOfPeriod(RESULTS.number), negated: tape.once(2) }, FLAG),
  ];
  const leaf = () => tape.pick(leaves)();
  if (!tape.once(3)) return leaf();
  const op = tape.pick(["and", "or"]);
  return of("logic", { op, left: leaf(), right: of("not", { operand: leaf() }, FLAG) }, FLAG);
}

function trimmed(tape: Tape): Trim {
  switch (tape.pick(["drop", "drop-share", "keep"] as const)) {
    case "drop":
      return { kind: "drop", highest: tape.below(2), lowest: 1 };
    case "drop-share":
      return { kind: "drop-share", highest: tape.pick(["0", "1/5"]), lowest: tape.pick(["0", "1/4", "1/2"]) };
    case "keep":
      return { kind: "keep", side: tape.pick(["highest", "lowest"] as const), rows: 1 + tape.below(3) };
  }
}

function cohort(tape: Tape, place: Place, name: string): Expression {
  const inner = { ...place, across: false, past: false };
  const bare = number(tape, inner);
  const value = tape.once(3) ? bare : of("apply", { name: "round", args: [bare, numberValue("2")] });
  const ties = name === "rank" ? tape.pick(["gap", "dense", "average"] as const) : "gap";
  return of("cohort", {
    name,
    value,
    within: tape.once(2) ? FIELDS.group : null,
    where: tape.once(2) ? flag(tape, inner) : null,
    ties,
  });
}

/** Of what a history holds: the score, the place in the first ranking. */
/** Two periods back, inside what looks back itself. */
function rising(): Expression {
  const before = of("previous", { operand: reference({ kind: "score" }) });
  return of("comparison", { op: ">", left: reference({ kind: "score" }), right: before }, FLAG);
}

export function pastCondition(tape: Tape): Expression {
  if (tape.once(2)) return reference({ kind: "last", ranking: 0 }, FLAG);
  if (tape.once(3)) return rising();
  return of(
    "comparison",
    { op: tape.pick(["<", "≥"]), left: reference({ kind: "score" }), right: numberValue(tape.pick(["3", "5", "8"])) },
    FLAG,
  );
}
