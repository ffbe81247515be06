/**
 * Grammar of what follows from scores: vetoes, coefficients, rankings, grades, awards, consequences, values, checks, scenarios, tests.
 */
import {
  AnyName,
  Colon,
  Comma,
  Dot,
  Eq,
  LCurly,
  LSquare,
  Name,
  NumberToken,
  Range,
  RCurly,
  role,
  RSquare,
  Sep,
  TextToken,
} from "./tokens.js";
import { PartGrammar } from "./grammar-part.js";
import type { Rule } from "./grammar-expression.js";

export class ResultGrammar extends PartGrammar {
  /** bonusOnly := "bonus only in" name { "," name } */
  readonly bonusOnly: Rule = this.RULE("bonusOnly", () => {
    this.CONSUME(role.BonusOnlyIn);
    this.SUBRULE(this.names);
  });

  /** names := name { "," name } */
  readonly names: Rule = this.RULE("names", () => {
    this.CONSUME(Name, { LABEL: "name" });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.CONSUME1(Name, { LABEL: "name" });
    });
  });

  /** veto := "veto" name "if" expression [ basis ] "{" { vetoEffect SEP } "}" */
  readonly veto: Rule = this.RULE("veto", () => {
    this.CONSUME(role.Veto);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(role.If);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.SUBRULE(this.basis));
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.vetoEffect) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** vetoEffect := "score 0" | "unranked" | "no place" | "no awards" | "grade at most" name */
  readonly vetoEffect: Rule = this.RULE("vetoEffect", () => {
    this.OR([
      { ALT: () => this.CONSUME(role.ScoreZero) },
      { ALT: () => this.CONSUME(role.Unranked) },
      { ALT: () => this.CONSUME(role.NoPlace) },
      { ALT: () => this.CONSUME(role.NoAwards) },
      {
        ALT: () => {
          this.CONSUME(role.GradeAtMost);
          this.CONSUME(AnyName, { LABEL: "grade" });
        },
      },
    ]);
  });

  /** coefficient := "coefficient" name [ "=" ] expression [ "if" expression ] "applies to" ( "total" | names ) */
  readonly coefficient: Rule = this.RULE("coefficient", () => {
    this.CONSUME(role.Coefficient);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.OPTION(() => this.CONSUME(Eq));
    this.SUBRULE(this.expression);
    this.OPTION1(() => {
      this.CONSUME(role.If);
      this.SUBRULE1(this.expression, { LABEL: "condition" });
    });
    this.CONSUME(role.AppliesTo);
    this.OR({
      MAX_LOOKAHEAD: 2,
      IGNORE_AMBIGUITIES: true,
      DEF: [{ ALT: () => this.CONSUME(role.TotalScore) }, { ALT: () => this.SUBRULE(this.names) }],
    });
  });

  /** ranking := "ranking" name "by" ( "each section" | expression ) { direction | "within" name | "where" expression | "ties share" | "then by" tieBreak { "," tieBreak } } */
  readonly ranking: Rule = this.RULE("ranking", () => {
    this.CONSUME(role.Ranking);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(role.By);
    this.OR([
      { ALT: () => this.CONSUME(role.EachSection) },
      { ALT: () => this.SUBRULE(this.expression, { LABEL: "by" }) },
    ]);
    this.MANY(() =>
      this.OR1([
        { ALT: () => this.SUBRULE(this.direction) },
        {
          ALT: () => {
            this.CONSUME(role.WithinGroup);
            this.CONSUME1(Name, { LABEL: "group" });
          },
        },
        {
          ALT: () => {
            this.CONSUME(role.Where);
            this.SUBRULE1(this.expression, { LABEL: "where" });
          },
        },
        { ALT: () => this.CONSUME(role.TiesShare) },
        { ALT: () => this.CONSUME(role.TiesDense) },
        {
          ALT: () => {
            this.CONSUME(role.ThenBy);
            this.SUBRULE(this.tieBreak);
            this.MANY1(() => {
              this.CONSUME(Comma);
              this.SUBRULE1(this.tieBreak);
            });
          },
        },
      ]),
    );
  });

  /** tieBreak := ( expression | "head to head" expression "against" expression ) [ direction ] */
  readonly tieBreak: Rule = this.RULE("tieBreak", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.HeadToHead);
          this.SUBRULE1(this.expression);
          this.CONSUME(role.Against);
          this.SUBRULE2(this.expression, { LABEL: "against" });
        },
      },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
    this.OPTION(() => this.SUBRULE(this.direction));
  });

  /** direction := "lowest first" | "highest first" */
  readonly direction: Rule = this.RULE("direction", () => {
    this.OR([{ ALT: () => this.CONSUME(role.LowestFirst) }, { ALT: () => this.CONSUME(role.HighestFirst) }]);
  });

  /** grades := "grades" name [ "by" name ] "{" { ( gradeRow | adjustment ) SEP } "}" */
  readonly grades: Rule = this.RULE("grades", () => {
    this.CONSUME(role.Grades);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.OPTION(() => {
      this.CONSUME(role.By);
      this.CONSUME(Name, { LABEL: "ranking" });
    });
    this.CONSUME(LCurly);
    this.MANY(() =>
      // A grade may be called after the keyword of an adjustment: the colon behind it decides.
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.CONSUME(Sep) },
          { ALT: () => this.CONSUME(Comma) },
          { GATE: () => this.LA(2).tokenType !== Colon, ALT: () => this.SUBRULE(this.adjustment) },
          { ALT: () => this.SUBRULE(this.gradeRow) },
        ],
      }),
    );
    this.CONSUME(RCurly);
  });

  /** adjustment := ( ( "raise by" | "lower by" ) NUMBER | ( "raise to" | "grade at most" ) name ) "if" expression [ basis ] */
  readonly adjustment: Rule = this.RULE("adjustment", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(role.RaiseBy) }, { ALT: () => this.CONSUME(role.LowerBy) }]);
          this.CONSUME(NumberToken, { LABEL: "grades" });
        },
      },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(role.RaiseTo) }, { ALT: () => this.CONSUME(role.GradeAtMost) }]);
          this.CONSUME(Name, { LABEL: "grade" });
        },
      },
    ]);
    this.CONSUME(role.If);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.SUBRULE(this.basis));
  });

  /** gradeRow := "else" ":" name | name ":" ( quota [ "and" expression ] | expression ) */
  readonly gradeRow: Rule = this.RULE("gradeRow", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.Else);
          this.CONSUME(Colon);
          this.CONSUME(AnyName, { LABEL: "otherwise" });
        },
      },
      {
        ALT: () => {
          this.CONSUME1(Name, { LABEL: "grade" });
          this.CONSUME1(Colon);
          this.OR1({
            MAX_LOOKAHEAD: 2,
            IGNORE_AMBIGUITIES: true,
            DEF: [
              {
                ALT: () => {
                  this.SUBRULE(this.quota);
                  this.OPTION(() => {
                    this.CONSUME(role.And);
                    this.SUBRULE(this.expression);
                  });
                },
              },
              { ALT: () => this.SUBRULE1(this.expression) },
            ],
          });
        },
      },
    ]);
  });

  /** quota := "quota" sum [ "rounds up" | "rounds half up" ] */
  readonly quota: Rule = this.RULE("quota", () => {
    this.CONSUME(role.Quota);
    this.SUBRULE(this.sum);
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(role.RoundsUp) }, { ALT: () => this.CONSUME(role.RoundsHalfUp) }]),
    );
  });

  /** award := "award" name name places [ "if" expression ] [ [ "pays" ] expression [ roundsTo ] ] */
  readonly award: Rule = this.RULE("award", () => {
    this.CONSUME(role.Award);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME1(Name, { LABEL: "ranking" });
    this.SUBRULE(this.places);
    this.OPTION(() => {
      this.CONSUME(role.If);
      this.SUBRULE(this.expression, { LABEL: "condition" });
    });
    this.OPTION1({
      GATE: () => this.LA(1).tokenTypeIdx !== Sep.tokenTypeIdx,
      DEF: () => {
        this.OPTION2(() => this.CONSUME(role.Pays));
        this.SUBRULE1(this.expression, { LABEL: "pays" });
        this.OPTION3(() => this.SUBRULE(this.roundsTo));
      },
    });
  });

  /** places := "place" NUMBER [ ".." NUMBER ] | "top" NUMBER */
  readonly places: Rule = this.RULE("places", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.Place);
          this.CONSUME(NumberToken, { LABEL: "from" });
          this.OPTION(() => {
            this.CONSUME(Range);
            this.CONSUME1(NumberToken, { LABEL: "to" });
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(role.TopPlaces);
          this.CONSUME2(NumberToken, { LABEL: "to" });
        },
      },
    ]);
  });

  /** consequence := "consequence" name "if" expression */
  readonly consequence: Rule = this.RULE("consequence", () => {
    this.CONSUME(role.Consequence);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(role.If);
    this.SUBRULE(this.expression);
  });

  /** let := "let" name "=" expression */
  readonly let: Rule = this.RULE("let", () => {
    this.CONSUME(role.Let);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(Eq);
    this.SUBRULE(this.expression);
  });

  /** output := "output" name "=" expression [ roundsTo ] */
  readonly output: Rule = this.RULE("output", () => {
    this.CONSUME(role.Output);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.CONSUME(Eq);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.SUBRULE(this.roundsTo));
  });

  /** requirement := "require" expression [ TEXT ] */
  readonly requirement: Rule = this.RULE("requirement", () => {
    this.CONSUME(role.Require);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(TextToken));
  });

  /** policy := "policy" expression [ TEXT ] */
  readonly policy: Rule = this.RULE("policy", () => {
    this.CONSUME(role.Policy);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(TextToken));
  });

  /** scenario := "scenario" TEXT "{" { change SEP } "}" */
  readonly scenario: Rule = this.RULE("scenario", () => {
    this.CONSUME(role.Scenario);
    this.CONSUME(TextToken);
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.change) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** change := path ":" [ "weight" ] sum */
  readonly change: Rule = this.RULE("change", () => {
    this.SUBRULE(this.path);
    this.CONSUME(Colon);
    this.OPTION(() => this.CONSUME(role.Weight));
    this.SUBRULE(this.sum);
  });

  /** path := name { "." name } */
  readonly path: Rule = this.RULE("path", () => {
    this.CONSUME(AnyName, { LABEL: "name" });
    this.MANY(() => {
      this.CONSUME(Dot);
      this.CONSUME1(AnyName, { LABEL: "name" });
    });
  });

  /** test := "test" TEXT "{" { given | expect | SEP } "}" */
  readonly test: Rule = this.RULE("test", () => {
    this.CONSUME(role.Test);
    this.CONSUME(TextToken);
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.given) },
        { ALT: () => this.SUBRULE(this.expect) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** given := "given" "{" { ( "else" ":" "full" | path ":" ( rows | expression ) ) SEP } "}" */
  readonly given: Rule = this.RULE("given", () => {
    this.CONSUME(role.Given);
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.givenEntry) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** givenEntry := "else" ":" "full" | path ":" ( rows | expression ) */
  readonly givenEntry: Rule = this.RULE("givenEntry", () => {
    this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(role.Else);
            this.CONSUME(Colon);
            this.CONSUME(role.Full);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.path);
            this.CONSUME1(Colon);
            this.OR1([{ ALT: () => this.SUBRULE(this.rows) }, { ALT: () => this.SUBRULE(this.expression) }]);
          },
        },
      ],
    });
  });

  /** rows := "[" [ row { "," row } ] "]" */
  readonly rows: Rule = this.RULE("rows", () => {
    this.CONSUME(LSquare);
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.SUBRULE(this.row) }]));
    this.CONSUME(RSquare);
  });

  /** row := "{" { entry SEP } "}" */
  readonly row: Rule = this.RULE("row", () => {
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.entry) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** expect := "expect" "{" { entry SEP } "}" */
  readonly expect: Rule = this.RULE("expect", () => {
    this.CONSUME(role.Expect);
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.entry) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** entry := path ":" expression */
  readonly entry: Rule = this.RULE("entry", () => {
    this.SUBRULE(this.path);
    this.CONSUME(Colon);
    this.SUBRULE(this.expression);
  });
}
