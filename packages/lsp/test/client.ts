/**
 * A client in this process: a server over files in memory, with requests by name. What the server logs as an error fails the test.
 */
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { startLanguageServer, type Host, type ServerOptions } from "../src/index.js";

export interface Client {
  readonly connection: ProtocolConnection;
  readonly request: <T>(method: string, params: object) => Promise<T>;
  readonly notify: (method: string, params: object) => void;
  readonly open: (path: string, text: string) => string;
  /** The latest diagnostics that were sent, by URI. */
  readonly sent: Map<string, readonly Diagnostic[]>;
  /** Methods of the requests that the server made. */
  readonly asked: string[];
  /** What the server logged as an error. */
  readonly errors: string[];
  readonly capabilities: Record<string, unknown>;
}

interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly options?: Partial<ServerOptions>;
}

export const uriOf = (path: string): string => `file://${path.split("/").map(encodeURIComponent).join("/")}`;

/** A host over the files. */
function hostOf(files: Record<string, string>): Host {
  return {
    pathOf: (uri) => (uri.startsWith("file://") ? decodeURIComponent(uri.slice("file://".length)) : uri),
    uriOf,
    read: (path) => files[path] ?? null,
    rubricsUnder: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
    preview: ({ path, view, lang, read }) =>
      Promise.resolve({ html: `${view} ${lang} ${read(path)?.length}`, notes: [], subjects: [] }),
  };
}

export async function connect({ files = {}, locale, capabilities = {}, options = {} }: World = {}): Promise<Client> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  startLanguageServer(server, hostOf(files), { lang: null, otherwise: "en", ...options });
  const connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const sent = new Map<string, readonly Diagnostic[]>();
  const errors: string[] = [];
  const asked: string[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: { uri: string; diagnostics: Diagnostic[] }) => {
    sent.set(params.uri, params.diagnostics);
  });
  connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  for (const method of ["client/registerCapability", "workspace/codeLens/refresh", "workspace/diagnostic/refresh"])
    connection.onRequest(method, () => {
      asked.push(method);
      return null;
    });
  connection.listen();
  const initialized = await connection.sendRequest<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: uriOf("/w"), name: "w" }],
    capabilities,
    ...(locale === undefined ? {} : { locale }),
  });
  void connection.sendNotification("initialized", {});
  return {
    connection,
    request: async (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => void connection.sendNotification(method, params),
    open(path, text) {
      const uri = uriOf(path);
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "rubric", version: 1, text },
      });
      return uri;
    },
    sent,
    asked,
    errors,
    capabilities: initialized.capabilities,
  };
}

/** A text without the mark `▌`, and the UTF-16 position at which it was. */
export function marked(source: string): {
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
} {
  const at = source.indexOf("▌");
  const before = source.slice(0, at).split("\n");
  return {
    text: source.slice(0, at) + source.slice(at + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
