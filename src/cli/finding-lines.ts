import { renderCell, renderFinding } from '../checks/render-finding.js';
import { maskValue } from '../documents/masked-value.js';
import type { CheckRun } from '../findings/collector.js';
import type { Finding, Lang, Severity } from '../findings/finding.js';
import type { Words } from './command.js';
import type { Paint } from './paint.js';
import { countSeverities, reasonWords, SEVERITY_WORDS, type SeverityCounts } from './severity-words.js';
import { oneLine } from './terminal-table.js';
import { clip, padEnd, textWidth } from './text-width.js';

export interface FindingStyle {
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly paint: Paint;
  /** Places shown of one problem in one file; the true total is always said. */
  readonly cap: number;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** One problem in one file: all findings of a code and severity. */
interface Group {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: Finding[];
}

/**
 * The findings in words, grouped by file and problem, notes first and errors last: the eye ends there. Files stand in
 * the order given, those with errors after those without.
 */
export function findingLines(findings: readonly Finding[], files: readonly string[], style: FindingStyle): string[] {
  const byFile = new Map<string | null, Finding[]>(files.map((file) => [file, []]));
  for (const finding of findings) {
    const list = byFile.get(finding.place.file);
    if (list === undefined) byFile.set(finding.place.file, [finding]);
    else list.push(finding);
  }
  const ordered = [...byFile].filter(([, list]) => list.length > 0);
  ordered.sort(([, a], [, b]) => worstRank(a) - worstRank(b));
  return ordered.flatMap(([file, list]) => [
    '',
    style.paint.strong(file ?? between(style.lang)),
    ...fileLines(list, style),
  ]);
}

function between(lang: Lang): string {
  return lang === 'zh' ? '各表之间' : 'between the tables';
}

function worstRank(findings: readonly Finding[]): number {
  return findings.reduce((worst, finding) => Math.max(worst, RANK[finding.severity]), 0);
}

function fileLines(findings: readonly Finding[], style: FindingStyle): string[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code: finding.code, severity: finding.severity, findings: [finding] });
    else group.findings.push(finding);
  }
  const ordered = [...groups.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return ordered.flatMap((group) => groupLines(group, style));
}

function groupLines({ code, severity, findings }: Group, style: FindingStyle): string[] {
  const { lang, paint } = style;
  const zh = lang === 'zh';
  const [first] = findings;
  if (first === undefined) return [];
  const words = renderFinding(first, lang, style);
  const total = findings.length;
  const label = paint[severity](`${SEVERITY_WORDS[severity][lang]} ${code}`);
  const head = `  ${label} ${words.title}${zh ? `（${total} 处）` : ` (${total})`}`;
  if (severity === 'info') return [head];
  const shown = findings.slice(0, style.cap).map((finding) => placeParts(finding, style));
  const width = Math.min(34, Math.max(...shown.map((parts) => textWidth(parts.cell))));
  const whoWidth = Math.min(24, Math.max(...shown.map((parts) => textWidth(parts.who))));
  const lines = shown.map((parts) =>
    `    ${padEnd(clip(parts.cell, 34), width)}  ${padEnd(clip(parts.who, 24), whoWidth)}  ${parts.what}`.trimEnd(),
  );
  const left = total - shown.length;
  if (left > 0)
    lines.push(
      paint.faint(
        zh
          ? `    共 ${total} 处，另有 ${left} 处没有列出（--all 全部列出）`
          : `    ${total} in all, ${left} not shown (--all shows them)`,
      ),
    );
  if (words.why !== '') lines.push(`    ${words.why}`);
  if (words.how !== '') lines.push(`    → ${words.how}`);
  return [head, ...lines];
}

function placeParts(
  finding: Finding,
  style: FindingStyle,
): { readonly cell: string; readonly who: string; readonly what: string } {
  const { what, who } = renderFinding(finding, style.lang, style);
  const value = finding.value === null ? '' : shownValue(finding, finding.value, style);
  return {
    cell: oneLine(renderCell(finding.place)),
    who: oneLine(who),
    what:
      value === '' || what.includes(value)
        ? what
        : `${what}${style.lang === 'zh' ? `（现为「${value}」）` : ` (found "${value}")`}`,
  };
}

function shownValue(finding: Finding, value: string, style: FindingStyle): string {
  return oneLine(style.reveal ? value : maskValue(finding.place.header, value));
}

/** How the checks went, in two lines at most: what was run, and why the rest was not. */
export function checkRunLines(runs: readonly CheckRun[], style: FindingStyle, verbose: boolean): string[] {
  const zh = style.lang === 'zh';
  const by = (status: CheckRun['status']): readonly CheckRun[] => runs.filter((run) => run.status === status);
  const notRun = by('not-run');
  const reasons = new Map<string, string[]>();
  for (const run of notRun) {
    const reason = reasonWords(run, style.lang);
    reasons.set(reason, [...(reasons.get(reason) ?? []), run.code]);
  }
  const lines = [...reasons]
    .filter(() => verbose)
    .map(([reason, codes]) => `  ${zh ? '未执行' : 'not run'} ${codes.join(' ')} — ${reason}`);
  for (const run of by('failed'))
    lines.push(
      style.paint.error(
        zh
          ? `  ${run.code} 这项检查自己出了错，没有查成；请报告给维护人员`
          : `  check ${run.code} itself failed and says nothing; please report it`,
      ),
    );
  const parts = COUNTED.map(({ status, words }) => ({ count: by(status).length, word: words[style.lang] }))
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => (zh ? `${count} ${word}` : `${count} ${word}`));
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

/** `2 个错误 · 1 个警告 · 3 个提示`. */
export function countLine(findings: Iterable<Finding>, style: FindingStyle): string {
  return severityLine(countSeverities(findings), style);
}

export function severityLine({ errors, warnings, infos }: SeverityCounts, { lang, paint }: FindingStyle): string {
  const zh = lang === 'zh';
  return [
    (errors > 0 ? paint.error : paint.good)(zh ? `${errors} 个错误` : `${errors} errors`),
    (warnings > 0 ? paint.warning : paint.faint)(zh ? `${warnings} 个警告` : `${warnings} warnings`),
    paint.faint(zh ? `${infos} 个提示` : `${infos} notes`),
  ].join(' · ');
}
