/**
 * A rubric lowered over tables that have not been read: the graph, its inputs, and the text of the relations that a select stands on.
 */
import { type Domain, Graph, LoweringCache, type Node, RubricLowering, SUBJECT } from "@yardstick/engine/plan";
import { withScenario } from "@yardstick/engine";
import { type CoreProgram, coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { type Dialect, type DialectName, dialects } from "../dialects/index.js";
import { SqlInputs } from "../inputs/sql-inputs.js";
import type { Tables } from "../inputs/tables.js";
import { LookedUp } from "../lookups/looked-up.js";
import { Populations } from "../printing/populations.js";
import { Printer } from "../query/printer.js";
import { relationPrefix } from "../query/relation-prefix.js";
import { relationTexts } from "../query/relation.js";
import { keyColumns, sourceRelations } from "../query/source-relations.js";

/** Whole numbers up to this are kept exactly by the plan; the types of a dialect may hold less. */
const WIDEST = 2n ** 126n;

/** A rubric lowered for a dialect. */
export interface Planned {
  /** Under the scenario. */
  readonly program: CoreProgram;
  readonly dialect: Dialect;
  readonly inputs: SqlInputs;
  readonly lookedUp: LookedUp;
  readonly populations: Populations;
  readonly lowering: RubricLowering;
  /** Before the names of the query's relations. */
  readonly prefix: string;
}

/** Lowers a rubric. What is asked of the lowering throws `Refused` or `Unsupported` where no query gives it. */
export function planned(given: Program, name: DialectName, scenario: string | null, tables: Tables): Planned {
  const dialect = dialects[name];
  const program = coreOf(scenario === null ? given : withScenario(given, scenario));
  const graph = new Graph(WIDEST);
  const own = scenario === null ? tables : withoutSet(given, scenario, tables);
  const inputs = new SqlInputs(program, graph, own, dialect);
  const prefix = relationPrefix(program, tables);
  const lookers = { program, graph, inputs, present: inputs, presentFields: program.fields, prefix };
  const lookedUp = new LookedUp({ ...lookers, hasPeriod: program.period !== null }, tables, dialect);
  inputs.lookUpIn(lookedUp);
  const populations = new Populations();
  const lowering = new RubricLowering(program, graph, inputs, populations, new Set(), new LoweringCache());
  inputs.use(lowering);
  return { program, dialect, inputs, lookedUp, populations, lowering, prefix };
}

/** The query whose last part, `tailOf`, stands behind the relations that the roots need, and reads `printer.last`. */
export function queryText(
  { program, dialect, inputs, lookedUp, populations, prefix }: Planned,
  roots: readonly Node[],
  tailOf: (printer: Printer) => { readonly more: readonly string[]; readonly select: string },
): string {
  const keys = keyColumns(program);
  const joined = lookedUp.relations(`${prefix}cells`);
  const sources = sourceRelations(program, inputs, domainsOf(roots), dialect, { prefix, joined });
  const [own, owner] = [keys.map((key) => key.own), keys.map((key) => key.owner)];
  const printer = new Printer(dialect, inputs, populations, own, owner, prefix);
  printer.print(roots, sources.names);
  const { more, select } = tailOf(printer);
  const relations = relationTexts([...sources.relations, ...printer.relations], [...more, select].join("\n"));
  return `${dialect.preamble}WITH ${[...relations, ...more].join(",\n")}\n${select}`;
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
