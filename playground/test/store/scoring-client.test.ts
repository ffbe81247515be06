// The page's side of the connection to the Worker: the newest inputs take precedence, a Worker that hangs is replaced,
// explanations remain available.

import { array, assert, constantFrom, property } from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runs } from "../../../test/properties.js";
import type { Evaluation, Inputs, WorkerRequest, WorkerResponse } from "../../src/protocol/protocol.js";
import { changedTables, tablesChange } from "../../src/protocol/table-changes.js";
import { ScoringClient, type WorkerPort } from "../../src/store/scoring-client.js";

class FakeWorker implements WorkerPort {
  readonly requests: WorkerRequest[] = [];
  isEnded = false;
  response: (response: WorkerResponse) => void = () => {};
  break: (message: string) => void = () => {};

  send(request: WorkerRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  listen(onResponse: (response: WorkerResponse) => void, onError: (message: string) => void): void {
    this.response = onResponse;
    this.break = onError;
  }

  /** Responds to the last request. */
  finish(evaluation: Evaluation): void {
    const request = this.requests.at(-1);
    if (request?.kind === "evaluate") this.response({ kind: "evaluated", version: request.version, evaluation });
  }
}

const inputs = (rubric: string): Inputs => ({ rubric, tables: [], scenario: null, lang: "zh" });
const broken: Evaluation = { heading: { title: null, edition: null }, diagnostics: [], others: new Map(), good: null };
const fine = { diagnostics: [], good: {} } as unknown as Evaluation;

let workers: FakeWorker[] = [];
let events: string[] = [];

function client(): ScoringClient {
  const create = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  return new ScoringClient(create, {
    onEvaluated: ({ rubric }) => events.push(rubric),
    onHung: ({ rubric }) => events.push(`${rubric} hung`),
    onFailure: (message) => events.push(message),
    onUnavailable: () => events.push("unavailable"),
  });
}
const rubricsRequested = (worker: FakeWorker | undefined) =>
  worker?.requests.flatMap((request) => {
    if (request.kind === "tables") return [];
    return request.kind === "evaluate" ? request.inputs.rubric : request.request.feature;
  });

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  events = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test("what was requested of another project gives no result, no failure and no notice that it hung", async () => {
  const scoring = client();
  const [first] = workers;
  scoring.evaluate(inputs("一"));
  scoring.evaluate(inputs("一改"));
  scoring.restart();
  scoring.evaluate(inputs("二"));
  first?.finish(fine);
  expect(events).toEqual([]);
  expect(rubricsRequested(first)).toEqual(["一", "二"]);
  first?.finish(fine);
  expect(events).toEqual(["二"]);

  scoring.evaluate(inputs("三"));
  const request = first?.requests.at(-1);
  scoring.restart();
  scoring.evaluate(inputs("四"));
  if (request?.kind === "evaluate") first?.response({ kind: "failed", version: request.version, message: "broken" });
  first?.finish(fine);
  expect(events).toEqual(["二", "四"]);

  scoring.evaluate(inputs("五"));
  scoring.restart();
  scoring.evaluate(inputs("六"));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(first?.isEnded).toBe(true);
  expect(rubricsRequested(workers[1])).toEqual(["六"]);
  workers[1]?.finish(fine);
  expect(events).toEqual(["二", "四", "六"]);
});

test("a Worker that cannot be created or fails at load is reported as unavailable, and is tried again with the next evaluation", async () => {
  let makes = 0;
  const scoring = new ScoringClient(
    () => {
      makes += 1;
      if (makes === 1) throw new Error("no workers here");
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    {
      onEvaluated: ({ rubric }) => events.push(rubric),
      onHung: () => events.push("hung"),
      onFailure: () => events.push("failure"),
      onUnavailable: () => events.push("unavailable"),
    },
  );
  expect(events).toEqual(["unavailable"]);
  expect(await scoring.request("sheet", { key: "甲", period: null }, "zh")).toBeNull();
  scoring.evaluate(inputs("一"));
  const waiting = scoring.request("sheet", { key: "甲", period: null }, "zh");
  workers[0]?.break("no script");
  expect([events, workers[0]?.isEnded, scoring.isBusy, await waiting]).toEqual([
    ["unavailable", "unavailable"],
    true,
    false,
    null,
  ]);
  scoring.evaluate(inputs("二"));
  workers[1]?.finish(fine);
  workers[1]?.break("later");
  expect(events.slice(2)).toEqual(["二", "failure"]);
});

test("of the inputs that arrive while the Worker is busy, only the newest is evaluated", () => {
  const scoring = client();
  for (const rubric of ["一", "二", "三"]) scoring.evaluate(inputs(rubric));
  workers[0]?.finish(broken);
  workers[0]?.finish(broken);
  expect([rubricsRequested(workers[0]), events]).toEqual([
    ["一", "三"],
    ["一", "三"],
  ]);
});

test("a response to an older version is dropped", () => {
  client().evaluate(inputs("一"));
  workers[0]?.response({ kind: "evaluated", version: 99, evaluation: broken });
  expect(events).toEqual([]);
});

test("a Worker that does not respond is terminated, and the next starts with the newest inputs", async () => {
  const scoring = client();
  scoring.evaluate(inputs("一"));
  scoring.evaluate(inputs("二"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect([workers[0]?.isEnded, events, rubricsRequested(workers[1])]).toEqual([true, ["一 hung"], ["二"]]);
});

test("a new Worker first receives the last inputs that gave a result", async () => {
  const scoring = client();
  scoring.evaluate(inputs("一"));
  workers[0]?.finish(fine);
  scoring.evaluate(inputs("二"));
  await vi.advanceTimersByTimeAsync(20_000);
  void scoring.request("sheet", { key: "甲", period: null }, "zh");
  expect(rubricsRequested(workers[1])).toEqual(["一", "sheet"]);
});

test("a Worker that responds in time is kept", async () => {
  client().evaluate(inputs("一"));
  workers[0]?.finish(fine);
  await vi.advanceTimersByTimeAsync(600_000);
  expect([workers.length, workers[0]?.isEnded]).toEqual([1, false]);
});

test("a request to a hung Worker resolves to null", async () => {
  const response = client().request("sheet", { key: "甲", period: null }, "zh");
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(response).resolves.toBeNull();
});

test("a failure in an evaluation is reported, and the next inputs are evaluated", () => {
  const scoring = client();
  scoring.evaluate(inputs("一"));
  scoring.evaluate(inputs("二"));
  workers[0]?.response({ kind: "failed", version: 1, message: "bug" });
  expect([events, rubricsRequested(workers[0])]).toEqual([["bug"], ["一", "二"]]);
});

test("a failure in a request resolves to null and does not affect the results", async () => {
  const response = client().request("hover", { rubric: "", offset: 0, path: "main.rubric" }, "zh");
  workers[0]?.response({ kind: "failed", version: 1, message: "bug" });
  await expect(response).resolves.toBeNull();
  expect(events).toEqual([]);
});

test("tables are sent once, and then only the rows that changed", () => {
  const scoring = client();
  const row = (name: string) => [name, "1"] as const;
  const rows = [row("甲"), row("乙"), row("丙")];
  const table = { role: "subjects", name: "", header: ["名称", "数"], rows } as const;
  const tables = [table];
  const later = [{ ...table, rows: [rows[0]!, row("丁"), rows[2]!] }];
  for (const given of [tables, tables, later]) {
    scoring.evaluate({ rubric: "一", tables: given, scenario: null, lang: "zh" });
    workers[0]?.finish(broken);
  }
  const sent = workers[0]?.requests.flatMap((request) => (request.kind === "tables" ? [request.change] : []));
  expect(sent?.map(([change]) => [change?.base, change?.pieces])).toEqual([
    [null, [{ rows }]],
    [0, [{ from: 0, to: 1 }, { rows: [["丁", "1"]] }, { from: 2, to: 3 }]],
  ]);
  expect(changedTables(changedTables([], sent![0]!), sent![1]!)).toEqual(later);
});

test("any change of tables is restored, and sends only rows that are not there yet", () => {
  const pool = Array.from({ length: 12 }, (_, at) => [`行${at}`]);
  const rows = array(constantFrom(...pool), { maxLength: 14 });
  assert(
    property(rows, rows, (old, now) => {
      const tables = (own: readonly (readonly string[])[]) =>
        [{ role: "subjects", name: "", header: ["名称"], rows: own }] as const;
      const change = tablesChange(tables(old), tables(now));
      expect(changedTables(tables(old), structuredClone(change))).toEqual(tables(now));
      const sent = change[0]?.pieces.flatMap((piece) => ("rows" in piece ? piece.rows : [])) ?? [];
      const isRepeated = new Set(now).size < now.length;
      if (!isRepeated) expect(sent).toEqual(now.filter((row) => !old.includes(row)));
    }),
    runs(1),
  );
});

test("a new Worker receives all tables again", async () => {
  const scoring = client();
  const tables = [{ role: "subjects", name: "", header: ["名称"], rows: [["甲"]] }] as const;
  const given = { rubric: "一", tables, scenario: null, lang: "zh" } as const;
  scoring.evaluate(given);
  scoring.evaluate({ ...given, rubric: "二" });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(workers[1]?.requests.map(({ kind }) => kind)).toEqual(["tables", "evaluate"]);
});

test("decisions about rows are sent with their table", () => {
  const before = [{ role: "subjects" as const, name: "", header: ["名称"], rows: [["合计村"]] }];
  const after = before.map((table) => ({ ...table, keep: ["合计村"], leave: ["甲"] }));
  expect(changedTables(before, tablesChange(before, after))).toEqual(after);
  expect(changedTables(after, tablesChange(after, before))).toEqual(before);
});

test.each(["evaluation", "sheet"] as const)("impacts of many subjects are interrupted: %s", async (next) => {
  const scoring = client();
  const many = { diagnostics: [], good: { many: {} } } as unknown as Evaluation;
  scoring.evaluate(inputs("一"));
  const impact = () => scoring.request("impact", { at: 0, ranking: null }, "zh");
  expect(rubricsRequested(workers[0])).toEqual(["一"]);
  workers[0]?.finish(many);
  const first = impact();
  expect(await impact()).toBeNull();
  expect(workers).toHaveLength(2);
  expect(await first).toBeNull();
  workers[1]?.finish(many);
  void impact();
  if (next === "evaluation") scoring.evaluate(inputs("二"));
  else void scoring.request("sheet", { key: "甲", period: null }, "zh");
  // The new Worker has the last result first, so that it explains as before.
  expect(workers.map(rubricsRequested)).toEqual([
    ["一", "impact"],
    ["一", "impact"],
    ["一", next === "evaluation" ? "二" : next],
  ]);
  expect(events).toEqual(["一"]);
});
