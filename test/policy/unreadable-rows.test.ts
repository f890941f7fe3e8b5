import { describe, expect, it } from 'vitest';
import { assess } from '../../src/policy/assess/evaluate.js';
import type { Assessment } from '../../src/policy/assess/assessment.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { loadPack } from '../../src/io/packs.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';

/** Rows that went through the real table reader: the rules must know what it calls an unreadable field. */
async function assessed(id: string, sheets: Parameters<typeof gridWorkbook>[0], asOf: string): Promise<Assessment> {
  const file = await loadPack(id);
  const { pack } = parsePack(file?.text ?? '', id);
  if (pack === null) throw new Error(`no pack ${id}`);
  const { roster } = await readRoster([gridWorkbook(sheets)], {});
  return assess({ pack, roster, asOf, period: asOf.slice(0, 7), readings: {}, parameters: {} });
}

describe('a value that could not be read is unknown to the rules', () => {
  it('does not take an unreadable day of leaving for still being there', async () => {
    const code = '91640181MA0000015F';
    const workers = Array.from({ length: 12 }, (_, i) => [
      '某车间',
      code,
      `工人${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(i)}`,
      `64018119900101${String(1001 + i)}`,
      '搬迁群众',
      '2021-03-01',
      i < 3 ? '看情况' : '',
    ]);
    const sheets = {
      单位: [
        ['单位名称', '统一社会信用代码', '单位类型'],
        ['某车间', code, '就业帮扶车间'],
      ],
      用工: [['单位名称', '统一社会信用代码', '姓名', '身份证号', '人员类别', '入职日期', '离职日期'], ...workers],
    };
    const { entitlements } = await assessed('litong-2021-7', sheets, '2022-06-30');
    expect(entitlements.find(({ benefitId }) => benefitId === 'workshop')?.outcome).toBe('undecided');
  });

  it('does not judge a household by what is left when an income is unreadable', async () => {
    const sheets = {
      住户: [
        ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '转移性收入', '人均纯收入'],
        ['H1', '张三丰', '640181199001010010', 2, 2023, '约八千', '', 9000],
      ],
    };
    const { flags } = await assessed('ningdong-2023-62', sheets, '2023-10-31');
    expect(flags.find(({ flag }) => flag === 'under-threshold')?.status).toBe('undecided');
  });
});
