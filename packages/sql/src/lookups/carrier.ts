/**
 * Nodes of one plan as columns of another: those of a table that is looked up are printed there, and joined to the subjects.
 */
import type { Node, Source } from "@yardstick/engine/plan";
import type { Dialect } from "../dialects/index.js";
import { Arithmetic, sizeOf } from "../expression/whole.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import type { Printer } from "../query/printer.js";
import type { RelationColumn } from "../query/relation.js";
import { refuse } from "../refusals/refusals.js";

/** What a carried column holds. `pending`: the flag that a value is not known. */
export type CarriedKind = "number" | "flag" | "pending" | "text";

/** A column that is carried over. */
export interface Carried {
  readonly name: string;
  readonly kind: CarriedKind;
  /** SQL text of the value where nothing is found. */
  readonly otherwise: string;
  readonly node: Node;
  /** Of a number: the bounds and the denominator that the reading plan relies on. */
  readonly source: Source | null;
}

const OTHERWISE = { number: "0", flag: "false", pending: "true", text: "''" } as const;

/** A source without values: a query has them. */
export function boundsOf(name: string, low: number, high: number, den = 1n): Source {
  return { name, values: new Uint8Array(0), low, high, den };
}

/** Carries nodes from the plan of a table to that of the subjects. */
export class Carrier {
  readonly columns: Carried[] = [];

  constructor(
    private readonly reader: SqlInputs,
    private readonly dialect: Dialect,
    private readonly stem: string,
  ) {}

  get nodes(): readonly Node[] {
    return this.columns.map(({ node }) => node);
  }

  /** The name of a node's column. */
  name(node: Node, kind: CarriedKind): string {
    return this.added(node, kind).name;
  }

  /** A node as the reading plan has it. */
  carry(node: Node, kind: CarriedKind): Node {
    const { name, source } = this.added(node, kind);
    if (source !== null) return this.reader.joined(name, source, "number");
    return kind === "text"
      ? this.reader.joined(name, boundsOf(name, 0, 2 ** 31), "text")
      : this.reader.joined(name, boundsOf(name, 0, 1), "flag");
  }

  /** The columns as the table's own relations have them. */
  texts(printer: Printer): readonly RelationColumn[] {
    return this.columns.map((each) => ({ name: each.name, text: this.textOf(each, printer) }));
  }

  private added(node: Node, kind: CarriedKind): Carried {
    const name = `${this.stem}${this.columns.length}`;
    const source = kind === "number" ? this.sourceOf(node, name) : null;
    const carried = { name, kind, otherwise: OTHERWISE[kind], node, source };
    this.columns.push(carried);
    return carried;
  }

  private sourceOf({ low, high, den, rep }: Node, name: string): Source {
    const tooWide = (): never => refuse("sql-too-wide", { field: null, engine: this.dialect.title });
    if (rep === "approximate" || den === 0n) return notRounded();
    if (low === null || high === null) return tooWide();
    const raw = (end: typeof low, isLow: boolean) => {
      const own = end.mul(Number(den));
      return Math[isLow ? "min" : "max"](0, own[isLow ? "floor" : "ceil"]().toNumber());
    };
    const [least, greatest] = [raw(low, true), raw(high, false)];
    if (!Number.isSafeInteger(least) || !Number.isSafeInteger(greatest)) return tooWide();
    // A column whose ends are equal would be taken for a constant.
    return boundsOf(name, least, Math.max(greatest, least + 1), den);
  }

  private textOf({ node, source }: Carried, printer: Printer): string {
    if (source === null) {
      const value = printer.value(node);
      return value.kind === "text" || value.kind === "flag" ? value.text : refuse("sql-text-computed");
    }
    const arithmetic = new Arithmetic(this.dialect);
    const { top, den, divisors } = printer.number(node);
    if (divisors.length > 0 || source.den % den !== 0n) return notRounded();
    const [least, most] = [sizeOf(BigInt(source.low)), sizeOf(BigInt(source.high))];
    const width = arithmetic.widthOf(least > most ? least : most);
    return arithmetic.cast(arithmetic.by(top, source.den / den).text, width);
  }
}

function notRounded(): never {
  return refuse("sql-plan", { zh: "往期数值为未舍入的商", en: "a number of an earlier period that is not rounded" });
}
