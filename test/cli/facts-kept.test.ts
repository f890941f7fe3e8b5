import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/io/readers/index.js';
import { displayText } from '../../src/tables/values/plain-text.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { butie, emptyFolder } from './butie.js';
import { creditCode, personId, rowsOf, writeTable } from './made-up.js';

/** All rows of one sheet as texts. */
async function sheetOf(path: string, name: string): Promise<string[][]> {
  const workbook = await openWorkbook(path);
  const rows: string[][] = [];
  await workbook.sheets
    .find((sheet) => sheet.name === name)
    ?.scan((_, cells) => rows.push(Array.from(cells, (cell) => displayText(cell ?? null))) > 0);
  await workbook.close();
  return rows;
}

describe('a target keeps its scope', () => {
  const folder = emptyFolder();
  const places = ['灵新社区', '新社区', '东新社区', '社区'];
  const households = places.map((place, i) => [`H${i}`, '王一', personId(i), 1, 2022, place, '十三五']);
  writeTable(folder, '住户.csv', [
    ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '社区', '搬迁批次'],
    ...households,
  ]);
  writeTable(folder, '成员.csv', [
    ['户编号', '姓名', '身份证号', '与户主关系', '就业状态', '劳动技能'],
    ...households.map(([id = '', name = '', person = '']) => [id, name, person, '户主', '未就业', '普通劳动力']),
  ]);

  it('and the 工作台账 prints the number of its own problem, not that of a place whose name ends alike', async () => {
    const words = ['monitor', '住户.csv', '成员.csv', '--policy', 'jinping-2022-21', '--period', '2022-12'];
    butie([...words, '--out', 'out'], { folder });
    const rows = await sheetOf(join(folder, 'out', 'monitor.xlsx'), '工作台账');
    const problems = rowsOf(readFileSync(join(folder, 'out', 'problems.csv'), 'utf8'));
    const numbers = places.map((place) => {
      const row = rows.find((cells) => cells[2] === place && cells[4] === '未达到');
      const own = problems.find(
        (one) => one['what'] === 'household-employed' && one['reason']?.startsWith(`${place}：`),
      );
      expect(own, place).toBeDefined();
      expect(row?.[8], place).toBe(own?.['problem_id']);
      return row?.[8];
    });
    expect(new Set(numbers).size).toBe(places.length);
  });

  it('the contents say of each sheet what it says of itself', async () => {
    const rows = await sheetOf(join(folder, 'out', 'monitor.xlsx'), '目录');
    const about = rows.find(([name]) => name === '工作台账')?.[1];
    expect(about).toContain('任务和目标');
    expect(about).not.toMatch(/^2022年/);
    expect(rows.find(([name]) => name === '近期期限')?.[1]).toContain('基准日');
  });
});

describe('a flag is known by its role', () => {
  const RUN = ['--period', '2023-06', '--out', 'out', '--ledger', 'l.db'];

  it('a list whose flag the policy has not says so, and never that there is nobody', async () => {
    const folder = emptyFolder();
    writeTable(folder, '单位.csv', [
      ['单位名称', '统一社会信用代码', '单位类型', '认定日期', '认定文号'],
      ['某孵化园', creditCode(1), '创业孵化基地', '2022-03-01', '吴人社〔2022〕1号'],
    ]);
    const { code } = butie(['run', '单位.csv', '--policy', 'litong-2021-7', ...RUN], { folder });
    expect(code).toBe(0);
    const rows = await sheetOf(join(folder, 'out', 'exceptions.xlsx'), '监测名单');
    expect(rows.flat().join(' ')).toContain('没有检查');
    expect(rows.flat().join(' ')).not.toContain('共 0 户');
    const overview = await sheetOf(join(folder, 'out', 'exceptions.xlsx'), '问题汇总');
    expect(overview.find(([name]) => name === '监测名单')?.[3]).toBe('没有检查');
  });

  it('whatever id a pack gives it', () => {
    const file = 'src/policy/packs/ningdong-2023-62.yaml';
    const text = readFileSync(file, 'utf8').replaceAll('- id: under-threshold', '- id: poor');
    const { pack } = parsePack(text.replace(/\ncases:[\s\S]*$/, '\n'), file);
    expect(pack?.flags.map(({ id, role }) => [id, role])).toEqual([
      ['poor', 'under-line'],
      ['zero-employment', 'zero-employment'],
      ['no-stable-employment', 'no-stable-employment'],
      ['no-labour', 'no-labour'],
    ]);
  });
});
