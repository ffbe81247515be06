/**
 * Records of earlier periods as a plan reads them: each a row of the history, with results under their published names, and the group that
 * the subject was in, as the record says, else as the data at hand does.
 */
import { type Graph, type Lowered, nothing, SUBJECT } from "@yardstick/engine/plan";
import { type CoreProgram, type Expression, type Field, type ValueType } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import { columnIn, type Tables } from "../inputs/tables.js";
import { refuse } from "../refusals/refusals.js";
import { ResultInputs } from "./result-inputs.js";
import { recordedField, recordedType } from "./recorded-fields.js";

/** Prefix of the column with a subject's group in the data at hand. */
export const GROUP = "ga";

/** Reads the records of a program. */
export class RecordInputs extends ResultInputs {
  /** Fields by which subjects of the data at hand are grouped. */
  readonly groups = new Set<number>();

  constructor(
    program: CoreProgram,
    graph: Graph,
    tables: Tables,
    dialect: Dialect,
    /** The data at hand. */
    private readonly present: SqlInputs,
    private readonly presentFields: readonly Field[],
  ) {
    super(program, graph, tables, dialect);
  }

  /** Below 0: the group that `-1 - index` is the field of. */
  override field(index: number): Lowered {
    return index >= 0 ? super.field(index) : this.group(-1 - index);
  }

  override lookedUp(node: Expression): Lowered {
    // Results of other rubrics are in no record.
    return node.kind === "reference" ? nothing(this.graph, node.type.kind === "flag") : super.lookedUp(node);
  }

  /** The first of the names that the table is known to have, else the last; `isZero`: what a blank means. */
  recorded(names: readonly string[], type: ValueType, isZero = false): Lowered {
    const name = names.find((each) => this.isNamed(each)) ?? names.at(-1) ?? "";
    const field = recordedField(name, type, this.keyField, isZero && this.isThere(name));
    return this.lowered(`record ${isZero} ${JSON.stringify(type)} ${name}`, field, SUBJECT);
  }

  /** Whether the table is not known to be without a result. */
  isThere(name: string): boolean {
    return columnIn(this.tableOf(SUBJECT), name).name !== null;
  }

  /** Whether the table is known to have a result. */
  isNamed(name: string): boolean {
    return typeof columnIn(this.tableOf(SUBJECT), name).name === "string";
  }

  /** The group, an empty text where it is not known. */
  lastGroup(within: number): Lowered {
    const field = this.groupField(within);
    const { span } = field;
    const text = { kind: "text" as const };
    const filled: Field = { ...field, type: text, default: { kind: "text", value: "", span, type: text } };
    return this.lowered(`last group ${within}`, filled, SUBJECT, `${GROUP}${within}`);
  }

  private group(within: number): Lowered {
    return this.lowered(`group ${within}`, this.groupField(within), SUBJECT, `${GROUP}${within}`);
  }

  private groupField(within: number): Field {
    const field = this.presentFields[within] ?? this.keyField;
    if (field.default !== null || !["text", "level", "period"].includes(field.type.kind)) refuse("sql-history");
    this.groups.add(within);
    this.present.cellOf(within);
    return recordedField(field.name, recordedType(field), field);
  }

  private get keyField(): Field {
    return this.program.fields[this.program.key] ?? refuse("sql-history");
  }
}

/** The program as its records are read: one row a subject and period, fields as published. */
export function recordProgram(program: CoreProgram): CoreProgram {
  const required = ({ name, span }: Field): Field => recordedField(name, { kind: "text" }, { span });
  const fields = program.fields.map((field, index) =>
    index === program.key || index === program.period
      ? required(field)
      : recordedField(field.name, recordedType(field), field),
  );
  const [first] = program.fields;
  const own = { name: "period", span: first?.span ?? [0, 0] } as const;
  return {
    ...program,
    subject: "history",
    lists: [],
    fields: program.period === null ? [...fields, recordedField(own.name, { kind: "text" }, own)] : fields,
    period: program.period ?? fields.length,
  };
}
