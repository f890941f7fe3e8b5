import { mkdir, writeFile } from 'node:fs/promises';

/** @typedef {import('./households.js').Row} Row */

/**
 * Writes one CSV a table into a folder of samples: UTF-8 with BOM, the columns of the first row.
 * @param {string} folder name under samples/ @param {Record<string, readonly Row[]>} tables
 */
export async function writeTables(folder, tables) {
  const place = new URL(`../${folder}/`, import.meta.url);
  await mkdir(place, { recursive: true });
  for (const [name, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {});
    const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
    const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
    await writeFile(new URL(`${encodeURIComponent(name)}.csv`, place), `\uFEFF${text}\r\n`);
  }
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
