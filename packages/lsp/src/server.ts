/**
 * The language server: answers the requests of one client over a connection. A request always has an answer, whatever the text; what
 * goes wrong inside is logged to the client.
 */
import type { Lang } from "@yardstick/language";
import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import {
  codeLenses,
  foldingRanges,
  formattingEdits,
  hintsIn,
  selectionRanges,
  SEMANTIC_TOKENS,
  semanticTokens,
} from "./annotations.js";
import { completions, hoverAt, signatureAt } from "./assistance.js";
import { CODE_ACTION_KINDS, codeActions, diagnosticsOf } from "./diagnostics.js";
import type { Host, Preview } from "./host.js";
import { definitionAt, highlightsAt, referencesAt, renameAt, renamedRange } from "./navigation.js";
import { PREVIEW, RUN_TESTS, type PreviewParams, type TestReport } from "./protocol.js";
import { PositionedText } from "./positioned-text.js";
import { documentSymbols, matchingSymbols } from "./symbols.js";
import { testDiagnostics, TestRuns } from "./test-runs.js";
import { warmUp } from "./warm-up.js";
import { Workspace, type AnalysedText } from "./workspace.js";

/** Options of the server. */
export interface ServerOptions {
  /** The language of messages; null for that of the client. */
  readonly lang: Lang | null;
  /** The language where the client names none. */
  readonly otherwise: Lang;
}

/** Diagnostics are sent when the text has not changed for this time, in milliseconds. */
const PAUSE = 150;

/** Starts to answer the client at the other end of a connection. */
export function startLanguageServer(connection: Connection, host: Host, options: ServerOptions): void {
  new LanguageServer(connection, host, options).listen();
}

class LanguageServer {
  readonly #workspace: Workspace;
  readonly #runs: TestRuns;
  readonly #documents: TextDocuments<PositionedText>;
  #capabilities: ClientCapabilities = {};
  #lang: Lang;
  /** Timers of the diagnostics to be sent, by path. */
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly options: ServerOptions,
  ) {
    this.#workspace = new Workspace(host);
    this.#runs = new TestRuns(this.#workspace);
    this.#lang = options.lang ?? options.otherwise;
    this.#documents = new TextDocuments({
      create: (uri, _language, version, text) => new PositionedText(uri, version, text, this.#workspace.encoding),
      update: (document, changes, version) => document.changed(changes, version),
    });
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    this.#listenToFiles();
    this.#answerAboutTexts();
    this.#answerAboutRubrics();
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#capabilities = params.capabilities;
    const { locale } = params;
    if (this.options.lang === null && locale !== undefined) this.#lang = /^zh/iu.test(locale) ? "zh" : "en";
    const encodings = params.capabilities.general?.positionEncodings ?? [];
    // The first that the client lists is the one it prefers.
    const [encoding] = encodings.filter((each) => each === "utf-8" || each === "utf-16");
    this.#workspace.encoding = encoding === PositionEncodingKind.UTF8 ? "utf-8" : "utf-16";
    this.#workspace.takesVersions = params.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    // Clients without workspace folders name their only folder.
    const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : []);
    this.#workspace.changeFolders(this.#pathsOf(folders), []);
    return {
      serverInfo: { name: "yardstick" },
      capabilities: {
        positionEncoding: this.#workspace.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: "yardstick", interFileDependencies: true, workspaceDiagnostics: false },
        completionProvider: { triggerCharacters: ["."] },
        hoverProvider: true,
        signatureHelpProvider: { triggerCharacters: ["(", "（", ",", "，"], retriggerCharacters: [",", "，"] },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: SEMANTIC_TOKENS, full: true, range: true },
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: [RUN_TESTS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #initialized(): void {
    // The grammar and the checker are compiled while the client opens its first document.
    setImmediate(() => this.#guarded("warming up", undefined, warmUp));
    const { workspace } = this.#capabilities;
    if (workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#workspace.changeFolders(this.#pathsOf(added), this.#pathsOf(removed));
      });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: "**/*.rubric" }];
      this.connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .then(() => {
          this.#workspace.isWatched = true;
        })
        .catch((error: unknown) => this.#log("client/registerCapability", error));
    }
  }

  #pathsOf(folders: readonly { readonly uri: string }[]): readonly string[] {
    return folders.map(({ uri }) => this.host.pathOf(uri));
  }

  #listenToFiles(): void {
    this.#documents.onDidChangeContent(({ document }) => {
      this.#workspace.opened(document);
      const path = this.host.pathOf(document.uri);
      for (const each of new Set([path, ...this.#workspace.openUsersOf(path)])) this.#scheduleDiagnostics(each);
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      const path = this.host.pathOf(uri);
      const users = this.#workspace.openUsersOf(path).filter((each) => each !== path);
      this.#workspace.closed(uri);
      clearTimeout(this.#waiting.get(path));
      this.#waiting.delete(path);
      if (!this.#pulls) this.#send(uri, null, []);
      for (const each of users) this.#scheduleDiagnostics(each);
    });
    this.connection.onDidChangeWatchedFiles(() => {
      this.#workspace.filesChanged();
      for (const path of this.#workspace.openPaths) this.#scheduleDiagnostics(path);
      this.#refreshDiagnostics();
    });
  }

  /** Whether the client asks for diagnostics instead of having them sent. */
  get #pulls(): boolean {
    return this.#capabilities.textDocument?.diagnostic !== undefined;
  }

  #scheduleDiagnostics(path: string): void {
    if (this.#pulls) return;
    clearTimeout(this.#waiting.get(path));
    const send = () => {
      this.#waiting.delete(path);
      const analysed = this.#workspace.analysed(path);
      if (analysed !== null) this.#send(analysed.text.uri, analysed.text.version, this.#diagnosticsOf(analysed));
    };
    this.#waiting.set(
      path,
      setTimeout(() => this.#guarded("textDocument/publishDiagnostics", undefined, send), PAUSE),
    );
  }

  #send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    this.connection
      .sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics })
      .catch((error: unknown) => this.#log("textDocument/publishDiagnostics", error));
  }

  #diagnosticsOf(analysed: AnalysedText): Diagnostic[] {
    const failures = testDiagnostics(analysed, this.#runs.latest(analysed), this.#lang);
    return [...diagnosticsOf(analysed, this.#lang), ...failures];
  }

  #refreshDiagnostics(): void {
    if (this.#pulls && this.#capabilities.workspace?.diagnostics?.refreshSupport === true)
      this.connection
        .sendRequest(DiagnosticRefreshRequest.type)
        .catch((error: unknown) => this.#log("workspace/diagnostic/refresh", error));
  }

  /** Requests about one text. */
  #answerAboutTexts(): void {
    const { connection } = this;
    const workspace = this.#workspace;
    connection.onCompletion((params, token) =>
      this.#about("textDocument/completion", params, token, [], (text) => {
        const takesSnippets = this.#capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
        return completions(text, params.position, this.#lang, takesSnippets);
      }),
    );
    connection.onHover((params, token) =>
      this.#about("textDocument/hover", params, token, null, (text) =>
        hoverAt(
          text,
          params.position,
          workspace,
          this.#lang,
          this.#capabilities.textDocument?.hover?.contentFormat ?? [],
        ),
      ),
    );
    connection.onSignatureHelp((params, token) =>
      this.#about("textDocument/signatureHelp", params, token, null, (text) =>
        signatureAt(text, params.position, this.#lang),
      ),
    );
    connection.onDocumentHighlight((params, token) =>
      this.#about("textDocument/documentHighlight", params, token, [], (text) => highlightsAt(text, params.position)),
    );
    connection.onDocumentSymbol((params, token) =>
      this.#about("textDocument/documentSymbol", params, token, [], documentSymbols),
    );
    connection.onFoldingRanges((params, token) =>
      this.#about("textDocument/foldingRange", params, token, [], foldingRanges),
    );
    connection.onSelectionRanges((params, token) =>
      this.#about("textDocument/selectionRange", params, token, null, (text) =>
        selectionRanges(text, params.positions),
      ),
    );
    connection.languages.semanticTokens.on((params, token) =>
      this.#about("textDocument/semanticTokens/full", params, token, { data: [] }, (text) => semanticTokens(text)),
    );
    connection.languages.semanticTokens.onRange((params, token) =>
      this.#about("textDocument/semanticTokens/range", params, token, { data: [] }, (text) =>
        semanticTokens(text, params.range),
      ),
    );
    connection.languages.inlayHint.on((params, token) =>
      this.#about("textDocument/inlayHint", params, token, [], (text) => hintsIn(text, params.range, this.#lang)),
    );
    connection.onCodeAction((params, token) =>
      this.#about("textDocument/codeAction", params, token, [], (text) =>
        codeActions(text, params, workspace, this.#lang),
      ),
    );
    connection.onDocumentFormatting((params, token) =>
      this.#about("textDocument/formatting", params, token, null, (text) => formattingEdits(text)),
    );
    connection.onDocumentRangeFormatting((params, token) =>
      this.#about("textDocument/rangeFormatting", params, token, null, (text) => formattingEdits(text, params.range)),
    );
    connection.onCodeLens((params, token) =>
      this.#about("textDocument/codeLens", params, token, [], (text) =>
        codeLenses(text, this.#runs.latest(text), this.#lang),
      ),
    );
    connection.languages.diagnostics.on((params, token) => {
      const answer = this.#about("textDocument/diagnostic", params, token, [], (text) => this.#diagnosticsOf(text));
      if (!(answer instanceof ResponseError)) return { kind: DocumentDiagnosticReportKind.Full, items: answer };
      return new ResponseError(answer.code, answer.message, { retriggerRequest: false });
    });
  }

  /** Requests that concern several rubrics, and commands. */
  #answerAboutRubrics(): void {
    const { connection } = this;
    const workspace = this.#workspace;
    connection.onDefinition((params, token) =>
      this.#about("textDocument/definition", params, token, null, (text) =>
        definitionAt(text, params.position, workspace),
      ),
    );
    connection.onReferences((params, token) =>
      this.#about("textDocument/references", params, token, [], (text) =>
        referencesAt(text, params.position, params.context.includeDeclaration, workspace),
      ),
    );
    connection.onPrepareRename((params, token) =>
      this.#about("textDocument/prepareRename", params, token, null, (text) =>
        renamedRange(text, params.position, workspace),
      ),
    );
    connection.onRenameRequest((params, token) => {
      const renamed = this.#about("textDocument/rename", params, token, null, (text) =>
        renameAt(text, params.position, params.newName, workspace, this.#lang),
      );
      // The protocol reports a refusal as an error of the request.
      if (renamed === null || !("refusal" in renamed)) return renamed;
      return new ResponseError<void>(LSPErrorCodes.RequestFailed, renamed.refusal);
    });
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found = [];
      for (const path of this.#guarded("workspace/symbol", [], () => workspace.allPaths())) {
        // Each rubric may take long: other messages, such as the end of this request, come between.
        await new Promise((resolve) => setImmediate(resolve));
        if (token.isCancellationRequested) return cancelled();
        const analysed = this.#guarded("workspace/symbol", null, () => workspace.analysed(path));
        if (analysed !== null) found.push(...matchingSymbols(analysed, query));
      }
      return found;
    });
    connection.onExecuteCommand(({ command, arguments: [uri] = [] }, token) => {
      if (command !== RUN_TESTS || typeof uri !== "string") return null;
      return this.#about(command, { textDocument: { uri } }, token, null, (text) => this.#runTests(text));
    });
    connection.onRequest(PREVIEW, async (params: PreviewParams): Promise<Preview | null> => {
      try {
        return await this.host.preview({
          path: this.host.pathOf(params.textDocument.uri),
          lang: this.#lang,
          view: params.view ?? "ranking",
          subject: params.subject ?? null,
          period: params.period ?? null,
          read: workspace.read,
        });
      } catch (error) {
        this.#log(PREVIEW, error);
        return null;
      }
    });
  }

  /** Runs the tests of a rubric and draws their outcomes again; returns the outcomes, null where the rubric has errors. */
  #runTests(text: AnalysedText): readonly TestReport[] | null {
    const { outcomes } = this.#runs.run(text, this.#lang);
    if (this.#capabilities.workspace?.codeLens?.refreshSupport === true)
      this.connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) => this.#log("workspace/codeLens/refresh", error));
    this.#scheduleDiagnostics(text.path);
    this.#refreshDiagnostics();
    return (
      outcomes?.map(({ name, passed, span, expectations }) => ({
        name,
        passed,
        range: text.text.rangeOf(span),
        expectations: expectations.map(({ span: of, ...each }) => ({ ...each, range: text.text.rangeOf(of) })),
      })) ?? null
    );
  }

  /** The answer to a request about a text: `otherwise` where there is no such text, an error of the protocol where it was cancelled. */
  #about<T>(
    method: string,
    { textDocument }: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    otherwise: T,
    answer: (text: AnalysedText) => T,
  ): T | ResponseError<void> {
    if (token.isCancellationRequested) return cancelled();
    return this.#guarded(method, otherwise, () => {
      const text = this.#workspace.at(textDocument.uri);
      return text === null ? otherwise : answer(text);
    });
  }

  /** The result of work, or `otherwise` after an error of this program, which is logged. */
  #guarded<T>(method: string, otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#log(method, error);
      return otherwise;
    }
  }

  #log(method: string, error: unknown): void {
    this.connection.console.error(
      `${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
