/** What a template of a framework may set on an element, apart from what all elements have. */
import type { ElementTable, PageData } from "./page-data.js";

/** Attributes and properties of all elements. */
export interface ElementAttributes {
  /** Address of a project file. */
  readonly src?: string | null | undefined;
  /** Id of another of these elements, whose project this one shows. */
  readonly for?: string | null | undefined;
  /** Name of the browser database to save the project in. */
  readonly "keep-as"?: string | null | undefined;
  /** The language of the interface; default: that of the browser. */
  readonly lang?: string | undefined;
  /** The theme; default: that of the system. */
  readonly theme?: "light" | "dark" | "contrast" | "" | undefined;
  /** The text of the rubric. */
  readonly rubric?: string | undefined;
  /** Tables as rows of objects. */
  readonly data?: PageData | null | undefined;
  /** Tables as the grid shows them. */
  readonly tables?: readonly ElementTable[] | undefined;
}
