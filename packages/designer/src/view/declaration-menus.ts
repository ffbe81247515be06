/** The menus below the table: additions to a group, to a declaration, and to the rows between its braces. */
import type { Landing } from "../form/rubric-form.js";
import type { DeclarationTemplate } from "../edit/templates.js";
import type { DeclarationView, GroupName } from "../model/document.js";
import type { Row, Rows } from "../model/piece.js";
import type { Action } from "./action-menu.js";
import type { MenuHost } from "./menus.js";

const once: readonly DeclarationTemplate[] = ["title", "edition", "total"];

/** The menus of declarations, their groups and their rows. */
export class DeclarationMenus {
  constructor(private readonly host: MenuHost) {}

  add(group: GroupName, templates: readonly DeclarationTemplate[], anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { form } = this.host;
    const there = new Set(form.analysis.rubric.declarations.map(({ kind }) => kind as string));
    this.host.openMenu(
      anchor,
      messages.groups[group],
      templates
        .filter((template) => !once.includes(template) || !there.has(template))
        .map((template) => ({
          label: messages.declarations[template],
          run: () => this.#land(form.declarations.add(template)),
        })),
    );
  }

  declaration({ span, construct, name, within }: DeclarationView, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { declarations } = this.host.form;
    const { additions, removals } = declarations.optionsOf(span);
    const isNamed = name !== "" && within === "";
    const shown = name === "" ? messages.declarations[construct as DeclarationTemplate] : name;
    this.host.openMenu(anchor, messages.itemMenu(shown), [
      ...additions.map((option) => ({
        label: messages.options[option.name],
        run: () => this.#land(declarations.apply(option.edits)),
      })),
      ...removals.map((option, at) => ({
        label: messages.without(messages.options[option.name]),
        isFirst: at === 0 && additions.length > 0,
        run: () => this.#land(declarations.apply(option.edits)),
      })),
      ...(isNamed
        ? [
            {
              label: messages.moveUp,
              hint: "Alt+↑",
              isFirst: true,
              run: () => this.#land(declarations.move(span, -1)),
            },
            { label: messages.moveDown, hint: "Alt+↓", run: () => this.#land(declarations.move(span, 1)) },
            { label: messages.duplicate, run: () => this.#land(declarations.copy(span)) },
          ]
        : []),
      { label: messages.editInText, isFirst: true, run: () => this.host.toText(span) },
      { label: messages.remove, isFirst: true, run: () => this.host.removeDeclaration(span, shown) },
    ]);
  }

  /** Adds a row: directly when there is one kind, otherwise through a menu. */
  addRow(rows: Rows, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { declarations } = this.host.form;
    const kinds = declarations.newRows(rows);
    const [only] = kinds;
    if (only === undefined) return;
    if (kinds.length === 1) this.#land(declarations.addRow(rows, only.text));
    else
      this.host.openMenu(
        anchor,
        messages.row[rows.block] ?? "",
        kinds.map(({ name, text }) => ({
          label: messages.newRows[name],
          run: () => this.#land(declarations.addRow(rows, text)),
        })),
      );
  }

  row(rows: Rows, row: Row, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { declarations } = this.host.form;
    const options = declarations.rowOptions(rows, row);
    const at = rows.rows.indexOf(row);
    const actions: Action[] = options.map(({ name, edits, isRemoval }) => ({
      label: isRemoval ? messages.without(messages.rowOptions[name]) : messages.rowOptions[name],
      run: () => this.#land(declarations.apply(edits)),
    }));
    const isFirst = actions.length > 0;
    if (at > 0)
      actions.push({ label: messages.moveUp, isFirst, run: () => this.#land(declarations.moveRow(rows, row, -1)) });
    if (at < rows.rows.length - 1)
      actions.push({
        label: messages.moveDown,
        isFirst: isFirst && at === 0,
        run: () => this.#land(declarations.moveRow(rows, row, 1)),
      });
    if (rows.rows.length > 1)
      actions.push({
        label: messages.removeRow,
        isFirst: true,
        run: () => this.#land(declarations.removeRow(rows, row)),
      });
    this.host.openMenu(anchor, messages.rowMenu, actions);
  }

  #land(landing: Landing): void {
    this.host.land(landing);
  }
}
