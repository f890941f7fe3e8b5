import { dossierFileName, type DossierPayment } from '../../documents/dossier.js';
import { ledgerDossierPage } from '../../documents/ledger-dossier.js';
import { maskHouseholdId } from '../../documents/model/masked-value.js';
import type { Ledger } from '../../ledger/ledger.js';
import { LINE_STATUS_NAMES } from '../../ledger/read/batch-detail.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { fateWords, notPaidInLedger, storedTraces } from './explain-from-ledger.js';
import { FaultList } from '../faults/fault.js';
import { policyNameOf } from '../input/policy-name.js';

/** Pages of households of a batch by file name, from the ledger alone. Throws Fault where it knows nothing of one. */
export function dossiersOfBatch(ledger: Ledger, batchId: string, wanted: readonly string[]): Map<string, string> {
  const batch = ledger.show(batchId);
  const payments = paymentsOf(ledger, new Set(wanted));
  const pages = new Map<string, string>();
  const missing = wanted.filter((householdId) => {
    const stored = storedTraces(ledger, batch, householdId);
    const own = payments.get(householdId) ?? [];
    if (stored.length === 0 && !own.some((payment) => payment.batch === batch.summary.batchId)) return true;
    const page = ledgerDossierPage({
      householdId,
      batchId: batch.summary.batchId,
      policy: policyNameOf(batch.receipt) ?? batch.summary.policyId,
      asOf: batch.head.asOf,
      maker: batch.head.maker,
      approver: batch.summary.approver,
      contentHash: batch.head.contentHash,
      decided: stored.map(({ trace, line }) => ({ trace, fate: fateWords(line, 'zh') })),
      payments: own,
      stageText: (stage) => reasonText(stage.because, stage.values, 'zh'),
    });
    pages.set(freeName(dossierFileName(householdId), pages), page);
    return false;
  });
  if (missing.length > 0)
    throw new FaultList(missing.map((id) => notPaidInLedger(batch.summary.batchId, maskHouseholdId(id) ?? '')));
  return pages;
}

/** Two households whose numbers look the same once masked must not write over each other. */
export function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/\.html$/, '');
  let number = 2;
  while (taken.has(`${stem}-${number}.html`)) number++;
  return `${stem}-${number}.html`;
}

/** What the ledger knows of these households, oldest month first. */
export function paymentsOf(
  ledger: Ledger,
  households: ReadonlySet<string>,
): ReadonlyMap<string, readonly DossierPayment[]> {
  const payments = new Map<string, DossierPayment[]>();
  const batches = ledger.batches().filter(({ state }) => state !== 'void');
  for (const { batchId, period, state } of batches.sort((a, b) => (a.period < b.period ? -1 : 1)))
    for (const detail of ledger.show(batchId).lines) {
      const { line, status } = detail;
      if (line.householdId === null || !households.has(line.householdId)) continue;
      const payment: DossierPayment = {
        period,
        batch: batchId,
        benefit: line.benefit,
        payeeName: line.payee.name,
        amount: line.amount,
        state: state === 'draft' ? '草稿' : (fateWords(detail, 'zh') ?? LINE_STATUS_NAMES[status]),
      };
      payments.set(line.householdId, [...(payments.get(line.householdId) ?? []), payment]);
    }
  return payments;
}
