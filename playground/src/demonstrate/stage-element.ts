/** What every element of the stage is: a view of the stage's state, redrawn when it changes, with the words of the language. */
import type { Lang } from "@yardstick/language";
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Stage } from "./stage.js";
import { stageEn } from "./words-en.js";
import { stageZh, type StageWords } from "./words-zh.js";

const words: Readonly<Record<Lang, StageWords>> = { zh: stageZh, en: stageEn };

export function stageWords(lang: Lang): StageWords {
  return words[lang];
}

export abstract class StageElement extends LitElement {
  @property({ attribute: false }) stage!: Stage;
  #ends: (() => void)[] = [];

  protected get words(): StageWords {
    return words[this.stage.workbench.lang];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ends = [
      this.stage.subscribe(() => this.requestUpdate()),
      this.stage.workbench.subscribe(["preferences", "project"], () => this.requestUpdate()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
    this.#ends = [];
  }
}
