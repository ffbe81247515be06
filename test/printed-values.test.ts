// What is put into a text has a text of its own: no object, no missing value and nothing of unknown type may be interpolated, so that
// no message can say "[object Object]", "undefined" or "null". Asked of the compiler's types; `packages/service/test/message-texts.test.ts`
// tries the messages themselves.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

function* filesUnder(folder: string, ending: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path, ending);
    else if (path.endsWith(ending)) yield path;
  }
}

function program(): { readonly checker: ts.TypeChecker; readonly sources: readonly ts.SourceFile[] } {
  const parts = [
    ...readdirSync(join(root, "packages")).map((name) => join(root, "packages", name)),
    join(root, "playground"),
  ];
  const files = parts.flatMap((part) => [...filesUnder(join(part, "src"), ".ts")]);
  const { compilerOptions } = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) =>
    readFileSync(path, "utf8"),
  ).config;
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...compilerOptions,
      noEmit: true,
      composite: false,
      declaration: false,
      declarationMap: false,
      customConditions: ["@yardstick/source"],
      lib: ["ES2023", "DOM", "DOM.Iterable"],
      types: ["node"],
      experimentalDecorators: true,
      useDefineForClassFields: false,
    },
    root,
  );
  const made = ts.createProgram([...files, join(root, "playground/node_modules/vite/client.d.ts")], options);
  const own = new Set(files);
  return { checker: made.getTypeChecker(), sources: made.getSourceFiles().filter(({ fileName }) => own.has(fileName)) };
}

const PLAIN =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Never;

/** Numbers of `@yardstick/exact` print as exact text; nothing else that is an object has a text of its own. */
function isExactNumber(type: ts.Type): boolean {
  const [declared] = type.symbol?.declarations ?? [];
  return (
    declared !== undefined &&
    ts.isClassDeclaration(declared) &&
    declared.getSourceFile().fileName.startsWith(join(root, "packages/exact/src/")) &&
    declared.members.some((member) => ts.isMethodDeclaration(member) && member.name.getText() === "toString")
  );
}

function hasText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (isExactNumber(type)) return true;
  if (type.isUnion()) return type.types.every((each) => hasText(each, checker));
  if (type.isIntersection()) return type.types.some((each) => hasText(each, checker));
  if ((type.flags & ts.TypeFlags.TypeParameter) === 0) return (type.flags & PLAIN) !== 0;
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint !== undefined && hasText(constraint, checker);
}

/** `String` is how a value of unknown type, such as a thrown one, is shown on purpose; of a known type it must be one with a text. */
function mayBeShown(type: ts.Type, checker: ts.TypeChecker): boolean {
  return (type.flags & ts.TypeFlags.Unknown) !== 0 || checker.typeToString(type) === "{}" || hasText(type, checker);
}

const { checker, sources } = program();

test("only what has a text is put into one", () => {
  const found: string[] = [];
  for (const source of sources) {
    const look = (node: ts.Expression, isAllowed: typeof hasText) => {
      const type = checker.getTypeAtLocation(node);
      if (isAllowed(type, checker)) return;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(
        `${relative(root, source.fileName)}:${line + 1} prints ${node.getText()}, which is ${checker.typeToString(type)}`,
      );
    };
    const visit = (node: ts.Node): void => {
      // The functions of lit take values of any type between the pieces of a template.
      if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent))
        node.templateSpans.forEach(({ expression }) => look(expression, hasText));
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "String")
        node.arguments.forEach((argument) => look(argument, mayBeShown));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(sources.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

/**
 * Objects whose keys the app itself names: rules and tokens of the grammar, nodes of the syntax tree, properties of styles, signs, words of the interface; and the records of a result,
 * which hold every name of the program that is asked for.
 */
const NAMED_HERE = new Set(
  (
    "children constructs wantedTokens vocabulary closes closers operators builders once own blocks elementOf operatorRoles signs twins " +
    "pairs plain digitOf ORDINALS ROW_SIGNS SIGNS flagWords placeholders titles comparisons separators row sideOf turned " +
    "properties oneNode otherNode copy syntaxNode rankings rankedBy parts grades outputs coefficients scores places groups entry ELAPSED_UNITS slots macros shown BEFORE"
  ).split(" "),
);

test("a name that a person gave is looked up in a map, or among own entries", () => {
  const isText = (type: ts.Type): boolean =>
    type.isUnion()
      ? type.types.some(isText)
      : (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0;
  const isRecord = (type: ts.Type): boolean =>
    type.isUnion() ? type.types.some(isRecord) : checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined;
  const nameOf = (node: ts.Expression): string =>
    ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isParenthesizedExpression(node) || ts.isAsExpression(node)
        ? nameOf(node.expression)
        : node.getText();
  const found: string[] = [];
  for (const source of sources) {
    if (source.fileName.endsWith("/own-entry.ts")) continue;
    const visit = (node: ts.Node): void => {
      const [record, key] = ts.isElementAccessExpression(node)
        ? [node.expression, node.argumentExpression]
        : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword
          ? [node.right, node.left]
          : [];
      if (
        record !== undefined &&
        key !== undefined &&
        isText(checker.getTypeAtLocation(key)) &&
        isRecord(checker.getNonNullableType(checker.getTypeAtLocation(record))) &&
        !NAMED_HERE.has(nameOf(record))
      )
        found.push(`${relative(root, source.fileName)}: ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(found).toEqual([]);
});
