/**
 * The optional clauses of a declaration: those that can be added, with their text and position, and those that can be
 * removed.
 */
import {
  keywordIn,
  roundingWords,
  type ast,
  type Lang,
  type Parsed,
  type RoleName,
  type Span,
  type TextEdit,
  placeholderName,
} from "@yardstick/language";
import { clauseOf, without, wordsOf } from "./clauses.js";
import { ifValid } from "./valid-edits.js";

/** Modes of rounding that a menu offers; half up is what is meant without one. */
type RoundingModeOption = "mode-half-even" | "mode-down" | "mode-up" | "mode-floor" | "mode-ceiling";

/** The optional clauses of declarations. */
export type OptionName =
  | "lowest-first"
  | "within-group"
  | "where"
  | "ties-share"
  | "ties-dense"
  | "then-by"
  | "head-to-head"
  | "tie-break-lowest-first"
  | "by-ranking"
  | "to-place"
  | "if"
  | "pays"
  | "basis"
  | "effective"
  | "all-periods"
  | "rounds"
  | "rounds-step"
  | RoundingModeOption
  | "message"
  | "another-name"
  | "to-sections"
  | "to-total"
  | "default";

/** An optional clause with the edits that add or remove it. */
export interface Option {
  readonly name: OptionName;
  readonly edits: readonly TextEdit[];
}

/** What can have optional clauses; of sections and items the mode of their rounding, the rest of their heads are attributes. */
export type OptionHolder = ast.Declaration;

/** The options whose addition gives a valid text. */
export function additionsTo(parsed: Parsed, node: OptionHolder, lang: Lang): readonly Option[] {
  const x = placeholderName(lang);
  const word = (role: RoleName): string => keywordIn(lang, role);
  const found: Option[] = [];
  const add = (name: OptionName, text: string, at = node.span[1]): void => {
    const edits = ifValid(parsed, [{ span: [at, at], text: ` ${text}` }]);
    if (edits !== null) found.push({ name, edits });
  };
  const change = (name: OptionName, span: Span, text: string): void => {
    const edits = ifValid(parsed, [{ span, text }]);
    if (edits !== null) found.push({ name, edits });
  };
  switch (node.kind) {
    case "ranking":
      for (const [name, key] of directedKeys(node)) {
        if (key.lowestFirst) continue;
        const written = wordsOf(parsed, "HighestFirst", directionsOf(node, name));
        if (written === null) add(name, word("LowestFirst"), endOfKey(parsed, node, name));
        else change(name, written, word("LowestFirst"));
      }
      if (node.within === null) add("within-group", `${word("WithinGroup")} ${x}`);
      if (node.where === null) add("where", `${word("Where")} ${x}`);
      if (node.ties === null && node.thenBy.length === 0) add("ties-share", word("TiesShare"));
      if (node.ties === null) add("ties-dense", word("TiesDense"));
      if (node.by !== "each-section" && node.thenBy.length === 0) {
        const ties = node.ties === "share" ? wordsOf(parsed, "TiesShare", node.span) : null;
        if (ties === null) add("then-by", `${word("ThenBy")} ${x}`);
        else change("then-by", ties, `${word("ThenBy")} ${x}`);
        const meetings = `${word("ThenBy")} ${word("HeadToHead")} ${x} ${word("Against")} ${x}`;
        if (ties === null) add("head-to-head", meetings);
        else change("head-to-head", ties, meetings);
      }
      break;
    case "grades":
      if (node.by === null) add("by-ranking", `${word("By")} ${x}`, node.name.span[1]);
      break;
    case "award":
      if (node.places.from.span[0] === node.places.to.span[0]) add("to-place", ".. 3", afterNumber(node.places.from));
      if (node.condition === null) add("if", `${word("If")} ${x}`, node.places.span[1]);
      if (node.pays === null) add("pays", lang === "zh" ? "1000 元" : "pays 1000 yuan");
      else if (node.rounds === null) add("rounds", `${word("RoundsTo")} 0 ${word("Decimals")}`);
      else for (const { name, role } of modesFor(node.rounds)) add(name, word(role), node.rounds.span[1]);
      break;
    case "veto":
      if (node.basis === null) add("basis", `${word("Basis")} ""`, node.condition.span[1]);
      break;
    case "coefficient":
      if (node.condition === null) add("if", `${word("If")} ${x}`, node.value.span[1]);
      if (node.appliesTo === "total") {
        const total = wordsOf(parsed, "TotalScore", [(node.condition ?? node.value).span[1], node.span[1]]);
        if (total !== null) change("to-sections", total, x);
      } else {
        add("another-name", `${lang === "zh" ? "、" : ","} ${x}`);
        const names: Span = [node.appliesTo[0]?.span[0] ?? node.span[1], node.span[1]];
        change("to-total", names, word("TotalScore"));
      }
      break;
    case "edition":
      if (node.from === null)
        add("effective", `${word("Effective")} ${new Date().getFullYear()}-01-01 .. ${new Date().getFullYear()}-12-31`);
      break;
    case "use":
      if (!node.allPeriods) add("all-periods", word("AllPeriods"));
      break;
    case "constant":
      if (node.default === null) add("default", "= 0");
      break;
    case "output":
      if (node.rounds === null) {
        add("rounds", `${word("RoundsTo")} 2 ${word("Decimals")}`);
        add("rounds-step", `${word("RoundsToStep")} 0.5`);
      } else for (const { name, role } of modesFor(node.rounds)) add(name, word(role), node.rounds.span[1]);
      break;
    case "rounding":
      for (const { name, role } of modesFor(node.rounds)) add(name, word(role), node.rounds.span[1]);
      break;
    case "section":
    case "item":
      if (node.rounds !== null)
        for (const { name, role } of modesFor(node.rounds)) add(name, word(role), node.rounds.span[1]);
      break;
    case "requirement":
    case "policy":
      if (node.message === null) add("message", '""');
      break;
    case "bonus-only":
      add("another-name", `${lang === "zh" ? "、" : ","} ${x}`);
      break;
    default:
      break;
  }
  return found;
}

type Direction = "lowest-first" | "tie-break-lowest-first";

/** The keys whose direction can be reversed: that of the ranking, and the last tie-breaker. */
function directedKeys(node: ast.Ranking): readonly (readonly [Direction, { readonly lowestFirst: boolean }])[] {
  const last = node.thenBy.at(-1);
  return [["lowest-first", node], ...(last === undefined ? [] : [["tie-break-lowest-first", last] as const])];
}

/** The span in which the directions of a key are: up to the next key, or to the end. */
function directionsOf({ span, thenBy }: ast.Ranking, key: Direction): Span {
  const next = thenBy[0]?.span[0] ?? span[1];
  const last = thenBy.at(-1);
  return key === "lowest-first" ? [span[0], next] : [(last?.against ?? last?.by)?.span[1] ?? span[0], span[1]];
}

function endOfKey(parsed: Parsed, { span, by, thenBy }: ast.Ranking, key: Direction): number {
  if (key === "tie-break-lowest-first") return thenBy.at(-1)?.span[1] ?? span[1];
  return (by === "each-section" ? wordsOf(parsed, "EachSection", span) : by.span)?.[1] ?? span[1];
}

/** The options that are present and whose removal gives a valid text. */
export function removalsFrom(parsed: Parsed, node: OptionHolder): readonly Option[] {
  const found: Option[] = [];
  const drop = (name: OptionName, span: Span | null): void => {
    const edits = span === null ? null : without(parsed, span);
    if (edits !== null) found.push({ name, edits });
  };
  const clause = (name: OptionName, role: RoleName, value: Span | undefined, closing: RoleName | null = null): void => {
    if (value !== undefined) drop(name, clauseOf(parsed, role, value, node.span, closing));
  };
  const dropMode = (rounds: ast.RoundsTo | null): void => {
    const written = MODES.find(({ mode }) => mode === rounds?.mode);
    if (written !== undefined && rounds !== null) drop(written.name, wordsOf(parsed, written.role, rounds.span));
  };
  switch (node.kind) {
    case "ranking":
      for (const [name, key] of directedKeys(node))
        if (key.lowestFirst) drop(name, wordsOf(parsed, "LowestFirst", directionsOf(node, name)));
      clause("within-group", "WithinGroup", node.within?.span);
      clause("where", "Where", node.where?.span);
      if (node.ties === "share") drop("ties-share", wordsOf(parsed, "TiesShare", node.span));
      if (node.ties === "dense") drop("ties-dense", wordsOf(parsed, "TiesDense", node.span));
      for (const key of node.thenBy.slice(-1)) {
        const before = node.thenBy.at(-2) ?? null;
        const clause = before === null ? clauseOf(parsed, "ThenBy", key.span, node.span) : null;
        const begins = before?.span[1] ?? clause?.[0] ?? null;
        const end = key.span[1];
        // A direction after the group belongs to the last key; without the group, it would reverse the ranking itself.
        const isApart = ["LowestFirst", "HighestFirst"].some(
          (role) => wordsOf(parsed, role as RoleName, [end, node.span[1]]) !== null,
        );
        drop(key.against === null ? "then-by" : "head-to-head", begins === null || isApart ? null : [begins, end]);
      }
      break;
    case "grades":
      clause("by-ranking", "By", node.by?.span);
      break;
    case "award":
      if (node.places.from.span[0] !== node.places.to.span[0])
        drop("to-place", [afterNumber(node.places.from), node.places.to.span[0] + node.places.to.digits.length]);
      clause("if", "If", node.condition?.span);
      if (node.pays !== null && node.rounds === null)
        drop("pays", clauseOf(parsed, "Pays", node.pays.span, node.span) ?? node.pays.span);
      drop(node.rounds?.isStep === true ? "rounds-step" : "rounds", node.rounds?.span ?? null);
      dropMode(node.rounds);
      break;
    case "veto":
      clause("basis", "Basis", node.basis?.span);
      break;
    case "coefficient":
      clause("if", "If", node.condition?.span);
      break;
    case "edition":
      clause("effective", "Effective", (node.to ?? node.from)?.span);
      break;
    case "use":
      if (node.allPeriods) drop("all-periods", wordsOf(parsed, "AllPeriods", node.span));
      break;
    case "constant":
      if (node.default !== null) {
        const before = parsed.tree.source.lastIndexOf("=", node.default.span[0]);
        drop("default", before < node.type.span[1] ? null : [before, node.default.span[1]]);
      }
      break;
    case "output":
      drop(node.rounds?.isStep === true ? "rounds-step" : "rounds", node.rounds?.span ?? null);
      dropMode(node.rounds);
      break;
    case "rounding":
    case "section":
    case "item":
      dropMode(node.rounds);
      break;
    case "requirement":
    case "policy":
      drop("message", node.message?.span ?? null);
      break;
    default:
      break;
  }
  return found;
}

/** The modes that can follow; none where one is written already. */
function modesFor({ mode }: ast.RoundsTo): readonly { readonly name: RoundingModeOption; readonly role: RoleName }[] {
  return mode === null ? MODES : [];
}

const MODES = roundingWords.flatMap(({ name: role, mode }) =>
  mode === "half-up" ? [] : [{ name: `mode-${mode}` as const, role, mode }],
);

/** A place is written `第 2 .. 3 名`: the unit follows the last number. */
function afterNumber({ span, digits }: ast.NumberLiteral): number {
  return span[0] + digits.length;
}
