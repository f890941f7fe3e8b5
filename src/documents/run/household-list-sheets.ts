import { parseYuan } from '../../domain/money.js';
import type { RunResult } from '../../batch/run/run-result.js';
import { maskFreeText, maskHouseholdId, maskOrNull, maskPayeeId } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, money, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { CellModel, ColumnModel, RowModel, SheetModel } from '../model/workbook-model.js';

type Flag = RunResult['flags'][number];

/** One list of households, with how many it holds. */
export interface HouseholdList {
  readonly sheet: SheetModel;
  /** Null where nobody looked: the pack has no such flag, or it did not run. */
  readonly rows: number | null;
  readonly about: string;
}

interface FlagColumn extends ColumnModel {
  readonly header: string;
  readonly cell: (flag: Flag, number: number) => CellModel;
}

const WHO: readonly FlagColumn[] = [
  { header: '序号', width: 6, style: 'integer', cell: (_, number) => number },
  { header: '户编号', width: 14, style: 'id', cell: (flag) => maskHouseholdId(flag.householdId) },
  { header: '户主', width: 13, style: 'text-center', cell: (flag) => maskFreeText(flag.headName ?? '') },
  { header: '乡镇', width: 12, style: 'text-center', cell: (flag) => maskOrNull(flag.township) },
  { header: '社区/村', width: 18, style: 'text-center', cell: (flag) => maskOrNull(flag.community) },
];
const FIGURES: readonly FlagColumn[] = [
  { header: '现值', width: 13, cell: (flag) => figure(flag.value) },
  { header: '标准', width: 13, cell: (flag) => figure(flag.threshold) },
  { header: '相差', width: 13, cell: (flag) => figure(flag.gap) },
];

/** Columns of a flag list: figures only where the flag has some; clauses without the number of the document above. */
function flagColumns({ result }: RunDocumentInput, flags: readonly Flag[]): FlagColumn[] {
  const withFigures = flags.some((flag) => flag.value !== null || flag.threshold !== null || flag.gap !== null);
  return [
    ...WHO,
    ...(withFigures ? FIGURES : []),
    { header: '原因', width: 44, style: 'wrap', cell: (flag) => shortText(maskFreeText(flag.reason)) },
    { header: '依据', width: 16, style: 'text-center', cell: (flag) => ownClause(result, flag.clause) },
    { header: '帮扶措施', width: 26, style: 'wrap', cell: () => null },
    { header: '责任人', width: 12, style: 'text', cell: () => null },
  ];
}

/** `宁东镇党发〔2023〕62号 二（三）2` → `二（三）2`: the sheet's second line names the document. */
function ownClause(result: RunResult, clause: string): string {
  return clause.replace(result.pack.document.number, '').trim();
}

/** 监测名单, 零就业家庭名单, further flags of the pack, and 待核实名单. */
export function householdLists(input: RunDocumentInput): HouseholdList[] {
  const { flags } = input.result;
  const certain = flags.filter((flag) => flag.status === 'yes');
  const others = [...new Set(certain.filter(({ role }) => !LISTED.has(role)).map((flag) => flag.flag))];
  return [
    roleList(input, 'under-line', '监测名单', '人均纯收入低于监测线的户'),
    roleList(input, 'zero-employment', '零就业家庭名单', '有劳动能力的成员、但无人就业的户'),
    ...others.map((id) =>
      flagList(
        input,
        `${flagName(input, id)}名单`,
        certain.filter((flag) => flag.flag === id),
        `${flagName(input, id)}的户`,
      ),
    ),
    undecidedList(input),
  ];
}

/** Roles with a list that is always there. */
const LISTED: ReadonlySet<Flag['role']> = new Set<Flag['role']>(['under-line', 'zero-employment']);

/** The list of a role; where nobody looked it says so, and never that there is nobody. */
function roleList(input: RunDocumentInput, role: Flag['role'], name: string, about: string): HouseholdList {
  const { pack, flags, flagsNotRun } = input.result;
  const rules = pack.flags.filter((rule) => rule.role === role);
  const run = rules.filter(({ id }) => !flagsNotRun.some(({ flag }) => flag === id));
  if (run.length > 0)
    return flagList(
      input,
      name,
      flags.filter((flag) => flag.status === 'yes' && flag.role === role),
      about,
    );
  const reason =
    rules.length === 0 ? '本政策没有这一项' : (flagsNotRun.find(({ flag }) => flag === rules[0]?.id)?.reason ?? '');
  const columns = flagColumns(input, []);
  const headers = columns.map((column) => column.header);
  const why = `没有检查：${reason}`;
  return { rows: null, about: why, sheet: listSheet(input, name, `${about}　${why}`, headers, columns, () => []) };
}

/** Chinese name of a flag from the pack. */
export function flagName({ result }: Pick<RunDocumentInput, 'result'>, id: string): string {
  return result.pack.flags.find((flag) => flag.id === id)?.name ?? id;
}

function flagList(input: RunDocumentInput, name: string, flags: readonly Flag[], about: string): HouseholdList {
  const columns = flagColumns(input, flags);
  const headers = columns.map((column) => column.header);
  return {
    rows: flags.length,
    about,
    sheet: listSheet(input, name, `${about}，共 ${flags.length} 户`, headers, columns, function* () {
      let number = 0;
      for (const flag of flags) {
        number++;
        yield columns.map((column) => column.cell(flag, number));
      }
    }),
  };
}

const UNDECIDED_HEADERS = [
  '序号',
  '类别',
  '户编号/证件号',
  '姓名',
  '乡镇',
  '社区/村',
  '事项',
  '待核实的原因',
  '依据',
  '核实结果',
  '核实人',
];
const UNDECIDED_COLUMNS: readonly ColumnModel[] = [
  { width: 6, style: 'integer' },
  { width: 10, style: 'text-center' },
  { width: 20, style: 'id' },
  { width: 13, style: 'text-center' },
  { width: 12, style: 'text-center' },
  { width: 16, style: 'text-center' },
  { width: 18, style: 'wrap' },
  { width: 44, style: 'wrap' },
  { width: 16, style: 'text-center' },
  { width: 20, style: 'wrap' },
  { width: 11, style: 'wrap' },
];

/** What cannot be decided with the data at hand: pays nothing until someone looks. */
function undecidedList(input: RunDocumentInput): HouseholdList {
  const { result } = input;
  const entitlements = result.settled.filter((each) => each.entitlement.outcome === 'undecided');
  const flags = result.flags.filter((flag) => flag.status === 'undecided');
  const rows = entitlements.length + flags.length;
  const about = '材料不足、无法判定的事项，核实前不发放、不认定';
  return {
    rows,
    about,
    sheet: listSheet(
      input,
      '待核实名单',
      `${about}，共 ${rows} 项`,
      UNDECIDED_HEADERS,
      UNDECIDED_COLUMNS,
      function* () {
        let number = 0;
        for (const { entitlement, stages } of entitlements) {
          const last = stages.at(-1);
          yield [
            ++number,
            '发放',
            maskPayeeId(entitlement.payee.kind, entitlement.payee.id),
            maskFreeText(entitlement.payee.name),
            maskOrNull(entitlement.township),
            maskOrNull(entitlement.community),
            entitlement.benefit,
            last === undefined ? '材料不足' : shortText(maskFreeText(input.stageText(last)), 400),
            ownClause(result, entitlement.clause),
            null,
            null,
          ];
        }
        for (const flag of flags)
          yield [
            ++number,
            '认定',
            maskHouseholdId(flag.householdId),
            maskOrNull(flag.headName),
            maskOrNull(flag.township),
            maskOrNull(flag.community),
            flagName(input, flag.flag),
            shortText(maskFreeText(flag.reason), 400),
            ownClause(result, flag.clause),
            null,
            null,
          ];
      },
    ),
  };
}

function listSheet(
  { result }: RunDocumentInput,
  name: string,
  about: string,
  headers: readonly string[],
  columns: readonly ColumnModel[],
  rows: () => Iterable<readonly CellModel[]>,
): SheetModel {
  const width = columns.length;
  return {
    name,
    columns,
    rows: (function* (): Generator<RowModel> {
      yield titleRow(name, width);
      yield textRow(`${monthWords(result.content.period)}　${result.pack.document.number}　${about}`, width);
      yield headerRow(headers);
      for (const cells of rows()) yield { cells };
    })(),
    freeze: { rows: 3, columns: 3 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
  };
}

/** A figure of a flag: yuan as money, anything else as it is. */
function figure(text: string | null): CellModel {
  if (text === null) return { style: 'text-center' };
  const amount = /^-?\d+\.\d{2}$/.test(text) ? parseYuan(text) : null;
  return amount === null ? { value: text, style: 'text-center' } : money(amount);
}
