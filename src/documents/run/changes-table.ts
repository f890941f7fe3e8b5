import type { FieldChange, RowChange } from '../../batch/compare/row-changes.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskHouseholdId, maskPayeeId, maskValue } from '../model/masked-value.js';
import { headerRow, textRow, titleRow } from '../model/sheet-rows.js';
import type { RowModel, WorkbookModel } from '../model/workbook-model.js';

const COLUMNS = 'change,table,household_id,id,name,field,before,after,account_changed'.split(',');
const FREE_TEXT = new Set(['household_id', 'id', 'name', 'before', 'after']);

/** One line of a comparison: a change with one of its fields, masked unless revealed. */
export interface ChangeLineText {
  readonly change: string;
  readonly table: string;
  readonly household: string;
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly accountChanged: boolean;
}

/** Changes as lines, one a field; who came or went has one line. */
export function* changeLines(changes: readonly RowChange[], reveal: boolean): Generator<ChangeLineText> {
  for (const change of changes) {
    const head = {
      change: change.change,
      table: change.table,
      household: (reveal ? change.household : maskHouseholdId(change.household)) ?? '',
      id: change.id === null ? '' : reveal ? change.id : maskPayeeId('household', change.id),
      name: change.name === null ? '' : reveal ? change.name : maskFreeText(change.name),
    };
    if (change.fields.length === 0) yield { ...head, field: '', before: '', after: '', accountChanged: false };
    for (const field of change.fields) yield { ...head, ...shown(field, reveal), accountChanged: isAccount(field) };
  }
}

function shown({ field, before, after }: FieldChange, reveal: boolean): FieldChange {
  return reveal
    ? { field, before, after }
    : { field, before: maskValue(field, before), after: maskValue(field, after) };
}

function isAccount({ field }: FieldChange): boolean {
  return /开户银行|账户名称|银行账号$/.test(field);
}

/** `diff.csv`. */
export function changesCsv(changes: readonly RowChange[], reveal: boolean): CsvModel {
  return {
    name: 'diff.csv',
    whole: reveal,
    columns: COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const line of changeLines(changes, reveal))
        yield [
          line.change,
          line.table,
          line.household,
          line.id,
          line.name,
          line.field,
          line.before,
          line.after,
          line.accountChanged ? 'yes' : 'no',
        ];
    })(),
  };
}

const HEADERS = [
  '序号',
  '变动',
  '表',
  '户编号',
  '编号/证件号',
  '姓名',
  '项目',
  '原来',
  '现在',
  '账号变更',
  '原因（填写）',
];

/** `diff.xlsx`: the same to print, with a column to write the reason in. */
export function changesWorkbook(changes: readonly RowChange[], title: string, reveal: boolean): WorkbookModel {
  const width = HEADERS.length;
  return {
    title,
    whole: reveal,
    sheets: [
      {
        name: '变动表',
        columns: [6, 8, 10, 14, 22, 14, 24, 24, 24, 10, 24].map((size, i) => ({
          width: size,
          style: i === 0 ? 'integer' : i === 4 ? 'id' : 'wrap',
        })),
        rows: (function* (): Generator<RowModel> {
          yield titleRow('变动表', width);
          yield textRow(title, width);
          yield headerRow(HEADERS);
          if (changes.length === 0) yield textRow('没有变动。', width, 'wrap', 26);
          let number = 0;
          for (const line of changeLines(changes, reveal))
            yield {
              cells: [
                ++number,
                line.change,
                line.table,
                line.household,
                line.id,
                line.name,
                line.field,
                line.before,
                line.after,
                line.accountChanged ? { value: '是', style: 'warning' } : null,
                null,
              ],
            };
        })(),
        freeze: { rows: 3, columns: 0 },
        print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
      },
    ],
  };
}
