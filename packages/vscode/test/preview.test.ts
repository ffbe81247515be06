import type { PreviewParams } from "@yardstick/lsp/protocol";
import { expect, test, vi } from "vitest";
import { extensionMessages } from "../src/messages.js";
import { Previews, rubricAtHand } from "../src/preview.js";

const pages = vi.hoisted(() => [] as { webview: { html: string }; closed: () => void }[]);
const active = vi.hoisted(() => ({ languageId: "rubric", uri: { scheme: "file", path: "/a.rubric" } }));

vi.mock("vscode", () => {
  const none = () => ({ dispose() {} });
  return {
    ViewColumn: { Beside: -2 },
    workspace: {
      createFileSystemWatcher: () => ({ onDidChange: none, onDidCreate: none, onDidDelete: none, ...none() }),
      onDidChangeTextDocument: none,
    },
    window: {
      activeTextEditor: { document: active },
      createWebviewPanel() {
        const page = { webview: { html: "" }, closed() {} };
        pages.push(page);
        return { ...page, reveal() {}, dispose() {}, onDidDispose: (closed: () => void) => (page.closed = closed) };
      },
    },
  };
});

/** Previews over a client whose answers come when the test gives them. */
function previews() {
  const answers: ((text: string) => void)[] = [];
  const client = {
    code2ProtocolConverter: { asUri: ({ path }: { path: string }) => path },
    sendRequest: async (_method: string, _params: PreviewParams) =>
      new Promise((resolve) =>
        answers.push((text) => resolve({ html: `<body>${text}</body>`, notes: [], subjects: [] })),
      ),
  };
  return { shown: new Previews(client as never, extensionMessages.en), answers };
}

test("a page shows the answer to the latest request, in whatever order answers come", async () => {
  const { shown, answers } = previews();
  const [earlier, later] = [shown.showRanking(), shown.showRanking()];
  answers[1]?.("later");
  await later;
  answers[0]?.("earlier");
  await earlier;
  expect(pages.at(-1)?.webview.html).toBe("<body>later</body>");
});

test("an answer for a page that was closed is not shown on the one that was opened after it", async () => {
  const { shown, answers } = previews();
  const first = shown.showRanking();
  pages.at(-1)?.closed();
  const second = shown.showRanking();
  answers[0]?.("closed");
  await first;
  expect(pages.slice(-2).map(({ webview }) => webview.html)).toEqual(["", ""]);
  answers[1]?.("open");
  await second;
  expect(pages.at(-1)?.webview.html).toBe("<body>open</body>");
});

test("a rubric that another extension shows, such as an earlier version, is not one for the server", () => {
  expect(rubricAtHand()).toBe(active.uri);
  active.uri = { scheme: "git", path: "/a.rubric" };
  expect(rubricAtHand()).toBeNull();
});
