/** The environment of a store in a page that embeds it: nothing is saved unless the page names a database. */
import { messages } from "../../messages/messages.js";
import { browserDisk } from "../../storage/browser-disk.js";
import { defaultPreferences, type Preferences, type PreferenceStore } from "../../storage/preferences.js";
import type { Disk } from "../../storage/autosave.js";
import type { ProjectContent } from "../../project/project.js";
import type { Environment } from "../../store/state.js";
import { openWorker } from "./bundled-worker.js";

/** @param keptAs name of the browser database to save the project in; null when the page saves it itself */
export function embeddedEnvironment(
  example: ProjectContent,
  preferences: Partial<Preferences>,
  databaseName: string | null,
): Environment {
  return {
    preferences: inMemory({ ...defaultPreferences, ...preferences }),
    browserLang: navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en",
    example,
    firstExample: null,
    untitled: { zh: messages.zh.untitled, en: messages.en.untitled },
    createWorker: openWorker,
    disk: databaseName === null ? hosted : browserDisk(databaseName),
  };
}

/** The page that embeds the element receives every change as an event and saves what it chooses. */
const hosted: Disk = {
  ...browserDisk(""),
  open: () => Promise.resolve("hosted"),
  persist: () => Promise.resolve(null),
};

function inMemory(first: Preferences): PreferenceStore {
  let now = first;
  return { read: () => now, write: (next) => (now = next) };
}
