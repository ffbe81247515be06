// When changes are written, and the reported state: "saved" only after the write has completed.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveOutcome } from "../../src/storage/database.js";
import { Saver, type SaveState } from "../../src/storage/saver.js";

const saved = {
  kind: "saved",
  revision: 1,
  updated: 7,
} as const;
const failure = (why: "quota" | "conflict"): SaveOutcome => ({ kind: "failure", failure: why, message: "" });

let outcomes: SaveOutcome[] = [];
let writes = 0;
let states: SaveState["kind"][] = [];
let finish: () => void = () => {};

function saver(): Saver {
  return new Saver(
    async () => {
      writes += 1;
      await new Promise<void>((resolve) => (finish = resolve));
      return outcomes.shift() ?? saved;
    },
    ({ kind }) => states.push(kind),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  outcomes = [];
  writes = 0;
  states = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test("a change is saving at once, and saved only when the write has ended", async () => {
  const it = saver();
  it.changed();
  await vi.advanceTimersByTimeAsync(600);
  expect([writes, states]).toEqual([1, ["saving"]]);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(states).toEqual(["saving", "saved"]);
});

test("quick changes are written once, after a pause", async () => {
  const it = saver();
  for (let at = 0; at < 5; at++) {
    it.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(writes).toBe(0);
  await vi.advanceTimersByTimeAsync(500);
  expect(writes).toBe(1);
});

test("continuous editing is saved after three seconds", async () => {
  const it = saver();
  for (let at = 0; at < 32; at++) {
    it.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(writes).toBe(1);
});

test("a change during a write is not reported as saved until it is written too", async () => {
  const it = saver();
  it.changed();
  await vi.advanceTimersByTimeAsync(600);
  it.changed();
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(states).toEqual(["saving", "saving"]);
  await vi.advanceTimersByTimeAsync(600);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect([writes, states.at(-1)]).toEqual([2, "saved"]);
});

test("a full disk is reported, and saving is retried", async () => {
  outcomes = [failure("quota"), saved];
  const it = saver();
  it.changed();
  await vi.advanceTimersByTimeAsync(600);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe("unsaved");
  await vi.advanceTimersByTimeAsync(31_000);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect([writes, states.at(-1)]).toEqual([2, "saved"]);
});

test("another tab's work is never overwritten, after any time", async () => {
  outcomes = [failure("conflict")];
  const it = saver();
  it.changed();
  await vi.advanceTimersByTimeAsync(600);
  finish();
  await vi.advanceTimersByTimeAsync(600_000);
  expect([writes, states.at(-1)]).toEqual([1, "unsaved"]);
});

test("flushing writes pending changes immediately, and nothing when there are none", async () => {
  const it = saver();
  await it.flush();
  expect(writes).toBe(0);
  it.changed();
  const done = it.flush();
  await vi.advanceTimersByTimeAsync(0);
  finish();
  await done;
  expect([writes, states.at(-1)]).toEqual([1, "saved"]);
});
