import type { OffsetEntry } from '../../domain/clawback.js';
import { maskId } from '../../domain/masking.js';
import { formatYuan } from '../../domain/money.js';
import { LINE_STATUS_NAMES, type BatchDetail, type LineDetail } from '../../ledger/read/batch-detail.js';
import { batchDocument, batchTable, proofDocument, proofTable } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { tableLines } from '../terminal/terminal-table.js';
import { termLines, termsDocument, toldTerms } from '../tell/signed-terms.js';
import { withLedger } from '../input/with-ledger.js';

const SHOWN = 40;

/** One batch: what it is, what was done to it, where its money stands. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  return withLedger(invocation, async (ledger, { format }): Promise<ExitCode> => {
    const detail = ledger.show(id);
    const told = await toldTerms(ledger.terms(id));
    if (format === 'json')
      terminal.print(JSON.stringify({ ...detailDocument(detail, terminal.reveal), ...termsDocument(told) }));
    else
      await terminal.printAll([
        ...detailLines(detail, values.on('all'), terminal),
        '',
        ...termLines(told, terminal.lang),
      ]);
    return 0;
  });
}

function detailLines(
  { summary, lines, offsets, entries, proof }: BatchDetail,
  all: boolean,
  { lang, reveal }: Terminal,
): string[] {
  const zh = lang === 'zh';
  const shown = all ? lines : lines.slice(0, SHOWN);
  const rest = lines.length - shown.length;
  return [
    ...batchTable([summary], lang),
    '',
    ...proofTable(proof, lang),
    '',
    ...entries.map(({ at, kind, actor }) => `${at.slice(0, 16).replace('T', ' ')}  ${kind}  ${actor}`),
    '',
    ...tableLines(
      [
        { title: zh ? '行号' : 'line', align: 'right' },
        { title: zh ? '收款人' : 'payee', max: 24 },
        { title: zh ? '编号' : 'id', max: 24 },
        { title: zh ? '项目' : 'benefit', max: 20 },
        { title: zh ? '金额' : 'yuan', align: 'right' },
        { title: zh ? '状态' : 'status' },
        { title: zh ? '说明' : 'note', max: 40 },
      ],
      shown.map((detail) => [
        String(detail.line.lineNo),
        detail.line.payee.name,
        payeeId(detail, reveal),
        detail.line.benefit,
        formatYuan(detail.line.amount),
        zh ? LINE_STATUS_NAMES[detail.status] : detail.status,
        noteOf(detail, zh),
      ]),
    ),
    ...(rest > 0
      ? [zh ? `共 ${lines.length} 笔，另有 ${rest} 笔没有列出（--all 全部列出）` : `${rest} more (--all)`]
      : []),
    ...offsetLines(offsets, zh, reveal),
  ];
}

/** 抵扣: dues that a debt took whole. */
function offsetLines(offsets: readonly OffsetEntry[], zh: boolean, reveal: boolean): string[] {
  if (offsets.length === 0) return [];
  return [
    '',
    zh ? '应发全部抵扣追回款，不进银行文件：' : 'taken whole by clawbacks, in no bank file:',
    ...tableLines(
      [
        { title: zh ? '抵扣号' : 'no', align: 'right' },
        { title: zh ? '收款人' : 'payee', max: 24 },
        { title: zh ? '编号' : 'id', max: 24 },
        { title: zh ? '项目' : 'benefit', max: 20 },
        { title: zh ? '抵扣' : 'kept back', align: 'right' },
      ],
      offsets.map(({ offsetNo, payee, benefit, amount }) => [
        String(offsetNo),
        payee.name,
        payee.kind === 'person' && !reveal ? maskId(payee.id) : payee.id,
        benefit,
        formatYuan(amount),
      ]),
    ),
  ];
}

function noteOf({ text, reversed, reissuedIn }: LineDetail, zh: boolean): string {
  return [
    text ?? '',
    reversed > 0 ? `${zh ? '追回' : 'clawed back'} ${formatYuan(reversed)}` : '',
    reissuedIn === null ? '' : `→ ${reissuedIn.batchId}#${reissuedIn.line}`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

function payeeId({ line }: LineDetail, reveal: boolean): string {
  return line.payee.kind === 'person' && !reveal ? maskId(line.payee.id) : line.payee.id;
}

function detailDocument({ summary, lines, offsets, entries, proof, inputs }: BatchDetail, reveal: boolean): object {
  return {
    ...batchDocument(summary),
    inputs,
    proof: proofDocument(proof),
    entries: entries.map(({ seq, kind, at, actor, hash }) => ({ seq, kind, at, actor, hash })),
    lines: lines.map((detail) => ({
      line_no: detail.line.lineNo,
      benefit_id: detail.line.benefitId,
      payee_kind: detail.line.payee.kind,
      payee_id: payeeId(detail, reveal),
      payee_name: detail.line.payee.name,
      household_id: detail.line.householdId,
      amount: formatYuan(detail.line.amount),
      status: detail.status,
      code: detail.code,
      text: detail.text,
      day: detail.day,
      reversed: formatYuan(detail.reversed),
      reissued_in: detail.reissuedIn,
    })),
    offsets: offsets.map(({ offsetNo, benefitId, payee, householdId, amount }) => ({
      offset_no: offsetNo,
      benefit_id: benefitId,
      payee_kind: payee.kind,
      payee_id: payee.kind === 'person' && !reveal ? maskId(payee.id) : payee.id,
      payee_name: payee.name,
      household_id: householdId,
      amount: formatYuan(amount),
    })),
  };
}
