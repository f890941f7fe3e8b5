import type { RunResult } from '../../batch/run/run-result.js';
import type { TableKind } from '../../domain/roster.js';
import { columnLetters } from '../run/exceptions-csv.js';
import { fieldExample, fieldHelp, type TemplateField } from './template-field.js';
import { headerRow, textRow, titleRow } from '../model/sheet-rows.js';
import type {
  CellModel,
  ColumnModel,
  RowModel,
  SheetModel,
  ValidationModel,
  WorkbookModel,
} from '../model/workbook-model.js';

type Pack = RunResult['pack'];

export interface TemplateTable {
  readonly kind: TableKind;
  readonly fields: readonly TemplateField[];
}

export interface TemplateInput {
  readonly pack: Pack;
  /** Tables to fill in, in the order of src/CONTRACT.md §3; see {@link templateTables}. */
  readonly tables: readonly TemplateTable[];
  /** What the income year means for the policy; null where it reads none. */
  readonly year?: string | null;
  /** Rows of 指标填报 that the policy's clauses ask for, by header. */
  readonly reported?: readonly Readonly<Record<string, string>>[];
}

const INSTRUCTIONS = '填写说明';
const OPTIONS = '选项';
const LAST_ROW = 2000;
const EXAMPLE_ROW = 2;
/** Longest list that Excel takes inside a validation. */
const MAX_INLINE_LIST = 255;

/**
 * Tables whose rows a pack asks for: households with members for its flags, and `needed`, those of its benefits and what
 * its targets count in.
 */
export function templateTables(pack: Pack, needed: Iterable<TableKind> = []): TableKind[] {
  const kinds = new Set<TableKind>(needed);
  if (pack.flags.length > 0) for (const kind of ['住户', '成员'] as const) kinds.add(kind);
  if (pack.targets.length > 0) for (const kind of ['服务', '指标填报'] as const) kinds.add(kind);
  return ORDER.filter((kind) => kinds.has(kind));
}

const ORDER: readonly TableKind[] = [
  '住户',
  '成员',
  '经营',
  '单位',
  '用工',
  '劳务输出',
  '培训',
  '服务',
  '安置点',
  '申请',
  '指标填报',
];

/**
 * The blank standard workbook: one sheet a table with dropdowns, text format where digits matter, a note on every
 * header and an example row that the reader passes over, and a sheet that says how to fill it in.
 */
export function templateWorkbook(input: TemplateInput): WorkbookModel {
  const lists = longLists(input.tables);
  return {
    title: `${input.pack.name} 标准表`,
    whole: true,
    sheets: [
      instructionSheet(input),
      ...input.tables.map((table) => tableSheet(table, lists, table.kind === '指标填报' ? (input.reported ?? []) : [])),
      ...(lists.size === 0 ? [] : [optionSheet(lists)]),
    ],
  };
}

/** Columns of the standard workbook; what only wider layouts have is left out. */
function columnsOf(table: TemplateTable): TemplateField[] {
  return table.fields.filter((field) => field.extra !== true);
}

function tableSheet(
  table: TemplateTable,
  lists: ReadonlyMap<string, readonly string[]>,
  prepared: readonly Readonly<Record<string, string>>[],
): SheetModel {
  const fields = columnsOf(table);
  const header: RowModel = {
    cells: fields.map((field) => ({
      value: field.required === true ? `${field.header}*` : field.header,
      style: 'header',
      note: fieldHelp(field),
    })),
    height: 32,
  };
  const example: RowModel = {
    cells: fields.map((field, index): CellModel => {
      const value = fieldExample(field);
      return { value: index === 0 ? `例：${value ?? ''}` : value, style: 'example' };
    }),
    height: 20,
  };
  return {
    name: table.kind,
    columns: fields.map(columnModel),
    rows: [header, example, ...prepared.map((row) => ({ cells: fields.map(({ header: name }) => row[name] ?? null) }))],
    freeze: { rows: 1, columns: Math.min(2, fields.length) },
    validations: fields.flatMap((field, index) => validation(field, index, lists)),
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 1], footer: '第 &P 页 共 &N 页' },
  };
}

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'household-id',
  'person-id',
  'credit-code',
  'credit-code-or-person-id',
  'account',
  'phone',
]);

function columnModel(field: TemplateField): ColumnModel {
  const header = field.header.length * 2 + 4;
  const width = Math.max(10, header, (fieldExample(field) ?? '').length + 3);
  return TEXT_TYPES.has(field.type) ? { width: Math.max(width, 14), style: 'id' } : { width: Math.min(width, 30) };
}

function validation(
  field: TemplateField,
  column: number,
  lists: ReadonlyMap<string, readonly string[]>,
): ValidationModel[] {
  const choices = choicesOf(field);
  if (choices === null) return [];
  const letter = columnLetters(column);
  const range = `${letter}${EXAMPLE_ROW + 1}:${letter}${LAST_ROW}`;
  const place = [...lists.keys()].indexOf(listKey(choices));
  if (place < 0) return [{ range, list: choices }];
  const at = columnLetters(place);
  return [{ range, listRange: `${OPTIONS}!$${at}$1:$${at}$${choices.length}` }];
}

function choicesOf(field: TemplateField): readonly string[] | null {
  if (field.type === 'yes-no') return ['是', '否'];
  return field.listed === undefined ? null : field.listed.values;
}

/** Lists that do not fit into a validation stand on a hidden sheet. */
function longLists(tables: readonly TemplateTable[]): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const table of tables)
    for (const field of columnsOf(table)) {
      const choices = choicesOf(field);
      if (choices === null) continue;
      if (choices.join(',').length > MAX_INLINE_LIST || choices.some((choice) => /[,"]/.test(choice)))
        lists.set(listKey(choices), choices);
    }
  return lists;
}

function listKey(choices: readonly string[]): string {
  return choices.join('\n');
}

function optionSheet(lists: ReadonlyMap<string, readonly string[]>): SheetModel {
  const columns = [...lists.values()];
  const rows = Math.max(...columns.map((column) => column.length));
  return {
    name: OPTIONS,
    columns: columns.map(() => ({ width: 24 })),
    rows: Array.from({ length: rows }, (_, row) => ({ cells: columns.map((column) => column[row] ?? null) })),
    hidden: true,
  };
}

/** How to fill it in, one voice for all packs: what the year means, and which sheets may stay empty. */
function rules({ tables, year = null, reported = [] }: TemplateInput): string[] {
  const kinds = tables.map(({ kind }) => kind);
  const has = (kind: TableKind): boolean => kinds.includes(kind);
  const first = has('住户') ? ['住户', ...(has('成员') ? ['成员'] : [])] : kinds.slice(0, 1);
  const others = kinds.filter((kind) => !first.includes(kind));
  const lines = [
    '表头（第一行）不要改名、不要合并；列可以调换次序，用不到的列可以空着或删除，带 * 的列必须保留并填写。',
    '各表第二行以“例”开头，是填写示例，程序读取时自动跳过；可以保留，也可以删除。',
    ...(others.length === 0
      ? []
      : [`${first.join('、')}表要填；${others.join('、')}表没有内容的可以空着，不要删除表头。`]),
    ...(year === null ? [] : [year]),
    '空白表示“不清楚”，不等于 0，也不等于“否”。确实没有收入的，请填 0。',
    '金额单位为元，填数字，不要写“约”“左右”；日期写成 2024-09-30；是否类填“是”或“否”。',
    '身份证号、银行账号、电话、户编号各列已设为文本格式，请勿改成数字，否则末几位会丢失且无法恢复。',
    ...(has('住户')
      ? ['一户一行（住户表），一人一行（成员表），用“户编号”对应；家庭人口数须与成员表的行数一致。']
      : []),
    ...(has('成员') ? ['“证明材料”写明材料名称（如 劳务合同、工资流水、营业执照）；没有材料的收入不计入奖补。'] : []),
    ...(reported.length === 0
      ? []
      : ['指标填报表已按条款列好要填的行，只填“指标值”“日期”“说明”；没有数的空着，不要填 0。']),
    '填好后先运行 butie check 检查，按提示的单元格改正，再运行 butie run 核算或 butie monitor 监测。',
  ];
  return lines.map((line, index) => `${index + 1}. ${line}`);
}

function instructionSheet(input: TemplateInput): SheetModel {
  const { pack, tables } = input;
  const width = 5;
  return {
    name: INSTRUCTIONS,
    columns: [
      { width: 12, style: 'text-center' },
      { width: 22, style: 'wrap' },
      { width: 8, style: 'text-center' },
      { width: 50, style: 'wrap' },
      { width: 50, style: 'wrap' },
    ],
    rows: (function* (): Generator<RowModel> {
      yield titleRow(`${pack.name} 标准表填写说明`, width);
      yield textRow(`依据：${pack.document.number}《${pack.document.title}》`, width);
      for (const rule of rules(input)) yield textRow(rule, width, 'subtitle', 20);
      yield { cells: [], height: 10 };
      yield headerRow(['工作表', '列', '必填', '怎么填', '可选项'], 24);
      for (const table of tables)
        for (const field of columnsOf(table))
          yield {
            cells: [
              table.kind,
              field.header,
              field.required === true ? '是' : null,
              fieldHelp(field),
              choicesOf(field)?.join('、') ?? null,
            ],
          };
    })(),
    print: { landscape: true, fitToWidth: true, paper: 'A4', footer: '第 &P 页 共 &N 页' },
  };
}
