import { ageOn, yearOf, type IsoDay } from '../../domain/calendar.js';
import { isFilled } from '../../domain/evidence.js';
import { isDisabled, isInSchool } from '../../domain/labour.js';
import { isOnRegister } from '../../domain/register.js';
import { birthDateOf, isResidentId, sexOf } from '../../domain/resident-id.js';
import { isEmployed, type MemberRow, type RowReference } from '../../domain/roster.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import type { ChoiceValue, NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import { placeClassOf } from '../places/place-class.js';
import { exactly, NOT_KNOWN, type Fact, type FactContext, type FactSet } from './fact.js';
import { moverFact } from './mover.js';
import { monthsWorked, sentInGroup } from './work-months.js';
import { wordsIn } from './words.js';

/** What a subject about one person knows of them. */
export interface PersonOf<Subject> {
  id(subject: Subject): string | null;
  /** The row that states the ID number. */
  row(subject: Subject): RowReference;
  /** The 成员 row; null where the roster has none. */
  member(subject: Subject): MemberRow | null;
  household(subject: Subject): HouseholdGroup | null;
  /** Day on which the age counts, as the benefit says (`ageOn`); null for the assessment day. */
  ageOn(subject: Subject): string | null;
}

const NO_MEMBER = 'member-unknown';

/** The day a benefit's `ageOn` names: a day, or a month and day of as-of's year. */
export function ageDay(text: string | null, asOf: IsoDay): IsoDay {
  if (text === null) return asOf;
  return /^\d{2}-\d{2}$/.test(text) ? `${yearOf(asOf)}-${text}` : text;
}

/** The facts of a person, for every scope that pays one. */
export function personFacts<Subject>(of: PersonOf<Subject>): FactSet<Subject> {
  const member = <Value>(
    name: string,
    zh: string,
    en: string,
    read: (row: MemberRow, context: FactContext) => Value,
    unknown: Value,
    more: Partial<Fact<Subject, Value>> = {},
  ): Fact<Subject, Value> => ({
    name,
    zh,
    en,
    ...more,
    compute(subject, context) {
      const row = of.member(subject);
      return row === null ? unknown : read(row, context);
    },
  });
  const unknownNumber: NumberValue = { ...NOT_KNOWN, why: NO_MEMBER };
  const unknownYesNo: YesNoValue = { is: null, why: NO_MEMBER };
  const unknownWord: ChoiceValue = { is: null, why: NO_MEMBER };
  const yesNo = (is: boolean | null, why: string): YesNoValue => ({
    is,
    why: is === null ? `${why}-blank` : is ? why : `not-${why}`,
  });
  const age = (birth: IsoDay, day: IsoDay): number => (birth > day ? 0 : ageOn(birth, day));

  return {
    money: [
      member(
        'year-wages',
        '本人年务工收入',
        "the person's wages of the year",
        (row, context) => {
          context.use(row, '年务工收入');
          return row.wageIncome === null ? { ...NOT_KNOWN, why: 'own-wages-blank' } : exactly(row.wageIncome);
        },
        unknownNumber,
        { reads: ['成员.wageIncome'] },
      ),
      member(
        'monthly-wage',
        '月工资',
        'monthly wage',
        (row, context) => {
          context.use(row, '月工资');
          return row.monthlyWage === null ? { ...NOT_KNOWN, why: 'monthly-wage-blank' } : exactly(row.monthlyWage);
        },
        unknownNumber,
        { reads: ['成员.monthlyWage'] },
      ),
    ],
    count: [
      {
        name: 'age',
        zh: '周岁年龄（基准日，或 ageOn 写的那一天）',
        en: 'age on the assessment day, or on the day that ageOn says',
        unit: 'years-of-age',
        reads: [],
        compute(subject, context) {
          const id = of.id(subject);
          context.use(of.row(subject), '身份证号');
          if (id === null || !isResidentId(id)) return { ...NOT_KNOWN, why: 'birth-unknown' };
          return exactly(age(birthDateOf(id), ageDay(of.ageOn(subject), context.asOf)));
        },
      },
      member(
        'work-months',
        '务工满几个月（起止日期，没有日期的看务工月数）',
        'full months of work',
        (row, context) => monthsWorked(row, null, context),
        unknownNumber,
        {
          unit: 'months',
          reads: ['成员.workStart', '成员.workEnd', '成员.workMonths'],
        },
      ),
      member(
        'work-months-this-year',
        '当年务工满几个月',
        'full months of work within the year',
        (row, context) => monthsWorked(row, `${yearOf(context.asOf)}-01-01`, context),
        unknownNumber,
        {
          unit: 'months',
          reads: ['成员.workStart', '成员.workEnd', '成员.workMonths'],
        },
      ),
    ],
    yesNo: [
      moverFact((subject) => of.household(subject)),
      member(
        'has-evidence',
        '成员表有证明材料',
        'evidence is named in 成员',
        (row, context) => {
          context.use(row, '证明材料');
          return { is: isFilled(row.evidence), why: isFilled(row.evidence) ? 'has-evidence' : 'no-evidence' };
        },
        unknownYesNo,
        { reads: ['成员.evidence'] },
      ),
      member(
        'has-contract',
        '签订劳动合同',
        'has a labour contract',
        (row, context) => {
          context.use(row, '签订劳动合同');
          return yesNo(row.labourContract, 'contract');
        },
        unknownYesNo,
        { reads: ['成员.labourContract'] },
      ),
      member(
        'has-insurance',
        '缴纳社会保险',
        'is in social insurance',
        (row, context) => {
          context.use(row, '缴纳社会保险');
          return yesNo(row.socialInsurance, 'insurance');
        },
        unknownYesNo,
        { reads: ['成员.socialInsurance'] },
      ),
      member(
        'in-school',
        '在校',
        'in school',
        (row, context) => {
          context.use(row, '在校生状况');
          return yesNo(isInSchool(row.schooling), 'in-school');
        },
        unknownYesNo,
        { reads: ['成员.schooling'] },
      ),
      member(
        'disabled',
        '残疾',
        'disabled',
        (row, context) => {
          context.use(row, '健康状况');
          return yesNo(row.health === null ? null : isDisabled(row.health), 'disabled');
        },
        unknownYesNo,
        { reads: ['成员.health'] },
      ),
      member(
        'employed',
        '已就业',
        'employed',
        (row, context) => {
          context.use(row, '就业状态');
          return yesNo(isEmployed(row.employmentStatus), 'employed');
        },
        unknownYesNo,
        { reads: ['成员.employmentStatus'] },
      ),
      member(
        'on-public-post',
        '在公益性岗位',
        'on a public post',
        (row, context) => {
          context.use(row, '就业状态');
          return yesNo(row.employmentStatus === null ? null : row.employmentStatus.includes('公益'), 'public-post');
        },
        unknownYesNo,
        { reads: ['成员.employmentStatus'] },
      ),
      {
        name: 'register-household',
        zh: '本户已纳入监测对象',
        en: 'the household is on the monitoring register',
        reads: ['住户.monitoringClass'],
        compute(subject, context) {
          const row = of.household(subject)?.row ?? null;
          if (row === null) return { is: null, why: 'no-household-row' };
          context.use(row, '监测对象类别');
          return isOnRegister(row) ? { is: true, why: 'on-register' } : { is: false, why: 'not-on-register' };
        },
      },
      {
        name: 'sent-in-group',
        zh: '有组织输出（劳务输出表里有这个人）',
        en: 'sent in an organised group: 劳务输出 lists the person',
        reads: ['劳务输出.startedOn', '劳务输出.endedOn'],
        compute: (subject, context) => sentInGroup(of.id(subject), of.member(subject), context),
      },
    ],
    choice: [
      member(
        'relation',
        '与户主关系',
        'relation to the head',
        (row, context) => {
          context.use(row, '与户主关系');
          return row.relation === null ? { is: null, why: 'relation-blank' } : { is: row.relation, why: 'word' };
        },
        unknownWord,
        { reads: [] },
      ),
      {
        name: 'sex',
        zh: '性别',
        en: 'sex',
        words: ['男', '女'],
        reads: [],
        compute(subject, context) {
          const id = of.id(subject);
          context.use(of.row(subject), '身份证号');
          return id === null || !isResidentId(id) ? { is: null, why: 'birth-unknown' } : { is: sexOf(id), why: 'word' };
        },
      },
      member(
        'school-state',
        '在校学段',
        'stage of school',
        (row, context) => {
          context.use(row, '在校生状况');
          return schoolState(row.schooling);
        },
        unknownWord,
        { words: SCHOOL_STATES, reads: ['成员.schooling'] },
      ),
      member(
        'disability-class',
        '残疾等级',
        'class of disability',
        (row, context) => {
          context.use(row, '健康状况');
          return disabilityClass(row.health);
        },
        unknownWord,
        { words: DISABILITY_CLASSES, reads: ['成员.health'] },
      ),
      {
        name: 'household-group',
        zh: '户类型',
        en: 'type of the household',
        reads: ['住户.householdType'],
        compute(subject, context) {
          const row = of.household(subject)?.row ?? null;
          if (row === null) return { is: null, why: 'no-household-row' };
          context.use(row, '户类型');
          return wordsIn(row.householdType, 'type-blank');
        },
      },
      {
        name: 'monitoring-class',
        zh: '监测对象类别',
        en: 'class on the monitoring register',
        reads: ['住户.monitoringClass'],
        compute(subject, context) {
          const row = of.household(subject)?.row ?? null;
          if (row === null) return { is: null, why: 'no-household-row' };
          context.use(row, '监测对象类别');
          return wordsIn(row.monitoringClass, 'class-blank');
        },
      },
      {
        name: 'place-class',
        zh: '务工地属于哪一类（placeClasses）',
        en: 'class of the place of work, by placeClasses',
        reads: ['成员.workPlace'],
        fromPack: 'placeClasses',
        compute(subject, context) {
          const row = of.member(subject);
          if (row === null) return unknownWord;
          context.use(row, '务工所在地');
          return placeClassOf(
            row.workPlace,
            context.placeClasses,
            context.home,
            of.household(subject)?.row?.township ?? null,
          );
        },
      },
    ],
    units: [],
  };
}

const SCHOOL_STATES = ['不在校', '学前', '小学', '初中', '高中', '中职', '高职', '本科', '研究生'] as const;

/** Stage of school out of 在校生状况; blank counts as not in school. */
export function schoolState(text: string | null): ChoiceValue {
  if (!isInSchool(text) || text === null) return { is: '不在校', why: 'word' };
  const found = [
    [/研究生|硕士|博士/, '研究生'],
    [/本科/, '本科'],
    [/高职|高专|大专|专科|专升本/, '高职'],
    [/中职|中专|职高|技校|技工|职业高中|中等职业/, '中职'],
    [/高中|高[一二三123]/, '高中'],
    [/初中|初[一二三123]/, '初中'],
    [/小学/, '小学'],
    [/学前|幼儿园|托班/, '学前'],
  ] as const;
  const words = found.filter(([pattern]) => pattern.test(text)).map(([, word]) => word);
  // 职业高中 is no 高中, and a text that names two stages is not read.
  const kept = words.filter((word) => !(word === '高中' && words.includes('中职')));
  // A class alone tells the stage; beside its stage it is that stage's own (初中二年级).
  if (kept.length === 0 && /[七八九789]年级/.test(text)) return { is: '初中', why: 'word' };
  if (kept.length === 0 && /[一二三四五六1-6]年级/.test(text)) return { is: '小学', why: 'word' };
  const [only, ...others] = kept;
  return only === undefined || others.length > 0 ? { is: null, why: 'school-unclear' } : { is: only, why: 'word' };
}

const DISABILITY_CLASSES = ['一级', '二级', '三级', '四级', '无'] as const;

/** Class of disability out of 健康状况; a disability without a class is unknown. */
export function disabilityClass(text: string | null): ChoiceValue {
  if (text === null) return { is: null, why: 'disabled-blank' };
  if (!isDisabled(text)) return { is: '无', why: 'word' };
  const classes = new Set(
    [...text.normalize('NFKC').matchAll(/([一二三四1-4])级/g)].map(([, figure = '']) =>
      '一二三四'.includes(figure) ? figure : '一二三四'.charAt(Number(figure) - 1),
    ),
  );
  const [only] = classes;
  return only === undefined || classes.size > 1
    ? { is: null, why: 'disability-class-blank' }
    : { is: `${only}级`, why: 'word' };
}
