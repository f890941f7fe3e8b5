import { formatYuan } from '../../domain/money.js';
import { maskFreeText, maskOrNull, maskPayeeId } from '../model/masked-value.js';
import { headerRow, money, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { CellModel, ColumnModel, RowModel } from '../model/workbook-model.js';
import { MAX_LISTED } from './finding-list-sheet.js';
import type { HouseholdList } from './household-list-sheets.js';
import { decidingStage, NOT_PAID_WORDS, notPaid, type NotPaid } from './not-paid.js';
import type { RunDocumentInput } from './run-document.js';

const KINDS = { household: '户', person: '个人', organisation: '单位' } as const;

interface Column extends ColumnModel {
  readonly header: string;
  readonly cell: (one: NotPaid, number: number, input: RunDocumentInput) => CellModel;
}

const COLUMNS: readonly Column[] = [
  { header: '序号', width: 6, style: 'integer', cell: (_, number) => number },
  { header: '类别', width: 7, style: 'text-center', cell: ({ settled }) => KINDS[settled.entitlement.payee.kind] },
  {
    header: '户编号/证件号',
    width: 20,
    style: 'id',
    cell: ({ settled: { entitlement } }) => maskPayeeId(entitlement.payee.kind, entitlement.payee.id),
  },
  {
    header: '姓名/名称',
    width: 14,
    style: 'wrap',
    cell: ({ settled }) => maskFreeText(settled.entitlement.payee.name),
  },
  { header: '乡镇', width: 12, style: 'text-center', cell: ({ settled }) => maskOrNull(settled.entitlement.township) },
  {
    header: '社区/村',
    width: 16,
    style: 'text-center',
    cell: ({ settled }) => maskOrNull(settled.entitlement.community),
  },
  { header: '项目', width: 16, style: 'wrap', cell: ({ settled }) => settled.entitlement.benefit },
  { header: '结果', width: 12, style: 'wrap', cell: ({ why }) => NOT_PAID_WORDS[why].zh },
  { header: '原因', width: 50, style: 'wrap', cell: (one, _, input) => shortText(reasonOf(one, input), 400) },
  {
    header: '还差（元）',
    width: 13,
    cell: ({ settled: { entitlement } }) =>
      entitlement.shortBy === null ? { style: 'text-center' } : money(entitlement.shortBy),
  },
  {
    header: '依据',
    width: 16,
    style: 'text-center',
    cell: ({ settled }, _, { result }) => settled.entitlement.clause.replace(result.pack.document.number, '').trim(),
  },
];

/** Why, in one sentence: what holds it, or the step at which nothing was left. */
export function reasonOf(
  { settled, why }: NotPaid,
  { stageText, lang }: Pick<RunDocumentInput, 'stageText' | 'lang'>,
): string {
  const zh = lang === 'zh';
  const { heldBy, entitlement } = settled;
  if (why === 'held') {
    const due =
      entitlement.amount === 0
        ? ''
        : zh
          ? `，本可得 ${formatYuan(entitlement.amount)} 元`
          : `, otherwise ${formatYuan(entitlement.amount)}`;
    return zh ? `有错误 ${heldBy.join('、')}，改好后再发${due}` : `errors ${heldBy.join(', ')}${due}`;
  }
  if (why === 'stopped') return NOT_PAID_WORDS.stopped[lang];
  const stage = decidingStage(settled);
  return stage === null ? NOT_PAID_WORDS[why][lang] : maskFreeText(stageText(stage));
}

/** 未发名单: everybody who was considered and gets nothing, with the reason and how far off they are. */
export function notPaidList(input: RunDocumentInput): HouseholdList {
  const rows = notPaid(input.result.settled);
  const { content, pack } = input.result;
  const about = '核算过、这次一分没有的户（人、单位），写明为什么、还差多少';
  const more = rows.length > MAX_LISTED ? `，本表只列前 ${MAX_LISTED} 项，全部见 trace.jsonl` : '';
  const width = COLUMNS.length;
  return {
    rows: rows.length,
    about,
    sheet: {
      name: '未发名单',
      columns: COLUMNS,
      rows: (function* (): Generator<RowModel> {
        yield titleRow('未发名单', width);
        yield textRow(
          `${monthWords(content.period)}　${pack.document.number}　${about}，共 ${rows.length} 项${more}`,
          width,
        );
        yield headerRow(COLUMNS.map(({ header }) => header));
        let number = 0;
        for (const one of rows) {
          if (++number > MAX_LISTED) return;
          yield { cells: COLUMNS.map(({ cell }) => cell(one, number, input)) };
        }
      })(),
      freeze: { rows: 3, columns: 4 },
      autofilter: `A3:K3`,
      print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
    },
  };
}
