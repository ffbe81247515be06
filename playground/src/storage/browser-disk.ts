/** Storage provided by a browser: its database, its locks and its channel between windows. */
import type { Disk } from "./autosave.js";
import { ProjectDatabase } from "./database.js";
import { lockProject, openSaveChannel } from "./project-lock.js";

/** @param name name of the database */
export function browserDisk(name: string): Disk {
  return {
    open: (onClosed) => ProjectDatabase.open(name, onClosed),
    lock: lockProject,
    openChannel: openSaveChannel,
    // Not `randomUUID`, which is unavailable over plain http.
    newId: () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-"),
    now: Date.now,
    persist: async () => (await (navigator as Partial<Navigator>).storage?.persist?.()) ?? null,
  };
}
