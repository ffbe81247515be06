// A user at mouse and keyboard, who counts: every click, every key, and every action (a click, a key, or one text typed).

import type { Download, Locator, Page } from "playwright-core";

export type Lang = "zh" | "en";

/** A text in both languages. */
export type Text = Readonly<Record<Lang, string>>;

/** What a walk takes: mouse clicks, keys, and actions (a click, a key, or one text typed). */
export interface Counts {
  readonly clicks: number;
  readonly keys: number;
  readonly actions: number;
}

/** A file that is chosen in the dialog of the system, or dropped. */
export interface GivenFile {
  readonly name: string;
  readonly buffer: Buffer;
}

const typeOf = (name: string): string => (name.endsWith(".json") ? "application/json" : "application/octet-stream");

export class Clerk {
  #clicks = 0;
  #keys = 0;
  #actions = 0;

  constructor(
    public page: Page,
    readonly lang: Lang,
  ) {}

  get counts(): Counts {
    return { clicks: this.#clicks, keys: this.#keys, actions: this.#actions };
  }

  /** What is written in the language of the user. */
  text(of: Text): string {
    return of[this.lang];
  }

  /** A visible button by its name. */
  button(name: Text, within: Page | Locator = this.page): Locator {
    return within.getByRole("button", { name: this.text(name), exact: true });
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.#clicks += 1;
    this.#actions += 1;
  }

  /** One key, or keys pressed together. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
    this.#keys += 1;
    this.#actions += 1;
  }

  /** Types a text, a key for each character, where the focus is. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.page.keyboard.insertText(character);
    this.#keys += text.length;
    this.#actions += 1;
  }

  /** Replaces the content of a field: a click, Ctrl+A, the text. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await this.press("Control+a");
    await this.type(text);
  }

  /** Clicks what opens the dialog of the system, and chooses files there, which is one click more. */
  async choose(opener: Locator, files: readonly GivenFile[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.click(opener)]);
    await chooser.setFiles(files.map((file) => ({ ...file, mimeType: typeOf(file.name) })));
    this.#clicks += 1;
    this.#actions += 1;
  }

  /** Drags a file onto the page; counts as a click. */
  async drop({ name, buffer }: GivenFile): Promise<void> {
    await this.page.evaluate(
      ([fileName = "", base64 = ""]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], fileName));
        const event = new DragEvent("drop", {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        document.querySelector("yardstick-playground")?.dispatchEvent(event);
      },
      [name, buffer.toString("base64")],
    );
    this.#clicks += 1;
    this.#actions += 1;
  }

  /** Pastes an address into the browser and opens it: two keys. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    this.#keys += 2;
    this.#actions += 2;
  }

  async download(opener: Locator): Promise<Download> {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.click(opener)]);
    return file;
  }
}
