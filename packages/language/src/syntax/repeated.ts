/**
 * Elements that may come in any order, each at most once: attributes of a head, of a field, of a ranking, of a call, the `else` of a table.
 * The syntax tree has one place for each, so a second is named here, before it would be lost.
 */
import type { CstElement, CstNode } from "chevrotain";
import { diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Bilingual } from "../vocabulary/bilingual.js";
import { directionsOf } from "./directions.js";
import { nodes, spanOf } from "./cst.js";

const attributes: Readonly<Record<string, Bilingual>> = {
  points: { zh: "分值", en: "the points" },
  Weight: { zh: "权重", en: "the weight" },
  Within: { zh: "限定的范围", en: "the range" },
  assessor: { zh: "考核部门", en: "the assessor" },
  basis: { zh: "依据", en: "the basis" },
  roundsTo: { zh: "小数位数", en: "the decimals" },
  applies: { zh: "适用条件", en: "the applicability" },
};

const ends = { highest: { zh: "「最高」", en: "`highest`" }, lowest: { zh: "「最低」", en: "`lowest`" } };

const tiesPlaced: Bilingual = { zh: "并列的办法", en: "how ties are settled" };

/** Of rankings and of calls, neither of which has all of them. */
const clauses: Readonly<Record<string, Bilingual>> = {
  WithinGroup: { zh: "分组", en: "the group" },
  Where: { zh: "「其中」", en: "`where`" },
  TiesShare: tiesPlaced,
  TiesDense: tiesPlaced,
  ties: tiesPlaced,
  ThenBy: { zh: "「再按」", en: "`then by`" },
  drop: { zh: "「去掉」（两端写在一处）", en: "`drop`, which takes both ends," },
  keep: { zh: "「取」", en: "`keep`" },
};

/** Labels that may appear once, by grammar rule; of those with the same meaning, one. */
const once: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  allowance: { UpTo: { zh: "上限", en: "the limit" } },
  field: {
    Key: { zh: "「主键」", en: "`key`" },
    Optional: { zh: "「可空」", en: "`optional`" },
    Eq: { zh: "默认值", en: "the default" },
    assessor: { zh: "考核部门", en: "the assessor" },
  },
  ranking: clauses,
  reference: clauses,
  drop: ends,
  keep: ends,
};

const aDirection: Bilingual = { zh: "这一项的先后", en: "the direction of this key" };

/** Of this node's own attributes. */
export function repeated(node: CstNode): readonly TypedDiagnostic[] {
  const own = Object.entries(once[node.name] ?? {});
  const found: TypedDiagnostic[] = [];
  for (const what of new Set(own.map(([, each]) => each))) {
    const labels = own.flatMap(([label, each]) => (each === what ? [label] : []));
    found.push(...beyondFirst(inOrder(labels.flatMap((label) => node.children[label] ?? [])), what));
  }
  if (node.name === "section" || node.name === "item" || node.name === "allowance") found.push(...inHead(node));
  if (node.name === "ranking")
    for (const directions of directionsOf(node)) found.push(...beyondFirst(directions, aDirection));
  const rows = node.name === "byTable" ? "bandRow" : node.name === "grades" ? "gradeRow" : null;
  if (rows !== null) found.push(...beyondFirst(elses(node, rows), { zh: "「其余」", en: "`else`" }));
  return found;
}

/** `applies if` may be in the head or in the body. */
function inHead(part: CstNode): TypedDiagnostic[] {
  const written = nodes(part, "attribute");
  const bodies = [...nodes(part, "parts"), ...nodes(part, "lines")];
  return Object.entries(attributes).flatMap(([label, what]) => {
    const inBody = label === "applies" ? bodies.flatMap((body) => body.children[label] ?? []) : [];
    return beyondFirst([...written.flatMap((attribute) => attribute.children[label] ?? []), ...inBody], what);
  });
}

function elses(table: CstNode, rows: string): CstElement[] {
  return nodes(table, rows).flatMap((row) => row.children["Else"] ?? []);
}

/** In the order of the text: the children of a node are in order for each label alone. */
function inOrder(elements: readonly CstElement[]): readonly CstElement[] {
  return elements.length < 2 ? elements : [...elements].sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
}

function beyondFirst(elements: readonly CstElement[], what: Bilingual): readonly TypedDiagnostic[] {
  if (elements.length < 2) return [];
  const [first, ...others] = elements.map(spanOf);
  if (first === undefined) return [];
  const related = [{ span: first, note: { zh: "前面已有", en: "it was first here" } }];
  return others.map((span) => diagnostic("said-twice", span, { what }, { related }));
}
