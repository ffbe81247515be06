/**
 * Puts the rule of a topic into a rubric: lines into the item at the cursor, declarations where their kind belongs. Fields
 * that the rubric lacks are declared, names that it has are not given again, and a ranking that it has is used.
 */
import {
  addDeclaration,
  addField,
  addLine,
  analyse,
  applyEdits,
  parse,
  type ast,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";
import type { ClauseGuide, Topic } from "./clause-guide.js";

/** The text after the insertion, and where the rule is in it. */
export interface Inserted {
  readonly text: string;
  /** Offset of the first line or declaration that was put in. */
  readonly at: number;
  /** Name of the item that took lines; null for declarations. */
  readonly item: string | null;
  /** What was put in, without the fields. */
  readonly put: string;
  readonly fields: readonly string[];
}

/**
 * Null where there is no place: lines need an item.
 *
 * @param guide of the language in which the rubric is written
 * @param offset of the cursor; the last item takes the lines when there is none
 */
export function insertSnippet(
  rubric: string,
  offset: number | null,
  topic: Topic,
  guide: ClauseGuide,
): Inserted | null {
  const inserted =
    topic.kind === "lines" ? withLines(rubric, offset, topic.snippet) : withDeclarations(rubric, topic.snippet);
  return inserted === null ? null : withFields(inserted, fieldsOf(guide.setup), topic);
}

/** The item that takes lines: the one at the offset, else the last one; null in a rubric without items. */
export function itemAt(rubric: string, offset: number | null): ast.Item | null {
  const items = nodesIn<ast.Item>(parse(rubric).rubric, "item");
  const around = items.filter(({ span }) => offset !== null && span[0] <= offset && offset <= span[1]);
  return around.at(-1) ?? items.at(-1) ?? null;
}

function withLines(rubric: string, offset: number | null, snippet: string): Inserted | null {
  const target = itemAt(rubric, offset);
  if (target === null) return null;
  const judged = judgedIn(parse(`item line {\n${snippet}\n}`).rubric);
  const line = withNames(snippet, freeNames(judged, namesTaken(rubric)));
  const edits = addLine(parse(rubric), target, target.lines.length, line);
  return edits === null ? null : { ...applied(rubric, edits), item: target.name.text, put: line, fields: [] };
}

function withDeclarations(rubric: string, snippet: string): Inserted | null {
  const open = parse(rubric).rubric.declarations;
  const draft = parse(withNamesOf(rubric, snippet));
  // By the names that the guide gives: the parts that only surround a rule are known by them.
  const all = parse(snippet).rubric.declarations;
  const hasParts = open.some(isPart);
  const hasRanking = open.some(({ kind }) => kind === "ranking");
  const isWanted = all.map((each) => {
    if (each.kind === "data" || (isFiller(each) && all.some(isNeither) && hasParts)) return false;
    return each.kind !== "ranking" || !hasRanking || !all.some((other) => isNeither(other) && other.kind !== "ranking");
  });
  const wanted = draft.rubric.declarations.filter((_, index) => isWanted[index] === true);
  const puts = wanted.map(({ span }) => draft.tree.source.slice(...span));
  let text = rubric;
  let at = -1;
  for (const put of puts) {
    const edits = addDeclaration(parse(text), put);
    if (edits === null) return null;
    const next = applied(text, edits);
    // Text in front of an earlier declaration moves it.
    if (at < 0) ({ at } = next);
    else if (next.at <= at) at += next.text.length - text.length;
    ({ text } = next);
  }
  return at < 0 ? null : { text, at, item: null, put: puts.join("\n"), fields: [] };
}

/** The snippet with the ranking and the first part of the rubric for those of its own that are only its surroundings. */
function withNamesOf(rubric: string, snippet: string): string {
  const open = parse(rubric).rubric.declarations;
  const { rubric: draft } = parse(snippet);
  const all = draft.declarations;
  const ranking = open.find((each): each is ast.Ranking => each.kind === "ranking");
  const part = open.find(isPart);
  const isSurrounded = all.some(isNeither);
  const isOnlyRanking = !all.some((other) => isNeither(other) && other.kind !== "ranking");
  const taken = namesTaken(rubric);
  const renamed = new Map<string, string>();
  for (const each of all) {
    const name = nameOf(each);
    if (name === null || each.kind === "data") continue;
    if (each.kind === "ranking" && ranking !== undefined && !isOnlyRanking) renamed.set(name, ranking.name.text);
    else if (isFiller(each) && part !== undefined && isSurrounded) renamed.set(name, part.name.text);
    else for (const [from, to] of freeNames(namesUnder(each), taken)) renamed.set(from, to);
  }
  for (const [from, to] of freeNames(judgedIn(draft), taken)) renamed.set(from, to);
  return withNames(snippet, renamed);
}

/** The snippet with other names. */
function withNames(snippet: string, renamed: ReadonlyMap<string, string>): string {
  const edits = parse(snippet).tree.tokens.flatMap(({ image, startOffset }): readonly TextEdit[] => {
    const text = renamed.get(image);
    return text === undefined ? [] : [{ span: [startOffset, startOffset + image.length], text }];
  });
  return applyEdits(snippet, edits);
}

/** Declares the fields that the snippet reads and the rubric does not have. */
function withFields(inserted: Inserted, known: ReadonlyMap<string, string>, { snippet, kind }: Topic): Inserted {
  const own = kind === "parts" ? fieldsOf(snippet) : new Map<string, string>();
  const images = new Set(parse(inserted.put).tree.tokens.map(({ image }) => image));
  let { text, at } = inserted;
  const fields: string[] = [];
  // What asks for earlier results needs a period, which no name in the snippet says.
  const isPeriodMissing = analyse(text).findings.some(({ code }) => code === "period-missing");
  for (const [name, field] of [...known, ...own]) {
    const isWanted = images.has(name) || (isPeriodMissing && /:\s*(?:期别|period\b)/u.test(field));
    if (!isWanted || fieldsOf(text).has(name)) continue;
    const parsed = parse(text);
    const data = parsed.rubric.declarations.find((each): each is ast.Data => each.kind === "data");
    if (data === undefined) continue;
    const edits = addField(parsed, data, data.fields.length, field);
    if (edits === null) continue;
    const next = applied(text, edits);
    if (next.at <= at) at += next.text.length - text.length;
    ({ text } = next);
    fields.push(name);
  }
  return { ...inserted, text, at, fields };
}

function applied(text: string, edits: readonly TextEdit[]): { readonly text: string; readonly at: number } {
  const at = Math.min(text.length, ...edits.map(({ span }) => span[0]));
  return { text: applyEdits(text, edits), at };
}

/** Fields by name, each with its text. */
function fieldsOf(rubric: string): ReadonlyMap<string, string> {
  const { rubric: tree, tree: source }: Parsed = parse(rubric);
  return new Map(
    tree.declarations.flatMap((each) =>
      each.kind === "data"
        ? each.fields.map(({ name, span }) => [name.text, source.source.slice(...span)] as const)
        : [],
    ),
  );
}

function isPart(each: ast.Declaration): each is ast.Section | ast.Item {
  return each.kind === "section" || (each.kind === "item" && each.form === "item");
}

/** A part that a snippet has only so that it is a whole rubric. */
function isFiller(each: ast.Declaration): boolean {
  return isPart(each) && ["基本", "basic", "日常", "daily", "routine"].includes(each.name.text);
}

/** Neither a part that only surrounds nor data. */
function isNeither(each: ast.Declaration): boolean {
  return !isFiller(each) && each.kind !== "data";
}

/** Another name for each that is taken. */
function freeNames(names: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(names.filter((name) => taken.has(name)).map((name) => [name, freeName(name, taken)]));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}

/** Names that the rubric gives: those of declarations, parts, fields and judgements. */
function namesTaken(text: string): ReadonlySet<string> {
  const { rubric } = parse(text);
  const fields = fieldsOf(text).keys();
  return new Set([...rubric.declarations.flatMap(namesUnder), ...fields, ...judgedIn(rubric)]);
}

function nameOf(each: ast.Declaration): string | null {
  return "name" in each && each.name !== null && each.name.kind === "name" ? each.name.text : null;
}

function namesUnder(each: ast.Declaration): readonly string[] {
  const name = nameOf(each);
  return [
    ...(name === null ? [] : [name]),
    ...(isPart(each) ? nodesIn<ast.Item>(each, "item") : []).map((item) => item.name.text),
  ];
}

/** Names of what is judged. */
function judgedIn(node: unknown): readonly string[] {
  type Judged = Extract<ast.AmountNode, { readonly kind: "judged" }>;
  return nodesIn<Judged>(node, "judged").flatMap(({ name }) => (name === null ? [] : [name.text]));
}

function nodesIn<T>(node: unknown, kind: string): readonly T[] {
  if (typeof node !== "object" || node === null) return [];
  const own = (node as { readonly kind?: string }).kind === kind ? [node as T] : [];
  return [...own, ...Object.values(node).flatMap((child) => nodesIn<T>(child, kind))];
}
