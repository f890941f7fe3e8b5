/** What a parameter is counted in. `quantity` may have decimals (2.5 亩); a `share` is written as a fraction: "2/3". */
export const UNITS = [
  'yuan',
  'months',
  'years-of-age',
  'persons',
  'households',
  'places',
  'times',
  'percent',
  'days',
  'quantity',
  'share',
] as const;
export type Unit = (typeof UNITS)[number];

/** Units in which things are counted. */
export const COUNT_UNITS: readonly Unit[] = [
  'months',
  'years-of-age',
  'persons',
  'households',
  'places',
  'times',
  'days',
  'quantity',
];

/** Measure words, as they follow a number in Chinese. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  yuan: '元',
  months: '个月',
  'years-of-age': '岁',
  persons: '人',
  households: '户',
  places: '处',
  times: '次',
  percent: '%',
  days: '天',
  quantity: '',
  share: '',
};
