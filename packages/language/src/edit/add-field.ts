/** Puts a new field into a data block, or a new column into a list. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { containerIn } from "./container.js";
import { addElement } from "./element-edits.js";
import { findNode, type Spanned } from "./find-node.js";
import { fieldIn } from "./fragment.js";

type Holder = ast.Data | Extract<ast.TypeNode, { kind: "list-type" }>;

function isHolder(node: object): node is Holder {
  const { kind } = node as Partial<Holder>;
  return kind === "data" || kind === "list-type";
}

/**
 * `into` is a data block or a list type; `text` is the field: `迟报: 计数 次`. Null where `text` is not one field, or `into` holds
 * none.
 */
export function addField(parsed: Parsed, into: Spanned, index: number, text: string): readonly TextEdit[] | null {
  const holder = findNode(parsed.rubric, into.span, isHolder);
  const container = containerIn(parsed.tree, into.span, ["data", "fieldType"], "fields");
  const field = fieldIn(parsed, text);
  if (holder === null || container === null || field === null) return null;
  return addElement(parsed, { container, list: holder.fields }, index, text, field);
}
