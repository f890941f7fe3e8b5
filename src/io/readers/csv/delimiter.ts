export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface Separation {
  readonly delimiter: Delimiter;
  /** Number of columns that most rows have. */
  readonly columns: number;
  /** The text begins with Excel's own `sep=;` line, which is no row. */
  readonly declared: boolean;
}

/**
 * Finds what separates the cells from the beginning of a text. The row width that occurs most decides, weighted by that
 * width: a statement's preamble, a comma inside an amount or a remark do not outweigh the rows of the table.
 */
export function findDelimiter(sample: string): Separation {
  const declared = /^sep=([,\t;|，])\r?(?:\n|$)/i.exec(sample);
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(declared ? 1 : 0, 500)
    .filter((line) => line.trim() !== '');
  let best: Separation = { delimiter: ',', columns: 1, declared: false };
  let bestWeight = 0;
  for (const delimiter of DELIMITERS) {
    const { columns, weight } = commonWidth(lines, delimiter);
    if (declared?.[1] === delimiter) return { delimiter, columns, declared: true };
    if (weight > bestWeight) {
      best = { delimiter, columns, declared: false };
      bestWeight = weight;
    }
  }
  return best;
}

function commonWidth(lines: readonly string[], delimiter: string): { columns: number; weight: number } {
  const widths = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length;
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  let best = { columns: 1, weight: 0 };
  for (const [columns, rows] of widths) {
    const weight = rows * (columns - 1);
    if (weight > best.weight) best = { columns, weight };
  }
  return best;
}
