import { buildOpening, type OpeningReading } from '../../batch/bank/opening-history.js';
import type { BatchContent } from '../../domain/batch.js';
import { formatYuan, formatYuanGrouped } from '../../domain/money.js';
import type { Finding } from '../../findings/finding.js';
import { openWorkbook } from '../../io/readers/index.js';
import { fileExists } from '../../io/text-file.js';
import { openLedger } from '../../ledger/ledger.js';
import { readPayoutSheets, type PayoutSheet } from '../../tables/payout-sheet.js';
import { cleanText, displayText } from '../../tables/values/plain-text.js';
import { totalsOf } from '../tell/batch-totals.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { faultDocument, tellFaults } from '../faults/fault-report.js';
import { nearest } from '../line/nearest.js';
import { openPack } from '../input/open-pack.js';
import { openingBenefits } from '../input/opening-benefits.js';
import { readCommonOptions, required, type CommonOptions } from '../line/options.js';
import { openInputs } from '../input/read-inputs.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { badValue, missingOption } from '../line/usage-faults.js';
import { checkedAct, namedAct } from '../input/with-ledger.js';
import { packTraces } from '../../ledger/store/traces.js';

/** Opening history: old payout sheets as one closed batch, whole or not at all. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { positional, values } = invocation;
  const options = readCommonOptions(invocation);
  const act = checkedAct(invocation, namedAct(options, 'ledger import'), 'ledger import');
  const { pack, sha256 } = await openPack(required(options.policies[0], '--policy', 'ledger import'), options);
  const benefits = openingBenefits(pack);
  const benefitId = values.text('benefit');
  if (benefitId !== null && !benefits.some(({ id, name }) => id === benefitId || name === benefitId))
    throw unknownBenefit(
      benefitId,
      benefits.map(({ id }) => id),
    );
  const year = readYear(values.text('year'));
  const opened = await readSheets(positional);
  const householdOf = await headsOf(invocation, options);
  const period = options.period ?? periodOf(opened.sheets, year);
  if (period === null) throw missingOption('--period <YYYY-MM>', 'ledger import');

  const known = knownBatches(options.ledger);
  const reading = buildOpening({
    sheets: opened.sheets,
    policyId: pack.id,
    policyVersion: pack.version,
    packHash: sha256,
    benefits,
    ...(benefitId === null ? {} : { benefitId }),
    ...(year === null ? {} : { year }),
    period,
    name: values.text('name') ?? 'opening',
    householdOf,
    inLedger: (batch) => known.has(batch),
  });
  const findings = [...opened.findings, ...asFindings(reading.findings)];
  const usable = !opened.findings.some(({ severity }) => severity === 'error');
  const content = usable ? reading.content : null;
  if (content === null) return await refuse(invocation, options, findings, reading);

  const ledger = openLedger(options.ledger, { create: true });
  try {
    const receipt = JSON.stringify({ format: 'butie-opening/1', batch_id: content.batchId, inputs: opened.inputs });
    const origin = { maker: act.by, inputs: opened.inputs, receipt, traces: packTraces([]) };
    const result = ledger.importOpening(content, origin, act);
    await tell(invocation, options, content, result, findings);
    return 0;
  } finally {
    ledger.dispose();
  }
}

interface Sheets {
  readonly sheets: readonly PayoutSheet[];
  readonly findings: readonly Finding[];
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

async function readSheets(paths: readonly string[]): Promise<Sheets> {
  const sheets: PayoutSheet[] = [];
  const findings: Finding[] = [];
  const inputs = new Map<string, { file: string; sha256: string }>();
  for (const path of paths) {
    const workbook = await openWorkbook(path);
    try {
      // The same file twice is one payment, whatever it is called.
      if (inputs.has(workbook.sha256)) continue;
      inputs.set(workbook.sha256, { file: path, sha256: workbook.sha256 });
      const { listings, findings: problems } = await readPayoutSheets(workbook);
      sheets.push(...listings);
      findings.push(...asFindings(problems));
    } finally {
      await workbook.close();
    }
  }
  return { sheets, findings, inputs: [...inputs.values()] };
}

/** 户编号 by the head's ID number, from the rosters of `--roster`; heads of two households are left out. */
async function headsOf({ values, terminal }: Invocation, options: CommonOptions): Promise<ReadonlyMap<string, string>> {
  const heads = new Map<string, string>();
  const paths = values.list('roster');
  if (paths.length === 0) return heads;
  const roster = await openInputs(paths, options, terminal);
  try {
    if (roster.faults.length > 0) throw new FaultList(roster.faults);
    const twice = new Set<string>();
    for (const { headId, householdId } of roster.reading.roster.rows.住户) {
      if (headId === null || householdId === null) continue;
      const before = heads.get(headId);
      if (before !== undefined && before !== householdId) twice.add(headId);
      heads.set(headId, householdId);
    }
    for (const head of twice) heads.delete(head);
    return heads;
  } finally {
    await roster.close();
  }
}

function knownBatches(file: string): ReadonlySet<string> {
  if (!fileExists(file)) return new Set();
  const ledger = openLedger(file, { create: false });
  try {
    return new Set(ledger.batches().map(({ batchId }) => batchId));
  } finally {
    ledger.dispose();
  }
}

/** The latest month that the batch ids of our own payouts.csv name, else December of `--year`. */
function periodOf(sheets: readonly PayoutSheet[], year: number | null): string | null {
  let latest: string | null = null;
  for (const { rows } of sheets)
    for (const { cells } of rows) {
      const month = /\.(\d{4}-(?:0[1-9]|1[0-2]))\./.exec(cleanText(displayText(cells.batch ?? null)))?.[1] ?? null;
      if (month !== null && (latest === null || month > latest)) latest = month;
    }
  return latest ?? (year === null ? null : `${year}-12`);
}

function readYear(text: string | null): number | null {
  if (text === null) return null;
  if (/^(19|20)\d\d$/.test(text)) return Number(text);
  const should = { zh: '四位数的年份', en: 'a year of four digits' };
  throw badValue('bad-year', '--year', text, should, { zh: '例如 --year 2023', en: 'such as --year 2023' });
}

async function refuse(
  { terminal }: Invocation,
  { format }: CommonOptions,
  findings: readonly Finding[],
  { findings: drafts }: OpeningReading,
): Promise<ExitCode> {
  const bad = drafts.filter(({ severity }) => severity === 'error').length;
  const fault = new Fault(
    'opening-refused',
    {
      what: bad === 0 ? '没有一行可以导入' : `有 ${bad} 行不能导入，整批没有导入，台账没有改动`,
      why: '只导入一半的历史，会让没导入的那些人再领一次',
      how: '照上面的话改好发放表，再导入一次',
    },
    {
      what: bad === 0 ? 'no row can be taken' : `${bad} rows cannot be taken; nothing was, the ledger is untouched`,
      why: 'half a history would pay the others again',
      how: 'put the sheet right and import again',
    },
  );
  if (format === 'json')
    terminal.print(
      JSON.stringify({
        ...faultDocument([fault], terminal.lang),
        findings: findingDocuments(findings, terminal),
      }),
    );
  else await printFindings(findings, terminal);
  tellFaults([fault], terminal);
  return 2;
}

async function tell(
  { terminal }: Invocation,
  { format }: CommonOptions,
  content: BatchContent,
  result: 'created' | 'same',
  findings: readonly Finding[],
): Promise<void> {
  const { batchId, lines, total } = content;
  const totals = totalsOf(lines);
  if (format === 'json') {
    terminal.print(
      JSON.stringify({
        batch_id: batchId,
        result,
        lines: lines.length,
        total: formatYuan(total),
        totals: totals.map((own) => ({
          benefit_id: own.benefitId,
          benefit: own.benefit,
          lines: own.lines,
          amount: formatYuan(own.amount),
        })),
        findings: findingDocuments(findings, terminal),
      }),
    );
    return;
  }
  await printFindings(findings, terminal);
  const amount = formatYuanGrouped(total);
  terminal.print(
    result === 'same'
      ? terminal.pick({ zh: `以前已经导入过 ${batchId}，台账没有改动`, en: `${batchId} was imported before` })
      : terminal.pick({
          zh: `已导入期初批次 ${batchId}：${lines.length} 笔，${amount} 元，从此算已付`,
          en: `imported ${batchId}: ${lines.length} lines, ${amount} yuan; they count as paid`,
        }),
  );
  for (const own of totals)
    terminal.print(
      terminal.pick({
        zh: `  ${own.benefit}  ${own.lines} 笔  ${formatYuanGrouped(own.amount)} 元`,
        en: `  ${own.benefit}  ${own.lines} lines  ${formatYuanGrouped(own.amount)} yuan`,
      }),
    );
}

function unknownBenefit(id: string, ids: readonly string[]): Fault {
  const near = nearest(id, ids);
  return new Fault(
    'unknown-benefit',
    { what: `这份政策没有项目「${id}」`, how: `${near === null ? '' : `最接近的是 ${near}；`}现有：${ids.join('、')}` },
    {
      what: `this policy has no benefit "${id}"`,
      how: `${near === null ? '' : `the nearest is ${near}; `}there are: ${ids.join(', ')}`,
    },
  );
}
