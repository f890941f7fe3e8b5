import { isIsoDay, isIsoMonth } from '../../domain/calendar.js';
import { parseYuan } from '../../domain/money.js';
import { residentIdCheck } from '../../domain/resident-id.js';

export type CaseCell = string | number | null;

/** What is wrong with one cell of a case. */
export interface CaseCellProblem {
  readonly header: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * One row of a case, read strictly by standard header: yuan with two decimals, whole numbers, real dates, 是 or 否. Cells
 * that nobody asked for are headers the table does not have.
 */
export class CaseCells {
  readonly problems: CaseCellProblem[] = [];
  readonly asked = new Set<string>();
  private readonly cells: Readonly<Record<string, CaseCell>>;

  constructor(cells: Readonly<Record<string, CaseCell>>) {
    this.cells = cells;
  }

  text(header: string): string | null {
    const cell = this.cell(header);
    return cell === null || cell === '' ? null : String(cell);
  }

  /** One of the words that a roster may hold here. */
  listed(header: string, words: readonly string[]): string | null {
    const text = this.text(header);
    if (text !== null && !words.includes(text))
      this.wrong(header, `${words.join('、')}之一`, `one of ${words.join(', ')}`, text);
    return text;
  }

  /** 18-character ID; a birth date (`1990-01-01`, `1990-01-01#2`) becomes a made-up number. */
  id(header: string): string | null {
    const text = this.text(header);
    return text === null ? null : caseId(text);
  }

  yuan(header: string): number | null {
    const cell = this.cell(header);
    if (cell === null || cell === '') return null;
    const amount = typeof cell === 'string' ? parseYuan(cell) : null;
    if (amount === null) this.wrong(header, '带引号的金额，如 "2000.00"', 'a quoted amount like "2000.00"', cell);
    return amount;
  }

  whole(header: string): number | null {
    const cell = this.cell(header);
    if (cell === null || cell === '') return null;
    const number = Number(cell);
    if (Number.isFinite(number)) return number;
    this.wrong(header, '数字', 'a number', cell);
    return null;
  }

  /** A number from 0 with at most four decimals (2.5); quoted or not. */
  quantity(header: string): number | null {
    const cell = this.cell(header);
    if (cell === null || cell === '') return null;
    if (/^\d+(\.\d{1,4})?$/.test(String(cell))) return Number(cell);
    this.wrong(header, '带引号的数量，如 "2.5"', 'a quoted quantity like "2.5"', cell);
    return null;
  }

  date(header: string): string | null {
    const text = this.text(header);
    if (text === null || isIsoDay(text) || isIsoMonth(text) || /^\d{4}$/.test(text)) return text;
    this.wrong(header, '日期，如 "2023-09-30"', 'a date like "2023-09-30"', text);
    return null;
  }

  yesNo(header: string): boolean | null {
    const text = this.text(header);
    if (text === '是' || text === '否') return text === '是';
    if (text !== null) this.wrong(header, '是、否或空', '是, 否 or nothing', text);
    return null;
  }

  /** Headers of the row that no field has. */
  unknownHeaders(): string[] {
    return Object.keys(this.cells).filter((header) => !this.asked.has(header));
  }

  private cell(header: string): CaseCell {
    this.asked.add(header);
    return this.cells[header] ?? null;
  }

  private wrong(header: string, zh: string, en: string, cell: CaseCell): void {
    const shown = JSON.stringify(cell);
    this.problems.push({
      header,
      zh: `「${header}」应为${zh}，现为 ${shown}`,
      en: `${header} should be ${en}, is ${shown}`,
    });
  }
}

/** A birth date in place of an ID number means the made-up number of that birth date; anything else stays as it is. */
export function caseId(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:#(\d{1,3}))?$/.exec(text);
  return match === null ? text : madeUpId(`${match[1]}${match[2]}${match[3]}`, Number(match[4] ?? 1));
}

/** A made-up ID number with a real check character, told apart by its serial (1–999; odd is male). */
export function madeUpId(birth: string, serial: number): string {
  const first17 = `640302${birth}${String(serial).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
}
