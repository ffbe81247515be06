// Files that arrive before the project has been evaluated: what they are for depends on the rubric, so they wait for it.

import { expect, it } from "vitest";
import { Topics } from "../../src/store/topics.js";
import type { Workbench } from "../../src/store/workbench.js";
import { takeFiles } from "../../src/views/base/file-intake.js";

const data = { role: "subjects", name: "", header: ["名称"], rows: [["东镇"]] };

/** A store whose project is not evaluated yet. */
function pendingStore() {
  const topics = new Topics();
  const shown: string[] = [];
  const state = { good: null as object | null, evaluation: { isStale: false, failure: null as string | null } };
  const store = {
    subscribe: topics.subscribe.bind(topics),
    tables: [data],
    screens: { show: ({ kind }: { kind: string }) => shown.push(kind) },
    get good() {
      return state.good;
    },
    get evaluation() {
      return state.evaluation;
    },
  } as unknown as Workbench;
  return { store, shown, state, notify: () => topics.notify("evaluation") };
}

it.each([
  ["a result", { good: { program: { lists: [] } } }, "collect"],
  ["errors alone", { evaluation: { isStale: true, failure: null } }, "import"],
  ["no Worker", { evaluation: { isStale: false, failure: "unavailable" } }, "import"],
])("files wait for the first evaluation; with %s they are shown", async (_, change, kind) => {
  const { store, shown, state, notify } = pendingStore();
  const taken = takeFiles(store, [new File(["名称\n西镇\n"], "a.csv")]);
  notify();
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toEqual([]);
  Object.assign(state, change);
  notify();
  await taken;
  expect(shown).toEqual([kind]);
});
