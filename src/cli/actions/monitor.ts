import { join } from 'node:path';
import { reportSpan, reportSpans } from '../../batch/monitor/monitoring-figures.js';
import { monitorLists } from '../../batch/monitor/monitoring-lists.js';
import { monitorMonth } from '../../batch/monitor/monitoring-month.js';
import type { MonitorResult } from '../../batch/monitor/monitoring.js';
import { addMonths } from '../../domain/calendar.js';
import { exceptionsCsv } from '../../documents/run/exceptions-csv.js';
import { flagsCsv } from '../../documents/run/flags-csv.js';
import type { MonitorDocumentInput } from '../../documents/monitor/monitor-document.js';
import { monitorReport } from '../../documents/monitor/monitor-report.js';
import { monitorWorkbook } from '../../documents/monitor/monitor-workbook.js';
import { problemsCsv } from '../../documents/monitor/problems-csv.js';
import { targetsCsv } from '../../documents/run/targets-csv.js';
import { targetsMissedCsv } from '../../documents/monitor/targets-missed.js';
import { officeView } from '../../batch/monitor/office-view.js';
import { isOffice, missedTargets, ofOffice } from '../../batch/monitor/target-problems.js';
import type { Pack } from '../../policy/pack/pack.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeText } from '../../io/writers/text-writer.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import { dueDates } from '../../policy/pack/calendar.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { countLine } from '../tell/finding-lines.js';
import { findingWords } from '../tell/finding-words.js';
import { openPacks } from '../input/open-packs.js';
import { readCommonOptions, required, type CommonOptions } from '../line/options.js';
import { readEarlier } from '../input/read-earlier.js';
import { readInputs } from '../input/read-inputs.js';
import { countSeverities, failsOn } from '../tell/severity-words.js';
import type { Terminal } from '../terminal/terminal.js';
import { VERSION } from '../line/version.js';
import { writeOutputs } from '../../io/output-folder.js';

/** `butie monitor`: flags, targets, ledgers and reports of a month under one or more packs. Pays nothing, opens no ledger. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values, positional } = invocation;
  const options = readCommonOptions(invocation);
  required(options.policies[0], '--policy', 'monitor');
  const period = required(options.period, '--period', 'monitor');
  const asOf = required(options.asOf, '--as-of', 'monitor');
  const out = required(options.out, '--out', 'monitor');
  const duty = values.text('duty');
  const packs = await openPacks(options, values.text('override'));
  if (duty !== null)
    knownOffice(
      duty,
      packs.map(({ pack }) => pack),
    );
  const { months: earlier, handedIn, findings: unused } = await readEarlier(options.previous, packs, options, terminal);
  const inputs = await readInputs(positional, { ...options, asOf, flagsTold: true }, terminal);
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    terminal.progress.show(terminal.pick({ zh: '按条款核对', en: 'going by the clauses' }));
    // Names and numbers in words of findings are masked for outputs unless the run reveals.
    const words = findingWords('zh', terminal.reveal);
    const result = monitorMonth({
      packs,
      roster: inputs.roster,
      asOf,
      period,
      findings: [...inputs.findings, ...unused],
      checks: inputs.checkRuns,
      earlier,
      handedIn,
      titleOf: ({ finding }) => words(finding),
    });
    const spans = reportSpans(asOf);
    const shown = officeView(result, duty);
    const document: MonitorDocumentInput = {
      result: shown,
      lists: monitorLists(shown),
      spans: {
        month: reportSpan(result, spans.month),
        quarter: reportSpan(result, spans.quarter),
        half: reportSpan(result, spans.half),
        year: reportSpan(result, spans.year),
      },
      missed: ofOffice(missedTargets(result.packs), duty),
      due: dueDates(
        packs.map(({ pack }) => pack),
        addMonths(asOf, -1),
        addMonths(asOf, 3),
      ).filter((one) => duty === null || one.duty.some((office) => isOffice(office, duty))),
      inputs: inputs.files,
      toolVersion: VERSION,
      lang: terminal.lang,
      reveal: terminal.reveal,
      words: findingWords(terminal.lang, terminal.reveal),
    };
    const names = await write(out, result, document, options, terminal);
    tell(result, names, out, options, terminal);
    return failsOn(countSeverities(inputs.findings), options.failOn) ? 1 : 0;
  } finally {
    terminal.progress.clear();
    await inputs.close();
  }
}

/** Throws Fault when none of the packs names such an office. */
function knownOffice(duty: string, packs: readonly Pack[]): void {
  const offices = [...new Set(packs.flatMap((pack) => Object.values(pack.duty).flat()))];
  if (offices.some((office) => isOffice(office, duty))) return;
  const named = offices.length === 0 ? { zh: '所选文件没有写责任单位', en: 'the documents name none' } : null;
  throw new Fault(
    'no-office',
    {
      what: `所选文件里没有责任单位「${duty}」`,
      how: named?.zh ?? `--duty 用其中一个：${offices.join('、')}`,
    },
    {
      what: `no office "${duty}" is responsible in the documents chosen`,
      how: named?.en ?? `give --duty one of ${offices.join(', ')}`,
    },
  );
}

async function write(
  out: string,
  result: MonitorResult,
  document: MonitorDocumentInput,
  { csvEncoding }: CommonOptions,
  { progress }: Terminal,
): Promise<string[]> {
  const flags = result.packs.flatMap((pack) => pack.flags);
  const targets = result.packs.flatMap((pack) => pack.targets);
  return await writeOutputs(out, async (temporary) => {
    const path = (name: string): string => {
      progress.show(name);
      return join(temporary, name);
    };
    await writeCsv(path('flags.csv'), flagsCsv({ result: { flags } }), csvEncoding);
    await writeCsv(path('targets.csv'), targetsCsv({ result: { targets } }), csvEncoding);
    const findings = { ...document, result, origin: { inputs: document.inputs } };
    await writeCsv(path('exceptions.csv'), exceptionsCsv(findings), csvEncoding);
    await writeCsv(path('targets-missed.csv'), targetsMissedCsv(document.missed), csvEncoding);
    await writeCsv(path('problems.csv'), problemsCsv(result, monitorLists(result)), csvEncoding);
    await writeWorkbook(path('monitor.xlsx'), monitorWorkbook(document));
    await writeText(path('report.html'), monitorReport(document));
  });
}

function tell(
  result: MonitorResult,
  names: readonly string[],
  out: string,
  options: CommonOptions,
  terminal: Terminal,
): void {
  if (options.format === 'json') {
    terminal.print(JSON.stringify(summary(result, names)));
    return;
  }
  const { lang, paint } = terminal;
  const zh = lang === 'zh';
  terminal.print(
    countLine(
      result.findings.map(({ finding }) => finding),
      { lang, paint },
    ),
  );
  for (const { pack, flags, flagsNotRun, targets } of result.packs) {
    const count = (status: string): number =>
      targets.filter((target) => target.whole && target.status === status).length;
    const yes = flags.filter(({ status }) => status === 'yes').length;
    terminal.print(paint.strong(`${zh ? pack.name : pack.nameEn}  ${pack.id}`));
    terminal.print(
      zh
        ? `  标记 ${yes} 项，待核实 ${flags.length - yes} 项${flagsNotRun.length === 0 ? '' : `，${flagsNotRun.length} 种没有检查`}；目标达到 ${count('met')}、未达到 ${count('missed')}、无法判定 ${count('undecided')}、没有检查 ${count('not-run')}`
        : `  flags ${yes}, undecided ${flags.length - yes}, ${flagsNotRun.length} kinds not run; targets met ${count('met')}, missed ${count('missed')}, undecided ${count('undecided')}, not run ${count('not-run')}`,
    );
  }
  const progress = (name: string): number => result.problems.filter((one) => one.progress === name).length;
  const { given, missing } = result.months;
  terminal.print(
    zh
      ? `问题：新增 ${progress('new')} 件，未消除 ${progress('still-open')} 件，本期消除 ${progress('cleared')} 件，已销号 ${progress('struck-off')} 件，本期未见 ${progress('unseen')} 件`
      : `problems: new ${progress('new')}, still open ${progress('still-open')}, cleared ${progress('cleared')}, struck off ${progress('struck-off')}, unseen ${progress('unseen')}`,
  );
  if (given.length > 0 || missing.length > 0)
    terminal.print(
      zh
        ? `以前月份 ${given.join('、')}${missing.length === 0 ? '' : `；缺 ${missing.join('、')}`}`
        : `earlier months ${given.join(', ')}${missing.length === 0 ? '' : `; missing ${missing.join(', ')}`}`,
    );
  terminal.print(zh ? `已写出到 ${out}：${names.join('、')}` : `written to ${out}: ${names.join(', ')}`);
  terminal.note(
    terminal.pick({
      zh: `下一步：打开 ${join(out, 'monitor.xlsx')}；下月加 --previous ${out} 接着看`,
      en: `Next: open ${join(out, 'monitor.xlsx')}; next month add --previous ${out}`,
    }),
  );
}

function summary(result: MonitorResult, files: readonly string[]): object {
  const count = <T>(list: readonly T[], of: (one: T) => string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const one of list) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
    return counts;
  };
  return {
    period: result.period,
    as_of: result.asOf,
    policies: result.packs.map(({ pack, sha256, readings, parameters, flags, flagsNotRun, targets }) => ({
      id: pack.id,
      sha256,
      readings,
      parameters,
      flags: count(flags, ({ flag, status }) => (status === 'yes' ? flag : `${flag}?`)),
      flags_not_run: flagsNotRun,
      targets: count(
        targets.filter(({ whole }) => whole),
        ({ status }) => status,
      ),
    })),
    problems: count(result.problems, ({ progress }) => progress),
    months: result.months,
    files,
  };
}
