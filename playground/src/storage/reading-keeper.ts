/**
 * The document on the reading screen of this tab with the answers given so far, so that a reload loses none. The session of the tab names
 * its record; storage that fails keeps nothing and stops nothing.
 */
import { openDB } from "idb";
import type { Answers } from "@yardstick/documents";
import type { ReadingSource } from "../protocol/reading-sheet.js";

/** A document with its answers; `into` is the start of the part of the open rubric that was offered as its place. */
export interface KeptReading {
  readonly source: ReadingSource;
  readonly into: number | null;
  readonly answers: Answers;
}

/** Key in the session of the tab. */
const TAB = "yardstick.reading";
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

/** Keeps a document from now on; the one that was kept before is forgotten. */
export function keepReading({ source, into, answers }: KeptReading): void {
  inTurn(async () => {
    const id = `${String(Date.now())}-${String(Math.random()).slice(2)}`;
    const before = sessionStorage.getItem(TAB);
    sessionStorage.setItem(TAB, id);
    const db = await open();
    for (const key of await db.getAllKeys("sources"))
      if (key === before || madeAt(key) < Date.now() - WEEK) {
        await db.delete("sources", key);
        await db.delete("answers", key);
      }
    await db.put("sources", { source, into }, id);
    await db.put("answers", answers, id);
    db.close();
  });
}

/** Keeps the answers given to the document that is kept. */
export function keepAnswers(answers: Answers): void {
  inTurn(async () => {
    const id = sessionStorage.getItem(TAB);
    if (id === null) return;
    const db = await open();
    await db.put("answers", answers, id);
    db.close();
  });
}

/** Forgets the document that is kept: it was left, or became a rubric. */
export function forgetReading(): void {
  inTurn(async () => {
    const id = sessionStorage.getItem(TAB);
    sessionStorage.removeItem(TAB);
    if (id === null) return;
    const db = await open();
    await db.delete("sources", id);
    await db.delete("answers", id);
    db.close();
  });
}

/** The document that this tab had open before a reload; null for none. */
export const keptReading = (): Promise<KeptReading | null> =>
  quietly(async () => {
    const id = sessionStorage.getItem(TAB);
    if (id === null) return null;
    const db = await open();
    const [kept, answers] = [await db.get("sources", id), await db.get("answers", id)] as [
      Omit<KeptReading, "answers"> | undefined,
      Answers | undefined,
    ];
    db.close();
    return kept === undefined ? null : { ...kept, answers: answers ?? {} };
  });
