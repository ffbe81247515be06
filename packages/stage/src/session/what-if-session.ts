/**
 * The stage's session in the Worker: keeps the rubric and data of the last result without errors, and computes frames,
 * differences and robustness at a position of the weights.
 */
import {
  breakpoints,
  criteriaGroups,
  crossings,
  decisiveCriteria,
  nearestCrossing,
  overallRanking,
  RankSampler,
  usualGroup,
  withScenario,
  type Dataset,
  type Result,
} from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { describeAward, periodsOf } from "yardstick";
import { frameOf } from "./frame.js";
import type {
  Robustness,
  Moving,
  Opening,
  Position,
  ScenarioColumn,
  Spread,
  StageResponse,
  StageRequest,
  StageGroup,
} from "../protocol/protocol.js";
import { writtenPosition } from "../protocol/position.js";
import { WhatIfCache, textOf } from "./what-if-cache.js";

/** Number of samples per portion; takes well under a tenth of a second. */
const PORTION = 250;

/** The rubric and data of an evaluation. The same object denotes the same evaluation. */
export interface ScoredData {
  readonly program: Program;
  readonly dataset: Dataset;
  /** Null when only columns have been computed. */
  readonly result: Result | null;
}

/** Responds to the requests of the stage. */
export class WhatIfSession {
  #last: ScoredData | null = null;
  #cache: WhatIfCache | null = null;
  #groups: readonly StageGroup[] = [];
  #sampler: { readonly key: string; readonly sampler: RankSampler } | null = null;

  /** Null when there is nothing to show, or the requested group no longer exists. */
  async respond(last: ScoredData | null, request: StageRequest, lang: Lang): Promise<StageResponse | null> {
    if (last === null) return null;
    if (request.kind === "workbook") {
      const { comparisonWorkbook } = await import("./comparison-workbook.js");
      return { kind: "workbook", bytes: await comparisonWorkbook(request.table) };
    }
    if (request.kind === "open" || this.#last !== last) this.#take(last);
    if (request.kind === "open") return this.#opening(last);
    const cache = this.#cache;
    if (cache === null) return null;
    switch (request.kind) {
      case "frame": {
        const group = this.#groups[request.group];
        return group === undefined ? null : frameOf(cache, request, group);
      }
      case "robustness":
        return this.#robustness(cache, request, request.pair, request.tries);
      case "spread":
        return this.#spread(cache, request);
      case "scenarios":
        return this.#scenarios(cache, request, lang);
    }
  }

  #take(last: ScoredData): void {
    this.#last = last;
    this.#sampler = null;
    const { program, dataset } = last;
    const index = overallRanking(program);
    const ranking = index === null ? null : (program.rankings[index]?.name ?? null);
    const periods = periodsOf(program, dataset);
    // With several periods the newest is shown, because places are given within one period.
    const period = periods.length > 1 ? ([...periods].sort(byPeriod).at(-1) ?? null) : null;
    this.#groups = criteriaGroups(program).map((group) => ({
      ...group,
      name: group.parent === null ? null : (program.parts[group.parent]?.name ?? null),
      inside: [],
    }));
    this.#groups = this.#groups.map((group) => ({
      ...group,
      inside: group.criteria.flatMap(({ part }) => {
        const at = this.#groups.findIndex(({ parent }) => parent === part);
        return at < 0 ? [] : [{ part, group: at }];
      }),
    }));
    // With many subjects, only columns have been computed.
    const result = period === null ? last.result : null;
    const written =
      result?.scenario === null
        ? { position: writtenPosition({ groups: this.#groups }), subjects: result.subjects }
        : null;
    this.#cache = ranking === null ? null : new WhatIfCache(program, dataset, period, ranking, written);
  }

  #opening({ program }: ScoredData): Opening {
    const usual = usualGroup(program);
    const [row] = this.#cache?.rows() ?? [];
    return {
      kind: "open",
      title: program.title ?? "",
      ranking: this.#cache?.ranking ?? null,
      decimals: program.scoreDecimals,
      period: row === undefined ? null : (this.#cache?.periodOf(row) ?? null),
      subjects: this.#cache?.rows().length ?? 0,
      groups: this.#groups,
      usual: Math.max(
        0,
        this.#groups.findIndex(({ parent, variant }) => parent === usual?.parent && variant === usual.variant),
      ),
      scenarios: program.scenarios.map(({ name }) => ({
        name,
        position: {
          scenario: name,
          shares: criteriaGroups(withScenario(program, name)).flatMap(({ criteria }) =>
            criteria.map(({ part, share }) => [part, share] as const),
          ),
        },
      })),
    };
  }

  #robustness(
    cache: WhatIfCache,
    { now, group: index, locked, sharing, top }: Moving,
    pair: Extract<StageRequest, { kind: "robustness" }>["pair"],
    tries: number | null,
  ): Robustness | null {
    const group = this.#groups[index];
    const standing = group === undefined ? null : cache.standing(now, group, { locked, sharing });
    if (standing === null) return null;
    const rowOf = (key: string) => standing.evaluation.subjects.find((subject) => subject.key === key)?.row ?? -1;
    const rows = pair?.map(({ key }) => rowOf(key));
    return {
      kind: "robustness",
      now,
      pair,
      // Repeated rescoring takes seconds: it is done for one criterion at a time, and only on request.
      breakpoints: standing.group.criteria.flatMap(({ part }, at) =>
        standing.model !== null || at === tries ? [breakpoints(standing, part, top)] : [],
      ),
      decisive: decisiveCriteria(standing),
      notLinear: standing.notLinear,
      crossings: standing.group.criteria.map(({ part }) =>
        rows === undefined || standing.model === null
          ? null
          : nearestCrossing(standing, crossings(standing, part, rows[0] ?? -1, rows[1] ?? -1)),
      ),
    };
  }

  #spread(cache: WhatIfCache, request: Extract<StageRequest, { kind: "spread" }>): Spread | null {
    const { now, group: index, locked, sharing, top, seed, samples } = request;
    const group = this.#groups[index];
    const key = `${textOf(now)} ${index} ${locked.join()} ${top} ${seed} ${samples}`;
    if (this.#sampler?.key !== key) {
      const standing = group === undefined ? null : cache.standing(now, group, { locked, sharing });
      if (standing === null) return null;
      this.#sampler = {
        key,
        sampler: new RankSampler(standing, {
          samples: standing.model === null ? Math.min(samples, 100) : samples,
          seed,
          top,
        }),
      };
    }
    const { sampler } = this.#sampler;
    sampler.draw(cache.isSmall ? PORTION : 20);
    return { kind: "spread", progress: sampler.progress, sampled: sampler.isDone ? sampler.result() : null };
  }

  /** The same subjects in each column, in the order of the first. */
  #scenarios(
    cache: WhatIfCache,
    { positions, most }: Extract<StageRequest, { kind: "scenarios" }>,
    lang: Lang,
  ): Extract<StageResponse, { kind: "scenarios" }> {
    const [first] = positions;
    if (first === undefined) return { kind: "scenarios", columns: [], all: 0 };
    const point = cache.whole(first);
    const placeOf = (row: number) => point.places[row] || Infinity;
    const rows = cache
      .rows()
      .filter((row) => point.stands[row] === 1 && !Number.isNaN(point.scores[row] ?? NaN))
      .sort((a, b) => placeOf(a) - placeOf(b) || a - b);
    const shown = rows.slice(0, most);
    return {
      kind: "scenarios",
      columns: positions.map((position) => this.#column(cache, position, shown, lang)),
      all: rows.length,
    };
  }

  #column(cache: WhatIfCache, position: Position, rows: readonly number[], lang: Lang): ScenarioColumn {
    const point = cache.whole(position);
    const { program } = cache;
    return {
      subjects: rows.map((row) => {
        const detail = point.detail(row);
        return {
          key: cache.keyOf(row),
          period: cache.periodOf(row),
          score: cache.scoreText(point.scores[row] ?? NaN),
          place: (point.places[row] ?? 0) > 0 ? (point.places[row] ?? null) : null,
          grade: detail === null ? null : (cache.gradeOf(detail)?.name ?? null),
          awards: detail?.awards.map((award) => describeAward(program, award, lang)) ?? [],
        };
      }),
    };
  }
}

function byPeriod(a: string | null, b: string | null): number {
  return (a ?? "").localeCompare(b ?? "", "en", { numeric: true });
}
