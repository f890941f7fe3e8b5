import { join } from 'node:path';
import { policyImpact, type ImpactTotal, type PolicyImpact } from '../../batch/run/policy-impact.js';
import type { RunRequest } from '../../batch/run/run-request.js';
import { batchKey } from '../../domain/batch-state.js';
import { EMPTY_HISTORY } from '../../domain/history.js';
import { formatYuan } from '../../domain/money.js';
import { impactCsv, impactRow } from '../../documents/run/impact-csv.js';
import { writeCsv } from '../../io/csv-writer.js';
import { fileExists } from '../../io/text-file.js';
import { openLedger, type Ledger } from '../../ledger/ledger.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { openPack } from '../input/open-pack.js';
import { readCommonOptions, required } from '../line/options.js';
import { readInputs } from '../input/read-inputs.js';
import type { Terminal } from '../terminal/terminal.js';
import { tableLines } from '../terminal/terminal-table.js';
import { writeOutputs } from '../../io/output-folder.js';

const SHOWN = 40;

/** What a change of parameters or readings would cost on this roster. Stores nothing; an existing ledger is only read. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional } = invocation;
  const options = readCommonOptions(invocation);
  const policy = required(options.policies[0], '--policy', 'policy impact');
  const period = required(options.period, '--period', 'policy impact');
  const asOf = required(options.asOf, '--as-of', 'policy impact');
  if (Object.keys(options.readings).length + Object.keys(options.parameters).length === 0) throw nothingChanged();
  const { pack, sha256 } = await openPack(policy, options);
  const inputs = await readInputs(positional, { ...options, asOf, flagsTold: true }, terminal);
  let ledger: Ledger | null = null;
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    if (fileExists(options.ledger)) ledger = openLedger(options.ledger, { create: false });
    const usual = Object.fromEntries(pack.readings.map(({ id, default: own }) => [id, own]));
    const base: RunRequest = {
      pack,
      packHash: sha256,
      roster: inputs.roster,
      asOf,
      period,
      name: options.name,
      readings: usual,
      parameters: {},
      findings: inputs.findings,
      checks: inputs.checkRuns,
      history: ledger?.history(batchKey(pack.id, period, options.name)) ?? EMPTY_HISTORY,
      allOrNothing: false,
      inputs: inputs.files,
    };
    const impact = policyImpact(base, {
      readings: { ...usual, ...options.readings },
      parameters: options.parameters,
    });
    const { out } = options;
    if (out !== null) {
      await writeOutputs(out, async (temporary) => {
        await writeCsv(join(temporary, 'impact.csv'), impactCsv(impact), options.csvEncoding);
      });
    }
    tell(impact, options.format === 'json', out, terminal);
    return 0;
  } finally {
    terminal.progress.clear();
    ledger?.dispose();
    await inputs.close();
  }
}

function nothingChanged(): Fault {
  return new Fault(
    'no-change',
    { what: '没有说要改什么', how: '用 --set 参数=值 或 --reading 编号=选择 说出要改的；butie policy show 列出全部' },
    { what: 'nothing to change was given', how: 'name it with --set key=value or --reading id=choice' },
  );
}

function tell(impact: PolicyImpact, json: boolean, out: string | null, terminal: Terminal): void {
  const { lines, totalBefore, totalAfter, byBenefit, byCommunity } = impact;
  const difference = totalAfter - totalBefore;
  if (json) {
    const totals = (list: readonly ImpactTotal[]): object[] =>
      list.map(({ name, payees, difference: one }) => ({ name, payees, difference: formatYuan(one) }));
    terminal.print(
      JSON.stringify({
        payees: new Set(lines.map(({ payee }) => `${payee.kind}:${payee.id}`)).size,
        before: formatYuan(totalBefore),
        after: formatYuan(totalAfter),
        difference: formatYuan(difference),
        by_benefit: totals(byBenefit),
        by_community: totals(byCommunity),
        lines: lines.map((line) => impactRow(line)),
      }),
    );
    return;
  }
  const zh = terminal.lang === 'zh';
  const payees = new Set(lines.map(({ payee }) => `${payee.kind}:${payee.id}`)).size;
  terminal.print(
    zh
      ? `${payees} 户（人、单位）的金额会变：${formatYuan(totalBefore)} 元 → ${formatYuan(totalAfter)} 元，${signed(difference)} 元`
      : `${payees} payees change: ${formatYuan(totalBefore)} → ${formatYuan(totalAfter)} yuan, ${signed(difference)}`,
  );
  if (lines.length === 0) return;
  const table = (titles: readonly string[], rows: readonly (readonly string[])[]): void => {
    terminal.print('');
    for (const line of tableLines(
      titles.map((title) => ({ title })),
      rows,
    ))
      terminal.print(line);
  };
  const row = ({ name, payees: count, difference: one }: ImpactTotal): string[] => [name, String(count), signed(one)];
  table(zh ? ['项目', '户（人）', '变化（元）'] : ['benefit', 'payees', 'change'], byBenefit.map(row));
  table(zh ? ['社区', '户（人）', '变化（元）'] : ['community', 'payees', 'change'], byCommunity.map(row));
  table(
    zh ? ['项目', '编号', '姓名', '原来', '改后'] : ['benefit', 'id', 'name', 'before', 'after'],
    lines.slice(0, SHOWN).map((line) => {
      const shown = impactRow(line);
      return [shown.benefit, shown.payee_id, shown.payee_name, shown.before, shown.after];
    }),
  );
  if (lines.length > SHOWN)
    terminal.print(
      zh ? `另有 ${lines.length - SHOWN} 行（--out 文件夹 写出全部）` : `${lines.length - SHOWN} more (--out DIR)`,
    );
  if (out !== null) terminal.note(zh ? `已写出 ${join(out, 'impact.csv')}` : `written: ${join(out, 'impact.csv')}`);
}

function signed(amount: number): string {
  return `${amount > 0 ? '+' : ''}${formatYuan(amount)}`;
}
