import { checksJson, checkSummary, explainCheck, nearCodes } from '../../checks/explain-check.js';
import { SEVERITY_WORDS } from '../../checks/group-findings.js';
import { CHECKS, findCheck } from '../../checks/index.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { tableLines } from '../terminal/terminal-table.js';
import { missingArgument } from '../line/usage-faults.js';

/** `explain CODE…`, `explain` (all codes) or `explain --batch BATCH HOUSEHOLD|ID`. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { positional, values, spec } = invocation;
  const batch = values.text('batch');
  if (batch === null) return explainCodes(invocation);
  if (positional.length === 0)
    throw missingArgument(spec.name, {
      zh: '户编号、身份证号或统一社会信用代码',
      en: 'a household, an ID or a credit code',
    });
  const { explainPayment } = await import('../tell/explain-payment.js');
  return await explainPayment(invocation, batch);
}

function explainCodes({ positional, values, terminal }: Invocation): ExitCode {
  const unknown = positional.find((code) => findCheck(code) === null);
  if (unknown !== undefined) throw unknownCode(unknown);
  if (values.text('format') === 'json') {
    const checks = positional.flatMap((code) => findCheck(code) ?? []);
    terminal.print(JSON.stringify(positional.length === 0 ? checksJson() : checks.map(checkSummary)));
    return 0;
  }
  const { lang } = terminal;
  if (positional.length > 0) {
    terminal.print(positional.map((code) => explainCheck(code, lang) ?? '').join('\n\n'));
    return 0;
  }
  const titles = lang === 'zh' ? ['代码', '级别', '问题'] : ['code', 'severity', 'problem'];
  const rows = CHECKS.map((check) => [check.code, SEVERITY_WORDS[lang][check.severity], check.text[lang].title]);
  for (const line of tableLines(
    titles.map((title) => ({ title })),
    rows,
  ))
    terminal.print(line);
  terminal.note(terminal.pick({ zh: '运行 butie explain 代码 看某一个', en: 'butie explain CODE tells about one' }));
  return 0;
}

function unknownCode(code: string): Fault {
  const near = nearCodes(code).join('、');
  return new Fault(
    'unknown-code',
    {
      what: `没有「${code}」这个问题代码`,
      how: near === '' ? '运行 butie explain 看全部代码' : `最接近的是 ${near}；运行 butie explain 看全部代码`,
    },
    {
      what: `there is no finding code "${code}"`,
      how: near === '' ? 'run butie explain for all codes' : `the nearest is ${near}; run butie explain for all`,
    },
  );
}
