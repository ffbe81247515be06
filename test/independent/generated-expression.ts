/**
 * Conditions, numbers and amounts of generated rubrics.
 */
import type { GeneratedField, FieldKind } from "./generated-data.js";
import type { Draw } from "./draw.js";
import type { Word } from "./words.js";

export type AnyField = GeneratedField & { readonly levels: readonly string[] };

export interface GeneratedList {
  readonly name: string;
  readonly columns: readonly AnyField[];
}

/** What expressions may name, and how they are written. */
export class Expressions {
  /** Whether the item at hand has points of its own. */
  hasPoints = true;
  /** Constants in points. */
  readonly constants: string[] = [];

  constructor(
    readonly draw: Draw,
    readonly word: (word: Word) => string,
    readonly fields: readonly AnyField[],
    readonly lists: readonly GeneratedList[],
    /** Names of `let` by what they are. */
    readonly lets: Map<"ratio" | "condition", string[]>,
  ) {}

  of(kind: FieldKind, among: readonly AnyField[] = this.fields): AnyField | null {
    const found = among.filter((field) => field.kind === kind);
    return found.length === 0 ? null : this.draw.pick(found);
  }

  points(): string {
    const unit = this.word("points");
    if (this.constants.length > 0 && this.draw.chance(0.15)) return this.draw.pick(this.constants);
    return this.draw.chance(0.08)
      ? `${this.draw.pick(["1", "2"])} ${unit} / 3`
      : `${this.draw.pick(["0.1", "0.2", "0.5", "1", "1", "2", "3", "0", "0.333"])} ${unit}`;
  }

  /** Points, or a share of the item's points; points alone where it has none. */
  amount(): string {
    if (!this.hasPoints) return this.points();
    if (this.draw.chance(0.12)) return this.draw.pick(["10%", "50%", "100%", "5‰", "0%"]);
    if (this.draw.chance(0.05)) return this.word("full");
    return this.points();
  }

  percent(): string {
    return this.draw.pick(["60%", "80%", "90%", "100%", "0%", "85%", "33.3%"]);
  }

  /** A count to be counted in a rule. */
  count(): string {
    const field = this.of("count");
    const list = this.lists.length > 0 && this.draw.chance(0.25) ? this.draw.pick(this.lists) : null;
    const date = this.of("date");
    if (date !== null && this.draw.chance(0.06)) return `${this.word("weekday")}(${date.written})`;
    if (list !== null || field === null) return this.rowCount(list);
    if (this.draw.chance(0.1))
      return `${this.word("round")}(${field.written} / 2, ${this.draw.pick(["0", "0", `0 ${this.word("down")}`, `0 ${this.word("half even")}`])})`;
    if (this.draw.chance(0.1))
      return `${this.word(this.draw.chance(0.5) ? "max" : "min")}(${field.written}, ${this.of("count")?.written ?? "2"})`;
    return field.written;
  }

  private rowCount(list: GeneratedList | null): string {
    if (list === null) return `${this.word("round")}(${this.draw.int(0, 5)}, 0)`;
    const amounts = list.columns.filter(({ kind }) => kind === "count");
    if (amounts.length > 0 && this.draw.chance(0.5)) return this.rowFunction("sum", list, this.draw.pick(amounts));
    const answer = this.rowAnswer(list);
    if (this.draw.chance(0.2)) return `${this.word("rows")}(${answer}${this.rowWhere(list)})`;
    return `${this.word("rows")}(${list.name}${this.rowWhere(list)})`;
  }

  rowWhere(list: GeneratedList): string {
    return this.draw.chance(0.5) ? "" : ` ${this.word("where")} ${this.rowCondition(list)}`;
  }

  /** A condition on each row, as functions over rows take it. */
  rowAnswer(list: GeneratedList): string {
    const { draw } = this;
    const fit = list.columns.filter(({ kind }) => kind === "flag" || kind === "count" || kind === "points");
    const column = fit.length === 0 ? null : draw.pick(fit);
    const name = `${list.name}.${(column ?? list.columns[0])?.written ?? ""}`;
    if (column === null) return `${name} = "x"`;
    if (column.kind === "flag") return name;
    return `${name} ${draw.pick(["<", ">", ">=", "="])} ${column.kind === "count" ? "2" : `2 ${this.word("points")}`}`;
  }

  rowFunction(name: "sum" | "average" | "median", list: GeneratedList, column: AnyField): string {
    const { draw, word } = this;
    const ends = draw.pick([
      "",
      "",
      "",
      ` ${word("drop")} ${word("highest")} 1 ${word("lowest")} 1`,
      ` ${word("drop")} ${word("lowest")} ${draw.pick(["1", "20%", "50%"])}`,
      ` ${word("keep")} ${word(draw.chance(0.5) ? "highest" : "lowest")} ${draw.int(1, 3)}`,
    ]);
    return `${word(name)}(${list.name}.${column.written}${this.rowWhere(list)}${name === "median" ? "" : ends})`;
  }

  rowCondition(list: GeneratedList): string {
    return this.simpleCondition(list.columns) ?? `${list.columns[0]?.written ?? ""} = "x"`;
  }

  /** A ratio, percentage or share, as an amount of points would take it. */
  share(): string {
    const { draw, word } = this;
    const percent = this.of("percent");
    const bound = this.lets.get("ratio") ?? [];
    if (bound.length > 0 && draw.chance(0.25)) return draw.pick(bound);
    if (percent !== null && draw.chance(0.4)) return percent.written;
    if (this.lists.length > 0 && draw.chance(0.15)) {
      const list = draw.pick(this.lists);
      if (draw.chance(0.4)) return `${word("share")}(${this.rowAnswer(list)}${this.rowWhere(list)})`;
      return `${word("share")}(${list.name} ${word("where")} ${this.rowCondition(list)})`;
    }
    return this.ratio() ?? percent?.written ?? "50%";
  }

  /** A quotient of two of one kind; null where there are none. */
  ratio(): string | null {
    const { draw, word } = this;
    for (const kind of draw.shuffled(["money", "count", "own", "points"] as const)) {
      const [a, b] = [this.of(kind), this.of(kind)];
      if (a === null || b === null || a === b) continue;
      if (draw.chance(0.15)) return `${a.written} / ${word("highest")}(${a.written})`;
      if (draw.chance(0.1)) return `${word("lowest")}(${a.written}) / ${a.written}`;
      return `${a.written} / ${b.written}`;
    }
    return null;
  }

  private comparison(): string {
    return this.draw.pick(["<", "<=", ">", ">=", "=", "≠", "≤", "≥"]);
  }

  /** A condition on one field; null where none lends itself. */
  simpleCondition(among: readonly AnyField[]): string | null {
    const { draw, word } = this;
    const field = among.length === 0 ? null : draw.pick(among);
    if (field === null) return null;
    const { written, levels } = field;
    if (draw.chance(0.08)) return `${written} ${draw.pick(["=", "≠"])} ${word("none")}`;
    const op = this.comparison();
    switch (field.kind) {
      case "count":
        return `${written} ${op} ${draw.pick(["0", "1", "2", "3", `3 ${word("times")}`, "10"])}`;
      case "percent":
        return `${written} ${op} ${this.percent()}`;
      case "points":
        return `${written} ${op} ${draw.pick(["0", "2", "60"])} ${word("points")}`;
      case "money":
        return `${written} ${op} ${draw.pick(["0", "50", "100"])} 万元`;
      case "own":
        return `${written} ${op} ${draw.pick(["0", "3"])} ${field.unit}`;
      case "number":
        return `${written} ${op} ${draw.pick(["0", "3", "60"])}`;
      case "flag":
        return draw.chance(0.3) ? `${word("not")} ${written}` : written;
      case "date":
        return `${written} ${op} ${draw.pick(["2008-01-31", "2008年3月1日"])}`;
      case "choice":
        return `${written} ${field.isOrdered ? op : draw.pick(["=", "≠"])} ${draw.pick(levels)}`;
      case "text":
        return `${written} ${draw.pick(["=", "≠"])} "${draw.pick(["x", "迟报", "east", "e\u0301", "none"])}"`;
    }
  }

  condition(depth = 0): string {
    const { draw, word } = this;
    const bound = this.lets.get("condition") ?? [];
    if (depth < 2 && draw.chance(0.25)) {
      return `(${this.condition(depth + 1)} ${word(draw.chance(0.5) ? "and" : "or")} ${this.condition(depth + 1)})`;
    }
    if (bound.length > 0 && draw.chance(0.15)) return draw.pick(bound);
    if (this.lists.length > 0 && draw.chance(0.12)) {
      const list = draw.pick(this.lists);
      if (draw.chance(0.4)) return `${word("any")}(${list.name} ${word("where")} ${this.rowCondition(list)})`;
      return `${word(draw.chance(0.4) ? "any" : "all")}(${this.rowAnswer(list)}${this.rowWhere(list)})`;
    }
    return this.simpleCondition(this.fields) ?? `1 < 2`;
  }

  /** A number with an order, to rank by or to look up in a table. */
  figure(): { readonly text: string; readonly kind: FieldKind; readonly unit: string } {
    const kind = this.draw.pick(["count", "percent", "points", "number", "own"] as const);
    const field = this.of(kind);
    if (field !== null) return { text: field.written, kind, unit: field.unit };
    return { text: this.count(), kind: "count", unit: "" };
  }

  /** Bands over a figure, with `else` or with all there is. `row` writes the value of a row. */
  table(row: (isLast: boolean) => string): string {
    const { draw, word } = this;
    const rowsOf = (rows: readonly string[]) => `{ ${rows.join("; ")} }`;
    const choice = this.of("choice");
    if (choice !== null && draw.chance(0.25)) {
      const [first = "", ...others] = draw.shuffled(choice.levels);
      const rest = draw.chance(0.5)
        ? others.map((level) => `${level}: ${row(false)}`)
        : [`${word("else")}: ${row(true)}`];
      return `${word("by")} ${choice.written} ${rowsOf([`${first}: ${row(false)}`, ...rest])}`;
    }
    const { text, kind, unit: own } = this.figure();
    if (draw.chance(0.15)) {
      return `${word("by")} ${word("rank")}(${text}${draw.pick(["", "", ` ${word("ties dense")}`])}) { 1: ${row(false)}; 2 .. 3: ${row(false)}; ${word("else")}: ${row(true)} }`;
    }
    const unit = { count: "", percent: "%", points: ` ${word("points")}`, number: "", own: ` ${own}` }[kind as "count"];
    const [low, middle, high] = kind === "percent" ? ["60", "80", "90"] : ["1", "3", "5"];
    const a = `${low}${unit}`;
    const b = `${middle}${unit}`;
    const c = `${high}${unit}`;
    const shapes: readonly (readonly string[])[] = [
      [`< ${a}`, `${a} .. ${b}`, `>= ${b}`],
      [`<= ${a}`, `${a} .. ${b}`, `> ${b}`],
      [`< ${a}`, `${a} .. ${b}`, `${b} .. ${c}`, word("else")],
      [`< ${b}`, word("else")],
      [`>= ${c}`, `>= ${b}`, word("else")].slice(1),
      [`${a} .. ${b}`, word("else")],
      [`> ${c}`, `${a} .. ${b}`, `${b} .. ${c}`, `<= ${a}`],
    ];
    const shape = draw.pick(shapes);
    return `${word("by")} ${text} ${rowsOf(shape.map((key, at) => `${key}: ${row(at === shape.length - 1)}`))}`;
  }
}
