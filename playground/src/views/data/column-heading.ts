/** The heading of a column: its name, type and unit, its assessor, and how many of its cells are missing. */
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { DataTexts } from "../../messages/data.js";
import type { GridColumn, GridView } from "../../store/grid-view.js";

/** The texts by column; counts of missing cells are computed once for a view. */
export class ColumnHeadings {
  #of: GridView | null = null;
  #missing = new Map<string, number>();

  /** The cell of the heading row; `at` is the index of the column. */
  head(
    column: GridColumn,
    at: number,
    {
      view,
      messages,
      isUndeclared,
      select,
    }: {
      readonly view: GridView;
      readonly messages: DataTexts;
      readonly isUndeclared: boolean;
      readonly select: () => void;
    },
  ): TemplateResult {
    const { header, isKey, isNumeric, field } = column;
    const under = this.under(column, isUndeclared, messages);
    const missing = this.missing(column, view);
    return html`<span
      class=${classMap({ n: isNumeric, key: isKey, strange: isUndeclared })}
      role="columnheader"
      aria-colindex=${at + 2}
      title=${[under, field?.documentation ?? ""].filter((text) => text !== "").join("\n")}
      @pointerdown=${select}
      >${header}<small
        >${under}${
          missing === 0 ? nothing : html`<b class="lacking">${messages.dot}${messages.missingInColumn(missing)}</b>`
        }</small
      ></span
    >`;
  }

  /** Type, unit and assessor. `isUndeclared`: the rubric has no such column. */
  under({ field, isKey, assessors }: GridColumn, isUndeclared: boolean, messages: DataTexts): string {
    if (field === null) return isUndeclared ? messages.notInRubric : "";
    const { type } = field;
    const form = type.kind === "number" ? messages.fieldType[type.form] : messages.fieldType[type.kind];
    const unit = type.kind === "number" ? type.unit?.name : undefined;
    const isCount = type.kind === "number" && type.form === "count";
    const kind = unit === undefined ? form : isCount ? unit : `${form} ${unit}`;
    const who = isKey
      ? messages.key
      : assessors.length > 1
        ? messages.andOthers(assessors[0] ?? "", assessors.length)
        : assessors[0];
    return [kind, who].filter((text) => text !== undefined).join(messages.dot);
  }

  /** How many cells of a column are missing. */
  private missing({ name }: GridColumn, view: GridView): number {
    if (this.#of !== view) {
      this.#of = view;
      this.#missing = new Map();
      for (const id of view.missing.keys()) {
        const column = id.slice(id.indexOf("\u0000") + 1);
        this.#missing.set(column, (this.#missing.get(column) ?? 0) + 1);
      }
    }
    return this.#missing.get(name) ?? 0;
  }
}
