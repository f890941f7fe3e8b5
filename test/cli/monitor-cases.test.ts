import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

type Row = Readonly<Record<string, string>>;

const CASES = fileURLToPath(new URL('monitor-cases/', import.meta.url));
const filesOf = (name: string): string[] => readdirSync(join(CASES, name)).map((file) => join(CASES, name, file));

/** Watches a case in an empty folder and gives the folder that was written. */
function watch(name: string, policy: string, period: string, more: readonly string[] = []): string {
  const folder = emptyFolder();
  const { code, stderr } = butie(
    ['monitor', ...filesOf(name), '--policy', policy, '--period', period, '--out', 'out', ...more],
    { folder },
  );
  if (code !== 0 && code !== 1) throw new Error(stderr);
  return join(folder, 'out');
}

function rows(folder: string, file: string): Row[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true });
}

/** `done÷all` of a target as a whole, from its first row. */
function figures(folder: string, target: string): string {
  const row = rows(folder, 'targets.csv').find((one) => one['target'] === target);
  return `${row?.['numerator'] ?? ''}/${row?.['denominator'] ?? ''} ${row?.['status'] ?? ''}`;
}

const whoMissed = (folder: string, target: string): string[] =>
  rows(folder, 'targets-missed.csv').flatMap((row) =>
    row['target'] === target ? [`${row['subject'] ?? ''}:${row['value'] ?? ''}`] : [],
  );

/** The texts of one sheet of the workbook, row by row. */
function sheet(folder: string, name: string): string[] {
  const workbook = XLSX.read(readFileSync(join(folder, 'monitor.xlsx')), { type: 'buffer' });
  const found = workbook.Sheets[name];
  if (found === undefined) throw new Error(`${name}: ${workbook.SheetNames.join(' ')}`);
  return XLSX.utils.sheet_to_json<unknown[]>(found, { header: 1 }).map((row) => row.join(' '));
}

describe('the figures of 利通区', () => {
  const folder = watch('lt2', 'litong-2021-7', '2022-06');

  it('count relocated people only among 搬迁劳动力; whoever is in no household stays unknown', () => {
    expect(figures(folder, 'skills-trained')).toBe('2/ missed');
  });

  it('judge the posts of every project by itself and name the project', () => {
    expect(figures(folder, 'project-posts')).toBe('1/2 missed');
    expect(whoMissed(folder, 'project-posts')).toEqual(['冷链项目:14÷100']);
  });

  it('count the monthly report township by township', () => {
    expect(figures(folder, 'monthly-reports')).toBe('4/24 missed');
    expect(whoMissed(folder, 'monthly-reports')).toContain('上桥镇:缺2022-01、2022-02、2022-03、2022-05、2022-06');
  });

  it('name who is missed, masked, with the office responsible and the number of the problem', () => {
    const missed = rows(folder, 'targets-missed.csv').filter((row) => row['target'] === 'willing-offered');
    expect(missed.map((row) => row['subject'])).toEqual(['乙一', '丙一']);
    expect(missed[0]).toMatchObject({ subject_kind: 'person', community: '金丰社区', value: '0次' });
    expect(missed[0]?.['subject_id']).toMatch(/^6403\*+0208$/);
    expect(missed[0]?.['duty']).toBe('区人力资源和社会保障局、各乡镇');
    const numbers = new Set(rows(folder, 'problems.csv').map((row) => row['problem_id']));
    expect(missed.every((row) => numbers.has(row['problem_id']))).toBe(true);
    expect(sheet(folder, '未达到-区人力资源和社会保障局').join('\n')).toContain('丙一');
  });

  it('has a yearly report beside the half-yearly one', () => {
    expect(sheet(folder, '年报')[0]).toContain('2022年（截至6月）移民监测年报');
  });
});

describe('the figures of 锦屏县', () => {
  it('take the newest report of a stock and add up the sessions of events', () => {
    const folder = watch('j13', 'jinping-2022-21', '2022-12');
    expect(figures(folder, 'last-year-projects')).toBe('0/ met');
    expect(figures(folder, 'events')).toBe('18/ met');
  });

  const folder = watch('jp', 'jinping-2022-21', '2022-12');

  it('ask for stable work where the clause says so, and name the households without it', () => {
    expect(figures(folder, 'household-employed')).toBe('2/6 missed');
    expect(whoMissed(folder, 'household-employed').map((one) => one.split(':')[0])).toEqual([
      '吴三',
      '石四',
      '潘五',
      '王七',
    ]);
  });

  it('check the week that began in the month before', () => {
    expect(figures(folder, 'weekly-knock')).toBe('4/8 missed');
    const [first] = whoMissed(folder, 'weekly-knock');
    expect(first).toContain('王七:没有走访的周：2022-11-28～2022-12-04');
  });

  it('name the month, the place and the community that are missing', () => {
    expect(whoMissed(folder, 'monitored-monthly')).toEqual(['2022-12:']);
    expect(whoMissed(folder, 'project-progress')).toEqual(['三江镇:900÷1000']);
    expect(whoMissed(folder, 'collective-must')).toEqual(['新城社区:否']);
  });

  it('tell rows of 指标填报 that nothing counts', () => {
    const told = rows(folder, 'exceptions.csv').filter((row) => /^ROW-5[0-2]/.test(row['code'] ?? ''));
    expect(told.map((row) => `${row['code'] ?? ''} ${row['value'] ?? ''}`)).toEqual([
      'ROW-50 9',
      'ROW-50 J99',
      'ROW-51 已完成投资额',
    ]);
    expect(told[0]?.['message']).toContain('J12、J13');
  });

  it('round percentages', () => {
    const row = rows(folder, 'targets.csv').find((one) => one['target'] === 'monitored-monthly');
    expect(row?.['value']).toBe('91.67%');
  });

  it('count targets, not the places of targets, in the self-rating and the summary', () => {
    expect(sheet(folder, '季报').join('\n')).toContain('目标：达到 2 项，未达到 17 项，无法判定 9 项，没有检查 0 项');
  });
});

describe('a report needs the months of its own period', () => {
  it('compares the month, the quarter and the half-year each with the month before it', () => {
    const previous = ['2022-09', '2022-11'].flatMap((month) => ['--previous', join(CASES, 'quarter', month)]);
    const folder = watch('quarter/2022-12', 'jinping-2022-21', '2022-12', previous);
    const gained = (name: string): string => sheet(folder, name).find((row) => row.startsWith('合计')) ?? '';
    expect(gained('月报')).not.toBe(gained('季报'));
    expect(gained('半年报')).toContain('缺2022-06名册');
    expect(sheet(folder, '季报').join('\n')).toContain('没有提供的月份：2022-10');
    expect(sheet(folder, '月报').join('\n')).not.toContain('没有提供的月份');
  });
});

describe('the sentences of a report', () => {
  const previous = ['2022-09', '2022-11'].flatMap((month) => ['--previous', join(CASES, 'quarter', month)]);
  const folder = watch('quarter/2022-12', 'jinping-2022-21', '2022-12', previous);
  const text = sheet(folder, '月报').join('\n');

  it('say how far a goal is reached, in its own measure', () => {
    expect(text).toContain('搬迁劳动力培训人次：已完成3人次，完成目标800人次的0.4%');
    expect(text).toContain('融入活动：已完成18场次，完成目标15场次的120.0%（达到）');
  });

  it('set the period before beside this one', () => {
    expect(text).toContain('已就业3人，上期2人，增加1人');
  });

  it('name who is in the way, and tell what was promised from what was aimed at', () => {
    expect(text).toMatch(/有劳动力家庭至少1人稳定就业：.*涉及：吴三（大公田社区）/);
    expect(text).toContain('力争的目标还没有达到：项目实施进度（力争）');
    expect(text).not.toContain('力争的目标还没有达到：戴帽资金报账率');
  });

  it('give the communities of a township beneath it', () => {
    const rows = sheet(folder, '月报');
    const at = rows.findIndex((row) => row.startsWith('三江镇'));
    expect(rows[at + 1]).toMatch(/^\s*大公田社区/);
  });
});

describe('a day outside the window of the document', () => {
  it('is said of every target and flag, and nobody is 待核实', () => {
    const folder = watch('jp', 'jinping-2022-21', '2023-06');
    const targets = rows(folder, 'targets.csv');
    expect(new Set(targets.map((row) => row['status']))).toEqual(new Set(['not-run']));
    expect(targets[0]?.['reason']).toBe('基准日2023-06-30不在政策执行期（2022-01-01至2022-12-31）内');
    expect(rows(folder, 'flags.csv')).toEqual([]);
  });
});

describe('paper', () => {
  it.each([
    ['jp', 'jinping-2022-21', '2022-12'],
    ['pl', 'pingluo-draft', '2021-12'],
  ])('%s: every sheet can be read at eight points on A4', async (name, policy, period) => {
    const folder = watch(name, policy, period, ['--allow-draft-policy']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'monitor.xlsx'));
    // A digit of the body's 11 points is nine pixels wide at the worst; A4 on its side has 1045 between the margins.
    const points = book.worksheets
      .filter(({ state, pageSetup }) => state === 'visible' && pageSetup.orientation === 'landscape')
      .map((sheet) => {
        const pixels = sheet.columns.reduce((sum, column) => sum + (column.width ?? 9) * 9 + 5, 0);
        return [sheet.name, (11 * 1045) / Math.max(1045, pixels)] as const;
      });
    expect(points.length).toBeGreaterThan(10);
    expect(points.filter(([, size]) => size < 8)).toEqual([]);
  });
});

describe('--duty', () => {
  it('prints only what is on the duty of the office, and keeps the whole month in the files for scripts', () => {
    const folder = watch('jp', 'jinping-2022-21', '2022-12', ['--duty', '县委组织部']);
    expect(sheet(folder, '工作台账').slice(3).join('\n')).toContain('集体经济组织');
    expect(sheet(folder, '工作台账').join('\n')).not.toContain('培训人次');
    expect(sheet(folder, '问题台账').join('\n')).not.toContain('零就业');
    expect(rows(folder, 'targets.csv').length).toBeGreaterThan(20);
    expect(rows(folder, 'problems.csv').length).toBeGreaterThan(20);
  });

  it('lists only what is on the duty of the office, by its short name too', () => {
    const folder = watch('jp', 'jinping-2022-21', '2022-12', ['--duty', '人社局']);
    const duties = new Set(rows(folder, 'targets-missed.csv').map((row) => row['duty'] ?? ''));
    expect(duties.size).toBeGreaterThan(1);
    for (const duty of duties) expect(duty).toContain('县人力资源社会保障局');
  });

  it('refuses an office that no document names', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'x.csv'), '户编号\n');
    const words = ['monitor', 'x.csv', '--policy', 'jinping-2022-21', '--period', '2022-12', '--out', 'out'];
    const { code, stderr } = butie([...words, '--duty', '铁路局'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('县人力资源社会保障局');
  });
});
