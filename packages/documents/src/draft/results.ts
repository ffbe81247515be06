/** What follows from scores, as declarations of a rubric: vetoes, grades, consequences, coefficients, published figures. */
import type { Lang } from "@yardstick/language";
import { fieldOf, type Condition, type Field, type RulePart, type ScoringRule } from "../rule/rule.js";
import type { ReadClause } from "../match/read-clause.js";
import { written } from "../words/written-name.js";
import type { Names } from "./names.js";
import { RuleWriter, draftWords } from "./rule-text.js";

/** A line of a draft, with the number of the clause that it came from. */
export interface Line {
  readonly text: string;
  readonly clause: number | null;
}

/** A text on one line. */
export const noted = (text: string): string => text.replaceAll(/[\n\r]+/gu, " ");

/** Numerals of places, since a name has no digit before a word. */
const PLACES = [..."一二三四五六七八九十"];

type Result = Exclude<RulePart, ScoringRule | { readonly kind: "composition" | "base" | "absent" | "own" | "limit" }>;

/** Writes the results of a document; names of vetoes, consequences and outputs are made unique. */
export class ResultWriter {
  readonly lines: Line[] = [];
  /** Quotas whose grades are not written yet. */
  private readonly quotas: {
    readonly part: Extract<Result, { readonly kind: "quota" }>;
    readonly clause: ReadClause;
  }[] = [];
  /** What the ranking does with ties, and what breaks them. */
  private ties: "share" | "dense" | null = null;
  private tieKeys = "";
  /** The rubric compares periods. */
  hasPeriod = false;
  /** Names of vetoes and coefficients without the word that ends them. */
  private readonly taken: Set<string>;
  private readonly outputs = new Map<string, string>();
  private readonly zh: boolean;

  constructor(
    private readonly lang: Lang,
    private readonly names: Names,
    private readonly hasGrades: boolean,
    reserved: readonly string[],
  ) {
    this.zh = lang === "zh";
    this.taken = new Set(reserved.map((name) => name.replace(/(?:否决|系数| veto| coefficient)$/u, "")));
  }

  /** A name that no other result of the draft has. */
  private unique(name: string): string {
    let plain = name;
    for (let at = 2; this.taken.has(plain); at++) plain = `${name}${String(at)}`;
    this.taken.add(plain);
    return plain;
  }

  /**
   * The ranking by the score stands once; `ties` says what follows a tie and `key` what breaks it first, null where the clause does not.
   */
  private ranking(ties: "share" | "dense" | null, clause: number | null, key: string | null = null): void {
    const plain = this.zh ? "排名 全部 按 总分" : "ranking all by score";
    const words = this.zh
      ? { share: " 并列 同名次", dense: " 并列 不空名次" }
      : { share: " ties share", dense: " ties dense" };
    const at = this.lines.findIndex(({ text }) => text.startsWith(plain));
    if (at >= 0 && key === null && (ties === null || this.ties !== null)) return;
    this.ties ??= ties;
    if (key !== null) this.tieKeys += key;
    const line = { text: plain + this.tieKeys + (this.ties === null ? "" : words[this.ties]), clause };
    if (at < 0) this.lines.push(line);
    else this.lines[at] = line;
  }

  write(part: Result, clause: ReadClause, item: string): void {
    const writer = new RuleWriter(this.lang, this.names, item);
    const { zh } = this;
    const push = (text: string) => this.lines.push({ text, clause: clause.number });
    const output = (name: string, value: string) => push(`${zh ? "公布" : "output"} ${written(name)} = ${value}`);
    const later = () =>
      push(`// ${zh ? "等次写定以后再写" : "to be written when the grades are"}: ${noted(clause.text)}`);
    const both = (condition: Condition, unless: Condition | null): string => {
      const text = writer.condition(condition);
      if (unless === null) return text;
      const first = condition.kind === "any" ? `(${text})` : text;
      return `${first} ${zh ? "且 非" : "and not"} ${unless.kind === "is" ? writer.condition(unless) : `(${writer.condition(unless)})`}`;
    };
    const number = (name: string): Field => ({ name, type: "number", unit: null, levels: [], range: null });
    switch (part.kind) {
      case "veto": {
        if (typeof part.outcome === "object" && !this.hasGrades) {
          later();
          break;
        }
        const outcomes = {
          "score-zero": zh ? "总分归零" : "score 0",
          unranked: zh ? "不排名" : "unranked",
          "no-awards": zh ? "不奖励" : "no awards",
        };
        const then =
          typeof part.outcome === "object"
            ? `${zh ? "等次不高于" : "grade at most"} ${written("gradeAtMost" in part.outcome ? part.outcome.gradeAtMost : part.outcome.gradeBelow)}`
            : outcomes[part.outcome];
        const condition = both(part.condition, part.unless);
        const name = this.unique(fieldOf(part.condition).name.slice(0, 20));
        push(
          `${zh ? "一票否决" : "veto"} ${written(`${name}${zh ? "否决" : " veto"}`)} ${zh ? "若" : "if"} ${condition} { ${then} }`,
        );
        break;
      }
      case "grades": {
        const rows = part.rows.map(({ test, amount }) => {
          const name = amount.kind === "points" ? written(amount.value) : "";
          return test.kind === "compare"
            ? `${name}: ${zh ? "总分" : "score"} ${test.sign} ${writer.limit(test.value)}`
            : `${draftWords(this.lang).else}: ${name}`;
        });
        const text = `${zh ? "等次 等级 按 全部" : "grades grade by all"} { ${rows.join("; ")} }`;
        if (this.lines.some((line) => line.text === text)) break;
        this.ranking(null, null);
        push(text);
        for (const { part: quota, clause: own } of this.quotas.splice(0)) this.write(quota, own, item);
        break;
      }
      case "ranking":
        this.ranking(part.ties, clause.number);
        break;
      case "tie-break": {
        const lowest = part.isLowestFirst ? (zh ? " 低者在前" : " lowest first") : "";
        this.ranking(null, clause.number, `${zh ? " 再按" : " then by"} ${writer.field(part.by)}${lowest}`);
        break;
      }
      case "rounding": {
        const head = zh ? "总分 保留" : "score rounds to";
        const text = `${head} ${part.decimals}${zh ? " 位小数" : " decimals"}`;
        // Decimals that are stated twice are the first ones.
        if (this.lines.some((line) => line.text.startsWith(head))) later();
        else push(text);
        break;
      }
      case "score-loss": {
        const below = zh ? `较大(${part.limit} 分 - 总分, 0 分)` : `max(${part.limit} points - score, 0 points)`;
        const steps = `${below} / ${part.step} ${zh ? "分" : "points"}`;
        const unit = part.unit === "%" ? "%" : ` ${part.unit}`;
        const lost = `${part.isWhole ? `${zh ? "舍入" : "round"}(${steps}, 0 ${zh ? "舍去" : "down"})` : steps} * ${part.each}${unit}`;
        output(
          this.names.unique(part.name, ""),
          part.most === null ? lost : `${zh ? "较小" : "min"}(${lost}, ${part.most}${unit})`,
        );
        break;
      }
      case "last": {
        this.ranking(null, null);
        const name = written(this.names.unique(part.name, ""));
        const last = zh ? "末位(全部)" : "last(all)";
        const condition = part.periods === null ? last : `${zh ? "连续" : "running"}(${last}) >= ${part.periods}`;
        if (part.periods !== null) this.hasPeriod = true;
        push(`${zh ? "处理" : "consequence"} ${name} ${zh ? "若" : "if"} ${condition}`);
        break;
      }
      case "place-awards":
        this.ranking(null, null);
        for (const [at, amount] of part.amounts.entries()) {
          const place = String(at + 1);
          const [title, money] = part.unit.endsWith("元")
            ? [zh ? `第${PLACES[at] ?? place}名奖` : `award ${place}`, `${amount} ${part.unit}`]
            : [`award ${place} in ${part.unit}`, amount];
          const name = written(this.names.unique(title, ""));
          push(zh ? `奖励 ${name} 全部 第 ${place} 名 ${money}` : `award ${name} all place ${place} pays ${money}`);
        }
        break;
      case "quota": {
        const head = zh ? "等次 等级 按 全部 {" : "grades grade by all {";
        const at = this.lines.findIndex(({ text }) => text.startsWith(head));
        const known = this.lines[at];
        const row = `${written(part.grade)}: ${zh ? "总分" : "score"}`;
        if (!this.hasGrades) {
          later();
          break;
        }
        if (known === undefined) {
          this.quotas.push({ part, clause });
          break;
        }
        const text = `${written(part.grade)}: ${zh ? `名额 ${part.percent}%${part.roundsUp === true ? " 进一" : ""} 且 总分` : `quota ${part.percent}%${part.roundsUp === true ? " rounds up" : ""} and score`}`;
        this.lines[at] = { ...known, text: known.text.replace(` ${row}`, ` ${text}`) };
        break;
      }
      case "top": {
        this.ranking(null, null);
        const name = written(this.names.unique(part.name, ""));
        push(zh ? `奖励 ${name} 全部 第 1 .. ${part.count} 名` : `award ${name} all place 1 .. ${part.count}`);
        break;
      }
      case "consequence": {
        // The grades themselves await an answer: without them there is nothing to ask.
        if (!this.hasGrades) {
          later();
          break;
        }
        this.hasPeriod = true;
        const [grade, now, previous] = [written(part.grade), zh ? "等级" : "grade", zh ? "上期" : "previous"];
        let condition = `${zh ? "连续" : "running"}(${now} = ${grade}) >= ${part.periods ?? "2"}`;
        if (part.from !== null)
          condition = `${now} = ${grade} ${zh ? "且" : "and"} ${previous}(${now}) = ${written(part.from)}`;
        if (part.before !== null) {
          const earlier = this.names.unique(zh ? `上期为${part.before}` : `previous ${part.before}`, "");
          output(earlier, `${previous}(${now}) = ${written(part.before)}`);
          condition += ` ${zh ? "且" : "and"} ${previous}(${written(earlier)})`;
        }
        push(
          `${zh ? "处理" : "consequence"} ${written(this.names.unique(part.name, ""))} ${zh ? "若" : "if"} ${condition}`,
        );
        break;
      }
      case "score-consequence": {
        const low = `${zh ? "总分" : "score"} ${part.sign} ${part.value}${zh ? " 分" : ""}`;
        if (part.periods !== null) this.hasPeriod = true;
        const condition = part.periods === null ? low : `${zh ? "连续" : "running"}(${low}) >= ${part.periods}`;
        push(
          `${zh ? "处理" : "consequence"} ${written(this.names.unique(part.name, ""))} ${zh ? "若" : "if"} ${condition}`,
        );
        break;
      }
      case "event-outcome":
        push(
          `${zh ? "处理" : "consequence"} ${written(this.names.unique(part.name, ""))} ${zh ? "若" : "if"} ${writer.condition(part.condition)}`,
        );
        break;
      case "sum":
      case "product": {
        const name = this.names.unique(part.name, "");
        this.outputs.set(part.name, name);
        const term = (of: string): string => {
          const known = this.outputs.get(of);
          return known === undefined ? writer.field(number(of)) : written(known);
        };
        output(
          name,
          part.kind === "product"
            ? part.factors.map(term).join(" * ")
            : part.terms
                .map(
                  ({ name: of, weight }) =>
                    `${writer.field({ name: of, type: "percent", unit: "%", levels: [], range: null })} * ${weight}%`,
                )
                .join(" + "),
        );
        break;
      }
      case "shares": {
        const whole = this.outputs.get(part.of);
        for (const { name, weight } of part.list)
          output(
            this.names.unique(name, ""),
            `${whole === undefined ? writer.field(number(part.of)) : written(whole)} * ${weight}%`,
          );
        break;
      }
      case "coefficient": {
        const name = written(this.unique(`${part.name.slice(0, 24)}${zh ? "系数" : " coefficient"}`));
        const applies = zh ? "用于 总分" : "applies to total";
        const head = `${zh ? "系数" : "coefficient"} ${name} ${zh ? "按" : "by"}`;
        if (part.when !== null) {
          const { condition, factor } = part.when;
          const [yes, no] = zh ? ["是", "否"] : ["yes", "no"];
          if (condition.kind === "is")
            push(`${head} ${writer.condition(condition)} { ${yes}: ${factor}%; ${no}: 100% } ${applies}`);
          else later();
        } else if (part.per !== null) {
          const { field, each, zeroFrom } = part.per;
          const own = writer.field(field);
          const unit = field.unit ?? "";
          const zero = zeroFrom ?? String(Math.ceil(100 / Number(each)));
          push(
            `${head} ${own} { >= ${zero} ${unit}: 0%; ${zh ? "其余" : "else"}: 100% - ${own} / 1 ${unit} * ${each}% } ${applies}`,
          );
        }
        break;
      }
      case "by-grade": {
        if (!this.hasGrades) {
          later();
          break;
        }
        const unit = part.unit === "%" ? "%" : part.unit === "" ? "" : ` ${part.unit}`;
        const rows = part.rows.map(({ grade, value }) => `${written(grade)}: ${value}${unit}`);
        // Grades without money of their own are paid none.
        if (part.unit !== "" && part.unit !== "%") rows.push(`${draftWords(this.lang).else}: 0${unit}`);
        output(this.names.unique(part.name, ""), `${zh ? "按 等级" : "by grade"} { ${rows.join("; ")} }`);
        break;
      }
      case "by-score": {
        const unit = part.unit === "%" || part.unit === "" ? part.unit : ` ${part.unit}`;
        const rows = part.rows.map(({ from, value }) => `>= ${from}${zh ? " 分" : ""}: ${value}${unit}`);
        rows.push(`${draftWords(this.lang).else}: ${part.rest}${unit}`);
        output(this.names.unique(part.name, ""), `${zh ? "按 总分" : "by score"} { ${rows.join("; ")} }`);
        break;
      }
      case "running-award": {
        this.hasPeriod = true;
        const event = writer.field(part.event);
        const kept = this.names.unique(zh ? `本期${part.event.name}` : `${part.event.name} now`, "");
        output(kept, event);
        const rows = [
          `0: 0 ${part.unit}`,
          ...part.amounts.map((value, at) => `${String(at + 1)}: ${value} ${part.unit}`),
          `${zh ? "其余" : "else"}: ${part.beyond} ${part.unit}`,
        ];
        output(
          this.names.unique(zh ? `${part.event.name}奖` : `${part.event.name} award`, ""),
          `${zh ? "按 连续" : "by running"}(${written(kept)} = ${zh ? "是" : "yes"}) { ${rows.join("; ")} }`,
        );
        break;
      }
      default:
        part satisfies never;
    }
  }
}
