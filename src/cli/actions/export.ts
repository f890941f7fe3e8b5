import { join, resolve } from 'node:path';
import { formatYuan, formatYuanGrouped } from '../../domain/money.js';
import { BANK_DIALECTS, bankDialect } from '../../documents/bank/index.js';
import type { BankDialect, BankFileSplit } from '../../documents/bank/bank-dialect.js';
import { renderBankFiles, type BankFiles } from '../../documents/bank/render-bank-files.js';
import { refuseOverwriting, writeOutputs } from '../../io/output-folder.js';
import { fileHash } from '../../io/file-hash.js';
import { fileExists } from '../../io/text-file.js';
import { writeText } from '../../io/writers/text-writer.js';
import { writeBankFile } from '../../io/write-bank-files.js';
import { leftOutSheet } from '../../documents/bank/left-out-sheet.js';
import { retireFiles } from '../../io/retire-files.js';
import type { ExportedFile } from '../../ledger/life/bank-exports.js';
import type { BankFileLines } from '../../ledger/read/sent-files.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { Ledger } from '../../ledger/ledger.js';
import { stateName } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { policyNameOf } from '../input/policy-name.js';
import { moment } from '../write/moment.js';
import { readDay, required, type CommonOptions } from '../line/options.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { badChoice, badValue, missingOption } from '../line/usage-faults.js';
import { act, withLedger } from '../input/with-ledger.js';

/**
 * Bank files of an approved batch. The export is recorded before the files move in, so that no file can lie about that the
 * ledger does not know of; lines with a bad account are in no file and are listed.
 */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  const { bankFormat, bankUnit, bankRemark } = invocation.settings.values;
  const dialect = readDialect(values.text('bank') ?? bankFormat.value);
  const maxRows = readRows(values.text('max-rows'));
  const day = readDay('--day', values.text('day'));
  const split = values.text('split') as BankFileSplit | null;
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const out = required(options.out, '--out', 'export');
    const batch = ledger.exportable(id);
    const { batchId } = batch.summary;
    const again = readAgain(invocation, batch.again, batchId);
    const rendered = renderBankFiles(dialect, batch.lines, {
      batchId,
      day: day ?? moment().slice(0, 10),
      unitCode: bankUnit.value ?? '',
      remark: bankRemark.value ?? policyNameOf(batch.receipt) ?? '补贴',
      exportNo: batch.exports + 1,
      held: batch.held,
      ...(split === null ? {} : { split }),
      ...(maxRows === null ? {} : { maxRows }),
    });
    const files: ExportedFile[] = [];
    if (batch.lines.length === 0 && !batch.again) return exportNothing(ledger, batchId, dialect, options, invocation);
    await refuseAltered(out, batch.files);
    let mend: string | null = null;
    await writeOutputs(out, async (temporary) => {
      for (const file of rendered.files) {
        const { sha256 } = await writeBankFile(temporary, file);
        files.push({ name: file.name, sha256, count: file.count, total: file.total, lines: file.lines });
      }
      if (rendered.leftOut.length > 0) mend = await writeLeftOut(temporary, batchId, batch.lines, rendered);
      const record = { format: dialect.id, files, leftOut: rendered.leftOut, folder: resolve(out) };
      const stated = { ...(day === null ? {} : { day }), ...(again === null ? {} : { again }) };
      await refuseOverwriting(temporary, out);
      ledger.markExported(batchId, { ...record, ...stated }, act(options));
      await writeHead(temporary, batchId, ledger);
    });
    const retired = await retireFiles(
      [resolve(out), ...batch.folders],
      batch.files.filter(({ current }) => current).map(({ name }) => name),
    );
    for (const path of retired)
      terminal.note(terminal.pick({ zh: `旧文件已改名：${path}`, en: `the old file is now ${path}` }));
    if (batch.again)
      terminal.note(
        terminal.pick({
          zh: '注意：这个批次以前导出过，同一笔钱不要送两次银行',
          en: 'careful: this batch was exported before; do not send the same money twice',
        }),
      );
    await tell(invocation, options.format === 'json', batchId, out, rendered, files, mend);
    return rendered.leftOut.length > 0 ? 1 : 0;
  });
}

/** Why files are made again; null for a first export. Throws Fault when --again or its reason is missing, or out of place. */
function readAgain({ values }: Invocation, exported: boolean, batchId: string): string | null {
  const reason = values.text('reason')?.trim() ?? '';
  if (!exported) {
    if (values.on('again')) throw notExported(batchId);
    return null;
  }
  if (!values.on('again')) return '';
  if (reason === '') throw missingOption('--reason <TEXT>', 'export --again');
  return reason;
}

function notExported(batchId: string): Fault {
  return new Fault(
    'never-exported',
    { what: `批次 ${batchId} 应已导出过才能 --again，现还没有导出`, how: '去掉 --again 和 --reason 再运行' },
    {
      what: `batch ${batchId} was never exported, so there is nothing to do again`,
      how: 'leave out --again and --reason',
    },
  );
}

/** The lines in no file, as a sheet to mend; gives its name. */
async function writeLeftOut(
  folder: string,
  batchId: string,
  lines: readonly PayoutLine[],
  { leftOut }: BankFiles,
): Promise<string> {
  const name = `${batchId.replace(/[\\/:*?"<>|\s]/g, '_')}-未送银行.xlsx`;
  await writeBankFile(folder, { name, body: { form: 'workbook', workbook: leftOutSheet(batchId, lines, leftOut) } });
  return name;
}

/** Where the ledger stood once it knew of these files, to be kept with them. */
async function writeHead(folder: string, batchId: string, ledger: Ledger): Promise<void> {
  const { entries, hash } = ledger.head();
  const text = JSON.stringify({ batch_id: batchId, ledger: { entries, head: hash } }, null, 2);
  await writeText(join(folder, `${batchId.replace(/[\\/:*?"<>|\s]/g, '_')}-台账末条.json`), [`${text}\n`]);
}

/** BNK-09: a bank file that somebody changed since it was written is evidence, and is not written over. */
async function refuseAltered(out: string, sent: readonly BankFileLines[]): Promise<void> {
  for (const name of new Set(sent.map((file) => file.name))) {
    const path = join(out, name);
    if (!fileExists(path)) continue;
    const { sha256 } = await fileHash(path);
    if (sent.some((file) => file.name === name && file.sha256 === sha256)) continue;
    throw new Fault(
      'BNK-09',
      {
        what: `BNK-09 银行文件应与导出时完全相同，现已被改动：${path}`,
        why: '改动过的文件可能改了账号或金额，不能送银行；没有覆盖它，以便查明，台账没有改动',
        how: '查明是谁改的；要重新导出请换一个 --out 文件夹，要更正账号请在回盘后用 reissue',
      },
      {
        what: `BNK-09 the bank file ${path} is not what was exported`,
        why: 'accounts or amounts may have been changed; it is left as it is, to be looked into, and so is the ledger',
        how: 'find out who changed it; export to another --out, or correct accounts by reissue',
      },
    );
  }
}

/** Debts take all that is due: no file, and nothing for the bank to answer. Throws LedgerFault for any other empty batch. */
function exportNothing(
  ledger: Ledger,
  batchId: string,
  dialect: BankDialect,
  options: CommonOptions,
  { terminal }: Invocation,
): ExitCode {
  const { state } = ledger.markExported(batchId, { format: dialect.id, files: [], leftOut: [] }, act(options));
  if (options.format === 'json')
    terminal.print(JSON.stringify({ batch_id: batchId, state, files: [], left_out: [], findings: [] }));
  else
    terminal.print(
      terminal.pick({
        zh: `批次 ${batchId} 的应发全部抵扣追回款，没有要送银行的笔，没有写出文件；批次${stateName(state, 'zh')}`,
        en: `clawbacks take all that is due in ${batchId}: nothing to send, no file written; the batch is ${state}`,
      }),
    );
  terminal.note(terminal.pick({ zh: `下一步：butie close ${batchId}`, en: `Next: butie close ${batchId}` }));
  return 0;
}

async function tell(
  { terminal }: Invocation,
  json: boolean,
  batchId: string,
  out: string,
  { leftOut, findings: drafts }: BankFiles,
  files: readonly ExportedFile[],
  mend: string | null,
): Promise<void> {
  const findings = asFindings(drafts);
  if (json) {
    terminal.print(
      JSON.stringify({
        batch_id: batchId,
        files: files.map(({ name, sha256, count, total }) => ({
          file: name,
          sha256,
          lines: count,
          total: formatYuan(total),
        })),
        left_out: leftOut.map(({ lineNo, code, text }) => ({ line_no: lineNo, code, text })),
        ...(mend === null ? {} : { left_out_file: mend }),
        findings: findingDocuments(findings, terminal),
      }),
    );
    return;
  }
  await printFindings(findings, terminal);
  for (const { lineNo, text } of leftOut)
    terminal.print(
      terminal.pick({ zh: `没有放进文件：第 ${lineNo} 笔，${text}`, en: `left out: line ${lineNo}, ${text}` }),
    );
  if (mend !== null) terminal.print(join(out, mend));
  for (const { name, count, total } of files)
    terminal.print(
      `${join(out, name)}  ${count} ${terminal.pick({ zh: '笔', en: 'lines' })}  ${formatYuanGrouped(total)}`,
    );
  terminal.note(
    terminal.pick({
      zh: `下一步：送银行；拿到回盘后 butie return ${batchId} 回盘文件 --coverage full`,
      en: `Next: send it; when the bank answers, butie return ${batchId} FILE --coverage full`,
    }),
  );
}

function readDialect(id: string | null): BankDialect {
  const dialect = bankDialect(id ?? BANK_DIALECTS[0]?.id ?? '');
  if (dialect !== null) return dialect;
  throw badChoice(
    '--bank',
    id ?? '',
    BANK_DIALECTS.map((one) => one.id),
  );
}

function readRows(text: string | null): number | null {
  if (text === null) return null;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  const should = { zh: '大于 0 的整数', en: 'a whole number above 0' };
  throw badValue('bad-number', '--max-rows', text, should, {
    zh: '例如 --max-rows 5000',
    en: 'such as --max-rows 5000',
  });
}
