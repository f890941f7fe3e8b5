import { shownFinding } from './exceptions-csv.js';
import { FINDING_SHEET, OVERVIEW_SHEET, type FindingGroup } from './finding-list-sheet.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords, SEVERITY_WORDS } from '../model/words.js';
import type { CellModel, RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = ['级别', '编号', '问题（点击查看）', '条数', '涉及户数', '后果', '怎么改'];
const WIDTH = HEADERS.length;

/** A sheet this workbook also has, for the list of contents. */
export interface ListedSheet {
  readonly name: string;
  /** Null where nobody looked. */
  readonly rows: number | null;
  readonly about: string;
}

/** 问题汇总: one line for each kind of problem, linked to where its list begins, and the other lists. */
export function findingOverviewSheet(
  input: RunDocumentInput,
  groups: readonly FindingGroup[],
  lists: readonly ListedSheet[],
): SheetModel {
  return {
    name: OVERVIEW_SHEET,
    columns: [
      { width: 8 },
      { width: 10, style: 'text-center' },
      { width: 30 },
      { width: 8, style: 'integer' },
      { width: 10, style: 'integer' },
      { width: 44, style: 'wrap' },
      { width: 48, style: 'wrap' },
    ],
    rows: overviewRows(input, groups, lists),
    freeze: { rows: 3, columns: 0 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [3, 3], footer: '第 &P 页 共 &N 页' },
  };
}

function* overviewRows(
  input: RunDocumentInput,
  groups: readonly FindingGroup[],
  lists: readonly ListedSheet[],
): Generator<RowModel> {
  const { content, pack, counts } = input.result;
  yield titleRow(`${pack.name}异常情况`, WIDTH);
  yield textRow(
    `${monthWords(content.period)}　批次：${content.batchId}　暂停发放 ${counts.heldHouseholds} 户　` +
      `错误 ${counts.errors} 条、警告 ${counts.warnings} 条、提示 ${counts.infos} 条`,
    WIDTH,
  );
  yield headerRow(HEADERS, 26);
  const shown = shownFinding(input.reveal);
  for (const group of groups) {
    const first = group.findings[0];
    if (first === undefined) continue;
    const text = input.words(first.finding);
    const households = new Set(
      group.findings.map((each) => each.finding.subject.household).filter((id) => id !== null),
    );
    yield {
      cells: [
        { value: SEVERITY_WORDS[group.severity], style: group.severity },
        group.code,
        group.firstRow === null
          ? { value: text.title, style: 'text' }
          : { value: text.title, style: 'link', link: `'${FINDING_SHEET}'!D${group.firstRow}` },
        group.findings.length,
        households.size,
        shown.text(text.why),
        shown.text(text.how),
      ],
    };
  }
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  if (total === 0) yield textRow('没有发现问题。', WIDTH, 'wrap', 24);
  else yield totalRow('合计', 3, [{ value: total, style: 'total-integer' }, null, null, null]);

  yield { cells: [], height: 12 };
  yield {
    cells: spread('本工作簿还有'),
    style: 'header',
    height: 24,
    spans: [
      [0, 2],
      [4, 6],
    ],
  };
  for (const list of lists)
    yield {
      cells: [
        { value: list.name, style: 'link', link: `'${list.name}'!A1` },
        { style: 'link' },
        { style: 'link' },
        list.rows === null ? { value: '没有检查', style: 'text-center' } : list.rows,
        { value: list.about, style: 'wrap' },
        { style: 'wrap' },
        { style: 'wrap' },
      ],
      height: 22,
      spans: [
        [0, 2],
        [4, 6],
      ],
    };
}

function spread(label: string): readonly CellModel[] {
  return [label, null, null, '条数', '说明', null, null];
}
