// Two ways to operate the designer: by keyboard alone, and by mouse for everything except typing.

import type { Locator, Page } from "playwright-core";

/** A field that is created where it is first needed. */
export interface Field {
  readonly type: "count" | "number" | "flag" | "text" | "list";
  readonly unit?: string;
  readonly otherwise?: string;
  readonly isShared?: boolean;
}

export interface UserInput {
  /** Presses a button. */
  press(button: Locator): Promise<void>;
  /** Chooses an entry of the open menu. */
  choose(entry: string): Promise<void>;
  /** Types into a slot for text or a number, and commits it. */
  write(slot: Locator, text: string): Promise<void>;
  /** Selects an option of a closed list. */
  select(list: Locator, label: string): Promise<void>;
  /** Fills the open picker: with an existing name, or with a new field. */
  pick(name: string, field?: Field): Promise<void>;
}

const types = ["count", "number", "percent", "flag", "text", "date", "list"];

/** Picker and menu open as dialogs in the top layer. */
const picker = (page: Page) => page.locator("ys-name-picker dialog[open]");

const isFocused = (locator: Locator) => locator.evaluate((element) => element.matches(":focus"));

export function keyboardOf(page: Page): UserInput {
  /** Moves the focus with Tab alone: forwards, or backwards when that is shorter. */
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    if (await isFocused(target)) return;
    const isBefore = await target.evaluate((element) => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at !== null && (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    const key = isBefore ? "Shift+Tab" : "Tab";
    // The handle is kept because locating the element by name at each step would take longer than the steps.
    const element = await target.elementHandle();
    for (let step = 0; step < 600; step++) {
      await page.keyboard.press(key);
      if (await element?.evaluate((found) => found.matches(":focus"))) return;
    }
    throw new Error(`${String(target)} is not reached with ${key}`);
  };
  return {
    async press(button) {
      await reach(button);
      await page.keyboard.press("Enter");
    },
    async choose(entry) {
      const menu = page.locator("ys-action-menu dialog[open]");
      await menu.waitFor();
      const target = menu.getByRole("menuitem", { name: entry, exact: true });
      for (let step = 0; step < 60 && !(await isFocused(target)); step++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await menu.waitFor({ state: "detached" });
    },
    async write(slot, text) {
      await reach(slot);
      await page.keyboard.insertText(text);
      await page.keyboard.press("Enter");
    },
    async select(list, label) {
      await reach(list);
      await page.keyboard.press(label);
    },
    async pick(name, field) {
      await picker(page).waitFor();
      await page.keyboard.insertText(name);
      await page.keyboard.press("Enter");
      if (field === undefined) {
        await picker(page).waitFor({ state: "detached" });
        return;
      }
      const type = picker(page).locator("#type");
      await type.waitFor();
      const now = types.indexOf(await type.inputValue());
      const to = types.indexOf(field.type);
      for (let step = now; step !== to; step += Math.sign(to - now))
        await page.keyboard.press(to > now ? "ArrowDown" : "ArrowUp");
      if (field.unit !== undefined) {
        await reach(picker(page).locator("#unit"));
        await page.keyboard.insertText(field.unit);
      }
      if (field.otherwise !== undefined) {
        await reach(picker(page).locator("#otherwise"));
        await page.keyboard.insertText(field.otherwise);
      }
      const place = picker(page).locator("#place");
      if ((await place.count()) > 0 && (await place.inputValue()) !== (field.isShared === true ? "all" : "section")) {
        await reach(place);
        await page.keyboard.press(field.isShared === true ? "ArrowDown" : "ArrowUp");
      }
      await reach(picker(page).locator("[type=submit]"));
      await page.keyboard.press("Enter");
      await picker(page).waitFor({ state: "detached" });
    },
  };
}

export function mouseOf(page: Page): UserInput {
  return {
    press: (button) => button.click(),
    async choose(entry) {
      const menu = page.locator("ys-action-menu dialog[open]");
      await menu.getByRole("menuitem", { name: entry, exact: true }).click();
      await menu.waitFor({ state: "detached" });
    },
    async write(slot, text) {
      await slot.click({ clickCount: 3 });
      await page.keyboard.insertText(text);
      // A click elsewhere commits the value without pressing anything.
      await page.locator("ys-rubric-pane .pane-head h2").click();
    },
    async select(list, label) {
      await list.selectOption({ label });
    },
    async pick(name, field) {
      await picker(page).waitFor();
      await page.keyboard.insertText(name);
      if (field === undefined) {
        await picker(page)
          .locator("li", { has: page.locator("b", { hasText: new RegExp(`^${name}$`) }) })
          .click();
        await picker(page).waitFor({ state: "detached" });
        return;
      }
      await picker(page).locator("li.new").click();
      await picker(page).locator("#type").selectOption(field.type);
      for (const key of ["unit", "otherwise"] as const) {
        if (field[key] === undefined) continue;
        await picker(page).locator(`#${key}`).click();
        await page.keyboard.insertText(field[key]);
      }
      const place = picker(page).locator("#place");
      if ((await place.count()) > 0) await place.selectOption(field.isShared === true ? "all" : "section");
      await picker(page).locator("[type=submit]").click();
      await picker(page).waitFor({ state: "detached" });
    },
  };
}
