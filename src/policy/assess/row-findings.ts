import { maskId } from '../../domain/masking.js';
import type { PlacementRow, TrainingRow } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import { cellPlace } from '../../findings/cell-place.js';
import type { FindingPlace, FindingSubject } from '../../findings/finding.js';
import type { Assessed } from './evaluate-benefit.js';
import { WORKER_AWARDS, type Broker, type PlacementReading } from '../facts/brokers.js';
import { uncountedBusinesses } from '../facts/household-business.js';
import { COURSE_READINGS, type Institution } from '../facts/institutions.js';
import type { Pack } from '../pack/pack.js';
import type { HouseholdGroup, RosterGroups } from './roster-groups.js';
import { reasonText } from '../words/reason-words.js';

/** 劳务输出 rows of one broker that are not paid for: a second broker, a tie, or something unknown. */
export function placementFindings(assessed: Assessed<Broker>): FindingDraft[] {
  const { subject, context, outcome } = assessed;
  if (outcome.outcome === 'outside-window') return [];
  const awards = WORKER_AWARDS.of(context);
  const findings: FindingDraft[] = [];
  for (const row of subject.placements) {
    const award = row.personId === null ? undefined : awards.get(row.personId);
    if (award === undefined) continue;
    const is = (reading: PlacementReading): boolean => reading.row === row;
    const about = {
      severity: 'warning',
      place: cellPlace(context.roster.roster, row, 'startedOn', '开始日期'),
      subject: { organisation: subject.code, person: row.personId, name: row.name },
      value: row.startedOn,
    } as const;
    const unknown = award.unknown.find(is);
    if (award.later.some(is) && award.winner !== null) {
      const other = award.winner.row;
      findings.push({
        ...about,
        code: 'ROW-23',
        params: { broker: brokerOf(other), start: other.startedOn ?? '', own: row.startedOn ?? '' },
        related: [cellPlace(context.roster.roster, other, 'startedOn', '开始日期')],
      });
    } else if (award.tied.some(is)) {
      const others = award.tied.filter((reading) => !is(reading)).map(({ row: other }) => other);
      findings.push({
        ...about,
        code: 'ROW-24',
        params: { brokers: others.map(brokerOf).join('、'), start: row.startedOn ?? '' },
        related: others.map((other) => cellPlace(context.roster.roster, other, 'startedOn', '开始日期')),
      });
    } else if (unknown !== undefined) {
      findings.push({ ...about, code: 'ROW-25', params: reasons(unknown.why) });
    }
  }
  return findings;
}

/** Name of a broker, or its code; masked, because a 劳务经纪人 has an ID number for a code. */
function brokerOf(row: PlacementRow): string {
  return row.brokerName ?? (row.brokerCode === null ? '' : maskId(row.brokerCode));
}

/** Courses of one institution that cannot be decided; the same course typed twice is ROW-41. */
export function courseFindings(assessed: Assessed<Institution>): FindingDraft[] {
  const { subject, context, outcome } = assessed;
  if (outcome.outcome === 'outside-window') return [];
  const readings = COURSE_READINGS.of(context);
  const findings: FindingDraft[] = [];
  for (const row of subject.courses) {
    const reading = readings.get(row);
    const about = {
      severity: 'warning',
      place: cellPlace(context.roster.roster, row, 'name', '姓名'),
      subject: { organisation: subject.code, person: row.personId, name: row.name },
    } as const;
    if (reading?.counts === null) findings.push({ ...about, code: 'ROW-29', params: reasons(reading.why) });
  }
  return findings;
}

/** 经营 rows with evidence that could not be counted although the household is paid for others. */
export function businessRowFindings({ subject, context, outcome }: Assessed<HouseholdGroup>): FindingDraft[] {
  if (outcome.outcome !== 'entitled') return [];
  return uncountedBusinesses(subject, context).map(({ row, why }) => ({
    code: 'ROW-20',
    severity: 'warning',
    place: cellPlace(context.roster.roster, row, 'kind', '主体类型'),
    subject: { household: subject.id, person: row.personId, name: row.name },
    params: { name: row.businessName ?? row.name ?? '', ...reasons(why) },
  }));
}

function reasons(why: string): Record<string, string> {
  return { reason: reasonText(why, {}, 'zh'), reasonEn: reasonText(why, {}, 'en') };
}

/**
 * Rows that name nobody the pack could pay: placements and courses without a code, and 用工 of an organisation that 单位
 * does not list (whether it is a workshop or a service company is then unknown).
 */
export function untiedFindings(pack: Pack, groups: RosterGroups): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const { rows } = groups.roster;
  const untied = (
    row: PlacementRow | TrainingRow,
    field: readonly [key: string, header: string],
    name: string | null,
  ): void => {
    findings.push(
      draft(
        'ROW-30',
        cellPlace(groups.roster, row, ...field),
        { person: row.personId, name },
        {
          person: row.personId === null ? '' : maskId(row.personId),
        },
      ),
    );
  };
  for (const { for: target } of pack.benefits) {
    if (target.each === 'broker')
      for (const row of rows.劳务输出) if (row.brokerCode === null) untied(row, ['brokerCode', '中介代码'], row.name);
    if (target.each === 'institution')
      for (const row of rows.培训)
        if (row.institutionCode === null && row.kind !== null && target.trainings.includes(row.kind))
          untied(row, ['institutionCode', '机构代码'], row.name);
  }
  if (pack.benefits.some((benefit) => benefit.for.each === 'organisation')) {
    for (const [code, workers] of groups.workers) {
      const [first] = workers;
      if (groups.organisations.has(code) || first === undefined) continue;
      const place = cellPlace(groups.roster, first, 'creditCode', '统一社会信用代码');
      const about = { organisation: code, name: first.organisationName };
      findings.push(
        draft('ROW-28', place, about, {
          organisation: first.organisationName ?? maskId(code),
          workers: workers.length,
        }),
      );
    }
  }
  return findings;
}

function draft(
  code: string,
  place: FindingPlace,
  subject: Partial<FindingSubject>,
  params: Readonly<Record<string, string | number>>,
): FindingDraft {
  return { code, severity: 'warning', place, subject, params };
}
