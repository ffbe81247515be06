/**
 * `yardstick lsp`: the language server for editors, on standard input and output. It ends when its client asks for it or goes away.
 */
import process from "node:process";
import { startLanguageServer } from "@yardstick/lsp";
import { createConnection } from "vscode-languageserver/node";
import type { Context } from "../context.js";
import { editorHost } from "../editor-host.js";
import type { ExitCode } from "../exit.js";
import type { LanguageServerOptions } from "../command-options.js";

/** Runs the command. The connection ends the process, so the returned promise does not resolve; it also reads `--clientProcessId` itself. */
export function lsp({ lang }: LanguageServerOptions, context: Context): Promise<ExitCode> {
  const requested = lang === "zh" || lang === "en" ? lang : null;
  const connection = createConnection(process.stdin, process.stdout);
  startLanguageServer(connection, editorHost(context), { lang: requested, otherwise: context.lang });
  return new Promise(() => {});
}
