/**
 * The table that a CSV file contains, which has no name of its own: the subjects, or the list that more of its columns belong to.
 */
import type { Program } from "@yardstick/language/program";
import { parseCsv } from "./csv.js";
import { decodeTable } from "./encoding.js";
import type { TableSource } from "./input-collector.js";
import { detectLayout } from "./layout.js";
import type { TableLimits } from "./limits.js";
import type { Target } from "./target.js";
import { headersOfTarget, keyFields } from "./target.js";

/** Headers are among the first characters of a file. */
const HEAD = 60_000;

/** The number of fields besides the keys that headers name. */
function namedFields(program: Program, target: Target, headers: readonly string[]): number {
  const known = headersOfTarget(program, target);
  const keys = new Set(keyFields(program).map(({ name }) => name));
  const names = new Set(headers.map((header) => known.fields[known.find(header)]?.name ?? ""));
  return [...names].filter((name) => name !== "" && !keys.has(name)).length;
}

/** A CSV file that is expected to contain the subjects, as the table that its headers name. */
export function withTarget(program: Program, source: TableSource, limits: TableLimits): TableSource {
  if (source.format !== "csv" || source.role !== "subjects") return source;
  const target = targetOfCsv(program, source, limits);
  const name = target.role === "list" ? program.lists[target.list]?.name : undefined;
  return name === undefined ? source : { ...source, role: "list", name };
}

/** The table of a CSV file, found by its headers; the subjects where none fits better. */
function targetOfCsv(
  program: Program,
  source: Exclude<TableSource, { readonly format: "xlsx" }>,
  limits: TableLimits,
): Target {
  const subjects: Target = { role: "subjects" };
  if (program.lists.length === 0 || ("bytes" in source && source.bytes.length > limits.bytes)) return subjects;
  const names = headersOfTarget(program, subjects).names;
  const text = "text" in source ? source.text : decodeTable(source.bytes, source.encoding, names).text;
  const head = text.slice(0, HEAD);
  const parsed = parseCsv(text.length > HEAD ? head.slice(0, head.lastIndexOf("\n") + 1) : head, limits);
  if (!("table" in parsed)) return subjects;
  let best: Target = subjects;
  let most = -1;
  for (const target of [subjects, ...program.lists.map((_, list): Target => ({ role: "list", list }))]) {
    const { headers } = detectLayout(parsed.table, headersOfTarget(program, target), true);
    const count = namedFields(program, target, headers);
    if (count <= most) continue;
    best = target;
    most = count;
  }
  return best;
}
