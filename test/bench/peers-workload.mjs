// The workload that peers are measured on: 9 categories held to their caps, 40 criteria, 3 vetoes, 4 bands of population,
// totals of 2 decimals rounded half up, places in 50 groups. As plain numbers, as a rubric, and as seeded columns of 72
// bytes a row of which the first n of a larger set equal a smaller one.

const deductPoints = ["2", "3", "2.5", "4", "1.5", "2", "3", "5", "2", "1"];
const deductEach = ["0.1", "0.2", "0.1", "0.5", "0.05", "0.1", "0.3", "0.25", "0.1", "0.1"];
const shares = ["3", "4", "2", "5", "3", "4", "2.5", "3.5"];
const flags = ["1", "0.5", "2", "1.5", "0.25", "1"];
const levels = [
  ["4", "3.2", "2.4", "0"],
  ["3", "2.5", "1.5", "0.5"],
  ["5", "4", "2.5", "1"],
  ["2", "1.6", "1.2", "0.8"],
];

/** In order; each is added to category `index % 9`. */
export const criteria = [
  ...Array.from({ length: 20 }, (_, i) => ({
    kind: "deduct",
    max: deductPoints[i % 10],
    per: deductEach[i % 10],
    count: `d${i}`,
  })),
  ...shares.map((max, i) => ({ kind: "share", max, actual: `a${i}`, target: `t${i}` })),
  ...flags.map((off, i) => ({ kind: "flag", off, flag: `f${i}` })),
  ...levels.map((points, i) => ({ kind: "level", points, level: `l${i}` })),
  ...Array.from({ length: 2 }, (_, i) => ({ kind: "bonus", per: "0.5", cap: "3", count: `b${i}` })),
].map((criterion, index) => ({ ...criterion, category: index % 9 }));

/** Caps in points; every third binds often. */
export const caps = Array.from({ length: 9 }, (_, category) => {
  const own = criteria.filter((criterion) => criterion.category === category);
  const most = own.map(({ kind, max, points }) =>
    kind === "level" ? Number(points[0]) : kind === "bonus" ? 1 : Number(max ?? 0),
  );
  return Math.round(most.reduce((sum, each) => sum + each * 1e4, 0) - (category % 3 === 2 ? 15_000 : 0)) / 1e4;
});

export const bands = [
  { below: 20_000, factor: "0.9" },
  { below: 100_000, factor: "1" },
  { below: 500_000, factor: "1.1" },
  { below: Infinity, factor: "1.2" },
];
export const vetoes = ["v0", "v1", "v2"];
export const groups = 50;

const names = (prefix, count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
export const fieldNames = [
  "grp",
  "pop",
  ...names("d", 20),
  ...names("a", 8),
  ...names("t", 8),
  ...names("f", 6),
  ...names("l", 4),
  ...names("b", 2),
  ...vetoes,
];

function lineOf(criterion) {
  switch (criterion.kind) {
    case "deduct":
      return `earn max(0 points, ${criterion.max} points - ${criterion.per} points * ${criterion.count})`;
    case "share":
      return `earn min(${criterion.max} points, round(${criterion.max} points * ${criterion.actual} / ${criterion.target}, 4))`;
    case "flag":
      return `if ${criterion.flag} deduct ${criterion.off} points`;
    case "level":
      return `earn by ${criterion.level} { A: ${criterion.points[0]} points; B: ${criterion.points[1]} points; C: ${criterion.points[2]} points; D: ${criterion.points[3]} points }`;
    default:
      return `add min(${criterion.cap} points, ${criterion.per} points * ${criterion.count})`;
  }
}

const fieldOf = (name) => {
  if (/^[fv]\d/.test(name)) return `${name}: flag`;
  if (name.startsWith("l")) return `${name}: choice(A, B, C, D)`;
  return name.startsWith("t") ? `${name}: number 1 ..` : `${name}: count`;
};

const total = Math.round(caps.reduce((sum, cap) => sum + cap * 1e4, 0)) / 1e4;

/** The weight at which a category counts `times` its points: exact, as `n/d`. */
export function weightOf(category, times = 1) {
  const [n, d] = [Math.round(caps[category] * 1e4 * times * 100), Math.round(total * 1e6)];
  const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
  return `${n / gcd(n, d)}/${d / gcd(n, d)}`;
}

/** The workload as a rubric. Categories have weights that come to their points, so that a slider can move one. */
export function rubricText() {
  const items = caps.map((cap, category) => {
    const lines = criteria
      .filter((criterion) => criterion.category === category)
      .map((criterion) => `  ${lineOf(criterion)}`);
    return `section s${category} weight ${weightOf(category)} {\nitem k${category} ${cap} points {\n${lines.join("\n")}\n}\n}`;
  });
  const rows = bands.map(({ below, factor }, index) => {
    if (index === 0) return `< ${below}: ${factor}`;
    return below === Infinity ? `else: ${factor}` : `${bands[index - 1].below} .. ${below}: ${factor}`;
  });
  return [
    'rubric "Peers"',
    `total ${total} points`,
    "score rounds to 2 decimals",
    `data unit {\n  name: text key\n  ${fieldNames.map(fieldOf).join("\n  ")}\n}`,
    ...items,
    `coefficient size by pop { ${rows.join("; ")} } applies to total`,
    ...vetoes.map((veto) => `veto ${veto}x if ${veto} { score 0; unranked }`),
    "ranking places by score within grp ties share",
    "",
  ].join("\n");
}

function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const niceTargets = [4, 5, 8, 10, 12, 16, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200];

/** Typed columns by field name. */
export function makeColumns(rows, seed = 20240601) {
  const next = random(seed);
  const columns = {};
  for (const name of fieldNames) {
    columns[name] =
      name === "pop" ? new Int32Array(rows) : /^[at]\d/.test(name) ? new Uint16Array(rows) : new Uint8Array(rows);
  }
  for (let i = 0; i < rows; i += 1) {
    columns.grp[i] = next() * groups;
    columns.pop[i] = Math.exp(Math.log(2000) + next() * Math.log(1000));
    for (let j = 0; j < 20; j += 1) {
      const u = next();
      columns[`d${j}`][i] = u < 0.35 ? 0 : u < 0.97 ? 1 + Math.floor(next() * 8) : 10 + Math.floor(next() * 50);
    }
    for (let j = 0; j < 8; j += 1) {
      const target = next() < 0.5 ? niceTargets[Math.floor(next() * niceTargets.length)] : 3 + Math.floor(next() * 198);
      const u = next();
      columns[`t${j}`][i] = target;
      columns[`a${j}`][i] = u < 0.4 ? target + Math.floor(next() * 5) : next() * target;
    }
    for (let j = 0; j < 6; j += 1) columns[`f${j}`][i] = next() < 0.15 ? 1 : 0;
    for (let j = 0; j < 4; j += 1) {
      const u = next();
      columns[`l${j}`][i] = u < 0.4 ? 0 : u < 0.75 ? 1 : u < 0.93 ? 2 : 3;
    }
    for (let j = 0; j < 2; j += 1) columns[`b${j}`][i] = next() < 0.6 ? 0 : next() * 9;
    for (let j = 0; j < 3; j += 1) columns[`v${j}`][i] = next() < 0.005 ? 1 : 0;
  }
  return columns;
}

/** The same columns as the engine takes them. Keys are made when they are asked for. */
export function engineColumns(program, columns, rows) {
  const keys = new Proxy([], {
    get: (target, name) => (/^\d+$/.test(String(name)) ? `u${String(name)}` : Reflect.get(target, name)),
  });
  const fields = program.fields.map((field, index) =>
    index === program.key
      ? { kind: "cells", cells: keys }
      : { kind: "numbers", values: columns[field.name].subarray(0, rows), den: 1n, marks: null },
  );
  return { kind: "columns", rows, fields, lists: [], constants: [], history: [], used: [], problems: [] };
}
