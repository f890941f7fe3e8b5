import { describe, expect, it } from 'vitest';
import type { HouseholdGroup } from '../../src/policy/assess/roster-groups.js';
import { moverStatement } from '../../src/policy/facts/mover.js';
import { BLANK_HOUSEHOLD } from './blank-rows.js';

function says(householdType: string | null, relocationBatch: string | null = null): string {
  const row = { ...BLANK_HOUSEHOLD, householdId: 'H1', householdType, relocationBatch };
  const household: HouseholdGroup = { id: 'H1', order: 0, row, members: [], businesses: [] };
  return moverStatement(household);
}

describe('what 户类型 says of having been relocated', () => {
  it.each([
    '搬迁户',
    '易地扶贫搬迁脱贫户',
    '生态移民',
    '自发移民',
    '十二五移民',
    '☑搬迁户 □非搬迁户',
    '搬迁户（√）非搬迁户（ ）',
  ])('%s: yes', (type) => {
    expect(says(type)).toBe('yes');
  });

  it.each([
    '非搬迁户',
    '非易地搬迁户',
    '未搬迁',
    '不搬迁',
    '拟搬迁户',
    '待搬迁',
    '取消搬迁',
    '搬迁户（取消）',
    '搬迁：否',
    '一般农户',
    '本地户',
    '没搬',
    '□搬迁户 ☑非搬迁户',
    '搬迁户□ 非搬迁户☑',
    '□易地搬迁户☑一般农户',
  ])('%s: no', (type) => {
    expect(says(type)).toBe('no');
  });

  it.each([null, '脱贫户', '监测对象', '□搬迁户 □非搬迁户', '农户'])('%s: nothing', (type) => {
    expect(says(type)).toBe('nothing');
  });

  it('both boxes ticked contradict each other, and a batch with a denying type', () => {
    expect(says('☑搬迁户 ☑非搬迁户')).toBe('both');
    expect(says('非搬迁户', '十三五')).toBe('both');
    expect(says(null, '☑十二五 □十三五')).toBe('yes');
    expect(says(null, '□十二五 □十三五')).toBe('nothing');
  });
});
