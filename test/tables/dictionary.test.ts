import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLE_KINDS } from '../../src/domain/roster.js';
import { TABLES, type Field } from '../../src/tables/fields/index.js';
import { matchColumns } from '../../src/tables/header/match-columns.js';
import { normaliseHeader } from '../../src/tables/header/normalise.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from './workbook-builder.js';

/** src/CONTRACT.md §3, word for word; `*` = required. */
const STANDARD: Readonly<Record<string, string>> = {
  住户: '户编号* 户主姓名* 户主身份证号* 乡镇 社区 户类型 搬迁批次 家庭人口数* 收入年度* 年务工收入 年经营收入 财产性收入 转移性收入 生产经营支出 人均纯收入 上年人均纯收入 监测对象类别 风险是否消除 证明材料 开户银行 账户名称 银行账号 联系电话 备注 自付刚性支出 风险类型 识别日期 消除日期 低保或特困 帮扶责任人',
  成员: '户编号* 姓名* 身份证号* 与户主关系* 劳动技能 在校生状况 健康状况 就业状态 务工单位 务工所在地 务工开始日期 务工结束日期 务工月数 月工资 年务工收入 签订劳动合同 缴纳社会保险 证明材料 技能 就业意愿 培训意愿 开户银行 账户名称 银行账号',
  经营: '户编号* 经营者姓名* 经营者身份证号* 主体类型* 主体名称 统一社会信用代码 登记日期 经营状态 年经营收入 带动就业人数 首次创业 返乡创业人员 证明材料 开户银行 账户名称 银行账号',
  单位: '单位名称* 统一社会信用代码* 单位类型* 认定日期 认定文号 岗位总数 开户银行 账户名称 银行账号',
  用工: '单位名称* 统一社会信用代码* 姓名* 身份证号* 人员类别* 入职日期* 离职日期',
  劳务输出: '中介名称* 中介代码* 姓名* 身份证号* 户籍县区* 用工单位* 开始日期* 结束日期',
  培训: '姓名* 身份证号* 户编号 培训类别* 培训机构 机构代码 课程 开始日期* 结束日期 培训天数 是否合格 证书',
  服务: '姓名* 身份证号* 服务类别* 日期* 结果 说明',
  安置点:
    '安置点* 乡镇 人口* 脱贫人口 车间岗位数 车间搬迁务工人数 车间距离分钟 有意愿务工户数 有意愿务工人数 工作队人数',
  申请: '户编号 姓名* 身份证号* 补贴项目* 数量 单位 金额 等级 起始年月 截止年月 月数 缴费金额 证明材料 开户银行 账户名称 银行账号',
  指标填报: '条款编号* 对象 指标值* 单位 日期 说明',
};

const words = (field: Field): string[] => [field.header, ...(field.synonyms ?? [])];

describe('the field dictionary', () => {
  it.each(TABLE_KINDS)('has the columns of src/CONTRACT.md §3, in their order: %s', (kind) => {
    const standard = TABLES[kind].fields.filter((field) => field.extra !== true);
    expect(standard.map((field) => field.header + (field.required === true ? '*' : '')).join(' ')).toBe(STANDARD[kind]);
  });

  it.each(TABLE_KINDS)('reads every word as the one field it belongs to: %s', (kind) => {
    for (const field of TABLES[kind].fields) {
      for (const word of [...words(field), ...(field.weak ?? [])]) {
        for (const written of [
          word,
          `${word}*`,
          ` ${word.split('').join(' ')}\n`,
          word.replaceAll('(', '（').replaceAll(')', '）'),
        ]) {
          const { columns } = matchColumns([{ column: 0, header: written, path: [] }], kind);
          expect(columns[0]?.field?.key, `${kind} ${written}`).toBe(field.key);
        }
      }
    }
  });

  it.each(TABLE_KINDS)('uses no word that it calls ambiguous: %s', (kind) => {
    for (const { header } of TABLES[kind].ambiguous) {
      const { columns } = matchColumns([{ column: 0, header, path: [] }], kind);
      expect(columns[0], header).toMatchObject({ field: null, ambiguous: { header } });
    }
  });

  it('knows one word from another that is one character apart', () => {
    for (const [header, kind] of [
      ['应发金额', '住户'],
      ['上月收入', '成员'],
      ['开户人电话', '住户'],
      ['帮扶人姓名', '成员'],
      ['监护人电话', '成员'],
      ['户主性别', '住户'],
      ['就业人口', '住户'],
    ] as const)
      expect(matchColumns([{ column: 0, header, path: [] }], kind).columns[0]?.field, header).toBeNull();
  });

  it('reads a table whatever the order and the words of its columns', async () => {
    const values: Readonly<Record<string, string | number>> = {
      householdId: 'HH1',
      headName: '张三',
      headId: '640181199001010010',
      size: 3,
      incomeYear: 2023,
      wageIncome: 24_000.5,
      businessIncome: 100,
      propertyIncome: 1,
      transferIncome: 2,
      operatingCost: 3,
      perCapitaIncome: 8000,
      evidence: '合同',
      township: '宁东镇',
    };
    const fields = TABLES.住户.fields.filter((field) => field.key in values);
    const layout = fc.tuple(
      fc.shuffledSubarray(fields, { minLength: fields.length }),
      fc.array(fc.nat(), { minLength: fields.length, maxLength: fields.length }),
      fc.constantFrom([], [['某镇花名册']], [['某镇花名册'], ['填报单位：某镇'], []]),
    );
    await fc.assert(
      fc.asyncProperty(layout, async ([order, picks, titles]) => {
        const header = order.map((field, index) => words(field)[(picks[index] ?? 0) % words(field).length] ?? '');
        const row = order.map((field) => values[field.key] ?? null);
        const { roster, findings } = await readRoster([gridWorkbook({ 表: [...titles, header, row] })]);
        expect(findings).toEqual([]);
        expect(roster.rows.住户).toMatchObject([
          {
            ...values,
            wageIncome: 2_400_050,
            businessIncome: 10_000,
            propertyIncome: 100,
            transferIncome: 200,
            operatingCost: 300,
            perCapitaIncome: 800_000,
          },
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('header words', () => {
  it.each([
    [' 身份\n证号码* ', '身份证号', null],
    ['１．户主姓名', '户主姓名', null],
    ['（一）年务工收入（万元）', '年务工收入', '万元'],
    ['银行帐号', '银行账号', null],
    ['姓名_real_name', '姓名', null],
    ['姓名（必填）', '姓名', null],
    ['月工资(元/月)', '月工资', '元/月'],
    ['县（市、区、旗）', '县(市、区、旗)', null],
    ['务工开始日期（如：2023-01）', '务工开始日期', null],
  ])('%j', (written, key, unit) => {
    expect(normaliseHeader(written)).toEqual({ key, unit });
  });

  it('is the same after a second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLE_KINDS.flatMap((kind) => TABLES[kind].fields.flatMap(words))), (word) => {
        const { key } = normaliseHeader(word);
        expect(normaliseHeader(key).key).toBe(key);
      }),
    );
  });
});
