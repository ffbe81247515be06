// Imports to be killed in the middle: each puts one number into a column of all subjects and adds a row to the ledger, so
// that an import that is there in part is noticed.

import type { Page } from "playwright-core";
import type { KilledActivity } from "./killing.js";
import { storedProjects } from "./stored.js";

const COLUMN = "计划外生育";
const LEDGER = "台账";
const MARK = "导入";

/** Drops two files on the page, merges them, and waits until the project is saved. */
function merge(page: Page, number: number): Promise<void> {
  return page.evaluate(
    async ([value, column, mark]) => {
      interface Table {
        readonly role: string;
        readonly header: string[];
        readonly rows: string[][];
      }
      type App = HTMLElement & {
        readonly store: {
          readonly tables: readonly Table[];
          readonly save: { readonly kind: string };
          readonly screens: { close(): void };
          flush(): Promise<void>;
        };
      };
      const app = document.querySelector<App>("yardstick-playground")!;
      const until = async <T>(look: () => T | null | undefined): Promise<T> => {
        for (;;) {
          const found = look();
          if (found !== null && found !== undefined) return found;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      const subjects = app.store.tables.find(({ role }) => role === "subjects")!;
      const keys = subjects.rows.map(([key]) => key);
      const text = [`名称,年度,${column}`, ...keys.map((key) => `${key},2008,${value}`)].join("\n");
      const ledger = `名称,年度,事项,日期,数量\n${keys[0]},2008,${mark}${value},2008-01-02,1\n`;
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "各社区.csv"));
      transfer.items.add(new File([ledger], "台账.csv"));
      app.dispatchEvent(
        new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }),
      );
      const deep = (root: ParentNode, selector: string): HTMLElement | null => {
        const found = root.querySelector<HTMLElement>(selector);
        if (found !== null) return found;
        for (const each of root.querySelectorAll("*")) {
          const inside = each.shadowRoot === null ? null : deep(each.shadowRoot, selector);
          if (inside !== null) return inside;
        }
        return null;
      };
      const button = await until(() => {
        const screen = deep(app.shadowRoot!, "ys-collect-screen");
        const main = screen?.shadowRoot?.querySelector<HTMLButtonElement>(".foot .btn.main:not(:disabled)");
        return main ?? null;
      });
      button.click();
      await app.store.flush();
      if (app.store.save.kind !== "saved") throw new Error(app.store.save.kind);
      app.store.screens.close();
    },
    [String(number), COLUMN, MARK],
  );
}

/** The number of the last whole import in the newest records; -1 when nothing can be read, -2 for one that is there in part. */
async function lastImport(page: Page): Promise<number> {
  const projects = await storedProjects(page);
  const numbers = projects?.map(({ tables }) => {
    const subjects = tables.find(({ role }) => role === "subjects");
    const rows = tables.find(({ role, name }) => role === "list" && name === LEDGER)?.rows ?? [];
    const at = subjects?.header.indexOf(COLUMN) ?? -1;
    const values = new Set(subjects?.rows.map((row) => row[at]));
    const marked = rows.flatMap((row) =>
      row.flatMap((text) => (text.startsWith(MARK) ? [Number(text.slice(MARK.length))] : [])),
    );
    const last = Math.max(0, ...marked);
    if (last === 0) return 0;
    const isWhole = values.size === 1 && values.has(String(last)) && new Set(marked).size === marked.length;
    return isWhole ? last : -2;
  });
  if (numbers === undefined) return -1;
  return numbers.includes(-2) ? -2 : Math.max(0, ...numbers);
}

/** Imports of two files through the screen for collecting. */
export const importing: KilledActivity = { act: merge, kept: lastImport };
