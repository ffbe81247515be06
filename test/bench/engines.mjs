// The engines beside ours, each given the workload in its own language. Each gives `{ name, prepare(columns, n) }`, and what is
// prepared gives `score()` (perhaps a promise) and `hundredths()`. An engine that is not installed is left out.

import { bands, caps, criteria, fieldNames, vetoes } from "./peers-workload.mjs";
import { decimalObject } from "./hand-written.mjs";

const LEVELS = ["A", "B", "C", "D"];

/** Rows as objects, the form in which these engines take their input. Made once, outside what is timed. */
export function makeRows(columns, n) {
  return Array.from({ length: n }, (_, i) =>
    Object.fromEntries(
      fieldNames.map((name) => {
        const value = columns[name][i];
        return [name, name.startsWith("l") ? LEVELS[value] : /^[fv]\d/.test(name) ? value === 1 : value];
      }),
    ),
  );
}

const perRow = (name, make, isAsync = false) => ({
  name,
  prepare: async (columns, n, rows) => {
    const work = await make();
    const out = new Float64Array(n);
    const score = isAsync
      ? async () => {
          for (let i = 0; i < n; i += 1) out[i] = await work(rows()[i]);
        }
      : () => {
          for (let i = 0; i < n; i += 1) out[i] = work(rows()[i]);
        };
    return { score, hundredths: () => Int32Array.from(out, (total) => Math.round(total * 100)) };
  },
});

async function jsonRules() {
  const { Engine } = await import("json-rules-engine");
  const engine = new Engine([], { allowUndefinedFacts: true });
  const rule = (fact, operator, value, params) =>
    engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type: params.kind, params } });
  for (const c of criteria) {
    if (c.kind === "deduct")
      rule(c.count, "greaterThanInclusive", 0, {
        kind: "deduct",
        k: c.category,
        max: +c.max,
        per: +c.per,
        fact: c.count,
      });
    if (c.kind === "share")
      rule(c.target, "greaterThan", 0, {
        kind: "share",
        k: c.category,
        max: +c.max,
        actual: c.actual,
        target: c.target,
      });
    if (c.kind === "flag") rule(c.flag, "equal", true, { kind: "add", k: c.category, points: -c.off });
    if (c.kind === "level")
      LEVELS.forEach((level, i) => rule(c.level, "equal", level, { kind: "add", k: c.category, points: +c.points[i] }));
    if (c.kind === "bonus")
      rule(c.count, "greaterThan", 0, { kind: "bonus", k: c.category, per: +c.per, cap: +c.cap, fact: c.count });
  }
  for (const veto of vetoes) rule(veto, "equal", true, { kind: "veto" });
  bands.forEach(({ below, factor }, i) =>
    engine.addRule({
      conditions: {
        all: [
          { fact: "pop", operator: "lessThan", value: Math.min(below, 1e12) },
          { fact: "pop", operator: "greaterThanInclusive", value: i === 0 ? 0 : bands[i - 1].below },
        ],
      },
      event: { type: "factor", params: { kind: "factor", factor: +factor } },
    }),
  );
  return async (r) => {
    const { events } = await engine.run(r);
    const sums = caps.map(() => 0);
    let factor = 1;
    for (const { params: p } of events) {
      if (p.kind === "veto") return 0;
      if (p.kind === "deduct") sums[p.k] += Math.max(0, p.max - p.per * r[p.fact]);
      if (p.kind === "share") sums[p.k] += Math.round(p.max * Math.min(1, r[p.actual] / r[p.target]) * 10000) / 10000;
      if (p.kind === "add") sums[p.k] += p.points;
      if (p.kind === "bonus") sums[p.k] += Math.min(p.cap, p.per * r[p.fact]);
      if (p.kind === "factor") factor = p.factor;
    }
    return (
      Math.round(factor * sums.reduce((all, each, k) => all + Math.min(caps[k], Math.max(0, each)), 0) * 100) / 100
    );
  };
}

async function zen() {
  const { ZenEngine } = await import("@gorules/zen-engine");
  const amount = (c) => {
    if (c.kind === "deduct") return `max([0, ${c.max} - ${c.per} * ${c.count}])`;
    if (c.kind === "share") return `round(${c.max} * min([1, ${c.actual} / ${c.target}]), 4)`;
    if (c.kind === "flag") return `${c.flag} ? -${c.off} : 0`;
    if (c.kind === "level")
      return `${c.level} == 'A' ? ${c.points[0]} : ${c.level} == 'B' ? ${c.points[1]} : ${c.level} == 'C' ? ${c.points[2]} : ${c.points[3]}`;
    return `min([${c.cap}, ${c.per} * ${c.count}])`;
  };
  const sums = caps.map((cap, k) => [
    `k${k}`,
    `min([${cap}, max([0, ${criteria.flatMap((c, i) => (c.category === k ? [`c${i}`] : [])).join(" + ")}])])`,
  ]);
  const total = [
    ["total", `${vetoes.join(" or ")} ? 0 : round(factor * (${caps.map((_, k) => `k${k}`).join(" + ")}), 2)`],
  ];
  const node = (id, type, content) => ({ id, type, name: id, position: { x: 0, y: 0 }, content });
  const plain = { inputField: null, outputPath: null, executionMode: "single" };
  const expressions = (id, list, passThrough) =>
    node(id, "expressionNode", {
      expressions: list.map(([key, value], i) => ({ id: `${id}${i}`, key, value })),
      passThrough,
      ...plain,
    });
  const table = {
    hitPolicy: "first",
    passThrough: true,
    ...plain,
    inputs: [{ id: "i", name: "pop", field: "pop" }],
    outputs: [{ id: "o", name: "factor", field: "factor" }],
    rules: bands.map(({ below, factor }, i) => ({
      _id: `r${i}`,
      i: below === Infinity ? "" : `< ${below}`,
      o: factor,
    })),
  };
  const nodes = [
    node("in", "inputNode", {}),
    expressions(
      "criteria",
      criteria.map((c, i) => [`c${i}`, amount(c)]),
      true,
    ),
    expressions("sums", sums, true),
    node("band", "decisionTableNode", table),
    expressions("total", total, false),
    node("out", "outputNode", {}),
  ];
  const edges = nodes.slice(1).map(({ id }, i) => ({ id: `e${i}`, type: "edge", sourceId: nodes[i].id, targetId: id }));
  const decision = new ZenEngine().createDecision({ nodes, edges });
  return async (r) => Number((await decision.evaluate(r)).result.total);
}

async function cel() {
  const { Environment } = await import("@marcbachmann/cel-js");
  const environment = new Environment()
    .registerFunction("min(double, double): double", Math.min)
    .registerFunction("max(double, double): double", Math.max)
    .registerFunction("round2(double): double", (x) => Math.round(x * 100) / 100)
    .registerFunction("round4(double): double", (x) => Math.round(x * 10000) / 10000);
  for (const name of fieldNames)
    environment.registerVariable(name, name.startsWith("l") ? "string" : /^[fv]\d/.test(name) ? "bool" : "double");
  const d = (text) => (String(text).includes(".") ? String(text) : `${text}.0`);
  const amount = (c) => {
    if (c.kind === "deduct") return `max(0.0, ${d(c.max)} - ${c.per} * ${c.count})`;
    if (c.kind === "share") return `round4(${d(c.max)} * min(1.0, ${c.actual} / ${c.target}))`;
    if (c.kind === "flag") return `(${c.flag} ? -${d(c.off)} : 0.0)`;
    if (c.kind === "level")
      return `(${c.level} == "A" ? ${d(c.points[0])} : ${c.level} == "B" ? ${d(c.points[1])} : ${c.level} == "C" ? ${d(c.points[2])} : ${d(c.points[3])})`;
    return `min(${d(c.cap)}, ${c.per} * ${c.count})`;
  };
  const sums = caps.map(
    (cap, k) =>
      `min(${d(cap)}, max(0.0, ${criteria
        .filter((c) => c.category === k)
        .map(amount)
        .join(" + ")}))`,
  );
  const factor = bands
    .map(({ below, factor: own }) => (below === Infinity ? d(own) : `pop < ${below}.0 ? ${d(own)} : `))
    .join("");
  const work = environment.parse(`${vetoes.join(" || ")} ? 0.0 : round2((${factor}) * (${sums.join(" + ")}))`);
  return (r) => work(r);
}

/** One thread, exact decimals, from a table in memory to an array of totals. */
const duckdb = {
  name: "DuckDB, DECIMAL",
  prepare: async (columns, n) => {
    const api = await import("@duckdb/node-api");
    const instance = await api.DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE r (id INTEGER, ${fieldNames.map((name) => `"${name}" INTEGER`).join(", ")})`);
    const appender = await connection.createAppender("r");
    const types = Array(fieldNames.length + 1).fill(api.INTEGER);
    for (let s = 0; s < n; s += 2048) {
      const m = Math.min(2048, n - s);
      const chunk = api.DuckDBDataChunk.create(types, m);
      chunk.setColumns([
        Array.from({ length: m }, (_, j) => s + j),
        ...fieldNames.map((name) => Array.from(columns[name].subarray(s, s + m))),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
    appender.closeSync();
    const D = (text) => `${text}::DECIMAL(9,4)`;
    const amount = (c) => {
      if (c.kind === "deduct") return `greatest(0::DECIMAL(9,4), ${D(c.max)} - ${c.per}::DECIMAL(4,2) * ${c.count})`;
      if (c.kind === "share")
        return `CASE WHEN ${c.actual} >= ${c.target} THEN ${D(c.max)} ELSE ((${Math.round(c.max * 20000)} * ${c.actual} + ${c.target}) // (2 * ${c.target})) * 0.0001::DECIMAL(5,4) END`;
      if (c.kind === "flag") return `CASE WHEN ${c.flag} = 1 THEN ${D(`-${c.off}`)} ELSE 0 END`;
      if (c.kind === "level")
        return `CASE ${c.level} WHEN 0 THEN ${D(c.points[0])} WHEN 1 THEN ${D(c.points[1])} WHEN 2 THEN ${D(c.points[2])} ELSE ${D(c.points[3])} END`;
      return `least(${D(c.cap)}, ${c.per}::DECIMAL(4,2) * ${c.count})`;
    };
    const sums = caps.map(
      (cap, k) =>
        `least(${D(cap)}, greatest(0::DECIMAL(9,4), (${criteria
          .filter((c) => c.category === k)
          .map(amount)
          .join(" + ")})::DECIMAL(9,4)))::DECIMAL(9,4)`,
    );
    const factor = `CASE ${bands.map(({ below, factor: own }) => (below === Infinity ? `ELSE ${own}` : `WHEN pop < ${below} THEN ${own}`)).join(" ")} END::DECIMAL(2,1)`;
    const query = `SELECT id, (CASE WHEN ${vetoes.join(" + ")} > 0 THEN 0::DECIMAL(9,2) ELSE round(${factor} * (${sums.join(" + ")})::DECIMAL(12,6), 2)::DECIMAL(9,2) END * 100)::INTEGER AS c FROM r`;
    const out = new Int32Array(n);
    const score = async () => {
      const stream = await connection.stream(query);
      for (
        let chunk = await stream.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await stream.fetchChunk()
      ) {
        const [ids, totals] = [chunk.getColumnValues(0), chunk.getColumnValues(1)];
        ids.forEach((id, j) => (out[id] = totals[j]));
      }
    };
    return { score, hundredths: () => out };
  },
};

export const engines = [
  perRow("decimal.js", async () => decimalObject((await import("decimal.js")).default)),
  perRow("json-rules-engine", jsonRules, true),
  perRow("zen-engine", zen, true),
  perRow("cel-js", cel),
  duckdb,
];
