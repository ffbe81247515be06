/** The menus of rules and the actions of their entries; the menus of parts and of declarations are separate modules. */
import type { ast, Span } from "@yardstick/language";
import type { DesignerMessages } from "../messages/zh.js";
import { suffixesFor } from "../edit/suffixes.js";
import { commonLines, otherLines, type LineTemplate } from "../edit/templates.js";
import type { Landing, RubricForm } from "../form/rubric-form.js";
import type { ItemView, LineNodeView } from "../model/item-view.js";
import type { Action } from "./action-menu.js";

/** The form that the menus belong to. */
export interface MenuHost {
  readonly form: RubricForm;
  readonly messages: DesignerMessages;
  openMenu(anchor: HTMLElement, label: string, actions: readonly Action[]): void;
  land(landing: Landing): void;
  foldAll(isCollapsed: boolean): void;
  copyParts(spans: readonly Span[]): Promise<void>;
  removeParts(spans: readonly Span[]): void;
  removeDeclaration(span: Span, name: string): void;
  markPart(start: number): void;
  toText(span: Span): void;
}

/** The menus of rules and blocks. */
export class LineMenus {
  constructor(private readonly host: MenuHost) {}

  line(line: LineNodeView | { readonly kind: "block" | "card"; readonly span: Span }, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { lines } = this.host.form;
    const { span } = line;
    const land = (landing: Landing): void => this.host.land(landing);
    const node = lines.at(span);
    const actions: Action[] = [];
    if (node?.kind === "line") {
      for (const template of suffixesFor(node))
        actions.push({ label: messages.suffix(template), run: () => land(lines.addSuffix(span, template)) });
      for (const [at, { kind }] of node.suffixes.entries())
        actions.push({
          label: messages.removeSuffix(kind),
          isFirst: at === 0,
          run: () => land(lines.removeSuffix(span, kind)),
        });
      const swap = swapFor(node);
      if (swap !== null)
        actions.push({ label: messages[swap.label], isFirst: true, run: () => land(lines.swap(span, swap.from)) });
    }
    if (node?.kind === "line-block") {
      const into = { span };
      actions.push({
        label: messages.addLine,
        run: () => this.#templates(anchor, (template) => lines.add(into, node.lines.length, template)),
      });
      actions.push(
        node.otherwise.length === 0
          ? { label: messages.addOtherwise, run: () => land(lines.addOtherwise(span)) }
          : {
              label: messages.addToOtherwise,
              run: () =>
                this.#templates(anchor, (template) =>
                  lines.add({ span, branch: "otherwise" }, node.otherwise.length, template),
                ),
            },
      );
    }
    actions.push(
      { label: messages.moveUp, hint: "Alt+↑", isFirst: true, run: () => land(lines.move(span, -1)) },
      { label: messages.moveDown, hint: "Alt+↓", run: () => land(lines.move(span, 1)) },
      { label: messages.duplicate, run: () => land(lines.copy(span)) },
      { label: messages.remove, hint: "Ctrl+Del", isFirst: true, run: () => land(lines.remove(span)) },
    );
    this.host.openMenu(anchor, messages.lineMenu, actions);
  }

  /** The kinds of rules without a button of their own. */
  more(item: ItemView, anchor: HTMLElement): void {
    const { lines } = this.host.form;
    this.#templates(anchor, (template) => lines.add(item, item.lines.length, template), otherLines);
  }

  #templates(
    anchor: HTMLElement,
    add: (template: LineTemplate) => Landing,
    templates: readonly LineTemplate[] = [...commonLines, ...otherLines],
  ): void {
    const messages = this.host.messages;
    this.host.openMenu(
      anchor,
      messages.moreLines,
      templates.map((template) => ({ label: messages.lines[template], run: () => this.host.land(add(template)) })),
    );
  }
}

function swapFor({
  effect,
  per,
}: ast.Line): { readonly label: "toAdd" | "toDeduct"; readonly from: "Deduct" | "Add" } | null {
  if (per?.measure.kind === "from") return null;
  if (effect === "deduct") return { label: "toAdd", from: "Deduct" };
  return effect === "add" ? { label: "toDeduct", from: "Add" } : null;
}
