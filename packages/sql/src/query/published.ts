/**
 * The columns of the result: what `yardstick score` publishes of a subject, each with the nodes that it is read from.
 */
import {
  type Graph,
  type LoweredFlag,
  type LoweredNumber,
  type Node,
  pendingOf,
  PUBLISHED,
  type RubricLowering,
  SUBJECT,
} from "@yardstick/engine/plan";
import type { CoreProgram, Output, ValueType } from "@yardstick/language/core";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import { refuse } from "../refusals/refusals.js";
import { decimalColumn, fractionText } from "./number-text.js";
import type { Printer } from "./printer.js";
import { readsPopulation } from "./reads-population.js";

/** What a column of the result holds. */
export type ColumnMeaning =
  | {
      readonly of:
        | "key"
        | "period"
        | "status"
        | "missing"
        | "outside"
        | "score"
        | "vetoes"
        | "awards"
        | "consequences"
        | "requirements"
        | "undecided"
        | "provisional";
    }
  | { readonly of: "part" | "coefficient" | "ranking" | "grade" | "payment" | "output"; readonly name: string };

export interface PublishedColumn {
  readonly meaning: ColumnMeaning;
  /** Nodes that have to be printed. */
  readonly nodes: readonly Node[];
  text(by: Printer): string;
}

/** `isExact`: numbers as texts of exact fractions, `?` where pending and null where there is none; otherwise decimals, null in both cases. */
export function publishedColumns(
  program: CoreProgram,
  lowering: RubricLowering,
  inputs: SqlInputs,
  isExact: boolean,
  omitted: readonly OptionalResult[],
): readonly PublishedColumn[] {
  return new Publishing(program, lowering, inputs, isExact, omitted).columns();
}

/** A result that nothing else of the query is read from, so that it may be left out. */
export interface OptionalResult {
  readonly of: "ranking" | "grade" | "award" | "consequence" | "requirement" | "output";
  readonly index: number;
  readonly name: string;
}

/** Results without which the score and its parts are the same. */
export function optionalResults(program: CoreProgram): readonly OptionalResult[] {
  const named = (of: OptionalResult["of"], names: readonly string[]) =>
    names.map((name, index) => ({ of, index, name }));
  const namesOf = (each: readonly { readonly name: string }[]) => each.map(({ name }) => name);
  return [
    ...named("ranking", namesOf(program.rankings)),
    ...named("grade", namesOf(program.grades)),
    ...named("award", namesOf(program.awards)),
    ...named("consequence", namesOf(program.consequences)),
    ...named(
      "requirement",
      program.requirements.map(({ message }) => message),
    ),
    ...named("output", namesOf(program.outputs)),
  ];
}

interface Named {
  readonly name: string;
  readonly flag: Node;
}

class Publishing {
  constructor(
    private readonly program: CoreProgram,
    private readonly lowering: RubricLowering,
    private readonly inputs: SqlInputs,
    private readonly isExact: boolean,
    private readonly omitted: readonly OptionalResult[],
  ) {}

  columns(): readonly PublishedColumn[] {
    const { program, lowering } = this;
    const { graph } = lowering;
    const score = lowering.score().published;
    const parts = this.parts();
    const coefficients = program.coefficients.map(({ name }, index) =>
      this.number({ of: "coefficient", name }, lowering.coefficient(index), 4, graph.always),
    );
    const vetoes = program.vetoes.map(({ name }, index) => ({ name, flag: lowering.veto(index) }));
    const tables = this.kept("ranking", program.rankings).flatMap(({ index }) => lowering.tables(index));
    const rankings = tables.map(({ ranking, place }): PublishedColumn => ({
      meaning: { of: "ranking", name: ranking.publishedAs },
      nodes: [place],
      text: (by) => `nullif(${by.number(place).top.text}, 0)`,
    }));
    const grades = this.kept("grade", program.grades).map(({ own, index }) => ({
      lowered: lowering.grades(index),
      own,
    }));
    const awards = this.kept("award", program.awards).map(({ own, index }) => ({
      name: own.name,
      ...lowering.givenAward(index),
    }));
    // Without a score nothing follows from it.
    const consequences = this.kept("consequence", program.consequences).map(({ own }) => ({
      name: own.name,
      flag: knownOnly(graph, lowering.flag(own.condition, PUBLISHED), score.pending),
    }));
    const requirements = this.kept("requirement", program.requirements).map(({ own }) => ({
      name: own.message,
      flag: lowering.flag(own.condition, PUBLISHED),
    }));
    const published = this.kept("output", program.outputs);
    const outputs = published.map(({ own, index }) => this.output(own, index));
    const undecided: readonly Named[] = [
      ...vetoes.map(({ name, flag }) => ({ name, flag: pendingOf(graph, flag) })),
      ...grades.map(({ lowered, own }) => ({
        name: own.name,
        flag: graph.any([score.pending, graph.both(lowered.table.stands, lowered.pending), lowered.table.awaited]),
      })),
      ...awards.map(({ name, awaited, given, pays }) => ({
        name,
        flag: graph.either(awaited, pays === null ? graph.never : graph.both(given, pays.pending)),
      })),
      ...[...consequences, ...requirements].map(({ name, flag }) => ({ name, flag: pendingOf(graph, flag) })),
      ...published.map(({ own, index }) => ({ name: own.name, flag: pendingOf(graph, lowering.output(index)) })),
    ];
    const open = [
      ...[...lowering.asked.values()].map((each) => each.open),
      ...tables.map((table) => graph.both(graph.not(graph.zero(table.place)), table.open)),
      ...grades.map(({ lowered, own }) => {
        const hasQuota = own.rows.some(({ quota }) => quota !== null);
        const { stands, open: isTableOpen } = lowered.table;
        return hasQuota ? graph.both(stands, graph.either(lowered.open, isTableOpen)) : graph.never;
      }),
    ];
    const isWide = readsPopulation(program);
    const anywhere = [...tables.map((table) => table.open), ...grades.map(({ lowered }) => lowered.open)];
    return [
      { meaning: { of: "key" }, nodes: [], text: () => "k" },
      ...(program.period === null ? [] : [{ meaning: { of: "period" as const }, nodes: [], text: () => "p" }]),
      {
        meaning: { of: "status" },
        nodes: [score.pending],
        text: (by) => `CASE WHEN ${by.flag(score.pending)} THEN 'pending' ELSE 'scored' END`,
      },
      this.list("missing", this.cells("blank")),
      this.list("outside", this.cells("outside")),
      this.number({ of: "score" }, score, program.scoreDecimals, graph.always),
      ...parts,
      ...coefficients,
      this.list(
        "vetoes",
        vetoes.map(({ name, flag }) => ({ name, flag: flag.yes })),
      ),
      ...rankings,
      ...grades.map(({ lowered, own }): PublishedColumn => {
        const levels = program.choices[own.choice]?.levels ?? [];
        return {
          meaning: { of: "grade", name: own.name },
          nodes: [lowered.level, lowered.table.stands],
          text: (by) => {
            const named = this.levelText(by, lowered.level, levels, 1);
            return `CASE WHEN ${by.flag(lowered.table.stands)} THEN ${named} END`;
          },
        };
      }),
      this.list(
        "awards",
        awards.map(({ name, given }) => ({ name, flag: given })),
      ),
      ...awards.flatMap(({ name, pays, given }) =>
        pays === null ? [] : [this.number({ of: "payment", name }, pays, null, given)],
      ),
      this.list(
        "consequences",
        consequences.map(({ name, flag }) => ({ name, flag: flag.yes })),
      ),
      ...outputs,
      this.list(
        "requirements",
        requirements.map(({ name, flag }) => ({ name, flag: flag.no })),
      ),
      this.list("undecided", undecided),
      this.provisional(graph.any(isWide ? [...open, ...anywhere] : open), isWide),
    ];
  }

  /** Those of the results that are not left out. */
  private kept<Each>(
    of: OptionalResult["of"],
    each: readonly Each[],
  ): readonly { readonly own: Each; readonly index: number }[] {
    const left = new Set(this.omitted.filter((result) => result.of === of).map(({ index }) => index));
    return each.flatMap((own, index) => (left.has(index) ? [] : [{ own, index }]));
  }

  /** Cells of a subject, and of its side rows, by name. A blank that the rubric allows is missing where the score is pending. */
  private cells(which: "blank" | "outside"): readonly Named[] {
    const { graph } = this.lowering;
    const { pending } = this.lowering.score().published;
    return [...this.inputs.cells].map(([name, cell]) => {
      const flag = cell.domain === SUBJECT ? cell[which] : graph.rowAny(cell[which], cell.domain);
      return { name, flag: which === "blank" && cell.isOptional ? graph.both(flag, pending) : flag };
    });
  }

  private provisional(flag: Node, isWide: boolean): PublishedColumn {
    return {
      meaning: { of: "provisional" },
      nodes: [flag],
      text: (by) => (isWide && flag.op !== "constant" ? `bool_or(${by.flag(flag)}) OVER ()` : by.flag(flag)),
    };
  }

  private parts(): readonly PublishedColumn[] {
    const { program, lowering } = this;
    const { graph } = lowering;
    const found: PublishedColumn[] = [];
    const below = (parts: readonly number[], whenOf: (part: number) => Node): void => {
      for (const index of parts) {
        const part = program.parts[index];
        if (part === undefined) continue;
        const lowered = lowering.part(index);
        const concerns = graph.both(whenOf(index), graph.not(lowered.absent));
        const value = { value: lowered.score, pending: lowered.pending };
        found.push(this.number({ of: "part", name: part.path }, value, part.decimals, concerns));
        const shown = graph.both(concerns, lowered.holds.yes);
        below([...lowered.chosen.keys()], (each) => graph.both(shown, lowered.chosen.get(each) ?? graph.never));
      }
    };
    below(program.roots, () => graph.always);
    return found;
  }

  private output({ name, value: { type }, decimals }: Output, index: number): PublishedColumn {
    const { lowering, program } = this;
    const meaning = { of: "output", name } as const;
    const output = lowering.output(index);
    if (output.kind === "flag") {
      const { yes, no } = output;
      return {
        meaning,
        nodes: [yes, no],
        text: (by) => `CASE WHEN ${by.flag(yes)} THEN true WHEN ${by.flag(no)} THEN false END`,
      };
    }
    if (type.kind === "level") {
      const levels = program.choices[type.choice]?.levels ?? [];
      return {
        meaning,
        nodes: [output.value, output.pending],
        text: (by) =>
          `CASE WHEN NOT ${by.flag(output.pending)} THEN ${this.levelText(by, output.value, levels, 0)} END`,
      };
    }
    if (type.kind !== "number") return refuse("sql-output-text", { name });
    return this.number(meaning, output, decimals + percentDecimals(type), lowering.graph.always);
  }

  private levelText(by: Printer, node: Node, levels: readonly { readonly name: string }[], first: number): string {
    const cases = levels.map(({ name }, index) => `WHEN ${index + first} THEN ${by.dialect.text(name)}`);
    return cases.length === 0 ? "NULL" : `CASE ${by.number(node).top.text} ${cases.join(" ")} END`;
  }

  private number(
    meaning: ColumnMeaning,
    { value, pending }: Pick<LoweredNumber, "value" | "pending">,
    decimals: number | null,
    exists: Node,
  ): PublishedColumn {
    return {
      meaning,
      nodes: [value, pending, exists],
      text: (by) => {
        const own = by.number(value);
        const shown = this.isExact ? fractionText(own, by.arithmetic) : decimalColumn(own, decimals, by.arithmetic);
        const none = this.isExact ? "'?'" : "NULL";
        const { always, never } = this.lowering.graph;
        const cases = [
          ...(exists === always ? [] : [`WHEN NOT ${by.flag(exists)} THEN NULL`]),
          ...(pending === never ? [] : [`WHEN ${by.flag(pending)} THEN ${none}`]),
        ];
        return cases.length === 0 ? shown : `CASE ${cases.join(" ")} ELSE ${shown} END`;
      },
    };
  }

  /** Names of what holds. */
  private list(of: Exclude<ColumnMeaning, { readonly name: string }>["of"], each: readonly Named[]): PublishedColumn {
    const some = each.filter(({ flag }) => flag !== this.lowering.graph.never);
    return {
      meaning: { of },
      nodes: some.map(({ flag }) => flag),
      text: (by) => {
        const flags = some.map(({ flag }) => by.flag(flag));
        if (flags.length === 0) return by.dialect.emptyList;
        const texts = some.map(
          ({ name }, index) => `CASE WHEN ${flags[index] ?? "false"} THEN ${by.dialect.text(name)} END`,
        );
        // Most subjects have none of the names, and a list is dear.
        return `CASE WHEN ${flags.join(" OR ")} THEN ${by.dialect.list(texts)} ELSE ${by.dialect.emptyList} END`;
      },
    };
  }
}

/** A truth that is pending also where `pending` holds. */
function knownOnly(graph: Graph, { yes, no, ...rest }: LoweredFlag, pending: Node): LoweredFlag {
  const isKnown = graph.not(pending);
  return { ...rest, yes: graph.both(yes, isKnown), no: graph.both(no, isKnown) };
}

/** Percentages are published in percent: their decimals are counted after the hundredths. */
function percentDecimals(type: ValueType): number {
  return type.kind === "number" && type.percent ? 2 : 0;
}
