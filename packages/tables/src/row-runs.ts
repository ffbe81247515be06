/**
 * A number for each row of a table, held once for each run of rows in which it grows by the same step: line numbers grow by 1, and rows
 * have the same number of cells.
 */
export class RowRuns {
  private readonly starts: number[] = [];
  private readonly values: number[] = [];
  private next = NaN;

  /** `step` is 1 or 0. */
  constructor(private readonly step: number) {}

  /** Sets the number of the next row. */
  add(row: number, value: number): void {
    if (value !== this.next) {
      this.starts.push(row);
      this.values.push(value);
    }
    this.next = value + this.step;
  }

  /** The number of a row; 0 where there is no such row. */
  at(row: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    if (high < 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return (this.values[low] ?? 0) + this.step * (row - (starts[low] ?? 0));
  }

  /** The highest number of all runs, where the step is 0. */
  get highest(): number {
    return this.values.reduce((highest, value) => Math.max(highest, value), 0);
  }

  /** The numbers of these rows, in this order. */
  of(rows: ArrayLike<number>): RowRuns {
    const made = new RowRuns(this.step);
    for (let index = 0; index < rows.length; index += 1) made.add(index, this.at(rows[index] ?? 0));
    return made;
  }
}
