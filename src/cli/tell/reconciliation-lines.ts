import type { ReconciliationReport } from '../../batch/bank/reconciliation-report.js';
import type { ReconciliationKind, ReconciliationRow } from '../../batch/bank/reconciliation.js';
import { maskFreeText, maskPayeeId } from '../../documents/model/masked-value.js';
import { formatYuan, formatYuanGrouped, parseYuan } from '../../domain/money.js';
import type { Lang } from '../../findings/finding.js';
import { tableLines } from '../terminal/terminal-table.js';

const KIND_WORDS: Readonly<Record<ReconciliationKind, string>> = {
  matched: '对上',
  'missing-in-bank': '银行没有',
  'missing-in-ledger': '台账没有',
  'amount-differs': '金额不符',
  'account-differs': '账号或户名不符',
  'duplicate-in-bank': '银行重复付款',
  'in-flight': '在途（台账没有银行结果）',
  returned: '失败或退回',
  'not-a-payment': '不是发放（手续费、往来、其他年度）',
};

/** Differing rows shown on the screen; all of them are in reconciliation.csv. */
const SHOWN = 20;

/** The reconciliation for people: outcome by kind, tables by benefit and community, the budget, what differs. */
export function reconciliationLines(
  report: ReconciliationReport,
  rows: readonly ReconciliationRow[],
  { lang, reveal }: { readonly lang: Lang; readonly reveal: boolean },
): string[] {
  const zh = lang === 'zh';
  return [
    zh ? `${report.year} 年对账：${report.batches.length} 个批次` : `${report.year}: ${report.batches.length} batches`,
    '',
    ...kindTable(report, zh),
    '',
    ...(report.benefits.length === 0 ? [] : [...benefitTable(report, zh), '']),
    ...(report.communities.length === 0 ? [] : [...communityTable(report, zh), '']),
    ...(report.budget.length === 0 ? [] : [...budgetTable(report, zh), '']),
    ...differenceTable(rows, zh, reveal),
    conclusion(report, zh),
  ];
}

function kindTable({ kinds, totals }: ReconciliationReport, zh: boolean): string[] {
  const rows = (Object.entries(kinds) as [ReconciliationKind, { lines: number; amount: string }][])
    .filter(([kind, { lines }]) => lines > 0 || kind === 'matched')
    .map(([kind, { lines, amount }]) => [zh ? KIND_WORDS[kind] : kind, String(lines), grouped(amount)]);
  const { ledger, bank } = totals;
  return tableLines(
    [
      { title: zh ? '结果' : 'outcome' },
      { title: zh ? '笔数' : 'lines', align: 'right' },
      { title: zh ? '金额（元）' : 'yuan', align: 'right' },
    ],
    [
      ...rows,
      [zh ? '台账合计' : 'ledger', String(ledger.lines), grouped(ledger.amount)],
      [zh ? '银行合计' : 'bank', String(bank.lines), grouped(bank.amount)],
      [zh ? '相差（银行减台账）' : 'difference', '', grouped(totals.difference)],
    ],
  );
}

function benefitTable({ benefits }: ReconciliationReport, zh: boolean): string[] {
  const titles = zh
    ? ['项目', '应发', '已付', '退回', '失败', '停发', '在途', '未送', '追回', '银行', '未对上']
    : [
        'benefit',
        'due',
        'paid',
        'returned',
        'failed',
        'stopped',
        'in flight',
        'not sent',
        'clawed back',
        'bank',
        'unmatched',
      ];
  return tableLines(
    titles.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right' }) as const),
    benefits.map((own) => [
      own.benefit,
      ...[own.due, own.paid, own.returned, own.failed, own.stopped, own.in_flight, own.not_sent, own.clawed_back].map(
        (part) => (part.lines === 0 ? '—' : `${part.lines} / ${grouped(part.amount)}`),
      ),
      grouped(own.bank_amount),
      String(own.unmatched),
    ]),
  );
}

function communityTable({ communities }: ReconciliationReport, zh: boolean): string[] {
  const titles = zh
    ? ['社区（村）', '笔数', '台账（元）', '银行（元）', '相差', '未对上']
    : ['community', 'lines', 'ledger', 'bank', 'difference', 'unmatched'];
  return tableLines(
    titles.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right' }) as const),
    communities.map((own) => [
      own.community === '' ? (zh ? '（没有填）' : '(blank)') : own.community,
      String(own.lines),
      grouped(own.ledger_amount),
      grouped(own.bank_amount),
      grouped(own.difference),
      String(own.unmatched),
    ]),
  );
}

function budgetTable({ budget, benefits }: ReconciliationReport, zh: boolean): string[] {
  const known = new Set(benefits.flatMap(({ benefit, benefit_id }) => [benefit, benefit_id]));
  const titles = zh ? ['预算项目', '预算', '已用', '剩余', ''] : ['budget of', 'budget', 'used', 'left', ''];
  return tableLines(
    titles.map((title, i) => ({ title, align: i === 0 || i === 4 ? 'left' : 'right' }) as const),
    budget.map((own) => [
      own.benefit,
      grouped(own.budget),
      grouped(own.used),
      grouped(own.left),
      own.over
        ? zh
          ? '✗ 超预算'
          : '✗ over'
        : known.has(own.benefit)
          ? ''
          : zh
            ? '台账里没有这个项目'
            : 'not in the ledger',
    ]),
  );
}

function differenceTable(rows: readonly ReconciliationRow[], zh: boolean, reveal: boolean): string[] {
  const differing = rows.filter(({ differs }) => differs);
  if (differing.length === 0) return [];
  const titles = zh
    ? ['没对上的', '批次', '行号', '收款人', '编号', '台账', '银行', '原因']
    : ['differs', 'batch', 'line', 'payee', 'id', 'ledger', 'bank', 'reason'];
  const amount = (fen: number | null): string => (fen === null ? '—' : formatYuan(fen));
  const shown = (text: string): string => (reveal ? text : maskFreeText(text));
  const id = (text: string): string => (reveal ? text : maskPayeeId('household', text));
  const rest = differing.length - SHOWN;
  return [
    ...tableLines(
      titles.map((title, i) => ({ title, align: i === 2 || i === 5 || i === 6 ? 'right' : 'left', max: 40 }) as const),
      differing
        .slice(0, SHOWN)
        .map((row) => [
          zh ? KIND_WORDS[row.kind] : row.kind,
          row.batchId ?? '—',
          row.lineNo === null ? '—' : String(row.lineNo),
          shown(row.payeeName ?? '—'),
          row.payeeId === null ? '—' : id(row.payeeId),
          amount(row.ledgerAmount),
          amount(row.bankAmount),
          shown(row.reason),
        ]),
    ),
    ...(rest > 0
      ? [zh ? `另有 ${rest} 笔，见 reconciliation.csv（--out）` : `${rest} more in reconciliation.csv`]
      : []),
    '',
  ];
}

function conclusion({ agrees, batches, kinds }: ReconciliationReport, zh: boolean): string {
  if (agrees && batches.length === 0) return zh ? '这一年没有已审核的批次' : 'no approved batch in this year';
  if (agrees) return zh ? `全部对上：${kinds.matched.lines} 笔` : `everything matched: ${kinds.matched.lines} lines`;
  return zh ? '没有全部对上：逐笔查明后再关账' : 'not everything matched: look into each line';
}

function grouped(yuan: string): string {
  const fen = parseYuan(yuan);
  return fen === null ? yuan : formatYuanGrouped(fen);
}
