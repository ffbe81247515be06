// Accessibility as axe sees it: run in the page by the debugger, because the page's own policy rightly refuses foreign scripts.

import axe from "axe-core";
import type { Page } from "playwright-core";

/** Violations on the page as it stands, one line each; shadow roots included. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}
