/**
 * The views of the elements: each shows a project inside an element. Projects come from blocks inside the element, from properties of it or
 * from a file. The code of a view is loaded when it is first shown.
 */
import type { InputProblem, OpenProject, ProjectOptions, ViewKind, Views } from "@yardstick/elements/define";
import { putBackTo } from "@yardstick/language";
import { html, nothing, render, type TemplateResult } from "lit";
import { messages } from "../../messages/messages.js";
import type { Theme } from "../../storage/preferences.js";
import { Workbench } from "../../store/workbench.js";
import { contentOfFile, contentInside, type PageContent } from "./page-content.js";
import { adoptTokens } from "./page-tokens.js";
import { embeddedEnvironment } from "./environment.js";

interface View {
  load(): Promise<unknown>;
  /** Called once `load` has finished. */
  template(store: Workbench): TemplateResult;
}

const kinds: Readonly<Record<ViewKind, View>> = {
  playground: {
    load: () => import("./workbench-element.js"),
    template: (store) => html`<ys-workbench .store=${store}></ys-workbench>`,
  },
  editor: {
    load: () => import("../../views/rubric/rubric-editor.js"),
    template: (store) => html`<ys-rubric-editor class="yardstick-whole" .store=${store}></ys-rubric-editor>`,
  },
  designer: {
    load: () => import("@yardstick/designer/view"),
    template: (store) => html`<ys-designer class="yardstick-whole" .store=${store}></ys-designer>`,
  },
  results: {
    load: () => import("./results-view.js"),
    template: (store) => html`<ys-results-view class="yardstick-whole" .store=${store}></ys-results-view>`,
  },
  weights: {
    load: () => import("@yardstick/stage/weights-view"),
    template: (store) => html`<ys-weights-view class="yardstick-whole" .store=${store}></ys-weights-view>`,
  },
};

/** A project that is open in a store. */
class StoredProject implements OpenProject {
  constructor(readonly store: Workbench) {}

  get content() {
    return { rubric: this.store.rubric, tables: this.store.tables };
  }
  get result() {
    const { good, isStale, diagnostics } = this.store.evaluation;
    return { result: good?.result ?? null, isStale, diagnostics };
  }
  get lang() {
    return this.store.lang;
  }
  get theme() {
    return this.store.preferences.theme;
  }
  replaceRubric(rubric: string): void {
    // What is equal at both ends stays, and with it the cursor.
    const change = putBackTo(rubric, this.store.rubric);
    if (change !== null) this.store.editRubric(change.edits);
  }
  replaceTables(tables: OpenProject["content"]["tables"]): void {
    this.store.editTables(() => tables, { role: "subjects", name: "", row: 0, column: "" });
  }
  setLang(lang: "zh" | "en"): void {
    this.store.setLang(lang);
  }
  setTheme(theme: string): void {
    const known = themeOf(theme);
    if (known !== null) this.store.setTheme(known);
  }
  subscribe(listener: Parameters<OpenProject["subscribe"]>[0]): () => void {
    const { store } = this;
    const ends = [
      store.subscribe(["project"], () => listener.onChange(this.content)),
      store.subscribe(["evaluation"], () => listener.onResult(this.result)),
      store.subscribe(["preferences"], () => listener.onAppearance()),
    ];
    return () => ends.forEach((end) => end());
  }
  close(): void {
    void this.store.flush();
    this.store.dispose();
  }
}

function themeOf(theme: string | null): Theme | null {
  return theme === "light" || theme === "dark" || theme === "contrast" ? theme : null;
}

function open(content: OpenProject["content"], { kind, lang, theme, keepAs }: ProjectOptions): OpenProject {
  const chosen = themeOf(theme);
  const preferences = {
    rubricMode: kind === "editor" ? "text" : "form",
    ...(lang === null ? {} : { lang }),
    ...(chosen === null ? {} : { theme: chosen }),
  } as const;
  const store = new Workbench(embeddedEnvironment(content, preferences, keepAs));
  void store.start();
  return new StoredProject(store);
}

/** The project that each element shows, so that one that is being loaded is not shown after another. */
const shown = new WeakMap<HTMLElement, OpenProject | null>();

/**
 * Renders into the light DOM, after the blocks, because Monaco's mouse handling does not work inside a shadow root. The views inside have
 * shadow roots of their own.
 */
function show(kind: ViewKind, host: HTMLElement, project: OpenProject | null, problems: readonly InputProblem[]): void {
  shown.set(host, project);
  if (!(project instanceof StoredProject)) return void render(nothing, host);
  const { store } = project;
  adoptTokens(host.getRootNode());
  const list =
    problems.length === 0
      ? nothing
      : html`<ul class="yardstick-problems" role="alert">
          ${problems.map((problem) => html`<li>${problem[store.lang]}</li>`)}
        </ul>`;
  render(html`${list}`, host);
  const finish = (view: () => TemplateResult) => {
    if (shown.get(host) === project) render(html`${list}${view()}`, host);
  };
  kinds[kind].load().then(
    () => finish(() => kinds[kind].template(store)),
    () => finish(() => html`<p class="yardstick-problems" role="alert">${messages[store.lang].viewFailed}</p>`),
  );
}

async function contentAt(address: string): Promise<PageContent> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    return contentOfFile(await response.text(), address);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      content: { rubric: "", tables: [] },
      problems: [
        {
          zh: `未能获取“${address}”（${why}）。请检查地址是否正确，以及本页的内容策略是否允许。`,
          en: `"${address}" could not be fetched (${why}). Check the address, and whether the page's content security policy allows it.`,
        },
      ],
    };
  }
}

/** What `@yardstick/elements` loads. */
export const views: Views = { contentInside, contentAt, open, show };
