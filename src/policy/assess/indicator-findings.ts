import type { IndicatorRow, Roster } from '../../domain/roster.js';
import { cellPlace } from '../../findings/cell-place.js';
import type { FindingDraft } from '../../findings/collector.js';
import { isAbout, placeCore, reportedNumber, reportedYes } from '../measures/indicator-measures.js';
import type { Pack } from '../pack/pack.js';
import type { TargetRule } from '../pack/schema.js';

/** A target that counts rows of 指标填报, with the pack it stands in. */
interface Counting {
  readonly pack: Pack;
  readonly rule: TargetRule;
}

/** Measures whose 指标值 is a number; of the others it is 是 or 否, or does not matter. */
const NUMBERS = new Set(['indicator-sum', 'indicator-ratio', 'indicator-each-ratio', 'indicator-events']);
const YES_NO = new Set(['indicator-each', 'indicator-checklist', 'indicator-noes']);

/**
 * Rows of 指标填报 that no target of the packs counts: a clause nobody asks about, a 对象 the clause does not name, a
 * value that cannot be read. Each is one finding on its own cell; without it the row would vanish.
 */
export function indicatorFindings(packs: readonly Pack[], roster: Roster): FindingDraft[] {
  const byClause = new Map<string, Counting[]>();
  for (const pack of packs)
    for (const rule of pack.targets) {
      const clause = rule.of?.indicator;
      if (clause === undefined) continue;
      const known = byClause.get(clause);
      if (known === undefined) byClause.set(clause, [{ pack, rule }]);
      else known.push({ pack, rule });
    }
  if (byClause.size === 0) return [];
  return roster.rows.指标填报.flatMap((row) => uncounted(row, byClause, roster) ?? []);
}

function uncounted(
  row: IndicatorRow,
  byClause: ReadonlyMap<string, readonly Counting[]>,
  roster: Roster,
): FindingDraft | null {
  const clause = row.clause?.trim().toUpperCase() ?? '';
  if (clause === '') return null;
  const counting = byClause.get(clause);
  const draft = (code: string, key: 'clause' | 'subject' | 'value', header: string, known: string): FindingDraft => ({
    code,
    severity: 'warning',
    place: cellPlace(roster, row, key, header),
    value: row[key],
    params: { value: row[key] ?? '', clause, known },
  });
  if (counting === undefined) {
    const meant = [...byClause].filter(([, all]) => all.some(({ rule }) => rule.clause.endsWith(clause)));
    const near = meant.length > 0 ? meant.map(([id]) => id) : [...byClause.keys()];
    return draft('ROW-50', 'clause', '条款编号', near.join('、'));
  }
  const about = counting.filter(({ pack, rule }) => namesIts(row, rule, pack, roster));
  if (about.length === 0) {
    const known = counting.flatMap(({ pack, rule }) => objectsOf(rule, pack));
    return draft('ROW-51', 'subject', '对象', [...new Set(known)].join('、'));
  }
  if (about.some(({ rule }) => isReadable(row, rule))) return null;
  const number = about.some(({ rule }) => NUMBERS.has(rule.measure));
  return draft('ROW-52', 'value', '指标值', number ? '数字' : '是或否');
}

/** 对象 that a target names, as a person would write them. */
function objectsOf({ of }: TargetRule, pack: Pack): string[] {
  const listed = of?.list === undefined ? [] : (pack.lists[of.list]?.names ?? []);
  return [of?.done, of?.all].flatMap((one) => one ?? []).concat(listed);
}

function namesIts(row: IndicatorRow, rule: TargetRule, pack: Pack, roster: Roster): boolean {
  const { of, measure } = rule;
  const subject = row.subject?.trim() ?? '';
  const names = of?.list === undefined ? [] : (pack.lists[of.list]?.names ?? []);
  if (measure === 'indicator-each') return names.some((name) => placeCore(subject).includes(placeCore(name)));
  if (measure === 'indicator-checklist') {
    const sites = roster.rows.安置点.flatMap(({ name }) => (name === null ? [] : [name]));
    const atSite = sites.length === 0 || sites.some((site) => subject.startsWith(site));
    return atSite && names.some((name) => isAbout(row, name));
  }
  const labels = [of?.done, of?.all].flatMap((one) => one ?? []);
  return labels.length === 0 || labels.some((label) => isAbout(row, label));
}

function isReadable(row: IndicatorRow, { measure }: TargetRule): boolean {
  if (measure === 'indicator-events' && row.value === null) return true;
  if (NUMBERS.has(measure)) return reportedNumber(row.value) !== null;
  return !YES_NO.has(measure) || reportedYes(row.value) !== null;
}
