import { groupFindings, groupLines, type GroupLine } from '../../checks/group-findings.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Finding, Lang, Words } from '../../findings/finding.js';
import type { Paint } from '../terminal/paint.js';
import { notRunWords } from '../../findings/not-run-words.js';
import type { CodeFilter } from '../line/code-filter.js';
import { countCodes, countSeverities, type SeverityCounts } from './severity-words.js';
import { oneLine } from '../terminal/terminal-table.js';

export interface FindingStyle {
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly paint: Paint;
  readonly verbose: boolean;
  /** Different problems shown of one code in one file; the true total is always said. */
  readonly problems: number;
  /** Cells named for one problem. */
  readonly cells: number;
}

/**
 * The findings in words, by file and problem, the worst first. Notes (info) take one line each unless
 * `verbose`: they ask for nothing.
 */
export function findingLines(findings: readonly Finding[], style: FindingStyle): string[] {
  const { lang, reveal, problems, cells } = style;
  const groups = groupFindings(findings, { lang, reveal, problems, cells });
  return groupLines(groups, lang)
    .filter((line) => style.verbose || line.severity !== 'info' || line.kind === 'code')
    .map((line) => painted(line, style.paint));
}

function painted({ kind, severity, text: raw }: GroupLine, paint: Paint): string {
  const text = oneLine(raw);
  if (kind === 'file') return paint.strong(text);
  if (kind === 'hidden' || severity === 'info') return paint.faint(text);
  return kind === 'code' && severity !== null ? paint[severity](text) : text;
}

/** How the checks went: counts, what failed, and with `verbose` why the rest was not run. */
export function checkRunLines(runs: readonly CheckRun[], { lang, paint, verbose }: FindingStyle): string[] {
  const zh = lang === 'zh';
  const by = (status: CheckRun['status']): readonly CheckRun[] => runs.filter((run) => run.status === status);
  const notRun = by('not-run');
  const reasons = new Map<string, string[]>();
  for (const run of verbose ? notRun : []) {
    const reason = notRunWords(run, lang);
    reasons.set(reason, [...(reasons.get(reason) ?? []), run.code]);
  }
  const lines = [...reasons].map(([reason, codes]) => `  ${zh ? '未执行' : 'not run'} ${codes.join(' ')} — ${reason}`);
  for (const { code } of by('failed'))
    lines.push(
      paint.error(
        zh
          ? `  ${code} 这项检查自己出了错，没有查成；请报告给维护人员`
          : `  check ${code} itself failed and says nothing; please report it`,
      ),
    );
  const parts = COUNTED.map(({ status, words }) => ({ count: by(status).length, word: words[lang] }))
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}`);
  const hint = notRun.length > 0 && !verbose ? (zh ? '（-v 看原因）' : ' (-v tells why)') : '';
  lines.push((zh ? `${runs.length} 项检查：` : `${runs.length} checks: `) + parts.join(' · ') + hint);
  return lines;
}

const COUNTED: readonly { readonly status: CheckRun['status']; readonly words: Words }[] = [
  { status: 'passed', words: { zh: '通过', en: 'passed' } },
  { status: 'found', words: { zh: '有问题', en: 'found something' } },
  { status: 'not-run', words: { zh: '未执行', en: 'not run' } },
  { status: 'failed', words: { zh: '出错', en: 'failed' } },
];

/** How many findings `--select` and `--ignore` left out of what is shown. */
export function notShownLines(findings: readonly Finding[], shows: CodeFilter, lang: Lang): string[] {
  const count = findings.filter((finding) => !shows(finding)).length;
  if (count === 0) return [];
  return [
    lang === 'zh'
      ? `  另有 ${count} 处按 --select、--ignore 没有列出；该暂停的照样暂停`
      : `  ${count} more are not listed (--select, --ignore); what holds stays held`,
  ];
}

/** `代码：CEL-02 3 · ROW-14 12`, errors first; nothing for one code alone. */
export function codeCountLines(findings: readonly Finding[], lang: Lang): string[] {
  const counts = countCodes(findings);
  if (counts.size < 2) return [];
  const parts = [...counts].map(([code, count]) => `${code} ${count}`);
  return [`  ${lang === 'zh' ? '按代码：' : 'by code: '}${parts.join(' · ')}`];
}

/** `2 个错误 · 1 个警告 · 3 个提示`. */
export function countLine(findings: Iterable<Finding>, style: Pick<FindingStyle, 'lang' | 'paint'>): string {
  return severityLine(countSeverities(findings), style);
}

/** What was accepted, behind the counts; empty when nothing was. */
export function acceptedText(count: number, lang: Lang): string {
  if (count === 0) return '';
  return lang === 'zh' ? ` · 已核实 ${count} 个警告` : ` · ${count} warnings accepted`;
}

export function severityLine(
  { errors, warnings, infos }: SeverityCounts,
  { lang, paint }: Pick<FindingStyle, 'lang' | 'paint'>,
): string {
  const zh = lang === 'zh';
  return [
    (errors > 0 ? paint.error : paint.good)(zh ? `${errors} 个错误` : `${errors} errors`),
    (warnings > 0 ? paint.warning : paint.faint)(zh ? `${warnings} 个警告` : `${warnings} warnings`),
    paint.faint(zh ? `${infos} 个提示` : `${infos} notes`),
  ].join(' · ');
}
