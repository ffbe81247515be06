/** The messages about the rubric and the data as pages of the help: one for each kind of message, with all its places. */
import type { Diagnostic } from "@yardstick/language";
import { paletteMessages } from "../../messages/palette.js";
import { lineOf } from "../../store/diagnostics-view.js";
import type { TableProblem } from "../../protocol/protocol.js";
import { applyFix, withLastGoodFix } from "../base/put-back.js";
import type { Workbench } from "../../store/workbench.js";

/** A kind of message, as it stands now. */
export interface MessagePage {
  readonly of: "rubric" | "data";
  /** Code of the diagnostic, or reason of the problem. */
  readonly code: string;
  readonly severity: "error" | "warning" | "advice" | "note";
  readonly title: string;
  readonly help: string | null;
  /** Each message of this kind; `go` is null where there is no place to go to. */
  readonly places: readonly { readonly text: string; readonly go: (() => void) | null }[];
  readonly fixes: readonly { readonly title: string; readonly apply: () => void }[];
  /** The text that a diagnostic marks, then the whole line; the first that contains words of the language says which the reference explains. Empty for data. */
  readonly about: readonly string[];
  /** The field of the cell that it is about; null for a message about the rubric, a row or a table. */
  readonly field: string | null;
}

/** The pages of all present messages, those about the rubric first. */
export function messagePages(store: Workbench): readonly MessagePage[] {
  const { good } = store.evaluation;
  const diagnostics = withLastGoodFix(store.evaluation.diagnostics, store);
  return [
    ...grouped(diagnostics, ({ code }) => code).map((found) => ofDiagnostics(found, store)),
    ...grouped(good?.problems ?? [], ({ problem }) => problem.reason).map((found) => ofProblems(found, store)),
  ];
}

function ofDiagnostics(found: readonly [Diagnostic, ...Diagnostic[]], store: Workbench): MessagePage {
  const [{ code, severity, message, help, fixes, span }] = found;
  const { rubric } = store;
  const messages = paletteMessages[store.lang];
  return {
    of: "rubric",
    code,
    severity,
    title: message,
    help,
    places: found.map((each) => ({
      text: messages.atLine(lineOf(rubric, each.span[0]), lineAt(rubric, each.span[0])),
      go: () => store.reveal(each.span),
    })),
    fixes: store.isReadOnly ? [] : fixes.map((fix) => ({ title: fix.title, apply: () => applyFix(store, fix) })),
    about: [rubric.slice(...span), lineAt(rubric, span[0])],
    field: null,
  };
}

function ofProblems(found: readonly [TableProblem, ...TableProblem[]], store: Workbench): MessagePage {
  const [{ problem, text }] = found;
  return {
    of: "data",
    code: problem.reason,
    severity: problem.severity,
    title: text,
    help: null,
    places: found.map(({ text: own, place }) => ({
      text: own,
      go: place === null || place.row < 0 ? null : () => store.goToCell(place),
    })),
    fixes: [],
    about: [],
    field: problem.column,
  };
}

/** The line around an offset, without its indentation. */
export function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? undefined : end).trim();
}

function grouped<T>(all: readonly T[], codeOf: (each: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const known = groups.get(codeOf(each));
    if (known === undefined) groups.set(codeOf(each), [each]);
    else known.push(each);
  }
  return [...groups.values()];
}
