/**
 * Chevrotain's errors as findings: which construct was being read, what was expected, what was found. One mistake gives one diagnostic.
 */
import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import type { Bilingual } from "../vocabulary/bilingual.js";
import { diagnostic, type TypedDiagnostic, showing } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { declaredNames, splitJoined } from "./joined-words.js";
import { blockAt, blockWithoutBraces } from "./bare-block.js";
import { otherwiseWithoutBraces } from "./bare-otherwise.js";
import { Bounds } from "./bounds.js";
import { lineStarts, opens } from "./opening-words.js";
import { Proposals, readsOnceParted, type Proposal } from "./proposals.js";
import { Identifier, LCurly, LParen, LSquare, RCurly, RParen, RSquare, Sep, tokenText, type Token } from "./tokens.js";
import { itemWords, vocabulary, type Role, type RoleName } from "../vocabulary/vocabulary.js";

type SyntaxCode = Extract<TypedDiagnostic["code"], `syntax-${string}`>;

/** The construct a grammar rule belongs to, and what is wanted where the whole rule was. Rules not named belong to the one above. */
const constructs: Readonly<Record<string, readonly [SyntaxCode, Bilingual?]>> = {
  rubric: ["syntax-declaration", { zh: "一条新的规则", en: "a new declaration" }],
  declaration: ["syntax-declaration", { zh: "一条新的规则", en: "a new declaration" }],
  title: ["syntax-head"],
  edition: ["syntax-head"],
  total: ["syntax-head"],
  rounding: ["syntax-head"],
  use: ["syntax-use"],
  data: ["syntax-data"],
  fields: ["syntax-data", { zh: "一个字段", en: "a field" }],
  field: ["syntax-field"],
  fieldType: ["syntax-field", { zh: "字段的类型", en: "the type of the field" }],
  constant: ["syntax-field"],
  choiceDeclaration: ["syntax-field"],
  section: ["syntax-section"],
  parts: ["syntax-section", { zh: "大类、条目或加分项", en: "a section, an item or a bonus" }],
  variants: ["syntax-variants", { zh: "一类对象", en: "a level" }],
  variant: ["syntax-variants"],
  item: ["syntax-item"],
  allowance: ["syntax-bonus"],
  lines: ["syntax-line", { zh: "一条计分规则", en: "a rule" }],
  line: ["syntax-line", { zh: "「扣」「加」或「得」", en: "`deduct`, `add` or `earn`" }],
  amount: ["syntax-line", { zh: "分值", en: "an amount" }],
  applies: ["syntax-applies", { zh: "「满分」、0 或「折算」", en: "`full`, 0 or `rescale`" }],
  byTable: ["syntax-by", { zh: "一档", en: "a band" }],
  bandRow: ["syntax-by"],
  value: ["syntax-value", { zh: "一个值", en: "a value" }],
  reference: ["syntax-call"],
  veto: ["syntax-veto", { zh: "否决的后果", en: "an effect of the veto" }],
  coefficient: ["syntax-coefficient"],
  ranking: ["syntax-ranking"],
  grades: ["syntax-grades", { zh: "一个等次", en: "a grade" }],
  adjustment: ["syntax-grades", { zh: "几档或等次，以及条件", en: "so many grades or a grade, and a condition" }],
  gradeRow: ["syntax-grades", { zh: "名额或条件", en: "a quota or a condition" }],
  award: ["syntax-award", { zh: "名次，如「第 1 名」", en: "places, such as `place 1 .. 3`" }],
  consequence: ["syntax-consequence"],
  let: ["syntax-output"],
  output: ["syntax-output"],
  scenario: ["syntax-scenario", { zh: "一处改动", en: "a change" }],
  test: ["syntax-test", { zh: "「给定」或「应得」", en: "`given` or `expect`" }],
  given: ["syntax-test", { zh: "一项给定", en: "a given value" }],
  expect: ["syntax-test", { zh: "一项应得", en: "an expected value" }],
};

const wantedTokens: Readonly<Record<string, Bilingual>> = {
  Name: { zh: "名称", en: "a name" },
  AnyName: { zh: "名称", en: "a name" },
  Identifier: { zh: "名称", en: "a name" },
  Number: { zh: "一个数", en: "a number" },
  Text: { zh: "引号里的文字", en: "a text in quotes" },
  Date: { zh: "日期", en: "a date" },
  LCurly: { zh: "「{」", en: "{" },
  RCurly: { zh: "换行或「}」", en: "a new line or }" },
  LParen: { zh: "「(」", en: "(" },
  RParen: { zh: "「)」", en: ")" },
  LSquare: { zh: "「[」", en: "[" },
  RSquare: { zh: "「]」", en: "]" },
  Colon: { zh: "「:」", en: "a colon" },
  Eq: { zh: "「=」", en: "=" },
  EOF: { zh: "换行", en: "a new line" },
};

/** All findings of the text: those known from before, where nothing better can be said of them, and what the parser found. */
export function syntaxDiagnostics(
  errors: readonly IRecognitionException[],
  tokens: readonly Token[],
  source: string,
  known: readonly TypedDiagnostic[],
): TypedDiagnostic[] {
  // What the grammar takes whole has every bracket closed: no need to look through the tokens.
  if (errors.length === 0) return [...known];
  const { length } = source;
  const names = declaredNames(tokens);
  const proposals = new Proposals(source, tokens);
  const bounds = new Bounds(tokens, length);
  const found: TypedDiagnostic[] = [];
  /** Stretches that were read as what they are not, because of a mistake before them. */
  const skipped: Span[] = [];
  const replaced = new Set<TypedDiagnostic>();
  const unclosed = unclosedBrace(tokens, errors);
  const inOrder = [...errors].sort((a, b) => offsetOf(a.token, length) - offsetOf(b.token, length));
  for (const error of inOrder.slice(0, mostTold)) {
    const at = offsetOf(error.token, length);
    if (unclosed !== null && at >= unclosed.from) break;
    const line = bounds.lineOf(at);
    if (isOn(line, found) || isEcho(error, bounds, found)) continue;
    if (skipped.some(([from, to]) => at >= from && at < to)) continue;
    const before = known.filter((f) => isOn(line, [f]));
    if (before.some((f) => !repairable.has(f.code))) continue;
    const proposal = proposals.at(error, placeOf(error, tokens, length));
    if (before.length > 0) {
      if (proposal === null || before.some((f) => isEnough(f, source, proposal))) continue;
      before.forEach((f) => replaced.add(f));
    }
    const bare = proposal === null ? blockWithoutBraces(error, tokens, source) : null;
    if (bare !== null) {
      found.push(bare.diagnostic);
      skipped.push(bare.block);
      continue;
    }
    if (proposal?.isTable === true) skipped.push(blockAt(tokens, proposal.stretch[1]));
    const previous = (error as { previousToken?: IToken }).previousToken;
    if (proposal?.diagnostic.code === "other-wording") found.push(proposal.diagnostic);
    else
      found.push(
        (before.length > 0 ? null : (joined(error.token, names) ?? joined(previous, names))) ??
          proposal?.diagnostic ??
          oneOf(error, tokens, length),
      );
  }
  const all = [...known.filter((f) => !replaced.has(f)), ...found];
  return unclosed === null ? all : [...all, unclosed.diagnostic];
}

/** Each costs a pass over the text, and more are of no use to a reader. */
const mostTold = 500;

/** What the lexer says of single characters, which a whole rule in other words says better. */
const repairable: ReadonlySet<TypedDiagnostic["code"]> = new Set(["number-touches-letters", "stray-character"]);

/** A number that only lacks a space, or is written with an exponent, gets its own message: what follows it is not a name. */
function isEnough(known: TypedDiagnostic, source: string, { stretch }: Proposal): boolean {
  if (/^[\d.]+[eE][+-]?\d/.test(source.slice(...known.span))) return true;
  const cut = known.code === "number-touches-letters" ? known.fixes[0]?.edits[0]?.span[0] : undefined;
  return cut !== undefined && readsOnceParted(source, stretch, cut);
}

/** The place of an error in the text; where a line ended too early, its last token. */
function placeOf(error: IRecognitionException, tokens: readonly Token[], length: number): number {
  return lineEndBefore(tokens, error.token, length)?.[0] ?? offsetOf(error.token, length);
}

/** Inside braces the parser is back among the declarations only because it lost its way after an error before. */
function isEcho(error: IRecognitionException, bounds: Bounds, found: readonly TypedDiagnostic[]): boolean {
  if (found.length === 0) return false;
  const { ruleStack } = error.context;
  if (error.token.tokenType === EOF && ruleStack.some((r) => blocks.has(r))) return true;
  const rule = [...ruleStack].reverse().find((r) => constructs[r] !== undefined) ?? "rubric";
  if (!topLevel.has(rule)) return false;
  const { depth, opened } = bounds.depthAt(error.token.startOffset);
  return depth > 0 && found.some((f) => f.span[1] > bounds.lineOf(opened)[0]);
}

const topLevel: ReadonlySet<string> = new Set([
  "rubric",
  "declaration",
  "title",
  "edition",
  "total",
  "rounding",
  "use",
]);

/** Positions of declarations and parts, where no scoring rule is allowed. */
const outsideItems: ReadonlySet<string> = new Set(["rubric", "declaration", "parts"]);

function oneOf(error: IRecognitionException, tokens: readonly Token[], length: number): TypedDiagnostic {
  const { token } = error;
  if (token.tokenType === RCurly || token.tokenType === RParen || token.tokenType === RSquare) {
    if (!isOpened(token, tokens)) return diagnostic("stray-brace", spanOf(token, length), { found: token.image });
  }
  // A block whose opening brace is missing speaks for the construct it belongs to.
  const inner = [...error.context.ruleStack].reverse().filter((r) => constructs[r] !== undefined);
  const rule = (error.message === "LCurly" ? inner.find((r) => !blocks.has(r)) : inner[0]) ?? "rubric";
  const [code, whole] = constructs[rule]!;
  const otherwise = code === "syntax-line" ? otherwiseWithoutBraces(token, tokens) : null;
  if (otherwise !== null) return otherwise;
  const previous = tokens[tokens.findIndex((t) => t.startOffset === token.startOffset) - 1]?.tokenType;
  const opensLine = previous === undefined || previous === Sep;
  if (outsideItems.has(rule) && (opensLine || previous === LCurly) && opens(token as Token, lineStarts))
    return diagnostic("line-outside-item", spanOf(token, length), { found: token.image });
  const wanted = (error.message === "RCurly" || (error.message === "EOF" && opensLine) ? whole : null) ??
    wordsFor(error.message) ??
    whole ?? { zh: "规则的下一部分", en: "the next part of it" };
  const at = spanOf(token, length);
  const before = lineEndBefore(tokens, token, length);
  if (before !== null) return diagnostic(code, before, { wanted, found: "\n" });
  return diagnostic(code, at, { wanted, found: token.tokenType === EOF ? "" : token.image });
}

/** Where the line ended too early, its last token is the place to look at, not the first of the next line. */
function lineEndBefore(tokens: readonly Token[], token: IToken, length: number): Span | null {
  const index = token.tokenType === EOF ? tokens.length : tokens.findIndex((t) => t.startOffset === token.startOffset);
  const last = tokens[index - 1];
  if (last === undefined || last.tokenType === LCurly || last.tokenType === Sep) return null;
  const ended = token.image === "\n" || (token as { newline?: boolean }).newline === true;
  return ended ? spanOf(last, length) : null;
}

const blocks: ReadonlySet<string> = new Set(["lines", "parts", "fields", "variants"]);

function wordsFor(tokenName: string): Bilingual | null {
  if (tokenName === "") return null;
  const plain = wantedTokens[tokenName];
  if (plain !== undefined) return plain;
  const keyword = (vocabulary as Readonly<Record<string, Role>>)[tokenName];
  const [zh] = keyword?.zh ?? [];
  const [en = zh] = keyword?.en ?? [];
  return zh === undefined || en === undefined ? null : { zh: `「${zh}」`, en: `\`${en}\`` };
}

function joined(token: IToken | undefined, names: ReadonlySet<string>): TypedDiagnostic | null {
  if (token === undefined || token.tokenType !== Identifier) return null;
  // Digits at its end begin a number that continues after it: `扣0.2分`.
  const run = token.image.replace(/[0-9０-９]+$/, "");
  const words = splitJoined(run, names);
  if (words === null) return null;
  const parted = words.join(" ");
  const span: Span = [token.startOffset, token.startOffset + run.length];
  const text = run.length < token.image.length ? `${parted} ` : parted;
  return diagnostic(
    "joined-words",
    span,
    { found: run, parted },
    {
      fixes: [showing("resolves", parted, [{ span, text }])],
    },
  );
}

/** The opening bracket that is never closed, and the first place where that shows. */
function unclosedBrace(
  tokens: readonly Token[],
  errors: readonly IRecognitionException[],
): { from: number; diagnostic: TypedDiagnostic } | null {
  const open: number[] = [];
  const firstError = Math.min(...errors.filter((e) => e.token.tokenType !== EOF).map((e) => e.token.startOffset));
  let atFirstError: number | undefined;
  tokens.forEach((token, i) => {
    if (token.startOffset >= firstError && atFirstError === undefined) atFirstError = open.at(-1);
    if (isOpening(token)) open.push(i);
    else if (closes[tokens[open.at(-1) ?? -1]?.tokenType.name ?? ""] === token.tokenType.name) open.pop();
  });
  const index =
    open.length === 0
      ? undefined
      : atFirstError !== undefined && startsDeclaration(tokens, firstError)
        ? atFirstError
        : open.at(-1);
  const opening = index === undefined ? undefined : tokens[index];
  if (opening === undefined || index === undefined) return null;
  const shows = atFirstError === index ? firstError : Infinity;
  const span: Span = [opening.startOffset, opening.startOffset + 1];
  return {
    from: Math.min(shows, (tokens.at(-1)?.endOffset ?? 0) + 1),
    diagnostic: diagnostic("unclosed-brace", span, {
      open: opening.image,
      close: { LCurly: "}", LParen: ")", LSquare: "]" }[opening.tokenType.name] ?? "}",
      owner: ownerOf(tokens, index),
    }),
  };
}

const closes: Readonly<Record<string, string>> = { LCurly: "RCurly", LParen: "RParen", LSquare: "RSquare" };

function startsDeclaration(tokens: readonly Token[], offset: number): boolean {
  const token = tokens.find((t) => t.startOffset === offset);
  const starts: readonly RoleName[] = [
    "Section",
    "Item",
    ...itemWords.map(({ word }) => word),
    "Veto",
    "Ranking",
    "Award",
    "Consequence",
    "Grades",
    "Test",
    "Scenario",
    "Output",
    "Coefficient",
  ];
  return token !== undefined && token.tokenType.CATEGORIES?.some((c) => starts.includes(c.name as RoleName)) === true;
}

/** The name on the line where a brace was opened. */
function ownerOf(tokens: readonly Token[], opening: number): string {
  for (let i = opening - 1; i >= 0 && tokens[i]!.tokenType !== Sep && tokens[i]!.tokenType !== LCurly; i -= 1) {
    const before = tokens[i - 1];
    if (before === undefined || before.tokenType === Sep || before.tokenType === LCurly)
      return tokenText(tokens[i + 1] ?? tokens[i]);
  }
  return "";
}

function isOpening(token: Token): boolean {
  return token.tokenType === LCurly || token.tokenType === LParen || token.tokenType === LSquare;
}

function isOpened(closing: IToken, tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.startOffset >= closing.startOffset) break;
    if (isOpening(token)) depth += 1;
    else if ([RCurly, RParen, RSquare].includes(token.tokenType)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Whether something on the same line has been reported: what follows there is most likely its echo. */
function isOn([start, end]: Span, reported: readonly TypedDiagnostic[]): boolean {
  return reported.some((f) => f.span[0] <= end && f.span[1] >= start);
}

function offsetOf(token: IToken, length: number): number {
  return Number.isNaN(token.startOffset) || token.tokenType === EOF ? length : token.startOffset;
}

function spanOf(token: IToken, length: number): Span {
  const start = offsetOf(token, length);
  return token.tokenType === EOF
    ? [Math.max(0, length - 1), length]
    : [start, Math.max(start + 1, ((token.endOffset as number) ?? start) + 1)];
}
