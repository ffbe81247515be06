// The language server as an editor starts it: the built command in another process. The messages were recorded from Neovim while a line
// was typed, completed, hovered, corrected, renamed and formatted; they are sent again, each request after the answer to the one before.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { StreamMessageReader, StreamMessageWriter, type Message } from "vscode-languageserver/node";
import { folderWith, PROJECT } from "./command.js";

const bin = fileURLToPath(new URL("../bin/yardstick.mjs", import.meta.url));

interface Sent {
  readonly id?: number;
  readonly method: string;
  readonly params?: object;
}

interface Session {
  readonly client: string;
  readonly files: Readonly<Record<string, string>>;
  readonly messages: readonly Sent[];
}

const session: Session = JSON.parse(readFileSync(new URL("neovim-session.json", import.meta.url), "utf8"));

interface Edit {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly newText: string;
}

interface Played {
  /** The answers by method; of several to one method the last. */
  readonly answers: ReadonlyMap<string, { readonly result?: unknown; readonly error?: { readonly message: string } }>;
  /** The diagnostics that were sent, by file name, each as code, source and message. */
  readonly diagnostics: readonly (readonly [file: string, codes: readonly string[]])[];
  readonly messages: readonly string[];
  readonly root: string;
  readonly code: number | null;
}

/** Sends messages to a new server and waits for each answer. Before `shutdown` the diagnostics of the last text are awaited. */
async function played(
  messages: readonly Sent[],
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<Played> {
  const root = folderWith(files);
  const own = JSON.parse(
    JSON.stringify(messages).replaceAll("$ROOT_URI", pathToFileURL(root).href).replaceAll("$ROOT", root),
  ) as readonly Sent[];
  const server = spawn(process.execPath, [bin, "lsp", "--stdio"], { cwd: root, env: { ...process.env, ...env } });
  const [reader, writer] = [new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)];
  const ended = new Promise<number | null>((resolve) => server.on("close", resolve));
  const answers = new Map<string, { readonly result?: unknown }>();
  const diagnostics: [string, string[]][] = [];
  const texts: string[] = [];
  const waiting = new Map<number, (answer: Message) => void>();
  const published: (() => void)[] = [];
  reader.listen((message) => {
    const { id, method, params } = message as Message & { id?: number; method?: string; params?: unknown };
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics: found } = params as { uri: string; diagnostics: { code: string; message: string }[] };
      diagnostics.push([uri.slice(uri.lastIndexOf("/") + 1), found.map(({ code }) => code)]);
      texts.push(...found.map((each) => each.message));
      for (const resolve of published.splice(0)) resolve();
    } else if (id !== undefined && method === undefined) waiting.get(id)?.(message);
  });
  for (const sent of own) {
    const answer = sent.id === undefined ? null : new Promise<Message>((resolve) => waiting.set(sent.id ?? 0, resolve));
    if (sent.method === "shutdown" && diagnostics.length === 0)
      await new Promise<void>((resolve) => published.push(resolve));
    await writer.write({ jsonrpc: "2.0", ...sent } as Message);
    if (answer !== null) answers.set(sent.method, (await answer) as { result?: unknown });
  }
  return { answers, diagnostics, messages: texts, root, code: await ended };
}

describe.each([
  ["zh", "zh_CN.UTF-8", "字段", "是否应为", "改为「迟到」"],
  ["en", "en_US.UTF-8", "field", "Did you mean", 'Change to "迟到"'],
])(`a session of ${session.client} in %s`, (lang, locale, field, meant, fix) => {
  test("is answered from start to end, and the process ends with 0", async () => {
    const { answers, code, root } = await played(session.messages, session.files, { LC_ALL: locale });
    const result = (method: string) => answers.get(method)?.result;
    expect(code).toBe(0);
    expect([...answers.values()].filter((answer) => "error" in answer)).toEqual([]);
    expect(result("initialize")).toMatchObject({ serverInfo: { name: "yardstick" } });
    expect(result("textDocument/completion")).toContainEqual(
      expect.objectContaining({ label: "迟到", detail: `${field} · 计数 次` }),
    );
    expect(result("textDocument/hover")).toMatchObject({ contents: { value: expect.stringContaining("**报送**") } });
    expect(result("textDocument/codeAction")).toMatchObject([{ title: fix, kind: "quickfix" }]);
    expect(result("textDocument/prepareRename")).toMatchObject({ placeholder: "报送" });
    const { changes } = result("textDocument/rename") as { changes: Readonly<Record<string, readonly Edit[]>> };
    const uri = (name: string) => `${pathToFileURL(root).href}/${name}`;
    expect(changes).toMatchObject({
      [uri("team.rubric")]: [{ range: { start: { line: 3, character: 3 } }, newText: "信息报送" }],
      [uri("officer.rubric")]: [{ range: { start: { line: 4, character: 22 } }, newText: "信息报送" }],
    });
    expect(result("textDocument/documentSymbol")).toMatchObject([{}, {}, {}, { name: "纪律" }]);
    expect(result("textDocument/formatting")).toContainEqual(expect.objectContaining({ newText: "满分 10 分\n" }));
    expect(result("shutdown")).toBeNull();
    expect(lang).toBe(locale.slice(0, 2));
  });

  test("has the diagnostics in that language", async () => {
    const upToShutdown = session.messages.filter(
      ({ id, method }) => id === undefined || method === "initialize" || method === "shutdown",
    );
    const typed = upToShutdown.filter(
      ({ method }, index) =>
        method !== "textDocument/didChange" || index === upToShutdown.findIndex((each) => each.method === method),
    );
    const { diagnostics, messages } = await played(typed, session.files, { LC_ALL: locale });
    expect(diagnostics).toEqual([["officer.rubric", ["unknown-name"]]]);
    expect(messages.join()).toContain(meant);
  });
});

describe("a preview", () => {
  const initialize = { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } };
  const textDocument = { uri: "$ROOT_URI/a.rubric" };
  const preview = (params: object) => ({ id: 2, method: "yardstick/preview", params: { textDocument, ...params } });
  const open = {
    method: "textDocument/didOpen",
    params: {
      textDocument: {
        ...textDocument,
        languageId: "rubric",
        version: 1,
        text: PROJECT["a.rubric"].replace("社区考核", "未保存的标题"),
      },
    },
  };
  const end = [{ id: 3, method: "shutdown" }, { method: "exit" }];
  const zh = { LC_ALL: "zh_CN.UTF-8" };
  const resultOf = async (params: object, files: Readonly<Record<string, string>> = PROJECT) =>
    (await played([initialize, open, preview(params), ...end], files, zh)).answers.get("yardstick/preview")?.result;

  test("is the ranking of the unsaved rubric with the data beside it", async () => {
    expect(await resultOf({})).toMatchObject({
      html: expect.stringMatching(/^<!doctype html>[^]*未保存的标题[^]*丙社区/u),
      subjects: [{ key: "甲社区" }, { key: "乙社区" }, { key: "丙社区" }],
    });
  });

  test("is the score sheet of a subject", async () => {
    expect(await resultOf({ view: "sheet", subject: "甲社区" })).toMatchObject({
      html: expect.stringMatching(/甲社区[^]*通报批评/u),
    });
  });

  test("of a text that is no file has no data, not even those of the folder where the server was started", async () => {
    const own = JSON.parse(
      JSON.stringify([initialize, open, preview({}), ...end]).replaceAll("$ROOT_URI/", "untitled:"),
    );
    const { answers } = await played(own, PROJECT, zh);
    expect(answers.get("yardstick/preview")?.result).toEqual({
      html: null,
      notes: ["预览使用规则旁的数据，请先保存规则。"],
      subjects: [],
    });
  });

  test("says why there is none", async () => {
    const { "a.rubric": rubric } = PROJECT;
    expect(await resultOf({}, { "a.rubric": rubric })).toMatchObject({
      html: null,
      notes: [expect.stringMatching(/data\.csv/u)],
    });
  });
});
