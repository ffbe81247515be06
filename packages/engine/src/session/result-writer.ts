/**
 * Subjects as published, read from columns a batch at a time: everything that `publish` of the reference evaluator writes, for
 * subjects who have a score and depend on nothing that is pending. The others are left to the reference.
 */
import {
  decimalText,
  fixedText,
  publishedNumber,
  publishedNumberText,
  quotientTexts,
  type Rational,
  whole,
} from "@yardstick/exact";
import type { CoreProgram, ValueType } from "@yardstick/language/core";
import { ExactRow } from "../plan/exact.js";
import { isExact } from "../plan/facts.js";
import { PopulationDependencies } from "../plan/population-dependencies.js";
import type { Lowered } from "../plan/lowered.js";
import { pendingOf } from "../plan/lowered.js";
import type { Node } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import { ownKey, publishedKey } from "../values/ranking-key.js";
import type { Datum } from "../values/value.js";
import { assertNever, at } from "../values/internal-error.js";
import { COEFFICIENT_DECIMALS, publishedText } from "../values/display-value.js";
import { PUBLISHED } from "../plan/lowering.js";
import type { SubjectResult } from "../data/result.js";
import { compile } from "../columnar/compile.js";
import type { Compiled } from "../columnar/compile.js";
import { BATCH } from "../columnar/kernels-in-use.js";
import type { ColumnarEvaluation, Finished } from "./columnar-evaluation.js";
import type { Operand, Window } from "../columnar/program.js";

/** Texts of at most so many different numbers are remembered for each thing that is published; a power of 2. */
const REMEMBERED = 16_384;
/** Spreads numbers over the slots: the upper bits of their product with the golden ratio of 2 ** 32. */
const SCATTER = 0x9e3779b1;
const SHIFT = 32 - Math.log2(REMEMBERED);

/** So many subjects of a batch are read one by one; where more are read, each column is written for the whole batch at once. */
const SINGLE_READS = 4;

/** The list of most subjects, which they share; frozen, so that no caller changes that of all others. */
const NOTHING: readonly never[] = Object.freeze([]);

type Text = (row: number) => string | null;
type Flag = (row: number) => boolean;
type Truth = (row: number) => boolean | null;

interface PublishedPart {
  readonly path: string;
  readonly concerns: Flag;
  readonly text: Text;
}

export class ResultWriter {
  private readonly wanted = new Set<Node>();
  private readonly operands = new Map<Node, Operand>();
  private readonly window: Window;
  private readonly compiled: Compiled;
  /** Where the batch at hand begins. */
  private first = -1;
  /** How many of its subjects were read. */
  private reads = 0;
  private exact: { readonly row: number; readonly values: ExactRow } | null = null;

  private readonly isAwaited: Flag;
  private readonly isNoted: Flag;
  /** The flags that `isNoted` reads. */
  private readonly notedBy: readonly Node[];
  private notedRows: readonly number[] | null = null;
  private readonly score: Text;
  private readonly parts: readonly PublishedPart[];
  private readonly vetoes: readonly (readonly [string, Flag])[];
  private readonly rankings: readonly {
    readonly name: string;
    readonly place: (row: number) => number;
    readonly isOpen: Flag;
  }[];
  private readonly grades: readonly {
    readonly name: string;
    readonly text: Text;
    readonly isProvisional: Flag;
  }[];
  private readonly awards: readonly {
    readonly name: string;
    readonly isGiven: Flag;
    readonly pays: Text;
    readonly isOpen: Flag;
  }[];
  private readonly consequences: readonly (readonly [string, Flag])[];

  private readonly recordOfParts: (row: number) => SubjectResult["parts"];
  private readonly recordOfCoefficients: (row: number) => SubjectResult["coefficients"];
  private readonly recordOfRankings: (row: number) => SubjectResult["rankings"];
  private readonly recordOfGrades: (row: number) => SubjectResult["grades"];
  private readonly recordOfOutputs: (row: number) => SubjectResult["outputs"];
  private readonly recordOfKeys: (row: number) => SubjectResult["rankedBy"];

  /** Throws an `Unsupported` where something is published that columns do not hold. */
  constructor(
    private readonly program: CoreProgram,
    private readonly finished: Finished,
    private readonly evaluation: ColumnarEvaluation,
  ) {
    const { bound, run } = finished;
    const { lowering } = bound;
    this.window = run.newWindow();
    const { graph } = lowering;
    const depends = new PopulationDependencies(program).published();
    const open = depends ? graph.any([...bound.open, ...bound.grades.map((grades) => grades.open)]) : graph.never;
    const isOpen = this.flag(open);
    const isPendingScore = this.flag(bound.score.pending);
    const undecided = graph.any(this.undecided());
    const isUndecided = this.flag(undecided);
    const awaited = [isPendingScore, isOpen, isUndecided].filter((flag) => flag !== never);
    this.isAwaited = awaited.length === 0 ? never : (row) => awaited.some((flag) => flag(row));
    // Everything of a subject that is not awaited and that `provisional` is made of.
    const provisional = graph.any([
      ...bound.tables.flat().map((table) => table.open),
      ...bound.grades.flatMap((grades) => [grades.open, grades.table.open]),
      ...program.awards.flatMap((award) => lowering.tables(award.ranking).map((table) => table.open)),
    ]);
    const isProvisional = this.flag(provisional);
    const flags = [isPendingScore, isOpen, isUndecided, isProvisional].filter((flag) => flag !== never);
    this.isNoted = flags.length === 0 ? never : (row) => flags.some((flag) => flag(row));
    this.notedBy = [bound.score.pending, open, undecided, provisional];
    this.score = this.number(
      bound.score.value,
      graph.never,
      (value) => fixedText(value, program.scoreDecimals),
      program.scoreDecimals,
    );
    this.parts = this.publishedParts();
    this.recordOfParts = recordOf(this.parts.map(({ path, text }) => [path, text]));
    this.recordOfCoefficients = recordOf(
      program.coefficients.map(({ name }, index): readonly [string, Text] => {
        const { value, pending } = lowering.coefficient(index);
        return [name, this.number(value, pending, (factor) => decimalText(factor, COEFFICIENT_DECIMALS), null)];
      }),
    );
    this.vetoes = program.vetoes.map(({ name }, index) => [name, this.flag(lowering.veto(index).yes)]);
    this.rankings = bound.tables.flat().map(({ ranking, place, open }) => ({
      name: ranking.publishedAs,
      place: this.whole(place),
      isOpen: this.flag(open),
    }));
    this.recordOfRankings = recordOf(
      this.rankings.map(({ name, place }) => [name, (row: number) => (place(row) === 0 ? null : place(row))]),
    );
    this.grades = program.grades.map(({ name, choice, rows }, index) => {
      const { level, pending, open, table } = at(bound.grades, index);
      const { levels } = at(program.choices, choice);
      const given = this.whole(level);
      const stands = this.flag(table.stands);
      const isOpenHere = this.flag(
        graph.both(table.stands, graph.both(graph.not(pending), graph.either(open, table.open))),
      );
      return {
        name,
        text: (row) => (stands(row) && given(row) > 0 ? at(levels, given(row) - 1).name : null),
        isProvisional: rows.some(({ quota }) => quota !== null) ? isOpenHere : never,
      };
    });
    this.recordOfGrades = recordOf(this.grades.map(({ name, text }) => [name, text]));
    this.awards = program.awards.map((award, index) => {
      const { given, pays } = lowering.givenAward(index);
      return {
        name: award.name,
        isGiven: this.flag(given),
        pays:
          pays === null
            ? none
            : this.number(
                pays.value,
                pays.pending,
                (value) => publishedNumberText(publishedNumber(value, null), null),
                null,
              ),
        isOpen: this.flag(graph.any(lowering.tables(award.ranking).map(({ open }) => open))),
      };
    });
    this.consequences = program.consequences.map(({ name, condition }) => [
      name,
      this.flag(lowering.flag(condition, PUBLISHED).yes),
    ]);
    const keys = bound.tables.flat().flatMap(({ ranking, key, stands }): (readonly [string, Text])[] => {
      const by = ownKey(ranking);
      if (by === null) return [];
      const { textOf } = publishedKey(program, by);
      const datum = datumOf(by.type);
      return [[ranking.publishedAs, this.number(key.value, graph.not(stands), (value) => textOf(datum(value)))]];
    });
    this.recordOfKeys = recordOf(keys);
    this.recordOfOutputs = recordOf<string | boolean | null>(
      program.outputs.map(
        ({ name, value: { type }, decimals }, index): readonly [string, (row: number) => string | boolean | null] => [
          name,
          this.output(lowering.output(index), type, decimals),
        ],
      ),
    );
    const wanted = [...this.wanted];
    this.compiled = compile(wanted, run, run.extent(), false);
    for (const node of wanted) this.operands.set(node, this.compiled.operand(node));
  }

  /** Rows of the subjects of which anything is pending, undecided or provisional, among `rows` in all. Found once, from these flags alone. */
  noted(rows: number): readonly number[] {
    return (this.notedRows ??= this.isNoted === never ? [] : this.findNoted(rows));
  }

  private findNoted(rows: number): readonly number[] {
    const { run } = this.finished;
    if (this.notedBy.some((node) => node.op === "constant" && node.value.numerator !== 0n))
      return Array.from({ length: rows }, (_, row) => row);
    const nodes = this.notedBy.filter(({ op }) => op !== "constant");
    const compiled = compile(nodes, run, run.extent(), false);
    const operands = nodes.map((node) => compiled.operand(node));
    const window = run.newWindow();
    const found: number[] = [];
    for (let first = 0; first < rows; first += BATCH) {
      run.window(first, window);
      compiled.run(window);
      const end = Math.min(rows, first + BATCH);
      for (let row = first; row < end; row += 1)
        if (operands.some(({ values, isWhole }) => values[isWhole ? row : row - first] !== 0)) found.push(row);
    }
    return found;
  }

  /** Null: left to the reference evaluator. */
  subject(row: number): SubjectResult | null {
    this.goTo(row);
    if (this.isAwaited(row)) return null;
    const { key, period } = this.evaluation.identityAt(row);
    const awards = this.awards.filter(({ isGiven }) => isGiven(row));
    return {
      key,
      period,
      status: "scored",
      awaiting: NOTHING,
      score: this.score(row),
      parts: this.publishedPartsAt(row),
      coefficients: this.recordOfCoefficients(row),
      vetoes: holding(this.vetoes, row),
      rankings: this.recordOfRankings(row),
      grades: this.recordOfGrades(row),
      awards: awards.length === 0 ? NOTHING : awards.map(({ name, pays }) => ({ name, pays: pays(row) })),
      consequences: holding(this.consequences, row),
      outputs: this.recordOfOutputs(row),
      // Where anything is undecided the reference is asked.
      undecided: NOTHING,
      rankedBy: this.recordOfKeys(row),
      provisional: this.isNoted(row) ? this.provisionalAt(row) : NOTHING,
    };
  }

  private publishedPartsAt(row: number): SubjectResult["parts"] {
    if (this.parts.every(({ concerns }) => concerns === always || concerns(row))) return this.recordOfParts(row);
    return Object.fromEntries(
      this.parts.flatMap(({ path, concerns, text }) => (concerns(row) ? [[path, text(row)]] : [])),
    );
  }

  private provisionalAt(row: number): readonly string[] {
    return [
      ...this.rankings.flatMap(({ name, place, isOpen }) => (isOpen(row) && place(row) !== 0 ? [name] : [])),
      ...this.grades.flatMap(({ name, isProvisional }) => (isProvisional(row) ? [name] : [])),
      ...this.awards.flatMap(({ name, isGiven, isOpen }) => (isOpen(row) && isGiven(row) ? [name] : [])),
    ];
  }

  /** Flags that tell where something that follows from the score is pending. */
  private undecided(): readonly Node[] {
    const { program } = this;
    const { lowering, grades, requirements } = this.finished.bound;
    const { graph } = lowering;
    return [
      ...requirements.map((requirement) => pendingOf(graph, requirement)),
      ...grades.map(({ pending, table }) => graph.either(graph.both(table.stands, pending), table.awaited)),
      ...program.awards.flatMap((_, index) => {
        const { given, awaited, pays } = lowering.givenAward(index);
        return pays === null ? [awaited] : [awaited, graph.both(given, pays.pending)];
      }),
      ...program.consequences.map(({ condition }) => pendingOf(graph, lowering.flag(condition, PUBLISHED))),
      ...program.outputs.map((_, index) => pendingOf(graph, lowering.output(index))),
    ];
  }

  private publishedParts(): readonly PublishedPart[] {
    const { program } = this;
    const { lowering } = this.finished.bound;
    const { graph } = lowering;
    const found: PublishedPart[] = [];
    const below = (parts: readonly number[], whenOf: (part: number) => Node): void => {
      for (const index of parts) {
        const lowered = lowering.part(index);
        const concerns = graph.both(whenOf(index), graph.not(lowered.absent));
        const part = at(program.parts, index);
        const { decimals } = part;
        found.push({
          path: part.path,
          concerns: this.flag(concerns),
          text: this.number(lowered.score, lowered.pending, (value) => publishedNumberText(value, decimals), decimals),
        });
        const shown = graph.both(concerns, lowered.holds.yes);
        below([...lowered.chosen.keys()], (part) => graph.both(shown, lowered.chosen.get(part) ?? graph.never));
      }
    };
    below(program.roots, () => graph.always);
    return found;
  }

  private output(output: Lowered, type: ValueType, decimals: number): Text | Truth {
    const { program } = this;
    if (output.kind === "flag") {
      const [yes, no] = [this.flag(output.yes), this.flag(output.no)];
      return (row) => (yes(row) ? true : no(row) ? false : null);
    }
    switch (type.kind) {
      case "number":
        return this.number(
          output.value,
          output.pending,
          (value) => publishedText(program, type, value, decimals),
          type.percent ? undefined : decimals,
        );
      case "level":
        return this.number(output.value, output.pending, (value) =>
          publishedText(program, type, value.toNumber(), decimals),
        );
      case "flag":
      case "text":
      case "date":
      case "series":
        throw new Unsupported("an output that is neither a number, a level nor a truth");
      default:
        return assertNever(type);
    }
  }

  /** Computes the batch that the row is in. */
  private goTo(row: number): void {
    const first = row - (row % BATCH);
    this.reads += 1;
    if (first === this.first) return;
    this.reads = 0;
    this.finished.run.window(first, this.window);
    this.compiled.run(this.window);
    this.first = first;
  }

  private operandOf(node: Node): Operand {
    const operand = this.operands.get(node);
    if (operand === undefined) throw new RangeError("a column was read that was not wanted");
    return operand;
  }

  private raw(node: Node): (row: number) => number {
    this.wanted.add(node);
    let operand: Operand | null = null;
    return (row) => {
      operand ??= this.operandOf(node);
      return operand.values[operand.isWhole ? row : row - this.first] ?? 0;
    };
  }

  /** The numbers of a wanted node, those of the batch at hand from `from` on. */
  private valuesInBatch(node: Node): { readonly values: Operand["values"]; readonly from: number } {
    const { values, isWhole } = this.operandOf(node);
    return { values, from: isWhole ? this.first : 0 };
  }

  private flag(node: Node): Flag {
    if (node.op === "constant") return node.value.numerator === 0n ? never : always;
    const raw = this.raw(node);
    return (row) => raw(row) !== 0;
  }

  private whole(node: Node): (row: number) => number {
    if (node.op !== "constant") return this.raw(node);
    const value = node.value.toNumber();
    return () => value;
  }

  /**
   * Null where it is pending. Equal numbers are written once, and so are those that depend on one column of few values. `decimals`: what
   * `write` writes is the number with so many decimals, or (null) the shortest text.
   */
  private number(node: Node, pending: Node, write: (value: Rational) => string, decimals?: number | null): Text {
    const isPendingAt = this.flag(pending);
    if (node.op === "constant") {
      const text = write(node.value);
      return (row) => (isPendingAt(row) ? null : text);
    }
    const told = isExact(node) ? node : node.support;
    if (told === null) return (row) => (isPendingAt(row) ? null : write(this.exactRow(row).value(node)));
    const raw = this.raw(told);
    // A number has one slot, which the next one that falls into it takes over.
    const numbers = new Float64Array(REMEMBERED).fill(Number.NaN);
    const texts: string[] = [];
    let quick: ((number: number) => string | null) | null | undefined;
    const textOf = (number: number, row: number): string => {
      const slot = slotOf(number);
      if (numbers[slot] === number) return texts[slot] ?? "";
      if (quick === undefined)
        quick = decimals === undefined || !isExact(node) ? null : quotientTexts(this.denominator(node), decimals);
      const text =
        quick?.(number) ??
        write(isExact(node) ? whole(number).div(whole(this.denominator(node))) : this.exactRow(row).value(node));
      numbers[slot] = number;
      texts[slot] = text;
      return text;
    };
    // The texts of one column after the other are found several times faster than those of one subject after the other.
    const batch: (string | null)[] = [];
    let written = -1;
    return (row) => {
      if (written === this.first) return batch[row - written] ?? null;
      if (this.reads < SINGLE_READS) return isPendingAt(row) ? null : textOf(raw(row), row);
      const { s: first, m: count } = this.window;
      const { values, from } = this.valuesInBatch(told);
      for (let at = 0; at < count; at += 1) {
        const number = values[from + at] ?? 0;
        const slot = slotOf(number);
        if (isPendingAt !== never && isPendingAt(first + at)) batch[at] = null;
        else batch[at] = numbers[slot] === number ? (texts[slot] ?? "") : textOf(number, first + at);
      }
      written = first;
      return batch[row - first] ?? null;
    };
  }

  private denominator(node: Node): bigint {
    return this.operands.get(node)?.den ?? node.den;
  }

  private exactRow(row: number): ExactRow {
    if (this.exact === null || this.exact.row !== row)
      this.exact = { row, values: new ExactRow(this.finished.run, row) };
    return this.exact.values;
  }
}

/** The slot of a number. */
const slotOf = (number: number): number => Math.imul(number, SCATTER) >>> SHIFT;

const never: Flag = () => false;
const always: Flag = () => true;
const none: Text = () => null;

/** The value of a ranking's key from its code in a column. */
function datumOf(type: ValueType): (value: Rational) => Datum {
  switch (type.kind) {
    case "number":
      return (value) => value;
    case "level":
      return (value) => value.toNumber();
    case "flag":
      return (value) => !value.equals(0);
    case "text":
    case "date":
    case "series":
      throw new Unsupported("the published key of a ranking by something else than a number, a level or a truth");
    default:
      return assertNever(type);
  }
}

/** The names whose flag holds. */
function holding(flags: readonly (readonly [string, Flag])[], row: number): readonly string[] {
  return flags.some(([, holds]) => holds(row)) ? flags.flatMap(([name, holds]) => (holds(row) ? [name] : [])) : NOTHING;
}

/**
 * A function that makes objects with the given own properties, whatever the author called them. They are copies of one object, so that
 * they share its layout: a million of them take little time and memory.
 */
function recordOf<T>(
  entries: readonly (readonly [string, (row: number) => T])[],
): (row: number) => Readonly<Record<string, T>> {
  const names = Object.keys(Object.fromEntries(entries));
  const valueOf = new Map(entries);
  const values = names.map((name) => valueOf.get(name));
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<string, T>;
  if (names.length === 0) return () => blank;
  return (row) => {
    const entry = { ...blank };
    for (let at = 0; at < names.length; at += 1) entry[names[at]!] = values[at]!(row);
    return entry;
  };
}
