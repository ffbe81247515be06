/** The pages of the help about a word of the language and about a message, as templates. */
import { html, nothing, type TemplateResult } from "lit";
import type { Lang } from "@yardstick/language";
import { icon } from "@yardstick/ui";
import type { Topic } from "../../help/clause-guide.js";
import { statementsAbout, type Statement } from "../../help/statements.js";
import { wordsIn, type Word } from "../../help/words.js";
import type { PaletteMessages } from "../../messages/palette.js";
import type { MessagePage } from "./message-pages.js";

const MAX_TOPICS = 6;
const MAX_SAMPLES = 6;
const MAX_STATEMENTS = 12;
/** Statements about each word of a message. */
const MAX_OF_WORD = 2;
/** Places of a message that are listed. */
const MAX_PLACES = 20;

/** What the pages use of the palette. */
export interface HelpPort {
  readonly lang: Lang;
  readonly messages: PaletteMessages;
  readonly topics: readonly Topic[];
  readonly statements: readonly Statement[];
  /** Shows another entry. */
  show(id: string): void;
  /** Closes the palette and does something. */
  leave(then: () => void): void;
}

const wordsOfTopic = new WeakMap<Topic, ReadonlySet<string>>();

function isAbout(topic: Topic, word: string): boolean {
  const known = wordsOfTopic.get(topic) ?? wordsIn(topic.snippet);
  wordsOfTopic.set(topic, known);
  return known.has(word);
}

/** The page of a word: its spellings and meaning, how it is written, and where the guide and the reference use it. */
export function wordPage({ id, kind, spellings, says, form }: Word, port: HelpPort): TemplateResult {
  const { lang, messages, topics, statements } = port;
  const about = statementsAbout(statements, id, MAX_STATEMENTS);
  const samples = about.filter(({ isSample }) => isSample).slice(0, MAX_SAMPLES);
  const found = topics.filter((topic) => isAbout(topic, id)).slice(0, MAX_TOPICS);
  const all = [...new Set([...spellings[lang], ...spellings.zh, ...spellings.en])];
  return html`<p class="where">${messages.kinds[kind]}</p>
    <h2>${all.join(" · ")}</h2>
    <p>${says[lang]}</p>
    ${form === null ? nothing : html`<div class="snippet"><pre>${form[lang]}</pre></div>`}
    ${
      samples.length === 0
        ? nothing
        : html`<h3>${messages.samples}</h3>
            <div class="snippet"><pre>${samples.map(({ text }) => text).join("\n")}</pre></div>`
    }
    ${
      found.length === 0
        ? nothing
        : html`<h3>${messages.guide}</h3>
            <ul class="links">
              ${found.map(
                ({ number, sentence }) =>
                  html`<li><button @click=${() => port.show(`help ${number}`)}>${sentence}</button></li>`,
              )}
            </ul>`
    }
    ${reference(
      about.filter(({ isSample }) => !isSample),
      messages,
    )}`;
}

/** The page of a message: what it says and means, the fixes, its places, and what the reference says of the words there. */
export function messagePage(page: MessagePage, port: HelpPort): TemplateResult {
  const { messages, statements } = port;
  const { of, code, severity, title, help, fixes, places, about, field } = page;
  const words = about.map((text) => [...wordsIn(text)]).find((each) => each.length > 0) ?? [];
  const said = new Set(words.flatMap((word) => statementsAbout(statements, word, MAX_OF_WORD)));
  return html`<p class="where">${messages.severities[severity]} · <code>${code}</code></p>
    <h2>${title}</h2>
    ${help === null ? nothing : html`<p>${help}</p>`}
    <h3>${messages.meaning}</h3>
    <p>${messages.meanings[of][severity]}</p>
    ${
      fixes.length === 0
        ? nothing
        : html`<h3>${messages.fixes}</h3>
            <p class="fixes">
              ${fixes.map(
                (fix) =>
                  html`<button class="btn line" @click=${() => port.leave(fix.apply)}>
                    ${icon("advice")}${fix.title}
                  </button>`,
              )}
            </p>`
    }
    <h3>${messages.places} ${places.length}</h3>
    <ul class="links">
      ${places
        .slice(0, MAX_PLACES)
        .map(({ text, go }) =>
          go === null ? html`<li>${text}</li>` : html`<li><button @click=${() => port.leave(go)}>${text}</button></li>`,
        )}
    </ul>
    ${
      field === null
        ? nothing
        : html`<h3>${messages.ofField}</h3>
            <ul class="links">
              <li><button @click=${() => port.show(`field ${field}`)}>${field}</button></li>
            </ul>`
    }
    ${reference([...said].slice(0, MAX_STATEMENTS), messages)}`;
}

function reference(statements: readonly Statement[], messages: PaletteMessages) {
  if (statements.length === 0) return nothing;
  return html`<h3>${messages.reference}</h3>
    <ul class="remarks">
      ${statements.map(
        ({ heading, text, isSample }) =>
          html`<li>${isSample ? html`<code>${text}</code>` : withCode(text)}<small>${heading}</small></li>`,
      )}
    </ul>`;
}

/** A text with its rules, which stand between backticks, as code. */
export function withCode(text: string) {
  return text.split("`").map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece.replaceAll("**", "")));
}
