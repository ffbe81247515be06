/**
 * Files of projects and links to them: exporting another project or all of them, reading a file, making and opening a
 * link. Loaded when used.
 */
import type { Autosave } from "../storage/autosave.js";
import { collectionFile, projectFile, readProjectFile } from "../storage/project-file.js";
import { contentOf, readRecord } from "../storage/records.js";
import { canCompress, MAX_LINK_LENGTH, readSharedHash, sharedHash } from "../storage/share-link.js";
import type { ProjectContent } from "../project/project.js";
import type { OnScreen } from "./on-screen.js";
import type { Refusal, Screens } from "./screens.js";

/** A link, or the reason why there is none. */
export type ShareOutcome =
  | { readonly kind: "link"; readonly hash: string }
  | { readonly kind: "too-long"; readonly length: number; readonly most: number }
  /** This browser cannot create links. */
  | { readonly kind: "unsupported" }
  /** What makes links could not be loaded. */
  | { readonly kind: "unloaded" };

/** Files and links of the projects in this browser. */
export class ProjectFiles {
  constructor(
    private readonly autosave: Autosave,
    private readonly screen: OnScreen,
    private readonly screens: Screens,
    private readonly begin: (content: ProjectContent) => Promise<void>,
  ) {}

  /** Text of the project file of another stored project; null when its record cannot be read. */
  async fileOf(id: string): Promise<string | null> {
    const record = await this.autosave.database?.raw(id).catch(() => null);
    const read = readRecord(record, 0);
    return read === null ? null : projectFile(read.value.name, read.value);
  }

  /** Text of a file with the deleted projects, or with all others. */
  async collectionFile(which: "present" | "deleted"): Promise<string> {
    await this.autosave.flush();
    return collectionFile((await this.autosave.database?.everything(which)) ?? { projects: [], revisions: [] });
  }

  /** The content of a record that cannot be opened, as JSON. */
  async damagedFile(id: string): Promise<string> {
    return JSON.stringify(await this.autosave.database?.raw(id), null, 2);
  }

  /** Reads a project file, an export of everything, or a rubric, and shows it; it is opened when the user confirms. */
  receiveFile(fileName: string, text: string): void {
    if (text.trim() === "") return this.#refuse("file-empty");
    if (!/\.json$/i.test(fileName)) return this.#receiveRubric(text);
    const read = readProjectFile(text);
    switch (read.kind) {
      case "foreign":
        return this.#refuse("file-foreign");
      case "newer":
        return this.#refuse("file-newer");
      case "projects":
        this.screens.show({ kind: "received", projects: read.projects, damaged: read.damaged });
    }
  }

  #receiveRubric(text: string): void {
    const rubric = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    void this.begin({ rubric, tables: [] });
  }

  /** @param withData whether to include the tables; set only by the user */
  async share(withData: boolean): Promise<ShareOutcome> {
    if (!canCompress()) return { kind: "unsupported" };
    const { name, content } = this.screen.current();
    const hash = await sharedHash({ name, content: withData ? content : withoutData(content) });
    return hash.length > MAX_LINK_LENGTH
      ? { kind: "too-long", length: hash.length, most: MAX_LINK_LENGTH }
      : { kind: "link", hash };
  }

  /** Shows the project in the hash of an address. False when there is none. */
  async receiveHash(hash: string): Promise<boolean> {
    const read = await readSharedHash(hash);
    switch (read.kind) {
      case "none":
        return false;
      case "project":
        this.screens.show({ kind: "received", projects: [read.project], damaged: 0 });
        return true;
      case "too-large":
      case "damaged":
      case "newer":
      case "unsupported":
        this.#refuse(`link-${read.kind}`);
        return true;
    }
  }

  #refuse(why: Refusal): void {
    this.screens.show({ kind: "refused", why, instead: null });
  }
}

/** The project without its tables; links contain only the rubrics by default. */
export function withoutData(content: ProjectContent): ProjectContent {
  const others = content.others?.map((file) => ({ ...file, tables: [] }));
  return contentOf({ ...content, tables: [], ...(others === undefined ? {} : { others }) });
}
