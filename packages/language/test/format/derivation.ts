/**
 * Random sentences of the grammar: a tape of numbers in, a list of terminals out. Every choice reads one number of the tape;
 * where it is used up, the shortest way to the end is taken, so that a shorter tape gives a shorter sentence.
 */
import { grammar } from "../../src/syntax/grammar.js";

type Production = ReturnType<typeof grammar.getSerializedGastProductions>[number];

/** A token to be spelled: the name of its type, its label, and the rule it stands in. */
export interface Terminal {
  readonly type: string;
  readonly label: string;
  readonly rule: string;
}

export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  get isOver(): boolean {
    return this.#at >= this.#numbers.length;
  }

  /** A number below `bound`; 0 where the tape is used up. */
  next(bound: number): number {
    const value = this.#numbers[this.#at];
    this.#at += 1;
    return value === undefined ? 0 : value % bound;
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.next(values.length)] as T;
  }

  /** True in one of `odds` cases. */
  chance(odds: number): boolean {
    return this.next(odds) === odds - 1;
  }
}

interface Described {
  readonly type: string;
  readonly name?: string;
  readonly terminalLabel?: string;
  readonly definition?: readonly Described[];
}

const rules = new Map(
  grammar
    .getSerializedGastProductions()
    .map((rule: Production) => [(rule as Described).name as string, rule as Described]),
);

/** The fewest tokens that a rule can be derived to, by name; rules that lead back to themselves alone are infinite. */
const shortest = new Map<string, number>();
for (let changed = true; changed;) {
  changed = false;
  for (const [name, rule] of rules) {
    const length = shortestOf(rule);
    if (length < (shortest.get(name) ?? Infinity)) {
      shortest.set(name, length);
      changed = true;
    }
  }
}

function shortestOf(part: Described): number {
  const inside = part.definition ?? [];
  switch (part.type) {
    case "Terminal":
      return 1;
    case "NonTerminal":
      return shortest.get(part.name as string) ?? Infinity;
    case "Option":
    case "Repetition":
      return 0;
    case "Alternation":
      return Math.min(...inside.map(shortestOf));
    default:
      return inside.reduce((sum, p) => sum + shortestOf(p), 0);
  }
}

/** What a block must hold for there to be something to edit in it, by the rule of the block. */
const content: Readonly<Record<string, readonly string[]>> = {
  lines: ["line"],
  parts: ["item", "item", "section"],
  fields: ["field"],
  variants: ["variant"],
};

/** Derives a sentence of the rule; one that `isFull` has something in each of its blocks. */
export function derive(rule: string, tape: Tape, isFull = false): Terminal[] {
  const out: Terminal[] = [];
  let depth = 0;
  const visit = (part: Described, within: string): void => {
    const inside = part.definition ?? [];
    switch (part.type) {
      case "Terminal":
        out.push({ type: part.name as string, label: part.terminalLabel ?? part.name ?? "", rule: within });
        return;
      case "NonTerminal":
        depth += 1;
        visit(rules.get(part.name as string) as Described, part.name as string);
        depth -= 1;
        return;
      case "Option":
        if (goesOn() && tape.chance(oddsIn(within, 2))) inside.forEach((p) => visit(p, within));
        return;
      case "Repetition":
        repeat(part, within);
        return;
      case "Alternation":
        visit(choose(inside), within);
        return;
      default:
        inside.forEach((p) => visit(p, within));
    }
  };
  const goesOn = (): boolean => !tape.isOver && depth < 40;
  const choose = (alternatives: readonly Described[]): Described => {
    if (goesOn()) return tape.oneOf(alternatives);
    return alternatives.reduce((a, b) => (shortestOf(b) < shortestOf(a) ? b : a));
  };
  const repeat = (part: Described, within: string): void => {
    const inside = part.definition ?? [];
    const separators = separatorsOf(inside);
    if (separators.length === 0) {
      while (goesOn() && tape.chance(oddsIn(within, 3))) inside.forEach((p) => visit(p, within));
      return;
    }
    const elements = (inside[0]?.definition ?? []).filter((a) => !separators.includes(a));
    const separate = (): void => visit(tape.oneOf(separators), within);
    const held = isFull ? content[within] : undefined;
    if (held !== undefined) {
      const one = (): void => {
        visit({ type: "NonTerminal", name: goesOn() ? tape.oneOf(held) : held[0]! }, within);
        separate();
      };
      one();
      if (within === "lines") while (goesOn() && tape.chance(2)) one();
    }
    while (goesOn() && tape.chance(8)) separate();
    while (goesOn() && !tape.chance(4)) {
      visit(choose(elements), within);
      do separate();
      while (goesOn() && tape.chance(8));
    }
  };
  visit(rules.get(rule) as Described, rule);
  return out;
}

const operations = new Set(["expression", "conjunction", "negation", "comparison", "sum", "product", "power"]);

/** Operators are rare, so that sentences are more than sums. */
function oddsIn(rule: string, usual: number): number {
  return operations.has(rule) ? 8 : usual;
}

/** The alternatives of a block's loop that only separate. */
function separatorsOf(loop: readonly Described[]): readonly Described[] {
  const alternatives = loop[0]?.type === "Alternation" ? (loop[0].definition ?? []) : [];
  return alternatives.filter((a) => {
    const [only, ...more] = a.definition ?? [];
    return more.length === 0 && only?.type === "Terminal" && (only.name === "Sep" || only.name === "Comma");
  });
}
