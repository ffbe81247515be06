/**
 * What is computed over all subjects at once, kept as the plan describes it until its nodes are printed.
 */
import type { CohortSpec, GradesSpec, Node, Population, PopulationOps, RankingSpec } from "@yardstick/engine/plan";

/** A description of work over all subjects. */
export type PopulationSpec =
  | { readonly kind: "cohort"; readonly order: CohortSpec }
  | { readonly kind: "ranking"; readonly order: RankingSpec }
  | { readonly kind: "grades"; readonly order: GradesSpec };

export class Populations implements PopulationOps {
  private readonly specs = new Map<Population, PopulationSpec>();

  cohort(order: CohortSpec): Population {
    const { groupPending, counts, open, value } = order;
    return this.kept({ kind: "cohort", order }, [groupPending, counts, open, value]);
  }

  ranking(order: RankingSpec): Population {
    const { stands, barred, open, groupPending, keys, awaited } = order;
    return this.kept({ kind: "ranking", order }, [stands, barred, open, groupPending, ...keys, ...awaited]);
  }

  grades(order: GradesSpec): Population {
    const { stands, barred, most, rows, keys, awaited } = order;
    const judged = rows.flatMap(({ yes, pending }) => [yes, pending]);
    return this.kept({ kind: "grades", order }, [stands, barred, most, ...judged, ...keys, ...awaited]);
  }

  specOf(work: Population): PopulationSpec {
    const spec = this.specs.get(work);
    if (spec === undefined) throw new RangeError("work over all subjects that was not described");
    return spec;
  }

  private kept(spec: PopulationSpec, own: readonly (Node | null)[]): Population {
    const { key, period, group } = spec.order;
    const args = [...own, period, group].filter((node) => node !== null);
    const work: Population = { key, args, run: neverRun };
    this.specs.set(work, spec);
    return work;
  }
}

function neverRun(): never {
  throw new RangeError("a query computes this itself");
}
