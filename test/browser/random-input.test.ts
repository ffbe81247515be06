// Random presses, clicks and typing, in random order: no uncaught error, and the bars stay in place. Deterministic;
// `PROPERTY_SEED=7` selects another sequence.

import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { seed } from "../properties.js";
import { phone, workbenches } from "./workbench.js";

const STEPS = 40;
const open = { form: workbenches("form"), text: workbenches("text") };
const keys =
  "Enter Escape Tab ArrowDown ArrowUp ArrowRight ArrowLeft Delete Backspace F2 F6 F8 Home End PageDown Control+z Control+y Control+c Control+v " +
  "Control+x Control+a Control+f Control+Space Control+. Alt+ArrowDown Shift+ArrowDown Shift+F10 Space 3 0 扣 （ 「 ；";

/** Random whole numbers below a bound, identical for the same seed. */
function numbers(from: number): (bound: number) => number {
  let state = from;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** The centre of every interactive element on the screen, with its name. */
function targets(page: Page): Promise<readonly { readonly x: number; readonly y: number; readonly name: string }[]> {
  return page.locator("button, input, select, [role=tab], [role=row], [role=gridcell], [tabindex]").evaluateAll((all) =>
    all
      .map((each) => ({ box: each.getBoundingClientRect(), name: each.getAttribute("aria-label") ?? each.textContent }))
      .filter(({ box }) => box.width > 3 && box.height > 3)
      .filter(({ box }) => box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)
      .map(({ box, name }) => ({
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        name: name.trim().slice(0, 20),
      })),
  );
}

/** Elements that have been scrolled and that the user cannot scroll back. */
function displaced(page: Page): Promise<readonly string[]> {
  return page.locator("*").evaluateAll((all) =>
    all
      .filter((each) => each.scrollTop !== 0 && !each.matches("input, textarea, .monaco-editor *"))
      .filter((each) => !/auto|scroll/.test(getComputedStyle(each).overflowY))
      .map((each) => `${each.localName} by ${each.scrollTop}`),
  );
}

async function press(page: Page, key: string): Promise<void> {
  if (/^[^\x20-\x7f]$/.test(key)) await page.keyboard.insertText(key);
  else await page.keyboard.press(key);
}

test.each<readonly [name: string, mode: keyof typeof open, options: BrowserContextOptions]>([
  ["the form", "form", {}],
  ["the text", "text", { locale: "en-US" }],
  ["a phone", "form", { viewport: phone }],
])("%s stands whatever is pressed", async (_, mode, options) => {
  const { page } = await open[mode](options);
  page.on("dialog", (dialog) => void dialog.dismiss());
  await page.evaluate(() => (window.print = () => {}));
  const next = numbers(seed);
  const done: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const found = next(2) === 0 ? await targets(page) : [];
    const target = found[next(Math.max(1, found.length))];
    if (target !== undefined) {
      done.push(`click ${target.name}`);
      await page.mouse.click(target.x, target.y, { clickCount: next(6) === 0 ? 2 : 1 });
    } else {
      const key = keys.split(" ")[next(keys.split(" ").length)] ?? "Escape";
      done.push(key);
      await press(page, key);
    }
    // A displacement is permanent, so it suffices to check every few steps.
    if (step % 4 !== 3) continue;
    const after = done.slice(-9);
    expect({ seed, after, displaced: await displaced(page) }).toEqual({ seed, after, displaced: [] });
  }
});
