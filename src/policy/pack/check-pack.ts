import { formatYuan } from '../../domain/money.js';
import { caseRoster } from '../cases/case-rows.js';
import { variantsOf } from '../cases/case-variants.js';
import { assessObserved } from '../assess/evaluate.js';
import { ruleThresholds } from '../kinds/index.js';
import { rangeText, sensibleRange } from './parameter-range.js';
import type { Threshold } from '../kinds/rule-kind.js';
import type { Pack } from './pack.js';
import { parseParameter } from './parse-parameter.js';

/** Something a valid pack still lacks: a quotation that is not in the document, a threshold without a case on it. */
export interface PackGap {
  readonly kind: 'quote' | 'threshold' | 'benefit-without-case' | 'range';
  /** Which part of the pack: `benefits employment-bonus`. */
  readonly part: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * Looks for what the schema cannot: quotations that do not occur in the document's text (when it is given; white space
 * does not matter), and thresholds without a case on them and one unit to each side. Every rule is cited by the schema.
 */
export function checkPack(pack: Pack, options: { readonly documentText?: string } = {}): PackGap[] {
  const quotes = options.documentText === undefined ? [] : missingQuotes(pack, options.documentText);
  return [...quotes, ...missingRanges(pack), ...missingCases(pack)];
}

/** Parameters without `between`: a slip of the pen in --set would then be measured by the pack's own values alone. */
function missingRanges(pack: Pack): PackGap[] {
  return Object.entries(pack.parameters)
    .filter(([, { between }]) => between === undefined)
    .map(([id, parameter]) => {
      const range = rangeText(sensibleRange(parameter), parameter.unit);
      return {
        kind: 'range',
        part: `parameters ${id}`,
        zh: `应写明合理范围 between: [最小, 最大]（现按${range.zh}核对）`,
        en: `should state its sensible range, between: [least, most] (${range.en} is used for now)`,
      };
    });
}

interface Cited {
  readonly part: string;
  readonly clause: string;
  readonly quote: string;
}

function citations(pack: Pack): Cited[] {
  const list = (
    name: 'readings' | 'benefits' | 'pools' | 'flags' | 'targets' | 'catalogue' | 'checks' | 'ledgers' | 'calendar',
  ): Cited[] => pack[name].map(({ id, clause, quote }) => ({ part: `${name} ${id}`, clause, quote }));
  const record = (name: 'parameters' | 'lists'): Cited[] =>
    Object.entries<Pick<Cited, 'clause' | 'quote'>>(pack[name]).map(([id, { clause, quote }]) => ({
      part: `${name} ${id}`,
      clause,
      quote,
    }));
  return [
    { part: 'window', clause: pack.window.clause, quote: pack.window.quote },
    ...record('parameters'),
    ...list('readings'),
    ...list('benefits'),
    ...list('pools'),
    ...list('flags'),
    ...list('targets'),
    ...record('lists'),
    ...list('catalogue'),
    ...list('checks'),
    ...list('ledgers'),
    ...list('calendar'),
    ...pack.unmodelled.map(({ clause, quote }) => ({ part: `unmodelled ${clause}`, clause, quote })),
  ];
}

function missingQuotes(pack: Pack, documentText: string): PackGap[] {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const document = bare(documentText);
  return citations(pack)
    .filter(({ quote }) => !document.includes(bare(quote)))
    .map(({ part, clause, quote }) => ({
      kind: 'quote',
      part,
      zh: `${part}（${clause}）引用的原文在文件中找不到：「${quote}」`,
      en: `${part} (${clause}) quotes words that are not in the document: 「${quote}」`,
    }));
}

/** Values a threshold's fact took in the cases, and by how many heads they are to be divided. */
interface Stood {
  readonly value: number;
  readonly heads: number;
}

function missingCases(pack: Pack): PackGap[] {
  const parameter = (id: string): number | null => {
    const definition = pack.parameters[id];
    const first = definition?.values[0];
    return definition === undefined || first === undefined ? null : parseParameter(first.value, definition.unit);
  };
  const thresholds = pack.benefits.map((benefit) => ruleThresholds(benefit.rule, parameter));
  const stood = standings(pack, thresholds);
  return pack.benefits.flatMap((benefit, i) => {
    const part = `benefits ${benefit.id}`;
    const tried = pack.cases.some(({ expect }) => benefit.id in expect.pays || benefit.id in expect.outcomes);
    if (!tried)
      return [
        {
          kind: 'benefit-without-case' as const,
          part,
          zh: `${benefit.name}没有算例`,
          en: `${benefit.nameEn} has no case`,
        },
      ];
    return (thresholds[i] ?? []).flatMap((threshold) => gapsAt(threshold, part, stood.get(benefit.id) ?? []));
  });
}

function standings(pack: Pack, thresholds: readonly (readonly Threshold[])[]): Map<string, Stood[]> {
  const stood = new Map<string, Stood[]>();
  for (const variant of pack.cases.flatMap(variantsOf)) {
    const { readings } = variant;
    const { parameters } = variant.case;
    const roster = caseRoster(variant.tables).roster;
    const request = { pack, roster, asOf: variant.asOf, period: variant.asOf.slice(0, 7), readings, parameters };
    assessObserved(request, (benefit, reader) => {
      const first = thresholds[pack.benefits.indexOf(benefit)]?.[0];
      if (first === undefined) return;
      const heads = first.per === null ? 1 : reader.number(first.per).low;
      const list = stood.get(benefit.id) ?? [];
      list.push({ value: reader.number(first.fact).low, heads });
      stood.set(benefit.id, list);
    });
  }
  return stood;
}

/** The three places of a threshold: on it, and within one unit a head below and above. */
function gapsAt({ at, unit }: Threshold, part: string, stood: readonly Stood[]): PackGap[] {
  const distance = ({ value, heads }: Stood): number => value - at * heads;
  const places = [
    { there: stood.some((one) => distance(one) === 0), zh: '正好', en: 'exactly on' },
    { there: stood.some((one) => distance(one) < 0 && distance(one) >= -one.heads), zh: '差一点不到', en: 'one below' },
    { there: stood.some((one) => distance(one) > 0 && distance(one) <= one.heads), zh: '刚过一点', en: 'one above' },
  ];
  const shown = unit === 'fen' ? `${formatYuan(at)}元` : `${at}人`;
  return places
    .filter(({ there }) => !there)
    .map(({ zh, en }) => ({
      kind: 'threshold' as const,
      part,
      zh: `${part} 的界线${shown}没有「${zh}」的算例`,
      en: `${part}: no case ${en} ${unit === 'fen' ? formatYuan(at) : at}`,
    }));
}
