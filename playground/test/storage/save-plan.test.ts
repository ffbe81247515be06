// Any order of edits and saves: the record and every kept revision give back the project as it was saved, with its rows
// in chunks of which a save writes only those that have changed, and none is left behind.

import { array, assert, constant, constantFrom, integer, oneof, property, record, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { ProjectContent, TableText } from "../../src/project/project.js";
import { contentOf, readHead, readRecord, readRevision } from "../../src/storage/records.js";
import { chunksOf, storedRows, withRows } from "../../src/storage/row-chunks.js";
import { newestMentioned, planSave, type KnownRows, type SaveRequest } from "../../src/storage/save-plan.js";
import { runs } from "../../../test/properties.js";

/** A database that carries out plans; everything in it is a copy, as in a browser. */
class Store {
  record: unknown = undefined;
  readonly revisions = new Map<number, unknown>();
  readonly rows = new Map<string, unknown>();
  known: KnownRows | null = null;

  constructor(private readonly cells?: number) {}

  save(request: Omit<SaveRequest, "id" | "name">) {
    const stored = { record: this.record, revisions: [...this.revisions.keys()] };
    const plan = planSave({ id: "p", name: "n", ...request }, structuredClone(stored), this.known, this.cells);
    if ("stored" in plan) return plan;
    for (const [chunk, rows] of plan.added) {
      if (this.rows.has(chunk)) throw new Error(`chunk ${chunk} is overwritten`);
      this.rows.set(chunk, structuredClone(rows));
    }
    for (const revision of plan.revisions) {
      if (this.revisions.has(revision.revision)) throw new Error("a revision is overwritten");
      this.revisions.set(revision.revision, structuredClone(revision));
    }
    for (const chunk of plan.dropped) if (!this.rows.delete(chunk)) throw new Error(`chunk ${chunk} is not there`);
    this.record = structuredClone(plan.head);
    this.known = plan.known;
    return plan;
  }

  /** The project as another window reads it, which from then on is the one that saves. */
  open() {
    const rows = structuredClone(this.rows);
    const record = structuredClone(this.record);
    const newest = newestMentioned({ record, revisions: [...this.revisions.keys()] });
    const read = readRecord(
      withRows(record, (chunk) => rows.get(chunk)),
      newest,
    );
    if (read === null) throw new Error("the record cannot be read");
    const used = new Map(chunksOf(record).map((chunk) => [chunk, rows.get(chunk)] as const));
    this.known = { project: "p", revision: read.value.revision, rows: storedRows(used) };
    return read;
  }

  revision(number: number): ProjectContent | null {
    const read = readRevision(withRows(structuredClone(this.revisions.get(number)), (chunk) => this.rows.get(chunk)));
    return read === null ? null : contentOf(read);
  }
}

const tableOf = (rows: TableText["rows"], columns = 2): TableText => ({
  role: "subjects",
  name: "",
  header: Array.from({ length: columns }, (_, at) => `c${at}`),
  rows,
});
const contentWith = (rows: TableText["rows"], columns?: number): ProjectContent => ({
  rubric: "rubric",
  tables: [tableOf(rows, columns)],
});

const cell = constantFrom("", "1", "2", "甲");
const row = array(cell, { maxLength: 2 });
const change = oneof(
  record({ kind: constant("row" as const), at: integer({ min: 0, max: 12 }), row }),
  record({ kind: constant("insert" as const), at: integer({ min: 0, max: 12 }), rows: array(row, { maxLength: 4 }) }),
  record({ kind: constant("delete" as const), at: integer({ min: 0, max: 12 }), count: integer({ min: 1, max: 5 }) }),
  record({ kind: constant("reverse" as const) }),
  record({ kind: constant("repeat" as const), at: integer({ min: 0, max: 12 }) }),
  record({ kind: constant("other" as const), rows: array(row, { maxLength: 6 }) }),
  record({ kind: constant("back" as const), steps: integer({ min: 1, max: 4 }) }),
);
const save = record({
  kind: constant("save" as const),
  after: constantFrom(0, 1_000, 130_000),
  before: constantFrom(null, null, "import" as const, "restore" as const),
});
const open = record({ kind: constant("open" as const) });
const late = record({ kind: constant("late" as const) });
const step = oneof({ weight: 5, arbitrary: change }, { weight: 4, arbitrary: save }, open, late);

function changedRows(
  rows: TableText["rows"],
  step: { readonly kind: string; readonly at?: number },
): TableText["rows"] {
  const at = Math.min(step.at ?? 0, rows.length);
  const {
    row: text = [],
    rows: more = [],
    count = 0,
  } = step as {
    row?: readonly string[];
    rows?: TableText["rows"];
    count?: number;
  };
  switch (step.kind) {
    case "row":
      return rows.map((old, index) => (index === at ? text : old));
    case "insert":
      return [...rows.slice(0, at), ...more, ...rows.slice(at)];
    case "delete":
      return [...rows.slice(0, at), ...rows.slice(at + count)];
    case "repeat":
      return [...rows, ...rows.slice(at, at + 2)];
    default:
      return [...rows].reverse();
  }
}

test("any order of changes, saves and openings: the record and all revisions are as they were saved, and no chunk is left over", () => {
  assert(
    property(array(row, { maxLength: 9 }), array(step, { maxLength: 25 }), (rows, steps) => {
      // Chunks of two rows.
      const store = new Store(4);
      let content = contentWith(rows);
      const past: ProjectContent[] = [content];
      const saved = new Map<number, ProjectContent>();
      let base = 0;
      let now = 1_700_000_000_000;
      for (const each of steps) {
        switch (each.kind) {
          case "save": {
            now += each.after;
            const plan = store.save({ content, base, now, before: each.before });
            if ("stored" in plan) throw new Error("a conflict");
            base = plan.head.revision;
            saved.set(base, content);
            break;
          }
          case "open":
            if (base === 0) break;
            content = contentOf(store.open().value);
            past.push(content);
            break;
          case "late": {
            const whole = structuredClone({ record: store.record, rows: store.rows });
            if (base > 0)
              expect(store.save({ content: contentWith([["late"]]), base: base - 1, now })).toEqual({ stored: base });
            expect({ record: store.record, rows: store.rows }).toEqual(whole);
            break;
          }
          case "back":
            content = past.at(-each.steps) ?? content;
            break;
          case "other":
            content = {
              ...content,
              others: [
                { path: "b.rubric", rubric: "b", tables: [{ ...tableOf(each.rows), role: "list", name: "台账" }] },
              ],
            };
            past.push(content);
            break;
          default:
            content = { ...content, tables: [tableOf(changedRows(content.tables[0]?.rows ?? [], each))] };
            past.push(content);
        }
        if (base === 0) continue;
        const { value, repairs } = store.open();
        expect(repairs).toEqual([]);
        expect(contentOf(value)).toEqual(saved.get(base));
        for (const revision of store.revisions.keys()) expect(store.revision(revision)).toEqual(saved.get(revision));
        const used = [store.record, ...store.revisions.values()].flatMap((each) => chunksOf(each));
        expect(new Set(store.rows.keys())).toEqual(new Set(used));
      }
    }),
    runs(1),
  );
});

const large = () => Array.from({ length: 10_000 }, (_, at) => [String(at), "a", "b"]);
const begun = (rows: TableText["rows"], columns = 60) => {
  const store = new Store();
  store.save({ content: contentWith(rows, columns), base: 0, now: 1_700_000_000_000 });
  return store;
};

test("of 10,000 rows of 60 columns, an edited row writes one chunk and nothing else of the table", () => {
  const rows = large();
  const store = begun(rows);
  const chunks = store.rows.size;
  const edited = rows.map((old, at) => (at === 4321 ? ["x", ...old.slice(1)] : old));
  const plan = store.save({ content: contentWith(edited, 60), base: 1, now: 1_700_000_001_000 });
  if ("stored" in plan) throw new Error("a conflict");
  expect([...plan.added.values()].map((added) => added.length)).toEqual([Math.ceil(rows.length / chunks)]);
  expect(store.rows.size).toBe(chunks + 1);
  expect(JSON.stringify(store.record).length).toBeLessThan(4_000);
});

const spliced = (rows: TableText["rows"], at: number, deleted: number, ...inserted: readonly string[][]) => {
  const place = (at * 7919) % rows.length;
  return [...rows.slice(0, place), ...inserted, ...rows.slice(place + deleted)];
};

test.each([
  ["appended", (rows: TableText["rows"], at: number) => [...rows, [`new ${at}`]]],
  ["put in front", (rows: TableText["rows"], at: number) => [[`new ${at}`], ...rows]],
  ["inserted anywhere", (rows: TableText["rows"], at: number) => spliced(rows, at, 0, ["new"])],
  ["deleted anywhere", (rows: TableText["rows"], at: number) => spliced(rows, at, 1)],
])("rows %s one by one: a save writes a chunk or two, and the chunks stay few", (_, next) => {
  let rows: TableText["rows"] = large();
  const store = begun(rows);
  const before = store.rows.size;
  for (let at = 0; at < 400; at += 1) {
    rows = next(rows, at);
    const base = (store.record as { readonly revision: number }).revision;
    const plan = store.save({ content: contentWith(rows, 60), base, now: 1_700_000_001_000 });
    if ("stored" in plan) throw new Error("a conflict");
    expect([...plan.added.values()].flat().length).toBeLessThanOrEqual(2 * Math.ceil(8192 / 60));
  }
  expect(contentOf(store.open().value).tables[0]?.rows).toEqual(rows);
  expect(new Set(chunksOf(store.record)).size).toBeLessThanOrEqual(3 * before);
});

const older = {
  id: "p",
  format: 2,
  name: "n",
  revision: 7,
  updated: 1_700_000_000_000,
  kept: 1_700_000_000_000,
  ...contentWith([["甲", "1"], ["乙"]], 3),
};

test("a record of an earlier format opens, is kept as a version, and is then stored in chunks", () => {
  const store = new Store();
  store.record = structuredClone(older);
  const content = contentOf(store.open().value);
  expect(content).toEqual(contentWith([["甲", "1"], ["乙"]], 3));
  const edited = { ...content, rubric: "edited" };
  store.save({ content: edited, base: 7, now: 1_700_000_000_500 });
  expect(store.revision(7)).toEqual(content);
  expect(store.revisions.get(7)).toMatchObject({ reason: "migration" });
  expect(contentOf(store.open().value)).toEqual(edited);
  expect(store.rows.size).toBe(1);
});

test("a version of the app that does not know chunks finds the record unreadable, and leaves it as it is", () => {
  const store = begun(large());
  expect(readRecord(store.record, 0)).toBeNull();
});

test.each(["absent", "not rows", "not a list of names"])("a record with a chunk that is %s is not opened", (damage) => {
  const store = begun([["甲"], ["乙"], ["丙"]]);
  const [first] = store.rows.keys();
  if (damage === "absent") store.rows.delete(first!);
  else if (damage === "not rows") store.rows.set(first!, { text: "甲" });
  else {
    const { tables } = store.record as { readonly tables: readonly object[] };
    store.record = { ...(store.record as object), tables: tables.map((table) => ({ ...table, chunks: [3] })) };
  }
  expect(() => store.open()).toThrow("cannot be read");
});

test("a count of saves that cannot be read continues after every chunk and every revision", () => {
  assert(
    property(tuple(integer({ min: 1, max: 9 }), constantFrom(NaN, null, -1, 2 ** 53)), ([saves, revision]) => {
      const store = new Store(4);
      let rows: TableText["rows"] = [["甲"], ["乙"], ["丙"]];
      for (let base = 0; base < saves; base += 1) {
        rows = [...rows, [String(base)]];
        store.save({ content: contentWith(rows), base, now: 1_700_000_000_000 });
      }
      store.record = { ...(store.record as object), revision };
      const { value } = store.open();
      expect(readHead(store.record, saves)?.revision).toBe(value.revision);
      const content = { ...contentOf(value), rubric: "edited" };
      const plan = store.save({ content, base: value.revision, now: 1_700_000_000_500, before: "import" });
      if ("stored" in plan) throw new Error("a conflict");
      expect(contentOf(store.open().value)).toEqual(content);
      expect(store.revision(value.revision)).toEqual(contentWith(rows));
    }),
    runs(0.1),
  );
});
