import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, type Outcome } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** A month's batch from draft to closed books and on to the next month, through the built command, in one folder. */

const folder = emptyFolder();
const POLICY = 'ningdong-2023-62';
const MAIN = `${POLICY}.2024-10.main`;
const REISSUE = `${POLICY}.2024-11.main-r1`;

function call(...words: readonly string[]): Outcome {
  const outcome = butie(words, { folder });
  expect(looksLikeCrash(outcome), outcome.stdout + outcome.stderr).toBe(false);
  return outcome;
}

function done(code: number, ...words: readonly string[]): Outcome {
  const outcome = call(...words);
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

/** Everything the ledger holds, as one hash. */
function ledgerDump(): string {
  done(0, 'ledger', 'export', '--out', 'dump', '--format', 'jsonl', '--reveal', '-q');
  const hash = createHash('sha256');
  for (const name of readdirSync(join(folder, 'dump')).sort()) hash.update(readFileSync(join(folder, 'dump', name)));
  return hash.digest('hex');
}

/** A command that is refused: exit code 2, words for people, and a ledger as it was. */
function refused(expected: RegExp, ...words: readonly string[]): void {
  const before = ledgerDump();
  const outcome = done(2, ...words);
  expect(outcome.stderr).toMatch(expected);
  expect(ledgerDump()).toBe(before);
}

function roster(name: string, rows: readonly (readonly [n: number, income: number, card: number])[]): string {
  return writeTable(folder, name, [
    [
      '户编号',
      '户主姓名',
      '户主身份证号',
      '社区',
      '家庭人口数',
      '收入年度',
      '年务工收入',
      '证明材料',
      '开户银行',
      '银行账号',
    ],
    ...rows.map(([n, income, card]) => [
      `HH${n}`,
      `张${'甲乙丙丁戊己'.charAt(n - 1)}`,
      personId(n),
      n < 4 ? '灵新社区' : '梅苑社区',
      1,
      2023,
      income,
      '劳动合同',
      '农业银行',
      account(card),
    ]),
  ]);
}

interface Answer {
  readonly result?: string;
  readonly reason?: string;
  readonly amount?: string;
}

/** The bank's answer to the payments of a bank file: success, unless said otherwise by line number. */
function bankAnswer(name: string, sent: string, answers: Readonly<Record<string, Answer>>, day: string): string {
  const rows = rowsOf(readFileSync(join(folder, sent), 'utf8')).map((row) => {
    const answer = answers[row['序号'] ?? ''] ?? {};
    const { result = '成功', reason = '', amount = row['金额'] ?? '' } = answer;
    return [
      row['序号'] ?? '',
      row['户名'] ?? '',
      row['账号'] ?? '',
      amount,
      result,
      reason,
      result === '成功' ? day : '',
    ];
  });
  return writeTable(folder, name, [['序号', '户名', '账号', '金额', '结果', '失败原因', '入账日期'], ...rows]);
}

function bankFile(out: string): string {
  const [name = ''] = readdirSync(join(folder, out)).filter((one) => one.endsWith('.csv') && !one.startsWith('作废-'));
  return join(out, name);
}

const today = new Date().toISOString().slice(0, 10);

describe('the life of a batch', () => {
  it('runs: six payees, a draft; a dry run before made no ledger', () => {
    roster('十月.csv', [
      [1, 8000, 1],
      [2, 11000, 2],
      [3, 14000, 3],
      [4, 17000, 4],
      [5, 8000, 5],
      [6, 8000, 6],
    ]);
    const run = ['run', '十月.csv', '--policy', POLICY, '--period', '2024-10'];
    done(0, ...run, '--dry-run');
    expect(existsSync(join(folder, 'butie.db'))).toBe(false);
    done(0, ...run, '--out', 'out', '--by', '张制表');
    expect(json(0, 'show', MAIN)).toMatchObject({ state: 'draft', lines: { length: 6 }, total: '18000.00' });
    done(0, 'explain', '--batch', MAIN, 'HH4');
    expect(done(0, 'explain', '--batch', MAIN, personId(4)).stdout).toContain('发 5000.00 元');
  }, 60_000);

  it('refuses what comes too early, and the maker as approver', () => {
    refused(/approved|已审核/, 'export', MAIN, '--out', 'early');
    expect(existsSync(join(folder, 'early'))).toBe(false);
    refused(/LED-12/, 'approve', MAIN, '--by', '张制表');
    refused(/--by/, 'approve', MAIN);
    refused(/没有失败或退回/, 'reissue', MAIN, '--roster', '十月.csv', '--period', '2024-11', '--by', '张制表');
    refused(/nix/, 'approve', 'nix', '--by', '李审核');
  }, 120_000);

  it('is approved, loses a stopped line, and goes to the bank in every dialect', () => {
    done(0, 'approve', MAIN, '--by', '李审核');
    done(0, 'stop', MAIN, '6', '--reason', '举报待查', '--by', '李审核');
    refused(/没有第77行/, 'stop', MAIN, '5', '77', '--reason', '没有这一行', '--by', '李审核');
    for (const dialect of ['csv', 'xlsx', 'comma', 'pipe', 'ykt', 'csv']) {
      const again =
        dialect === 'csv' && !existsSync(join(folder, 'bank-csv')) ? [] : ['--again', '--reason', '银行要另一种格式'];
      if (again.length > 0) refused(/--again --reason/, 'export', MAIN, '--out', 'bank-twice', '--bank', dialect);
      const words = ['--out', `bank-${dialect}`, '--bank', dialect, ...again, '--by', '王出纳'];
      const { files } = json(0, 'export', MAIN, ...words) as {
        files: { lines: number; total: string }[];
      };
      expect(files.map(({ lines, total }) => [dialect, lines, total])).toEqual([[dialect, 5, '16000.00']]);
    }
    refused(/不能关账/, 'close', MAIN);
    refused(/已导出|exported/, 'void', MAIN, '--reason', '太晚', '--by', '李审核');
    refused(/已导出|exported/, 'stop', MAIN, '5', '--reason', '太晚', '--by', '李审核');
  }, 180_000);

  it('takes in the bank answer; a line with another amount stays in flight', () => {
    const answer = bankAnswer(
      '回盘.csv',
      bankFile('bank-csv'),
      {
        1: { result: '失败', reason: '账户已销户' },
        2: { result: '退回', reason: '账号户名不符' },
        3: { amount: '3999.00' },
      },
      today,
    );
    refused(/--coverage/, 'return', MAIN, answer);
    const outcome = json(1, 'return', MAIN, answer, '--coverage', 'full', '--by', '王出纳');
    expect(outcome).toMatchObject({ state: 'exported', recorded: 4, in_flight: 1 });
    expect(
      (outcome['findings'] as { code: string; severity: string }[]).filter((one) => one.severity === 'error'),
    ).toMatchObject([{ code: 'BNK-12' }]);
    writeTable(folder, '缺列.csv', [
      ['序号', '户名', '账号', '结果'],
      ['1', '张甲', account(1), '成功'],
    ]);
    refused(/没有一张能用的回盘表[^]*HDR-01[^]*金额/, 'return', MAIN, '缺列.csv', '--coverage', 'full');
    const before = ledgerDump();
    expect(json(1, 'return', MAIN, answer, '--coverage', 'full', '--by', '王出纳')).toMatchObject({ recorded: 0 });
    expect(ledgerDump()).toBe(before);
    const right = bankAnswer('更正.csv', bankFile('bank-csv'), {}, today);
    const rows = rowsOf(readFileSync(right, 'utf8')).filter((row) => row['序号'] === '3');
    writeTable(folder, '更正.csv', [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]);
    expect(json(0, 'return', MAIN, '更正.csv', '--coverage', 'successes', '--by', '王出纳')).toMatchObject({
      state: 'settled',
      in_flight: 0,
    });
  }, 180_000);

  it('pays again what failed, once, and only with another account', () => {
    roster('十一月.csv', [
      [1, 8000, 1],
      [2, 11000, 22],
      [3, 14000, 3],
      [4, 17000, 4],
      [5, 8000, 5],
      [6, 8000, 6],
    ]);
    const words = ['reissue', MAIN, '--roster', '十一月.csv', '--period', '2024-11', '--by', '张制表'];
    refused(/已付/, ...words, '--lines', '4');
    const first = json(1, ...words, '--out', 're');
    expect(first).toMatchObject({ batch_id: REISSUE, refused: [1], lines: [{ source_line: 2, amount: '3000.00' }] });
    expect(first['findings']).toMatchObject([{ code: 'BNK-18' }]);
    const draft = ledgerDump();
    expect(json(1, ...words, '--out', 're')).toMatchObject({ result: 'same' });
    expect(ledgerDump()).toBe(draft);
    expect(json(0, ...words, '--out', 're', '--confirmed', '1')).toMatchObject({ result: 'replaced', refused: [] });
    const payouts = rowsOf(readFileSync(join(folder, 're/payouts.csv'), 'utf8'));
    expect(payouts.map(({ payee_id, amount, account_number }) => [payee_id, amount, account_number])).toEqual([
      ['HH1', '2000.00', account(1)],
      ['HH2', '3000.00', account(22)],
    ]);
    expect(readFileSync(join(folder, 're/exceptions.csv'), 'utf8')).not.toContain(account(2));
    expect(done(0, 'explain', '--batch', REISSUE, 'HH2').stdout).toContain('3000.00');

    // The draft was made anew: whoever approves says which one was looked at.
    refused(/内容摘要/, 'approve', REISSUE, '--by', '李审核');
    const { content_hash: hash } = json(0, 'show', REISSUE);
    done(0, 'approve', REISSUE, '--by', '李审核', '--hash', String(hash));
    const again = json(1, ...words, '--name', '又一次', '--lines', '1', '2');
    expect(again).toMatchObject({ batch_id: null, refused: [1, 2] });
    expect((again['findings'] as { code: string }[]).map(({ code }) => code)).toEqual(['LED-11', 'LED-11']);
    done(0, 'export', REISSUE, '--out', 'bank-re', '--by', '王出纳');
    const answer = bankAnswer('补发回盘.csv', bankFile('bank-re'), {}, today);
    expect(json(0, 'return', REISSUE, answer, '--coverage', 'full')).toMatchObject({ state: 'settled' });
  }, 180_000);

  it('closes with a balanced equation, and claws back beside it', () => {
    const { total } = json(0, 'close', MAIN) as { total: Record<string, unknown> };
    expect(total).toMatchObject({
      due: { lines: 6, amount: '18000.00' },
      paid: { lines: 3, amount: '11000.00' },
      returned: { lines: 1, amount: '3000.00' },
      failed: { lines: 1, amount: '2000.00' },
      stopped: { lines: 1, amount: '2000.00' },
      in_flight: { lines: 0, amount: '0.00' },
      balanced: true,
    });
    done(0, 'reverse', MAIN, '5', '--reason', '不符合条件', '--by', '李审核');
    refused(/已全部追回/, 'reverse', MAIN, '5', '--reason', '再追一次', '--by', '李审核');
    expect(json(0, 'show', MAIN)).toMatchObject({
      proof: { total: { balanced: true, clawed_back: { amount: '2000.00' } } },
    });
  }, 120_000);

  it('is history for the next month', () => {
    roster('十二月.csv', [
      [1, 11000, 1],
      [2, 11000, 22],
      [3, 14000, 3],
      [4, 17000, 4],
      [5, 8000, 5],
      [6, 8000, 6],
    ]);
    const run = ['run', '十二月.csv', '--policy', POLICY, '--period', '2024-12', '--by', '张制表'];
    done(1, ...run, '--out', 'out12', '--previous', '十月.csv', '-q');
    const lines = rowsOf(readFileSync(join(folder, 'out12/payouts.csv'), 'utf8'));
    // HH1 is due one step more than the reissue paid. HH5 was clawed back and HH6 stopped: due again only by that, held.
    expect(lines.map(({ payee_id, paid_before, amount }) => [payee_id, paid_before, amount])).toEqual([
      ['HH1', '2000.00', '1000.00'],
    ]);
    const found = rowsOf(readFileSync(join(folder, 'out12/exceptions.csv'), 'utf8'));
    expect(found.map(({ code }) => code)).toContain('LED-06');
    const held = found.filter(({ code }) => code === 'LED-15').map((row) => [row['household_id'], row['effect']]);
    expect(held).toEqual([
      ['HH5', 'held'],
      ['HH6', 'held'],
    ]);
  }, 60_000);

  it('reconciles: matched, and not', () => {
    const paid = [['户名', '账号', '金额', '入账日期']];
    const sent = [...rowsOf(readFileSync(join(folder, bankFile('bank-csv')), 'utf8')).slice(2)];
    sent.push(...rowsOf(readFileSync(join(folder, bankFile('bank-re')), 'utf8')));
    for (const row of sent) paid.push([row['户名'] ?? '', row['账号'] ?? '', row['金额'] ?? '', today]);
    writeTable(folder, '银行明细.csv', paid);
    const whole = json(0, 'reconcile', '--year', '2024', '--bank', '银行明细.csv', '--out', '对账');
    expect(whole).toMatchObject({
      kinds: { matched: { lines: 5 }, returned: { lines: 2 } },
      totals: { ledger: { lines: 5 }, bank: { lines: 5 }, difference: '0.00' },
    });
    const rows = rowsOf(readFileSync(join(folder, '对账/reconciliation.csv'), 'utf8'));
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      'kind,batch_id,line_no,payee_id,payee_name,ledger_amount,bank_amount,difference,reason',
    );
    expect(rows.map(({ kind, line_no }) => [kind, line_no])).toEqual([
      ['returned', '1'],
      ['returned', '2'],
      ['matched', '3'],
      ['matched', '4'],
      ['matched', '5'],
      ['matched', '1'],
      ['matched', '2'],
    ]);
    expect(existsSync(join(folder, '对账/reconciliation.json'))).toBe(true);

    writeTable(folder, '少一笔.csv', [...paid.slice(0, -1), ['王五', account(77), '1.00', today]]);
    expect(json(1, 'reconcile', '--year', '2024', '--bank', '少一笔.csv')).toMatchObject({
      kinds: { 'missing-in-bank': { lines: 1 }, 'missing-in-ledger': { lines: 1, amount: '1.00' } },
    });
    writeTable(folder, '预算.csv', [
      ['项目', '预算金额'],
      ['就业奖补', '1000'],
    ]);
    const over = json(1, 'reconcile', '--year', '2024', '--bank', '银行明细.csv', '--budget', '预算.csv');
    expect(over['findings']).toMatchObject([{ code: 'LED-10' }]);
    expect(json(0, 'reconcile', '--year', '2023')).toMatchObject({ agrees: true });
  }, 120_000);

  it('keeps a ledger that verifies and can be carried away without numbers', () => {
    expect(json(0, 'ledger', 'verify')).toMatchObject({ ok: true, batches: 3, problems: [] });
    done(0, 'ledger', 'export', '--out', '台账');
    const names = readdirSync(join(folder, '台账')).sort();
    expect(names).toContain('lines.csv');
    const whole = names.map((name) => readFileSync(join(folder, '台账', name), 'utf8')).join('');
    expect(whole).toContain('HH1');
    for (const n of [1, 2, 3, 4, 5, 6]) {
      expect(whole).not.toContain(personId(n));
      expect(whole).not.toContain(account(n));
    }
    expect(done(1, 'diff', MAIN, REISSUE).stdout).toContain('退出');
    expect(done(1, 'diff', '十月.csv', '十一月.csv').stdout).toContain('账号变更');
    expect(done(1, 'diff', '十月.csv', '十一月.csv').stdout).not.toContain(account(22));
    done(0, 'diff', MAIN, 'out/payouts.csv');
    done(0, 'diff', '十月.csv', '十月.csv');
  }, 120_000);
});

describe('a ledger that somebody altered', () => {
  it('is told by its first broken entry, with exit code 1, and pays nothing any more', () => {
    const own = emptyFolder();
    const go = (...words: readonly string[]): Outcome => butie(words, { folder: own });
    const path = writeTable(own, '住户.csv', [
      ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'],
      ...[1, 2].map((n) => [`HH${n}`, '张三', personId(n), 1, 2023, 8000, '有', account(n)]),
    ]);
    go('run', path, '--policy', POLICY, '--period', '2024-10', '--out', 'out', '--by', '张制表');
    go('approve', MAIN, '--by', '李审核');
    expect(go('ledger', 'verify').code).toBe(0);
    const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite') as {
      DatabaseSync: new (file: string) => { exec(sql: string): void; close(): void };
    };
    const raw = new DatabaseSync(join(own, 'butie.db'));
    raw.exec(`DROP TRIGGER line_no_update; UPDATE line SET account_number = '${account(9)}' WHERE line_no = 2`);
    raw.close();
    const verified = go('ledger', 'verify', '--format', 'json');
    expect(verified.code).toBe(1);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: false, first_broken: 1, findings: [{ code: 'LED-08' }] });
    expect(go('ledger', 'verify').stdout).toContain('第 1 条');
    expect(go('export', MAIN, '--out', 'bank').code).toBe(2);
    expect(existsSync(join(own, 'bank'))).toBe(false);
  }, 60_000);
});

describe('a household that turns out to be due nothing', () => {
  it('was overpaid by all it got: a warning with the amount; one that is held is not said to be', () => {
    const own = emptyFolder();
    const go = (...words: readonly string[]): Outcome => butie(words, { folder: own });
    const month = (name: string, incomes: readonly (number | string)[]): string =>
      writeTable(own, name, [
        ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'],
        ...incomes.map((income, i) => [`HH${i + 1}`, '张三', personId(i + 1), 1, 2023, income, '有', account(i + 1)]),
      ]);
    go(
      'run',
      month('十月.csv', [17000, 8000, 8000]),
      '--policy',
      POLICY,
      '--period',
      '2024-10',
      '--out',
      'a',
      '--by',
      '张',
    );
    expect(go('approve', MAIN, '--by', '李审核').code).toBe(0);
    const next = go(
      'run',
      month('十一月.csv', [7999.99, '不详?', 8000]),
      '--policy',
      POLICY,
      '--period',
      '2024-11',
      '--out',
      'b',
    );
    expect(next.code).toBe(1);
    const found = rowsOf(readFileSync(join(own, 'b/exceptions.csv'), 'utf8')).filter(({ code }) => code === 'LED-13');
    expect(found.map((one) => [one['severity'], one['household_id'], one['effect']])).toEqual([
      ['warning', 'HH1', 'paid'],
    ]);
    expect(found[0]?.['message']).toContain('5000.00');
  }, 60_000);
});

describe('books in which everything was paid', () => {
  it('reconcile with exit code 0', () => {
    const own = emptyFolder();
    const go = (...words: readonly string[]): Outcome => butie(words, { folder: own });
    const path = writeTable(own, '住户.csv', [
      ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'],
      ...[1, 2].map((n) => [`HH${n}`, '张三', personId(n), 1, 2023, 8000, '有', account(n)]),
    ]);
    go('run', path, '--policy', POLICY, '--period', '2024-10', '--out', 'out', '--by', '张制表');
    go('approve', MAIN, '--by', '李审核');
    go('export', MAIN, '--out', 'bank');
    const answer = writeTable(own, '回盘.csv', [
      ['序号', '户名', '账号', '金额', '结果'],
      ...[1, 2].map((n) => [n, '张三', account(n), '2000.00', '成功']),
    ]);
    expect(go('return', MAIN, answer, '--coverage', 'full').code).toBe(0);
    const outcome = go('reconcile', '--year', '2024', '--bank', answer);
    expect([outcome.code, outcome.stderr]).toEqual([0, '']);
    expect(outcome.stdout).toContain('全部对上：2 笔');
  }, 60_000);
});
