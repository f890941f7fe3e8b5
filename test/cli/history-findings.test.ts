import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** What a month's run says about the months before: each once, the money already right; what may be paid twice is held. */

const folder = emptyFolder();
const HEADER = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度,年务工收入,证明材料,开户银行,银行账号'.split(',');

function done(code: number, ...words: readonly string[]): void {
  const outcome = butie(words, { folder });
  expect(looksLikeCrash(outcome), outcome.stdout + outcome.stderr).toBe(false);
  expect([words.join(' '), outcome.code, outcome.code === code ? '' : outcome.stderr]).toEqual([
    words.join(' '),
    code,
    '',
  ]);
}

type Household = readonly [id: string, person: number, income: number, card: number];

function run(code: number, period: string, households: readonly Household[]): void {
  const rows = households.map(([id, person, income, card]) => [
    ...[id, `张${'甲乙丙丁戊己'.charAt(person - 1)}`, personId(person), 1, 2023, income, '合同', '农业银行'],
    account(card),
  ]);
  writeTable(folder, `${period}.csv`, [HEADER, ...rows]);
  const words = ['--policy', 'ningdong-2023-62', '--period', period, '--out', period, '--by', '张制表'];
  done(code, 'run', `${period}.csv`, ...words);
}

it('tells what was paid, is under way, went elsewhere, failed, or should come back', () => {
  const batch = 'ningdong-2023-62.2024-10.main';
  run(
    0,
    '2024-10',
    [1, 2, 3, 4, 5, 6].map((n): Household => [`HH${n}`, n, 8000, n]),
  );
  done(0, 'approve', batch, '--by', '李审核');
  done(0, 'export', batch, '--out', 'bank');
  const sent = rowsOf(readFileSync(join(folder, 'bank', `${batch}-csv.csv`), 'utf8'));
  const answers = sent.flatMap((row) => {
    const base = [row['序号'] ?? '', row['户名'] ?? '', row['账号'] ?? '', row['金额'] ?? ''];
    if (row['序号'] === '2') return [];
    return [[...base, ...(row['序号'] === '4' ? ['失败', '已销户'] : ['成功', ''])]];
  });
  writeTable(folder, '回盘.csv', [['序号', '户名', '账号', '金额', '结果', '失败原因'], ...answers]);
  done(0, 'return', batch, '回盘.csv', '--coverage', 'full');
  done(0, 'reverse', batch, '6', '--reason', '多发', '--amount', '500', '--by', '李审核');

  run(1, '2024-11', [
    ['HH1', 1, 8000, 1],
    ['HH2', 2, 8000, 2],
    ['HH3', 3, 11000, 33],
    ['HH4', 4, 8000, 4],
    ['HH9', 5, 8000, 5],
    ['HH6', 6, 8000, 6],
  ]);
  const found = rowsOf(readFileSync(join(folder, '2024-11', 'exceptions.csv'), 'utf8'))
    .filter(({ code }) => /^(LED|BNK)-/.test(code ?? ''))
    .map(({ severity, code, household_id: household }) => [severity, code, household]);
  expect(found.sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1))).toEqual([
    ['warning', 'BNK-18', 'HH4'],
    ['info', 'LED-01', 'HH1'],
    ['error', 'LED-03', 'HH9'],
    ['info', 'LED-04', 'HH2'],
    ['warning', 'LED-05', 'HH3'],
    ['warning', 'LED-06', ''],
    ['error', 'LED-15', 'HH6'],
  ]);
}, 120_000);
