// An editor without windows: the interface of Visual Studio Code as far as the extension and its client library use it. What is not written
// here is a function that does nothing. `node editor.cjs EXTENSION RUBRIC` activates the extension, runs its commands on the rubric, and
// prints as JSON what the extension registered, showed and logged.

const { pathToFileURL, fileURLToPath } = require("node:url");

const [extension, rubric] = process.argv.slice(2);
const seen = { commands: [], providers: [], messages: [], errors: [], pages: [], channels: [] };

/** A function, class and object at once, whose members are such again unless `own` has them. */
function anything(name, own = {}) {
  return new Proxy(function () {}, {
    get(target, key) {
      if (Object.hasOwn(own, key)) return own[key];
      if (key === "prototype") return target.prototype;
      if (key === Symbol.toPrimitive || key === "toString") return () => name;
      // Nothing here is a promise.
      if (typeof key === "symbol" || key === "then") return undefined;
      return (own[key] = anything(`${name}.${key}`));
    },
    apply() {
      const provider = /^languages\.register(\w+)Provider$/u.exec(name)?.[1];
      if (provider !== undefined) seen.providers.push(provider);
      return anything(`${name}()`);
    },
    construct: () => anything(`new ${name}`),
  });
}

const uriOf = (path) => ({
  scheme: "file",
  path,
  fsPath: path,
  toString: () => pathToFileURL(path).href,
});
const show = async (message) => void seen.messages.push(message);
const channel = anything("channel", {
  error: (message) => seen.errors.push(String(message)),
  appendLine: (message) => seen.errors.push(String(message)),
  append: (message) => seen.errors.push(String(message)),
  info: () => {},
  warn: () => {},
});
const registered = new Map();

const editor = {
  version: "1.101.0",
  ViewColumn: { Beside: -2 },
  env: anything("env", { language: process.env.EDITOR_LANGUAGE ?? "en", appName: "test" }),
  Uri: {
    joinPath: ({ path }, ...names) => uriOf([path, ...names].join("/")),
    parse: (text) => uriOf(fileURLToPath(text)),
    file: uriOf,
  },
  commands: {
    registerCommand(id, run) {
      registered.set(id, run);
      return { dispose() {} };
    },
  },
  workspace: anything("workspace", {
    getConfiguration: () => ({ get: (_name, otherwise) => otherwise }),
    workspaceFolders: undefined,
    textDocuments: [],
    notebookDocuments: [],
    rootPath: undefined,
    name: undefined,
  }),
  window: anything("window", {
    activeTextEditor: { document: { languageId: "rubric", uri: uriOf(rubric) } },
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: () => ({ dispose() {} }) },
    createOutputChannel(name) {
      seen.channels.push(name);
      return channel;
    },
    showErrorMessage: show,
    showInformationMessage: show,
    showWarningMessage: show,
    showQuickPick: async (choices) => choices[0],
    createWebviewPanel(_type, title) {
      const page = { title, html: "" };
      seen.pages.push(page);
      return { webview: page, onDidDispose() {}, reveal() {}, dispose() {} };
    },
  }),
};
// The module `vscode` beside the extension exports it.
globalThis.vscode = new Proxy(editor, {
  get(target, key) {
    if (Object.hasOwn(target, key) || typeof key === "symbol") return target[key];
    return (target[key] = anything(key));
  },
});

async function main() {
  const { activate, deactivate } = require(`${extension}/dist/extension.cjs`);
  await activate({ extensionUri: uriOf(extension), subscriptions: [] });
  for (const id of ["yardstick.runTests", "yardstick.previewRanking", "yardstick.previewSheet"])
    await registered.get(id)();
  await deactivate();
  seen.commands = [...registered.keys()];
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
