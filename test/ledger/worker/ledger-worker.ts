import { writeSync } from 'node:fs';
import { openLedger, type Ledger } from '../../../src/ledger/ledger.js';
import { LedgerFault } from '../../../src/ledger/store/ledger-fault.js';
import { AT, content, origin } from './made-up-batch.js';

/** A process of its own that works on a ledger. `life FILE START LINES` · `approve FILE DESK BATCHES`. */
const [, , task = '', file = '', first = '0', second = '0'] = process.argv;

function say(text: string): void {
  writeSync(1, `${text}\n`);
}

/** Batches through their whole life, one after the other; says how many entries there must be after each command. */
function life(ledger: Ledger, start: number, size: number): void {
  const act = { by: '出纳', at: AT };
  let entries = ledger.verify().entries;
  for (let n = start; ; n++) {
    const period = `2024-${String((n % 12) + 1).padStart(2, '0')}`;
    const households = Array.from({ length: size }, (_, index) => ({
      household: n * size + index + 1,
      amount: 100_000,
    }));
    const batch = content(period, households, { name: `n${n}` });
    const { batchId } = batch;
    const done = (command: string, appended: number, work: () => unknown): void => {
      say(`begin ${command} ${entries} ${entries + appended}`);
      work();
      entries += appended;
      say(`done ${command} ${entries}`);
    };
    done('draft', 1, () => ledger.saveDraft(batch, origin(), AT));
    done('replace', 1, () => ledger.saveDraft(content(period, households.slice(1), { name: `n${n}` }), origin(), AT));
    done('approve', 1, () => ledger.approve(batchId, { by: '审核人', at: AT }));
    done('stop', 1, () => ledger.stop(batchId, [1, 2], '停发', act));
    const lines = ledger.exportable(batchId).lines.slice(1);
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const files = [{ name: 'bank.csv', sha256: '', count: lines.length, total }];
    const leftOut = [{ lineNo: 3, code: 'BNK-01', text: '账号为空' }];
    done('export', 1, () => ledger.markExported(batchId, { format: 'csv', files, leftOut }, act));
    const results = lines.map(({ lineNo }) => ({
      lineNo,
      outcome: 'paid' as const,
      code: null,
      text: null,
      day: null,
    }));
    const record = { file: 'r.csv', sha256: `r${n}`, coverage: 'full' as const, results };
    done('return', 2, () => ledger.recordReturns(batchId, record, act));
    done('reverse', 1, () => ledger.reverse(batchId, 5, { reason: '追回' }, act));
    done('close', 1, () => ledger.closeBatch(batchId, act));
    const void_ = content(period, [{ household: 500_000_000 + n, amount: 1 }], { name: `v${n}` });
    done('draft', 1, () => ledger.saveDraft(void_, origin(), AT));
    done('void', 1, () => ledger.voidBatch(void_.batchId, '作废', act));
    done('opening', 1, () =>
      ledger.importOpening(
        content('2020-01', [{ household: 600_000_000 + n, amount: 1 }], { name: `o${n}` }),
        origin('期初', `o${n}`),
        act,
      ),
    );
  }
}

/** Drafts of its own for the same households, each approved as soon as it is made; says which got through. */
function approve(ledger: Ledger, desk: number, batches: number): void {
  for (let n = 0; n < batches; n++) {
    const households = [1, 2, 3].map((household) => ({
      household,
      amount: 100_000,
      benefit: `benefit-${desk}-${n}`,
    }));
    const batch = content('2024-10', households, { name: `d${desk}-${n}` });
    ledger.saveDraft(batch, origin(), AT);
    try {
      ledger.approve(batch.batchId, { by: '审核人', at: AT });
      say(`approved ${batch.batchId}`);
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      say(`${error.reason} ${batch.batchId}`);
    }
  }
}

const ledger = openLedger(file, { create: true, waitMs: 60_000 });
if (task === 'life') life(ledger, Number(first), Number(second));
else approve(ledger, Number(first), Number(second));
ledger.dispose();
