/**
 * From the stage back to the text: weights as they stand, as edits of the rubric or as a new scenario in it. The edits are the
 * same small ones as a hand would make; comments and layout stay.
 */
import {
  addDeclaration,
  keywordIn,
  parse,
  setWeight,
  vocabularyOf,
  writtenForms,
  type TextEdit,
} from "@yardstick/language";
import type { Exact, Program } from "@yardstick/language/program";
import { compare, decimalText, multiply, rational } from "@yardstick/ui/exact";
import type { Opening, Position, StageGroup } from "../protocol/protocol.js";
import { shareIn } from "../protocol/position.js";

/** A share as a rubric writes it: `25%`, `12.5%`, `1/3`. */
function weightText(share: Exact): string {
  const percent = multiply(rational(share), { n: 100n, d: 1n });
  for (let decimals = 0; decimals <= 4; decimals += 1) {
    const text = decimalText(percent, decimals);
    if (compare(rational(text), percent) === 0) return `${text}%`;
  }
  return share;
}

/** Null where the text has another place for the weight than an edit can find. */
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
      if (isWeighted && compare(rational(now), rational(share)) === 0) continue;
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
 * Scenarios that change only some weights of a group lean on the others as they were written: those are written into them, so that
 * every scenario goes on to mean what it meant. Null where one sets points, which do not mix with weights.
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
 * A scenario with these weights, behind the others. Where the text gives points, the parts first get beside them the weights that
 * those amount to, which changes nothing else: a scenario can only change a weight that is there.
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
      if (compare(rational(now), rational(share)) !== 0)
        lines.push(`  ${targetText(program, part)}: ${weight} ${weightText(now)}`);
    }
  }
  lines.push(...constantLines(source, program, position.scenario));
  if (lines.length === 0) return null;
  const quoted = `"${name.replaceAll('"', "”")}"`;
  const made = addDeclaration(parsed, `${keywordIn(lang, "Scenario")} ${quoted} {\n${lines.join("\n")}\n}`);
  return made === null ? null : [...edits, ...made];
}

/** The constants of the scenario that the weights were moved from go along, as they are written there. */
function constantLines(source: string, program: Program, scenario: string | null): readonly string[] {
  const from = program.scenarios.find(({ name }) => name === scenario);
  return (from?.changes ?? []).flatMap(({ kind, span }) => (kind === "constant" ? [`  ${source.slice(...span)}`] : []));
}

function isChanged({ criteria }: StageGroup, position: Position): boolean {
  return criteria.some(({ part, share }) => compare(rational(shareIn(position, part)), rational(share)) !== 0);
}

/** The name alone where no other part bears it, else the whole path. */
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
