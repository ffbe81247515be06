/**
 * Deleting projects and restoring them within 30 days. Loaded when used. A project that a window has open is not
 * deleted: its lock is held meanwhile.
 */
import type { Autosave } from "../storage/autosave.js";
import {
  deletedProjects,
  eraseProject,
  markDeleted,
  restoreDeleted,
  type DeletionOutcome,
} from "../storage/deleted.js";
import type { DeletedProject } from "../storage/deletion-clock.js";
import type { ProjectContent } from "../project/project.js";
import type { OnScreen } from "./on-screen.js";

/** Operations on deleted projects, and the deletion of others. */
export class ProjectDeletion {
  constructor(
    private readonly autosave: Autosave,
    private readonly screen: OnScreen,
  ) {}

  /** The projects that can be restored, those deleted last first. */
  async list(): Promise<readonly DeletedProject[]> {
    const { database, disk } = this.autosave;
    return deletedProjects(database?.writable ?? null, disk.now());
  }

  /**
   * Deletes a project that no other window has open. When it is the current one, the most recently used other project, or
   * `blank`, is opened first.
   *
   * @param isForGood it cannot be restored then; for storage that is too full to note a deletion
   */
  async remove(
    { id, name }: { readonly id: string; readonly name: string },
    blank: ProjectContent,
    isForGood = false,
  ): Promise<DeletionOutcome | "elsewhere"> {
    const { database, disk } = this.autosave;
    if (id === this.autosave.id) {
      const { state } = this.autosave;
      if (state.kind === "read-only") return state.why === "elsewhere" ? state.why : "failed";
      if (!(await this.#switchToAnother(blank))) return "failed";
    }
    const db = database?.writable ?? null;
    return this.#whileClosed(id, () =>
      isForGood ? eraseProject(db, id, "any") : markDeleted(db, { id, name }, disk.now()),
    );
  }

  /** Restores a deleted project. */
  restore(id: string): Promise<DeletionOutcome> {
    return restoreDeleted(this.autosave.database?.writable ?? null, id);
  }

  /** Removes a deleted project for good. */
  erase(id: string): Promise<DeletionOutcome> {
    return eraseProject(this.autosave.database?.writable ?? null, id);
  }

  async #switchToAnother(blank: ProjectContent): Promise<boolean> {
    const { autosave } = this;
    const { projects } = await autosave.listProjects();
    const next = projects.find(({ id }) => id !== autosave.id);
    if (next !== undefined) return autosave.openProject(next.id);
    if (!(await autosave.canLeave())) return false;
    this.screen.adopt(blank);
    autosave.copy();
    return true;
  }

  /** Runs work on a project while no window has it open. */
  #whileClosed(id: string, work: () => Promise<DeletionOutcome>): Promise<DeletionOutcome | "elsewhere"> {
    return new Promise((resolve) => {
      const lock = this.autosave.disk.lock(
        id,
        () => void work().then((outcome) => (lock.release(), resolve(outcome))),
        // A project that this window has just closed is granted as soon as the browser has released its lock.
        (by) => {
          if (by === "here") return;
          lock.release();
          resolve("elsewhere");
        },
      );
    });
  }
}
