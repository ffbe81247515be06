// What a person writes by hand for this workload, as source: straight-line loops over columns, and a function of one object.
// It is written out at run time only here, where nothing forbids it; the engine itself never does.

import { bands, caps, criteria, groups, vetoes } from "./peers-workload.mjs";

const factorOf = (pop) =>
  bands.map(({ below, factor }) => (below === Infinity ? factor : `${pop} < ${below} ? ${factor} : `)).join("");

/** Totals in points, in doubles: `(columns, n, weights, out)`. */
export function float64Columns() {
  const names = [
    "pop",
    ...criteria.flatMap(({ count, actual, target, flag, level }) =>
      [count, actual, target, flag, level].filter(Boolean),
    ),
    ...vetoes,
  ];
  const lines = criteria.map((c) => {
    const k = `k${c.category}`;
    if (c.kind === "deduct") return `x = ${c.max} - ${c.per} * ${c.count}[i]; if (x > 0) ${k} += x;`;
    if (c.kind === "share")
      return `${k} += Math.round(${c.max} * Math.min(1, ${c.actual}[i] / ${c.target}[i]) * 10000) / 10000;`;
    if (c.kind === "flag") return `if (${c.flag}[i] !== 0) ${k} -= ${c.off};`;
    if (c.kind === "level")
      return `x = ${c.level}[i]; ${k} += x === 0 ? ${c.points[0]} : x === 1 ? ${c.points[1]} : x === 2 ? ${c.points[2]} : ${c.points[3]};`;
    return `x = ${c.per} * ${c.count}[i]; ${k} += x > ${c.cap} ? ${c.cap} : x;`;
  });
  const holds = caps.map((cap, k) => `k${k} = k${k} < 0 ? 0 : k${k} > ${cap} ? ${cap} : k${k};`);
  const body = `const { ${names.join(", ")} } = columns;
for (let i = 0; i < n; i++) {
  let x = 0, ${caps.map((_, k) => `k${k} = 0`).join(", ")};
  ${[...lines, ...holds].join("\n  ")}
  const p = pop[i];
  out[i] = ${vetoes.map((v) => `${v}[i]`).join(" | ")} ? 0 : Math.round((${factorOf("p")}) * (${caps.map((_, k) => `w[${k}] * k${k}`).join(" + ")}) * 100) / 100;
}`;
  return new Function("columns", "n", "w", "out", body);
}

/** One object of numbers, flags and level names to its total. `number` writes a literal, `op` an operation. */
export function float64Object() {
  const lines = criteria.map((c) => {
    const k = `k${c.category}`;
    if (c.kind === "deduct") return `${k} += Math.max(0, ${c.max} - ${c.per} * r.${c.count});`;
    if (c.kind === "share")
      return `${k} += Math.round(${c.max} * Math.min(1, r.${c.actual} / r.${c.target}) * 10000) / 10000;`;
    if (c.kind === "flag") return `if (r.${c.flag}) ${k} -= ${c.off};`;
    if (c.kind === "level")
      return `${k} += r.${c.level} === 'A' ? ${c.points[0]} : r.${c.level} === 'B' ? ${c.points[1]} : r.${c.level} === 'C' ? ${c.points[2]} : ${c.points[3]};`;
    return `${k} += Math.min(${c.cap}, ${c.per} * r.${c.count});`;
  });
  const sum = caps.map((cap, k) => `Math.min(${cap}, Math.max(0, k${k}))`).join(" + ");
  return new Function(
    "r",
    `if (${vetoes.map((v) => `r.${v}`).join(" || ")}) return 0; let ${caps.map((_, k) => `k${k} = 0`).join(", ")}; ${lines.join(" ")}
const factor = ${factorOf("r.pop")}; return Math.round(factor * (${sum}) * 100) / 100;`,
  );
}

export function decimalObject(Decimal) {
  const D = Decimal.clone({ precision: 40, rounding: 4 });
  const zero = new D(0);
  const constants = criteria.map((c) => ({
    ...c,
    max: c.max && new D(c.max),
    per: c.per && new D(c.per),
    cap: c.cap && new D(c.cap),
    off: c.off && new D(c.off),
    points: c.points && Object.fromEntries(c.points.map((p, i) => ["ABCD"[i], new D(p)])),
  }));
  const limits = caps.map((cap) => new D(cap));
  const factors = bands.map(({ below, factor }) => ({ below, factor: new D(factor) }));
  const amount = (c, r) => {
    if (c.kind === "deduct") return D.max(zero, c.max.minus(c.per.times(r[c.count])));
    if (c.kind === "share")
      return r[c.actual] >= r[c.target] ? c.max : c.max.times(r[c.actual]).div(r[c.target]).toDecimalPlaces(4);
    if (c.kind === "flag") return r[c.flag] ? c.off.neg() : zero;
    return c.kind === "level" ? c.points[r[c.level]] : D.min(c.cap, c.per.times(r[c.count]));
  };
  return (r) => {
    if (vetoes.some((veto) => r[veto])) return 0;
    const sums = limits.map(() => zero);
    for (const c of constants) sums[c.category] = sums[c.category].plus(amount(c, r));
    const sum = sums.reduce((all, each, k) => all.plus(D.min(limits[k], D.max(zero, each))), zero);
    return Number(sum.times(factors.find(({ below }) => r.pop < below).factor).toDecimalPlaces(2));
  };
}

/** Places as people write them: a Map of groups, each sorted. 0: none. */
export function placesBySorting(n, groupOf, totalOf, isOut) {
  const byGroup = new Map();
  const places = new Int32Array(n);
  for (let i = 0; i < n; i += 1) {
    if (isOut(i)) continue;
    const group = groupOf(i);
    const members = byGroup.get(group);
    if (members === undefined) byGroup.set(group, [{ i, total: totalOf(i) }]);
    else members.push({ i, total: totalOf(i) });
  }
  for (const members of byGroup.values()) {
    members.sort((a, b) => b.total - a.total);
    let place = 0;
    members.forEach(({ i, total }, index) => {
      if (index === 0 || total !== members[index - 1].total) place = index + 1;
      places[i] = place;
    });
  }
  return places;
}

/** Total of one row in hundredths by whole numbers without end: what is right. `times` is what each category counts, in hundredths. */
export function exactHundredths(columns, i, times) {
  if (vetoes.some((veto) => columns[veto][i] !== 0)) return 0;
  const sums = caps.map(() => 0n);
  for (const c of exactCriteria) sums[c.category] += exactAmount(c, columns, i);
  const sum = sums.reduce(
    (all, each, k) => all + times[k] * (each < 0n ? 0n : each > exactCaps[k] ? exactCaps[k] : each),
    0n,
  );
  const factor = exactFactors.find(({ below }) => columns.pop[i] < below).factor;
  // Ten-thousandths of points, hundredths of weights, tenths of factors: 10^7 a point.
  return Number((2n * sum * factor + 100_000n) / 200_000n);
}

const scaled = (text, power) => BigInt(Math.round(Number(text) * power));
const exactCaps = caps.map((cap) => scaled(cap, 1e4));
const exactFactors = bands.map(({ below, factor }) => ({ below, factor: scaled(factor, 10) }));
const exactCriteria = criteria.map((c) => ({
  ...c,
  max: c.max && scaled(c.max, 1e4),
  per: c.per && scaled(c.per, 1e4),
  cap: c.cap && scaled(c.cap, 1e4),
  off: c.off && scaled(c.off, 1e4),
  points: c.points && c.points.map((p) => scaled(p, 1e4)),
}));

function exactAmount(c, columns, i) {
  const least = (a, b) => (a < b ? a : b);
  if (c.kind === "deduct") {
    const left = c.max - c.per * BigInt(columns[c.count][i]);
    return left > 0n ? left : 0n;
  }
  if (c.kind === "share") {
    const target = BigInt(columns[c.target][i]);
    return least(c.max, (2n * c.max * BigInt(columns[c.actual][i]) + target) / (2n * target));
  }
  if (c.kind === "flag") return columns[c.flag][i] === 0 ? 0n : -c.off;
  return c.kind === "level" ? c.points[columns[c.level][i]] : least(c.cap, c.per * BigInt(columns[c.count][i]));
}

/** Places by counting exact hundredths. */
export function exactPlaces(columns, hundredths, n) {
  return placesByCounting(n, columns.grp, hundredths, (i) => vetoes.some((veto) => columns[veto][i] !== 0));
}

function placesByCounting(n, group, values, isOut) {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  const counts = new Int32Array(groups * (most + 1));
  const at = (i) => group[i] * (most + 1) + values[i];
  for (let i = 0; i < n; i += 1) if (!isOut(i)) counts[at(i)] += 1;
  for (let g = 0; g < groups; g += 1) {
    let place = 1;
    for (let value = most; value >= 0; value -= 1) {
      const here = counts[g * (most + 1) + value];
      counts[g * (most + 1) + value] = place;
      place += here;
    }
  }
  return Int32Array.from({ length: n }, (_, i) => (isOut(i) ? 0 : counts[at(i)]));
}
