// One case at one size, in a process of its own: every subject's totals are looked at before it is timed, subjects take turns
// within each round, and what counts is the median. Prints one JSON array.
//
//     node --expose-gc measure.mjs <score|rank|drag|parse|memory|manners|cold> <rows> [alone | subject of cold]

import { analyse } from "@yardstick/language";
import { grammar } from "../../packages/language/dist/syntax/grammar.js";
import { layout } from "../../packages/language/dist/syntax/layout.js";
import { scan } from "../../packages/language/dist/syntax/scan.js";
import { evaluateColumns, scoreAsync, Session } from "@yardstick/engine";
import { engines, makeRows } from "./engines.mjs";
import { exactHundredths, exactPlaces, float64Columns, float64Object, placesBySorting } from "./hand-written.mjs";
import { caps, engineColumns, makeColumns, rubricText, vetoes, weightOf } from "./peers-workload.mjs";
import { longRubric } from "./long-rubric.mjs";

const [kind, size, which] = process.argv.slice(2);
const rows = Number(size);
const ROUNDS = rows >= 1_000_000 ? 9 : 15;
/** A subject that would take longer than this for one pass is left out. */
const LONGEST_MS = 60_000;
const TRIED = 1000;

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const wrong = (found, expected) => expected.reduce((count, value, i) => count + Number(found[i] !== value), 0);
const say = (results) => process.stdout.write(`${JSON.stringify(results)}\n`);

function program(text) {
  const { program: made, findings } = analyse(text);
  if (made === null) throw new Error(JSON.stringify(findings[0]));
  return made;
}

/** Rounds in which every subject has its turn; each is `{ name, run, wrongTotals, wrongRanks, bytesPerRow }`. */
async function timed(subjects, base) {
  for (const subject of subjects) subject.times = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const subject of subjects) {
      if (round > 2 && subject.times[0] > 5000) continue;
      const begin = performance.now();
      await subject.run(round);
      const time = performance.now() - begin;
      if (round >= 0) subject.times.push(time);
    }
  }
  const of = (name) => median(subjects.find((subject) => subject.name === name).times);
  return subjects.map(({ name, times, wrongTotals = null, wrongRanks = null, bytesPerRow = null }) => ({
    case: kind,
    subject: name,
    rows,
    medianMs: Number(median(times).toFixed(3)),
    ratio: base === null ? null : Number((median(times) / of(base)).toFixed(3)),
    wrongTotals,
    wrongRanks,
    bytesPerRow,
  }));
}

const OURS = "yardstick";
const HAND = "hand-written columns, float64";
const OBJECTS = "hand-written objects, float64";
const ones = caps.map(() => 100n);

function expectRight(name, count, what) {
  if (count !== 0) throw new Error(`${name}: ${count} ${what} are wrong`);
}

async function score() {
  const columns = makeColumns(rows);
  const expected = Int32Array.from({ length: rows }, (_, i) => exactHundredths(columns, i, ones));
  const totals = new Float64Array(rows);
  const weights = new Float64Array(9).fill(1);
  const byHand = float64Columns();
  const byObject = float64Object();
  let objects = null;
  const rowObjects = () => (objects ??= makeRows(columns, rows));
  const hundredths = () => Int32Array.from(totals, (total) => Math.round(total * 100));

  const rubric = program(rubricText().replace(/^ranking .*$/m, ""));
  // Nothing but the totals is kept, as in a run that is done once.
  const session = new Session(rubric, engineColumns(rubric, columns, rows), {}, false);
  expectRight(OURS, wrong(session.result().scores.values, expected), "totals");
  byHand(columns, rows, weights, totals);
  const subjects = [
    { name: OURS, wrongTotals: 0, run: () => (session.forget(), session.result()) },
    {
      name: `${OURS}, from the checked rubric`,
      wrongTotals: 0,
      run: () => evaluateColumns(rubric, engineColumns(rubric, columns, rows)),
    },
    { name: HAND, wrongTotals: wrong(hundredths(), expected), run: () => byHand(columns, rows, weights, totals) },
  ];
  const scoreObjects = () => rowObjects().forEach((row, i) => (totals[i] = byObject(row)));
  scoreObjects();
  subjects.push({ name: OBJECTS, wrongTotals: wrong(hundredths(), expected), run: scoreObjects });
  for (const { name, prepare } of which === "alone" ? [] : engines) {
    try {
      const few = await prepare(columns, Math.min(TRIED, rows), rowObjects);
      const begin = performance.now();
      await few.score();
      if (((performance.now() - begin) / Math.min(TRIED, rows)) * rows > LONGEST_MS) continue;
      const prepared = await prepare(columns, rows, rowObjects);
      await prepared.score();
      subjects.push({ name, wrongTotals: wrong(prepared.hundredths(), expected), run: () => prepared.score() });
    } catch (error) {
      process.stderr.write(`${name} is left out: ${error.message}\n`);
    }
  }
  return timed(subjects, HAND);
}

async function rank() {
  const columns = makeColumns(rows);
  const rubric = program(rubricText());
  const data = engineColumns(rubric, columns, rows);
  const result = evaluateColumns(rubric, data);
  const expected = exactPlaces(
    columns,
    Int32Array.from({ length: rows }, (_, i) => exactHundredths(columns, i, ones)),
    rows,
  );
  expectRight(OURS, wrong(result.places.get("places"), expected), "places");
  const totals = new Float64Array(rows);
  const isOut = (i) => vetoes.some((veto) => columns[veto][i] !== 0);
  float64Columns()(columns, rows, new Float64Array(9).fill(1), totals);
  const byHand = () =>
    placesBySorting(
      rows,
      (i) => columns.grp[i],
      (i) => totals[i],
      isOut,
    );
  const { placesOf } = await import("../../packages/engine/dist/columnar/places.js");
  const stands = Uint8Array.from({ length: rows }, (_, i) => Number(!isOut(i)));
  const order = {
    keys: [result.scores.values],
    awaited: [],
    meetings: new Map(),
    groups: { of: columns.grp, count: 50 },
    stands,
  };
  expectRight(OURS, wrong(placesOf(order, rows, "gap").places, expected), "places");
  return timed(
    [
      { name: OURS, wrongRanks: 0, run: () => placesOf(order, rows, "gap") },
      { name: HAND, wrongRanks: wrong(byHand(), expected), run: byHand },
    ],
    HAND,
  );
}

async function drag() {
  const columns = makeColumns(rows);
  const rubric = program(rubricText());
  const session = new Session(rubric, engineColumns(rubric, columns, rows));
  session.result();
  const part = rubric.parts.findIndex(({ name }) => name === "s0");
  const move = (hundredth) => {
    session.set({ part, weight: weightOf(0, hundredth / 100) });
    return session.result();
  };
  const totals = new Float64Array(rows);
  const weights = new Float64Array(9).fill(1);
  const byHand = float64Columns();
  const isOut = (i) => vetoes.some((veto) => columns[veto][i] !== 0);
  const again = (hundredth) => {
    weights[0] = hundredth / 100;
    byHand(columns, rows, weights, totals);
    return placesBySorting(
      rows,
      (i) => columns.grp[i],
      (i) => totals[i],
      isOut,
    );
  };
  const moved = move(107);
  const expected = Int32Array.from({ length: rows }, (_, i) => exactHundredths(columns, i, [107n, ...ones.slice(1)]));
  const expectedPlaces = exactPlaces(columns, expected, rows);
  expectRight(OURS, wrong(moved.scores.values, expected), "totals");
  expectRight(OURS, wrong(moved.places.get("places"), expectedPlaces), "places");
  const places = again(107);
  const wrongTotals = wrong(
    Int32Array.from(totals, (total) => Math.round(total * 100)),
    expected,
  );
  return timed(
    [
      { name: OURS, wrongTotals: 0, wrongRanks: 0, run: (round) => move(101 + ((round + 1) % 40)) },
      {
        name: HAND,
        wrongTotals,
        wrongRanks: wrong(places, expectedPlaces),
        run: (round) => again(101 + ((round + 1) % 40)),
      },
    ],
    HAND,
  );
}

const BARE = "bare Chevrotain CST parse";
const parsers = { [OURS]: analyse, [BARE]: bareParse };

/** Text in, Chevrotain's tree out, by the tokens and the grammar that ours uses: no syntax tree, no checks. */
function bareParse(text) {
  grammar.input = layout(scan(text, new Set()).tokens).tokens;
  const tree = grammar.rubric();
  if (grammar.errors.length > 0) throw new Error(grammar.errors[0].message);
  return tree;
}

async function parse() {
  const text = longRubric(rows);
  program(text);
  const subjects = Object.entries(parsers).map(([name, run]) => ({ name, run: () => run(text) }));
  // It takes about ten passes until everything is compiled.
  for (let pass = 0; pass < 10; pass += 1) for (const { run } of subjects) run();
  return timed(subjects, BARE);
}

/** The first pass of a process, with everything still to be compiled. */
function cold() {
  const text = longRubric(rows);
  const begin = performance.now();
  parsers[which](text);
  const medianMs = performance.now() - begin;
  const nothing = { ratio: null, wrongTotals: null, wrongRanks: null, bytesPerRow: null };
  return [{ case: "parse", subject: `${which}, cold`, rows, medianMs, ...nothing }];
}

/**
 * How soon a run ends once it is cancelled, at 1,000 random moments (median and longest), with the run after them held against the
 * first one; and how long a run that yields keeps others waiting at most.
 */
async function manners() {
  const rubric = program(rubricText());
  const data = engineColumns(rubric, makeColumns(rows), rows);
  const first = evaluateColumns(rubric, data);
  let longestBlock = 0;
  const blocked = async (work) => {
    let last = performance.now();
    let isDone = false;
    const look = () => {
      longestBlock = Math.max(longestBlock, performance.now() - last);
      last = performance.now();
      if (!isDone) setImmediate(look);
    };
    setImmediate(look);
    const result = await work();
    isDone = true;
    return result;
  };
  await blocked(() => scoreAsync(rubric, data));
  longestBlock = 0;
  const begin = performance.now();
  await blocked(() => scoreAsync(rubric, data));
  const whole = performance.now() - begin;
  const next = seeded(20081231);
  const late = [];
  // One that ends before it is cancelled tells nothing.
  while (late.length < 1000) {
    const controller = new AbortController();
    let asked = 0;
    const timer = setTimeout(() => {
      asked = performance.now();
      controller.abort();
    }, next() * whole);
    const ended = await scoreAsync(rubric, data, { signal: controller.signal }).then(
      () => false,
      () => true,
    );
    clearTimeout(timer);
    if (ended) late.push(performance.now() - asked);
  }
  const again = evaluateColumns(rubric, data);
  expectRight(OURS, wrong(again.scores.values, first.scores.values), "totals after a cancelled run");
  expectRight(OURS, wrong(again.places.get("places"), first.places.get("places")), "places after a cancelled run");
  const told = (subject, time) => ({
    case: kind,
    subject,
    rows,
    medianMs: Number(time.toFixed(1)),
    ratio: null,
    wrongTotals: 0,
    wrongRanks: 0,
    bytesPerRow: null,
  });
  return [
    told(`${late.length} cancelled runs, until they end, median`, median(late)),
    told(`${late.length} cancelled runs, until they end, longest`, Math.max(...late)),
    told("a run that yields, longest block", longestBlock),
  ];
}

/** Numbers from 0 to below 1, the same for the same seed. */
function seeded(seed) {
  let a = seed >>> 0;
  return () => {
    a = (Math.imul(a, 1664525) + 1013904223) >>> 0;
    return a / 2 ** 32;
  };
}

/** The highest that the process has stood above its input, a row. */
async function memory() {
  const rubric = program(rubricText());
  const data = engineColumns(rubric, makeColumns(rows), rows);
  // Once on a few rows, so that compiled code is not counted.
  evaluateColumns(rubric, engineColumns(rubric, makeColumns(5000), 5000));
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const result = evaluateColumns(rubric, data);
  const highest = process.resourceUsage().maxRSS * 1024;
  globalThis.gc();
  const held = process.memoryUsage.rss() - before;
  const bytesPerRow = Number(
    ((Math.max(highest - before, held) * Number(result.scores.values.length === rows)) / rows).toFixed(1),
  );
  return [
    {
      case: "score",
      subject: OURS,
      rows,
      medianMs: null,
      ratio: null,
      wrongTotals: null,
      wrongRanks: null,
      bytesPerRow,
    },
  ];
}

say(await { score, rank, drag, parse, memory, manners, cold }[kind]());
