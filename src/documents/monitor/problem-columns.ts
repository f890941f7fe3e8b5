import type { FollowedProblem } from '../../batch/monitor/monitoring.js';
import type { CellModel } from '../model/workbook-model.js';
import { KIND_WORDS, PROGRESS_WORDS } from './monitor-document.js';
import type { ListColumn } from './monitor-sheet.js';
import { SEVERITY_WORDS } from '../model/words.js';

type ProblemColumn = ListColumn<FollowedProblem>;

/** Several short facts one above the other: a list of this many columns would be too small to read on paper. */
export function stacked(...texts: readonly (string | null)[]): string | null {
  const own = texts.filter((text) => text !== null && text !== '');
  return own.length === 0 ? null : own.join('\n');
}

export const NUMBER: ListColumn<unknown> = { header: '序号', width: 5, style: 'text-center', cell: (_, i) => i + 1 };
export const PROBLEM: ProblemColumn = { header: '问题编号', width: 14, style: 'id', cell: ({ id }) => id };
export const HOUSEHOLD: ProblemColumn = { header: '户编号', width: 11, cell: (one) => one.householdId };
export const WHO: ProblemColumn = { header: '户主', width: 8, cell: ({ who }) => who };
export const PLACE: ProblemColumn = {
  header: '乡镇 社区/村',
  width: 11,
  cell: ({ township, community }) => stacked(township, community),
};
export const MATTER: ProblemColumn = { header: '事项', width: 14, cell: ({ name }) => name };
export const PROGRESS: ProblemColumn = {
  header: '进展',
  width: 8,
  style: 'text-center',
  cell: ({ progress }) => PROGRESS_WORDS[progress],
};
export const SINCE: ProblemColumn = {
  header: '首次出现月份',
  width: 9,
  cell: ({ since, ageMonths }) => stacked(since, `第${ageMonths}个月`),
};
export const SOURCE: ProblemColumn = {
  header: '来源 级别',
  width: 8,
  cell: ({ kind, level }): CellModel => ({ value: stacked(KIND_WORDS[kind], SEVERITY_WORDS[level]), style: level }),
};
export const REASON: ProblemColumn = { header: '情况', width: 24, cell: ({ reason }) => reason };
export const CLAUSE: ProblemColumn = { header: '依据', width: 12, cell: ({ clauses }) => clauses.join('；') };

/** What an office fills in and hands in again next month; what is known is filled in already. */
export const RESPONSIBLE: ProblemColumn = column('责任人', 8, 'responsible');
export const DEADLINE: ProblemColumn = column('整改时限', 10, 'deadline');
export const MEASURE: ProblemColumn = column('整改措施', 15, 'measure');
export const DONE_ON: ProblemColumn = column('完成日期', 10, 'doneOn');
export const STRUCK: ProblemColumn = {
  header: '销号',
  width: 6,
  style: 'text-center',
  choices: ['是', '否'],
  cell: ({ followUp, progress }) => (followUp.strike !== null && progress === 'struck-off' ? '是' : null),
};
export const STRUCK_WHY: ProblemColumn = {
  header: '销号理由',
  width: 11,
  cell: ({ followUp }) => followUp.strike?.reason ?? null,
};
export const STRUCK_BY: ProblemColumn = {
  header: '销号人',
  width: 8,
  cell: ({ followUp }) => followUp.strike?.by ?? null,
};
/** How a list is handed back: the three that strike a problem off. */
export const STRIKE_OFF: readonly ProblemColumn[] = [STRUCK, STRUCK_WHY, STRUCK_BY];

function column(header: string, width: number, key: 'responsible' | 'deadline' | 'measure' | 'doneOn'): ProblemColumn {
  return { header, width, cell: ({ followUp }) => followUp[key] || null };
}
