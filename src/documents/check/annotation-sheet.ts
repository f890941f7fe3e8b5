import type { Severity } from '../../findings/finding.js';
import type { AnnotationInput, PlacedFinding } from './annotation-input.js';
import { columnLetters, shownFinding } from '../run/exceptions-csv.js';
import { MAX_LISTED } from '../run/finding-list-sheet.js';
import { headerRow, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import { SEVERITY_WORDS } from '../model/words.js';
import type { CellModel, RowModel, SheetModel } from '../model/workbook-model.js';
import { RESULT_HEADER, RESULT_SHEET } from '../model/workbook-marks.js';

const HEADERS = [
  '序号',
  '级别',
  '代码',
  '工作表',
  '单元格',
  '户主',
  '列名',
  '现值',
  '问题',
  '为什么',
  '怎么改',
  '可自动修正',
  '核实说明',
  '核实人',
  '核对码',
];
const WIDTH = HEADERS.length;
const HEADER_ROW = 4;
/** Problems that `--fix` takes away without changing a meaning. */
const FIXED_BY_TOOL: ReadonlySet<string> = new Set(['CEL-11']);

export interface AnnotationSheetInput extends AnnotationInput {
  /** In the order of the list. */
  readonly placed: readonly PlacedFinding[];
  readonly notes: { readonly shown: number; readonly total: number };
  readonly rebuilt: boolean;
}

/** 校验结果: what was found in one workbook, each line with a link to its cell. */
export function annotationSheet(input: AnnotationSheetInput): SheetModel {
  return {
    name: RESULT_SHEET,
    whole: input.reveal,
    columns: [
      { width: 6, style: 'integer' },
      { width: 7 },
      { width: 9, style: 'text-center' },
      { width: 12, style: 'wrap' },
      { width: 9 },
      { width: 14, style: 'wrap' },
      { width: 14, style: 'wrap' },
      { width: 21, style: 'wrap' },
      { width: 36, style: 'wrap' },
      { width: 28, style: 'wrap' },
      { width: 30, style: 'wrap' },
      { width: 8, style: 'text-center' },
      { width: 24, style: 'wrap' },
      { width: 10, style: 'wrap' },
      { width: 13, style: 'text-center' },
    ],
    rows: rows(input),
    freeze: { rows: HEADER_ROW, columns: 0 },
    autofilter: `A${HEADER_ROW}:${columnLetters(WIDTH - 1)}`,
    print: {
      landscape: true,
      fitToWidth: true,
      paper: 'A4',
      titleRows: [HEADER_ROW, HEADER_ROW],
      footer: '第 &P 页 共 &N 页',
    },
  };
}

function* rows(input: AnnotationSheetInput): Generator<RowModel> {
  const { placed, label, asOf, policies } = input;
  const count = (severity: Severity): number => placed.filter(({ finding }) => finding.severity === severity).length;
  yield titleRow(RESULT_SHEET, WIDTH);
  yield textRow(
    `文件：${label}　基准日：${asOf ?? '没有'}${policies.length === 0 ? '' : `　政策：${policies.join('、')}`}　` +
      `错误 ${count('error')} 处　警告 ${count('warning')} 处　提示 ${count('info')} 处`,
    WIDTH,
  );
  yield textRow(remarks(input), WIDTH);
  yield headerRow(HEADERS);
  if (placed.length === 0) yield textRow('没有发现问题。', WIDTH, 'wrap', 24);
  let number = 0;
  for (const one of placed) {
    if (++number > MAX_LISTED) return;
    yield row(one, number, input);
  }
}

function remarks({ placed, notes, rebuilt }: AnnotationSheetInput): string {
  return [
    `红色为错误（改正后才发放），黄色为警告（请人看一看）；表中最后一列「${RESULT_HEADER}」可以筛选。改好后可把本文件直接再交来校验。警告看过属实的，填「核实说明」和「核实人」两格，再交来就不再提示。`,
    notes.shown < notes.total ? `仅前 ${notes.shown} 处加批注，共 ${notes.total} 处；本表列全。` : '',
    placed.length > MAX_LISTED ? `共 ${placed.length} 条，本表只列前 ${MAX_LISTED} 条（先列错误）。` : '',
    rebuilt ? '原文件不能直接标注，本文件按原来的数值重新生成，没有原来的格式。' : '',
  ].join('');
}

function row({ finding, row: at, column }: PlacedFinding, number: number, input: AnnotationSheetInput): RowModel {
  const shown = shownFinding(input.reveal);
  const text = input.words(finding);
  return {
    cells: [
      number,
      { value: SEVERITY_WORDS[finding.severity], style: finding.severity },
      finding.code,
      shown.text(finding.place.sheet ?? ''),
      linkTo(finding.place.sheet, at, column),
      whoOf(input, finding, shown),
      shown.text((finding.place.header ?? '').replace(/\s+/g, '')),
      shortText(shown.value(finding) ?? ''),
      shortText(shown.text(text.what), 400),
      shown.text(text.why),
      shown.text(text.how),
      FIXED_BY_TOOL.has(finding.code) ? '是' : '否',
      ...acceptCells(finding, input),
    ],
  };
}

/** Reason and name for a warning, and the code by which it is known again when the workbook comes back. */
function acceptCells(finding: PlacedFinding['finding'], { accepting }: AnnotationInput): CellModel[] {
  if (finding.severity !== 'warning') return [null, null, null];
  const accepted = accepting.acceptance(finding);
  return [accepted?.note ?? null, accepted?.by ?? null, accepting.name(finding).key];
}

function linkTo(sheet: string | null, row: number | null, column: number | null): CellModel {
  if (sheet === null || row === null || column === null) return null;
  const address = `${columnLetters(column)}${row}`;
  return { value: address, style: 'link', link: `'${sheet.replaceAll("'", "''")}'!${address}` };
}

/** `LX0018 柳某`: the household's number with its head, or whoever the row is about. */
function whoOf(
  input: AnnotationSheetInput,
  finding: PlacedFinding['finding'],
  shown: ReturnType<typeof shownFinding>,
): string {
  const { household } = finding.subject;
  const name = household === null ? shown.name(finding) : (input.headOf(household) ?? shown.name(finding));
  return [shown.household(finding), name === null ? null : shown.text(name)].filter((part) => part !== null).join(' ');
}
