/** Rows that were left out, told as ranges: `6–500`, `6–20、31`. */
export class RowRanges {
  private readonly ranges: [number, number][] = [];
  count = 0;

  add(row: number): void {
    this.count += 1;
    const last = this.ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else this.ranges.push([row, row]);
  }

  /** The first ranges in words; what comes after them as `…`. */
  get text(): string {
    const shown = this.ranges.slice(0, RANGES_TOLD).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
    return this.ranges.length > RANGES_TOLD ? `${shown.join('、')} …` : shown.join('、');
  }
}

const RANGES_TOLD = 5;
