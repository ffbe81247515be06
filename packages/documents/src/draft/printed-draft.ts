/** The draft of a printed rubric: the rubric that it was printed from, with what has been changed in the document. */
import { format, itemWordOf, keywordIn, type Lang, parse, type RoleName, severityOf } from "@yardstick/language";
import type { PrintedDocument, PrintedPart, PrintedRule } from "../outline/printed-document.js";
import { dataBlock, withFiller } from "../outline/printed-text.js";
import type { ReadClause } from "../match/read-clause.js";
import { quotedText, written } from "../words/written-name.js";
import { Names } from "./names.js";
import type { Line } from "./results.js";
import { RuleWriter, draftWords } from "./rule-text.js";

/** The head of a part in the keywords of `lang`, without its opening brace. */
function headInKeywords(head: string, isSection: boolean, data: string, from: Lang, lang: Lang): string {
  if (from === lang) return head;
  const formatted = format(`${data}\n${withFiller(head, isSection)}`, { keywords: lang });
  const whole = formatted.slice(parse(formatted).rubric.declarations[1]?.span[0] ?? 0);
  return whole
    .slice(0, whole.lastIndexOf("{", whole.indexOf(isSection ? "「.」" : '"."')))
    .trim()
    .replaceAll(/\s+/gu, " ");
}

/** The keyword that a part begins with. */
function wordOf(form: PrintedPart["form"]): RoleName {
  if (form === "section") return "Section";
  return form === "item" ? "Item" : itemWordOf(form).word;
}

/** Writes the rubric of a printed document. `refused` are the numbers of clauses whose own text does not fit the rest. */
export class PrintedDraft {
  private readonly names = new Names();
  private readonly zh: boolean;
  private readonly words;

  constructor(
    private readonly printed: PrintedDocument,
    private readonly clauses: readonly ReadClause[],
    private readonly lang: Lang,
    private readonly refused: ReadonlySet<number>,
  ) {
    this.zh = lang === "zh";
    this.words = draftWords(lang);
    for (const { name, type } of printed.fields) if (!name.includes(".")) this.names.adoptDeclared(name, `: ${type}`);
  }

  /**
   * A rule or a declaration in the keywords of the draft; null where it has errors beside the data of the document. A text that is
   * printed in these keywords is taken as it stands.
   */
  private own(text: string, isRule: boolean): string | null {
    const { lang } = this.printed;
    const wrapped = isRule ? `${lang === "zh" ? "条目" : "item"} 「.」 1 {\n${text}\n}` : text;
    const source = `${dataBlock(this.printed)}\n${wrapped}`;
    const { findings, rubric } = parse(source);
    if (findings.some((found) => severityOf(found) === "error")) return null;
    // What closes its part and opens another is no rule.
    const [, first, ...more] = rubric.declarations;
    if (first === undefined || (isRule && (first.kind !== "item" || more.length > 0))) return null;
    if (lang === this.lang) return text;
    const whole = format(source, { keywords: this.lang });
    const from = parse(whole).rubric.declarations[1];
    if (from === undefined) return null;
    if (!isRule || from.kind !== "item") return whole.slice(from.span[0]).trimEnd();
    const [begin, end] = [from.lines[0]?.span[0] ?? 0, from.lines.at(-1)?.span[1] ?? 0];
    return whole
      .slice(begin, end)
      .split("\n")
      .map((line, at) => (at === 0 ? line : line.replace(/^ {0,2}/u, "")))
      .join("\n");
  }

  lines(): readonly Line[] {
    const { printed, zh } = this;
    const plain = (text: string): Line => ({ text, clause: null });
    const declarations = this.declarations();
    const parts = printed.parts.flatMap((part) => [...this.part(part, ""), plain("")]);
    const head: Line[] = [];
    if (printed.title !== null) head.push(plain(`${zh ? "考核" : "rubric"} ${quotedText(printed.title)}`));
    if (printed.edition !== null) {
      const { name, from, to } = printed.edition;
      const force =
        from === null && to === null
          ? ""
          : ` ${zh ? "施行" : "effective"} ${from ?? ""}${to === null ? "" : `${from === null ? "" : " "}.. ${to}`}`;
      head.push(plain(`${zh ? "版本" : "edition"} ${quotedText(name)}${force}`));
    }
    if (printed.total !== null) head.push(plain(`${zh ? "满分" : "total"} ${printed.total}${zh ? " 分" : ""}`));
    return [...head, plain(""), ...this.data(), plain(""), ...parts, ...declarations];
  }

  private ruleClauses(place: PrintedPart["place"], passage: number): readonly ReadClause[] {
    return this.clauses.filter(
      (clause) =>
        place !== null && clause.section === place.section && clause.item === place.item && clause.passage === passage,
    );
  }

  private declarations(): readonly Line[] {
    const section = Math.max(-1, ...this.clauses.map((clause) => clause.section));
    return this.printed.declarations.flatMap(({ text }, at): readonly Line[] => {
      const clause = this.clauses.find(
        (each) => each.section === section && each.passage === at && each.matches[0]?.pattern === "own",
      );
      const own = this.refused.has(clause?.number ?? -1) ? null : this.own(text, false);
      const number = clause?.number ?? null;
      return own === null
        ? text.split("\n").map((line) => ({ text: `// ${line}`, clause: number }))
        : [{ text: own, clause: number }];
    });
  }

  private note(text: string | null, indent: string): readonly Line[] {
    return text === null ? [] : text.split("\n").map((line) => ({ text: `${indent}/// ${line}`, clause: null }));
  }

  private part(part: PrintedPart, indent: string): readonly Line[] {
    const { zh } = this;
    const isMost = part.form !== "section" && part.form !== "item";
    const points =
      part.points === null
        ? ""
        : isMost
          ? ` ${this.words.most} ${part.points}${zh ? " 分" : ""}`
          : /^[\d.]+$/u.test(part.points)
            ? ` ${part.points}${zh ? " 分" : ""}`
            : "";
    const assessor =
      part.assessor === "" || part.form === "section"
        ? ""
        : ` ${zh ? "考核部门" : "assessor"} ${quotedText(part.assessor)}`;
    const basis = part.basis === null ? "" : ` ${this.words.basis} ${quotedText(part.basis)}`;
    const own =
      part.head === null
        ? null
        : headInKeywords(part.head, part.form === "section", dataBlock(this.printed), this.printed.lang, this.lang);
    const head = own ?? `${keywordIn(this.lang, wordOf(part.form))} ${written(part.name)}${points}${assessor}${basis}`;
    const inside = [
      ...part.rules.flatMap((rule, at) => this.rule(rule, this.ruleClauses(part.place, at), `${indent}  `, part.name)),
      ...part.parts.flatMap((each) => this.part(each, `${indent}  `)),
    ];
    return [
      ...this.note(part.note, indent),
      { text: `${indent}${head} {`, clause: null },
      ...inside,
      { text: `${indent}}`, clause: null },
    ];
  }

  private rule(rule: PrintedRule, clauses: readonly ReadClause[], indent: string, item: string): readonly Line[] {
    const basis = rule.basis === null ? "" : ` ${this.words.basis} ${quotedText(rule.basis)}`;
    const notes = this.note(rule.note, indent);
    const [clause] = clauses;
    if (clause?.reason === "refused")
      return [...notes, ...this.note(`${this.zh ? "未采用" : "Not taken"}: ${rule.text}`, indent)];
    const number = clause?.number ?? null;
    if (rule.isOwn) {
      const own = this.refused.has(number ?? -1) ? null : this.own(rule.text, true);
      if (own !== null)
        return [
          ...notes,
          ...own.split("\n").map((text, at, all) => ({
            text: `${indent}${text}${at === all.length - 1 ? basis : ""}`,
            clause: number,
          })),
        ];
    }
    const writer = new RuleWriter(this.lang, this.names, item);
    const lines = clauses.flatMap((each): readonly Line[] => {
      const parts = each.matches.flatMap((match) => match.parts);
      const isRead =
        (each.state === "read" || each.state === "judged") && !rule.isOwn && parts.every(({ kind }) => kind === "rule");
      return isRead
        ? parts.flatMap((part) =>
            part.kind === "rule" ? [{ text: `${indent}${writer.rule(part)}${basis}`, clause: each.number }] : [],
          )
        : [{ text: `${indent}${this.zh ? "待定" : "open"} ${quotedText(each.text)}${basis}`, clause: each.number }];
    });
    return [...notes, ...lines];
  }

  private data(): readonly Line[] {
    const more = this.names.declared.flatMap(({ name, field }) =>
      field === null ? [] : [`  ${written(name)}: ${this.typeOf(field.type, field.unit)}`],
    );
    const text = dataBlock(this.printed, more);
    const own = this.printed.lang === this.lang ? text : format(text, { keywords: this.lang }).trimEnd();
    return own.split("\n").map((line) => ({ text: line, clause: null }));
  }

  /** The type of a field that the document does not declare: a sentence in it was changed. */
  private typeOf(type: string, unit: string | null): string {
    const names =
      this.printed.lang === "zh"
        ? { count: "计数", number: "数值", percent: "百分数", flag: "是否" }
        : { count: "count", number: "number", percent: "percent", flag: "flag" };
    const name =
      type === "count" || type === "number" || type === "percent" || type === "flag" ? names[type] : names.flag;
    return unit === null || unit === "%" || unit === "" ? name : `${name} ${unit}`;
  }
}
