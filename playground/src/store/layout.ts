/**
 * Which panes are open and which one is active: stored in the preferences or, for transient choices, for the lifetime
 * of the page.
 */
import type { Preferences } from "../storage/preferences.js";
import type { PaneName, ResultsTab } from "./state.js";

/** The part of the workbench that the layout reads and changes. */
interface LayoutHost {
  preferences(): Preferences;
  /** Saves the preferences and notifies the listeners of the layout. */
  prefer(change: Partial<Preferences>): void;
  notify(): void;
}

/** The state of the panes. */
export class Layout {
  #phonePane: PaneName = "results";
  #resultsTab: ResultsTab = "ranking";
  #activePane: PaneName = "rubric";

  constructor(private readonly host: LayoutHost) {}

  /** The pane shown on a narrow screen. */
  get phonePane(): PaneName {
    return this.#phonePane;
  }
  get resultsTab(): ResultsTab {
    return this.#resultsTab;
  }
  /** The pane that undo and redo apply to: the last focused one that can be edited. */
  get activePane(): PaneName {
    return this.#activePane;
  }

  isOpen(pane: PaneName): boolean {
    return !this.host.preferences().closed.includes(pane);
  }

  choosePhonePane(pane: PaneName): void {
    this.#phonePane = pane;
    this.host.notify();
  }

  chooseResultsTab(tab: ResultsTab): void {
    this.#resultsTab = tab;
    this.host.notify();
  }

  /** Called when a pane receives the focus. */
  setActivePane(pane: PaneName): void {
    if (pane === "results" || pane === this.#activePane) return;
    this.#activePane = pane;
    this.host.notify();
  }

  /** Opens or closes a pane; the last one stays open. */
  togglePane(pane: PaneName): void {
    const { closed } = this.host.preferences();
    const next = closed.includes(pane) ? closed.filter((name) => name !== pane) : [...closed, pane];
    if (next.length < 3) this.host.prefer({ closed: next });
  }

  /** Shows a pane, opening it if it is closed. */
  show(pane: PaneName): void {
    this.#phonePane = pane;
    if (this.isOpen(pane)) this.host.notify();
    else this.togglePane(pane);
  }

  /** Moves the border between two panes. `share` is the share of the first one, 0–1; each pane keeps at least 15%. */
  setSplit(split: "columns" | "rows", share: number): void {
    this.host.prefer({ [split]: Math.min(0.85, Math.max(0.15, share)) });
  }
}
