import type { Pack } from './pack.js';
import type { DatedValue } from './schema.js';
import { type Unit, UNIT_WORDS } from '../../domain/unit.js';

/** One difference between two packs, in words. */
export interface PackChange {
  readonly part: string;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly zh: string;
  readonly en: string;
}

const LISTS = [
  ['benefits', '补贴', 'benefit'],
  ['pools', '总额限制', 'pool'],
  ['readings', '条文理解', 'reading'],
  ['flags', '标记', 'flag'],
  ['targets', '目标', 'target'],
  ['catalogue', '目录项', 'catalogue entry'],
  ['checks', '查错', 'check'],
  ['ledgers', '台账', 'ledger'],
  ['calendar', '期限', 'due date'],
] as const;

/** What a newer pack changes against an older one: window, parameters with their values, every entry by its id. */
export function packDifferences(old: Pack, now: Pack): PackChange[] {
  return [...headChanges(old, now), ...parameterChanges(old, now), ...listChanges(old, now), ...namedLists(old, now)];
}

function headChanges(old: Pack, now: Pack): PackChange[] {
  const pairs: readonly (readonly [string, string, string, string])[] = [
    ['文号', 'document number', old.document.number, now.document.number],
    ['文件状态', 'status', statusWord(old), statusWord(now)],
    ['执行期起', 'window from', old.window.from, now.window.from],
    ['执行期止', 'window to', old.window.to, now.window.to],
    ['版本', 'version', old.version, now.version],
  ];
  return pairs
    .filter(([, , before, after]) => before !== after)
    .map(([zh, en, before, after]) => ({
      part: 'document',
      id: en,
      change: 'changed' as const,
      zh: `${zh}由「${before}」改为「${after}」`,
      en: `${en}: ${before} becomes ${after}`,
    }));
}

function statusWord({ document }: Pack): string {
  return document.status === 'draft' ? '征求意见稿' : '正式';
}

function parameterChanges(old: Pack, now: Pack): PackChange[] {
  const changes: PackChange[] = [];
  const ids = new Set([...Object.keys(old.parameters), ...Object.keys(now.parameters)]);
  for (const id of ids) {
    const before = old.parameters[id];
    const after = now.parameters[id];
    const base = { part: 'parameters', id };
    if (before === undefined && after !== undefined)
      changes.push({
        ...base,
        change: 'added',
        zh: `新增参数 ${id}（${after.name}）：${values(after.values, after.unit)}`,
        en: `new parameter ${id} (${after.nameEn}): ${values(after.values, after.unit)}`,
      });
    else if (before !== undefined && after === undefined)
      changes.push({
        ...base,
        change: 'removed',
        zh: `取消参数 ${id}（${before.name}）`,
        en: `parameter ${id} (${before.nameEn}) is gone`,
      });
    else if (before !== undefined && after !== undefined) {
      const [from, to] = [values(before.values, before.unit), values(after.values, after.unit)];
      if (from !== to)
        changes.push({
          ...base,
          change: 'changed',
          zh: `参数 ${id}（${after.name}）由「${from}」改为「${to}」`,
          en: `parameter ${id} (${after.nameEn}): ${from} becomes ${to}`,
        });
    }
  }
  return changes;
}

function values(list: readonly DatedValue[], unit: Unit): string {
  const shown = list.map((one) => {
    const when = 'year' in one ? `${one.year}年` : `${one.from}至${one.to}`;
    return `${one.value}${UNIT_WORDS[unit]}（${when}）`;
  });
  return shown.length === 0 ? '未定' : shown.join('、');
}

/** Keys of entries in words; a key that is not here is named as it is written in the pack. */
const KEY_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  name: ['名称', 'name'],
  clause: ['条款', 'clause'],
  quote: ['引文', 'quotation'],
  rule: ['算法', 'rule'],
  for: ['对象', 'payees'],
  conditions: ['条件', 'conditions'],
  every: ['发放周期', 'period'],
  times: ['次数', 'times'],
  metInWindow: ['执行期要求', 'window'],
  most: ['最高额', 'maximum'],
  order: ['先后', 'order'],
  default: ['默认选择', 'default'],
  choices: ['选择', 'choices'],
  line: ['标准线', 'line'],
  when: ['判断', 'condition'],
  measure: ['统计口径', 'measure'],
  compare: ['比较方式', 'comparison'],
  goal: ['目标值', 'goal'],
  due: ['期限', 'due dates'],
  columns: ['列', 'columns'],
  excludes: ['不得同时享受', 'exclusions'],
};

type Entry = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly name?: string;
  readonly nameEn?: string;
};

function listChanges(old: Pack, now: Pack): PackChange[] {
  return LISTS.flatMap(([part, zh, en]) => {
    const before = new Map<string, Entry>(old[part].map((one) => [one.id, one]));
    const after = new Map<string, Entry>(now[part].map((one) => [one.id, one]));
    const changes: PackChange[] = [];
    for (const [id, entry] of after) {
      const known = before.get(id);
      const name = entry.name ?? id;
      if (known === undefined)
        changes.push({
          part,
          id,
          change: 'added',
          zh: `新增${zh} ${id}（${name}）`,
          en: `new ${en} ${id} (${entry.nameEn ?? id})`,
        });
      else
        for (const key of differing(known, entry)) {
          const [keyZh, keyEn] = KEY_WORDS[key] ?? [key, key];
          const [from, to] = [shown(known[key]), shown(entry[key])];
          changes.push({
            part,
            id,
            change: 'changed',
            zh: `${zh} ${id}（${name}）的${keyZh}由「${from}」改为「${to}」`,
            en: `${en} ${id} (${entry.nameEn ?? id}): ${keyEn} ${from} becomes ${to}`,
          });
        }
    }
    for (const [id, entry] of before)
      if (!after.has(id))
        changes.push({
          part,
          id,
          change: 'removed',
          zh: `取消${zh} ${id}（${entry.name ?? id}）`,
          en: `${en} ${id} (${entry.nameEn ?? id}) is gone`,
        });
    return changes;
  });
}

const SILENT: ReadonlySet<string> = new Set(['covers', 'nameEn', 'reasonEn', 'questionEn']);

function differing(before: Entry, after: Entry): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !SILENT.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

/** A value as a reader of the pack would write it: no quotes around words, no braces around one key. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '无';
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(shown).join('、');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${KEY_WORDS[key]?.[0] ?? key}：${shown(one)}`)
      .join('，');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function namedLists(old: Pack, now: Pack): PackChange[] {
  const ids = new Set([...Object.keys(old.lists), ...Object.keys(now.lists)]);
  return [...ids].flatMap((id) => {
    const before = old.lists[id]?.names ?? [];
    const after = now.lists[id]?.names ?? [];
    const added = after.filter((name) => !before.includes(name));
    const gone = before.filter((name) => !after.includes(name));
    if (added.length + gone.length === 0) return [];
    const zh = [added.length === 0 ? '' : `增加${added.join('、')}`, gone.length === 0 ? '' : `去掉${gone.join('、')}`];
    return [
      {
        part: 'lists',
        id,
        change: 'changed' as const,
        zh: `名单 ${id}：${zh.filter((text) => text !== '').join('，')}`,
        en: `list ${id}: added ${added.join(', ') || 'none'}, removed ${gone.join(', ') || 'none'}`,
      },
    ];
  });
}
