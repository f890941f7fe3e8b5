import type { FollowedProblem, MonitorResult } from '../../batch/monitor/monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';
import { documentNumbers, monthsGiven, TARGET_WORDS } from './monitor-document.js';
import { type AboutSheet, listSheet, monitorSheet } from './monitor-sheet.js';
import {
  CLAUSE,
  DEADLINE,
  DONE_ON,
  HOUSEHOLD,
  MATTER,
  MEASURE,
  NUMBER,
  PLACE,
  PROBLEM,
  PROGRESS,
  REASON,
  RESPONSIBLE,
  SINCE,
  SOURCE,
  STRIKE_OFF,
  STRUCK,
  WHO,
} from './problem-columns.js';

/** 工作台账: every target of the packs, with the problem's number where it was missed. */
export function taskLedger(result: MonitorResult): AboutSheet {
  const rows = result.packs.flatMap(({ pack, targets }) =>
    targets.map((target) => {
      const rule = pack.targets.find(({ id }) => id === target.target);
      const problem = result.problems.find(
        (one) =>
          one.kind === 'target' &&
          one.what === target.target &&
          one.policies.includes(pack.id) &&
          one.scope === target.scope &&
          isOpen(one.progress),
      );
      return [
        rule?.name ?? target.target,
        target.scope,
        target.clause,
        TARGET_WORDS[target.status],
        target.value ?? '',
        target.goal ?? '',
        target.reason,
        target.status === 'missed' ? (problem?.id ?? null) : null,
        null,
        null,
        (pack.duty[rule?.clause ?? ''] ?? []).join('、'),
      ];
    }),
  );
  return monitorSheet(
    '工作台账',
    { period: result.period, about: `${documentNumbers(result)}的任务和目标；未达到的同一编号列入问题台账和整改台账` },
    [
      '序号',
      '工作任务',
      '范围',
      '依据',
      '结果',
      '现值',
      '目标值',
      '情况',
      '问题编号',
      '责任人',
      '完成时限',
      '责任单位',
    ],
    rows.map((row, index) => [index + 1, ...row]),
  );
}

/** 问题台账: everything that is open, with what the office in charge fills in. */
export function problemLedger(result: MonitorResult): AboutSheet {
  const own = result.problems.filter(({ progress }) => isOpen(progress));
  const categories = [
    ...new Set(result.packs.flatMap(({ pack }) => pack.ledgers.flatMap((ledger) => ledger.categories))),
  ];
  return listSheet(
    '问题台账',
    { period: result.period, about: `未销号 ${own.length} 件，${monthsGiven(result)}` },
    [
      NUMBER,
      PROBLEM,
      SOURCE,
      { ...MATTER, width: 13 },
      HOUSEHOLD,
      WHO,
      PLACE,
      PROGRESS,
      SINCE,
      { ...REASON, width: 22 },
      CLAUSE,
      { header: '类别', width: 7, choices: categories, cell: () => null },
      RESPONSIBLE,
      DEADLINE,
      STRUCK,
    ],
    own,
  );
}

const ORDER = { cleared: 0, 'still-open': 1, unseen: 2, new: 3, 'struck-off': 4 } as const;

/** 整改台账: the same numbers; those gone this month are proposed for striking off, people do it. */
export function remedyLedger(result: MonitorResult): AboutSheet {
  const rows = [...result.problems].sort((a, b) => ORDER[a.progress] - ORDER[b.progress] || b.ageMonths - a.ageMonths);
  return listSheet(
    '整改台账',
    {
      period: result.period,
      about: '与问题台账同一编号；本期消除的建议销号，由人确认；填好销号、销号理由、销号人，下月随 --previous 交回',
    },
    [
      NUMBER,
      PROBLEM,
      { ...MATTER, width: 13 },
      HOUSEHOLD,
      WHO,
      { ...PLACE, width: 10 },
      PROGRESS,
      { ...SINCE, header: '起始月份' },
      MEASURE,
      RESPONSIBLE,
      DEADLINE,
      DONE_ON,
      { header: '销号建议', width: 8, cell: proposal },
      ...STRIKE_OFF,
    ],
    rows,
  );
}

function proposal({ progress }: FollowedProblem): string | null {
  if (progress === 'cleared') return '建议销号';
  return progress === 'unseen' ? '不能销号，本期未见' : null;
}
