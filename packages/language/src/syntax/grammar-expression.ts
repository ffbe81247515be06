/**
 * Grammar of expressions, from names to `by` tables. The EBNF of a rule is above it.
 */
import {
  CstParser,
  NoViableAltException,
  tokenMatcher,
  type CstNode,
  type IRecognitionException,
  type IToken,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import {
  AddOp,
  AnyName,
  Caret,
  Colon,
  Comma,
  CompareOp,
  DateToken,
  Dot,
  LCurly,
  LParen,
  Minus,
  MulOp,
  Name,
  NumberToken,
  Range,
  RCurly,
  role,
  RParen,
  Sep,
  TextToken,
  tokenTypes,
} from "./tokens.js";
import { LazyLookahead } from "./lazy-lookahead.js";
import { messages } from "./parser-messages.js";
import { roundingWords, suffixes, verbs } from "../vocabulary/vocabulary.js";

/** What may stand after a range is soft, too: in `between 3 .. deduct` the range is open, its end is not a field named `deduct`. */
const afterRange: readonly TokenType[] = [
  role.Key,
  role.Optional,
  role.Assessor,
  role.Weight,
  role.Within,
  role.RoundsTo,
  role.RoundsToStep,
  role.AppliesIf,
  ...suffixes.map(({ word }) => role[word]),
  ...verbs.map(({ name }) => role[name]),
];

/** What follows a soft keyword that is the name of an argument: `count(where)`, `max(within, 1)`. */
const endsName: ReadonlySet<string> = new Set([
  "RParen",
  "Comma",
  "Dot",
  "Plus",
  "Minus",
  "Star",
  "Slash",
  "Caret",
  "Eq",
  "Neq",
  "Lt",
  "Le",
  "Gt",
  "Ge",
]);

/**
 * After an error within a block, Chevrotain continues by calling the block's rule again, from within: each error there deepens the
 * stack. A text with more of them is read no further.
 */
const mostRecovered = 200;

/** Members of Chevrotain's parser that this one changes, as version 13 has them. */
interface Internals {
  recoveryEnabled: boolean;
  resyncFollows: Readonly<Record<string, readonly TokenType[]>>;
  getFollowSetFromFollowKey(key: object): readonly TokenType[];
  shouldInRepetitionRecoveryBeTried(...args: unknown[]): boolean;
  raiseNoAltException(): never;
  SAVE_ERROR(error: IRecognitionException): IRecognitionException;
}

export type Rule = ParserMethod<[], CstNode>;

/**
 * Of most choices one token decides. Those that need two say so (`MAX_LOOKAHEAD: 2`): computing their paths takes
 * long. A test compares the grammar with one that always looks two tokens ahead.
 */
const MAX_LOOKAHEAD = 1;

export class ExpressionGrammar extends CstParser {
  private hasFollows = false;

  /** `validate` asks Chevrotain to prove the grammar sound: a test does, a user need not wait for it (and it needs builtins of 2023). */
  constructor(validate = false, maxLookahead = MAX_LOOKAHEAD) {
    super(tokenTypes, {
      recoveryEnabled: true,
      nodeLocationTracking: "onlyOffset",
      maxLookahead,
      lookaheadStrategy: new LazyLookahead({ maxLookahead }),
      errorMessageProvider: messages,
      skipValidations: !validate,
    });
    const internals = this as unknown as Internals;
    const shouldBeTried = internals.shouldInRepetitionRecoveryBeTried;
    internals.shouldInRepetitionRecoveryBeTried = (...args) =>
      this.errors.length < mostRecovered && shouldBeTried.apply(this, args);
    const followSet = internals.getFollowSetFromFollowKey;
    internals.getFollowSetFromFollowKey = (key) => {
      if (!this.hasFollows) this.computeFollows();
      this.hasFollows = true;
      return followSet.call(this, key);
    };
    // Chevrotain computes all tokens possible here, for a message that is not used: see `parser-messages.ts`.
    internals.raiseNoAltException = () => {
      throw internals.SAVE_ERROR(new NoViableAltException("", this.LA(1), this.LA(0)));
    };
  }

  /** Analyses the rules, without what may follow each: see `computeFollows`. */
  protected override performSelfAnalysis(): void {
    const internals = this as unknown as Internals;
    internals.recoveryEnabled = false;
    super.performSelfAnalysis();
    internals.recoveryEnabled = true;
  }

  /**
   * Computes which tokens may follow each rule, where reading continues behind an error. It is done at the first error, by a second
   * analysis, of a copy that has the recorded rules already.
   */
  private computeFollows(): void {
    const recorded = { definedRulesNames: [], skipValidations: true, preComputeLookaheadFunctions: () => {} };
    const copy = Object.assign(Object.create(Object.getPrototypeOf(this) as object) as Internals, this, recorded);
    super.performSelfAnalysis.call(copy);
    (this as unknown as Internals).resyncFollows = copy.resyncFollows;
  }

  protected isOneOf(token: IToken, types: readonly TokenType[]): boolean {
    return types.some((type) => tokenMatcher(token, type));
  }

  /** expression := conjunction { "or" conjunction } */
  readonly expression: Rule = this.RULE("expression", () => {
    this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(role.Or, { LABEL: "op" });
      this.SUBRULE2(this.conjunction);
    });
  });

  /** conjunction := negation { "and" negation } */
  readonly conjunction: Rule = this.RULE("conjunction", () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(role.And, { LABEL: "op" });
      this.SUBRULE2(this.negation);
    });
  });

  /** negation := { "not" } comparison */
  readonly negation: Rule = this.RULE("negation", () => {
    this.MANY(() => this.CONSUME(role.Not, { LABEL: "op" }));
    this.SUBRULE(this.comparison);
  });

  /** comparison := sum [ ( "=" | "≠" | "<" | "≤" | ">" | "≥" ) sum ] */
  readonly comparison: Rule = this.RULE("comparison", () => {
    this.SUBRULE(this.sum);
    this.OPTION(() => {
      this.CONSUME(CompareOp, { LABEL: "op" });
      this.SUBRULE2(this.sum);
    });
  });

  /** sum := product { ( "+" | "-" ) product } */
  readonly sum: Rule = this.RULE("sum", () => {
    this.SUBRULE(this.product);
    this.MANY(() => {
      this.CONSUME(AddOp, { LABEL: "op" });
      this.SUBRULE2(this.product);
    });
  });

  /** product := power { ( "*" | "/" ) power } */
  readonly product: Rule = this.RULE("product", () => {
    this.SUBRULE(this.power);
    this.MANY(() => {
      this.CONSUME(MulOp, { LABEL: "op" });
      this.SUBRULE2(this.power);
    });
  });

  /** power := { "-" } value [ "^" NUMBER ] */
  readonly power: Rule = this.RULE("power", () => {
    this.MANY(() => this.CONSUME(Minus, { LABEL: "sign" }));
    this.SUBRULE(this.value);
    this.OPTION(() => {
      this.CONSUME(Caret);
      this.CONSUME(NumberToken);
    });
  });

  /** value := NUMBER | TEXT | DATE | "yes" | "no" | "none" | "blank" | "full" | byTable | "(" expression ")" | reference */
  readonly value: Rule = this.RULE("value", () => {
    this.OR({
      MAX_LOOKAHEAD: 2,
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.CONSUME(NumberToken) },
        { ALT: () => this.CONSUME(TextToken) },
        { ALT: () => this.CONSUME(DateToken) },
        { ALT: () => this.CONSUME(role.Yes) },
        { ALT: () => this.CONSUME(role.No) },
        { ALT: () => this.CONSUME(role.None) },
        { ALT: () => this.CONSUME(role.Blank) },
        { ALT: () => this.CONSUME(role.Full) },
        { ALT: () => this.SUBRULE(this.byTable) },
        {
          ALT: () => {
            this.CONSUME(LParen);
            this.SUBRULE(this.expression);
            this.CONSUME(RParen);
          },
        },
        { ALT: () => this.SUBRULE(this.reference) },
      ],
    });
  });

  /** reference := name { "." name } [ "(" [ argument { "," argument } ] { "within" name | "where" expression | drop | keep | ties } ")" ] */
  readonly reference: Rule = this.RULE("reference", () => {
    this.CONSUME(Name, { LABEL: "name" });
    this.MANY(() => {
      this.CONSUME(Dot);
      this.CONSUME(AnyName, { LABEL: "member" });
    });
    this.OPTION(() => {
      this.CONSUME(LParen);
      this.OPTION1({
        GATE: () =>
          !this.isOneOf(this.LA(1), [role.WithinGroup, role.Where]) || endsName.has(this.LA(2).tokenType.name),
        DEF: () => {
          this.SUBRULE(this.argument);
          this.MANY1(() => {
            this.CONSUME(Comma);
            this.SUBRULE2(this.argument);
          });
        },
      });
      this.MANY2(() =>
        this.OR([
          {
            ALT: () => {
              this.CONSUME(role.WithinGroup);
              this.CONSUME1(Name, { LABEL: "group" });
            },
          },
          {
            ALT: () => {
              this.CONSUME(role.Where);
              this.SUBRULE(this.expression);
            },
          },
          { ALT: () => this.SUBRULE(this.drop) },
          { ALT: () => this.SUBRULE(this.keep) },
          { ALT: () => this.SUBRULE(this.ties) },
        ]),
      );
      this.CONSUME(RParen);
    });
  });

  /** argument := [ "to" ] expression [ MODE ] */
  readonly argument: Rule = this.RULE("argument", () => {
    this.OPTION(() => this.CONSUME(role.To));
    this.SUBRULE(this.expression);
    this.OPTION1(() => this.SUBRULE(this.roundingMode));
  });

  /** roundingMode := MODE; the vocabulary says which words name one */
  readonly roundingMode: Rule = this.RULE("roundingMode", () => {
    this.OR(roundingWords.map(({ name }) => ({ ALT: () => this.CONSUME(role[name]) })));
  });

  /** drop := "drop" { ( "highest" | "lowest" ) NUMBER } */
  readonly drop: Rule = this.RULE("drop", () => {
    this.CONSUME(role.Drop);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(role.DropHighest);
            this.CONSUME1(NumberToken, { LABEL: "highest" });
          },
        },
        {
          ALT: () => {
            this.CONSUME(role.DropLowest);
            this.CONSUME2(NumberToken, { LABEL: "lowest" });
          },
        },
      ]),
    );
  });

  /** keep := "keep" { ( "highest" | "lowest" ) NUMBER } */
  readonly keep: Rule = this.RULE("keep", () => {
    this.CONSUME(role.Keep);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(role.DropHighest);
            this.CONSUME1(NumberToken, { LABEL: "highest" });
          },
        },
        {
          ALT: () => {
            this.CONSUME(role.DropLowest);
            this.CONSUME2(NumberToken, { LABEL: "lowest" });
          },
        },
      ]),
    );
  });

  /** ties := "ties dense" | "ties average" */
  readonly ties: Rule = this.RULE("ties", () => {
    this.OR([{ ALT: () => this.CONSUME(role.TiesDense) }, { ALT: () => this.CONSUME(role.TiesAverage) }]);
  });

  /** byTable := "by" sum [ "interpolated" ] "{" { bandRow SEP } "}" */
  readonly byTable: Rule = this.RULE("byTable", () => {
    this.CONSUME(role.By);
    this.SUBRULE(this.sum);
    this.OPTION(() => this.CONSUME(role.Interpolated));
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.bandRow) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** bandRow := ( "else" | bandKey { "," bandKey } ) ":" expression */
  readonly bandRow: Rule = this.RULE("bandRow", () => {
    this.OR([
      { ALT: () => this.CONSUME(role.Else) },
      {
        ALT: () => {
          this.SUBRULE(this.bandKey);
          this.MANY(() => {
            this.CONSUME(Comma);
            this.SUBRULE2(this.bandKey);
          });
        },
      },
    ]);
    this.CONSUME(Colon);
    this.SUBRULE(this.expression);
  });

  /** bandKey := comparator sum | range */
  readonly bandKey: Rule = this.RULE("bandKey", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(CompareOp);
          this.SUBRULE(this.sum);
        },
      },
      { ALT: () => this.SUBRULE(this.range) },
    ]);
  });

  /** range := sum [ ".." [ sum ] ] | ".." sum */
  readonly range: Rule = this.RULE("range", () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.sum, { LABEL: "from" });
          this.OPTION(() => {
            this.CONSUME(Range);
            this.OPTION1({
              GATE: () => !this.isOneOf(this.LA(1), afterRange),
              DEF: () => this.SUBRULE1(this.sum, { LABEL: "to" }),
            });
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME1(Range);
          this.SUBRULE2(this.sum, { LABEL: "to" });
        },
      },
    ]);
  });
}
