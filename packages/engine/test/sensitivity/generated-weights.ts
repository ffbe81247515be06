// Rubrics whose weights can be moved, with data to rank: small enough to be scored hundreds of times, with every construct that
// shares act through: shares handed over, decreed scores, coefficients, roundings, variants, vetoes, ties.

import { rational, whole } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import fc from "fast-check";
import type { Dataset } from "../../src/index.js";
import { appliesIf, by, deduct, earn, equal, is, n, per, plus, Rubric, score, share, times } from "../builder.js";
import { datasetFromRows } from "../dataset-from-rows.js";

interface SectionSpec {
  readonly parts: number;
  readonly isSplit: boolean;
  readonly otherwise: "always" | "rescale" | "full" | "zero";
  readonly decimals: number | null;
  readonly room: number;
}

export interface WeightsSpec {
  readonly sections: readonly SectionSpec[];
  readonly isWeighted: boolean;
  readonly decimals: number;
  readonly factor: "none" | "total" | "section" | "reads-score";
  readonly veto: "none" | "no-place" | "score-zero";
  readonly key: "score" | "section" | "output";
  readonly lowestFirst: boolean;
  readonly breaksTies: boolean;
  readonly rows: readonly (readonly number[])[];
}

const section = (otherwise: fc.Arbitrary<SectionSpec["otherwise"]>, decimals: fc.Arbitrary<number | null>) =>
  fc.record({
    parts: fc.integer({ min: 0, max: 6 }),
    isSplit: fc.boolean(),
    otherwise,
    decimals,
    room: fc.integer({ min: 0, max: 4 }),
  });

/** `isLinear`: only what scores follow by addition. */
export function weightsSpec(isLinear: boolean): fc.Arbitrary<WeightsSpec> {
  const otherwise = isLinear
    ? fc.constantFrom("always" as const, "always" as const, "rescale" as const, "full" as const)
    : fc.constantFrom("always" as const, "rescale" as const, "full" as const, "zero" as const);
  return fc.record({
    sections: fc.array(section(otherwise, isLinear ? fc.constant(null) : fc.constantFrom(null, null, 1)), {
      minLength: 2,
      maxLength: 4,
    }),
    isWeighted: fc.boolean(),
    decimals: fc.constantFrom(0, 1, 2, 2),
    factor: isLinear
      ? fc.constantFrom("none" as const, "total" as const, "section" as const)
      : fc.constantFrom("none" as const, "total" as const, "reads-score" as const),
    veto: fc.constantFrom("none" as const, "no-place" as const, "score-zero" as const),
    key: isLinear
      ? fc.constantFrom("score" as const, "score" as const, "section" as const)
      : fc.constantFrom("score" as const, "output" as const),
    lowestFirst: fc.boolean(),
    breaksTies: fc.boolean(),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }), {
      minLength: 2,
      maxLength: 6,
    }),
  });
}

export interface Weighable {
  readonly program: Program;
  readonly dataset: Dataset;
}

export function weighable(spec: WeightsSpec): Weighable {
  const rubric = new Rubric();
  const sum = spec.sections.reduce((total, { parts }) => total + parts + 1, 0);
  const concerned = rubric.count("concerned");
  const sections: number[] = [];
  spec.sections.forEach(({ parts, isSplit, otherwise, room, decimals }, index) => {
    const weight = whole(parts + 1).div(sum);
    const extras = {
      worth: weight.mul(100).toString(),
      ...(spec.isWeighted ? { weight: weight.toString() } : {}),
      ...(decimals === null ? {} : { decimals }),
      ...(otherwise === "always" || index === 0
        ? {}
        : { applies: appliesIf(is(concerned, ">", n(String(index + 3))), otherwise) }),
    };
    // Beside points a section is as long as it is worth; beside weights it has a scale of its own.
    const points = spec.isWeighted ? "60" : extras.worth;
    const name = `s${index}`;
    const item = (label: string, of: string, more: { readonly weight?: string; readonly worth?: string } = {}) =>
      void rubric.item(
        label,
        of,
        [earn(share(rubric.percent(`${label}%`))), deduct(n("1"), { per: per(rubric.count(`${label} late`)) })],
        more,
      );
    sections.push(
      rubric.section(
        name,
        points,
        () => {
          if (!isSplit) return item(`${name}a`, points);
          const third = rational(points).div(3);
          item(`${name}a`, "30", { weight: "1/3", worth: third.toString() });
          item(`${name}b`, "50", { weight: "2/3", worth: third.mul(2).toString() });
        },
        extras,
      ),
    );
    if (spec.isWeighted && room > 0) {
      const step = whole(room).div(20);
      const [low, high] = [weight.sub(step), weight.add(step)];
      const part = rubric.parts[sections[index] ?? 0];
      if (part !== undefined)
        rubric.parts[sections[index] ?? 0] = {
          ...part,
          within: {
            min: low.compare(0) < 0 ? "0" : low.toString(),
            max: high.compare(1) > 0 ? "1" : high.toString(),
          },
        };
    }
  });
  rubric.bonus("extra", "3", [earn(rubric.count("extras"))]);
  const size = rubric.count("size");
  if (spec.factor === "total")
    rubric.coefficient(
      "k",
      by(
        size,
        [
          [equal(n("1")), n("1.1")],
          [equal(n("2")), n("0.9")],
        ],
        n("1"),
      ),
    );
  if (spec.factor === "section")
    rubric.coefficient("k", by(size, [[equal(n("1")), n("1.2")]], n("1")), [sections[0] ?? 0]);
  if (spec.factor === "reads-score")
    rubric.coefficient("k", by(rubric.scoreOf(sections[0] ?? 0), [[equal(n("0")), n("0.5")]], n("1")), [
      sections[1] ?? 0,
    ]);
  if (spec.veto !== "none") rubric.veto("v", is(rubric.count("vetoed"), "=", n("9")), spec.veto);
  const goesBy =
    spec.key === "score"
      ? score
      : spec.key === "section"
        ? rubric.scoreOf(sections[0] ?? 0)
        : rubric.output("o", plus(times(score, n("2")), n("1")));
  rubric.ranking("all", goesBy, {
    lowestFirst: spec.lowestFirst,
    thenBy: spec.breaksTies
      ? [
          { by: score, against: null, lowestFirst: spec.lowestFirst },
          { by: rubric.scoreOf(sections[0] ?? 0), against: null, lowestFirst: !spec.lowestFirst },
        ]
      : [],
  });
  const program = { ...rubric.with({ total: "100", scoreDecimals: spec.decimals }).build() };
  const names = program.fields.slice(1).map(({ name }) => name);
  const rows = spec.rows.map((cells, row) => ({
    名称: String.fromCharCode(65 + row),
    ...Object.fromEntries(
      names.map((name, index) => {
        const cell = cells[index % cells.length] ?? 0;
        return [name, name.endsWith("%") ? `${cell * 11}%` : String(name.endsWith("late") ? cell % 3 : cell)];
      }),
    ),
  }));
  return { program, dataset: datasetFromRows(program, { subjects: rows.map((row) => ({ ...row })) }) };
}
