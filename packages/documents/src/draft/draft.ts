/** The draft of a reading: a rubric as text that the checker accepts. Each rule names its clause; what is not read is an open clause. */
import { analyse, render, type Diagnostic, type Lang } from "@yardstick/language";
import type { Outline, OutlineItem } from "../outline/outline.js";
import { sumOf } from "../outline/outline.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import { basesOf, composedTotal, sectionWeightsOf, type ComposedPart } from "../outline/composition.js";
import { flagOf, numberOf, type RulePart, type ScoringRule } from "../rule/rule.js";
import { dataText } from "./data-text.js";
import { written } from "../words/written-name.js";
import { Names } from "./names.js";
import { PrintedDraft } from "./printed-draft.js";
import { clauseKey, neededOf, type KnownRules } from "./known-rules.js";
import { ResultWriter, noted, type Line } from "./results.js";
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

const quoted = (text: string): string =>
  `"${text
    .replaceAll("\\", "/")
    .replaceAll('"', "'")
    .replaceAll(/[\n\r]+/gu, " ")}"`;

/** The draft of an outline and its clauses, with keywords of one language; `known` are rules that a rubric has for clauses already. */
export function draftOf(
  outline: Outline,
  clauses: readonly ReadClause[],
  lang: Lang,
  reserved: readonly string[] = [],
  known: KnownRules | null = null,
): Draft {
  // Own text that does not fit the rest (of a printed document that was changed, of a rubric that changed) becomes an open clause.
  const unfit = new Set<number>();
  for (;;) {
    const lines =
      outline.printed === undefined
        ? new DraftWriter(outline, clauses, lang, { reserved, known, unfit }).lines()
        : new PrintedDraft(outline.printed, clauses, lang, unfit).lines();
    const draft = draftText(lines, clauses, lang);
    const errors = draft.diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length === 0) return draft;
    const isOwn = (number: number): boolean =>
      !unfit.has(number) &&
      clauses.some((clause) => clause.number === number && /^(?:own|known)$/u.test(clause.matches[0]?.pattern ?? ""));
    const own = draft.from.filter(({ clause }) => isOwn(clause));
    const touched = own.filter(({ from, to }) => errors.some(({ span }) => span[0] < to && span[1] > from));
    if (own.length === 0) return draft;
    for (const { clause } of touched.length > 0 ? touched : own) unfit.add(clause);
  }
}

/** The text of a draft with its diagnostics and the places of its clauses. */
function draftText(lines: readonly Line[], clauses: readonly ReadClause[], lang: Lang): Draft {
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

/** What a draft is written beside. */
interface DraftSurroundings {
  /** Names that it may give to nothing. */
  readonly reserved: readonly string[];
  /** Rules that a rubric has for clauses already. */
  readonly known: KnownRules | null;
  /** Clauses whose known rules do not fit the rest. */
  readonly unfit: ReadonlySet<number>;
}

class DraftWriter {
  private readonly names = new Names();
  private readonly results: ResultWriter;
  private readonly extras: Line[] = [];
  private readonly zh: boolean;
  private readonly words;
  private readonly isWeighted: boolean;
  /** The sections have the weights, and their items the points. */
  private readonly hasSectionWeights: boolean;
  /** The total by a formula of the document, with the clause that states it. */
  private readonly composed: { readonly parts: readonly ComposedPart[]; readonly clause: ReadClause } | null;
  /** Items that begin at some points, by their place. */
  private readonly bases = new Map<
    string,
    { readonly base: string; readonly most: string; readonly clause: ReadClause }
  >();
  private readonly isAbsent: boolean;
  private readonly byItem = new Map<string, ReadClause[]>();

  constructor(
    private readonly outline: Outline,
    private readonly clauses: readonly ReadClause[],
    private readonly lang: Lang,
    private readonly given: DraftSurroundings,
  ) {
    const { known, reserved } = given;
    this.zh = lang === "zh";
    const hasGrades = clauses.some(
      (clause) =>
        clause.state !== "asks" && clause.matches.some(({ parts }) => parts.some(({ kind }) => kind === "grades")),
    );
    for (const clause of clauses) {
      const key = `${String(clause.section)}:${String(clause.item)}`;
      const known = this.byItem.get(key);
      if (known === undefined) this.byItem.set(key, [clause]);
      else known.push(clause);
    }
    this.results = new ResultWriter(lang, this.names, hasGrades, reserved);
    this.words = draftWords(lang);
    const items = outline.sections.flatMap((section) => section.items);
    const weights = items.filter(({ role, weight }) => role === "item" && weight !== null);
    this.isWeighted =
      weights.length > 0 &&
      Number(sumOf(weights.map(({ weight }) => weight ?? "0"))) === 100 &&
      items.every((item) => item.role !== "item" || item.weight !== null || item.isImplied);
    this.hasSectionWeights = !this.isWeighted && sectionWeightsOf(outline) === "100";
    const settled = clauses.filter(({ questions }) => questions.every(({ chosen }) => chosen !== null));
    const partsOfKind = <K extends RulePart["kind"]>(kind: K) =>
      settled.flatMap((clause) =>
        clause.matches.flatMap(({ parts }) =>
          parts
            .filter((part): part is Extract<RulePart, { readonly kind: K }> => part.kind === kind)
            .map((part) => ({ part, clause })),
        ),
      );
    for (const { part, clause } of partsOfKind("base"))
      for (const { section, item } of basesOf(outline, part) ?? [])
        this.bases.set(`${String(section)}:${String(item)}`, { base: part.base, most: part.most, clause });
    const [composition] = partsOfKind("composition");
    const parts =
      composition === undefined
        ? null
        : composedTotal(
            outline,
            composition.part.sums,
            partsOfKind("base").map(({ part }) => part),
          );
    this.composed = composition === undefined || parts === null ? null : { parts, clause: composition.clause };
    this.isAbsent = partsOfKind("absent").length > 0;
    for (const word of this.zh
      ? ["名称", "期别", "考核对象", "总分", "等级", "全部", "满分"]
      : ["name", "period", "subjects", "score", "total", "grade", "all"])
      this.names.reserve(word);
    for (const name of reserved) this.names.reserve(name);
    // A clause that is new or changed uses the fields that the rubric has, where they are of its type.
    for (const [name, text] of known?.fields ?? []) this.names.adoptDeclared(name, text);
    for (const name of known?.declarations.keys() ?? []) this.names.reserve(name);
  }

  private of(section: number, item: number): readonly ReadClause[] {
    return this.byItem.get(`${String(section)}:${String(item)}`) ?? [];
  }

  lines(): readonly Line[] {
    const body: Line[] = [];
    const points: string[] = [];
    const used = new Set(this.given.reserved);
    const numbers = new Map<string, number>();
    const partName = (name: string, fallback: string): string => {
      const own = name === "" ? fallback : name.slice(0, 40);
      let plain = own;
      for (let at = numbers.get(own) ?? 2; used.has(plain); at++) {
        plain = `${own}${String(at)}`;
        numbers.set(own, at + 1);
      }
      used.add(plain);
      this.names.reserve(plain);
      return plain;
    };
    // Parts are named before fields, so that no field takes the name of one.
    const named = this.outline.sections.map((section) => ({
      section,
      name:
        (section.items.length > 1 || (this.hasSectionWeights && section.weight != null)) &&
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
    const inFormula = new Set<string>();
    if (this.composed !== null) {
      const { clause } = this.composed;
      const compose = (parts: readonly ComposedPart[], indent: string): readonly Line[] =>
        parts.flatMap(({ name, weight, parts: below, place }): readonly Line[] => {
          if (below.length > 0)
            return [
              {
                text: `${indent}${this.zh ? "大类" : "section"} ${written(partName(name, ""))} ${this.words.weight} ${weight}% {`,
                clause: clause.number,
              },
              ...compose(below, `${indent}  `),
              { text: `${indent}}`, clause: null },
            ];
          const own = place === null ? undefined : named[place.section]?.items[place.item];
          if (place !== null && own !== undefined) {
            inFormula.add(`${String(place.section)}:${String(place.item)}`);
            return this.item(own.item, own.name, place.section, place.item, indent, weight).lines;
          }
          const title = partName(name, "");
          const mark = this.names.field(
            numberOf(`${name}${this.zh ? "分" : "_mark"}`, this.zh ? "分" : "points", ["0", "100"]),
            title,
          );
          return [
            {
              text: `${indent}${this.zh ? "条目" : "item"} ${written(title)} 100${this.zh ? " 分" : ""} ${this.words.weight} ${weight}% { ${this.words.earn} ${written(mark)} }`,
              clause: clause.number,
            },
          ];
        });
      body.push(...compose(this.composed.parts, ""));
    }
    for (const [at, { section, name, items }] of named.entries()) {
      const inside: Line[] = [];
      const own: string[] = [];
      for (const [index, { item, name: title }] of items.entries()) {
        if (inFormula.has(`${String(at)}:${String(index)}`)) continue;
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
            text:
              this.hasSectionWeights && section.weight != null
                ? `${this.zh ? "大类" : "section"} ${written(name)} ${this.words.weight} ${section.weight}% {`
                : `${this.zh ? "大类" : "section"} ${written(name)} ${sumOf(own)}${this.zh ? " 分" : ""} {`,
            clause: null,
          },
          ...inside,
          { text: "}", clause: null },
        );
    }
    const total = this.isWeighted || this.hasSectionWeights || this.composed !== null ? "100" : sumOf(points);
    const head: Line[] = [{ text: `${this.zh ? "考核" : "rubric"} ${quoted(this.outline.title)}`, clause: null }];
    head.push({ text: this.zh ? `满分 ${total} 分` : `total ${total}`, clause: null });
    const rules = [...body, ...this.extras, ...this.results.lines].filter(({ clause }) => clause !== null);
    const own = neededOf(
      this.given.known,
      rules.map(({ text }) => text).join("\n"),
      new Set(this.names.declared.map(({ name }) => name)),
    );
    const data = dataText(this.names, this.lang, this.results.hasPeriod, own.fields)
      .split("\n")
      .map((text) => ({ text, clause: null }));
    return [
      ...head,
      { text: "", clause: null },
      ...own.declarations.map((text) => ({ text, clause: null })),
      ...data,
      { text: "", clause: null },
      ...body,
      ...this.extras,
      ...this.results.lines,
    ];
  }

  /** An item's lines, and the points that it adds to its section; null for bonuses and the like. */
  private item(
    item: OutlineItem,
    name: string,
    section: number,
    index: number,
    indent: string,
    share: string | null = null,
  ): { readonly lines: readonly Line[]; readonly points: string | null } {
    const clauses = this.of(section, index);
    const rules: { readonly rule: ScoringRule; readonly clause: ReadClause }[] = [];
    const open: ReadClause[] = [];
    const notes: string[] = [];
    const bonuses: typeof rules = [];
    const kept: { readonly text: string; readonly clause: ReadClause }[] = [];
    const limits: { readonly value: string; readonly clause: ReadClause }[] = [];
    for (const clause of clauses) {
      const own =
        clause.matches[0]?.pattern === "known" ? this.given.known?.rules.get(clauseKey(clause.text)) : undefined;
      if (this.given.unfit.has(clause.number)) open.push(clause);
      else if (own !== undefined)
        for (const text of own.texts)
          if (own.isRule) kept.push({ text, clause });
          else this.results.lines.push({ text, clause: clause.number });
      else if (clause.state === "not-a-rule") notes.push(clause.text);
      else if (clause.reason === "refused") notes.push(`${this.zh ? "未采用" : "Not taken"}: ${clause.text}`);
      else if (clause.state === "not-read") open.push(clause);
      // A question that is open proposes no rule that scores.
      else if (clause.questions.some(({ chosen }) => chosen === null)) open.push(clause);
      else
        for (const { parts } of clause.matches)
          for (const part of parts) {
            if (part.kind !== "rule") {
              // What is about items as a whole has been applied to them.
              if (part.kind === "limit") limits.push({ value: part.value, clause });
              if (!(
                part.kind === "composition" ||
                part.kind === "base" ||
                part.kind === "absent" ||
                part.kind === "limit" ||
                part.kind === "own"
              ))
                this.results.write(part, clause, name);
            } else if (
              part.effect === "add" &&
              clause.questions.some(({ code, chosen }) => code === "over-full" && chosen === 0)
            )
              bonuses.push({ rule: part, clause });
            else rules.push({ rule: part, clause });
          }
    }
    // Two bounds of the same bonuses say nothing together.
    const [limit] = limits;
    if (limits.length > 1) open.push(...limits.map(({ clause }) => clause));
    const most = limits.length === 1 && limit !== undefined ? limit.value : null;
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
    const base = this.bases.get(`${String(section)}:${String(index)}`);
    const hasPoints =
      base !== undefined ||
      (item.role === "item" && (item.points !== null || (item.weight !== null && this.isWeighted)));
    const keptLine = ({ text, clause }: (typeof kept)[number], deep: string): Line => ({
      text: `${deep}${text} ${this.words.basis} ${quoted(clause.text)}`,
      clause: clause.number,
    });
    const earns = rules.some(({ rule }) => rule.effect === "earn");
    const lines: Line[] = [];
    let points: string | null = null;
    if (hasPoints || (item.role === "item" && earns && item.points !== null)) {
      const isShare = this.isWeighted && item.weight !== null;
      const own = base?.most ?? (isShare ? "100" : (item.points ?? "0"));
      points = own;
      const weight = share ?? (isShare ? item.weight : null);
      // An item that begins at its base adds up to its points anyway.
      const isHeld = base === undefined && rules.some(({ rule }) => rule.effect === "add");
      const head = [
        `${this.zh ? "条目" : "item"} ${written(name)} ${own}${this.zh ? " 分" : ""}`,
        ...(weight === null ? [] : [`${this.words.weight} ${weight}%`]),
        ...(isHeld ? [`${this.zh ? "限" : "within"} 0 .. ${own}${this.zh ? " 分" : ""}`] : []),
        ...(this.isAbsent ? [this.absence(name)] : []),
      ]
        .join(" ")
        .concat(assessor);
      lines.push(...documentation, { text: `${indent}${head} {`, clause: null });
      if (base !== undefined)
        lines.push({
          text: `${indent}  ${this.words.earn} ${writer.points(base.base)} ${this.words.basis} ${quoted(base.clause.text)}`,
          clause: base.clause.number,
        });
      lines.push(
        ...kept.map((each) => keptLine(each, `${indent}  `)),
        ...rules.map((each) => lineOf(each, `${indent}  `)),
        ...open.map((clause) => openLine(clause, `${indent}  `)),
      );
      if (rules.length === 0 && kept.length === 0 && open.length === 0 && base === undefined)
        lines.push(this.unexplained(name, `${indent}  `));
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
      const isDeduction = ({ text }: (typeof kept)[number]) => /(?:^|\s)(?:扣|deduct)\s/u.test(text);
      const keptDown = kept.filter(isDeduction);
      const keptUp = kept.filter((each) => !isDeduction(each));
      const own = item.role === "penalty" ? "penalty" : "bonus";
      const hasOpen = open.length > 0 && item.role !== "veto";
      const rest = item.role === "veto" ? [] : open;
      if (ups.length > 0 || keptUp.length > 0 || (hasOpen && downs.length === 0 && keptDown.length === 0))
        this.extra(
          ups.length === 0 && keptUp.length === 0 ? own : "bonus",
          name,
          item.role === "bonus" ? (item.points ?? most) : item.role === "penalty" ? item.points : null,
          [
            ...keptUp.map((each) => keptLine(each, "  ")),
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
      if (downs.length > 0 || keptDown.length > 0)
        this.extra(
          "penalty",
          ups.length > 0 || keptUp.length > 0 ? `${name}${this.zh ? "扣分" : " penalty"}` : name,
          item.role === "penalty" ? item.points : null,
          [
            ...keptDown.map((each) => keptLine(each, "  ")),
            ...downs.map((each) => lineOf(each, "  ")),
            ...(ups.length > 0 || keptUp.length > 0 ? [] : rest.map((clause) => openLine(clause, "  "))),
          ],
          assessor,
          ups.length > 0 ? [] : notes,
        );
      // Points that no sentence explains are said as well.
      if (item.points !== null && clauses.every(({ state }) => state === "not-a-rule") && kept.length === 0)
        this.extra(own, name, item.points, [this.unexplained(name, "  ")], assessor, notes);
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

  /** An open clause for points that no sentence of the document explains. */
  private unexplained(name: string, indent: string): Line {
    const text = this.zh ? `${name}：原文没有写怎样计分` : `${name}: the document does not say how it is scored`;
    return { text: `${indent}${this.zh ? "待定" : "open"} ${quoted(text)}`, clause: null };
  }

  /** An item that may not apply, with the field that decides it. */
  private absence(item: string): string {
    const field = written(
      this.names.field({ ...flagOf(`${item}${this.zh ? "缺项" : " absent"}`), default: "no" }, item),
    );
    return this.zh ? `适用 若 非 ${field} 否则 折算` : `applies if not ${field} otherwise rescale`;
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
}
