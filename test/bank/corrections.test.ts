import { describe, expect, test } from 'vitest';
import { buildReissue, reissueName } from '../../src/batch/bank/bank-reissue.js';
import { buildOpening, type OpeningRequest } from '../../src/batch/bank/opening-history.js';
import { chargeKey } from '../../src/domain/charge.js';
import type { HouseholdRow, Roster } from '../../src/domain/roster.js';
import { readPayoutSheets } from '../../src/tables/payout-sheet.js';
import { readBudget } from '../../src/tables/budget-file.js';
import { AT, madeUpId, origin, POLICY, tempLedger } from '../ledger/batch-fixture.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';
import { batchOf, detail } from './bank-fixture.js';

const A = `${POLICY}.2024-10.main`;

function roster(accounts: Readonly<Record<string, Partial<HouseholdRow>>>): Roster {
  const 住户 = Object.entries(accounts).map(
    ([householdId, row], index) =>
      ({
        table: 0,
        row: index + 2,
        householdId,
        headId: null,
        bankName: null,
        accountName: null,
        accountNumber: null,
        ...row,
      }) as HouseholdRow,
  );
  const none: never[] = [];
  return {
    tables: [],
    rows: {
      住户,
      成员: none,
      经营: none,
      单位: none,
      用工: none,
      劳务输出: none,
      培训: none,
      服务: none,
      安置点: none,
      申请: none,
      指标填报: none,
    },
  };
}

describe('reissue', () => {
  const lines = [
    detail(1, { household: 1, amount: 100_000 }, 'failed', 'ACCOUNT_CLOSED'),
    detail(2, { household: 2, amount: 200_000 }, 'returned', 'PAYER_FUNDS'),
    detail(3, { household: 3, amount: 300_000 }, 'paid'),
    detail(4, { household: 4, amount: 400_000 }, 'failed', 'NAME_MISMATCH'),
  ];
  const request = { source: batchOf(A, lines), period: '2024-11', name: 'main-r1', asOf: '2024-11-30' };
  const number = (n: number) => `622848000000000${n}`;

  test('takes failed and returned lines with the account of the roster, linked to their source', () => {
    const reading = buildReissue({
      ...request,
      roster: roster({
        HH000001: { accountNumber: '6228481111111111', accountName: '张1' },
        HH000002: { accountNumber: number(2), accountName: '张2' },
        HH000004: { accountNumber: number(4), accountName: '张四' },
      }),
    });
    expect(reading).toMatchObject({ findings: [], refused: [] });
    expect(reading.content).toMatchObject({ batchId: `${POLICY}.2024-11.main-r1`, reissueOf: A, total: 700_000 });
    expect(reading.content?.lines.map((own) => [own.lineNo, own.reissueOfLine, own.account.accountNumber])).toEqual([
      [1, 1, '6228481111111111'],
      [2, 2, number(2)],
      [3, 4, number(4)],
    ]);
    expect(reading.content?.lines[0]?.charges).toEqual(lines[0]?.line.charges);
  });

  test('refuses a line whose account was the reason and did not change', () => {
    const unchanged = roster({
      HH000001: { accountNumber: number(1), accountName: '张1', bankName: '另一家银行' },
      HH000002: { accountNumber: number(2), accountName: '张2' },
      HH000004: { accountNumber: number(4), accountName: '张4' },
    });
    const reading = buildReissue({ ...request, roster: unchanged });
    expect(reading.refused).toEqual([1, 4]);
    expect(reading.findings.map(({ code }) => code)).toEqual(['BNK-18', 'BNK-18']);
    const confirmed = buildReissue({ ...request, roster: unchanged, confirmed: new Set([1, 4]) });
    expect(confirmed.refused).toEqual([]);
  });

  test('refuses what was paid, what is not there, what has no account', () => {
    const reading = buildReissue({ ...request, roster: roster({}), lines: [1, 3, 9] });
    expect(reading.content).toBeNull();
    expect(reading.findings.map(({ code }) => code)).toEqual(['BNK-01', 'BNK-19', 'BNK-11']);
    const again = { ...lines[0], reissuedIn: { batchId: 'x', line: 1 } } as (typeof lines)[number];
    const source = batchOf(A, [again]);
    expect(buildReissue({ ...request, source, roster: roster({}), lines: [1] }).findings[0]?.code).toBe('LED-11');
    expect(buildReissue({ ...request, source, roster: roster({}) }).refused).toEqual([]);
  });

  test('finds a free name', () => {
    expect(reissueName('main', (name) => name === 'main-r1')).toBe('main-r2');
  });
});

describe('opening history', () => {
  const limitsOf: OpeningRequest['benefits'][number]['limitsOf'] = (payee, year) => [
    {
      id: 'benefit:employment-bonus',
      kind: 'benefit',
      key: chargeKey(POLICY, 'employment-bonus', payee.kind, payee.id, String(year)),
      maxAmount: null,
      maxCount: null,
      clause: '',
    },
  ];
  const request: Omit<OpeningRequest, 'sheets'> = {
    policyId: POLICY,
    policyVersion: '1',
    packHash: 'a'.repeat(64),
    benefits: [
      { id: 'employment-bonus', name: '务工奖补', payeeKind: 'household', clause: '二（三）2', yearly: true, limitsOf },
    ],
    period: '2023-12',
    name: 'opening',
    inLedger: () => false,
  };
  const ROSTER_18 = [
    ...['排序序号', '户主姓名', '户主身份证号', '收款人姓名', '收款人身份证号', '银行账号', '开户银行', '村(居)委会'],
    ...[
      '村(居)民小组',
      '享受人',
      '享受人身份证号',
      '联系电话',
      '务工地点',
      '乘坐交通工具',
      '补贴标准',
      '补贴金额',
      '填报日期',
      '备注',
    ],
  ];
  const row18 = (n: number, amount: string | number | null) => [
    ...[n, `张${n}`, madeUpId(n), `张${n}`, madeUpId(n), `622848000000000${n}`, '农商行', '东苑社区'],
    ...['一组', `张${n}`, madeUpId(n), '13800000000', '银川', '汽车', '2000', amount, '2023-12-01', null],
  ];

  async function opening(rows: GridRows, options: Partial<OpeningRequest> = {}) {
    const { listings, findings } = await readPayoutSheets(gridWorkbook({ 花名册: rows }));
    expect(findings).toEqual([]);
    return buildOpening({ ...request, sheets: listings, ...options });
  }

  test('reads the 18-column roster', async () => {
    const options = {
      benefitId: 'employment-bonus',
      year: 2023,
      householdOf: new Map([1, 2].map((n) => [madeUpId(n), `HH00000${n}`])),
    };
    const rows = [
      ['务工补贴发放花名册'],
      ROSTER_18,
      row18(1, '2,000.00'),
      row18(2, 1500),
      ['合计', ...Array<null>(14).fill(null), 3500],
    ];
    const reading = await opening(rows, options);
    expect(reading.findings).toEqual([]);
    expect(reading.content).toMatchObject({ batchId: `${POLICY}.2023-12.opening`, total: 350_000 });
    expect(reading.content?.lines[0]).toMatchObject({
      payee: { kind: 'household', id: 'HH000001', name: '张1' },
      idNumber: madeUpId(1),
      incomeYear: 2023,
      amount: 200_000,
      charges: [{ amount: 200_000, maxAmount: null }],
    });
    const ledger = tempLedger();
    if (reading.content === null) return;
    ledger.importOpening(reading.content, origin(), { by: '出纳', at: AT });
    const key = chargeKey(POLICY, 'employment-bonus', 'household', 'HH000001', '2023');
    expect(ledger.history().charged(key).amount).toBe(200_000);
  });

  test('takes nothing while one row is bad, and names its cell', async () => {
    const options = { benefitId: 'employment-bonus', year: 2023, householdOf: new Map([[madeUpId(1), 'HH000001']]) };
    const reading = await opening([ROSTER_18, row18(1, '两千'), row18(2, 100), row18(1, 0)], options);
    expect(reading.content).toBeNull();
    expect(reading.findings.map(({ severity, place, params }) => [severity, place?.row, params?.['reason']])).toEqual([
      ['error', 2, 'amount'],
      ['error', 3, 'household'],
      ['info', 4, 'amount'],
    ]);
  });

  test('reads our own payouts.csv, but not of a batch the ledger has', async () => {
    const head = [
      'line_no',
      'batch_id',
      'policy_id',
      'benefit_id',
      'payee_kind',
      'payee_id',
      'payee_name',
      'id_number',
      'household_id',
      'income_year',
      'amount',
    ];
    const row = [
      '1',
      A,
      POLICY,
      'employment-bonus',
      'household',
      'HH000001',
      '张1',
      madeUpId(1),
      'HH000001',
      '2024',
      '2000.00',
    ];
    expect((await opening([head, row])).content?.lines[0]).toMatchObject({ amount: 200_000, incomeYear: 2024 });
    const known = await opening([head, row], { inLedger: (batchId) => batchId === A });
    expect(known.content).toBeNull();
    expect(known.findings[0]?.params).toMatchObject({ reason: 'known' });
    const other = await opening([head, row.with(2, 'litong-2021-7')]);
    expect(other.findings[0]?.params).toMatchObject({ reason: 'benefit' });
  });
});

test('a budget file gives what may be spent', async () => {
  const reading = await readBudget(
    gridWorkbook({
      预算: [
        ['项目', '预算金额（万元）'],
        ['务工奖补', 12.5],
        ['经营奖补', '待定'],
      ],
    }),
  );
  expect(reading.rows).toEqual([{ benefit: '务工奖补', amount: 12_500_000 }]);
  expect(reading.findings).toMatchObject([{ code: 'CEL-06', place: { row: 3 } }]);
});
