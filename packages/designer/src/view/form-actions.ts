/** The menu of the whole form: start again, print, fold, and go to a section or a group of declarations. */
import { groupOrder, type DocumentView, type GroupName, type SectionView } from "../model/document.js";
import type { DesignerMessages } from "../messages/zh.js";
import type { Action } from "./action-menu.js";

/** The operations of the form that the menu uses. */
interface FormCommands {
  openQuestions(): void;
  readDocument(): void;
  print(): void;
  foldAll(isCollapsed: boolean): void;
  /** Shows the part that starts at an offset of the text. */
  goTo(start: number): void;
  goToGroup(name: GroupName): void;
}

/** The entries of the menu. */
export function formActions(
  view: DocumentView,
  messages: DesignerMessages,
  isReadOnly: boolean,
  commands: FormCommands,
): readonly Action[] {
  const sections = view.parts.filter((part): part is SectionView => part.kind === "section");
  const beginnings = isReadOnly
    ? []
    : [
        { label: messages.newRubric, run: () => commands.openQuestions() },
        { label: messages.readDocument, run: () => commands.readDocument() },
      ];
  const places = [
    ...sections.map((section) => ({
      label: `${messages.sectionNumber(section.number)}${section.name?.value ?? ""}`,
      run: () => commands.goTo(section.span[0]),
    })),
    ...groupOrder.map((name) => ({ label: messages.groups[name], run: () => commands.goToGroup(name) })),
  ];
  return [
    ...beginnings,
    { label: messages.print.button, run: () => commands.print() },
    { label: messages.collapseAll, isFirst: true, run: () => commands.foldAll(true) },
    { label: messages.expandAll, run: () => commands.foldAll(false) },
    ...places.map((place, at) => ({ ...place, isFirst: at === 0 || at === sections.length })),
  ];
}
