/**
 * Tracks a press, from pointer down until pointer up (for touch, until the click). The focus moves on pointer down; a
 * change of layout above would move the pressed button away from the pointer, so that the click is lost.
 */
export class Press {
  /** Resolved when nothing is pressed. */
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
      addEventListener("pointerup", this.#endSoon, { once: true, capture: true });
    }
  };

  readonly end = (): void => {
    for (const name of ["pointercancel", "pointerup", "click"] as const) {
      removeEventListener(name, this.end, { capture: true });
      removeEventListener(name, this.#endSoon, { capture: true });
    }
    this.#settle();
  };

  /** A touch that is not a tap has no click event. */
  readonly #endSoon = (): void => void setTimeout(this.end, 400);
}
