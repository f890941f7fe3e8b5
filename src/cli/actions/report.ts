import { basename, dirname, join } from 'node:path';
import { deriveHolds } from '../../batch/run/holding.js';
import { batchReportPage, type ReportPart } from '../../documents/run/batch-report-page.js';
import { checkReportPage } from '../../documents/check/check-report-page.js';
import { reportPage } from '../../documents/run/report-page.js';
import { isFolder } from '../../io/roster-folder.js';
import { fileExists, isSameFile, readTextIfExists, writeTextFile } from '../../io/text-file.js';
import type { BatchDetail } from '../../ledger/read/batch-detail.js';
import type { Equation } from '../../ledger/read/closing-proof.js';
import { openLedger } from '../../ledger/ledger.js';
import { assessInputs } from '../input/assess-inputs.js';
import { stateName } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { findingWords } from '../tell/finding-words.js';
import { readCommonOptions, required, type CommonOptions } from '../line/options.js';
import { policyNameOf } from '../input/policy-name.js';
import { readInputs } from '../input/read-inputs.js';
import { VERSION } from '../line/version.js';
import { documentInput } from './run.js';

/** One self-contained page: of a run's folder as it was written, of a batch of the ledger, or of rosters. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional } = invocation;
  const options = readCommonOptions(invocation);
  const out = required(options.out, '--out <FILE>', 'report');
  const [first = ''] = positional;
  for (const input of [...positional, options.ledger]) if (await isSameFile(input, out)) throw overInput(out);
  const page = await pageOf(first, invocation, options);
  await writeTextFile(out, page);
  if (options.format === 'json') terminal.print(JSON.stringify({ file: out, bytes: Buffer.byteLength(page) }));
  else terminal.print(terminal.pick({ zh: `已写出 ${out}，用浏览器打开`, en: `written: ${out}` }));
  return 0;
}

async function pageOf(first: string, invocation: Invocation, options: CommonOptions): Promise<string> {
  const { positional } = invocation;
  const folder = basename(first) === 'batch.json' ? dirname(first) : first;
  if (positional.length === 1 && isFolder(folder) && fileExists(join(folder, 'batch.json')))
    return await pageOfRun(folder, options);
  const isBatch =
    positional.length === 1 && !fileExists(first) && !/[\\/]|\.(xlsx?|xlsm|et|ods|csv|tsv|json)$/i.test(first);
  return isBatch ? pageOfBatch(first, options) : await pageOfRosters(invocation, options);
}

function overInput(out: string): Fault {
  return new Fault(
    'would-overwrite',
    { what: `--out 应为新的网页，现与输入文件或台账是同一个：${out}`, how: '换一个文件名，例如 报告.html' },
    { what: `--out names an input or the ledger: ${out}`, how: 'choose another name, such as report.html' },
  );
}

/** The page of the run itself; a reissue wrote none, its batch is in the ledger. */
async function pageOfRun(folder: string, options: CommonOptions): Promise<string> {
  const page = await readTextIfExists(join(folder, 'report.html'));
  if (page !== null) return page;
  const text = await readTextIfExists(join(folder, 'batch.json'));
  const id = /"batch_id":\s*"([^"]+)"/.exec(text ?? '')?.[1];
  if (id !== undefined) return pageOfBatch(id, options);
  throw new Fault(
    'batch-not-found',
    { what: `${folder} 里没有 report.html，batch.json 也读不出批次号`, how: '写批次号或花名册文件' },
    { what: `${folder} holds no report.html and no batch id`, how: 'give a batch id or roster files' },
  );
}

function pageOfBatch(batch: string, { ledger: file }: CommonOptions): string {
  const ledger = openLedger(file, { create: false });
  try {
    const detail = ledger.show(batch);
    const { summary, head, lines, entries, proof } = detail;
    return [
      ...batchReportPage({
        summary,
        policyName: policyNameOf(detail.receipt),
        state: stateName(summary.state, 'zh'),
        asOf: head.asOf,
        reissueOf: head.reissueOf,
        lines: lines.map(({ line }) => line),
        totals: partsOf(proof.total),
        benefits: proof.benefits.map((own) => ({ benefit: own.benefit, parts: partsOf(own) })),
        acts: entries.map(({ at, kind, actor }) => [at.slice(0, 16).replace('T', ' '), ACTS[kind] ?? kind, actor]),
        reasons: reasonsOf(detail),
        toolVersion: VERSION,
      }),
    ].join('');
  } finally {
    ledger.dispose();
  }
}

const ACTS: Readonly<Record<string, string>> = {
  draft: '制表',
  approve: '审核',
  stop: '停发',
  export: '导出付款文件',
  result: '登记银行结果',
  settle: '结算',
  close: '关账',
  reverse: '追回',
  void: '作废',
  opening: '导入期初',
};

function partsOf(sums: Equation): ReportPart[] {
  return [
    { name: '应发', ...sums.due },
    { name: '已付', ...sums.paid },
    { name: '退回', ...sums.returned },
    { name: '失败', ...sums.failed },
    { name: '停发', ...sums.stopped },
    { name: '在途', ...sums.inFlight },
    ...(sums.notSent.lines === 0 ? [] : [{ name: '未送', ...sums.notSent }]),
    { name: '追回', ...sums.clawedBack },
  ];
}

function reasonsOf({ lines }: BatchDetail): (readonly [string, number])[] {
  const reasons = new Map<string, number>();
  for (const { status, text, code } of lines) {
    if (status !== 'failed' && status !== 'returned' && status !== 'stopped') continue;
    const reason = text ?? code ?? '没有写明';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].sort((a, b) => b[1] - a[1]);
}

async function pageOfRosters(invocation: Invocation, options: CommonOptions): Promise<string> {
  const { terminal, positional } = invocation;
  const inputs = await readInputs(positional, { ...options, flagsTold: options.policies.length > 0 }, terminal);
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    const policy = options.policies[0];
    if (policy !== undefined) {
      const result = await assessInputs(inputs, policy, options, 'report');
      return [...reportPage(documentInput(invocation, options, inputs, result, 'draft'))].join('');
    }
    const holds = deriveHolds(inputs.roster, inputs.findings);
    const findings = inputs.findings.map((finding) => ({ finding, effect: holds.effectOf(finding) }));
    const page = checkReportPage({
      result: { roster: inputs.roster, findings },
      origin: { inputs: inputs.files },
      lang: 'zh',
      reveal: false,
      words: findingWords('zh', false),
      asOf: inputs.asOf,
      toolVersion: VERSION,
    });
    return [...page].join('');
  } finally {
    terminal.progress.clear();
    await inputs.close();
  }
}
