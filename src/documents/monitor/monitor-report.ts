import type { FollowedProblem } from '../../batch/monitor/monitoring.js';
import { isOpen as isOpenProgress } from '../../domain/problem-progress.js';
import { barChart, SERIES_COLOURS, type Bar } from '../model/bar-chart.js';
import { placeName } from '../run/community-blocks.js';
import { html } from '../model/html-text.js';
import {
  documentNumbers,
  monthsGiven,
  PROGRESS_WORDS,
  TARGET_WORDS,
  type MonitorDocumentInput,
} from './monitor-document.js';
import { maskFreeText } from '../model/masked-value.js';
import { REPORT_STYLE } from '../model/report-style.js';
import { dayWords, monthWords } from '../model/words.js';

const MOST = 20;

/** `report.html` of a monitoring month: one page with nothing loaded from elsewhere. No person is named on it. */
export function* monitorReport(input: MonitorDocumentInput): Generator<string> {
  const { result } = input;
  const title = `${monthWords(result.period)} 监测报告`;
  yield '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">' +
    `<title>${html(title)}</title><style>${REPORT_STYLE}</style></head><body><main>\n`;
  const drafts = result.packs.filter(({ pack }) => pack.document.status === 'draft');
  const draft = drafts.map(({ pack }) => `<p class="draft">${html(pack.document.number)}：结果只供试算。</p>`).join('');
  yield `<header><h1>${html(title)}</h1><p>依据：${html(documentNumbers(result))}　基准日：${dayWords(result.asOf)}</p><p>${html(monthsGiven(result))}</p>${draft}</header>\n`;
  yield cards(input);
  yield section('未消除的标记（按社区）', communities(input));
  yield section('进展', progress(input));
  for (const { pack, targets } of result.packs) {
    if (targets.length === 0) continue;
    const rows = targets.map((target) => [
      pack.targets.find(({ id }) => id === target.target)?.name ?? target.target,
      maskFreeText(target.scope),
      TARGET_WORDS[target.status],
      target.value ?? '',
      target.goal ?? '',
      maskFreeText(target.reason),
    ]);
    yield section(`目标：${pack.document.number}`, table(['目标', '范围', '结果', '现值', '目标值', '说明'], rows));
  }
  const due = input.due.map((one) => [one.day, one.name, one.note ?? '', one.clause]);
  yield section('近期期限', due.length === 0 ? empty('近期没有。') : table(['期限', '事项', '说明', '条款'], due));
  const left = result.packs.flatMap(({ pack }) =>
    pack.unmodelled.map(
      (one) => `<li><b>${html(`${pack.document.number} ${one.clause}`)}</b> ${html(one.reason)}</li>`,
    ),
  );
  if (left.length > 0) yield section('须由人负责的事项', `<ul>${left.join('')}</ul>`);
  yield `<footer>butie ${html(input.toolVersion)}　监测只提示，不认定，不发放。</footer></main></body></html>\n`;
}

function isOpen(one: FollowedProblem): boolean {
  return isOpenProgress(one.progress);
}

function cards({ result, spans }: MonitorDocumentInput): string {
  const sum = spans.month.figures.at(-1);
  const flags = result.problems.filter((one) => one.kind === 'flag' && isOpen(one) && !one.undecided);
  const households = new Set(flags.map(({ householdId }) => householdId)).size;
  const count = (name: FollowedProblem['progress']): number =>
    result.problems.filter((one) => one.progress === name).length;
  const targets = result.packs.flatMap((one) => one.targets.filter(({ whole }) => whole));
  const met = targets.filter(({ status }) => status === 'met').length;
  const missed = targets.filter(({ status }) => status === 'missed').length;
  const cells: readonly (readonly [string, string, string])[] = [
    ['名册', `${sum?.households ?? 0} 户`, `${sum?.members ?? 0} 人`],
    ['劳动力', `${sum?.labourers ?? 0} 人`, `已就业 ${sum?.employed ?? 0} 人`],
    ['有标记的户', `${households} 户`, `${flags.length} 项`],
    ['新增问题', `${count('new')} 件`, `未消除 ${count('still-open')} 件`],
    ['本期消除', `${count('cleared')} 件`, `已销号 ${count('struck-off')} 件，本期未见 ${count('unseen')} 件`],
    ['目标', `${met} 项达到`, `${missed} 项未达到，${targets.length - met - missed} 项未能判定`],
  ];
  return `<section class="cards">${cells
    .map(([label, value, more]) => `<div><span>${label}</span><b>${html(value)}</b><small>${html(more)}</small></div>`)
    .join('')}</section>\n`;
}

function communities({ result }: MonitorDocumentInput): string {
  const own = result.problems.filter((one) => one.kind === 'flag' && isOpen(one));
  if (own.length === 0) return empty('没有需要关注的户。');
  const names = new Map(own.map((one) => [one.what, one.name]));
  const keys = [...names.keys()];
  const places = new Map<string, Map<string, number>>();
  for (const one of own) {
    const place = placeName(one.township, one.community);
    const counts = places.get(place) ?? new Map<string, number>();
    counts.set(one.what, (counts.get(one.what) ?? 0) + 1);
    places.set(place, counts);
  }
  const total = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, one) => sum + one, 0);
  const sorted = [...places].sort(([, a], [, b]) => total(b) - total(a)).slice(0, MOST);
  const bars = sorted.map(
    ([place, counts]): Bar => ({
      label: maskFreeText(place),
      parts: keys.map((key, series) => ({ value: counts.get(key) ?? 0, series })),
      text: `${total(counts)} 项`,
    }),
  );
  const legend = keys.map(
    (key, index) =>
      `<span><i style="background:${SERIES_COLOURS[index % SERIES_COLOURS.length] ?? ''}"></i>${html(names.get(key) ?? key)}</span>`,
  );
  const rows = sorted.map(([place, counts]) => [
    maskFreeText(place),
    ...keys.map((key) => String(counts.get(key) ?? 0)),
  ]);
  const more = places.size > MOST ? `<p class="note">只列前 ${MOST}，共 ${places.size} 个社区/村。</p>` : '';
  return `<p class="legend">${legend.join('')}</p>${barChart('未消除的标记', bars)}${table(['社区/村', ...keys.map((key) => names.get(key) ?? key)], rows)}${more}`;
}

function progress({ result }: MonitorDocumentInput): string {
  const groups = new Map<string, { name: string; counts: Map<string, number>; oldest: number }>();
  for (const one of result.problems) {
    const key = `${one.kind}|${one.what}`;
    const group = groups.get(key) ?? { name: one.name, counts: new Map<string, number>(), oldest: 0 };
    group.counts.set(one.progress, (group.counts.get(one.progress) ?? 0) + 1);
    if (isOpen(one)) group.oldest = Math.max(group.oldest, one.ageMonths);
    groups.set(key, group);
  }
  if (groups.size === 0) return empty('没有问题。');
  const states = ['new', 'still-open', 'cleared', 'struck-off', 'unseen'] as const;
  const rows = [...groups.values()].map(({ name, counts, oldest }) => [
    name,
    ...states.map((state) => String(counts.get(state) ?? 0)),
    oldest === 0 ? '' : `${oldest} 个月`,
  ]);
  return table(['事项', ...states.map((state) => PROGRESS_WORDS[state]), '最长持续'], rows);
}

function section(title: string, content: string): string {
  return `<section><h2>${html(title)}</h2>${content}</section>\n`;
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headers.map((header) => `<th>${html(header)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function empty(text: string): string {
  return `<p class="note">${html(text)}</p>`;
}
