import { isLabourCapable, WORKING_AGES } from '../../domain/labour.js';
import { workingAges } from '../../policy/facts/labour.js';
import { listEntry } from './list-entries.js';
import { isEmployed } from '../../domain/roster.js';
import { isOnRegister } from '../../domain/register.js';
import { servedDays } from '../../policy/measures/register-measures.js';
import { groupsOf } from '../../policy/assess/roster-groups.js';
import { Settings } from '../../policy/pack/settings.js';
import { assessmentDay } from '../../policy/assess/periods.js';
import { byPlace, ofPlaces, type SubRoster } from '../../policy/assess/sub-rosters.js';
import { shownHousehold, type MonitoredPack, type MonitorResult } from './monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';
import { WHERE, type Built, type PlainList, type Rows, type Source } from './list-source.js';
import { lowIncome, stayBehind, labourLedger, fallenIncome, publicPosts } from './people-lists.js';

/**
 * The lists and registers the packs name, filled in from the month. One list that several packs name in the same way
 * appears once, with both clauses. 问题台账, reports and the reconciliation have sheets of their own.
 */
export function monitorLists(result: MonitorResult): PlainList[] {
  const lists = new Map<string, PlainList>();
  for (const pack of result.packs)
    for (const entry of pack.pack.ledgers) {
      const built = build({ result, pack, entry, ...settingsOf(pack, result) });
      if (built === null) continue;
      const clause = `${pack.pack.document.number} ${entry.clause}`;
      const key = entry.list === 'template' || entry.list === 'places' ? `${pack.pack.id}/${entry.id}` : entry.list;
      const known = lists.get(key);
      if (known === undefined)
        lists.set(key, { id: key, name: entry.name, clause, ...withoutStruck(built, entry.list, result) });
      else lists.set(key, { ...known, clause: `${known.clause}；${clause}` });
    }
  return [...lists.values()];
}

/** Those whom officials struck off, and whose data are the same, are left out. */
function withoutStruck(
  { subjects, rows, ...list }: Built,
  id: string,
  { written }: MonitorResult,
): Omit<PlainList, 'id' | 'name' | 'clause'> {
  if (subjects === undefined) return { ...list, rows };
  const all = subjects.map((subject) => listEntry(id, subject, written));
  return {
    ...list,
    rows: rows.filter((_, index) => all[index]?.isStruck === false),
    entries: all.filter(({ isStruck }) => !isStruck),
    struck: all.filter(({ isStruck }) => isStruck),
  };
}

function settingsOf(
  { pack, readings, parameters }: MonitoredPack,
  { asOf }: MonitorResult,
): Pick<Source, 'parameter' | 'terms'> {
  const settings = new Settings(pack, readings, parameters);
  const today = assessmentDay(pack, asOf);
  const parameter: Source['parameter'] = (id) =>
    pack.parameters[id] === undefined ? null : settings.parameter(id, today);
  const reading = (id: string, otherwise: string): string => settings.reading(id, otherwise);
  return { parameter, terms: workingAges({ parameter, reading }) ?? WORKING_AGES };
}

function build(source: Source): Built | null {
  switch (source.entry.list) {
    case 'labour':
      return labourLedger(source);
    case 'public-posts':
      return publicPosts(source);
    case 'stay-behind':
      return stayBehind(source);
    case 'unstable':
      return unstable(source);
    case 'low-income':
      return lowIncome(source);
    case 'places':
      return places(source);
    case 'self-rating':
      return selfRating(source);
    case 'fallen-income':
      return fallenIncome(source);
    case 'dossier':
      return dossiers(source);
    case 'template':
      return { about: '空表，由责任单位填写', columns: ['序号', ...source.entry.columns], rows: [] };
    default:
      return null;
  }
}

/** Households with an open problem of stability: when it began, what was done, whether it may be struck off. */
function unstable(source: Source): Built {
  const groups = groupsOf(source.result.roster);
  const asked = new Set(
    source.result.packs.flatMap(({ pack }) =>
      pack.flags.flatMap(({ id, role }) => (role !== undefined && role !== 'no-labour' ? [id] : [])),
    ),
  );
  const flagged = source.result.problems.filter(({ kind, what }) => kind === 'flag' && asked.has(what));
  const byShown = new Map([...groups.households.values()].map((one) => [shownHousehold(one.id), one]));
  const context = { roster: groups, asOf: source.result.asOf };
  const rows: Rows = flagged.map((problem) => {
    const household = byShown.get(problem.householdId ?? '');
    const measures = household === undefined ? [] : servedDays(household, '帮扶措施', context);
    const open = isOpen(problem.progress);
    const late = open && measures.length === 0 && problem.ageMonths > 1;
    return [
      problem.id,
      problem.householdId,
      problem.who,
      problem.township,
      problem.community,
      problem.name,
      problem.since,
      measures.sort()[0] ?? null,
      open ? null : source.result.period,
      late ? '超过1个月没有措施' : null,
    ];
  });
  return {
    about: '进入、措施、退出分别登记；进入超过1个月没有措施的提醒',
    columns: ['问题编号', ...WHERE, '事项', '进入月份', '首次措施日期', '退出月份', '提醒'],
    rows,
  };
}

function places({ result, pack, entry, ...source }: Source): Built {
  const named = entry.places === undefined ? null : (pack.pack.lists[entry.places]?.names ?? []);
  const parts: readonly SubRoster[] =
    named === null ? byProgramme({ result, pack, entry, ...source }) : ofPlaces(result.roster, named);
  const flagged = (ids: ReadonlySet<string>): number =>
    new Set(
      pack.flags
        .filter(({ householdId, status }) => status === 'yes' && ids.has(householdId))
        .map((f) => f.householdId),
    ).size;
  const rows: Rows = parts.map(({ name, roster }) => {
    const labour = roster.rows.成员.filter((member) => isLabourCapable(member, result.asOf, source.terms) === true);
    const ids = new Set(roster.rows.住户.flatMap(({ householdId }) => (householdId === null ? [] : [householdId])));
    return [
      name,
      ids.size,
      roster.rows.成员.length,
      labour.length,
      labour.filter((member) => isEmployed(member.employmentStatus) === true).length,
      roster.rows.住户.filter((row) => isOnRegister(row)).length,
      flagged(ids),
    ];
  });
  const rest = named === null ? '' : otherPlaces(result, named);
  return {
    about: `${named === null ? '按搬迁批次' : '按文件点名的地方'}小计${rest}`,
    columns: [named === null ? '搬迁批次' : '地方', '户数', '人数', '劳动力', '已就业', '监测对象户', '有标记的户'],
    rows,
  };
}

/** Households by 搬迁批次, which stands in the place of a community here. */
function byProgramme({ result }: Source): SubRoster[] {
  const { roster } = result;
  const rows = roster.rows.住户.map((row) => ({ ...row, community: row.relocationBatch ?? '未填' }));
  return byPlace({ ...roster, rows: { ...roster.rows, 住户: rows } }, 'community');
}

function otherPlaces(result: MonitorResult, named: readonly string[]): string {
  const inside = new Set(
    ofPlaces(result.roster, named).flatMap(({ roster }) => roster.rows.住户.map((row) => row.community ?? '')),
  );
  const others = new Set(
    result.roster.rows.住户.flatMap(({ community }) =>
      community === null || inside.has(community) ? [] : [community],
    ),
  );
  return others.size === 0
    ? ''
    : `；名单以外的有：${[...others].slice(0, 10).join('、')}${others.size > 10 ? '等' : ''}`;
}

function selfRating({ result }: Source): Built {
  const rows: Rows = result.packs.map(({ pack, targets: all }) => {
    const targets = all.filter(({ whole }) => whole);
    const count = (status: string): number => targets.filter((target) => target.status === status).length;
    const decided = count('met') + count('missed');
    return [
      pack.document.number,
      targets.length,
      count('met'),
      count('missed'),
      count('undecided'),
      count('not-run'),
      decided === 0 ? null : `${Math.floor((count('met') * 10_000) / decided) / 100}%`,
    ];
  });
  return {
    about: '自评口径为达到的目标占已能判定目标的比例，是本程序的口径，不是文件的评分',
    columns: ['文件', '目标数', '达到', '未达到', '无法判定', '没有检查', '达到率'],
    rows,
  };
}

function dossiers({ result }: Source): Built {
  const byHousehold = new Map<string, { who: string | null; names: Set<string>; open: number }>();
  for (const { kind, householdId, who, name, progress } of result.problems) {
    if (kind !== 'flag' || householdId === null || !isOpen(progress)) continue;
    const known = byHousehold.get(householdId) ?? { who, names: new Set<string>(), open: 0 };
    known.names.add(name);
    known.open += 1;
    byHousehold.set(householdId, known);
  }
  return {
    about: '应建一户一档的户；用 butie dossier 生成各户的档案页',
    columns: ['户编号', '户主', '件数', '事项'],
    rows: [...byHousehold].map(([id, { who, names, open }]) => [id, who, open, [...names].join('、')]),
  };
}
