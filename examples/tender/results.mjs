// The evaluation of the proposals worked out by other means than the product: exact fractions, the rules of the README.

import { compare, exact, least, mean, minus, most, over, plus, rounded, table, times } from "../fractions.mjs";

const at = (name) => new URL(name, import.meta.url);

export function results() {
  const ratings = table(at("ratings.csv"));
  const proposals = table(at("data.csv"));
  const complies = ({ bid_bond, security_certificate }) => bid_bond === "yes" && security_certificate === "yes";
  const rated = proposals.map((proposal) => {
    const own = ratings.filter(({ bidder }) => bidder === proposal.bidder);
    const of = (criterion) => mean(own.map((row) => row[criterion]));
    const quality = plus(times(of("functions"), "0.5"), times(of("team"), "0.3"), times(of("support"), "0.2"));
    const vetoes = [
      ...(complies(proposal) ? [] : ["mandatory_criteria"]),
      ...(compare(quality, 60) < 0 ? ["below_threshold"] : []),
    ];
    return { ...proposal, quality, vetoes };
  });
  const lowest = least(...rated.filter(({ vetoes }) => vetoes.length === 0).map(({ price }) => exact(price)));
  const scored = rated.map(({ bidder, quality, vetoes, ...proposal }) => {
    const price = least(exact(100), times(100, over(lowest, proposal.price)));
    const weeks = minus(24, proposal.delivery_weeks);
    const delivery = most(exact(0), least(exact(100), times(100, over(weeks, 12))));
    const raw = plus(times(price, "0.4"), times(quality, "0.45"), times(delivery, "0.15"));
    return {
      key: bidder,
      score: rounded(raw, 2),
      price,
      quality,
      delivery,
      vetoes,
      over: minus(proposal.price, lowest),
    };
  });
  const ranked = scored
    .filter(({ vetoes }) => vetoes.length === 0)
    .sort((a, b) => compare(b.score, a.score) || compare(b.quality, a.quality));
  const subjects = scored.map((one) => {
    const place = ranked.indexOf(one) + 1;
    const award = { 1: "contract", 2: "reserve" }[place];
    return {
      key: one.key,
      period: null, status: "scored",
      score: one.score,
      vetoes: one.vetoes,
      parts: {
        price_part: rounded(one.price, 2),
        quality: rounded(one.quality, 2),
        delivery: rounded(one.delivery, 2),
      },
      rankings: { overall: place === 0 ? null : place },
      awards: award === undefined ? [] : [{ name: award }],
      outputs: { price_over_lowest: rounded(one.over, 2) },
    };
  });
  return { subjects };
}
