import type { HouseholdRow } from '../../src/domain/roster.js';

/** What 搬迁批次 and 户类型 say: relocated or not, null when they contradict each other, 'silent' when they say nothing. */
export function naiveMover(row: HouseholdRow | null): boolean | null | 'silent' {
  const batch = row?.relocationBatch ?? null;
  const type = row?.householdType ?? '';
  const batchNames = batch !== null && !['否', '无', '非搬迁', '未搬迁'].includes(batch);
  const classes = ['脱贫户', '边缘易致贫户', '监测对象', '一般贫困户', '未脱贫移民户'];
  const words = ['搬迁', '移民', '迁徙'];
  const moved = words.some((word) => type.includes(word));
  const settled = ['一般户', '一般农户', '本地户', '普通农户'].includes(type) || type.includes('非');
  const typeSays = classes.includes(type) ? (moved ? true : 'silent') : settled ? false : moved ? true : 'silent';
  if (batchNames) return typeSays === false ? null : true;
  if (batch !== null && typeSays === 'silent') return false;
  return typeSays;
}

/** Words for random households, each of a kind that naiveMover knows. */
export const BATCHES = [null, null, null, '十三五', '2020年批次', '否', '未搬迁'] as const;
export const HOUSEHOLD_TYPES = [
  null,
  null,
  '搬迁户',
  '生态移民',
  '非搬迁户',
  '非移民户',
  '一般户',
  '一般农户',
  '本地户',
  '自主迁徙居民',
  '脱贫户',
  '边缘易致贫户',
  '监测对象',
  '一般贫困户',
  '未脱贫移民户',
] as const;
