/** The ranking at the baseline and now as a picture: weights, names joined by lines, and the sentence about the move. */
import { withMinusSign } from "@yardstick/exact";
import { isSameSubject, type SubjectId } from "@yardstick/engine";
import type { Frame, StageRow } from "../protocol/protocol.js";
import type { Measure, Picture, Shape, Type } from "./picture.js";
import { movedBy } from "./moves.js";
import { inLines, wrapped } from "./picture.js";

/** What the picture says; all texts are in the language of the stage. */
export interface RankingPicture {
  readonly title: string;
  /** Names of the two sides. */
  readonly baseline: string;
  readonly now: string;
  /** Each weight: its name with the share before and now. */
  readonly weights: readonly { readonly name: string; readonly before: string; readonly now: string }[];
  readonly frame: Frame;
  readonly followed: SubjectId | null;
  /** Why the followed subject moved; empty where none is followed. */
  readonly sentence: string;
  /** What the picture leaves out and what is still missing, one line each. */
  readonly notes: readonly string[];
  /** In place of a place, for a vetoed subject. */
  readonly seal: string;
}

const MARGIN = 40;
const ROW = 36;
const LINES = 260;
const GAP = 14;
const TITLE: Type = { size: 26, isBold: true };
const HEAD: Type = { size: 17, isBold: true };
const TEXT: Type = { size: 17 };
const STRONG: Type = { size: 17, isBold: true };
const SMALL: Type = { size: 14 };
/** The least width, so that few short names still give a picture for a slide. */
const MIN_WIDTH = 960;

/** Lays the picture out; nothing is cut, so that long names make it wider. */
export function rankingPicture(of: RankingPicture, measure: Measure): Picture {
  const { frame, followed } = of;
  const { rows } = frame;
  const widest = (texts: readonly string[], type: Type) => Math.max(0, ...texts.map((text) => measure(text, type)));
  const first = rows[0]?.at ?? 0;
  const placeWidth = widest(
    [...rows.flatMap(({ place, before }) => [placeText(place), placeText(before)]), of.seal],
    STRONG,
  );
  const nameWidth = widest(
    rows.map(({ key }) => key),
    STRONG,
  );
  const scoreWidth = widest(
    rows.flatMap(({ score, scoreBefore }) => [figure(score), figure(scoreBefore)]),
    TEXT,
  );
  const moveWidth = widest(rows.map(moveText), TEXT);
  const gradeWidth = widest(
    rows.map(({ grade }) => grade?.name ?? ""),
    SMALL,
  );
  const side = placeWidth + GAP + nameWidth + GAP + scoreWidth;
  const left = Math.max(side, measure(of.baseline, HEAD));
  const right = Math.max(side + GAP + moveWidth + (gradeWidth > 0 ? GAP + gradeWidth + 12 : 0), measure(of.now, HEAD));
  const width = Math.ceil(
    Math.max(MIN_WIDTH, left + LINES + right + 2 * MARGIN, measure(of.title, TITLE) + 2 * MARGIN),
  );
  const inner = width - 2 * MARGIN;
  const rightAt = width - MARGIN - right;
  const shapes: Shape[] = [];
  let y = MARGIN;
  const text = (x: number, at: number, said: string, type: Type, more: Partial<Shape & { kind: "text" }> = {}) =>
    shapes.push({ kind: "text", x, y: at, text: said, type, align: "left", colour: "ink", ...more });
  const paragraph = (lines: readonly string[], type: Type, colour: "ink" | "ink-2" | "ink-3") => {
    for (const line of lines) {
      text(MARGIN, y + type.size * 0.75, line, type, { colour });
      y += type.size * 1.5;
    }
  };

  text(MARGIN, y + 16, of.title, TITLE);
  y += 44;
  const weights = of.weights.map((weight) => `${weightText(weight)}　`);
  paragraph(inLines(weights, SMALL, inner, measure), SMALL, "ink-2");
  y += 16;
  text(MARGIN, y + 12, of.baseline, HEAD);
  text(rightAt, y + 12, of.now, HEAD);
  y += 30;
  shapes.push({ kind: "box", x: MARGIN, y, width: inner, height: 1, colour: "line" });
  y += 6;

  const top = y;
  const middleOf = (at: number) => top + (at - first + 0.5) * ROW;
  for (const row of rows) {
    const now = middleOf(row.at);
    const moved = movedBy(row);
    const isFollowed = isSameSubject(followed, row);
    const colour = moved > 0 ? "blue" : "ink";
    if (isFollowed)
      shapes.push({
        kind: "box",
        x: rightAt - 8,
        y: now - ROW / 2,
        width: right + 16,
        height: ROW,
        colour: "blue-wash",
      });
    // Of a long list only a part is drawn; what was outside it comes from nowhere.
    const isLeftShown = row.atBefore >= first && row.atBefore < first + rows.length;
    if (isLeftShown) {
      const before = middleOf(row.atBefore);
      text(MARGIN + placeWidth, before, placeText(row.before), STRONG, { align: "right", colour: "ink-2" });
      text(MARGIN + placeWidth + GAP, before, row.key, TEXT, { colour: "ink-2" });
      text(MARGIN + left, before, figure(row.scoreBefore), TEXT, { align: "right", colour: "ink-3" });
      shapes.push({
        kind: "curve",
        from: [MARGIN + left + 10, before],
        to: [rightAt - 12, now],
        width: isFollowed ? 3.5 : 1.75,
        colour: moved > 0 ? "blue" : moved < 0 ? "ink-2" : "line-2",
        isDashed: moved < 0,
      });
    }
    const sealed = row.place === null;
    text(rightAt + placeWidth, now, sealed ? of.seal : placeText(row.place), STRONG, {
      align: "right",
      colour: sealed ? "red" : colour,
    });
    text(rightAt + placeWidth + GAP, now, row.key, moved > 0 || isFollowed ? STRONG : TEXT, { colour });
    const scoreAt = rightAt + placeWidth + GAP + nameWidth + GAP + scoreWidth;
    text(scoreAt, now, figure(row.score), TEXT, { align: "right" });
    text(scoreAt + GAP, now, moveText(row), TEXT, { colour: moved > 0 ? "blue" : "ink-2" });
    if (row.grade !== null) {
      const x = scoreAt + GAP + moveWidth + GAP;
      shapes.push({
        kind: "box",
        x,
        y: now - 12,
        width: gradeWidth + 12,
        height: 24,
        colour: "line-2",
        isOutline: true,
      });
      text(x + (gradeWidth + 12) / 2, now, row.grade.name, SMALL, { align: "center" });
    }
  }
  y = top + rows.length * ROW + 10;
  shapes.push({ kind: "box", x: MARGIN, y, width: inner, height: 1, colour: "line" });
  y += 14;
  paragraph(wrapped(of.sentence, TEXT, inner, measure), TEXT, "ink");
  if (of.sentence !== "") y += 8;
  for (const note of of.notes) paragraph(wrapped(note, SMALL, inner, measure), SMALL, "ink-3");
  return { width, height: Math.ceil(y + MARGIN - 8), shapes };
}

const placeText = (place: number | null): string => (place === null ? "—" : String(place));
const figure = (score: string | null): string => withMinusSign(score ?? "");

function moveText(row: StageRow): string {
  const moved = movedBy(row);
  return moved === 0 ? "" : moved > 0 ? `▲${moved}` : `▼${-moved}`;
}

function weightText({ name, before, now }: RankingPicture["weights"][number]): string {
  return before === now ? `${name} ${now}` : `${name} ${before} → ${now}`;
}
