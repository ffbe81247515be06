/**
 * What generated rubrics publish: coefficients, vetoes, rankings, grades, awards, consequences, outputs and requirements.
 */
import { drawnRounding } from "./words.js";
import type { Expressions } from "./generated-expression.js";

export interface Targets {
  readonly sections: readonly string[];
  readonly items: readonly string[];
  readonly group: string | null;
  readonly hasHistory: boolean;
}

export class Results {
  constructor(
    private readonly by: Expressions,
    private readonly targets: Targets,
  ) {}

  lines(): readonly string[] {
    const { draw } = this.by;
    const lines: string[] = [];
    if (draw.chance(0.3)) lines.push(...this.coefficients());
    const vetoes = draw.pick([0, 0, 1, 1, 2]);
    const grading = draw.chance(0.5);
    for (let at = 1; at <= vetoes; at += 1) lines.push(this.veto(`veto${at}`, grading));
    const rankings = draw.pick([0, 1, 1, 2, 3]);
    for (let at = 1; at <= rankings; at += 1) lines.push(this.ranking(`ranking${at}`));
    if (grading) lines.push(this.grades(rankings > 0 && draw.chance(0.6) ? "ranking1" : null));
    const awards = rankings > 0 ? draw.pick([0, 1, 2]) : 0;
    for (let at = 1; at <= awards; at += 1) lines.push(this.award(`award${at}`, grading));
    const consequences = draw.pick([0, 1]);
    for (let at = 1; at <= consequences; at += 1)
      lines.push(this.consequence(`consequence${at}`, rankings > 0, grading));
    const outputs = draw.pick([0, 1, 2, 3]);
    for (let at = 1; at <= outputs; at += 1) lines.push(this.output(`output${at}`));
    if (draw.chance(0.15)) lines.push(`${this.by.word("require")} ${this.by.condition()} "must hold"`);
    return lines;
  }

  private score(): string {
    return this.by.word("score");
  }

  private coefficients(): string[] {
    const { draw, word } = this.by;
    const target =
      this.targets.sections.length > 0 && draw.chance(0.4) ? draw.pick(this.targets.sections) : word("total" as const);
    const to = target === "满分" ? "总分" : target;
    const value = this.by.table(() => draw.pick(["0.95", "1", "1.05", "0", "1.5"]));
    return [`${word("coefficient")} size ${value} ${word("applies to")} ${to}`];
  }

  private veto(name: string, grading: boolean): string {
    const { draw, word } = this.by;
    const effects = draw
      .shuffled(["score 0", "no place", "no awards", "unranked"] as const)
      .slice(0, draw.int(1, 2))
      .map((each) => word(each));
    if (grading && draw.chance(0.4)) effects.push(`${word("grade at most")} ${draw.pick(["pass", "fail"])}`);
    const condition = draw.chance(0.15)
      ? `${this.score()} ${draw.pick(["<", ">"])} ${draw.pick(["5", "0", "3.5"])} ${word("points")}`
      : this.by.condition();
    return `${word("veto")} ${name} ${word("if")} ${condition} { ${effects.join("; ")} }`;
  }

  private key(): string {
    const { draw, word } = this.by;
    const options = [this.score(), this.score(), this.score(), this.by.figure().text];
    if (this.targets.sections.length > 0) options.push(`${word("scoreOf")}(${draw.pick(this.targets.sections)})`);
    const ratio = this.by.ratio();
    if (ratio !== null && !/(?:highest|lowest|最高|最低)/u.test(ratio)) options.push(ratio);
    const date = this.by.of("date");
    if (date !== null) options.push(date.written);
    return draw.pick(options);
  }

  private headToHead(): string | null {
    const { draw, word, lists } = this.by;
    const list = lists.length === 0 ? null : draw.pick(lists);
    const opponent = list?.columns.find(({ kind }) => kind === "text");
    if (list === null || opponent === undefined) return null;
    const counts = list.columns.filter(({ kind }) => kind === "count" || kind === "points" || kind === "number");
    const value = counts.length === 0 ? "1" : `${list.name}.${draw.pick(counts).written}`;
    return `${word("head to head")} ${value} ${word("against")} ${list.name}.${opponent.written}`;
  }

  private ranking(name: string): string {
    const { draw, word } = this.by;
    // In which groups earlier periods were ranked is not in the past results.
    const isPast = this.targets.hasHistory && name === "ranking1";
    const within =
      this.targets.group !== null && !isPast && draw.chance(0.35) ? ` ${word("same")} ${this.targets.group}` : "";
    if (this.targets.sections.length > 0 && draw.chance(0.1))
      return `${word("ranking")} ${name}s ${word("by")} ${word("each section")}\n${word("ranking")} ${name} ${word("by")} ${this.score()}`;
    const direction = () => draw.pick(["", "", ` ${word("lowest first")}`, ` ${word("highest first")}`]);
    const where = draw.chance(0.15) ? ` ${word("where")} ${this.by.condition()}` : "";
    const tieBreak = () => (draw.chance(0.3) ? this.headToHead() : null) ?? this.key();
    const later = draw.chance(0.4)
      ? ` ${word("then by")} ${tieBreak()}${direction()}${draw.chance(0.3) ? `, ${this.by.figure().text}${direction()}` : ""}`
      : "";
    const ties = draw.pick(["", "", ` ${word("ties share")}`, ` ${word("ties dense")}`]);
    return `${word("ranking")} ${name} ${word("by")} ${draw.chance(0.7) ? this.score() : this.key()}${direction()}${within}${where}${later}${ties}`;
  }

  private grades(by: string | null): string {
    const { draw, word } = this.by;
    const quota = draw.pick(["20%", "50%", "0%", "100%", "33.3%", "10%"]);
    const rounding = draw.pick(["", "", ` ${word("rounds up")}`, ` ${word("rounds half up")}`]);
    const condition = draw.chance(0.5)
      ? ` ${word("and")} ${draw.chance(0.6) ? `${this.score()} >= ${draw.pick(["3", "0", "9"])}` : this.by.condition()}`
      : "";
    const second = draw.pick([
      `pass: ${this.score()} >= ${draw.pick(["1", "5"])}`,
      `pass: ${word("quota")} ${/100%/u.test(quota) ? "0%" : "50%"}`,
      `pass: ${this.by.condition()}`,
    ]);
    const rest = draw.chance(0.8) ? `; ${word("else")}: fail` : `; fail: ${this.score()} < 100`;
    return `${word("grades")} grading${by === null ? "" : ` ${word("by")} ${by}`} { top: ${word("quota")} ${quota}${rounding}${condition}; ${second}${rest} }`;
  }

  private award(name: string, grading: boolean): string {
    const { draw, word } = this.by;
    const condition = draw.chance(0.3)
      ? ` ${word("if")} ${grading && draw.chance(0.5) ? `grading = ${draw.pick(["top", "pass"])}` : this.by.condition()}`
      : "";
    const pays = draw.pick([
      "",
      ` ${word("pays")} 3000 ${word("yuan")}`,
      ` ${word("pays")} 1000 ${word("yuan")} / 3`,
      ` ${word("pays")} 2000 ${word("yuan")} - 500 ${word("yuan")} * (${word("place")} - 2)`,
    ]);
    const from = draw.int(1, 2);
    const to = draw.int(from, 4);
    const isChinese = word("place") !== "place";
    const places = isChinese
      ? `第 ${from === to ? from : `${from} .. ${to}`} 名`
      : `place ${from === to ? from : `${from} .. ${to}`}`;
    const rounding = pays !== "" && draw.chance(0.3) ? drawnRounding(draw, word, ["0", "1"], word("yuan")) : "";
    return `${word("award")} ${name} ranking1 ${places}${condition}${pays}${rounding}`;
  }

  private consequence(name: string, hasRanking: boolean, grading: boolean): string {
    const { draw, word } = this.by;
    const conditions = [this.by.condition(), `${this.score()} < 5`];
    if (hasRanking)
      conditions.push(`${word("last")}(ranking1)`, `${word("last")}(ranking1) ${word("and")} ${this.by.condition()}`);
    if (grading) conditions.push("grading = fail", "grading = pass");
    if (this.targets.hasHistory) {
      conditions.push(`${word("running")}(${this.score()} < 5) >= 2`);
      if (hasRanking) conditions.push(`${word("running")}(${word("last")}(ranking1)) >= ${draw.int(1, 3)}`);
    }
    return `${word("consequence")} ${name} ${word("if")} ${draw.pick(conditions)}`;
  }

  private output(name: string): string {
    const { draw, word } = this.by;
    const { sections, items, group } = this.targets;
    const within = group !== null && draw.chance(0.5) ? ` ${word("same")} ${group}` : "";
    const where = draw.chance(0.2) ? ` ${word("where")} ${this.by.condition()}` : "";
    const figure = this.by.figure().text;
    const values = [
      `${this.score()} * 50 ${word("yuan")}`,
      `${word(draw.pick(["mean", "totalOf", "highest", "lowest", "median"] as const))}(${this.score()}${within}${where})`,
      `${word(draw.pick(["mean", "totalOf", "highest", "lowest", "median"] as const))}(${figure}${within}${where})`,
      `${word("percentile")}(${figure}${within}${where})`,
      `${word(draw.pick(["deviation", "sample_deviation", "zscore"] as const))}(${draw.pick([figure, this.score()])}, ${draw.int(0, 3)}${within}${where})`,
      `${word("rank")}(${figure}${within}${draw.pick(["", ` ${word("ties dense")}`, ` ${word("ties average")}`])})`,
      `${word("rows")}()`,
      this.by.share(),
      this.by.condition(),
      `${this.score()} - ${word("mean")}(${this.score()})`,
      `${figure} * 50%`,
      `${word("by")} ${figure} { > 0: 1; ${word("else")}: 2 }`.replace(/> 0/u, /%/u.test(figure) ? "> 0%" : "> 0"),
    ];
    if (sections.length > 0) {
      const section = draw.pick(sections);
      values.push(
        `${word("scoreOf")}(${section})`,
        `${word("mean")}(${word("scoreOf")}(${section})${within})`,
        `${word("pointsOf")}(${section})`,
      );
    }
    const [list] = this.by.lists.filter(({ columns }) =>
      columns.some(({ kind }) => kind === "count" || kind === "points"),
    );
    const column = list?.columns.find(({ kind }) => kind === "count" || kind === "points");
    if (list !== undefined && column !== undefined)
      values.push(
        `${word(draw.chance(0.5) ? "deviation" : "sample_deviation")}(${list.name}.${column.written}, ${draw.int(0, 3)}${this.by.rowWhere(list)})`,
      );
    if (items.length > 0) values.push(`${word("scoreOf")}(${draw.pick(items)})`);
    const choice = this.by.of("choice");
    if (choice !== null) values.push(choice.written);
    const text = this.by.of("text");
    if (text !== null) values.push(text.written);
    const dates = this.by.fields.filter(({ kind }) => kind === "date");
    if (dates.length > 1)
      values.push(
        `${dates[0]?.written ?? ""} - ${dates[1]?.written ?? ""}`,
        `${dates[0]?.written ?? ""} + 3 ${word("days")}`,
        `${word("month")}(${dates[0]?.written ?? ""})`,
      );
    for (const list of this.by.lists) {
      const counts = list.columns.filter(({ kind }) => kind === "count" || kind === "points");
      if (counts.length > 0)
        values.push(this.by.rowFunction(draw.pick(["sum", "average", "median"]), list, draw.pick(counts)));
      values.push(`${word("rows")}(${list.name}${this.by.rowWhere(list)})`);
    }
    if (this.targets.hasHistory)
      values.push(`${word("previous")}(${this.score()})`, `${word("running")}(${this.score()} < 5)`);
    const value = draw.pick(values);
    const isRoundable = !/(?:[=<>≠]|flag)/u.test(value) && draw.chance(0.25);
    const isNumber = /(?:score|总分|mean|平均|count|个数|sum|求和)\b/u.test(value);
    return `${word("output")} ${name} = ${value}${isRoundable && isNumber ? drawnRounding(draw, word, ["0", "1", "3"], "") : ""}`;
  }
}
