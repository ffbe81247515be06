/**
 * Rules of generated items: every count, amount and suffix.
 */
import type { Expressions, GeneratedList } from "./generated-expression.js";

/** Columns that rules of a list ask for, to be added to its file. */
export interface Asked {
  /** Judgements by the name of their column; `list` null: of the subject. */
  readonly judgements: {
    readonly column: string;
    readonly list: string | null;
    readonly low: number;
    readonly high: number;
  }[];
}

/** Writes the rules of items. */
export class Rules {
  private judged = 0;

  constructor(
    private readonly by: Expressions,
    private readonly asked: Asked,
  ) {}

  private suffixes(list: GeneratedList | null): string {
    const { draw, word } = this.by;
    const condition = () => (list !== null && draw.chance(0.5) ? this.by.rowCondition(list) : this.by.condition());
    const group = () => this.group(list);
    const parts: string[] = [];
    if (draw.chance(0.12)) parts.push(`${word("double if")} ${condition()}`);
    if (draw.chance(0.1)) parts.push(`${word("halve if")} ${condition()}`);
    if (list !== null && draw.chance(0.2)) parts.push(`${word("highest per")} ${group()}`);
    const cap = draw.pick(["0", "0.5", "1", "2", "5"]);
    const floors = ["0", "0.3", "0.5", "1", "2", "3"].filter((floor) => Number(floor) <= Number(cap));
    const isCapped = draw.chance(0.3);
    if (draw.chance(0.12))
      parts.push(`${word("at least")} ${draw.pick(isCapped ? floors : ["0.3", "1", "3"])} ${word("points")}`);
    if (isCapped) {
      const per = list !== null && draw.chance(0.4) ? ` ${word("per")} ${group()}` : "";
      const [constant] = this.by.constants;
      const limit = constant !== undefined && draw.chance(0.3) ? constant : `${cap} ${word("points")}`;
      parts.push(`${word("up to")} ${limit}${per}`);
    }
    if (draw.chance(0.15)) parts.push(`${word("unless")} ${condition()}`);
    return draw
      .shuffled(parts)
      .map((part) => ` ${part}`)
      .join("");
  }

  private group(list: GeneratedList | null): string {
    const { draw, word } = this.by;
    const columns = (list?.columns ?? []).filter(
      ({ kind }) => kind === "text" || kind === "date" || kind === "choice" || kind === "flag",
    );
    const column = columns.length === 0 ? null : draw.pick(columns);
    if (column === null) return word("yes");
    return column.kind === "date"
      ? `${word(draw.pick(["month", "quarter", "year"] as const))}(${column.written})`
      : column.written;
  }

  /** A rule that takes away or adds. `verb` is fixed in bonuses and penalties. */
  adjusting(verb: "deduct" | "add" | null = null): string {
    const { by } = this;
    const { draw, word } = by;
    const does = word(verb ?? (draw.chance(0.8) ? "deduct" : "add"));
    const shape = draw.int(0, 11);
    const lead = draw.chance(0.15) ? `${word("if")} ${by.condition()} ` : "";
    switch (shape) {
      case 0:
      case 1:
        return `${lead}${word("per")} ${by.count()} ${does} ${by.amount()}${this.suffixes(null)}`;
      case 2:
        return `${lead}${word("per")} ${draw.pick(["2", "3"])} ${word("times")} ${by.count()} ${draw.pick(["", `${word("over")} ${draw.pick(["1", "6"])} `])}${does} ${by.amount()}${this.suffixes(null)}`;
      case 3: {
        const measure = draw.pick([
          `${word("under")} 4`,
          `${word("over")} 2`,
          `${word("between")} 1 .. 3`,
          `${word("over")} 0`,
        ]);
        return `${lead}${word("per")} ${by.count()} ${measure} ${does} ${by.amount()}${this.suffixes(null)}`;
      }
      case 4: {
        const measure = draw.pick([`${word("over")} 80%`, `${word("under")} 90%`, `${word("between")} 80% .. 90%`]);
        return `${lead}${word("per")} ${draw.pick(["1%", "3%", "0.5%"])} ${by.share()} ${measure} ${does} ${by.points()}${this.suffixes(null)}`;
      }
      case 5:
        return `${lead}${word("per")} 1% ${by.share()} ${this.fromLimit("90%")} ${word("add or deduct")} ${by.points()}${this.suffixes(null)}`;
      case 6:
        return `${word("if")} ${by.condition()} ${does} ${by.amount()}${this.suffixes(null)}`;
      case 7:
      case 8:
        return by.lists.length > 0
          ? `${lead}${this.eachRow(does)}`
          : `${word("if")} ${by.condition()} ${does} ${by.amount()}`;
      case 9:
        return `${lead}${does} ${by.table(() => by.amount())}${this.suffixes(null)}`;
      case 10:
        return this.dated(does) ?? this.judgement(does, null);
      default:
        return draw.chance(0.5)
          ? `${lead}${this.judgement(does, null)}`
          : `${word("if")} ${by.condition()} { ${does} ${by.amount()}; ${word("per")} ${by.count()} ${does} ${by.points()} }${draw.pick(["", ` ${word("otherwise")} { ${does} ${by.points()} }`])}`;
    }
  }

  private fromLimit(limit: string): string {
    const { word } = this.by;
    return word("add").startsWith("a") ? `from ${limit}` : `以 ${limit} 为基`;
  }

  private eachRow(does: string): string {
    const { draw, word } = this.by;
    const list = draw.pick(this.by.lists);
    const where = draw.chance(0.5) ? ` ${word("where")} ${this.by.rowCondition(list)}` : "";
    const head = `${word("each")} ${list.name}${where}`;
    if (draw.chance(0.12)) return `${head} ${this.judgement(does, list)}`;
    const counts = list.columns.filter(({ kind }) => kind === "count");
    const times = counts.length > 0 && draw.chance(0.4) ? ` * ${draw.pick(counts).written}` : "";
    const amount =
      counts.length > 0 && draw.chance(0.15)
        ? `${word("by")} ${draw.pick(counts).written} { 1: ${this.by.points()}; ${word("else")}: ${this.by.points()} }`
        : `${this.by.points()}${times}`;
    return `${head} ${does} ${amount}${this.suffixes(list)}`;
  }

  private judgement(does: string, list: GeneratedList | null): string {
    const { draw, word } = this.by;
    this.judged += 1;
    const column = `judged${this.judged}`;
    const low = draw.pick([0, 0, 1]);
    const high = draw.pick([1, 2, 5]);
    this.asked.judgements.push({ column, list: list?.name ?? null, low, high });
    return `${word("at discretion")} ${does} ${column} ${low} .. ${high} ${word("points")}${list === null ? "" : this.suffixes(list)}`;
  }

  private dated(does: string): string | null {
    const { draw, word } = this.by;
    const dates = this.by.fields.filter(({ kind }) => kind === "date");
    const [a, b] = draw.shuffled(dates);
    if (a === undefined) return null;
    if (b === undefined || draw.chance(0.6)) {
      const [from, to] = draw.shuffled([
        a.written,
        b?.written ?? draw.pick(["2008-01-31", "2008-02-29", "2007-12-30"]),
      ]);
      const listed = draw.pick([
        "",
        "",
        ", 2008-02-06, 2008-02-07, 2008-02-02",
        ", 2007-12-31, 2008-01-01, 2009-01-01",
      ]);
      const passed = draw.chance(0.5)
        ? `${word("workdays")}(${from}, ${to}${listed})`
        : `${word("months")}(${from}, ${to})`;
      return `${word("per")} ${passed} ${word(draw.chance(0.6) ? "over" : "under")} ${draw.pick(["0", "1", "5"])} ${does} ${this.by.points()}${this.suffixes(null)}`;
    }
    return `${word("per")} ${a.written} ${word(draw.chance(0.6) ? "over" : "under")} ${b.written} ${does} ${this.by.points()}${this.suffixes(null)}`;
  }

  /** A rule that earns. */
  earning(item: string): string {
    const { by } = this;
    const { draw, word } = by;
    const earn = word("earn");
    switch (draw.int(0, 8)) {
      case 0:
      case 1: {
        const ratio = by.ratio();
        if (ratio === null) return `${earn} ${by.share()}`;
        const floor = draw.chance(0.4)
          ? ` ${word("below")} ${by.percent()} ${earn} ${draw.pick(["0", "10%", by.points()])}`
          : "";
        return `${earn} ${word("in proportion")} ${ratio}${floor}`;
      }
      case 2:
        return `${earn} ${by.share()}`;
      case 3:
      case 4:
        return `${earn} ${by.table(() => draw.pick([word("full"), "60%", "80%", "0", "0%", by.points()]))}`;
      case 5: {
        const anchors = draw
          .shuffled([`60%: ${draw.pick(["0", "10%"])}`, `100%: ${word("full")}`, "80%: 40%"])
          .slice(0, draw.int(2, 3));
        const rest = draw.chance(0.3) ? `; ${word("else")}: ${draw.pick(["0", "5%"])}` : "";
        return `${earn} ${word("by")} ${by.share()} ${word("interpolated")} { ${anchors.join("; ")}${rest} }`;
      }
      case 6: {
        const list = by.lists.find(({ columns }) => columns.some(({ kind }) => kind === "choice"));
        const column = list?.columns.find(({ kind }) => kind === "choice");
        if (list === undefined || column === undefined) return `${earn} ${by.share()}`;
        const rows = column.levels.map((level, at) => `${level}: ${["0%", "60%", "100%"][at] ?? "0%"}`);
        return `${earn} ${word("average")}(${word("by")} ${list.name}.${column.written} { ${rows.join("; ")} })`;
      }
      case 7: {
        const list = by.lists.find(({ columns }) => columns.some(({ kind }) => kind === "points"));
        const column = list?.columns.find(({ kind }) => kind === "points");
        if (list === undefined || column === undefined) return `${earn} ${by.share()}`;
        return `${earn} ${word("full")} * ${by.rowFunction(draw.pick(["average", "median", "sum"]), list, column)} / 100 ${word("points")}`;
      }
      default:
        this.asked.judgements.push({ column: item, list: null, low: 0, high: 1000 });
        return `${word("at discretion")} ${earn}`;
    }
  }

  /** The rules of an item with these points. */
  ofItem(item: string, form: "item" | "bonus" | "penalty"): readonly string[] {
    const { draw, word } = this.by;
    const count = draw.pick([0, 1, 1, 1, 2, 2, 3]);
    if (form === "bonus") return Array.from({ length: Math.max(1, count) }, () => this.adjusting("add"));
    if (form === "penalty") return Array.from({ length: Math.max(1, count) }, () => this.adjusting("deduct"));
    if (draw.chance(0.03)) return [`${word("open")} "graver cases"`];
    const rules = Array.from({ length: count }, () => this.adjusting());
    return draw.chance(0.45) ? draw.shuffled([this.earning(item), ...rules.slice(0, 1)]) : rules;
  }
}
