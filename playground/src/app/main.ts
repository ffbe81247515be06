/**
 * Entry point of the app: creates the store with the browser's facilities, and the one element of the page. Tests and
 * embedding pages do not load this module.
 */
import "./page.css";
import "@yardstick/ui/tokens.css";
import { firstExample } from "../project/examples/first-example.js";
import { fileIntake } from "../views/base/load-file-intake.js";
import { applyTheme } from "../views/base/theme.js";
import { Playground } from "./playground.js";
import { messages } from "../messages/messages.js";
import { browserDisk } from "../storage/browser-disk.js";
import { localPreferences } from "../storage/preferences.js";
import { readingOfTab } from "../storage/reading-tab.js";
import { Workbench } from "../store/workbench.js";
import { openWorker } from "./open-worker.js";

const browserLang = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
/** The presenter's window of a stage is another page of the app. */
const channel = new URLSearchParams(location.search).get("presenter");
if (channel === null) openApp();
else openPresenter(channel);

/** The presenter's window, in the language and theme of the app. */
function openPresenter(name: string): void {
  const preferences = localPreferences.read();
  const lang = preferences.lang ?? browserLang;
  applyTheme({ lang, preferences });
  void import("./presenter-window.js").then(({ showPresenter }) =>
    showPresenter(name, lang, (theme) => {
      document.documentElement.dataset["theme"] = theme;
    }),
  );
}

function openApp(): void {
  const store = new Workbench({
    preferences: localPreferences,
    browserLang,
    example: { rubric: "", tables: [] },
    firstExample: () => firstExample(browserLang),
    untitled: { zh: messages.zh.untitled, en: messages.en.untitled },
    createWorker: openWorker,
    disk: browserDisk("yardstick"),
  });

  // The first listener, so that every later one reads the new tokens.
  store.subscribe(["preferences"], () => applyTheme(store));
  applyTheme(store);

  customElements.define("yardstick-playground", Playground);
  const playground = new Playground();
  playground.store = store;
  document.body.append(playground);
  document.addEventListener("paste", (event) => {
    const { clipboardData } = event;
    if (event.defaultPrevented || clipboardData === null) return;
    const pasted = { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") };
    const path = event.composedPath();
    void fileIntake().then((intake) => intake.takePaste(store, pasted, path));
  });

  void takeHash((hash) => store.start(hash)).then(() => openKeptReading(store));
  addEventListener("hashchange", () => void takeHash((hash) => store.projects.receiveHash(hash)));
}

/** Opens the document that was on the reading screen before a reload. */
async function openKeptReading(store: Workbench): Promise<void> {
  if (readingOfTab() === null) return;
  const { keptReading } = await import("../storage/reading-keeper.js");
  const kept = await keptReading();
  if (kept !== null && store.screens.current === null) store.screens.show({ kind: "reading", ...kept });
}

/** Opens the project in the address once and removes it from the address, so that a reload does not offer it again. */
async function takeHash(take: (hash: string) => Promise<unknown>): Promise<void> {
  const { hash } = location;
  await take(hash);
  if (hash.startsWith("#y")) history.replaceState(null, "", location.pathname + location.search);
}
