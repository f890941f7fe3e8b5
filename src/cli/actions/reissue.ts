import { join } from 'node:path';
import { buildReissue, reissueName } from '../../batch/bank/bank-reissue.js';
import type { BatchContent } from '../../domain/batch.js';
import { batchKey } from '../../domain/batch-state.js';
import { lastDayOfPeriod } from '../../domain/calendar.js';
import { formatYuan, formatYuanGrouped } from '../../domain/money.js';
import { receipt, type OutputFile } from '../../documents/run/receipt.js';
import type { RunDocumentInput } from '../../documents/run/run-document.js';
import type { TraceLine } from '../../documents/run/trace-lines.js';
import { refuseOverwriting, writeOutputs } from '../../io/output-folder.js';
import { writeRunFiles } from '../../io/write-run.js';
import { LINE_STATUS_NAMES, type BatchDetail } from '../../ledger/read/batch-detail.js';
import type { DraftOutcome } from '../../ledger/life/drafts.js';
import { LedgerFault } from '../../ledger/store/ledger-fault.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Finding } from '../../findings/finding.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { draftRefused } from '../faults/ledger-faults.js';
import { readLineNumbers } from '../input/line-numbers.js';
import { moment } from '../write/moment.js';
import { openPack } from '../input/open-pack.js';
import { required, type CommonOptions } from '../line/options.js';
import { openInputs, type Opened } from '../input/read-inputs.js';
import { REISSUE_FILES, reissueDocument } from '../tell/reissue-document.js';
import { officeOf } from '../line/settings.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { missingOption } from '../line/usage-faults.js';
import { namedAct, withLedger } from '../input/with-ledger.js';
import { packTraces } from '../../ledger/store/traces.js';

/** 补发: a linked draft for what the bank did not pay. What may not be paid again is a finding and stays out. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  const files = values.list('roster');
  if (files.length === 0) throw missingOption('--roster <FILES...>', 'reissue');
  const asked = values.on('lines') ? readLineNumbers('--lines', values.list('lines')) : null;
  const confirmed = new Set(readLineNumbers('--confirmed', values.list('confirmed')));
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const period = required(options.period, '--period', 'reissue');
    const maker = namedAct(options, 'reissue').by;
    const source = ledger.show(id);
    const name = values.text('name') ?? nextName(ledger, source, period);
    if (batchKey(source.head.policyId, period, name) === source.summary.batchId) throw sameBatch(source);
    const lines = wantedLines(source, asked, batchKey(source.head.policyId, period, name));
    const roster = await openInputs(files, options, terminal);
    try {
      if (roster.faults.length > 0) throw new FaultList(roster.faults);
      const reading = buildReissue({
        source,
        roster: roster.reading.roster,
        period,
        name,
        asOf: lastDayOfPeriod(period),
        lines,
        confirmed,
      });
      const objections = asFindings(reading.findings);
      const findings = [...concerning(roster.collector.findings, source, lines), ...objections];
      const storing = { ledger, source, roster, findings, objections, maker, options, invocation };
      const outcome = reading.content === null ? null : await store(reading.content, storing);
      await tell(invocation, options, { content: reading.content, outcome, findings, refused: reading.refused });
      return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    } finally {
      await roster.close();
    }
  });
}

/** A draft that pays this batch again in the same month is renewed; otherwise the next free name. */
function nextName(ledger: Ledger, source: BatchDetail, period: string): string {
  const { policyId } = source.head;
  const known = new Map(ledger.batches().map((batch) => [batch.batchId, batch]));
  for (const { reissuedIn } of source.lines) {
    const batch = reissuedIn === null ? undefined : known.get(reissuedIn.batchId);
    if (batch?.state === 'draft' && batch.period === period) return batch.name;
  }
  return reissueName(source.summary.name, (name) => known.has(batchKey(policyId, period, name)));
}

/** Lines to pay again in batch `own`, each of which failed or came back. Throws when there is none, or another one was asked for. */
function wantedLines(source: BatchDetail, asked: readonly number[] | null, own: string): readonly number[] {
  const { batchId } = source.summary;
  const unpaid = source.lines.filter(({ status }) => status === 'failed' || status === 'returned');
  for (const lineNo of asked ?? []) {
    const detail = source.lines.find(({ line }) => line.lineNo === lineNo);
    if (detail === undefined) throw new LedgerFault('unknown-line', { batch: batchId, line: lineNo });
    if (!unpaid.includes(detail))
      throw new LedgerFault('not-reissuable', {
        batch: batchId,
        line: lineNo,
        status: { zh: LINE_STATUS_NAMES[detail.status], en: detail.status },
      });
  }
  if (asked !== null && asked.length > 0) return asked;
  if (unpaid.length === 0) throw nothingFailed(batchId);
  const open = unpaid.filter(({ reissuedIn }) => reissuedIn === null || reissuedIn.batchId === own);
  // Nothing left: then say of each line where it was paid again.
  return (open.length > 0 ? open : unpaid).map(({ line }) => line.lineNo);
}

/** What the roster's reading found about those who are paid again, and about whole files and sheets. */
function concerning(findings: readonly Finding[], { lines }: BatchDetail, wanted: readonly number[]): Finding[] {
  const own = new Set<string>();
  for (const { line } of lines) {
    if (!wanted.includes(line.lineNo)) continue;
    for (const id of [line.payee.id, line.householdId, line.idNumber]) if (id !== null) own.add(id);
  }
  return findings.filter(({ subject, place }) => {
    const ids = [subject.household, subject.person, subject.organisation].filter((id) => id !== null);
    return ids.length === 0 ? place.row === null : ids.some((id) => own.has(id));
  });
}

interface Storing {
  readonly ledger: Ledger;
  readonly source: BatchDetail;
  readonly roster: Opened;
  readonly findings: readonly Finding[];
  /** Those that keep a line out. */
  readonly objections: readonly Finding[];
  readonly maker: string;
  readonly options: CommonOptions;
  readonly invocation: Invocation;
}

interface Stored extends DraftOutcome {
  readonly files: readonly OutputFile[];
}

/** Writes the files beside the output folder, stores the draft, then lets the files move in. */
async function store(content: BatchContent, storing: Storing): Promise<Stored> {
  const { source, options, roster, findings, objections, invocation } = storing;
  const policy = options.policies[0] ?? content.policyId;
  const { pack } = await openPack(policy, { allowDraftPolicy: true, readings: {}, parameters: {} });
  const request = {
    content,
    source,
    pack,
    roster: roster.reading.roster,
    inputs: roster.files,
    findings,
    refused: new Set(objections),
    office: officeOf(invocation.settings),
  };
  const document = reissueDocument(request, invocation.terminal);
  if (options.out === null) return { ...save(document, [], storing), files: [] };
  const outcomes: DraftOutcome[] = [];
  let files: readonly OutputFile[] = [];
  const { out } = options;
  await writeOutputs(out, async (temporary) => {
    files = await writeRunFiles(temporary, document, { csvEncoding: options.csvEncoding, only: REISSUE_FILES });
    await refuseOverwriting(temporary, out);
    outcomes.push(save(document, files, storing));
  });
  const [outcome = save(document, files, storing)] = outcomes;
  return { ...outcome, files };
}

function save(
  document: RunDocumentInput,
  files: readonly OutputFile[],
  { ledger, source, maker }: Storing,
): DraftOutcome {
  const { content } = document.result;
  const outcome = ledger.saveDraft(
    content,
    {
      maker,
      inputs: document.origin.inputs,
      receipt: receipt(document, files),
      traces: packTraces(sourceTraces(content, source, ledger)),
    },
    moment(),
  );
  if (outcome.result === 'refused') throw draftRefused(content.batchId, outcome);
  return outcome;
}

/** The amounts came about in the old batch: its traces go along, under the new line numbers. */
function* sourceTraces(
  content: BatchContent,
  source: BatchDetail,
  ledger: Ledger,
): Generator<readonly [number, string]> {
  for (const { lineNo, reissueOfLine } of content.lines) {
    const text = reissueOfLine === undefined ? null : ledger.trace(source.summary.batchId, reissueOfLine);
    if (text === null) continue;
    const trace = JSON.parse(text) as TraceLine;
    yield [lineNo, JSON.stringify({ ...trace, line_no: lineNo })];
  }
}

interface Telling {
  readonly content: BatchContent | null;
  readonly outcome: Stored | null;
  readonly findings: readonly Finding[];
  readonly refused: readonly number[];
}

async function tell(
  { terminal }: Invocation,
  { out, format }: CommonOptions,
  { content, outcome, findings, refused }: Telling,
): Promise<void> {
  if (format === 'json') {
    terminal.print(
      JSON.stringify({
        batch_id: content?.batchId ?? null,
        reissue_of: content?.reissueOf ?? null,
        result: outcome?.result ?? null,
        content_hash: content?.contentHash ?? null,
        total: formatYuan(content?.total ?? 0),
        lines: (content?.lines ?? []).map(({ lineNo, reissueOfLine, amount }) => ({
          line_no: lineNo,
          source_line: reissueOfLine ?? null,
          amount: formatYuan(amount),
        })),
        refused,
        files: (outcome?.files ?? []).map(({ file, sha256, bytes }) => ({ file, sha256, bytes })),
        findings: findingDocuments(findings, terminal),
      }),
    );
    return;
  }
  await printFindings(findings, terminal);
  if (refused.length > 0)
    terminal.print(
      terminal.pick({
        zh: `没有补发的行：${refused.join('、')}（原因见上）`,
        en: `not reissued, see above: lines ${refused.join(', ')}`,
      }),
    );
  if (content === null) {
    terminal.print(
      terminal.pick({ zh: '没有可以补发的行，台账没有改动', en: 'nothing to reissue; the ledger is untouched' }),
    );
    return;
  }
  const amount = formatYuanGrouped(content.total);
  const same = outcome?.result === 'same';
  terminal.print(
    terminal.pick({
      zh: `补发批次 ${content.batchId}：${content.lines.length} 笔，${amount} 元；原批次 ${content.reissueOf ?? ''}${same ? '（与已有的相同）' : ''}`,
      en: `reissue ${content.batchId}: ${content.lines.length} lines, ${amount} yuan; of ${content.reissueOf ?? ''}${same ? ' (as it was)' : ''}`,
    }),
  );
  if (out !== null) for (const { file } of outcome?.files ?? []) terminal.print(`  ${join(out, file)}`);
  terminal.note(
    terminal.pick({
      zh: `下一步：由制表人以外的人审核：butie approve ${content.batchId} --by 审核人`,
      en: `Next: someone other than the maker: butie approve ${content.batchId} --by NAME`,
    }),
  );
}

function nothingFailed(batchId: string): Fault {
  return new Fault(
    'nothing-to-reissue',
    {
      what: `批次 ${batchId} 没有失败或退回的行`,
      why: '补发只给银行没有付成的笔；在途的还没有结果',
      how: `先登记银行回盘：butie return ${batchId} 回盘文件 --coverage full；butie show ${batchId} 看各行状态`,
    },
    {
      what: `no line of ${batchId} failed or came back`,
      why: 'only what the bank did not pay is paid again; lines in flight have no result yet',
      how: `take in the bank's answer first: butie return ${batchId} FILE --coverage full`,
    },
  );
}

function sameBatch({ summary }: BatchDetail): Fault {
  return new Fault(
    'same-batch',
    { what: `补发批次应与原批次不同，现都是 ${summary.batchId}`, how: '换一个 --name 或 --period' },
    { what: `the reissue would have the id of its source, ${summary.batchId}`, how: 'use another --name or --period' },
  );
}
