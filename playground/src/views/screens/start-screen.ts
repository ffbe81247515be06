/**
 * The start page: three ways to begin (read a document, four questions, an example), and the recent projects with their
 * rulers.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "@yardstick/designer/questions";
import { blankProject } from "../../project/examples/blank.js";
import { schemes, type Scheme } from "../../project/examples/schemes.js";
import { projectOutline, type ProjectOutline } from "../../project/project-outline.js";
import type { ProjectSummary } from "../../storage/database.js";
import { readProjectFile } from "../../storage/project-file.js";
import { base, brandMark, controls, icon, marks } from "@yardstick/ui";
import { pickDocument, pickFiles, readClipboard } from "../base/file-intake.js";
import { ShownOrder } from "../base/shown-order.js";
import { moment } from "../base/figures.js";
import "../base/preference-switches.js";
import { miniRuler } from "./mini-ruler.js";
import { readDoor } from "./read-door.js";
import { startStyles } from "./start-styles.js";
import { ScreenElement } from "./screen-element.js";

/** Recent projects on the page; all of them are one click away. */
const RECENT = 4;
/** Subjects of the sample data that goes with a rubric from four answers. */
const SAMPLE_SUBJECTS = 12;

@customElement("ys-start-screen")
export class StartScreen extends ScreenElement {
  protected readonly topics = ["save"] as const;
  @state() private projects: readonly ProjectSummary[] = [];
  @state() private deleted = 0;
  @state() private outlines: ReadonlyMap<string, ProjectOutline> = new Map();
  @state() private loading: string | null = null;
  @state() private mustUseKeys = false;
  readonly #order = new ShownOrder();

  static override styles = [base, controls, marks, startStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const { projects } = this.store;
    this.projects = this.#order.of((await projects.listProjects()).projects);
    this.deleted = (await projects.deleted()).length;
    const files = await projects.files().catch(() => null);
    if (files === null) return;
    const read = await Promise.all(
      this.projects.slice(0, RECENT).map(async ({ id }) => {
        const text = await files.fileOf(id);
        const file = text === null ? null : readProjectFile(text);
        const content = file?.kind === "projects" ? file.projects[0]?.content : undefined;
        return content === undefined ? [] : [[id, projectOutline(content)] as const];
      }),
    );
    this.outlines = new Map(read.flat());
  }

  protected override onChange(): void {
    super.onChange();
    void this.#read();
  }

  override render() {
    const { store } = this;
    const messages = this.screenMessages;
    return html`<main>
      <div class="top">
        <span class="brand">${brandMark}<b>${this.messages.brand}</b></span>
        <span class="sec hide-s">${messages.tagline}</span>
        <span class="grow"></span>
        <ys-preference-switches class="row" .store=${store}></ys-preference-switches>
        <button class="btn line" @click=${() => store.screens.close()}>${icon("left")}${messages.backToWork}</button>
      </div>
      <div class="hm">
        <div class="lead">
          <h1>${messages.whereToStart}</h1>
          <p class="hide-s">${messages.allUndoable}</p>
          <p class="loc">${icon("lock")}${messages.localOnly}</p>
        </div>
        <div class="doors">
          ${readDoor(messages, {
            choose: () => pickDocument(store),
            paste: () => void readClipboard(store).then((isRead) => (this.mustUseKeys = !isRead)),
            mustUseKeys: this.mustUseKeys,
          })}
          <section class="door">
            <ys-questions .store=${store} preview @create=${this.#create}></ys-questions>
          </section>
          <section class="door" aria-labelledby="examples">
            <h2 id="examples">${messages.examples}</h2>
            <p class="sub">${messages.examplesWhy}</p>
            ${this.#examples()}
          </section>
        </div>
        ${this.#recent()}
      </div>
    </main>`;
  }

  /** Examples in the user's language first. */
  #examples(): TemplateResult {
    const { lang } = this.store;
    const own = schemes.filter(({ langs }) => langs.includes(lang));
    const others = schemes.filter(({ langs }) => !langs.includes(lang));
    return html`<ul class="exs">
        ${own.map((scheme, at) => this.#example(scheme, at))}
      </ul>
      <details>
        <summary class="sub">${this.screenMessages.otherExamples(others.length)}</summary>
        <ul class="exs">
          ${others.map((scheme, at) => this.#example(scheme, own.length + at))}
        </ul>
      </details>`;
  }

  #example(scheme: Scheme, at: number): TemplateResult {
    const { lang } = this.store;
    const { title, points, tags, sections, line } = scheme;
    return html`<li>
      <button class="tp" title=${line[lang]} ?disabled=${this.loading !== null} @click=${() => this.#open(scheme)}>
        <span class="lt" aria-hidden="true">${String.fromCharCode(65 + at)}</span>
        <span class="tx">
          <b class="cut">${title[lang]}</b><small class="pp">${points[lang]}</small>
          <small class="dd cut"
            >${this.loading === scheme.id ? this.screenMessages.loading : tags[lang].join(lang === "zh" ? "、" : ", ")}</small
          >
          ${miniRuler(sections.map(({ name, points: size }) => ({ name: name[lang], size })))}
        </span>
      </button>
    </li>`;
  }

  #recent(): TemplateResult {
    const { store, projects } = this;
    const messages = this.screenMessages;
    return html`<section class="rec" aria-labelledby="recent">
      <h2 id="recent">
        ${messages.recent}<span class="grow"></span>
        ${
          this.deleted === 0
            ? nothing
            : html`<button class="btn" @click=${() => store.screens.show({ kind: "projects", at: "deleted" })}>
                ${icon("bin")}${messages.deletedCount(this.deleted)}
              </button>`
        }
        <button class="btn" @click=${() => pickFiles(store)}>${icon("folder")}${messages.otherFiles}</button>
        <button class="btn" @click=${this.#blank}>${icon("rubric")}${messages.blank}</button>
        <button class="btn blue" @click=${() => store.screens.show({ kind: "projects" })}>
          ${messages.allProjects(projects.length)}
        </button>
      </h2>
      <ul>
        ${projects.slice(0, RECENT).map(({ id, name, updated }) => {
          const outline = this.outlines.get(id);
          return html`<li>
            <button class="rc" @click=${() => store.projects.open(id)}>
              <b class="cut">${name}</b>
              <small class="cut"
                >${outline === undefined ? "" : messages.subjectsOf(outline.subjects, outline.subject)}</small
              >
              ${miniRuler(outline?.sections ?? [])}
              <span class="st"
                >${
                  outline === undefined || outline.open === 0
                    ? nothing
                    : html`<span class="chip wait">${messages.openClauses(outline.open)}</span>`
                }</span
              >
              <small class="n">${moment(updated)}</small>
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** A rubric from four answers, with sample data, so that a ranking shows. */
  #create = async ({ detail: rubric }: CustomEvent<string>): Promise<void> => {
    const { store } = this;
    const tables = await store.request("sample", { rubric, subjects: SAMPLE_SUBJECTS, seed: 1 });
    await store.projects.begin({ rubric, tables: tables ?? [] });
  };

  #blank = (): void => {
    void this.store.projects.begin(blankProject(this.screenMessages.blankTitle, this.store.lang));
  };

  async #open(scheme: Scheme): Promise<void> {
    const { store } = this;
    this.loading = scheme.id;
    try {
      await store.projects.begin(await (scheme.lesson?.(store.lang) ?? scheme.load()));
      if (store.screens.current === null) store.markExample(scheme.id);
    } finally {
      this.loading = null;
    }
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".dropb .btn.main")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-start-screen": StartScreen;
  }
}
