import { describe, expect, test } from 'vitest';
import { reasonCode } from '../../src/batch/bank/bank-reason.js';
import { BY_DECLARATION, readReturn } from '../../src/batch/bank/bank-return.js';
import type { ReturnRequest } from '../../src/batch/bank/return-request.js';
import type { LineDetail } from '../../src/ledger/read/batch-detail.js';
import { readReturnRows } from '../../src/tables/return-file.js';
import { gridWorkbook as workbook, type GridRows } from '../tables/workbook-builder.js';
import { detail } from './bank-fixture.js';

const HEAD = ['序号', '户名', '账号', '金额', '结果', '失败原因', '入账日期'];
const LINES = [1, 2, 3].map((n) => detail(n, { household: n, amount: n * 100_000 }));
const good = (n: number, result = '成功', reason: string | null = null): (string | null)[] => [
  String(n),
  `张${n}`,
  `622848000000000${n}`,
  `${n}000.00`,
  result,
  reason,
  '2024-11-02',
];

async function read(
  rows: GridRows,
  options: Partial<ReturnRequest> & { head?: string[] } = {},
  lines: readonly LineDetail[] = LINES,
) {
  const { head = HEAD, ...request } = options;
  const bank = await readReturnRows(workbook({ 回盘: [head, ...rows] }));
  const reading = readReturn({
    batchId: 'ningdong-2023-62.2024-10.main',
    lines,
    rows: bank.rows,
    coverage: 'full',
    sentOn: '2024-11-01',
    ...request,
  });
  return {
    ...reading,
    results: reading.results.map(({ lineNo, outcome, code }) => [lineNo, outcome, code]),
    codes: [...bank.findings, ...reading.findings].map(({ code, severity }) => `${code} ${severity}`),
  };
}

describe('a return file', () => {
  test('is taken row by row', async () => {
    const reading = await read([good(1), good(2, '失败', '户名不符,原户名为[李四]'), good(3, '退回', '该账户已销户')]);
    expect(reading.results).toEqual([
      [1, 'paid', null],
      [2, 'failed', 'NAME_MISMATCH'],
      [3, 'returned', 'ACCOUNT_CLOSED'],
    ]);
    expect(reading.codes).toEqual([]);
    expect(reading.inFlight).toEqual([]);
  });

  test('with another amount, account or name leaves that line in flight and takes the rest', async () => {
    const amount = good(1).with(3, '999.99');
    const account = good(2).with(2, '6228480000000009');
    const reading = await read([amount, account, good(3)]);
    expect(reading.results).toEqual([[3, 'paid', null]]);
    expect(reading.codes).toEqual(['BNK-12 error', 'BNK-13 error', 'BNK-15 warning']);
    expect(reading.inFlight).toEqual([1, 2]);
    const name = await read([good(1).with(1, '王五'), good(2), good(3)]);
    expect(name.codes).toEqual(['BNK-13 error', 'BNK-15 warning']);
    const blank = await read([good(1).with(3, null), good(2), good(3)]);
    expect(blank.codes).toEqual(['BNK-12 error', 'BNK-15 warning']);
  });

  test('with unknown or doubled lines refuses those rows', async () => {
    const reading = await read([good(1), good(1, '失败', '冻结'), good(2), good(9)]);
    expect(reading.results).toEqual([[2, 'paid', null]]);
    expect(reading.codes).toEqual(['BNK-11 error', 'BNK-11 error', 'BNK-11 error', 'BNK-15 warning']);
  });

  test('blank, pending and odd results stay in flight', async () => {
    const reading = await read([good(1, ''), good(2, '处理中'), good(3, '已核销')]);
    expect(reading.results).toEqual([]);
    expect(reading.codes).toEqual(['BNK-20 error', 'BNK-15 warning']);
  });

  test('without line numbers is matched by account, name and amount', async () => {
    const head = ['客户姓名', '收款帐号', '交易金额（元）', '处理结果'];
    const row = (n: number, result: string) => [`张${n}`, `622848000000000${n}`, n * 1000, result];
    const reading = await read([row(3, '交易成功'), row(1, '户名不符'), ['合计', null, 4000, null]], { head });
    expect(reading.results).toEqual([
      [3, 'paid', null],
      [1, 'failed', 'NAME_MISMATCH'],
    ]);
    expect(reading.inFlight).toEqual([2]);
  });

  test('does not deal out lines that look the same unless it cannot matter', async () => {
    const twins = [1, 2].map((n) =>
      detail(n, { household: 1, amount: 100_000, benefit: n === 1 ? 'employment-bonus' : 'x' }),
    );
    const head = ['户名', '账号', '金额', '结果'];
    const row = (result: string) => ['张1', '6228480000000001', '1000.00', result];
    expect((await read([row('成功'), row('成功')], { head }, twins)).results).toHaveLength(2);
    const mixed = await read([row('成功'), row('失败')], { head }, twins);
    expect(mixed.results).toEqual([]);
    expect(mixed.codes.filter((code) => code === 'BNK-11 error')).toHaveLength(2);
  });

  test('of another batch is refused whole', async () => {
    const other = await read([[...good(1), 'ningdong-2023-62.2024-09.main']], { head: [...HEAD, '批次号'] });
    expect(other.codes).toEqual(['BNK-10 error']);
    expect(other.results).toEqual([]);
    const stranger = ['1', '赵六', '6228489999999999', '1000.00', '成功', null, null];
    expect((await read([stranger])).codes).toEqual(['BNK-10 error']);
  });

  test('that lacks a column is refused with its name', async () => {
    const bank = await readReturnRows(
      workbook({
        回盘: [
          ['序号', '户名', '金额'],
          ['1', '张1', '1000.00'],
        ],
      }),
    );
    expect(bank.findings).toMatchObject([{ code: 'HDR-01', params: { missing: '结果' } }]);
  });

  test('with a reason nobody knows is a failure all the same, and the words are kept', async () => {
    const reading = await read([good(1, '失败', '系统说不清楚'), good(2), good(3)]);
    expect(reading.codes).toEqual(['BNK-16 warning']);
    expect(reading.results[0]).toEqual([1, 'failed', 'UNKNOWN_TEXT']);
  });

  test('with an odd booking day is taken with a warning', async () => {
    const reading = await read([good(1).with(6, '2024-10-01'), good(2).with(6, '2025-12-24'), good(3)]);
    expect(reading.results).toHaveLength(3);
    expect(reading.codes).toEqual(['BNK-17 warning', 'BNK-17 warning']);
  });

  test('that turns a failure into a payment, or pays what was stopped, is an error', async () => {
    const lines = [
      detail(1, { household: 1, amount: 100_000 }, 'failed', 'FROZEN'),
      detail(2, { household: 2, amount: 200_000 }, 'stopped'),
      detail(3, { household: 3, amount: 300_000 }, 'paid'),
    ];
    const reading = await read([good(1), good(2), good(3, '退回', '冻结')], {}, lines);
    expect(reading.codes).toEqual(['BNK-19 error', 'BNK-19 error']);
    expect(reading.results).toEqual([[3, 'returned', 'FROZEN']]);
  });
});

describe('coverage', () => {
  test('successes: silence says nothing', async () => {
    const reading = await read([good(1)], { coverage: 'successes' });
    expect(reading.results).toEqual([[1, 'paid', null]]);
    expect(reading.codes).toEqual(['BNK-15 info']);
  });

  test('failures: who declares it says that the rest was paid', async () => {
    const bank = await read([good(2, '失败', '账户冻结')], { coverage: 'failures' });
    expect(bank.results).toEqual([
      [2, 'failed', 'FROZEN'],
      [1, 'paid', null],
      [3, 'paid', null],
    ]);
    expect(bank.inFlight).toEqual([]);
    expect(BY_DECLARATION).toMatch(/仅失败/);
  });

  test('failures: a row that fits no line may be the failure of any line', async () => {
    const stray = await read([good(2, '失败', '账户冻结'), good(7, '失败', '账户冻结')], { coverage: 'failures' });
    expect(stray.results).toEqual([[2, 'failed', 'FROZEN']]);
    expect(stray.inFlight).toEqual([1, 3]);
    const odd = await read([good(1), good(2, '失败', '账户冻结')], { coverage: 'failures' });
    expect(odd.codes).toContain('BNK-14 error');
    expect(odd.inFlight).toEqual([3]);
    const pending = await read([good(1, '处理中')], { coverage: 'failures' });
    expect(pending.inFlight).toEqual([1]);
  });
});

describe('reasons', () => {
  test.each([
    ['户名不符,原户名为[张三]', 'NAME_MISMATCH'],
    ['账户名为李四', 'NAME_MISMATCH'],
    ['户名与账号不符', 'NAME_MISMATCH'],
    ['卡号不存在', 'ACCOUNT_NOT_FOUND'],
    ['代理户不存在', 'ACCOUNT_NOT_FOUND'],
    ['单位编号或账号信息错误', 'ACCOUNT_NOT_FOUND'],
    ['已销户', 'ACCOUNT_CLOSED'],
    ['账户失效', 'ACCOUNT_CLOSED'],
    ['完全冻结', 'FROZEN'],
    ['冻结状态异常', 'FROZEN'],
    ['介质状态异常', 'MEDIUM_ABNORMAL'],
    ['帐号状态异常', 'MEDIUM_ABNORMAL'],
    ['社保卡金融功能未激活', 'NOT_ACTIVATED'],
    ['开户行错误', 'WRONG_BANK'],
    ['该户为非结算户,不能转帐', 'NOT_SETTLEMENT'],
    ['非一般结算户', 'NOT_SETTLEMENT'],
    ['新开户,证件号码不能为空', 'ID_MISSING'],
    ['未处理记录重复', 'DUPLICATE'],
    ['代理次数错误！应该为[2]', 'DUPLICATE'],
    ['账面可用余额不足', 'PAYER_FUNDS'],
    ['账户余额不正常', 'PAYER_FUNDS'],
    ['单位编号错误', 'UNIT_ERROR'],
    ['该人员已死亡', 'DECEASED'],
    ['请咨询开户网点', 'UNKNOWN_TEXT'],
  ])('%s → %s', (text, code) => expect(reasonCode(text)).toBe(code));
});
