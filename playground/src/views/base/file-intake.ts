/**
 * Sorts files that a user picks or drops: projects and rubrics are opened, tables are previewed and imported. Also
 * opens the file picker.
 */
import type { TableRole } from "../../project/project.js";
import { sameName } from "../../project/project.js";
import type { Workbench } from "../../store/workbench.js";
import type { InputFile } from "../../protocol/protocol.js";

const TABLES = /\.(csv|tsv|txt|xlsx|xls)$/i;

/** @param into the table to fill when a file's name does not identify one */
export async function takeFiles(
  store: Workbench,
  files: readonly File[],
  into: { readonly role: TableRole; readonly name: string } = { role: "subjects", name: "" },
): Promise<void> {
  const tables = files.filter(({ name }) => TABLES.test(name));
  if (tables.length > 0) {
    const given = tables.map(async (file): Promise<InputFile> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { file: file.name, bytes, encoding: null, sheet: null, ...tableOf(store, file.name, into) };
    });
    store.screens.show({ kind: "import", files: await Promise.all(given) });
    return;
  }
  const [file] = files;
  if (file !== undefined) store.projects.receiveFile(file.name, await file.text());
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
  input.accept = into === undefined ? ".rubric,.json,.txt,.csv,.tsv,.xlsx" : ".csv,.tsv,.txt,.xlsx";
  input.addEventListener("change", () => void takeFiles(store, [...(input.files ?? [])], into));
  input.click();
}
