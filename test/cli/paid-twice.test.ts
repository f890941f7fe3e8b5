import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, type Outcome } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** Nobody is paid twice: other numbers and heads, two drafts at once, reversals and stops, the standing list. */

const POLICY = 'ningdong-2023-62';
const HOUSEHOLDS = '户编号,户主姓名,户主身份证号,户类型,家庭人口数,收入年度,证明材料,开户银行,账户名称,银行账号'.split(
  ',',
);
const MEMBERS = '户编号,姓名,身份证号,与户主关系,年务工收入,证明材料'.split(',');

/** Who stands in a household, head first: number of the person and wages. */
interface Sketch {
  readonly id: string;
  readonly people: readonly (readonly [person: number, wages: number])[];
  readonly year?: number;
}

class Office {
  readonly folder = emptyFolder();

  done(code: number, ...words: readonly string[]): Outcome {
    const outcome = butie(words, { folder: this.folder });
    expect(looksLikeCrash(outcome), outcome.stdout + outcome.stderr).toBe(false);
    expect([words.join(' '), outcome.code, outcome.code === code ? '' : outcome.stdout + outcome.stderr]).toEqual([
      words.join(' '),
      code,
      '',
    ]);
    return outcome;
  }

  json(...words: readonly string[]): unknown {
    return JSON.parse(this.done(0, ...words, '--format', 'json').stdout);
  }

  run(code: number, period: string, sketches: readonly Sketch[], name = 'main', ...more: readonly string[]): void {
    const rows = sketches.map(({ id, people, year = 2024 }) => {
      const [head = 0] = people[0] ?? [];
      return [
        id,
        nameOf(head),
        personId(head),
        '易地搬迁户',
        people.length,
        year,
        '流水',
        '农业银行',
        nameOf(head),
        account(head),
      ];
    });
    const members = sketches.flatMap(({ id, people }) =>
      people.map(([person, wages], i) => [
        id,
        nameOf(person),
        personId(person),
        i === 0 ? '户主' : '配偶',
        wages || '',
        '流水',
      ]),
    );
    writeTable(this.folder, `h-${period}-${name}.csv`, [HOUSEHOLDS, ...rows]);
    writeTable(this.folder, `m-${period}-${name}.csv`, [MEMBERS, ...members]);
    const files = [`h-${period}-${name}.csv`, `m-${period}-${name}.csv`];
    const options = [
      '--policy',
      POLICY,
      '--period',
      period,
      '--name',
      name,
      '--out',
      `${period}-${name}`,
      '--by',
      '张制表',
    ];
    this.done(code, 'run', ...files, ...options, ...more);
  }

  approve(period: string, name = 'main'): void {
    // A draft that was replaced is approved by its hash only.
    const receipt = JSON.parse(readFileSync(join(this.folder, `${period}-${name}`, 'batch.json'), 'utf8')) as {
      readonly content_hash: string;
    };
    this.done(0, 'approve', `${POLICY}.${period}.${name}`, '--by', '李审核', '--hash', receipt.content_hash);
  }

  pay(period: string, name = 'main'): void {
    this.approve(period, name);
    this.done(0, 'export', `${POLICY}.${period}.${name}`, '--out', `bank-${period}-${name}`);
  }

  paid(period: string, name = 'main'): (readonly (string | undefined)[])[] {
    const rows = rowsOf(readFileSync(join(this.folder, `${period}-${name}`, 'payouts.csv'), 'utf8'));
    return rows.map((row) => [row['household_id'], row['amount']]);
  }

  codes(period: string, name = 'main'): (readonly (string | undefined)[])[] {
    const rows = rowsOf(readFileSync(join(this.folder, `${period}-${name}`, 'exceptions.csv'), 'utf8'));
    return rows
      .filter(({ code }) => /^LED-(03|15|16)$/.test(code ?? ''))
      .map((row) => [row['code'], row['household_id'], row['effect']]);
  }
}

const nameOf = (person: number): string => `张${'零一二三四五六七八九'.charAt(person % 10)}`;
const FIRST: Sketch = {
  id: '001',
  people: [
    [1, 30000],
    [2, 30000],
  ],
};

describe('a household under another number', () => {
  it.each<readonly [string, Sketch]>([
    [
      'the same head',
      {
        id: '1',
        people: [
          [1, 30000],
          [2, 30000],
        ],
      },
    ],
    [
      'another head of the same people',
      {
        id: '9',
        people: [
          [2, 30000],
          [1, 30000],
        ],
      },
    ],
    [
      'a member whose wages were counted',
      {
        id: '9',
        people: [
          [3, 30000],
          [2, 0],
        ],
      },
    ],
    [
      'another year under the pool of all years, headed by a member of then',
      { id: '9', people: [[2, 30000]], year: 2025 },
    ],
    [
      'a number made from nothing known',
      {
        id: 'HH-1',
        people: [
          [3, 30000],
          [1, 0],
        ],
      },
    ],
  ])(
    'is held: %s',
    (_, second) => {
      const office = new Office();
      office.run(0, '2024-10', [FIRST]);
      office.pay('2024-10');
      office.run(1, '2024-11', [second]);
      expect(office.paid('2024-11')).toEqual([]);
      expect(office.codes('2024-11')).toEqual([['LED-03', second.id, 'held']]);
    },
    120_000,
  );

  it('is paid where nobody of them was paid for: a member who neither heads nor was counted', () => {
    const office = new Office();
    office.run(0, '2024-10', [
      {
        id: '001',
        people: [
          [1, 60000],
          [2, 0],
        ],
      },
    ]);
    office.pay('2024-10');
    office.run(0, '2024-11', [
      {
        id: '9',
        people: [
          [3, 60000],
          [2, 0],
        ],
      },
    ]);
    expect(office.paid('2024-11')).toEqual([['9', '5000.00']]);
  }, 120_000);

  it('is the household of its head where the number is the ID of the head', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST]);
    office.pay('2024-10');
    office.run(0, '2024-11', [
      {
        id: personId(1),
        people: [
          [1, 30000],
          [2, 30000],
        ],
      },
    ]);
    expect(office.paid('2024-11')).toEqual([]);
    expect(office.codes('2024-11')).toEqual([]);
  }, 120_000);

  it('is refused by the second approval of two drafts made before either', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST]);
    office.run(
      0,
      '2024-10',
      [
        {
          id: '9',
          people: [
            [2, 30000],
            [1, 30000],
          ],
        },
      ],
      'b',
    );
    office.approve('2024-10');
    const refused = office.done(2, 'approve', `${POLICY}.2024-10.b`, '--by', '李审核');
    expect(refused.stderr).toMatch(/LED-03[^]*户9[^]*户001/);
  }, 120_000);

  it('takes over history, caps and debts when it is the same, and is paid on its own when it is not', () => {
    const office = new Office();
    office.run(0, '2024-10', [
      {
        id: '001',
        people: [
          [1, 16000],
          [2, 0],
        ],
      },
    ]);
    office.pay('2024-10');
    const reverse = ['--reason', '多发', '--amount', '500', '--by', '李审核'];
    office.done(0, 'reverse', `${POLICY}.2024-10.main`, '1', ...reverse);
    const grown: Sketch = {
      id: '1',
      people: [
        [1, 22000],
        [2, 0],
      ],
    };
    office.run(1, '2024-11', [grown]);
    const because = ['--reason', '查户口簿', '--by', '李审核'];
    office.done(2, 'release', '1', '--of', 'LED-03', ...because);
    office.done(2, 'release', '1', '--of', 'LED-03', '--same-as', '007', ...because);
    office.done(0, 'release', '1', '--of', 'LED-03', '--same-as', '001', ...because);
    // 3000 are due now, 2000 were paid: 1000 are new, the 500 that were clawed back stay held.
    office.run(1, '2024-11', [grown]);
    expect(office.paid('2024-11')).toEqual([['1', '1000.00']]);
    expect(office.codes('2024-11')).toEqual([['LED-15', '1', 'held']]);
    expect(office.json('clawbacks', '--open')).toMatchObject([{ payee_id: '001', open: '500.00' }]);
    office.done(0, 'ledger', 'verify');

    const other = new Office();
    other.run(0, '2024-10', [FIRST]);
    other.pay('2024-10');
    other.run(1, '2024-11', [{ id: '9', people: [[2, 60000]] }]);
    other.done(0, 'release', '9', '--of', 'LED-03', '--separate', ...because);
    other.run(0, '2024-11', [{ id: '9', people: [[2, 60000]] }]);
    expect(other.paid('2024-11')).toEqual([['9', '5000.00']]);
    other.pay('2024-11');
  }, 240_000);
});

describe('what is due again', () => {
  it('is held after a reversal until it is let go, and then paid once', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST]);
    office.pay('2024-10');
    office.done(0, 'reverse', `${POLICY}.2024-10.main`, '1', '--reason', '举报', '--by', '李审核');
    office.run(1, '2024-11', [FIRST]);
    expect([office.paid('2024-11'), office.codes('2024-11')]).toEqual([[], [['LED-15', '001', 'held']]]);
    office.run(1, '2024-11', [FIRST], 'main', '--offset');
    expect(office.paid('2024-11')).toEqual([]);
    office.done(0, 'release', '001', '--of', 'LED-15', '--reason', '查无问题', '--by', '李审核');
    office.run(0, '2024-11', [FIRST]);
    expect(office.paid('2024-11')).toEqual([['001', '5000.00']]);
    office.pay('2024-11');
    office.run(0, '2024-12', [FIRST]);
    expect(office.paid('2024-12')).toEqual([]);
    office.done(0, 'reverse', `${POLICY}.2024-11.main`, '1', '--reason', '又有举报', '--by', '李审核');
    office.run(1, '2024-12', [FIRST]);
    expect(office.paid('2024-12')).toEqual([]);
    office.done(0, 'ledger', 'verify');
  }, 240_000);

  it('is held after a stop', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST, { id: '002', people: [[3, 60000]] }]);
    office.approve('2024-10');
    office.done(0, 'stop', `${POLICY}.2024-10.main`, '1', '--reason', '待查', '--by', '李审核');
    office.run(1, '2024-11', [FIRST]);
    expect([office.paid('2024-11'), office.codes('2024-11')]).toEqual([[], [['LED-15', '001', 'held']]]);
  }, 120_000);
});

describe('the standing list', () => {
  it.each([
    ['the household', '001'],
    ['its head', personId(1)],
  ])(
    'holds %s until it is released',
    (_, payee) => {
      const office = new Office();
      office.run(0, '2024-09', [{ id: '005', people: [[5, 60000]] }]);
      office.done(0, 'hold', payee, '--reason', '举报待查', '--by', '李审核');
      office.run(1, '2024-10', [FIRST]);
      expect([office.paid('2024-10'), office.codes('2024-10')]).toEqual([[], [['LED-16', '001', 'held']]]);
      expect(office.json('holds')).toMatchObject([{ reason: '举报待查', by: '李审核' }]);
      office.done(2, 'release', '777', '--of', 'LED-16', '--reason', 'x', '--by', '李审核');
      office.done(0, 'release', payee, '--of', 'LED-16', '--reason', '查清', '--by', '李审核');
      office.run(0, '2024-10', [FIRST]);
      expect(office.paid('2024-10')).toEqual([['001', '5000.00']]);
      office.done(0, 'ledger', 'verify');
    },
    240_000,
  );
});

describe('a payee held after the approval', () => {
  it('is left out of the bank file, with the reason', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST, { id: '002', people: [[3, 60000]] }]);
    office.approve('2024-10');
    office.done(0, 'hold', '001', '--reason', '举报待查', '--by', '李审核');
    const sent = office.done(1, 'export', `${POLICY}.2024-10.main`, '--out', 'bank', '--format', 'json').stdout;
    expect(JSON.parse(sent)).toMatchObject({ files: [{ lines: 1 }], left_out: [{ line_no: 1, code: 'LED-16' }] });
  }, 120_000);
});

describe('a clawback', () => {
  it('is open until its money is back, in parts; never more than is open', () => {
    const office = new Office();
    office.run(0, '2024-10', [FIRST]);
    office.pay('2024-10');
    const batch = `${POLICY}.2024-10.main`;
    const back = (code: number, amount: string): Outcome =>
      office.done(code, 'recover', batch, '1', '--amount', amount, '--date', '2024-12-03', '--by', '李审核');
    back(2, '1.00');
    office.done(0, 'reverse', batch, '1', '--reason', '多发', '--amount', '500', '--by', '李审核');
    back(0, '200.00');
    back(2, '300.01');
    expect(office.json('clawbacks', '--open')).toMatchObject([{ recovered: '200.00', open: '300.00' }]);
    back(0, '300.00');
    expect(office.json('clawbacks', '--open')).toEqual([]);
    office.done(0, 'ledger', 'verify');
  }, 240_000);
});
