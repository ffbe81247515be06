/**
 * The distribution of the scores of a ranking: counts in equal steps, median, mean, minimum and maximum, and the share
 * gained in each section. Counted exactly; only widths on the screen are approximate.
 */
import { fixedText, numberOrZero, type Rational, sum } from "@yardstick/exact";
import type { RankingView } from "./ranking-view.js";

interface Step {
  readonly from: string;
  readonly to: string;
  /** Keys of the subjects in this step. */
  readonly keys: readonly string[];
}

interface SectionShare {
  readonly part: number;
  readonly name: string;
  /** Lowest, mean and highest share of the section's points that subjects gained, 0–1. */
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

/** The distribution of a ranking; scores are decimal text. */
export interface Distribution {
  readonly steps: readonly Step[];
  readonly median: string;
  readonly mean: string;
  readonly least: string;
  readonly most: string;
  readonly sections: readonly SectionShare[];
}

const STEPS = 12;

/** Null when no subject has a score. */
export function distribution({ ranked }: RankingView, decimals: number): Distribution | null {
  const scored = ranked
    .flatMap(({ key, score }) => (score === null ? [] : [{ key, score, value: numberOrZero(score) }]))
    .sort((a, b) => a.value.compare(b.value));
  const [lowest] = scored;
  const highest = scored.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  const width = stepWidth(highest.value.toNumber() - lowest.value.toNumber());
  const start = Math.floor(lowest.value.toNumber() / width);
  const count = Math.floor(highest.value.toNumber() / width) - start + 1;
  const shown = Math.max(0, -Math.floor(Math.log10(width) + 1e-9));
  const steps = Array.from({ length: count }, (_, at): Step => {
    const [from, to] = [(start + at) * width, (start + at + 1) * width];
    const keys = scored
      .filter(({ value }) => Math.floor(value.toNumber() / width) === start + at)
      .map(({ key }) => key);
    return { from: from.toFixed(shown), to: to.toFixed(shown), keys };
  });
  const total = sum(scored.map(({ value }) => value));
  const middle = scored.length / 2;
  const median =
    scored.length % 2 === 1
      ? scored[Math.floor(middle)]!.value
      : scored[middle - 1]!.value.add(scored[middle]!.value).div(2);
  const text = (value: Rational) => fixedText(value, decimals);
  return {
    steps,
    median: text(median),
    mean: text(total.div(scored.length)),
    least: lowest.score,
    most: highest.score,
    sections: sectionShares(ranked),
  };
}

/** 1, 2 or 5 times a power of ten, chosen to give about the wanted number of steps. */
function stepWidth(range: number): number {
  if (range <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(range / STEPS));
  return power * ([1, 2, 5, 10].find((times) => range / (power * times) <= STEPS) ?? 10);
}

function sectionShares(ranked: RankingView["ranked"]): readonly SectionShare[] {
  const sections = ranked[0]?.bar.sections ?? [];
  return sections.map(({ part, name }, at) => {
    const gained = ranked.map(({ bar }) => bar.sections[at]?.gained ?? 0);
    const sum = gained.reduce((all, share) => all + share, 0);
    return {
      part,
      name,
      least: gained.reduce((a, b) => Math.min(a, b), 1),
      mean: sum / Math.max(1, gained.length),
      most: gained.reduce((a, b) => Math.max(a, b), 0),
    };
  });
}
