/** The first door of the start page: choose, drop or paste a document; below it clauses in each of the states with what becomes of them. */
import { html, type TemplateResult } from "lit";
import { discretionSign, icon } from "@yardstick/ui";
import type { DoorClause, ScreenMessages } from "../../messages/screen-messages.js";

/** What the door does. */
export interface ReadDoorActions {
  choose(): void;
  paste(): void;
  /** The browser did not give the clipboard: the keys are named instead. */
  readonly mustUseKeys: boolean;
}

/** The door. */
export function readDoor(messages: ScreenMessages, actions: ReadDoorActions): TemplateResult {
  return html`<section class="door" aria-labelledby="read-door">
    <h2 id="read-door">${messages.readDocument}</h2>
    <p class="sub">${messages.readDocumentWhy}</p>
    <div class="dropb">
      <b><span class="hide-s">${messages.dropHere}</span><span class="only-s">${messages.chooseOne}</span></b>
      <small>${messages.readableFiles}</small>
      <div class="bs">
        <button class="btn main" @click=${() => actions.choose()}>${messages.chooseFile}</button>
        <button class="btn line" @click=${() => actions.paste()}>${icon("paste")}${messages.paste}</button>
      </div>
      ${actions.mustUseKeys ? html`<small role="status" class="ochre">${messages.pasteKeys}</small>` : ""}
    </div>
    <ul class="turn">
      <li class="th" aria-hidden="true">
        <span></span><span>${messages.doorOriginal}</span><span>${messages.doorRule}</span>
      </li>
      ${messages.doorClauses.map(
        (clause) =>
          html`<li>
            ${mark(clause, messages)}<span>${underlined(clause.original)}</span
            ><span class=${clause.state === "asks" ? "ochre" : ""}>${sign(clause)}${underlined(clause.rule)}</span>
          </li>`,
      )}
    </ul>
    <p class="tot">${messages.doorPromise}</p>
  </section>`;
}

function mark({ state }: DoorClause, { doorStates }: ScreenMessages): TemplateResult {
  const { letter, name } = doorStates[state];
  if (state === "judged")
    return html`<span class="mk judge" role="img" aria-label=${name} title=${name}>${discretionSign(true)}</span>`;
  return html`<span class="mk ${state}" role="img" aria-label=${name} title=${name}
    >${state === "read" ? icon("check") : letter}</span
  >`;
}

function sign({ sign: kind }: DoorClause): TemplateResult | string {
  if (kind === "") return "";
  return html`<span class="sg ${kind === "+" ? "plus" : "minus"}"
    >${kind === "judged" ? discretionSign(true) : kind === "-" ? "−" : "+"}</span
  >`;
}

/** Text between underscores is underlined. */
function underlined(text: string): readonly (TemplateResult | string)[] {
  return text.split("_").map((part, at) => (at % 2 === 1 ? html`<u>${part}</u>` : part));
}
