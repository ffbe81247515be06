/**
 * Requests of editor features to the Worker: for a model, at a position, with a check that the response still refers to
 * the current text.
 */
import type { Span } from "@yardstick/language/program";
import type * as monaco from "monaco-editor/editor";
import type { ResponseOf, RequestOf, Feature } from "../../protocol/protocol.js";

/** A model of Monaco. */
export type Model = monaco.editor.ITextModel;

/** What the features of a model require of its project. */
export interface Project {
  /** Sends a request to the Worker in the language of the interface. */
  request<F extends Feature>(feature: F, request: RequestOf<F>): Promise<ResponseOf<F> | null>;
  /** Path of the file that the model shows. */
  path(): string;
  /** The text of another file of the project; null when there is none. */
  textOf(path: string): string | null;
  /** Brings a file to the front and reveals a span. */
  open(path: string, span: Span): void;
  /** Whether each test of the last result passed, by name. */
  outcomes(): ReadonlyMap<string, boolean>;
  /** Shows the tests. */
  showTests(): void;
  /** The messages of a code lens. */
  lensMessages(): { readonly passed: string; readonly failed: string; readonly notRun: string };
}

const projectOf = new WeakMap<Model, Project>();

/** Associates a model with its project, which enables the features for it. */
export function assist(model: Model, project: Project): void {
  projectOf.set(model, project);
}

/** The project of a model; null when there is none. */
export function projectFor(model: Model): Project | null {
  return projectOf.get(model) ?? null;
}

interface RequestAtOffset {
  readonly rubric: string;
  readonly path: string;
  readonly offset: number;
}
type FeatureAtOffset = { [F in Feature]: RequestAtOffset extends RequestOf<F> ? F : never }[Feature];
type FeatureOfText = {
  [F in Feature]: { readonly rubric: string; readonly path: string } extends RequestOf<F> ? F : never;
}[Feature];

/** Null also when the text has changed before the response: its offsets no longer apply. */
export function requestAt<F extends FeatureAtOffset>(
  model: Model,
  feature: F,
  position: monaco.IPosition,
): Promise<ResponseOf<F> | null> {
  return requestWith(model, feature, { offset: model.getOffsetAt(position) } as unknown as Partial<RequestOf<F>>);
}

/** Requests a feature for the text of a model. */
export function requestForText<F extends FeatureOfText>(model: Model, feature: F): Promise<ResponseOf<F> | null> {
  return requestWith(model, feature, {});
}

/** Requests a feature for the text of a model, with further parameters. */
export async function requestWith<F extends Feature>(
  model: Model,
  feature: F,
  besides: Partial<RequestOf<F>>,
): Promise<ResponseOf<F> | null> {
  const project = projectFor(model);
  if (project === null) return null;
  const version = model.getVersionId();
  const request = { rubric: model.getValue(), path: project.path(), ...besides } as RequestOf<F>;
  const response = await project.request(feature, request);
  return model.isDisposed() || model.getVersionId() !== version ? null : response;
}
