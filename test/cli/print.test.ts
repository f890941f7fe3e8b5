import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, type Outcome } from './butie.js';
import { account, personId, writeTable } from './made-up.js';

const POLICY = 'ningdong-2023-62';
const MAIN = `${POLICY}.2024-10.main`;
const folder = emptyFolder();
const go = (...words: readonly string[]): Outcome => butie(words, { folder });
const HEAD =
  '户编号,户主姓名,户主身份证号,乡镇,社区,搬迁批次,家庭人口数,收入年度,年务工收入,证明材料,开户银行,银行账号';
const roster = (name: string, accountOf = account): string =>
  writeTable(folder, name, [
    HEAD.split(','),
    ...[1, 2, 3, 4].map((n) => [
      `HH${n}`,
      `张${'甲乙丙丁'[n - 1] ?? ''}`,
      personId(n),
      n < 4 ? '宁东镇' : '白土岗乡',
      n < 3 ? '灵新社区' : '永利社区',
      '十二五',
      1,
      2023,
      8000 + 3000 * n,
      '工资流水',
      '灵武农商银行',
      accountOf(n),
    ]),
  ]);

async function textsOf(path: string): Promise<Map<string, string>> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(join(folder, path));
  return new Map(
    book.worksheets.map((sheet) => {
      const cells: string[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.master.value === null ? '' : cell.text)));
      return [sheet.name, cells.join('\n')];
    }),
  );
}

/** At what percent all columns fit: by the widths that the worst of the usual fonts has. */
async function smallestPrint(path: string): Promise<number> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(join(folder, path));
  const percents = book.worksheets.map(({ columns, pageSetup }) => {
    const room = ((pageSetup.orientation === 'landscape' ? 297 : 210) / 25.4 - 0.8) * 96;
    return (room / columns.reduce((sum, { width = 9 }) => sum + width * 9 + 5, 0)) * 100;
  });
  return Math.min(100, ...percents);
}

describe('the paper of a batch', () => {
  const run = go(
    'run',
    roster('住户.csv'),
    '--policy',
    POLICY,
    '--period',
    '2024-10',
    '--out',
    'out',
    '--by',
    '王制表',
  );
  it('is printed from the ledger alone, as it was approved', async () => {
    expect(run.code).toBe(0);
    expect(go('approve', MAIN, '--by', '李审核').code).toBe(0);
    rmSync(join(folder, 'out'), { recursive: true });
    rmSync(join(folder, '住户.csv'));
    const outcome = go('print', MAIN, '--out', '打印');
    expect([outcome.code, outcome.stderr]).toEqual([0, '']);
    expect(readdirSync(join(folder, '打印')).sort()).toEqual([
      'batch.json',
      'payout.xlsx',
      'payouts.csv',
      'public-notice.xlsx',
    ]);
    const sheets = await textsOf('打印/payout.xlsx');
    expect([...sheets.keys()]).toEqual(['发放花名册', '汇总表', '资金申请表', '审批表', '公示证明']);
    for (const [name, text] of sheets) {
      expect(text, name).not.toContain('草稿');
      expect(text, name).toContain(name === '公示证明' ? '公 示 证 明' : '宁东镇党发〔2023〕62号');
    }
    expect(sheets.get('发放花名册')).toContain('制表：王制表');
    expect(sheets.get('发放花名册')).toContain('审核：李审核');
    expect(sheets.get('资金申请表')).toMatch(/宁东镇\n就业奖补\n3户\n3\n12000\n人民币壹万贰仟元整/);
    expect(sheets.get('资金申请表')).toMatch(/白土岗乡\n就业奖补\n1户\n1\n5000\n人民币伍仟元整/);
    for (const opinion of ['村（社区）意见', '乡镇（街道）意见', '业务科室意见', '主管局意见', '公示起', '公示止'])
      expect(sheets.get('审批表')).toContain(opinion);
    const notice = await textsOf('打印/public-notice.xlsx');
    expect(notice.get('公示表')).not.toContain('草稿');
    expect(notice.get('公示表')).not.toContain(personId(1));
    expect(notice.get('公示表')).toContain('张甲');
  }, 60_000);

  it('prints at nine points and more on A4', async () => {
    expect(await smallestPrint('打印/payout.xlsx')).toBeGreaterThan((9 / 11) * 100);
    expect(await smallestPrint('打印/public-notice.xlsx')).toBeGreaterThan((9 / 11) * 100);
  });

  it('prints a part, and names the parts there are', async () => {
    expect(go('print', MAIN, '--out', '乡', '--part', 'township=白土岗乡').code).toBe(0);
    const text = (await textsOf('乡/payout.xlsx')).get('发放花名册') ?? '';
    expect(text).toContain('范围：乡镇 白土岗乡');
    expect(text).toContain('张丁');
    expect(text).not.toContain('张甲');
    expect(readFileSync(join(folder, '乡/payouts.csv'), 'utf8').trim().split('\r\n')).toHaveLength(2);
    const unknown = go('print', MAIN, '--out', '没有', '--part', 'township=某乡');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('宁东镇、白土岗乡');
    expect(go('print', MAIN, '--out', '没有', '--part', '某乡').code).toBe(2);
  }, 60_000);

  it('prints old and new account and the reason of what is paid again', async () => {
    go('export', MAIN, '--out', '银行');
    const answer = writeTable(folder, '回盘.csv', [
      ['序号', '户名', '账号', '金额', '结果', '失败原因'],
      ...[1, 2, 3, 4].map((n) => [
        n,
        `张${'甲乙丙丁'[n - 1] ?? ''}`,
        account(n),
        `${[3000, 4000, 5000, 5000][n - 1] ?? 0}.00`,
        n === 2 ? '失败' : '成功',
        n === 2 ? '账户已销户' : '',
      ]),
    ]);
    expect(go('return', MAIN, answer, '--coverage', 'full').code).toBe(0);
    const corrected = roster('改正.csv', (n) => account(n === 2 ? 92 : n));
    const again = go(
      'reissue',
      MAIN,
      '--roster',
      corrected,
      '--period',
      '2024-11',
      '--name',
      '补发1',
      '--out',
      '补发',
      '--by',
      '王制表',
    );
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('补发批次')]);
    const batch = `${POLICY}.2024-11.补发1`;
    expect(go('print', batch, '--out', '更正').code).toBe(0);
    for (const file of ['补发/payout.xlsx', '更正/payout.xlsx']) {
      const text = (await textsOf(file)).get('更正发放表') ?? '';
      for (const part of [account(2), account(92), '账户已销户', '原批次']) expect(text).toContain(part);
    }
    const roster2 = (await textsOf('更正/payout.xlsx')).get('发放花名册') ?? '';
    expect(roster2).toContain('草稿');
  }, 60_000);
});
