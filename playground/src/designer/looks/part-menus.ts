/** What the menus of items and sections offer: what may be added to them, taken from them, and done with them. */
import type { Span } from "@yardstick/language";
import { removableFrom, type Attribute } from "../edit/attributes.js";
import type { Landing } from "../form.js";
import type { PartView, SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";
import type { Action } from "./action-menu.js";
import type { MenuHost } from "./menus.js";

export class PartMenus {
  constructor(private readonly host: MenuHost) {}

  item(item: ItemView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { parts } = this.host.form;
    const { span } = item;
    const into = parts.at(span)?.into ?? null;
    const missing = this.#missing(span, item.form === "item" ? ["weight", "within"] : ["within"]);
    this.host.openMenu(anchor, words.itemMenu(item.name?.value ?? ""), [
      { label: words.addItem, run: () => this.#land(parts.add("item", into, span)) },
      { label: words.addBonus, run: () => this.#land(parts.add("bonus", into, span)) },
      { label: words.addPenalty, run: () => this.#land(parts.add("penalty", into, span)) },
      ...missing,
      ...this.#removable(span),
      ...this.#moves(span, anchor, true),
    ]);
  }

  section(section: SectionView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const { parts } = this.host.form;
    const { span } = section;
    const place = parts.at(span);
    const isPlain = section.cases.length === 0;
    const adding: readonly Action[] = isPlain
      ? [
          { label: words.addItem, run: () => this.#land(parts.add("item", section, null)) },
          { label: words.addBonus, run: () => this.#land(parts.add("bonus", section, null)) },
          { label: words.addPenalty, run: () => this.#land(parts.add("penalty", section, null)) },
          { label: words.addSubsection, run: () => this.#land(parts.add("section", section, null)) },
          { label: words.addVariants, run: () => this.#land(parts.addVariants(span)) },
        ]
      : [{ label: words.addCase, run: () => this.#land(parts.addCase(span)) }];
    this.host.openMenu(anchor, words.itemMenu(section.name?.value ?? ""), [
      ...adding,
      ...this.#missing(span, [section.weight.length > 0 ? "points" : "weight", "within"]),
      ...this.#removable(span),
      ...this.#moves(span, anchor, place !== null && place.into !== null),
      { label: words.collapseAll, isFirst: true, run: () => this.host.foldAll(true) },
      { label: words.expandAll, run: () => this.host.foldAll(false) },
    ]);
  }

  /** Where parts may be moved to: every section and every case of one that does not hold them already. */
  moveTo(spans: readonly Span[], anchor: HTMLElement): void {
    const { form, words } = this.host;
    const holder = spans.length === 1 && spans[0] !== undefined ? form.parts.at(spans[0])?.into?.span[0] : undefined;
    const isWithin = (start: number): boolean => spans.some(([from, to]) => from <= start && start < to);
    const holders = holdersIn(form.view.parts).filter(({ span }) => span[0] !== holder && !isWithin(span[0]));
    this.host.openMenu(
      anchor,
      words.designer.moveIn,
      holders.map(({ label, span }) => ({
        label,
        run: () => this.#land(form.parts.moveTo(spans, { into: span, at: "last" })),
      })),
    );
  }

  #land(landing: Landing): void {
    this.host.land(landing);
  }

  #missing(span: Span, others: readonly Attribute[]): readonly Action[] {
    const words = this.host.words.designer;
    const { parts } = this.host.form;
    const part = parts.at(span)?.part;
    if (part === undefined) return [];
    const wanted: Attribute[] = ["assessor", "basis", "applies", ...others, "rounds"];
    const is = { assessor: part.assessor, basis: part.basis, applies: part.applies, rounds: part.decimals };
    return wanted
      .filter((attribute) =>
        attribute === "weight" || attribute === "points" || attribute === "within"
          ? part[attribute] === null
          : is[attribute] === null,
      )
      .map((attribute, at) => ({
        label: words.attributes[attribute],
        isFirst: at === 0,
        run: () => this.#land(parts.addAttribute(span, attribute)),
      }));
  }

  #removable(span: Span): readonly Action[] {
    const words = this.host.words.designer;
    const { parts } = this.host.form;
    const part = parts.at(span)?.part;
    return (part === undefined ? [] : removableFrom(part)).map((attribute, at) => ({
      label: words.without(words.attributeNames[attribute]),
      isFirst: at === 0,
      run: () => this.#land(parts.removeAttribute(span, attribute)),
    }));
  }

  #moves(span: Span, anchor: HTMLElement, mayMoveIn: boolean): readonly Action[] {
    const words = this.host.words.designer;
    const { parts } = this.host.form;
    return [
      { label: words.moveUp, hint: "Alt+↑", isFirst: true, run: () => this.#land(parts.move([span], -1)) },
      { label: words.moveDown, hint: "Alt+↓", run: () => this.#land(parts.move([span], 1)) },
      ...(mayMoveIn ? [{ label: words.moveIn, run: () => this.moveTo([span], anchor) }] : []),
      { label: words.mark, hint: "Shift+Alt+↓", run: () => this.host.markPart(span[0]) },
      { label: words.duplicate, run: () => this.#land(parts.copy([span])) },
      { label: words.copy, hint: "Ctrl+C", run: () => void this.host.copyParts([span]) },
      { label: words.remove, isFirst: true, run: () => this.host.removeParts([span]) },
    ];
  }
}

function holdersIn(parts: readonly PartView[]): readonly { readonly label: string; readonly span: Span }[] {
  return parts.flatMap((part) => {
    if (part.kind !== "section") return [];
    const label = part.name?.value ?? "";
    if (part.cases.length === 0) return [{ label, span: part.span }, ...holdersIn(part.parts)];
    return part.cases.flatMap((each) => [
      { label: `${label} · ${each.label}`, span: each.span },
      ...holdersIn(each.parts),
    ]);
  });
}
