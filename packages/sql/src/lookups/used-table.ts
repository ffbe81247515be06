/**
 * The results of another rubric as a table: found by key, in the same period where it has periods.
 */
import { Graph, type Lowered, SUBJECT } from "@yardstick/engine/plan";
import { type CoreProgram, type Field, type ReferenceRead, type ValueType } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import { columnIn, type TableDescription } from "../inputs/tables.js";
import { Populations } from "../printing/populations.js";
import { Printer } from "../query/printer.js";
import { type JoinedRelations, keyColumns, sourceRelations } from "../query/source-relations.js";
import { refuse } from "../refusals/refusals.js";
import { Carrier } from "./carrier.js";
import { ResultInputs } from "./result-inputs.js";
import { recordedField } from "./recorded-fields.js";

/** The score, as rubrics name it and as a query does. */
const SCORE = "总分";

/** Reads the rows of the table. */
class UsedInputs extends ResultInputs {
  result(name: string, type: ValueType, origin: Pick<Field, "span">): Lowered {
    return this.lowered(`result ${name}`, recordedField(name, type, origin), SUBJECT);
  }
}

/** A used rubric's table of results. */
export class UsedTable {
  private readonly carrier: Carrier;
  private readonly inputs: UsedInputs;
  private readonly own: CoreProgram;
  private readonly prefix: string;

  constructor(
    program: CoreProgram,
    private readonly use: number,
    table: TableDescription,
    private readonly reader: SqlInputs,
    private readonly dialect: Dialect,
    private readonly hasPeriod: boolean,
    /** Before the names of the relations of those who look up. */
    before: string,
  ) {
    const { alias, span } = program.uses[use] ?? refuse("sql-used");
    const { name: period } = columnIn(table, "period");
    // Of several periods the latest counts, which no column says.
    if (typeof period === "string" && !hasPeriod) refuse("sql-used");
    this.isByPeriod = hasPeriod && period !== null;
    const text: ValueType = { kind: "text" };
    const fields = ["key", "period"].map((name) => recordedField(name, text, { span }));
    this.own = { ...program, subject: alias, lists: [], fields, key: 0, period: this.isByPeriod ? 1 : null };
    const score = { name: "score", ...columnIn(table, "score") };
    const described = { ...table, columns: { [SCORE]: score, ...table.columns } };
    this.inputs = new UsedInputs(this.own, new Graph(), { subjects: described }, dialect);
    this.carrier = new Carrier(reader, dialect, `uv${use}_`);
    this.prefix = `${before}used${use}_`;
  }

  private readonly isByPeriod: boolean;

  /** A result of the row that has the value of the field `by` as its key. */
  result(name: string, { type, span }: ReferenceRead, by: number): Lowered {
    const { carrier } = this;
    const value = this.inputs.result(name, type, { span });
    const own = { none: this.reader.field(by).none, unknown: this.reader.never };
    if (value.kind === "flag") {
      const [yes, no] = [carrier.carry(value.yes, "flag"), carrier.carry(value.no, "flag")];
      return { kind: "flag", yes, no, ...own };
    }
    const kind = type.kind === "text" ? "text" : "number";
    return {
      kind: "number",
      value: carrier.carry(value.value, kind),
      pending: carrier.carry(value.pending, "pending"),
      ...own,
    };
  }

  /** `cell`: the cell of the field that names the row. */
  relations(cell: string): JoinedRelations {
    const { dialect, prefix, carrier } = this;
    const keys = keyColumns(this.own).map((key) => key.own);
    const sources = sourceRelations(this.own, this.inputs, [], dialect, { prefix });
    const printer = new Printer(dialect, this.inputs, new Populations(), keys, keys, prefix);
    printer.print(carrier.nodes, sources.names);
    const found = `${prefix}found`;
    return {
      relations: [
        ...sources.relations,
        ...printer.relations,
        {
          name: found,
          base: null,
          keys: ["k AS yk", ...(this.isByPeriod ? ["p AS yp"] : [])],
          columns: carrier.texts(printer),
          rest: `FROM ${printer.last}\n  ${dialect.fence}`,
        },
      ],
      joins: `\n  LEFT JOIN ${found} ON ${found}.yk = ${cell}${this.isByPeriod ? ` AND ${found}.yp = p` : ""}`,
      columns: carrier.columns.map(({ name, otherwise }) => ({
        name,
        text: `coalesce(${found}.${name}, ${otherwise})`,
      })),
      problems: [],
    };
  }
}
