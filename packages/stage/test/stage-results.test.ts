// The frame that is shown while the next one is computed: whether it is that of the present weights.

import { expect, test } from "vitest";
import { StageResults, type StageState } from "../src/model/stage-results.js";
import type { Frame, StageResponse } from "../src/protocol/protocol.js";

const frame = { kind: "frame", isMoving: false, rows: [], difference: null } as unknown as Frame;
const at = (share: string): StageState =>
  ({
    opening: { subjects: 5_000 },
    position: { scenario: null, shares: [[0, share]] },
    baseline: { scenario: null, shares: [[0, "0.5"]] },
    followed: null,
    locked: new Set(),
  }) as unknown as StageState;

test("a frame is known to be of other weights than the present ones, also before it is late, and without a response", async () => {
  let state = at("0.5");
  const answers: ((response: StageResponse | null) => void)[] = [];
  const results = new StageResults(
    () => new Promise((resolve) => answers.push(resolve)),
    () => state,
    () => {},
  );
  expect(results.isCurrent).toBe(false);
  results.refresh("whole");
  answers.shift()?.(frame);
  await results.settled();
  expect(results.isCurrent).toBe(true);

  // Two changes while the first result is computed: it is shown, but is not that of the second.
  state = at("0.6");
  results.refresh("whole");
  expect(results.isCurrent).toBe(false);
  state = at("0.7");
  results.refresh("whole");
  let isSettled = false;
  const settled = results.settled().then(() => (isSettled = true));
  answers.shift()?.(frame);
  await new Promise((resolve) => setTimeout(resolve));
  expect([isSettled, results.isCurrent, results.isLate]).toEqual([false, false, false]);
  answers.shift()?.(frame);
  await settled;
  expect(results.isCurrent).toBe(true);

  // Without a response the former frame stays on the screen.
  state = at("0.8");
  results.refresh("whole");
  answers.shift()?.(null);
  await results.settled();
  expect(results.frame).toBe(frame);
  expect(results.isCurrent).toBe(false);
  results.dispose();
});
