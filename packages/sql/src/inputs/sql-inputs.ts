/**
 * The data as a plan asks for it, of tables that have not been read yet: fields as nodes between the bounds of their columns, texts as codes
 * of those that the rubric names, constants as they stand for this query.
 */
import { type Rational, whole } from "@yardstick/exact";
import {
  chosen,
  type Domain,
  type Graph,
  type Lowered,
  type LoweredMeetings,
  type Node,
  nothing,
  pendingOf,
  type PlanInputs,
  PUBLISHED,
  type RubricLowering,
  type Source,
  SUBJECT,
  Unsupported,
} from "@yardstick/engine/plan";
import { type Cohort, type CoreProgram, type Expression, type Field, ownEntry } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { refuse } from "../refusals/refusals.js";
import { checkConstantNames, constantValue } from "./constant-value.js";
import { SourceColumn } from "./source-column.js";
import {
  type ColumnDescription,
  columnIn,
  MOST_ROWS_OF_A_SUBJECT,
  MOST_SUBJECTS,
  type TableDescription,
  type Tables,
} from "./tables.js";

/** What a subject looks up elsewhere: in earlier periods, and in results of other rubrics. */
export interface ValueLookup {
  of(node: Expression): Lowered;
}

export class SqlInputs implements PlanInputs {
  private readonly found = new Map<string, SourceColumn>();
  private readonly byNode = new Map<
    Node,
    { readonly name: string; readonly isText: boolean; readonly width: number }
  >();
  /** Cells that are blank, and that lie outside their range, by the name that results use. */
  readonly cells = new Map<
    string,
    { readonly blank: Node; readonly outside: Node; readonly isOptional: boolean; readonly domain: Domain }
  >();
  private readonly texts = [""];
  private readonly names = new Map<Cohort, string>();
  private lowering: RubricLowering | null = null;
  private lookup: ValueLookup | null = null;

  constructor(
    protected readonly program: CoreProgram,
    protected readonly graph: Graph,
    private readonly tables: Tables,
    private readonly dialect: Dialect,
  ) {
    checkConstantNames(program, Object.keys(tables.constants ?? {}));
  }

  /** What defaults are reduced by. */
  use(lowering: RubricLowering): void {
    this.lowering = lowering;
  }

  /** Where values of other periods and rubrics come from. */
  lookUpIn(lookup: ValueLookup): void {
    this.lookup = lookup;
  }

  get subjects(): number {
    return this.tables.subjects?.mostRows ?? MOST_SUBJECTS;
  }

  /** Columns that the plan has asked for, by domain. */
  columnsOf(domain: Domain): readonly SourceColumn[] {
    return [...this.found.values()].filter((each) => each.domain === domain);
  }

  /** The column of the query that a node of the data is. */
  columnOf(node: Node): { readonly name: string; readonly isText: boolean } {
    return this.byNode.get(node) ?? missing("a column that was not asked for");
  }

  /** The text of a code. */
  textOf(code: Rational): string {
    return this.texts[code.toNumber()] ?? missing("the code of no text");
  }

  /** The name of the list whose side rows a domain is. */
  listName(domain: Domain): string {
    return this.program.lists[domain - 1]?.name ?? this.program.subject;
  }

  /** Index of the type that the column has in the first relation. */
  widthOf(node: Node): number {
    return this.byNode.get(node)?.width ?? 0;
  }

  tableOf(domain: Domain): TableDescription {
    const list = this.program.lists[domain - 1];
    return (list === undefined ? this.tables.subjects : ownEntry(this.tables.lists ?? {}, list.name)) ?? {};
  }

  mostRows(domain: Domain): number {
    return domain === SUBJECT ? this.subjects : (this.tableOf(domain).mostRows ?? MOST_ROWS_OF_A_SUBJECT);
  }

  field(index: number): Lowered {
    const field = this.program.fields[index] ?? missing("a field that is not there");
    if (field.type.kind === "list") throw new Unsupported("a list read as a value");
    return this.lowered(`field ${index}`, field, SUBJECT);
  }

  side(list: number, column: number): Lowered {
    const field = this.program.lists[list]?.columns[column] ?? missing("a column that is not there");
    return this.lowered(`side ${list} ${column}`, field, list + 1);
  }

  constant(index: number): Lowered {
    const { graph } = this;
    const field = this.program.constants[index] ?? missing("a constant that is not there");
    const isFlag = field.type.kind === "flag";
    const given = ownEntry(this.tables.constants ?? {}, field.name);
    if (given === undefined)
      return field.default === null ? this.blankConstant(field, isFlag) : this.constantOf(field.default);
    const known = { none: graph.never, unknown: graph.never };
    const value = constantValue(this.program, field, given);
    if (typeof value === "boolean") return { kind: "flag", yes: graph.flag(value), no: graph.flag(!value), ...known };
    const number = typeof value === "string" ? this.code(value, field.type.kind === "date") : value;
    return { kind: "number", value: graph.constant(number), pending: graph.never, ...known };
  }

  code(value: string | number | boolean, isDate: boolean): Rational {
    if (typeof value === "boolean") return whole(Number(value));
    if (typeof value === "number") return whole(value);
    if (isDate) {
      const [year = "", month = "", day = ""] = value.split("-");
      return whole(Number(year) * 10_000 + Number(month) * 100 + Number(day));
    }
    const text = value.normalize("NFC");
    const known = this.texts.indexOf(text, 1);
    return whole(known > 0 ? known : this.texts.push(text) - 1);
  }

  lookedUp(node: Expression): Lowered {
    return (this.lookup ?? missing("a lookup before the plan")).of(node);
  }

  meetings(): LoweredMeetings {
    return refuse("sql-head-to-head");
  }

  nameOf(node: Cohort): string {
    const known = this.names.get(node) ?? `${this.names.size}`;
    this.names.set(node, known);
    return known;
  }

  /** A column that is joined to the subjects, in the narrowest type of its bounds. */
  joined(name: string, source: Source, kind: "number" | "flag" | "text"): Node {
    const node = this.graph.column(source, SUBJECT, kind === "flag");
    this.byNode.set(node, { name, isText: kind === "text", width: 0 });
    return node;
  }

  get never(): Node {
    return this.graph.never;
  }

  /** Name of the cell of a field, as the first relation has it. */
  cellOf(index: number): string {
    this.field(index);
    return (this.found.get(`field ${index}`) ?? missing("a cell that was not read")).cellName;
  }

  private blankConstant(field: Field, isFlag: boolean): Lowered {
    const { always, never } = this.graph;
    // What a subject awaits names it as it names a cell.
    this.cells.set(field.name, { blank: always, outside: never, isOptional: field.optional, domain: SUBJECT });
    const blank = nothing(this.graph, isFlag);
    return field.optional ? { ...blank, none: this.graph.always } : blank;
  }

  /** `otherwise`: SQL text of what a blank cell is read as. */
  protected lowered(key: string, field: Field, domain: Domain, otherwise: string | null = null): Lowered {
    const { graph } = this;
    const filler = this.fillerOf(field);
    const isTextFilled = filler !== null && (field.type.kind === "text" || field.type.kind === "period");
    const textFiller = isTextFilled && field.default?.kind === "text" ? field.default.value : null;
    if (isTextFilled && textFiller === null) refuse("sql-text-computed");
    const column = this.found.get(key) ?? this.made(key, field, domain, textFiller, otherwise);
    const isFlag = field.type.kind === "flag";
    const value = graph.column(column.source, domain, isFlag);
    const blank = filler !== null || this.isNeverBlank(field) ? graph.never : graph.column(column.blank, domain, true);
    const unknown = column.outside === null ? graph.never : graph.column(column.outside, domain, true);
    this.know(column, value, column.names.value, column.isText);
    this.know(column, blank, column.names.blank, false);
    this.know(column, unknown, column.names.outside, false);
    const name = domain === SUBJECT ? field.name : `${this.listName(domain)}.${field.name}`;
    this.cells.set(name, { blank, outside: unknown, isOptional: field.optional, domain });
    const none = field.optional ? blank : graph.never;
    const pending = graph.either(blank, unknown);
    const isKnown = graph.not(pending);
    const own: Lowered = isFlag
      ? { kind: "flag", yes: graph.both(value, isKnown), no: graph.both(graph.not(value), isKnown), none, unknown }
      : { kind: "number", value, pending, none, unknown };
    if (filler === null || isTextFilled) return own;
    const isBlank = graph.column(column.blank, domain, true);
    this.know(column, isBlank, column.names.blank, false);
    return { ...chosen(graph, isBlank, filler, own), unknown };
  }

  /** A missing key or period ends the query. */
  private isNeverBlank(field: Field): boolean {
    const { fields, key, period } = this.program;
    return field === fields[key] || (period !== null && field === fields[period]);
  }

  private made(
    key: string,
    field: Field,
    domain: Domain,
    textFiller: string | null,
    otherwise: string | null,
  ): SourceColumn {
    const described = this.described(field, domain);
    const made = new SourceColumn(
      field,
      domain,
      this.found.size,
      this.program,
      described,
      textFiller,
      this.dialect.title,
      otherwise,
    );
    this.found.set(key, made);
    return made;
  }

  /** What is known of a field's column. */
  protected described({ name }: Field, domain: Domain): ColumnDescription {
    return columnIn(this.tableOf(domain), name);
  }

  private know(of: SourceColumn, node: Node, name: string, isText: boolean): void {
    const width = of.field.type.kind === "number" ? 1 : 0;
    if (node.op === "column") this.byNode.set(node, { name, isText, width });
  }

  /** What a missing cell is read as; null: nothing replaces it. */
  private fillerOf(field: Field): Lowered | null {
    if (field.default === null) return null;
    const value = this.constantOf(field.default);
    return pendingOf(this.graph, value) === this.graph.never ? value : null;
  }

  private constantOf(expression: Expression): Lowered {
    return (this.lowering ?? missing("a default before the plan")).lower(expression, PUBLISHED);
  }
}

function missing(what: string): never {
  throw new RangeError(what);
}
