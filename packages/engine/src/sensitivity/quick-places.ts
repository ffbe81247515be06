/**
 * Places for thousands of sets of shares: a model in, places as small arrays out. Scores are computed in binary floats and
 * rounded only where they are far enough from a rounding border; near one, and only there, exactly. The places are those of exact
 * arithmetic either way.
 */
import { isRational, powerOfTen, type Rational, rounded } from "@yardstick/exact";
import { compare } from "../values/comparison.js";
import { at } from "../values/internal-error.js";
import { parted } from "../values/places.js";
import { datumText, isPending } from "../values/value.js";
import type { Datum, Pending } from "../values/value.js";
import type { Key, ShareModel, SubjectModel } from "./share-model.js";
import { innerAt } from "./share-model.js";

/**
 * What a thousand operations on doubles can lose, as a share of the magnitudes that they are on: with half of the last bit an operation,
 * and five operations a term, this is twice as much for 800 terms.
 */
const ROUGHNESS = 1e-12;
/** A key that is still pending. */
const AWAITED = -Infinity;
/** Beyond this, key and member are no longer one whole double. */
const LARGEST = 1e8;
/** More than there are members of a group; times `LARGEST` it is still a whole double. */
const PACKED = 2 ** 26;

/** A key of all subjects. */
interface QuickKey {
  /** In published units; NaN where the key is `fixed`. */
  readonly base: Float64Array;
  readonly factor: Float64Array;
  /** Greater is better; NaN where the key moves. */
  readonly fixed: Float64Array;
}

export class QuickPlaces {
  /** Rows of the subject table, in the order of the places that `at` gives. */
  readonly rows: readonly number[];
  private readonly subjects: readonly SubjectModel[];
  private readonly rates: Float64Array;
  private readonly kinds: Uint8Array;
  private readonly keys: readonly QuickKey[];
  private readonly groups: readonly (readonly number[])[];
  /** For each group, room for what it is sorted by. */
  private readonly packed: readonly Float64Array[];
  private readonly inner: Float64Array;
  /** Of each subject, the magnitudes that `inner` is made of: its error is at most `ROUGHNESS` of them. */
  private readonly reach: Float64Array;
  /** Of each subject, the sum of its rates without their signs. */
  private readonly steepness: Float64Array;
  private readonly first: Float64Array;
  /** Of each key: -1 where the lowest ranks first. */
  private readonly signs: readonly (1 | -1)[];
  private readonly size: number;
  /** The place behind a tie is the next. */
  private readonly isDense: boolean;

  constructor(model: ShareModel) {
    const subjects = model.subjects.filter(({ barred }) => !barred);
    this.isDense = model.ties === "dense";
    this.subjects = subjects;
    this.rows = subjects.map(({ row }) => row);
    this.size = subjects[0]?.terms.length ?? 0;
    const terms = subjects.flatMap((subject) => subject.terms);
    this.rates = Float64Array.from(terms, ({ rate }) => rate.toNumber());
    this.kinds = Uint8Array.from(terms, ({ kind }) => ["brings", "dropped", "decreed"].indexOf(kind));
    this.keys = (subjects[0]?.keys ?? []).map((_, index) => quickKeys(subjects, index));
    const groups = new Map<string, number[]>();
    subjects.forEach(({ group }, index) => {
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [index]);
      else members.push(index);
    });
    this.groups = [...groups.values()];
    this.packed = this.groups.map(({ length }) => new Float64Array(length));
    this.inner = new Float64Array(subjects.length);
    this.reach = new Float64Array(subjects.length);
    this.steepness = Float64Array.from(subjects, (_, subject) =>
      this.rates
        .subarray(subject * this.size, (subject + 1) * this.size)
        .reduce((all, rate) => all + Math.abs(rate), 0),
    );
    this.first = new Float64Array(subjects.length);
    this.signs = this.keys.map((_, key) => (model.lowestFirst[key] === true ? -1 : 1));
  }

  /** Writes the places, parallel to `rows`, from `offset` on. False where a subject has no score at these shares. */
  write(shares: readonly number[], exact: () => readonly Rational[], places: Uint32Array, offset: number): boolean {
    if (!this.fillInner(shares)) return false;
    let known: readonly Rational[] | null = null;
    const precisely = () => (known ??= exact());
    const { first } = this;
    for (let index = 0; index < first.length; index += 1) first[index] = this.keyOf(0, index, precisely);
    const keyOf = (key: number, member: number) =>
      key === 0 ? (first[member] ?? 0) : this.keyOf(key, member, precisely);
    const { signs } = this;
    const partedTie = (members: readonly number[]) =>
      parted<number, number>(members, {
        keys: this.keys.length,
        keyOf: (_, key) => (member) => keyOf(key, member),
        isAwaited: (value) => value === AWAITED,
        // The model leaves those out.
        isBarred: () => false,
        order: (a, b, key) => at(signs, key) * (b - a),
      });
    for (const [group, members] of this.groups.entries()) {
      if (this.writeSorted(group, members, places, offset)) continue;
      let place = 1;
      for (const tie of partedTie(members)) {
        for (const member of tie) places[offset + member] = place;
        place += this.isDense ? 1 : tie.length;
      }
    }
    return true;
  }

  /**
   * Writes the places of a group by a ranking of one key. Key and member are one double each, so that they are sorted as plain numbers. False
   * where there are more keys, or one is pending or has too many digits.
   */
  private writeSorted(group: number, members: readonly number[], places: Uint32Array, offset: number): boolean {
    if (this.keys.length !== 1) return false;
    const { first, isDense } = this;
    const packed = at(this.packed, group);
    const sign = at(this.signs, 0);
    for (let index = 0; index < packed.length; index += 1) {
      const units = first[members[index]!]!;
      if (!Number.isInteger(units) || Math.abs(units) >= LARGEST) return false;
      packed[index] = -sign * units * PACKED + index;
    }
    packed.sort();
    let place = 0;
    let before = NaN;
    for (let index = 0; index < packed.length; index += 1) {
      const units = Math.floor(packed[index]! / PACKED);
      if (units !== before) place = isDense ? place + 1 : index + 1;
      before = units;
      places[offset + members[packed[index]! - units * PACKED]!] = place;
    }
    return true;
  }

  /** What the ranking is based on, in units of its last published decimal, parallel to `rows`; of the shares that were written last. */
  unitsAt(index: number): number {
    return this.first[index] ?? NaN;
  }

  private fillInner(shares: readonly number[]): boolean {
    const { rates, kinds, size, inner, reach, steepness } = this;
    // A share is a sum itself, so that one near 0 is not known more precisely than one of 1.
    const most = shares.reduce((greatest, share) => Math.max(greatest, Math.abs(share)), 1);
    for (let subject = 0, term = 0; subject < inner.length; subject += 1) {
      let brought = 0;
      let decreed = 0;
      let bringing = 0;
      let dropped = 0;
      let drops = false;
      for (let index = 0; index < size; index += 1, term += 1) {
        const share = shares[index] ?? 0;
        const rate = rates[term] ?? 0;
        if (kinds[term] === 0) {
          brought += rate * share;
          bringing += share;
        } else if (kinds[term] === 1) {
          dropped += share;
          drops = true;
        } else decreed += rate * share;
      }
      if (drops && bringing < 1e-9) return false;
      inner[subject] = drops ? decreed + (brought * (bringing + dropped)) / bringing : brought + decreed;
      const stretch = drops ? (1 + dropped / bringing) * (1 + most / bringing) : 1;
      reach[subject] = steepness[subject]! * most * stretch;
    }
    return true;
  }

  /** A whole number of published units. */
  private keyOf(key: number, subject: number, exact: () => readonly Rational[]): number {
    const { base, factor, fixed } = at(this.keys, key);
    const still = fixed[subject]!;
    if (!Number.isNaN(still)) return still;
    const value = base[subject]! + factor[subject]! * this.inner[subject]!;
    const error = (Math.abs(base[subject]!) + Math.abs(factor[subject]!) * this.reach[subject]!) * ROUGHNESS;
    const nearest = Math.round(value);
    // Half a unit away is a border: there the last digit of a double must not decide. Not a number, nothing is farther.
    if (0.5 - Math.abs(value - nearest) > error) return nearest;
    const model = at(this.subjects, subject);
    return unitsOf(at(model.keys, key), innerAt(model.terms, exact()));
  }
}

type Triple = [Float64Array, Float64Array, Float64Array];

function quickKeys(subjects: readonly SubjectModel[], index: number): QuickKey {
  const moving = subjects.map(({ keys }) => at(keys, index)).find((key) => "factor" in key);
  const decimals = moving !== undefined && "factor" in moving ? moving.decimals : 0;
  const unit = powerOfTen(decimals);
  const ranks = moving === undefined ? ranksOf(subjects.map(({ keys }) => at(keys, index))) : null;
  const [base, factor, fixed] = [0, 1, 2].map(() => new Float64Array(subjects.length).fill(NaN)) as Triple;
  subjects.forEach(({ keys }, subject) => {
    const key = at(keys, index);
    if ("factor" in key) {
      base[subject] = key.base.mul(unit).toNumber();
      factor[subject] = key.factor.mul(unit).toNumber();
    } else fixed[subject] = ranks?.[subject] ?? (isRational(key.fixed) ? key.fixed.mul(unit).toNumber() : AWAITED);
  });
  return { base, factor, fixed };
}

/** Keys that do not move, of whatever kind, as numbers in the same order. */
function ranksOf(keys: readonly Key[]): readonly number[] {
  const values = keys.map((key): Datum | Pending => ("fixed" in key ? key.fixed : 0));
  const known = values.filter((value): value is Datum => !isPending(value)).sort(compare);
  const ranks = new Map<string, number>();
  known.forEach((value, index) => {
    const text = textOf(value);
    if (!ranks.has(text)) ranks.set(text, index);
  });
  return values.map((value) => (isPending(value) ? AWAITED : (ranks.get(textOf(value)) ?? 0)));
}

function textOf(value: Datum): string {
  return isRational(value) ? datumText(value) : `${typeof value} ${datumText(value)}`;
}

function unitsOf(key: Key, inner: Rational | null): number {
  if ("fixed" in key || inner === null) return AWAITED;
  const unit = powerOfTen(key.decimals);
  return rounded(key.base.add(key.factor.mul(inner)), key.decimals)
    .mul(unit)
    .toNumber();
}
