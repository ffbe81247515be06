/**
 * The extension for Visual Studio Code: starts the language server that comes with it, or the command that the settings name, and adds
 * commands that run tests and open previews.
 */
import type { Lang } from "@yardstick/language";
import { RUN_TESTS, type TestReport } from "@yardstick/lsp/protocol";
import * as vscode from "vscode";
import { ExecuteCommandRequest, LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import { extensionMessages, type ExtensionMessages } from "./messages.js";
import { Previews, RUBRICS, rubricAtHand } from "./preview.js";

let running: LanguageClient | undefined;

/** Called by the editor when the first rubric is opened. */
export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const settings = vscode.workspace.getConfiguration("yardstick");
  const requested = settings.get<string>("language", "auto");
  const editor: Lang = /^zh/iu.test(vscode.env.language) ? "zh" : "en";
  const messages = extensionMessages[requested === "zh" || requested === "en" ? requested : editor];
  const own = vscode.Uri.joinPath(extensionUri, "server", "bin", "yardstick.mjs").fsPath;
  const options = serverOptions(settings.get<string>("command", ""), own, requested);
  const client = new LanguageClient("yardstick", "Yardstick", options, { documentSelector: RUBRICS });
  const previews = new Previews(client, messages);
  running = client;
  subscriptions.push(
    previews,
    vscode.commands.registerCommand("yardstick.runTests", async () => runTests(client, messages)),
    vscode.commands.registerCommand("yardstick.previewRanking", async () => previews.showRanking()),
    vscode.commands.registerCommand("yardstick.previewSheet", async () => previews.showSheet()),
  );
  try {
    await client.start();
  } catch (error) {
    await vscode.window.showErrorMessage(messages.serverFailed(error instanceof Error ? error.message : String(error)));
  }
}

/** Called by the editor before the extension ends. */
export async function deactivate(): Promise<void> {
  // A client whose server could not be started cannot be stopped.
  if (running?.needsStop() === true) await running.stop();
}

function serverOptions(command: string, own: string, requested: string): ServerOptions {
  const args = ["lsp", ...(requested === "zh" || requested === "en" ? ["--lang", requested] : [])];
  if (command !== "") return { command, args, transport: TransportKind.stdio };
  return { module: own, args, transport: TransportKind.stdio };
}

/** Runs the tests of the rubric in the active editor, and shows how many passed. */
async function runTests(client: LanguageClient, messages: ExtensionMessages): Promise<void> {
  const uri = rubricAtHand();
  if (uri === null) return;
  const reports = (await client.sendRequest(ExecuteCommandRequest.type, {
    command: RUN_TESTS,
    arguments: [client.code2ProtocolConverter.asUri(uri)],
  })) as readonly TestReport[] | null;
  if (reports === null) await vscode.window.showErrorMessage(messages.testsCannotRun);
  else if (reports.length === 0) await vscode.window.showInformationMessage(messages.noTests);
  else {
    const passed = reports.filter((report) => report.passed).length;
    const failed = reports.length - passed;
    const show = failed === 0 ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
    await show(messages.testCounts(passed, failed));
  }
}
