/**
 * A tab list that follows the ARIA keyboard pattern: one tab stop; arrow keys, Home and End move between tabs. A
 * template rather than an element, so that tabs and panels share a root.
 */
import { html, nothing, type TemplateResult } from "lit";

/** A tab with its label and an optional count. */
export interface Tab<Id> {
  readonly id: Id;
  readonly label: string;
  readonly count?: string | null;
}

/** Renders the tabs; `choose` is called with the id of a chosen tab. */
export function tabStrip<Id>(
  label: string,
  tabs: readonly Tab<Id>[],
  selected: Id,
  choose: (id: Id) => void,
): TemplateResult {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined || to === undefined) return;
    event.preventDefault();
    choose(tab.id);
    const strip = event.currentTarget as HTMLElement;
    // The selected tab becomes focusable with the next rendering.
    requestAnimationFrame(() => (strip.children[to] as HTMLElement | undefined)?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKeyDown}>
    ${tabs.map(
      ({ id, label: name, count }) =>
        html`<button
          role="tab"
          aria-selected=${id === selected}
          tabindex=${id === selected ? 0 : -1}
          @click=${() => choose(id)}
        >
          ${name}${count === undefined || count === null ? nothing : html`<span class="cnt">${count}</span>`}
        </button>`,
    )}
  </div>`;
}
