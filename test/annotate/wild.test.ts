import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORNERS, inputsOf, WILD } from '../io/shared-inputs.js';
import { checkAndCopy, comparable } from './check-in-process.js';
import { partsOf } from './zip-parts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-annotate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = [CORNERS, WILD].flatMap((place) => inputsOf(place).map((name) => join(place, name)));

/** Parts that may differ in a marked copy. */
const OURS = /^\[Content_Types\]\.xml$|workbook\.xml(\.rels)?$|styles\.xml$|worksheets\/|comments|vmlDrawing/i;

describe.skipIf(files.length === 0)('a marked copy of every file that can be read', () => {
  it.each(files)('%s', async (file) => {
    const out = mkdtempSync(join(folder, 'case-'));
    const { findings, copies, rebuilt } = await checkAndCopy([file], out, '校验');
    if (findings.some(({ code }) => code === 'FIL-01')) return;
    expect(copies).toHaveLength(1);
    const [copy = ''] = copies;
    const again = await checkAndCopy([copy], out, null);
    expect(comparable(again.findings)).toEqual(comparable(findings));

    const workbook = XLSX.read(readFileSync(copy), { type: 'buffer' });
    expect(workbook.SheetNames[0]).toBe('校验结果');
    for (const name of workbook.SheetNames) expect(workbook.Sheets[name], name).toBeDefined();
    if (await excelJsReads(file)) expect(await excelJsReads(copy)).toBe(true);
    if (rebuilt[0] === true || !readFileSync(file).subarray(0, 2).equals(Buffer.from('PK'))) return;
    const before = partsOf(file);
    const after = partsOf(copy);
    for (const [name, bytes] of before) if (!OURS.test(name)) expect(after.get(name)?.equals(bytes), name).toBe(true);
  });
});

describe.skipIf(files.length === 0)('a corrected copy of every file that can be read', () => {
  it.each(files)('%s', async (file) => {
    const out = mkdtempSync(join(folder, 'fix-'));
    const { copies, findings } = await checkAndCopy([file], out, '修正');
    const [copy] = copies;
    if (copy === undefined) return;
    const again = await checkAndCopy([copy], out, null);
    expect(again.findings.filter(({ code }) => code === 'CEL-11')).toEqual([]);
    const errors = (list: typeof findings) => comparable(list.filter(({ severity }) => severity === 'error'));
    expect(errors(again.findings)).toHaveLength(errors(findings).length);
  });
});

async function excelJsReads(path: string): Promise<boolean> {
  try {
    // Drop-downs over full columns would keep it busy for ever.
    await new ExcelJS.Workbook().xlsx.readFile(path, { ignoreNodes: ['dataValidations'] });
    return true;
  } catch {
    return false;
  }
}
