/** The cells that a merge fills in, changes or leaves undecided, as a grid of the subjects and columns concerned. */
import { html, nothing } from "lit";
import type { Program } from "@yardstick/language/program";
import type { ChangedFigure, CollectedConflict, NewFigure } from "@yardstick/tables";
import { columnAt, findTable } from "../../project/project.js";
import type { CollectMessages } from "../../messages/collect.js";
import type { FilesCollected } from "../../protocol/protocol.js";
import { settledCell } from "./settled.js";

/** Rows and columns that are drawn; the others are counted. */
const MAX_ROWS = 60;
const MAX_COLUMNS = 30;

type Concerned =
  | { readonly kind: "new"; readonly of: NewFigure }
  | { readonly kind: "changed"; readonly of: ChangedFigure }
  | { readonly kind: "conflict"; readonly of: CollectedConflict };

interface Row {
  readonly key: string;
  readonly period: string | null;
  readonly cells: Map<string, Concerned>;
}

/** What the grid needs to draw itself. */
interface CellGridView {
  readonly collected: FilesCollected;
  readonly messages: CollectMessages;
  readonly program: Program | null;
}

function placeOf({ file, sheet, cell, row }: NewFigure["origin"]): string {
  return [file, sheet, cell ?? String(row)].filter((each) => each !== null).join(" ");
}

/** Cells of subjects, in the order of the table; those of list rows are no part of it. */
function concernedRows({ new: fresh, changed, conflicts }: FilesCollected): readonly Row[] {
  const rows = new Map<string, Row>();
  const note = (cell: Concerned) => {
    const { key, period, field, record } = cell.of;
    if (record !== undefined || key === "") return;
    const id = `${key}\u0000${period ?? ""}`;
    const row = rows.get(id) ?? { key, period, cells: new Map<string, Concerned>() };
    rows.set(id, row);
    row.cells.set(field, cell);
  };
  for (const of of fresh) note({ kind: "new", of });
  for (const of of changed) note({ kind: "changed", of });
  for (const of of conflicts) note({ kind: "conflict", of });
  return [...rows.values()];
}

function cell(found: Concerned | undefined, present: string) {
  switch (found?.kind) {
    case undefined:
      return html`<td class="n same">${present}</td>`;
    case "new":
      return html`<td class="n new" title=${placeOf(found.of.origin)}><i>+</i>${found.of.text}</td>`;
    case "changed":
      return html`<td class="n chg" title=${placeOf(found.of.origin)}>
        <s>${found.of.before}</s> → <b>${found.of.text}</b>
      </td>`;
    case "conflict": {
      const { figures, settled } = found.of;
      const decided = settledCell(found.of);
      if (decided !== null) {
        const place = decided.taken.origins.map(placeOf).join("\n");
        return decided.before === null
          ? html`<td class="n new" title=${place}><i>+</i>${decided.taken.text}</td>`
          : html`<td class="n chg" title=${place}><s>${decided.before}</s> → <b>${decided.taken.text}</b></td>`;
      }
      if (settled !== null) return html`<td class="n same">${present}</td>`;
      const places = figures.map(({ text, origins }) => `${text} ${origins.map(placeOf).join(" ")}`).join(" ≠ ");
      return html`<td class="n cf" title=${places}>
        <i>≠</i>${figures.map(({ text }, at) => html`${at === 0 ? nothing : " / "}${text}`)}
      </td>`;
    }
  }
}

/** The grid, with its legend; nothing where no cell of a subject is concerned. */
export function cellGrid({ collected, messages, program }: CellGridView) {
  const rows = concernedRows(collected);
  if (rows.length === 0) return nothing;
  const concerned = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const known = program?.fields.map(({ name }) => name).filter((name) => concerned.has(name)) ?? [];
  const columns = known.length === 0 ? [...concerned] : known;
  const drawn = columns.slice(0, MAX_COLUMNS);
  const table = findTable(collected.tables, "subjects", "");
  const at = (name: string | undefined) => (table === undefined || name === undefined ? -1 : columnAt(table, name));
  const [keyAt, periodAt] = [at(program?.fields[program.key]?.name), at(program?.fields[program.period ?? -1]?.name)];
  const places = new Map(
    table?.rows.map((row, place) => [`${row[keyAt] ?? ""}\u0000${row[periodAt] ?? ""}`, place] as const).reverse(),
  );
  const hasPeriods = new Set(rows.map(({ period }) => period)).size > 1;
  const units = new Map(program?.fields.map((field) => [field.name, unitOf(field)] as const));
  const left = rows.length - MAX_ROWS;
  return html`<div class="bar">
      <h3>${messages.cells}</h3>
      <span>${messages.cellsAbout}</span>
      <span class="grow"></span>
      <span class="marks-legend"
        ><span><b class="fresh">+</b> ${messages.fresh}</span> <span><s>a</s> → <b>b</b> ${messages.changed}</span>
        <span><b class="red">≠</b> ${messages.open}</span></span
      >
    </div>
    <div class="scroll" tabindex="0" role="group" aria-label=${messages.cells}>
      <table class="cells">
        <thead>
          <tr>
            <th scope="col">${messages.subject}</th>
            ${drawn.map(
              (name) =>
                html`<th scope="col" class="n">
                  ${name}${(units.get(name) ?? "") === "" ? nothing : html`<small>${units.get(name)}</small>`}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, MAX_ROWS).map(({ key, period, cells }) => {
            const row = table?.rows[places.get(`${key}\u0000${period ?? ""}`) ?? -1];
            return html`<tr>
              <th scope="row">${key}${hasPeriods ? html` ${period}` : nothing}</th>
              ${drawn.map((name) => cell(cells.get(name), row?.[at(name)] ?? ""))}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${
      left > 0 || columns.length > MAX_COLUMNS
        ? html`<p class="note">
            ${left > 0 ? messages.moreRows(left) : nothing}
            ${columns.length > MAX_COLUMNS ? messages.moreColumns(columns.length - MAX_COLUMNS) : nothing}
          </p>`
        : nothing
    }`;
}

function unitOf({ type }: Program["fields"][number]): string {
  if (type.kind !== "number") return "";
  return type.form === "percent" ? "%" : (type.unit?.name ?? "");
}
