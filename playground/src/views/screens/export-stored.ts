/** Downloads of stored projects: one, all that are present, or all that are deleted. */
import { download, fileNameOf } from "@yardstick/ui";
import { messages } from "../../messages/messages.js";
import { screenMessages } from "../../messages/screen-messages.js";
import type { Workbench } from "../../store/workbench.js";

/** Downloads a project; of one whose record cannot be read, what remains of it. Rejects when what reads it cannot be loaded. */
export async function exportStored(store: Workbench, id: string, name: string): Promise<void> {
  const { projects } = store;
  const files = await projects.files();
  const text = id === projects.id ? projects.projectFile() : await files.fileOf(id);
  if (text === null) download(fileNameOf(`damaged ${id}`, "json"), await files.damagedFile(id));
  else download(fileNameOf(name), text);
}

/** Downloads one file with the deleted projects, or with all others. Rejects as `exportStored` does. */
export async function exportCollection(store: Workbench, which: "present" | "deleted"): Promise<void> {
  const text = await (await store.projects.files()).collectionFile(which);
  const date = new Date().toISOString().slice(0, 10);
  const kind = which === "deleted" ? [screenMessages[store.lang].deletedFile] : [];
  download(fileNameOf([messages[store.lang].brand, ...kind, date].join(" ")), text);
}
