/** What a store needs around it in a page of somebody else: nothing is kept, unless the page names where. */
import { messages } from "../../messages/messages.js";
import { browserDisk } from "../../storage/browser-disk.js";
import { defaultPreferences, type Preferences, type PreferenceStore } from "../../storage/preferences.js";
import type { Disk } from "../../storage/autosave.js";
import type { ProjectContent } from "../../project/project.js";
import type { Environment } from "../../store/state.js";
import { openWorker } from "../open-worker.js";

/** @param keptAs name of the browser's database to keep the project in; null where the page keeps it itself */
export function embeddedEnvironment(
  example: ProjectContent,
  preferences: Partial<Preferences>,
  keptAs: string | null,
): Environment {
  return {
    preferences: inMemory({ ...defaultPreferences, ...preferences }),
    browserLang: navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en",
    example,
    untitled: { zh: messages.zh.untitled, en: messages.en.untitled },
    createWorker: openWorker,
    disk: keptAs === null ? hosted : browserDisk(keptAs),
  };
}

/** The page around the element hears of every change, and keeps what it wants to keep. */
const hosted: Disk = {
  ...browserDisk(""),
  open: () => Promise.resolve("hosted"),
  persist: () => Promise.resolve(null),
};

function inMemory(first: Preferences): PreferenceStore {
  let now = first;
  return { read: () => now, write: (next) => (now = next) };
}
