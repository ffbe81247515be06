// The places of the competition worked out by other means than the product: exact fractions, the rules of the README.

import { compare, exact, mean, minus, over, plus, rounded, standardScores, table, times } from "../fractions.mjs";

const at = (name) => new URL(name, import.meta.url);

/** The mean of marks without the highest and the lowest, as a share of 10. */
function trimmed(marks) {
  const sorted = marks.map(exact).sort(compare);
  return over(mean(sorted.slice(1, -1)), 10);
}

export function results() {
  const marks = table(at("marks.csv"));
  const scored = table(at("data.csv")).map((skater) => {
    const own = marks.filter(({ name }) => name === skater.name);
    const technique = times(60, trimmed(own.map((row) => row.technique)));
    const artistry = times(40, trimmed(own.map((row) => row.artistry)));
    const falls = Math.min(5, Number(skater.falls || 0));
    const halves = Math.min(6, Math.floor(Number(skater.overtime || 0) / 5));
    const score = rounded(minus(plus(technique, artistry), plus(falls, times(halves, "0.5"))), 2);
    return { ...skater, technique, score, median: own.map((row) => exact(row.technique)).sort(compare)[3] };
  });
  const ranked = scored.filter(({ withdrew }) => withdrew !== "yes");
  // Judge by judge over all skaters, also the one who withdrew.
  const judged = [1, 2, 3, 4, 5, 6, 7].map((judge) => {
    const from = scored.map(({ name }) => marks.find((row) => row.name === name && Number(row.judge) === judge));
    return standardScores(from.map(({ technique }) => exact(technique)), 4);
  });
  const normalised = new Map(
    scored.map(({ name }, at) => {
      const sum = plus(...judged.map((scores) => scores[at]));
      return [name, rounded(plus(50, over(times(10, sum), 7)), 2)];
    }),
  );
  const best = ranked
    .map(({ score }) => score)
    .sort(compare)
    .at(-1);
  const ahead = (one) =>
    ranked.filter((other) => (compare(other.score, one.score) || compare(other.technique, one.technique)) > 0).length;
  const subjects = scored.map((one) => {
    const out = one.withdrew === "yes";
    const place = ahead(one) + 1;
    const better = ranked.filter((other) => other.class === one.class && compare(other.score, one.score) > 0);
    const inClass = new Set(better.map(({ score }) => score)).size + 1;
    const aheadNormalised = ranked.filter(
      (other) => compare(normalised.get(other.name), normalised.get(one.name)) > 0,
    ).length;
    const medal = { 1: "gold", 2: "silver", 3: "bronze" }[place];
    const names = [...(medal === undefined ? [] : [medal]), ...(inClass === 1 ? ["class_winner"] : []), ...(aheadNormalised === 0 ? ["technique_prize"] : [])];
    return {
      key: one.name,
      period: null, status: "scored",
      score: one.score,
      vetoes: out ? ["withdrawal"] : [],
      rankings: out ? { overall: null, in_class: null, normalised: null } : { overall: place, in_class: inClass, normalised: aheadNormalised + 1 },
      awards: out ? [] : names.map((name) => ({ name })),
      outputs: {
        median_technique: rounded(one.median, 2),
        behind_best: rounded(minus(best, one.score), 2),
        normalised_technique: normalised.get(one.name),
      },
    };
  });
  return { subjects };
}
