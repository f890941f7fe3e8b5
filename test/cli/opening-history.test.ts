import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, type Outcome } from './butie.js';
import { account, creditCode, personId, rowsOf, writeTable } from './made-up.js';

/** What was paid before the ledger began must never be paid again: import, then run, through the built command. */

type Table = readonly (readonly (string | number)[])[];

function households(first: number, count: number, income: number): Table {
  return [
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
    ...Array.from({ length: count }, (_, i) => {
      const n = first + i;
      return [`HH${n}`, '张三', personId(n), '灵新社区', 1, 2023, income, '有', '农行', account(n)];
    }),
  ];
}

function run(folder: string, files: readonly string[], policy: string, period: string): Record<string, string>[] {
  const words = ['run', ...files, '--policy', policy, '--period', period, '--out', 'out', '--by', '张制表', '-q'];
  const outcome = butie(words, { folder });
  expect(outcome.code, outcome.stderr).toBeLessThan(2);
  return rowsOf(readFileSync(join(folder, 'out/payouts.csv'), 'utf8'));
}

function take(folder: string, files: readonly string[], ...words: readonly string[]): Outcome {
  return butie(['ledger', 'import', ...files, '--by', '张制表', ...words], { folder });
}

describe('opening history of 宁东镇', () => {
  it('takes off what our own payouts.csv paid, and leaves the rest of the pool', () => {
    const old = emptyFolder();
    const before = run(old, [writeTable(old, '住户.csv', households(1, 3, 8000))], 'ningdong-2023-62', '2024-09');
    expect(before.map(({ amount }) => amount)).toEqual(['2000.00', '2000.00', '2000.00']);

    const folder = emptyFolder();
    const roster = writeTable(folder, '住户.csv', households(1, 4, 11000));
    const outcome = take(folder, [join(old, 'out/payouts.csv')], '--policy', 'ningdong-2023-62');
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('3 笔');
    const lines = run(folder, [roster], 'ningdong-2023-62', '2024-10');
    expect(lines.map(({ entitlement, paid_before, amount }) => [entitlement, paid_before, amount])).toEqual([
      ['3000.00', '2000.00', '1000.00'],
      ['3000.00', '2000.00', '1000.00'],
      ['3000.00', '2000.00', '1000.00'],
      ['3000.00', '0.00', '3000.00'],
    ]);
  });

  it('charges the pool over all years, and finds the household of an 18-column sheet by its head', () => {
    const folder = emptyFolder();
    const roster = writeTable(folder, '住户.csv', households(1, 2, 17000));
    const sheet = writeTable(folder, '一卡通.csv', [
      [
        '序号',
        '乡镇',
        '村(居)委会',
        '户主姓名',
        '户主身份证号',
        '享受人',
        '享受人身份证号',
        '补贴金额',
        '开户银行',
        '银行账号',
      ],
      [1, '宁东镇', '灵新社区', '张三', personId(1), '张三', personId(1), '4500', '农行', account(1)],
      ['合计', '', '', '', '', '', '', '4500', '', ''],
    ]);
    const words = ['--policy', 'ningdong-2023-62', '--benefit', 'business-bonus', '--year', '2024'];
    const refused = take(folder, [sheet], ...words);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain('LED-14');
    expect(take(folder, [sheet], ...words, '--roster', roster).code).toBe(0);
    // 5000 for 2023 on its own, but the 5000 of the whole window have 500 left for the first household.
    const lines = run(folder, [roster], 'ningdong-2023-62', '2024-10');
    expect(lines.map(({ payee_id, amount, cut_by }) => [payee_id, amount, cut_by])).toEqual([
      ['HH1', '500.00', 'pool:bonus-total'],
      ['HH2', '5000.00', ''],
    ]);
  });

  it('takes in the same sheet once, and never a batch that the ledger has', () => {
    const folder = emptyFolder();
    const roster = writeTable(folder, '住户.csv', households(1, 2, 8000));
    run(folder, [roster], 'ningdong-2023-62', '2024-10');
    const own = take(folder, ['out/payouts.csv'], '--policy', 'ningdong-2023-62');
    expect(own.code).toBe(2);
    expect(own.stdout).toContain('ningdong-2023-62.2024-10.main');
    const sheet = writeTable(folder, '旧.csv', [
      ['户编号', '项目', '收入年度', '金额'],
      ['HH9', '就业奖补', '2023', '2000.00'],
    ]);
    const words = ['--policy', 'ningdong-2023-62', '--period', '2024-01'];
    expect(take(folder, [sheet, sheet], ...words).stdout).toContain('1 笔');
    expect(take(folder, [sheet], ...words).stdout).toContain('没有改动');
    expect(take(folder, [sheet], ...words, '--name', 'another').code).toBe(2);
  });

  it('takes nothing of a sheet with one bad row', () => {
    const folder = emptyFolder();
    const sheet = writeTable(folder, '旧.csv', [
      ['户编号', '项目', '收入年度', '金额'],
      ['HH1', '就业奖补', '2023', '2000.00'],
      ['HH2', '就业奖补', '2023', '约两千'],
    ]);
    const outcome = take(folder, [sheet], '--policy', 'ningdong-2023-62', '--period', '2024-01', '--format', 'json');
    expect(outcome.code).toBe(2);
    const { error, findings } = JSON.parse(outcome.stdout) as { error: { code: string }; findings: { cell: string }[] };
    expect(error.code).toBe('opening-refused');
    expect(findings.map(({ cell }) => cell)).toEqual(['D3']);
    expect(butie(['batches'], { folder }).code).toBe(2);
  });
});

describe('opening history of 利通区', () => {
  const members: Table = [
    [
      '户编号',
      '姓名',
      '身份证号',
      '与户主关系',
      '务工所在地',
      '务工开始日期',
      '签订劳动合同',
      '缴纳社会保险',
      '银行账号',
    ],
    ...[1, 2].map((n) => [`HH${n}`, '张三', personId(n), '户主', '浙江省杭州市', '2022-01-05', '是', '是', account(n)]),
  ];

  it('knows a person of the calendar year, and pays the next year', () => {
    const folder = emptyFolder();
    const roster = writeTable(folder, '成员.csv', members);
    const sheet = writeTable(folder, '一卡通.csv', [
      ['序号', '享受人', '享受人身份证号', '补贴金额'],
      [1, '张三', personId(1), '800'],
    ]);
    const words = ['--policy', 'litong-2021-7', '--benefit', 'transport', '--year', '2022'];
    expect(take(folder, [sheet], ...words).code).toBe(0);
    const now = run(folder, [roster], 'litong-2021-7', '2022-12');
    expect(now.map(({ payee_id, amount }) => [payee_id, amount])).toEqual([[personId(2), '800.00']]);
    const later = run(folder, [roster], 'litong-2021-7', '2023-07');
    expect(later.map(({ amount }) => amount)).toEqual(['800.00', '800.00']);
  });

  it('knows a workshop for life, and the workers and courses that were paid one by one', () => {
    const folder = emptyFolder();
    const code = creditCode(1);
    const school = creditCode(2);
    const files = [
      writeTable(folder, '单位.csv', [
        ['单位名称', '统一社会信用代码', '单位类型', '银行账号'],
        ['红寺堡劳务', code, '劳务中介组织', account(1)],
        ['厨师学校', school, '培训机构', account(2)],
      ]),
      writeTable(folder, '劳务输出.csv', [
        ['中介名称', '中介代码', '姓名', '身份证号', '户籍县区', '用工单位', '开始日期', '结束日期'],
        ...[1, 2, 3].map((n) => ['红寺堡劳务', code, '张三', personId(n), '利通区', '甲厂', '2022-01-05', '']),
      ]),
      writeTable(folder, '培训.csv', [
        [
          '姓名',
          '身份证号',
          '培训类别',
          '培训机构',
          '机构代码',
          '课程',
          '开始日期',
          '结束日期',
          '培训天数',
          '是否合格',
        ],
        ['李四', personId(11), '餐饮服务', '厨师学校', school, '面点', '2022-03-01', '2022-03-05', 5, '是'],
        ['李四', personId(11), '餐饮服务', '厨师学校', school, '炒菜', '2022-05-01', '2022-05-08', 8, '是'],
      ]),
    ];
    const broker = writeTable(folder, '中介补贴.csv', [
      ['统一社会信用代码', '单位名称', '项目', '享受人身份证号', '金额'],
      ...[1, 2].map((n) => [code, '红寺堡劳务', '就业创业服务补贴', personId(n), '200']),
    ]);
    const course = writeTable(folder, '培训补贴.csv', [
      ['统一社会信用代码', '单位名称', '项目', '享受人身份证号', '开始日期', '课程', '金额'],
      [school, '厨师学校', '餐饮服务培训补贴', personId(11), '2022-03-01', '面点', '250'],
    ]);
    expect(take(folder, [broker, course], '--policy', 'litong-2021-7', '--period', '2022-06').code).toBe(0);
    const lines = run(folder, files, 'litong-2021-7', '2022-12');
    expect(
      lines
        .map(({ benefit_id, entitlement, paid_before, amount }) => [benefit_id, entitlement, paid_before, amount])
        .sort(),
    ).toEqual([
      ['broker', '600.00', '400.00', '200.00'],
      ['catering-training', '500.00', '250.00', '250.00'],
    ]);
  });

  it('refuses a sum for a broker: it does not say which workers were paid', () => {
    const folder = emptyFolder();
    const sheet = writeTable(folder, '中介补贴.csv', [
      ['统一社会信用代码', '单位名称', '项目', '金额'],
      [creditCode(1), '红寺堡劳务', '就业创业服务补贴', '400'],
    ]);
    const outcome = take(folder, [sheet], '--policy', 'litong-2021-7', '--period', '2022-06');
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toContain('每人一行');
  });
});
