import type { FileReading, TableReading } from '../../tables/file-reading.js';
import { columnLetter } from '../../tables/grid.js';
import type { Terminal } from '../terminal/terminal.js';
import { tableLines } from '../terminal/terminal-table.js';

/** How each table was understood: one line a column, with the first three values. */
export function mapLines(files: readonly FileReading[], terminal: Terminal): string[] {
  return files.flatMap((file) => [
    terminal.paint.strong([file.file, ...(file.encoding === null ? [] : [`(${file.encoding})`])].join(' ')),
    ...file.tables.flatMap((table) => [...tableReadingLines(table, terminal), '']),
  ]);
}

function tableReadingLines(table: TableReading, terminal: Terminal): string[] {
  const zh = terminal.lang === 'zh';
  const [first, last] = table.headerRows;
  const rows = first === last ? String(first) : `${first}–${last}`;
  const kind = table.table ?? (zh ? '没有认出是哪一种表' : 'no table we know');
  const refused = table.table !== null && !table.usable ? (zh ? '，不能用，原因见下' : ', refused: see below') : '';
  const title = zh
    ? `  工作表「${table.sheet}」→ ${kind}${refused}    表头在第 ${rows} 行，${table.rows} 行数据`
    : `  sheet "${table.sheet}" → ${kind}${refused}    header row ${rows}, ${table.rows} data rows`;
  const samples = table.preview.map((_, i) => (zh ? `第 ${i + 1} 行` : `row ${i + 1}`));
  const titles = [...(zh ? ['列', '表头', '读作'] : ['column', 'header', 'read as']), ...samples];
  const lines = tableLines(
    titles.map((text, i) => ({ title: text, max: i < 3 ? 36 : 22 })),
    table.columns.map((column, i) => [
      columnLetter(column.column),
      [...column.path, column.header].join(' / '),
      readAs(column, table, terminal),
      ...table.preview.map((row) => row[i] ?? ''),
    ]),
  );
  return [title, ...lines.map((line) => `    ${line}`)];
}

function readAs(column: TableReading['columns'][number], table: TableReading, terminal: Terminal): string {
  const zh = terminal.lang === 'zh';
  if (column.meanings !== null) return `${zh ? '？可能是' : '? maybe'} ${column.meanings.join(zh ? '、' : ', ')}`;
  if (column.field === null) return zh ? '— 不用' : '— not used';
  const of = column.of !== null && column.of !== table.table ? `${column.of}·` : '';
  const unit = column.unit === null ? '' : zh ? `（${column.unit}）` : ` (${column.unit})`;
  return `${of}${column.field}${unit}`;
}
