/**
 * A view whose code is loaded when the view is first shown, so that the first view of the page does not wait for it.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";

export class LazyView {
  #state: "unloaded" | "loaded" | "failed" = "unloaded";
  #loading: Promise<void> | null = null;

  /**
   * @param host the element that shows the view; it is redrawn when the code has been loaded
   * @param fetchCode imports the module that defines the view's element
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly fetchCode: () => Promise<unknown>,
  ) {}

  get isLoaded(): boolean {
    return this.#state === "loaded";
  }

  /** Resolves when the code has been loaded or loading has failed. */
  load(): Promise<void> {
    this.#loading ??= this.fetchCode().then(
      () => this.#settle("loaded"),
      () => this.#settle("failed"),
    );
    return this.#loading;
  }

  /** The view; nothing while its code is being loaded, and `failure` when that failed. */
  show(view: () => TemplateResult, failure: string): TemplateResult | typeof nothing {
    if (this.#state === "loaded") return view();
    void this.load();
    return this.#state === "failed" ? html`<p class="empty" role="alert">${failure}</p>` : nothing;
  }

  #settle(state: "loaded" | "failed"): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
