/** The ledger of a reading: points found beside points stated, the ruler with the states of the items, and what adds up to what. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { ClauseState } from "@yardstick/documents";
import { cssProperties, icon } from "@yardstick/ui";
import type { ReadingMessages } from "../../messages/reading.js";
import type { ItemSheet, ReadingSheet, SectionSheet } from "../../protocol/reading-sheet.js";
import { sectionsIn } from "../../store/reading-session.js";

const LEGEND: readonly ClauseState[] = ["read", "asks", "judged", "not-read", "not-a-rule"];

/** @param go shows a section of the sheet, by its index */
export function ledger(
  sheet: ReadingSheet,
  messages: ReadingMessages,
  current: number,
  go: (section: number) => void,
): TemplateResult {
  return html`<div class="ledger">
    ${total(sheet, messages)}
    <div class="middle">${ruler(sheet, messages, current, go)} ${legend(sheet, messages)}</div>
    ${counts(sheet, messages)}
  </div>`;
}

function total({ points: { found, stated } }: ReadingSheet, messages: ReadingMessages): TemplateResult {
  const difference = stated === null ? 0 : Number(stated) - Number(found);
  const isOff = difference !== 0;
  const by = String(Math.abs(Number(difference.toFixed(6))));
  const caption =
    stated === null
      ? messages.noTotal
      : !isOff
        ? messages.agrees(stated)
        : difference > 0
          ? messages.missing(by)
          : messages.over(by);
  return html`<div class="total">
    <p class="big ${isOff ? "red" : ""}">
      ${found}<small>${stated === null ? messages.foundAlone : messages.found(stated)}</small>
    </p>
    <p class="cap ${isOff ? "red" : ""}">${caption}${isOff || stated === null ? nothing : icon("check")}</p>
  </div>`;
}

/** Share of the ruler that an item takes: its points, or its weight where the document has weights. */
const sizeOf = ({ role, points, weight }: ItemSheet): number => (role === "item" ? Number(points ?? weight ?? 0) : 0);
const sectionSize = ({ items }: SectionSheet): number => items.reduce((sum, item) => sum + sizeOf(item), 0);

/** A stretch of the ruler: a section, or an item that is in none. */
interface Segment {
  readonly name: string;
  /** Index of the section. */
  readonly at: number;
  readonly items: readonly ItemSheet[];
  readonly size: number;
}

function segmentsOf(sheet: ReadingSheet): readonly Segment[] {
  return sectionsIn(sheet).flatMap((section, at): readonly Segment[] =>
    section.name === ""
      ? section.items.map((item) => ({ name: item.name, at, items: [item], size: sizeOf(item) }))
      : [{ name: section.name, at, items: section.items, size: sectionSize(section) }],
  );
}

function ruler(
  sheet: ReadingSheet,
  messages: ReadingMessages,
  current: number,
  go: (section: number) => void,
): TemplateResult | typeof nothing {
  const scored = segmentsOf(sheet).filter(({ size }) => size > 0);
  const filled = scored.reduce((sum, { size }) => sum + size, 0);
  if (filled <= 0) return nothing;
  const stated = sheet.points.stated === null ? filled : Number(sheet.points.stated);
  const isOfPoints = sheet.points.found !== "0";
  const gap = isOfPoints ? Math.max(0, stated - filled) : 0;
  const bonus = sheet.summary.bonuses > 0 ? Math.max(filled / 20, 1) : 0;
  const width = (size: number) => ({ flex: `${size} 0 0` });
  const gapText = messages.gap(String(Number(gap.toFixed(6))));
  return html`<div class="bar" role="group" aria-label=${messages.sections}>
      ${scored.map(
        ({ name, at, size }) =>
          html`<button
            style=${cssProperties(width(size))}
            aria-current=${at === current}
            title="${messages.goTo(name)} ${String(Number(size.toFixed(6)))}"
            @click=${() => go(at)}
          >
            <span class="cut">${name}</span><span class="v">${Number(size.toFixed(6))}</span>
          </button>`,
      )}
      ${gap > 0 ? html`<span class="gap" style=${cssProperties(width(gap))}>${gapText}</span>` : nothing}
      ${bonus > 0 ? html`<span class="bonus" style=${cssProperties(width(bonus))}>+</span>` : nothing}
    </div>
    <div class="states" aria-hidden="true">
      ${scored.map(
        ({ items, size }) =>
          html`<span style=${cssProperties(width(size))}
            >${items.map((item) =>
              sizeOf(item) > 0
                ? html`<i class=${item.state} style=${cssProperties(width(sizeOf(item)))}></i>`
                : nothing,
            )}</span
          >`,
      )}
      ${gap > 0 ? html`<span class="gap" style=${cssProperties(width(gap))}></span>` : nothing}
      ${bonus > 0 ? html`<span class="none" style=${cssProperties(width(bonus))}></span>` : nothing}
    </div>
    ${ticks(filled + gap, bonus)}`;
}

function ticks(scale: number, beyond: number): TemplateResult {
  const power = 10 ** Math.floor(Math.log10(scale / 120));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= scale / 120) ?? power * 10;
  const span = scale + beyond;
  const lines: string[] = [];
  const figures: number[] = [];
  for (let number = 0; number * step <= scale + step / 1000; number++) {
    lines.push(`M${number * step} 0V${number % 10 === 0 ? 9 : number % 5 === 0 ? 6 : 3.5}`);
    if (number % 10 === 0) figures.push(number * step);
  }
  return html`<svg class="ticks" viewBox="0 0 ${span} 9" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path d=${lines.join("")} fill="none" stroke="currentColor" stroke-width="1" vector-effect="non-scaling-stroke" />`}
    </svg>
    <div class="numbers" aria-hidden="true">
      ${figures.map(
        (at) => html`<span style=${cssProperties({ left: `${(at / span) * 100}%` })}>${Number(at.toFixed(6))}</span>`,
      )}
    </div>`;
}

function legend({ points: { byState } }: ReadingSheet, messages: ReadingMessages): TemplateResult {
  return html`<p class="legend">
    ${LEGEND.filter((state) => byState[state] !== "0").map(
      (state) => html`<span><i class=${state}></i>${messages.legend(state, byState[state])}</span>`,
    )}
  </p>`;
}

function counts({ clauses, figures }: ReadingSheet, messages: ReadingMessages): TemplateResult {
  const states = [clauses.read, clauses.asks, clauses.judged, clauses["not-read"]];
  const all = states.reduce((sum, count) => sum + count, 0);
  return html`<dl class="counts">
    <div>
      <dt>${messages.clausesAre(all)}</dt>
      <dd>${states.join(" + ")}</dd>
    </div>
    <div>
      <dt>${messages.figuresAre(figures.used + figures.unused)}</dt>
      <dd>${messages.figuresUsed(figures.used, figures.unused)}</dd>
    </div>
    <div>
      <dt>${messages.otherLines(clauses["not-a-rule"])}</dt>
      <dd>${messages.noRules}</dd>
    </div>
  </dl>`;
}
