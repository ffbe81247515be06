/**
 * The words of one rule, taken one after another and written as in a rubric: each by its position,
 * then the order of the whole. Changes are recorded, to be reported.
 */
import type { Lang, Bilingual } from "../vocabulary/bilingual.js";
import { boundaries, writtenAs, type Place } from "./everyday-words.js";
import type { Piece } from "./pieces.js";
import { keywordBySpelling } from "./tokens.js";
import { itemWords, suffixes, verbs, vocabulary, type Role, type RoleName } from "../vocabulary/vocabulary.js";

export interface Rewording {
  readonly text: string;
  /** The words of the stretch that were not as in a rubric, and the position of the first of them. */
  readonly said: readonly string[];
  /** Whether the text only shows the form, because the stretch leaves something out. */
  readonly isForm: boolean;
  readonly at: readonly [number, number];
  readonly note: Bilingual | null;
}

/** Grammar rules that one stretch can be. */
export type Element =
  "line" | "bandRow" | "gradeRow" | "field" | "declaration" | "givenEntry" | "entry" | "vetoEffect" | "change";

/** The content of the braces after a stretch: a scoring line, a part, something else; empty where there are none. */
export type Tail = "" | "line" | "part" | "any";

function plays(piece: Piece | undefined, ...roles: readonly RoleName[]): boolean {
  if (piece === undefined || piece.kind !== "keyword") return false;
  return keywordBySpelling.get(piece.text)?.roles.some((r) => roles.includes(r)) === true;
}

export const isName = (piece: Piece | undefined): boolean => piece?.kind === "name" || piece?.kind === "unknown";
/** Words that begin a part. */
const partRoles: readonly RoleName[] = ["Section", "Item", ...itemWords.map(({ word }) => word)];
const conditionSuffixes = suffixes.filter(({ takes }) => takes === "condition").map(({ word }) => word);
const verbRoles = verbs.map(({ name }) => name);
export const isVerb = (piece: Piece | undefined): boolean => plays(piece, ...verbRoles, "AtDiscretion");
const isSign = (piece: Piece | undefined, signs: string): boolean =>
  piece?.kind === "sign" && signs.includes(piece.text);
const isComparison = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^(?:[<>=＜＞＝≥≤≠]|[<>]=|!=)$/.test(piece.text);

export class Rewriter {
  readonly out: Piece[] = [];
  readonly said: Piece[] = [];
  note: Bilingual | null = null;
  private place: Place;
  private depth = 0;

  constructor(
    readonly cut: readonly Piece[],
    readonly element: Element,
    readonly names: ReadonlyMap<string, string>,
    readonly tail: Tail,
    /** The vocabulary that keywords are written in. */
    readonly lang: Lang,
  ) {
    this.place = placeOf(element);
  }

  run(): void {
    this.cut.forEach((piece, i) => this.take(piece, i));
    if (this.element === "line") this.shapeLine();
    if (this.element === "declaration") this.shapeHead();
    if (this.element === "field") this.shapeFieldName();
    this.shapeRow();
  }

  /** Puts a word in the place of a piece; an empty one drops it. */
  private write(text: string, piece: Piece): void {
    this.said.push(piece);
    for (const own of text.split(" ").filter((w) => w !== "")) {
      const word = this.spelled(own);
      const kind = keywordBySpelling.has(word) ? "keyword" : "sign";
      this.push({ kind, text: word, found: piece.found, at: piece.at });
    }
  }

  private push(piece: Piece): void {
    this.out.push(piece);
    if (isSign(piece, "(（[［【")) this.depth += 1;
    if (isSign(piece, ")）]］】")) this.depth -= 1;
    this.place = placeAfter(piece, this.place, this.element);
  }

  private take(piece: Piece, i: number): void {
    const next = this.cut[i + 1];
    if (boundaries.has(piece.found) && this.out.at(-1)?.kind === "number") return this.boundary(piece);
    const keepsMeaning = isComparison(this.out.at(-1)) && plays(piece, "Yes", "No");
    const text = keepsMeaning ? null : this.wordFor(piece, next);
    if (text !== null && text !== piece.text) return this.write(text, piece);
    if (piece.text.replaceAll(" ", "") !== piece.found.replaceAll(" ", "")) {
      this.said.push(piece);
      return this.push(piece);
    }
    if (this.isSuperfluous(piece, next)) {
      this.said.push(piece);
      return;
    }
    this.push(piece);
  }

  private wordFor(piece: Piece, next: Piece | undefined): string | null {
    if (piece.kind !== "everyday" && piece.kind !== "keyword") return null;
    if (this.depth > 0) return null;
    const opens = this.element === "declaration" && this.out.length === 0;
    const named = writtenAs(piece.found, this.place) ?? (opens ? writtenAs(piece.found, "result") : null);
    if (named === null) return null;
    const isFirst = this.out.length === 0;
    if (this.place === "head" && (named === "条目" || named === "大类" || named === "加分项" || named === "扣分项"))
      return isFirst ? named : null;
    if (this.place === "head" && plays(piece, "Total", "Score") && isFirst) return null;
    if (this.place === "measure" && named === "" && !(isName(next) || next?.kind === "number")) return null;
    if (this.place === "field" && !this.out.some((p) => isSign(p, ":："))) return null;
    return named;
  }

  /** `3 次以上` is `>= 3 次`; within a judgement `1 分以内` is `0 .. 1 分`. */
  private boundary(piece: Piece): void {
    this.said.push(piece);
    const number = this.out.pop()!;
    const compared = isComparison(this.out.at(-1));
    if (this.place === "effect")
      this.out.push({ ...number, text: "0", kind: "number" }, { ...number, text: "..", kind: "sign" });
    else if (!compared) {
      if (this.element === "gradeRow" && isSign(this.out.at(-1), ":："))
        this.out.push({ ...number, text: "总分", kind: "keyword" });
      this.out.push({ ...number, text: boundaries.get(piece.found)!, kind: "sign" });
    }
    this.out.push(number);
  }

  private isSuperfluous(piece: Piece, next: Piece | undefined): boolean {
    const before = this.out.at(-1);
    if (this.depth > 0 && !isSign(piece, ")）")) return false;
    if (this.element === "line") {
      if (isSign(piece, ",，、")) return true;
      if (this.isBracketedLimit(piece)) return true;
      if (plays(piece, "Deduct", "Add", "Earn") && plays(before, "UpTo")) return true;
      return isSign(piece, ":：=＝") && (isVerb(before) || plays(before, "UpTo"));
    }
    if (this.place === "head" || this.element === "declaration") {
      if (isSign(piece, ",，、")) return true;
      if (plays(this.out[0], "Let", "Output")) return false;
      return isSign(piece, ":：") && before !== undefined && (this.out.length <= 3 || before.kind === "keyword");
    }
    if (this.element === "field") return isSign(piece, ",，") && next !== undefined;
    return false;
  }

  /** `（最多 1 分）`: a limit needs no brackets. */
  private isBracketedLimit(piece: Piece): boolean {
    const at = this.cut.indexOf(piece);
    const limit = (p: Piece | undefined): boolean =>
      p !== undefined && (plays(p, "UpTo") || writtenAs(p.found, "effect") === "最多");
    if (isSign(piece, "(（")) return limit(this.cut[at + 1]);
    return isSign(piece, ")）") && this.cut.slice(0, at).some((p, i) => isSign(p, "(（") && limit(this.cut[i + 1]));
  }

  private replace(from: number, count: number, ...put: Piece[]): void {
    this.out.splice(from, count, ...put);
  }

  private word(own: string, near: Piece): Piece {
    const text = this.spelled(own);
    return { kind: keywordBySpelling.has(text) ? "keyword" : "sign", text, found: near.found, at: near.at };
  }

  /** A keyword in the vocabulary of the rubric; whatever else is written stays as it is. */
  private spelled(text: string): string {
    const roles = this.lang === "zh" ? [] : (keywordBySpelling.get(text)?.roles ?? []);
    const isOfLine = (name: RoleName) => ["line", "expression"].includes(vocabulary[name].group);
    const own = roles.find((name) => isOfLine(name) === (this.element === "line")) ?? roles[0];
    if (own === undefined) return text;
    const { en }: Role = vocabulary[own];
    return en[0] ?? text;
  }

  /** The order of a line's words, and the word it opens with. */
  private shapeLine(): void {
    const { out } = this;
    this.quoteTexts();
    this.shapeBetween();
    const verb = out.findIndex((p) => isVerb(p));
    const [first, second, third] = out;
    if (first === undefined) return;
    if (plays(first, "By") && this.tail !== "" && verb < 0) {
      this.said.push(first);
      return this.replace(0, 0, this.word("得", first));
    }
    if (verb < 0) return this.shapeSigned();
    if (plays(first, "By", "InProportion")) return this.shapeEarned(verb);
    if (plays(first, "Per") && isName(second) && third?.kind === "number" && verb === 3) {
      this.said.push(third);
      this.replace(1, 2, third, second!);
    } else if (isName(first) && second?.kind === "number" && verb === 2) {
      this.said.push(second);
      this.replace(0, 2, this.word("每", first), second, first);
    } else if (isName(first) && isComparison(second)) {
      this.said.push(first);
      this.replace(0, 0, this.word("若", first));
    } else if (isName(first) && plays(second, "Per") && out[4]?.kind === "number" && verb === 5) {
      this.said.push(second!);
      const side = plays(third, "Over") ? "超过" : "少于";
      this.replace(0, 5, second!, out[4], first, this.word(side, third!), out[3]!);
    } else if (isName(first) && verb === 1) {
      const opening = { flag: "若", number: "每", list: "逐条" }[this.names.get(first.text) ?? ""];
      if (opening === undefined) return;
      this.said.push(first);
      this.replace(0, 0, this.word(opening, first));
      this.note = {
        zh: "条件前面写「若」，次数前面写「每」，明细前面写「逐条」。",
        en: "A condition opens with `if`, a count with `per`, a list with `each`.",
      };
    } else if (plays(first, "If") && isName(second) && third?.kind === "number" && verb === 3) {
      this.said.push(third);
      this.replace(2, 0, this.word(">=", third));
    } else if (plays(first, "If") && (second?.text === "不" || second?.text === "没有") && isName(third)) {
      this.said.push(second);
      this.replace(1, 1, this.word("非", second));
    }
  }

  /** `若 X 80% 至 90%` is two comparisons. */
  private shapeBetween(): void {
    const { out } = this;
    const at = out.findIndex(
      (p, i) => isSign(p, "~～〜—–至") && out[i - 1]?.kind === "number" && out[i + 1]?.kind === "number",
    );
    const name = out[at - 2];
    if (at < 3 || name === undefined || !isName(name) || !plays(out[at - 3], "If", "And", "Or")) return;
    const [low, high] = [out[at - 1]!, out[at + 1]!];
    this.said.push(out[at]!);
    this.replace(at - 1, 3, this.word(">=", low), low, this.word("且", low), name, this.word("<=", high), high);
  }

  /** `若 班子不团结 -1 分`: a number with a sign is what is deducted or added. */
  private shapeSigned(): void {
    const at = this.out.length - 2;
    const sign = this.out[at];
    if (!isSign(sign, "-－−+＋") || this.out[at + 1]?.kind !== "number") return;
    this.said.push(sign!);
    this.replace(at, 1, this.word(isSign(sign, "+＋") ? "加" : "扣", sign!));
  }

  /** `按比例 完成 / 任务 得分`: the verb comes first. */
  private shapeEarned(verb: number): void {
    if (verb !== this.out.length - 1) return;
    const earned = this.out[verb]!;
    const first = this.out[0]!;
    const ratio = this.out.slice(1, verb);
    if (!ratio.some((p) => isName(p))) return;
    this.said.push(first);
    this.replace(0, this.out.length, this.word("得", earned), this.word("按比例", first), ...ratio);
  }

  /** Points in brackets, a name of several words, a missing keyword, a text without quotes. */
  private shapeHead(): void {
    const { out } = this;
    const first = out[0];
    this.shapeResult();
    const named = plays(first, "Rubric", "Edition", "Test", "Scenario");
    if (named && out.length === 2 && !isSign(out[1], "{") && out[1]!.kind !== "text") {
      this.said.push(out[1]!);
      this.replace(1, 1, { ...out[1]!, kind: "text", text: `"${out[1]!.found}"` });
      this.note = textInQuotes;
      return;
    }
    this.quoteTexts();
    const number = out.findIndex((p, i) => i > 0 && p.kind === "number");
    if ((this.tail === "line" || this.tail === "part") && number > 0 && !plays(first, ...openings)) {
      const marker = /^[(（]/.test(first?.text ?? "") ? out.findIndex((p) => isSign(p, ")）")) + 1 : 0;
      if (marker > 0) this.said.push(...out.splice(0, marker));
      const opening = this.tail === "line" ? "条目" : "大类";
      if (!plays(out[0], ...openings)) {
        this.said.push(out[0]!);
        this.replace(0, 0, this.word(opening, out[0]!));
        this.note = {
          zh: "条目以「条目」开头，大类以「大类」开头。",
          en: "An item opens with `item`, a section with `section`.",
        };
      }
      return this.shapePartName();
    }
    if (plays(first, ...partRoles)) this.shapePartName();
    else if (plays(first, "Score") && out[1]?.kind === "number") {
      this.said.push(first!);
      this.replace(0, 1, this.word("满分", first!));
    }
  }

  private quoteTexts(): void {
    const { out } = this;
    out.forEach((piece, i) => {
      if (!plays(piece, "Assessor", "Basis") || !isName(out[i + 1])) return;
      this.said.push(out[i + 1]!);
      this.replace(i + 1, 1, { ...out[i + 1]!, kind: "text", text: `"${out[i + 1]!.found}"` });
      this.note = textInQuotes;
    });
  }

  /** The words that a result cannot do without. */
  private shapeResult(): void {
    const { out } = this;
    const [first, second, third] = out;
    if (first === undefined || second === undefined || third === undefined) return;
    const put = (at: number, count: number, ...words: readonly string[]): void => {
      const near = out[at]!;
      this.said.push(near);
      if (count === 0)
        this.note = {
          zh: `「${near.found}」前面缺「${this.spelled(words[0] ?? "")}」。`,
          en: `"${this.spelled(words[0] ?? "")}" is missing before "${near.found}".`,
        };
      this.replace(at, count, ...words.map((text) => this.word(text, near)));
    };
    if (plays(first, "Let", "Output") && isSign(third, ":：")) put(2, 1, "=");
    else if (plays(first, "Ranking") && plays(second, "By")) {
      put(1, 0, this.lang === "zh" ? "总排名" : "overall");
      this.note = { zh: "排名要有名称。", en: "A ranking has a name." };
    } else if (plays(first, "Ranking") && !plays(third, "By")) put(2, 0, "按");
    else if (plays(first, "Veto") && plays(second, "If")) {
      put(1, 0, this.lang === "zh" ? "否决事项" : "red_line");
      this.note = { zh: "一票否决要有名称。", en: "A veto has a name." };
    } else if (plays(first, "Veto", "Consequence") && !out.some((p) => plays(p, "If"))) put(2, 0, "若");
    else if (plays(first, "Award")) {
      const at = out.findIndex((p, i) => (isSign(p, "-－") || p.text === "到") && out[i - 1]?.kind === "number");
      if (at > 0 && out[at + 1]?.kind === "number") put(at, 1, "..");
    }
    const last = out.at(-1);
    if (plays(first, "Veto") && this.tail === "" && plays(last, "ScoreZero", "Unranked", "NoPlace", "NoAwards"))
      put(out.length - 1, 1, "{", last!.text, "}");
  }

  private shapePartName(): void {
    const { out } = this;
    const points = out.findIndex((p, i) => i > 1 && p.kind === "number" && /(?:分|points?)$/.test(p.text));
    const ends = out.findIndex((p, i) => i > 1 && (i === points || p.kind === "keyword"));
    const end = ends < 0 ? out.length : ends;
    if (points > 0 && isSign(out[points - 1], "(（") && isSign(out[points + 1], ")）")) {
      this.said.push(out[points - 1]!, out[points + 1]!);
      const inner = out[points]!;
      this.replace(points - 1, 3, inner);
      return this.shapePartName();
    }
    this.shapeName(1, end);
  }

  private shapeFieldName(): void {
    this.shapeName(
      0,
      this.out.findIndex((p) => isSign(p, ":：")),
    );
  }

  /** The text from one offset to another is one name, whatever it contains. */
  private shapeName(from: number, end: number): void {
    const words = this.out.slice(from, Math.max(from, end));
    const [name] = words;
    if (name === undefined || (words.length === 1 && name.kind !== "text")) return;
    const last = words.at(-1)!;
    const source = this.sourceOf(name, last);
    const plain = source.replace(/^[“"‘'＂]|[”"’'＂]$/g, "");
    if (/[「」`{}\n]/.test(plain)) return;
    const isPlain = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(plain) && !keywordBySpelling.has(plain);
    this.said.push({ ...name, found: source });
    this.replace(from, words.length, { ...name, kind: "name", text: isPlain ? plain : `「${plain}」` });
    this.note = {
      zh: "名称不加引号；名称里有空格、括号或标点时，把它写在「」里。",
      en: "A name stands without quotes; one with spaces, brackets or signs in it goes between 「」 or backticks.",
    };
  }

  private sourceOf(first: Piece, last: Piece): string {
    const inside = this.cut.filter((p) => p.at >= first.at && p.at <= last.at);
    let text = "";
    inside.forEach((p, i) => {
      const before = inside[i - 1];
      text += (before !== undefined && before.at + before.found.length < p.at ? " " : "") + p.found;
    });
    return text;
  }

  /** A colon between a key and its value. */
  private shapeRow(): void {
    const { out, element } = this;
    if (
      element === "givenEntry" ||
      element === "entry" ||
      element === "bandRow" ||
      element === "gradeRow" ||
      element === "field"
    ) {
      const equals = out.findIndex((p) => isSign(p, "=＝"));
      const colon = out.findIndex((p) => isSign(p, ":："));
      const condition = out[colon + 1];
      if (element === "gradeRow" && colon > 0 && isComparison(condition)) {
        this.said.push(condition!);
        this.replace(colon + 1, 0, this.word("总分", condition!));
      }
      if (colon >= 0) return;
      if (element === "gradeRow" && out.length === 2 && out[1]!.kind === "number") {
        this.said.push(out[1]!);
        this.replace(1, 0, this.word(":", out[1]!), this.word("名额", out[1]!));
        return;
      }
      if (equals > 0 && element !== "field" && element !== "bandRow") {
        this.said.push(out[equals]!);
        this.replace(equals, 1, this.word(":", out[equals]!));
      } else if (out.length >= 2) {
        const before = element === "bandRow" ? out.length - 1 : 1;
        this.said.push(out[before]!);
        this.replace(before, 0, this.word(":", out[before]!));
        this.note = { zh: "中间要写冒号。", en: "A colon belongs between the two." };
      }
    }
  }
}

const openings: readonly RoleName[] = [...partRoles, "Data", "Veto", "Grades", "Test", "Scenario", "Coefficient"];

const textInQuotes: Bilingual = { zh: "文字要加引号。", en: "Text goes in quotes." };

function placeOf(element: Element): Place {
  switch (element) {
    case "line":
      return "start";
    case "field":
      return "field";
    case "declaration":
      return "head";
    case "vetoEffect":
      return "result";
    default:
      return "row";
  }
}

function placeAfter(piece: Piece, before: Place, element: Element): Place {
  if (element === "line") {
    if (plays(piece, "If", "Where", "AppliesIf", ...conditionSuffixes)) return "condition";
    if (plays(piece, "Per", "Each")) return "measure";
    if (plays(piece, ...verbRoles)) return "effect";
    return before === "start" ? "condition" : before;
  }
  if (element === "declaration" && plays(piece, ...partRoles)) return "head";
  if (element === "declaration" && before === "head" && piece.kind === "keyword" && isResult(piece)) return "result";
  return before;
}

function isResult(piece: Piece): boolean {
  return plays(piece, "Ranking", "Award", "Consequence", "Veto", "Output", "Let", "Score");
}
