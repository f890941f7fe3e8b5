import type { RowReference } from '../../domain/roster.js';
import { formatYuan } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import { cellPlace } from '../../findings/cell-place.js';
import type { Entitlement } from './assessment.js';
import type { Assessed } from './evaluate-benefit.js';
import type { Job } from '../facts/jobs.js';
import type { HouseholdGroup, RosterGroups } from './roster-groups.js';
import type { Period } from '../facts/fact.js';
import type { Pack } from '../pack/pack.js';
import { reasonText } from '../words/reason-words.js';

/** Income year outside the window (pays nothing) or not yet over (paid as claimed): one finding a household. */
export function yearFindings(
  pack: Pack,
  household: HouseholdGroup,
  period: Period,
  asOf: string,
  groups: RosterGroups,
): FindingDraft[] {
  const { row } = household;
  if (row === null || period.year === null) return [];
  const about = {
    severity: 'warning',
    place: cellPlace(groups.roster, row, 'incomeYear', '收入年度'),
    subject: { household: household.id, person: row.headId, name: row.headName },
    value: String(period.year),
  } as const;
  const { from, to } = pack.window;
  if (period.position === 'outside') return [{ ...about, code: 'HHD-20', params: { year: period.year, from, to } }];
  if (period.position === 'inside' && asOf < period.to)
    return [{ ...about, code: 'HHD-21', params: { year: period.year, until: period.to, asOf } }];
  return [];
}

/** An assessment date outside the window of a pack that goes by it: nothing is paid at all, said once. */
export function asOfFindings(pack: Pack, asOf: string, period: Period): FindingDraft[] {
  if (period.position === 'inside') return [];
  return [{ code: 'ROW-26', severity: 'warning', params: { asOf, from: pack.window.from, to: pack.window.to } }];
}

/** What a benefit's outcome for a person or organisation gives rise to: it cannot be decided, and why. */
export function personOutcomeFindings<Subject>(
  assessed: Assessed<Subject>,
  row: RowReference,
  field: readonly [key: string, header: string],
): FindingDraft[] {
  const { entitlement, outcome, context } = assessed;
  const { payee } = entitlement;
  const about = {
    severity: 'warning',
    place: cellPlace(context.roster.roster, row, ...field),
    subject: {
      household: entitlement.householdId,
      person: payee.kind === 'person' ? payee.id : null,
      organisation: payee.kind === 'organisation' ? payee.id : null,
      name: payee.name,
    },
  } as const;
  if (outcome.outcome === 'undecided')
    return [{ ...about, code: 'ROW-22', params: cannotDecideParams(entitlement, outcome.reason) }];
  return [];
}

const PLACE_REASONS: ReadonlySet<string> = new Set([
  'place-blank',
  'place-beyond',
  'place-unresolved',
  'county-unknown',
]);

/** As personOutcomeFindings; a place of work that cannot be told has its own words. */
export function jobFindings(assessed: Assessed<Job>): FindingDraft[] {
  const { member } = assessed.subject;
  const found = personOutcomeFindings(assessed, member, ['name', '姓名']);
  if (assessed.outcome.outcome !== 'undecided' || !PLACE_REASONS.has(assessed.outcome.reason)) return found;
  return found.map((draft) => ({
    ...draft,
    code: 'ROW-08',
    place: cellPlace(assessed.context.roster.roster, member, 'workPlace', '务工所在地'),
    value: member.workPlace,
    params: { found: member.workPlace ?? '空白' },
  }));
}

/** What a benefit's outcome for a household gives rise to: it cannot be decided, and why. */
export function householdOutcomeFindings(assessed: Assessed<HouseholdGroup>): FindingDraft[] {
  const { entitlement, outcome, subject, context } = assessed;
  if (outcome.outcome !== 'undecided') return [];
  const { row } = subject;
  const roster = context.roster.roster;
  const about = { household: subject.id, person: row?.headId ?? null, name: row?.headName ?? null };
  if (outcome.reason === 'no-business-rows' && row !== null) {
    const income = formatYuan(row.businessIncome ?? 0);
    const place = cellPlace(roster, row, 'businessIncome', '年经营收入');
    return [{ code: 'HHD-22', severity: 'warning', place, subject: about, value: income, params: { income } }];
  }
  const first: RowReference | undefined = row ?? subject.members[0] ?? subject.businesses[0];
  const place = first === undefined ? {} : cellPlace(roster, first, 'householdId', '户编号');
  const params = cannotDecideParams(entitlement, outcome.reason);
  return [{ code: 'HHD-23', severity: 'warning', place, subject: about, params }];
}

/** Values of a "cannot decide" message: the benefit, and the reason in both languages with the trace's numbers. */
function cannotDecideParams(entitlement: Entitlement, reason: string): Record<string, string> {
  const values = entitlement.stages.find((stage) => stage.because === reason)?.values ?? {};
  return {
    benefit: entitlement.benefit,
    reason: reasonText(reason, values, 'zh'),
    reasonEn: reasonText(reason, values, 'en'),
  };
}
