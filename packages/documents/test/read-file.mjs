// Reads files as documents in a process of its own: for each a line of JSON with its name, milliseconds of processor time and what came out; then the
// greatest memory of the process in megabytes.

import { existsSync, readFileSync } from "node:fs";
import { readDocument } from "@yardstick/documents";

for (const file of process.argv.slice(2)) {
  const bytes = new Uint8Array(readFileSync(file));
  const source = file.endsWith(".html")
    ? { html: new TextDecoder().decode(bytes) }
    : file.endsWith(".txt")
      ? { text: new TextDecoder().decode(bytes) }
      : { bytes, name: file };
  const before = process.cpuUsage();
  let out;
  try {
    const reading = readDocument(source);
    const [failure] = reading.failures;
    if (failure === undefined) reading.draft();
    out = failure?.code ?? "document";
  } catch (error) {
    out = `threw ${String(error)}`;
  }
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ file, ms: Math.round((user + system) / 1000), out })}\n`);
}
// Of a process begun by a larger one the usual measure has the memory of that one.
const own = existsSync("/proc/self/status")
  ? /^VmHWM:\s+(\d+)/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1]
  : undefined;
const kilobytes = own === undefined ? process.resourceUsage().maxRSS : Number(own);
process.stdout.write(`${JSON.stringify({ megabytes: Math.round(kilobytes / 1024) })}\n`);
