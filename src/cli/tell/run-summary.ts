import { join } from 'node:path';
import { capitalAmount } from '../../domain/capital-amount.js';
import type { BatchContent } from '../../domain/batch.js';
import { keptBack } from '../../domain/clawback.js';
import { formatYuanGrouped } from '../../domain/money.js';
import { receipt, type OutputFile } from '../../documents/run/receipt.js';
import type { RunDocumentInput } from '../../documents/run/run-document.js';
import { traceLines } from '../../documents/run/trace-lines.js';
import type { RunResult } from '../../batch/run/run-result.js';
import type { Invocation } from '../line/command.js';
import { findingDocument } from './check-document.js';
import {
  acceptedText,
  checkRunLines,
  codeCountLines,
  countLine,
  findingLines,
  type FindingStyle,
  notShownLines,
} from './finding-lines.js';
import type { Inputs } from '../input/inputs.js';
import type { CommonOptions } from '../line/options.js';
import { notPaidLines } from './not-paid-lines.js';
import { editedPack } from './signed-terms.js';
import { padEnd, textWidth } from '../terminal/text-width.js';

export interface RunTelling {
  readonly invocation: Invocation;
  readonly options: CommonOptions;
  readonly inputs: Inputs;
  readonly document: RunDocumentInput;
  readonly outputs: readonly OutputFile[];
  /** Folder written; null in a dry run. */
  readonly out: string | null;
}

/** Problems of one code in one file, and cells of one problem, before the rest is only counted. */
const PROBLEMS = 4;
const CELLS = 3;

/** The outcome of a run on stdout: for a clerk, as the receipt (`json`), or line by line (`jsonl`). */
export async function tellRun(telling: RunTelling): Promise<void> {
  const { invocation, options, document, outputs } = telling;
  const { terminal } = invocation;
  if (options.format === 'json') terminal.print(receipt(document, outputs).trimEnd());
  else if (options.format === 'jsonl') await terminal.printAll(jsonLines(telling));
  else await terminal.printAll(textLines(telling));
  const edited = await editedPack(document.result.content, terminal.lang);
  if (edited !== null) terminal.note(edited);
  terminal.note(nextStep(telling));
}

/** First the run, then findings, flags and payees, last the summary: a stream that was cut off can be told. */
function* jsonLines({ document, options, outputs }: RunTelling): Generator<string> {
  const { result, lang, reveal } = document;
  yield JSON.stringify({ type: 'run', batch_id: result.content.batchId, content_hash: result.content.contentHash });
  for (const { finding, effect } of result.findings)
    if (options.shows(finding))
      yield JSON.stringify({ type: 'finding', ...findingDocument(finding, lang, reveal), effect });
  for (const flag of result.flags) {
    const { householdId: household_id, headName: head_name, ...rest } = flag;
    yield JSON.stringify({ type: 'flag', household_id, head_name, ...rest });
  }
  for (const line of traceLines(document)) yield `{"type":"payee",${line.trimEnd().slice(1)}`;
  yield `{"type":"summary",${JSON.stringify(JSON.parse(receipt(document, outputs))).slice(1)}`;
}

function textLines({ invocation, options, inputs, document, outputs, out }: RunTelling): string[] {
  const { terminal } = invocation;
  const { lang, reveal, paint } = terminal;
  const { result } = document;
  const { content, counts, pack } = result;
  const zh = lang === 'zh';
  const style: FindingStyle = { lang, reveal, paint, verbose: terminal.verbose, problems: PROBLEMS, cells: CELLS };
  const findings = result.findings.flatMap(({ finding, effect }) => (effect === 'accepted' ? [] : [finding]));
  const files = inputs.files.map(({ file }) => file);
  return [
    ...findingLines(findings.filter(options.shows), style),
    ...notShownLines(findings, options.shows, lang),
    '',
    ...checkRunLines(result.checks, style),
    countLine(findings, style) + acceptedText(counts.accepted, lang),
    ...codeCountLines(findings, lang),
    '',
    paint.strong(`${zh ? pack.name : pack.nameEn}  ${content.batchId}`),
    zh
      ? `  读了 ${files.length} 个文件：${counts.households} 户 ${counts.members} 人，基准日 ${content.asOf}`
      : `  ${files.length} files: ${counts.households} households, ${counts.members} members, as of ${content.asOf}`,
    ...amountLines(result, zh, paint.strong),
    ...heldLines(result, zh),
    ...notPaidLines(result.settled, lang, out === null ? null : 'exceptions.xlsx'),
    ...flagLines(result, zh),
    ...impactLines(result, zh),
    ...(out === null ? [] : fileLines(out, outputs, zh)),
  ];
}

function amountLines(
  { content, counts, totals, pack }: RunResult,
  zh: boolean,
  strong: (text: string) => string,
): string[] {
  const name = ({ benefitId, benefit }: RunResult['totals'][number]): string =>
    zh ? benefit : (pack.benefits.find(({ id }) => id === benefitId)?.nameEn ?? benefit);
  const width = Math.max(0, ...totals.map((total) => textWidth(name(total))));
  const head = zh
    ? `  本次应发 ${counts.paidPayees} 户（人、单位），${counts.lines} 笔，合计 ${strong(formatYuanGrouped(content.total))} 元（${capitalAmount(content.total)}）`
    : `  to pay: ${counts.paidPayees} payees, ${counts.lines} lines, ${strong(formatYuanGrouped(content.total))} yuan`;
  const lines = totals.map((total) =>
    zh
      ? `    ${padEnd(name(total), width)}  ${total.lines} 笔  ${formatYuanGrouped(total.amount)} 元`
      : `    ${padEnd(name(total), width)}  ${total.lines} lines  ${formatYuanGrouped(total.amount)} yuan`,
  );
  return [head, ...lines, ...keptLines(content, zh)];
}

function keptLines({ lines, offsets = [] }: BatchContent, zh: boolean): string[] {
  const amount = [...lines, ...offsets].reduce((sum, { charges }) => sum + keptBack(charges), 0);
  if (amount === 0) return [];
  const text = formatYuanGrouped(amount);
  return [
    zh
      ? `  抵扣追回款 ${text} 元${offsets.length === 0 ? '' : `，其中 ${offsets.length} 笔应发全部抵扣，不进发放表和银行文件`}（审核后生效）`
      : `  kept back for clawbacks: ${text} yuan${offsets.length === 0 ? '' : `; ${offsets.length} dues are taken whole and are in no bank file`} (counts once approved)`,
  ];
}

function heldLines({ settled, counts }: RunResult, zh: boolean): string[] {
  const held = settled.filter((entry) => entry.heldBy.length > 0 && entry.entitlement.amount > 0);
  const undecided = settled.filter((entry) => entry.heldBy.length === 0 && entry.entitlement.outcome === 'undecided');
  const amount = held.reduce((sum, entry) => sum + entry.entitlement.amount, 0);
  return [
    ...(counts.heldHouseholds === 0
      ? []
      : [
          zh
            ? `  因错误暂停 ${counts.heldHouseholds} 户，改好后可补发（其中 ${held.length} 笔已够条件，应得 ${formatYuanGrouped(amount)} 元）`
            : `  held by errors: ${counts.heldHouseholds} households (${held.length} lines otherwise entitled, ${formatYuanGrouped(amount)} yuan)`,
        ]),
    ...(undecided.length === 0
      ? []
      : [
          zh
            ? `  无法判定 ${undecided.length} 项，本次不发，原因见 exceptions.xlsx 的「待核实名单」`
            : `  cannot decide: ${undecided.length}, not paid`,
        ]),
  ];
}

function flagLines({ flags, pack }: RunResult, zh: boolean): string[] {
  const counts = new Map<string, { yes: number; undecided: number }>();
  for (const { flag, status } of flags) {
    const count = counts.get(flag) ?? { yes: 0, undecided: 0 };
    count[status] += 1;
    counts.set(flag, count);
  }
  if (counts.size === 0) return [];
  const parts = [...counts].map(([id, { yes, undecided }]) => {
    const rule = pack.flags.find((one) => one.id === id);
    const name = rule === undefined ? id : zh ? rule.name : rule.nameEn;
    const open = undecided === 0 ? '' : zh ? `（另有 ${undecided} 户待核实）` : ` (+${undecided} undecided)`;
    return zh ? `${name} ${yes} 户${open}` : `${name} ${yes}${open}`;
  });
  return [`  ${zh ? '提示名单：' : 'flags: '}${parts.join(' · ')}`];
}

function impactLines({ impacts }: RunResult, zh: boolean): string[] {
  return impacts.map(({ reading, alternative, payees, difference }) => {
    const amount = formatYuanGrouped(Math.abs(difference));
    const more = difference >= 0;
    return zh
      ? `  条文理解 ${reading}：若改按 ${alternative}，${payees} 户（人、单位）的金额会变，合计${more ? '多' : '少'}发 ${amount} 元`
      : `  reading ${reading}: under ${alternative}, ${payees} payees change, ${more ? '+' : '-'}${amount} yuan in all`;
  });
}

function fileLines(out: string, outputs: readonly OutputFile[], zh: boolean): string[] {
  const width = Math.max(...outputs.map(({ file }) => textWidth(file)));
  return [
    '',
    zh ? `已写出到 ${out}` : `written to ${out}`,
    ...outputs.map(({ file }) => {
      const words = FILE_WORDS[file];
      return `  ${padEnd(file, width)}  ${words === undefined ? '' : zh ? words.zh : words.en}`.trimEnd();
    }),
  ];
}

const FILE_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'payout.xlsx': {
    zh: '发放花名册、汇总表、变动表（打印签字用；含完整账号，注意保管）',
    en: 'payout roster to print and sign',
  },
  'public-notice.xlsx': { zh: '公示表（已隐去证件号）', en: 'public notice, masked' },
  'exceptions.xlsx': { zh: '问题清单和监测、零就业、待核实、未发名单', en: 'findings and lists to look into' },
  'report.html': { zh: '一页图表，用浏览器打开', en: 'a page with charts' },
  'payouts.csv': { zh: '发放明细（给程序；含完整账号，注意保管）', en: 'payout lines for programs' },
  'exceptions.csv': { zh: '问题清单（给程序）', en: 'findings for programs' },
  'flags.csv': { zh: '提示名单（给程序）', en: 'flags for programs' },
  'targets.csv': { zh: '目标完成情况（给程序）', en: 'targets for programs' },
  'trace.jsonl': { zh: '每一笔是怎么算出来的', en: 'how every amount came about' },
  'batch.json': { zh: '回执：用了哪些文件、哪个政策版本、哪些理解', en: 'receipt: inputs, policy version, readings' },
};

function nextStep({ invocation, document, out, options }: RunTelling): string {
  const { terminal } = invocation;
  const { content, counts } = document.result;
  if (out === null)
    return terminal.pick({
      zh: '这是试算，没有写文件，也没有动台账；去掉 --dry-run 就正式核算',
      en: 'dry run: no file written, ledger untouched; leave out --dry-run for the real one',
    });
  if (document.origin.state !== 'draft')
    return terminal.pick({
      zh: `这一批已经审核过，内容相同：只重写了文件，台账没有动；butie show ${content.batchId} 看进展`,
      en: `approved before with the same content: files written again, ledger untouched; butie show ${content.batchId}`,
    });
  const first = join(out, 'exceptions.xlsx');
  if (counts.lines === 0 && (content.offsets ?? []).length === 0)
    return terminal.pick({
      zh: `这一批没有可以发放的，不必审核；为什么没有，看 ${first}，或 butie explain --batch ${join(out, 'batch.json')} 户编号`,
      en: `Nothing is paid, so there is nothing to approve; why, see ${first} or butie explain --batch ${join(out, 'batch.json')} HOUSEHOLD`,
    });
  const unused = document.origin.unused ?? [];
  if (unused.length > 0)
    return terminal.pick({
      zh: `下一步：有 ${unused.length} 个文件没有一张表能用，这一批审核不了；改好或去掉它（${unused.join('、')}），重新运行`,
      en: `Next: no table of ${unused.length} files could be used, so this batch cannot be approved; mend or leave out ${unused.join(', ')} and run again`,
    });
  if (counts.errors > 0)
    return terminal.pick({
      zh: `下一步：打开 ${first} 把错误改好，重新运行；或先审核这一批：butie approve ${content.batchId} --by 审核人`,
      en: `Next: put right what ${first} lists and run again, or approve: butie approve ${content.batchId} --by NAME`,
    });
  const by = options.by.given ? options.by.name : terminal.pick({ zh: '制表人', en: 'the maker' });
  return terminal.pick({
    zh: `下一步：核对 ${join(out, 'payout.xlsx')}，由${by}以外的人审核：butie approve ${content.batchId} --by 审核人`,
    en: `Next: look over ${join(out, 'payout.xlsx')}, then someone other than ${by}: butie approve ${content.batchId} --by NAME`,
  });
}
