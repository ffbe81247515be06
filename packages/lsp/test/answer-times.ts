// The processor time of each answer for a rubric of 1,000 lines, for `npm run long -- lsp`: of a text that was analysed before, and of one
// that has just changed, so that its analysis is part of the answer. Client and server are one process, and both are counted. Prints
// `{ method: [known, changed] }` with the median and the longest in milliseconds.

import { longRubric } from "../../../test/bench/long-rubric.mjs";
import { connect } from "./client.js";

const LINES = 1_000;
const ROUNDS = 30;
/** Before these the program itself is still being compiled; the command warms up in the same way before its first document. */
const WARM_UP = 10;

/** Its first line is a comment, which each edit changes. */
const source = `// 0\n${longRubric(LINES - 1)}`;
const client = await connect({ locale: "zh", capabilities: { textDocument: { diagnostic: {} } } });
const textDocument = { uri: client.open("/w/long.rubric", source) };

const lines = source.split("\n");
const line = lines.findIndex((each) => each.includes("每 次数60 少于"));
const position = { line, character: (lines[line] ?? "").indexOf("次数60") + 1 };
const range = { start: position, end: { line: line + 40, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

const requests: Readonly<Record<string, object>> = {
  "textDocument/completion": { position },
  "textDocument/hover": { position },
  "textDocument/definition": { position },
  "textDocument/references": { position, context: { includeDeclaration: true } },
  "textDocument/documentHighlight": { position },
  "textDocument/prepareRename": { position },
  "textDocument/rename": { position, newName: "新名" },
  "textDocument/documentSymbol": {},
  "textDocument/foldingRange": {},
  "textDocument/selectionRange": { positions: [position] },
  "textDocument/semanticTokens/full": {},
  "textDocument/inlayHint": { range },
  "textDocument/codeLens": {},
  "textDocument/codeAction": { range, context: { diagnostics: [] } },
  "textDocument/formatting": { options },
  "textDocument/rangeFormatting": { range, options },
  "textDocument/diagnostic": {},
};

let version = 1;
function edit(): void {
  version += 1;
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } };
  client.notify("textDocument/didChange", {
    textDocument: { ...textDocument, version },
    contentChanges: [{ range, text: String(version % 10) }],
  });
}

const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function timed(method: string, params: object): Promise<number> {
  const before = milliseconds();
  await client.request(method, { textDocument, ...params });
  return milliseconds() - before;
}

const summary = (times: readonly number[]) => {
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? NaN, longest: sorted.at(-1) ?? NaN };
};

const found: Record<string, readonly ReturnType<typeof summary>[]> = {};
for (const [method, params] of Object.entries(requests)) {
  const [known, changed]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    edit();
    changed.push(await timed(method, params));
    known.push(await timed(method, params));
  }
  found[method] = [summary(known), summary(changed)];
}
if (client.errors.length > 0) throw new Error(client.errors.join("\n"));
process.stdout.write(JSON.stringify(found));
process.exit(0);
