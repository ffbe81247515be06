/**
 * The top of a score sheet: subject, score and place, a sentence with the decisive facts, the subject's bar, and its
 * sections.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Sheet, SheetRanking } from "yardstick";
import { SectionBars } from "../../store/section-bars.js";
import type { Good } from "../../protocol/protocol.js";
import type { SheetTexts } from "../../messages/sheet.js";
import { isZero, signed } from "../base/figures.js";
import { icon } from "@yardstick/ui";
import { scoreBar } from "../results/score-bar.js";

/** Renders the top of a score sheet. */
export function sheetHead(
  sheet: Sheet,
  good: Good,
  ranking: string | null,
  section: number | null,
  messages: SheetTexts,
): TemplateResult {
  const place = sheet.rankings.find(({ name }) => name === ranking) ?? sheet.rankings[0];
  return html`<header class="th">
      <div>
        <p class="eyb">
          <span class="rd">${[sheet.rubric, sheet.edition].filter((text) => text !== null).join(" ")}</span
          >${sheet.heading}
        </p>
        <h1>${sheet.key}${sheet.period === null ? nothing : html` <small>${sheet.period}</small>`}</h1>
      </div>
      <dl>
        <div>
          <dt>${messages.score}</dt>
          <dd class="big">${sheet.score ?? "—"}</dd>
        </div>
        ${
          place === undefined
            ? nothing
            : html`<div>
                <dt>
                  ${messages.place}${
                    place.tiedWith.length === 0
                      ? nothing
                      : html` <span class="with">${messages.sharedWith(listOf(place.tiedWith, messages))}</span>`
                  }
                </dt>
                <dd class="big">${placeOf(place, sheet, good, messages)}</dd>
              </div>`
        }
        ${outcomes(sheet, messages)}
      </dl>
    </header>
    ${
      sheet.summary.length === 0 && sheet.status === "scored"
        ? nothing
        : html`<p class="why">
            ${sheet.status === "scored" ? nothing : html`<b>${sheet.statusText}</b> `}${sheet.summary.join(
              messages.lang === "zh" ? "" : " ",
            )}
          </p>`
    }
    ${onTheRuler(sheet, good, section, messages)}`;
}

/** Subjects that are named beside a place; the text of the place names all. */
const MAX_TIED = 3;

function listOf(keys: readonly string[], messages: SheetTexts): string {
  const named = keys.slice(0, MAX_TIED).join(messages.comma);
  return keys.length > MAX_TIED ? messages.andOthers(named, keys.length - MAX_TIED) : named;
}

function placeOf(place: SheetRanking, sheet: Sheet, good: Good, messages: SheetTexts) {
  if (place.place === null) return vetoSeal(sheet, good, messages);
  return place.isProvisional
    ? html`<span class="prov" title=${messages.provisional}
        ><span class="sr">${messages.provisional}</span>${place.place}</span
      >`
    : place.place;
}

function vetoSeal(sheet: Sheet, good: Good, messages: SheetTexts): TemplateResult {
  const subject = subjectOf(sheet, good);
  return (subject?.vetoes.length ?? 0) > 0
    ? html`<span class="seal" role="img" aria-label=${messages.vetoed}>${messages.seal}</span>`
    : html`—`;
}

function subjectOf(sheet: Sheet, good: Good) {
  return good.result.subjects.find(({ key, period }) => key === sheet.key && period === sheet.period);
}

/** Grades, awards and consequences that apply. */
function outcomes(sheet: Sheet, messages: SheetTexts) {
  const gained = sheet.results.filter(({ kind, holds }) => holds === true && kind !== "output");
  if (gained.length === 0) return nothing;
  return html`<div>
    <dt>${messages.marks}</dt>
    <dd class="marks">
      ${gained.map(
        ({ kind, name, text }) =>
          html`<span class=${classMap({ chip: true, warn: kind === "consequence" })} title=${text}
            >${kind === "award" ? icon("flag") : kind === "consequence" ? icon("warning") : nothing}${
              kind === "grade" ? text : name
            }</span
          >`,
      )}
    </dd>
  </div>`;
}

function onTheRuler(sheet: Sheet, good: Good, section: number | null, messages: SheetTexts) {
  const subject = subjectOf(sheet, good);
  if (subject === undefined) return nothing;
  const bars = new SectionBars(good.program, good.result.subjects);
  const bar = bars.barOf(subject);
  if (bar.sections.length === 0) return nothing;
  const places = bar.sections.map(
    ({ name }) => sheet.rankings.find((ranking) => ranking.name.endsWith(`/${name}`))?.place ?? null,
  );
  const hasPlaces = places.some((place) => place !== null);
  // On the scale of the total, as are full marks and sum: a weighted section has a scale of its own.
  const scores = new Map(sheet.parts.map(({ path, score, contribution }) => [path, contribution ?? score]));
  const sum = sheet.steps.find(({ kind }) => kind === "sum")?.value ?? null;
  const total = bar.sections.reduce((all, { maxPoints }) => all + maxPoints, 0);
  const hasBonus = bars.axis.bonus > 0;
  return html`<div class="ruler">
      ${scoreBar(bar, bars.axis, section, messages.barLabel(withMinusSign(sheet.score ?? "")), true)}${ticks(bars)}
    </div>
    <div class="sums-room" tabindex="0" role="group" aria-label=${messages.sections}>
      <table class="sums">
        <thead>
          <tr>
            <th scope="row">${messages.sections}</th>
            ${bar.sections.map(({ name, part }) => html`<th scope="col" class=${part === section ? "on" : ""}>${name}</th>`)}
            <th scope="col" class="tot">${messages.sum}</th>
            ${hasBonus ? html`<th scope="col">${messages.ofWhichBonus}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          <tr class="got">
            <th scope="row">${messages.points}</th>
            ${bar.sections.map(({ path }) => html`<td>${scores.get(path) ?? "—"}</td>`)}
            <td class="tot">${sum ?? "—"}</td>
            ${hasBonus ? html`<td class="blue">${isZero(bar.bonusText) ? "0" : signed(bar.bonusText)}</td>` : nothing}
          </tr>
          <tr>
            <th scope="row">${messages.full}</th>
            ${bar.sections.map(({ maxPoints }) => html`<td>${trimmed(maxPoints)}</td>`)}
            <td class="tot">${trimmed(total)}</td>
            ${hasBonus ? html`<td>≤ ${trimmed(bars.axis.bonus)}</td>` : nothing}
          </tr>
          ${
            hasPlaces
              ? html`<tr>
                  <th scope="row">${messages.place}</th>
                  ${places.map((place) => html`<td>${place ?? "—"}</td>`)}
                  <td class="tot"></td>
                  ${hasBonus ? html`<td></td>` : nothing}
                </tr>`
              : nothing
          }
        </tbody>
      </table>
    </div>`;
}

/** One tick per point up to 200 points, longer at every five and ten. */
function ticks({ axis }: SectionBars): TemplateResult | typeof nothing {
  const total = axis.sections.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  if (total <= 0 || total > 200) return nothing;
  const marks = Array.from({ length: Math.floor(total) + 1 }, (_, at) => {
    const length = at % 10 === 0 ? 9 : at % 5 === 0 ? 6 : 3.5;
    return `M${at} 0V${length}`;
  });
  return html`<svg class="ticks" viewBox="0 0 ${total + axis.bonus} 9" preserveAspectRatio="none" aria-hidden="true">
    <path d=${marks.join("")} fill="none" stroke="currentColor" vector-effect="non-scaling-stroke" />
  </svg>`;
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
