import { groupBy } from '../../domain/group-rows.js';
import { cellAddress } from '../../tables/grid.js';
import { NOWHERE } from '../../findings/finding.js';
import type { UncomparedRow } from '../define-check.js';
import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

/** Cells that a message names; the others are in its count. */
const NAMED = 20;

const ZH: Readonly<Record<string, string>> = {
  blank: '没有填',
  'digits-lost': '存成了数字，后几位已丢失',
  masked: '打了星号',
  unreadable: '不是身份证号',
};
const EN: Readonly<Record<string, string>> = {
  blank: 'blank',
  'digits-lost': 'stored as numbers that lost their last digits',
  masked: 'masked',
  unreadable: 'no ID numbers',
};

export const listRowsNotCompared = defineCheck({
  code: 'XSH-14',
  name: 'list-rows-not-compared',
  severity: 'error',
  stage: 'lists',
  needs: [],
  lists: ['死亡', '财政供养', '工商登记', '公益性岗位', '资产', '监测系统', '其他'],
  sample: { kind: '死亡', reason: 'masked', count: 2, cells: 'B3、B7' },
  text: {
    zh: {
      title: '比对名单中有的行没有比对',
      what: (p) =>
        `${param(p, 'kind')}名单应能逐行比对，现有 ${param(p, 'count')} 行的身份证号${reasonText(ZH, p, '读不出')}（${param(p, 'cells')}）`,
      why: '没有比对不等于没有问题：这几个人若在名册里，会照常发放',
      how: '请向提供单位索取完整的身份证号（设为文本格式），改好名单再运行；或按姓名人工核对这几行',
    },
    en: {
      title: 'Rows of a list could not be compared',
      what: (p) =>
        `every row of the list ${param(p, 'kind')} should be compared; the ID numbers of ${param(p, 'count')} rows are ${reasonText(EN, p, 'unreadable')} (${param(p, 'cells')})`,
      why: 'not compared is not cleared: if these people are on the roster, they are paid',
      how: 'ask for the whole ID numbers (as text), correct the list and run again; or look these rows up by name',
    },
  },
  examples: [
    {
      title: '打了星号的名单',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['死亡!身份证号@2'],
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: null, date: null, note: null, row: 2 }]]),
          uncompared: [
            {
              cause: 'masked',
              sheet: '死亡',
              row: 3,
              column: 1,
              header: '身份证号',
              name: '李四',
              first: '640181',
              last: '0010',
            },
          ],
        },
      ],
    },
    {
      title: '每行都能比对',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: null, date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: ({ lists, report }) => {
    for (const { kind, file, uncompared = [] } of lists)
      for (const [cause, rows] of groupBy(uncompared, (row) => row.cause)) {
        const [first] = rows;
        if (first === undefined) continue;
        const { sheet, row, column, header } = first;
        report({
          place: { ...NOWHERE, file, sheet, row, column, header },
          params: { kind, reason: cause, count: rows.length, cells: cellsOf(rows) },
        });
      }
  },
});

function cellsOf(rows: readonly UncomparedRow[]): string {
  const cells = rows.slice(0, NAMED).map(({ row, column }) => cellAddress(row, column));
  return cells.join('、') + (rows.length > NAMED ? '…' : '');
}
