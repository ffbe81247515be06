/** How the features of the editor ask the Worker: of which model, at which place, and whether the answer is still about its text. */
import type { Span } from "@yardstick/language/program";
import type * as monaco from "monaco-editor/editor";
import type { AnswerOf, AskOf, Feature } from "../../protocol/protocol.js";

export type Model = monaco.editor.ITextModel;

/** What a model's features need of the project that it belongs to. */
export interface Project {
  /** Asks the Worker in the language of the user interface. */
  ask<F extends Feature>(feature: F, ask: AskOf<F>): Promise<AnswerOf<F> | null>;
  /** Path of the file that the model shows. */
  path(): string;
  /** The text of a file beside it; null where there is none. */
  textOf(path: string): string | null;
  /** Brings a file to the front, at a place. */
  open(path: string, span: Span): void;
  /** Of the samples in the last good result: whether each passed, by name. */
  outcomes(): ReadonlyMap<string, boolean>;
  /** Shows the samples. */
  showSamples(): void;
  /** The sentences of a code lens. */
  lensMessages(): { readonly passed: string; readonly failed: string; readonly notRun: string };
}

const projectOf = new WeakMap<Model, Project>();

/** Lets the features speak for a model, from now on. */
export function assist(model: Model, project: Project): void {
  projectOf.set(model, project);
}

export function projectFor(model: Model): Project | null {
  return projectOf.get(model) ?? null;
}

interface AskAtOffset {
  readonly rubric: string;
  readonly path: string;
  readonly offset: number;
}
type FeatureAtOffset = { [F in Feature]: AskAtOffset extends AskOf<F> ? F : never }[Feature];
type FeatureOfText = {
  [F in Feature]: { readonly rubric: string; readonly path: string } extends AskOf<F> ? F : never;
}[Feature];

/** Null also where the text has changed before the answer came: its offsets are of a text that is no more. */
export function askAt<F extends FeatureAtOffset>(
  model: Model,
  feature: F,
  position: monaco.IPosition,
): Promise<AnswerOf<F> | null> {
  return askWith(model, feature, { offset: model.getOffsetAt(position) } as unknown as Partial<AskOf<F>>);
}

export function askText<F extends FeatureOfText>(model: Model, feature: F): Promise<AnswerOf<F> | null> {
  return askWith(model, feature, {});
}

export async function askWith<F extends Feature>(
  model: Model,
  feature: F,
  besides: Partial<AskOf<F>>,
): Promise<AnswerOf<F> | null> {
  const project = projectFor(model);
  if (project === null) return null;
  const version = model.getVersionId();
  const ask = { rubric: model.getValue(), path: project.path(), ...besides } as AskOf<F>;
  const answer = await project.ask(feature, ask);
  return model.isDisposed() || model.getVersionId() !== version ? null : answer;
}
