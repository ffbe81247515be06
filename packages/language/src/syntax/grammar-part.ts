/**
 * Grammar of the scored tree: sections, items, and the one shape of every scoring line.
 */
import { AnyName, Colon, Comma, LCurly, Name, NumberToken, Range, RCurly, role, Sep, TextToken } from "./tokens.js";
import { DataGrammar } from "./grammar-data.js";
import type { Rule } from "./grammar-expression.js";
import { itemWords, limitMeasures, suffixes, verbs } from "../vocabulary/vocabulary.js";

const suffixTypes = suffixes.map(({ word }) => role[word]);

export class PartGrammar extends DataGrammar {
  /** section := "section" name { attribute } [ "by" sum variants ] [ parts ] */
  readonly section: Rule = this.RULE("section", () => {
    this.CONSUME(role.Section);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.MANY(() => this.SUBRULE(this.attribute));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.By);
          this.SUBRULE(this.sum);
          this.SUBRULE(this.variants);
        },
      },
      { ALT: () => this.SUBRULE(this.parts) },
    ]);
  });

  /** parts := "{" { ( section | item | data | applies ) SEP } "}" */
  readonly parts: Rule = this.RULE("parts", () => {
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.section) },
        { ALT: () => this.SUBRULE(this.item) },
        { ALT: () => this.SUBRULE(this.allowance) },
        { ALT: () => this.SUBRULE(this.data) },
        { ALT: () => this.SUBRULE(this.applies) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** variants := "{" { variant SEP } "}" */
  readonly variants: Rule = this.RULE("variants", () => {
    this.CONSUME(LCurly);
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(Sep) }, { ALT: () => this.SUBRULE(this.variant) }]));
    this.CONSUME(RCurly);
  });

  /** variant := ( "else" | name { "," name } ) parts */
  readonly variant: Rule = this.RULE("variant", () => {
    this.OR([
      { ALT: () => this.CONSUME(role.Else) },
      {
        ALT: () => {
          this.CONSUME(Name, { LABEL: "level" });
          this.MANY(() => {
            this.CONSUME(Comma);
            this.CONSUME1(Name, { LABEL: "level" });
          });
        },
      },
    ]);
    this.SUBRULE(this.parts);
  });

  /** attribute := NUMBER | "weight" sum | "within" range | assessor | "basis" TEXT | roundsTo | applies */
  readonly attribute: Rule = this.RULE("attribute", () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberToken, { LABEL: "points" }) },
      {
        ALT: () => {
          this.CONSUME(role.Weight);
          this.SUBRULE(this.sum);
        },
      },
      {
        ALT: () => {
          this.CONSUME(role.Within);
          this.SUBRULE(this.range);
        },
      },
      { ALT: () => this.SUBRULE(this.assessor) },
      { ALT: () => this.SUBRULE(this.basis) },
      { ALT: () => this.SUBRULE(this.roundsTo) },
      { ALT: () => this.SUBRULE(this.applies) },
    ]);
  });

  /** basis := "basis" TEXT */
  readonly basis: Rule = this.RULE("basis", () => {
    this.CONSUME(role.Basis);
    this.CONSUME(TextToken);
  });

  /** roundsTo := ( "rounds to" NUMBER "decimals" | "rounds to multiples of" NUMBER ) [ MODE ] */
  readonly roundsTo: Rule = this.RULE("roundsTo", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.RoundsTo);
          this.CONSUME(NumberToken);
          this.CONSUME(role.Decimals);
        },
      },
      {
        ALT: () => {
          this.CONSUME(role.RoundsToStep);
          this.CONSUME1(NumberToken, { LABEL: "step" });
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.roundingMode));
  });

  /** applies := "applies if" expression [ "otherwise" ( "full" | "rescale" | NUMBER ) ] */
  readonly applies: Rule = this.RULE("applies", () => {
    this.CONSUME(role.AppliesIf);
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.CONSUME(role.Otherwise);
      this.OR([
        { ALT: () => this.CONSUME(role.Full) },
        { ALT: () => this.CONSUME(role.Rescale) },
        { ALT: () => this.CONSUME(NumberToken) },
      ]);
    });
  });

  /** item := "item" name { attribute } [ lines ] */
  readonly item: Rule = this.RULE("item", () => {
    this.CONSUME(role.Item);
    this.CONSUME(AnyName, { LABEL: "name" });
    this.MANY(() => this.SUBRULE(this.attribute));
    this.SUBRULE(this.lines);
  });

  /** allowance := ITEM name [ "up to" NUMBER ] { attribute } [ lines ]; the vocabulary says which words are kinds of items */
  readonly allowance: Rule = this.RULE("allowance", () => {
    this.OR(itemWords.map(({ word }, index) => ({ ALT: () => this.consume(index, role[word]) })));
    this.CONSUME(AnyName, { LABEL: "name" });
    this.MANY(() =>
      this.OR1([
        {
          ALT: () => {
            this.CONSUME(role.UpTo);
            this.CONSUME(NumberToken);
          },
        },
        { ALT: () => this.SUBRULE(this.attribute) },
      ]),
    );
    this.SUBRULE(this.lines);
  });

  /** lines := "{" { ( line | applies ) SEP } "}" */
  readonly lines: Rule = this.RULE("lines", () => {
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Sep) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.line) },
        { ALT: () => this.SUBRULE(this.applies) },
      ]),
    );
    this.CONSUME(RCurly);
  });

  /** line := "if" expression ( lines [ "otherwise" lines ] | effect ) | effect */
  readonly line: Rule = this.RULE("line", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.If);
          this.SUBRULE(this.expression);
          this.OR1([
            {
              ALT: () => {
                this.SUBRULE(this.lines);
                this.OPTION(() => {
                  this.CONSUME(role.Otherwise);
                  this.SUBRULE1(this.lines);
                });
              },
            },
            { ALT: () => this.SUBRULE(this.effect) },
          ]);
        },
      },
      { ALT: () => this.SUBRULE1(this.effect) },
    ]);
  });

  /** effect := ( open | [ each | per ] ( judgement | verb amount ) ) { suffix } */
  readonly effect: Rule = this.RULE("effect", () => {
    this.OR2([
      { ALT: () => this.SUBRULE(this.open) },
      {
        ALT: () => {
          this.OPTION(() => this.OR([{ ALT: () => this.SUBRULE(this.each) }, { ALT: () => this.SUBRULE(this.per) }]));
          this.OR1([
            { ALT: () => this.SUBRULE(this.judgement) },
            {
              ALT: () => {
                this.SUBRULE(this.verb);
                this.SUBRULE(this.amount);
              },
            },
          ]);
        },
      },
    ]);
    this.MANY(() => this.SUBRULE(this.suffix));
  });

  /** open := "open" TEXT */
  readonly open: Rule = this.RULE("open", () => {
    this.CONSUME(role.OpenClause);
    this.CONSUME(TextToken);
  });

  /** verb := VERB, one of the vocabulary's words with an effect */
  readonly verb: Rule = this.RULE("verb", () => {
    this.OR(verbs.map(({ name }) => ({ ALT: () => this.CONSUME(role[name]) })));
  });

  /** each := "each" name [ "where" expression ] */
  readonly each: Rule = this.RULE("each", () => {
    this.CONSUME(role.Each);
    this.CONSUME(Name, { LABEL: "list" });
    this.OPTION(() => {
      this.CONSUME(role.Where);
      this.SUBRULE(this.expression);
    });
  });

  /** per := "per" [ NUMBER ] sum [ measure ] */
  readonly per: Rule = this.RULE("per", () => {
    this.CONSUME(role.Per);
    this.OPTION(() => this.CONSUME(NumberToken, { LABEL: "step" }));
    this.SUBRULE(this.sum);
    this.OPTION1(() => this.SUBRULE(this.measure));
  });

  /** measure := MEASURE sum [ CLOSE ] | "between" range; the vocabulary says which words measure, and what closes them */
  readonly measure: Rule = this.RULE("measure", () => {
    this.OR([
      ...limitMeasures.map(({ begin, close }, index) => ({
        ALT: () => {
          this.CONSUME(role[begin]);
          this.subrule(index, this.sum);
          if (close !== null) this.option(index, () => this.CONSUME(role[close]));
        },
      })),
      {
        ALT: () => {
          this.CONSUME(role.Between);
          this.SUBRULE(this.range);
        },
      },
    ]);
  });

  /** judgement := "at discretion" verb [ name ] [ range ] */
  readonly judgement: Rule = this.RULE("judgement", () => {
    this.CONSUME(role.AtDiscretion);
    this.SUBRULE(this.verb);
    this.OPTION({
      GATE: () => !this.startsSuffix(),
      DEF: () => this.CONSUME(Name, { LABEL: "name" }),
    });
    this.OPTION1({
      GATE: () => !this.startsSuffix(),
      DEF: () => this.SUBRULE(this.range),
    });
  });

  /** amount := "in proportion" sum [ "below" sum "earn" sum ] | expression */
  readonly amount: Rule = this.RULE("amount", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(role.InProportion);
          this.SUBRULE(this.sum, { LABEL: "ratio" });
          this.OPTION(() => {
            this.CONSUME(role.Below);
            this.SUBRULE1(this.sum, { LABEL: "below" });
            this.CONSUME(role.Earn);
            this.SUBRULE2(this.sum, { LABEL: "earns" });
          });
        },
      },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
  });

  /** suffix := SUFFIX ( sum [ "per" sum ] | sum | expression ) | basis; the vocabulary says which words are suffixes and what each takes */
  readonly suffix: Rule = this.RULE("suffix", () => {
    this.OR(
      suffixes.map(({ word, takes, isGrouped }, index) => ({
        ALT: () => {
          if (takes === "text") {
            this.subrule(index, this.basis);
            return;
          }
          this.CONSUME(role[word]);
          this.subrule(index, takes === "condition" ? this.expression : this.sum, { LABEL: "operand" });
          if (!isGrouped) return;
          this.option(index, () => {
            this.CONSUME(role.Per);
            this.subrule(suffixes.length + index, this.sum, { LABEL: "group" });
          });
        },
      })),
    );
  });

  /** Suffix keywords may be soft; after `at discretion deduct` they begin a suffix, not a name. */
  private startsSuffix(): boolean {
    return (
      this.isOneOf(this.LA(1), suffixTypes) &&
      this.LA(2).tokenTypeIdx !== Range.tokenTypeIdx &&
      this.LA(2).tokenTypeIdx !== Colon.tokenTypeIdx
    );
  }
}
