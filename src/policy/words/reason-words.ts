import type { Lang } from '../../findings/finding.js';
import { RATE_WORDS } from './rate-words.js';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<Lang, (values: Values) => string>>;

function plain(zh: string, en: string): Words {
  return { zh: () => zh, en: () => en };
}

function v(values: Values, name: string): string {
  return String(values[name] ?? '—');
}

/** What was stated without evidence, as an addition to a sentence; empty when there is none. */
function unprovenZh(values: Values): string {
  return v(values, 'unproven') === '0.00' || values['unproven'] === undefined
    ? ''
    : `（另有${v(values, 'unproven')}元没有证明材料，不计）`;
}

function unprovenEn(values: Values): string {
  return v(values, 'unproven') === '0.00' || values['unproven'] === undefined
    ? ''
    : ` (a further ${v(values, 'unproven')} has no evidence and does not count)`;
}

/** Words of every reason code that rules, facts and flags give. */
const WORDS: Readonly<Record<string, Words>> = {
  // rules
  'reaches-line': {
    zh: (x) => `收入${v(x, 'income')}元，达到${v(x, 'line')}元×${v(x, 'size')}人=${v(x, 'needed')}元${unprovenZh(x)}`,
    en: (x) => `income ${v(x, 'income')} reaches ${v(x, 'line')} × ${v(x, 'size')} = ${v(x, 'needed')}${unprovenEn(x)}`,
  },
  'below-line': {
    zh: (x) =>
      `收入${v(x, 'income')}元，未达到${v(x, 'line')}元×${v(x, 'size')}人=${v(x, 'needed')}元，还差${v(x, 'short')}元${unprovenZh(x)}`,
    en: (x) =>
      `income ${v(x, 'income')} is ${v(x, 'short')} short of ${v(x, 'line')} × ${v(x, 'size')} = ${v(x, 'needed')}${unprovenEn(x)}`,
  },
  steps: {
    zh: (x) =>
      `${v(x, 'first')}元，超出部分满${v(x, 'steps')}个（${v(x, 'every')}元×${v(x, 'size')}人），每个加${v(x, 'add')}元`,
    en: (x) =>
      `${v(x, 'first')}, plus ${v(x, 'add')} for each of ${v(x, 'steps')} full steps of ${v(x, 'every')} × ${v(x, 'size')}`,
  },
  'steps-of-household': {
    zh: (x) => `${v(x, 'first')}元，超出部分满${v(x, 'steps')}个${v(x, 'every')}元（按全户计），每个加${v(x, 'add')}元`,
    en: (x) =>
      `${v(x, 'first')}, plus ${v(x, 'add')} for each of ${v(x, 'steps')} full steps of ${v(x, 'every')} of the household`,
  },
  'over-maximum': {
    zh: (x) => `超过每户最高${v(x, 'most')}元，按最高额计`,
    en: (x) => `over the maximum of ${v(x, 'most')}, which applies`,
  },
  'within-maximum': plain('未超过最高额', 'within the maximum'),
  flat: { zh: (x) => `定额${v(x, 'amount')}元`, en: (x) => `fixed amount ${v(x, 'amount')}` },
  'in-band': { zh: (x) => `${v(x, 'count')}人，在档次之内`, en: (x) => `${v(x, 'count')} persons, within a band` },
  band: {
    zh: (x) => `${v(x, 'count')}人对应的档次为${v(x, 'amount')}元`,
    en: (x) => `the band of ${v(x, 'count')} persons pays ${v(x, 'amount')}`,
  },
  'below-band': {
    zh: (x) => `${v(x, 'count')}人，最低档为${v(x, 'least')}人，还差${v(x, 'missing')}人`,
    en: (x) => `${v(x, 'count')} persons; the first band begins at ${v(x, 'least')}, ${v(x, 'missing')} short`,
  },
  'count-unknown': plain(
    '有人员的类别或日期不清，人数落在哪一档无法判定',
    'categories or dates of some persons are unclear, so the band cannot be decided',
  ),
  'units-count': { zh: (x) => `符合条件${v(x, 'units')}人（次）`, en: (x) => `${v(x, 'units')} qualify` },
  'rate-times': {
    zh: (x) => `${v(x, 'rate')}元×${v(x, 'quantity')}`,
    en: (x) => `${v(x, 'rate')} × ${v(x, 'quantity')}`,
  },
  'unit-cap': {
    zh: (x) => `每人最高${v(x, 'most')}元，超出部分不计`,
    en: (x) => `at most ${v(x, 'most')} a person; the rest does not count`,
  },
  'no-units': plain('没有符合条件的人员', 'nobody qualifies'),
  'units-unknown': plain('有关人员的资料不全，无法判定', 'data of the persons concerned are incomplete'),
  'table-missing': plain('没有提供人员名册，无法判定', 'the list of persons was not given'),
  'no-parameter': plain(
    '政策中没有这一时期的标准，无法判定',
    'the policy gives no figure for this period, so it cannot be decided',
  ),
  'no-size': plain('家庭人口数空白或无法读取', 'the household size is blank or unreadable'),
  'conditions-met': plain('各项条件均满足', 'all conditions hold'),
  // settlement
  'per-unit': {
    zh: (x) => `${v(x, 'units')}人（次）逐一核对以前是否发过、是否超过每人限额`,
    en: (x) => `each of ${v(x, 'units')} checked against earlier payments and the cap for a person`,
  },
  'paid-before': { zh: (x) => `以前已发${v(x, 'paid')}元`, en: (x) => `${v(x, 'paid')} was paid before` },
  'clawback-offset': {
    zh: (x) => `抵扣应追回的${v(x, 'offset')}元`,
    en: (x) => `${v(x, 'offset')} is kept back for an open clawback`,
  },
  'whole-fen': plain('金额精确到分，没有舍入', 'amounts are whole 分; nothing is rounded'),
  payable: { zh: (x) => `本次发放${v(x, 'amount')}元`, en: (x) => `${v(x, 'amount')} is paid now` },
  // periods
  'no-income-year': plain('收入年度空白或无法读取', 'the income year is blank or unreadable'),
  'year-outside-window': {
    zh: (x) => `收入年度${v(x, 'year')}不在政策执行期（${v(x, 'from')}至${v(x, 'to')}）内`,
    en: (x) => `income year ${v(x, 'year')} is outside the policy's window (${v(x, 'from')} to ${v(x, 'to')})`,
  },
  'year-straddles-window': {
    zh: (x) => `收入年度${v(x, 'year')}只有一部分在政策执行期（${v(x, 'from')}至${v(x, 'to')}）内，无法判定`,
    en: (x) => `income year ${v(x, 'year')} lies only partly in the window (${v(x, 'from')} to ${v(x, 'to')})`,
  },
  'as-of-outside-window': {
    zh: (x) => `基准日${v(x, 'asOf')}不在政策执行期（${v(x, 'from')}至${v(x, 'to')}）内`,
    en: (x) => `the assessment date ${v(x, 'asOf')} is outside the window (${v(x, 'from')} to ${v(x, 'to')})`,
  },
  'met-outside-window': plain(
    '首次满足条件的日期不在政策执行期内',
    'the day the conditions were first met is outside the window',
  ),
  'met-day-unknown': plain('首次满足条件的日期无法确定', 'the day the conditions were first met cannot be told'),
  // household facts
  'amount-unknown': plain(
    '收入数字不全，无法判定是否达到标准',
    'income is incomplete; whether the line is reached is unknown',
  ),
  'no-household-row': plain('住户表中没有该户', 'the household is not in 住户'),
  'wages-blank': plain('有证明材料，但年务工收入空白', 'there is evidence but 年务工收入 is blank'),
  'no-business-rows': plain(
    '住户表填了年经营收入，但没有经营台账，无法判定属于哪类经营',
    'the household states business income but has no 经营 rows',
  ),
  'operating-cost-blank': plain(
    '按纯收入计算要减去生产经营支出，该栏空白',
    'net of costs is asked for, and 生产经营支出 is blank',
  ),
  'public-post-in-household-figure': plain(
    '户的年务工收入里有公益性岗位工资，分不出多少',
    "the household's wage figure holds wages of a public post, how much is unknown",
  ),
  'farm-income-blank': plain(
    '种养殖业的年经营收入或主体类型空白，无法判定',
    'farming income or kind of business is blank',
  ),
  'qualifying-business': plain(
    '有连续正常经营满1年的小微企业或个体工商户',
    'a small business has run normally for a year',
  ),
  'business-unknown': plain(
    '经营状态、登记日期或主体类型不清，无法判定',
    'status, registration date or kind is unclear',
  ),
  'no-qualifying-business': plain('没有连续正常经营满1年的主体', 'no business has run normally for a year'),
  // jobs
  'not-mover': plain('不是搬迁户', 'not a relocated household'),
  'mover-blank': plain(
    '搬迁批次和户类型都看不出是否搬迁户，无法判定',
    'neither batch nor type says whether the household was relocated',
  ),
  'mover-contradicts': plain(
    '搬迁批次和户类型说法相反，是否搬迁户无法判定',
    'batch and type of the household contradict each other',
  ),
  'proofs-lacking': plain('没有签订劳动合同或没有缴纳社会保险', 'no labour contract or no social insurance'),
  'proofs-blank': plain('劳动合同或社会保险一栏空白，无法判定', 'contract or insurance is blank'),
  'worked-short': plain('务工未满规定月数', 'worked for less than the required months'),
  'months-of-another-year': plain(
    '满规定月数不在当年，当年也没有重新满',
    'the required months were completed in another year and not again in this one',
  ),
  'ended-before-year': plain('务工在当年之前已结束', 'the job ended before this year'),
  'other-province': {
    zh: (x) => `跨省务工，${v(x, 'amount')}元`,
    en: (x) => `work in another province: ${v(x, 'amount')}`,
  },
  'other-county': {
    zh: (x) => `区内跨县务工，${v(x, 'amount')}元`,
    en: (x) => `work in another county: ${v(x, 'amount')}`,
  },
  'own-county': plain('在本县（区）务工，不享受交通补贴', 'work in the home county earns nothing'),
  'place-blank': plain('务工所在地空白', 'the place of work is blank'),
  'place-beyond': plain('务工地在境外或港澳台，方案没有规定', 'abroad or 港澳台: the document does not say'),
  'place-unresolved': plain('务工所在地看不出在哪个省', 'the province of the place of work cannot be told'),
  'county-unknown': plain('务工所在地看不出在哪个县（区）', 'the county of the place of work cannot be told'),
  // businesses
  'kind-blank': plain('主体类型空白', 'the kind of business is blank'),
  'kind-excluded': plain('不是小微企业或个体工商户', 'neither a small company nor a sole trader'),
  'not-first-business': plain('不是首次创业', 'not a first business'),
  'first-business-blank': plain('是否首次创业空白', 'whether it is a first business is blank'),
  'not-returnee': plain('不是返乡创业人员', 'not a returnee'),
  'returnee-blank': plain('是否返乡创业人员空白', 'whether a returnee is blank'),
  'not-registered': plain('没有统一社会信用代码或登记日期', 'no credit code or registration date'),
  'registration-unreadable': plain(
    '登记信息无法读取或日期不全',
    'the registration is unreadable or its date incomplete',
  ),
  'not-normal': plain('经营状态不正常', 'does not run normally'),
  'status-unknown': plain('经营状态空白或不在可选值内', 'the status is blank or not a listed one'),
  'too-young': plain('登记未满规定时间', 'registered for less than the required time'),
  'no-jobs': plain('带动就业人数不足', 'gives work to too few'),
  'jobs-blank': plain('带动就业人数空白', 'the number given work is blank'),
  // courses
  'course-end-blank': plain('结束日期空白或不全', 'the end of the course is blank or incomplete'),
  'course-start-blank': plain('开始日期空白', 'the start of the course is blank'),
  'course-running': plain('到基准日培训尚未结束', 'the course was not over on the assessment date'),
  'course-days-unknown': plain(
    '培训天数空白，也无法由起止日期算出',
    'the days are blank and cannot be counted from the dates',
  ),
  'course-days-odd': plain('培训天数不足一天，请核对', 'the course has less than one day'),
  'not-passed': plain('培训不合格', 'not passed'),
  'passed-blank': plain('是否合格空白', 'whether passed is blank'),
  'trainee-unknown': plain('学员身份证号空白或有误', 'the ID number of the trainee is missing or wrong'),
  // organisations and brokers
  'recognition-missing': plain('认定日期或认定文号空白，无法判定', 'date or number of the recognition is missing'),
  'not-yet-recognised': plain('认定日期在本次基准日之后', 'recognised only after the assessment date'),
  'organisation-other-kind': plain('单位表登记的类型与本项补贴不符', 'listed as another kind of organisation'),
  'organisation-kind-blank': plain('单位类型空白', 'the kind of organisation is blank'),
  'worker-county-unknown': plain('户籍县区空白或看不出是否本地', 'the home county of the worker is blank or unclear'),
  'placement-start-blank': plain('开始日期空白', 'the start date is blank'),
  'placement-dates-unknown': plain(
    '起止日期不全，无法判定是否满规定月数',
    'dates are incomplete; the months cannot be told',
  ),
  // flags
  'under-line': {
    zh: (x) => `家庭纯收入${v(x, 'income')}元÷${v(x, 'size')}人，低于${v(x, 'line')}元，请入户核实`,
    en: (x) => `net income ${v(x, 'income')} ÷ ${v(x, 'size')} is below ${v(x, 'line')}; please verify on site`,
  },
  'suggest-below-line': {
    zh: (x) => `人均${v(x, 'income')}元，低于监测线${v(x, 'line')}元；建议，由人认定`,
    en: (x) => `${v(x, 'income')} a head is below the line ${v(x, 'line')}; a suggestion, people decide`,
  },
  'suggest-type-blank': {
    zh: (x) => `户类型空白，无法区分；人均${v(x, 'income')}元，低于监测线${v(x, 'line')}元；建议，由人认定`,
    en: (x) =>
      `the type of household is blank; ${v(x, 'income')} a head is below the line ${v(x, 'line')}; people decide`,
  },
  'suggest-cost': {
    zh: (x) =>
      `家庭纯收入${v(x, 'income')}元，扣除自付刚性支出${v(x, 'cost')}元后人均${v(x, 'left')}元，低于监测线${v(x, 'line')}元；建议，由人认定`,
    en: (x) =>
      `net income ${v(x, 'income')} less unavoidable cost ${v(x, 'cost')} is ${v(x, 'left')} a head, below the line ${v(x, 'line')}; a suggestion, people decide`,
  },
  'suggest-fall': {
    zh: (x) => `人均收入下降${v(x, 'fall')}，收入仍在监测线上；建议，由人认定`,
    en: (x) => `income per head fell by ${v(x, 'fall')} and is still above the line; a suggestion, people decide`,
  },
  'suggest-risk': {
    zh: (x) => `风险类型填了「${v(x, 'risk')}」，没有填自付刚性支出，无法判定；请核实后填写`,
    en: (x) => `a kind of risk is named (${v(x, 'risk')}) and no unavoidable cost is stated; fill it in`,
  },
  'income-unknown': plain('各项收入均未填，无法判定', 'no income is stated'),
  'no-line-for-year': plain(
    '没有该收入年度的监测线，请用参数给出',
    'there is no line for this income year; give it as a parameter',
  ),
  'no-members': plain('没有成员资料，无法判定', 'no members are listed'),
  'capability-unknown': plain('劳动能力不清，无法判定', 'whether anyone is able to work is unclear'),
  'status-blank': plain(
    '有劳动能力成员的就业状态空白，待核实',
    'the employment status of someone able to work is blank',
  ),
  'zero-employment': plain('有劳动能力但无人就业', 'someone is able to work and nobody is employed'),
  'on-register': plain('已纳入监测对象', 'on the monitoring register'),
  'not-on-register': plain('不在监测名册上，或风险已消除', 'not on the register, or the risk is removed'),
  'has-measure': plain('已有帮扶措施', 'a measure is recorded'),
  'on-aid': plain('已享受低保、特困或临时救助', 'on subsistence aid'),
  'not-on-aid': plain('没有填低保、特困或临时救助', 'no subsistence aid is named'),
  'no-public-post': plain('没有人在公益性岗位', 'nobody holds a public post'),
  'young-enough': plain('公益性岗位人员未到高龄', 'nobody in a public post has reached the age'),
  'no-measure': plain('已纳入监测，但没有帮扶措施记录', 'on the register, but no measure is recorded'),
  'no-labour-no-aid': plain(
    '没有有劳动能力的成员，也没有填低保或特困',
    'nobody is able to work and no subsistence aid is named',
  ),
  'aid-unknown': plain('没有有劳动能力的成员，户类型空白', 'nobody is able to work; the household type is blank'),
  'elder-in-public-post': plain('公益性岗位人员已达高龄', 'someone in a public post has reached the age'),
  'age-unknown': plain('公益性岗位人员的年龄不清', 'the age of someone in a public post is unclear'),
  'no-labour': plain('没有有劳动能力的成员', 'nobody in the household is able to work'),
  'no-stable-employment': plain('有人就业，但没有人稳定就业满规定月数', 'employed, but nobody for the required months'),
  'work-time-unknown': plain('就业成员的务工月数和起止日期空白，待核实', 'months and dates of work are blank'),
};

/** A reason code in words. An unknown code is given back as it is, so that nothing is lost. */
export function reasonText(code: string, values: Values, lang: Lang): string {
  const shared = /^(limit|pool):/.test(code)
    ? LIMIT_WORDS
    : code.startsWith('exclusion:')
      ? EXCLUSION_WORDS
      : undefined;
  const words = WORDS[code] ?? RATE_WORDS[code] ?? shared;
  return words?.[lang](values) ?? code;
}

/** Another pack's benefit that shuts this one out (`exclusion:other-2024/fare`). */
const EXCLUSION_WORDS: Words = {
  zh: (x) =>
    v(x, 'used') === '0.00'
      ? '没有享受过不得同时享受的另一项补贴'
      : `已享受不得同时享受的另一项补贴${v(x, 'used')}元，本项不发`,
  en: (x) =>
    v(x, 'used') === '0.00'
      ? 'nothing was paid of the other benefit that shuts this one out'
      : `${v(x, 'used')} was paid of another benefit that shuts this one out`,
};

/** A limit or pool of settlement, by its id (`pool:bonus-total`, `limit:once-per-life`). */
const LIMIT_WORDS: Words = {
  zh: (x) =>
    x['max'] !== undefined
      ? `限额${v(x, 'max')}元，以前和本次已用${v(x, 'used')}元`
      : x['maxTimes'] !== undefined
        ? `限${v(x, 'maxTimes')}次，已享受${v(x, 'times')}次`
        : `已用${v(x, 'used')}元，不设限额`,
  en: (x) =>
    x['max'] !== undefined
      ? `the limit is ${v(x, 'max')}, of which ${v(x, 'used')} is used`
      : x['maxTimes'] !== undefined
        ? `at most ${v(x, 'maxTimes')} times, ${v(x, 'times')} so far`
        : `${v(x, 'used')} used, without a limit`,
};

/** Whether the code has words; tests hold every code against this. */
export function hasWords(code: string): boolean {
  return code in WORDS || code in RATE_WORDS;
}
