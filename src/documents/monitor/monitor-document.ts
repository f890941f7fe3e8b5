import type { MonitorResult, ProblemKind } from '../../batch/monitor/monitoring.js';
import type { Progress } from '../../domain/problem-progress.js';
import type { PlainList } from '../../batch/monitor/list-source.js';
import type { ReportSpan } from '../../batch/monitor/monitoring-figures.js';
import type { MissedTarget } from '../../batch/monitor/target-problems.js';
import type { Lang } from '../../findings/finding.js';
import type { DueDate } from '../../policy/pack/calendar.js';
import type { FindingWords } from '../run/run-document.js';
import type { Finding } from '../../findings/finding.js';

/** Everything the documents of a monitoring month are made from. */
export interface MonitorDocumentInput {
  readonly result: MonitorResult;
  readonly lists: readonly PlainList[];
  readonly spans: Readonly<Record<'month' | 'quarter' | 'half' | 'year', ReportSpan>>;
  /** Who and what stands in the way of the targets, of one 责任单位 where one was asked for. */
  readonly missed: readonly MissedTarget[];
  /** Due dates around the assessment date. */
  readonly due: readonly DueDate[];
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly toolVersion: string;
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly words: (finding: Finding) => FindingWords;
}

export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  new: '新增',
  'still-open': '未消除',
  cleared: '已消除',
  unseen: '本期未见',
  'struck-off': '已销号',
};

export const KIND_WORDS: Readonly<Record<ProblemKind, string>> = {
  flag: '监测标记',
  target: '目标未达到',
  finding: '数据问题',
};

export const TARGET_WORDS = { met: '达到', missed: '未达到', undecided: '无法判定', 'not-run': '没有检查' } as const;

/** Documents of all packs: `锦易扶指通〔2022〕21号、运易组办〔2021〕1号`. */
export function documentNumbers({ packs }: MonitorResult): string {
  return packs.map(({ pack }) => pack.document.number).join('、');
}

/** `本月首次监测` when no earlier month was given. */
export function monthsGiven({ months }: MonitorResult): string {
  if (months.given.length === 0) return '没有提供以前月份，本期为起点';
  const missing = months.missing.length === 0 ? '' : `；缺 ${months.missing.join('、')}`;
  return `以前月份 ${months.given.join('、')}${missing}`;
}
