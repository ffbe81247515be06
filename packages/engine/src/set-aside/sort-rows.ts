/**
 * Which rows of a table are not subjects: totals, means, extremes, full marks, counts, remarks. Words decide, and figures: a row that
 * is the sum of the rows above it is a total whatever it is called. What is certain is set aside; what is in doubt is not a subject
 * until the user confirms it; a coincidence of small figures is a note.
 */
import { foldName } from "../names/fold-name.js";
import type { AggregateKind, Agreement, AgreeingColumn } from "./agreement.js";
import { agreementOf } from "./agreement.js";
import type { Figure } from "./figure.js";
import { isShareFigure } from "./figure.js";
import { footerWords, type FooterCertainty } from "./footer-words.js";
import { isNumbering } from "./column-numbers.js";
import type { AsideKind, RowWords } from "./row-words.js";
import type { RowsLookedAt } from "./rows-looked-at.js";
import { isPlainTotalWord, isTotalWord, wordsOfName } from "./row-words.js";

/** Decisions of the user about rows, by key, however the key is spelt. */
export interface RowChoices {
  /** Rows that are subjects, whatever they look like. */
  readonly keep?: readonly string[] | undefined;
  /** Rows that are none. */
  readonly leave?: readonly string[] | undefined;
}

/** Whether a row is a subject, and the evidence for it. */
export interface RowVerdict {
  /** `aside`: no subject. `doubted`: not one until the user confirms it. `scored`: a subject whose figures happen to agree. */
  readonly state: "aside" | "doubted" | "scored";
  readonly kind: AsideKind;
  /** What showed it. */
  readonly by: "words" | "person" | AggregateKind;
}

/** Digits that must agree for an ordinary name to be doubted: a chance of one in a thousand. */
const DOUBTED_DIGITS = 3;
/** Digits that must agree for a last row under an ordinary name to be noted: 10, 20, 30, 60 are four subjects as well. */
const NOTED_DIGITS = 2;
/** Digits that must agree in all groups of a table together, where each has its subtotal above it. */
const HEADED_DIGITS = 5;
/** Rows of a group beyond which no subtotal above it is looked for. */
const MAX_HEADED_ROWS = 1000;
/** Columns whose running sums are kept; a row that agrees in these is then held against all. */
const ROUGH_COLUMNS = 4;
/** Upper limit of the figures that are computed exactly; a table with more candidates is assumed to hold no totals. */
const MAX_EXACT = 4_000_000;
/** Rows of a table in which an agreement with extremes is looked for. */
const MAX_EXTREME_ROWS = 500;
/** Groups of one column beyond which it is not a grouping. */
const MAX_GROUPS = 1000;

/** Rows that are read between two steps. */
const BATCH = 256;

const KIND_OF: Readonly<Record<AggregateKind, AsideKind>> = {
  sum: "total",
  mean: "mean",
  highest: "extreme",
  lowest: "extreme",
};

/** Sums of the rows so far, in binary, by which exact work is saved. */
class RunningSums {
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(columns: number) {
    this.sums = new Float64Array(columns);
    this.counts = new Float64Array(columns);
  }

  /** Adds the values of a row; NaN where it has no figure. */
  add(values: Float64Array): void {
    for (let column = 0; column < values.length; column++) {
      const value = values[column]!;
      if (Number.isNaN(value)) continue;
      this.sums[column]! += value;
      this.counts[column]! += 1;
    }
  }

  /** Whether a row may be the sum or the mean of those that were added, or of all but itself: never false where it is. */
  mayAgree(values: Float64Array, isAmong = false): boolean {
    return this.agrees(values, isAmong, false) || this.agrees(values, isAmong, true);
  }

  private agrees(values: Float64Array, isAmong: boolean, isMean: boolean): boolean {
    let filled = 0;
    for (let column = 0; column < values.length; column++) {
      const value = values[column]!;
      if (Number.isNaN(value)) continue;
      const count = this.counts[column]! - Number(isAmong);
      if (count < 2) return false;
      const sum = this.sums[column]! - (isAmong ? value : 0);
      const wanted = isMean ? sum / count : sum;
      // A mean with decimals is written rounded.
      const slack = isMean && !Number.isInteger(value) ? 0.051 : 0;
      if (Math.abs(value - wanted) > slack + 1e-6 * Math.max(1, Math.abs(wanted))) return false;
      filled++;
    }
    return filled > 0;
  }
}

/** Names beyond which what is known of them is forgotten, so that it cannot grow without limit. */
const MAX_NAMES = 100_000;

interface NameWords {
  readonly words: RowWords | null;
  readonly footer: FooterCertainty;
}

/** What the words of names say, for tables that are sorted again after each edit, and for the same names in several files. */
const knownNames = new Map<string, NameWords>();

/** A number, or a letter and a number, which are no words. */
const CODE = /^[A-Za-z]?\d+$/u;
const NO_WORDS: NameWords = { words: null, footer: null };

/** The words of a name, as `wordsOfName` and `footerWords` read them. */
function nameWords(name: string): NameWords {
  if (CODE.test(name)) return NO_WORDS;
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  if (knownNames.size >= MAX_NAMES) knownNames.clear();
  const found = { words: wordsOfName(name), footer: footerWords(name) };
  knownNames.set(name, found);
  return found;
}

/** Whether a row under this name is certainly a subject as far as words go, unless another of its cells names a total. */
export function isPlainName(name: string): boolean {
  if (foldName(name) === "") return false;
  const { words, footer } = nameWords(name);
  return words === null && footer === null;
}

class RowSorter {
  private readonly verdicts = new Map<number, RowVerdict>();
  private readonly keep: ReadonlySet<string>;
  private readonly leave: ReadonlySet<string>;
  /** Rows that are subjects as far as words go, in order. */
  private readonly ordinary: number[] = [];
  private exact = 0;

  constructor(
    private readonly rows: RowsLookedAt,
    { keep = [], leave = [] }: RowChoices,
  ) {
    this.keep = new Set(keep.map(foldName));
    this.leave = new Set(leave.map(foldName));
  }

  *sort(): Generator<void, ReadonlyMap<number, RowVerdict>, void> {
    const inQuestion: { readonly row: number; readonly words: RowWords; readonly behind: number }[] = [];
    const arePlain = this.leave.size === 0 && this.rows.arePlain?.() === true;
    for (let row = 0; row < this.rows.count; row++) {
      if (row % BATCH === BATCH - 1) yield;
      const key = arePlain ? "" : this.rows.key(row);
      const name = key === "" ? "" : foldName(key);
      if (arePlain || this.isKept(row)) {
        this.ordinary.push(row);
      } else if (name !== "" && this.leave.has(name)) {
        this.verdicts.set(row, { state: "aside", kind: nameWords(key).words?.kind ?? "total", by: "person" });
      } else {
        const words = name === "" ? this.wordsWithoutKey(row) : (nameWords(key).words ?? this.wordsBeside(row, key));
        if (words === null) {
          const footer = this.footer(row, name === "" ? null : key);
          if (footer === null) this.ordinary.push(row);
          else this.verdicts.set(row, { state: footer, kind: "remark", by: "words" });
        } else if (words.certainty === "certain") {
          this.verdicts.set(row, { state: "aside", kind: words.kind, by: "words" });
        } else {
          inQuestion.push({ row, words, behind: this.ordinary.length });
        }
      }
    }
    if (this.rows.isOfSubjects) {
      if (this.ordinary[0] === 0 && !this.isKept(0) && isNumbering(this.rows)) {
        this.verdicts.set(0, { state: "doubted", kind: "numbering", by: "words" });
        this.ordinary.shift();
      }
      for (const { row, words, behind } of inQuestion) this.decide(row, words, behind);
      yield* this.lookAtFigures();
    } else {
      for (const { row } of inQuestion) this.decideBeside(row);
      for (const [row, { state }] of this.verdicts) if (state === "doubted") this.verdicts.delete(row);
    }
    return this.verdicts;
  }

  /** Whether the user has said that the row is a subject: no words and no figures raise a doubt about it. */
  private isKept(row: number): boolean {
    const key = this.rows.key(row);
    return this.keep.size > 0 && key !== "" && this.keep.has(foldName(key));
  }

  /** Of a row without a key only what is certain counts, in any cell. */
  private wordsWithoutKey(row: number): RowWords | null {
    for (const text of this.rows.texts(row)) {
      const words = wordsOfName(text);
      if (words !== null && words.certainty === "certain") return words;
    }
    return null;
  }

  /** A word of a total in another column than the key raises the question. */
  private wordsBeside(row: number, key: string): RowWords | null {
    if (this.rows.groupColumns === 0) return null;
    for (let column = 0; column < this.rows.groupColumns; column++) {
      const text = this.rows.group(row, column);
      if (text !== "" && text !== key && isTotalWord(text)) return { kind: "total", certainty: "contained" };
    }
    return null;
  }

  private hasFigures(row: number): boolean {
    for (let column = 0; column < this.rows.figureColumns; column++) {
      const figure = this.rows.figure(row, column);
      if (figure !== null && figure !== "text") return true;
    }
    return false;
  }

  /** `key` is null where it is blank: then any cell may hold the words. */
  private footer(row: number, key: string | null): "aside" | "doubted" | null {
    if (key === null) {
      const isFooter = this.rows.texts(row).some((text) => footerWords(text) === "unless-figures");
      return isFooter && !this.hasFigures(row) ? "aside" : null;
    }
    const certainty = nameWords(key).footer;
    if (certainty === null) return null;
    if (certainty === "unless-figures") return this.hasFigures(row) ? "doubted" : "aside";
    if (this.hasFigures(row) || this.rows.texts(row).length > 1) return null;
    return certainty === "sentence" ? "aside" : "doubted";
  }

  /** A row whose words leave it open: its figures may decide. */
  private decide(row: number, { kind, certainty }: RowWords, behind: number): void {
    const agreement = this.agreement(row, this.ordinary.slice(0, behind)) ?? this.agreementOfGroup(row, behind);
    const below = agreement === null && behind === 0 ? this.agreement(row, this.ordinary) : agreement;
    if (below !== null) {
      const isSure = kind === KIND_OF[below.by] && below.digits >= (certainty === "scope" ? 1 : DOUBTED_DIGITS);
      this.verdicts.set(row, { state: isSure ? "aside" : "doubted", kind, by: below.by });
    } else if (certainty === "figures") {
      this.insert(row);
    } else {
      this.verdicts.set(row, { state: "doubted", kind, by: "words" });
    }
  }

  /**
   * A row of a ledger under a subject's own name, with the word of a total in another cell: certain where the word is plain, or
   * where the figures are the sum of the rows above it of the same name.
   */
  private decideBeside(row: number): void {
    const texts = Array.from({ length: this.rows.groupColumns }, (_, column) => this.rows.group(row, column));
    const words = texts.filter(isTotalWord);
    if (words.length === 0) return;
    const name = foldName(this.rows.key(row));
    const ofSubject = this.ordinary.filter((other) => other < row && foldName(this.rows.key(other)) === name);
    const agreement = this.agreement(row, ofSubject, ["sum"]);
    if (agreement === null && !words.some(isPlainTotalWord)) return;
    this.verdicts.set(row, { state: "aside", kind: "total", by: agreement?.by ?? "words" });
  }

  private insert(row: number): void {
    const at = this.ordinary.findIndex((other) => other > row);
    if (at < 0) this.ordinary.push(row);
    else this.ordinary.splice(at, 0, row);
  }

  private agreement(row: number, others: readonly number[], kinds?: readonly AggregateKind[]): Agreement | null {
    this.exact += others.length * this.rows.figureColumns;
    if (others.length < 2 || this.exact > MAX_EXACT) return null;
    const columns: AgreeingColumn[] = [];
    for (let column = 0; column < this.rows.figureColumns; column++) {
      const own = this.rows.figure(row, column);
      if (own === null) continue;
      if (own === "text") return null;
      const figures = others.map((other) => this.rows.figure(other, column)).filter((figure) => figure !== null);
      columns.push({ own, others: figures.every((figure) => figure !== "text") ? figures : null });
    }
    return agreementOf(columns, kinds);
  }

  /** Against the rows of its own group, and against those since the last row that was set aside. */
  private agreementOfGroup(row: number, behind: number): Agreement | null {
    const above = this.ordinary.slice(0, behind);
    let last = -1;
    for (const [other, { state }] of this.verdicts) if (other < row && state === "aside") last = Math.max(last, other);
    const found =
      last < 0
        ? null
        : this.agreement(
            row,
            above.filter((other) => other > last),
          );
    if (found !== null) return found;
    for (let column = 0; column < this.rows.groupColumns; column++) {
      const group = foldName(this.rows.group(row, column));
      if (group === "") continue;
      const others = above.filter((other) => foldName(this.rows.group(other, column)) === group);
      const agreement = others.length === above.length ? null : this.agreement(row, others);
      if (agreement !== null) return agreement;
    }
    return null;
  }

  /** Rows of ordinary names whose figures add up. */
  private *lookAtFigures(): Generator<void, void, void> {
    if (this.rows.figureColumns === 0 || this.ordinary.length < 3) return;
    const rough = this.roughColumns();
    if (rough.length === 0) return;
    const all = new RunningSums(rough.length);
    /** Sums since the last row that was set aside; null where none was after a subject. */
    let since: RunningSums | null = null;
    let sinceAt = 0;
    let previous = -1;
    const groups = Array.from({ length: this.rows.groupColumns }, () => new Map<string, RunningSums>());
    const counted: number[] = [];
    /** The figures that all rows so far hold, of which no agreement says anything; null where they differ. */
    let same: string | null = null;
    const { ordinary } = this;
    const values = new Float64Array(rough.length);
    const read = (row: number): Float64Array => {
      for (let at = 0; at < rough.length; at++) values[at] = this.rows.roughly(row, rough[at]!) ?? NaN;
      return values;
    };
    for (let index = 0; index < ordinary.length; index++) {
      const row = ordinary[index]!;
      if (index % BATCH === BATCH - 1) yield;
      if (this.verdicts.size > 0 && this.hasAsideBetween(previous, row)) {
        sinceAt = counted.length;
        since = sinceAt > 0 ? new RunningSums(rough.length) : null;
      }
      previous = row;
      read(row);
      if (index === 0) same = this.figuresOf(row);
      else if (same !== null && same !== this.figuresOf(row)) same = null;
      const looked = same === null ? values : new Float64Array();
      let agreement = all.mayAgree(looked) ? this.agreement(row, counted, ["sum", "mean"]) : null;
      if (agreement === null && since?.mayAgree(looked) === true) {
        agreement = this.enough(this.agreement(row, counted.slice(sinceAt), ["sum", "mean"]));
      }
      for (let column = 0; column < groups.length; column++) {
        const sums = groups[column]!;
        const group = this.rows.group(row, column);
        if (group === "") continue;
        const own = sums.size > MAX_GROUPS ? undefined : sums.get(group);
        if (agreement === null && own?.mayAgree(looked) === true) {
          const others = counted.filter((other) => this.rows.group(other, column) === group);
          if (others.length < counted.length) agreement = this.enough(this.agreement(row, others, ["sum", "mean"]));
        }
      }
      const isLast = index === ordinary.length - 1;
      if (agreement !== null && this.judge(row, agreement, this.rows.key(row) === "", isLast)) continue;
      counted.push(row);
      all.add(values);
      since?.add(values);
      for (let column = 0; column < groups.length; column++) {
        const sums = groups[column]!;
        const group = this.rows.group(row, column);
        if (group === "" || sums.size > MAX_GROUPS) continue;
        const own = sums.get(group) ?? new RunningSums(rough.length);
        own.add(values);
        sums.set(group, own);
      }
    }
    const [first = -1] = counted;
    if (all.mayAgree(read(first), true)) this.lookAtFirst(counted);
    this.lookAtLast(counted);
    this.lookAtHeads(counted, rough);
  }

  private figuresOf(row: number): string {
    let text = "";
    for (let column = 0; column < this.rows.figureColumns; column++) {
      const figure = this.rows.figure(row, column);
      text += figure === null || figure === "text" ? ";" : `${figure.units} ${figure.scale}${figure.behind};`;
    }
    return text;
  }

  private readonly enough = (agreement: Agreement | null): Agreement | null =>
    agreement !== null && agreement.digits >= DOUBTED_DIGITS ? agreement : null;

  /** Whether the row is no longer counted among the subjects. A mean of few figures is met by chance too often to be noted. */
  private judge(row: number, { by, digits }: Agreement, isBlankKey: boolean, isLast: boolean): boolean {
    if (this.isKept(row)) return false;
    const kind = KIND_OF[by];
    if (isBlankKey) {
      this.verdicts.set(row, { state: "aside", kind, by });
      return true;
    }
    if (digits >= DOUBTED_DIGITS) {
      this.verdicts.set(row, { state: "doubted", kind, by });
      return true;
    }
    if (isLast && by === "sum" && digits >= NOTED_DIGITS) this.verdicts.set(row, { state: "scored", kind, by });
    return false;
  }

  /** A total above its rows. */
  private lookAtFirst(counted: readonly number[]): void {
    const [first, ...others] = counted;
    if (first === undefined || others.length < 3 || this.verdicts.has(first) || this.isKept(first)) return;
    const found = this.enough(this.agreement(first, others, ["sum", "mean"]));
    if (found !== null) this.verdicts.set(first, { state: "doubted", kind: KIND_OF[found.by], by: found.by });
  }

  /**
   * Subtotals that stand above the rows of their groups, under ordinary names: in doubt where the whole table falls into such groups,
   * two at least, since a single row is the sum of some that follow it too often.
   */
  private lookAtHeads(counted: readonly number[], rough: readonly number[]): void {
    const heads: number[] = [];
    let digits = 0;
    for (let at = 0; at < counted.length;) {
      const head = counted[at] ?? -1;
      const group = this.groupBelow(counted, at, rough);
      if (group === null || this.verdicts.has(head)) return;
      heads.push(head);
      digits += group.digits;
      at += 1 + group.members;
    }
    if (heads.length < 2 || digits < HEADED_DIGITS) return;
    // A head that the user keeps is no reason to believe that the others are subjects.
    const doubted = heads.filter((head) => !this.isKept(head));
    for (const head of doubted) this.verdicts.set(head, { state: "doubted", kind: "total", by: "sum" });
  }

  /** The rows right below one that add up to it, the fewest; null where none do. */
  private groupBelow(counted: readonly number[], at: number, rough: readonly number[]) {
    const head = counted[at] ?? -1;
    const own = rough.map((column) => this.rows.roughly(head, column));
    const sums = own.map(() => 0);
    for (let members = 1; at + members < counted.length; members++) {
      if (members > MAX_HEADED_ROWS) return null;
      const row = counted[at + members] ?? -1;
      for (const [index, column] of rough.entries()) {
        sums[index] = (sums[index] ?? 0) + (this.rows.roughly(row, column) ?? 0);
      }
      const isSum = own.every(
        (value, index) => value !== null && Math.abs(value - (sums[index] ?? 0)) <= 1e-6 * Math.max(1, Math.abs(value)),
      );
      if (!isSum || own.every((value) => value === 0)) continue;
      if (members === 1) return { members, digits: 0 };
      const agreement = this.agreement(head, counted.slice(at + 1, at + 1 + members), ["sum"]);
      if (agreement !== null) return { members, digits: agreement.digits };
    }
    return null;
  }

  /** A last row that holds the highest or lowest of every column, none of which a single row above holds alone, is noted. */
  private lookAtLast(counted: readonly number[]): void {
    const last = counted.at(-1);
    if (last === undefined || this.verdicts.has(last) || this.isKept(last)) return;
    if (counted.length < 4 || counted.length > MAX_EXTREME_ROWS) return;
    const others = counted.slice(0, -1);
    const agreement = this.agreement(last, others, ["highest", "lowest"]);
    if (agreement === null || agreement.digits < 3) return;
    const columns = Array.from({ length: this.rows.figureColumns }, (_, column) => column);
    const same = (row: number) =>
      columns.every((column) => this.rows.roughly(row, column) === this.rows.roughly(last, column));
    if (!others.some(same)) this.verdicts.set(last, { state: "scored", kind: "extreme", by: agreement.by });
  }

  private hasAsideBetween(previous: number, row: number): boolean {
    for (let between = previous + 1; between < row; between++) if (this.verdicts.has(between)) return true;
    return false;
  }

  /** The first columns that hold figures of their own; shares only where there is nothing else. */
  private roughColumns(): readonly number[] {
    const plain: number[] = [];
    const shares: number[] = [];
    for (let column = 0; column < this.rows.figureColumns && plain.length < ROUGH_COLUMNS; column++) {
      const sample = this.ordinary
        .slice(0, 20)
        .map((row) => this.rows.figure(row, column))
        .find((figure): figure is Figure => figure !== null && figure !== "text");
      if (sample === undefined) continue;
      (isShareFigure(sample) ? shares : plain).push(column);
    }
    return plain.length > 0 ? plain : shares.slice(0, ROUGH_COLUMNS);
  }
}

/** What there is to say of single rows, by their index; nothing of the others, which are subjects. Yields every few hundred rows. */
export function sortRows(
  rows: RowsLookedAt,
  choices: RowChoices = {},
): Generator<void, ReadonlyMap<number, RowVerdict>, void> {
  return new RowSorter(rows, choices).sort();
}
