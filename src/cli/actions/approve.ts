import { formatYuanGrouped } from '../../domain/money.js';
import type { LedgerHead } from '../../ledger/read/ledger-head.js';
import { batchDocument, keptBackDocument, keptBackLines } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { readBudgetFile } from '../input/read-bank-files.js';
import { termLines, termsDocument, toldTerms } from '../tell/signed-terms.js';
import { printFindings } from '../tell/tell-findings.js';
import { namedAct, withLedger } from '../input/with-ledger.js';

/** Approves one batch; every cap, and the budget if there is one, is checked again inside the ledger's transaction. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const budget = options.budget === null ? null : await readBudgetFile(options.budget);
    const unread = (budget?.findings ?? []).filter(({ severity }) => severity === 'error');
    // An unread row may be the one that forbids it: nothing is approved against half a budget.
    if (unread.length > 0) {
      await printFindings(unread, terminal);
      throw badBudget(options.budget ?? '', unread.length);
    }
    const act = namedAct(options, 'approve');
    const hash = values.text('hash');
    const told = await toldTerms(ledger.terms(id));
    if (options.format !== 'json') for (const text of termLines(told, terminal.lang)) terminal.print(text);
    const batch = ledger.approve(id, act, budget?.rows, hash);
    if (options.format === 'json')
      terminal.print(
        JSON.stringify({
          ...batchDocument(batch),
          ...keptBackDocument(batch.keptBack),
          ...termsDocument(told),
          ...headDocument(ledger.head()),
        }),
      );
    else {
      const amount = formatYuanGrouped(batch.total);
      terminal.print(
        terminal.pick({
          zh: `已审核 ${batch.batchId}：${batch.lines} 笔，${amount} 元；制表 ${batch.maker}，审核 ${batch.approver ?? ''}`,
          en: `approved ${batch.batchId}: ${batch.lines} lines, ${amount} yuan; maker ${batch.maker}, approver ${batch.approver ?? ''}`,
        }),
      );
      for (const text of keptBackLines(batch.keptBack, terminal.lang)) terminal.print(text);
      const { entries, hash: head } = ledger.head();
      terminal.print(
        terminal.pick({
          zh: `台账共 ${entries} 条记录，末条校验值 ${head}（抄在审批单上，以后用 butie ledger verify --head 核对）`,
          en: `the ledger has ${entries} entries, the last hash is ${head} (write it on the approval sheet; butie ledger verify --head compares)`,
        }),
      );
    }
    terminal.note(
      terminal.pick({
        zh: `下一步：butie export ${batch.batchId} --out 文件夹，生成银行付款文件`,
        en: `Next: butie export ${batch.batchId} --out DIR`,
      }),
    );
    return 0;
  });
}

function headDocument({ entries, hash }: LedgerHead): object {
  return { ledger: { entries, head: hash } };
}

function badBudget(path: string, count: number): Fault {
  return new Fault(
    'bad-budget',
    {
      what: `预算表 ${path} 有 ${count} 行读不出来`,
      why: '缺一行指标就不能断定没有超过，批次没有审核，台账没有改动',
      how: '改正预算表后重新审核',
    },
    {
      what: `${count} rows of the budget ${path} cannot be read`,
      why: 'without them nobody can say whether it is exceeded; nothing was approved',
      how: 'correct the budget and approve again',
    },
  );
}
