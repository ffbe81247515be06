/**
 * Grammar of data blocks: fields, their types, choices and constants.
 */
import {
  AnyName,
  Colon,
  Comma,
  Eq,
  Identifier,
  LCurly,
  LParen,
  Lt,
  NumberToken,
  QuotedName,
  RCurly,
  role,
  RParen,
  Sep,
  TextToken,
} from "./tokens.js";
import { ExpressionGrammar, type Rule } from "./grammar-expression.js";

export class DataGrammar extends ExpressionGrammar {
  /** data := "data" name fields */
  readonly data: Rule = this.RULE("data", () => {
    this.CONSUME(role.Data);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.SUBRULE(this.fields);
  });

  /** fields := "{" { field SEP } "}" */
  readonly fields: Rule = this.RULE("fields", () => {
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.field) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** field := name ":" type { "key" | "optional" | "=" sum | "assessor" TEXT } */
  readonly field: Rule = this.RULE("field", () => {
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(Colon);
    this.SUBRULE(this.fieldType);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(role.Key) },
        { ALT: () => this.CONSUME(role.Optional) },
        {
          ALT: () => {
            this.CONSUME(Eq);
            this.SUBRULE(this.sum);
          },
        },
        { ALT: () => this.SUBRULE(this.assessor) },
      ]),
    );
  });

  /** assessor := "assessor" TEXT */
  readonly assessor: Rule = this.RULE("assessor", () => {
    this.CONSUME(role.Assessor);
    this.CONSUME(TextToken);
  });

  /** fieldType := plainType | numberType | choiceType | "list" fields | name */
  readonly fieldType: Rule = this.RULE("fieldType", () => {
    this.OR([
      { ALT: () => this.CONSUME(role.TextType) },
      { ALT: () => this.CONSUME(role.FlagType) },
      { ALT: () => this.CONSUME(role.DateType) },
      { ALT: () => this.CONSUME(role.PeriodType) },
      { ALT: () => this.SUBRULE(this.numberType) },
      {
        ALT: () => {
          this.CONSUME(role.ChoiceType);
          this.SUBRULE(this.levels);
        },
      },
      {
        ALT: () => {
          this.CONSUME(role.ListType);
          this.SUBRULE(this.fields);
        },
      },
      // A choice may be called like any other keyword.
      {
        GATE: () => !this.isOneOf(this.LA(1), [role.ChoiceType, role.ListType]),
        ALT: () => this.CONSUME(AnyName, { LABEL: "named" }),
        IGNORE_AMBIGUITIES: true,
      },
    ]);
  });

  /** numberType := ( "number" | "count" | "percent" ) [ UNIT ] [ range ] */
  readonly numberType: Rule = this.RULE("numberType", () => {
    this.OR([
      { ALT: () => this.CONSUME(role.NumberType) },
      { ALT: () => this.CONSUME(role.CountType) },
      { ALT: () => this.CONSUME(role.PercentType) },
    ]);
    this.OPTION(() =>
      this.OR1([
        { ALT: () => this.CONSUME(Identifier, { LABEL: "unit" }) },
        { ALT: () => this.CONSUME(QuotedName, { LABEL: "unit" }) },
        { ALT: () => this.CONSUME(role.Items, { LABEL: "unit" }) },
      ]),
    );
    this.OPTION1({
      GATE: () => this.startsRange(),
      DEF: () => this.SUBRULE(this.range),
    });
  });

  /** A range opens with a number or `..`; a soft keyword after the unit belongs to the field. */
  private startsRange(): boolean {
    return (
      this.LA(1).tokenTypeIdx === NumberToken.tokenTypeIdx || ["Range", "Minus"].includes(this.LA(1).tokenType.name)
    );
  }

  /** levels := "(" level { ( "," | "<" ) level } ")" */
  readonly levels: Rule = this.RULE("levels", () => {
    this.CONSUME(LParen);
    this.SUBRULE(this.level);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(Lt) }]);
      this.SUBRULE1(this.level);
    });
    this.CONSUME(RParen);
  });

  /** level := name [ TEXT ] */
  readonly level: Rule = this.RULE("level", () => {
    this.CONSUME(AnyName, { LABEL: "name" });
    this.OPTION(() => this.CONSUME(TextToken));
  });

  /** choiceDeclaration := "choice" name levels */
  readonly choiceDeclaration: Rule = this.RULE("choiceDeclaration", () => {
    this.CONSUME(role.ChoiceType);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.SUBRULE(this.levels);
  });

  /** constant := "constant" name ":" fieldType [ "=" sum ] */
  readonly constant: Rule = this.RULE("constant", () => {
    this.CONSUME(role.Constant);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(Colon);
    this.SUBRULE(this.fieldType);
    this.OPTION(() => {
      this.CONSUME(Eq);
      this.SUBRULE(this.sum);
    });
  });
}
