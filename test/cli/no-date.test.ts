import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

interface Document {
  readonly as_of: string | null;
  readonly checks: readonly { readonly code: string; readonly status: string; readonly reason: string | null }[];
  readonly findings: readonly { readonly code: string }[];
}

/** Two people of working age, as a member list without any date gives them. */
const ROWS = [
  ['H1', '张三', '640181199001010010', '户主', 36],
  ['H1', '李四', '64018119880808004X', '配偶', 38],
];

function check(lines: readonly (readonly (string | number)[])[], words: readonly string[] = []) {
  const folder = emptyFolder();
  writeFileSync(join(folder, '成员.csv'), lines.map((line) => line.join(',')).join('\n'));
  const { stdout, stderr, code } = butie(['check', '成员.csv', ...words, '--format', 'json'], { folder });
  return { document: JSON.parse(stdout) as Document, stderr, code };
}

const HEADER = ['户编号', '姓名', '身份证号', '与户主关系', '年龄'];

describe('check without a date in the roster', () => {
  it('guesses no day: ages are not judged, and that is said', () => {
    const { document, stderr } = check([HEADER, ...ROWS]);
    expect(document.as_of).toBeNull();
    expect(document.findings.map(({ code }) => code)).toEqual([]);
    const notRun = document.checks.filter(({ reason }) => reason === 'as-of').map(({ code }) => code);
    expect(notRun).toEqual(expect.arrayContaining(['CEL-05', 'CEL-08', 'CEL-21', 'HHD-15']));
    expect(stderr).toContain('--as-of');
  });

  it('judges ages by the day that is given', () => {
    const { document } = check([HEADER, ...ROWS], ['--as-of', '2060-12-31']);
    expect(document.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['CEL-05', 'HHD-15']));
  });

  it('applies no rule of a policy by a day it does not know', () => {
    const { document } = check([HEADER, ...ROWS], ['--policy', 'litong-2021-7']);
    expect(document.findings.map(({ code }) => code)).not.toContain('ROW-26');
    expect(document.checks.find(({ code }) => code === 'ROW-26')).toMatchObject({ status: 'not-run', reason: 'as-of' });
  });

  it('takes the empty template for what it is', () => {
    const folder = emptyFolder();
    butie(['template', '--policy', 'litong-2021-7', '--out', '模板.xlsx'], { folder });
    const { stdout } = butie(['check', '模板.xlsx', '--policy', 'litong-2021-7', '--format', 'json'], { folder });
    const document = JSON.parse(stdout) as Document;
    expect(document.as_of).toBeNull();
    expect(document.findings.map(({ code }) => code)).toEqual(['SHT-06', 'FIL-06']);
  });
});
