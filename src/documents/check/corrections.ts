import type { PlacedRepair } from '../../tables/find-repairs.js';
import { columnLetters } from '../run/exceptions-csv.js';
import { MAX_LISTED } from '../run/finding-list-sheet.js';
import { maskValue } from '../model/masked-value.js';
import { headerRow, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import type { CellModel, RowModel, SheetModel } from '../model/workbook-model.js';
import { type CellMark, CHANGES_SHEET, type MarkOutcome, type WorkbookMarks } from '../model/workbook-marks.js';

type Reason = PlacedRepair['reason'];

const WHY: Readonly<Record<Reason, string>> = {
  blanks: '去掉多余的空格、不可见字符和前置撇号，全角改半角，意思不变',
  'id-writing': '号码中的空格、全角字符、小写字母或连接号改成规范写法，数字一位没有变',
  'amount-writing': '去掉千分位逗号、货币符号或「元」，金额不变',
  'date-writing': '日期只有一种读法，改写成 年-月-日',
  'amount-unit': '带「元」「万」等单位，按列的单位多半是这个数，请对照原件后自己改',
  'amount-brackets': '括号里的数多半是负数，请核对后自己改',
  nothing: '「无」按「不清楚」读；确实没有的请改成 0',
  'not-in-list': '不在可选项内，最接近的是这一项，请核对后自己改',
  'date-ambiguous': '日期有两种读法，请核对后自己改',
  'merged-down': '合并单元格盖住了这一行，按合并的值读；取消合并后这里要填它',
  'from-above': '这里空着，多半与上面一行是同一户；程序不会替您填，请核对后自己填',
};
const HEADERS = ['序号', '工作表', '单元格', '列名', '改前', '改后', '为什么'];
const WIDTH = HEADERS.length;
const HEADER_ROW = 3;

export interface CorrectionsInput {
  /** For people: without folders. */
  readonly label: string;
  readonly reveal: boolean;
  readonly repairs: readonly PlacedRepair[];
}

/** The corrected copy of one workbook: safe repairs made and coloured, every one of them listed, the others only told. */
export function corrections(input: CorrectionsInput): WorkbookMarks {
  const sheets = new Map<string, CellMark[]>();
  for (const { safe, sheet, row, column, after } of input.repairs) {
    if (!safe) continue;
    const cells = sheets.get(sheet) ?? [];
    cells.push({ row, column, kind: 'fixed', note: null, text: after });
    sheets.set(sheet, cells);
  }
  return {
    sheets: [...sheets].map(([sheet, cells]) => ({ sheet, cells, result: null })),
    replacesMarks: false,
    added: { name: CHANGES_SHEET, first: false, build: (outcome) => changesSheet(input, outcome) },
  };
}

function changesSheet(input: CorrectionsInput, outcome: MarkOutcome): SheetModel {
  return {
    name: CHANGES_SHEET,
    whole: input.reveal,
    columns: [
      { width: 6, style: 'integer' },
      { width: 14, style: 'wrap' },
      { width: 9 },
      { width: 16, style: 'wrap' },
      { width: 24, style: 'wrap' },
      { width: 24, style: 'wrap' },
      { width: 50, style: 'wrap' },
    ],
    rows: rows(input, outcome),
    freeze: { rows: HEADER_ROW, columns: 0 },
    print: {
      landscape: true,
      fitToWidth: true,
      paper: 'A4',
      titleRows: [HEADER_ROW, HEADER_ROW],
      footer: '第 &P 页 共 &N 页',
    },
  };
}

function* rows({ label, reveal, repairs }: CorrectionsInput, { formulas, rebuilt }: MarkOutcome): Generator<RowModel> {
  const byFormula = (one: PlacedRepair): boolean => formulas.has(`${one.sheet}!${addressOf(one)}`);
  const made = repairs.filter((one) => one.safe && !byFormula(one));
  const told = repairs.filter((one) => !one.safe || byFormula(one));
  yield titleRow(CHANGES_SHEET, WIDTH);
  yield textRow(
    `文件：${label}　已自动修改 ${made.length} 处（蓝色），只改写法，不改意思　未自动修改 ${told.length} 处` +
      (rebuilt ? '　原文件不能直接修改，本文件按原来的数值重新生成' : ''),
    WIDTH,
  );
  yield headerRow(HEADERS);
  if (made.length === 0) yield textRow('没有需要自动修改的地方。', WIDTH, 'wrap', 24);
  yield* list(made, reveal, (one) => WHY[one.reason]);
  if (told.length === 0) return;
  yield { cells: [], height: 12 };
  yield titleRow('未自动修改', WIDTH);
  yield textRow('下面的改法可能对，也可能不对，程序没有动；「改后」是如果要改会改成什么。', WIDTH);
  yield headerRow(HEADERS);
  yield* list(told, reveal, (one) => (byFormula(one) ? '这一格是公式算出来的，请改公式或它引用的格' : WHY[one.reason]));
}

function* list(
  repairs: readonly PlacedRepair[],
  reveal: boolean,
  why: (one: PlacedRepair) => string,
): Generator<RowModel> {
  const shown = (one: PlacedRepair, value: string): string =>
    shortText(reveal ? value : maskValue(one.field.header, value));
  let number = 0;
  for (const one of repairs) {
    if (++number > MAX_LISTED) {
      yield textRow(`共 ${repairs.length} 处，只列前 ${MAX_LISTED} 处。`, WIDTH);
      return;
    }
    yield {
      cells: [
        number,
        one.sheet,
        linkTo(one),
        one.header.replace(/\s+/g, ''),
        shown(one, one.before),
        { value: shown(one, one.after), style: one.safe ? 'fixed' : 'wrap' },
        why(one),
      ],
    };
  }
}

function addressOf({ row, column }: PlacedRepair): string {
  return `${columnLetters(column)}${row}`;
}

function linkTo(one: PlacedRepair): CellModel {
  const address = addressOf(one);
  return { value: address, style: 'link', link: `'${one.sheet.replaceAll("'", "''")}'!${address}` };
}
