// Each request of the protocol, over a connection, on rubrics in memory.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Location,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { connect, marked, uriOf } from "./client.js";

const TEAM = `考核 "班子"
满分 10 分
数据 单位 { 名称: 文本 主键; 迟报: 计数 次 }
条目 报送 10 分 { 每 迟报 扣 0.1 分 }
排名 全体 按 总分
`;
const OFFICER = `考核 "干部"
满分 10 分
引用 "team.rubric" 作 班子 按 单位名
数据 干部 { 姓名: 文本 主键; 单位名: 文本 }
条目 业绩 10 分 { 得 按比例 班子.报送 / 班子.满分 }
`;
const WITH_TEST = `${TEAM}
样例 "迟报两次" {
  给定 { 迟报: 2 次 }
  应得 { 总分: 9.8 }
}
样例 "不符" {
  给定 { 迟报: 3 次 }
  应得 { 总分: 9 }
}
`;

/** The text of a range in a source, for short expectations. */
const cut = (source: string, { start, end }: Location["range"]): string => {
  const lines = source.split("\n");
  return start.line === end.line
    ? (lines[start.line] ?? "").slice(start.character, end.character)
    : `${start.line}..${end.line}`;
};

const at = (source: string, word: string, nth = 0) => {
  let offset = -1;
  for (let index = 0; index <= nth; index += 1) offset = source.indexOf(word, offset + 1);
  const before = source.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

const ALL = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

function applied(source: string, edits: readonly TextEdit[]): string {
  const lines = source.split("\n");
  const offset = ({ line, character }: Location["range"]["start"]) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (text, { range, newText }) => text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
      source,
    );
}

describe("diagnostics", () => {
  const wrong = TEAM.replace("每 迟报", "每 迟到");

  test.each([
    ["zh-CN", "标尺", /[一-鿿]{3}/u],
    ["en-GB", "yardstick", /[a-z]{3} /u],
  ])("are sent in the language %s of the client, after a pause", async (locale, source, words) => {
    const client = await connect({ locale });
    const uri = client.open("/w/a.rubric", wrong);
    await expect.poll(() => client.sent.get(uri)?.length).toBe(1);
    const [found] = client.sent.get(uri) ?? [];
    expect(found).toMatchObject({ source, severity: 1 });
    expect(found?.message).toMatch(words);
    expect(cut(wrong, (found as Diagnostic).range)).toBe("迟到");
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: (found as Diagnostic).range, text: "迟报" }],
    });
    await expect.poll(() => client.sent.get(uri)).toEqual([]);
    expect(client.errors).toEqual([]);
  });

  test("are in the language of the command line where that names one", async () => {
    const client = await connect({ locale: "en", options: { lang: "zh" } });
    const uri = client.open("/w/a.rubric", wrong);
    await expect.poll(() => client.sent.get(uri)?.[0]?.source).toBe("标尺");
  });

  test("are answered instead where the client asks for them", async () => {
    const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = client.open("/w/a.rubric", wrong);
    const report = await client.request("textDocument/diagnostic", { textDocument: { uri } });
    expect(report).toMatchObject({ kind: "full", items: [{ code: "unknown-name" }] });
    expect(client.sent.size).toBe(0);
  });

  test("follow the unsaved text of a used rubric, and its file once it is closed", async () => {
    const client = await connect({ files: { "/w/team.rubric": TEAM } });
    const uri = client.open("/w/officer.rubric", OFFICER);
    await expect.poll(() => client.sent.get(uri)).toEqual([]);
    const team = client.open("/w/team.rubric", TEAM.replaceAll("报送", "上报"));
    await expect.poll(() => client.sent.get(uri)?.length).toBe(1);
    client.notify("textDocument/didClose", { textDocument: { uri: team } });
    await expect.poll(() => client.sent.get(uri)).toEqual([]);
    expect(client.sent.get(team)).toEqual([]);
  });

  test("name the reason why a used rubric cannot be used", async () => {
    const client = await connect({ locale: "zh" });
    const uri = client.open("/w/officer.rubric", OFFICER);
    await expect.poll(() => client.sent.get(uri)?.[0]?.message).toMatch(/team\.rubric/u);
  });
});

describe("about one text", () => {
  test("completion has names, keywords and templates, without tab stops where the client has none", async () => {
    const { text, position } = marked(TEAM.replace("每 迟报", "每 ▌迟报"));
    const [plain, rich] = await Promise.all([
      connect(),
      connect({ capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } } }),
    ]);
    const textDocument = { uri: plain.open("/w/a.rubric", text) };
    rich.open("/w/a.rubric", text);
    const items = await plain.request<CompletionItem[]>("textDocument/completion", { textDocument, position });
    expect(items.map(({ label }) => label)).toContain("迟报");
    const lineStart = { line: position.line, character: position.character - 2 };
    const templates = async (client: typeof rich) =>
      (await client.request<CompletionItem[]>("textDocument/completion", { textDocument, position: lineStart }))
        .filter(({ kind }) => kind === 15)
        .map(({ textEdit, insertTextFormat }) => [textEdit?.newText, insertTextFormat]);
    expect(await templates(rich)).toContainEqual(["每 ${1:字段} 扣 ${2:0.1} 分", 2]);
    expect(await templates(plain)).toContainEqual(["每 字段 扣 0.1 分", undefined]);
  });

  test("hover, highlights, symbols, folds, hints and selections are those of the service", async () => {
    const markdown = { textDocument: { hover: { contentFormat: ["markdown" as const, "plaintext" as const] } } };
    const client = await connect({ locale: "zh", capabilities: markdown });
    const textDocument = { uri: client.open("/w/a.rubric", WITH_TEST) };
    const position = at(WITH_TEST, "迟报", 1);
    const hover = await client.request("textDocument/hover", { textDocument, position });
    expect(hover).toMatchObject({ contents: { kind: "markdown", value: "**迟报**　字段\n\n计数 次" } });
    const highlights = await client.request("textDocument/documentHighlight", { textDocument, position });
    expect(highlights).toMatchObject([{ kind: 3 }, { kind: 2 }, { kind: 2 }, { kind: 2 }]);
    const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(["单位", "报送", "全体", "迟报两次", "不符"]);
    expect(await client.request("textDocument/foldingRange", { textDocument })).toHaveLength(2);
    const hints = await client.request("textDocument/inlayHint", { textDocument, range: ALL });
    expect(hints).toMatchObject([{ label: "= 10 ✓" }, { label: "0 .. 10" }]);
    const selections = await client.request<object[]>("textDocument/selectionRange", {
      textDocument,
      positions: [position],
    });
    const ranges: string[] = [];
    for (
      let each = selections[0] as { range: Location["range"]; parent?: typeof each } | undefined;
      each;
      each = each.parent
    )
      ranges.push(cut(WITH_TEST, each.range));
    expect(ranges).toEqual(["迟报", "每 迟报", "每 迟报 扣 0.1 分", "条目 报送 10 分 { 每 迟报 扣 0.1 分 }", "0..14"]);
    expect(client.errors).toEqual([]);
  });

  test("signature help marks the argument", async () => {
    const { text, position } = marked(TEAM.replace("每 迟报", "每 较大(迟报, ▌4)"));
    const client = await connect({ locale: "zh" });
    const textDocument = { uri: client.open("/w/a.rubric", text) };
    const help = await client.request("textDocument/signatureHelp", { textDocument, position });
    expect(help).toMatchObject({ activeParameter: 1, signatures: [{ label: expect.stringContaining("较大") }] });
  });

  test("semantic tokens cover names, verbs and comments of several lines, whole and in a range", async () => {
    const text = `/* 一\n二 */\n${TEAM}`;
    const client = await connect();
    const textDocument = { uri: client.open("/w/a.rubric", text) };
    const decoded = async (method: string, more: object = {}) => {
      const { data } = await client.request<{ data: number[] }>(method, { textDocument, ...more });
      const found: [string, number, number][] = [];
      let [line, character] = [0, 0];
      for (let index = 0; index < data.length; index += 5) {
        const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
        [line, character] = [line + down, down === 0 ? character + right : right];
        const range = { start: { line, character }, end: { line, character: character + length } };
        found.push([cut(text, range), type, modifiers]);
      }
      return found;
    };
    const tokens = await decoded("textDocument/semanticTokens/full");
    expect(tokens.slice(0, 3)).toEqual([
      ["/* 一", 4, 0],
      ["二 */", 4, 0],
      ["考核", 0, 0],
    ]);
    expect(tokens).toContainEqual(["扣", 0, 2]);
    expect(tokens).toContainEqual(["报送", 1, 1]);
    const line = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
    expect(await decoded("textDocument/semanticTokens/range", { range: line })).toEqual(
      tokens.slice(
        tokens.findIndex(([word]) => word === "条目"),
        tokens.findIndex(([word]) => word === "排名"),
      ),
    );
  });

  test("formatting edits only the lines that change, and those of a range only there", async () => {
    const text = TEAM.replace("满分 10 分", "满分   10 分\n\n\n").replace("排名 全体", "排名   全体");
    const client = await connect();
    const textDocument = { uri: client.open("/w/a.rubric", text) };
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<TextEdit[]>("textDocument/formatting", { textDocument, options });
    const whole = applied(text, edits);
    expect(whole).toContain("满分 10 分\n");
    expect(whole).toContain("排名 全体 按");
    const last = at(text, "排名");
    const range = { start: last, end: { ...last, character: last.character + 1 } };
    const some = await client.request<TextEdit[]>("textDocument/rangeFormatting", { textDocument, range, options });
    expect(applied(text, some)).toBe(text.replace("排名   全体", "排名 全体"));
  });

  test("code actions are the fixes of diagnostics, all at once, and the keywords in the other language", async () => {
    const text = TEAM.replace("每 迟报", "每 迟抱");
    const client = await connect({ locale: "zh" });
    const uri = client.open("/w/a.rubric", text);
    const range = { start: at(text, "迟抱"), end: at(text, "迟抱") };
    const ask = async (only?: string[]) =>
      client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      });
    const edits = ({ edit }: CodeAction) => edit?.changes?.[uri] ?? [];
    const [fix] = await ask();
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(applied(text, edits(fix as CodeAction))).toBe(TEAM);
    const [all] = await ask(["source.fixAll"]);
    expect(applied(text, edits(all as CodeAction))).toBe(TEAM);
    // The empty kind is the parent of all.
    expect((await ask([""])).map(({ kind }) => kind)).toEqual([
      "quickfix",
      "source.fixAll.yardstick",
      "refactor.rewrite.keywords",
    ]);
    const rewritten = await ask(["refactor"]);
    expect(rewritten.map(({ title }) => title)).toEqual(["关键词改写为英文"]);
    expect(applied(text, edits(rewritten[0] as CodeAction))).toContain("per 迟抱 deduct");
  });
});

describe("fixes", () => {
  const rubric = (lines: string) =>
    `考核 "甲"\n满分 10 分\n数据 单位 { 名称: 文本 主键; 完成: 计数 次; 任务: 计数 次 }\n${lines}`;
  const actionsFor = async (text: string) => {
    const client = await connect({ locale: "zh" });
    const uri = client.open("/w/a.rubric", text);
    await expect.poll(() => client.sent.get(uri)?.length).toBeGreaterThan(0);
    const context = { diagnostics: client.sent.get(uri) ?? [] };
    return client.request<CodeAction[]>("textDocument/codeAction", { textDocument: { uri }, range: ALL, context });
  };

  test("that change scores, or are one of several, are offered but not preferred", async () => {
    const changing = await actionsFor(rubric("条目 报送 10 分 { 得 按比例 完成 / 任务 }\n"));
    expect(changing).toMatchObject([{ title: "「任务」至少为 1（可能改变得分）" }]);
    expect(changing.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    const several = await actionsFor(rubric("条目 甲 6 分 { 每 完成 扣 1 分 }\n条目 乙 6 分 { 每 任务 扣 1 分 }\n"));
    expect(several.length).toBeGreaterThan(1);
    expect(several.filter(({ isPreferred }) => isPreferred)).toEqual([]);
  });

  test("belong to their own diagnostic, not to others of its kind", async () => {
    const text = rubric("条目 甲 10 分 { 每 完戍 扣 1 分; 每 仼务 扣 1 分 }\n");
    const actions = await actionsFor(text);
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual([true, true]);
    expect(actions.map(({ diagnostics = [] }) => diagnostics.map(({ range }) => cut(text, range)))).toEqual([
      ["完戍"],
      ["仼务"],
    ]);
  });
});

describe("across rubrics", () => {
  const files = { "/w/team.rubric": TEAM, "/w/officer.rubric": OFFICER };

  test("a result leads to its declaration in the used rubric, and a path to its file", async () => {
    const client = await connect({ files });
    const textDocument = { uri: client.open("/w/officer.rubric", OFFICER) };
    const definition = async (word: string) =>
      client.request<Location>("textDocument/definition", { textDocument, position: at(OFFICER, word) });
    const result = await definition("报送");
    expect([result.uri, cut(TEAM, result.range)]).toEqual([uriOf("/w/team.rubric"), "报送"]);
    expect((await definition("team.rubric")).uri).toBe(uriOf("/w/team.rubric"));
  });

  test("the hover of a result has what the used rubric says of it, and that of the score has nothing else", async () => {
    const client = await connect({ files, locale: "zh" });
    const textDocument = { uri: client.open("/w/officer.rubric", OFFICER) };
    const hover = async (word: string, nth: number) =>
      client.request<{ contents: { value: string } }>("textDocument/hover", {
        textDocument,
        position: at(OFFICER, word, nth),
      });
    expect((await hover("报送", 0)).contents.value).toBe("报送　引用的结果\n10 分；0 .. 10");
    expect((await hover("满分", 1)).contents.value).toBe("满分　引用的结果");
  });

  test("references are those of both rubrics, from either", async () => {
    const client = await connect({ files });
    const team = client.open("/w/team.rubric", TEAM);
    const officer = uriOf("/w/officer.rubric");
    const from = async (uri: string, source: string, includeDeclaration: boolean) => {
      const found = await client.request<Location[]>("textDocument/references", {
        textDocument: { uri },
        position: at(source, "报送"),
        context: { includeDeclaration },
      });
      return found.map((each) => each.uri).sort();
    };
    expect(await from(team, TEAM, true)).toEqual([officer, team].sort());
    expect(await from(officer, OFFICER, true)).toEqual([officer, team].sort());
    expect(await from(officer, OFFICER, false)).toEqual([officer]);
  });

  test("a renaming reaches the rubrics that use the name, from either", async () => {
    const client = await connect({ files });
    const officer = client.open("/w/officer.rubric", OFFICER);
    const team = uriOf("/w/team.rubric");
    for (const [uri, source] of [
      [officer, OFFICER],
      [team, TEAM],
    ] as const) {
      const where = { textDocument: { uri }, position: at(source, "报送") };
      expect(await client.request("textDocument/prepareRename", where)).toMatchObject({ placeholder: "报送" });
      const { changes = {} } = await client.request<WorkspaceEdit>("textDocument/rename", {
        ...where,
        newName: "信息",
      });
      expect(applied(TEAM, changes[team] ?? [])).toBe(TEAM.replaceAll("报送", "信息"));
      expect(applied(OFFICER, changes[officer] ?? [])).toBe(OFFICER.replaceAll("报送", "信息"));
    }
    expect(client.errors).toEqual([]);
  });

  test("edits of a file that is not open, or no longer, are for no version", async () => {
    const versions = { workspace: { workspaceEdit: { documentChanges: true } } };
    const client = await connect({ files, capabilities: versions });
    const uri = client.open("/w/officer.rubric", OFFICER);
    const team = uriOf("/w/team.rubric");
    const version = async () => {
      const { documentChanges = [] } = await client.request<WorkspaceEdit>("textDocument/rename", {
        textDocument: { uri },
        position: at(OFFICER, "报送"),
        newName: "信息",
      });
      const documents = documentChanges.flatMap((each) => ("textDocument" in each ? [each.textDocument] : []));
      return documents.find((each) => each.uri === team)?.version;
    };
    expect(await version()).toBeNull();
    client.open("/w/team.rubric", TEAM);
    expect(await version()).toBe(1);
    client.notify("textDocument/didClose", { textDocument: { uri: team } });
    expect(await version()).toBeNull();
  });

  test("an open rubric follows the one that it uses however many others were analysed since", async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`/w/${index}.rubric`, TEAM]));
    const client = await connect({ files: { ...files, ...many } });
    const uri = client.open("/w/officer.rubric", OFFICER);
    await expect.poll(() => client.sent.get(uri)).toEqual([]);
    await client.request("workspace/symbol", { query: "迟" });
    client.open("/w/team.rubric", TEAM.replaceAll("报送", "上报"));
    await expect.poll(() => client.sent.get(uri)?.length).toBe(1);
  });

  test("a renaming that would change a meaning is refused with the reason", async () => {
    const client = await connect({ files, locale: "zh" });
    const uri = client.open("/w/team.rubric", TEAM);
    const rename = async (name: string, newName: string) =>
      client.request("textDocument/rename", { textDocument: { uri }, position: at(TEAM, name), newName });
    await expect(rename("迟报", "名称")).rejects.toThrow(/冲突/u);
    await expect(rename("迟报", "")).rejects.toThrow(/./u);
    await expect(rename("满分", "总分")).rejects.toThrow(/没有可以改名/u);
    // Another rubric reads it as a result, where the name already has a meaning.
    await expect(rename("报送", "总分")).rejects.toThrow(/officer\.rubric/u);
  });

  test("symbols are found in the files of the workspace by characters in their order", async () => {
    const client = await connect({ files });
    const found = await client.request<{ name: string; containerName?: string }[]>("workspace/symbol", { query: "迟" });
    expect(found).toMatchObject([{ name: "迟报", containerName: "单位" }]);
  });
});

describe("files that are created and deleted", () => {
  const symbols = async (client: Awaited<ReturnType<typeof connect>>) =>
    client.request<object[]>("workspace/symbol", { query: "迟报" });

  test("are seen at once where the client does not report them, and else when it does", async () => {
    const files: Record<string, string> = { "/w/team.rubric": TEAM };
    const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const [unwatched, watched] = await Promise.all([connect({ files }), connect({ files, capabilities: watching })]);
    await expect.poll(() => watched.asked).toContain("client/registerCapability");
    expect([(await symbols(unwatched)).length, (await symbols(watched)).length]).toEqual([1, 1]);
    files["/w/other.rubric"] = TEAM;
    expect((await symbols(unwatched)).length).toBe(2);
    expect((await symbols(watched)).length).toBe(1);
    watched.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf("/w/other.rubric"), type: 1 }] });
    expect((await symbols(watched)).length).toBe(2);
  });

  test("are those of the folders that the client opens and closes", async () => {
    const files = { "/w/team.rubric": TEAM, "/v/team.rubric": TEAM };
    const client = await connect({ files, capabilities: { workspace: { workspaceFolders: true } } });
    const folder = (path: string) => ({ uri: uriOf(path), name: path });
    const change = (added: string[], removed: string[]) =>
      client.notify("workspace/didChangeWorkspaceFolders", {
        event: { added: added.map(folder), removed: removed.map(folder) },
      });
    change(["/v"], []);
    expect((await symbols(client)).length).toBe(2);
    change([], ["/v", "/w"]);
    expect(await symbols(client)).toEqual([]);
  });
});

describe("tests", () => {
  test("are run by their lens, which then shows the outcome until the text changes", async () => {
    const refreshes = { workspace: { codeLens: { refreshSupport: true } } };
    const client = await connect({ locale: "zh", capabilities: refreshes });
    const uri = client.open("/w/a.rubric", WITH_TEST);
    const titles = async () =>
      (await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } })).map(
        ({ command }) => command?.title,
      );
    expect(await titles()).toEqual(["▶ 运行样例", "▶ 运行样例"]);
    const [lens] = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    const outcomes = await client.request("workspace/executeCommand", {
      command: lens?.command?.command,
      arguments: lens?.command?.arguments,
    });
    expect(outcomes).toMatchObject([{ passed: true }, { passed: false }]);
    expect(await titles()).toEqual(["✓ 通过 · ▶ 运行样例", "✗ 总分：应得 9，实得 9.7 · ▶ 运行样例"]);
    expect(client.asked).toContain("workspace/codeLens/refresh");
    await expect.poll(() => client.sent.get(uri)).toMatchObject([{ code: "test-failed", severity: 1 }]);
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: ALL.start, end: ALL.start }, text: "\n" }],
    });
    expect(await titles()).toEqual(["▶ 运行样例", "▶ 运行样例"]);
    await expect.poll(() => client.sent.get(uri)).toEqual([]);
  });

  test("of a rubric with errors are reported as not run", async () => {
    const client = await connect({ locale: "en" });
    const uri = client.open("/w/a.rubric", WITH_TEST.replace("每 迟报", "每 迟到"));
    const run = { command: "yardstick.test", arguments: [uri] };
    expect(await client.request("workspace/executeCommand", run)).toBeNull();
    const [lens] = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    expect(lens?.command?.title).toMatch(/cannot run/u);
  });
});

describe("the protocol", () => {
  test("positions are in the first encoding that client and server know", async () => {
    const encodings = { general: { positionEncodings: ["utf-32", "utf-8", "utf-16"] } };
    const client = await connect({ capabilities: encodings });
    expect(client.capabilities["positionEncoding"]).toBe("utf-8");
    const textDocument = { uri: client.open("/w/a.rubric", TEAM) };
    const position = { line: 3, character: new TextEncoder().encode("条目 报").length };
    const hover = await client.request("textDocument/hover", { textDocument, position });
    expect(hover).toMatchObject({ range: { start: { line: 3, character: 7 }, end: { line: 3, character: 13 } } });
    expect((await connect()).capabilities["positionEncoding"]).toBe("utf-16");
  });

  test("a request that was cancelled while it waited is not computed", async () => {
    const client = await connect();
    const uri = client.open("/w/a.rubric", TEAM);
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      "textDocument/documentSymbol",
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  test("edits are for a version, and hovers plain text, as the client's capabilities say", async () => {
    const versions = { workspace: { workspaceEdit: { documentChanges: true } } };
    const client = await connect({ locale: "zh", capabilities: versions });
    const uri = client.open("/w/a.rubric", TEAM);
    const where = { textDocument: { uri }, position: at(TEAM, "报送") };
    expect(await client.request("textDocument/rename", { ...where, newName: "信息" })).toMatchObject({
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: "信息" }] }],
    });
    expect(await client.request("textDocument/hover", where)).toMatchObject({
      contents: { kind: "plaintext", value: expect.stringMatching(/^报送　考核内容\n10 分/u) },
    });
  });

  test("a text that is not there gives empty answers", async () => {
    const client = await connect();
    const textDocument = { uri: "untitled:a" };
    const position = { line: 3, character: 4 };
    expect(await client.request("textDocument/hover", { textDocument, position })).toBeNull();
    expect(await client.request("textDocument/completion", { textDocument, position })).toEqual([]);
    expect(await client.request("textDocument/foldingRange", { textDocument })).toEqual([]);
    expect(client.errors).toEqual([]);
  });

  test("the preview reads the unsaved text in the language of the client", async () => {
    const client = await connect({ files: { "/w/a.rubric": "" }, locale: "zh" });
    const uri = client.open("/w/a.rubric", TEAM);
    const preview = await client.request("yardstick/preview", { textDocument: { uri }, view: "sheet" });
    expect(preview).toEqual({ html: `sheet zh ${TEAM.length}`, notes: [], subjects: [] });
  });

  test("every feature that the server announces is in the README", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    for (const method of ["yardstick/preview", "yardstick.test"]) expect(readme).toContain(method);
  });
});
