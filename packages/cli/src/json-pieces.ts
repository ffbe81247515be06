/**
 * Indented JSON in pieces, since a long result may exceed the maximum length of a string.
 */

/** The number of array entries in one piece. */
const BATCH = 256;

/** A value as indented JSON with a final line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The text of `jsonText` in pieces. A long array is split where it is the value itself or one of its properties. */
export function* jsonPieces(value: unknown): Generator<string, void, void> {
  const plain = hasToJson(value) ? value.toJSON() : value;
  if (Array.isArray(plain)) yield* arrayPieces(plain, "");
  else if (typeof plain === "object" && plain !== null) yield* objectPieces(plain);
  else yield JSON.stringify(plain);
  yield "\n";
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

function* objectPieces(value: object): Generator<string, void, void> {
  let before = "{\n";
  for (const [name, inside] of Object.entries(value) as [string, unknown][]) {
    const isLong = Array.isArray(inside) && inside.length > BATCH;
    // JSON omits `undefined` and functions.
    const text = isLong ? "" : (JSON.stringify(inside, null, 2) as string | undefined);
    if (text === undefined) continue;
    yield `${before}  ${JSON.stringify(name)}: `;
    if (isLong) yield* arrayPieces(inside, "  ");
    else yield indented(text, "  ");
    before = ",\n";
  }
  yield before === "{\n" ? "{}" : "\n}";
}

function* arrayPieces(entries: readonly unknown[], indent: string): Generator<string, void, void> {
  if (entries.length === 0) {
    yield "[]";
    return;
  }
  for (let from = 0; from < entries.length; from += BATCH) {
    const texts = entries
      .slice(from, from + BATCH)
      .map((entry) => `${indent}  ${indented(JSON.stringify(entry ?? null, null, 2), `${indent}  `)}`);
    yield `${from === 0 ? "[\n" : ",\n"}${texts.join(",\n")}`;
  }
  yield `\n${indent}]`;
}

/** Indents all lines but the first. Line ends inside strings are escaped, so each line feed separates lines of JSON. */
function indented(text: string, indent: string): string {
  return indent === "" ? text : text.replaceAll("\n", `\n${indent}`);
}
