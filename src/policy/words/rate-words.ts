type Values = Readonly<Record<string, string | number>>;

function v(values: Values, name: string): string {
  return String(values[name] ?? '—');
}

const ROUND_TO_ZH: Readonly<Record<string, string>> = {
  fen: '分',
  jiao: '角',
  yuan: '元',
  'ten-yuan': '十元',
  'hundred-yuan': '百元',
};
const ROUND_HOW_ZH: Readonly<Record<string, string>> = { down: '舍去', 'half-up': '四舍五入', up: '进位' };

function unproven(values: Values): string {
  return values['unproven'] === undefined ? '' : `（另有${v(values, 'unproven')}元没有证明材料，不计）`;
}

function unprovenEn(values: Values): string {
  return values['unproven'] === undefined
    ? ''
    : ` (a further ${v(values, 'unproven')} has no evidence and does not count)`;
}

/** A sentence for numbers that are held against a parameter. */
function held(zh: string, en: string, far: boolean): Readonly<Record<'zh' | 'en', (x: Values) => string>> {
  return {
    zh: (x) => `${v(x, 'fact')} ${v(x, 'found')}，${zh} ${v(x, 'bound')}${far ? `，差 ${v(x, 'off')}` : ''}`,
    en: (x) => `${v(x, 'factEn')}: ${v(x, 'found')}, ${en} ${v(x, 'bound')}${far ? `, ${v(x, 'off')} off` : ''}`,
  };
}

function plain(zh: string, en: string): Readonly<Record<'zh' | 'en', (x: Values) => string>> {
  return { zh: () => zh, en: () => en };
}

/** Words of the reasons of rates, prices, comparisons, months and claims. */
export const RATE_WORDS: Readonly<Record<string, Readonly<Record<'zh' | 'en', (x: Values) => string>>>> = {
  // conditions
  'at-least': held('达到', 'reaches', false),
  'not-at-least': held('没有达到', 'does not reach', true),
  above: held('超过', 'is above', false),
  'not-above': held('没有超过', 'is not above', true),
  'at-most': held('不超过', 'is at most', false),
  'not-at-most': held('超过了', 'is more than', true),
  below: held('不满', 'is below', false),
  'not-below': held('已满', 'is not below', true),
  'number-unknown': plain('数字不全，无法判定', 'a figure is incomplete, so it cannot be decided'),
  'word-is-not': {
    zh: (x) => `${v(x, 'fact')}为「${v(x, 'found')}」，应为${v(x, 'wanted')}`,
    en: (x) => `${v(x, 'factEn')} is "${v(x, 'found')}"; it should be ${v(x, 'wanted')}`,
  },
  'word-is': {
    zh: (x) => `${v(x, 'fact')}为「${v(x, 'found')}」，不应为${v(x, 'wanted')}`,
    en: (x) => `${v(x, 'factEn')} is "${v(x, 'found')}"; it should not be ${v(x, 'wanted')}`,
  },
  'word-unlisted': {
    zh: (x) => `${v(x, 'fact')}「${v(x, 'found')}」不在政策写明的${v(x, 'wanted')}之内，无法判定`,
    en: (x) => `${v(x, 'factEn')} "${v(x, 'found')}" is none of ${v(x, 'wanted')}; it cannot be decided`,
  },
  word: {
    zh: (x) => (x['word'] === undefined ? '符合' : `${v(x, 'word')}：${v(x, 'amount')}元`),
    en: (x) => (x['word'] === undefined ? 'fits' : `${v(x, 'word')}: ${v(x, 'amount')}`),
  },
  // rates
  rate: {
    zh: (x) =>
      `${v(x, 'parts')}＝${v(x, 'total')}元${x['upTo'] === undefined ? '' : `（基数最多按${v(x, 'upTo')}计）`}${unproven(x)}`,
    en: (x) =>
      `${v(x, 'parts').replaceAll('＋', ' + ')} comes to ${v(x, 'total')}${x['upTo'] === undefined ? '' : ` (the base counts up to ${v(x, 'upTo')})`}${unprovenEn(x)}`,
  },
  'base-nothing': {
    zh: (x) => `计算的基数为零${unproven(x)}`,
    en: (x) => `there is nothing to take a share of${unprovenEn(x)}`,
  },
  difference: {
    zh: (x) =>
      `标准${v(x, 'standard')}元×${v(x, 'size')}＝${v(x, 'needed')}元，已有${v(x, 'found')}元，差${v(x, 'missing')}元`,
    en: (x) =>
      `the standard ${v(x, 'standard')} × ${v(x, 'size')} = ${v(x, 'needed')} less ${v(x, 'found')} is ${v(x, 'missing')}`,
  },
  'no-difference': {
    zh: (x) => `已有${v(x, 'found')}元，不低于标准${v(x, 'needed')}元，没有差额`,
    en: (x) => `${v(x, 'found')} is not below the standard ${v(x, 'needed')}`,
  },
  'price-times': {
    zh: (x) => `${v(x, 'item')}：${v(x, 'price')}元×${v(x, 'count')}${v(x, 'unit')}`,
    en: (x) => `${v(x, 'item')}: ${v(x, 'price')} × ${v(x, 'count')} ${v(x, 'unit')}`,
  },
  'below-count': {
    zh: (x) =>
      `${v(x, 'item')} ${v(x, 'count')}${v(x, 'unit')}，${v(x, 'from')}${v(x, 'unit')}起补，还差${v(x, 'missing')}${v(x, 'unit')}`,
    en: (x) =>
      `${v(x, 'item')}: ${v(x, 'count')} ${v(x, 'unit')}; paid from ${v(x, 'from')} on, ${v(x, 'missing')} short`,
  },
  'item-not-priced': {
    zh: (x) => `价目表里没有「${v(x, 'found')}」，无法判定`,
    en: (x) => `the table of prices has no "${v(x, 'found')}"`,
  },
  'number-band': {
    zh: (x) => `${v(x, 'fact')} ${v(x, 'found')}，所在档次为${v(x, 'amount')}元`,
    en: (x) => `${v(x, 'factEn')}: ${v(x, 'found')}, whose band pays ${v(x, 'amount')}`,
  },
  'below-number-band': {
    zh: (x) => `${v(x, 'fact')} ${v(x, 'found')}，最低档从 ${v(x, 'from')} 起，还差 ${v(x, 'off')}`,
    en: (x) => `${v(x, 'factEn')}: ${v(x, 'found')}; the first band begins at ${v(x, 'from')}, ${v(x, 'off')} short`,
  },
  'between-bands': {
    zh: (x) => `${v(x, 'count')} 落在两档之间，无法判定`,
    en: (x) => `${v(x, 'count')} lies between two bands`,
  },
  'reaches-line-alone': {
    zh: (x) => `收入${v(x, 'income')}元，达到${v(x, 'line')}元`,
    en: (x) => `income ${v(x, 'income')} reaches ${v(x, 'line')}`,
  },
  'below-line-alone': {
    zh: (x) => `收入${v(x, 'income')}元，未达到${v(x, 'line')}元，还差${v(x, 'short')}元`,
    en: (x) => `income ${v(x, 'income')} is ${v(x, 'short')} short of ${v(x, 'line')}`,
  },
  'steps-alone': {
    zh: (x) => `${v(x, 'first')}元，超出部分满${v(x, 'steps')}个${v(x, 'every')}元，每个加${v(x, 'add')}元`,
    en: (x) => `${v(x, 'first')}, plus ${v(x, 'add')} for each of ${v(x, 'steps')} full steps of ${v(x, 'every')}`,
  },
  // what follows an amount
  'times-count': {
    zh: (x) => `${v(x, 'each')}元×${v(x, 'count')}（${v(x, 'fact')}）＝${v(x, 'total')}元`,
    en: (x) => `${v(x, 'each')} × ${v(x, 'count')} (${v(x, 'factEn')}) = ${v(x, 'total')}`,
  },
  'times-part': {
    zh: (x) => `${v(x, 'each')}元×${v(x, 'count')}÷${v(x, 'outOf')}（${v(x, 'fact')}）＝${v(x, 'total')}元`,
    en: (x) => `${v(x, 'each')} × ${v(x, 'count')} ÷ ${v(x, 'outOf')} (${v(x, 'factEn')}) = ${v(x, 'total')}`,
  },
  'nothing-counted': { zh: (x) => `${v(x, 'fact')}为零`, en: (x) => `${v(x, 'factEn')} is nought` },
  surcharge: {
    zh: (x) => `上浮${v(x, 'percent')}%，为${v(x, 'total')}元`,
    en: (x) => `${v(x, 'percent')} % more: ${v(x, 'total')}`,
  },
  'surcharge-amount': {
    zh: (x) => `另加${v(x, 'added')}元，为${v(x, 'total')}元`,
    en: (x) => `${v(x, 'added')} more: ${v(x, 'total')}`,
  },
  rounded: {
    zh: (x) =>
      `${v(x, 'exact')}元按${ROUND_TO_ZH[v(x, 'to')] ?? ''}${ROUND_HOW_ZH[v(x, 'how')] ?? ''}，为${v(x, 'paid')}元`,
    en: (x) => `${v(x, 'exact')} rounded (${v(x, 'to')}, ${v(x, 'how')}) to ${v(x, 'paid')}`,
  },
  'under-minimum': {
    zh: (x) => `不足最低额${v(x, 'minimum')}元，按最低额计`,
    en: (x) => `below the least of ${v(x, 'minimum')}, which applies`,
  },
  'over-cap': {
    zh: (x) => `超过最高额${v(x, 'cap')}元，按最高额计`,
    en: (x) => `over the most of ${v(x, 'cap')}, which applies`,
  },
  'nothing-due': plain('算下来没有可发的金额', 'it comes to nothing'),
  // months and claims
  'months-of': {
    zh: (x) => `${v(x, 'from')}至${v(x, 'to')}共${v(x, 'months')}个月，每月${v(x, 'each')}元，计${v(x, 'total')}元`,
    en: (x) => `${v(x, 'from')} to ${v(x, 'to')}: ${v(x, 'months')} months at ${v(x, 'each')}, ${v(x, 'total')}`,
  },
  'months-together': { zh: (x) => `各月合计${v(x, 'total')}元`, en: (x) => `all months: ${v(x, 'total')}` },
  'claims-together': {
    zh: (x) => `${v(x, 'of')}笔申请，${v(x, 'claims')}笔符合，合计${v(x, 'total')}元`,
    en: (x) => `${v(x, 'claims')} of ${v(x, 'of')} claims count: ${v(x, 'total')}`,
  },
  'no-months': plain('这一时期没有可计的月份', 'no month of this period counts'),
  // persons
  'member-unknown': plain('成员表中没有这个人，无法判定', 'the person is not in 成员'),
  'own-wages-blank': plain('本人年务工收入空白', "the person's wages of the year are blank"),
  'monthly-wage-blank': plain('月工资空白', 'the monthly wage is blank'),
  'birth-unknown': plain('身份证号看不出出生日期', 'the ID number tells no birth date'),
  'has-evidence': plain('有证明材料', 'evidence is named'),
  'no-evidence': plain('没有证明材料', 'no evidence is named'),
  contract: plain('签订了劳动合同', 'has a labour contract'),
  'not-contract': plain('没有签订劳动合同', 'has no labour contract'),
  'contract-blank': plain('劳动合同一栏空白，无法判定', 'the labour contract is blank'),
  insurance: plain('缴纳了社会保险', 'is in social insurance'),
  'not-insurance': plain('没有缴纳社会保险', 'is not in social insurance'),
  'insurance-blank': plain('社会保险一栏空白，无法判定', 'social insurance is blank'),
  'in-school': plain('在校', 'in school'),
  'not-in-school': plain('不在校', 'not in school'),
  'school-unclear': plain('在校生状况看不出学段，无法判定', 'the stage of school cannot be told'),
  disabled: plain('残疾', 'disabled'),
  'not-disabled': plain('没有残疾', 'not disabled'),
  'disabled-blank': plain('健康状况空白，无法判定', 'the health is blank'),
  'disability-class-blank': plain('健康状况没有写清残疾等级，无法判定', 'the class of disability is not stated'),
  employed: plain('已就业', 'employed'),
  'not-employed': plain('没有就业', 'not employed'),
  'employed-blank': plain('就业状态空白，无法判定', 'the employment status is blank'),
  'public-post': plain('在公益性岗位', 'on a public post'),
  'not-public-post': plain('不在公益性岗位', 'not on a public post'),
  'public-post-blank': plain('就业状态空白，无法判定', 'the employment status is blank'),
  'relation-blank': plain('与户主关系空白', 'the relation to the head is blank'),
  'type-blank': plain('户类型空白，无法判定', 'the type of the household is blank'),
  'class-blank': plain('监测对象类别空白', 'the class of monitoring is blank'),
  'sent-in-group': plain('劳务输出表里有这个人，是有组织输出', '劳务输出 lists the person: sent in a group'),
  'not-sent-in-group': plain('劳务输出表里没有这个人', '劳务输出 does not list the person'),
  'placements-missing': plain('没有提供劳务输出表，是否有组织输出无法判定', 'the table 劳务输出 was not given'),
  'place-class': {
    zh: (x) => `务工地属于「${v(x, 'word')}」，${v(x, 'amount')}元`,
    en: (x) => `the place is ${v(x, 'word')}: ${v(x, 'amount')}`,
  },
  'place-class-unknown': plain('务工地写得不够细，看不出属于哪一类', 'the place is not exact enough to tell its class'),
  'place-in-no-class': plain('务工地不属于文件列出的任何一类', 'the place is in none of the classes'),
  // claims
  'quantity-blank': plain('数量空白', 'the quantity is blank'),
  'unit-blank': plain('单位空白', 'the unit is blank'),
  'unit-other': plain('单位与政策规定的不同，不能换算', 'the unit is another than the policy counts in'),
  'unit-differs': {
    zh: (x) => `单位应为「${v(x, 'wanted')}」，现为「${v(x, 'found')}」`,
    en: (x) => `the unit should be ${v(x, 'wanted')}, is "${v(x, 'found')}"`,
  },
  'level-blank': plain('等级空白', 'the level is blank'),
  'months-blank': plain('月数和起止年月不全', 'months, or first and last month, are missing'),
  'months-differ': plain('月数与起止年月不符', 'the months differ from those between first and last month'),
  'stated-amount-blank': plain('金额空白', 'the amount is blank'),
  'premium-blank': plain('缴费金额空白', 'the premium is blank'),
  'listed-item': plain('在规定的名单内', 'on the list'),
  'not-listed-item': plain('不在规定的名单内', 'not on the list'),
  'months-over': plain('申请的月份已过完', 'the months are over'),
  'months-to-come': plain('申请的月份还没有过完', 'the months are not over yet'),
  // organisations, businesses, courses
  'posts-blank': plain('岗位总数空白', 'the posts are blank'),
  'own-income-blank': plain('年经营收入空白', 'the income of the business is blank'),
  passed: plain('培训合格', 'passed'),
  'has-certificate': plain('取得证书', 'has a certificate'),
  'no-certificate': plain('没有取得证书', 'has no certificate'),
  'course-blank': plain('课程空白', 'the course is blank'),
};
