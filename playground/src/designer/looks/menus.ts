/** What the menus of lines, items, sections and declarations offer, and what each entry does. */
import type { ast, Span } from "@yardstick/language";
import type { Words } from "../../words/catalogue.js";
import type { Attribute } from "../edit/attributes.js";
import { otherLines, type DeclarationTemplate, type LineTemplate, type SuffixTemplate } from "../edit/templates.js";
import type { Landing, RubricForm } from "../form.js";
import type { DeclarationView, GroupName, PartView, SectionView } from "../model/document.js";
import type { ItemView, LineNodeView } from "../model/item-view.js";
import type { Action } from "./action-menu.js";

/** The form that the menus belong to. */
export interface MenuHost {
  readonly form: RubricForm;
  readonly words: Words;
  openMenu(anchor: HTMLElement, label: string, actions: readonly Action[]): void;
  land(landing: Landing): void;
  foldAll(isCollapsed: boolean): void;
  copyParts(spans: readonly Span[]): Promise<void>;
  removeParts(spans: readonly Span[]): void;
  toText(span: Span): void;
}

export class Menus {
  constructor(private readonly host: MenuHost) {}

  lineMenu(line: LineNodeView | { readonly kind: "block" | "card"; readonly span: Span }, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const form = this.host.form;
    const { span } = line;
    const land = (landing: Landing): void => this.host.land(landing);
    const node = form.lineAt(span);
    const actions: Action[] = [];
    if (node?.kind === "line") {
      for (const template of suffixesFor(node))
        actions.push({ label: words.suffixes[template], run: () => land(form.addSuffix(span, template)) });
      for (const [at, { kind }] of node.suffixes.entries())
        actions.push({
          label: words.removals[kind],
          isFirst: at === 0,
          run: () => land(form.removeSuffix(span, kind)),
        });
      const swap = swapFor(node);
      if (swap !== null)
        actions.push({ label: words[swap.label], isFirst: true, run: () => land(form.swap(span, swap.from)) });
    }
    if (node?.kind === "line-block") {
      actions.push({ label: words.addLine, run: () => land(form.addLine({ span }, node.lines.length, "per")) });
      if (node.otherwise.length > 0)
        actions.push({
          label: words.otherwise,
          run: () => land(form.addLine({ span, branch: "otherwise" }, node.otherwise.length, "per")),
        });
    }
    actions.push(
      { label: words.moveUp, hint: "Alt+↑", isFirst: true, run: () => land(form.moveLine(span, -1)) },
      { label: words.moveDown, hint: "Alt+↓", run: () => land(form.moveLine(span, 1)) },
      { label: words.duplicate, run: () => land(form.copyLine(span)) },
      { label: words.remove, isFirst: true, run: () => land(form.removeLine(span)) },
    );
    this.host.openMenu(anchor, words.lineMenu, actions);
  }

  moreLines(item: ItemView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    this.host.openMenu(
      anchor,
      words.moreLines,
      otherLines.map((template: LineTemplate) => ({
        label: words.lines[template],
        run: () => this.host.land(this.host.form.addLine(item, item.lines.length, template)),
      })),
    );
  }

  itemMenu(item: ItemView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const form = this.host.form;
    const { span } = item;
    const place = form.partAt(span);
    const land = (landing: Landing): void => this.host.land(landing);
    const give = (attribute: Attribute): Action => ({
      label: words.attributes[attribute],
      run: () => land(form.addAttribute(span, attribute)),
    });
    const part = place?.part;
    const missing: Action[] = [];
    if (part !== undefined) {
      if (part.assessor === null) missing.push(give("assessor"));
      if (part.basis === null) missing.push(give("basis"));
      if (part.applies === null) missing.push(give("applies"));
      if (part.weight === null && item.form === "item") missing.push(give("weight"));
      if (part.within === null) missing.push(give("within"));
      if (part.decimals === null) missing.push(give("rounds"));
    }
    this.host.openMenu(anchor, words.itemMenu(item.name?.value ?? ""), [
      { label: words.addItem, run: () => land(form.addPart("item", place?.into ?? null, span)) },
      { label: words.addBonus, run: () => land(form.addPart("bonus", place?.into ?? null, span)) },
      { label: words.addPenalty, run: () => land(form.addPart("penalty", place?.into ?? null, span)) },
      ...missing.map((action, at) => ({ ...action, isFirst: at === 0 })),
      { label: words.moveUp, hint: "Alt+↑", isFirst: true, run: () => land(form.movePart(span, -1)) },
      { label: words.moveDown, hint: "Alt+↓", run: () => land(form.movePart(span, 1)) },
      { label: words.moveIn, run: () => this.moveMenu(span, anchor) },
      { label: words.duplicate, run: () => land(form.copyPart(span)) },
      { label: words.copy, hint: "Ctrl+C", run: () => void this.host.copyParts([span]) },
      { label: words.remove, isFirst: true, run: () => this.host.removeParts([span]) },
    ]);
  }

  moveMenu(span: Span, anchor: HTMLElement): void {
    const sections = sectionsIn(this.host.form.view.parts).filter(
      (section) =>
        !(
          section.span[0] <= span[0] &&
          span[1] <= section.span[1] &&
          section.parts.some((part) => part.span[0] === span[0])
        ),
    );
    this.host.openMenu(
      anchor,
      this.host.words.designer.moveIn,
      sections.map((section) => ({
        label: section.name?.value ?? "",
        run: () => this.host.land(this.host.form.movePartTo(span, section, Number.MAX_SAFE_INTEGER)),
      })),
    );
  }

  sectionMenu(section: SectionView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const form = this.host.form;
    const { span } = section;
    const place = form.partAt(span);
    const land = (landing: Landing): void => this.host.land(landing);
    const give = (attribute: Attribute): Action => ({
      label: words.attributes[attribute],
      run: () => land(form.addAttribute(span, attribute)),
    });
    this.host.openMenu(anchor, words.itemMenu(section.name?.value ?? ""), [
      { label: words.addItem, run: () => land(form.addPart("item", section, null)) },
      { label: words.addBonus, run: () => land(form.addPart("bonus", section, null)) },
      { label: words.addSubsection, run: () => land(form.addPart("section", section, null)) },
      { ...give(section.weight.length > 0 ? "points" : "weight"), isFirst: true },
      give("applies"),
      { label: words.moveUp, hint: "Alt+↑", isFirst: true, run: () => land(form.movePart(span, -1)) },
      { label: words.moveDown, hint: "Alt+↓", run: () => land(form.movePart(span, 1)) },
      ...(place?.into === null || place === null
        ? []
        : [{ label: words.moveIn, run: () => this.moveMenu(span, anchor) }]),
      { label: words.duplicate, run: () => land(form.copyPart(span)) },
      { label: words.copy, hint: "Ctrl+C", run: () => void this.host.copyParts([span]) },
      { label: words.collapseAll, isFirst: true, run: () => this.host.foldAll(true) },
      { label: words.expandAll, run: () => this.host.foldAll(false) },
      { label: words.remove, isFirst: true, run: () => this.host.removeParts([span]) },
    ]);
  }

  addMenu(group: GroupName, templates: readonly DeclarationTemplate[], anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const once: readonly DeclarationTemplate[] = ["title", "edition", "total", "rounding"];
    const there = new Set(this.host.form.analysis.rubric.declarations.map(({ kind }) => kind as string));
    this.host.openMenu(
      anchor,
      words.groups[group],
      templates
        .filter((template) => !once.includes(template) || !there.has(template))
        .map((template) => ({
          label: words.declarations[template],
          run: () => this.host.land(this.host.form.addDeclaration(template)),
        })),
    );
  }

  declarationMenu({ span, construct }: DeclarationView, anchor: HTMLElement): void {
    const words = this.host.words.designer;
    const form = this.host.form;
    const more = form.additionsTo(span, construct);
    this.host.openMenu(anchor, words.more, [
      ...more.map(({ text, at }) => ({ label: text, run: () => this.host.land(form.insert(at, text)) })),
      { label: words.editInText, isFirst: more.length > 0, run: () => this.host.toText(span) },
      { label: words.remove, isFirst: true, run: () => form.removeText(span) },
    ]);
  }
}

function sectionsIn(parts: readonly PartView[]): readonly SectionView[] {
  return parts.flatMap((part) => (part.kind === "section" ? [part, ...sectionsIn(part.parts)] : []));
}

/** What can still be added to a line. */
function suffixesFor(line: ast.Line): readonly SuffixTemplate[] {
  const has = (kind: ast.Suffix["kind"]): boolean => line.suffixes.some((each) => each.kind === kind);
  const found: SuffixTemplate[] = [];
  if (line.per !== null && line.per.step === null) found.push("step");
  if (line.each !== null && line.each.where === null) found.push("where");
  if (line.condition !== null || (line.each?.where ?? null) !== null) found.push("and");
  if (line.amount.kind === "proportion" && line.amount.floor === null) found.push("below");
  if (!line.discretion && line.effect !== "earn") {
    if (!has("up-to")) found.push("up-to");
    if (line.each !== null && !has("up-to")) found.push("up-to-per");
    if (line.each !== null && !has("highest-per")) found.push("highest-per");
  }
  if (!has("unless")) found.push("unless");
  if (!has("basis")) found.push("basis");
  return found;
}

function swapFor({
  effect,
  per,
}: ast.Line): { readonly label: "toAdd" | "toDeduct"; readonly from: "Deduct" | "Add" } | null {
  if (per?.measure.kind === "from") return null;
  if (effect === "deduct") return { label: "toAdd", from: "Deduct" };
  return effect === "add" ? { label: "toDeduct", from: "Add" } : null;
}
