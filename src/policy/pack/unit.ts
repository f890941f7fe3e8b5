/** What a parameter is counted in. */
export const UNITS = ['yuan', 'months', 'years-of-age', 'persons', 'households', 'places', 'times', 'percent'] as const;
export type Unit = (typeof UNITS)[number];
