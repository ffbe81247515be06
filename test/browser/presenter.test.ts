// The presenter's window and the room's: one stage in two windows, in step with each other.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { begin, desktop, saved, workbenches, type ContentInput } from "./workbench.js";

const open = workbenches("closed");
const lesson = fileURLToPath(new URL("../../docs/guide/lesson-secretaries.yardstick.json", import.meta.url));

interface TwoWindows {
  readonly room: Page;
  readonly stage: Locator;
  readonly presenter: Page;
  /** The figures of the presenter's sliders. */
  readonly figures: () => Promise<readonly string[]>;
}

async function twoWindows(locale: "zh-CN" | "en-US"): Promise<TwoWindows> {
  // Colours depend on the theme alone, everything else on the language.
  const bench = await open({ locale, colorScheme: locale === "zh-CN" ? "light" : "dark" });
  const { rubric, tables, script } = JSON.parse(readFileSync(lesson, "utf8")) as Record<string, unknown>;
  await begin(bench, { rubric, tables, script } as unknown as ContentInput);
  await saved(bench);
  const { page: room } = bench;
  await room.getByRole("button", { name: /^(演示|Demonstrate)$/u }).click();
  const stage = room.locator("ys-demonstrate");
  await stage.locator("ys-rank-lines .b1").first().waitFor();
  const [presenter] = await Promise.all([
    room.context().waitForEvent("page"),
    stage.getByRole("button", { name: /^(演示者窗口|Presenter)$/u }).click(),
  ]);
  await presenter.setViewportSize(desktop);
  await presenter.locator("ys-presenter ys-weight-slider").first().waitFor();
  return {
    room,
    stage,
    presenter,
    figures: () =>
      presenter
        .locator("ys-weights-panel[isInner] ys-weight-slider input.fig")
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
  };
}

const weights = (stage: Locator) => stage.locator("ys-weights-ruler .now b").allTextContents();

test.each(someOf(["zh-CN", "en-US"] as const, 1))(
  "notes and controls are in the presenter's window alone, in %s",
  async (locale) => {
    const { room, stage, presenter, figures } = await twoWindows(locale);
    // The room sees weights, ranking and sentence.
    await stage.locator("ys-weights-ruler").waitFor();
    expect(await stage.locator("textarea, ys-weights-panel, ys-script-panel, .dtop").count()).toBe(0);
    const note = presenter.locator("ys-presenter textarea");
    const first = await note.inputValue();
    expect(first.length).toBeGreaterThan(20);

    // A step, and a slider, in the presenter's window move the room's.
    const before = await weights(stage);
    await presenter.keyboard.press("PageDown");
    await expect.poll(() => note.inputValue()).not.toBe(first);
    await expect.poll(() => weights(stage)).not.toEqual(before);
    expect(await weights(stage)).toEqual(await figures());
    const thumb = presenter.locator("ys-weights-panel[isInner] input.thumb").first();
    await thumb.focus();
    await presenter.keyboard.press("ArrowLeft");
    await expect.poll(async () => JSON.stringify(await weights(stage)) === JSON.stringify(await figures())).toBe(true);
    const moved = await figures();
    await presenter.keyboard.press("Escape");
    await presenter.keyboard.press("PageUp");
    await expect.poll(figures).not.toEqual(moved);

    // What the room's window does is seen in the presenter's.
    await room.keyboard.press("PageDown");
    await room.keyboard.press("PageDown");
    await expect.poll(() => presenter.locator('ys-presenter [aria-current="step"]').textContent()).toContain("3");

    await presenter.keyboard.press("k");
    await stage.locator(".black").waitFor();
    await presenter.keyboard.press("k");
    await expect.poll(() => stage.locator(".black").count()).toBe(0);
    expect(await violations(presenter)).toEqual([]);
    expect(await violations(room)).toEqual([]);
    expect(await presenter.evaluate(() => document.documentElement.scrollWidth)).toBe(desktop.width);
  },
);

test("a note is saved with the project, a closed window gives the controls back, and both find each other again", async () => {
  const { room, stage, presenter } = await twoWindows("en-US");
  await presenter.locator("ys-presenter textarea").fill("Said otherwise.");
  await presenter.locator("ys-presenter textarea").blur();
  await stage.locator("ys-weights-ruler").waitFor();
  expect(await violations(presenter)).toEqual([]);

  // Weights that are written to the rubric here are those of the room's window as well, which goes on following.
  await presenter.keyboard.press("PageDown");
  await presenter.getByRole("button", { name: "Apply to the rubric" }).click();
  await presenter.getByText("Written to the rubric").waitFor();
  const inner = presenter.locator("ys-weights-panel[isInner] input.fig");
  await inner.first().fill("22");
  await inner.first().press("Enter");
  await expect
    .poll(async () => JSON.stringify(await weights(stage)))
    .toBe(
      JSON.stringify(await inner.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))),
    );

  const address = presenter.url();
  await presenter.close();
  await stage.locator("ys-weights-panel").waitFor();
  // The step of the presenter is that of the room; the note was changed on the one before.
  // First back to the weights of the step, which have been moved since.
  await room.keyboard.press("PageUp");
  await room.keyboard.press("PageUp");
  await room.keyboard.press("n");
  await expect.poll(() => stage.locator("ys-script-panel textarea").inputValue()).toBe("Said otherwise.");

  const again = await room.context().newPage();
  await again.goto(address);
  await stage.locator("ys-weights-ruler").waitFor();
  await expect.poll(() => again.locator("ys-presenter textarea").inputValue()).toBe("Said otherwise.");

  // A reload of the room's window is noticed, and the stage goes on when it is opened again.
  await again.keyboard.press("PageDown");
  await room.reload();
  await again.locator("ys-presenter .link.lost").waitFor();
  await room.getByRole("button", { name: "Demonstrate", exact: true }).click();
  await again.locator("ys-presenter .link.connected").waitFor();
  await stage.locator("ys-weights-ruler").waitFor();

  await again.getByRole("button", { name: "End", exact: true }).first().click();
  await again.getByRole("alertdialog").getByRole("button", { name: "End", exact: true }).click();
  await stage.waitFor({ state: "detached" });
});
