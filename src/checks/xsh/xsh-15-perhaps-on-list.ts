import { maskName } from '../../domain/masking.js';
import type { RowReference } from '../../domain/roster.js';
import { NOWHERE, type FindingSubject } from '../../findings/finding.js';
import { cellPlace } from '../cell-place.js';
import { type CompareList, defineCheck, type UncomparedRow } from '../define-check.js';
import { param } from '../param.js';
import { ofHousehold, ofMember } from '../subject.js';

/** Digits that must agree beside a name, and without one. */
const DIGITS_BESIDE_NAME = 4;
const DIGITS_ALONE = 10;

export const perhapsOnList = defineCheck({
  code: 'XSH-15',
  name: 'perhaps-on-list',
  severity: 'warning',
  stage: 'lists',
  needs: [],
  lists: ['死亡', '财政供养', '工商登记', '公益性岗位', '资产', '监测系统', '其他'],
  sample: { name: '张**', kind: '死亡', row: 3 },
  text: {
    zh: {
      title: '可能在比对名单上',
      what: (p) =>
        `${param(p, 'name')} 应查明是否在${param(p, 'kind')}名单上，名单第 ${param(p, 'row')} 行的身份证号不全，姓名和看得见的号码与其相符`,
      why: '名单那一行没有比对成，是同一人的话这笔钱不该发；现在照常核算',
      how: '请按完整的身份证号核对是不是同一人；是的，请更新名册',
    },
    en: {
      title: 'Perhaps on a list',
      what: (p) =>
        `find out whether ${param(p, 'name')} is on the list ${param(p, 'kind')}: the ID number in its row ${param(p, 'row')} is not whole; name and visible digits fit`,
      why: 'that row was not compared; if it is the same person, this should not be paid',
      how: 'compare the whole ID numbers; if it is the same person, update the roster',
    },
  },
  examples: [
    {
      title: '名单上的号码打了星号',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
      lists: [maskedList('张三', '640181', '0010')],
    },
    {
      title: '号码对不上的同名人',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
      lists: [maskedList('张三', '640181', '0029')],
    },
  ],
  run: ({ roster, index, lists, report }) => {
    const open = lists.flatMap((list) => (list.uncompared ?? []).map((entry) => ({ list, entry })));
    if (open.length === 0) return;
    const bySurname = groupOpen(open);
    const look = (
      row: RowReference,
      id: string | null,
      field: string,
      name: string | null,
      subject: Partial<FindingSubject>,
    ): void => {
      if (id === null) return;
      const candidates = [...(bySurname.get(surname(name)) ?? []), ...(bySurname.get('') ?? [])];
      for (const { list, entry } of candidates) {
        if (list.entries.has(id) || !fits(entry, id, name)) continue;
        report({
          place: cellPlace(roster, row, field),
          subject,
          value: id,
          params: { name: maskName(name ?? entry.name ?? ''), kind: list.kind, row: entry.row },
          related: [{ ...NOWHERE, file: list.file, sheet: entry.sheet, row: entry.row, column: entry.column }],
        });
      }
    };
    for (const row of roster.rows.成员) look(row, row.personId, '身份证号', row.name, ofMember(row));
    for (const row of roster.rows.住户)
      if (row.headId !== null && !index.persons.has(row.headId))
        look(row, row.headId, '户主身份证号', row.headName, ofHousehold(row));
    for (const row of roster.rows.经营)
      if (row.personId !== null && !index.persons.has(row.personId))
        look(row, row.personId, '经营者身份证号', row.name, ofMember(row));
  },
});

interface Open {
  readonly list: CompareList;
  readonly entry: UncomparedRow;
}

/** By the first character of the name, '' where the list shows none: nobody is compared with everybody. */
function groupOpen(open: readonly Open[]): ReadonlyMap<string, readonly Open[]> {
  const groups = new Map<string, Open[]>();
  for (const one of open) {
    const key = surname(one.entry.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function surname(name: string | null): string {
  const [first = ''] = plain(name);
  return first === '*' ? '' : first;
}

function fits({ name, first, last }: UncomparedRow, id: string, own: string | null): boolean {
  if (!id.startsWith(first) || !id.endsWith(last)) return false;
  const digits = first.length + last.length;
  return name === null ? digits >= DIGITS_ALONE : digits >= DIGITS_BESIDE_NAME && namesFit(plain(name), plain(own));
}

/** A masked character of the list stands for any. */
function namesFit(listed: string, own: string): boolean {
  const [a, b] = [[...listed], [...own]];
  return a.length === b.length && a.every((character, i) => character === '*' || character === b[i]);
}

/** Without blanks and name dots; masked characters are stars. */
function plain(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .replace(/[\s·•‧・．.]/gu, '')
    .replace(/[×●○某]/gu, '*');
}

function maskedList(name: string, first: string, last: string): CompareList {
  const row = { cause: 'masked', sheet: '死亡', row: 3, column: 1, header: '身份证号', name, first, last } as const;
  return { kind: '死亡', file: '死亡名单.xlsx', date: '2024-12-01', entries: new Map(), uncompared: [row] };
}
