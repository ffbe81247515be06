/**
 * Every name the rubric declares, by kind: where each was declared and its index in the program's tables.
 * A name may be declared once per kind; the same name may denote things of different kinds.
 */
import type { Span } from "../source/span.js";

export type NameKind =
  | "subject"
  | "field"
  | "constant"
  | "choice"
  | "part"
  | "let"
  | "output"
  | "coefficient"
  | "veto"
  | "ranking"
  | "grades"
  | "award"
  | "consequence"
  | "use"
  | "scenario"
  | "test";

export interface Declared {
  readonly kind: NameKind;
  readonly name: string;
  /** Of the name, where it was declared. */
  readonly span: Span;
  /** In the program's table of its kind. */
  readonly index: number;
}

const none: readonly Declared[] = [];

export class Names {
  readonly #byName = new Map<string, Declared[]>();
  readonly #all: Declared[] = [];

  /** Takes a name up; of parts several may share one. Returns what had the name and the kind before, if anything. */
  declare(declared: Declared): Declared | null {
    const same = this.#byName.get(declared.name) ?? [];
    const before = declared.kind === "part" ? undefined : same.find((other) => other.kind === declared.kind);
    this.#all.push(declared);
    if (before !== undefined) return before;
    same.push(declared);
    this.#byName.set(declared.name, same);
    return null;
  }

  find(name: string, kind: NameKind): Declared | null {
    return this.#byName.get(name)?.find((declared) => declared.kind === kind) ?? null;
  }

  /** All things of these kinds that bear the name, in the order of `kinds`. */
  findAll(name: string, kinds: readonly NameKind[]): readonly Declared[] {
    const same = this.#byName.get(name);
    if (same === undefined) return none;
    const [only] = same;
    if (same.length === 1 && only !== undefined) return kinds.includes(only.kind) ? same : none;
    return kinds.flatMap((kind) => same.filter((declared) => declared.kind === kind));
  }

  /** In the order of declaration. */
  all(): readonly Declared[] {
    return this.#all;
  }

  of(kinds: readonly NameKind[]): readonly string[] {
    return this.#all.filter((declared) => kinds.includes(declared.kind)).map((declared) => declared.name);
  }
}
