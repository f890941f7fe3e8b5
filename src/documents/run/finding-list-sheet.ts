import type { AssessedFinding } from '../../batch/run/run-result.js';
import type { Severity } from '../../findings/finding.js';
import { cellOf, runFileLabels, shownFinding } from './exceptions-csv.js';
import type { FindingDocumentInput } from './run-document.js';
import { headerRow, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import { EFFECT_WORDS, SEVERITY_WORDS } from '../model/words.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';

/** A list longer than this is for machines: exceptions.csv has them all. */
export const MAX_LISTED = 100_000;
export const FINDING_SHEET = '异常清单';
export const OVERVIEW_SHEET = '问题汇总';
const FIRST_ROW = 4;

const HEADERS = [
  '序号',
  '级别',
  '编号',
  '问题',
  '工作表',
  '单元格',
  '户编号',
  '姓名',
  '列名',
  '现值',
  '说明',
  '后果',
  '怎么改',
  '对发放的影响',
  '文件',
];
const WIDTH = HEADERS.length;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings of one code, with the row of 异常清单 where they begin. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: readonly AssessedFinding[];
  /** null when the list ends before this group. */
  readonly firstRow: number | null;
}

/** Errors first, then by code; within a code in the order in which they were found. */
export function findingGroups(findings: readonly AssessedFinding[]): FindingGroup[] {
  const groups = new Map<string, { code: string; severity: Severity; findings: AssessedFinding[] }>();
  for (const each of findings) {
    const { code, severity } = each.finding;
    const key = `${SEVERITIES.indexOf(severity)}|${code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code, severity, findings: [each] });
    else group.findings.push(each);
  }
  let row = FIRST_ROW;
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const firstRow = row - FIRST_ROW < MAX_LISTED ? row : null;
      row += group.findings.length;
      return { ...group, firstRow };
    });
}

/** 异常清单: every finding with why and how; capped, with the true number stated. */
export function findingListSheet(input: FindingDocumentInput, groups: readonly FindingGroup[]): SheetModel {
  const total = input.result.findings.length;
  return {
    name: FINDING_SHEET,
    columns: [
      { width: 6, style: 'integer' },
      { width: 7 },
      { width: 9, style: 'text-center' },
      { width: 16, style: 'wrap' },
      { width: 11, style: 'wrap' },
      { width: 9, style: 'text-center' },
      { width: 12, style: 'id' },
      { width: 10, style: 'wrap' },
      { width: 12, style: 'wrap' },
      { width: 21, style: 'wrap' },
      { width: 30, style: 'wrap' },
      { width: 24, style: 'wrap' },
      { width: 26, style: 'wrap' },
      { width: 9, style: 'text-center' },
      { width: 16, style: 'wrap' },
    ],
    rows: (function* (): Generator<RowModel> {
      yield titleRow('异常清单', WIDTH);
      yield textRow(
        total > MAX_LISTED
          ? `共 ${total} 条，本表只列前 ${MAX_LISTED} 条（先列错误），全部见 exceptions.csv。`
          : `共 ${total} 条。按单元格改正原表后重新运行；“暂停发放”的户改正后才会发放。`,
        WIDTH,
      );
      yield headerRow(HEADERS);
      yield* listRows(input, groups);
    })(),
    freeze: { rows: 3, columns: 4 },
    autofilter: 'A3:O',
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [3, 3], footer: '第 &P 页 共 &N 页' },
  };
}

function* listRows(input: FindingDocumentInput, groups: readonly FindingGroup[]): Generator<RowModel> {
  const label = runFileLabels(input);
  const shown = shownFinding(input.reveal);
  let number = 0;
  for (const group of groups)
    for (const { finding, effect } of group.findings) {
      if (++number > MAX_LISTED) return;
      const text = input.words(finding);
      yield {
        cells: [
          number,
          { value: SEVERITY_WORDS[finding.severity], style: finding.severity },
          finding.code,
          text.title,
          shown.text(finding.place.sheet ?? ''),
          cellOf(finding) ?? (finding.place.row === null ? null : `第${finding.place.row}行`),
          shown.household(finding),
          shown.name(finding),
          shown.text(finding.place.header ?? ''),
          shortText(shown.value(finding) ?? ''),
          shortText(shown.text(text.what), 400),
          shown.text(text.why),
          shown.text(text.how),
          EFFECT_WORDS[effect],
          label(finding.place.file),
        ],
      };
    }
}
