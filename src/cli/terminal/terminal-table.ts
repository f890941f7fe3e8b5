import { clip, padEnd, padStart, textWidth } from './text-width.js';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longest width in columns; longer texts are cut with `…`. */
  readonly max?: number;
}

/** Lines of an aligned table with a header and a rule below it; two blanks between columns. */
export function tableLines(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const clipped = rows.map((row) => columns.map((column, i) => clip(oneLine(row[i] ?? ''), column.max ?? 60)));
  const widths = columns.map((column, i) =>
    Math.max(textWidth(column.title), ...clipped.map((row) => textWidth(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (columns[i]?.align === 'right' ? padStart : padEnd)(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...clipped.map(line),
  ];
}

/** Line breaks and tabs of a cell become single blanks; other control characters are dropped. */
export function oneLine(text: string): string {
  // biome-ignore format: one range a line
  return text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
}
