/** The draft of a reading: a rubric as text that the checker accepts. Each rule names its clause; what is not read is an open clause. */
import { analyse, render, type Diagnostic, type Lang } from "@yardstick/language";
import type { Outline, OutlineItem } from "../outline/outline.js";
import { sumOf } from "../outline/outline.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import type { RulePart, ScoringRule } from "../rule/rule.js";
import { dataText } from "./data-text.js";
import { Names, written } from "./names.js";
import { RuleWriter, draftWords } from "./rule-text.js";

/** A rule in the text of a draft, with the clause that it was read from. */
export interface DraftSpan {
  /** Characters of the draft. */
  readonly from: number;
  readonly to: number;
  /** Number of the clause that it came from. */
  readonly clause: number;
}

/** A draft rubric, which the checker accepts. */
export interface Draft {
  readonly text: string;
  /** Of the checker; a draft has no errors. */
  readonly diagnostics: readonly Diagnostic[];
  readonly from: readonly DraftSpan[];
  readonly open: readonly Question[];
}

interface Line {
  readonly text: string;
  readonly clause: number | null;
}

const quoted = (text: string): string =>
  `"${text
    .replaceAll("\\", "/")
    .replaceAll('"', "'")
    .replaceAll(/[\n\r]+/gu, " ")}"`;
const noted = (text: string): string => text.replaceAll(/[\n\r]+/gu, " ");

/** The draft of an outline and its clauses, with keywords of one language. */
export function draftOf(
  outline: Outline,
  clauses: readonly ReadClause[],
  lang: Lang,
  reserved: readonly string[] = [],
): Draft {
  const writer = new DraftWriter(outline, clauses, lang, reserved);
  const lines = writer.lines();
  const from: DraftSpan[] = [];
  let text = "";
  for (const line of lines) {
    const trimmed = line.text.trimStart();
    const at = text.length + (line.text.length - trimmed.length);
    if (line.clause !== null) from.push({ from: at, to: at + trimmed.length, clause: line.clause });
    text += `${line.text}\n`;
  }
  const { findings } = analyse(text);
  return {
    text,
    diagnostics: findings.map((found) => render(found, lang)).filter(({ severity }) => severity !== "advice"),
    from,
    open: clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null)),
  };
}

class DraftWriter {
  private readonly names = new Names();
  private readonly results: Line[] = [];
  private readonly extras: Line[] = [];
  private hasPeriod = false;
  private readonly hasGrades: boolean;
  /** Names of vetoes without the word that ends them. */
  private readonly vetoNames: Set<string>;
  private readonly zh: boolean;
  private readonly words;
  private readonly isWeighted: boolean;

  constructor(
    private readonly outline: Outline,
    private readonly clauses: readonly ReadClause[],
    private readonly lang: Lang,
    private readonly reserved: readonly string[],
  ) {
    this.zh = lang === "zh";
    this.vetoNames = new Set(reserved.map((name) => name.replace(/(?:否决| veto)$/u, "")));
    this.hasGrades = clauses.some(
      (clause) =>
        clause.state !== "asks" && clause.matches.some(({ parts }) => parts.some(({ kind }) => kind === "grades")),
    );
    this.words = draftWords(lang);
    const items = outline.sections.flatMap((section) => section.items);
    const weights = items.filter(({ role, weight }) => role === "item" && weight !== null);
    this.isWeighted =
      weights.length > 0 &&
      Number(sumOf(weights.map(({ weight }) => weight ?? "0"))) === 100 &&
      items.every((item) => item.role !== "item" || item.weight !== null || item.isImplied);
    for (const word of this.zh
      ? ["名称", "期别", "考核对象", "总分", "等级", "全部", "满分"]
      : ["name", "period", "subjects", "score", "total", "grade", "all"])
      this.names.reserve(word);
    for (const name of reserved) this.names.reserve(name);
  }

  private of(section: number, item: number): readonly ReadClause[] {
    return this.clauses.filter((clause) => clause.section === section && clause.item === item);
  }

  lines(): readonly Line[] {
    const body: Line[] = [];
    const points: string[] = [];
    const used = new Set(this.reserved);
    const partName = (name: string, fallback: string): string => {
      let plain = name === "" ? fallback : name.slice(0, 40);
      for (let at = 2; used.has(plain); at++) plain = `${name === "" ? fallback : name.slice(0, 40)}${String(at)}`;
      used.add(plain);
      this.names.reserve(plain);
      return plain;
    };
    // Parts are named before fields, so that no field takes the name of one.
    const named = this.outline.sections.map((section) => ({
      section,
      name:
        section.items.length > 1 &&
        section.items.some(({ role }) => role === "item") &&
        section.name !== "" &&
        !this.isWeighted
          ? partName(section.name, "")
          : null,
      items: section.items.map((item) => ({
        item,
        name: partName(item.name === "" ? section.name : item.name, this.zh ? "其他" : "other"),
      })),
    }));
    for (const [at, { section, name, items }] of named.entries()) {
      const inside: Line[] = [];
      const own: string[] = [];
      for (const [index, { item, name: title }] of items.entries()) {
        const written = this.item(item, title, at, index, name === null ? "" : "  ");
        inside.push(...written.lines);
        if (written.points !== null) own.push(written.points);
      }
      if (inside.length === 0) continue;
      points.push(...own);
      if (name === null || own.length === 0)
        body.push(...inside.map((line) => ({ ...line, text: name === null ? line.text : line.text.slice(2) })));
      else
        body.push(
          {
            text: `${this.zh ? "大类" : "section"} ${written(name)} ${sumOf(own)}${this.zh ? " 分" : ""} {`,
            clause: null,
          },
          ...inside,
          { text: "}", clause: null },
        );
      void section;
    }
    const total = this.isWeighted ? "100" : sumOf(points);
    const head: Line[] = [{ text: `${this.zh ? "考核" : "rubric"} ${quoted(this.outline.title)}`, clause: null }];
    head.push({ text: this.zh ? `满分 ${total} 分` : `total ${total}`, clause: null });
    const data = dataText(this.names, this.lang, this.hasPeriod)
      .split("\n")
      .map((text) => ({ text, clause: null }));
    return [
      ...head,
      { text: "", clause: null },
      ...data,
      { text: "", clause: null },
      ...body,
      ...this.extras,
      ...this.results,
    ];
  }

  /** An item's lines, and the points that it adds to its section; null for bonuses and the like. */
  private item(
    item: OutlineItem,
    name: string,
    section: number,
    index: number,
    indent: string,
  ): { readonly lines: readonly Line[]; readonly points: string | null } {
    const clauses = this.of(section, index);
    const rules: { readonly rule: ScoringRule; readonly clause: ReadClause }[] = [];
    const open: ReadClause[] = [];
    const notes: string[] = [];
    const bonuses: typeof rules = [];
    for (const clause of clauses) {
      if (clause.state === "not-a-rule") notes.push(clause.text);
      else if (clause.reason === "refused") notes.push(`${this.zh ? "未采用" : "Not taken"}: ${clause.text}`);
      else if (clause.state === "not-read") open.push(clause);
      // A question that is open proposes no rule that scores.
      else if (clause.questions.some(({ chosen }) => chosen === null)) open.push(clause);
      else
        for (const { parts } of clause.matches)
          for (const part of parts) {
            if (part.kind !== "rule") this.result(part, clause, name);
            else if (
              part.effect === "add" &&
              clause.questions.some(({ code, chosen }) => code === "over-full" && chosen === 0)
            )
              bonuses.push({ rule: part, clause });
            else rules.push({ rule: part, clause });
          }
    }
    const writer = new RuleWriter(this.lang, this.names, name);
    const lineOf = (
      { rule, clause }: { readonly rule: ScoringRule; readonly clause: ReadClause },
      deep: string,
    ): Line => ({
      text: `${deep}${writer.rule(rule)} ${this.words.basis} ${quoted(clause.text)}`,
      clause: clause.number,
    });
    const openLine = (clause: ReadClause, deep: string): Line => ({
      text: `${deep}${this.zh ? "待定" : "open"} ${quoted(clause.text)}`,
      clause: clause.number,
    });
    const documentation = notes.map((text): Line => ({ text: `${indent}/// ${noted(text)}`, clause: null }));
    const assessor = item.assessor === "" ? "" : ` ${this.zh ? "考核部门" : "assessor"} ${quoted(item.assessor)}`;
    const hasPoints = item.role === "item" && (item.points !== null || (item.weight !== null && this.isWeighted));
    const earns = rules.some(({ rule }) => rule.effect === "earn");
    const lines: Line[] = [];
    let points: string | null = null;
    if (hasPoints || (item.role === "item" && earns && item.points !== null)) {
      const isShare = this.isWeighted && item.weight !== null;
      const own = isShare ? "100" : (item.points ?? "0");
      points = own;
      const head = `${this.zh ? "条目" : "item"} ${written(name)} ${own}${this.zh ? " 分" : ""}${isShare ? ` ${this.zh ? "权重" : "weight"} ${item.weight ?? ""}%` : ""}${rules.some(({ rule }) => rule.effect === "add") ? ` ${this.zh ? "限" : "within"} 0 .. ${own}${this.zh ? " 分" : ""}` : ""}${assessor}`;
      lines.push(...documentation, { text: `${indent}${head} {`, clause: null });
      lines.push(
        ...rules.map((each) => lineOf(each, `${indent}  `)),
        ...open.map((clause) => openLine(clause, `${indent}  `)),
      );
      if (rules.length === 0 && open.length === 0)
        lines.push({
          text: `${indent}  ${this.zh ? "待定" : "open"} ${quoted(this.zh ? `${name}：原文没有写怎样计分` : `${name}: the document does not say how it is scored`)}`,
          clause: null,
        });
      lines.push({ text: `${indent}}`, clause: null });
      for (const bonus of bonuses.length > 0 ? [bonuses] : [])
        this.extra(
          "bonus",
          `${name}${this.zh ? "加分" : " bonus"}`,
          null,
          bonus.map((each) => lineOf(each, "  ")),
          "",
        );
    } else {
      // Outside the total: bonuses and penalties apart.
      const ups = rules.filter(({ rule }) => rule.effect !== "deduct");
      const downs = rules.filter(({ rule }) => rule.effect === "deduct");
      const hasOpen = open.length > 0 && item.role !== "veto";
      const rest = item.role === "veto" ? [] : open;
      if (ups.length > 0 || (hasOpen && downs.length === 0))
        this.extra(
          "bonus",
          name,
          item.role === "bonus" ? item.points : null,
          [
            ...ups.map((each) =>
              lineOf(
                { ...each, rule: each.rule.effect === "earn" ? { ...each.rule, effect: "add" } : each.rule },
                "  ",
              ),
            ),
            ...rest.map((clause) => openLine(clause, "  ")),
          ],
          assessor,
          notes,
        );
      if (downs.length > 0)
        this.extra(
          "penalty",
          ups.length > 0 ? `${name}${this.zh ? "扣分" : " penalty"}` : name,
          item.role === "penalty" ? item.points : null,
          [
            ...downs.map((each) => lineOf(each, "  ")),
            ...(ups.length > 0 ? [] : rest.map((clause) => openLine(clause, "  "))),
          ],
          assessor,
          ups.length > 0 ? [] : notes,
        );
      if (item.role === "veto" && open.length > 0)
        this.extra(
          "bonus",
          name,
          null,
          open.map((clause) => openLine(clause, "  ")),
          assessor,
          notes,
        );
    }
    return { lines, points: this.isWeighted ? null : points };
  }

  private extra(
    kind: "bonus" | "penalty",
    name: string,
    most: string | null,
    rules: readonly Line[],
    assessor: string,
    notes: readonly string[] = [],
  ): void {
    const word = this.zh ? (kind === "bonus" ? "加分项" : "扣分项") : kind;
    const cap = most === null ? "" : ` ${this.words.most} ${most}${this.zh ? " 分" : ""}`;
    this.extras.push(
      ...notes.map((text): Line => ({ text: `/// ${noted(text)}`, clause: null })),
      { text: `${word} ${written(name)}${cap}${assessor} {`, clause: null },
      ...rules,
      { text: "}", clause: null },
    );
  }

  private result(part: Exclude<RulePart, ScoringRule>, clause: ReadClause, item: string): void {
    const writer = new RuleWriter(this.lang, this.names, item);
    const { zh } = this;
    const push = (text: string) => this.results.push({ text, clause: clause.number });
    switch (part.kind) {
      case "veto": {
        const outcomes = {
          "score-zero": zh ? "总分归零" : "score 0",
          unranked: zh ? "不排名" : "unranked",
          "no-awards": zh ? "不奖励" : "no awards",
        };
        const then =
          typeof part.outcome === "object"
            ? `${zh ? "等次不高于" : "grade at most"} ${written(part.outcome.gradeAtMost)}`
            : outcomes[part.outcome];
        if (typeof part.outcome === "object" && !this.hasGrades) {
          push(`// ${zh ? "等次写定以后再写" : "to be written when the grades are"}: ${noted(clause.text)}`);
          break;
        }
        const condition = writer.condition(part.condition);
        const unless =
          part.unless === null
            ? ""
            : zh
              ? ` 且 非 ${writer.condition(part.unless)}`
              : ` and not ${writer.condition(part.unless)}`;
        let name = part.condition.field.name.slice(0, 20);
        for (let at = 2; this.vetoNames.has(name); at++)
          name = `${part.condition.field.name.slice(0, 20)}${String(at)}`;
        this.vetoNames.add(name);
        push(
          `${zh ? "一票否决" : "veto"} ${written(`${name}${zh ? "否决" : " veto"}`)} ${this.words.if} ${condition}${unless} { ${then} }`,
        );
        break;
      }
      case "grades": {
        const rows = part.rows.map(({ test, amount }) => {
          const name = amount.kind === "points" ? written(amount.value) : "";
          return test.kind === "compare"
            ? `${name}: ${zh ? "总分" : "score"} ${test.sign} ${test.value.value}`
            : `${this.words.else}: ${name}`;
        });
        push(zh ? "排名 全部 按 总分" : "ranking all by score");
        push(`${zh ? "等次 等级 按 全部" : "grades grade by all"} { ${rows.join("; ")} }`);
        break;
      }
      case "consequence": {
        if (!this.hasGrades) {
          // The grades themselves await an answer: without them there is nothing to ask.
          push(`// ${zh ? "等次写定以后再写" : "to be written when the grades are"}: ${noted(clause.text)}`);
          break;
        }
        this.hasPeriod = true;
        const grade = written(part.grade);
        const now = zh ? "等级" : "grade";
        const condition =
          part.from === null
            ? `${zh ? "连续" : "running"}(${now} = ${grade}) >= ${part.periods ?? "2"}`
            : `${now} = ${grade} ${zh ? "且 上期" : "and previous"}(${now}) = ${written(part.from)}`;
        push(
          `${zh ? "处理" : "consequence"} ${written(this.names.unique(part.name, ""))} ${this.words.if} ${condition}`,
        );
        break;
      }
      case "sum":
        push(
          `${zh ? "公布" : "output"} ${written(this.names.unique(part.name, ""))} = ${part.terms.map(({ name, weight }) => `${writer.field({ name, type: "percent", unit: "%", levels: [], range: null })} * ${weight}%`).join(" + ")}`,
        );
        break;
      case "product":
        push(
          `${zh ? "公布" : "output"} ${written(this.names.unique(part.name, ""))} = ${part.factors.map((name) => writer.field({ name, type: "number", unit: null, levels: [], range: null })).join(" * ")}`,
        );
        break;
      default:
        part satisfies never;
    }
  }
}
