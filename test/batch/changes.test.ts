import { describe, expect, it } from 'vitest';
import { changesSince, type ConsideredPayee } from '../../src/batch/run/changes.js';
import type { PeriodLine } from '../../src/domain/history.js';
import type { PayoutLine } from '../../src/domain/payout.js';

const PACK = { id: 'p', benefits: [] };

function paid(id: string, amount: number, account = 'A'): PeriodLine {
  return {
    batch: 'p.2024-10.main',
    line: 1,
    policy: 'p',
    benefit: 'bonus',
    payeeKind: 'household',
    payeeId: id,
    householdId: id,
    personId: null,
    accountNumber: account,
    accountName: null,
    amount,
    inFlight: false,
    period: '2024-10',
    payeeName: id,
  };
}

function due(id: string, amount: number, account = 'A'): PayoutLine {
  const line: Partial<PayoutLine> = {
    payee: { kind: 'household', id, name: id },
    benefitId: 'bonus',
    benefit: '就业奖补',
    incomeYear: 2024,
    amount,
    account: { bankName: null, accountName: null, accountNumber: account },
  };
  return line as PayoutLine;
}

const considered = (id: string, entitled: number, heldBy: readonly string[] = []): ConsideredPayee => ({
  payeeKind: 'household',
  payeeId: id,
  benefitId: 'bonus',
  entitled,
  heldBy,
});

function changes(
  lines: readonly PayoutLine[],
  same: readonly PeriodLine[],
  before: readonly PeriodLine[],
  seen: readonly ConsideredPayee[] = [],
): string[] {
  const history = {
    periodLines: (_: string, __: number | null, which: 'same' | 'before') => (which === 'same' ? same : before),
  };
  return changesSince({ pack: PACK, history, lines, offsets: [], considered: seen }).map(
    ({ change, payeeId, before: from, after, note }) =>
      `${change} ${payeeId} ${from ?? '-'} ${after ?? '-'} ${note}`.trim(),
  );
}

describe('changes', () => {
  it('do not show those who were paid in full for the same year as gone', () => {
    expect(
      changes([due('H3', 300)], [paid('H1', 100), paid('H2', 200)], [], [considered('H1', 100), considered('H2', 200)]),
    ).toEqual(['新增 H3 - 300']);
  });

  it('add up everything approved for the year', () => {
    expect(changes([due('H1', 50)], [paid('H1', 100), paid('H1', 25)], [])).toEqual(['变更 H1 125 175 同一年度再发']);
  });

  it('show who was paid for this year and is no longer entitled', () => {
    expect(changes([due('H3', 300)], [paid('H1', 100)], [], [considered('H1', 0)])).toEqual([
      '新增 H3 - 300',
      '退出 H1 100 - 本次核算不再应得',
    ]);
  });

  it('compare with the year before where nothing was paid for this one', () => {
    expect(
      changes(
        [due('H1', 100), due('H2', 200, 'B'), due('H4', 5)],
        [],
        [paid('H1', 100), paid('H2', 200), paid('H3', 7), paid('H5', 9)],
        [considered('H5', 9, ['CEL-02'])],
      ),
    ).toEqual(['变更 H2 200 200 收款账号与上次不同', '新增 H4 - 5', '退出 H3 7 -', '变更 H5 9 0 本次暂停发放：CEL-02']);
  });
});
