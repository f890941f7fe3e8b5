import { headText, type HeadRow } from './leaf-columns.js';
import { summarise, type TableMatch } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';
import { partsIn, statedYear } from './read-parts.js';

/** 2024年9月务工收入统计表, 季报: the figures below are of a month or a quarter. A date or a month of payment says nothing. */
const SHORT_PERIOD =
  /(?:月|季|季度|半年|上年|去年|上年度)(?:度|份)?(?:家庭|农户|人员|成员|劳动力)?(?:务工|工资|劳务|打工|收入)|月报|季报|月度|季度|上年度|按月|逐月/;
const UNIT_A_MONTH = /单位[:：]\s*(?:人民币)?(?:万|千|百)?元\s*[/／每]\s*(?:月|季)/;
/** A neighbour of the same kind of income that speaks of another time. */
const OTHER_TIME: ReadonlySet<string> = new Set(['lastYear', 'month', 'quarter']);

/**
 * 务工收入 without a word of time is the year's, unless title, unit line or a column beside it speaks of a month, a
 * quarter or the year before: then it is a question.
 */
export function settlePeriod(match: TableMatch | null, above: readonly HeadRow[]): TableMatch | null {
  if (match === null) return match;
  const texts = above.flatMap(({ cells }) => cells.map((cell) => headText(cell).replace(/\s+/g, '')));
  const titled = texts.some((text) => SHORT_PERIOD.test(text) || UNIT_A_MONTH.test(text));
  const beside = match.columns.filter(speaksOfAnotherTime);
  if (!titled && beside.length === 0) return match;
  const columns = match.columns.map((column): MatchedColumn => {
    const { field } = column;
    if (field?.key !== 'wageIncome' || saysWhen(column)) return column;
    if (!titled && !beside.some(({ key }) => key.includes(column.key))) return column;
    return { ...column, field: null, ambiguous: { header: column.key, meanings: [field.header, '其他期间的收入'] } };
  });
  return summarise(match.kind, columns, match.duplicates);
}

function saysWhen({ key, path }: MatchedColumn): boolean {
  const said = [...path, key].join('');
  return statedYear(said) !== null || partsIn(said).when.size > 0;
}

function speaksOfAnotherTime({ key, path, field }: MatchedColumn): boolean {
  if (field !== null || !/务工|工资|劳务/.test(key)) return false;
  return [...partsIn([...path, key].join('')).when].some((when) => OTHER_TIME.has(when));
}
