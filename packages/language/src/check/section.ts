/**
 * The tree of parts: sections and items are taken up in the order of the text, a section before what it holds,
 * with the assessor they inherit. What holds for every part's head is checked here.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import { checkApplies } from "./applies.js";
import { type Checker, type PartDraft, subjectScope } from "./checker.js";
import { declareData } from "./data.js";
import { declareJudgements, flatten } from "./judgement.js";
import { pathOf } from "./part-name.js";
import { checkVariants, nameOfCase } from "./variants.js";

interface Above {
  readonly part: PartDraft;
  readonly inCase: number | null;
}

export function declareRoot(checker: Checker, node: ast.Section | ast.Item): void {
  checker.draft.roots.push(declarePart(checker, node, null).index);
}

function declarePart(checker: Checker, node: ast.Section | ast.Item, above: Above | null): PartDraft {
  const { parts } = checker.draft;
  const way =
    above === null
      ? []
      : [...above.part.names, ...(above.inCase === null ? [] : [nameOfCase(checker, above.part.node, above.inCase)])];
  const part: PartDraft = {
    node,
    index: parts.length,
    name: node.name.text,
    declared: { kind: "part", name: node.name.text, span: node.name.span, index: parts.length },
    names: [...way, node.name.text],
    parent: above?.part.index ?? null,
    inCase: above?.inCase ?? null,
    assessor: node.assessor?.value ?? above?.part.assessor ?? null,
    parts: [],
    flat: node.kind === "item" ? flatten(node.lines) : [],
    judgements: new Map(),
    points: null,
    worth: null,
    weight: null,
    within: null,
    min: null,
    max: null,
    start: null,
    decimals: null,
    rounding: null,
    applies: null,
    variants: null,
    lines: [],
  };
  parts.push(part);
  checker.names.declare(part.declared);
  checker.references.set(node.name, part.declared);
  const path = pathOf(part.names);
  if (!checker.partsByPath.has(path)) checker.partsByPath.set(path, part);
  if (node.kind === "item") declareJudgements(checker, part);
  else {
    declareHeld(checker, part, node.parts, null);
    node.variants?.cases.forEach((one, index) => declareHeld(checker, part, one.parts, index));
  }
  return part;
}

function declareHeld(checker: Checker, above: PartDraft, nodes: ast.Section["parts"], inCase: number | null): void {
  for (const node of nodes) {
    if (node.kind === "data") declareData(checker, node, above.assessor);
    else above.parts.push(declarePart(checker, node, { part: above, inCase }).index);
  }
}

/** Siblings may not share a name: results could not distinguish them. */
export function checkSiblings(checker: Checker): void {
  const seen = new Map<string, PartDraft>();
  for (const part of checker.draft.parts) {
    const key = `${part.parent ?? ""}/${part.inCase ?? ""}/${part.name}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, part);
      continue;
    }
    checker.report(
      diagnostic(
        "duplicate-name",
        part.node.name.span,
        { name: part.name, kind: "part" },
        {
          related: [{ span: before.node.name.span, note: { zh: "前面已有", en: "it was first here" } }],
        },
      ),
    );
  }
}

/** What a section reads: whether it applies, and which variant counts. Items are checked with their lines. */
export function checkSections(checker: Checker): void {
  for (const part of checker.draft.parts) {
    if (part.node.kind !== "section") continue;
    part.applies = checkApplies(checker, part.node.applies, subjectScope);
    part.variants = checkVariants(checker, part, part.node);
  }
}
