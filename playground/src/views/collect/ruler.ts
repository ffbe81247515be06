/** The ruler over the board: each department in the points that it assesses, by the state of its cells. */
import { html, nothing } from "lit";
import type { DepartmentProgress } from "@yardstick/tables";
import { cssProperties } from "@yardstick/ui";
import type { CollectMessages } from "../../messages/collect.js";
import type { FilesCollected } from "../../protocol/protocol.js";

/** What came in from a department: everything before, everything with these files, a part, or nothing. */
type DepartmentState = "ok" | "in" | "miss" | "none";

/** The states in the order of the legend. */
const STATES: readonly DepartmentState[] = ["ok", "in", "miss", "none"];

/** The state of a department; `before` is its progress without the files at hand. */
function stateOf(after: DepartmentProgress, before: DepartmentProgress | undefined): DepartmentState {
  if (after.missing.length === 0) return (before?.missing.length ?? 0) === 0 ? "ok" : "in";
  return after.filled === 0 && after.lists.length === 0 ? "none" : "miss";
}

/** Marks between 0 and the end at most. */
const MAX_MARKS = 10;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

/** The values of the marks of a ruler of this length. */
function marks(length: number): readonly number[] {
  const step = STEPS.find((each) => length / each <= MAX_MARKS) ?? length;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, at) => at * step);
}

/** What the ruler needs to draw itself and to act. */
interface RulerView {
  readonly collected: FilesCollected;
  readonly messages: CollectMessages;
  readonly chosen: string | null;
  readonly choose: (department: string | null) => void;
}

/** The ruler with its legend; nothing where no department assesses points. */
export function ruler({ collected, messages, chosen, choose }: RulerView) {
  const parts = collected.after.flatMap((progress) => {
    const points = Number(progress.points ?? 0);
    if (progress.department === null || !(points > 0)) return [];
    const before = collected.before.find(({ department }) => department === progress.department);
    return [{ department: progress.department, points, state: stateOf(progress, before) }];
  });
  const length = parts.reduce((sum, { points }) => sum + points, 0);
  if (parts.length < 2) return nothing;
  const sumOf = (state: DepartmentState) =>
    parts.reduce((sum, part) => sum + (part.state === state ? part.points : 0), 0);
  return html`<div class="ruler" role="group" aria-label=${messages.rulerAbout}>
    <p class="legend">
      ${STATES.map((state) => {
        const sum = sumOf(state);
        return sum === 0
          ? nothing
          : html`<span class=${state}
              ><i class=${state}></i>${messages.rulerState[state]} <b>${shown(sum)}</b> ${messages.rulerUnit}</span
            >`;
      })}
      <span class="grow"></span><span class="wide-only">${messages.rulerAbout}</span>
    </p>
    <div class="segments">
      ${parts.map(
        ({ department, points, state }) =>
          html`<button
            class=${department === chosen ? `${state} cur` : state}
            style=${cssProperties({ "flex-grow": String(points) })}
            title=${`${department} ${messages.points(shown(points))} · ${messages.rulerState[state]}`}
            aria-pressed=${department === chosen}
            @click=${() => choose(department)}
          >
            <span>${department}</span>
          </button>`,
      )}
    </div>
    <div class="marks" aria-hidden="true">
      ${marks(length).map(
        (mark) => html`<span style=${cssProperties({ left: `${((100 * mark) / length).toFixed(3)}%` })}>${mark}</span>`,
      )}
    </div>
  </div>`;
}

const shown = (points: number): string => String(Number(points.toFixed(2)));
