import { formatYuan } from '../../domain/money.js';
import type { ListSubject } from './list-entries.js';
import { isFilled } from '../../domain/evidence.js';
import { isEmployed } from '../../domain/roster.js';
import {
  where,
  isOverAge,
  households,
  WHERE,
  labourers,
  type Built,
  hardshipOf,
  ageOf,
  yesNo,
  type Source,
  subjectOf,
} from './list-source.js';

export function labourLedger(source: Source): Built {
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
export function publicPosts(source: Source): Built {
  const zero = new Set(
    source.pack.flags
      .filter(({ role, status }) => role === 'zero-employment' && status === 'yes')
      .map((f) => f.householdId),
  );
  const older = source.parameter('older-age');
  const ranked: { rank: number; row: (string | number | null)[]; subject: ListSubject }[] = [];
  for (const { household, member } of labourers(source)) {
    if (isEmployed(member.employmentStatus) !== false || member.workWish === false) continue;
    if (isOverAge(source, member)) continue;
    const age = ageOf(member, source.result.asOf);
    const hardship = hardshipOf(household.row);
    const isOlder = older !== null && age !== null && age >= older;
    const rank = zero.has(household.id) ? 1 : hardship !== null ? 2 : isOlder ? 3 : 4;
    const why = [zero.has(household.id) ? '零就业家庭' : '', hardship ?? '', isOlder ? '年龄偏大' : ''];
    const reason = why.filter((text) => text !== '').join('、');
    ranked.push({
      rank,
      row: [...where(household), member.name, age, member.skill, reason === '' ? '一般' : reason],
      subject: subjectOf(household, member, reason),
    });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const note = older === null ? '；年龄偏大没有给出岁数，未计' : '';
  return {
    about: `未就业的劳动力，先零就业家庭，再困难家庭（低保、特困、未消除风险的监测对象）${note}`,
    columns: ['优先次序', ...WHERE, '姓名', '年龄', '技能', '理由'],
    rows: ranked.map(({ rank, row }) => [rank, ...row]),
    subjects: ranked.map(({ subject }) => subject),
  };
}

export function stayBehind(source: Source): Built {
  const own = [...labourers(source)].filter(
    ({ member }) =>
      isEmployed(member.employmentStatus) === false && member.workWish === true && !isOverAge(source, member),
  );
  return {
    about: '在家、有就业意愿、未就业的劳动力',
    columns: [...WHERE, '姓名', '年龄', '技能', '培训意愿'],
    rows: own.map(({ household, member }) => [
      ...where(household),
      member.name,
      ageOf(member, source.result.asOf),
      member.skill,
      yesNo(member.trainingWish),
    ]),
    subjects: own.map(({ household, member }) => subjectOf(household, member, member.skill ?? '')),
  };
}

/** One class a household, the strongest first, so that nobody is counted twice. */
export function lowIncome(source: Source): Built {
  const order = ['特困', '低保', '监测对象', '支出型困难'];
  const found: { readonly row: (string | number | null)[]; readonly subject: ListSubject }[] = [];
  for (const household of households(source)) {
    const { row } = household;
    // From what the household had to pay and the risk that was named; a word in a remark alone decides nothing.
    const costly = (row?.unavoidableCost ?? 0) > 0 || isFilled(row?.riskKind ?? null);
    const hardship = hardshipOf(row) ?? (costly ? '支出型困难' : null);
    if (hardship === null || row === null) continue;
    const cost = row.unavoidableCost;
    const cells = [
      hardship,
      ...where(household),
      row.size,
      row.riskKind,
      cost === null ? null : formatYuan(cost),
      row.identifiedOn,
      row.clearedOn,
      row.responsible,
    ];
    found.push({ row: cells, subject: { who: household.id, data: `${hardship}|${row.riskKind ?? ''}|${cost ?? ''}` } });
  }
  found.sort((a, b) => order.indexOf(String(a.row[0])) - order.indexOf(String(b.row[0])));
  return {
    about: '每户只归一类：特困、低保、监测对象、支出型困难（有自付刚性支出或风险类型的）',
    columns: ['类别', ...WHERE, '人口', '风险类型', '自付刚性支出', '识别日期', '消除日期', '帮扶责任人'],
    rows: found.map(({ row }) => row),
    subjects: found.map(({ subject }) => subject),
  };
}

export function fallenIncome(source: Source): Built {
  const fallen = households(source).flatMap((household) => {
    const now = household.row?.perCapitaIncome ?? null;
    const before = household.row?.lastPerCapitaIncome ?? null;
    return now === null || before === null || now >= before ? [] : [{ household, now, before }];
  });
  return {
    about: '人均收入比上年下降的户',
    columns: [...WHERE, '上年人均', '本年人均', '变化', '备注'],
    rows: fallen.map(({ household, now, before }) => [
      ...where(household),
      formatYuan(before),
      formatYuan(now),
      formatYuan(now - before),
      isFilled(household.row?.remark ?? null) ? (household.row?.remark ?? null) : null,
    ]),
    subjects: fallen.map(({ household, now, before }) => ({ who: household.id, data: `${before}|${now}` })),
  };
}
