/**
 * Previews of a ranking or a score sheet beside the editor. They follow the text and the data, after a pause.
 */
import { PREVIEW, type Preview, type PreviewParams } from "@yardstick/lsp/protocol";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { ExtensionMessages } from "./messages.js";
import { previewPage } from "./preview-page.js";

/** A change is drawn when no other has followed for this time, in milliseconds. */
const PAUSE = 400;

/** What a panel shows. */
type Shown = Omit<PreviewParams, "textDocument"> & { readonly uri: vscode.Uri };

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly shown: Shown;
  /** The number of times that it has been requested. */
  requests: number;
}

/** Opens previews. */
export class Previews implements vscode.Disposable {
  readonly #panels = new Map<string, Open>();
  readonly #disposables: vscode.Disposable[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: LanguageClient,
    private readonly messages: ExtensionMessages,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.{csv,xlsx,json,rubric}");
    this.#disposables.push(
      watcher,
      watcher.onDidChange(() => this.#refresh()),
      watcher.onDidCreate(() => this.#refresh()),
      watcher.onDidDelete(() => this.#refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "rubric") this.#refresh();
      }),
    );
  }

  /** Shows the ranking of the rubric in the active editor. */
  async showRanking(): Promise<void> {
    const uri = rubricAtHand();
    if (uri === null) return;
    const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    await this.#show({ uri, view: "ranking" }, this.messages.ranking(name));
  }

  /** Asks for a subject of the rubric in the active editor, and shows its score sheet. */
  async showSheet(): Promise<void> {
    const uri = rubricAtHand();
    if (uri === null) return;
    const ranking = await this.#request({ uri, view: "ranking" });
    const keys = [...new Set(ranking?.subjects.map(({ key }) => key))];
    if (keys.length === 0) {
      await vscode.window.showInformationMessage([this.messages.noSubjects, ...(ranking?.notes ?? [])].join("\n"));
      return;
    }
    const subject = await vscode.window.showQuickPick(keys, { placeHolder: this.messages.chooseSubject });
    if (subject !== undefined) await this.#show({ uri, view: "sheet", subject }, this.messages.sheet(subject));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const { panel } of this.#panels.values()) panel.dispose();
    for (const each of this.#disposables) each.dispose();
  }

  async #show(shown: Shown, title: string): Promise<void> {
    const key = `${shown.uri.toString()} ${shown.view ?? "ranking"} ${shown.subject ?? ""}`;
    const known = this.#panels.get(key);
    if (known !== undefined) known.panel.reveal(undefined, true);
    else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel("yardstick.preview", title, column, { enableFindWidget: true });
      panel.onDidDispose(() => this.#panels.delete(key));
      this.#panels.set(key, { panel, shown, requests: 0 });
    }
    await this.#draw(key);
  }

  async #request({ uri, ...params }: Shown): Promise<Preview | null> {
    const asked: PreviewParams = { ...params, textDocument: { uri: this.client.code2ProtocolConverter.asUri(uri) } };
    return this.client.sendRequest<Preview | null>(PREVIEW, asked);
  }

  async #draw(key: string): Promise<void> {
    const open = this.#panels.get(key);
    if (open === undefined) return;
    open.requests += 1;
    const own = open.requests;
    const preview = await this.#request(open.shown);
    // The panel may have been closed, or requested again, meanwhile; the answer to an earlier request may come after that to a later one.
    if (this.#panels.get(key) !== open || open.requests !== own) return;
    const failed: Preview = { html: null, notes: [this.messages.failed], subjects: [] };
    open.panel.webview.html = previewPage(preview ?? failed, this.messages.noResult);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const key of this.#panels.keys())
        this.#draw(key).catch((error: unknown) => this.client.error(String(error)));
    }, PAUSE);
  }
}

/** The documents that the server knows: files and unsaved texts, not what other extensions show, such as an earlier version in a comparison. */
export const RUBRICS = ["file", "untitled"].map((scheme) => ({ scheme, language: "rubric" }));

/** The rubric in the active editor; null where there is none. */
export function rubricAtHand(): vscode.Uri | null {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return null;
  const { languageId, uri } = document;
  return RUBRICS.some(({ scheme, language }) => scheme === uri.scheme && language === languageId) ? uri : null;
}
