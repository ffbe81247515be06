/**
 * A session of random edits: two documents of one server, one of which is changed piece by piece and the other replaced as a whole.
 * After each edit both are asked the same; the answers must be equal, and the server must log no error.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Encoding } from "../src/positioned-text.js";
import { connect } from "./client.js";
import { linesOf, offsetWithPosition, positionOf } from "./positions-by-definition.js";

/** The number of edits in a session. */
export const EDITS = 20;

/** Texts longer than this lose a stretch, so that a session stays quick. */
const MAX_LENGTH = 700;

const examples = process.env["EXAMPLES"] ?? fileURLToPath(new URL("../../../examples", import.meta.url));

const corpus: readonly string[] = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".rubric"))
  .sort()
  .map((name) => readFileSync(join(examples, name), "utf8").slice(0, MAX_LENGTH));

const pieces = [
  '引用 "other.rubric" 作 其他 按 名称\n',
  "条目 甲 5 分 { 每 其他.乙 扣 1 分 }\n",
  ...'\n|\r\n|\r|{|}|(|)|"|「|`|.|..|,|，|:|//|/*|*/|///|𠮷|\ud83d|\ufeff|\0|é|２| |\t|\u3000'.split("|"),
  ..."扣|每|若|按|条目|大类|样例|引用|deduct|per|item|data|0.1|100%|分".split("|"),
];

/** Numbers below a limit, the same for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const OPTIONS = { tabSize: 2, insertSpaces: true };

type Random = (below: number) => number;

/** A text in the encoding of its session. */
interface Text {
  readonly source: string;
  readonly unit: Encoding;
}

/** A random offset that has a position. */
const offsetIn = ({ source }: Text, random: Random): number => offsetWithPosition(source, random(source.length + 1));

const at = (text: Text, random: Random) => ({ position: positionOf(text.source, offsetIn(text, random), text.unit) });

const within = (text: Text, random: Random) => ({
  range: { start: at(text, random).position, end: at(text, random).position },
});

/** The parameters of each request about a text, besides the document. */
const requests: Readonly<Record<string, (text: Text, random: Random) => object>> = {
  "textDocument/completion": at,
  "textDocument/hover": at,
  "textDocument/signatureHelp": at,
  "textDocument/definition": at,
  "textDocument/references": (text, random) => ({ ...at(text, random), context: { includeDeclaration: true } }),
  "textDocument/documentHighlight": at,
  "textDocument/prepareRename": at,
  "textDocument/rename": (text, random) => ({ ...at(text, random), newName: pieces[random(pieces.length)] ?? "" }),
  "textDocument/documentSymbol": () => ({}),
  "textDocument/foldingRange": () => ({}),
  "textDocument/selectionRange": (text, random) => ({
    positions: [at(text, random).position, at(text, random).position],
  }),
  "textDocument/semanticTokens/full": () => ({}),
  "textDocument/semanticTokens/range": within,
  "textDocument/inlayHint": within,
  "textDocument/codeLens": () => ({}),
  "textDocument/codeAction": (text, random) => ({ ...within(text, random), context: { diagnostics: [] } }),
  "textDocument/formatting": () => ({ options: OPTIONS }),
  "textDocument/rangeFormatting": (text, random) => ({ ...within(text, random), options: OPTIONS }),
  "textDocument/diagnostic": () => ({}),
};

/** A change at a random place, with the text after it: an insertion, a deletion, a replacement, or a stretch of another rubric. */
function changeOf(text: Text, random: Random) {
  const { source, unit } = text;
  const isTooLong = source.length > MAX_LENGTH;
  const removed = isTooLong ? 400 : ([0, 0, 1, 3, 40, 400][random(6)] ?? 0);
  const from = offsetIn(text, random);
  const to = offsetWithPosition(source, Math.min(source.length, from + removed));
  const other = corpus[random(corpus.length)] ?? "";
  const begin = random(other.length);
  const pasted = random(5) === 0 ? other.slice(begin, begin + random(500)) : (pieces[random(pieces.length)] ?? "");
  const put = isTooLong ? "" : pasted;
  const [start, end] = [from, Math.max(from, to)];
  const [first, last] = [positionOf(source, start, unit), positionOf(source, end, unit)];
  const changed = (a: number, b: number) => source.slice(0, a) + put + source.slice(b);
  switch (random(12)) {
    case 0:
      // The ends in the wrong order.
      return { change: { range: { start: last, end: first }, text: put }, after: changed(start, end) };
    case 1: {
      // Behind the end of a line.
      const lineEnd = linesOf(source)[last.line]?.[1] ?? source.length;
      const range = { start: first, end: { line: last.line, character: 1e6 } };
      return { change: { range, text: put }, after: changed(start, lineEnd) };
    }
    case 2: {
      // Behind the end of the text.
      const range = { start: { line: 1e6, character: 0 }, end: { line: 1e6, character: 7 } };
      return { change: { range, text: put }, after: changed(source.length, source.length) };
    }
    default:
      return { change: { range: { start: first, end: last }, text: put }, after: changed(start, end) };
  }
}

/** What went wrong in the session of a seed; null where nothing did. */
export async function sessionProblem(seed: number): Promise<string | null> {
  const random = randomOf(seed);
  const unit: Encoding = random(2) === 0 ? "utf-8" : "utf-16";
  const client = await connect({
    files: { "/w/other.rubric": corpus[random(corpus.length)] ?? "" },
    locale: random(2) === 0 ? "zh" : "en",
    capabilities: { general: { positionEncodings: [unit] }, textDocument: { diagnostic: {} } },
  });
  const source = corpus[random(corpus.length)] ?? "";
  const [changed, whole] = [client.open("/w/changed.rubric", source), client.open("/w/whole.rubric", source)];
  let text: Text = { source, unit };
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const contentChanges: ReturnType<typeof changeOf>["change"][] = [];
    for (let left = 1 + random(3); left > 0; left -= 1) {
      const { change, after } = changeOf(text, random);
      contentChanges.push(change);
      text = { source: after, unit };
    }
    client.notify("textDocument/didChange", { textDocument: { uri: changed, version: edit + 1 }, contentChanges });
    client.notify("textDocument/didChange", {
      textDocument: { uri: whole, version: edit + 1 },
      contentChanges: [{ text: text.source }],
    });
    const names = Object.keys(requests);
    for (const method of [names[random(names.length)] ?? "", "textDocument/semanticTokens/full"]) {
      const params = requests[method]?.(text, random) ?? {};
      const [one, other] = await Promise.all(
        [changed, whole].map(async (uri) =>
          // A refused renaming is an error of the protocol.
          JSON.stringify(
            await client
              .request(method, { textDocument: { uri }, ...params })
              .catch((error: unknown) => (method === "textDocument/rename" ? String(error) : Promise.reject(error))),
          ),
        ),
      );
      if (one !== other?.replaceAll("/w/whole.rubric", "/w/changed.rubric"))
        return `edit ${edit}, ${method}: ${one} is not ${other}`;
    }
    if (client.errors.length > 0) return `edit ${edit}: ${client.errors.join("; ")}`;
  }
  client.connection.dispose();
  return null;
}
