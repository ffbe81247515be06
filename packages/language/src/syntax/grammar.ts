/**
 * Grammar of a whole file: its head and the list of declarations. Everything a rubric can hold is named in `declaration`.
 */
import { EOF } from "chevrotain";
import { AnyName, DateToken, Name, NumberToken, Range, role, Sep, TextToken } from "./tokens.js";
import { ResultGrammar } from "./grammar-result.js";
import type { Rule } from "./grammar-expression.js";

export class RubricGrammar extends ResultGrammar {
  constructor(validate = false, maxLookahead?: number) {
    super(validate, maxLookahead);
    this.performSelfAnalysis();
  }

  /** rubric := { declaration SEP } */
  readonly rubric: Rule = this.RULE("rubric", () => {
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(Sep) }, { ALT: () => this.SUBRULE(this.declaration) }]));
    this.CONSUME(EOF);
  });

  /** declaration := one of the constructs below */
  readonly declaration: Rule = this.RULE("declaration", () => {
    this.OR({
      MAX_LOOKAHEAD: 2,
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.title) },
        { ALT: () => this.SUBRULE(this.edition) },
        { ALT: () => this.SUBRULE(this.total) },
        { ALT: () => this.SUBRULE(this.rounding) },
        { ALT: () => this.SUBRULE(this.use) },
        { ALT: () => this.SUBRULE(this.data) },
        { ALT: () => this.SUBRULE(this.choiceDeclaration) },
        { ALT: () => this.SUBRULE(this.constant) },
        { ALT: () => this.SUBRULE(this.section) },
        { ALT: () => this.SUBRULE(this.item) },
        { ALT: () => this.SUBRULE(this.allowance) },
        { ALT: () => this.SUBRULE(this.bonusOnly) },
        { ALT: () => this.SUBRULE(this.veto) },
        { ALT: () => this.SUBRULE(this.coefficient) },
        { ALT: () => this.SUBRULE(this.ranking) },
        { ALT: () => this.SUBRULE(this.grades) },
        { ALT: () => this.SUBRULE(this.award) },
        { ALT: () => this.SUBRULE(this.consequence) },
        { ALT: () => this.SUBRULE(this.let) },
        { ALT: () => this.SUBRULE(this.output) },
        { ALT: () => this.SUBRULE(this.requirement) },
        { ALT: () => this.SUBRULE(this.policy) },
        { ALT: () => this.SUBRULE(this.scenario) },
        { ALT: () => this.SUBRULE(this.test) },
      ],
    });
  });

  /** title := "rubric" TEXT */
  readonly title: Rule = this.RULE("title", () => {
    this.CONSUME(role.Rubric);
    this.CONSUME(TextToken);
  });

  /** edition := "edition" TEXT [ "effective" DATE [ ".." DATE ] ] */
  readonly edition: Rule = this.RULE("edition", () => {
    this.CONSUME(role.Edition);
    this.CONSUME(TextToken);
    this.OPTION(() => {
      this.CONSUME(role.Effective);
      this.CONSUME(DateToken, { LABEL: "from" });
      this.OPTION1(() => {
        this.CONSUME(Range);
        this.OPTION2(() => this.CONSUME1(DateToken, { LABEL: "to" }));
      });
    });
  });

  /** total := "total" NUMBER */
  readonly total: Rule = this.RULE("total", () => {
    this.CONSUME(role.Total);
    this.CONSUME(NumberToken);
  });

  /** rounding := ( "score" | "items" ) roundsTo */
  readonly rounding: Rule = this.RULE("rounding", () => {
    this.OR([{ ALT: () => this.CONSUME(role.Score) }, { ALT: () => this.CONSUME(role.Items) }]);
    this.SUBRULE(this.roundsTo);
  });

  /** use := "use" TEXT "as" name "by" name [ "all periods" ] */
  readonly use: Rule = this.RULE("use", () => {
    this.CONSUME(role.Use);
    this.CONSUME(TextToken);
    this.CONSUME(role.As);
    this.CONSUME(AnyName, { LABEL: "alias" });
    this.CONSUME(role.By);
    this.CONSUME(Name, { LABEL: "by" });
    this.OPTION(() => this.CONSUME(role.AllPeriods));
  });
}

/** One grammar serves all texts: a parser holds no text between parses. */
export const grammar = new RubricGrammar();
