/**
 * A node's value at one row, by exact rationals: for the rows where doubles are too near to a decision, and for the tables
 * that replace what depends on one small column. Each node is computed once per row.
 */
import { larger, ONE, type Rational, roundedRoot, roundedTo, smaller, truncated, whole, ZERO } from "@yardstick/exact";
import { keptRange } from "../values/trim.js";
import type { Node, Whole } from "./node.js";
import { SUBJECT } from "./node.js";

/** Where the values of the rows are: side rows of a list by subject, and what was computed over all subjects. */
export interface Environment {
  /** `offsets(domain)[s]` is the first side row of subject `s`; one more than there are subjects. */
  offsets(domain: number): Int32Array;
  owners(domain: number): Int32Array;
  finished(node: Node): Whole;
  /** Tables made earlier, by what they are of: the same plan run again makes none. */
  readonly tables: Map<string, Int32Array | Float64Array | Uint8Array>;
}

/** Flags are 1 and 0. */
export class ExactRow {
  private readonly known = new Map<Node, Rational>();

  /** `column` replaces what the columns hold at this row. */
  constructor(
    private readonly environment: Environment,
    private readonly row: number,
    private readonly column: ((node: Node) => Rational) | null = null,
  ) {}

  value(node: Node): Rational {
    if (node.op === "constant") return node.value;
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const value = this.work(node);
    this.known.set(node, value);
    return value;
  }

  flag(node: Node): boolean {
    return !this.value(node).equals(ZERO);
  }

  private work(node: Node): Rational {
    const [a, b, c] = node.args;
    switch (node.op) {
      case "constant":
        return node.value;
      case "column":
        return this.column === null ? read(node.source ?? missing(), this.row) : this.column(node);
      case "across":
        return read(this.environment.finished(node), this.row);
      case "affine":
        return node.args.reduce(
          (sum, argument, index) => sum.add(this.value(argument).mul(node.factors[index] ?? ZERO)),
          node.value,
        );
      case "product":
        return this.of(a).mul(this.of(b));
      case "quotient": {
        const divisor = this.of(b);
        return divisor.equals(ZERO) ? ZERO : this.of(a).div(divisor);
      }
      case "least":
        return smaller(this.of(a), this.of(b));
      case "greatest":
        return larger(this.of(a), this.of(b));
      case "absolute":
        return this.of(a).abs();
      case "rounded":
        return roundedTo(this.of(a), node.value);
      case "root":
        return roundedRoot(this.of(a), node.value);
      case "truncated":
        return truncated(this.of(a));
      case "ratio":
        return this.ratio(node);
      case "choose":
        return this.flag(a ?? missing()) ? this.of(b) : this.of(c);
      case "negative":
        return flagged(this.of(a).compare(ZERO) < 0);
      case "zero":
        return flagged(this.of(a).equals(ZERO));
      case "both":
        return flagged(this.flag(a ?? missing()) && this.flag(b ?? missing()));
      case "either":
        return flagged(this.flag(a ?? missing()) || this.flag(b ?? missing()));
      case "not":
        return flagged(!this.flag(a ?? missing()));
      case "of-owner":
        return new ExactRow(this.environment, this.environment.owners(node.domain)[this.row] ?? 0).value(
          a ?? missing(),
        );
      default:
        return this.aggregateRows(node);
    }
  }

  private of(node: Node | undefined): Rational {
    return this.value(node ?? missing());
  }

  private ratio({ args: [a, b], ratio }: Node): Rational {
    if (a === undefined || b === undefined || ratio === null) return missing();
    const [x, y] = [this.value(a).mul(whole(a.den)), this.value(b).mul(whole(b.den))];
    const value = x
      .mul(whole(ratio.k1))
      .add(y.mul(whole(ratio.k2)))
      .div(y.mul(whole(ratio.k3)));
    return ratio.isRounded ? roundedTo(value, ONE) : truncated(value);
  }

  private aggregateRows(node: Node): Rational {
    const [first] = node.args;
    const domain = node.over;
    const isOfRow = node.op === "row-greatest";
    const owner = isOfRow ? (this.environment.owners(domain)[this.row] ?? 0) : this.row;
    const offsets = this.environment.offsets(domain);
    const rows: ExactRow[] = [];
    for (let row = offsets[owner] ?? 0; row < (offsets[owner + 1] ?? 0); row += 1) {
      // A row of its own column readings, except the one that asks.
      rows.push(isOfRow && row === this.row ? this : new ExactRow(this.environment, row));
    }
    const counts = node.args.at(-1) ?? missing();
    const counting = rows.filter((row) => row.flag(counts));
    const value = first ?? missing();
    switch (node.op) {
      case "row-any":
        return flagged(counting.length > 0);
      case "row-sum":
        return total(counting.map((row) => row.value(value)));
      case "row-trimmed": {
        const values = counting.map((row) => row.value(value)).sort((x, y) => x.compare(y));
        return total(node.trim === null ? values : values.slice(...keptRange(node.trim, values.length)));
      }
      case "row-greatest": {
        if (!this.flag(counts)) return ZERO;
        const [, group = missing()] = node.args;
        const own = this.value(group);
        const members = counting.filter((row) => row.value(group).equals(own));
        const best = members.reduce((kept, row) =>
          row.value(value).abs().compare(kept.value(value).abs()) > 0 ? row : kept,
        );
        return flagged(best === this);
      }
      case "row-capped": {
        const [, group = missing(), limit = missing()] = node.args;
        const most = this.value(limit);
        const sums = new Map<string, Rational>();
        for (const row of counting) {
          const name = row.value(group).toString();
          sums.set(name, (sums.get(name) ?? ZERO).add(row.value(value)));
        }
        return total([...sums.values()].map((sum) => smaller(larger(sum, most.neg()), most)));
      }
      default:
        return missing();
    }
  }
}

/** Only for nodes of the subjects' own, without a row at hand: tables of what depends on one column. */
export function atColumnValue(environment: Environment, node: Node, raw: number, den: bigint): Rational {
  const value = whole(raw).div(whole(den));
  return new ExactRow(environment, SUBJECT, () => value).value(node);
}

function read({ values, den, exact }: Whole, row: number): Rational {
  if (exact !== undefined) return exact(row);
  return whole(values[row] ?? 0).div(whole(den));
}

function total(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}

function flagged(value: boolean): Rational {
  return value ? ONE : ZERO;
}

function missing(): never {
  throw new RangeError("a node of the plan lacks what its operation needs");
}
