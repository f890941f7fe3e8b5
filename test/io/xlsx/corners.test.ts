import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../../src/io/readers/xlsx/index.js';
import { ReadFault, type Cell, type Workbook } from '../../../src/tables/grid.js';

const ROOT = new URL('../../../../shared/', import.meta.url).pathname;
const CORNERS = join(ROOT, 'corners');

function open(path: string, exact = false): Promise<Workbook> {
  const data = readFileSync(path);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return openXlsx({ file: path, sha256, bytes: data.length }, { exact });
}

it('x', async () => {
  for (const dir of ['corners', 'wild'])
    for (const name of readdirSync(join(ROOT, dir)).filter((n) => n.endsWith('.xlsx') || n === '57-xlsx.et')) {
      for (const exact of [false, true]) {
        try {
          const wb = await open(join(ROOT, dir, name), exact);
          for (const sheet of wb.sheets) {
            const rows: string[] = [];
            await sheet.scan((r, cells) => {
              rows.push(`${r}:${JSON.stringify(cells)}`);
            });
            console.log(name, exact, sheet.name, sheet.visibility, sheet.merges.length, sheet.hiddenRows, sheet.hiddenColumns, sheet.filtered, rows.length, rows.slice(0, 4).join(' ').slice(0, 600));
          }
          if (wb.remarks.length) console.log(wb.remarks);
          await wb.close();
        } catch (error) {
          console.log(name, exact, error instanceof ReadFault ? `${error.reason}: ${error.detail}` : error);
        }
      }
    }
});
