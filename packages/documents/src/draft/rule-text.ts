/** Rules as text of the language, in either vocabulary. */
import type { Lang } from "@yardstick/language";
import type { Amount, Condition, Field, Figure, Limit, Quantity, Row, ScoringRule, Test } from "../rule/rule.js";
import { written } from "../words/written-name.js";
import type { Names } from "./names.js";

const WORDS = {
  zh: {
    per: "每",
    if: "若",
    each: "逐条",
    deduct: "扣",
    add: "加",
    earn: "得",
    points: " 分",
    full: "满分",
    by: "按",
    under: "少于",
    over: "超过",
    else: "其余",
    most: "最多",
    highest: "就高 每",
    unless: "除非",
    discretion: "酌情",
    proportion: "按比例",
    below: "低于",
    earns: "得",
    best: "最高",
    least: "最低",
    basis: "依据",
    times: "×",
    or: "或",
    weight: "权重",
    atLeast: "至少",
    interpolated: "插值",
  },
  en: {
    per: "per",
    if: "if",
    each: "each",
    deduct: "deduct",
    add: "add",
    earn: "earn",
    points: " points",
    full: "full",
    by: "by",
    under: "under",
    over: "over",
    else: "else",
    most: "up to",
    highest: "highest per",
    unless: "unless",
    discretion: "at discretion",
    proportion: "in proportion",
    below: "below",
    earns: "earns",
    best: "highest",
    least: "lowest",
    basis: "basis",
    times: "*",
    or: "or",
    weight: "weight",
    atLeast: "at least",
    interpolated: "interpolated",
  },
} as const;

/** Keywords and units of one vocabulary. */
export type DraftWords = (typeof WORDS)[Lang];
/** The keywords of a language. */
export const draftWords = (lang: Lang): DraftWords => WORDS[lang];

/** Writes rules of one item; fields get their names as they are met. */
export class RuleWriter {
  private readonly words: DraftWords;

  constructor(
    private readonly lang: Lang,
    private readonly names: Names,
    private readonly item: string,
  ) {
    this.words = WORDS[lang];
  }

  field(field: Field, columns: readonly Field[] = []): string {
    const own = columns.find(
      (column) => column === field || (column.name === field.name && column.type === field.type),
    );
    return written(own === undefined ? this.names.field(field, this.item) : own.name);
  }

  quantity({ value, unit }: Quantity): string {
    if (unit === "") return value;
    if (unit === "%") return `${value}%`;
    if (unit === "分" || unit === "points") return `${value}${this.words.points}`;
    return `${value} ${unit}`;
  }

  points(value: string): string {
    return this.lang === "en" && value === "1" ? "1 point" : `${value}${this.words.points}`;
  }

  limit(limit: Limit, columns: readonly Field[] = []): string {
    if ("value" in limit) return this.quantity(limit);
    const field = this.field(limit.field, columns);
    return limit.times === null ? field : `${field} * ${limit.times}%`;
  }

  condition(condition: Condition, columns: readonly Field[] = []): string {
    if (condition.kind === "any")
      return condition.of.map((each) => this.condition(each, columns)).join(` ${this.words.or} `);
    if (condition.kind === "is") return this.field(condition.field, columns);
    return `${this.field(condition.field, columns)} ${condition.sign} ${this.limit(condition.value, columns)}`;
  }

  private figure({ terms, over }: Figure, columns: readonly Field[]): string {
    const sum = terms
      .map(({ field, times, by }) => {
        const name = this.field(field, columns);
        if (by !== undefined)
          return `${name} * (${this.words.by} ${this.field(by.of)} { ${by.rows.map((row) => `${written(row.level)}: ${row.times}%`).join("; ")} })`;
        return times === null ? name : `${name} * ${times}%`;
      })
      .join(" + ");
    if (over === null) return sum;
    return `${terms.length > 1 ? `(${sum})` : sum} / ${this.field(over, columns)}`;
  }

  private test(test: Test): string {
    switch (test.kind) {
      case "level":
        return written(test.level);
      case "compare":
        return test.sign === "=" ? this.limit(test.value) : `${test.sign} ${this.limit(test.value)}`;
      case "range":
        return `${this.quantity(test.from)} .. ${this.quantity(test.to)}`;
      case "else":
        return this.words.else;
      default:
        return test satisfies never;
    }
  }

  private rows(rows: readonly Row[], columns: readonly Field[]): string {
    return rows.map(({ test, amount }) => `${this.test(test)}: ${this.amount(amount, columns)}`).join("; ");
  }

  amount(amount: Amount, columns: readonly Field[] = []): string {
    const { words } = this;
    const most = (value: string | null) => (value === null ? words.full : this.points(value));
    switch (amount.kind) {
      case "points":
        return this.points(amount.value);
      case "full":
        return words.full;
      case "by":
        return `${words.by} ${this.field(amount.of, columns)}${amount.less === undefined ? "" : ` - ${this.field(amount.less, columns)}`} { ${this.rows(amount.rows, columns)} }`;
      case "scaled":
        return `${most(amount.points)} ${words.times} ${this.field(amount.by, columns)}${amount.over === null ? "" : ` / ${this.limit(amount.over, columns)}`}`;
      case "interpolated":
        return `${words.by} ${this.field(amount.by, columns)} ${words.interpolated} { ${amount.anchors.map(({ at, value }) => `${this.quantity(at)}: ${this.points(value)}`).join("; ")} }`;
      case "linear":
        return `${this.points(amount.points)} ${words.times} (${this.field(amount.by, columns)} - ${this.quantity(amount.low)}) / (${this.quantity(amount.high)} - ${this.quantity(amount.low)})`;
      case "proportion": {
        const due =
          amount.due === null
            ? ""
            : ` / ${"value" in amount.due ? this.quantity(amount.due) : this.field(amount.due, columns)}`;
        const floor = amount.floor === null ? "" : ` ${words.below} ${this.quantity(amount.floor)} ${words.earns} 0`;
        return `${words.proportion} ${this.field(amount.done, columns)}${due === "" ? " / 100%" : due}${floor}`;
      }
      case "best": {
        const figure = this.figure(amount.of, columns);
        const whole = /[ +*/]/u.test(figure) ? `(${figure})` : figure;
        return amount.side === "highest"
          ? `${most(amount.points)} ${words.times} ${whole} / ${words.best}(${figure})`
          : `${most(amount.points)} ${words.times} ${words.least}(${figure}) / ${whole}`;
      }
      case "value":
        return amount.times === null
          ? this.field(amount.of, columns)
          : `${this.field(amount.of, columns)} * ${this.points(amount.times)}`;
      default:
        return amount satisfies never;
    }
  }

  rule(rule: ScoringRule): string {
    const { words } = this;
    const columns = rule.each?.columns ?? [];
    const pieces: string[] = [];
    if (rule.when !== null) pieces.push(`${words.if} ${this.condition(rule.when, columns)}`);
    if (rule.each !== null)
      pieces.push(`${words.each} ${written(this.names.ledger(rule.each, this.item, rule.discretion !== null))}`);
    if (rule.per !== null) {
      const { field, step, side, limit } = rule.per;
      const bound = side === null || limit === null ? "" : ` ${words[side]} ${this.quantity(limit)}`;
      pieces.push(
        `${words.per} ${step === null ? "" : `${step.unit === "%" ? this.quantity(step) : this.lang === "en" && /^[a-z]*$/u.test(step.unit) ? step.value : `${step.value} ${step.unit}`} `}${this.field(field)}${bound}`,
      );
    }
    if (rule.discretion !== null) {
      const { name, from, to } = rule.discretion;
      if (rule.each !== null)
        pieces.push(`${words.discretion} ${words[rule.effect]} ${written(name)} ${from} .. ${this.points(to)}`);
      else if (rule.effect === "earn" && name === "") pieces.push(`${words.discretion} ${words.earn}`);
      else
        pieces.push(
          `${words.discretion} ${words[rule.effect]} ${written(this.names.unique(name, this.item))} ${from} .. ${this.points(to)}`,
        );
    } else pieces.push(`${words[rule.effect]} ${this.amount(rule.amount, columns)}`);
    if (rule.highestPer !== null) pieces.push(`${words.highest} ${written(rule.highestPer.name)}`);
    if (rule.floor !== undefined) pieces.push(`${words.atLeast} ${this.points(rule.floor)}`);
    if (rule.cap !== null) pieces.push(`${words.most} ${this.points(rule.cap)}`);
    if (rule.unless !== null) pieces.push(`${words.unless} ${this.condition(rule.unless, columns)}`);
    return pieces.join(" ");
  }
}
