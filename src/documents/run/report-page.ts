import { capitalAmount } from '../../domain/capital-amount.js';
import { formatYuanGrouped } from '../../domain/money.js';
import { barChart, SERIES_COLOURS, type Bar } from '../model/bar-chart.js';
import { communityBlocks, placeName } from './community-blocks.js';
import { runFileLabels } from './exceptions-csv.js';
import { findingGroups } from './finding-list-sheet.js';
import { flagName } from './household-list-sheets.js';
import { html } from '../model/html-text.js';
import { maskFreeText } from '../model/masked-value.js';
import { REPORT_STYLE } from '../model/report-style.js';
import { leftToPeople } from './receipt.js';
import type { RunDocumentInput } from './run-document.js';
import { dayWords, monthWords, SEVERITY_WORDS } from '../model/words.js';

/** A chart or table with more entries than this names the largest and sums up the rest. */
const MOST = 20;

/** `report.html`: one page with nothing loaded from elsewhere. No person is named on it. */
export function* reportPage(input: RunDocumentInput): Generator<string> {
  const { pack, content } = input.result;
  const title = `${pack.name} ${monthWords(content.period)} 发放报告`;
  yield '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">' +
    `<title>${html(title)}</title><style>${REPORT_STYLE}</style></head><body><main>\n`;
  yield heading(input, title);
  yield totals(input);
  yield benefits(input);
  yield communities(input);
  yield flags(input);
  yield findings(input);
  yield readings(input);
  yield targets(input);
  yield leftOver(input);
  yield `<footer>批次 ${html(content.batchId)}　内容校验值 ${html(content.contentHash)}　butie ${html(input.origin.toolVersion)}</footer></main></body></html>\n`;
}

function heading({ result, origin }: RunDocumentInput, title: string): string {
  const { pack, content } = result;
  const draft = origin.state === 'draft' ? '<p class="draft">草稿：未经审核批准，不得据此付款。</p>' : '';
  return `<header><h1>${html(title)}</h1><p>依据：${html(pack.document.number)}《${html(pack.document.title)}》　基准日：${dayWords(content.asOf)}</p>${draft}</header>\n`;
}

function totals({ result }: RunDocumentInput): string {
  const { content, counts } = result;
  const undecided = result.settled.filter((each) => each.entitlement.outcome === 'undecided').length;
  const cards: readonly (readonly [string, string, string])[] = [
    ['本次发放', `${formatYuanGrouped(content.total)} 元`, `人民币${capitalAmount(content.total)}`],
    ['发放对象', `${counts.paidPayees} 户（人）`, `${counts.lines} 笔`],
    ['名册', `${counts.households} 户`, `${counts.members} 人`],
    ['暂停发放', `${counts.heldHouseholds} 户`, '有错误，改正后再发'],
    ['待核实', `${undecided} 项`, '材料不足，核实前不发'],
    ['发现问题', `${counts.errors} 条错误`, `${counts.warnings} 条警告，${counts.infos} 条提示`],
  ];
  return (
    '<section class="cards">' +
    cards
      .map(
        ([label, value, more]) => `<div><span>${label}</span><b>${html(value)}</b><small>${html(more)}</small></div>`,
      )
      .join('') +
    '</section>\n'
  );
}

function benefits({ result }: RunDocumentInput): string {
  const bars = result.totals.map(
    (each): Bar => ({
      label: each.benefit,
      parts: [{ value: each.amount, series: 0 }],
      text: `${formatYuanGrouped(each.amount)} 元 / ${each.lines} 笔`,
    }),
  );
  return section('按项目', bars.length === 0 ? empty('本政策没有发放项目。') : barChart('按项目的发放金额', bars));
}

function communities({ result }: RunDocumentInput): string {
  const benefitIds = result.totals.map((each) => each.benefitId);
  const blocks = communityBlocks(result.content.lines).sort((a, b) => b.amount - a.amount);
  if (blocks.length === 0) return section('按社区', empty('本次没有可以发放的金额。'));
  const shown = blocks.slice(0, MOST).map((block): Bar => {
    const amounts = new Map<string, number>();
    for (const line of block.lines) amounts.set(line.benefitId, (amounts.get(line.benefitId) ?? 0) + line.amount);
    return {
      label: maskFreeText(block.place),
      parts: benefitIds.map((id, series) => ({ value: amounts.get(id) ?? 0, series })),
      text: `${formatYuanGrouped(block.amount)} 元 / ${block.payees} 户（人）`,
    };
  });
  const rest = blocks.slice(MOST);
  const more =
    rest.length === 0
      ? ''
      : `<p class="note">其余 ${rest.length} 个社区/村共 ${formatYuanGrouped(rest.reduce((sum, block) => sum + block.amount, 0))} 元，见 payout.xlsx 汇总表。</p>`;
  return section(
    '按社区',
    legend(result.totals.map((each) => each.benefit)) + barChart('按社区的发放金额', shown) + more,
  );
}

function flags(input: RunDocumentInput): string {
  const ids = [...new Set(input.result.flags.map((flag) => flag.flag))].sort();
  if (ids.length === 0) return section('监测与就业', empty('没有需要关注的户。'));
  const places = new Map<string, Map<string, number>>();
  const add = (place: string, key: string): void => {
    const counts = places.get(place) ?? new Map<string, number>();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    places.set(place, counts);
  };
  for (const flag of input.result.flags) {
    const key = flag.status === 'yes' ? flag.flag : 'undecided';
    add(placeName(flag.township, flag.community), key);
    add('合计', key);
  }
  const keys = [...ids, 'undecided'];
  const count = (place: string, key: string): number => places.get(place)?.get(key) ?? 0;
  const all = (place: string): number => keys.reduce((sum, key) => sum + count(place, key), 0);
  const names = [...places.keys()].filter((place) => place !== '合计').sort((a, b) => all(b) - all(a));
  const rows = [...names.slice(0, MOST), '合计'].map((place) => [
    maskFreeText(place),
    ...keys.map((key) => String(count(place, key))),
  ]);
  const bars = names.slice(0, MOST).map(
    (place): Bar => ({
      label: maskFreeText(place),
      parts: keys.map((key, series) => ({ value: count(place, key), series })),
      text: `${all(place)} 项`,
    }),
  );
  const words = [...ids.map((id) => flagName(input, id)), '待核实'];
  return section(
    '监测与就业（按社区，一户可有多项）',
    legend(words) + barChart('按社区的监测与就业情况', bars) + table(['社区/村', ...words], rows) + rest(names.length),
  );
}

function findings(input: RunDocumentInput): string {
  const groups = findingGroups(input.result.findings);
  if (groups.length === 0) return section('发现的问题', empty('没有发现问题。'));
  const label = runFileLabels(input);
  const rows = groups.slice(0, MOST).flatMap((group) => {
    const first = group.findings[0];
    if (first === undefined) return [];
    const text = input.words(first.finding);
    const { file, sheet } = first.finding.place;
    const where = maskFreeText([label(file), sheet].filter((part) => part !== null).join(' / '));
    const held = group.findings.filter((each) => each.effect === 'held').length;
    return [
      [
        SEVERITY_WORDS[group.severity],
        group.code,
        text.title,
        String(group.findings.length),
        held === 0 ? '' : `${held} 条使发放暂停`,
        maskFreeText(text.how),
        where === '' ? '' : `如 ${where}`,
      ],
    ];
  });
  const headers = ['级别', '编号', '问题', '条数', '影响', '怎么改', '位置'];
  return section(
    '发现的问题',
    `${table(headers, rows, 'findings')}${rest(groups.length, '种问题')}<p class="note">逐条见 exceptions.xlsx。</p>`,
  );
}

function readings({ result }: RunDocumentInput): string {
  const { pack, impacts, content } = result;
  if (pack.readings.length === 0) return '';
  const effect = (reading: (typeof pack.readings)[number], id: string): string =>
    reading.choices.find((choice) => choice.id === id)?.effect ?? id;
  const rows = pack.readings.map((reading) => {
    const chosen = content.readings[reading.id] ?? reading.default;
    const changes = impacts
      .filter((impact) => impact.reading === reading.id)
      .map(
        (impact) =>
          `改为“${effect(reading, impact.alternative)}”：${impact.payees} 户（人），${impact.difference < 0 ? '减少' : '增加'} ${formatYuanGrouped(Math.abs(impact.difference))} 元`,
      );
    return [
      reading.question,
      effect(reading, chosen),
      changes.length === 0 ? '对这份名册没有影响' : changes.join('；'),
    ];
  });
  return section('条文理解', table(['条文问题', '本次采用', '换一种口径'], rows));
}

const TARGET_WORDS = { met: '达到', missed: '未达到', undecided: '无法判定', 'not-run': '没有检查' } as const;

function targets({ result }: RunDocumentInput): string {
  if (result.targets.length === 0) return '';
  const rows = result.targets.map((each) => [
    result.pack.targets.find((target) => target.id === each.target)?.name ?? each.target,
    maskFreeText(each.scope),
    TARGET_WORDS[each.status],
    each.value ?? '',
    each.goal ?? '',
    maskFreeText(each.reason),
    each.clause,
  ]);
  return section('目标', table(['目标', '范围', '结果', '现值', '目标值', '说明', '依据'], rows));
}

function leftOver(input: RunDocumentInput): string {
  const items = leftToPeople(input).map(
    (each) => `<li>${each.clause === null ? '' : `<b>${html(each.clause)}</b> `}${html(each.reason)}</li>`,
  );
  return section('须由人负责的事项', `<ul>${items.join('')}</ul>`);
}

function section(title: string, content: string): string {
  return `<section><h2>${html(title)}</h2>${content}</section>\n`;
}

function legend(names: readonly string[]): string {
  const items = names.map(
    (name, index) =>
      `<span><i style="background:${SERIES_COLOURS[index % SERIES_COLOURS.length] ?? ''}"></i>${html(name)}</span>`,
  );
  return `<p class="legend">${items.join('')}</p>`;
}

function table(headers: readonly string[], rows: readonly (readonly string[])[], kind = ''): string {
  const head = headers.map((header) => `<th>${html(header)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`).join('');
  return `<table${kind === '' ? '' : ` class="${kind}"`}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function rest(count: number, what = '个社区/村'): string {
  return count > MOST ? `<p class="note">只列前 ${MOST}，共 ${count} ${what}。</p>` : '';
}

function empty(text: string): string {
  return `<p class="note">${html(text)}</p>`;
}
