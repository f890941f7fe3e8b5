import { Seeded } from '../policy/seeded.js';
import { madeUpId } from '../../src/policy/cases/case-cells.js';
import type { Cell } from '../../src/tables/grid.js';

/** A roster as a clerk might make it, and what it should pay. */
export interface MadeRoster {
  readonly habits: string;
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly merges: Readonly<Record<string, readonly string[]>>;
  /** Yuan by the ID of the head. */
  readonly pay: ReadonlyMap<string, number>;
}

interface Member {
  readonly name: string;
  readonly id: string;
  readonly relation: string;
  /** Whole yuan; null when none is stated. */
  readonly wages: number | null;
}

interface Home {
  readonly number: string;
  readonly village: string;
  readonly members: readonly Member[];
  readonly evidence: string;
}

export const LAYOUTS = [
  'two-sheets',
  'combined',
  'head-only',
  'sheet-a-village',
  'side-by-side',
  'merged',
  'blank-below',
  'no-number',
  'no-number-merged',
] as const;
type Layout = (typeof LAYOUTS)[number];

const FAMILY: readonly [string, ...string[]] = ['马', '杨', '丁', '王', '李', '锁', '白', '张'];
const GIVEN: readonly [string, ...string[]] = [
  '建国',
  '秀兰',
  '生福',
  '志强',
  '存明',
  '小红',
  '军',
  '桂花',
  '海龙',
  '文秀',
];
const RELATIONS: readonly string[] = ['妻', '长子', '次女', '父亲', '儿媳'];
const VILLAGES = ['灵新社区', '梅苑社区', '和顺新村'];
const FEET: readonly [readonly (readonly Cell[])[], ...(readonly (readonly Cell[])[])[]] = [
  [],
  [['制表人：李红梅', null, '审核人：', null, '2024年10月8日']],
  [['社区负责人：', '审核人：', null, null, null, '制表人：李红梅']],
  [[null, '以下空白']],
  [
    [null, null, null, null, '灵新社区居委会（盖章）'],
    [null, null, null, null, '2024年10月8日'],
  ],
  [['注：1.本表一式三份，社区、镇、管委会各留一份；2.务工收入须附证明材料复印件。']],
  [['第1页 共1页']],
  [['（转下页）']],
];
const TOTALS: readonly [string, ...string[]] = [
  '合计',
  '总 计：',
  '汇总',
  '合计金额',
  'Total',
  '本页合计（元）',
  '累计',
  '小计',
];
const TITLES: readonly [string | null, ...(string | null)[]] = [
  '宁东镇2024年度易地搬迁移民就业奖补申报花名册',
  '灵新社区移民务工收入核定表',
  null,
  null,
];
const HEADS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  number: ['户编号', '户号', '户码'],
  headName: ['户主姓名', '户主'],
  headId: ['户主身份证号', '户主身份证号码', '户主证件号码'],
  village: ['社区', '所属社区'],
  size: ['家庭人口数', '家庭人口', '家庭总人口'],
  year: ['收入年度', '年度', '年份'],
  name: ['姓名', '成员姓名', '家庭成员姓名'],
  id: ['身份证号', '身份证号码', '公民身份号码'],
  relation: ['与户主关系', '家庭关系', '与户主的关系'],
  wages: ['年务工收入', '务工收入'],
  evidence: ['证明材料', '佐证材料', '收入证明材料'],
  account: ['银行账号', '一卡通账号', '银行卡号'],
};

/** Employment bonus of one household: 8000 a head, 2000 and 1000 for each further 3000 a head, at most 5000. */
export function bonus(wages: number, heads: number): number {
  if (wages < 8000 * heads) return 0;
  return Math.min(5000, 2000 + 1000 * Math.floor((wages - 8000 * heads) / (3000 * heads)));
}

/** One roster of made-up people; the same seed gives the same roster. */
export function makeRoster(seed: number): MadeRoster {
  const random = new Seeded(seed);
  const layout = LAYOUTS[seed % LAYOUTS.length] ?? 'combined';
  const homes = makeHomes(random);
  const pay = new Map(
    homes.map(({ members }) => {
      const wages = members.reduce((sum, one) => sum + (one.wages ?? 0), 0);
      return [members[0]?.id ?? '', bonus(wages, members.length)];
    }),
  );
  const page = new Page(random, layout);
  const made = page.make(homes);
  return { habits: `${seed} ${layout} ${page.habits.join(' ')}`, ...made, pay };
}

function makeHomes(random: Seeded): Home[] {
  const count = random.whole(2, 6);
  return Array.from({ length: count }, (_, i): Home => {
    const family = random.pick(FAMILY);
    const size = random.whole(1, 5);
    const members = Array.from({ length: size }, (_, k): Member => {
      const born = k === 0 || k === 1 ? random.whole(1965, 1990) : random.whole(1992, 2015);
      const day = `${born}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
      const works = k === 0 || (k === 1 && random.chance(0.5));
      const perHead = random.pick([7000, 7999, 8000, 9000, 11000, 14000, 20000] as const);
      return {
        name: (k === 1 ? random.pick(FAMILY) : family) + random.pick(GIVEN),
        id: madeUpId(day.replaceAll('-', ''), i * 10 + k + 1),
        relation: k === 0 ? '户主' : (RELATIONS[k - 1] ?? '其他'),
        wages: works ? perHead * size * (k === 0 ? 1 : 0.5) : null,
      };
    });
    return {
      number: `HH${String(i + 1).padStart(3, '0')}`,
      village: VILLAGES[Math.floor((i * 2) / count)] ?? '灵新社区',
      members,
      evidence: random.pick(['劳动合同', '工资流水', '收入证明、工资流水', '有'] as const),
    };
  });
}

interface Column {
  readonly key: string;
  /** Written for every member, or for the household once. */
  readonly of: 'member' | 'household';
  readonly value: (home: Home, member: Member) => Cell;
}

const COLUMNS: readonly Column[] = [
  { key: 'number', of: 'household', value: ({ number }) => number },
  { key: 'headName', of: 'household', value: ({ members }) => members[0]?.name ?? null },
  { key: 'headId', of: 'household', value: ({ members }) => members[0]?.id ?? null },
  { key: 'village', of: 'household', value: ({ village }) => village },
  { key: 'size', of: 'household', value: ({ members }) => members.length },
  { key: 'year', of: 'household', value: () => 2024 },
  { key: 'name', of: 'member', value: (_, { name }) => name },
  { key: 'id', of: 'member', value: (_, { id }) => id },
  { key: 'relation', of: 'member', value: (_, { relation }) => relation },
  { key: 'wages', of: 'member', value: (_, { wages }) => wages },
  { key: 'evidence', of: 'member', value: ({ evidence }, { wages }) => (wages === null ? null : evidence) },
  {
    key: 'account',
    of: 'household',
    value: ({ number }) => `62284800000000${number.replace(/\D/g, '').padStart(4, '0')}9`,
  },
];

class Page {
  readonly habits: string[] = [];
  private readonly random: Seeded;
  private readonly layout: Layout;
  private readonly words: Readonly<Record<string, string>>;
  private readonly inTenThousands: boolean;
  private readonly merges: string[] = [];

  constructor(random: Seeded, layout: Layout) {
    this.random = random;
    this.layout = layout;
    this.words = Object.fromEntries(Object.entries(HEADS).map(([key, words]) => [key, random.pick(words)]));
    this.inTenThousands = random.chance(0.2);
    if (this.inTenThousands) this.habits.push('万元');
  }

  make(homes: readonly Home[]): Pick<MadeRoster, 'sheets' | 'merges'> {
    const member = [
      'number',
      'headName',
      'village',
      'size',
      'year',
      'name',
      'id',
      'relation',
      'wages',
      'evidence',
      'account',
    ];
    switch (this.layout) {
      case 'two-sheets': {
        const households = this.sheet(
          homes,
          ['number', 'headName', 'headId', 'village', 'size', 'year', 'account'],
          'heads',
        );
        const members = this.sheet(homes, ['number', 'name', 'id', 'relation', 'wages', 'evidence'], 'every');
        return { sheets: { 住户: households, 成员: members }, merges: {} };
      }
      case 'head-only':
        return this.one(
          this.sheet(
            homes,
            ['number', 'headName', 'headId', 'village', 'size', 'year', 'wages', 'evidence', 'account'],
            'heads',
          ),
        );
      case 'sheet-a-village': {
        const keys = this.random.chance(0.5) ? member.filter((key) => key !== 'village') : member;
        const villages = [...new Set(homes.map(({ village }) => village))];
        const sheets = villages.map((village) => {
          const own = homes.filter((home) => home.village === village);
          return [village, this.sheet(own, keys, 'every')] as const;
        });
        return { sheets: Object.fromEntries(sheets), merges: {} };
      }
      case 'side-by-side':
        return this.beside(homes);
      case 'merged':
        return this.one(this.sheet(homes, member, 'merged'));
      case 'blank-below':
        return this.one(this.sheet(homes, member, 'blank'));
      case 'no-number':
        return this.one(
          this.sheet(
            homes,
            member.filter((key) => key !== 'number'),
            'blank',
          ),
        );
      case 'no-number-merged':
        return this.one(
          this.sheet(
            homes,
            member.filter((key) => key !== 'number'),
            'merged',
          ),
        );
      case 'combined':
        return this.one(this.sheet(homes, member, 'every'));
    }
  }

  private one(rows: (readonly Cell[])[]): Pick<MadeRoster, 'sheets' | 'merges'> {
    return { sheets: { Sheet1: rows }, merges: { Sheet1: this.merges } };
  }

  /** Two lists of households beside each other, parted by an empty column. */
  private beside(homes: readonly Home[]): Pick<MadeRoster, 'sheets' | 'merges'> {
    const keys = ['number', 'headName', 'headId', 'size', 'year', 'wages', 'evidence'];
    const half = Math.ceil(homes.length / 2);
    const left = [this.header(keys), ...this.rows(homes.slice(0, half), keys, 'heads')];
    const right = [this.header(keys), ...this.rows(homes.slice(half), keys, 'heads')];
    const rows = left.map((row, i) => [...row, null, ...(right[i] ?? keys.map(() => null))]);
    return this.one(rows);
  }

  private header(keys: readonly string[]): Cell[] {
    return keys.map((key) => {
      const word = this.words[key] ?? key;
      return key === 'wages' && this.inTenThousands ? `${word}（万元）` : word;
    });
  }

  private sheet(
    homes: readonly Home[],
    keys: readonly string[],
    fill: 'every' | 'heads' | 'blank' | 'merged',
  ): (readonly Cell[])[] {
    const { random } = this;
    const numbered = random.chance(0.5);
    const title = random.pick(TITLES);
    const rows: (readonly Cell[])[] = title === null ? [] : [[title]];
    if (numbered) this.habits.push('序号');
    const lead = (cells: readonly Cell[], number: Cell): Cell[] => (numbered ? [number, ...cells] : [...cells]);
    rows.push(lead(this.header(keys), '序号'));
    const separated = random.chance(0.3) && !keys.includes('village');
    if (separated) this.habits.push('分段');
    const first = rows.length + 1;
    const body = this.rows(homes, keys, fill, first, numbered ? 1 : 0);
    const once = fill === 'blank' || fill === 'merged';
    let count = 0;
    const starts = homes.map(({ members }) => (fill === 'heads' ? 1 : members.length));
    const at = new Set(starts.map((_, i) => starts.slice(0, i).reduce((a, b) => a + b, 0)));
    for (const [i, cells] of body.entries()) {
      const isStart = at.has(i);
      if (isStart || !once) count += 1;
      rows.push(lead(cells, isStart || !once ? count : null));
      if (random.chance(0.03) && fill !== 'merged') rows.push([]);
    }
    if (random.chance(0.3)) this.prepared(rows, keys, lead, count);
    if (random.chance(0.5)) rows.push(lead(this.total(homes, keys, fill), null));
    const foot = random.pick(FEET);
    if (random.chance(0.3)) rows.push([]);
    rows.push(...foot);
    if (foot.length > 0) this.habits.push((foot[0]?.find((cell) => typeof cell === 'string') ?? '').slice(0, 8));
    return rows;
  }

  private prepared(
    rows: (readonly Cell[])[],
    keys: readonly string[],
    lead: (cells: readonly Cell[], n: Cell) => Cell[],
    count: number,
  ): void {
    this.habits.push('预留行');
    const prefilled = this.random.pick<readonly string[]>([[], ['village'], ['year'], ['village', 'year', 'evidence']]);
    const value: Readonly<Record<string, Cell>> = { village: '灵新社区', year: 2024, evidence: '有' };
    for (let i = 1; i <= 5; i++) {
      const cells = keys.map((key) => (prefilled.includes(key) ? (value[key] ?? null) : null));
      const row = lead(cells, count + i);
      if (row.some((cell) => cell !== null)) rows.push(row);
    }
  }

  private total(homes: readonly Home[], keys: readonly string[], fill: string): Cell[] {
    const word = this.random.pick(TOTALS);
    this.habits.push(word);
    const people = homes.reduce((sum, { members }) => sum + members.length, 0);
    const wages = homes.flatMap(({ members }) => members).reduce((sum, one) => sum + (one.wages ?? 0), 0);
    return keys.map((key, i) => {
      if (i === 0) return word;
      if (key === 'size') return fill === 'every' && this.random.chance(0.5) ? null : people;
      return key === 'wages' ? this.money(wages) : null;
    });
  }

  private money(yuan: number): number {
    return this.inTenThousands ? Number((yuan / 10_000).toFixed(6)) : yuan;
  }

  private rows(
    homes: readonly Home[],
    keys: readonly string[],
    fill: 'every' | 'heads' | 'blank' | 'merged',
    firstRow = 1,
    shift = 0,
  ): Cell[][] {
    const columns = keys.map((key) => COLUMNS.find((one) => one.key === key)).filter((one) => one !== undefined);
    const rows: Cell[][] = [];
    for (const home of homes) {
      const { members } = home;
      const shown = fill === 'heads' ? members.slice(0, 1) : members;
      if (fill === 'merged' && members.length > 1)
        for (const [i, { of }] of columns.entries()) {
          const letter = String.fromCharCode(65 + i + shift);
          const from = firstRow + rows.length;
          if (of === 'household') this.merges.push(`${letter}${from}:${letter}${from + members.length - 1}`);
        }
      for (const [k, member] of shown.entries())
        rows.push(
          columns.map(({ key, of, value }) => {
            if (of === 'household' && k > 0 && (fill === 'blank' || fill === 'merged')) return null;
            if (fill === 'heads' && key === 'wages')
              return this.money(members.reduce((sum, one) => sum + (one.wages ?? 0), 0));
            if (fill === 'heads' && key === 'evidence') return home.evidence;
            const cell = value(home, member);
            return key === 'wages' && typeof cell === 'number' ? this.money(cell) : cell;
          }),
        );
    }
    return rows;
  }
}
