// Saved data of one project never mixes with that of the next.

import { expect, test } from "vitest";
import type { ProjectDatabase, SaveOutcome } from "../../src/storage/database.js";
import type { SaveRequest } from "../../src/storage/save-plan.js";
import type { ProjectContent } from "../../src/project/project.js";
import { Autosave, type Disk, type AutosaveState } from "../../src/storage/autosave.js";

const content: ProjectContent = { rubric: "", tables: [] };

/** A database whose writes end, and a lock that is granted, when the test says so. */
function slowDisk() {
  const writes: { readonly request: SaveRequest; end(): void }[] = [];
  const grants: (() => void)[] = [];
  const revisions = new Map<string, number>();
  const save = (request: SaveRequest): Promise<SaveOutcome> =>
    new Promise((resolve) => {
      const end = () => {
        const { id, base, now } = request;
        const stands = revisions.get(id) ?? 0;
        if (stands !== base) return resolve({ kind: "failure", failure: "conflict", message: "" });
        revisions.set(id, base + 1);
        resolve({ kind: "saved", revision: base + 1, updated: now });
      };
      writes.push({ request, end });
    });
  const database = {
    isNewer: false,
    latest: () => Promise.resolve(null),
    eraseExpired: () => Promise.resolve(),
    save,
  } as unknown as ProjectDatabase;
  let ids = 0;
  const disk: Disk = {
    open: () => Promise.resolve(database),
    lock: (_, onGranted) => {
      grants.push(onGranted);
      return { release: () => {} };
    },
    openChannel: () => ({ notify: () => {} }),
    newId: () => `id${(ids += 1)}`,
    now: () => 0,
    persist: () => Promise.resolve(null),
  };
  return { disk, writes, grants };
}

test("a project that begins while the one before it is being written is saved from its own first revision", async () => {
  const { disk, writes, grants } = slowDisk();
  const states: AutosaveState["kind"][] = [];
  const autosave = new Autosave(disk, () => ({ name: "", content }), {
    onState: ({ kind }) => states.push(kind),
    onContent: () => {},
    onRepaired: () => {},
  });
  await autosave.start();
  grants[0]?.();
  const first = autosave.flush();
  autosave.copy();
  writes[0]?.end();
  await first;
  expect(states.at(-1)).toBe("saving");
  grants[1]?.();
  const second = autosave.flush();
  await Promise.resolve();
  writes[1]?.end();
  await second;
  expect(writes.map(({ request: { id, base } }) => [id, base])).toEqual([
    ["id1", 0],
    ["id2", 0],
  ]);
  expect(autosave.state.kind).toBe("saved");
});
