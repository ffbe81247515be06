/**
 * A checked rubric as one query: a row for each subject, with the digits that `yardstick score` publishes, or an error, never others.
 */
import {
  type Domain,
  Graph,
  LoweringCache,
  type Node,
  RubricLowering,
  SUBJECT,
  Unsupported,
} from "@yardstick/engine/plan";
import { withScenario } from "@yardstick/engine";
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { type DialectName, dialects } from "../dialects/index.js";
import { SqlInputs } from "../inputs/sql-inputs.js";
import type { Tables } from "../inputs/tables.js";
import { LookedUp } from "../lookups/looked-up.js";
import { Populations } from "../printing/populations.js";
import { columnNames } from "../query/column-names.js";
import { Printer } from "../query/printer.js";
import { type ColumnMeaning, type OptionalResult, optionalResults, publishedColumns } from "../query/published.js";
import { relationTexts } from "../query/relation.js";
import { keyColumns, sourceRelations } from "../query/source-relations.js";
import { planRefusal, Refused, type SqlRefusal } from "../refusals/refusals.js";

/** Whole numbers up to this are kept exactly by the plan; the types of a dialect may hold less. */
const WIDEST = 2n ** 126n;

/** Options of `toSql`. */
export interface SqlOptions {
  /** The engine that runs the query. Default: DuckDB. */
  readonly dialect?: DialectName | undefined;
  /** Name of a scenario of the rubric. An unknown one is a `RangeError`. */
  readonly scenario?: string | null | undefined;
  /** What is known of the tables. */
  readonly tables?: Tables | undefined;
  /** Numbers as texts of exact fractions (`n/d`, `?` where pending) instead of decimals. */
  readonly exact?: boolean | undefined;
}

/** A column of a query's result. */
export interface ResultColumn {
  readonly name: string;
  readonly meaning: ColumnMeaning;
}

/** A result that the query does not hold. */
export interface LeftOut {
  readonly of: OptionalResult["of"];
  /** Its name; of a requirement its message. */
  readonly name: string;
  readonly refusal: SqlRefusal;
}

/** A rubric as a query, or why it is none. */
export interface SqlStatement {
  /** Null where the rubric is refused. */
  readonly text: string | null;
  readonly columns: readonly ResultColumn[];
  /** Results that no query gives exactly, left out of this one. */
  readonly leftOut: readonly LeftOut[];
  /** Why the rubric is not printed: why there is no exact score. */
  readonly refusals: readonly SqlRefusal[];
}

/** The rubric as a query. Never throws for what is in the rubric: what no query gives exactly is in `leftOut`, or in `refusals`. */
export function toSql(program: Program, options: SqlOptions = {}): SqlStatement {
  const whole = attempt(program, options, []);
  if (!("code" in whole)) return whole;
  const results = optionalResults(coreOf(program));
  // What fails alone is left out; where the score itself fails, all is refused.
  const score = attempt(program, options, results);
  if ("code" in score) return { text: null, columns: [], leftOut: [], refusals: [score] };
  const leftOut = results.flatMap((result): LeftOut[] => {
    const alone = attempt(
      program,
      options,
      results.filter((other) => other !== result),
    );
    return "code" in alone ? [{ of: result.of, name: result.name, refusal: alone }] : [];
  });
  const isLeftOut = ({ of, name }: OptionalResult) => leftOut.some((each) => each.of === of && each.name === name);
  const rest = attempt(program, options, results.filter(isLeftOut));
  return "code" in rest ? { text: null, columns: [], leftOut: [], refusals: [rest] } : { ...rest, leftOut };
}

/** The query without the results that are omitted, or why there is none. */
function attempt(program: Program, options: SqlOptions, omitted: readonly OptionalResult[]): SqlStatement | SqlRefusal {
  try {
    return printed(program, options, omitted);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (error instanceof Unsupported) return planRefusal(error.message, dialects[options.dialect ?? "duckdb"].title);
    throw error;
  }
}

function printed(
  given: Program,
  { dialect: name = "duckdb", scenario = null, tables = {}, exact = false }: SqlOptions,
  omitted: readonly OptionalResult[],
): SqlStatement {
  const dialect = dialects[name];
  const program = coreOf(scenario === null ? given : withScenario(given, scenario));
  const graph = new Graph(WIDEST);
  const inputs = new SqlInputs(
    program,
    graph,
    scenario === null ? tables : withoutSet(given, scenario, tables),
    dialect,
  );
  const lookers = { program, graph, inputs, present: inputs, presentFields: program.fields, prefix: "" };
  const lookedUp = new LookedUp({ ...lookers, hasPeriod: program.period !== null }, tables, dialect);
  inputs.lookUpIn(lookedUp);
  const populations = new Populations();
  const lowering = new RubricLowering(program, graph, inputs, populations, new Set(), new LoweringCache());
  inputs.use(lowering);
  const columns = publishedColumns(program, lowering, inputs, exact, omitted);
  const roots = columns.flatMap(({ nodes }) => nodes);
  const keys = keyColumns(program);
  const domains = domainsOf(roots);
  const joined = lookedUp.relations("cells");
  const sources = sourceRelations(program, inputs, domains, dialect, { joined });
  const [own, owner] = [keys.map((key) => key.own), keys.map((key) => key.owner)];
  const printer = new Printer(dialect, inputs, populations, own, owner);
  printer.print(roots, sources.names);
  const names = columnNames(
    columns.map(({ meaning }) => meaning),
    dialect,
  );
  const selected = columns.map(
    (column, index) => `${column.text(printer)} AS ${dialect.identifier(names[index] ?? "")}`,
  );
  const select = `SELECT ${selected.join(",\n  ")}\nFROM ${printer.last}\n`;
  const relations = relationTexts([...sources.relations, ...printer.relations], select);
  return {
    text: `${dialect.preamble}WITH ${relations.join(",\n")}\n${select}`,
    columns: columns.map(({ meaning }, index) => ({ name: names[index] ?? "", meaning })),
    leftOut: [],
    refusals: [],
  };
}

/** Constants that a scenario sets win over those of the data. */
function withoutSet(program: Program, name: string, tables: Tables): Tables {
  const changes = program.scenarios.find((each) => each.name === name)?.changes ?? [];
  const set = new Set(
    changes.flatMap((change) => (change.kind === "constant" ? [program.constants[change.constant]?.name] : [])),
  );
  const constants = Object.fromEntries(Object.entries(tables.constants ?? {}).filter(([each]) => !set.has(each)));
  return { ...tables, constants };
}

/** The lists whose rows are read. */
function domainsOf(roots: readonly Node[]): readonly Domain[] {
  const found = new Set<Domain>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const domain of [node.domain, node.over]) if (domain > SUBJECT) found.add(domain);
    node.args.forEach(visit);
  };
  roots.forEach(visit);
  return [...found].sort((a, b) => a - b);
}
