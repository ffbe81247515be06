/**
 * The document on the reading screen of this tab with the answers given so far, so that a reload loses none. The session
 * of the tab names its record; storage that fails keeps nothing and stops nothing.
 */
import { openDB, type IDBPDatabase } from "idb";
import type { Answers } from "@yardstick/documents";
import type { ReadingSource } from "../protocol/reading-sheet.js";
import { READING_TAB, readingOfTab } from "./reading-tab.js";

/** A document with its answers; `into` is the start of the part of the open rubric that was offered as its place. */
export interface KeptReading {
  readonly source: ReadingSource;
  readonly into: number | null;
  readonly answers: Answers;
}

/** Records of tabs that were closed are removed after a week, in milliseconds. */
const WEEK = 7 * 24 * 3_600_000;

const open = () =>
  openDB("yardstick-reading", 1, {
    upgrade(db) {
      db.createObjectStore("sources");
      db.createObjectStore("answers");
    },
  });

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/** Writes come one after another, so that the last answers stay. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): void => {
  last = last.then(() => quietly(work));
};

/** When a key was made, in milliseconds since 1970; 0 for any other key. */
const madeAt = (key: IDBValidKey): number => (typeof key === "string" ? Number(key.split("-")[0]) : 0);

/** Runs work on the database; nothing of it is kept open, also when it fails. */
async function onDatabase<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/**
 * The record that this page alone shows. One that the session names without a reload may be that of another tab, which
 * this one was duplicated from: it is removed after a week.
 */
let own: string | null = performance
  .getEntriesByType("navigation")
  .some((entry) => (entry as PerformanceNavigationTiming).type === "reload")
  ? readingOfTab()
  : null;

/** Keeps a document from now on; the one that this tab kept before is forgotten. */
export function keepReading({ source, into, answers }: KeptReading): void {
  inTurn(() =>
    onDatabase(async (db) => {
      const id = `${String(Date.now())}-${String(Math.random()).slice(2)}`;
      const tx = db.transaction(["sources", "answers"], "readwrite");
      const stores = [tx.objectStore("sources"), tx.objectStore("answers")];
      for (const store of stores)
        for (const key of await store.getAllKeys())
          if (key === own || madeAt(key) < Date.now() - WEEK) await store.delete(key);
      await tx.objectStore("sources").put({ source, into }, id);
      await tx.objectStore("answers").put(answers, id);
      await tx.done;
      // The session names what is stored, and the former document until then.
      sessionStorage.setItem(READING_TAB, id);
      own = id;
    }),
  );
}

/** Keeps the answers given to the document that is kept. */
export function keepAnswers(answers: Answers): void {
  inTurn(() =>
    onDatabase(async (db) => {
      const id = readingOfTab();
      if (id !== null) await db.put("answers", answers, id);
    }),
  );
}

/** Forgets the document that is kept: it was left, or became a rubric. */
export function forgetReading(): void {
  inTurn(() =>
    onDatabase(async (db) => {
      const id = readingOfTab();
      sessionStorage.removeItem(READING_TAB);
      if (id === null) return;
      const tx = db.transaction(["sources", "answers"], "readwrite");
      await tx.objectStore("sources").delete(id);
      await tx.objectStore("answers").delete(id);
      await tx.done;
    }),
  );
}

/** The document that this tab had open before a reload; null for none. */
export const keptReading = (): Promise<KeptReading | null> =>
  quietly(async () => {
    const id = readingOfTab();
    if (id === null) return null;
    const [kept, answers] = (await onDatabase((db) => Promise.all([db.get("sources", id), db.get("answers", id)]))) as [
      Omit<KeptReading, "answers"> | undefined,
      Answers | undefined,
    ];
    return kept === undefined ? null : { ...kept, answers: answers ?? {} };
  });
