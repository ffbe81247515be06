// Accessibility checks with axe: run in the page by the debugger, because the page's content security policy rejects
// foreign scripts.

import axe from "axe-core";
import type { Locator, Page } from "playwright-core";

type WithAxe = typeof globalThis & { readonly axe?: typeof axe };

/**
 * Violations on the page, one line each, or within an element when the rest has been examined; shadow roots included.
 */
export async function violations(where: Page | Locator): Promise<readonly string[]> {
  const page = "page" in where ? where.page() : where;
  const root = "page" in where ? where : page.locator("html");
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined))) await page.evaluate(axe.source);
  const found = await root.evaluate(
    async (element) =>
      // Nothing is loaded before: no rule that applies here reads style sheets or media. Selectors are not reported.
      (
        await (globalThis as WithAxe).axe!.run(element, {
          preload: false,
          selectors: false,
          resultTypes: ["violations"],
        })
      ).violations,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}
