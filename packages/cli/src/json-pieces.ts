/**
 * JSON in pieces, since a long result may exceed the maximum length of a string.
 */

/** The number of array entries in one piece; longer pieces would fill the part of the heap that is seldom collected. */
const BATCH = 32;

/** A value as indented JSON with a final line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The text of `jsonText` in pieces. An array, as the value or as one of its properties, is written entry by entry; in its place
 * stands an object with an iterator where entries are to be made as they are written.
 */
export function* jsonPieces(value: unknown): Generator<string, void, void> {
  const plain = hasToJson(value) ? value.toJSON() : value;
  if (isStreamed(plain)) yield* arrayPieces(plain, "");
  else if (typeof plain === "object" && plain !== null) yield* objectPieces(plain);
  else yield JSON.stringify(plain);
  yield "\n";
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

/** Values as NDJSON, one a line, in pieces. */
export function* ndjsonPieces(values: Iterable<unknown>): Generator<string, void, void> {
  for (const batch of batches(values)) yield batch.map((value) => `${JSON.stringify(value)}\n`).join("");
}

function* objectPieces(value: object): Generator<string, void, void> {
  let before = "{\n";
  for (const [name, inside] of Object.entries(value) as [string, unknown][]) {
    // JSON omits `undefined` and functions.
    const text = isStreamed(inside) ? "" : (JSON.stringify(inside, null, 2) as string | undefined);
    if (text === undefined) continue;
    yield `${before}  ${JSON.stringify(name)}: `;
    if (isStreamed(inside)) yield* arrayPieces(inside, "  ");
    // Line ends inside strings are escaped, so each line feed separates lines of JSON.
    else yield text.replaceAll("\n", "\n  ");
    before = ",\n";
  }
  yield before === "{\n" ? "{}" : "\n}";
}

/** An array, or an object whose own iterator makes the entries. */
const isStreamed = (value: unknown): value is Iterable<unknown> =>
  Array.isArray(value) || (typeof value === "object" && value !== null && Object.hasOwn(value, Symbol.iterator));

/** An array as the value of a property that is indented by `indent`. */
function* arrayPieces(entries: Iterable<unknown>, indent: "" | "  "): Generator<string, void, void> {
  let isEmpty = true;
  for (const batch of batches(entries)) {
    // An array around the batch indents its entries as far as they are indented in the whole.
    const [wrapped, begin] = indent === "" ? [batch, "[\n".length] : [[batch], "[\n  [\n".length];
    const text = JSON.stringify(wrapped, null, 2);
    yield `${isEmpty ? "[" : ","}\n${text.slice(begin, -`\n${indent}]`.length - (indent === "" ? 0 : "\n]".length))}`;
    isEmpty = false;
  }
  yield isEmpty ? "[]" : `\n${indent}]`;
}

function* batches(values: Iterable<unknown>): Generator<unknown[], void, void> {
  let batch: unknown[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
