/** A score sheet opened on what was lost and gained: each item that lost or gained with the rules that did it, the greatest first. */
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Sheet, SheetBalance, SheetChange, SheetItem, SheetLine, SheetPart } from "yardstick";
import { numberOrZero, shareOrZero, ZERO } from "@yardstick/exact";
import type { SheetTexts } from "../../messages/sheet.js";
import { cssProperties } from "@yardstick/ui";
import { isIn, lineRows, noteRow, sheetTableHead, type Trace } from "./sheet-parts.js";

/** Renders the losses and gains of a sheet that has a balance; what had no effect is folded below them. */
export function sheetChanges(sheet: Sheet, balance: SheetBalance, messages: SheetTexts, trace: Trace): TemplateResult {
  const parts = new Map(allParts(sheet.parts).map((part) => [part.path, part]));
  const changes = [...balance.losses, ...balance.gains];
  const sizes = changes.map(({ amount }) => numberOrZero(amount.replace("−", "-").replace("+", "")).abs());
  const largest = sizes.reduce((most, size) => (size.compare(most) > 0 ? size : most), ZERO);
  const decimals = Math.max(0, ...changes.map(({ amount }) => decimalsOf(amount)));
  return html`<p class="why"><b>${balance.text}</b></p>
    ${
      changes.length === 0
        ? nothing
        : html`<table class="st changes">
            ${sheetTableHead(messages, messages.lostOrGained)}
            ${changes.map((change, at) => {
              const width = shareOrZero(sizes[at] ?? ZERO, largest).toNumber();
              return changeRows(change, parts.get(change.path), { width, decimals }, messages, trace);
            })}
          </table>`
    }
    ${notFired(sheet, messages, trace)} ${fullMarks(sheet, changes, messages, trace)}`;
}

function allParts(parts: readonly SheetPart[]): readonly SheetPart[] {
  return parts.flatMap((part) => [part, ...(part.kind === "section" ? allParts(part.parts) : [])]);
}

const itemsOf = (sheet: Sheet): readonly SheetItem[] => allParts(sheet.parts).filter((part) => part.kind === "item");

const decimalsOf = (amount: string): number => (/\.(\d+)/u.exec(amount)?.[1] ?? "").length;

function changeRows(
  { name, assessor, amount, span }: SheetChange,
  part: SheetPart | undefined,
  { width, decimals }: { readonly width: number; readonly decimals: number },
  messages: SheetTexts,
  trace: Trace,
): TemplateResult {
  const isLoss = amount.startsWith("−");
  const missing = decimals - decimalsOf(amount);
  const pad = missing === 0 ? "" : `${amount.includes(".") ? "" : "."}${"0".repeat(missing)}`;
  const lines = part?.kind === "item" ? part.lines.filter(({ outcome }) => outcome !== "not-fired") : [];
  return html`<tbody class="item">
    <tr class="ih">
      <td class="no"></td>
      <th scope="rowgroup" colspan="3">
        <button class="to" @click=${() => trace.reveal(span)}>${name}</button> <small>${assessor ?? ""}</small>
      </th>
      <td class="size">
        <i
          class=${classMap({ lb: true, pl: !isLoss })}
          style=${cssProperties({ width: `${(width * 100).toFixed(1)}%` })}
        ></i>
      </td>
      <td class=${classMap({ n: true, fin: true, red: isLoss, blue: !isLoss })}>
        ${amount}<span class="pad" aria-hidden="true">${pad}</span>
      </td>
    </tr>
    ${lines.map((line) => lineRows(line, messages, trace))} ${part?.notes.map(noteRow) ?? nothing}
  </tbody>`;
}

/** The rules without effect, folded, each with its item. */
function notFired(sheet: Sheet, messages: SheetTexts, { reveal, at }: Trace) {
  const found = itemsOf(sheet).flatMap((item) =>
    item.lines
      .filter(({ outcome }) => outcome === "not-fired")
      .map((line): readonly [SheetItem, SheetLine] => [item, line]),
  );
  if (found.length === 0) return nothing;
  return html`<details class="fold" ?open=${found.some(([, { span }]) => isIn(span, at))}>
    <summary><b>${messages.rulesNotFired(found.length)}</b></summary>
    <ul>
      ${found.map(
        ([item, line]) =>
          html`<li class=${isIn(line.span, at) ? "here" : ""} aria-current=${isIn(line.span, at) ? "true" : nothing}>
            <span class="mut">${item.name}</span>
            <button class="to" @click=${() => reveal(line.span)}>${line.sentence}</button>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The items that lost nothing, folded, with their points. */
function fullMarks(sheet: Sheet, changes: readonly SheetChange[], messages: SheetTexts, { reveal, at }: Trace) {
  const changed = new Set(changes.map(({ path }) => path));
  const full = itemsOf(sheet).filter(
    ({ form, path, score }) => form === "item" && score !== null && !changed.has(path),
  );
  if (full.length === 0) return nothing;
  // A rule without effect is in the fold above.
  const isHere = ({ span, lines }: SheetItem) =>
    isIn(span, at) && !lines.some((line) => line.outcome === "not-fired" && isIn(line.span, at));
  return html`<details class="fold" ?open=${full.some(isHere)}>
    <summary><b>${messages.itemsInFull(full.length)}</b></summary>
    <ul>
      ${full.map(
        (item) =>
          html`<li class=${isHere(item) ? "here" : ""} aria-current=${isHere(item) ? "true" : nothing}>
            <button class="to" @click=${() => reveal(item.span)}>${item.name}</button>
            <span class="mut">${item.points}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
