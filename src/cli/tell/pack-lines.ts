import { type Unit, UNIT_WORDS } from '../../domain/unit.js';
import type { Lang } from '../../findings/finding.js';
import type { Pack } from '../../policy/pack/pack.js';
import { reportedItems } from '../../policy/pack/reported.js';
import type { Paint } from '../terminal/paint.js';
import { padEnd, textWidth } from '../terminal/text-width.js';

/** A pack in words for a terminal: document, benefits, parameters, readings, flags, targets, and what is left out. */
export function packLines(
  pack: Pack,
  lang: Lang,
  paint: Paint,
  /** Figures of a local override file, as settings. */
  local: Readonly<Record<string, string>> = {},
): string[] {
  const zh = lang === 'zh';
  const name = (one: { readonly name: string; readonly nameEn: string }): string => (zh ? one.name : one.nameEn);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.strong(title), ...lines];
  const cited = (one: { readonly clause: string; readonly quote: string }): string =>
    paint.faint(`      ${one.clause}「${one.quote}」`);
  const { document } = pack;
  return [
    paint.strong(`${pack.id}  ${name(pack)}  v${pack.version}`),
    `  ${document.number}《${document.title}》  ${document.issuer}`,
    zh
      ? `  有效期 ${pack.window.from} 至 ${pack.window.to}${document.status === 'draft' ? '；征求意见稿，不能付款' : ''}`
      : `  in force ${pack.window.from} to ${pack.window.to}${document.status === 'draft' ? '; a draft: pays nothing' : ''}`,
    ...section(
      zh ? '补贴' : 'Benefits',
      pack.benefits.flatMap((benefit) => [`  ${benefit.id}  ${name(benefit)}`, cited(benefit)]),
    ),
    ...section(
      zh ? '总额限制' : 'Pools',
      pack.pools.flatMap((pool) => [`  ${pool.id}  ${name(pool)}：${pool.order.join(' → ')}`, cited(pool)]),
    ),
    ...section(zh ? '参数（--set 名称=值）' : 'Parameters (--set key=value)', parameterLines(pack, zh)),
    ...section(
      zh ? '条文理解（--reading 编号=选择）' : 'Readings (--reading id=choice)',
      pack.readings.flatMap((reading) => [
        `  ${reading.id}  ${zh ? reading.question : reading.questionEn}`,
        ...reading.choices.map((choice) => {
          const mark = choice.id === reading.default ? (zh ? '（默认）' : ' (default)') : '';
          return `      ${choice.id}${mark}  ${zh ? choice.effect : choice.effectEn}`;
        }),
        paint.faint(`      ${zh ? '理由' : 'reason'}  ${zh ? reading.reason : reading.reasonEn}`),
      ]),
    ),
    ...section(
      zh ? '标记' : 'Flags',
      pack.flags.flatMap((flag) => [`  ${flag.id}  ${name(flag)}`, cited(flag)]),
    ),
    ...section(
      zh ? '目标' : 'Targets',
      pack.targets.flatMap((target) => [`  ${target.id}  ${name(target)}`, cited(target)]),
    ),
    ...section(
      zh ? '要填报的指标（指标填报表）' : 'To be reported (table 指标填报)',
      reportedItems(pack, pack.window.from).map(
        ({ indicator, subject, unit, due }) => `  ${[indicator, subject, unit, due ?? ''].join('  ').trimEnd()}`,
      ),
    ),
    ...section(
      zh ? '文件提到但没有定金额' : 'Named without an amount',
      pack.catalogue.flatMap((entry) => [
        `  ${entry.id}  ${name(entry)}  ${local[`catalogue:${entry.id}`] ?? (zh ? '金额未定' : 'no amount')}`,
        cited(entry),
      ]),
    ),
    ...section(
      zh ? '本地参数' : 'Local figures',
      Object.entries(local)
        .filter(([key]) => !/^(paper|catalogue):/.test(key))
        .map(([key, value]) => `  ${key} = ${value}  ${local[`paper:${key}`] ?? ''}`),
    ),
    ...section(
      zh ? '留给人办的条款' : 'Left to people',
      pack.unmodelled.flatMap((entry) => [
        `  ${entry.clause}  ${zh ? entry.reason : entry.reasonEn}`,
        paint.faint(`      「${entry.quote}」`),
      ]),
    ),
  ];
}

function parameterLines({ parameters }: Pack, zh: boolean): string[] {
  const entries = Object.entries(parameters);
  const width = Math.max(0, ...entries.map(([id]) => textWidth(id)));
  return entries.flatMap(([id, parameter]) => {
    const values = parameter.values.map((dated) => {
      const when = 'year' in dated ? String(dated.year) : `${dated.from}…${dated.to}`;
      return `${dated.value} ${unitWord(parameter.unit, zh)} (${when})`;
    });
    const shown = values.length === 0 ? (zh ? '未定' : 'open') : values.join(zh ? '；' : '; ');
    return [`  ${padEnd(id, width)}  ${zh ? parameter.name : parameter.nameEn}  ${shown}`];
  });
}

function unitWord(unit: Unit, zh: boolean): string {
  return zh ? UNIT_WORDS[unit] : unit;
}
