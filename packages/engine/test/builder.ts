// Programs made by hand, as the checker would make them, in few words. Names are resolved to indexes as they are declared.

import type {
  Amount,
  Applies,
  Award,
  Choice,
  Coefficient,
  Expression,
  Field,
  FieldType,
  Item,
  Line,
  List,
  Part,
  Program,
  Ranking,
  Section,
  Test,
  Unit,
  ValueType,
} from "@yardstick/language/program";
import { exact, FLAG, NUMBER, PERCENT, result, span, TEXT } from "./expressions.js";

export * from "./expressions.js";
export * from "./lines.js";

type FieldExtras = Partial<Pick<Field, "optional" | "default" | "assessor">>;
type NumberExtras = FieldExtras & { readonly unit?: Unit; readonly min?: string; readonly max?: string };
interface PartExtras {
  readonly worth?: string;
  readonly weight?: string;
  readonly decimals?: number;
  readonly applies?: Applies;
  readonly assessor?: string;
}

export const WAN: Unit = { name: "万元", scale: "10000", dimension: { 元: 1 } };

/** Declares names in order; expressions that read them come back. */
export class Rubric {
  readonly fields: Field[] = [];
  readonly lists: List[] = [];
  readonly constants: Field[] = [];
  readonly choices: Choice[] = [];
  readonly parts: Part[] = [];
  private readonly roots: number[] = [];
  private readonly inside: { index: number; parts: number[] }[] = [];
  private more: Partial<Program> = {};
  readonly key: Expression;

  constructor() {
    this.key = this.text("名称");
  }

  /** Other members of the program, as they are. */
  with(more: Partial<Program>): this {
    this.more = { ...this.more, ...more };
    return this;
  }

  text(name: string, extras: FieldExtras = {}): Expression {
    return this.read(this.field(name, { kind: "text" }, extras), TEXT);
  }
  flag(name: string, extras: FieldExtras = {}): Expression {
    return this.read(this.field(name, { kind: "flag" }, extras), FLAG);
  }
  date(name: string, extras: FieldExtras = {}): Expression {
    return this.read(this.field(name, { kind: "date" }, extras), { kind: "date" });
  }
  number(name: string, { unit, min, max, ...extras }: NumberExtras = {}): Expression {
    return this.read(this.field(name, numberType("number", unit, min, max), extras), NUMBER);
  }
  count(name: string, { unit, min, max, ...extras }: NumberExtras = {}): Expression {
    return this.read(this.field(name, numberType("count", unit, min, max), extras), NUMBER);
  }
  percent(name: string, extras: FieldExtras = {}): Expression {
    return this.read(this.field(name, numberType("percent"), extras), PERCENT);
  }
  period(name: string): number {
    const index = this.field(name, { kind: "period" });
    this.with({ period: index });
    return index;
  }
  choice(...levels: string[]): number {
    this.choices.push({ name: null, ordered: true, levels: levels.map((name) => ({ name, description: null })) });
    return this.choices.length - 1;
  }
  level(name: string, choice: number, extras: FieldExtras = {}): Expression {
    return this.read(this.field(name, { kind: "level", choice }, extras), { kind: "level", choice });
  }
  levelValue(choice: number, name: string): Expression {
    const value = this.choices[choice]?.levels.findIndex((level) => level.name === name) ?? -1;
    return { kind: "level", span: span(), type: { kind: "level", choice }, value };
  }
  judgement(name: string, extras: FieldExtras = {}): Amount {
    const index = this.field(name, numberType("number"), extras);
    this.fields[index] = { ...(this.fields[index] as Field), judgement: { part: 0, line: 0 } };
    return { kind: "judgement", field: index };
  }
  constant(name: string, extras: FieldExtras = {}): Expression {
    this.constants.push(fieldOf(name, numberType("number"), extras));
    return { kind: "constant", span: span(), type: NUMBER, constant: this.constants.length - 1 };
  }
  /** Columns by name; the list comes back with a way to read each of them. */
  list<Name extends string>(
    name: string,
    columns: Readonly<Record<Name, FieldType | Field>>,
  ): { readonly list: number; readonly column: Readonly<Record<Name, Expression>> } {
    const list = this.lists.length;
    const field = this.field(name, { kind: "list", list });
    const entries = Object.entries<FieldType | Field>(columns).map(([column, type]) =>
      "span" in type ? type : fieldOf(column, type),
    );
    this.lists.push({ name, field, columns: entries });
    const reads = entries.map((column, index): [string, Expression] => [
      column.name,
      { kind: "row-field", span: span(), type: valueType(column.type), list, column: index },
    ]);
    return { list, column: Object.fromEntries(reads) as Record<Name, Expression> };
  }
  let(name: string, value: Expression): Expression {
    const lets = [...(this.more.lets ?? []), { name, span: span(), value, documentation: null }];
    this.with({ lets });
    return result({ kind: "let", index: lets.length - 1 }, value.type);
  }
  output(name: string, value: Expression, decimals = 2): Expression {
    const outputs = [...(this.more.outputs ?? []), { name, span: span(), value, decimals }];
    this.with({ outputs });
    return result({ kind: "output", index: outputs.length - 1 }, value.type);
  }

  section(
    name: string,
    points: string,
    inside: () => void,
    extras: PartExtras & { readonly variants?: Section["variants"] } = {},
  ): number {
    const { variants = null, ...more } = extras;
    const parts: number[] = [];
    const index = this.part(name, points, more, { kind: "section", parts, variants });
    this.inside.push({ index, parts });
    inside();
    this.inside.pop();
    return index;
  }
  item(
    name: string,
    points: string,
    lines: readonly Line[],
    extras: PartExtras & { readonly start?: string; readonly min?: string | null; readonly max?: string | null } = {},
  ): number {
    const { start, min = "0", max = points, ...more } = extras;
    const earns = lines.some(({ effect }) => effect === "earn");
    const bounds = {
      start: exact(start ?? (earns ? "0" : points)),
      min: min === null ? null : exact(min),
      max: max === null ? null : exact(max),
    };
    return this.part(name, points, more, { kind: "item", form: "item", ...bounds, lines });
  }
  bonus(name: string, upTo: string, lines: readonly Line[], extras: PartExtras = {}): number {
    return this.part(name, "0", extras, { kind: "item", form: "bonus", start: "0", min: "0", max: exact(upTo), lines });
  }
  scoreOf(part: number): Expression {
    return result({ kind: "part-score", part });
  }

  coefficient(name: string, value: Expression, appliesTo: Coefficient["appliesTo"] = "total"): void {
    this.with({ coefficients: [...(this.more.coefficients ?? []), { name, span: span(), value, appliesTo }] });
  }
  veto(name: string, condition: Expression, ...effects: readonly (string | { readonly grade: string })[]): number {
    const vetoes = [
      ...(this.more.vetoes ?? []),
      {
        name,
        span: span(),
        condition,
        basis: null,
        effects: effects.map((effect) =>
          typeof effect === "string"
            ? { kind: effect as "no-place" }
            : { kind: "grade-at-most" as const, grade: effect.grade },
        ),
      },
    ];
    this.with({ vetoes });
    return vetoes.length - 1;
  }
  ranking(name: string, key: Ranking["by"], more: Partial<Omit<Ranking, "name" | "by">> = {}): number {
    const ranking = {
      name,
      span: span(),
      by: key,
      lowestFirst: false,
      within: null,
      where: null,
      ties: "gap" as const,
      thenBy: [],
      ...more,
    };
    this.with({ rankings: [...(this.more.rankings ?? []), ranking] });
    return (this.more.rankings?.length ?? 0) - 1;
  }
  award(
    name: string,
    ranking: number,
    from: number,
    to: number,
    more: Partial<Pick<Award, "condition" | "pays">> = {},
  ): Expression {
    const awards = [
      ...(this.more.awards ?? []),
      { name, span: span(), ranking, from, to, condition: null, pays: null, ...more },
    ];
    this.with({ awards });
    return result({ kind: "award", index: awards.length - 1 });
  }
  consequence(name: string, condition: Expression): void {
    this.with({ consequences: [...(this.more.consequences ?? []), { name, span: span(), condition }] });
  }
  test(name: string, test: Partial<Omit<Test, "name" | "span">>): void {
    this.with({
      tests: [...(this.more.tests ?? []), { name, span: span(), given: [], elseFull: false, expect: [], ...test }],
    });
  }

  fieldIndex(name: string): number {
    return this.fields.findIndex((field) => field.name === name);
  }

  build(): Program {
    return {
      language: "1",
      title: null,
      edition: null,
      total: null,
      scoreDecimals: 2,
      itemDecimals: null,
      scoreRounding: null,
      itemRounding: null,
      subject: "社区",
      key: 0,
      period: null,
      fields: this.fields,
      lists: this.lists,
      constants: this.constants,
      choices: this.choices,
      parts: this.parts,
      roots: this.roots,
      lets: [],
      coefficients: [],
      vetoes: [],
      rankings: [],
      grades: [],
      awards: [],
      consequences: [],
      outputs: [],
      requirements: [],
      policies: [],
      uses: [],
      scenarios: [],
      tests: [],
      ...this.more,
    };
  }

  private field(name: string, type: FieldType, extras: FieldExtras = {}): number {
    this.fields.push(fieldOf(name, type, extras));
    return this.fields.length - 1;
  }

  private read(field: number, type: ValueType): Expression {
    return { kind: "field", span: span(), type, field };
  }

  private part(
    name: string,
    points: string,
    extras: PartExtras,
    own: Pick<Section, "kind" | "parts" | "variants"> | Pick<Item, "kind" | "form" | "start" | "min" | "max" | "lines">,
  ): number {
    const { worth = points, weight, decimals, applies, assessor } = extras;
    const above = this.inside.at(-1);
    const index = this.parts.length;
    const path = above === undefined ? name : `${this.parts[above.index]?.path}/${name}`;
    this.parts.push({
      name,
      path,
      span: span(),
      nameSpan: span(),
      parent: above?.index ?? null,
      points: exact(points),
      worth: exact(worth),
      weight: weight === undefined ? null : exact(weight),
      within: null,
      assessor: assessor ?? null,
      basis: null,
      decimals: decimals ?? null,
      rounding: null,
      applies: applies ?? null,
      documentation: null,
      ...own,
    });
    (above?.parts ?? this.roots).push(index);
    return index;
  }
}

export function fieldOf(name: string, type: FieldType, extras: FieldExtras = {}): Field {
  return {
    name,
    span: span(),
    type,
    optional: false,
    default: null,
    assessor: null,
    documentation: null,
    judgement: null,
    ...extras,
  };
}

export function numberType(
  form: "number" | "count" | "percent",
  unit: Unit | null = null,
  min: string | null = null,
  max: string | null = null,
): FieldType {
  return { kind: "number", form, unit, min: min === null ? null : exact(min), max: max === null ? null : exact(max) };
}

function valueType(type: FieldType): ValueType {
  if (type.kind === "number") return type.form === "percent" ? PERCENT : NUMBER;
  if (type.kind === "flag") return FLAG;
  if (type.kind === "date") return { kind: "date" };
  return type.kind === "level" ? type : TEXT;
}
