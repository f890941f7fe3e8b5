import { describe, expect, it } from 'vitest';
import { compareListDate, compareListKind, readCompareList } from '../../src/tables/compare-list.js';
import { gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';

describe('comparison lists', () => {
  it('are read by ID number, with name, date and note', async () => {
    const { sheets } = gridWorkbook({
      Sheet1: [
        ['2024年9月死亡人员名单'],
        ['序号', '姓名', '公民身份号码', '死亡日期', '备注'],
        [1, '张三', ` ${A} `, '2024.8.3', null],
        [2, '李四', '64018119900101001', null, null],
        [3, '王五', 640181199001010000, null, null],
        [4, '赵六', '-', null, null],
        ['序号', '姓名', '公民身份号码', '死亡日期', '备注'],
        [5, '张三', A, '2024.8.4', '重复'],
      ],
    });
    const reading = await readCompareList('/x/民政局.xlsx', sheets);
    expect(reading).toMatchObject({ kind: '死亡', date: '2024-09', file: '/x/民政局.xlsx' });
    expect([...(reading?.entries ?? [])]).toEqual([[A, { name: '张三', date: '2024-08-03', note: null, row: 3 }]]);
    expect(reading?.uncompared?.map(({ cause, row, name, first }) => [cause, row, name, first])).toEqual([
      ['unreadable', 4, '李四', '64018119900101'],
      ['digits-lost', 5, '王五', '640181199001010'],
      ['blank', 6, '赵六', ''],
    ]);
  });

  it('need a column of ID numbers', async () => {
    expect(await readCompareList('a.xlsx', gridWorkbook({ 表: [['姓名'], ['张三']] }).sheets)).toBeNull();
  });

  it.each([
    ['财政供养人员20240915.csv', '财政供养', '2024-09-15'],
    ['公益岗名册2024.9', '公益性岗位', '2024-09'],
    ['名单', '其他', null],
  ])('tell their kind and date: %s', (name, kind, day) => {
    expect([compareListKind(name), compareListDate(name)]).toEqual([kind, day]);
  });
});
