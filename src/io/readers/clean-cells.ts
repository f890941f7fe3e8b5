import type { Cell, CellDamage, DamagedCells, Sheet } from '../../tables/grid.js';

/** Control characters but TAB and line ends; halves of characters; code points that are no characters. */
const SUSPECT = /[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const LINE_BREAKS = /[\x0b\x0c]/g;
const NO_TEXT = /[\x00-\x08\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
/** Longest text of a cell in any spreadsheet program; some room is left for a mark in front of it. */
const CELL_TEXT = 32_767;
const KEPT = 32_000;

/** Text without what no person types and no ledger, page or XML can hold. A soft line break of Word is a line break. */
export function withoutControls(text: string): string {
  return SUSPECT.test(text) ? text.replace(LINE_BREAKS, '\n').replace(NO_TEXT, '') : text;
}

/** The sheet with such characters taken out of its cells, and endless texts cut, while they go by; both are counted. */
export function cleanSheet(sheet: Sheet): Sheet {
  let damaged = new Map<CellDamage, DamagedCells>();
  const count = (damage: CellDamage, row: number, column: number): void => {
    const known = damaged.get(damage);
    damaged.set(damage, { damage, row, column, ...known, count: (known?.count ?? 0) + 1 });
  };
  return {
    ...sheet,
    name: withoutControls(sheet.name),
    damaged: () => [...damaged.values()],
    scan: (visit) => {
      damaged = new Map();
      return sheet.scan((row, cells) => {
        let clean: Cell[] | null = null;
        for (let column = 0; column < cells.length; column++) {
          const cell = cells[column];
          if (typeof cell !== 'string' || (cell.length <= CELL_TEXT && !SUSPECT.test(cell))) continue;
          const whole = withoutControls(cell);
          if (whole !== cell) count('controls', row, column);
          if (whole.length > CELL_TEXT) count('too-long', row, column);
          else if (whole === cell) continue;
          clean ??= Array.from(cells, (one) => one ?? null);
          clean[column] = (whole.length > CELL_TEXT ? cut(whole) : whole) || null;
        }
        return visit(row, clean ?? cells);
      });
    },
  };
}

function cut(text: string): string {
  return withoutControls(text.slice(0, KEPT));
}
