/** The menus of items and sections: additions, removals and other actions. */
import { type BesideForm, itemWords, type Span } from "@yardstick/language";
import { removableFrom, type Attribute } from "../edit/attributes.js";
import type { Landing } from "../form/rubric-form.js";
import { capitalised } from "../messages/capitalised.js";
import type { PartView, SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";
import type { Action } from "./action-menu.js";
import type { MenuHost } from "./menus.js";

/** The menus of items and sections. */
export class PartMenus {
  constructor(private readonly host: MenuHost) {}

  item(item: ItemView, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    const { span } = item;
    const into = parts.at(span)?.into ?? null;
    const missing = this.#missing(span, item.form === "item" ? ["weight", "within"] : ["within"]);
    this.host.openMenu(anchor, messages.itemMenu(item.name?.value ?? ""), [
      { label: messages.addItem, heading: messages.adding, run: () => this.#land(parts.add("item", into, span)) },
      ...this.#beside((kind) => parts.add(kind, into, span)),
      ...missing,
      ...this.#modes(span),
      ...this.#removable(span),
      ...this.#moves(span, anchor, true),
    ]);
  }

  section(section: SectionView, anchor: HTMLElement): void {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    const { span } = section;
    const place = parts.at(span);
    const isPlain = section.cases.length === 0;
    const adding: readonly Action[] = isPlain
      ? [
          {
            label: messages.addItem,
            heading: messages.adding,
            run: () => this.#land(parts.add("item", section, null)),
          },
          ...this.#beside((kind) => parts.add(kind, section, null)),
          { label: messages.addSubsection, run: () => this.#land(parts.add("section", section, null)) },
          { label: messages.addVariants, run: () => this.#land(parts.addVariants(span)) },
        ]
      : [{ label: messages.addCase, heading: messages.adding, run: () => this.#land(parts.addCase(span)) }];
    this.host.openMenu(anchor, messages.itemMenu(section.name?.value ?? ""), [
      ...adding,
      ...this.#missing(span, [section.weight.length > 0 ? "points" : "weight", "within"]),
      ...this.#modes(span),
      ...this.#removable(span),
      ...this.#moves(span, anchor, place !== null && place.into !== null),
      { label: messages.collapseAll, isFirst: true, run: () => this.host.foldAll(true) },
      { label: messages.expandAll, run: () => this.host.foldAll(false) },
    ]);
  }

  /** Additions of every kind of item beside the points of its parent. */
  #beside(add: (kind: BesideForm) => Landing | null): readonly Action[] {
    const { lang } = this.host.messages;
    return itemWords.map(({ form, name }) => ({ label: capitalised(name[lang]), run: () => this.#land(add(form)) }));
  }

  /** Targets for moving parts: every section and every case that does not contain them already. */
  moveTo(spans: readonly Span[], anchor: HTMLElement): void {
    const { form, messages } = this.host;
    const parent = spans.length === 1 && spans[0] !== undefined ? form.parts.at(spans[0])?.into?.span[0] : undefined;
    const isWithin = (start: number): boolean => spans.some(([from, to]) => from <= start && start < to);
    const parents = parentsIn(form.view.parts).filter(({ span }) => span[0] !== parent && !isWithin(span[0]));
    this.host.openMenu(
      anchor,
      messages.moveIn,
      parents.map(({ label, span }) => ({
        label,
        run: () => this.#land(form.parts.moveTo(spans, { into: span, at: "last" })),
      })),
    );
  }

  #land(landing: Landing): void {
    this.host.land(landing);
  }

  #missing(span: Span, others: readonly Attribute[]): readonly Action[] {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    const part = parts.at(span)?.part;
    if (part === undefined) return [];
    const wanted: Attribute[] = ["assessor", "basis", "applies", ...others, "rounds"];
    const is = { assessor: part.assessor, basis: part.basis, applies: part.applies, rounds: part.rounds };
    return wanted
      .filter((attribute) =>
        attribute === "weight" || attribute === "points" || attribute === "within"
          ? part[attribute] === null
          : is[attribute] === null,
      )
      .map((attribute, at) => ({
        label: messages.attributes[attribute],
        isFirst: at === 0,
        ...(at === 0 ? { heading: messages.setting } : {}),
        run: () => this.#land(parts.addAttribute(span, attribute)),
      }));
  }

  /** The modes that the rounding of the head can have, and the removal of the one that it has. */
  #modes(span: Span): readonly Action[] {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    const { additions, removals } = parts.optionsOf(span);
    const actions = [
      ...additions.map(({ name, edits }) => ({ label: messages.options[name], edits })),
      ...removals.map(({ name, edits }) => ({ label: messages.without(messages.options[name]), edits })),
    ];
    return actions.map(({ label, edits }, at) => ({
      label,
      isFirst: at === 0,
      run: () => this.#land(parts.apply(edits)),
    }));
  }

  #removable(span: Span): readonly Action[] {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    const part = parts.at(span)?.part;
    return (part === undefined ? [] : removableFrom(part)).map((attribute, at) => ({
      label: messages.without(messages.attributeNames[attribute]),
      isFirst: at === 0,
      run: () => this.#land(parts.removeAttribute(span, attribute)),
    }));
  }

  #moves(span: Span, anchor: HTMLElement, mayMoveIn: boolean): readonly Action[] {
    const messages = this.host.messages;
    const { parts } = this.host.form;
    return [
      { label: messages.moveUp, hint: "Alt+↑", isFirst: true, run: () => this.#land(parts.move([span], -1)) },
      { label: messages.moveDown, hint: "Alt+↓", run: () => this.#land(parts.move([span], 1)) },
      ...(mayMoveIn ? [{ label: messages.moveIn, run: () => this.moveTo([span], anchor) }] : []),
      { label: messages.mark, hint: "Shift+Alt+↓", run: () => this.host.markPart(span[0]) },
      { label: messages.duplicate, run: () => this.#land(parts.copy([span])) },
      { label: messages.copy, hint: "Ctrl+C", run: () => void this.host.copyParts([span]) },
      { label: messages.remove, isFirst: true, run: () => this.host.removeParts([span]) },
    ];
  }
}

function parentsIn(parts: readonly PartView[]): readonly { readonly label: string; readonly span: Span }[] {
  return parts.flatMap((part) => {
    if (part.kind !== "section") return [];
    const label = part.name?.value ?? "";
    if (part.cases.length === 0) return [{ label, span: part.span }, ...parentsIn(part.parts)];
    return part.cases.flatMap((each) => [
      { label: `${label} · ${each.label}`, span: each.span },
      ...parentsIn(each.parts),
    ]);
  });
}
