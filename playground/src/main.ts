/**
 * Where the app begins: the store with what the browser offers it, and the one element of the page. Nothing here is needed by
 * tests or by pages that embed the elements.
 */
import "./styles/page.css";
import "./styles/tokens.css";
import { communityExample } from "./example/community.js";
import "./elements/playground.js";
import { ProjectDatabase } from "./storage/database.js";
import { localPreferences } from "./storage/preferences.js";
import { holdProject, openSaveNews } from "./storage/project-lock.js";
import { Workbench } from "./store/workbench.js";
import { openWorker } from "./worker/open-worker.js";

const store = new Workbench({
  preferences: localPreferences,
  browserLang: navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en",
  example: communityExample(),
  createWorker: openWorker,
  disk: {
    open: (onClosed) => ProjectDatabase.open("yardstick", onClosed),
    hold: holdProject,
    news: openSaveNews,
    // Not `randomUUID`, which plain http does not offer.
    newId: () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-"),
    now: Date.now,
    persist: async () => (await (navigator as Partial<Navigator>).storage?.persist?.()) ?? null,
  },
});

const playground = document.createElement("yardstick-playground");
playground.store = store;
document.body.append(playground);
/** What came in the address is taken in once: a reload must not offer it again. */
async function takeHash(take: (hash: string) => Promise<unknown>): Promise<void> {
  const { hash } = location;
  await take(hash);
  if (hash.startsWith("#y")) history.replaceState(null, "", location.pathname + location.search);
}

void takeHash((hash) => store.start(hash));
addEventListener("hashchange", () => void takeHash((hash) => store.projects.receiveHash(hash)));
