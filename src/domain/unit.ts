/** What a parameter is counted in. */
export const UNITS = ['yuan', 'months', 'years-of-age', 'persons', 'households', 'places', 'times', 'percent'] as const;
export type Unit = (typeof UNITS)[number];

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
};
