/**
 * Converts the weights of the stage into edits of the text: as the rubric's own weights or as a new scenario. The edits
 * are minimal; comments and layout are kept.
 */
import { fixedText, numberOrZero, type RationalText } from "@yardstick/exact";
import {
  addDeclaration,
  keywordIn,
  parse,
  setWeight,
  vocabularyOf,
  writtenForms,
  type TextEdit,
} from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { Opening, Position, StageGroup } from "../protocol/protocol.js";
import { shareIn } from "../protocol/position.js";

/** A share in the notation of a rubric: `25%`, `12.5%`, `1/3`. */
function weightText(share: RationalText): string {
  const percent = numberOrZero(share).mul(100);
  for (let decimals = 0; decimals <= 4; decimals += 1) {
    const text = fixedText(percent, decimals);
    if (numberOrZero(text).compare(percent) === 0) return `${text}%`;
  }
  return share;
}

/** Null when an edit cannot set one of the weights in this text. */
export function weightEdits(
  source: string,
  program: Program,
  opening: Opening,
  position: Position,
): readonly TextEdit[] | null {
  const parsed = parse(source);
  const edits: TextEdit[] = [];
  for (const group of opening.groups) {
    if (!isChanged(group, position)) continue;
    for (const { part, share, isWeighted } of group.criteria) {
      const now = shareIn(position, part);
      if (isWeighted && numberOrZero(now).compare(numberOrZero(share)) === 0) continue;
      const made = setWeight(parsed, { span: program.parts[part]?.span ?? [0, 0] }, weightText(now));
      if (made === null) return null;
      edits.push(...made);
    }
    const completed = scenarioEdits(source, program, group);
    if (completed === null) return null;
    edits.push(...completed);
  }
  return edits;
}

/**
 * A scenario that changes only some weights of a group depends on the written values of the others: these are added to
 * it, so that its meaning does not change. Null when a scenario sets points, which cannot be combined with weights.
 */
function scenarioEdits(source: string, program: Program, { criteria }: StageGroup): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  const weight = keywordIn(vocabularyOf(parse(source).tree), "Weight");
  for (const { changes } of program.scenarios) {
    const own = changes.flatMap((change) =>
      change.kind !== "constant" && criteria.some(({ part }) => part === change.part) ? [change] : [],
    );
    const last = changes.at(-1);
    if (own.length === 0 || last === undefined) continue;
    if (own.some(({ kind }) => kind === "points")) return null;
    const missing = criteria.filter(({ part }) => own.every((change) => change.part !== part));
    const lineStart = source.lastIndexOf("\n", last.span[0]) + 1;
    const before = source.slice(lineStart, last.span[0]);
    const separator = before.trim() === "" ? `\n${before}` : "; ";
    const text = missing
      .map(({ part, share }) => `${separator}${targetText(program, part)}: ${weight} ${weightText(share)}`)
      .join("");
    edits.push({ span: [last.span[1], last.span[1]], text });
  }
  return edits;
}

/**
 * Adds a scenario with these weights after the others. When the text states points, the equivalent weights are first
 * added to the parts, which changes no result, because a scenario can only change an existing weight.
 */
export function newScenarioEdits(
  source: string,
  program: Program,
  opening: Opening,
  position: Position,
  name: string,
): readonly TextEdit[] | null {
  const parsed = parse(source);
  const edits: TextEdit[] = [];
  const lines: string[] = [];
  const lang = vocabularyOf(parsed.tree);
  const weight = keywordIn(lang, "Weight");
  for (const group of opening.groups) {
    if (!isChanged(group, position)) continue;
    for (const { part, share, isWeighted } of group.criteria) {
      const found = program.parts[part];
      if (found === undefined) return null;
      if (!isWeighted) {
        const made = setWeight(parsed, { span: found.span }, weightText(share));
        if (made === null) return null;
        edits.push(...made);
      }
      const now = shareIn(position, part);
      if (numberOrZero(now).compare(numberOrZero(share)) !== 0)
        lines.push(`  ${targetText(program, part)}: ${weight} ${weightText(now)}`);
    }
  }
  lines.push(...constantLines(source, program, position.scenario));
  if (lines.length === 0) return null;
  const quoted = `"${name.replaceAll('"', "”")}"`;
  const made = addDeclaration(parsed, `${keywordIn(lang, "Scenario")} ${quoted} {\n${lines.join("\n")}\n}`);
  return made === null ? null : [...edits, ...made];
}

/** The constants of the scenario that the weights were derived from, copied as written. */
function constantLines(source: string, program: Program, scenario: string | null): readonly string[] {
  const from = program.scenarios.find(({ name }) => name === scenario);
  return (from?.changes ?? []).flatMap(({ kind, span }) => (kind === "constant" ? [`  ${source.slice(...span)}`] : []));
}

function isChanged({ criteria }: StageGroup, position: Position): boolean {
  return criteria.some(({ part, share }) => numberOrZero(shareIn(position, part)).compare(numberOrZero(share)) !== 0);
}

/** The name alone when it is unique among the parts, otherwise the whole path. */
function targetText(program: Program, index: number): string {
  const part = program.parts[index];
  if (part === undefined) return "";
  const write = (name: string) => writtenForms(name)[0] ?? name;
  if (program.parts.filter(({ name }) => name === part.name).length === 1) return write(part.name);
  const names: string[] = [];
  for (let at: number | null = index; at !== null; at = program.parts[at]?.parent ?? null)
    names.unshift(write(program.parts[at]?.name ?? ""));
  return names.join(".");
}
