// Accessibility checks with axe: run in the page by the debugger, because the page's content security policy rejects
// foreign scripts.

import axe from "axe-core";
import type { RunOptions } from "axe-core";
import type { Locator, Page } from "playwright-core";

type WithAxe = typeof globalThis & { readonly axe?: typeof axe };

/**
 * Violations on the page, one line each, or within an element when the rest has been examined; shadow roots included.
 */
export async function violations(where: Page | Locator, options: RunOptions = {}): Promise<readonly string[]> {
  const page = "page" in where ? where.page() : where;
  const root = "page" in where ? where : page.locator("html");
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined))) await page.evaluate(axe.source);
  const found = await root.evaluate(
    async (element, given) =>
      // Nothing is loaded before: no rule that applies here reads style sheets or media.
      (await (globalThis as WithAxe).axe!.run(element, { ...given, preload: false, resultTypes: ["violations"] }))
        .violations,
    options,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}

/**
 * Violations in the light theme, and colour violations in the dark theme, since no other rule depends on the theme. The
 * page follows the system's theme, and is left in the light one.
 */
export async function violationsInBothThemes(where: Page | Locator): Promise<readonly string[]> {
  const page = "page" in where ? where.page() : where;
  const light = await violations(where);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(where, { runOnly: ["color-contrast", "link-in-text-block"] });
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}
