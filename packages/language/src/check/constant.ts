/**
 * `constant NAME: type`: one input for the whole run, like a field that has no subject.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { declareName } from "./declare.js";
import { draftOf, settle } from "./data.js";

export function declareConstant(checker: Checker, node: ast.Constant): void {
  const field: ast.FieldDeclaration = {
    kind: "field-declaration",
    span: node.span,
    name: node.name,
    type: node.type,
    key: false,
    optional: false,
    default: node.default,
    assessor: null,
    documentation: null,
  };
  const index = checker.draft.constants.push(draftOf(checker, field, null)) - 1;
  declareName(checker, "constant", node.name, index);
}

export function checkConstants(checker: Checker): void {
  for (const constant of checker.draft.constants) {
    const type = constant.node?.type;
    if (type?.kind === "plain-type" && type.type === "period")
      checker.report(diagnostic("period-misplaced", type.span, {}));
    else settle(checker, constant);
  }
}
