// What the app has stored in the browser, read without the app: the records with their rows in place, as files of the app
// contain them.

import type { Page } from "playwright-core";

/** A stored project; its fields may be of any shape. */
export interface StoredProject {
  readonly id: string;
  readonly rubric: unknown;
  readonly tables: readonly {
    readonly role: string;
    readonly name: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** All stored projects, read in one transaction; null when the database cannot be read, or a chunk of rows is absent. */
export function storedProjects(page: Page): Promise<readonly StoredProject[] | null> {
  return page.evaluate(
    () =>
      new Promise<readonly StoredProject[] | null>((resolve) => {
        const request = indexedDB.open("yardstick");
        request.addEventListener("error", () => resolve(null));
        request.addEventListener("success", () => {
          const db = request.result;
          const tx = db.transaction(["projects", "rows"]);
          const records = tx.objectStore("projects").getAll();
          const chunks = tx.objectStore("rows").getAll();
          tx.addEventListener("abort", () => resolve(null));
          tx.addEventListener("complete", () => {
            db.close();
            const rowsOf = new Map<string, readonly (readonly string[])[]>(
              chunks.result.map(({ project, chunk, rows }) => [`${project} ${chunk}`, rows]),
            );
            let isWhole = true;
            const projects = records.result.map(({ tables, ...record }) => ({
              ...record,
              tables: tables.map(({ chunks: names, ...table }: { readonly chunks?: readonly string[] }) => ({
                ...table,
                // A record of an earlier version contains its rows.
                ...(names !== undefined && {
                  rows: names.flatMap((name) => {
                    const rows = rowsOf.get(`${record.id} ${name}`);
                    isWhole &&= rows !== undefined;
                    return rows ?? [];
                  }),
                }),
              })),
            }));
            resolve(isWhole ? projects : null);
          });
        });
      }),
  );
}
