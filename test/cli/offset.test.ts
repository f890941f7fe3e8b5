import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, type Outcome } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** A clawback kept back from later dues, whole and in part, through the built command: no 分 twice, none lost. */

const folder = emptyFolder();
const POLICY = 'ningdong-2023-62';
const batchOf = (period: string): string => `${POLICY}.${period}.main`;

function done(code: number, ...words: readonly string[]): Outcome {
  const outcome = butie(words, { folder });
  expect(looksLikeCrash(outcome), outcome.stdout + outcome.stderr).toBe(false);
  expect([words.join(' '), outcome.code, outcome.code === code ? '' : outcome.stderr]).toEqual([
    words.join(' '),
    code,
    '',
  ]);
  return outcome;
}

function json(code: number, ...words: readonly string[]): Record<string, unknown> {
  return JSON.parse(done(code, ...words, '--format', 'json').stdout) as Record<string, unknown>;
}

const HEADER = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度,年务工收入,证明材料,开户银行,银行账号'.split(',');

function run(
  period: string,
  year: number,
  income: readonly number[],
  more: readonly string[] = [],
  code = 0,
): Record<string, unknown> {
  const rows = income.map((yuan, i) => [
    `HH${i + 1}`,
    `张${'甲乙丙'.charAt(i)}`,
    personId(i + 1),
    1,
    year,
    yuan,
    '合同',
    '农业银行',
    account(i + 1),
  ]);
  writeTable(folder, `${period}.csv`, [HEADER, ...rows]);
  const words = ['--policy', POLICY, '--period', period, '--out', period, '--by', '张制表', ...more];
  return json(code, 'run', `${period}.csv`, ...words);
}

function payouts(period: string): (readonly (string | undefined)[])[] {
  const rows = rowsOf(readFileSync(join(folder, period, 'payouts.csv'), 'utf8'));
  return rows.map((row) => [row['payee_id'], row['paid_before'], row['cut_by'], row['amount']]);
}

/** Approves, exports and takes in an answer that pays every line of the bank's file. */
function pay(period: string): void {
  const batch = batchOf(period);
  const receipt = JSON.parse(readFileSync(join(folder, period, 'batch.json'), 'utf8')) as { content_hash: string };
  done(0, 'approve', batch, '--by', '李审核', '--hash', receipt.content_hash);
  done(0, 'export', batch, '--out', `bank-${period}`);
  const [file = ''] = readdirSync(join(folder, `bank-${period}`));
  const sent = rowsOf(readFileSync(join(folder, `bank-${period}`, file), 'utf8'));
  const answers = sent.map((row) => [
    row['序号'] ?? '',
    row['户名'] ?? '',
    row['账号'] ?? '',
    row['金额'] ?? '',
    '成功',
  ]);
  writeTable(folder, `answer-${period}.csv`, [['序号', '户名', '账号', '金额', '结果'], ...answers]);
  done(0, 'return', batch, `answer-${period}.csv`, '--coverage', 'full');
}

it('keeps the debt back: where it takes all, nothing is sent, the due is used up and the debt is less', () => {
  run('2024-10', 2023, [8000, 11000, 8000]);
  pay('2024-10');
  for (const [line, amount] of [
    ['1', '2000'],
    ['2', '500'],
  ] as const)
    done(0, 'reverse', batchOf('2024-10'), line, '--reason', '多发', '--amount', amount, '--by', '李审核');
  done(0, 'close', batchOf('2024-10'));

  // What is due again only because it was clawed back pays no debt.
  const again = run('2024-11', 2023, [8000, 11000, 8000], ['--offset'], 1);
  expect(payouts('2024-11')).toEqual([]);
  expect(again['kept_back'] ?? null).toBeNull();

  // HH1 owes 2000 and 2000 of another year are due, HH2 owes 500 of 2000: one offset, one line in part.
  const receipt = run('2024-11', 2024, [8000, 8000], ['--offset']);
  expect(payouts('2024-11')).toEqual([['HH2', '0.00', 'offset:clawback', '1500.00']]);
  expect(receipt['kept_back']).toMatchObject({
    amount: '2500.00',
    offsets: [{ offset_no: 1, payee_id: 'HH1', entitlement: '2000.00', amount: '2000.00' }],
  });
  expect(readFileSync(join(folder, '2024-11', 'trace.jsonl'), 'utf8')).toContain('"because":"clawback-offset"');
  expect(done(0, 'explain', '--batch', batchOf('2024-11'), 'HH1').stdout).toContain(
    '抵扣应追回的2000.00元，剩 0.00 元',
  );
  expect(json(0, 'show', batchOf('2024-11'))).toMatchObject({
    lines: { length: 1 },
    offsets: [{ offset_no: 1, payee_id: 'HH1', amount: '2000.00' }],
  });
  // The same again changes nothing; without the option it is another batch.
  expect(run('2024-11', 2024, [8000, 8000], ['--offset'])['content_hash']).toBe(receipt['content_hash']);
  pay('2024-11');
  expect(json(0, 'close', batchOf('2024-11'))).toMatchObject({
    total: { due: { lines: 1, amount: '1500.00' }, balanced: true },
    kept_back: { offsets: 1, lines: 1, amount: '2500.00' },
  });
  expect(json(0, 'clawbacks')).toMatchObject([
    { clawed_back: '2000.00', kept_back: '2000.00', open: '0.00' },
    { clawed_back: '500.00', kept_back: '500.00', open: '0.00' },
  ]);
}, 120_000);

it('neither pays the kept dues as arrears later nor keeps the debt back again', () => {
  run('2024-12', 2024, [8000, 8000], ['--offset']);
  expect(payouts('2024-12')).toEqual([]);
  run('2025-01', 2024, [11000, 8000], ['--offset']);
  expect(payouts('2025-01')).toEqual([['HH1', '2000.00', '', '1000.00']]);
  done(0, 'ledger', 'verify');
}, 120_000);

it('settles a batch of nothing but offsets by its export, without a bank file', () => {
  done(0, 'reverse', batchOf('2024-10'), '3', '--reason', '不符合条件', '--by', '李审核');
  run('2025-02', 2024, [8000, 8000, 8000], ['--offset']);
  expect(payouts('2025-02')).toEqual([]);
  done(0, 'approve', batchOf('2025-02'), '--by', '李审核');
  expect(json(0, 'export', batchOf('2025-02'), '--out', 'bank-none')).toMatchObject({ state: 'settled', files: [] });
  expect(existsSync(join(folder, 'bank-none'))).toBe(false);
  done(0, 'close', batchOf('2025-02'));
  run('2025-03', 2024, [8000, 8000, 8000]);
  expect(payouts('2025-03')).toEqual([]);
  done(0, 'ledger', 'verify');
}, 120_000);
