/** The state of the stage of a project, kept while the tab is open, so that leaving the stage or a reload loses nothing. */
import type { StageKeeper, StageMemory } from "@yardstick/stage";

/** Keeps the state of one project's stage in the session of the tab; without storage it is kept until a reload. */
export function stageKeeper(project: string): StageKeeper {
  const key = `yardstick.stage.${project}`;
  return {
    read() {
      // The session may have refused the newest.
      const text = unstored.get(key) ?? stored(key);
      if (text === undefined) return null;
      try {
        const memory: unknown = JSON.parse(text);
        return isMemory(memory) ? memory : null;
      } catch {
        return null;
      }
    },
    write(memory) {
      const text = JSON.stringify(memory);
      unstored.set(key, text);
      try {
        sessionStorage.setItem(key, text);
      } catch {
        // Kept until a reload.
      }
    },
  };
}

const unstored = new Map<string, string>();

function stored(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The session belongs to the app; an older version of it may have kept less. */
function isMemory(memory: unknown): memory is StageMemory {
  if (typeof memory !== "object" || memory === null) return false;
  const { written, now, baseline, locked } = memory as Partial<Record<keyof StageMemory, unknown>>;
  const isPosition = (of: unknown) =>
    typeof of === "object" && of !== null && Array.isArray((of as { weights?: unknown }).weights);
  return Array.isArray(written) && Array.isArray(locked) && isPosition(now) && isPosition(baseline);
}
