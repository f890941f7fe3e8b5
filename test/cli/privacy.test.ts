import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import { partsOf } from '../annotate/zip-parts.js';
import { butie, emptyFolder } from './butie.js';
import { rowsOf, writeTable } from './made-up.js';

/** Files that hold full numbers by right: they pay, or are the clerk's own. */
const WHOLE = /^(?:payouts\.csv|payout\.xlsx|butie\.db.*)$|^bank\/|^in\/|^return\.csv$|\.(?:校验|修正)\.xlsx$/;

/** Numbers that stand nowhere else, each made once. */
class Secrets {
  readonly all = new Set<string>();
  private next = 0;

  id(): string {
    const n = ++this.next;
    const head = `640181${1960 + (n % 45)}0${1 + (n % 9)}1${n % 9}${String(n).padStart(3, '0')}`;
    return this.keep(head + residentIdCheck(head));
  }

  foreign(): string {
    const head = `9110561970${String(101 + (++this.next % 20)).padStart(4, '0')}${String(this.next).padStart(3, '0')}`;
    return this.keep(head + residentIdCheck(head));
  }

  phone(): string {
    return this.keep(`139${String(70_000_000 + ++this.next)}`);
  }

  account(): string {
    return this.keep(`622848${String(1_000_000_000_000 + ++this.next)}`);
  }

  /** An account that its digits do not betray. */
  odd(): string {
    return this.keep(`7020${String(10_000_000_000 + ++this.next * 7)}`);
  }

  private keep(number: string): string {
    this.all.add(number);
    return number;
  }
}

interface Month {
  readonly folder: string;
  readonly files: readonly string[];
  readonly secrets: Secrets;
  readonly heads: readonly string[];
}

/** A month in which every column that takes text has an ID, a telephone and an account in it. */
function month(): Month {
  const folder = emptyFolder();
  const secrets = new Secrets();
  const any = (word: string): string =>
    `${word}${secrets.id()}，${secrets.phone()}，${secrets.account()}`.replaceAll('，', '；');
  mkdirSync(join(folder, 'in'));
  const heads = Array.from({ length: 6 }, (_, n) => (n === 5 ? secrets.foreign() : secrets.id()));
  const household = heads.map((head, n) => [
    n < 3 ? secrets.id() : `H${n}`,
    n === 1 ? `马${secrets.id()}` : `马小${'甲乙丙丁戊己'.charAt(n)}`,
    head,
    any('宁东镇'),
    n === 2 ? any('社区') : `社区${secrets.id()}`,
    '易地搬迁户',
    '2016',
    n === 4 ? '9' : '1',
    '2024',
    '20000',
    any('工资流水'),
    any('农业银行'),
    any('户名'),
    n % 2 === 0 ? secrets.account() : secrets.odd(),
    n === 3 ? secrets.phone().slice(0, 10) : secrets.phone(),
    any('备注'),
  ]);
  const header =
    '户编号,户主姓名,户主身份证号,乡镇,社区,户类型,搬迁批次,家庭人口数,收入年度,年务工收入,证明材料,开户银行,账户名称,银行账号,联系电话,备注';
  const first = writeTable(join(folder, 'in'), `住户${secrets.id()}.csv`, [header.split(','), ...household]);
  const members = household.map(([number = '', name = '', id = '']) => [
    number,
    name,
    id,
    '户主',
    any('劳动力'),
    any('就业'),
    any('单位'),
    any('地方'),
    '20000',
    any('合同'),
    any('技能'),
  ]);
  const memberHeader = '户编号,姓名,身份证号,与户主关系,劳动技能,就业状态,务工单位,务工所在地,年务工收入,证明材料,技能';
  const second = writeTable(join(folder, 'in'), `成员${secrets.phone()}.csv`, [memberHeader.split(','), ...members]);
  return { folder, files: [first, second], secrets, heads };
}

/** Every text that a folder holds but those of {@link WHOLE}, and the names of all files. */
function textsOf(root: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(root, name);
    const base = name.split('/').at(-1) ?? name;
    if (statSync(path).isDirectory() || WHOLE.test(base) || WHOLE.test(name)) return [];
    if (!base.endsWith('.xlsx')) return [{ name, text: readFileSync(path, 'utf8') }];
    return [...partsOf(path)].map(([part, data]) => ({ name: `${name}/${part}`, text: data.toString('utf8') }));
  });
}

describe('full numbers', () => {
  const { folder, files, secrets, heads } = month();
  const batch = 'ningdong-2023-62.2024-10.main';
  const [household = ''] =
    readFileSync(files[0] ?? '', 'utf8')
      .split('\r\n')[1]
      ?.split(',') ?? [];
  const pay = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--fail-on', 'never'];
  const [reason, by] = [`问过${secrets.id()}，电话${secrets.phone()}`, `李${secrets.id()}`];
  const lines: string[][] = [
    ['check', ...files],
    ['check', ...files, '--lang', 'en', '--all', '-v'],
    ['check', ...files, '--format', 'json'],
    ['check', ...files, '--format', 'jsonl', '--policy', 'ningdong-2023-62', '--period', '2024-10'],
    ['check', ...files, '--out', 'check', '--annotate', '--fix'],
    ['map', ...files],
    ['map', files[0] ?? '', '--format', 'json'],
    ['map', files[0] ?? '', '--save', 'map.json'],
    ['run', ...files, ...pay, '--dry-run', '--format', 'json'],
    ['run', ...files, ...pay, '--dry-run', '--format', 'jsonl'],
    ['run', ...files, ...pay, '--out', 'out', '--by', by, '-v'],
    ['run', ...files, ...pay, '--out', 'out2', '--by', by, '--lang', 'en', '--name', 'other'],
    [
      'monitor',
      ...files,
      '--policy',
      'ningdong-2023-62',
      '--policy',
      'yuncheng-2021-1',
      '--period',
      '2024-10',
      '--out',
      'watch',
    ],
    [
      'monitor',
      ...files,
      '--policy',
      'ningdong-2023-62',
      '--period',
      '2024-11',
      '--out',
      'watch2',
      '--previous',
      'watch',
      '--format',
      'json',
    ],
    ['batches'],
    ['show', batch],
    ['show', batch, '--all', '--format', 'json'],
    ['explain', '--batch', batch, household],
    ['explain', '--batch', batch, heads[0] ?? ''],
    ['explain', '--batch', 'out', heads[1] ?? ''],
    ['explain', 'CEL-02'],
    ['hold', heads[3] ?? '', '--reason', reason, '--by', by],
    ['holds'],
    ['holds', '--format', 'json'],
    ['approve', batch, '--by', `${by}乙`],
    ['stop', batch, '2', '--reason', reason, '--by', by],
    ['export', batch, '--out', 'bank', '--by', by],
    ['return', batch, 'return.csv', '--coverage', 'full'],
    ['reverse', batch, '1', '--reason', reason, '--by', by],
    ['clawbacks'],
    ['clawbacks', '--open', '--format', 'json'],
    ['recover', batch, '1', '--amount', '1.00', '--date', '2024-12-01', '--by', by],
    ['release', heads[3] ?? '', '--of', 'LED-16', '--reason', reason, '--by', by],
    ['print', batch, '--out', 'print'],
    ['payee', heads[0] ?? ''],
    ['payee', household, '--format', 'json'],
    ['close', batch, '--by', by],
    ['dossier', '--batch', batch, household, '--out', 'dossier-batch'],
    ['show', batch, '--all'],
    ['void', 'ningdong-2023-62.2024-10.other', '--reason', reason, '--by', by],
    ['reissue', batch, '--roster', ...files, '--out', 'again', '--by', by],
    ['diff', files[0] ?? '', files[1] ?? '', '--out', 'diff'],
    ['diff', files[0] ?? '', files[1] ?? '', '--format', 'json'],
    ['report', ...files, '--out', 'page.html'],
    ['report', 'out', '--out', 'batch.html'],
    ['dossier', ...files, household, '--out', 'dossier'],
    ['dossier', ...files, heads[1] ?? '', '--out', 'dossier'],
    ['reconcile', '--year', '2024', '--bank', 'return.csv', '--out', 'year'],
    ['reconcile', '--year', '2024', '--bank', 'return.csv', '--format', 'json'],
    [
      'policy',
      'impact',
      ...files,
      '--policy',
      'ningdong-2023-62',
      '--period',
      '2024-10',
      '--reading',
      'cap-period=year',
      '--out',
      'impact',
    ],
    ['ledger', 'verify'],
    ['ledger', 'export', '--out', 'dump'],
    ['ledger', 'export', '--out', 'dump-lines', '--format', 'jsonl'],
    ['check', join(folder, 'in', `没有${secrets.id()}.csv`)],
    ['run', ...files, ...pay, '--out', files[0] ?? ''],
    ['show', `没有${secrets.id()}`],
    ['check', ...files, '--set', `${secrets.id()}=1`],
  ];

  it('never leave a command but where they pay, whatever column, file name or reason they stand in', () => {
    const leaks: string[] = [];
    const search = (where: string, text: string): void => {
      for (const secret of secrets.all) if (text.includes(secret)) leaks.push(`${where}: …${around(text, secret)}…`);
    };
    for (const words of lines) {
      if (words[0] === 'return') returnFile(folder);
      const { code, stdout, stderr } = butie(words, { folder });
      expect(code, words.join(' ')).toBeLessThanOrEqual(2);
      search(words.slice(0, 2).join(' '), stdout + stderr);
      expect(stderr, words.join(' ')).not.toMatch(/程序内部|\n\s+at /);
    }
    for (const { name, text } of textsOf(folder)) search(name, text);
    expect([...new Set(leaks)].slice(0, 40)).toEqual([]);
    expect(readFileSync(join(folder, 'out', 'payouts.csv'), 'utf8')).toContain(heads[0]);
  }, 180_000);

  it('stand whole where a person asks, which the receipt and the ledger keep', () => {
    const asked = month();
    const run = ['run', ...asked.files, ...pay, '--out', 'out', '--by', '甲', '--reveal'];
    const { stdout } = butie([...run, '--format', 'jsonl'], { folder: asked.folder });
    expect([...asked.secrets.all].some((secret) => stdout.includes(secret))).toBe(true);
    expect(readFileSync(join(asked.folder, 'out', 'batch.json'), 'utf8')).toContain('"revealed": true');
  });
});

/** What the bank answers: every line of the first bank file, the third refused. */
function returnFile(folder: string): void {
  const [name = ''] = readdirSync(join(folder, 'bank')).filter((one) => one.endsWith('.csv'));
  const rows = rowsOf(readFileSync(join(folder, 'bank', name), 'utf8'));
  writeTable(folder, 'return.csv', [
    ['序号', '户名', '账号', '金额', '结果', '失败原因'],
    ...rows.map((row, n) => [
      row['序号'] ?? '',
      row['户名'] ?? row['姓名'] ?? '',
      row['账号'] ?? '',
      row['金额'] ?? '',
      n === 1 ? '失败' : '成功',
      n === 1 ? `账号${row['账号'] ?? ''}不存在` : '',
    ]),
  ]);
}

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return text.slice(Math.max(0, at - 60), at + 30).replaceAll('\n', ' ');
}
