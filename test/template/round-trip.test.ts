import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCreditCode } from '../../src/domain/credit-code.js';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import { butie, emptyFolder, looksLikeCrash } from '../cli/butie.js';

const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string | number>>;

function id(order: string, birth = '19850312'): string {
  const first = `640181${birth}${order}`;
  return first + residentIdCheck(first);
}

/** A credit code of nobody, its check character found by trying. */
function code(body: string): string {
  const found = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY', (last) => body + last).find(
    (one) => checkCreditCode(one) === 'ok',
  );
  if (found === undefined) throw new Error(`no check character for ${body}`);
  return found;
}

const HEAD = id('101');
const WIFE = id('202', '19870620');
const ACCOUNT = { 开户银行: '中国农业银行灵武支行', 账户名称: '张建国', 银行账号: '6228480000000000000' };
const CENTRE = { 单位名称: '灵武市示范培训中心', 统一社会信用代码: code('91640181MA0000101') };
const AGENCY = { 单位名称: '灵武市示范劳务中介', 统一社会信用代码: code('91640181MA0000102') };
const FACTORY = { 单位名称: '示范就业帮扶车间', 统一社会信用代码: code('91640181MA0000103') };

/** One household in order, and whoever works with it. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  住户: [
    {
      户编号: 'HH0101',
      户主姓名: '张建国',
      户主身份证号: HEAD,
      乡镇: '宁东镇',
      社区: '灵新社区',
      户类型: '搬迁户',
      搬迁批次: '2017年第一批',
      家庭人口数: 2,
      收入年度: 2023,
      年务工收入: 24000,
      证明材料: '劳务合同、工资流水',
      ...ACCOUNT,
      联系电话: '13800138000',
    },
  ],
  成员: [
    {
      户编号: 'HH0101',
      姓名: '张建国',
      身份证号: HEAD,
      与户主关系: '户主',
      劳动技能: '普通劳动力',
      就业状态: '外出务工',
      务工单位: '示范服务有限公司',
      务工所在地: '内蒙古自治区鄂尔多斯市',
      务工开始日期: '2023-01-01',
      务工月数: 12,
      月工资: 2000,
      年务工收入: 24000,
      签订劳动合同: '是',
      缴纳社会保险: '是',
      证明材料: '劳务合同、工资流水',
      ...ACCOUNT,
    },
    {
      户编号: 'HH0101',
      姓名: '李秀英',
      身份证号: WIFE,
      与户主关系: '配偶',
      劳动技能: '普通劳动力',
      就业状态: '自主创业',
    },
  ],
  经营: [
    {
      户编号: 'HH0101',
      经营者姓名: '李秀英',
      经营者身份证号: WIFE,
      主体类型: '个体工商户',
      主体名称: '秀英小吃店',
      统一社会信用代码: code('92640181MA0000104'),
      登记日期: '2021-05-10',
      经营状态: '正常',
      年经营收入: 26000,
      带动就业人数: 1,
      首次创业: '是',
      返乡创业人员: '是',
      证明材料: '营业执照',
    },
  ],
  单位: [
    { ...CENTRE, 单位类型: '培训机构', 认定日期: '2021-03-01', 认定文号: '灵人社发〔2021〕1号' },
    { ...AGENCY, 单位类型: '劳务中介组织', 认定日期: '2021-03-01', 认定文号: '灵人社发〔2021〕2号' },
    { ...FACTORY, 单位类型: '就业帮扶车间', 认定日期: '2021-03-01', 认定文号: '灵人社发〔2021〕3号' },
  ],
  用工: [{ ...FACTORY, 姓名: '王成林', 身份证号: id('303'), 人员类别: '脱贫人口', 入职日期: '2023-02-01' }],
  劳务输出: [
    {
      中介名称: AGENCY.单位名称,
      中介代码: AGENCY.统一社会信用代码,
      姓名: '张建国',
      身份证号: HEAD,
      户籍县区: '利通区',
      用工单位: '示范服务有限公司',
      开始日期: '2023-01-01',
      结束日期: '2023-09-30',
    },
  ],
  培训: [
    {
      姓名: '李秀英',
      身份证号: WIFE,
      户编号: 'HH0101',
      培训类别: '餐饮服务',
      培训机构: CENTRE.单位名称,
      机构代码: CENTRE.统一社会信用代码,
      课程: '中式面点',
      开始日期: '2023-03-01',
      结束日期: '2023-03-10',
      培训天数: 10,
      是否合格: '是',
      证书: '结业证书',
    },
  ],
  服务: [{ 姓名: '李秀英', 身份证号: WIFE, 服务类别: '职业指导', 日期: '2023-04-01', 结果: '有意向' }],
  安置点: [
    {
      安置点: '示范安置点',
      乡镇: '宁东镇',
      人口: 800,
      脱贫人口: 600,
      车间岗位数: 40,
      车间搬迁务工人数: 30,
      车间距离分钟: 10,
      有意愿务工户数: 200,
      有意愿务工人数: 260,
      工作队人数: 3,
    },
  ],
  指标填报: [{ 条款编号: 'Y1', 对象: '示范安置点', 指标值: 3, 单位: '个', 日期: '2023-06-30', 说明: '按台账' }],
};

/** A day on which the pack is in force. */
const AS_OF = new Map([
  ['litong-2021-7', '2023-10-31'],
  ['jinping-2022-21', '2022-12-31'],
]);

function aYearEarlier(value: string | number): string | number {
  if (typeof value === 'number') return value === 2023 ? 2022 : value;
  return value.replace(/^2023-/, '2022-');
}

/** Packs and what else must be said to use them. */
const PACKS: readonly (readonly [string, readonly string[]])[] = [
  ['ningdong-2023-62', []],
  ['litong-2021-7', []],
  ['jinping-2022-21', []],
  ['yuncheng-2021-1', []],
  ['pingluo-draft', ['--allow-draft-policy']],
];

describe.each(PACKS)('the standard workbook of %s', (policy, more) => {
  const blank = join(folder, `${policy}.xlsx`);
  const filled = join(folder, `${policy}-填好.xlsx`);
  const outcome = butie(['template', '--policy', policy, '--out', blank, ...more]);

  it('is written, and says what to do next', () => {
    expect(outcome.code).toBe(0);
    expect(outcome.stdout.trim()).toBe(blank);
    expect(outcome.stderr).toContain(`butie check ${blank} --policy ${policy}`);
    expect(looksLikeCrash(outcome)).toBe(false);
  });

  it('holds no rows until it is filled in: the example does not count', () => {
    const { findings, code: exit } = check(blank, policy, ['--policy', policy, ...more]);
    // Rows of 指标填报 that are laid out and not filled in are told in one line.
    expect(findings.map((finding) => finding.code)).toEqual(['SHT-06', 'FIL-06']);
    expect(exit).toBe(1);
  });

  it('filled in with valid rows it gives no findings but the rows laid out and left', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(blank);
    let rows = 0;
    for (const sheet of book.worksheets)
      for (const [index, row] of (ROWS[sheet.name] ?? []).entries()) {
        const headers = sheet.getRow(1).values as (string | undefined)[];
        for (const [header, value] of Object.entries(row)) {
          const column = headers.findIndex((one) => one?.replace('*', '') === header);
          expect(column, `${sheet.name} ${header}`).toBeGreaterThan(0);
          sheet.getCell(3 + index, column).value = policy.startsWith('jinping') ? aYearEarlier(value) : value;
        }
        rows++;
      }
    expect(rows).toBeGreaterThan(3);
    await book.xlsx.writeFile(filled);
    for (const words of [['--policy', policy, ...more], []]) {
      const { findings, code: exit } = check(filled, policy, words);
      expect(findings.filter(({ code }) => code !== 'SHT-06')).toEqual([]);
      expect(exit).toBe(0);
    }
  });

  it('keeps long numbers as text, offers choices, explains headers and freezes them', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(blank);
    expect(book.worksheets[0]?.name).toBe('填写说明');
    const sheet = book.getWorksheet('成员');
    const headers = (sheet?.getRow(1).values ?? []) as (string | undefined)[];
    const at = (header: string): number => headers.findIndex((one) => one?.replace('*', '') === header);
    for (const header of ['身份证号', '银行账号']) expect(sheet?.getColumn(at(header)).numFmt, header).toBe('@');
    expect(sheet?.getCell(3, at('与户主关系')).dataValidation.type).toBe('list');
    expect(sheet?.getCell(1, at('身份证号')).note).toBeTruthy();
    expect(sheet?.getCell(2, 1).text).toMatch(/^例/);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });
});

describe('butie template', () => {
  it('asks for what it needs', () => {
    expect(butie(['template', '--out', join(folder, 'a.xlsx')]).code).toBe(2);
    expect(butie(['template', '--policy', 'ningdong-2023-62']).code).toBe(2);
    expect(butie(['template', '--policy', 'nowhere', '--out', join(folder, 'a.xlsx')]).code).toBe(2);
    expect(butie(['template', '--policy', 'ningdong-2023-62', '--out', join(folder, 'a.csv')]).code).toBe(2);
  });

  it('does not write over a workbook that somebody filled in, unless told to', async () => {
    const path = join(folder, '旧.xlsx');
    await new ExcelJS.Workbook().xlsx.writeFile(path);
    const words = ['template', '--policy', 'ningdong-2023-62', '--out', path];
    const refused = butie(words);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(butie([...words, '--force']).code).toBe(0);
    // Its own blank form may be made again.
    expect(butie(words).code).toBe(0);
  });
});

interface Found {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

function check(path: string, policy: string, words: readonly string[]): { code: number | null; findings: Found[] } {
  const asOf = AS_OF.get(policy) ?? '2024-10-31';
  const { code: exit, stdout } = butie(['check', path, ...words, '--as-of', asOf, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: Found[] };
  return {
    code: exit,
    findings: findings.map(({ code: one, sheet, cell, message }) => ({ code: one, sheet, cell, message })),
  };
}
