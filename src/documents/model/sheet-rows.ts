import type { CellModel, CellStyle, RowModel, StyledCell } from './workbook-model.js';

/** Rows that most sheets share. `columns` is how many columns the sheet has. */

export function titleRow(title: string, columns: number): RowModel {
  return { cells: [{ value: title, style: 'title' }], height: 34, spans: [[0, columns - 1]] };
}

/** One line of text across the sheet. */
export function textRow(text: string, columns: number, style: CellStyle = 'subtitle', height = 20): RowModel {
  return { cells: [{ value: text, style }], height, spans: [[0, columns - 1]] };
}

export function headerRow(headers: readonly string[], height = 32): RowModel {
  return { cells: headers, style: 'header', height };
}

export function money(fen: number, style: CellStyle = 'money'): StyledCell {
  return { fen, style };
}

/** Puts a label over `span` columns and fills the rest with `cells`; joined cells keep their borders. */
export function totalRow(
  label: string,
  span: number,
  cells: readonly CellModel[],
  extra: Partial<RowModel> = {},
): RowModel {
  return {
    cells: [label, ...Array.from({ length: span - 1 }, () => null), ...cells],
    style: 'total-label',
    height: 24,
    spans: [[0, span - 1]],
    ...extra,
  };
}

/**
 * A line for signing, as on every paid-out list: labels at even distances with room to write behind each.
 */
export function signatureRow(labels: readonly string[], columns: number): RowModel {
  const cells: CellModel[] = Array.from({ length: columns }, () => null);
  const spans: (readonly [number, number])[] = [];
  const step = columns / labels.length;
  labels.forEach((label, index) => {
    const first = Math.round(index * step);
    const last = Math.round((index + 1) * step) - 1;
    cells[first] = { value: label, style: 'signature' };
    spans.push([first, last]);
  });
  return { cells, height: 34, spans, style: 'signature' };
}

/** Cuts a text for display and says so: the full one is always in the CSV beside it. */
export function shortText(text: string, most = 200): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}……（共${characters.length}字）`;
}
