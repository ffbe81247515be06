/**
 * Definitions, references and renaming, also between rubrics that use each other.
 */
import { applyEdits, severityOf, type Lang, type Span, type TextEdit } from "@yardstick/language";
import { definition, references, renamable, rename, usedReferences, type UsedReference } from "@yardstick/service";
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { analyseFile, resolvePath } from "yardstick";
import { workspaceEdit } from "./edits.js";
import { serverMessages } from "./messages.js";
import type { PositionedText } from "./positioned-text.js";
import type { AnalysedText, Workspace } from "./workspace.js";

/** The declaration that a name leads to. */
export interface Target {
  readonly of: AnalysedText;
  /** Empty at the beginning of the text for a result without a declaration, such as the score. */
  readonly span: Span;
}

/** The declaration of the name at an offset, in the rubric that declares it; null where there is none. */
export function targetAt(analysed: AnalysedText, offset: number, workspace: Workspace): Target | null {
  const found = definition(analysed.analysis, offset, workspace.usedBy(analysed));
  if (found === null) return null;
  const of = found.path === null ? analysed : workspace.analysed(resolvePath(analysed.path, found.path));
  return of === null ? null : { of, span: found.span };
}

const isDeclared = ({ span }: Target): boolean => span[1] > span[0];

/** The definition of the name at a position, in the rubric that declares it. */
export function definitionAt(analysed: AnalysedText, position: Position, workspace: Workspace): Location | null {
  const target = targetAt(analysed, analysed.text.offsetAt(position), workspace);
  return target === null ? null : { uri: target.of.text.uri, range: target.of.text.rangeOf(target.span) };
}

/** The names of results in a rubric that lead to the target. */
function usedNames(of: AnalysedText, target: Target, workspace: Workspace): readonly UsedReference[] {
  return usedReferences(of.analysis, workspace.usedBy(of)).filter(
    ({ to }) => resolvePath(of.path, to.path ?? "") === target.of.path && to.span[0] === target.span[0],
  );
}

/** The other rubrics whose text contains the name of the target's file, and so may use it. */
function possibleUsers({ of }: Target, workspace: Workspace): readonly AnalysedText[] {
  const name = of.path.slice(of.path.lastIndexOf("/") + 1);
  return workspace.allPaths().flatMap((path) => {
    if (path === of.path || workspace.read(path)?.includes(name) !== true) return [];
    return workspace.analysed(path) ?? [];
  });
}

/** The occurrences of the name at a position in all rubrics; `declares` includes the declaration. */
export function referencesAt(
  analysed: AnalysedText,
  position: Position,
  declares: boolean,
  workspace: Workspace,
): Location[] {
  const offset = analysed.text.offsetAt(position);
  const locations = ({ text }: AnalysedText, spans: readonly Span[]) =>
    spans.map((span): Location => ({ uri: text.uri, range: text.rangeOf(span) }));
  const target = targetAt(analysed, offset, workspace);
  // Functions and levels are not declared where they could be found.
  if (target === null) return locations(analysed, references(analysed.analysis, offset));
  const own = isDeclared(target) ? references(target.of.analysis, target.span[0]) : [];
  return [
    ...locations(target.of, declares ? own : own.filter((span) => span[0] !== target.span[0])),
    ...possibleUsers(target, workspace).flatMap((user) =>
      locations(
        user,
        usedNames(user, target, workspace).map(({ span }) => span),
      ),
    ),
  ];
}

/** The occurrences of the name at a position in its own text. */
export function highlightsAt(analysed: AnalysedText, position: Position): DocumentHighlight[] {
  const { analysis, text } = analysed;
  const offset = text.offsetAt(position);
  const declared = definition(analysis, offset);
  return references(analysis, offset).map((span) => ({
    range: text.rangeOf(span),
    kind:
      declared?.path === null && declared.span[0] === span[0]
        ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read,
  }));
}

/** The target of a renaming at a position, and the name there; null where there is nothing that can be renamed. */
function renamedAt(
  analysed: AnalysedText,
  offset: number,
  workspace: Workspace,
): { readonly target: Target; readonly span: Span; readonly name: string } | null {
  const own = renamable(analysed.analysis, offset);
  if (own !== null) {
    const target = targetAt(analysed, offset, workspace) ?? { of: analysed, span: own.span };
    return { ...own, target };
  }
  const used = usedReferences(analysed.analysis, workspace.usedBy(analysed)).find(
    ({ span }) => span[0] <= offset && offset <= span[1],
  );
  const target = used === undefined ? null : targetAt(analysed, used.span[0], workspace);
  if (used === undefined || target === null || !isDeclared(target)) return null;
  const there = renamable(target.of.analysis, target.span[0]);
  return there === null ? null : { target, span: used.span, name: there.name };
}

/** The name at a position with its range; null where it cannot be changed. */
export function renamedRange(
  analysed: AnalysedText,
  position: Position,
  workspace: Workspace,
): { readonly range: Range; readonly placeholder: string } | null {
  const found = renamedAt(analysed, analysed.text.offsetAt(position), workspace);
  return found === null ? null : { range: analysed.text.rangeOf(found.span), placeholder: found.name };
}

/** The edits of a renaming in all rubrics that use the name, or why it is refused. */
export function renameAt(
  analysed: AnalysedText,
  position: Position,
  to: string,
  workspace: Workspace,
  lang: Lang,
): WorkspaceEdit | { readonly refusal: string } {
  const offset = analysed.text.offsetAt(position);
  const found = renamedAt(analysed, offset, workspace);
  const target = found?.target ?? { of: analysed, span: [offset, offset] as Span };
  const renamed = rename(target.of.analysis, target.span[0], to, lang, { uses: target.of.uses });
  if ("refusal" in renamed) return renamed;
  const changed: (readonly [PositionedText, readonly TextEdit[]])[] = [[target.of.text, renamed.edits]];
  const [first] = renamed.edits;
  if (first === undefined) return workspaceEdit(changed, workspace.takesVersions);
  for (const user of possibleUsers(target, workspace)) {
    const edits = usedNames(user, target, workspace).map(({ span }): TextEdit => ({ span, text: first.text }));
    if (!keepsMeaning(user, edits, { of: target.of, edits: renamed.edits }, workspace)) {
      return { refusal: serverMessages[lang].notRenamedIn(user.path) };
    }
    if (edits.length > 0) changed.push([user.text, edits]);
  }
  return workspaceEdit(changed, workspace.takesVersions);
}

/** Whether the names of a rubric lead where they led before, without new errors, once a used rubric has changed and its own edits are made. */
function keepsMeaning(
  user: AnalysedText,
  edits: readonly TextEdit[],
  { of, edits: there }: { readonly of: AnalysedText; readonly edits: readonly TextEdit[] },
  workspace: Workspace,
): boolean {
  const text = applyEdits(of.text.text, there);
  const load = (path: string) => (path === of.path ? text : workspace.read(path));
  const renamed = analyseFile(text, of.path, load).analysis;
  const after = analyseFile(applyEdits(user.text.text, edits), user.path, load);
  const errors = ({ findings }: Pick<AnalysedText, "findings">) =>
    findings.filter((found) => severityOf(found) === "error").length;
  const isChanged = (path: string | null) => resolvePath(user.path, path ?? "") === of.path;
  const used = workspace.usedBy(user);
  const before = usedReferences(user.analysis, used).map(({ to }) =>
    JSON.stringify([to.path, isChanged(to.path) ? startAfter(to.span[0], there) : to.span[0]]),
  );
  const found = usedReferences(after.analysis, (path) => (isChanged(path) ? renamed : used(path)));
  return (
    errors(after) <= errors(user) &&
    found.map(({ to }) => JSON.stringify([to.path, to.span[0]])).join() === before.join()
  );
}

/** The offset in the text after edits of what begins at an offset before them. */
const startAfter = (offset: number, edits: readonly TextEdit[]): number =>
  edits.reduce((sum, { span, text }) => (span[1] <= offset ? sum + text.length - (span[1] - span[0]) : sum), offset);
