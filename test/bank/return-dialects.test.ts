import { describe, expect, test } from 'vitest';
import { readReturn } from '../../src/batch/bank/bank-return.js';
import { reconcile } from '../../src/batch/bank/reconciliation.js';
import type { LineDetail } from '../../src/ledger/read/batch-detail.js';
import { readReturnRows, readStatementRows } from '../../src/tables/return-file.js';
import { resultWord } from '../../src/tables/bank/result-words.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';
import { batchOf, detail } from './bank-fixture.js';

const BATCH = 'ningdong-2023-62.2024-10.main';
const LINES = [1, 2, 3, 4, 5].map((n) => detail(n, { household: n, amount: n * 100_000 }));
const account = (n: number) => `622848000000000${n}`;

const PAID = [
  '成功',
  '记账成功',
  '汇款成功',
  '00-成功',
  '交易成功[0000]',
  '已入账',
  '入账完成',
  'SUCCESS',
  '成功。',
  '1-成功',
];
const FAILED = ['失败', '拒绝', '失败[2001]', '未发放', '交易失败', '未入账', 'E1002-处理失败', '不成功', '拒付'];
const RETURNED = ['退回', '已退票', '退汇', '被退回'];
const OPEN = ['', '处理中', '待处理', '已受理', '受理成功'];
const ASKED = ['处理完成', '完成', '0000', '√', '部分成功', '成功[2001]', '00-失败', '已核销', '成功后退回', '已撤销'];

type Fate = 'paid' | 'failed' | 'returned' | 'open' | 'asked';
const WORDS: Readonly<Record<Fate, readonly string[]>> = {
  paid: PAID,
  failed: FAILED,
  returned: RETURNED,
  open: OPEN,
  asked: ASKED,
};

/** Small numbers that look like chance and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % sides;
  };
}

const one = <T>(roll: (sides: number) => number, list: readonly T[]): T => {
  const found = list[roll(list.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
};

interface Made {
  readonly rows: GridRows;
  readonly fates: ReadonlyMap<number, Fate>;
  readonly weak: boolean;
}

function makeReturn(seed: number): Made {
  const roll = dice(seed);
  const fen = roll(4) === 0;
  const both = !fen && roll(3) === 0;
  const masks = roll(4) === 0;
  const own = roll(3) === 0;
  const twoStates = roll(4) === 0;
  const money = (n: number) => (fen ? String(n * 100_000) : `${n}000.00`);
  const fates = new Map<number, Fate>();
  const body: (string | null)[][] = [];
  for (const { line } of LINES) {
    const n = line.lineNo;
    const fate = one(roll, ['paid', 'paid', 'failed', 'returned', 'open', 'asked'] as const);
    const contradicts = fate === 'paid' && roll(6) === 0;
    fates.set(n, contradicts ? 'asked' : fate);
    const unpaid = fate === 'failed' || fate === 'returned';
    const reason =
      unpaid || contradicts ? '账户已销户' : fate === 'paid' ? one(roll, [null, '交易成功', '0000', '正常']) : null;
    body.push([
      masks ? `张*` : `张${n}`,
      masks ? `6228*********00${n}`.replace('00', '00') : account(n),
      money(n),
      ...(both ? [fate === 'paid' ? money(n) : one(roll, ['0.00', null])] : []),
      one(roll, WORDS[fate]),
      ...(twoStates ? ['处理完成'] : []),
      reason,
    ]);
  }
  if (own) body.reverse();
  const numbered = body.map((row, index) => [String(index + 1), ...row]);
  const head = [
    ...[
      '序号',
      '户名',
      '账号',
      fen ? '金额(分)' : both ? '应发金额' : one(roll, ['金额', '交易金额', '发放金额（元）']),
    ],
    ...(both ? ['实发金额'] : []),
    twoStates ? '处理结果' : one(roll, ['结果', '处理状态', '业务状态', '交易状态']),
    ...(twoStates ? ['业务状态'] : []),
    '失败原因',
  ];
  const titles: GridRows = one(roll, [[], [['代发业务处理结果']], [['批次编号：20241105001', null, '总笔数：5']]]);
  const trailers: GridRows = one(roll, [
    [],
    [['总笔数：5', null, null, '15000.00']],
    [['本页小计', null, null, '15000.00'], ['打印时间：2024-11-06 09:00:00，操作员：001']],
  ]);
  const middle = numbered.slice(0, 3);
  const repeated = roll(4) === 0 ? [[...middle, head, ...numbered.slice(3)]] : [numbered];
  return { rows: [...titles, head, ...(repeated[0] ?? []), ...trailers], fates, weak: masks };
}

describe('returns as banks make them', () => {
  test('600 of them: every line is booked right or asked about, never wrongly', async () => {
    let right = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const { rows, fates } = makeReturn(seed);
      const bank = await readReturnRows(gridWorkbook({ 回盘: rows }));
      const { results } = readReturn({ batchId: BATCH, lines: LINES, rows: bank.rows, coverage: 'full', sentOn: null });
      const booked = new Map(results.map(({ lineNo, outcome }) => [lineNo, outcome]));
      for (const [lineNo, fate] of fates) {
        const sure = fate === 'open' || fate === 'asked' ? undefined : fate;
        const found = booked.get(lineNo);
        if (found === sure) right += 1;
        // Asked is allowed, another answer is not.
        expect([seed, lineNo, found === undefined || found === sure]).toEqual([seed, lineNo, true]);
      }
    }
    expect(right).toBe(3000);
  }, 60_000);

  test('words mean one thing or nothing', () => {
    for (const word of PAID) expect([word, resultWord(word)]).toEqual([word, 'paid']);
    for (const word of FAILED) expect([word, resultWord(word)]).toEqual([word, 'failed']);
    for (const word of RETURNED) expect([word, resultWord(word)]).toEqual([word, 'returned']);
    for (const word of [...OPEN, ...ASKED])
      expect([word, ['paid', 'failed', 'returned'].includes(resultWord(word) ?? '')]).toEqual([word, false]);
  });

  test('a part of the amount is an error that names both amounts', async () => {
    const head = ['序号', '户名', '账号', '应发金额', '实发金额', '结果'];
    const bank = await readReturnRows(
      gridWorkbook({ 回盘: [head, ['2', '张2', account(2), '2000.00', '500.00', '成功']] }),
    );
    const reading = readReturn({ batchId: BATCH, lines: LINES, rows: bank.rows, coverage: 'successes', sentOn: null });
    expect(reading.results).toEqual([]);
    expect(reading.findings[0]).toMatchObject({
      code: 'BNK-12',
      params: { found: '500.00（2000.00）', sent: '2000.00' },
    });
  });

  test('a list of failures of one bank file pays the others of that file only', async () => {
    const files = [1, 2].map((part) => ({
      name: `${part}.csv`,
      sha256: '',
      lines: new Set(part === 1 ? [1, 2] : [3, 4, 5]),
      current: true,
      exportedOn: '2024-11-01',
    }));
    const read = async (rows: GridRows, of: string | null = null) => {
      const head = ['序号', '户名', '账号', '金额', '失败原因'];
      const bank = await readReturnRows(gridWorkbook({ 回盘: [head, ...rows] }), 'failures');
      const about = files.find(({ name }) => name === of) ?? null;
      const request = { batchId: BATCH, lines: LINES, rows: bank.rows, sentOn: null, files, of: about };
      const { results, findings } = readReturn({ ...request, coverage: 'failures' });
      return {
        results: results.map(({ lineNo, outcome }) => [lineNo, outcome]),
        codes: findings.map(({ code }) => code),
      };
    };
    const first = ['1', '张1', account(1), '1000.00', '账户已销户'];
    const last = ['5', '张5', account(5), '5000.00', '账户已销户'];
    expect((await read([first])).results).toEqual([
      [1, 'failed'],
      [2, 'paid'],
    ]);
    const unclear = await read([first, last]);
    expect(unclear.results).toEqual([
      [1, 'failed'],
      [5, 'failed'],
    ]);
    expect(unclear.codes).toContain('BNK-14');
  });
});

describe('statements', () => {
  const paidLines: LineDetail[] = [1, 2, 3].map((n) => detail(n, { household: n, amount: n * 100_000 }, 'paid'));
  const failed = detail(4, { household: 4, amount: 400_000 }, 'returned', 'FROZEN');
  const head = ['交易日期', '流水号', '摘要', '借方金额', '贷方金额', '余额', '对方户名', '对方账号'];
  const out = (n: number, day = '2024-11-05'): string[] => [
    day,
    `S${n}`,
    '代发补贴',
    `${n}000.00`,
    '',
    '1.00',
    `张${n}`,
    account(n),
  ];
  const back = (n: number): string[] => ['2024-11-20', `R${n}`, '退汇', '', `${n}000.00`, '1.00', `张${n}`, account(n)];
  const around: string[][] = [
    ['2024-11-01', '', '期初余额', '', '', '2000000.00', '', ''],
    ['2024-11-01', 'F1', '财政拨款', '', '2000000.00', '1.00', '某镇财政所', '6400000000001'],
    ['2024-11-06', 'F2', '手续费', '12.00', '', '1.00', '', ''],
  ];
  const clean = [...around, out(1), out(2), out(3), out(4), back(4)];

  async function judge(rows: GridRows, lines = [...paidLines, failed], header = head) {
    const bank = (await readStatementRows(gridWorkbook({ 明细: [header, ...rows] }))).rows;
    const batch = { ...batchOf(BATCH, lines), sentOn: '2024-11-01' };
    return reconcile({ year: '2024', batches: [batch], bank }).agrees;
  }

  test('of a year in order agrees', async () => {
    expect(await judge(clean)).toBe(true);
    expect(await judge([...clean, out(2)])).toBe(true);
  });

  test('with one fault does not', async () => {
    const without = (row: string[]): string[][] =>
      clean.filter((other) => other !== row && other.join() !== row.join());
    const faults: Readonly<Record<string, GridRows>> = {
      'a payment is missing': without(out(2)),
      'a payment came back unknown to the ledger': [...clean, back(1)],
      'the return of a line is missing': without(back(4)),
      'paid twice': [...clean, ['2024-11-09', 'X', ...out(1).slice(2)]],
      'another amount': [...without(out(3)), out(3).with(3, '2999.00')],
      'another account': [...without(out(3)), out(3).with(7, '6228489999999999')],
      'another name': [...without(out(3)), out(3).with(6, '王五')],
      'a stranger was paid': [
        ...clean,
        ['2024-11-05', 'Y', '代发补贴', '500.00', '', '1.00', '王五', '6228489999999998'],
      ],
      'booked before it was sent': [...without(out(3)), out(3, '2023-11-05')],
      'on the other side': [...without(out(1)), out(1).with(3, '').with(4, '1000.00')],
      'the same money comes back twice': [...clean, back(4).with(1, 'R9')],
      'a second transfer to a payee called a fee': [...clean, out(1).with(1, 'Z').with(2, '手续费')],
    };
    for (const [fault, rows] of Object.entries(faults)) expect([fault, await judge(rows)]).toEqual([fault, false]);
  });

  test('tells directions by a flag', async () => {
    const flagged = ['交易日期', '借贷标志', '交易金额', '对方户名', '对方账号', '摘要'];
    const row = (n: number, flag: string) => ['2024-11-05', flag, `${n}000.00`, `张${n}`, account(n), '代发'];
    expect(await judge([row(1, '借'), row(2, '借'), row(3, '借')], paidLines, flagged)).toBe(true);
    expect(await judge([row(1, '借'), row(2, '借'), row(3, '贷')], paidLines, flagged)).toBe(false);
    expect(await judge([row(1, '借'), row(2, '借'), row(3, '平')], paidLines, flagged)).toBe(false);
  });
});
