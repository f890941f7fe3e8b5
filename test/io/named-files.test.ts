import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedFiles } from '../../src/io/roster-folder.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'named-'));
  await mkdir(join(folder, '下级'));
  for (const name of [
    'a住户.xlsx',
    'b成员.csv',
    'a住户.校验.xlsx',
    '~$a住户.xlsx',
    'payouts.csv',
    '说明.docx',
    '下级/c.xlsx',
  ])
    await writeFile(join(folder, name), '');
});
afterAll(() => rm(folder, { recursive: true }));

describe('files named on a line', () => {
  const at = (...names: string[]): string[] => names.map((name) => join(folder, name));

  it('are those of a folder, without subfolders, outputs, marked copies and lock files, which are named', async () => {
    const { files, leftOut } = await namedFiles([folder]);
    expect(files).toEqual(at('a住户.xlsx', 'b成员.csv'));
    expect([...leftOut].sort()).toEqual(at('a住户.校验.xlsx', 'payouts.csv', '~$a住户.xlsx').sort());
  });

  it('are those that a pattern fits, each once', async () => {
    expect((await namedFiles(at('*.xlsx', 'a住户.xlsx'))).files).toEqual(at('a住户.xlsx'));
    expect((await namedFiles(at('?成员.csv'))).files).toEqual(at('b成员.csv'));
    expect((await namedFiles(at('??员.csv'))).files).toEqual(at('b成员.csv'));
  });

  it('stay as written where nothing fits, so that opening them tells it', async () => {
    expect((await namedFiles(at('没有.xlsx', '没有*.xlsx'))).files).toEqual(at('没有.xlsx', '没有*.xlsx'));
    expect((await namedFiles(at('a住户.校验.xlsx'))).files).toEqual(at('a住户.校验.xlsx'));
  });
});
