import { maskFreeText } from '../../documents/model/masked-value.js';
import type { Lang } from '../../findings/finding.js';
import type { Ledger } from '../../ledger/ledger.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { fateDocument, fateWords, storedTraces, type StoredTrace } from './explain-from-ledger.js';

/** What one batch decided about a payee for one benefit. */
export interface PayeeRow {
  readonly period: string;
  readonly batch_id: string;
  readonly batch_state: string;
  readonly benefit: string;
  readonly income_year: number | null;
  readonly outcome: string;
  readonly held_by: readonly string[];
  readonly amount: string;
  /** In words: 已付（…）, 暂停发放（…）, 不符合条件 … */
  readonly state: string;
  /** Why not, where nothing was paid. */
  readonly why: string;
  readonly maker: string;
  readonly approver: string | null;
  readonly status?: unknown;
}

/** Oldest month first; batches that were voided are told as such. */
export function payeeRows(ledger: Ledger, id: string, lang: Lang): PayeeRow[] {
  return ledger
    .batches()
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    .flatMap((summary) =>
      storedTraces(ledger, ledger.show(summary.batchId), id).map((stored): PayeeRow => {
        const { trace, line } = stored;
        return {
          period: summary.period,
          batch_id: summary.batchId,
          batch_state: summary.state,
          benefit: trace.benefit,
          income_year: trace.income_year,
          outcome: trace.outcome,
          held_by: trace.held_by,
          amount: trace.amount,
          state: stateWords(stored, summary.state, lang),
          why: line === null ? maskFreeText(whyNot(stored, lang)) : '',
          maker: summary.maker,
          approver: summary.approver,
          ...fateDocument(line),
        };
      }),
    );
}

function stateWords({ trace, line }: StoredTrace, batchState: string, lang: Lang): string {
  const zh = lang === 'zh';
  if (batchState === 'void') return zh ? '批次已作废' : 'batch void';
  if (line !== null) return fateWords(line, lang) ?? '';
  if (trace.held_by.length > 0) return `${zh ? '暂停发放' : 'held'}（${trace.held_by.join('、')}）`;
  if (trace.outcome === 'undecided') return zh ? '无法判定' : 'undecided';
  return zh ? '未发' : 'nothing paid';
}

function whyNot({ trace }: StoredTrace, lang: Lang): string {
  const held = trace.held_because ?? [];
  if (held.length > 0) return held.join('；');
  const last = trace.stages.at(-1);
  return last === undefined ? '' : reasonText(last.because, last.values, lang);
}

/** Holds and releases of a payee. */
export function actDocuments(
  ledger: Ledger,
  payee: string,
): { readonly at: string; readonly kind: string; readonly by: string; readonly reason: string }[] {
  return ledger.actsOn(payee).map(({ at, kind, by, reason }) => ({ at: at.slice(0, 10), kind, by, reason }));
}
