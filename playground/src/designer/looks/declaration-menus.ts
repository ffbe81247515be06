/** What the menus below the table offer: what may be added to a group, to a declaration, and to the rows between its braces. */
import type { Landing } from "../form.js";
import type { DeclarationTemplate } from "../edit/templates.js";
import type { DeclarationView, GroupName } from "../model/document.js";
import type { Row, Rows } from "../model/piece.js";
import type { Action } from "./action-menu.js";
import type { MenuHost } from "./menus.js";

const once: readonly DeclarationTemplate[] = ["title", "edition", "total"];

export class DeclarationMenus {
  constructor(private readonly host: MenuHost) {}

  add(group: GroupName, templates: readonly DeclarationTemplate[], anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { form } = this.host;
    const there = new Set(form.analysis.rubric.declarations.map(({ kind }) => kind as string));
    this.host.openMenu(
      anchor,
      words.groups[group],
      templates
        .filter((template) => !once.includes(template) || !there.has(template))
        .map((template) => ({
          label: words.declarations[template],
          run: () => this.#land(form.declarations.add(template)),
        })),
    );
  }

  declaration({ span, construct, name, within }: DeclarationView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { declarations } = this.host.form;
    const { additions, removals } = declarations.optionsOf(span);
    const isNamed = name !== "" && within === "";
    const shown = name === "" ? words.declarations[construct as DeclarationTemplate] : name;
    this.host.openMenu(anchor, words.itemMenu(shown), [
      ...additions.map((option) => ({
        label: words.options[option.name],
        run: () => this.#land(declarations.apply(option.edits)),
      })),
      ...removals.map((option, at) => ({
        label: words.without(words.options[option.name]),
        isFirst: at === 0 && additions.length > 0,
        run: () => this.#land(declarations.apply(option.edits)),
      })),
      ...(isNamed
        ? [
            { label: words.moveUp, hint: "Alt+↑", isFirst: true, run: () => this.#land(declarations.move(span, -1)) },
            { label: words.moveDown, hint: "Alt+↓", run: () => this.#land(declarations.move(span, 1)) },
            { label: words.duplicate, run: () => this.#land(declarations.copy(span)) },
          ]
        : []),
      { label: words.editInText, isFirst: true, run: () => this.host.toText(span) },
      { label: words.remove, isFirst: true, run: () => this.host.removeDeclaration(span, shown) },
    ]);
  }

  /** Another row: at once where there is one kind of them, else from a menu. */
  addRow(rows: Rows, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { declarations } = this.host.form;
    const kinds = declarations.newRows(rows);
    const [only] = kinds;
    if (only === undefined) return;
    if (kinds.length === 1) this.#land(declarations.addRow(rows, only.text));
    else
      this.host.openMenu(
        anchor,
        words.row[rows.block] ?? "",
        kinds.map(({ name, text }) => ({
          label: words.newRows[name],
          run: () => this.#land(declarations.addRow(rows, text)),
        })),
      );
  }

  row(rows: Rows, row: Row, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { declarations } = this.host.form;
    const options = declarations.rowOptions(rows, row);
    const at = rows.rows.indexOf(row);
    const actions: Action[] = options.map(({ name, edits, isRemoval }) => ({
      label: isRemoval ? words.without(words.rowOptions[name]) : words.rowOptions[name],
      run: () => this.#land(declarations.apply(edits)),
    }));
    const isFirst = actions.length > 0;
    if (at > 0)
      actions.push({ label: words.moveUp, isFirst, run: () => this.#land(declarations.moveRow(rows, row, -1)) });
    if (at < rows.rows.length - 1)
      actions.push({
        label: words.moveDown,
        isFirst: isFirst && at === 0,
        run: () => this.#land(declarations.moveRow(rows, row, 1)),
      });
    if (rows.rows.length > 1)
      actions.push({ label: words.removeRow, isFirst: true, run: () => this.#land(declarations.removeRow(rows, row)) });
    this.host.openMenu(anchor, words.rowMenu, actions);
  }

  #land(landing: Landing): void {
    this.host.land(landing);
  }
}
