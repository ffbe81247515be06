/**
 * Sorts files that a user picks or drops: projects and rubrics are opened, tables are previewed and imported, documents
 * are read. Also opens the file picker.
 */
import type { TableRole } from "../../project/project.js";
import { sameName } from "../../project/project.js";
import type { Workbench } from "../../store/workbench.js";
import type { InputFile } from "../../protocol/protocol.js";
import { isField, pastedSource, type Pasted } from "./pasted-document.js";
import type { ReadingSource } from "../../protocol/reading-sheet.js";

const TABLES = /\.(csv|tsv|txt|xlsx|xls|zip)$/i;
/** Documents, those that cannot be read included: the screen says what to do with them. */
const DOCUMENTS = /\.(docx?|wps|et|html?|md|rtf|odt|pdf|png|jpe?g|bmp|tiff?)$/i;
/** Formats of tables that documents have, too. */
const EITHER = /\.(xlsx|txt)$/i;
/** Larger files are tables. */
const MAX_DOCUMENT = 5_000_000;

/** @param into the table to fill when a file's name does not identify one */
export async function takeFiles(
  store: Workbench,
  files: readonly File[],
  into: { readonly role: TableRole; readonly name: string } = { role: "subjects", name: "" },
): Promise<void> {
  await evaluated(store);
  const [only] = files;
  if (files.length === 1 && only !== undefined && into.role === "subjects") {
    const source = await documentIn(store, only);
    if (source !== null) {
      store.screens.show({ kind: "reading", source, into: null });
      return;
    }
  }
  const tables = files.filter(({ name }) => TABLES.test(name));
  if (tables.length > 0) {
    const given = tables.map(async (file): Promise<InputFile> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return {
        file: file.name,
        bytes,
        encoding: null,
        sheet: null,
        modified: file.lastModified,
        ...tableOf(store, file.name, into),
      };
    });
    const read = await Promise.all(given);
    store.screens.show({ kind: isMerge(store, read) ? "collect" : "import", files: read });
    return;
  }
  const [file] = files;
  if (file === undefined) return;
  const projects = await store.projects.files().catch(() => null);
  if (projects === null) store.screens.show({ kind: "refused", why: "file-unloaded", instead: null });
  else projects.receiveFile(file.name, await file.text());
}

/**
 * Resolves once the project has been evaluated for the first time, with or without a result: the fields and lists of its
 * rubric tell what a file is for.
 */
async function evaluated(store: Workbench): Promise<void> {
  const isPending = () => store.good === null && !store.evaluation.isStale && store.evaluation.failure === null;
  while (isPending())
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe(["evaluation"], () => {
        unsubscribe();
        resolve();
      });
    });
}

/** The document that a file is; null for tables, rubrics and projects. */
async function documentIn(store: Workbench, file: File): Promise<ReadingSource | null> {
  const { name } = file;
  const isEither = EITHER.test(name) && file.size <= MAX_DOCUMENT;
  if (!DOCUMENTS.test(name) && !isEither) return null;
  const source = { bytes: new Uint8Array(await file.arrayBuffer()), name };
  if (!isEither) return source;
  return (await store.request("recognise", { source })) === true ? source : null;
}

/** Opens the file picker for a document to be read as a rubric. */
export function pickDocument(store: Workbench): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".docx,.xlsx,.html,.htm,.txt,.md,.csv,.doc,.wps,.et,.pdf";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    void file.arrayBuffer().then((buffer) => {
      const source = { bytes: new Uint8Array(buffer), name: file.name };
      store.screens.show({ kind: "reading", source, into: null });
    });
  });
  input.click();
}

/** Reads pasted content as a document; too little of it is ignored. `into` is the start of the selected part. */
export function takeText(store: Workbench, pasted: Pasted, into: number | null = null): void {
  const source = pastedSource(pasted);
  if (source !== null) store.screens.show({ kind: "reading", source, into });
}

/** Reads the clipboard when the user asks for it with a button; false when the browser does not give it, or gives too little. */
export async function readClipboard(store: Workbench): Promise<boolean> {
  try {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string): Promise<string> =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : "";
    const source = pastedSource({ html: await textOf("text/html"), text: await textOf("text/plain") });
    if (source === null) return false;
    store.screens.show({ kind: "reading", source, into: null });
    return true;
  } catch {
    return false;
  }
}

/** Handles a paste on the page, outside of every field; `path` is that of the event. */
export function takePaste(store: Workbench, pasted: Pasted, path: readonly EventTarget[]): void {
  const { current } = store.screens;
  if (current !== null && current.kind !== "start") return;
  if (!path.some(isField)) takeText(store, pasted);
}

/**
 * Whether files are merged into the tables that are there: any that could be of subjects, a list or constants when there are
 * rows already or several files; never history.
 */
function isMerge(store: Workbench, files: readonly InputFile[]): boolean {
  const hasRows = store.tables.some(({ role, rows }) => role === "subjects" && rows.length > 0);
  return (
    store.good !== null &&
    (hasRows || files.length > 1 || files.some(({ file }) => /\.zip$/i.test(file))) &&
    files.every(({ role }) => role !== "history")
  );
}

function tableOf(
  store: Workbench,
  fileName: string,
  into: { readonly role: TableRole; readonly name: string },
): { readonly role: TableRole; readonly name: string } {
  const bare = fileName.replace(/\.[^.]*$/, "");
  const list = store.good?.program.lists.find(({ name }) => sameName(name, bare));
  if (list !== undefined) return { role: "list", name: list.name };
  if (/^(history|历年结果|往期结果)$/i.test(bare)) return { role: "history", name: "" };
  if (/^(constants|常量)$/i.test(bare)) return { role: "constants", name: "" };
  return /\.xlsx?$/i.test(fileName) || /^data$/i.test(bare) ? { role: "subjects", name: "" } : into;
}

/** Opens the file picker; resolves without effect when the user cancels it. */
export function pickFiles(store: Workbench, into?: { readonly role: TableRole; readonly name: string }): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = into === undefined ? ".rubric,.json,.txt,.csv,.tsv,.xlsx,.zip" : ".csv,.tsv,.txt,.xlsx,.zip";
  input.addEventListener("change", () => void takeFiles(store, [...(input.files ?? [])], into));
  input.click();
}
