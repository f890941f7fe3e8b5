import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUN_DOCUMENTS } from '../../src/documents/index.js';
import { fileLabels } from '../../src/documents/model/file-labels.js';
import { findingGroups, findingListSheet, MAX_LISTED } from '../../src/documents/run/finding-list-sheet.js';
import { maskFreeText, maskHouseholdId, maskPayeeId, maskValue } from '../../src/documents/model/masked-value.js';
import { paperOfRun } from '../../src/documents/paper/paper.js';
import { payoutRosterSheet } from '../../src/documents/run/payout-roster-sheet.js';
import type { RunDocumentInput } from '../../src/documents/run/run-document.js';
import { payeeKeyer } from '../../src/io/payee-key.js';
import { writeRunFiles } from '../../src/io/write-run.js';
import { inventedAccount, inventedId, sampleInput } from './sample-result.js';

const HOUSEHOLDS = 64;
let folder = '';
let input: RunDocumentInput;
let text: (file: string) => string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'butie-documents-'));
  input = sampleInput({ households: HOUSEHOLDS, findings: 40 });
  await writeRunFiles(folder, input);
  text = (file) => readFileSync(join(folder, file), 'utf8');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function workbook(file: string): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(join(folder, file));
  return book;
}

function cellTexts(sheet: ExcelJs.Worksheet | undefined): string[] {
  const texts: string[] = [];
  sheet?.eachRow((row) => {
    row.eachCell((cell) => texts.push(cell.master.value === null ? '' : cell.text));
  });
  return texts;
}

describe('files of a run', () => {
  it('are those of the contract', () => {
    expect(readdirSync(folder).sort()).toEqual(
      [
        'payouts.csv',
        'exceptions.csv',
        'flags.csv',
        'targets.csv',
        'batch.json',
        'trace.jsonl',
        'payout.xlsx',
        'public-notice.xlsx',
        'exceptions.xlsx',
        'report.html',
      ].sort(),
    );
    expect(new Set(RUN_DOCUMENTS.map((each) => each.file)).size).toBe(RUN_DOCUMENTS.length);
  });

  it.each([
    [
      'payouts.csv',
      'line_no,batch_id,policy_id,benefit_id,benefit,payee_kind,payee_id,payee_name,id_number,household_id,township,community,income_year,entitlement,paid_before,cut_by,amount,bank_name,account_name,account_number,clause,basis',
    ],
    ['exceptions.csv', 'severity,code,name,file,sheet,cell,row,column,household_id,person,value,message,how,effect'],
    ['flags.csv', 'flag,status,household_id,head_name,township,community,value,threshold,gap,clause,reason'],
    ['targets.csv', 'target,status,clause,scope,value,goal,numerator,denominator,reason'],
  ])('%s has the columns of the contract, a mark and CRLF', (file, header) => {
    expect(text(file).startsWith(`\uFEFF${header}\r\n`)).toBe(true);
    expect(text(file).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('are the same bytes for the same result', async () => {
    const again = mkdtempSync(join(tmpdir(), 'butie-documents-'));
    await writeRunFiles(again, sampleInput({ households: HOUSEHOLDS, findings: 40 }));
    for (const file of readdirSync(folder))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    rmSync(again, { recursive: true });
  });

  it('pay exactly the lines of the batch', () => {
    const { lines } = input.result.content;
    const rows = text('payouts.csv').trim().split('\r\n').slice(1);
    expect(rows.length).toBe(lines.length);
    expect(rows[0]).toContain(',2000.00,0.00,,2000.00,');
    const trace = text('trace.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line_no: number | null; amount: string });
    expect(trace.length).toBe(input.result.settled.length);
    expect(trace.filter((line) => line.line_no !== null).map((line) => line.amount)).toEqual(
      lines.map((line) => (line.amount / 100).toFixed(2)),
    );
  });

  it('leave out of the receipt whatever is of this machine', () => {
    const receipt = JSON.parse(text('batch.json')) as Record<string, unknown>;
    expect(receipt).toMatchObject({
      state: 'draft',
      batch_id: 'ningdong-2023-62.2024-11.main',
      inputs: [{ file: '宁东镇名册.xlsx' }],
      tables: [{ table: '住户', columns: [{ column: 'A', header: '户编号', field: 'householdId' }, { column: 'J' }] }],
      total: { amount: (input.result.content.total / 100).toFixed(2) },
    });
    const outputs = receipt['outputs'] as { file: string }[];
    expect(outputs.map((each) => each.file)).toEqual(RUN_DOCUMENTS.map((each) => each.file));
    expect(text('batch.json')).not.toContain('rosters/');
  });
});

/** Puts a number at the end of every text that came from a roster. */
function spoil(clean: RunDocumentInput, stray: string): RunDocumentInput {
  const add = (text: string | null): string => `${text ?? ''} ${stray}`;
  const { result } = clean;
  const person = <T extends { readonly township: string | null; readonly community: string | null }>(each: T): T => ({
    ...each,
    township: add(each.township),
    community: add(each.community),
  });
  return {
    ...clean,
    words: () => ({ name: 'sample', title: '示例', what: add('现为'), why: '后果', how: add('对照') }),
    cellText: () => add('表'),
    stageText: () => add('原因'),
    result: {
      ...result,
      content: {
        ...result.content,
        lines: result.content.lines.map((line) => ({
          ...person(line),
          payee: { ...line.payee, name: add(line.payee.name) },
        })),
      },
      settled: result.settled.map((each) => ({
        ...each,
        stages: each.stages.map((stage) => ({ ...stage, values: { text: add('值') } })),
        entitlement: { ...person(each.entitlement), payee: { ...each.entitlement.payee, name: add('某') } },
      })),
      flags: result.flags.map((flag) => ({ ...person(flag), headName: add(flag.headName), reason: add(flag.reason) })),
      targets: result.targets.map((target) => ({ ...target, scope: add(target.scope), reason: add(target.reason) })),
      roster: {
        ...result.roster,
        tables: result.roster.tables.map((table) => ({
          ...table,
          file: add(table.file),
          sheet: add(table.sheet),
          columns: new Map([['householdId', { column: 0, header: add('户编号') }]]),
        })),
      },
      findings: result.findings.map(({ finding, effect }) => ({
        effect,
        finding: {
          ...finding,
          place: {
            ...finding.place,
            file: add(finding.place.file),
            sheet: add(finding.place.sheet),
            header: add('备注'),
          },
          subject: { ...finding.subject, name: add(finding.subject.name) },
          value: add(finding.value),
        },
      })),
    },
  };
}

describe('masking', () => {
  const numbers = Array.from({ length: HOUSEHOLDS }, (_, i) => [inventedId(i), inventedAccount(i)]).flat();

  it('shows no ID or account number outside payouts.csv and payout.xlsx', async () => {
    for (const file of ['exceptions.csv', 'flags.csv', 'targets.csv', 'batch.json', 'trace.jsonl', 'report.html'])
      for (const number of numbers) expect(text(file).includes(number), `${file} ${number}`).toBe(false);
    for (const file of ['public-notice.xlsx', 'exceptions.xlsx']) {
      const all = (await workbook(file)).worksheets.flatMap(cellTexts).join('\n');
      for (const number of numbers) expect(all.includes(number), `${file} ${number}`).toBe(false);
      expect(all).not.toMatch(/\d{15}/);
    }
    expect(numbers.some((number) => text('payouts.csv').includes(number))).toBe(true);
  });

  it('shows no number that stands where none belongs: in places, names, sheets, headers, files, reasons, values', async () => {
    const stray = inventedId(777);
    const spoilt = spoil(sampleInput({ households: 12, findings: 8 }), stray);
    const target = mkdtempSync(join(tmpdir(), 'butie-documents-'));
    await writeRunFiles(target, spoilt);
    for (const file of ['exceptions.csv', 'flags.csv', 'targets.csv', 'batch.json', 'trace.jsonl', 'report.html'])
      expect(readFileSync(join(target, file), 'utf8').includes(stray), file).toBe(false);
    for (const file of ['public-notice.xlsx', 'exceptions.xlsx']) {
      const book = new ExcelJs.Workbook();
      await book.xlsx.readFile(join(target, file));
      const all = book.worksheets.flatMap((sheet) => [sheet.name, ...cellTexts(sheet)]).join('\n');
      expect(all.includes(stray), file).toBe(false);
    }
    rmSync(target, { recursive: true });
  });

  it('keeps the notice masked even when findings are revealed', async () => {
    const revealed = sampleInput({ households: 8 }, { reveal: true });
    const target = mkdtempSync(join(tmpdir(), 'butie-documents-'));
    await writeRunFiles(target, revealed);
    expect(readFileSync(join(target, 'exceptions.csv'), 'utf8')).toContain(inventedId(0));
    expect(JSON.parse(readFileSync(join(target, 'batch.json'), 'utf8'))).toMatchObject({ revealed: true });
    expect(readFileSync(join(target, 'trace.jsonl'), 'utf8')).not.toContain(inventedId(0));
    const book = new ExcelJs.Workbook();
    await book.xlsx.readFile(join(target, 'public-notice.xlsx'));
    expect(book.worksheets.flatMap(cellTexts).join('\n')).not.toMatch(/\d{15}/);
    rmSync(target, { recursive: true });
  });

  it('hides damaged numbers by their column, and numbers inside text however they are written', () => {
    const id = inventedId(3);
    expect(maskValue('户主身份证号', '64018119900101OO10')).toBe('6401**********OO10');
    expect(maskValue('户主身份证号', id.slice(0, 17))).toMatch(/^\d{4}\*{9}\d{4}$/);
    expect(maskValue('银行账号', '622848010000')).toBe('********0000');
    expect(maskValue('联系电话', '13800138000')).toBe('138****8000');
    expect(maskValue('备注', `本人${id}。`)).not.toContain(id);
    const spaced = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
    expect(maskFreeText(spaced)).not.toContain(id.slice(6, 14));
    const wide = id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(maskFreeText(`号码${wide}`)).not.toContain(wide.slice(4, 14));
    expect(maskFreeText('6228 4801 0000 0000 000')).not.toContain('4801 0000');
    expect(maskFreeText('2023-10-01至2024-09-30，共12个月')).toBe('2023-10-01至2024-09-30，共12个月');
    expect(maskFreeText('2022 2023 2024 2025')).toBe('2022 2023 2024 2025');
  });

  it('masks household numbers only when they are ID numbers', () => {
    expect(maskHouseholdId('HH0001')).toBe('HH0001');
    expect(maskHouseholdId('6403020010000012345')).toBe('6403020010000012345');
    expect(maskHouseholdId(inventedId(1))).toMatch(/^6401\*+/);
    expect(maskPayeeId('organisation', '91640181MA0000015F')).toBe('91640181MA0000015F');
    expect(maskPayeeId('organisation', inventedId(2))).toMatch(/^6401\*+/);
    expect(maskPayeeId('person', inventedId(2))).toMatch(/^6401\*+/);
  });

  it('points to people by a hash that cannot be made without the payouts', () => {
    const { lines, batchId } = input.result.content;
    const key = payeeKeyer(batchId, lines);
    expect(key(inventedId(1))).toMatch(/^[\da-f]{16}$/);
    expect(key(inventedId(1))).toBe(payeeKeyer(batchId, lines)(inventedId(1)));
    expect(key(inventedId(1))).not.toBe(key(inventedId(2)));
    expect(payeeKeyer(batchId, lines.slice(1))(inventedId(1))).not.toBe(key(inventedId(1)));
    expect(payeeKeyer(batchId, [])(inventedId(1))).toBeNull();
  });
});

describe('workbooks', () => {
  it('payout: signed pages for each community, sums that add up, 大写', async () => {
    const sheet = (await workbook('payout.xlsx')).getWorksheet('发放花名册');
    const texts = cellTexts(sheet);
    const { total, lines } = input.result.content;
    for (const label of ['制表：', '审核：', '负责人：', '领款人签字']) expect(texts).toContain(label);
    expect(texts.some((each) => each.includes('宁东镇党发〔2023〕62号'))).toBe(true);
    expect(texts.some((each) => each.startsWith('金额（大写）：人民币'))).toBe(true);
    expect(texts.some((each) => each.includes('草稿'))).toBe(true);
    let paid = 0;
    let subtotals = 0;
    sheet?.eachRow((row) => {
      const amount = Number(row.getCell(7).value);
      if (/^\d+$/.test(row.getCell(1).text)) paid += Math.round(amount * 100);
      if (row.getCell(1).text.startsWith('小计')) subtotals += Math.round(amount * 100);
      if (row.getCell(1).text.startsWith('合计')) expect(Math.round(amount * 100)).toBe(total);
    });
    expect(paid).toBe(total);
    expect(subtotals).toBe(total);
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, printTitlesRow: '1:4' });
    const communities = new Set(lines.map((line) => line.community)).size;
    const rows = [...payoutRosterSheet(paperOfRun(input)).rows];
    expect(rows.filter(({ cells: [label] }) => typeof label === 'string' && label.startsWith('小计'))).toHaveLength(
      communities,
    );
  });

  it('payout: 说明 names the readings and what the other one would change', async () => {
    const texts = cellTexts((await workbook('payout.xlsx')).getWorksheet('说明')).join('\n');
    expect(texts).toContain('4 户（人）的金额会变，合计减少 5,000.00 元');
    expect(texts).toContain('没有「务工月数」这一列');
    expect(texts).toContain('合法');
  });

  it('payout: 变动表 shows changes of account', async () => {
    const texts = cellTexts((await workbook('payout.xlsx')).getWorksheet('变动表'));
    expect(texts).toEqual(expect.arrayContaining(['新增', '退出', '变更', '收款账号与上次不同']));
  });

  it('notice: period and telephone to fill in, the sum, no account', async () => {
    const texts = cellTexts((await workbook('public-notice.xlsx')).worksheets[0]).join('\n');
    for (const label of ['公示期', '举报电话', '合计', '大写']) expect(texts).toContain(label);
    expect(texts).not.toContain('账号');
    expect(texts).not.toContain('银行');
  });

  it('exceptions: every finding with why and how, lists of households, links to where each problem begins', async () => {
    const book = await workbook('exceptions.xlsx');
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['问题汇总', '异常清单', '监测名单', '零就业家庭名单', '待核实名单']),
    );
    const list = book.getWorksheet('异常清单');
    expect(list?.actualRowCount).toBe(3 + input.result.findings.length);
    for (const group of findingGroups(input.result.findings))
      expect(list?.getCell(`C${group.firstRow ?? 0}`).value).toBe(group.code);
    expect(cellTexts(list)).not.toContain('=1+1');
  });

  it('exceptions: a list too long is cut with its true length stated', () => {
    const { result } = sampleInput({ households: 2, findings: 4 });
    const first = result.findings[0];
    if (first === undefined) throw new Error('the sample has no finding');
    const many = { ...result, findings: Array.from({ length: MAX_LISTED + 5 }, () => first) };
    const groups = findingGroups(many.findings);
    let rows = 0;
    let said = '';
    for (const row of findingListSheet(sampleInput({}, { result: many }), groups).rows) {
      rows++;
      if (rows === 2) said = JSON.stringify(row.cells[0]);
    }
    expect(rows).toBe(3 + MAX_LISTED);
    expect(said).toContain(`共 ${MAX_LISTED + 5} 条`);
  });
});

describe('report page', () => {
  it('stands alone: nothing loaded, nothing run, and names nobody', () => {
    const page = text('report.html');
    expect(page).not.toMatch(/(src|href)\s*=|<script|@import|url\(/i);
    expect(page).not.toContain('//');
    expect(page).toContain('<svg');
    expect(page).not.toContain('王建国');
  });

  it('escapes what clerks typed', async () => {
    const hostile = sampleInput({ households: 16, communities: ['<script>x', 'a&b"c'] });
    const target = mkdtempSync(join(tmpdir(), 'butie-documents-'));
    await writeRunFiles(target, hostile);
    const page = readFileSync(join(target, 'report.html'), 'utf8');
    expect(page).not.toContain('<script');
    expect(page).toContain('a&amp;b&quot;c');
    rmSync(target, { recursive: true });
  });
});

describe('file labels', () => {
  it('are base names, with as much of the path as keeps files apart', () => {
    const label = fileLabels(['./a/名册.xlsx', 'b\\名册.xlsx', '/home/x/单位.csv', 'c/a/名册.xlsx']);
    expect(label('b\\名册.xlsx')).toBe('b/名册.xlsx');
    expect(label('/home/x/单位.csv')).toBe('单位.csv');
    expect(label('c/a/名册.xlsx')).toBe('c/a/名册.xlsx');
    expect(label(null)).toBeNull();
    expect(label('/elsewhere/别的.xlsx')).toBe('别的.xlsx');
  });
});
