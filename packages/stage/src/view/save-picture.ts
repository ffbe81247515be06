/** Saves what the stage compares as a picture: the ranking at the baseline and now, or the scenarios side by side. */
import { download, fileNameOf } from "@yardstick/ui";
import type { StageMessages } from "../messages/zh.js";
import { shareIn } from "../protocol/position.js";
import type { Stage } from "../model/stage.js";
import { shareFigure } from "./figures.js";
import { Painter, type Measure, type Picture } from "./picture.js";
import { rankingPicture, type RankingPicture } from "./ranking-picture.js";
import { comparisonTable } from "./scenarios-view.js";
import { tablePicture } from "./table-picture.js";

/** Whether there is something to save: not while the ranking is still that of other weights. */
export function canSavePicture({ view, results, comparison }: Stage): boolean {
  return view === "scenarios" ? comparison.columns.length > 0 : results.isCurrent && results.frame?.isMoving === false;
}

/**
 * Downloads the picture, in the font and the colours of `element`. False where the browser cannot make it.
 *
 * @param sentence why the followed subject moved; empty where it is not shown
 */
export async function savePicture(
  element: Element,
  stage: Stage,
  messages: StageMessages,
  sentence: string,
): Promise<boolean> {
  try {
    const painter = new Painter(element);
    const picture = pictureOf(stage, messages, sentence, painter.measure);
    const bytes = picture === null ? null : await painter.png(picture);
    if (bytes === null) return false;
    const what = stage.view === "scenarios" ? messages.compare : nameOfNow(stage, messages);
    download(fileNameOf(`${stage.store.name} ${what}`, "png"), bytes, "image/png");
    return true;
  } catch {
    return false;
  }
}

function nameOfNow({ scenarioName, isAsWritten }: Stage, messages: StageMessages): string {
  return scenarioName ?? (isAsWritten ? messages.asWritten : messages.ownWeights);
}

function pictureOf(stage: Stage, messages: StageMessages, sentence: string, measure: Measure): Picture | null {
  if (stage.view === "scenarios") {
    const table = comparisonTable(stage, messages);
    return table === null ? null : tablePicture(table, measure);
  }
  const { frame } = stage.results;
  if (frame === null) return null;
  return rankingPicture(
    {
      title: stage.store.name,
      baseline: `${messages.baseline}　${stage.baselineName ?? ""}`.trim(),
      now: `${messages.now}　${nameOfNow(stage, messages)}`,
      weights: weightsOf(stage),
      frame,
      followed: stage.followed,
      sentence,
      notes: [
        ...(frame.rows.length < frame.ranked ? [messages.shown(frame.rows.length, frame.ranked, frame.moved)] : []),
        ...(frame.awaiting > 0 ? [messages.awaiting(frame.awaiting)] : []),
      ],
      seal: messages.seal,
    },
    measure,
  );
}

/** The weights of the group at hand, and those of other groups that are not as at the baseline. */
function weightsOf({ opening, group, baseline, position }: Stage): RankingPicture["weights"] {
  return (opening?.groups ?? []).flatMap((each) =>
    each.criteria.flatMap(({ part, name }) => {
      const before = shareFigure(shareIn(baseline, part), "100");
      const now = shareFigure(shareIn(position, part), "100");
      if (each !== group && before === now) return [];
      return [{ name, before: before === now ? `${before}%` : before, now: `${now}%` }];
    }),
  );
}
