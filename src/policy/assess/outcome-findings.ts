import type { HouseholdRow, MemberRow, Roster } from '../../domain/roster.js';
import { cellPlace, rowPlace } from '../../findings/cell-place.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FindingPlace } from '../../findings/finding.js';
import type { Assessment, Entitlement, Flag } from './assessment.js';
import type { CellUse, Stage } from './stage.js';
import type { AssessmentRequest } from './request.js';
import { assessmentDay } from './periods.js';
import { Settings } from '../pack/settings.js';

/** Parameter of the months that a job must have lasted, and that of the monitoring line. */
const STABLE_MONTHS = 'stable-months';
const MONITORING_LINE = 'monitoring-line';

/**
 * Outcomes told as findings, for `check`: whose income or months of work stay below a minimum (ROW-09) or under the
 * monitoring line (HHD-09). A run tells them in its trace and among its flags instead. Never errors (src/CONTRACT.md §4).
 */
export function outcomeFindings(request: AssessmentRequest, assessment: Assessment): FindingDraft[] {
  const { roster } = request;
  const memberAt = memberFinder(roster);
  const households = new Map(roster.rows.住户.map((row) => [row.householdId, row]));
  return [
    ...assessment.entitlements.flatMap((entitlement) => belowMinimum(request, entitlement, memberAt)),
    ...lineFlags(request, assessment).flatMap((flag) => belowLine(roster, households.get(flag.householdId), flag)),
  ];
}

/** Whether the monitoring line could be applied to every household; null when the pack has no such flag. */
export function lineApplied(request: AssessmentRequest, assessment: Assessment): boolean | null {
  const rules = request.pack.flags.filter((rule) => rule.kind === 'below-line' && rule.line === MONITORING_LINE);
  if (rules.length === 0) return null;
  return !lineFlags(request, assessment).some(({ status }) => status === 'undecided');
}

function lineFlags({ pack }: AssessmentRequest, { flags }: Assessment): Flag[] {
  const ids = new Set(
    pack.flags.flatMap((rule) => (rule.kind === 'below-line' && rule.line === MONITORING_LINE ? [rule.id] : [])),
  );
  return flags.filter(({ flag }) => ids.has(flag));
}

function belowLine(roster: Roster, row: HouseholdRow | undefined, flag: Flag): FindingDraft[] {
  if (flag.status !== 'yes' || row === undefined) return [];
  return [
    {
      code: 'HHD-09',
      severity: 'warning',
      place: cellPlace(roster, row, 'perCapitaIncome', '人均纯收入'),
      subject: { household: flag.householdId, person: row.headId, name: row.headName },
      params: { found: flag.value ?? '', line: flag.threshold ?? '', clause: flag.clause },
    },
  ];
}

function belowMinimum(request: AssessmentRequest, entitlement: Entitlement, memberAt: MemberFinder): FindingDraft[] {
  if (entitlement.outcome !== 'not-eligible') return [];
  const stage = entitlement.stages.at(-1);
  const short = stage === undefined ? null : shortfall(request, stage, memberAt);
  if (short === null) return [];
  const { payee, householdId, benefit, clause } = entitlement;
  return [
    {
      code: 'ROW-09',
      severity: 'info',
      place: short.place,
      subject: {
        household: householdId,
        person: payee.kind === 'person' ? payee.id : null,
        organisation: payee.kind === 'organisation' ? payee.id : null,
        name: payee.name,
      },
      params: { benefit, clause, ...short.words },
    },
  ];
}

type MemberFinder = (use: CellUse) => MemberRow | undefined;

interface Shortfall {
  readonly place: Partial<FindingPlace>;
  /** What there is and what is asked for, in both languages. */
  readonly words: Readonly<Record<'found' | 'foundEn' | 'minimum' | 'minimumEn', string>>;
}

/** Null where nothing was claimed, or something other than a minimum stands in the way. */
function shortfall(
  request: AssessmentRequest,
  { because, values, cells }: Stage,
  memberAt: MemberFinder,
): Shortfall | null {
  const is = (name: string): string => String(values[name] ?? '');
  const place = cells[0] === undefined ? {} : rowPlace(request.roster, cells[0]);
  switch (because) {
    case 'below-line': {
      const unproven = Number(values['unproven']) > 0 ? is('unproven') : null;
      // Nobody asks for a bonus on no income at all.
      if (Number(values['income']) === 0 && unproven === null) return null;
      const minimum = `${is('line')}×${is('size')}=${is('needed')}`;
      const found = `${is('income')}元${unproven === null ? '' : `（另有${unproven}元没有证明材料，不计）`}`;
      const foundEn = `${is('income')} yuan${unproven === null ? '' : ` (${unproven} more has no evidence)`}`;
      return { place, words: { found, foundEn, minimum: `${minimum}元`, minimumEn: `${minimum} yuan` } };
    }
    case 'worked-short':
      return workedShort(request, cells, memberAt);
    default:
      return null;
  }
}

function workedShort(request: AssessmentRequest, cells: Stage['cells'], memberAt: MemberFinder): Shortfall | null {
  const { pack, readings, parameters, asOf, roster } = request;
  const months = new Settings(pack, readings, parameters).parameter(STABLE_MONTHS, assessmentDay(pack, asOf));
  const use = cells.find(({ table }) => roster.tables[table]?.kind === '成员');
  const member = use === undefined ? undefined : memberAt(use);
  if (months === null || member === undefined) return null;
  const { workStart, workEnd, workMonths } = member;
  const bounds = { minimum: `${months}个月`, minimumEn: `${months} months` };
  if (workStart === null)
    return {
      place: cellPlace(roster, member, 'workMonths', '务工月数'),
      words: { found: `${workMonths ?? 0}个月`, foundEn: `${workMonths ?? 0} months`, ...bounds },
    };
  const until = workEnd ?? asOf;
  return {
    place: cellPlace(roster, member, 'workStart', '务工开始日期'),
    words: { found: `${workStart}至${until}`, foundEn: `${workStart} to ${until}`, ...bounds },
  };
}

/** Finds the member of a cell; the rows are gone through once, when the first is asked for. */
function memberFinder({ rows }: Roster): MemberFinder {
  let members: Map<string, MemberRow> | undefined;
  return ({ table, row }) => {
    members ??= new Map(rows.成员.map((member) => [`${member.table}/${member.row}`, member]));
    return members.get(`${table}/${row}`);
  };
}
