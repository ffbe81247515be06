/** Which panes are open and which of them is in use: from the preferences where a choice outlives the page, else for this page. */
import type { Preferences } from "../storage/preferences.js";
import type { PaneName, ResultsTab } from "./state.js";

/** What the layout reads and changes of the workbench. */
interface LayoutHost {
  preferences(): Preferences;
  /** Writes the preferences, and notifies of the layout. */
  prefer(change: Partial<Preferences>): void;
  notify(): void;
}

export class Layout {
  #phonePane: PaneName = "results";
  #resultsTab: ResultsTab = "ranking";
  #activePane: PaneName = "rubric";

  constructor(private readonly host: LayoutHost) {}

  /** The pane that a narrow screen shows. */
  get phonePane(): PaneName {
    return this.#phonePane;
  }
  get resultsTab(): ResultsTab {
    return this.#resultsTab;
  }
  /** The pane that undo and redo apply to: the last with the focus that can be changed. */
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

  /** Called when a pane takes the focus. */
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

  /** Shows a pane, which is opened where it is closed. */
  show(pane: PaneName): void {
    this.#phonePane = pane;
    if (this.isOpen(pane)) this.host.notify();
    else this.togglePane(pane);
  }

  /** Moves a border between panes. `share` is that of the pane before it, from 0 to 1; neither gets less than 15%. */
  setSplit(split: "columns" | "rows", share: number): void {
    this.host.prefer({ [split]: Math.min(0.85, Math.max(0.15, share)) });
  }
}
