import { headText, type HeadRow } from './leaf-columns.js';
import { isKnownHeader } from './match-columns.js';
import { normaliseHeader } from './normalise.js';

/** `网格名称：` beside its value: a line of labels (a third of its words at least), not of headers. */
export function isLabelRow({ cells }: HeadRow): boolean {
  const words = cells.map(headText).filter((word) => word !== '');
  const labels = words.filter((word) => /[:：]$/.test(word) || /^[^:：\s]{1,12}[:：]\s*\S/.test(word));
  return labels.length > 0 && labels.length * 3 >= words.length && !areHeaders(cells);
}

/** `户编号： 姓名： 身份证号：` side by side are headers with a colon: behind a label there would stand its value. */
function areHeaders(cells: HeadRow['cells']): boolean {
  const first = cells.findIndex((cell) => headText(cell) !== '');
  const last = cells.findLastIndex((cell) => headText(cell) !== '');
  const words = cells.slice(first, last + 1).map(headText);
  if (words.length < 3 || words.includes('')) return false;
  let labels = 0;
  let followed = 0;
  for (const [index, word] of words.entries()) {
    if (!/[:：]$/.test(word)) continue;
    labels += 1;
    const next = words[index + 1];
    if (next === undefined || isHeaderWord(next)) followed += 1;
  }
  return labels > 0 && followed * 3 >= labels * 2 && words.filter(isHeaderWord).length * 5 >= words.length * 3;
}

/** `家庭人口数 | 3 | 联系电话 | 13800138000`: names of columns with their values beside them, as on a form. */
export function isPairRow({ cells }: HeadRow): boolean {
  let names = 0;
  let valued = 0;
  for (const [column, cell] of cells.entries()) {
    if (!isHeaderWord(headText(cell))) continue;
    names += 1;
    const next = cells[column + 1] ?? null;
    if (typeof next === 'string' ? /\d{6}/.test(next) : next !== null && typeof next !== 'boolean') valued += 1;
  }
  return names > 0 && valued * 2 > names;
}

export function isHeaderWord(text: string): boolean {
  const { key, unit } = normaliseHeader(text);
  return isKnownHeader(key, unit);
}

/** Labels with a value beside them in most rows: a form for one household, not a list. */
export function isForm(head: readonly HeadRow[]): boolean {
  const labelled = head.filter((row) => isLabelRow(row)).length;
  return (
    labelled >= 2 ||
    head.some((row) => row.cells.some((cell) => /申请表|审批表|登记表|基本情况表/.test(headText(cell))))
  );
}
