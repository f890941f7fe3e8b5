import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash } from './butie.js';

const GOOD = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度\r\nA1,张三,110101199003070679,1,2023\r\n';
const BY_ICON = { BUTIE_DROPPED: '1', BUTIE_NO_OPEN: '1' };

describe('files dropped on the program', () => {
  it('are checked, marked beside themselves and told of in three lines', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '名册 一&二.csv'), GOOD.replace('679', '67'));
    writeFileSync(join(folder, '名册(三).csv'), GOOD.replaceAll('A1', 'A2').replace('张三', '李四'));
    const dropped = butie(['名册 一&二.csv', '名册(三).csv'], { folder, env: BY_ICON });
    expect(dropped.stdout).toBe('');
    const lines = dropped.stderr.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^看完了：有 \d+ 处要改/);
    expect(lines[1]).toContain('名册 一&二.校验.xlsx、名册(三).校验.xlsx');
    expect(lines[2]).toContain('按回车键关闭');
    expect(existsSync(join(folder, '名册 一&二.校验.xlsx'))).toBe(true);
    expect(dropped.code).toBe(1);
  });

  it('may be a folder; what was marked before is no roster', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '名册.csv'), GOOD);
    butie(['.'], { folder, env: BY_ICON });
    butie(['.'], { folder, env: BY_ICON });
    expect(readdirSync(folder).sort()).toEqual(['名册.csv', '名册.校验.xlsx']);
  });

  it('do not write over a copy in which somebody has worked', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '名册.csv'), GOOD);
    writeFileSync(join(folder, '名册.校验.xlsx'), 'her work');
    const dropped = butie(['名册.csv'], { folder, env: BY_ICON });
    expect(dropped.stderr).toContain(join('校验2', '名册.校验.xlsx'));
    expect(existsSync(join(folder, '校验2', '名册.校验.xlsx'))).toBe(true);
  });

  it('that cannot be read are told of, and the window stays', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '坏.xlsx'), 'PK\u0003\u0004 no workbook');
    const dropped = butie(['坏.xlsx'], { folder, env: BY_ICON });
    expect(dropped.code).toBe(2);
    expect(dropped.stderr).toContain('坏.xlsx');
    expect(looksLikeCrash(dropped)).toBe(false);
  });

  it('typed on a line give the whole list as well, in the language asked for', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'roster.csv'), GOOD);
    const typed = butie(['--lang', 'en', 'roster.csv'], { folder });
    expect(typed.stdout).toContain('checks:');
    expect(typed.stderr).not.toContain('Press Enter');
  });
});

describe('butie samples', () => {
  it('puts the made-up rosters into a folder', () => {
    const folder = emptyFolder();
    const { code, stdout } = butie(['samples', '--out', '样例'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('灵新社区花名册.xlsx');
    expect(readdirSync(join(folder, '样例', 'ningdong-2024-10'))).toHaveLength(3);
  });
});
