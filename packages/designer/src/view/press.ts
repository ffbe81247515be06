/**
 * From when a pointer goes down until it is let go (of a finger, until its click). The focus moves as it goes down, and what then
 * appears or goes away above would take the pressed button from under it, so that its click is lost.
 */
export class Press {
  /** Settled where nothing is pressed. */
  over: Promise<void> = Promise.resolve();
  #settle: () => void = () => {};

  readonly begin = (event: PointerEvent): void => {
    this.end();
    this.over = new Promise((settle) => (this.#settle = settle));
    const isTouch = event.pointerType === "touch";
    addEventListener("pointercancel", this.end, { once: true, capture: true });
    if (!isTouch) addEventListener("pointerup", this.end, { once: true, capture: true });
    else {
      addEventListener("click", this.end, { once: true, capture: true });
      addEventListener("pointerup", this.#soon, { once: true, capture: true });
    }
  };

  readonly end = (): void => {
    for (const name of ["pointercancel", "pointerup", "click"] as const) {
      removeEventListener(name, this.end, { capture: true });
      removeEventListener(name, this.#soon, { capture: true });
    }
    this.#settle();
  };

  /** A touch that is no tap has no click. */
  readonly #soon = (): void => void setTimeout(this.end, 400);
}
