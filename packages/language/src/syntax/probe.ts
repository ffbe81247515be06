/**
 * A parser that reports what it does with one token: a prefix and a token in, the label under which the grammar takes it out. It stops
 * where it takes the token or refuses it, so that nothing behind the token is read and no error there is recovered from.
 */
import { tokenMatcher, type CstNode, type IRecognitionException, type IToken, type TokenType } from "chevrotain";
import { RubricGrammar } from "./grammar.js";
import type { Token } from "./tokens.js";

/** What becomes of the token. */
export interface Taken {
  readonly labels: ReadonlySet<string>;
  /** Whether it is the first token of an element, which a line before must be parted from. */
  readonly begins: boolean;
}

/** Elements that must be separated from a line before them; see `separators.ts`. */
const elements: ReadonlySet<string> = new Set(
  "declaration field section item allowance data applies line variant bandRow gradeRow vetoEffect change givenEntry entry".split(
    " ",
  ),
);

/** The members of Chevrotain's parser that a parser may override, as version 13 has them. */
interface Internals {
  CST_STACK: CstNode[];
  cstPostTerminal(key: string, token: IToken): void;
  SAVE_ERROR(error: IRecognitionException): IRecognitionException;
  LA(ahead: number): IToken;
  LA_FAST(ahead: number): IToken;
  ruleInvocationStateUpdate(...args: unknown[]): void;
  consumeInternalError(...args: unknown[]): void;
  shouldInRepetitionRecoveryBeTried(expected: TokenType, occurrence: number, notStuck: boolean): boolean;
  getHumanReadableRuleStack(): string[];
  onAfterParse(rule: string): void;
}

/** How a parse is ended. No recognition exception, so that no rule recovers from it. */
class Stop {
  constructor(
    /** Null where the token is refused. */
    readonly taken: Taken | null,
    readonly rules: readonly string[],
  ) {}
}

/** As many rules are entered in the time that it takes to recover from an error. */
const STEPS_OF_ERROR = 80;

export class Probe extends RubricGrammar {
  /** Rules entered since the last `begin`, and what recovering from errors costs besides: the measure of work. */
  steps = 0;
  #limit = Infinity;
  #asked: Token | null = null;
  /** Whether the parse has been ended: what is left of the input is not an error then. */
  #isOver = false;
  /** Whether the parser has looked past the token. */
  #looksPast = false;

  constructor() {
    super();
    const parser = this as unknown as Internals;
    const { cstPostTerminal, SAVE_ERROR, LA, LA_FAST, ruleInvocationStateUpdate, onAfterParse } = parser;
    parser.onAfterParse = (rule) => {
      if (!this.#isOver) onAfterParse.call(this, rule);
    };
    parser.cstPostTerminal = (key, token) => {
      cstPostTerminal.call(this, key, token);
      if (token === this.#asked) this.#end({ labels: new Set([key]), begins: beginsElement(parser.CST_STACK) }, []);
    };
    parser.SAVE_ERROR = (error) => {
      const saved = SAVE_ERROR.call(this, error);
      this.steps += STEPS_OF_ERROR;
      if (error.token === this.#asked) this.#end(null, [...saved.context.ruleStack]);
      return saved;
    };
    // Refused: what Chevrotain would put together for a message is not needed.
    const refused = () => {
      if (LA_FAST.call(this, 1) === this.#asked) this.#end(null, parser.getHumanReadableRuleStack());
    };
    const { consumeInternalError } = parser;
    parser.consumeInternalError = (...args) => (refused(), consumeInternalError.apply(this, args));
    const { shouldInRepetitionRecoveryBeTried } = parser;
    parser.shouldInRepetitionRecoveryBeTried = (expected, occurrence, notStuck) => {
      if (notStuck && !tokenMatcher(LA_FAST.call(this, 1), expected)) refused();
      return shouldInRepetitionRecoveryBeTried.call(this, expected, occurrence, notStuck);
    };
    parser.LA_FAST = (ahead) => {
      if (ahead > 1 && LA_FAST.call(this, ahead - 1) === this.#asked) this.#looksPast = true;
      return LA_FAST.call(this, ahead);
    };
    parser.LA = (ahead) => {
      if (ahead > 1 && LA.call(this, ahead - 1) === this.#asked) this.#looksPast = true;
      return LA.call(this, ahead);
    };
    parser.ruleInvocationStateUpdate = (...args) => {
      ruleInvocationStateUpdate.apply(this, args);
      this.steps += 1;
      if (this.steps <= this.#limit) return;
      this.#isOver = true;
      throw new OutOfSteps();
    };
  }

  /** Starts a new count of steps; beyond `limit` every question throws `OutOfSteps`. */
  begin(limit: number): void {
    this.steps = 0;
    this.#limit = limit;
  }

  /**
   * Null where the token is refused behind `prefix`, whatever of `followers` comes behind it. A keyword that may be a name, too, is taken
   * as one of its `roles` where any follower makes it one.
   */
  take(
    prefix: readonly Token[],
    token: Token,
    followers: readonly (readonly Token[])[],
    roles: readonly string[] = [],
  ): Taken | null {
    let found: Taken | null = null;
    for (const next of followers) {
      const { taken } = this.#ask([...prefix, token, ...next], token);
      if (taken !== null && (roles.length === 0 || roles.some((one) => taken.labels.has(one)))) return taken;
      found ??= taken;
      if (!this.#looksPast) return found;
    }
    return found;
  }

  /** The rules that are open behind `prefix`, outermost first. */
  openRules(prefix: readonly Token[], nothing: Token): readonly string[] {
    return this.#ask([...prefix, nothing], nothing).rules;
  }

  #end(taken: Taken | null, rules: readonly string[]): never {
    this.#isOver = true;
    throw new Stop(taken, rules);
  }

  #ask(input: Token[], token: Token): Stop {
    this.#asked = token;
    this.#isOver = false;
    this.#looksPast = false;
    this.input = input;
    try {
      this.rubric();
    } catch (stop) {
      if (stop instanceof Stop) return stop;
      throw stop;
    } finally {
      this.#asked = null;
    }
    // Passed over while the parser recovered from an error before it.
    return new Stop({ labels: new Set(), begins: false }, []);
  }
}

let made: Probe | null = null;

/** The one probe of all texts, made on first use: a grammar takes a while to be analysed. */
export function theProbe(): Probe {
  return (made ??= new Probe());
}

/** Thrown where a question takes more steps than were allowed. */
export class OutOfSteps extends Error {}

/** Of the nodes that are open, outermost first, when the innermost has just taken a token. */
function beginsElement(open: readonly CstNode[]): boolean {
  for (let at = open.length - 1; at > 0; at -= 1) {
    const node = open[at]!;
    const taken = Object.values(node.children).flat();
    if (taken.length > (at === open.length - 1 ? 1 : 0)) return false;
    if (elements.has(node.name) && open[at - 1]?.name !== "attribute") return true;
  }
  return false;
}
