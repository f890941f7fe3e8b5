import type { DraftOutcome, LineDifference } from '../../ledger/life/drafts.js';
import type { LedgerFault } from '../../ledger/store/ledger-fault.js';
import { STATE_NAMES } from '../../ledger/read/standing.js';
import { formatYuan } from '../../domain/money.js';
import { Fault, type FaultText } from './fault.js';

/** The ledger could not or would not do it: exit code 2, `ledger-locked`, `ledger-maker-is-approver` … for scripts. */
export function ledgerFault(error: LedgerFault): Fault {
  const text = (lang: 'zh' | 'en'): FaultText => {
    const { what, why, how } = error.text(lang);
    return { what: [what, ...error.details[lang].slice(0, SHOWN)].join('\n    '), why, how };
  };
  const code = error.reason === 'altered' ? 'LED-08' : `ledger-${error.reason}`;
  return new Fault(code, text('zh'), text('en'), { cause: error });
}

const SHOWN = 20;

/** FIL-05: the batch was approved with other content. Tells what differs, as far as a screen goes. */
export function draftRefused(batchId: string, outcome: DraftOutcome): Fault {
  const { differences, terms } = outcome;
  const lines = (zh: boolean): string => {
    const shown = differences.slice(0, SHOWN).map((one) => `\n    ${differenceLine(one, zh)}`);
    const more = differences.length - shown.length;
    const rest = more > 0 ? [zh ? `\n    …另有 ${more} 处` : `\n    … ${more} more`] : [];
    const changed = terms.length > 0 ? [`\n    ${zh ? '不同的条件' : 'terms that differ'}: ${terms.join('、')}`] : [];
    return [...shown, ...rest, ...changed].join('');
  };
  return new Fault(
    'FIL-05',
    {
      what: `批次 ${batchId} ${STATE_NAMES[outcome.state].zh}，内容与这次不同（${differences.length} 处）${lines(true)}`,
      why: '已审核的批次不能改；没有写出任何文件，台账没有动',
      how: '换一个批次名（--name）做补发批次；或在付款前用 butie void 作废原批次',
    },
    {
      what: `batch ${batchId} is ${outcome.state} with other content (${differences.length} differences)${lines(false)}`,
      why: 'an approved batch cannot change; no file was written and the ledger is untouched',
      how: 'use another --name for a supplementary batch, or butie void the old one before it is exported',
    },
  );
}

function differenceLine(one: LineDifference, zh: boolean): string {
  const words = { added: zh ? '新增' : 'added', removed: zh ? '减少' : 'removed', changed: zh ? '变更' : 'changed' };
  const amount = (fen: number | null): string => (fen === null ? '—' : formatYuan(fen));
  const fields = one.fields.length === 0 ? '' : ` (${one.fields.join('、')})`;
  return `${words[one.change]} ${one.payeeName} ${one.benefit} ${amount(one.before)} → ${amount(one.after)}${fields}`;
}
