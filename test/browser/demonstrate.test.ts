// The stage: moving weights, their effects on the ranking, and writing them to the text.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { bytesOf } from "./chromium.js";
import { desktop, phone, saved, sharedWorkbenches, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");
const share = sharedWorkbenches("closed", { locale: "en-US" }, leaveStage);
const lesson = fileURLToPath(new URL("../../docs/guide/lesson-secretaries.yardstick.json", import.meta.url));

interface OnStage {
  readonly bench: Workbench;
  readonly page: Page;
  readonly stage: Locator;
  /** The slider of a part. */
  weight(name: string): Locator;
  /** The editable figure of a part. */
  figure(name: string): Locator;
  figures(): Promise<readonly string[]>;
  lock(name: string): Locator;
  row(key: string): Locator;
}

/** Creates the project of the lesson, without its script unless `keepsScript`, and waits for its score. */
async function begin(bench: Workbench, keepsScript: boolean): Promise<void> {
  const { rubric, tables, script } = JSON.parse(readFileSync(lesson, "utf8")) as Record<string, unknown>;
  await bench.page.evaluate(
    (content) => {
      const { store } = document.querySelector("yardstick-playground") as unknown as {
        readonly store: { readonly projects: { begin(content: unknown, isForced: boolean): Promise<void> } };
      };
      return store.projects.begin(content, true);
    },
    { rubric, tables, ...(keepsScript ? { script } : {}) },
  );
  await saved(bench);
}

/** Leaves the stage that a test has left open, discarding weights that it has moved. */
async function leaveStage(page: Page): Promise<void> {
  const stage = page.locator("ys-demonstrate");
  while ((await stage.count()) > 0) {
    const end = stage.getByRole("alertdialog").getByRole("button", { name: "End", exact: true });
    if (await end.isVisible()) await end.click();
    else await page.keyboard.press("Escape");
  }
}

async function onStage(options: BrowserContextOptions & { readonly script?: boolean } = {}): Promise<OnStage> {
  const { script = false, ...context } = options;
  const bench = Object.keys(context).length === 0 ? await share() : await open({ locale: "en-US", ...context });
  const { page } = bench;
  await begin(bench, script);
  await page.getByRole("button", { name: /^(演示|Demonstrate)$/u }).click();
  const stage = page.locator("ys-demonstrate");
  await stage.locator("ys-rank-lines .b1").first().waitFor();
  const slider = (name: string) =>
    stage.locator("ys-weight-slider").filter({ has: page.getByRole("slider", { name, exact: true }) });
  return {
    bench,
    page,
    stage,
    weight: (name) => slider(name).getByRole("slider"),
    figure: (name) => slider(name).locator("input.fig"),
    figures: () =>
      stage
        .locator("ys-weight-slider input.fig")
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    lock: (name) => slider(name).locator("button[aria-pressed]"),
    row: (key) => stage.locator(`ys-rank-lines .b1[data-key="${key}"]`),
  };
}

/** What is in a picture: its height, and whether there is text on opaque paper. */
async function inkOf(page: Page, bytes: Buffer) {
  const isPng = bytes.subarray(1, 4).toString() === "PNG";
  const found = await page.evaluate(async (encoded) => {
    const data = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([data], { type: "image/png" }));
    const context = document.createElement("canvas").getContext("2d")!;
    [context.canvas.width, context.canvas.height] = [image.width, image.height];
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let [dark, clear] = [0, 0];
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at]! + pixels[at + 1]! + pixels[at + 2]! < 240) dark += 1;
      if (pixels[at + 3]! < 255) clear += 1;
    }
    return { height: image.height, isTransparent: clear > 0, hasText: dark > 3000 };
  }, bytes.toString("base64"));
  return { isPng, ...found };
}

async function type(figure: Locator, text: string): Promise<void> {
  await figure.fill(text);
  await figure.press("Enter");
}

describe("sliders", () => {
  test("share the rest in proportion, stop at their range, and never move locked weights", async () => {
    const { weight, figures, lock, figure } = await onStage();
    await expect.poll(() => figures()).toEqual(["25", "20", "15", "25", "15"]);
    await lock("key_work").click();
    await type(figure("services"), "24");
    const moved = await figures();
    expect(moved[1]).toBe("24");
    expect(moved[3]).toBe("25");
    expect(moved.reduce((sum, text) => sum + Number(text), 0)).toBeCloseTo(100, 5);
    await expect.poll(() => weight("key_work").isDisabled()).toBe(true);
    await type(figure("services"), "60");
    expect((await figures())[1]).toBe("25");
    await lock("key_work").click();
    expect(await weight("key_work").isDisabled()).toBe(false);
    await lock("party_building").click();
    await lock("integrity").click();
    await type(figure("services"), "15");
    expect((await figures())[3]).toBe("30");
  });

  test("share equally, or not at all, in which case the sum is red and nothing can be written", async () => {
    const { stage, figure, figures } = await onStage();
    await stage.getByRole("button", { name: "equally" }).click();
    await type(figure("services"), "23");
    const [party, , , key, integrity] = (await figures()).map(Number);
    expect([party, key, integrity]).toEqual([24, 24, 14]);
    await stage.getByRole("button", { name: "unchanged", exact: true }).click();
    await type(figure("services"), "18");
    await expect.poll(() => stage.locator(".sum.off").textContent()).toContain("95%");
    await expect.poll(() => stage.getByRole("button", { name: "Apply to the rubric" }).isDisabled()).toBe(true);
  });

  test("respond to arrow keys, Home, End, L and zero", async () => {
    const { page, weight, figures, stage } = await onStage();
    await weight("services").focus();
    await page.keyboard.press("ArrowRight");
    expect((await figures())[1]).toBe("20.5");
    await page.keyboard.press("Shift+ArrowLeft");
    expect((await figures())[1]).toBe("15.5");
    await page.keyboard.press("End");
    expect((await figures())[1]).toBe("25");
    await page.keyboard.press("Home");
    expect((await figures())[1]).toBe("15");
    await page.keyboard.press("l");
    await expect.poll(() => weight("services").isDisabled()).toBe(true);
    await stage.getByRole("button", { name: "Back to the level above" }).click();
    await weight("self_evaluation").focus();
    await page.keyboard.press("0");
    await expect.poll(() => figures()).toEqual(["0", "55.6", "44.4"]);
  });

  test("are dragged by the mouse, and one drag is one step of undo", async () => {
    const { page, weight, figures, stage } = await onStage();
    const box = await weight("services").boundingBox();
    if (box === null) throw new Error("no slider");
    const y = box.y + box.height / 2;
    const at = (percent: number) => box.x + 6 + ((percent - 5) / 30) * (box.width - 12);
    await page.mouse.move(at(20), y);
    await page.mouse.down();
    for (const percent of [21, 22, 23, 24]) await page.mouse.move(at(percent), y);
    await page.mouse.up();
    expect(Number((await figures())[1])).toBeGreaterThan(22);
    await stage.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => figures()).toEqual(["25", "20", "15", "25", "15"]);
    await expect.poll(() => stage.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });
});

describe("the ranking", () => {
  test("moves, and explains why in one sentence; the comparison is saved as a picture", async () => {
    const { page, stage, figure, row } = await onStage();
    await type(figure("services"), "25");
    await type(figure("integrity"), "10");
    await expect.poll(() => row("Yu Qing").textContent()).toMatch(/3\s*Yu Qing\s*up 1/u);
    await row("Yu Qing").click();
    const shownText = stage.locator("ys-difference .message");
    await expect.poll(() => shownText.textContent()).toContain("Yu Qing rose from place 4 to 3");
    await expect.poll(() => stage.locator("ys-difference .why .nm").allTextContents()).toContain("services");
    // The comparison is saved as a picture, by the button and by its key.
    const [byButton] = await Promise.all([
      page.waitForEvent("download"),
      stage.getByRole("button", { name: "Save picture P" }).click(),
    ]);
    const [byKey] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("p")]);
    expect(byButton.suggestedFilename()).toMatch(/own weights\.png$/u);
    // The second may have other rows: as many as the stage has room for beside the sentence.
    for (const saved of [byButton, byKey])
      expect(await inkOf(page, await bytesOf(saved))).toMatchObject({
        isPng: true,
        isTransparent: false,
        hasText: true,
      });
  });

  test("shows the most relevant rows, and all on request", async () => {
    const { stage } = await onStage();
    const rows = stage.locator("ys-rank-lines .b1");
    expect(await rows.count()).toBeLessThan(20);
    await stage.getByRole("button", { name: "Show all 41" }).click();
    await expect.poll(() => rows.count()).toBe(43);
  });

  test("shows the contribution of each part, with the moved one highlighted", async () => {
    const { stage, figure, row } = await onStage();
    await stage.getByRole("button", { name: "Parts", exact: true }).click();
    await type(figure("services"), "22");
    await expect.poll(() => row("Yu Qing").locator("rect.mover").count()).toBe(1);
    await expect.poll(() => row("Yu Qing").locator(".sp").getAttribute("title")).toMatch(/services \d+\.\d\d/u);
  });

  test("hides intervals that belong to other weights", async () => {
    const { stage, figure } = await onStage();
    const slider = stage.locator("ys-weight-slider").filter({ hasText: "key_work" });
    const bracket = slider.locator(".fm");
    await expect.poll(() => bracket.textContent()).toMatch(/top 3/u);
    // Hidden for a moment only; the whole slider is watched, since its parts may be replaced.
    await slider.evaluate((element) => {
      const root = element.shadowRoot!;
      const watch = new MutationObserver(() => {
        if (!/top 3/u.test(root.querySelector(".fm")?.textContent ?? "")) element.dataset["hidden"] = "yes";
      });
      watch.observe(root, { childList: true, characterData: true, subtree: true });
    });
    await type(figure("services"), "22");
    await expect.poll(() => slider.getAttribute("data-hidden")).toBe("yes");
    await expect.poll(() => bracket.textContent()).toMatch(/top 3/u);
  });

  test("shows how robust the places are: intervals, spread, what decides, and the assumptions", async () => {
    const { stage } = await onStage();
    await expect.poll(() => stage.locator("ys-weight-slider .fm").first().textContent()).toMatch(/top 3/u);
    await stage.getByRole("button", { name: "Robustness" }).click();
    await expect.poll(() => stage.locator("ys-robustness .plot button").count()).toBe(41);
    const text = await stage.locator("ys-robustness").evaluate((element) => element.shadowRoot?.textContent ?? "");
    expect(text).toContain("2000 samples");
    expect(text).toContain("ends are exact");
  });
});

describe("the text", () => {
  test("takes the applied weights as one step of undo, and the ranking is then that of the rubric", async () => {
    const { page, stage, figure, bench } = await onStage();
    await type(figure("services"), "25");
    const first = stage.locator("ys-rank-lines .b1").first().locator(".s");
    await expect.poll(() => first.textContent()).toBe("117.23");
    await stage.getByRole("button", { name: "Apply to the rubric" }).click();
    await stage.getByText("Written to the rubric").waitFor();
    await page.keyboard.press("Escape");
    await stage.waitFor({ state: "detached" });
    await expect.poll(() => bench.ranked.first().locator(".sc").textContent()).toContain("117.23");
    await bench.save.waitFor();
  });

  test("takes them as a scenario, which the arrow keys then reach", async () => {
    const { stage, figure } = await onStage();
    await type(figure("services"), "22");
    await stage.getByRole("button", { name: "Save as scenario" }).click();
    await stage.getByRole("textbox", { name: "Name of the scenario" }).fill("services first");
    await stage.getByRole("button", { name: "Save", exact: true }).click();
    await stage.getByText("Saved as a scenario").waitFor();
    await stage.getByRole("button", { name: "Scenarios", exact: true }).click();
    await expect
      .poll(() => stage.locator("ys-scenarios").getByRole("button", { name: "services first" }).count())
      .toBe(1);
  });
});

describe("scenarios side by side", () => {
  test("are two to four, with places, moves and awards, and can be exported", async () => {
    const { page, stage } = await onStage();
    await stage.getByRole("button", { name: "Scenarios", exact: true }).click();
    const view = stage.locator("ys-scenarios");
    await expect.poll(() => view.locator("tbody tr").count()).toBe(43);
    await expect.poll(() => view.locator("tbody tr").first().textContent()).toContain("model_secretary 3000 yuan");
    await view.getByRole("button", { name: "residents first" }).click();
    await expect.poll(() => view.locator("thead tr").first().locator("th").count()).toBe(4);
    await expect.poll(() => view.getByRole("button", { name: "higher base pay" }).isDisabled()).toBe(true);
    const downloading = page.waitForEvent("download");
    await view.getByRole("button", { name: "Export XLSX" }).click();
    expect((await bytesOf(await downloading)).subarray(0, 2).toString()).toBe("PK");
    const saving = page.waitForEvent("download");
    await stage.getByRole("button", { name: "Save picture P" }).click();
    const picture = await inkOf(page, await bytesOf(await saving));
    // All 43 rows, as high as they are laid out, at two pixels each.
    expect(picture).toMatchObject({ isPng: true, isTransparent: false, hasText: true });
    expect(picture.height).toBeGreaterThan(43 * 32 * 2);
    // A printed page is as long as the list, and nothing under the stage is printed.
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("ys-top-bar").isVisible()).toBe(false);
    const last = await view.locator("tbody tr").last().boundingBox();
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(length).toBeGreaterThan(desktop.height);
    expect(length).toBeGreaterThanOrEqual(Math.floor((last?.y ?? Infinity) + (last?.height ?? 0)));
    await page.emulateMedia({ media: "screen" });
  });
});

describe("on stage", () => {
  test("page keys move through the scenarios, R resets, B sets the baseline, Escape leaves", async () => {
    const { page, figures, stage, bench } = await onStage();
    await page.keyboard.press("PageDown");
    await expect.poll(figures).toEqual(["20", "25", "15", "25", "15"]);
    await page.keyboard.press("PageDown");
    await expect.poll(figures).toEqual(["25", "20", "15", "30", "10"]);
    await page.keyboard.press("PageUp");
    await expect.poll(figures).toEqual(["20", "25", "15", "25", "15"]);
    await page.keyboard.press("r");
    await expect.poll(figures).toEqual(["25", "20", "15", "25", "15"]);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("b");
    await expect
      .poll(() => stage.locator("ys-rank-lines .ch small").first().textContent())
      .toContain("party building lighter");
    // The list of the keys lies on top, and is closed first.
    await stage.getByRole("button", { name: /^(?:按键|Keys)$/u }).click();
    await expect.poll(() => stage.locator("dl.keys").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => stage.locator("dl.keys").count()).toBe(0);
    // The weights have been moved: leaving is a question, and Escape closes that as well.
    await page.keyboard.press("Escape");
    await stage.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => stage.getByRole("alertdialog").count()).toBe(0);
    await page.keyboard.press("Escape");
    await stage.getByRole("button", { name: "End", exact: true }).click();
    await stage.waitFor({ state: "detached" });
    await expect.poll(() => bench.ranked.count()).toBeGreaterThan(10);
  });

  test("page keys move through the script of the lesson, and a changed note is saved", async () => {
    const { page, stage, bench } = await onStage({ script: true });
    const note = stage.locator("ys-script-panel textarea");
    // What the trainer says is not projected until asked for.
    await stage.locator("ys-script-panel [aria-current=step]").waitFor();
    expect(await note.count()).toBe(0);
    await page.keyboard.press("n");
    const first = await note.inputValue();
    expect(first.length).toBeGreaterThan(20);
    await page.keyboard.press("PageDown");
    await expect.poll(() => note.inputValue()).not.toBe(first);
    await note.fill("Said otherwise.");
    await note.blur();
    await saved(bench);
    await page.keyboard.press("PageUp");
    await expect.poll(() => note.inputValue()).toBe(first);
    await page.keyboard.press("PageDown");
    await expect.poll(() => note.inputValue()).toBe("Said otherwise.");
  });

  test("the script continues after a manual change of the weights, and its note stays meanwhile", async () => {
    const { page, stage, figure, figures } = await onStage({ script: true });
    const note = stage.locator("ys-script-panel textarea");
    const up = stage.locator("ys-script-panel [aria-current=step]");
    await page.keyboard.press("n");
    await page.keyboard.press("PageDown");
    await expect.poll(() => up.textContent()).toContain("2");
    const shownText = await note.inputValue();
    const before = await figures();
    await type(figure("services"), "23");
    await expect.poll(figures).not.toEqual(before);
    await expect.poll(() => note.inputValue()).toBe(shownText);
    await page.keyboard.press("PageUp");
    await expect.poll(figures).toEqual(before);
    await expect.poll(() => up.textContent()).toContain("2");
    await type(figure("services"), "23");
    await page.keyboard.press("PageDown");
    await expect.poll(() => up.textContent()).toContain("3");
  });

  test("weights, baseline, locks and step are kept when the stage is left, and after a reload", async () => {
    const { page, stage, figure, figures, lock } = await onStage({ script: true });
    await page.keyboard.press("PageDown");
    await page.keyboard.press("b");
    await lock("integrity").click();
    await type(figure("services"), "23");
    const moved = await figures();
    const current = stage.locator("ys-script-panel [aria-current=step]");
    expect(await current.textContent()).toContain("2");
    const returns = async () => {
      await page.getByRole("button", { name: "Demonstrate", exact: true }).click();
      await stage.locator("ys-rank-lines .b1").first().waitFor();
      await expect.poll(figures).toEqual(moved);
      expect(await current.textContent()).toContain("2");
      expect(await lock("integrity").getAttribute("aria-pressed")).toBe("true");
    };
    await page.keyboard.press("Escape");
    await stage.getByRole("button", { name: "End", exact: true }).click();
    await stage.waitFor({ state: "detached" });
    await returns();
    await page.reload();
    await returns();
    // The baseline of before: R leads to it.
    await page.keyboard.press("r");
    await expect.poll(figures).not.toEqual(moved);
  });

  test("Escape lets go of the slider before anything else", async () => {
    const { page, stage, weight } = await onStage();
    await weight("services").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await weight("services").evaluate((slider) => slider.matches(":focus"))).toBe(false);
    expect(await stage.getByRole("alertdialog").count()).toBe(0);
  });

  test("Space starts and stops playback, and the keys are listed on request", async () => {
    const { page, stage } = await onStage();
    await page.keyboard.press(" ");
    await stage.getByRole("button", { name: "Stop playing" }).waitFor();
    await page.keyboard.press(" ");
    await stage.getByRole("button", { name: "Play", exact: true }).waitFor();
    await stage.getByRole("button", { name: "Keys" }).click();
    await expect.poll(() => stage.locator(".keys").textContent()).toContain("PgDn");
  });

  test("nothing is animated with reduced motion", async () => {
    const { stage } = await onStage({ reducedMotion: "reduce" });
    const duration = await stage
      .locator("ys-rank-lines .now li")
      .first()
      .evaluate((row) => getComputedStyle(row).transitionDuration);
    expect(parseFloat(duration)).toBe(0);
  });

  test("the page does not scroll sideways on a phone", async () => {
    const { page, stage } = await onStage({ viewport: phone, hasTouch: true, isMobile: true });
    expect(await stage.locator(".app").evaluate((app) => app.scrollWidth)).toBe(phone.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

// Colours depend on the theme alone, everything else on the language.
describe.each(
  someOf(
    [
      { locale: "en-US", colorScheme: "dark" },
      { locale: "zh-CN", colorScheme: "light" },
    ] as const,
    1,
  ),
)("axe finds no violation in $locale, $colorScheme", (options) => {
  test("on any view of the stage, nor in high contrast", async () => {
    const { page, stage } = await onStage({ ...options, viewport: desktop, script: true });
    const views = stage.getByRole("group", { name: /^(视图|View)$/u }).getByRole("button");
    await stage.locator("ys-weight-slider .fm i").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await stage.getByRole("button", { name: /^(高对比|High contrast)$/u }).click();
    expect(await violations(stage)).toEqual([]);
    await views.nth(1).click();
    await stage.locator("ys-robustness .plot button").first().waitFor();
    expect(await violations(stage)).toEqual([]);
    await views.nth(2).click();
    await stage.locator("ys-scenarios tbody tr").first().waitFor();
    await stage.getByRole("button", { name: /^(高对比|High contrast)$/u }).click();
    expect(await violations(stage)).toEqual([]);
  });
});
