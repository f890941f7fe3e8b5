import { formatYuan } from '../../domain/money.js';
import { isLabourCapable, isOfWorkingAge, WORKING_AGES, type LabourTerms } from '../../domain/labour.js';
import { workingAges } from '../../policy/facts/labour.js';
import { isFilled } from '../../domain/evidence.js';
import { isEmployed, type HouseholdRow, type MemberRow } from '../../domain/roster.js';
import { isOnRegister, isRiskCleared, standingAidOf } from '../../domain/register.js';
import { servedDays } from '../../policy/measures/register-measures.js';
import { groupsOf, type HouseholdGroup } from '../../policy/assess/roster-groups.js';
import type { LedgerEntry } from '../../policy/pack/schema.js';
import { Settings } from '../../policy/pack/settings.js';
import { assessmentDay } from '../../policy/assess/periods.js';
import { byPlace, ofPlaces, type SubRoster } from '../../policy/assess/sub-rosters.js';
import { ageOfResident } from '../../domain/resident-id.js';
import { shownHousehold, type MonitoredPack, type MonitorResult } from './monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';

/** A list as rows of plain cells; names are names, ID numbers never stand in it. */
export interface PlainList {
  readonly id: string;
  readonly name: string;
  readonly clause: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface Source {
  readonly result: MonitorResult;
  readonly pack: MonitoredPack;
  readonly entry: LedgerEntry;
  readonly parameter: (id: string) => number | null;
  /** Who counts as labour. */
  readonly terms: LabourTerms;
}

type Rows = PlainList['rows'];

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
      if (known === undefined) lists.set(key, { id: key, name: entry.name, clause, ...built });
      else lists.set(key, { ...known, clause: `${known.clause}；${clause}` });
    }
  return [...lists.values()];
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

function build(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> | null {
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

function households({ result }: Source): HouseholdGroup[] {
  return [...groupsOf(result.roster).households.values()];
}

function headOf({ row, members }: HouseholdGroup): string | null {
  return row?.headName ?? members.find((member) => member.relation === '户主')?.name ?? null;
}

const WHERE = ['户编号', '户主', '乡镇', '社区/村'];
function where(household: HouseholdGroup): (string | null)[] {
  const { row } = household;
  return [shownHousehold(household.id), headOf(household), row?.township ?? null, row?.community ?? null];
}

/** Labour-capable members of all households, each with the household. */
function* labourers(source: Source): Generator<{ household: HouseholdGroup; member: MemberRow }> {
  for (const household of households(source))
    for (const member of household.members)
      if (isLabourCapable(member, source.result.asOf, source.terms) === true) yield { household, member };
}

function ageOf(member: MemberRow, asOf: string): number | null {
  return member.personId === null ? null : ageOfResident(member.personId, asOf);
}

/** Who a post or a job is offered to goes by age, also where 劳动技能 says that somebody older can work. */
function isOverAge({ result, terms }: Source, { personId }: MemberRow): boolean {
  return isOfWorkingAge(personId, result.asOf, terms) === false;
}

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否');

function labourLedger(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
  const rows: (string | number | null)[][] = [];
  for (const { household, member } of labourers(source)) {
    const lacking = [
      member.employmentStatus === null ? '就业状态' : '',
      member.skill === null ? '技能' : '',
      member.workWish === null ? '就业意愿' : '',
      member.trainingWish === null ? '培训意愿' : '',
    ].filter((text) => text !== '');
    rows.push([
      ...where(household),
      member.name,
      ageOf(member, source.result.asOf),
      member.employmentStatus,
      member.employer,
      member.workPlace,
      member.skill,
      yesNo(member.workWish),
      yesNo(member.trainingWish),
      lacking.length === 0 ? '齐全' : `缺${lacking.join('、')}`,
    ]);
  }
  rows.sort((a, b) => String(a[2] ?? '').localeCompare(String(b[2] ?? ''), 'zh'));
  return {
    about: '有劳动能力的成员；最后一列说明四清缺哪几项',
    columns: [...WHERE, '姓名', '年龄', '就业状态', '务工单位', '务工地', '技能', '就业意愿', '培训意愿', '四清'],
    rows,
  };
}

/** Out of work and able to work: members of zero-employment households first, then of hardship households. */
function publicPosts(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
  const zero = new Set(
    source.pack.flags
      .filter(({ role, status }) => role === 'zero-employment' && status === 'yes')
      .map((f) => f.householdId),
  );
  const older = source.parameter('older-age');
  const ranked: { rank: number; row: (string | number | null)[] }[] = [];
  for (const { household, member } of labourers(source)) {
    if (isEmployed(member.employmentStatus) !== false || member.workWish === false) continue;
    if (isOverAge(source, member)) continue;
    const age = ageOf(member, source.result.asOf);
    const hardship = hardshipOf(household.row);
    const isOlder = older !== null && age !== null && age >= older;
    const rank = zero.has(household.id) ? 1 : hardship !== null ? 2 : isOlder ? 3 : 4;
    const why = [zero.has(household.id) ? '零就业家庭' : '', hardship ?? '', isOlder ? '年龄偏大' : ''];
    const reason = why.filter((text) => text !== '').join('、');
    ranked.push({ rank, row: [...where(household), member.name, age, member.skill, reason === '' ? '一般' : reason] });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const note = older === null ? '；年龄偏大没有给出岁数，未计' : '';
  return {
    about: `未就业的劳动力，先零就业家庭，再困难家庭（低保、特困、未消除风险的监测对象）${note}`,
    columns: ['优先次序', ...WHERE, '姓名', '年龄', '技能', '理由'],
    rows: ranked.map(({ rank, row }) => [rank, ...row]),
  };
}

function hardshipOf(row: HouseholdRow | null): string | null {
  const aid = standingAidOf(row);
  if (aid !== null) return aid;
  return row !== null && isOnRegister(row) && isRiskCleared(row) !== true ? '监测对象' : null;
}

function stayBehind(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
  const rows: Rows = [...labourers(source)]
    .filter(({ member }) => isEmployed(member.employmentStatus) === false && member.workWish === true)
    .filter(({ member }) => !isOverAge(source, member))
    .map(({ household, member }) => [
      ...where(household),
      member.name,
      ageOf(member, source.result.asOf),
      member.skill,
      yesNo(member.trainingWish),
    ]);
  return { about: '在家、有就业意愿、未就业的劳动力', columns: [...WHERE, '姓名', '年龄', '技能', '培训意愿'], rows };
}

/** Households with an open problem of stability: when it began, what was done, whether it may be struck off. */
function unstable(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
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

/** One class a household, the strongest first, so that nobody is counted twice. */
function lowIncome(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
  const order = ['特困', '低保', '监测对象', '支出型困难'];
  const rows: (string | number | null)[][] = [];
  for (const household of households(source)) {
    const { row } = household;
    // From what the household had to pay and the risk that was named; a word in a remark alone decides nothing.
    const costly = (row?.unavoidableCost ?? 0) > 0 || isFilled(row?.riskKind ?? null);
    const found = hardshipOf(row) ?? (costly ? '支出型困难' : null);
    if (found === null || row === null) continue;
    const cost = row.unavoidableCost;
    rows.push([
      found,
      ...where(household),
      row.size,
      row.riskKind,
      cost === null ? null : formatYuan(cost),
      row.identifiedOn,
      row.clearedOn,
      row.responsible,
    ]);
  }
  rows.sort((a, b) => order.indexOf(String(a[0])) - order.indexOf(String(b[0])));
  return {
    about: '每户只归一类：特困、低保、监测对象、支出型困难（有自付刚性支出或风险类型的）',
    columns: ['类别', ...WHERE, '人口', '风险类型', '自付刚性支出', '识别日期', '消除日期', '帮扶责任人'],
    rows,
  };
}

function places({ result, pack, entry, ...source }: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
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

function selfRating({ result }: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
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

function fallenIncome(source: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
  const rows: Rows = households(source).flatMap((household) => {
    const now = household.row?.perCapitaIncome ?? null;
    const before = household.row?.lastPerCapitaIncome ?? null;
    if (now === null || before === null || now >= before) return [];
    return [
      [
        ...where(household),
        formatYuan(before),
        formatYuan(now),
        formatYuan(now - before),
        isFilled(household.row?.remark ?? null) ? (household.row?.remark ?? null) : null,
      ],
    ];
  });
  return { about: '人均收入比上年下降的户', columns: [...WHERE, '上年人均', '本年人均', '变化', '备注'], rows };
}

function dossiers({ result }: Source): Pick<PlainList, 'about' | 'columns' | 'rows'> {
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
