import { expect, test } from 'vitest';
import { type CellLine, cellsOf } from '../../src/io/readers/cell-lines.js';
import { NO_RESULT, type Workbook } from '../../src/tables/grid.js';

test('every non-empty cell of every sheet, hidden ones too, as the contract names the kinds', async () => {
  const sheet = { merges: [], hiddenRows: [], hiddenColumns: [], filtered: false } as const;
  const workbook: Workbook = {
    file: 'a.xlsx',
    kind: 'xlsx',
    encoding: null,
    sha256: '',
    bytes: 1,
    remarks: [],
    close: () => Promise.resolve(),
    sheets: [
      {
        ...sheet,
        name: '名册',
        visibility: 'visible',
        scan: (visit) => {
          visit(2, [
            '张三\n',
            null,
            0,
            false,
            { kind: 'date', iso: '2024-01-01T18:00:00' },
            { kind: 'error', code: '#REF!' },
            NO_RESULT,
          ]);
          return Promise.resolve();
        },
      },
      {
        ...sheet,
        name: '藏',
        visibility: 'very-hidden',
        scan: (visit) => {
          visit(1, ['', '640181199001010010']);
          return Promise.resolve();
        },
      },
    ],
  };
  const lines: CellLine[] = [];
  await cellsOf(workbook, (line) => lines.push(line));
  expect(lines).toEqual([
    { sheet: '名册', cell: 'A2', kind: 'text', value: '张三\n' },
    { sheet: '名册', cell: 'C2', kind: 'number', value: 0 },
    { sheet: '名册', cell: 'D2', kind: 'boolean', value: false },
    { sheet: '名册', cell: 'E2', kind: 'date', value: '2024-01-01T18:00:00' },
    { sheet: '名册', cell: 'F2', kind: 'error', value: '#REF!' },
    { sheet: '名册', cell: 'G2', kind: 'no-result', value: null },
    { sheet: '藏', cell: 'B1', kind: 'text', value: '640181199001010010' },
  ]);
});
