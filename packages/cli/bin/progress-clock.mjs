// Writes the progress of a long run from a separate thread, since the main thread is busy. Plain JavaScript, so that it starts from the
// sources and from the built files alike.

import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** Indexes of the shared flags, the same as in `progress.ts`. */
const LOCK = 0;
const SHOWN = 1;
const ENDED = 2;

const { fd, state, patience, clearLine } = workerData;
const flags = new Int32Array(state);
const since = Date.now();
let text = "";
let written = "";

parentPort.on("message", (message) => (text = message));

setInterval(() => {
  const waited = Date.now() - since;
  const line = `${text} ${Math.floor(waited / 1000)} s`;
  if (text === "" || waited < patience || (line === written && Atomics.load(flags, SHOWN) === 1)) return;
  // The other thread is writing; the line is written at the next interval.
  if (Atomics.compareExchange(flags, LOCK, 0, 1) !== 0) return;
  if (Atomics.load(flags, ENDED) === 0) {
    writeSync(fd, clearLine + line);
    written = line;
    Atomics.store(flags, SHOWN, 1);
  }
  Atomics.store(flags, LOCK, 0);
  Atomics.notify(flags, LOCK);
}, 100);
