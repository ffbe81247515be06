/**
 * An expression about an earlier period, reduced to a plan over the records: results are read as they were published, nothing is scored
 * again under the present text.
 */
import { whole } from "@yardstick/exact";
import {
  type Graph,
  type Lowered,
  type LoweredFlag,
  LoweringCache,
  type PopulationOps,
  RubricLowering,
} from "@yardstick/engine/plan";
import type { Cohort, CoreProgram, ReferenceRead, ValueType } from "@yardstick/language/core";
import type { RecordInputs } from "./record-inputs.js";

type Context = Parameters<RubricLowering["result"]>[2];

const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };
const FLAG: ValueType = { kind: "flag" };

/** Reduces expressions over records. */
export class RecordLowering extends RubricLowering {
  private readonly regrouped = new Map<Cohort, Cohort>();

  constructor(
    program: CoreProgram,
    graph: Graph,
    private readonly records: RecordInputs,
    works: PopulationOps,
  ) {
    super(program, graph, records, works, new Set(), new LoweringCache());
    records.use(this);
  }

  override across(node: Cohort, context: Context): Lowered {
    if (node.within === null) return super.across(node, context);
    const own = this.regrouped.get(node) ?? { ...node, within: -1 - node.within };
    this.regrouped.set(node, own);
    return super.across(own, context);
  }

  override result(to: ReferenceRead["to"], node: ReferenceRead, context: Context): Lowered {
    const { program, records } = this;
    const named = (each: readonly { readonly name: string }[], index: number) => each[index]?.name ?? "";
    switch (to.kind) {
      case "let":
      case "part-points":
        return super.result(to, node, context);
      case "used":
        return records.lookedUp(node);
      case "output":
        return records.recorded([named(program.outputs, to.index)], program.outputs[to.index]?.value.type ?? NUMBER);
      case "score":
        return records.recorded(["总分", "score"], NUMBER);
      case "part-score": {
        const { name, path } = program.parts[to.part] ?? { name: "", path: "" };
        return records.recorded(records.isThere(path) ? [path] : [path, name], NUMBER);
      }
      case "place": {
        const name = named(program.rankings, to.ranking);
        const section = to.section === null ? "" : `/${named(program.parts, to.section)}`;
        return records.recorded([`${name}${section}`], NUMBER);
      }
      case "grade":
        return records.recorded([named(program.grades, to.grades)], {
          kind: "level",
          choice: program.grades[to.grades]?.choice ?? 0,
        });
      case "award":
        return records.recorded([named(program.awards, to.index)], NUMBER, true);
      case "vetoed":
        return records.recorded([to.veto === null ? "vetoed" : named(program.vetoes, to.veto)], FLAG);
      case "last":
        return this.last(to.ranking);
      default:
        return to satisfies never;
    }
  }

  /** Whether it held the last place of its group, and not the only one, in any of the sections that were published. */
  private last(ranking: number): LoweredFlag {
    const { graph, records } = this;
    const { name = "", orders = [] } = this.program.rankings[ranking] ?? {};
    const within = orders[0]?.within ?? null;
    const names = orders.map(({ publishedAs }) => publishedAs).filter((each) => records.isThere(each));
    // A ranking that has sections now may have been one of all then.
    const published = records.isNamed(name) && !names.includes(name) ? [name, ...names] : names;
    const lasts = published.map((publishedAs) => {
      const place = records.recorded([publishedAs], NUMBER, true);
      const group = within === null ? null : records.lastGroup(within);
      if (place.kind !== "number" || group?.kind === "flag") return graph.never;
      const work = this.works.cohort({
        key: `last ${publishedAs}`,
        name: "highest",
        period: this.period(),
        group: group?.value ?? null,
        groupPending: graph.never,
        counts: graph.always,
        open: graph.never,
        value: place.value,
        ties: "gap",
      });
      const { low, high, den } = place.value;
      const greatest = graph.across(work, "extreme", { low, high, den, isFlag: false });
      return graph.both(graph.less(graph.constant(whole(1)), place.value), graph.equal(place.value, greatest));
    });
    const yes = graph.any(lasts);
    const isKnown = graph.flag(published.length > 0);
    return {
      kind: "flag",
      yes: graph.both(yes, isKnown),
      no: graph.both(graph.not(yes), isKnown),
      none: graph.never,
      unknown: null,
    };
  }
}
