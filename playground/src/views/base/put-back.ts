/**
 * Taking changes of the text back: the first fix of every error restores the text that was computed last, and a fix that
 * was applied can be taken back until its words change again.
 */
import {
  applyEdits,
  putBackEdits,
  putBackTo,
  type Diagnostic,
  type PutBack,
  type RenderedFix,
} from "@yardstick/language";
import { putBackMessages } from "../../messages/put-back.js";
import type { Workbench } from "../../store/workbench.js";

/** The fix that takes the text back to the one that was computed last. */
interface LastGoodFix extends RenderedFix {
  /** What was changed since then. */
  readonly about: string;
}

/** The longest words that are quoted in a button. */
const MAX_QUOTED = 24;

/** Null when the text has no error, when nothing was computed before, and when most of the text is another. */
function lastGoodFix({ rubric, good, evaluation, lang }: Workbench): LastGoodFix | null {
  if (good === null || !evaluation.diagnostics.some(({ severity }) => severity === "error")) return null;
  const back = putBackTo(good.rubric, rubric);
  if (back === null || back.before.join("").length > good.rubric.length / 2) return null;
  return { ...titled(back, lang), effect: "resolves", edits: back.edits };
}

/** The diagnostics with this fix as the first one of each error; a fix that comes to the same is left out. */
export function withLastGoodFix(found: readonly Diagnostic[], store: Workbench): readonly Diagnostic[] {
  const first = lastGoodFix(store);
  if (first === null) return found;
  const { rubric } = store;
  const isSame = ({ edits }: RenderedFix) => applied(rubric, edits) === applied(rubric, first.edits);
  return found.map((each) =>
    each.severity === "error" ? { ...each, fixes: [first, ...each.fixes.filter((fix) => !isSame(fix))] } : each,
  );
}

/** A fix that was applied, while its words are as it left them. */
export interface AppliedFix {
  readonly title: string;
  readonly back: RenderedFix;
}

/** The fix applied last in each workbench, with the text after it. */
const appliedIn = new WeakMap<Workbench, { readonly title: string; readonly back: PutBack; readonly text: string }>();

/** Applies a fix; it can be taken back by what `appliedFix` returns then. */
export function applyFix(store: Workbench, { title, edits }: RenderedFix): void {
  const { rubric } = store;
  const text = applied(rubric, edits);
  if (text === null) return;
  // Views are drawn again while the text is changed.
  appliedIn.set(store, { title, back: putBackEdits(rubric, edits), text });
  store.editRubric(edits);
}

/** The fix that was applied last; null when the text has been changed since. */
export function appliedFix(store: Workbench): AppliedFix | null {
  const last = appliedIn.get(store);
  if (last === undefined || last.text !== store.rubric || store.isReadOnly) return null;
  const { title } = titled(last.back, store.lang);
  return { title: last.title, back: { title, effect: "changes", edits: last.back.edits } };
}

/** Takes the fix that was applied last back. */
export function takeBack(store: Workbench): void {
  const last = appliedFix(store);
  if (last === null) return;
  appliedIn.delete(store);
  store.editRubric(last.back.edits);
}

function titled({ before, now }: PutBack, lang: Workbench["lang"]): { readonly title: string; readonly about: string } {
  const messages = putBackMessages[lang];
  const [old, current] = [before.join("").trim(), now.join("").trim()];
  const isShort =
    before.length === 1 && [old, current].every((text) => text.length <= MAX_QUOTED && !text.includes("\n"));
  const lines = [...before, ...now].reduce((most, text) => Math.max(most, text.trim().split("\n").length), 1);
  if (!isShort || (old === "" && current === ""))
    return { title: messages.back(lines), about: messages.changed(lines) };
  if (old === "") return { title: messages.remove(current), about: messages.added(current) };
  if (current === "") return { title: messages.restore(old), about: messages.removed(old) };
  return { title: messages.backTo(old), about: messages.changedFrom(old, current) };
}

/** Null for edits of another text. */
function applied(text: string, edits: RenderedFix["edits"]): string | null {
  try {
    return applyEdits(text, edits);
  } catch {
    return null;
  }
}
