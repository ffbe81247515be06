/** The keys that open the palette. */

/** An element that knows the page of the help about what has the focus in it. */
interface Explained {
  helpAt?(): string;
}

/**
 * What a key asks the palette for; undefined for other keys. Ctrl+K opens it everywhere and a question mark outside of
 * fields, both at no page (null); F1 at the page of the element with the focus, otherwise at `cursor`: the word at the
 * cursor of the rubric.
 */
export function helpWantedBy(event: KeyboardEvent): string | null | undefined {
  const path = event.composedPath();
  const { key } = event;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === "k" && !event.shiftKey ? null : undefined;
  if (key === "F1") return path.map((each) => (each as Explained).helpAt?.()).find(Boolean) ?? "cursor";
  return ["?", "？"].includes(key) && !isField(path[0]) ? null : undefined;
}

/** Text can be typed into the target of an event. */
function isField(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="textbox"], [role="gridcell"], [role="grid"]'))
  );
}
