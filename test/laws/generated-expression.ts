// Expressions as text, from a list of numbers: the same numbers make the same expression, and smaller ones a simpler one, so that
// what fails shrinks. Every construct that may stand in an expression of a subject is among them, sound or not.

/** Data, history and results that the expressions read. */
export const HEAD = `data office {
  name: text key
  year: period
  sat: percent
  tat: percent 1% ..
  late: count times
  due: count people 1 ..
  came: count people
  homes: count households 1 ..
  mark: number
  most: number 1 ..
  got: number points
  wage: number yuan
  done: number 万元
  target: number 万元 1 ..
  grade: choice(poor < fair < good)
  group: text
  day: date
  united: flag
  ledger: list { matter: text, amount: count cases, growth: number 万元, marks: number points, held: percent, kind: choice(light, grave) }
}
constant factor: number = 2
constant share_of: percent = 40%
`;

export class Choices {
  private at = 0;
  readonly met = new Set<string>();

  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % limit;
  }

  pick(from: readonly string[]): string {
    return from[this.below(from.length)] ?? "";
  }

  made(makers: Readonly<Record<string, () => string>>): string {
    const name = this.pick(Object.keys(makers));
    this.met.add(name);
    return makers[name]?.() ?? "";
  }
}

const literals = [
  "1",
  "0",
  "2",
  "0.5",
  "0.6",
  "10",
  "100",
  "60%",
  "100%",
  "5‰",
  "2 points",
  "50 yuan",
  "1 万元",
  "3 times",
  "4 people",
];
const fields = [
  "sat",
  "late",
  "mark",
  "got",
  "wage",
  "done",
  "came",
  "due",
  "homes",
  "tat",
  "most",
  "target",
  "factor",
  "share_of",
];
const results = [
  "score(base)",
  "points(base)",
  "score(base) / points(base)",
  "place(overall)",
  "previous(score)",
  "running(score < 60)",
];
const columns = ["amount", "growth", "marks", "held", "0.5", "60%"];

/** A number; `depth` bounds how deep operators nest. */
export function numberText(c: Choices, depth: number): string {
  const inner = (): string => numberText(c, depth - 1);
  if (depth <= 0)
    return c.made({ literal: () => c.pick(literals), field: () => c.pick(fields), result: () => c.pick(results) });
  return c.made({
    field: () => c.pick(fields),
    literal: () => c.pick(literals),
    product: () => `(${inner()}) * ${operand(c, depth)}`,
    quotient: () => `(${inner()}) / ${operand(c, depth)}`,
    sum: () => `(${inner()}) + ${operand(c, depth)}`,
    difference: () => `${operand(c, depth)} - (${inner()})`,
    share: () =>
      `${c.pick(["sat", "tat", "came / due", "done / target", "mark / most", "got / 30 points"])} ${c.pick(["*", "+", "-", "/"])} ${operand(c, depth)}`,
    remainder: () => `1 - ${c.pick(["sat", "(sat * 0.5)", "came / due", "share_of"])}`,
    weighted: () =>
      `${c.pick(fields)} * ${c.pick(["60%", "0.6", "10%"])} + ${c.pick(fields)} * ${c.pick(["40%", "0.4", "90%"])}`,
    power: () => `(${inner()}) ^ ${c.pick(["2", "1", "0", "3"])}`,
    minus: () => `-(${inner()})`,
    greatest: () => `max(${inner()}, ${inner()})`,
    least: () => `min(0, ${inner()})`,
    size: () => `abs(${inner()})`,
    rounded: () => `round(${inner()}, ${c.pick(["1", "0", "2", "3"])})`,
    "rounded to": () => `round(${inner()}, to ${c.pick(["0.5", "5%", "1 yuan", "0.5 points", "1 万元", "10"])})`,
    "by numbers": () =>
      `by ${c.pick(["late", "came"])} { < 2: ${inner()}; 2 .. 5: ${inner()}; else: ${c.pick(literals)} }`,
    "by shares": () =>
      `by ${c.pick(["sat", "came / due"])} { >= 90%: ${inner()}; 60% .. 90%: ${c.pick(literals)}; else: 0 }`,
    "by levels": () => `by grade { good: ${inner()}; fair: ${c.pick(literals)}; poor: ${inner()} }`,
    full: () => `full * (${inner()})`,
    mixed: () => `by late { 1: ${c.pick(["100%", "sat", "50%"])}; 2: ${c.pick(["8 points", "got", "5"])}; else: 0 }`,
    "over rows": () =>
      `${c.pick(["sum", "average"])}(ledger.${c.pick(columns.slice(0, 4))}${c.pick(["", " where kind = light", " where amount > 1"])})`,
    "over rows of a table": () =>
      `${c.pick(["sum", "average"])}(by ledger.kind { light: ${c.pick(columns)}; grave: ${c.pick(columns)} })`,
    "count of rows": () =>
      c.pick(["count(ledger)", "count(ledger where amount > 1)", "share(ledger where kind = grave)"]),
    "across subjects": () =>
      `${c.pick(["highest", "lowest", "mean", "total"])}(${c.pick(fields.slice(0, 7))}${c.pick(["", " within group"])})`,
    rank: () => `rank(${c.pick(fields.slice(0, 7))})`,
    "count of subjects": () => "count(where late > 1)",
    result: () => c.pick(results),
    date: () => c.pick(["month(day)", "quarter(day)", "year(day)"]),
  });
}

function operand(c: Choices, depth: number): string {
  return c.below(3) === 0 ? `(${numberText(c, depth - 1)})` : c.pick(c.below(2) === 0 ? literals : fields);
}

/** A condition. */
export function conditionText(c: Choices, depth: number): string {
  const inner = (): string => conditionText(c, depth - 1);
  const comparison = (): string =>
    `${numberText(c, depth)} ${c.pick(["<", "<=", ">", ">=", "=", "≠"])} ${numberText(c, Math.min(depth, 1))}`;
  if (depth <= 1) return c.made({ comparison, flag: () => "united", level: () => "grade >= fair" });
  return c.made({
    comparison,
    flag: () => "united",
    not: () => `not (${inner()})`,
    both: () => `(${inner()}) and (${inner()})`,
    either: () => `(${inner()}) or (${inner()})`,
    "some row": () => "any(ledger where kind = grave)",
    "every row": () => "all(ledger.marks >= 60)",
    last: () => "last(overall)",
    level: () => c.pick(["grade >= fair", "grade = good", 'group = "east"']),
  });
}
